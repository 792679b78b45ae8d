#!/bin/sh
# A site of 500 pages made for it, with 12 defects of its template and 30 single ones: one cause for each, with
# its pages; a text report of two screens; an HTML report of less than 5 MB that our own rules find no failure in.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
tests/site/make-large.py "$work/site" 500 > "$work/planted"
"$CLAIRLINT" check "$work/site" --lang fr --no-config --quiet --reproducible --fail-on never \
	--format json="$work/report.json" --format text="$work/report.txt" --format html="$work/report.html" || status=1
python3 - "$work/planted" "$work/report.json" "$work/site" << 'END' || status=1
import json, os, sys

planted = sorted((rule, tuple(sorted(pages.split(','))))
                 for rule, pages in (line.rstrip('\n').split('\t') for line in open(sys.argv[1])))
found = {}
report = json.load(open(sys.argv[2]))
for page in report['pages']:
    for finding in page['findings']:
        if finding['outcome'] == 'failed':
            rule, pages = found.setdefault(finding['cause'], (finding['rule'], set()))
            pages.add(os.path.relpath(page['url'], sys.argv[3]))
found = sorted((rule, tuple(sorted(pages))) for rule, pages in found.values())
listed = sum(cause['outcome'] == 'failed' for cause in report['causes'])
for name, some in (('planted, not found', set(planted) - set(found)), ('found, not planted', set(found) - set(planted))):
    for rule, pages in sorted(some):
        print(f'{name}: {rule} on {len(pages)} pages, {pages[0]}…')
print(f'{len(planted)} planted, {len(found)} causes')
sys.exit(planted != found or listed != len(planted) or len(planted) != 42)
END
lines=$(wc -l < "$work/report.txt")
[ "$lines" -le 100 ] || { echo "the text report has $lines lines"; status=1; }
size=$(wc -c < "$work/report.html")
[ "$size" -gt 100000 ] && [ "$size" -lt 5000000 ] || { echo "the HTML report has $size bytes"; status=1; }
"$CLAIRLINT" check "$work/report.html" --no-config --quiet --fail-on minor > "$work/own" ||
	{ echo 'our rules find failures in the HTML report'; cat "$work/own"; status=1; }
exit "$status"
