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
		--format "json=$name.json" --format "sarif=$name.sarif" "$@" > "$work/said" 2>&1 || got=$?
	[ "$got" -eq "$wanted" ] || fail "$*: exit $got instead of $wanted: $(head -n 3 "$work/said")"
}

check() {
	python3 "$here/tests/report/check_sarif.py" "$work/$1.sarif" || fail "$1.sarif"
}

# refuse NAME CHECKER PYTHON: the checker says no to the log that the statement spoils.
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

# The same bytes with one thread and with two.
cp "$work/sample.sarif" "$work/first.sarif"
write sample 0 --no-config --jobs 1 tests/site/sample
cmp "$work/first.sarif" "$work/sample.sarif" || fail 'one thread writes other bytes'

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
cd "$here" || exit 1
[ "$faults" -eq 0 ]
