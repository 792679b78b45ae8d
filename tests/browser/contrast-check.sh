#!/bin/sh
# Our contrasts against those that axe-core finds wrong in Chromium, on the pages of a folder.
# usage: tests/browser/contrast-check.sh STYLE_DUMP PAGES FOLDER [OPTION…]
set -eu
dump=$1 pages=$2 folder=$3
shift 3
mkdir -p "$folder"

skip() {
	echo "contrast-check: $1" >&2
	[ "${CI-}" != true ] || exit 1
	echo "contrast-check: skipped, nothing was compared" >&2
	exit 0
}

[ -d "$pages" ] || skip "$pages is absent; give PAGES=FOLDER of HTML files"
ci/deps.sh browser || skip "Chromium, Node.js or npm is missing"
tests/browser/axe.sh "$folder" || skip "npm could not install axe-core"
node tests/browser/contrast-check.js "$dump" "$folder/node_modules/axe-core/axe.min.js" "$pages" "$@"
