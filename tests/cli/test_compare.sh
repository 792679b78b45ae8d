#!/bin/sh
# Two reports compared: what is new, gone, the same; what cannot be told; refusals.
. tests/cli/lib.sh
here=$work/here
top=$PWD

page() { # FILE TITLE BODY
	mkdir -p "$here/$(dirname "$1")"
	cat > "$here/$1" << END
<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>$2</title></head>
<body><header><nav aria-label="Menu principal"><ul><li><a href="/">Accueil</a></li><li><a href="/mairie.html">La mairie</a></li>
<li><a href="/cantine.html">Cantine</a></li></ul></nav></header><main><h1>$2</h1>$3</main></body></html>
END
}

report() { # FOLDER NAME OPTION…
	folder=$1 name=$2
	shift 2
	run "${wanted_status:-1}" check "$folder" --base https://mairie.example/ --quiet --format "json=$name" \
		--disable '*' --enable 'images/*' --enable 'mandatory/*' "$@"
}

# Valid by the schema, and what python says of it.
holds() { # FILE EXPRESSION…
	checks=$((checks + 1))
	python3 "$top/tests/report/validate.py" "$top/docs/schema/compare-1.schema.json" "$here/$1" || fail "$1: schema"
	file=$1
	shift
	python3 - "$here/$file" "$@" << 'END' || fail "$file: $*"
import json, sys
c = json.load(open(sys.argv[1]))
kinds = [x['kind'] for x in c['changes']]
f = c['findings']
for said in sys.argv[2:]:
    if not eval(said):
        print('not so:', said, f['failed'], f['apart_new'], kinds, c['stability'])
        sys.exit(1)
END
}

form='<form action="/envoi"><p><label for="nom">Votre nom</label> <input id="nom" autocomplete="name"></p>
<p><label for="rue">Votre rue</label> <input id="rue" autocomplete="street-address"></p><p><button>Envoyer</button></p></form>'
page avant/index.html 'Accueil de la mairie' '<p><img src="plan.png"></p>'
page avant/mairie.html 'Horaires de la mairie' '<p>La mairie ouvre le lundi.</p>'
page avant/cantine.html 'Inscrire à la cantine' "$form"
report avant avant.json

# The same again: nothing is new.
run 0 compare avant.json avant.json
says out 'Aucun nouveau défaut prouvé'
run 0 compare avant.json avant.json -f json=rien.json -q
holds rien.json 'c["changes"] == []' 'f["failed"]["same"] == 1' 'c["stability"]["value"] == 100' 'c["exit_status"] == 0' \
	'c["scores"]["comparable"]'

