#!/bin/sh
# Findings known before: what is new, known, gone or cannot be told; what fails; files that are refused.
. tests/cli/lib.sh
here=$work/here
top=$PWD
only='--no-config --disable * --enable images/* --enable mandatory/*'

page() { # FILE TITLE BODY
	mkdir -p "$here/$(dirname "$1")"
	cat > "$here/$1" << END
<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>$2</title></head><body><main><h1>$2</h1>$3</main></body></html>
END
}

judge() { # STATUS OPTION…
	status=$1
	shift
	set -f
	run "$status" check site $only --quiet "$@"
	set +f
}

# counts FAILED_NEW FAILED_KNOWN FAILED_GONE NOT_LOOKED_FOR APART: of rapport.json, which follows the schema.
counts() {
	checks=$((checks + 1))
	python3 "$top/tests/report/validate.py" "$top/docs/schema/clairlint-1.schema.json" "$here/rapport.json" || fail schema
	python3 - "$here/rapport.json" "$@" << 'END' || fail "counts $*"
import json, sys
report = json.load(open(sys.argv[1]))
b = report['site']['baseline']
got = [b['failed']['new'], b['failed']['known'], b['failed']['gone'], b['not_looked_for'], b['apart']]
found = [f for p in report['pages'] for f in p['findings'] if f['outcome'] == 'failed'] + report['site']['findings']
states = [f['baseline'] for f in found]
if got != list(map(int, sys.argv[2:])) or states.count('new') != got[0] or states.count('known') != got[1] or \
        sum(c['new'] for c in report['causes']) != b['failed']['new'] + b['review']['new']:
    print('not so:', b, states)
    sys.exit(1)
END
}

page site/a.html 'Plan de la ville' '<p><img src="plan.png"></p>'
page site/b.html 'La mairie' '<p><img src="logo.png"></p><p>La mairie ouvre le lundi à neuf heures.</p>'
page site/c.html 'La cantine' '<p><img src="logo.png"></p><p>La cantine ouvre à midi.</p>'
judge 1 --write-baseline connu.jsonl
judge 0 --write-baseline autre.jsonl --fail-on never --jobs 2
same "$here/connu.jsonl" "$here/autre.jsonl"
checks=$((checks + 1))
python3 - "$here/connu.jsonl" "$top/docs/schema/baseline-1.schema.json" << 'END' || fail 'schema of the baseline'
import json, jsonschema, sys
schema = json.load(open(sys.argv[2]))
jsonschema.Draft7Validator.check_schema(schema)
lines = [json.loads(line) for line in open(sys.argv[1])]
for line in lines:
    jsonschema.Draft7Validator({'$ref': '#/definitions/' + line['type'], 'definitions': schema['definitions']}).validate(line)
found = [line for line in lines if line['type'] == 'finding']
# The logo of two pages is one line.
assert [(f['page'], f['count'], f.get('pages')) for f in found if 'logo' in f['excerpt']] == [('b.html', 2, 2)], found
assert [line['page'] for line in lines if line['type'] == 'page'] == ['a.html', 'b.html', 'c.html']
keys = [(f['rule'], f['fingerprint']) for f in found]
assert keys == sorted(keys)
END

# The same again: all is known, and only what is asked for fails.
judge 0 --baseline connu.jsonl --fail-on new -f json=rapport.json
counts 0 3 0 0 0
judge 1 --baseline connu.jsonl --fail-on blocking
says out 'Par rapport à connu.jsonl'
says out '0 défaut nouveau, 3 déjà connus, 0 disparu.'
judge 1 --baseline connu.jsonl --lang en
says out 'Beside connu.jsonl: 0 new defects, 3 known, 0 gone.'
judge 1 --baseline connu.jsonl -f html=rapport.html
checks=$((checks + 1))
grep -qF '3 déjà connus' "$here/rapport.html" || fail 'the html report does not count what is known'

# A page moved, a template shared by one page more, a defect mended and another planted.
mkdir "$here/site/ville"
mv "$here/site/a.html" "$here/site/ville/plan-de-la-ville.html"
sed -i 's|<main>|<main><div><p><img src="plante.png"></p></div>|' "$here/site/b.html"
sed -i 's|<img src="logo.png">|<img src="logo.png" alt="Mairie">|' "$here/site/c.html"
judge 1 --baseline connu.jsonl --fail-on new -f json=rapport.json
counts 1 2 1 0 0
judge 1 --baseline connu.jsonl --fail-on new-blocking
says out '1 page, 1 fois, 1 nouveau.'
# A defect that a template brings once more than before is new once.
cp "$here/site/b.html" "$here/site/d.html"
judge 1 --baseline connu.jsonl --fail-on new-review -f json=rapport.json
counts 2 3 0 0 0
rm "$here/site/d.html"

