#!/bin/sh
# --rgaa-grid: a model of the shape of the State's, made here, is filled and read back cell by cell; models made to
# hurt are refused with their name and what is missing.
. tests/cli/lib.sh
top=$PWD
here=$work/here

make_model() {
	python3 "$top/tests/report/grid_model.py" "$@" || fail "cannot make the model $*"
}

# fill STATUS MODEL FOLDER OPTION…: the grid goes to $here/grille.ods.
fill() {
	status=$1 model=$2 folder=$3
	shift 3
	rm -f "$here/grille.ods"
	run "$status" check --no-config --fail-on never --reproducible --today 2026-11-22 \
		--rgaa-grid "$model" -o grille.ods --format rgaa-grid=grille.csv "$@" "$folder"
}

holds() {
	checks=$((checks + 1))
	python3 "$top/tests/report/check_grid.py" "$1" "$here/grille.ods" "$here/grille.csv" > "$work/said" 2>&1 || {
		fail "the grid from $1"
		tail -n 20 "$work/said"
	}
}

make_model "$work/grand.ods" --sheets=40
make_model "$work/petit.ods" --sheets=3
fill 0 "$work/grand.ods" "$top/tests/site/sample"
holds "$work/grand.ods"
cp "$here/grille.ods" "$work/premier.ods"
# The same bytes with one thread, and wherever the machine stands.
TZ=America/New_York fill 0 "$work/grand.ods" "$top/tests/site/sample" --jobs 1
same "$work/premier.ods" "$here/grille.ods"
# What the grid is held against has every status.
checks=$((checks + 1))
grep -q ';"NC";' "$here/grille.csv" && grep -q ';"C";' "$here/grille.csv" && grep -q ';"NA";' "$here/grille.csv" ||
	fail 'the sample site has no NC, C or NA'

fill 0 "$work/petit.ods" "$top/tests/site/sample" --quiet
holds "$work/petit.ods"
says err 'l’échantillon est coupé. Le modèle a 3 feuilles de page'

# Pages made to hurt: what they write stays text, in one cell. A page that is not there is told.
mkdir "$here/mechant"
python3 "$top/tests/report/hostile_pages.py" "$here/mechant"
make_model "$work/moyen.ods" --sheets=12
fill 0 "$work/moyen.ods" mechant --audit
holds "$work/moyen.ods"
fill 0 "$work/petit.ods" bien.html absente.html # this one first: it stands with the options
checks=$((checks + 1))
python3 - "$top/tests/report" "$here/grille.ods" << 'END' || fail 'the page that is absent is not told'
import sys
sys.path.insert(0, sys.argv[1])
import grid_read
page = grid_read.sheets(sys.argv[2])['P01'][3:109]
assert {row[3].text for row in page} == {'NT'}, 'a page that was not tested has a status'
assert page[0][5].text.startswith('Page non testée.'), page[0][5].text
assert not any(row[5].text for row in page[1:])
END
make_model "$work/rempli.ods" --spoil=filled --sheets=3
fill 0 "$work/rempli.ods" bien.html
says err 'Statuts remplacés : 7'

# Nothing tested, nothing written; the file that was there stays.
printf 'avant' > "$here/grille.ods"
run 3 check --no-config --rgaa-grid "$work/petit.ods" -o grille.ods absente.html
says err 'grille.ods n’est pas écrit : aucune page n’a été testée'
checks=$((checks + 1))
[ "$(cat "$here/grille.ods")" = avant ] || fail 'the file that was there is gone'

cp "$work/petit.ods" "$here/modele.ods"
run 2 check --no-config --rgaa-grid modele.ods -o modele.ods bien.html
says err 'modele.ods est le modèle'
same "$work/petit.ods" "$here/modele.ods"
run 2 check --no-config --rgaa-grid modele.ods bien.html
says err '--rgaa-grid demande aussi le fichier à écrire'
run 2 check --no-config --rgaa-grid rien.ods -o grille.ods bien.html
says err 'impossible de lire rien.ods'

# refused NAME WORDS: within 20 seconds and 400 MB, before any page is judged.
refused() {
	make_model "$here/$1.ods" --spoil="$1" --sheets=4
	rm -f "$here/grille.ods"
	checks=$((checks + 1))
	got=0
	(cd "$here" && ulimit -t 20 && ${LIMIT:-true} && "$CLAIRLINT" check --no-config --rgaa-grid "$1.ods" -o grille.ods \
		bien.html) > "$work/out" 2> "$work/err" || got=$?
	[ "$got" -eq 2 ] || fail "$1: exit $got instead of 2: $(head -n 3 "$work/err")"
	says err "$1.ods : "
	says err "$2"
	silent out
	[ ! -e "$here/grille.ods" ] && [ ! -e "$here/grille.ods.partial" ] || fail "$1: a grid was left"
	rm -f "$here/$1.ods"
}
# A sanitizer takes more memory than the machine has.
ldd "$CLAIRLINT" | grep -q libasan || LIMIT='ulimit -v 900000'
refused bomb 'trop gros'
refused parts 'trop gros'
refused lying 'content.xml'
refused deep 'bien formé'
refused entities 'DOCTYPE'
refused external 'DOCTYPE'
refused cut 'abîmé'
refused cut-xml 'bien formé'
refused damaged 'abîmé'
refused noise 'abîmé'
refused empty 'OpenDocument'
refused text 'OpenDocument'
refused no-mimetype 'OpenDocument'
refused no-content 'manque content.xml'
refused no-table 'manque les feuilles des pages'
refused no-pages 'manque les feuilles des pages'
refused no-changes 'manque les feuilles des pages'
refused no-sample 'manque le tableau de l’échantillon'
finish
