#!/bin/sh
# .clairlint.yml: where it is found, what it changes, how errors are told.
. tests/cli/lib.sh
file=$work/here/.clairlint.yml
mkdir "$work/here/.git"

# refused LINE:COLUMN TEXT, with the file on standard input.
refused() {
	cat > "$file"
	run 2 config print
	says err ".clairlint.yml:$1:"
	says err "$2"
	silent out
}

run 0 init
says err 'est écrit'
cp "$file" "$work/first"
run 2 init
says err 'existe déjà'
same "$file" "$work/first"
run 0 config print
says out 'fail-on: major  # .clairlint.yml'
rm "$file"
run 0 init --lang en
run 0 config print
says out 'lang: en'
rm "$file"

run 0 config print
says out 'fail-on: major  # par défaut'
says out 'aucun'
# What is printed can be read again, and prints the same.
run 0 config print --fail-on minor --disable images/alt-missing --max-pages 7
says out 'fail-on: minor  # ligne de commande'
says out '  images/alt-missing: off'
sed 's/ *#.*//' "$work/out" > "$work/one"
cp "$work/out" "$file"
run 0 config print
sed 's/ *#.*//' "$work/out" > "$work/two"
same "$work/one" "$work/two"

refused 1:1 'Vouliez-vous dire « fail-on »' << END
fail_on: major
END
refused 2:3 'Vouliez-vous dire « max-pages »' << END
crawl:
  maxpages: 3
END
refused 2:14 'entier' << END
crawl:
  max-pages: beaucoup
END
refused 2:3 'Vouliez-vous dire « images/alt-missing »' << END
rules:
  images/alt-mising: off
END
refused 2:23 'on, off, minor' << END
rules:
  images/alt-missing: oui
END
refused 1:8 'clé : valeur' << END
rules: [images/alt-missing]
END
refused 2:1 'déjà donnée' << END
lang: fr
lang: en
END
refused 1:7 'fr|en' << END
lang: de
END
refused 1:7 'valeur simple' << END
lang: [fr]
END
refused 2:5 'Vouliez-vous dire « html »' << END
formats:
  - htm=rapport.html
END
refused 2:5 'sa raison' << END
suppressions:
  - rule: images/alt-missing
END
refused 2:5 'rule, selector ou url' << END
suppressions:
  - reason: parce que
END
refused 4:12 'n’est pas une date' << END
suppressions:
  - rule: images/alt-missing
    reason: refonte
    until: 2026-02-30
END
refused 2:11 'Vouliez-vous dire « images/alt-missing »' << END
suppressions:
  - rule: images/alt-mising
    reason: refonte
END
refused 3:5 'Vouliez-vous dire « reason »' << END
suppressions:
  - rule: images/alt-missing
    raison: refonte
END
refused 2:3 'n’existe pas' << END
thresholds:
  seuil.qui.n.existe.pas: 3
END
refused 2:1 'YAML' << END
rules: {
END
rm -f "$file"
run 0 config print
key=$(sed -n '/^thresholds:/,/^[a-z]*:$/s/^  \([a-z.-]*\): .*/\1/p' "$work/out" | head -n 1)
refused 2:3 'va de' << END
thresholds:
  $key: -100000000
END
refused 2:3 "Vouliez-vous dire « $key »" << END
thresholds:
  ${key}x: 3
END

# A folder above, up to the repository.
mkdir -p "$work/here/a/b" "$work/here/a/.git"
echo 'fail-on: never' > "$file"
run 1 check --no-config mal.html
run 0 check mal.html
run 1 check --fail-on major mal.html
checks=$((checks + 2))
(cd "$work/here/a/b" && "$CLAIRLINT" config print) | grep -q 'aucun' || fail 'a file outside the repository is read'
rmdir "$work/here/a/.git"
(cd "$work/here/a/b" && "$CLAIRLINT" config print) | grep -q '\.\./\.\./\.clairlint.yml' || fail 'the file above is not found'
mv "$file" "$work/here/autre.yml"
run 0 check --config autre.yml mal.html
run 2 check --config absent.yml mal.html
says err 'absent.yml'

# Rules, severities, suppressions, formats.
printf 'rules:\n  images/*: off\n' > "$file"
run 0 check mal.html
run 1 check --enable images/alt-missing mal.html
printf 'rules:\n  images/*: minor\n' > "$file"
run 0 check mal.html
run 1 check --fail-on minor mal.html
printf 'suppressions:\n  - rule: images/alt-missing\n    url: "mal*"\n    reason: refonte\n' > "$file"
run 0 check mal.html
printf 'suppressions:\n  - rule: images/alt-missing\n    reason: refonte\n    until: 2001-01-01\n' > "$file"
run 1 check mal.html
printf 'formats:\n  - json=a.json\n' > "$file"
run 1 check mal.html
silent out
[ -s "$work/here/a.json" ] || fail 'a.json is not written'
run 1 check --format text mal.html
says out 'plan.png'

# Source maps: those of the line first, each told when it is wrong.
printf 'source-maps:\n  - HTTPS://Ville.fr=public\n  - ./build/=pages\n' > "$file"
run 0 config print
says out 'source-maps:'
says out '  - "https://ville.fr/=public"'
says out '  - "build/=pages"'
run 0 config print --source-map 'https://ville.fr/?p=1=a.html'
grep -A1 '^source-maps:' "$work/out" | grep -qF 'https://ville.fr/?p=1=a.html"' || fail 'the line does not come first'
printf 'source-maps:\n  - https://ville.fr=../public\n' > "$file"
run 2 check bien.html
says err '.clairlint.yml:2:5'
printf 'source-maps: public\n' > "$file"
run 2 check bien.html
says err 'source-maps'
rm "$file"
for wrong in public '=public' 'https://ville.fr=/public' 'https://ville.fr=a/..' 'https://=public'; do
	run 2 check bien.html --source-map "$wrong"
	says err '--source-map'
done
finish
