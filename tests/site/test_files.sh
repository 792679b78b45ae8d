#!/bin/sh
# The HTML report of many pages: its files come and go with the pages, what is not ours stays, and our own rules find
# no failure in any of them.
set -u
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
fail() {
	status=1
	echo "$1"
}

# report PAGES STATUS: of so many pages.
report() {
	rm -rf "$work/site"
	tests/site/make-large.py "$work/site" "$1" > /dev/null
	got=0
	"$CLAIRLINT" check "$work/site" --lang fr --no-config --quiet --reproducible --fail-on never \
		--output "$work/rapport.html" 2> "$work/said" || got=$?
	[ "$got" -eq "$2" ] || fail "$1 pages: exit $got: $(cat "$work/said")"
}

files() { # WANTED
	found=$(cd "$work" && find rapport-pages -type f 2> /dev/null | sort | tr '\n' ' ')
	[ "$found" = "$1" ] || fail "files: $found instead of $1"
}

report 1100 0
files 'rapport-pages/1.html rapport-pages/2.html rapport-pages/3.html '
"$CLAIRLINT" check "$work/rapport.html" "$work/rapport-pages/1.html" "$work/rapport-pages/3.html" --no-config --quiet \
	--fail-on minor > "$work/own" || { fail 'our rules find failures in the files of the report'; cat "$work/own"; }
echo '<p>Mes notes</p>' > "$work/mine"
cp "$work/mine" "$work/rapport-pages/notes.html"
cp "$work/mine" "$work/rapport-pages/4.html"
report 501 0
files 'rapport-pages/1.html rapport-pages/2.html rapport-pages/4.html rapport-pages/notes.html '
grep -q 'rapport-pages/2.html' "$work/rapport.html" || fail 'the second file is not linked'
cp "$work/rapport.html" "$work/kept.html"
cp "$work/mine" "$work/rapport-pages/2.html"
report 1100 2
cmp -s "$work/mine" "$work/rapport-pages/2.html" || fail 'a file of somebody was replaced'
cmp -s "$work/kept.html" "$work/rapport.html" || fail 'the first file was replaced by half a report'
grep -q 'rapport-pages/2.html' "$work/said" || fail "not told: $(cat "$work/said")"
report 12 0
files 'rapport-pages/2.html rapport-pages/4.html rapport-pages/notes.html '
rm "$work/rapport-pages/"*
report 501 0
# Another format of the same name has no folder.
"$CLAIRLINT" check "$work/site/p1.html" --no-config --quiet --fail-on never --output "$work/rapport.json" || fail json
files 'rapport-pages/1.html rapport-pages/2.html '
report 12 0
[ ! -e "$work/rapport-pages" ] || fail 'an empty folder stays'
exit "$status"
