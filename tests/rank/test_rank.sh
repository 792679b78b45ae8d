#!/bin/sh
# The public site of a made-up campaign of 300 sites: the same bytes twice, its data held against their schema, ranks
# and intervals found again by others, pages that hold together, and clairlint itself finds nothing wrong in it.
set -u
tool=$BUILD/tests/tools/rank_site
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
fail() {
	echo "failed: $1"
	failed=$((failed + 1))
}

"$tool" 300 20 3 "$work/site" en > "$work/told" || fail 'the site is written'
cat "$work/told"
"$tool" 300 20 3 "$work/again" en > /dev/null || fail 'the site is written again'
diff -r "$work/site" "$work/again" > "$work/diff" || fail "the same campaign gives other bytes: $(head -1 "$work/diff")"
# Over a site that is there: what it no longer has goes away.
touch "$work/again/sites/left.html"
"$tool" 300 20 3 "$work/again" en > /dev/null && diff -r "$work/site" "$work/again" || fail 'a site takes the place of another'
mkdir "$work/theirs" && echo precious > "$work/theirs/file"
"$tool" 3 20 1 "$work/theirs" 2> "$work/refused" && fail 'a folder of somebody else is written over'
[ "$(cat "$work/theirs/file")" = precious ] || fail 'a folder of somebody else was touched'
awk '/^ranks/ { for (i = NF - 2; i <= NF; i++) if ($i < 90) exit 1; n++ } END { exit n != 1 }' "$work/told" ||
	fail 'halves of the pages give ranks that do not meet for nine sites out of ten'

data=$work/site/donnees
tests/rank/recompute.py "$data/sites.csv" || fail 'the ranks are found again'
tests/rank/intervals.py "$data/sites.jsonl" 25 || fail 'the intervals are found again'
tests/rank/table-schema.py "$data/datapackage.json" || fail 'the CSV keeps its Table Schema'
tests/rank/pages.py "$work/site" || fail 'the pages hold together'

# These checks can fail.
mkdir "$work/bad"
cp "$data/datapackage.json" "$work/bad"
awk -F, -v OFS=, 'NR > 1 && $9 == "\"ranked\"" && !n { $15 = 101; n = 1 } { print }' "$data/sites.csv" > "$work/bad/sites.csv"
cmp -s "$data/sites.csv" "$work/bad/sites.csv" && fail 'nothing was changed'
tests/rank/recompute.py "$work/bad/sites.csv" > "$work/out" && fail 'a wrong score is not seen'
tests/rank/table-schema.py "$work/bad/datapackage.json" > "$work/out" && fail 'a score of 101 is not seen'
sed 's/"low":\([0-9]\)/"low":1\1/' "$data/sites.jsonl" > "$work/bad/sites.jsonl"
tests/rank/intervals.py "$work/bad/sites.jsonl" 3 > "$work/out" && fail 'a wrong interval is not seen'

grep '"state":"opted-out"' "$data/sites.jsonl" > "$work/out" || fail 'nobody asked to be left alone'
grep -qE '"(trend|pages|causes)"' "$work/out" && fail 'figures of a site that asked to be left alone are published'
grep -rq '<script>alert' "$work/site" --include='*.html' && fail 'a name is markup'
grep -q '^[^"]*"=' "$data/sites.csv" && fail 'a name is a formula'

"$CLAIRLINT" check "$work/site" --no-config --fail-on minor --format text --quiet --output "$work/report.txt"
status=$?
[ $status -eq 0 ] || fail "clairlint finds something wrong in the site (status $status): $(sed -n 1,60p "$work/report.txt")"
[ $failed -eq 0 ] && echo 'rank: ok'
[ $failed -eq 0 ]
