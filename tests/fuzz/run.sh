#!/bin/sh
# Runs the fuzzers, starting from the corpus. usage: tests/fuzz/run.sh BUILD SECONDS NAME…
set -eu
build=$1 seconds=$2
shift 2
for name in "$@"; do
	found=$build/found/$name
	mkdir -p "$found" "$build/failures"
	seeds=tests/fuzz/corpus/$name
	dict=tests/fuzz/html.dict
	[ "$name" != style ] || dict=tests/fuzz/css.dict
	[ "$name" != lint ] || find tests/rules -name '*.html' -exec cp {} "$found" \;
	"$build/tests/fuzz/libfuzzer-$name" -max_total_time="$seconds" -max_len=20000 -timeout=20 \
		-rss_limit_mb=3000 -print_final_stats=1 -artifact_prefix="$build/failures/$name-" \
		-dict=$dict "$found" "$seeds"
done
