/*
 * Annotations of GitHub: workflow commands on the standard output of a step. GitHub keeps ten of each level and
 * step: a cause is told once, the ten worst, then their number. Beside a baseline only causes with something new.
 *
 * A command is a line that starts with "::": no text has a line of its own, and marks of commands are escaped.
 */
#include "report/place.h"

#include <string.h>

enum { CAUSE_LIMIT = 10 };

enum level { LEVEL_NOTICE, LEVEL_WARNING, LEVEL_ERROR, LEVEL_COUNT };
static const char *const level_names[LEVEL_COUNT] = {"notice", "warning", "error"};

struct annotations {
	struct clair_report *report;
	struct clair_buf words;
	uint32_t written[LEVEL_COUNT];
};

/* Values of properties have two more marks. */
static void
put_words(struct annotations *annotations, const char *text, bool is_property)
{
	struct clair_report *report = annotations->report;
	struct clair_buf *clean = &annotations->words;

	clair_buf_clear(clean);
	clair_clean(clean, text, strlen(text), true);
	report->failed |= clean->failed;
	for (size_t i = 0; i < clean->length; i++) {
		const char byte = clean->bytes[i];

		if (byte == '%' || (is_property && (byte == ':' || byte == ',')))
			clair_putf(report, "%%%02X", (unsigned)byte);
		else
			clair_put(report, &byte, 1);
	}
}

/* Then come the message, and the end of the line. */
static void
open_command(struct annotations *annotations, enum level level, const char *title)
{
	annotations->written[level]++;
	clair_putf(annotations->report, "::%s title=", level_names[level]);
	put_words(annotations, title, true);
}

static void
plain_command(struct annotations *annotations, enum level level, const char *text)
{
	open_command(annotations, level, "clairlint");
	clair_puts(annotations->report, "::");
	put_words(annotations, text, false);
	clair_puts(annotations->report, "\n");
}

/* --- Causes ---------------------------------------------------------------------------------------- */

static bool
is_shown(const struct clair_report *report, const struct clair_cause *cause)
{
	return clair_kind_of(cause->example) != CLAIR_QUESTION && (report->run->baseline == NULL || cause->fresh > 0);
}

/* Where to show a cause: its example, or beside a baseline something new. */
static const struct clair_finding *
shown_of(const struct clair_report *report, const struct clair_cause *cause, const struct clair_result **page)
{
	const struct clair_run *run = report->run;

	*page = cause->example_page;
	if (run->baseline == NULL || cause->example->baseline == CLAIR_BASELINE_NEW)
		return cause->example;
	for (uint32_t i = 0; i < cause->pages; i++) {
		clair_run_reads(run, cause->page_list[i]);
		for (const struct clair_finding *f = cause->page_list[i]->first; f != NULL; f = f->next) {
			if (f->baseline != CLAIR_BASELINE_NEW || f->suppressed != NULL || strcmp(f->cause, cause->id) != 0)
				continue;
			*page = cause->page_list[i];
			return f;
		}
	}
	return cause->example;
}

static void
put_place(struct annotations *annotations, const struct clair_result *page, const struct clair_finding *finding)
{
	struct clair_report *report = annotations->report;
	struct clair_buf path;

	clair_buf_init(&path, 0);
	clair_place_path(&path, report, page, finding);
	report->failed |= path.failed;
	clair_puts(report, ",file=");
	put_words(annotations, path.bytes, true);
	clair_buf_free(&path);
	if (finding->line == 0)
		return;
	clair_putf(report, ",line=%u,endLine=%u", finding->line, finding->end_line);
	/* Columns are only for one line. */
	if (finding->end_line == finding->line)
		clair_putf(report, ",col=%u,endColumn=%u", finding->column, finding->end_column);
}

static void
put_line(struct annotations *annotations, const char *before, const char *text)
{
	if (text[0] == '\0')
		return;
	clair_puts(annotations->report, before);
	put_words(annotations, text, false);
}

