#!/bin/sh
# --sample rgaa: on the sample site, and on one made for it, whose kinds, processes and looks are planted.
. tests/cli/lib.sh
. tests/support/serve.sh
top=$PWD

# sample COMMAND PLACE NAME OPTION…: its sample goes to $work/NAME, a line a page: address from the place, why.
sample() {
	command=$1 folder=$2 name=$3
	shift 3
	run 0 "$command" "$folder" --no-config --quiet --reproducible --fail-on never --sample rgaa --format json="$work/$name.json" "$@"
	python3 - "$folder" "$work/$name.json" > "$work/$name" << 'END'
import json, sys
report = json.load(open(sys.argv[2]))
tested = {page['final_url'] for page in report['pages'] if page['tested']}
sample = report['site']['sample']
drawn = sum(page['why'] == 'random' for page in sample['pages'])
assert 10 * drawn >= len(sample['pages']), f'{drawn} drawn of {len(sample["pages"])}'
assert len(sample['pages']) <= sample['limit']
for page in sample['pages']:
    assert page['url'] in tested, page['url']
    path = page['url'].removeprefix(sys.argv[1]).removeprefix('/')
    print(path or 'index.html', page['why'], sep='\t')
END
	[ $? -eq 0 ] || fail "the sample $name"
}

# missing NAME KIND…
missing() {
	name=$1
	shift
	checks=$((checks + 1))
	python3 -c 'import json, sys
assert json.load(open(sys.argv[1]))["site"]["sample"]["missing"] == sys.argv[2:]' "$work/$name.json" "$@" ||
		fail "what $name lacks"
}

# --- The sample site ---
sample check "$top/tests/site/sample" town --format text="$work/town.txt" --format html="$work/town.html" --lang fr
cat > "$work/expected" << 'END'
index.html	home
contact.html	contact
mentions-legales.html	legal
accessibilite.html	statement
plan-du-site.html	site-map
demarches/index.html	menu
demarches/carte-identite.html	procedure
inscription-cantine.html	form
agenda.html	news
mairie.html	data-table
carte.html	look
END
grep -v 'random$' "$work/town" > "$work/chosen"
same "$work/expected" "$work/chosen"
missing town help search login step appointment payment media download
for format in txt html; do
	cp "$work/town.$format" "$work/out"
	says out 'L’échantillon de l’audit'
	says out 'page d’aide'
	says out 'à chercher à la main'
	says out 'Graine du'
done
run 0 check "$work/town.html" --no-config --quiet --fail-on minor

# --- Planted kinds ---
mkdir "$work/site"
python3 "$top/tests/site/make-audit.py" "$work/site" 120 > "$work/planted"
python3 "$top/tests/report/grid_model.py" "$work/modele.ods" --sheets=40 || fail 'no model'
sample check "$work/site" large --rgaa-grid "$work/modele.ods" -o "$work/grille.ods" --format rgaa-grid="$work/grille.csv"
missing large payment
checks=$((checks + 1))
python3 - "$work/planted" "$work/large" << 'END' || fail 'a planted page is not in the sample'
import sys
chosen = [line.rstrip('\n').split('\t') for line in open(sys.argv[2])]
faults = 0
for line in open(sys.argv[1]):
    path, why = line.rstrip('\n').split('\t')
    found = [w for p, w in chosen if (p.startswith(path) if why == 'look' else p == path)]
    # A form of a process is the example of a form: no other is asked for.
    if path != 'signaler.html' and why not in found:
        print(f'{path}: {why} was planted, found {found}')
        faults += 1
assert len([1 for p, w in chosen if w == 'look']) <= 6, chosen
assert not any(p == 'payer.html' for p, w in chosen)
sys.exit(faults > 0)
END
# The grids have the pages of the sample, in its order.
checks=$((checks + 1))
python3 "$top/tests/report/check_grid.py" "$work/modele.ods" "$work/grille.ods" "$work/grille.csv" > "$work/said" ||
	{ fail 'the grid of the sample'; tail -n 5 "$work/said"; }
