/*
 * What the style of a page costs once its sheets are read: the median of 20 computations, with the memory
 * it takes. The sheets are those of the command line, in their order, then the <style> elements.
 *
 * usage: style_time FILE.html SHEET.css…
 */
#include "base/buf.h"
#include "style/style.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TIMES = 20, USES = 256, MILLISECONDS = 10000 };

struct job {
	struct clair_page page;
	struct clair_arena mem;
	struct clair_sheet_use uses[USES];
	struct clair_style_set set;
	uint32_t rules;
};

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
read_file(const char *path, struct clair_buf *text)
{
	FILE *file = fopen(path, "rb");
	char bytes[1 << 16];
	size_t length;

	if (file == NULL)
		return false;
	while ((length = fread(bytes, 1, sizeof(bytes), file)) > 0)
		clair_buf_add(text, bytes, length);
	fclose(file);
	return !text->failed;
}

static bool
parse_page(struct job *job, const char *path)
{
	static const struct clair_parse_limits limits = {
	    .memory = 512u << 20, .milliseconds = 3000};
	struct clair_document document = {
	    .url = path, .file = path, .media_type = "text/html", .click_depth = -1};
	struct clair_buf text;
	const char *why;
	bool parsed = false;

	clair_buf_init(&text, 0);
	if (read_file(path, &text)) {
		document.bytes = text.bytes;
		document.length = text.length;
		parsed = clair_page_parse(&job->page, &document, &limits, &why) == CLAIR_OK;
	}
	clair_buf_free(&text);
	return parsed;
}

static void
add_sheet(struct job *job, const char *text, size_t length, const char *url)
{
	struct clair_sheet_use *use = &job->uses[job->set.count];

	if (job->set.count == USES)
		return;
	use->sheet = clair_sheet_parse(text, length, NULL, NULL, job->page.quirks, NULL);
	use->url = url;
	use->layer_prefix = "";
	if (use->sheet != NULL) {
		job->rules += use->sheet->rule_count;
		job->set.count++;
	}
}

static bool
add_sheets(struct job *job, int count, char **paths)
{
	const struct clair_style_source *sources;
	size_t source_count =
	    clair_style_sources(&job->page, &clair_screen_desktop, &sources, &job->mem);

	for (int i = 0; i < count; i++) {
		struct clair_buf text;

		clair_buf_init(&text, 0);
		if (!read_file(paths[i], &text))
			return false;
		add_sheet(job, text.bytes, text.length, paths[i]);
		clair_buf_free(&text);
	}
	for (size_t i = 0; i < source_count; i++) {
		if (sources[i].text != NULL)
			add_sheet(job, sources[i].text, sources[i].length, "");
	}
	return true;
}

static void
measure(const struct job *job)
{
	double times[TIMES];
	size_t memory = 0;
	bool exhausted = false;

	for (int i = 0; i < TIMES; i++) {
		struct clair_arena arena;
		const struct clair_style_table *table;
		double start = milliseconds();

		clair_arena_init(&arena, 0);
		table = clair_style_compute(&job->page, &job->set, &arena, MILLISECONDS);
		times[i] = milliseconds() - start;
		exhausted = table == NULL || clair_style_exhausted(table);
		memory = arena.used;
		clair_arena_free(&arena);
	}
	qsort(times, TIMES, sizeof(times[0]), compare);
	printf("%.2f ms, %zu KiB: %u elements, %u rules%s\n", times[TIMES / 2], memory / 1024,
	    job->page.element_count, job->rules, exhausted ? ", exhausted" : "");
}

int
main(int argc, char **argv)
{
	static struct job job;
	struct clair_browser_style *browser = clair_browser_style_new();

	if (argc < 2 || browser == NULL) {
		fprintf(stderr, "usage: style_time FILE.html SHEET.css...\n");
		return 2;
	}
	job.set.browser = browser;
	job.set.uses = job.uses;
	job.set.screen = clair_screen_desktop;
	clair_arena_init(&job.mem, 0);
	if (!parse_page(&job, argv[1]) || !add_sheets(&job, argc - 2, argv + 2)) {
		fprintf(stderr, "style_time: cannot read the files\n");
		return 1;
	}
	measure(&job);
	for (uint32_t i = 0; i < job.set.count; i++)
		clair_sheet_free((struct clair_sheet *)job.uses[i].sheet);
	clair_browser_style_free(browser);
	clair_page_free(&job.page);
	clair_arena_free(&job.mem);
	return 0;
}
