#!/bin/sh
# The packages that a build needs are the same for ci/deps.sh and for the Debian package.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Of every Debian system that builds, or of debhelper.
implied='^(gcc|make|libc6-dev|debhelper-compat)$'

# The list, as the script itself has it.
sed -n '/^packages() {$/,/^}$/p' ci/deps.sh > "$work/packages.sh"
sh -c '. "$1"; packages build' - "$work/packages.sh" | tr -s ' ' '\n' | sed 's/:.*//' | grep -vE "$implied" | sort > "$work/ours"
sed -n '/^Build-Depends:/,/^[A-Z].*:/p' debian/control | sed '$d; s/^Build-Depends://' | tr ',' '\n' |
	sed 's/([^)]*)//; s/[[:space:]]//g; /^$/d' | grep -vE "$implied" | sort > "$work/theirs"

[ "$(wc -l < "$work/ours")" -ge 10 ] || {
	echo 'ci/deps.sh: its list is not read'
	exit 1
}
diff -u "$work/ours" "$work/theirs" || {
	echo 'ci/deps.sh (-) and debian/control (+) do not name the same packages'
	exit 1
}
