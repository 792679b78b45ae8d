#!/bin/sh
# What is wrong with a certificate is told. Servers of TLS on loopback, each with a fault of its own.
set -eu
python3 -B tests/cli/tls.py "$CLAIRLINT"
