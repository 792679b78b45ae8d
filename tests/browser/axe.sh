#!/bin/sh
# Installs axe-core in a folder, once. usage: tests/browser/axe.sh FOLDER
set -eu
[ ! -d "$1/node_modules/axe-core" ] || exit 0
cp tests/browser/package.json "$1/"
cd "$1"
npm install --no-audit --no-fund --no-package-lock --loglevel=error >&2
