#!/bin/sh
# docs/rgaa.md and docs/rgaa.en.md are what the program writes today, from its rules.
set -eu
[ -x "${CLAIRLINT:-}" ] || { echo 'CLAIRLINT names no program'; exit 1; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
# usage: at_least MINIMUM WORDS     the figure at the head of the table that goes with these words
at_least() {
	figure=$(sed -n "s/^- \([0-9]*\) $2.*/\1/p" docs/rgaa.en.md)
	[ "${figure:-0}" -ge "$1" ] || { echo "${figure:-0} $2: at least $1 are wanted"; exit 1; }
}
for lang in fr en; do
	kept=docs/rgaa.md
	[ "$lang" = fr ] || kept=docs/rgaa.$lang.md
	"$CLAIRLINT" rules --rgaa --lang "$lang" --no-config > "$out/made.md"
	if ! cmp -s "$out/made.md" "$kept"; then
		echo "$kept is not what the rules say today: run \`make tables\`, look at the difference, keep it"
		diff "$kept" "$out/made.md" | head -n 20
		exit 1
	fi
	# Each criterion once, each test once, each rule one of ours.
	[ "$(grep -cE '^## [0-9]+\.[0-9]+ ' "$kept")" -eq 106 ]
	[ "$(grep -oE '^\| [0-9]+\.[0-9]+\.[0-9]+ ' "$kept" | LC_ALL=C sort -u | wc -l)" -eq 258 ]
	[ "$(grep -cE '^\| [0-9]+\.[0-9]+\.[0-9]+ ' "$kept")" -eq 258 ]
	grep -oE '`[a-z]+/[a-z-]+`' "$kept" | tr -d '`' | LC_ALL=C sort -u | while read -r rule; do
		[ -e "rules/$rule.c" ] || { echo "$kept names $rule"; exit 1; }
	done
done
at_least 57 'criteria out of 106 can be proven not met'
at_least 140 'tests out of 258 are decided, or shown to a person'
