#!/bin/sh
# Every format of the program, on the sample site, beside a baseline, on pages made to hurt and where nothing could be
# tested: the same bytes with one thread and with two, and what readers of the format take. Needs Debian's Python.
set -u
[ -x "${CLAIRLINT:-}" ] || exit 0
top=$PWD
python=/usr/bin/python3
case $CLAIRLINT in
/*) ;;
*) CLAIRLINT=$PWD/$CLAIRLINT ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset SOURCE_DATE_EPOCH
export TMPDIR="$work"
formats=$(sed -n 's/^FORMAT([A-Z_0-9]*, "\([a-z0-9-]*\)".*/\1/p' src/clairlint/format.def)
all=$formats
faults=0

fail() {
	faults=$((faults + 1))
	printf 'FAULT: %s\n' "$1"
}

# write FOLDER STATUS ARGUMENT…: each format that goes with it, as FOLDER/report.FORMAT
write() {
	folder=$work/$1
	wanted=$2
	shift 2
	mkdir -p "$folder"
	for format in $formats; do
		set -- "$@" --format "$format=$folder/report.$format"
	done
	got=0
	"$CLAIRLINT" "$@" --quiet --reproducible --today 2026-11-22 --fail-on never --lang fr > "$work/said" 2>&1 || got=$?
	[ "$got" -eq "$wanted" ] || fail "exit $got instead of $wanted: $(head -n 3 "$work/said")"
	[ ! -s "$work/said" ] || fail "it said: $(head -n 3 "$work/said")"
}

# both NAME STATUS ARGUMENT…: with one thread and with two, then the checkers.
both() {
	name=$1
	shift
	for jobs in 1 2; do
		write "$name-$jobs" "$@" --jobs "$jobs"
	done
	for format in $formats; do
		cmp "$work/$name-1/report.$format" "$work/$name-2/report.$format" ||
			fail "$name: two threads write other bytes in $format"
	done
	# shellcheck disable=SC2046
	"$python" "$top/tests/report/check_formats.py" "$work/$name-1" $([ "$formats" = "$all" ] ||
		for format in $formats; do echo "$format=$work/$name-1/report.$format"; done) || fail "$name"
}

both sample 0 check --no-config tests/site/sample

. tests/support/serve.sh
serve tests/site/sample
both crawl 0 site --no-config --own-site "$url"

# A page less, a defect more, one that is silenced.
cp -R tests/site/sample "$work/site"
cd "$work/site" || exit 1
"$CLAIRLINT" check --no-config --quiet --today 2026-11-22 --fail-on never --write-baseline "$work/known.jsonl" . > /dev/null ||
	fail 'no baseline'
rm carte.html
printf '<!DOCTYPE html><html lang="fr"><head><title>Plan</title></head><body><h1>Plan</h1><img src="plan.png"></body></html>\n' > plan.html
printf 'suppressions:\n  - rule: menus/*\n    reason: "]]> =1+1 [a](b) @tous"\n' > "$work/silence.yml"
both baseline 0 check --config "$work/silence.yml" --baseline "$work/known.jsonl" . ailleurs.html
for state in new known; do
	grep -q "\"baseline\":\"$state\"" "$work/baseline-1/report.jsonl" || fail "nothing is $state"
done
grep -q '"suppressed":{' "$work/baseline-1/report.jsonl" || fail 'nothing is silenced'

mkdir "$work/hostile"
cd "$work/hostile" || exit 1
python3 "$top/tests/report/hostile_pages.py" .
printf 'un\0 deux' > 'nul.html'
printf '<!DOCTYPE html><title>Plan _x0041_ _x00e9_x0042_ x</title><p>Plan' > escape.html
printf '\377\376<\0' > '=1+1,@x.html'
both hostile 0 check --no-config .

"$python" - "$work/hostile-1/report.xlsx" << 'END' || fail 'a title is not what the page says'
import sys, zipfile
said = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet3.xml").decode()
sys.exit("Plan _x005F_x0041_ _x005F_x00e9_x005F_x0042_ x<" not in said)
END

# What goes with texts.
formats=$(sed -n 's/^FORMAT([A-Z_0-9]*, "\([a-z0-9-]*\)".*, true).*/\1/p' "$top/src/clairlint/format.def")
[ "$formats" != "$all" ] || fail 'all formats go with texts'
printf '# @tous\n\n| a | b |\n| - | - |\n| <b> | `c` |\n\nVeuillez agr\303\251er =1+1, ci-joint \377 : [ici](x) ![](y.png)\n' > '-lettre.md'
both texts 0 text --no-config ./-lettre.md
formats=$all

