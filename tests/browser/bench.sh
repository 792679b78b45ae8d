#!/bin/sh
# How large the HTML report of 500 pages is, and how soon Chromium shows it and answers. All of it is told, nothing is
# asserted: the machine does other things. usage: [SITE=folder] [RUNS=5] tests/browser/bench.sh PROGRAM FOLDER
set -eu
. tests/browser/lib.sh
program=$1 folder=$2
ci/deps.sh browser || skip html-bench "Chromium or Node.js is missing"
mkdir -p "$folder"
site=${SITE:-}
if [ -z "$site" ]; then
	site=$folder/bench-site
	rm -rf "$site"
	tests/site/make-large.py "$site" 500 > "$folder/planted"
fi
"$program" check "$site" --no-config --quiet --fail-on never --output "$folder/bench.html" || [ $? -eq 3 ]
node tests/browser/bench.js "$folder/bench.html" "${RUNS:-5}"
