#!/bin/sh
# Every input of the corpus, and ROUNDS mutations of each, through the program that it is for. The
# whole pipeline takes the fixtures of the rules too.
set -eu
rounds=${ROUNDS:-2}
for program in tests/fuzz/fuzz_*.c; do
	name=$(basename "$program" .c)
	name=${name#fuzz_}
	set -- tests/fuzz/corpus/"$name"/*
	[ "$name" != lint ] || set -- "$@" $(find tests/rules -name '*.html' | LC_ALL=C sort)
	"$BUILD/tests/fuzz/$name" "$rounds" "$@"
	echo "$name: $# inputs"
done
