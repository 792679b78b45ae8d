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

# A page leads to the twenty under it, to ten others, and by its menu to seven; it has a few faults.
make_site() {
	mkdir "$2"
	awk -v count="$1" -v folder="$2" '
	function link(n) { return "<li><a href=\"/" (n == 0 ? "" : "p" n ".html") "\">Démarche numéro " n "</a></li>\n" }
	BEGIN {
		srand(1)
		for (n = 0; n < count; n++) {
			menu = below = other = ""
			for (i = 1; i <= 7; i++) menu = menu link(i)
			for (i = 1; i <= 20; i++) if (n * 20 + i < count) below = below link(n * 20 + i)
			for (i = 1; i <= 10; i++) other = other link(int(rand() * count))
			file = folder "/" (n == 0 ? "index" : "p" n) ".html"
			printf "<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>Démarche numéro %d</title></head><body>\n" \
				"<header><p><a href=\"/\">Mairie</a></p><nav><ul>\n%s</ul></nav></header>\n<main><h1>Démarche numéro %d</h1>\n" \
				"<p>Vous pouvez demander la pièce %d en mairie. Il faut une pièce d’identité et un justificatif de domicile.</p>\n" \
				"<p><img src=\"plan-%d.png\"></p><form><input name=q%d></form>\n<h2>Suite</h2><ul>\n%s</ul><h2>Voir aussi</h2><ul>\n%s</ul></main>\n" \
				"<footer><p><a href=\"/p3.html\">Nous contacter</a></p></footer></body></html>\n", n, menu, n, n, n, n, below, other > file
			close(file)
		}
	}'
}

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
