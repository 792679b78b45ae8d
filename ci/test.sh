#!/bin/sh
# All the tests, part by part; ends with the sum. usage: ci/test.sh MAKE
set -u
make=$1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
jobs=$(getconf _NPROCESSORS_ONLN 2> /dev/null || echo 1)

part() {
	printf -- '-- %s\n' "$*"
	"$@" > "$log.part" 2>&1
	status=$?
	cat "$log.part"
	# A part without a count of its own is one test.
	if grep -q '^[0-9]* passed, [0-9]* failed$' "$log.part"; then
		grep '^[0-9]* passed, [0-9]* failed$' "$log.part" >> "$log"
	elif [ "$status" -eq 0 ]; then
		echo '1 passed, 0 failed' >> "$log"
	else
		echo '0 passed, 1 failed' >> "$log"
	fi
	rm -f "$log.part"
}

part "$make" --no-print-directory -s -j"$jobs" all
part ci/layers.sh
part ci/banned.sh
part "$make" --no-print-directory -s docs
part "$make" --no-print-directory -s -j"$jobs" unit
if [ -r /proc/self/maps ]; then
	part "$make" --no-print-directory -s -j"$jobs" asan
else
	echo '-- asan: SKIPPED, the sanitizers read /proc, which is not mounted here (mount -t proc proc /proc)'
	[ "${CI-}" != true ] || echo '0 passed, 1 failed' >> "$log"
fi
echo '-- all'
awk '{ passed += $1; failed += $3 } END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || passed == 0 }' "$log"
