#!/bin/sh
# The formats for pipelines, as the program writes them: on the sample site and on pages made to hurt, held to their
# schemas and to what their readers want. Needs python3-jsonschema.
set -u
[ -x "${CLAIRLINT:-}" ] || exit 0
here=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case $CLAIRLINT in
/*) ;;
*) CLAIRLINT=$PWD/$CLAIRLINT ;;
esac
faults=0

fail() {
	faults=$((faults + 1))
	echo "$1"
}

# write NAME STATUS ARGUMENT…: each format of NAME.*, in the current folder.
write() {
	name=$work/$1
	wanted=$2
	shift 2
	got=0
	"$CLAIRLINT" check --quiet --reproducible --fail-on never --today 2026-11-22 \
		--format "json=$name.json" --format "sarif=$name.sarif" --format "gitlab-quality=$name.quality" \
		--format "gitlab-accessibility=$name.pa11y" --format "github=$name.github" \
		--format "github-summary=$name.summary" "$@" > "$work/said" 2>&1 || got=$?
	[ "$got" -eq "$wanted" ] || fail "$*: exit $got instead of $wanted: $(head -n 3 "$work/said")"
}

check() {
	python3 "$here/tests/report/check_sarif.py" "$work/$1.sarif" || fail "$1.sarif"
	python3 "$here/tests/report/check_gitlab.py" "$work/$1.quality" "$work/$1.pa11y" || fail "$1: GitLab"
	python3 "$here/tests/report/check_github.py" "$work/$1.github" || fail "$1.github"
	[ -s "$work/$1.summary" ] && [ "$(wc -c < "$work/$1.summary")" -lt 1048576 ] || fail "$1.summary"
}

# refuse ENDING CHECKER PYTHON: the checker says no to the log of the sample that the statement spoils.
refuse() {
	python3 - "$work/sample.$1" "$work/spoiled.$1" "$3" << 'END' || fail "cannot spoil: $3"
import json, sys
log = json.load(open(sys.argv[1], encoding="utf-8"))
run = log["runs"][0] if isinstance(log, dict) and "runs" in log else None
results = run["results"] if run else None
exec(sys.argv[3])
json.dump(log, open(sys.argv[2], "w", encoding="utf-8"))
END
	! python3 "$here/tests/report/$2" "$work/spoiled.$1" > "$work/said" 2>&1 || fail "accepted: $3"
	! grep -q '^Traceback' "$work/said" || fail "not told: $3"
}

write sample 0 --no-config tests/site/sample
check sample
python3 tests/report/check_fixes.py "$work/sample.sarif" "$work/sample.json" || fail 'fixes'
refuse sarif check_sarif.py 'results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "/tmp/a.html"'
refuse sarif check_sarif.py 'results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "a/../b.html"'
refuse sarif check_sarif.py 'results[0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0'
refuse sarif check_sarif.py 'results[0]["partialFingerprints"] = results[1]["partialFingerprints"]'
refuse sarif check_sarif.py 'del results[0]["locations"]'
refuse sarif check_sarif.py 'results[0]["ruleIndex"] += 1'
refuse sarif check_sarif.py 'results[0]["kind"] = "review"'
refuse sarif check_sarif.py 'results[0]["suppressions"] = []'
refuse sarif check_sarif.py 'results[0]["message"]["text"] = "[ici](https://mauvais.example/)"'
refuse sarif check_sarif.py 'results[0]["severite"] = "haute"'
refuse sarif check_sarif.py 'run["tool"]["driver"]["rules"][0]["properties"]["tags"] *= 20'

refuse quality check_gitlab.py 'log[0]["fingerprint"] = log[1]["fingerprint"]'
refuse quality check_gitlab.py 'log[0]["location"]["path"] = "../a.html"'
refuse quality check_gitlab.py 'log[0]["location"]["lines"]["begin"] = 0'
refuse quality check_gitlab.py 'log[0]["severity"] = "error"'
refuse pa11y check_gitlab.py 'log["errors"] += 1'
refuse pa11y check_gitlab.py 'log["total"] += 1'
refuse pa11y check_gitlab.py 'next(filter(None, log["results"].values()))[0]["line"] = 3'
for spoil in 's/^::error/ ::error/' 's/,file=/,file=\//' 's/::[^:]*$/::a%b/' '1s/^/a\n/' "s/title=[^,:]*/title=/"; do
	sed "$spoil" "$work/sample.github" > "$work/spoiled.github"
	! python3 tests/report/check_github.py "$work/spoiled.github" > "$work/said" || fail "accepted: $spoil"
