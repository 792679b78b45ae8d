/* See report_made.h. */
#include "tests/support/report_made.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

const struct clair_write_options report_french = {
	.lang = CLAIR_FR,
	.started = "2026-11-21T10:00:00Z",
	.threshold = "major",
	.exit_status = 1,
};

#define KIND(name) (UINT32_C(1) << CLAIR_SAMPLE_##name)

static const struct clair_sample_page chosen[] = {
	{.page = 0, .why = CLAIR_SAMPLE_HOME, .also = KIND(MEDIA) | KIND(DOWNLOAD), .alike = 1},
	{.page = 1, .why = CLAIR_SAMPLE_RANDOM},
};

const struct clair_sample report_audit = {
	.pages = chosen,
	.count = 2,
	.limit = 3,
	.seed = 1234567,
	.missing = KIND(HELP) | KIND(LOGIN),
	.no_room = KIND(STEP),
	.steps_left = 4,
	.looks_left = 1,
};

const struct clair_history_point report_points[REPORT_POINTS] = {
	{.day = "2025-12-01", .scores = {41.25, 90, 80}, .pages = 4, .causes = 9, .failures = 31, .tool = "0.0.9",
	    .referential = "4.1.2", .rules = "00000000000000aa"},
	{.day = "2026-03-03", .scores = {48, -1, 82}, .pages = 4, .causes = 8, .failures = 20, .tool = "0.1.0",
	    .referential = "4.1.2", .rules = "00000000000000aa"},
	{.day = "2026-09-01", .scores = {58, 98.64, NAN}, .pages = 3, .causes = 6, .failures = 12, .tool = "0.1.0",
	    .referential = "4.1.2", .rules = "00000000000000bb"},
	{.day = "2026-11-21", .scores = {55.83, 98.61, 90}, .pages = 3, .causes = 4, .failures = 8, .tool = "0.1.0",
	    .referential = "4.1.2", .rules = "00000000000000bb"},
};

void
report_made(void (*make)(struct sample *), struct clair_buf *out, enum clair_format format,
    const struct clair_write_options *options, const char *hostile)
{
	static struct sample sample;

	make(&sample);
	if (hostile != NULL)
		sample_fill_with(&sample, hostile);
	if (hostile != NULL && format != CLAIR_RGAA_GRID)
		sample.run.sample = &report_audit;
	clair_buf_init(out, 0);
	assert_int_equal(sample_write(&sample, out, format, options), CLAIR_OK);
	sample_free(&sample);
}

void
report_sample(struct clair_buf *out, enum clair_format format,
    const struct clair_write_options *options, const char *hostile)
{
	report_made(sample_make, out, format, options, hostile);
}

void
report_with_history(struct clair_write_options *options, size_t count)
{
	options->history = report_points + REPORT_POINTS - count;
	options->history_count = count;
	options->history_now = &report_points[REPORT_POINTS - 1];
}

bool
report_into(void *payload, const char *bytes, size_t length)
{
	return clair_buf_add(payload, bytes, length);
}

bool
report_stop_after(void *payload, const char *bytes, size_t length)
{
	struct report_stopper *stopper = payload;

	(void)bytes;
	assert_true(stopper->taken <= stopper->limit);
	stopper->taken += length;
	return stopper->taken <= stopper->limit;
}
