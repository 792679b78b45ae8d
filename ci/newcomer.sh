#!/bin/sh
# The way of a newcomer on a bare Debian 12: the package, then a first report of the sample site. Fails past two
# minutes. usage: ci/newcomer.sh FOLDER-OF-PACKAGES ARCHIVE.tar FOLDER
set -eu
packages=$1 archive=$2 root=$3
deb=$(ls "$packages"/clairlint_*.deb) || { echo "no package in $packages: make deb" >&2; exit 2; }
ci/bare-root.sh "$archive" "$root"
cp "$deb" "$root/root/"
now() {
	date +%s
}
in_root() {
	chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
		DEBIAN_FRONTEND=noninteractive sh -c "cd && $1"
}
echo "load: $(cut -d' ' -f1-3 /proc/loadavg), processors: $(getconf _NPROCESSORS_ONLN)"
start=$(now)
in_root "apt-get update && apt-get install -y ./$(basename "$deb")" > "$root.log" 2>&1 || { tail -n 20 "$root.log" >&2; exit 1; }
installed=$(now)
status=0
in_root 'clairlint check /usr/share/doc/clairlint/examples/sample --lang fr --output report.html --format text=report.txt' || status=$?
end=$(now)
head -n 20 "$root/root/report.txt"
[ "$status" -eq 1 ] || { echo "clairlint gives $status, where the sample site has defects" >&2; exit 1; }
grep -q '</html>' "$root/root/report.html"
echo "package installed: $((installed - start)) s; first report: $((end - installed)) s; in all: $((end - start)) s"
[ $((end - start)) -lt 120 ]