done
# What is to be checked is no error, and what is left out is counted.
grep '^::error' "$work/sample.github" | grep -q 'bloquant' || fail 'no error'
! grep '^::error' "$work/sample.github" | grep -q 'vérifier' || fail 'a doubt is an error'
tail -n 1 "$work/sample.github" | grep -qE '^::notice title=clairlint::[0-9]+ autres causes' || fail 'no count'
! grep -q '"type":"warning"' "$work/sample.pa11y" || fail 'a doubt is an error for GitLab'

# The same bytes with one thread and with two.
for end in sarif quality pa11y github summary; do cp "$work/sample.$end" "$work/first.$end"; done
write sample 0 --no-config --jobs 1 tests/site/sample
for end in sarif quality pa11y github summary; do
	cmp "$work/first.$end" "$work/sample.$end" || fail "one thread writes other bytes: $end"
done

# A wrapper, lines above, classes of a build: no finding is new, whatever the format. One that is mended is gone.
mkdir -p "$work/built/tests/site"
cp -R tests/site/sample "$work/built/tests/site/sample"
find "$work/built" -name '*.html' -exec sed -i -e 's|<body[^>]*>|&\n\n<div class="sc-4f3a2b">|' -e 's|</body>|</div>&|' \
	-e 's|<p>|<p class="css-1x2y3z9">|g' {} +
cd "$work/built" || exit 1
write built 0 --no-config tests/site/sample
cd "$here" || exit 1
python3 tests/report/same_names.py "$work/sample" "$work/built" || fail 'a build makes findings new'
sed -i 's|<img |<img alt="" |' "$work/built/tests/site/sample/index.html"
cd "$work/built" || exit 1
write mended 0 --no-config tests/site/sample
cd "$here" || exit 1
python3 tests/report/same_names.py "$work/sample" "$work/mended" > "$work/said"
for kind in sarif quality accessibility; do
	grep -q "^$kind: gone: " "$work/said" || fail "what is mended is not gone: $kind"
done

mkdir "$work/hostile"
python3 tests/report/hostile_pages.py "$work/hostile"
printf 'suppressions:\n  - rule: images/*\n    reason: "]]> [a](b) \\u202E"\n' > "$work/hostile/c.yml"
cd "$work/hostile" || exit 1
write hostile 0 --no-config .
check hostile
write silenced 0 --config c.yml .
check silenced
grep -q '"justification"' "$work/silenced.sarif" || fail 'nothing is silenced'
write absent 0 --no-config . absent.html
check absent
grep -q '"uri":"absent.html"' "$work/absent.sarif" || fail 'the page that is absent is not told'
write nothing 3 --no-config absent.html
check nothing
grep -q '"executionSuccessful":false' "$work/nothing.sarif" || fail 'nothing was tested, and it is a success'
grep -q '"severity":"critical".*"path":"absent.html"' "$work/absent.quality" || fail 'absent for Code Quality'
grep -q '"absent.html":\[{"code":"clairlint/not-tested"' "$work/absent.pa11y" || fail 'absent for accessibility'
grep -q '^::error title=clairlint::.*%0Aabsent.html' "$work/absent.github" || fail 'absent for GitHub'
for end in quality pa11y github summary; do
	grep -q 'Aucune page n’a pu être testée' "$work/nothing.$end" || fail "nothing was tested: $end"
done
cd "$here" || exit 1
[ "$faults" -eq 0 ]
