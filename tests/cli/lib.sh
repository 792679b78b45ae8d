# Shared by the tests of the command line. Run from the top folder; CLAIRLINT is the program.
set -u
case $CLAIRLINT in
/*) ;;
*) CLAIRLINT=$PWD/$CLAIRLINT ;;
esac
unset LANG LC_ALL LC_MESSAGES NO_COLOR SOURCE_DATE_EPOCH || true
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0 checks=0

fail() {
	faults=$((faults + 1))
	printf 'FAULT: %s\n' "$1"
}

# run STATUS ARGUMENT…: in the folder of the test; what it says is in $work/out and $work/err.
run() {
	wanted=$1
	shift
	checks=$((checks + 1))
	got=0
	(cd "$work/here" && "$CLAIRLINT" "$@") > "$work/out" 2> "$work/err" < "${input:-/dev/null}" || got=$?
	[ "$got" -eq "$wanted" ] || {
		fail "clairlint $*: exit $got instead of $wanted"
		head -n 5 "$work/err"
	}
}

# says out|err TEXT: what was said holds this text.
says() {
	checks=$((checks + 1))
	grep -qF -- "$2" "$work/$1" || {
		fail "« $2 » is not in $1:"
		head -n 5 "$work/$1"
	}
}

silent() {
	checks=$((checks + 1))
	[ ! -s "$work/$1" ] || {
		fail "$1 is not empty:"
		head -n 5 "$work/$1"
	}
}

same() {
	checks=$((checks + 1))
	cmp -s "$1" "$2" || {
		fail "$1 and $2 differ"
		diff "$1" "$2" | head -n 5
	}
}

finish() {
	printf '%d checks, %d faults\n' "$checks" "$faults"
	[ "$faults" -eq 0 ] && [ "$checks" -gt 0 ]
}

mkdir "$work/here"
# A page without a fault that the rules see, and one with a fault that blocks.
cat > "$work/here/bien.html" << 'END'
<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Horaires de la mairie</title></head>
<body><main><h1>Horaires de la mairie</h1><p>La mairie est ouverte le lundi matin.</p></main></body></html>
END
cat > "$work/here/mal.html" << 'END'
<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Plan de la ville</title></head>
<body><main><h1>Plan de la ville</h1><p><img src="plan.png"></p></main></body></html>
END
