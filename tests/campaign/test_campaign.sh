#!/bin/sh
# Campaigns over small sites of all characters: manners, and going on after kills. `make campaign-check` has more of both.
set -eu
python3 -B tests/campaign/manners.py "$CLAIRLINT" 40 0.1
python3 -B tests/campaign/deaths.py "$CLAIRLINT"
python3 -B tests/campaign/spared.py "$CLAIRLINT"
python3 -B tests/campaign/again.py "$CLAIRLINT" 20 4
python3 -B tests/campaign/resume.py "$CLAIRLINT" 20 4
python3 -B tests/campaign/shards.py "$CLAIRLINT" 40
