#!/bin/sh
# What ci/ gives to forges: YAML that reads, and the commands in it, run as they are written against the sample site.
. tests/cli/lib.sh
"$CLAIRLINT" serve tests/site/sample > "$work/address" &
server=$!
trap 'kill "$server" 2> /dev/null; rm -rf "$work"' EXIT
tries=0
until [ -s "$work/address" ] || [ "$tries" -ge 100 ]; do
	tries=$((tries + 1))
	sleep 0.1
done
checks=$((checks + 1))
python3 tests/cli/ci.py "$CLAIRLINT" "$(cat "$work/address")" > "$work/out" 2>&1 || fail "$(cat "$work/out")"
finish
