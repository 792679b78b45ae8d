/*
 * What reading a style sheet costs: the median of 20 parses, with what was found.
 *
 * usage: sheet_time FILE…
 */
#include "style/sheet.h"
#include "tests/support/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TIMES = 20 };

static double
milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int
compare(const void *one, const void *other)
{
	double a = *(const double *)one;
	double b = *(const double *)other;

	return (a > b) - (a < b);
}

static void
print(const char *path, double median, const struct clair_sheet *sheet)
{
	size_t selectors = 0;
	size_t declarations = 0;

	for (uint32_t i = 0; i < sheet->rule_count; i++) {
		selectors += sheet->rules[i].selectors.count;
		declarations += sheet->rules[i].block.count;
	}
	printf("%8.3f ms %8u bytes %6u rules %6zu selectors %6zu longhands %4u dropped %3u conditions"
	       " %2u imports %2u layers %5zu KiB%s %s\n",
	    median, sheet->length, sheet->rule_count, selectors, declarations,
	    sheet->selectors_dropped, sheet->condition_count, sheet->import_count,
	    sheet->layer_count, sheet->mem.used >> 10, sheet->cut ? " cut" : "", path);
}

static bool
measure(const char *path, const char *text, size_t length)
{
	struct clair_sheet *sheet = NULL;
	double times[TIMES];

	for (int i = 0; i < TIMES; i++) {
		double start = milliseconds();

		clair_sheet_free(sheet);
		sheet = clair_sheet_parse(text, length, NULL, NULL, false, NULL);
		times[i] = milliseconds() - start;
		if (sheet == NULL)
			return false;
	}
	qsort(times, TIMES, sizeof(times[0]), compare);
	print(path, times[TIMES / 2], sheet);
	clair_sheet_free(sheet);
	return true;
}

int
main(int argc, char **argv)
{
	int status = EXIT_SUCCESS;

	for (int i = 1; i < argc; i++) {
		size_t length;
		char *text = support_read(argv[i], &length);

		if (text == NULL || !measure(argv[i], text, length)) {
			perror(argv[i]);
			status = EXIT_FAILURE;
		}
		free(text);
	}
	return status;
}
