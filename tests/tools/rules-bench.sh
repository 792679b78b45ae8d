#!/bin/bash
# What the ten rules of rules/regle cost on a page of 140,000 elements: the time with them over the time without,
# both as whole processes. They must stay within twice the time.
# usage: rules-bench.sh PROGRAM RULES   (RUNS=5)
set -eu
program=$1 rules=$2 runs=${RUNS:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
TIMEFORMAT='%U'

# 20,000 blocks of seven elements: what each form of rule looks at is there.
awk 'BEGIN {
	print "<!DOCTYPE html><html lang=\"fr\"><head><title>Page</title></head><body><main>"
	for (i = 0; i < 20000; i++)
		printf "<div class=\"bloc b%d\"><h3>Titre %d</h3><p>Texte pour <a href=\"/page-%d.html\">une page</a> et <b>un mot</b>.</p><img src=\"i.png\" alt=\"Photo %d\"><a href=\"tel:+3312345%d\">appel</a></div>\n", i % 97, i, i, i, i
	print "</main></body></html>"
}' > "$work/page.html"

seconds() {
	for _ in $(seq "$runs"); do
		{ time "$program" check --no-config --jobs 1 --quiet --fail-on never --format jsonl "$@" "$work/page.html" \
			> "$work/out" 2> "$work/err"; } 2>&1 | tail -n 1
	done | LC_ALL=C sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}
without=$(seconds)
with=$(seconds --rules "$rules")
[ ! -s "$work/err" ] || cat "$work/err"
awk -v with="$with" -v without="$without" 'BEGIN {
	printf "ten rules on 140,000 elements: %.2f s, %.2f s without, ratio %.2f (at most 2)\n", with, without, with / without
	exit with > 2 * without
}'
