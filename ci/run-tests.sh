#!/bin/sh
# Runs test programs and scripts one after the other; prints those that fail, the slowest, and a count at the end.
set -u
passed=0 failed=0 list=
out=$(mktemp)
trap 'rm -f "$out" "$out.times"' EXIT
for test in "$@"; do
	start=$(date +%s)
	if "$test" > "$out" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		list="$list $test"
		printf '==== %s\n' "$test"
		grep -v '^\[ *\(RUN\|OK\)' "$out" | tail -n 60
	fi
	echo "$(($(date +%s) - start)) s $test" >> "$out.times"
done
sort -rn "$out.times" | head -n 12
for test in $list; do
	printf 'failed: %s\n' "$test"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
