#!/bin/sh
# Every JSON that leaves the program follows the schema: the kept reports (test_golden.c holds the
# writers to them), and what the program writes today. Needs python3-jsonschema.
set -eu
schema=docs/schema/clairlint-1.schema.json
earl=docs/schema/earl-1.schema.json
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
python3 tests/report/validate.py "$schema" tests/report/json/*.json tests/report/jsonl/*.jsonl
python3 tests/report/validate.py "$earl" tests/report/earl/*.jsonld

# The schema says no where it must.
first=$(head -n 1 tests/report/jsonl/fr.jsonl)
printf '%s\n' "$first" > "$out/short.jsonl"
sed 's/"severity":"blocking"/"severity":"grave"/' tests/report/jsonl/fr.jsonl > "$out/severity.jsonl"
sed 's/"line":41,//' tests/report/jsonl/fr.jsonl > "$out/line.jsonl"
sed 's/"access":[0-9][0-9.]*/"access":-1/' tests/report/jsonl/fr.jsonl > "$out/score.jsonl"
for wrong in short severity line score; do
	if python3 tests/report/validate.py "$schema" "$out/$wrong.jsonl" > "$out/said"; then
		echo "$wrong.jsonl was accepted"
		exit 1
	fi
done
sed 's/earl:failed/earl:wrong/' tests/report/earl/fr.jsonld > "$out/outcome.jsonld"
sed 's/WCAG22:non-text-content/WCAG22:1.1.1/' tests/report/earl/fr.jsonld > "$out/criterion.jsonld"
sed 's|act/rules/23a2a8/|act/rules/23a2a8|' tests/report/earl/fr.jsonld > "$out/rule.jsonld"
sed 's/"@type":"Assertor",//' tests/report/earl/fr.jsonld > "$out/assertor.jsonld"
sed 's/"source":"[^"]*"/"source":""/' tests/report/earl/fr.jsonld > "$out/subject.jsonld"
for wrong in outcome criterion rule assertor subject; do
	if python3 tests/report/validate.py "$earl" "$out/$wrong.jsonld" > "$out/said"; then
		echo "$wrong.jsonld was accepted"
		exit 1
	fi
done

[ -x "${CLAIRLINT:-}" ] || exit 0
cat > "$out/page.html" <<'PAGE'
<!DOCTYPE html><html lang="fr"><head><title>Mairie</title></head>
<body><main><h1>Mairie</h1><p><img src="carte.png"> Ouvert le lundi.</p></main></body></html>
PAGE
for format in json jsonl earl; do
	"$CLAIRLINT" check --fail-on never --format "$format=$out/today.$format" "$out/page.html" \
		> "$out/said" 2>&1 || { cat "$out/said"; exit 1; }
done
"$CLAIRLINT" check --fail-on never --sample rgaa --format "json=$out/sample.json" "$out/page.html" tests/site/sample \
	> "$out/said" 2>&1 || { cat "$out/said"; exit 1; }
python3 tests/report/validate.py "$schema" "$out/today.json" "$out/today.jsonl" "$out/sample.json"
sed 's/"why":"home"/"why":"nice"/' "$out/sample.json" > "$out/why.json"
if python3 tests/report/validate.py "$schema" "$out/why.json" > "$out/said"; then
	echo 'why.json was accepted'
	exit 1
fi
python3 tests/report/validate.py "$earl" "$out/today.earl"
