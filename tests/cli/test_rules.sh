#!/bin/sh
# Rules of files: tried, loaded from the command line and from the configuration, silenced, explained.
. tests/cli/lib.sh
top=$PWD
here=$work/here
mkdir "$here/.git"
cp rules/regle/administration.regle "$here/dix.regle"

# No-break spaces are seen as spaces.
plain() {
	sed 's/\xc2\xa0/ /g' "$work/out" > "$work/flat"
	mv "$work/flat" "$work/out"
}

# The ten rules use every form, and are right about their examples.
run 0 try dix.regle
silent err
says out 'regle/images/alt-credit : 4 exemples justes'
[ "$(grep -c 'exemples justes' "$work/out")" -eq 10 ] || fail 'not ten rules'
for form in exists requires replace count metric; do
	grep -q "^form = $form\$" "$here/dix.regle" || fail "no rule of the form $form"
done
run 0 try --lang en dix.regle
says out '4 examples right'
run 2 try
says err 'quel fichier de règles'
run 2 try absent.regle
says err 'impossible de lire absent.regle'

# Its two rules about addresses say nothing of those of a real town: neither its domain nor that of its region.
cat > "$here/adresses.html" <<'END'
<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Nous écrire</title></head><body><main><h1>Nous écrire</h1>
<p><a href="mailto:accueil@ville-quimper.bzh">L’accueil</a> <a href="mailto:urbanisme@mairie-plomelin.fr,a@cc-sud.fr">L’urbanisme</a>
<a href="https://www.quimper.bzh/12-le-plan.htm">Le plan</a> <a href="https://www.service-public.fr/">Service public</a>
<a href="tel:+33298989898">02 98 98 98 98</a></p></main></body></html>
END
run 0 check --rules dix.regle --disable '*' --enable regle/trust/courriel-officiel --enable regle/links/* --fail-on review --format jsonl adresses.html
grep -q '"type":"finding"' "$work/out" && fail 'a false alarm as shipped'
run 0 try dix.regle adresses.html
cat > "$here/page.html" <<'END'
<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title></head><body><main><h1>Essai</h1>
<p>Le téléservice est ouvert. <img src="a.png" alt="© Jeanne"></p></main></body></html>
END
run 0 try dix.regle page.html
plain
says out 'page.html:2:7: « téléservice » peut devenir « démarche en ligne ».'
says out 'L’alternative « © Jeanne » commence par le crédit de l’image.'
says out '1 endroit trouvé, sur 1 regardé'
says out '1 page testée sur 1.'
run 3 try dix.regle absente.html
says out '0 page testée sur 1.'

# Beside the program's rules, with the same choices.
run 1 check --rules dix.regle --format json page.html
says out '"regle/images/alt-credit":{"outcome":"failed"'
run 0 check --rules dix.regle --fail-on major --disable '*' --enable 'regle/*' --disable regle/images/alt-credit page.html
run 2 check --rules dix.regle --enable regle/images/alt-credi page.html
says err 'Vouliez-vous dire « regle/images/alt-credit »'
run 2 check --enable regle/images/alt-credit page.html
says err 'n’existe pas'
run 0 rules --rules dix.regle
says out 'regle/falc/mots-de-la-maison'
run 0 explain --rules dix.regle regle/falc/mots-de-la-maison
says out 'À ne pas faire'
says out 'dix.regle:'

# From the configuration, wherever the command is typed; the file of rules stands beside it.
cat > "$here/.clairlint.yml" <<'END'
rules:
  regle/images/alt-credit: minor
rule-files:
  - dix.regle
suppressions:
  - rule: regle/falc/mots-de-la-maison
    reason: c’est le nom du service
END
run 0 check --fail-on minor --disable '*' --enable regle/falc/mots-de-la-maison page.html
says out 'masqué'
run 1 check --fail-on minor --disable '*' --enable regle/images/alt-credit page.html
run 0 config print
says out '  - "dix.regle"'
mkdir "$here/dessous"
(cd "$here/dessous" && "$CLAIRLINT" rules) > "$work/out" 2> "$work/err" || fail 'rules from a folder below'
says out 'regle/falc/mots-de-la-maison'
printf 'rule-files: dix.regle\n' > "$here/.clairlint.yml"
run 2 check page.html
says err '.clairlint.yml:1:13: « rule-files » attend une liste'
rm "$here/.clairlint.yml"

# What is wrong stops before any page is read, with its place and no more.
sed 's/^when = @href$/when = \/\/a/' "$here/dix.regle" > "$here/faux.regle"
line=$(grep -n '^when = //a' "$here/faux.regle" | head -n 1 | cut -d: -f1)
run 2 check --rules faux.regle page.html
grep -q "^faux.regle:$line: when, au signe 1 : chemin depuis la racine" "$work/err" || fail 'place of a wrong condition'
silent out
sed 's/^pass = <p>Mairie.*/pass = <blink>a<\/blink>/' "$here/dix.regle" > "$here/faux.regle"
line=$(grep -n '^pass = <blink>' "$here/faux.regle" | cut -d: -f1)
run 2 check --rules faux.regle page.html
grep -q "^faux.regle:$line: la règle trouve un défaut" "$work/err" || fail 'place of a wrong example'
run 2 check --rules dix.regle --rules dix.regle page.html
says err 'cette règle existe déjà : dix.regle:'

# A rule that is stopped is told with its place, in the reports too, and passes nowhere.
cat > "$here/lent.regle" <<'END'
[structure/lent]
form = exists
on = p
when = preceding-sibling::p[preceding-sibling::p[. = 'z']]
severity = minor
title.fr = Titre
fr = Faux
why.fr = Raison
remedy.fr = Remède
fail = <p>z</p><p>a</p><p>b</p>
pass = <p>a</p>
END
{
	echo '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Essai</title></head><body>'
	awk 'BEGIN { for (i = 0; i < 3000; i++) print "<p>a</p>" }'
} > "$here/longue.html"
run 0 check --rules lent.regle --disable '*' --enable 'regle/*' --format text --format json=long.json --format sarif=long.sarif longue.html
says err 'lent.regle:1: la règle regle/structure/lent demande trop de travail'
tr '\n' ' ' < "$work/out" | tr -s ' ' > "$work/flat"
grep -q 'arrêtée sur 1 page' "$work/flat" || fail 'the text report does not tell that a rule was stopped'
tr -d ' \n' < "$here/long.json" | grep -q '"regle/structure/lent":{"outcome":"untested".*"reason":"stopped"' ||
	fail 'the JSON does not tell that a rule was stopped'
python3 "$top/tests/report/validate.py" "$top/docs/schema/clairlint-1.schema.json" "$here/long.json" || fail 'schema of the JSON'
tr -d ' \n' < "$here/long.json" | grep -q '"stopped_rules":\[{"rule":"regle/structure/lent","place":"lent.regle:1","pages":1}\]' ||
	fail 'the JSON does not list the rules that were stopped'
grep -q '"id":"clairlint/rule-stopped"' "$here/long.sarif" && grep -q 'lent.regle:1' "$here/long.sarif" ||
	fail 'the SARIF does not tell that a rule was stopped'
# The same with one thread and with two.
for jobs in 1 2; do
	run 0 check --jobs $jobs --rules lent.regle --rules dix.regle --reproducible --fail-on never --format json longue.html page.html
	cp "$work/out" "$work/with-$jobs"
done
same "$work/with-1" "$work/with-2"
cd "$top" && finish
