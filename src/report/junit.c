/*
 * JUnit XML, as Jenkins and GitLab read it: see docs/decisions/0015-test-formats.md. A suite for each page, a case
 * for each rule that had something to judge there; what both show of a failure is its text.
 */
#include "base/map.h"
#include "facts/summary.h"
#include "report/place.h"
#include "report/suite.h"
#include "report/xml.h"

#include <string.h>

enum { PLACE_LIMIT = 20 };

struct junit {
	struct clair_report *report;
	struct clair_causes causes;
	const char *url;        /* of the suite being written */
	struct clair_buf path;  /* its place in the repository */
	struct clair_buf words;
};

struct counts {
	uint32_t tests, failures, errors, skipped;
};

static void
count(struct counts *all, const struct clair_report *report, const struct clair_result *page)
{
	struct clair_case_counts cases;

	if (page != NULL && !page->tested) {
		all->tests++;
		if (clair_page_is_skipped(page))
			all->skipped++;
		else
			all->errors++;
		return;
	}
	cases = clair_case_count(report, page);
	all->tests += cases.all;
	all->failures += cases.of[CLAIR_CASE_FAILED];
	all->skipped += cases.all - cases.of[CLAIR_CASE_FAILED] - cases.of[CLAIR_CASE_PASSED];
}

static void
put_counts(struct clair_report *report, const struct counts *counts)
{
	clair_xml_number(report, "tests", counts->tests);
	clair_xml_number(report, "failures", counts->failures);
	clair_xml_number(report, "errors", counts->errors);
	clair_xml_number(report, "skipped", counts->skipped);
}

/* A line of the text of a failure. */
static void
line(struct clair_report *report, const char *indent, const char *text)
{
	if (text == NULL || text[0] == '\0')
		return;
	clair_puts(report, indent);
	clair_html_text(report, text);
	clair_puts(report, "\n");
}

static void
finding_lines(struct junit *junit, const struct clair_finding *finding)
{
	struct clair_report *report = junit->report;
	const char *url = finding->page != NULL ? finding->page->url : junit->url;

	line(report, "", clair_finding_phrase(report, finding));
	clair_buf_clear(&junit->words);
	clair_buf_puts(&junit->words, url);
	if (finding->line > 0)
		clair_buf_printf(&junit->words, ":%u:%u", finding->line, finding->column);
	line(report, "  ", junit->words.bytes);
	line(report, "  ", finding->excerpt);
	line(report, "  ", finding->selector);
	if (finding->css.url != NULL)
		line(report, "  ", clair_css_phrase(report, finding));
}

/* "Corriger : …" */
static void
labelled_line(struct junit *junit, enum clair_string label, const char *text)
{
	clair_buf_clear(&junit->words);
	clair_buf_puts(&junit->words, text);
	if (text[0] == '\0')
		return;
	clair_html_text(junit->report, clair_phrase(junit->report, label, NULL, 0));
	line(junit->report, "", junit->words.bytes);
}

static void
failure_text(struct junit *junit, const struct clair_case *one)
{
	struct clair_report *report = junit->report;
	const struct clair_finding *finding = NULL;
	const uint32_t told = clair_case_told(one);
	uint32_t same;

	for (uint32_t i = 0; i < told && i < PLACE_LIMIT; i++) {
		finding = clair_case_next(one, finding);
		finding_lines(junit, finding);
	}
	if (told > PLACE_LIMIT)
		line(report, "", CLAIR_PHRASE(report, CLAIR_STRING_MORE_PLACES, CLAIR_NUMBER("n", told - PLACE_LIMIT)));
	same = clair_causes_pages(&junit->causes, clair_case_next(one, NULL));
	if (same > 1)
		line(report, "", CLAIR_PHRASE(report, CLAIR_STRING_CASE_SAME, CLAIR_NUMBER("n", same)));
	labelled_line(junit, CLAIR_STRING_T_FIX, clair_text_of(report, &one->rule->remedy));
	labelled_line(junit, CLAIR_STRING_T_WHO, clair_who_phrase(report, one->rule->who));
}

/* The message of the first finding; the text tells the others. */
static void
failure(struct junit *junit, const struct clair_case *one)
{
	struct clair_report *report = junit->report;
	const struct clair_finding *first = clair_case_next(one, NULL);

	clair_puts(report, "<failure");
	clair_xml_attribute(report, "message", first != NULL ? clair_finding_phrase(report, first) : one->rule->id);
	clair_xml_attribute(report, "type", clair_severity_name(first != NULL
	        ? clair_report_severity(report, first) : one->rule->severity));
	clair_puts(report, ">");
	if (first != NULL)
		failure_text(junit, one);
	clair_puts(report, "</failure>");
}

