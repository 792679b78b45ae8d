#!/bin/sh
# Pages in, reports out: exit statuses, formats, the same bytes each time.
. tests/cli/lib.sh
here=$work/here

run 0 check bien.html
run 1 check mal.html
says out 'images/alt-missing'
run 0 check --fail-on never mal.html
run 1 check bien.html mal.html
run 0 check --disable '*' --enable images/decorative-exposed mal.html

# Nothing tested is never 0, nor is a run where most pages could not be read.
run 3 check absent.html
run 3 check bien.html absent.html absent2.html
run 0 check bien.html absent.html
mkdir "$here/vide"
run 3 check vide
says err 'aucune page'
: > "$here/rien.html"
run 3 check rien.html
printf '%%PDF-1.7\n' > "$here/document.pdf"
run 3 check document.pdf
run 0 check bien.html document.pdf

# Standard input, with its address.
input=$here/mal.html
run 1 check - --base https://exemple.fr/plan --format json
says out 'https://exemple.fr/plan'
input=$here/bien.html
run 0 check -
input=

# Several reports of one run; -o.
run 1 check mal.html --format html=r.html --format json=r.json --format jsonl=r.jsonl --format text=r.txt
silent out
says err 'rapport écrit : r.html'
for name in r.html r.json r.jsonl r.txt; do
	[ -s "$here/$name" ] || fail "$name is empty"
	[ ! -e "$here/$name.partial" ] || fail "$name.partial is left"
done
run 1 check mal.html --quiet -o s.json --reproducible
silent err
run 1 check mal.html -qf json --reproducible
same "$work/out" "$here/s.json"
# The name of the file tells the format.
for name in t.jsonld t.earl.json t.csv grille.csv rgaa-grid.csv; do
	run 1 check mal.html --quiet -o $name --reproducible
done
cmp -s "$here/t.jsonld" "$here/t.earl.json" || fail 'two names of EARL'
grep -q '"@graph"' "$here/t.jsonld" || fail 'no EARL'
for name in grille.csv rgaa-grid.csv; do
	grep -q '^1;"mal.html";' "$here/$name" || fail "$name is no grid"
done
# A user who asks for a table gets the list of findings, the same as by the name of the format.
run 1 check mal.html --quiet --reproducible --format csv=autre.txt
same "$here/t.csv" "$here/autre.txt"
checks=$((checks + 1))
python3 - "$here/r.json" "$here/r.jsonl" << 'END' || fail 'JSON'
import json, sys
json.load(open(sys.argv[1]))
lines = [json.loads(l) for l in open(sys.argv[2])]
assert lines[0]['type'] == 'run' and lines[-1] == {'type': 'end', 'exit_status': 1, 'threshold': 'major'}, lines[-1]
END
run 1 check mal.html --color always
says out "$(printf '\033[')"
run 1 check mal.html
grep -q "$(printf '\033')" "$work/out" && fail 'colours in a file'
run 1 check mal.html --plain --color always
grep -q "$(printf '\033')" "$work/out" && fail 'colours in plain text'

# A folder: sorted, hidden folders left out, whatever the number of workers.
mkdir -p "$here/dossier/sous" "$here/dossier/.cache"
for n in 1 2 3 4 5 6 7 8 9; do
	cp "$here/mal.html" "$here/dossier/p$n.html"
	cp "$here/bien.html" "$here/dossier/sous/q$n.htm"
done
cp "$here/bien.html" "$here/dossier/r.XHTML"
cp "$here/mal.html" "$here/dossier/.cache/x.html"
echo texte > "$here/dossier/lisez.txt"
for format in json jsonl html text; do
	run 1 check dossier --format $format --reproducible --jobs 1
	cp "$work/out" "$work/one"
	run 1 check dossier --format $format --reproducible --jobs 2
	same "$work/one" "$work/out"
	run 1 check dossier --format $format --reproducible --jobs 7
	same "$work/one" "$work/out"
done
run 1 check dossier --format jsonl
[ "$(grep -c '"type": *"page"' "$work/out")" -eq 19 ] || fail 'not 19 pages'
run 1 check dossier --base https://exemple.fr/ville/ --format json
says out 'https://exemple.fr/ville/sous/q1.htm'

# SOURCE_DATE_EPOCH fixes the time.
SOURCE_DATE_EPOCH=0
export SOURCE_DATE_EPOCH
run 1 check mal.html --format json
says out '1970-01-01T00:00:00Z'
unset SOURCE_DATE_EPOCH

# A full disk is told, whatever was found.
if [ -w /dev/full ]; then
	checks=$((checks + 1))
	status=0
	"$CLAIRLINT" check "$here/mal.html" > /dev/full 2> "$work/err" || status=$?
	[ "$status" -eq 2 ] || fail "exit $status on a full disk"
fi

# --profile: who is held to the rules of easy reading.
cat > "$here/chiffres.html" << 'END'
<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Budget</title></head>
<body><main><h1>Budget</h1><p>12 % du budget va aux écoles.</p></main></body></html>
END
for profile in auto conseil; do
	run 0 check --format jsonl --profile "$profile" --fail-on never chiffres.html
	grep -q '"rule":"falc/percentage"' "$work/out" && fail "$profile judges an ordinary page as easy to read"
done
run 0 check --format jsonl --profile falc --fail-on never chiffres.html
says out '"rule":"falc/percentage"'
rm "$here/chiffres.html"

# A report for a pipe or a device goes into it, and takes nobody's place.
mkfifo "$here/rapport"
cat "$here/rapport" > "$work/piped" &
run 0 check --quiet --format jsonl=rapport --fail-on never bien.html
wait $!
[ -p "$here/rapport" ] || fail 'the pipe was replaced'
grep -q '"type":"end"' "$work/piped" || fail 'the report did not go into the pipe'
rm "$here/rapport"

# A stop in the middle: a partial report, exit 4. (A shell without job control starts its background
# jobs deaf to SIGINT; SIGTERM does the same.)
mkfifo "$here/tube.html"
exec 9<> "$here/tube.html"
checks=$((checks + 1))
"$CLAIRLINT" check --jobs 1 --quiet --format jsonl "$here/bien.html" "$here/tube.html" "$here/mal.html" \
	> "$work/out" 2> "$work/err" 9>&- &
pid=$!
# More than a pipe holds: once it is written, the program is reading.
timeout 60 head -c 200000 /dev/zero >&9 || fail 'the page is not read'
kill "$pid" 2> /dev/null
sleep 0.3
exec 9>&-
status=0
wait "$pid" || status=$?
[ "$status" -eq 4 ] || fail "exit $status after a stop"
grep -qE '"exit_status": ?4' "$work/out" || fail 'the report does not say 4'
grep -q 'mal.html' "$work/out" && fail 'pages were begun after the stop'
finish
