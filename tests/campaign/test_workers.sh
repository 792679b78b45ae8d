#!/bin/sh
# Workers on PostgreSQL: two of four are killed, then the server is restarted, then one sleeps. A round there, judged again.
set -eu
"$BUILD/tests/tools/with_postgres" python3 -B tests/campaign/workers.py "$CLAIRLINT" 60
"$BUILD/tests/tools/with_postgres" python3 -B tests/campaign/again.py "$CLAIRLINT" 20 server
