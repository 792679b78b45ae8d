#!/bin/sh
# The sample site before and after a scripted rebuild: every finding is known again, only the planted one is new.
# Then the indicators of its crawl, and of what is no crawl.
set -eu
tests/compare/check.py "$CLAIRLINT" 1 tests/site/sample

work=$(mktemp -d)
. tests/support/serve.sh
serve tests/site/sample
"$CLAIRLINT" site "$url" --own-site --no-config --quiet --fail-on never --reproducible \
	--format "json=$work/site.json" --format "text=$work/site.txt" --format "html=$work/site.html"
printf '<!DOCTYPE html><html lang="fr"><title>Rien</title><p>Bonjour' > "$work/page.html"
"$CLAIRLINT" check "$work/page.html" --no-config --quiet --fail-on never --format "json=$work/page.json" \
	--format "text=$work/page.txt"
python3 tests/report/validate.py docs/schema/clairlint-1.schema.json "$work/site.json" "$work/page.json"
grep -q 'I10' "$work/site.txt" && grep -q 'id="indicateurs"' "$work/site.html" && ! grep -q 'I10' "$work/page.txt"
python3 - "$work" << 'END'
import json, statistics, sys

def indicators(name):
    report = json.load(open('%s/%s.json' % (sys.argv[1], name)))
    return report, {i['name']: i for i in report['site']['indicators']}

report, found = indicators('site')
pages = [page for page in report['pages'] if page['tested']]
procedures = [page for page in pages if page['kind'] in ('procedure', 'form', 'payment', 'appointment')]
assert len(found) == 10 and procedures
assert found['click-depth']['value'] == statistics.median(page['depth'] for page in procedures)
assert found['worst-persona']['value'] == min(s for s in report['site']['personas'].values() if s is not None)
assert found['worst-persona']['word'] == report['site']['worst_persona']
assert found['stability']['value'] is None and found['stability']['reason'] == 'no-earlier-crawl'
parts = found['rgaa-failures']['parts']
assert abs(found['rgaa-failures']['value'] - parts['A'] - parts['AA']) < 0.02 and parts['A'] > 0
assert found['rgaa-failures']['pages'] == len(pages)
sheets = [page for page in pages if page['kind'] == 'procedure']
measured = [page for page in sheets if page['reading']['index'] is not None]
if measured:
    easy = sum(page['reading']['index'] >= 60 for page in measured)
    assert abs(found['readable-sheets']['value'] - 100 * easy / len(measured)) < 0.01
assert found['phone-procedures']['pages'] == len(procedures)
assert 0 <= found['human-channels']['parts']['without-phone'] <= found['human-channels']['value'] <= 100

# Not measured is no 0.
page, found = indicators('page')
for name in ('readable-sheets', 'falc-versions', 'human-channels', 'prerequisites', 'phone-procedures', 'click-depth',
             'third-parties'):
    assert found[name]['value'] is None and found[name]['reason'], found[name]
assert found['rgaa-failures']['value'] is not None
print('10 indicators')
END
