#!/bin/sh
# Our contrasts against those that axe-core finds wrong in Chromium, on the pages of a folder.
# usage: tests/browser/contrast-check.sh STYLE_DUMP PAGES FOLDER [OPTION…]
set -eu
. tests/browser/lib.sh
dump=$1 pages=$2 folder=$3
shift 3
mkdir -p "$folder"

[ -d "$pages" ] || skip contrast-check "$pages is absent; give PAGES=FOLDER of HTML files"
ci/deps.sh browser || skip contrast-check "Chromium, Node.js or npm is missing"
tests/browser/axe.sh "$folder" || skip contrast-check "npm could not install axe-core"
node tests/browser/contrast-check.js "$dump" "$folder/node_modules/axe-core/axe.min.js" "$pages" "$@"
