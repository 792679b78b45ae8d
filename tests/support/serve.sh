# For the shell tests, with $work, a folder of theirs: serve FOLDER puts a site on loopback. Its address is then in
# $url; the server and $work go away with the test.
serve() {
	: > "$work/address"
	"$CLAIRLINT" serve "$1" > "$work/address" &
	server=$!
	trap 'kill "$server" 2> /dev/null; rm -rf "$work"' EXIT
	tries=0
	until [ -s "$work/address" ]; do
		tries=$((tries + 1))
		[ "$tries" -le 100 ] || { echo "$1 is not served"; exit 1; }
		sleep 0.1
	done
	url=$(cat "$work/address")
}
