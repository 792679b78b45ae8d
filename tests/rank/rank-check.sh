#!/bin/sh
# The public site of 35,000 made-up sites: time, size and memory. Fails past LIMIT MiB of memory, when a page is larger
# than 200 KiB or a file of the search than 600 KiB, and when its ranks are not found again from its data.
# usage: rank-check.sh TOOL [SITES]
set -eu
tool=$1 sites=${2:-35000}
work=$(mktemp -d -p "${BUILD:-build}")
trap 'rm -rf "$work"' EXIT
failed=0

"$tool" "$sites" 20 2 "$work/site" > "$work/told"
cat "$work/told"
memory=$(sed -n 's/.* \([0-9]*\) MiB of memory.*/\1/p' "$work/told")
largest() {
	find "$work/site" -name "$1" -path "$2" -printf '%s %P\n' | sort -n | tail -1
}
page=$(largest '*.html' '*')
shard=$(largest '*.json' '*/recherche/*')
echo "largest page: $page; largest file of the search: $shard"
[ "$memory" -le "${LIMIT:-256}" ] || { echo "failed: $memory MiB of memory"; failed=1; }
[ "${page%% *}" -le 204800 ] || { echo 'failed: a page is too large'; failed=1; }
[ "${shard%% *}" -le 614400 ] || { echo 'failed: a file of the search is too large'; failed=1; }
tests/rank/recompute.py "$work/site/donnees/sites.csv" || failed=1
tests/rank/table-schema.py "$work/site/donnees/datapackage.json" || failed=1
exit "$failed"
