#!/bin/sh
# check --fix: what is written, what is shown, what is left.
. tests/cli/lib.sh
here=$work/here

# page NAME END-OF-LINE: a page with one fault that is mended without asking, and one for a person.
page() {
	printf '<!DOCTYPE html>%b<html lang="fr"><head><meta charset="utf-8"><title>Le plan</title></head>%b<body><main><h1>Le plan à jour</h1>%b<figure class="a"><img src=a.png alt="Un plan"><figcaption>Un plan</figcaption></figure>%b<p><img src="b.png"></p>%b</main></body></html>' "$2" "$2" "$2" "$2" "$2" > "$1"
}

# holds FILE TEXT, lacks FILE TEXT
holds() {
	checks=$((checks + 1))
	grep -qF -- "$2" "$1" || fail "« $2 » is not in $1"
}
lacks() {
	checks=$((checks + 1))
	! grep -qF -- "$2" "$1" || fail "« $2 » is in $1"
}

page "$here/plan.html" '\n'
page "$here/avec espace.html" '\r\n'
{ printf '\357\273\277' && cat "$here/plan.html"; } > "$here/bom.html"
cp -r "$here" "$work/avant"

# Shown: nothing is written, and patch makes of it what --fix writes.
run 1 check --fix --dry-run plan.html 'avec espace.html' bom.html bien.html
says out '+<figure class="a" role="figure">'
says out '--- plan.html'
says err 'corrections possibles : 3, fichiers : 3.'
cp "$work/out" "$work/diff"
for name in plan.html 'avec espace.html' bom.html bien.html; do
	same "$here/$name" "$work/avant/$name"
done
(cd "$work/avant" && patch --binary -s -p0 < "$work/diff") || fail 'patch refuses the diff'

# Written: the fault is gone, the rest is the same byte for byte, the mode too, and a link stays one.
chmod 640 "$here/plan.html"
ln -s plan.html "$here/lien.html"
run 1 check --fix lien.html 'avec espace.html' bom.html bien.html --format json=reste.json
says err 'corrections faites : 3, fichiers : 3.'
for name in plan.html 'avec espace.html' bom.html bien.html; do
	same "$here/$name" "$work/avant/$name"
done
holds "$here/plan.html" 'role="figure"'
checks=$((checks + 1))
[ -L "$here/lien.html" ] && [ "$(stat -c %a "$here/plan.html")" = 640 ] || fail 'the link or the mode is lost'
checks=$((checks + 1))
[ "$(find "$here" -name '*.html.*' | wc -l)" -eq 0 ] || fail 'a file is left beside'
lacks "$here/reste.json" 'no-role'
holds "$here/reste.json" 'images/alt-missing'
run 1 check --fix plan.html
says err 'corrections faites : 0, fichiers : 0.'
run 0 check --fix --fail-on never plan.html --quiet
silent err

# A file that is given twice, by its name, by that of a link and in its folder, is mended once.
mkdir "$here/deux"
page "$here/deux/plan.html" '\n'
ln -s plan.html "$here/deux/lien.html"
cp -r "$here/deux" "$work/deux"
run 1 check --fix --dry-run deux/plan.html deux deux/lien.html ./deux/plan.html
says err 'corrections possibles : 1, fichiers : 1.'
cp "$work/out" "$work/diff"
checks=$((checks + 1))
(cd "$work" && patch --binary -s -p0 < "$work/diff") || fail 'patch refuses the diff'
run 1 check --fix deux/lien.html deux deux/plan.html
says err 'corrections faites : 1, fichiers : 1.'
same "$here/deux/plan.html" "$work/deux/plan.html"
checks=$((checks + 1))
[ -L "$here/deux/lien.html" ] || fail 'the link is lost'

# What cannot be written is left whole and named, the others are mended; the status says so.
long=$(printf '%0250d' 0)
page "$here/$long" '\n'
page "$here/plan.html" '\n'
cp "$here/$long" "$work/long"
run 2 check --fix --fail-on never "$long" plan.html
says err 'impossible de corriger 000'
says err 'corrections faites : 1, fichiers : 1.'
same "$here/$long" "$work/long"
holds "$here/plan.html" 'role="figure"'
rm "$here/$long"

# Nobody loses a file to who mends it.
if [ "$(id -u)" -eq 0 ]; then
	page "$here/autre.html" '\n'
	chown 1:2 "$here/autre.html"
	chmod 4640 "$here/autre.html"
	run 1 check --fix autre.html
	checks=$((checks + 1))
	[ "$(stat -c %u:%g:%a "$here/autre.html")" = 1:2:4640 ] || fail 'the owner or the mode is lost'
	rm "$here/autre.html"
fi

# Fixes go with reports: on standard output when they are written, not when they are shown.
page "$here/plan.html" '\n'
run 1 check --fix --dry-run --format json plan.html
says out '+<figure class="a" role="figure">'
run 1 check --fix --format json plan.html
says out '"run":{'
says err 'corrections faites : 1, fichiers : 1.'

# The same with git, from the folder of the files.
if command -v git > /dev/null; then
	page "$here/plan.html" '\n'
	run 1 check --fix --dry-run . --lang en
	says err 'possible fixes: 1, files: 1.'
	checks=$((checks + 1))
	(cd "$here" && git init -q . && git apply "$work/out") || fail 'git refuses the diff'
	holds "$here/plan.html" 'role="figure"'
	rm -rf "$here/.git"
fi

# Another character set is left; reports on standard output give way to the diff.
printf '<!DOCTYPE html><html lang="fr"><meta charset="iso-8859-1"><title>Le plan</title><main><h1>\351t\351</h1><figure><img src=a alt=Plan><figcaption>Plan</figcaption></figure></main>' > "$here/latin.html"
cp "$here/latin.html" "$work/latin.html"
run 0 check --fix --fail-on never latin.html
says err 'latin.html : laissé tel quel, car écrit en windows-1252'
same "$here/latin.html" "$work/latin.html"
run 0 check --fix --dry-run --format json --fail-on never latin.html
silent out

# Files only.
run 2 check --fix https://exemple.fr/
says err 'https://exemple.fr/'
run 2 check --fix -
run 2 check --dry-run plan.html
run 2 site --fix https://exemple.fr/

finish
