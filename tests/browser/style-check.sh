#!/bin/sh
# Our computed styles against Chromium's on the pages of a folder.
# usage: tests/browser/style-check.sh STYLE_DUMP PAGES CACHE [OPTION…]   --fresh asks Chromium again
set -eu
. tests/browser/lib.sh
dump=$1 pages=$2 cache=$3
shift 3

[ -d "$pages" ] || skip style-check "$pages is absent; give PAGES=FOLDER of HTML files"
command -v node > /dev/null && command -v chromium > /dev/null || skip style-check "Chromium or Node.js is missing"
case " $* " in
*' --fresh '*) rm -rf "$cache" ;;
esac
node tests/browser/style-check.js "$dump" "$pages" "$cache" "$@"
