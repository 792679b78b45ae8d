#!/bin/sh
# What the documents say is true of the program: options, commands, rules, make targets, files, links.
# usage: ci/check-docs.sh PROGRAM
set -u
cd "$(dirname "$0")/.."
program=$1
faults=0
fault() {
	faults=$((faults + 1))
	echo "$1"
}
words=$(mktemp)
trap 'rm -f "$words"' EXIT
documents=$(find . -name '*.md' ! -path './build/*' ! -path '*/node_modules/*' | sed 's|^\./||' | LC_ALL=C sort)
help=$("$program" --help --lang en)
rules=$("$program" rules --lang en --no-config)
targets=$(sed -n 's/^\([a-z0-9-]*\):.*##.*/\1/p' Makefile tests/*.mk)

for document in $documents; do
	folder=$(dirname "$document")
	# Links to files of the project.
	grep -oE '\]\([^)#: ]+(#[^)]*)?\)' "$document" | sed 's/^](//; s/[#)].*$//' | while read -r link; do
		[ -z "$link" ] || [ -e "$folder/$link" ] || echo "$document: no file $link"
	done
	# Options of clairlint: words of a line that calls it.
	grep -E 'clairlint (check|site|rules|explain|init|config|http)' "$document" |
		grep -oE '(^|[ `])--[a-z][a-z-]*' | tr -d ' `' | LC_ALL=C sort -u | while read -r option; do
		printf '%s' "$help" | grep -qE -- "$option( |\$)" || echo "$document: no option $option"
	done
	grep -oE '(^|`)make [a-z][a-z-]+' "$document" | grep -oE '[a-z-]+$' | LC_ALL=C sort -u | while read -r target; do
		printf '%s\n' "$targets" | grep -qx "$target" || echo "$document: no target make $target"
	done
	grep -oE 'clairlint explain [a-z]+/[a-z-]+' "$document" | cut -d' ' -f3 | while read -r rule; do
		printf '%s\n' "$rules" | grep -qx "$rule" || echo "$document: no rule $rule"
	done
done > "$words"
[ ! -s "$words" ] || { cat "$words"; faults=$(wc -l < "$words"); }
version=$("$program" --version | cut -d' ' -f2)
grep -qF "## $version" CHANGELOG.md || fault "CHANGELOG.md says nothing of $version"
for option in $(printf '%s' "$help" | grep -oE -- '--[a-z][a-z-]*' | LC_ALL=C sort -u); do
	grep -qF -- "$option" README.md || fault "README.md does not name $option"
done
for folder in src/*/; do
	grep -qF "$(basename "$folder")" docs/architecture.md || fault "docs/architecture.md does not name $folder"
done
printf 'docs: %d documents, %d faults\n' "$(printf '%s\n' "$documents" | wc -l)" "$faults"
[ "$faults" -eq 0 ]
