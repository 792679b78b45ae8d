#!/bin/sh
# docs/rgaa.md and docs/rgaa.en.md are what the program writes today, from its rules.
. tests/meta/tables.sh
for kept in docs/rgaa.md docs/rgaa.en.md; do
	lang=fr
	[ "$kept" = docs/rgaa.md ] || lang=en
	is_written --rgaa "$lang" "$kept"
	# Each criterion once, each test once.
	[ "$(grep -cE '^## [0-9]+\.[0-9]+ ' "$kept")" -eq 106 ]
	[ "$(grep -oE '^\| [0-9]+\.[0-9]+\.[0-9]+ ' "$kept" | LC_ALL=C sort -u | wc -l)" -eq 258 ]
	[ "$(grep -cE '^\| [0-9]+\.[0-9]+\.[0-9]+ ' "$kept")" -eq 258 ]
done
at_least docs/rgaa.en.md 57 'criteria out of 106 can be proven not met'
at_least docs/rgaa.en.md 140 'tests out of 258 are decided, or shown to a person'
