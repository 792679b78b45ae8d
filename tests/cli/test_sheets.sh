#!/bin/sh
# Which style sheets a page gets: from the disk, under --base, from a server; and what is said of the others.
. tests/cli/lib.sh
here=$work/here

# page FILE HEAD: a page without a fault, with these links in its head.
page() {
	mkdir -p "$(dirname "$1")"
	sed "s|<meta charset=\"utf-8\">|&$2|" "$here/bien.html" > "$1"
}

link() {
	printf '<link rel=stylesheet href="%s">' "$1"
}

# sheets: "PAGE READ WHY URL, WHY URL" of each page of the report in $work/out, by JSON Lines.
sheets() {
	python3 -c '
import json, sys
for line in open(sys.argv[1], encoding="utf-8"):
    page = json.loads(line)
    if page["type"] == "page":
        sheets = page["sheets"]
        missing = ", ".join(m["why"] + " " + m["url"] for m in sheets["missing"])
        print((page["url"] + " " + str(sheets["read"]) + " " + missing).rstrip())
' "$work/out" | sed "s|$url||g" > "$work/sheets"
}
url=http://aucune.invalid/

# gives ARGUMENT… < lines: what `check` or `site` gets, whatever the number of workers.
gives() {
	cat > "$work/wanted"
	for jobs in 1 2; do
		run 0 "$@" --format jsonl --quiet --fail-on never --jobs "$jobs"
		sheets
		same "$work/wanted" "$work/sheets"
	done
}

# words ARGUMENT…: the report in words, on one line.
words() {
	run 0 "$@" --quiet --fail-on never
	sed 's/\xc2\xa0/ /g' "$work/out" | tr -s ' \n' ' ' > "$work/line"
	mv "$work/line" "$work/out"
}

# --- Files -------------------------------------------------------------------------------------------

mkdir -p "$here/site/css" "$here/site/rubrique" "$here/dehors"
echo 'p { color: red }' > "$here/dehors/x.css"
echo '@import "suite/b.css"; @import url(/css/c.css);' > "$here/site/css/a.css"
mkdir "$here/site/css/suite"
echo '@import "../a.css"; @import "../../../dehors/x.css";' > "$here/site/css/suite/b.css"
echo '@charset "iso-8859-1"; p::before { content: "x" }' > "$here/site/css/c.css"
echo '/* espace */' > "$here/site/css/un deux.css"
ln -s ../../dehors/x.css "$here/site/css/lien.css"
mkfifo "$here/site/css/tube.css"
page "$here/site/a.html" "$(link css/a.css)"
page "$here/site/b.html" "$(link css/un%20deux.css?v=1#x)$(link ./css/../css/c.css)$(link css/absente.css)"
page "$here/site/c.html" "$(link css/tube.css)$(link css)$(link css/lien.css)$(link file:///etc/passwd)"
page "$here/site/rubrique/d.html" "$(link /css/c.css)$(link /absente.css)$(link /projet/css/c.css)"
page "$here/site/rubrique/e.html" "<base href=\"/css/\">$(link c.css)$(link ../../../dehors/x.css)"
page "$here/site/rubrique/f.html" "$(link //cdn.invalid/x.css)$(link https://cdn.invalid/y.css)$(link 'https://fonts.googleapis.com/css2?family=Inter')$(link 'https://fonts.googleapis.com/icon?family=Material+Icons')"

gives check site << 'END'
site/a.html 3 outside-folder dehors/x.css
site/b.html 2 unreadable site/css/absente.css
site/c.html 0 unreadable site/css/tube.css, unreadable site/css, outside-folder site/css/lien.css, bad-url file:///etc/passwd
site/rubrique/d.html 1 unreadable /absente.css
site/rubrique/e.html 1 unreadable /dehors/x.css
site/rubrique/f.html 0 not-loaded https://cdn.invalid/x.css, not-loaded https://cdn.invalid/y.css, not-loaded https://fonts.googleapis.com/icon?family=Material+Icons
END

