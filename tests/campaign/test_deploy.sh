#!/bin/sh
# The files of ci/deploy: read, and their commands run as they are written.
set -eu
"$BUILD/tests/tools/with_postgres" python3 -B tests/campaign/deploy.py "$CLAIRLINT"
