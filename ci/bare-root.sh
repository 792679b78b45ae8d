#!/bin/sh
# A bare Debian 12 in a folder, as root; fetched once, kept beside it. usage: ci/bare-root.sh ARCHIVE.tar FOLDER
set -eu
archive=$1 folder=$2
[ "$(id -u)" -eq 0 ] || { echo 'a bare root is made as root' >&2; exit 2; }
if [ ! -f "$archive" ]; then
	rm -rf "$archive.root"
	mkdir -p "$(dirname "$archive")"
	debootstrap --variant=minbase bookworm "$archive.root" "${DEBIAN_MIRROR-http://deb.debian.org/debian}" > "$archive.log"
	tar -C "$archive.root" --numeric-owner -cf "$archive.new" .
	mv "$archive.new" "$archive"
	rm -rf "$archive.root"
fi
rm -rf "$folder"
mkdir -p "$folder"
tar -C "$folder" --numeric-owner -xf "$archive"
# The network of this machine.
for file in /etc/resolv.conf /etc/apt/apt.conf.d/*proxy*; do
	[ ! -f "$file" ] || cp -L "$file" "$folder$file"
done
