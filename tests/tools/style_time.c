/*
 * What the style of a page costs once its sheets are read: the median of 20 computations, with the memory
 * it takes. The sheets are those of the command line, in their order, then the <style> elements.
 *
 * usage: style_time FILE.html SHEET.css…
 */
#include "tests/support/read.h"
#include "tests/support/sheets.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TIMES = 20, MILLISECONDS = 10000 };

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

static bool
parse_page(struct clair_page *page, const char *path)
{
	static const struct clair_parse_limits limits = {
	    .memory = 512u << 20, .milliseconds = 3000};
	struct clair_document document = {
	    .url = path, .file = path, .media_type = "text/html", .click_depth = -1};
	char *text = support_read(path, &document.length);
	const char *why;
	bool parsed;

	document.bytes = text;
	parsed = text != NULL && clair_page_parse(page, &document, &limits, &why) == CLAIR_OK;
	free(text);
	return parsed;
}

/* NULL when one cannot be read. */
static const struct support_sheet *
read_sheets(int count, char **paths, struct clair_arena *arena)
{
	struct support_sheet *sheets = clair_alloc_array(arena, (size_t)count + 1, sizeof(*sheets));

	for (int i = 0; sheets != NULL && i < count; i++) {
		size_t length;
		char *text = support_read(paths[i], &length);

		if (text == NULL)
			return NULL;
		sheets[i].text = clair_strndup(arena, text, length);
		sheets[i].url = paths[i];
		free(text);
	}
	return sheets;
}

static void
measure(const struct clair_page *page, const struct clair_style_set *set)
{
	double times[TIMES];
	size_t memory = 0;
	uint32_t rules = 0;
	bool exhausted = false;

	for (int i = 0; i < TIMES; i++) {
		struct clair_arena arena;
		const struct clair_style_table *table;
		double start = milliseconds();

		clair_arena_init(&arena, 0);
		table = clair_style_compute(page, set, &arena, MILLISECONDS);
		times[i] = milliseconds() - start;
		exhausted = table == NULL || clair_style_exhausted(table);
		memory = arena.used;
		clair_arena_free(&arena);
	}
	for (uint32_t i = 0; i < set->count; i++)
		rules += set->uses[i].sheet->rule_count;
	qsort(times, TIMES, sizeof(times[0]), compare);
	printf("%.2f ms, %zu KiB: %u elements, %u rules%s\n", times[TIMES / 2], memory / 1024,
	    page->element_count, rules, exhausted ? ", exhausted" : "");
}

int
main(int argc, char **argv)
{
	static struct clair_page page;
	const struct support_sheet *given;
	const struct clair_style_set *set;
	struct clair_arena arena;

	if (argc < 2) {
		fprintf(stderr, "usage: style_time FILE.html SHEET.css...\n");
		return 2;
	}
	clair_arena_init(&arena, 0);
	given = read_sheets(argc - 2, argv + 2, &arena);
	if (given == NULL || !parse_page(&page, argv[1])) {
		fprintf(stderr, "style_time: cannot read the files\n");
		clair_arena_free(&arena);
		return 1;
	}
	set = support_sheets(&page, given, &arena);
	measure(&page, set);
	support_sheets_free(set);
	clair_page_free(&page);
	clair_arena_free(&arena);
	return 0;
}
