# Shared by the tests of the tables in docs/: each is what the program writes today, from its rules.
set -eu
[ -x "${CLAIRLINT:-}" ] || { echo 'CLAIRLINT names no program'; exit 1; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# usage: is_written OPTION LANG FILE
is_written() {
	"$CLAIRLINT" rules "$1" --lang "$2" --no-config > "$out/made.md"
	if ! cmp -s "$out/made.md" "$3"; then
		echo "$3 is not what the rules say today: run \`make tables\`, look at the difference, keep it"
		diff "$3" "$out/made.md" | head -n 20
		exit 1
	fi
	grep -oE '`[a-z]+[0-9]*/[a-z-]+`' "$3" | tr -d '`' | LC_ALL=C sort -u | while read -r rule; do
		[ -e "rules/$rule.c" ] || { echo "$3 names $rule"; exit 1; }
	done
}

# usage: at_least FILE MINIMUM WORDS     the figure at the head of the table that goes with these words
at_least() {
	figure=$(sed -n "s/^- \([0-9]*\) $3.*/\1/p" "$1")
	[ "${figure:-0}" -ge "$2" ] || { echo "${figure:-0} $3: at least $2 are wanted"; exit 1; }
}
