#!/bin/sh
# What ci/ gives to forges: YAML that reads, and the commands in it, run as they are written against the sample site.
. tests/cli/lib.sh
. tests/support/serve.sh
serve tests/site/sample
checks=$((checks + 1))
python3 tests/cli/ci.py "$CLAIRLINT" "$url" > "$work/out" 2>&1 || fail "$(cat "$work/out")"
finish
