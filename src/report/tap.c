/*
 * TAP 14 (testanything.org/tap-version-14-specification.html): a test point for each page and for the site, the
 * rules that had something to judge in its subtest, and what was found in YAML. See
 * docs/decisions/0015-test-formats.md.
 */
#include "facts/summary.h"
#include "report/place.h"
#include "report/suite.h"

#include <string.h>

enum { PLACE_LIMIT = 20 };

struct tap {
	struct clair_report *report;
	struct clair_causes causes;
	struct clair_buf path; /* of the page in the repository */
	uint32_t number;       /* of the test point */
};

/* A description or a reason: "#" would begin a directive. */
static void
put_words(struct clair_report *report, const char *text)
{
	struct clair_buf clean;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), true);
	for (const char *at = clean.bytes; *at != '\0'; at++) {
		if (*at == '#' || *at == '\\')
			clair_puts(report, "\\");
		clair_put(report, at, 1);
	}
	report->failed |= clean.failed;
	clair_buf_free(&clean);
}

/* Between double quotes, so that nothing in it is a mark of YAML. */
static void
put_yaml(struct clair_report *report, const char *indent, const char *key, const char *text)
{
	struct clair_buf clean;

	if (text == NULL || text[0] == '\0')
		return;
	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), true);
	clair_putf(report, "%s%s: \"", indent, key);
	for (const char *at = clean.bytes; *at != '\0'; at++) {
		if (*at == '"' || *at == '\\')
			clair_puts(report, "\\");
		clair_put(report, at, 1);
	}
	clair_puts(report, "\"\n");
	report->failed |= clean.failed;
	clair_buf_free(&clean);
}

static void
put_finding(struct tap *tap, const struct clair_finding *finding)
{
	struct clair_report *report = tap->report;

	put_yaml(report, "        - ", "message", clair_finding_phrase(report, finding));
	put_yaml(report, "          ", "severity", clair_severity_name(clair_report_severity(report, finding)));
	if (finding->page != NULL)
		put_yaml(report, "          ", "url", finding->page->url);
	put_yaml(report, "          ", "file", tap->path.bytes);
	if (finding->line > 0)
		clair_putf(report, "          line: %u\n          column: %u\n", finding->line, finding->column);
	put_yaml(report, "          ", "excerpt", finding->excerpt);
	put_yaml(report, "          ", "selector", finding->selector);
	put_yaml(report, "          ", "fingerprint", finding->fingerprint);
}

static void
put_case_yaml(struct tap *tap, const struct clair_case *one)
{
	struct clair_report *report = tap->report;
	const struct clair_finding *finding = clair_case_next(one, NULL);
	const uint32_t told = clair_case_told(one);
	const uint32_t same = finding == NULL ? 0 : clair_causes_pages(&tap->causes, finding);

	if (finding == NULL)
		return;
	clair_puts(report, "      ---\n");
	put_yaml(report, "      ", "title", clair_text_of(report, &one->rule->title));
	put_yaml(report, "      ", "remedy", clair_text_of(report, &one->rule->remedy));
	put_yaml(report, "      ", "who", clair_who_phrase(report, one->rule->who));
	if (same > 1)
		clair_putf(report, "      pages_with_same_cause: %u\n", same);
	clair_putf(report, "      count: %u\n      findings:\n", told);
	for (uint32_t i = 0; i < told && i < PLACE_LIMIT; i++) {
		put_finding(tap, finding);
		finding = clair_case_next(one, finding);
	}
	clair_puts(report, "      ...\n");
}

/* To do: known, not mended yet. Skipped: nobody can say that it failed. */
static void
put_case(struct tap *tap, const struct clair_case *one, uint32_t number)
{
	const bool fails = one->verdict == CLAIR_CASE_FAILED || one->verdict == CLAIR_CASE_KNOWN;
	struct clair_report *report = tap->report;

	clair_putf(report, "    %s %u - ", fails ? "not ok" : "ok", number);
	put_words(report, one->rule->id);
	if (one->verdict != CLAIR_CASE_PASSED && one->verdict != CLAIR_CASE_FAILED) {
		clair_puts(report, fails ? " # TODO " : " # SKIP ");
		put_words(report, clair_case_reason(report, one));
	}
	clair_puts(report, "\n");
	if (one->verdict != CLAIR_CASE_PASSED)
		put_case_yaml(tap, one);
}