# What was not looked at is not gone: a page that could not be read, a page not given, a rule not asked.
printf '%%PDF-1.4' > "$here/site/b.html"
judge 0 --baseline connu.jsonl --fail-on new -f json=rapport.json
counts 0 1 1 1 0
set -f
run 0 check site/c.html $only --quiet --base site/c.html --baseline connu.jsonl --fail-on new -f json=rapport.json
counts 0 0 0 3 0
run 0 check site --no-config --quiet --disable '*' --enable mandatory/* --baseline connu.jsonl --fail-on new -f json=rapport.json
set +f
counts 0 0 0 3 0

# What nobody had looked at is not new: neither a rule nor a page that could not be tested then.
judge 0 --write-baseline trou.jsonl --fail-on never
page site/b.html 'La mairie' '<p><img src="logo.png"></p>'
judge 0 --baseline trou.jsonl --fail-on new -f json=rapport.json
counts 0 1 0 0 1
judge 0 --write-baseline sans.jsonl --disable 'images/*'
judge 0 --baseline sans.jsonl --fail-on new -f json=rapport.json
counts 0 0 0 0 5

# Past a hundred findings of one rule on a page: which ones are listed is no news, one more is.
many=$(awk 'BEGIN { for (i = 0; i < 150; i++) printf "<p>Photo %d <img src=\"photo-%s.png\"></p>", i, substr("abcdefghijklmnopqrstuvwxyz", 1 + i % 26, 1) int(i / 26) }')
page site/b.html 'La mairie' "$many"
judge 0 --write-baseline cent.jsonl --fail-on never
page site/b.html 'La mairie' "$(printf '%s' "$many" | sed 's|<p>|\n<p>|g' | sort -r | tr -d '\n')"
judge 0 --baseline cent.jsonl --fail-on new
page site/b.html 'La mairie' "$many<p><img src=\"de-plus.png\"></p>"
judge 1 --baseline cent.jsonl --fail-on new
says out '1 défaut nouveau de plus n’est pas listé'

# Nothing to hold on to, nothing tested, stopped: refused, and what was there stays.
judge 2 --fail-on new
says err '--fail-on new demande --baseline'
mkdir "$here/vide"
run 3 check vide --no-config --write-baseline cent.jsonl
says err 'cent.jsonl n’est pas écrit : aucune page n’a été testée'
judge 0 --write-baseline bis.jsonl --fail-on never
checks=$((checks + 1))
[ ! -e "$here/cent.jsonl.partial" ] && [ "$(head -c 20 "$here/cent.jsonl")" = '{"type":"baseline","' ] || fail 'the old baseline was lost'
judge 2 --write-baseline nulle/part.jsonl
says err 'impossible d’écrire nulle/part.jsonl'

# refused LINE TEXT: wrong.jsonl.
refused() {
	judge 2 --baseline wrong.jsonl --fail-on new
	says err "wrong.jsonl:$1"
	says err "$2"
}
judge 2 --baseline absent.jsonl
says err 'impossible de lire absent.jsonl'
: > "$here/wrong.jsonl"
refused 0 'ce n’est pas un fichier écrit par --write-baseline'
cp "$here/rapport.json" "$here/wrong.jsonl"
refused 1 'ce n’est pas un fichier écrit par --write-baseline'
sed '1s/"version":1/"version":7/' "$here/connu.jsonl" > "$here/wrong.jsonl"
refused 1 'la version 7 du format, et il faut la version 1'
sed '3s/^/<<<<<<< HEAD\n/' "$here/connu.jsonl" > "$here/wrong.jsonl"
refused 3:1 'pas un objet JSON'
line=$(grep -n '"type":"finding"' "$here/connu.jsonl" | head -n 1 | cut -d: -f1)
sed "${line}s/\"count\":1/\"count\":0/; ${line}s/\"count\":2/\"count\":0/" "$here/connu.jsonl" > "$here/wrong.jsonl"
refused "$line" 'la clé « count »'
sed "${line}s/\"fingerprint\":\"/&Z/" "$here/connu.jsonl" > "$here/wrong.jsonl"
refused "$line" 'la clé « fingerprint »'
sed "${line}p" "$here/connu.jsonl" > "$here/wrong.jsonl"
refused $((line + 1)) 'répète une ligne'
sed "${line}d" "$here/connu.jsonl" > "$here/wrong.jsonl"
refused "$(wc -l < "$here/wrong.jsonl")" 'des lignes manquent'
sed '$d' "$here/connu.jsonl" > "$here/wrong.jsonl"
refused "$(wc -l < "$here/wrong.jsonl")" 'des lignes manquent'

finish
