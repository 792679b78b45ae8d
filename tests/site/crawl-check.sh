#!/bin/sh
# Crawls the sites of a folder, served on loopback, and compares the pages judged with NAME.truth (what
# follows from the links alone) and with wget's count; then two numbers of workers, and RUNS runs.
#
#     tests/site/crawl-check.sh PROGRAM FOLDER
set -u
program=$1 sites=$2 runs=${RUNS:-20}
if ! [ -d "$sites" ]; then
	echo "crawl-check: no folder $sites, nothing compared"
	exit 0
fi
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$work"' EXIT
status=0

complain() {
	printf 'crawl-check: %s\n' "$*" >&2
	status=1
}

# Pages judged, as paths after redirects, in the order of the alphabet.
judged() {
	sed -n '/^{"type":"page".*"tested":true/s/.*"final_url":"\([^"]*\)".*/\1/p' "$1" |
		sed "s|^${url%/}||" | LC_ALL=C sort
}

crawl() {
	"$program" site "$url" --own-site --max-pages 100000 --reproducible --quiet \
		--jobs "$1" --format "jsonl=$2" 2> "$work/errors"
	[ $? -le 1 ] || complain "$name: $(cat "$work/errors")"
}

for truth in "$sites"/*.truth; do
	name=$(basename "$truth" .truth)
	[ -d "$sites/$name" ] || continue
	# The address is part of the report: one server for all the runs.
	: > "$work/url"
	"$program" serve "$sites/$name" > "$work/url" &
	server=$!
	while ! [ -s "$work/url" ]; do
		kill -0 "$server" 2> /dev/null || exit 1
		sleep 0.1
	done
	url=$(cat "$work/url")
	crawl 1 "$work/one"
	run=1
	while [ "$run" -lt "$runs" ]; do
		crawl $((1 + run % 2)) "$work/again"
		cmp -s "$work/one" "$work/again" || complain "$name: run $run differs from the first"
		run=$((run + 1))
	done
	judged "$work/one" > "$work/judged"
	LC_ALL=C sort "$truth" > "$work/truth"
	cmp -s "$work/truth" "$work/judged" || complain "$name: not as in the truth:
$(LC_ALL=C comm -3 "$work/truth" "$work/judged" | head)"
	counts="$(wc -l < "$work/judged") judged, $(wc -l < "$work/truth") in the truth"
	if command -v wget > /dev/null; then
		mkdir "$work/$name"
		wget -q -r -l inf -nH -e robots=off --trust-server-names --follow-tags=a,area -P "$work/$name" "$url"
		found=$(find "$work/$name" -type f -name '*.html' | wc -l)
		[ "$found" -eq "$(wc -l < "$work/judged")" ] || complain "$name: wget gets $found pages"
		counts="$counts, $found by wget"
	fi
	printf '%s: %s, %s runs\n' "$name" "$counts" "$runs"
	kill "$server"
	wait "$server" 2> /dev/null
	server=
done
exit "$status"