static void
open_case(struct junit *junit, const char *name)
{
	clair_puts(junit->report, "<testcase");
	clair_xml_attribute(junit->report, "classname", junit->url);
	clair_xml_attribute(junit->report, "name", name);
	if (junit->path.length > 0)
		clair_xml_attribute(junit->report, "file", junit->path.bytes);
}

/* An error, or what is skipped: Jenkins shows the message, GitLab the text. `key` may be NULL. */
static void
put_outcome(struct junit *junit, const char *what, const char *key, const char *why)
{
	struct clair_report *report = junit->report;

	clair_putf(report, "<%s", what);
	clair_xml_attribute(report, "message", why);
	if (key != NULL)
		clair_xml_attribute(report, "type", key);
	clair_puts(report, ">");
	clair_html_text(report, why);
	clair_putf(report, "</%s>", what);
}

static void
put_case(struct junit *junit, const struct clair_case *one)
{
	struct clair_report *report = junit->report;

	if (one->verdict == CLAIR_CASE_NONE)
		return;
	open_case(junit, one->rule->id);
	if (one->verdict == CLAIR_CASE_PASSED) {
		clair_puts(report, "/>\n");
		return;
	}
	clair_puts(report, ">");
	if (one->verdict == CLAIR_CASE_FAILED) {
		failure(junit, one);
	} else {
		put_outcome(junit, "skipped", NULL, clair_case_reason(report, one));
	}
	clair_puts(report, "</testcase>\n");
}

static void
untested_case(struct junit *junit, const char *what, const char *key, const char *why)
{
	open_case(junit, CLAIR_CASE_OF_PAGE);
	clair_puts(junit->report, ">");
	put_outcome(junit, what, key, why);
	clair_puts(junit->report, "</testcase>\n");
}

static void
open_suite(struct junit *junit, const char *name, const struct counts *counts)
{
	struct clair_report *report = junit->report;

	clair_puts(report, "<testsuite");
	clair_xml_attribute(report, "name", name);
	put_counts(report, counts);
	if (report->options->started != NULL)
		clair_xml_attribute(report, "timestamp", report->options->started);
	clair_puts(report, ">\n");
}

/* A page, or the site (NULL). */
static void
put_suite(struct junit *junit, const struct clair_result *page)
{
	struct clair_report *report = junit->report;
	struct counts counts = {0};

	junit->url = clair_report_url(report, page);
	clair_buf_clear(&junit->path);
	clair_place_path(&junit->path, report, page, NULL);
	count(&counts, report, page);
	open_suite(junit, page != NULL ? junit->url : clair_string_of(report, CLAIR_STRING_OCCURRENCES_SITE), &counts);
	for (size_t i = 0; (page == NULL || page->tested) && i < report->rule_count; i++) {
		const struct clair_case one = clair_case_of(report, page, i);

		put_case(junit, &one);
	}
	if (page != NULL && !page->tested) {
		const bool skipped = clair_page_is_skipped(page);

		untested_case(junit, skipped ? "skipped" : "error", skipped ? NULL : page->not_tested_reason,
		    clair_reason_phrase(report, page));
	}
	if (page != NULL && page->note != NULL) {
		clair_puts(report, "<system-out>");
		clair_html_text(report, clair_note_phrase(report, page->note));
		clair_puts(report, "</system-out>\n");
	}
	clair_puts(report, "</testsuite>\n");
}

/* Without it, a run that tested nothing would have no failure. */
static void
nothing_tested(struct junit *junit)
{
	const struct counts counts = {.tests = 1, .errors = 1};

	junit->url = "clairlint";
	clair_buf_clear(&junit->path);
	open_suite(junit, "clairlint", &counts);
	untested_case(junit, "error", "nothing-tested", clair_string_of(junit->report, CLAIR_STRING_NOTHING_TESTED));
	clair_puts(junit->report, "</testsuite>\n");
}

void
clair_report_junit(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	struct junit junit = {.report = report};
	struct counts all = {0};

	clair_buf_init(&junit.path, 0);
	clair_buf_init(&junit.words, 0);
	clair_causes_open(&junit.causes, report);
	for (uint32_t i = 0; i < run->page_count; i++)
		count(&all, report, clair_run_page(run, i));
	if (run->site_tallies != NULL)
		count(&all, report, NULL);
	all.tests += run->tested_count == 0;
	all.errors += run->tested_count == 0;
	clair_puts(report, CLAIR_XML_HEAD "<testsuites");
	clair_xml_attribute(report, "name", "clairlint");
	put_counts(report, &all);
	clair_puts(report, ">\n");
	if (run->tested_count == 0)
		nothing_tested(&junit);
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++)
		put_suite(&junit, clair_run_page(run, i));
	if (run->site_tallies != NULL)
		put_suite(&junit, NULL);
	clair_puts(report, "</testsuites>\n");
	report->failed |= junit.path.failed || junit.words.failed;
	clair_causes_close(&junit.causes);
	clair_buf_free(&junit.words);
	clair_buf_free(&junit.path);
}
