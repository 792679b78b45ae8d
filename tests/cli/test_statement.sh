#!/bin/sh
# clairlint statement: a draft of the statement of accessibility.
. tests/cli/lib.sh

mkdir "$work/here/site"
cat > "$work/here/site/index.html" <<'HTML'
<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Commune de *Brue*</title><style>p { color: #000 }</style></head>
<body><main><h1>Commune de Brue</h1><p>La mairie est ouverte le lundi.</p><img src="carte.png">
<svg role="img" aria-label="Logo"><path d="M0 0"/></svg></main></body></html>
HTML
cat > "$work/here/site/contact.html" <<'HTML'
<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Contact</title></head><body><main><h1>Contact</h1><p>Tél. 01 99 00 12 34</p></main>
<script>document.title = "Contact";</script></body></html>
HTML

run 0 statement site --no-config --quiet --fail-on never --today 2026-05-31 --base https://www.brue.fr/
says out '# Déclaration d’accessibilité (brouillon)'
says out 'article 47 de la loi n° 2005-102'
says out 'Cette déclaration a été établie le 31/05/2026.'
says out 'Critère 1.1 du RGAA'
says out '- JavaScript'
says out '- SVG'
says out "- clairlint $("$CLAIRLINT" --version | cut -d ' ' -f 2)"
says out 'https://www.brue.fr/contact.html'
says out 'Libre réponse 71120, 75342 Paris CEDEX 07'
says out 'Commune de \*Brue\*'
says out 'à compléter'
silent err
cp "$work/out" "$work/first"

# The same bytes again, and in the other language of the program: the draft is for a French site.
run 0 statement site --no-config --quiet --fail-on never --today 2026-05-31 --base https://www.brue.fr/ --lang en
same "$work/first" "$work/out"

# Neither a rate nor a state.
checks=$((checks + 1))
if grep -qE '[0-9] ?%|est (totalement|partiellement|non) conforme' "$work/first"; then
	fail 'the draft claims a rate or a state'
fi

# The exit statuses of check.
run 1 statement site --no-config --quiet --today 2026-05-31
run 2 statement
run 2 statement site --no-config --format json
says err 'Markdown'
run 2 statement site --no-config --today 2026-02-30
says err 'n’est pas une date'
run 2 statement site --no-config --today demain

# A statement is out of date by the day that is given.
cat > "$work/here/accessibilite.html" <<'HTML'
<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Accessibilité</title></head><body><main><h1>Déclaration d’accessibilité</h1>
<p>La commune de Brue s’engage à rendre son site accessible, selon l’article 47 de la loi n° 2005-102.</p>
<p>Cette déclaration a été établie le 12 mars 2023.</p></main></body></html>
HTML
run 0 check accessibilite.html --no-config --quiet --fail-on never --format jsonl --today 2026-03-11
checks=$((checks + 1))
if grep -q 'too-old' "$work/out"; then
	fail 'a statement of less than three years is called too old'
fi
run 0 check accessibilite.html --no-config --quiet --fail-on never --format jsonl --today 2026-03-12
says out 'too-old'
finish
