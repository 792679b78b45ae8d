#!/bin/sh
# --history: the points of a site, from one day to the next; a file at fault is told and left as it is.
. tests/cli/lib.sh
here=$work/here
top=$PWD
mkdir "$here/deux"
cp "$here/bien.html" "$here/mal.html" "$here/deux"

# judge STATUS DAY PAGE OPTION…
judge() {
	status=$1 day=$2 page=$3
	shift 3
	run "$status" check --lang fr --no-config --quiet --fail-on never --today "$day" --history evolution.jsonl \
		-f text=rapport.txt -f json=rapport.json -f html=rapport.html "$@" "$page"
}

# points NUMBER: in the file and in the report, which follow their schemas.
points() {
	checks=$((checks + 1))
	[ "$(wc -l < "$here/evolution.jsonl")" -eq "$1" ] || fail "not $1 lines: $(cat "$here/evolution.jsonl")"
	python3 "$top/tests/report/validate.py" "$top/docs/schema/clairlint-1.schema.json" "$here/rapport.json" || fail schema
	python3 - "$here" "$1" "$top/docs/schema/history-1.schema.json" << 'END' || fail "points: $1"
import json, sys
import jsonschema
here, number = sys.argv[1], int(sys.argv[2])
schema = json.load(open(sys.argv[3], encoding='utf-8'))
lines = [json.loads(line) for line in open(here + '/evolution.jsonl', encoding='utf-8')]
for line in lines:
    jsonschema.Draft7Validator(schema).validate(line)
shown = json.load(open(here + '/rapport.json', encoding='utf-8'))['site']['history']
if len(shown) != number or [{'version': 1, **point} for point in shown] != lines:
    print('not so:', shown)
    sys.exit(1)
END
}

told() {
	checks=$((checks + 1))
	sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g' "$here/rapport.$2" | tr '\n' ' ' | tr -s ' ' | grep -qF -- "$1" ||
		fail "« $1 » is not told in $2"
}

not_told() {
	checks=$((checks + 1))
	! grep -qF -- "$1" "$here/rapport.$2" || fail "« $1 » is told in $2"
}

judge 0 2026-03-03 bien.html
points 1
not_told 'Depuis le' txt
told 'premier point de cette évolution' html
judge 0 2026-06-01 mal.html
points 2
told 'Depuis le 3 mars 2026 : Accès −' txt
told 'Depuis le 3 mars 2026 : Accès −' html
told 'class="trend"' html
not_told 'ont changé entre-temps' txt
# The same day replaces its point; other rules of the same day do not.
judge 0 2026-06-01 bien.html
points 2
told 'Depuis le 3 mars 2026 : Accès sans changement' txt
judge 0 2026-06-01 bien.html --disable 'falc/*'
points 3
told 'ont changé entre-temps' txt
told '1. réglages' html
# An earlier day stands before.
cp "$here/evolution.jsonl" "$work/kept"
judge 0 2026-01-01 bien.html
checks=$((checks + 1))
python3 -c "
import json, sys
days = [p['day'] for p in json.load(open(sys.argv[1]))['site']['history']]
sys.exit(days != sorted(days) or len(days) != 4)" "$here/rapport.json" || fail 'not by day'

# One thread and two write the same.
cp "$work/kept" "$here/evolution.jsonl"
judge 0 2026-07-01 deux --reproducible --jobs 1
for end in txt json html; do mv "$here/rapport.$end" "$work/one.$end"; done
cp "$work/kept" "$here/evolution.jsonl"
judge 0 2026-07-01 deux --reproducible --jobs 2
for end in txt json html; do same "$here/rapport.$end" "$work/one.$end"; done

# A run that tests nothing adds nothing.
cp "$work/kept" "$here/evolution.jsonl"
judge 3 2026-08-01 absente.html
same "$here/evolution.jsonl" "$work/kept"
not_told 'Depuis le' txt

# A line at fault: told with its place, the report has the others, the file stays, and the new line can be added.
sed '2s/.*/{"version":1,/' "$work/kept" > "$here/evolution.jsonl"
cp "$here/evolution.jsonl" "$work/spoiled"
judge 2 2026-09-01 mal.html
says err 'evolution.jsonl:2:'
says err '"day":"2026-09-01"'
same "$here/evolution.jsonl" "$work/spoiled"
told 'Depuis le' txt
sed -i '2s/.*/{"version":7}/' "$here/evolution.jsonl"
judge 2 2026-09-01 mal.html
says err 'evolution.jsonl:2 : cette ligne suit la version 7'
sed -i '2s/.*/{"version":1,"day":"hier"}/' "$here/evolution.jsonl"
judge 2 2026-09-01 mal.html
says err 'evolution.jsonl:2 : la clé « day »'
# Any other file is left alone.
cp "$here/bien.html" "$work/bien.html"
run 2 check --no-config --quiet --fail-on never --history bien.html -f text=rapport.txt mal.html
says err 'bien.html:1:'
same "$here/bien.html" "$work/bien.html"
# What cannot be written is known before the work.
rm -f "$here/rapport.txt"
run 2 check --no-config --history absent/evolution.jsonl -f text=rapport.txt bien.html
checks=$((checks + 1))
[ ! -e "$here/rapport.txt" ] || fail 'a report was begun'
# The file that a link leads to is replaced, not the link.
mkdir "$here/ailleurs"
cp "$work/kept" "$here/ailleurs/vraie.jsonl"
ln -s ailleurs/vraie.jsonl "$here/lien.jsonl"
run 0 check --no-config --quiet --fail-on never --today 2026-09-02 --history lien.jsonl -f text=rapport.txt bien.html
checks=$((checks + 1))
{ [ -L "$here/lien.jsonl" ] && [ "$(wc -l < "$here/ailleurs/vraie.jsonl")" -eq 4 ]; } || fail 'the link was replaced'
checks=$((checks + 1))
[ -z "$(find "$here" -name '*.partial')" ] || fail 'files that are not finished'
finish
