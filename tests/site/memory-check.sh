#!/bin/sh
# Crawls sites made for it, served on loopback, each ten times as large as the one before: the most memory that
# the program took, and its time by page. Fails past LIMIT MiB, or when the largest takes half as long again by
# page as the one before.
#
#     SIZES='1000 10000 100000' LIMIT=300 tests/site/memory-check.sh PROGRAM
set -u
program=$1 sizes=${SIZES:-1000 10000 100000} limit=${LIMIT:-300}
work=$(mktemp -d "${TMPDIR:-/var/tmp}/clairlint-memory-XXXXXX")
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$work"' EXIT
status=0

. tests/site/make-site.sh

before=
for size in $sizes; do
	make_site "$size" "$work/site"
	: > "$work/url"
	"$program" serve "$work/site" > "$work/url" &
	server=$!
	while ! [ -s "$work/url" ]; do
		kill -0 "$server" 2> /dev/null || exit 1
		sleep 0.1
	done
	/usr/bin/time -f '%M %U %S %e' -o "$work/time" \
		"$program" site "$(cat "$work/url")" --own-site --max-pages "$size" --no-config --quiet \
		--format "text=$work/report" --format "jsonl=$work/pages" 2> "$work/errors"
	[ $? -le 1 ] || { cat "$work/errors"; status=1; }
	judged=$(grep -c '^{"type":"page".*"tested":true' "$work/pages")
	tail -n 1 "$work/time" | awk -v size="$size" -v judged="$judged" -v limit="$limit" -v before="$before" '{
		each = ($2 + $3) / size * 1000
		printf "%d pages, %d judged: %d MiB, %.2f ms of processor a page, %.0f s\n", size, judged, $1 / 1024, each, $4
		print each > "/dev/stderr"
		exit judged != size || $1 / 1024 > limit || (before != "" && each > 1.5 * before)
	}' 2> "$work/each" || { echo "memory-check: too few pages, too much memory, or too slow"; status=1; }
	before=$(cat "$work/each")
	kill "$server"
	wait "$server" 2> /dev/null
	server=
	rm -rf "$work/site"
done
exit $status