static void
put_name(struct tap *tap, const struct clair_result *page)
{
	put_words(tap->report, page != NULL ? clair_report_url(tap->report, page)
	                                    : clair_string_of(tap->report, CLAIR_STRING_OCCURRENCES_SITE));
}

static void
put_subtest(struct tap *tap, const struct clair_result *page, uint32_t count)
{
	struct clair_report *report = tap->report;
	uint32_t number = 0;

	clair_puts(report, "# Subtest: ");
	put_name(tap, page);
	clair_putf(report, "\n    1..%u\n", count);
	for (size_t i = 0; i < report->rule_count; i++) {
		const struct clair_case one = clair_case_of(report, page, i);

		if (one.verdict != CLAIR_CASE_NONE)
			put_case(tap, &one, ++number);
	}
}

static void
put_untested(struct tap *tap, const struct clair_result *page)
{
	struct clair_report *report = tap->report;
	const bool skipped = clair_page_is_skipped(page);

	clair_putf(report, "%s %u - ", skipped ? "ok" : "not ok", ++tap->number);
	put_name(tap, page);
	if (skipped) {
		clair_puts(report, " # SKIP ");
		put_words(report, clair_reason_phrase(report, page));
		clair_puts(report, "\n");
		return;
	}
	clair_puts(report, "\n  ---\n");
	put_yaml(report, "  ", "message",
	    CLAIR_PHRASE(report, CLAIR_STRING_CASE_UNTESTED,
	        CLAIR_WORDS("why", clair_string_of(report, clair_reason_string(page->not_tested_reason)))));
	put_yaml(report, "  ", "severity", "error");
	put_yaml(report, "  ", "reason", page->not_tested_reason);
	if (page->http_status != 0)
		clair_putf(report, "  http_status: %d\n", page->http_status);
	clair_puts(report, "  ...\n");
}

/* A page, or the site (NULL). */
static void
put_point(struct tap *tap, const struct clair_result *page)
{
	struct clair_report *report = tap->report;
	struct clair_case_counts counts;

	if (page != NULL && !page->tested) {
		put_untested(tap, page);
		return;
	}
	clair_buf_clear(&tap->path);
	clair_place_path(&tap->path, report, page, NULL);
	counts = clair_case_count(report, page);
	if (counts.all > 0)
		put_subtest(tap, page, counts.all);
	clair_putf(report, "%s %u - ", counts.of[CLAIR_CASE_FAILED] > 0 ? "not ok" : "ok", ++tap->number);
	put_name(tap, page);
	if (counts.all == 0) {
		clair_puts(report, " # SKIP ");
		put_words(report, clair_string_of(report, CLAIR_STRING_OUTCOME_INAPPLICABLE));
	}
	clair_puts(report, "\n");
	if (page != NULL && page->note != NULL) {
		clair_puts(report, "  ---\n");
		put_yaml(report, "  ", "note", clair_note_phrase(report, page->note));
		clair_puts(report, "  ...\n");
	}
}

void
clair_report_tap(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	struct tap tap = {.report = report};

	clair_buf_init(&tap.path, 0);
	clair_causes_open(&tap.causes, report);
	clair_putf(report, "TAP version 14\n1..%u\n", run->page_count + (run->site_tallies != NULL));
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++)
		put_point(&tap, clair_run_page(run, i));
	if (run->tested_count == 0) {
		clair_puts(report, "Bail out! ");
		put_words(report, clair_string_of(report, CLAIR_STRING_NOTHING_TESTED));
		clair_puts(report, "\n");
	} else if (run->site_tallies != NULL) {
		put_point(&tap, NULL);
	}
	report->failed |= tap.path.failed;
	clair_causes_close(&tap.causes);
	clair_buf_free(&tap.path);
}
