#!/bin/sh
# Builds the Debian packages from a tarball of `make dist`, in a folder of its own, and has lintian judge them.
# usage: ci/deb.sh TARBALL FOLDER
set -eu
tarball=$1 folder=$2
name=$(basename "$tarball" .tar.gz)
version=${name#clairlint-}
rm -rf "$folder"
mkdir -p "$folder"
tar -xzf "$tarball" -C "$folder"
changelog=$(dpkg-parsechangelog -l "$folder/$name/debian/changelog" -S Version)
[ "$changelog" = "$version" ] || {
	echo "debian/changelog says $changelog, clairlint.h says $version" >&2
	exit 1
}
(cd "$folder/$name" && dpkg-buildpackage -us -uc -j"$(getconf _NPROCESSORS_ONLN)") > "$folder/log" 2>&1 || {
	tail -n 40 "$folder/log" >&2
	exit 1
}
lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs,bogus-mail-host "$folder"/*.changes
ls "$folder"/*.deb