cut -f 1 "$work/large" > "$work/pages"
python3 - "$work/site" "$work/grille.csv" > "$work/rows" << 'END'
import csv, os, sys
rows = list(csv.reader(open(sys.argv[2], encoding='utf-8-sig'), delimiter=';'))[1:]
for row in rows:
    if row[3] == '1.1' and row[0] != 'Site':
        print(os.path.relpath(row[1], sys.argv[1]))
END
same "$work/pages" "$work/rows"

# A model of four sheets: as many pages, one of them drawn; what has no room is told.
python3 "$top/tests/report/grid_model.py" "$work/petit.ods" --sheets=4 || fail 'no small model'
sample check "$work/site" small --rgaa-grid "$work/petit.ods" -o "$work/petite.ods" --lang fr --format text
says out 'Trouvés, mais sans place dans un échantillon de 4 pages'
grep -q 'l’échantillon est coupé' "$work/err" && fail 'the grid cuts the sample'
printf 'home\ncontact\nlegal\nrandom\n' > "$work/expected"
cut -f 2 "$work/small" > "$work/whys"
same "$work/expected" "$work/whys"

# --- The draw ---
sample check "$work/site" one --jobs 1
sample check "$work/site" two --jobs 2
same "$work/one.json" "$work/two.json"
sample check "$work/site" other --seed 2
grep -v 'random$' "$work/one" > "$work/one.chosen"
grep -v 'random$' "$work/other" > "$work/other.chosen"
same "$work/one.chosen" "$work/other.chosen"
checks=$((checks + 1))
cmp -s "$work/one" "$work/other" && fail 'another seed draws the same pages'
# The same site elsewhere, and crawled: the same pages.
cp -r "$work/site" "$work/ailleurs"
sample check "$work/ailleurs" copy
same "$work/one" "$work/copy"
serve "$work/site"
sample site "$url" crawled --own-site
same "$work/one" "$work/crawled"

# What a rule of the site found on a page out of the sample makes no status of the audit. On the sample site the menu
# of contact.html is not that of the others.
kill "$server"
serve "$top/tests/site/sample"
python3 "$top/tests/report/grid_model.py" "$work/deux.ods" --sheets=2 || fail 'no model of two sheets'
of_site() {
	run 0 site "$url" --own-site --no-config --quiet --reproducible --fail-on never --format rgaa-grid "$@"
	checks=$((checks + 1))
	python3 -c 'import csv, sys
print(*[row[5] for row in csv.reader(sys.stdin, delimiter=";") if row[0] == "Site" and row[3] == "12.2"])' \
		< "$work/out" > "$work/status"
	[ "$(cat "$work/status")" = "$expected" ] || fail "12.2 of the site is $(cat "$work/status"), not $expected: $*"
}
expected=NC
of_site
of_site --sample rgaa
expected=NT
of_site --sample rgaa --rgaa-grid "$work/deux.ods" -o "$work/deux-pages.ods"

# The configuration says it too, and the line is stronger.
printf 'sample: rgaa\nseed: 2\n' > "$work/audit.yml"
run 0 check "$work/site" -c "$work/audit.yml" --quiet --reproducible --fail-on never --format json="$work/file.json"
same "$work/other.json" "$work/file.json"
run 0 check "$work/site" -c "$work/audit.yml" --seed 1 --quiet --reproducible --fail-on never --format json="$work/line.json"
same "$work/one.json" "$work/line.json"
run 0 check "$work/site" --sample rgaa --seed 4294967295 --no-config --fail-on never --lang fr --format rgaa-grid
says err 'échantillon : pages choisies 20 sur '
says err ', graine 4294967295.'
run 2 check "$work/site" --sample rgaa --seed 4294967296 --lang fr
run 2 check "$work/site" --seed 2 --lang fr
says err '--seed ne sert qu’avec --sample rgaa'
run 2 check "$work/site" --sample tout --lang fr
says err 'Choix : rgaa'
# Nothing tested: no sample, and no statement about one.
run 3 check "$work/here/absente.html" --no-config --quiet --sample rgaa --format text --lang fr
grep -q 'échantillon' "$work/out" && fail 'a sample of nothing'
finish