# A file alone may read all that is in the current folder.
gives check site/a.html ./site/rubrique/d.html << 'END'
site/a.html 4
./site/rubrique/d.html 1 unreadable /absente.css
END
(cd "$here/site/rubrique" && "$CLAIRLINT" check ../a.html --format jsonl -q --fail-on never) > "$work/out"
sheets
echo '../a.html 3 outside-folder ../../dehors/x.css' > "$work/wanted"
same "$work/wanted" "$work/sheets"

# Standard input: from the current folder.
page "$here/entree.html" "$(link site/css/c.css)$(link autre/c.css)"
input=$here/entree.html
run 0 check - --format jsonl -q
sheets
echo '- 1 unreadable autre/c.css' > "$work/wanted"
same "$work/wanted" "$work/sheets"
input=

# --base: what is under it is in the folder, the rest is on the network.
page "$here/site/g.html" "$(link https://ville.fr/projet/css/a.css)$(link /projet/css/c.css)$(link /autre.css)"
rm -r "$here/site/css/suite"
gives check site/g.html --base https://ville.fr/projet/g.html << 'END'
https://ville.fr/projet/g.html 2 unreadable https://ville.fr/projet/css/suite/b.css, not-loaded https://ville.fr/css/c.css, not-loaded https://ville.fr/autre.css
END
run 0 check site --base https://ville.fr/projet/ --format jsonl -q --fail-on never
sheets
grep -q '^https://ville.fr/projet/g.html 2 ' "$work/sheets" || fail 'a folder under --base'

# It is said once, in words.
words check site
says out '/absente.css : Elle n’est pas à cette adresse (1 page)'
says out 'https://ville.fr/projet/css/a.css : Elle est sur le réseau, et la page est un fichier (1 page)'
words check site --lang en
says out 'style sheets were not read'

# --- A server ----------------------------------------------------------------------------------------

mkdir -p "$here/web/css" "$here/web/prive" "$here/web/dossier"
printf 'User-agent: *\nDisallow: /prive/\n' > "$here/web/robots.txt"
echo '@import "b.css"; @import "boucle.css";' > "$here/web/css/a.css"
echo '@import url("c.css") print; b { top: 0 }' > "$here/web/css/b.css"
echo '@import "a.css"; i { top: 0 }' > "$here/web/css/boucle.css"
echo 'p { top: 0 }' | tee "$here/web/prive/x.css" "$here/web/texte.txt" > "$here/web/css/d.css"
page "$here/web/index.html" "$(link css/a.css)$(link /prive/x.css)"
page "$here/web/autre.html" "$(link css/absente.css)$(link css/d.css)$(link css/a.css)$(link /texte.txt)"
sed -i 's|<h1>|<h1><a href="autre.html">Autre</a> <a href="vieux.html">Vieux</a> |' "$here/web/index.html"
# In quirks mode the type is not looked at.
sed '/DOCTYPE/d; s|Horaires|Vieux|; s|<meta charset="utf-8">|&<link rel=stylesheet href=/texte.txt>|' \
	"$here/bien.html" > "$here/web/vieux.html"

. tests/support/serve.sh
serve "$here/web"

cat > "$work/lines" << 'END'
 3 robots prive/x.css
autre.html 4 http-status css/absente.css, not-css texte.txt
vieux.html 1
END
gives site "$url" --own-site < "$work/lines"
run 0 site "$url" --own-site --format jsonl --quiet --fail-on never --reproducible --jobs 1
cp "$work/out" "$work/first"
run 0 site "$url" --own-site --format jsonl --quiet --fail-on never --reproducible --jobs 8
same "$work/first" "$work/out"
gives check "$url" "${url}autre.html" "${url}vieux.html" --own-site < "$work/lines"

words site "$url" --own-site
says out 'Le serveur demande de ne pas la lire (robots.txt)'
says out 'Le serveur ne dit pas que c’est une feuille de style'
# Sheets are not pages.
says out '3 pages testées sur 3.'
# An address stays an address when a file is judged beside it.
page "$here/local.html" "$(link "${url}css/d.css")"
run 0 check local.html "${url}autre.html" --own-site --format jsonl --quiet --fail-on never
sheets
printf 'local.html 0 not-loaded css/d.css\nautre.html 4 http-status css/absente.css, not-css texte.txt\n' > "$work/wanted"
same "$work/wanted" "$work/sheets"
finish
