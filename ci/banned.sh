#!/bin/sh
# Functions that have no place here, by folder. Prints each as FILE:LINE.
set -u
cd "$(dirname "$0")/.."
found=$(mktemp)
trap 'rm -f "$found"' EXIT

# usage: ban 'NAME|NAME' 'why' FOLDER…   Comments and strings are looked through: they are taken out.
ban() {
	names=$1 why=$2
	shift 2
	for file in $(find "$@" -name '*.[ch]' | LC_ALL=C sort); do
		awk -v names="(^|[^A-Za-z0-9_.>])($names)[ \t]*\\\\(" -v why="$why" -v file="$file" '
		{
			line = $0
			gsub(/\\\\/, "", line)
			gsub(/\\"/, "", line)
			gsub(/"[^"]*"/, "\"\"", line)
			if (inside) {
				if (!match(line, /\*\//))
					next
				line = substr(line, RSTART + 2)
				inside = 0
			}
			gsub(/\/\*[^*]*(\*[^\/*][^*]*)*\*\//, "", line)
			sub(/\/\/.*/, "", line)
			if (match(line, /\/\*/)) {
				inside = 1
				line = substr(line, 1, RSTART - 1)
			}
			if (line ~ names)
				print file ":" FNR ": " why ": " $0
		}' "$file"
	done >> "$found"
}

core='src/base src/ods src/dom src/facts src/dict src/engine src/score src/compare src/report src/lsp src/clairlint'
ban 'strcpy|strcat|stpcpy|sprintf|vsprintf|strtok|strtok_r|atoi|atol|atof|gets|scanf|alloca|system|popen|tmpnam|mktemp' \
	'banned function' src rules tests
ban 'setlocale|newlocale|uselocale|bindtextdomain|isalpha|isalnum|isdigit|isspace|isupper|islower|ispunct|isxdigit|iscntrl|isprint|tolower|toupper|strcoll|mblen|mbtowc|wcwidth' \
	'depends on the locale' src rules
# shellcheck disable=SC2086
ban 'printf|puts|putchar|fprintf|perror|exit|_exit|abort|getenv|signal|sigaction' \
	'only the program prints, exits and reads the environment' $core src/net rules
ban 'malloc|calloc|realloc|free|strdup|strndup|asprintf|fopen|open|read|write' \
	'a rule allocates nothing and opens nothing' rules
cat "$found"
printf 'banned: %d faults\n' "$(wc -l < "$found")"
[ ! -s "$found" ]
