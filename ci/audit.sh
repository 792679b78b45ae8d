#!/bin/sh
# Audits a site, prints the report and writes it in HTML. Without address: the sample site, served on
# loopback. usage: ci/audit.sh PROGRAM FOLDER [URL]
set -eu
program=$1 folder=$2 url=${3-}
report=$folder/rapport.html
server=
mkdir -p "$folder"
stop() {
	[ -z "$server" ] || kill "$server" 2> /dev/null || true
}
trap stop EXIT

if [ -z "$url" ]; then
	rm -f "$folder/address"
	"$program" serve tests/site/sample > "$folder/address" &
	server=$!
	tries=0
	until [ -s "$folder/address" ]; do
		tries=$((tries + 1))
		[ "$tries" -le 50 ] || { echo "ci/audit.sh: the sample site does not start" >&2; exit 1; }
		sleep 0.1
	done
	url=$(cat "$folder/address")
	echo "Site d’exemple : une petite ville, avec des défauts voulus ($url)"
	set -- --own-site
else
	set --
fi
status=0
"$program" site "$url" "$@" --format text --format html="$report" || status=$?
# Barriers found are what an audit is for: only a report that is missing or partial is a failure.
[ "$status" -ne 2 ] || exit 2
printf '\nRapport à ouvrir dans un navigateur : %s\n' "$(pwd)/$report"
[ "$status" -le 1 ] || exit "$status"
