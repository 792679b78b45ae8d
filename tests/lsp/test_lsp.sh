#!/bin/sh
# The server of editors, by a client over pipes: what it tells, what it mends, and what cannot hurt it.
set -eu
exec python3 -B tests/lsp/check.py "$CLAIRLINT" tests/lsp