both nothing 3 check --no-config absent.html 'deux, trois.html'
cd "$top" || exit 1

# spoil FORMAT PYTHON: the checker says no to the report whose bytes (b) the statement spoils.
spoil() {
	"$python" - "$work/sample-1/report.$1" "$work/spoiled.$1" "$2" << 'END' || fail "cannot spoil: $2"
import sys
kept = b = open(sys.argv[1], "rb").read()
names = {"b": b}
exec(sys.argv[3], names)
open(sys.argv[2], "wb").write(names["b"])
sys.exit(names["b"] == kept)
END
	! "$python" tests/report/check_formats.py "$work/sample-1" "$1=$work/spoiled.$1" > "$work/said" 2>&1 ||
		fail "accepted: $1: $2"
	! grep -q '^Traceback' "$work/said" || fail "not told: $1: $2"
}

spoil text 'b = b.replace(b"e", b"\x1b", 1)'
spoil html 'b = b.replace(b"</main>", b"", 1)'
spoil html 'b = b.replace(b"<main", b"<main onclick=x", 1)'
spoil junit 'b = b.replace(b"</testcase>", b"", 1)'
spoil junit 'b = b.replace(b"failures=\"1\"", b"failures=\"2\"", 1)'
spoil junit 'b = b.replace(b"<skipped", b"<ignored", 1)'
spoil junit 'i = b.index(b"<failure"); j = b.index(b"</failure>", i) + 10; b = b[:i] + b[j:]'
spoil checkstyle 'b = b.replace(b"severity=\"error\"", b"severity=\"info\"", 1)'
spoil checkstyle 'b = b.replace(b"line=\"", b"line=\"0", 1).replace(b"line=\"0", b"line=\"-", 1)'
spoil checkstyle 'i = b.index(b"<error"); j = b.index(b"/>", i) + 2; b = b[:i] + b[j:]'
spoil tap 'b = b.replace(b"TAP version 14", b"TAP version 13", 1)'
spoil tap 'b = b.replace(b"\n1..", b"\n1..9", 1)'
spoil tap 'b = b.replace(b"    not ok ", b"    ok ", 1)'
spoil tap 'b = b.replace(b"message: \"", b"message: \"\"", 1)'
spoil tap 'b = b.replace(b" # SKIP", b"", 1)'
spoil csv 'b = b[3:]'
spoil csv 'b = b.replace(b"\r\n", b"\n")'
spoil csv 'b = b.replace(b",\"", b",\"=", 1)'
spoil csv 'i = b.index(b"\r\n") + 2; b = b[:i] + b[b.index(b"\r\n", i) + 2:]'
spoil rgaa-grid 'b = b.replace(b";", b",", 1)'
spoil markdown 'b = b.replace(b"**bloquant**", b"**bloquant** <b>x</b>", 1)'
spoil markdown 'b = b.replace(b"`", b"@x `", 1)'
spoil markdown 'b = b + b"x" * 65536'
spoil sarif 'i = b.index(b",\n{\"ruleId\""); b = b[:i] + b[b.index(b",\n", i + 2):]'
spoil gitlab-quality 'i = b.index(b",\n{"); b = b[:i] + b[b.index(b",\n", i + 2):]'
spoil gitlab-accessibility 'b = b.replace(b"\"errors\":", b"\"errors\":1", 1)'
spoil github 'b = b + b"Aucune page\n"'
spoil github-summary 'b = b.replace(b"**bloquant**", b"**bloquant** <b>x</b>", 1)'
spoil xlsx 'import io, zipfile
z = zipfile.ZipFile(io.BytesIO(b)); out = io.BytesIO(); w = zipfile.ZipFile(out, "w")
for n in z.namelist():
    w.writestr(n, z.read(n).replace(b"<c r=\"A2\"><v>", b"<c r=\"A2\"><f>1+1</f><v>", 1))
w.close(); b = out.getvalue()'
spoil xlsx 'import io, zipfile
z = zipfile.ZipFile(io.BytesIO(b)); out = io.BytesIO(); w = zipfile.ZipFile(out, "w")
for n in z.namelist():
    w.writestr(n, z.read(n).replace(b"state=\"frozen\"", b"state=\"split\"").replace(b"ySplit", b"xSplit"))
w.close(); b = out.getvalue()'

# What the spreadsheet puts aside is gone.
left=$(find "$work" -mindepth 1 -maxdepth 1 \( -name 'clairlint-*' -o -name 'tmp.*' \) | head -n 3)
[ -z "$left" ] || fail "left behind: $left"
printf '%s formats, %d faults\n' "$(echo "$formats" | wc -l)" "$faults"
[ "$faults" -eq 0 ]
