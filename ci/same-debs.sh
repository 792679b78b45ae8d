#!/bin/sh
# Compares the packages of two folders, byte for byte. usage: ci/same-debs.sh FOLDER FOLDER
set -eu
count=0
for deb in "$1"/*.deb; do
	cmp "$deb" "$2/$(basename "$deb")"
	count=$((count + 1))
done
echo "$count packages, the same bytes"
[ "$count" -gt 0 ]
