#!/bin/sh
# docs/demandes.md and docs/demandes.en.md are what the program writes today, from its rules.
. tests/meta/tables.sh
for kept in docs/demandes.md docs/demandes.en.md; do
	lang=fr
	[ "$kept" = docs/demandes.md ] || lang=en
	is_written --needs "$lang" "$kept"
	# Each demand once.
	[ "$(grep -oE '^\| S-[0-9]{3} ' "$kept" | LC_ALL=C sort -u | wc -l)" -eq 207 ]
	[ "$(grep -cE '^\| S-[0-9]{3} ' "$kept")" -eq 207 ]
done
at_least docs/demandes.en.md 130 'demands out of 168 are served'
