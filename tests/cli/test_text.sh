#!/bin/sh
# Texts in, reports out: kinds, folders, places, refusals, the same bytes for any number of jobs.
. tests/cli/lib.sh
here=$work/here

cat > "$here/lettre.md" << 'END'
---
titre: « ultérieurement » n’est pas lu ici
---
# Votre demande

Vous devez *ultérieurement* écrire. Tapez `ultérieurement`.

![DSC_0042.jpg](photo.jpg)
END
printf 'Votre demande\r\n\r\nL\222\351t\351, vous devez ult\351rieurement \351crire.\r\n' > "$here/lettre.txt"
printf 'Le bureau est ouvert le lundi matin.\n' > "$here/bien.txt"

# Exit statuses and places.
run 1 text lettre.md
says out 'lettre.md, ligne 6, colonne 13'
says out 'images/alt-stock'
says out 'Compréhension'
run 0 text lettre.txt
says out 'lettre.txt, ligne 3, colonne 19'
run 1 text --fail-on minor lettre.txt
run 0 text bien.txt
run 1 text bien.txt lettre.md
run 0 text --disable 'images/*' lettre.md
run 0 text --lang en bien.txt
says out 'text read'
input=$here/lettre.txt
run 1 text - --fail-on minor
input=$here/lettre.md
run 0 text -
run 1 text - --kind markdown
input=
run 0 text --kind plain lettre.md

# No table of criteria, and no other score than that of comprehension.
run 1 text lettre.md -f html=r.html -f json=r.json -f jsonl=r.jsonl -f text=r.txt
for word in 'non conforme' 'RGAA 4' 'Accès' 'Parcours'; do
	checks=$((checks + 1))
	! grep -q "$word" "$here/r.html" "$here/r.txt" || fail "« $word » in a report on texts"
done
python3 - "$here/r.json" << 'END' || fail 'JSON'
import json, sys
report = json.load(open(sys.argv[1]))
page = report['pages'][0]
assert page['kind'] == 'text' and page['media_type'] == 'text/markdown', page
assert page['scores']['access'] is None and page['scores']['comprehension'] > 0, page['scores']
assert 'mandatory/title-missing' not in page['outcomes'] and 'falc/jargon' in page['outcomes']
assert report['site']['rgaa'] == {'criteria': [], 'decided_tests': 0, 'tests': 0}, report['site']['rgaa']
assert all(finding['selector'] is None for finding in page['findings'])
word = [f for f in page['findings'] if f['rule'] == 'falc/jargon']
assert [(f['line'], f['column'], f['end_column'], f['excerpt']) for f in word] == [(6, 13, 27, 'ultérieurement')], word
source = open(sys.argv[1].replace('r.json', 'lettre.md'), 'rb').read()
assert source[word[0]['offset']:][:word[0]['length']] == 'ultérieurement'.encode()
END

# Each place of a cause is told.
printf 'La CAF aide.\n\nDemandez votre RIB à la banque.\n' > "$here/sigles.txt"
run 0 text sigles.txt
says out 'ligne 3, colonne 16'

# An image without words is forgotten, or a decoration: only a person knows.
printf '![](photo.jpg)\n' > "$here/image.md"
run 0 text image.md
says out 'L’image photo.jpg n’a pas d’alternative'
run 1 text --fail-on review image.md

# Folders, and what is no text.
mkdir -p "$here/textes/sous" "$here/vide"
cp "$here/lettre.md" "$here/textes/sous/a.markdown"
cp "$here/bien.txt" "$here/mal.html" "$here/textes/"
run 1 text textes -f jsonl
checks=$((checks + 1))
[ "$(grep -c '"type":"page"' "$work/out")" -eq 2 ] || fail 'two texts in the folder'
run 3 text vide
says err 'aucun texte (.txt, .text, .md, .markdown) dans vide'
printf '%%PDF-1.7\n' > "$here/faux.txt"
run 3 text faux.txt
says out 'n’est pas un texte'
run 3 text absent.txt
: > "$here/rien.txt"
run 3 text rien.txt
says out 'Le texte est vide'

# Usage.
run 2 text
says err 'clairlint text lettre.md'
run 2 text https://exemple.fr/
says err 'clairlint check'
run 2 text --fix lettre.md
says err '--fix ne va pas avec'
run 2 text -f rgaa-grid lettre.md
run 2 text -o r.jsonld lettre.md
run 2 text --kind html lettre.md
run 2 check --kind plain mal.html
run 0 help text
says out 'clairlint text FICHIER'
says out '--kind'

# Configuration: thresholds, suppressions.
cat > "$here/.clairlint.yml" << 'END'
suppressions:
  - rule: images/alt-stock
    url: "*lettre.md"
    reason: image provisoire
END
run 0 text lettre.md
says out 'masqué'
rm "$here/.clairlint.yml"

# A text in another language is not judged as French.
printf 'You may apply for the grant before the end of the year, and the office will write to you about it. The letter says which papers you have to send, and when they must be there for the next meeting.\n' > "$here/english.txt"
run 0 text --fail-on review english.txt

for jobs in 1 3; do
	run 1 text lettre.md lettre.txt bien.txt textes -j $jobs --reproducible -f json=j$jobs.json -f html=j$jobs.html
done
same "$here/j1.json" "$here/j3.json"
same "$here/j1.html" "$here/j3.html"
finish
