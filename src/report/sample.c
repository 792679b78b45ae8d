/* See sample.h. */
#include "report/sample.h"

#include <stdio.h>
#include <string.h>

enum { TITLE_COLUMNS = 120 };

/* --- Pages ---------------------------------------------------------------------------------------- */

uint32_t
clair_audited_count(const struct clair_run *run)
{
	return run->sample != NULL ? run->sample->count : run->page_count;
}

const struct clair_result *
clair_audited_page(const struct clair_run *run, uint32_t index)
{
	return clair_run_page(run, run->sample != NULL ? run->sample->pages[index].page : index);
}

/* --- Words ---------------------------------------------------------------------------------------- */

const char *
clair_sample_name(enum clair_sample_why why)
{
	static const char *const names[CLAIR_SAMPLE_WHYS] = {
		[CLAIR_SAMPLE_HOME] = "home",
		[CLAIR_SAMPLE_CONTACT] = "contact",
		[CLAIR_SAMPLE_LEGAL] = "legal",
		[CLAIR_SAMPLE_STATEMENT] = "statement",
		[CLAIR_SAMPLE_HELP] = "help",
		[CLAIR_SAMPLE_SITE_MAP] = "site-map",
		[CLAIR_SAMPLE_SEARCH] = "search",
		[CLAIR_SAMPLE_LOGIN] = "login",
		[CLAIR_SAMPLE_STEP] = "step",
		[CLAIR_SAMPLE_MENU] = "menu",
		[CLAIR_SAMPLE_PROCEDURE] = "procedure",
		[CLAIR_SAMPLE_APPOINTMENT] = "appointment",
		[CLAIR_SAMPLE_PAYMENT] = "payment",
		[CLAIR_SAMPLE_FORM] = "form",
		[CLAIR_SAMPLE_NEWS] = "news",
		[CLAIR_SAMPLE_DATA_TABLE] = "data-table",
		[CLAIR_SAMPLE_MEDIA] = "media",
		[CLAIR_SAMPLE_DOWNLOAD] = "download",
		[CLAIR_SAMPLE_LOOK] = "look",
		[CLAIR_SAMPLE_RANDOM] = "random",
	};

	return names[why];
}

enum clair_string
clair_sample_string(enum clair_sample_why why)
{
	return (enum clair_string)((int)CLAIR_STRING_SAMPLE_HOME + (int)why);
}

void
clair_sample_title(const struct clair_result *page, struct clair_buf *out)
{
	struct clair_buf clean;
	size_t fits;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, page->title, strlen(page->title), true);
	fits = clair_fit(clean.bytes, TITLE_COLUMNS);
	clair_buf_add(out, clean.bytes, fits);
	if (fits < clean.length)
		clair_buf_puts(out, "…");
	out->failed |= clean.failed;
	clair_buf_free(&clean);
}

void
clair_sample_kinds(struct clair_report *report, uint32_t kinds, struct clair_buf *out)
{
	const char *before = "";

	for (unsigned kind = 0; kind < CLAIR_SAMPLE_KINDS; kind++) {
		if ((kinds >> kind & 1) == 0)
			continue;
		clair_buf_puts(out, before);
		clair_buf_puts(out, clair_string_of(report, clair_sample_string(kind)));
		before = ", ";
	}
}

const char *
clair_sample_method(struct clair_report *report)
{
	const struct clair_sample *sample = report->run->sample;
	char seed[16]; /* not a quantity: without spaces */

	snprintf(seed, sizeof(seed), "%u", (unsigned)sample->seed);
	return CLAIR_PHRASE(report, CLAIR_STRING_SAMPLE_METHOD, CLAIR_NUMBER("n", sample->count),
	    CLAIR_NUMBER("all", report->run->tested_count), CLAIR_WORDS("version", CLAIR_RGAA_VERSION),
	    CLAIR_WORDS("seed", seed));
}

/* --- Limits --------------------------------------------------------------------------------------- */

static void
say_count(struct clair_report *report, enum clair_string string, uint32_t count, clair_sentence_fn *say)
{
	if (count > 0)
		say(report, CLAIR_PHRASE(report, string, CLAIR_NUMBER("n", count)));
}

void
clair_sample_limits(struct clair_report *report, clair_kinds_fn *list, clair_sentence_fn *say)
{
	const struct clair_sample *sample = report->run->sample;

	if (sample->missing != 0)
		list(report, clair_string_of(report, CLAIR_STRING_SAMPLE_MISSING), sample->missing);
	if (sample->no_room != 0)
		list(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_SAMPLE_NO_ROOM, CLAIR_NUMBER("limit", sample->limit)),
		    sample->no_room);
	say_count(report, CLAIR_STRING_SAMPLE_STEPS_LEFT, sample->steps_left, say);
	say_count(report, CLAIR_STRING_SAMPLE_LOOKS_LEFT, sample->looks_left, say);
	say(report, clair_string_of(report, CLAIR_STRING_SAMPLE_PERSON));
}
