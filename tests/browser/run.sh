#!/bin/sh
# Opens the HTML report of the sample site in Chromium, narrow and wide, and has axe-core judge it; and the
# report of an audit, with its questions; and the comparison of two reports.
# usage: tests/browser/run.sh PROGRAM FOLDER
set -eu
. tests/browser/lib.sh
program=$1 folder=$2
mkdir -p "$folder"

ci/deps.sh browser || skip test-browser "Chromium, Node.js or npm is missing"
tests/browser/axe.sh "$folder" || skip test-browser "npm could not install axe-core"
# The site with one page less and one defect more.
"$program" check tests/site/sample --fail-on never --quiet --output "$folder/before.json"
rm -rf "$folder/changed"
cp -R tests/site/sample "$folder/changed"
rm "$folder/changed/carte.html"
sed 's/ alt="[^"]*"//' "$folder/changed/index.html" > "$folder/changed/page"
mv "$folder/changed/page" "$folder/changed/index.html"
"$program" check "$folder/changed" --fail-on never --quiet --output "$folder/now.json"
for lang in fr en; do
	mkdir -p "$folder/$lang"
	LC_ALL=$lang ci/audit.sh "$program" "$folder/$lang" > "$folder/$lang/text"
	"$program" check tests/site/sample --audit --lang $lang --fail-on never --quiet \
		--output "$folder/$lang/questions.html"
	"$program" compare "$folder/before.json" "$folder/now.json" --lang $lang --quiet \
		--output "$folder/$lang/comparaison.html" || [ $? -eq 1 ]
done
rm -rf "$folder/docs"
"$program" doc "$folder/docs"
docs=$folder/docs/html
status=0
node tests/browser/search.js "$docs/fr/index.html" > "$folder/search" || status=1
cat "$folder/search"
node tests/browser/check.js "$folder/node_modules/axe-core/axe.min.js" \
	"$folder/fr/rapport.html" "$folder/en/rapport.html" \
	"$folder/fr/questions.html" "$folder/en/questions.html" \
	"$folder/fr/comparaison.html" "$folder/en/comparaison.html" \
	"$docs/fr/index.html" "$docs/en/index.html" "$docs/fr/images/alt-missing.html" "$docs/en/falc/acronym.html" > "$folder/check" || status=1
cat "$folder/check"
cat "$folder/search" "$folder/check" | awk '/^[0-9]+ passed/ { passed += $1; failed += $3 }
	END { printf "%d passed, %d failed\n", passed, failed }'
exit "$status"
