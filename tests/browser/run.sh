#!/bin/sh
# Opens the HTML report of the sample site in Chromium, narrow and wide, and has axe-core judge it; and the
# report of an audit, with its questions; the comparison of two reports; the report of a campaign; and the public site of
# a ranking.
# usage: tests/browser/run.sh PROGRAM FOLDER
set -eu
. tests/browser/lib.sh
program=$1 folder=$2
mkdir -p "$folder"

ci/deps.sh browser || skip test-browser "Chromium, Node.js or npm is missing"
tests/browser/axe.sh "$folder" || skip test-browser "npm could not install axe-core"
# The site with one page less and one defect more.
"$program" check tests/site/sample --fail-on never --quiet --output "$folder/before.json"
rm -rf "$folder/changed" "$folder/history.jsonl"
cp -R tests/site/sample "$folder/changed"
rm "$folder/changed/carte.html"
sed 's/ alt="[^"]*"//' "$folder/changed/index.html" > "$folder/changed/page"
mv "$folder/changed/page" "$folder/changed/index.html"
"$program" check "$folder/changed" --fail-on never --quiet --output "$folder/now.json"
# What earlier runs gave, and what was known.
"$program" check "$folder/changed" --fail-on never --quiet --write-baseline "$folder/known.jsonl" \
	--today 2026-03-03 --history "$folder/history.jsonl" --output "$folder/known.txt"
for lang in fr en; do
	mkdir -p "$folder/$lang"
	LC_ALL=$lang ci/audit.sh "$program" "$folder/$lang" > "$folder/$lang/text"
	"$program" check tests/site/sample --audit --sample rgaa --lang $lang --fail-on never --quiet \
		--baseline "$folder/known.jsonl" --history "$folder/history.jsonl" --output "$folder/$lang/questions.html"
	"$program" compare "$folder/before.json" "$folder/now.json" --lang $lang --quiet \
		--output "$folder/$lang/comparaison.html" || [ $? -eq 1 ]
done
# A report of several files.
rm -rf "$folder/large" "$folder/large-site"
tests/site/make-large.py "$folder/large-site" 510 > "$folder/planted"
"$program" check "$folder/large-site" --no-config --fail-on never --quiet --output "$folder/large/"
rm -rf "$folder/docs"
"$program" doc "$folder/docs"
docs=$folder/docs/html
mkdir -p "$folder/campaign"
python3 -B tests/campaign/report.py "$program" "$folder/campaign" > "$folder/campaign/said"
# The public site of a ranking: a page of each sort, and a site that is not ranked.
site=$folder/ranking
rm -rf "$site"
"$(dirname "$program")/tests/tools/rank_site" 300 20 3 "$site" en > "$folder/made"
ranked=$(ls "$site"/sites/*/www-site-20-example-*.html)
unranked=$(grep -rL table-notes "$site/sites" | sort | head -1)
"$program" serve "$site" > "$folder/address" &
server=$!
trap 'kill "$server" 2> /dev/null' EXIT
until [ -s "$folder/address" ]; do sleep 0.1; done
status=0
node tests/browser/rank.js "$(cat "$folder/address")" > "$folder/rank" || status=1
cat "$folder/rank"
node tests/browser/search.js "$docs/fr/index.html" > "$folder/search" || status=1
cat "$folder/search"
node tests/browser/check.js "$folder/node_modules/axe-core/axe.min.js" \
	"$folder/fr/rapport.html" "$folder/en/rapport.html" \
	"$folder/fr/questions.html" "$folder/en/questions.html" \
	"$folder/large/index.html" "$folder/large/index-pages/1.html" "$folder/large/index-pages/2.html" \
	"$folder/fr/comparaison.html" "$folder/en/comparaison.html" \
	"$folder/campaign/fr-rapport.html" "$folder/campaign/en-rapport.html" "$folder/campaign/status.html" \
	"$folder/campaign/ouvert-report.html" \
	"$site/index.html" "$site/en/index.html" "$site/classement/acces-1.html" "$ranked" "$unranked" \
	"$site/progres.html" "$site/methode.html" "$site/donnees.html" "$site/non-classes/1.html" \
	"$site/territoires/index.html" "$site/types/commune-1.html" "$site/en/${ranked#"$site/"}" \
	"$docs/fr/index.html" "$docs/en/index.html" "$docs/fr/images/alt-missing.html" "$docs/en/falc/acronym.html" > "$folder/check" || status=1
cat "$folder/check"
cat "$folder/search" "$folder/rank" "$folder/check" | awk '/^[0-9]+ passed/ { passed += $1; failed += $3 }
	END { printf "%d passed, %d failed\n", passed, failed }'
exit "$status"
