#!/bin/sh
# Installs the Debian packages that a group of targets needs and that are not there yet. As root or
# through sudo; otherwise prints the one line to type. The only list of packages in the project.
# usage: ci/deps.sh build|test|browser|package|root|bench…
set -eu

# A package, or package:command when only the command matters.
# libidn2-dev: libpsl-dev names it in its pkg-config file and does not bring it.
packages() {
	case $1 in
	build)
		echo gcc:gcc make:make pkg-config:pkg-config libc6-dev libxml2-dev libgumbo-dev libcmark-dev \
			libcurl4-openssl-dev libpcre2-dev libhunspell-dev hunspell-fr-classical \
			libjansson-dev libyaml-dev libpsl-dev libidn2-dev libunistring-dev zlib1g-dev libxlsxwriter-dev libzip-dev libsqlite3-dev libpq-dev
		;;
	test)
		echo libcmocka-dev python3-jsonschema python3-yaml python3-openpyxl libxml2-utils:xmllint perl:prove cmark-gfm:cmark-gfm \
			mandoc:mandoc zsh:zsh fish:fish patch:patch wget:wget valgrind:valgrind openssl:openssl time postgresql neovim:nvim
		;;
	package)
		echo dpkg-dev debhelper lintian:lintian
		;;
	root)
		echo debootstrap:debootstrap
		;;
	bench)
		echo wget:wget httrack:httrack time
		;;
	browser)
		echo chromium:chromium nodejs:node npm:npm
		;;
	*)
		echo "ci/deps.sh: unknown group $1 (build, test, browser, package, root, bench)" >&2
		exit 2
		;;
	esac
}

installed() {
	case $1 in
	*:*) command -v "${1#*:}" > /dev/null 2>&1 ;;
	*) dpkg-query -W -f '${Status}' "$1" 2> /dev/null | grep -q 'ok installed' ;;
	esac
}

if ! command -v apt-get > /dev/null 2>&1; then
	echo "ci/deps.sh: no apt-get here; what is needed is not checked" >&2
	exit 0
fi
missing=
for group in "$@"; do
	for package in $(packages "$group"); do
		installed "$package" || missing="$missing ${package%%:*}"
	done
done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
	as_root=
elif command -v sudo > /dev/null 2>&1 && { sudo -n true 2> /dev/null || [ -t 0 ]; }; then
	as_root=sudo
else
	echo "Il manque des paquets. Tapez cette ligne, puis recommencez :" >&2
	echo "  su -c 'apt-get update && apt-get install -y --no-install-recommends$missing'" >&2
	exit 1
fi
echo "Installation de :$missing" >&2
# shellcheck disable=SC2086
{
	$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
	$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
} > /dev/null
