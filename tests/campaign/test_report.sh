#!/bin/sh
# The report of a campaign in each of its formats. Needs python3-jsonschema.
set -eu
python3 -B tests/campaign/report.py "$CLAIRLINT"
