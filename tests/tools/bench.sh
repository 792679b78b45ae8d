#!/bin/bash
# The cost of judging, style sheets read, over the cost of the bare parse of the pages alone, both as whole
# processes.
# Then what the rules about text (themes readability/ and falc/) add to the others, and the words that they
# read in a second. All of it is told, nothing is asserted: the machine does other things.
# usage: bench.sh PROGRAM BARE_PARSE TEXT_DUMP FOLDER   (RUNS=5, INSTRUCTIONS=1)
set -eu
program=$1 parse=$2 dump=$3 folder=$4 runs=${RUNS:-5}
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
under=()
judge() {
	"${under[@]}" "$program" check --jobs 1 --quiet --fail-on never --format jsonl "$@"
}

# The rules that are judged: all; others than those about text; text alone; none. "easy": the page is judged
# as easy to read.
selections='all others none easy easy-others easy-text'
judge_rules() {
	local options=()
	case $1 in
	*others) options=(--disable 'falc/*' --disable 'readability/*') ;;
	*text) options=(--disable '*' --enable 'falc/*' --enable 'readability/*') ;;
	none) options=(--disable '*') ;;
	esac
	case $1 in easy*) options+=(--profile falc) ;; esac
	shift
	judge --no-config "${options[@]}" "$@"
}
# tell_shares WHAT ALL OTHERS NONE EASY EASY-OTHERS EASY-TEXT
tell_shares() {
	awk -v what="$1" -v all="$2" -v others="$3" -v none="$4" -v easy="$5" -v easyothers="$6" 'BEGIN {
		printf "rules about text, in %s: %.0f %% of what the other rules cost, %.0f %% of a run without them;",
		    what, 100 * (all - others) / (others - none), 100 * (all - others) / others
		printf " judged as easy to read, %.0f %% and %.0f %%\n",
		    100 * (easy - easyothers) / (easyothers - none), 100 * (easy - easyothers) / easyothers }'
}

read -r pages bytes < <("$parse" "$folder")
printf '%s: %d pages, %d bytes\n' "$folder" "$pages" "$bytes"
judge "$folder" |
	sed -n 's/.*"sheets":{"read":\([0-9]*\),"missing":\[\([^]]*\)\].*/\1 \2/p' |
	awk '{ read += $1; if ($1) with++; lost += gsub(/"why"/, "") }
	END { printf "style sheets: %d read on %d pages, %d missing\n", read, with, lost }'
for run in $(seq "$runs"); do
	seconds judge "$folder" >> "$work/lint"
	seconds "$parse" "$folder" >> "$work/parse"
	[ "$run" -le 3 ] || continue
	for selection in $selections; do
		seconds judge_rules "$selection" "$folder" >> "$work/time-$selection"
	done
done
lint=$(median < "$work/lint")
bare=$(median < "$work/parse")
awk -v l="$lint" -v p="$bare" -v n="$pages" 'BEGIN {
	printf "judge: %.2f s of user time, %.1f ms a page; bare parse: %.2f s, %.1f ms a page\n",
	    l, 1000 * l / n, p, 1000 * p / n }'

times=()
for selection in $selections; do
	times+=("$(median < "$work/time-$selection")")
done
tell_shares 'user time' "${times[@]}"
find "$folder" -name '*.html' -print0 | xargs -0 "$dump" --time |
	awk -v rules="${times[5]}" -v none="${times[2]}" '{ words += $1; cut += $2; syllables += $3 }
	END { printf "text: %d words; cut, %.2f M words a second; syllables counted, %.2f M; and all rules about text, %.2f M\n",
	    words, words / cut / 1e3, words / syllables / 1e3, words / (rules - none) / 1e6 }'

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
	callgrind=(valgrind --tool=callgrind --callgrind-out-file=/dev/null)
	collected() {
		sed -n 's/.*Collected : //p'
	}
	# shellcheck disable=SC2046
	set -- $(cat "$work/set")
	two=$("${callgrind[@]}" "$parse" "$@" 2>&1 > /dev/null | collected)
	under=("${callgrind[@]}")
	one=$(judge "$@" 2>&1 > /dev/null | collected)
	counts=()
	for selection in $selections; do
		counts+=("$(judge_rules "$selection" "$@" 2>&1 > /dev/null | collected)")
	done
	under=()
	awk -v a="$one" -v b="$two" 'BEGIN { printf "20 pages: %.1f M instructions judged, %.1f M parsed, ratio %.2f\n", a / 1e6, b / 1e6, a / b }'
	tell_shares 'instructions' "${counts[@]}"
fi
awk -v l="$lint" -v p="$bare" 'BEGIN { printf "lint/parse ratio: %.1f\n", l / p }'
