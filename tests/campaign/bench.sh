#!/bin/sh
# The whole way of a campaign (fetching, keeping, judging, the store) beside `check` on the same files, and beside wget
# and httrack, which only fetch: pages a second in one run, on loopback, without delay. Then the memory of a large
# campaign. Fails under half of the speed of check, or past LIMIT MiB.
#
#     PAGES=3000 MEMORY_PAGES=100000 LIMIT=400 tests/campaign/bench.sh PROGRAM
set -u
program=$1 pages=${PAGES:-3000} memory_pages=${MEMORY_PAGES:-100000} limit=${LIMIT:-400}
work=$(mktemp -d "${TMPDIR:-/var/tmp}/clairlint-bench-XXXXXX")
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$work"' EXIT
. tests/site/make-site.sh

serve_site() {
	rm -rf "$work/site"
	make_site "$1" "$work/site"
	: > "$work/url"
	"$program" serve "$work/site" > "$work/url" &
	server=$!
	while ! [ -s "$work/url" ]; do
		kill -0 "$server" 2> /dev/null || exit 1
		sleep 0.1
	done
	url=$(cat "$work/url")
	printf 'adresse,propre\n%s,oui\n' "$url" > "$work/sites.csv"
}

end_site() {
	kill "$server"
	wait "$server" 2> /dev/null
	server=
}

# timed NAME COMMAND…: pages a second, in $rate; the most memory in MiB, in $memory.
# wget gives 8 for an image that is not there.
timed() {
	name=$1
	shift
	/usr/bin/time -f '%e %M' -o "$work/time" "$@" > "$work/out" 2> "$work/errors"
	case $? in
	0 | 1 | 8) ;;
	*) echo "$name failed:"; head -n 5 "$work/errors"; exit 1 ;;
	esac
	read -r seconds kilobytes << END
$(tail -n 1 "$work/time")
END
	rate=$(awk -v pages="$count" -v seconds="$seconds" 'BEGIN { printf "%.0f", pages / seconds }')
	memory=$((kilobytes / 1024))
	printf '%-10s %6s pages/s, %s s, %d MiB\n' "$name" "$rate" "$seconds" "$memory"
}

run_campaign() {
	rm -f "$work"/sites.db*
	timed campaign "$program" campaign run "$work/sites.csv" --max-pages "$count" --no-config -q
	judged=$("$program" campaign status "$work/sites.csv" --lang en --no-config | sed -n 's/^Pages judged: \([0-9,]*\) .*/\1/p' | tr -d ,)
	[ "$judged" = "$count" ] || { echo "campaign: $judged pages judged of $count"; exit 1; }
}

count=$pages
serve_site "$count"
timed check "$program" check "$work/site" --no-config -q --fail-on never --format "jsonl=$work/pages"
check=$rate
run_campaign
campaign=$rate
timed wget timeout -s KILL 600 wget -q -r -l inf -e robots=off -P "$work/wget" "$url"
timed httrack timeout -s KILL 600 httrack -q -O "$work/httrack" --robots=0 --disable-security-limits -c8 -%c0 \
	-A1000000000 "$url"
end_site
awk -v a="$campaign" -v b="$check" 'BEGIN { printf "campaign over check: %.2f\n", a / b; exit a < b / 2 }' ||
	{ echo 'bench: less than half of the speed of check'; exit 1; }

count=$memory_pages
serve_site "$count"
run_campaign
end_site
[ "$memory" -le "$limit" ] || { echo "bench: $memory MiB is more than $limit"; exit 1; }