# A page moved, an image mended, another one broken, words of the menu and a field changed.
cp -R "$here/avant" "$here/apres"
mv "$here/apres/mairie.html" "$here/apres/nos-horaires.html"
sed -i 's|plan.png"|plan.png" alt="Plan de la ville"|; s|La mairie</a>|Nos horaires</a>|; s|/mairie.html|/nos-horaires.html|' "$here"/apres/*.html
sed -i 's|Votre rue|Votre adresse|; s|id="nom"|id="nom" required|; s|Envoyer|Valider|; s|</main>|<img src="repas.png"></main>|' "$here/apres/cantine.html"
report apres apres.json
run 1 compare avant.json apres.json
says out 'L’image repas.png n’a pas d’alternative'
says out 'est devenue'
says out 'Nos horaires'
run 1 compare avant.json apres.json -f json=c.json -f html=c.html -q
holds c.json 'f["failed"] == {"new": 1, "gone": 1, "same": 0}' '"page-moved" in kinds' '"menu-renamed" in kinds' \
	'"field-renamed" in kinds' '"field-required" in kinds' '"form-button" in kinds' '"page-gone" not in kinds' \
	'c["stability"]["menu_entries"] == {"kept": 2, "of": 3}' '[p["failures_after"] for p in c["pages"]] == [1, 0]'
run 1 compare --lang en avant.json apres.json
says out 'New defects: 1'
run 0 check c.html --no-config -q

# The other way round, a defect that comes back is new.
run 1 compare apres.json avant.json -q
says out 'plan.png'

# A rule that only one crawl applied tells nothing new.
wanted_status=0 report avant sans.json --disable 'images/*'
run 0 compare sans.json apres.json
says out 'ne sont appliquées que maintenant'
says out 'Ces notes ne se comparent pas'
run 0 compare sans.json apres.json -f json=r.json -q
holds r.json 'f["apart_new"]["rule"] >= 1' '"images/alt-missing" in c["rules"]["new_only"]' 'not c["scores"]["comparable"]'

# A page that was not tested before cannot have new defects; one that the old crawl knew nothing of can.
sed '/index.html/s/"tested":true/"tested":false/' "$here/avant.json" > "$here/moins.json"
run 0 compare moins.json avant.json -f json=m.json -q
holds m.json 'f["failed"]["new"] == 0' 'f["apart_new"]["page"] == 1'
python3 - "$here" << 'END'
import json, sys
report = json.load(open(sys.argv[1] + '/avant.json'))
report['pages'] = [page for page in report['pages'] if 'index' not in page['url']]
json.dump(report, open(sys.argv[1] + '/deux.json', 'w'))
END
run 1 compare deux.json avant.json -q
run 0 compare avant.json deux.json -f json=d.json -q
holds d.json 'f["failed"]["gone"] == 0' 'f["apart_gone"]["page"] == 1' '"page-gone" in kinds'

# A defect that the configuration silences is no new one; one that it silenced before is not new either.
cat > "$here/tait.yml" << 'END'
suppressions:
  - rule: images/*
    reason: essai
END
wanted_status=0 report apres tait.json -c tait.yml
run 0 compare avant.json tait.json
run 0 compare tait.json apres.json -q

# What only a crawl shows: addresses that die or redirect, clicks, the order of the menu.
python3 - "$here" << 'END'
import copy, json, sys
report = json.load(open(sys.argv[1] + '/avant.json'))
start = 'https://mairie.example/'
report['site'].update(url=start, stopped_because='all-pages')
pages = {page['url'].removeprefix(start): page for page in report['pages']}
for page in pages.values():
    page.update(depth=1, http_status=200)
pages['cantine.html']['kind'] = 'procedure'
menu = report['site']['menus'][0]['entries']

def write(name, change):
    new = copy.deepcopy(report)
    change(new, {page['url'].removeprefix(start): page for page in new['pages']})
    json.dump(new, open('%s/%s.json' % (sys.argv[1], name), 'w'))

def dead(new, pages):
    pages['cantine.html'].update(tested=False, not_tested_reason='http-error', http_status=404, findings=[], outcomes={}, trace=None)

def redirected(new, pages):
    pages['cantine.html'].update(final_url=start + 'repas.html')

def deeper(new, pages):
    pages['cantine.html'].update(depth=3)

def other_host(new, pages):
    text = json.dumps(new['pages']).replace('mairie.example', 'essai.mairie.example:8080')
    new['pages'] = json.loads(text)
    new['site'].update(url='https://essai.mairie.example:8080/',
                       menus=json.loads(json.dumps(new['site']['menus']).replace('mairie.example', 'essai.mairie.example:8080')))

def shuffled(new, pages):
    entries = new['site']['menus'][0]['entries']
    entries.append(entries.pop(0))

def under(new, pages):
    new['site']['menus'][0]['entries'][2]['level'] = 2

def partial(new, pages):
    new['site']['stopped_because'] = 'page-limit'
    new['pages'] = [page for page in new['pages'] if 'cantine' not in page['url']]

write('depart', lambda new, pages: None)
for change in (dead, redirected, deeper, other_host, shuffled, under, partial):
    write(change.__name__, change)
END
changed() { # NAME EXPRESSION…
	name=$1
	shift
	run 0 compare depart.json "$name.json" -f "json=vu.json" -q
	holds vu.json "$@"
}
changed depart 'kinds == []' 'c["stability"]["procedure_addresses"] == {"kept": 1, "of": 1}'
changed dead 'kinds == ["page-dead"]' 'c["changes"][0]["procedure"]' 'c["stability"]["procedure_addresses"] == {"kept": 0, "of": 1}'
changed redirected 'kinds == ["page-redirected"]' 'c["stability"]["value"] == 100' 'f["failed"]["gone"] == 0'
changed deeper 'kinds == ["click-depth"]' '(c["changes"][0]["before"], c["changes"][0]["after"]) == ("1", "3")'
changed other_host 'kinds == []' 'c["stability"]["value"] == 100' 'f["failed"]["new"] == 0'
changed shuffled 'kinds == ["menu-moved"]' 'c["changes"][0]["before"] == "Accueil"' 'c["stability"]["menu_entries"] == {"kept": 2, "of": 3}'
changed under 'kinds == ["menu-moved"]'
changed partial 'kinds == []' 'c["stability"]["procedure_addresses"] == {"kept": 0, "of": 0}'
run 0 compare depart.json shuffled.json
says out 'Plus de 20'
run 0 compare depart.json partial.json
says out 'toutes les pages n’ont pas été lues'

# Refusals: each names the file.
run 2 compare avant.json
says err 'il faut deux rapports'
run 2 compare avant.json rien-ici.json
says err 'rien-ici.json : le fichier ou le dossier n’existe pas'
printf '{"run": ' > "$here/coupe.json"
run 2 compare avant.json coupe.json
says err 'coupe.json:1:8: ce n’est pas du JSON'
printf '{"a": 1}' > "$here/autre.json"
run 2 compare autre.json avant.json
says err 'autre.json : ce n’est pas un rapport'
sed 's/"schema_version":1/"schema_version":2/' "$here/avant.json" > "$here/demain.json"
run 2 compare avant.json demain.json
says err 'version 2 du schéma'
sed 's/"tested":true/"tested":false/' "$here/avant.json" > "$here/vide.json"
run 3 compare vide.json avant.json
says err 'vide.json : aucune page n’a été testée'
run 3 compare avant.json vide.json
run 2 compare avant.json apres.json -f earl
says err 'compare n’écrit pas earl'
sed 's/"version":"[^"]*"/"version":"0.0.1"/' "$here/avant.json" > "$here/vieux.json"
run 0 compare vieux.json avant.json
says out 'versions différentes du programme'

# The formats of the configuration are those of a run.
printf 'formats:\n  - html=site.html\n' > "$here/.clairlint.yml"
run 0 compare avant.json avant.json
[ ! -e "$here/site.html" ] || fail 'the report of the site was written over'
finish
