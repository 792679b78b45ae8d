#!/bin/sh
# The HTML report of 20,000 pages made for it: a first file and others beside it, none past 5 MB, and the most
# memory that the program took.
# usage: PAGES=20000 LIMIT=300 tests/site/html-check.sh PROGRAM
set -u
program=$1 pages=${PAGES:-20000} limit=${LIMIT:-300}
work=$(mktemp -d "${TMPDIR:-/var/tmp}/clairlint-html-XXXXXX")
trap 'rm -rf "$work"' EXIT
tests/site/make-large.py "$work/site" "$pages" > /dev/null
/usr/bin/time -f '%M %e' -o "$work/time" "$program" check "$work/site" --no-config --quiet --fail-on never \
	--output "$work/report/" || exit 1
[ -s "$work/report/index.html" ] || { echo 'no index'; exit 1; }
files=$(find "$work/report" -name '*.html' | wc -l)
largest=$(find "$work/report" -name '*.html' -printf '%s\n' | sort -n | tail -1)
tail -n 1 "$work/time" | awk -v pages="$pages" -v files="$files" -v largest="$largest" -v limit="$limit" '{
	printf "%d pages: %d files, the largest %.1f MB, %d MiB, %.0f s\n", pages, files, largest / 1e6, $1 / 1024, $2
	exit files != int((pages + 499) / 500) + 1 || largest > 5e6 || $1 / 1024 > limit
}' || { echo 'html-check: too few files, one too large, or too much memory'; exit 1; }
