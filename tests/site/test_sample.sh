#!/bin/sh
# The sample site, crawled on loopback: the planted defects are found, and no other failure.
# tests/site/sample.expected: page, rule, what was planted. Reviews that nobody planted are not told.
set -u
work=$(mktemp -d)
. tests/support/serve.sh
serve tests/site/sample
status=0
for jobs in 1 2 2; do
	"$CLAIRLINT" site "$url" --own-site --no-config --quiet --reproducible --jobs "$jobs" \
		--format jsonl > "$work/$jobs.jsonl"
	got=$?
	[ "$got" -eq 1 ] || { echo "exit $got instead of 1"; status=1; }
	[ ! -e "$work/first" ] || cmp "$work/first" "$work/$jobs.jsonl" || status=1
	cp "$work/$jobs.jsonl" "$work/first"
done
python3 - "$work/first" tests/site/sample.expected tests/site/sample << 'END' || status=1
import json, os, sys
from urllib.parse import urlsplit

failed, reviewed, pages = set(), set(), set()
for line in open(sys.argv[1]):
    part = json.loads(line)
    if part['type'] == 'page':
        path = urlsplit(part['url']).path
        if part['tested']:
            pages.add(path)
        else:
            print('not tested:', path, part['not_tested_reason'])
    elif part['type'] == 'site':
        path = 'site'
    else:
        continue
    for finding in part['findings']:
        (failed if finding['outcome'] == 'failed' else reviewed).add((path, finding['rule']))
expected = set()
for number, line in enumerate(open(sys.argv[2]), 1):
    if line.strip() and not line.startswith('#'):
        expected.add(tuple(line.rstrip('\n').split('\t')[:2]))
missed = expected - failed - reviewed
more = failed - expected
for what, pairs in (('planted, not found', missed), ('found, not planted', more)):
    for path, rule in sorted(pairs):
        print(f'{what}: {path}\t{rule}')
files = set()
for folder, _, names in os.walk(sys.argv[3]):
    for name in names:
        if name.endswith('.html'):
            path = '/' + os.path.relpath(os.path.join(folder, name), sys.argv[3])
            files.add(path.removesuffix('index.html'))
for path in sorted(files - pages):
    print('never reached:', path)
print(f'{len(pages)} pages, {len(expected)} planted, {len(failed)} failures, {len(reviewed)} reviews')
sys.exit(bool(missed or more or files - pages or not expected))
END
exit "$status"
