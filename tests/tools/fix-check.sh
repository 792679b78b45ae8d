#!/bin/sh
# Mends a copy of a folder of pages, and holds the result against what was found before: the safe fixes are
# gone, and no page has more findings of any rule and message than it had.
# usage: fix-check.sh CLAIRLINT FOLDER
set -eu
program=$(realpath "$1")
folder=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$folder" "$work/pages"
cd "$work"
find pages -type f -exec chmod u+w {} +
for step in before fix after; do
	[ "$step" != fix ] || fix=--fix
	"$program" check --no-config --quiet --fail-on never ${fix:-} pages --format "jsonl=$step.jsonl"
	fix=
done
"$program" check --no-config --fail-on never --fix --dry-run pages > again.diff 2> again.err
python3 - "$folder" << 'END'
import collections, json, os, sys

def pages(name):
    for line in open(name):
        page = json.loads(line)
        if page['type'] == 'page':
            yield page['file'], page

def findings(page):
    # Past a ceiling findings are counted and not told.
    told = collections.Counter(f['rule'] for f in page['findings'])
    for rule, outcome in page['outcomes'].items():
        if 'not_listed' in outcome:
            told[rule] += outcome['not_listed']
    return told

def safe(page):
    return [f for f in page['findings'] if f['fix'] and f['fix']['safety'] == 'safe' and not f['suppressed']]

before, after = dict(pages('before.jsonl')), dict(pages('after.jsonl'))
fixes, left, gone, faults = collections.Counter(), collections.Counter(), 0, 0
for name, page in before.items():
    fixes.update(f['rule'] for f in safe(page))
    left.update(f['rule'] for f in safe(after[name]))
    one, other = findings(page), findings(after[name])
    gone += sum(one.values()) - sum(other.values())
    for rule, count in other.items():
        if count > one[rule]:
            faults += 1
            print(f'{name}: {rule}: {one[rule]} findings before, {count} after')
changed = sum(open(os.path.join(sys.argv[1], name[len('pages/'):]), 'rb').read() != open(name, 'rb').read()
              for name in before)
for rule, count in sorted(fixes.items()):
    print(f'{rule}: {count} safe fixes told, {left[rule]} left')
print(f'{len(before)} pages, {changed} changed, {gone} findings gone, '
      f'{sum(left.values())} safe fixes left, {faults} faults')
again = os.path.getsize('again.diff')
if again:
    print(f'a second run would change more: {again} bytes of diff')
sys.exit(faults > 0 or again > 0)
END
