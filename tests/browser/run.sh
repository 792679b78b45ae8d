#!/bin/sh
# Opens the HTML report of the sample site in Chromium, narrow and wide, and has axe-core judge it; and the
# report of an audit, with its questions.
# usage: tests/browser/run.sh PROGRAM FOLDER
set -eu
. tests/browser/lib.sh
program=$1 folder=$2
mkdir -p "$folder"

ci/deps.sh browser || skip test-browser "Chromium, Node.js or npm is missing"
tests/browser/axe.sh "$folder" || skip test-browser "npm could not install axe-core"
for lang in fr en; do
	mkdir -p "$folder/$lang"
	LC_ALL=$lang ci/audit.sh "$program" "$folder/$lang" > "$folder/$lang/text"
	"$program" check tests/site/sample --audit --lang $lang --fail-on never --quiet \
		--output "$folder/$lang/questions.html"
done
node tests/browser/check.js "$folder/node_modules/axe-core/axe.min.js" \
	"$folder/fr/rapport.html" "$folder/en/rapport.html" \
	"$folder/fr/questions.html" "$folder/en/questions.html"
