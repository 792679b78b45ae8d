#!/bin/bash
# The cost of judging, style sheets read, over the cost of the bare parse of the pages alone, both as whole
# processes.
# usage: bench.sh PROGRAM BARE_PARSE FOLDER   (RUNS=5, INSTRUCTIONS=1)
set -eu
program=$1 parse=$2 folder=$3 runs=${RUNS:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U'

# User seconds of a command, to standard output.
seconds() {
	{ time "$@" > /dev/null 2> "$work/err" || [ $? -eq 1 ]; } 2>&1 | tail -n 1
}
median() {
	LC_ALL=C sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}
# Peak memory in KiB.
peak() {
	/usr/bin/time -f '%M' -o "$work/peak" "$@" > /dev/null 2>&1 || true
	tail -n 1 "$work/peak"
}
judge() {
	"$program" check --jobs 1 --quiet --fail-on never --format jsonl "$@"
}

read -r pages bytes < <("$parse" "$folder")
printf '%s: %d pages, %d bytes\n' "$folder" "$pages" "$bytes"
judge "$folder" |
	sed -n 's/.*"sheets":{"read":\([0-9]*\),"missing":\[\([^]]*\)\].*/\1 \2/p' |
	awk '{ read += $1; if ($1) with++; lost += gsub(/"why"/, "") }
	END { printf "style sheets: %d read on %d pages, %d missing\n", read, with, lost }'
for _ in $(seq "$runs"); do
	seconds judge "$folder" >> "$work/lint"
	seconds "$parse" "$folder" >> "$work/parse"
done
lint=$(median < "$work/lint")
bare=$(median < "$work/parse")
awk -v l="$lint" -v p="$bare" -v n="$pages" 'BEGIN {
	printf "judge: %.2f s of user time, %.1f ms a page; bare parse: %.2f s, %.1f ms a page\n",
	    l, 1000 * l / n, p, 1000 * p / n }'

largest=$(find "$folder" -name '*.html' -printf '%s %p\n' | LC_ALL=C sort -n | tail -n 1 | cut -d' ' -f2-)
small=$(find "$folder" -name '*.html' -printf '%s %p\n' |
	awk '{ d = $1 - 33000; if (d < 0) d = -d; print d, $0 }' | LC_ALL=C sort -n | head -n 1 | cut -d' ' -f3-)
start=$(peak "$program" --version)
printf 'largest page (%d bytes): %d KiB above start (%d KiB)\n' "$(stat -c %s "$largest")" \
	"$(($(peak "$program" check --jobs 1 --quiet --fail-on never --format jsonl "$largest") - start))" "$start"
for _ in $(seq 20); do
	begin=$(date +%s%N)
	judge "$small" > /dev/null
	end=$(date +%s%N)
	echo $(((end - begin) / 10000))
done | median | awk -v size="$(stat -c %s "$small")" -v peak="$(peak "$program" check --jobs 1 --quiet --fail-on never --format jsonl "$small")" \
	'{ printf "one page of %d bytes: %.1f ms, %d KiB\n", size, $1 / 100, peak }'

# Instructions do not depend on what else the machine does: twenty pages, spread by size.
if [ "${INSTRUCTIONS:-1}" = 1 ] && command -v valgrind > /dev/null; then
	find "$folder" -name '*.html' -size -200k -printf '%s %p\n' | LC_ALL=C sort -n -k1,1 -k2 |
		awk '{ line[NR] = $2 } END { for (i = 1; i <= 20; i++) print line[int(i * NR / 21) + 1] }' > "$work/set"
	count() {
		valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 > /dev/null |
			sed -n 's/.*Collected : //p'
	}
	# shellcheck disable=SC2046
	set -- $(cat "$work/set")
	one=$(count "$program" check --jobs 1 --quiet --fail-on never --format jsonl "$@")
	two=$(count "$parse" "$@")
	awk -v a="$one" -v b="$two" 'BEGIN { printf "20 pages: %.1f M instructions judged, %.1f M parsed, ratio %.2f\n", a / 1e6, b / 1e6, a / b }'
fi
awk -v l="$lint" -v p="$bare" 'BEGIN { printf "lint/parse ratio: %.1f\n", l / p }'
