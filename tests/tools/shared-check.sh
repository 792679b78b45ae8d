#!/bin/sh
# Judges every page of a folder of pages; pages in = pages out. usage: shared-check.sh CLAIRLINT FOLDER
set -u
program=$1 folder=$2
set --
for part in pages sites act/cases; do
	[ ! -d "$folder/$part" ] || set -- "$@" "$folder/$part"
done
if [ $# -eq 0 ]; then
	echo "shared-check: $folder is absent; give SHARED=FOLDER"
	exit 0
fi
out=$(mktemp)
trap 'rm -f "$out"' EXIT
find "$@" -type f \( -iname '*.html' -o -iname '*.htm' -o -iname '*.xhtml' \) \
	-not -path '*/.*' > "$out"
given=$(wc -l < "$out")
ASAN_OPTIONS=detect_leaks=1 "$program" check "$@" --quiet --fail-on never --format "jsonl=$out"
status=$?
told=$(grep -c '^{"type":"page"' "$out")
echo "shared-check: $given pages in, $told pages out, exit status $status"
grep "^{\"type\":\"page\"" "$out" | sed -n "s/.*\"tested\":false,\"not_tested_reason\":\"\([^\"]*\)\".*/not tested: \1/p" | sort | uniq -c
[ "$given" -gt 0 ] && [ "$given" -eq "$told" ] && { [ "$status" -eq 0 ] || [ "$status" -eq 3 ]; }