static void
put_cause(struct annotations *annotations, const struct clair_cause *cause)
{
	static const enum level levels[CLAIR_SEVERITY_COUNT] = {
		[CLAIR_SEVERITY_REVIEW] = LEVEL_NOTICE,
		[CLAIR_MINOR] = LEVEL_NOTICE,
		[CLAIR_MAJOR] = LEVEL_WARNING,
		[CLAIR_BLOCKING] = LEVEL_ERROR,
	};
	struct clair_report *report = annotations->report;
	const struct clair_result *page;
	const struct clair_finding *finding = shown_of(report, cause, &page);
	const enum clair_severity severity = clair_report_severity(report, finding);

	open_command(annotations, levels[severity],
	    clair_string_of(report, clair_severity_string(severity)));
	clair_puts(report, " (");
	put_words(annotations, finding->rule->id, true);
	clair_puts(report, ")");
	put_place(annotations, page, finding);
	put_line(annotations, "::", clair_finding_phrase(report, finding));
	if (clair_kind_of(finding) == CLAIR_DEFECT)
		put_line(annotations, "%0A", clair_text_of(report, &finding->rule->remedy));
	if (cause->pages > 0)
		put_line(annotations, "%0A",
		    CLAIR_PHRASE(report, CLAIR_STRING_OCCURRENCES, CLAIR_NUMBER("pages", cause->pages),
		        CLAIR_NUMBER("times", cause->occurrences)));
	clair_puts(report, "\n");
}

static uint32_t
put_causes(struct annotations *annotations)
{
	struct clair_report *report = annotations->report;
	uint32_t count = 0;

	for (uint32_t i = 0; i < report->run->cause_count && !report->failed; i++) {
		const struct clair_cause *cause = clair_run_cause(report->run, i);

		if (!is_shown(report, cause))
			continue;
		if (count++ < CAUSE_LIMIT)
			put_cause(annotations, cause);
	}
	return count;
}

/* --- The run --------------------------------------------------------------------------------------- */

/* Before the causes: of more than ten errors GitHub takes the first. */
static void
put_not_tested(struct annotations *annotations)
{
	struct clair_report *report = annotations->report;
	const struct clair_run *run = report->run;
	const struct clair_result *first = NULL;
	uint32_t count = 0;

	for (uint32_t i = 0; i < run->page_count; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		if (page->tested || clair_page_is_skipped(page))
			continue;
		if (count++ == 0)
			first = page;
	}
	if (run->tested_count == 0)
		plain_command(annotations, LEVEL_ERROR, clair_string_of(report, CLAIR_STRING_NOTHING_TESTED));
	if (first == NULL)
		return;
	clair_run_reads(run, first);
	open_command(annotations, LEVEL_ERROR, "clairlint");
	put_line(annotations, "::", CLAIR_PHRASE(report, CLAIR_STRING_T_NOT_TESTED, CLAIR_NUMBER("n", count)));
	put_line(annotations, "%0A", clair_report_url(report, first));
	put_line(annotations, "%0A", clair_reason_phrase(report, first));
	clair_puts(report, "\n");
}

/* On a level that has room. */
static enum level
level_with_room(const struct annotations *annotations)
{
	return annotations->written[LEVEL_NOTICE] < CAUSE_LIMIT ? LEVEL_NOTICE : LEVEL_WARNING;
}

void
clair_report_github(struct clair_report *report)
{
	struct annotations annotations = {.report = report};
	uint32_t count;

	clair_buf_init(&annotations.words, 0);
	put_not_tested(&annotations);
	count = put_causes(&annotations);
	if (count > CAUSE_LIMIT)
		plain_command(&annotations, level_with_room(&annotations),
		    CLAIR_PHRASE(report, CLAIR_STRING_MORE_CAUSES, CLAIR_NUMBER("n", count - CAUSE_LIMIT)));
	else if (count == 0 && report->run->tested_count > 0)
		plain_command(&annotations, LEVEL_NOTICE, clair_string_of(report,
		    report->run->baseline != NULL ? CLAIR_STRING_GITHUB_NOTHING_NEW : CLAIR_STRING_NO_CAUSE));
	clair_buf_free(&annotations.words);
}
