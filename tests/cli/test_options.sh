#!/bin/sh
# Options and commands: what is refused, with which words, and the exit status.
. tests/cli/lib.sh

run 2
says out 'clairlint check'
run 0 --help
says out '--fail-on review|minor|major|blocking|never'
says out 'Codes de sortie'
run 0 --help --lang en
says out 'Exit statuses'
run 0 help
run 0 site --help
says out '--max-pages N'
run 0 check -h
grep -q -- '--max-pages' "$work/out" && fail 'check --help shows --max-pages'
run 0 --version
says out 'clairlint 0.'

# French, unless the environment or the line says English.
LANG=en_GB.UTF-8
export LANG
run 2 --formt json
says err 'Did you mean --format?'
LC_ALL=fr_FR.UTF-8
export LC_ALL
run 2 --formt json
says err 'Vouliez-vous dire --format ?'
unset LANG LC_ALL

run 2 --azertyuiop
says err 'l’option --azertyuiop n’existe pas'
run 2 -Z
says err 'l’option -Z n’existe pas'
run 2 chek bien.html
says err 'Vouliez-vous dire « check » ?'
run 2 bien.html
says err 'clairlint check bien.html'
run 2 www.exemple.fr
says err 'https://www.exemple.fr'
run 2 check
says err 'que faut-il juger'
run 2 site
run 2 explain
run 2 rules images/alt-missing
run 2 config
says err 'clairlint config print'
run 2 check --max-pages 3 bien.html
says err 'l’option --max-pages ne va pas avec la commande « check »'
run 2 check --jobs
says err 'attend une valeur'
run 2 check --jobs 0 bien.html
says err '0 n’est pas entre 1 et 256'
run 2 check --jobs deux bien.html
says err '« deux » n’est pas un nombre entier'
run 2 check --jobs 1.5 bien.html
run 2 check --jobs nan bien.html
run 2 check --fail-on majeur bien.html
says err 'Vouliez-vous dire « major » ?'
run 2 check --quiet=parfois bien.html
run 2 check --format jsn bien.html
says err 'Vouliez-vous dire « json » ?'
run 2 check --format json --format text bien.html
says err 'un seul format'
run 2 check -o rapport.pdf bien.html
says err 'ne dit pas son format'
run 2 check --disable images/alt-mising bien.html
says err 'Vouliez-vous dire « images/alt-missing » ?'
run 2 check --format json=absent/rapport.json bien.html
says err 'impossible d’écrire absent/rapport.json'
run 2 check --dictionaries absent bien.html
run 2 site ftp://exemple.fr/
silent out

run 0 rules
says out 'images/alt-missing'
says out 'RGAA 1.1.1'
run 0 explain images/alt-missing
says out 'À ne pas faire'
says out '<img'
says out 'Comment réparer'
says out 'personnes aveugles'
run 0 explain --lang en images/alt-missing#no-alt
says out 'How to mend'
run 2 explain images/alt-mising
says err 'Vouliez-vous dire « images/alt-missing » ?'

# Each rule can be explained in both languages, with an example.
for lang in fr en; do
	"$CLAIRLINT" rules --no-config --lang "$lang" | grep -E '^[a-z]+/[a-z0-9-]+$' > "$work/ids"
	while read -r id; do
		run 0 explain --lang "$lang" "$id"
		grep -qE '^(À ne pas faire|À vérifier|Wrong|To be checked)' "$work/out" || fail "$id has no example"
	done < "$work/ids"
done
finish
