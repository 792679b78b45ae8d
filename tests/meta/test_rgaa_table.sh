#!/bin/sh
# docs/rgaa.md and docs/rgaa.en.md are what the program writes today, from its rules.
set -eu
[ -x "${CLAIRLINT:-}" ] || { echo 'CLAIRLINT names no program'; exit 1; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
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
