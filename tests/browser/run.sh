#!/bin/sh
# Opens the HTML report of the sample site in Chromium, narrow and wide, and has axe-core judge it.
# usage: tests/browser/run.sh PROGRAM FOLDER
set -eu
program=$1 folder=$2
mkdir -p "$folder"

skip() {
	echo "test-browser: $1" >&2
	[ "${CI-}" != true ] || { echo "0 passed, 1 failed"; exit 1; }
	echo "test-browser: skipped, nothing was tested" >&2
	exit 0
}

ci/deps.sh browser || skip "Chromium, Node.js or npm is missing"
tests/browser/axe.sh "$folder" || skip "npm could not install axe-core"
for lang in fr en; do
	mkdir -p "$folder/$lang"
	LC_ALL=$lang ci/audit.sh "$program" "$folder/$lang" > "$folder/$lang/text"
done
node tests/browser/check.js "$folder/node_modules/axe-core/axe.min.js" \
	"$folder/fr/rapport.html" "$folder/en/rapport.html"
