#!/bin/sh
# Budgets: what they count, what breaks them, what may not get worse; faults of the configuration with their place.
. tests/cli/lib.sh
here=$work/here
top=$PWD
printf 'lang: fr\nrules:\n  "*": off\n  images/*: on\n  mandatory/*: on\n  tables/*: on\n' > "$work/rules.yml"

page() { # FILE BODY
	mkdir -p "$here/$(dirname "$1")"
	printf '<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8"><title>Page %s</title></head><body><main><h1>Page</h1>%s</main></body></html>\n' \
		"$1" "$2" > "$here/$1"
}

# judge STATUS OPTION…: with the budgets on standard input.
judge() {
	status=$1
	shift
	{ cat "$work/rules.yml"; echo 'budgets:'; cat; } > "$here/.clairlint.yml"
	run "$status" check site --quiet --fail-on never -f text=rapport.txt -f json=rapport.json "$@"
}

# state INDEX STATE VALUE: of a budget of the report, which follows the schema.
state() {
	checks=$((checks + 1))
	python3 "$top/tests/report/validate.py" "$top/docs/schema/clairlint-1.schema.json" "$here/rapport.json" || fail schema
	python3 - "$here/rapport.json" "$@" << 'END' || fail "state $*"
import json, sys
b = json.load(open(sys.argv[1]))['site']['budgets'][int(sys.argv[2])]
if b['state'] != sys.argv[3] or (sys.argv[4] != '?' and b['value'] != (None if sys.argv[4] == '-' else float(sys.argv[4]))):
    print('not so:', b)
    sys.exit(1)
END
}

told() {
	checks=$((checks + 1))
	sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g' "$here/rapport.txt" | tr '\n' ' ' | tr -s ' ' | grep -qF -- "$1" || { fail "« $1 » is not told"; grep -A2 -i budget "$here/rapport.txt"; }
}

page site/a.html '<img src="a.png"><img src="b.png">'
page site/demarches/b.html '<img src="c.png">'
page site/demarches/c.html '<p>La mairie ouvre.</p>'

judge 0 << 'END'
  - rule: images/alt-missing
    most: 3
  - severity: blocking
    url: '*demarches*'
    most: 1
  - score: access
    least: 1
  - score: access
    least: 0
    url: '*demarches/b*'
END
state 0 kept 3
state 1 kept 1
state 2 kept '?'
told '4 budgets tenus sur 4.'

judge 1 << 'END'
  - rule: images/*
    most: 2
  - rule: images/alt-missing
    url: '*/b.html'
    most: 0
  - score: access
    least: 99.5
  - score: access
    least: 99.5
    url: '*demarches/c.html'
  - rule: tables/*
    most: 0
  - severity: major
    url: '*nulle-part*'
    most: 0
END
state 0 broken 3
state 1 broken 1
state 2 broken '?'
state 3 kept 100
state 4 kept 0
state 5 not-measured -
told 'Budget non tenu (défauts de gravité « mineur » au moins, règle images/*) : 3 trouvés, et 2 au plus.'
told 'Budget non tenu (note « Accès ») :'
told '2 budgets tenus sur 6.'
judge 1 --lang en << 'END'
  - rule: images/alt-missing
    most: 2
END
told 'Budget not kept (findings of severity “minor” at least, rule images/alt-missing): 3 found, and 2 at most.'

# What is silenced does not count; nor do doubts, unless they are asked for.
printf 'suppressions:\n  - rule: images/alt-missing\n    url: "*/a.html"\n    reason: Refait en mars.\n' >> "$work/rules.yml"
judge 0 << 'END'
  - rule: images/alt-missing
    most: 1
END
state 0 kept 1
sed -i '/^suppressions/,$d' "$work/rules.yml"

# The ratchet: no worse than in the baseline, which keeps what was counted.
ratchet='  - rule: images/alt-missing
    not-worse: true
  - score: access
    not-worse: true
    url: "*/b.html"'
echo "$ratchet" | judge 0 --write-baseline avant.jsonl
state 0 no-baseline 3
told 'sans --baseline, on ne sait pas si cela empire'
echo "$ratchet" | judge 0 --baseline avant.jsonl
state 0 kept 3
state 1 kept '?'
page site/demarches/b.html '<img src="c.png"><img src="d.png"><img src="e.png">'
echo "$ratchet" | judge 1 --baseline avant.jsonl
state 0 worse 5
told ': 5, et c’était 3. Cela ne doit pas empirer.'
page site/demarches/b.html '<p>La mairie ouvre.</p>'
echo "$ratchet" | judge 0 --baseline avant.jsonl --write-baseline apres.jsonl
state 0 kept 2
echo "$ratchet" | judge 0 --baseline apres.jsonl
judge 1 --baseline avant.jsonl << 'END'
  - severity: major
    not-worse: true
END
state 0 not-in-baseline 2
told 'le fichier de --baseline n’en dit rien'
sed 's/"value":[0-9.]*/"value":-1/' "$here/avant.jsonl" > "$here/faux.jsonl"
echo "$ratchet" | judge 2 --baseline faux.jsonl
says err 'la clé « value »'

# A budget does not hide that nothing was tested.
mkdir "$here/vide"
run 3 check vide --quiet

# What the configuration cannot mean, with its place.
refused() { # PLACE TEXT
	{ echo 'lang: fr'; echo 'budgets:'; cat; } > "$here/.clairlint.yml"
	run 2 check site
	says err ".clairlint.yml:$1: "
	says err "$2"
}
printf '  - rule: images/*\n' | refused 3:5 'un budget dit sa limite'
printf '  - rule: image/*\n    most: 1\n' | refused 3:11 'image'
printf '  - most: beaucoup\n' | refused 3:11 'attend un nombre'
printf '  - most: -1\n' | refused 3:11 'attend un nombre'
printf '  - most: nan\n' | refused 3:11 'attend un nombre'
printf '  - score: acces\n    least: 3\n' | refused 3:12 'Vouliez-vous dire « access »'
printf '  - score: access\n    least: 101\n' | refused 4:12 'de 0 à 100'
printf '  - score: access\n    most: 3\n' | refused 3:5 'un budget de note'
printf '  - least: 3\n' | refused 3:5 '« least » va avec « score »'
printf '  - severity: grave\n    most: 3\n' | refused 3:15 'Choix : review, minor, major, blocking'
printf '  - mots: 3\n' | refused 3:5 'Vouliez-vous dire « most »'
printf '  - not-worse: oui\n' | refused 3:16 'Choix : false, no, off, true, yes, on'
printf '  rule: images/*\n' | refused 3:3 'attend une liste'
printf 'lang: fr\nbudgets:\n  - url: "*/a*"\n    most: 3\n    not-worse: true\n  - score: journey\n    least: 80\n' > "$here/.clairlint.yml"
run 0 config print
says out '    url: "*/a*"'
says out '    not-worse: true'
says out '    least: 80'

finish
