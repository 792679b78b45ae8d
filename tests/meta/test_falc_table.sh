#!/bin/sh
# docs/falc.md and docs/falc.en.md are what the program writes today, from its rules.
. tests/meta/tables.sh
for kept in docs/falc.md docs/falc.en.md; do
	lang=fr
	[ "$kept" = docs/falc.md ] || lang=en
	is_written --falc "$lang" "$kept"
	# Each rule of the standard once.
	[ "$(grep -oE '^\| [GWEVA][0-9]{2} ' "$kept" | LC_ALL=C sort -u | wc -l)" -eq 116 ]
	[ "$(grep -cE '^\| [GWEVA][0-9]{2} ' "$kept")" -eq 116 ]
done
at_least docs/falc.en.md 78 'rules out of 116 are checked by the program'
