/*
 * Code Quality of GitLab: a list of issues, each with a fingerprint of its own, a severity and a place. GitLab holds
 * the list of a merge request against that of its target by itself: what is known beside a baseline stays. One issue
 * is in memory at a time. What is silenced is left out.
 */
#include "report/identity.h"
#include "report/json.h"
#include "report/place.h"

#include "facts/summary.h"

struct quality {
	struct clair_report *report;
	struct clair_identities identities;
	struct clair_buf path;  /* of the page being written */
	struct clair_buf words;
	const char *before;     /* the next issue */
};

/* "À vérifier. …" for what a person must look at. */
static const char *
description(struct quality *quality, const struct clair_finding *finding)
{
	struct clair_report *report = quality->report;
	const char *phrase = clair_finding_phrase(report, finding);

	if (finding->outcome != CLAIR_REVIEW)
		return phrase;
	clair_buf_clear(&quality->words);
	clair_buf_puts(&quality->words, phrase);
	return CLAIR_PHRASE(report, CLAIR_STRING_C_FINDING_REVIEW, CLAIR_WORDS("message", quality->words.bytes));
}

/* `finding` NULL: of the page as a whole. */
static json_t *
location(struct quality *quality, const struct clair_finding *finding)
{
	const uint32_t line = finding == NULL || finding->line == 0 ? 1 : finding->line;
	const uint32_t end = finding == NULL || finding->end_line < line ? line : finding->end_line;
	json_t *object = json_object();

	clair_json_set(quality->report, object, "path",
	    quality->path.failed ? NULL : clair_json_words(quality->path.bytes));
	clair_json_set(quality->report, object, "lines",
	    json_pack("{s:I,s:I}", "begin", (json_int_t)line, "end", (json_int_t)end));
	return object;
}

static void
issue(struct quality *quality, const char *check, const char *severity, const char *text, const char *fingerprint,
    const struct clair_finding *finding)
{
	struct clair_report *report = quality->report;
	json_t *object = json_object();

	clair_json_set(report, object, "type", clair_json_words("issue"));
	clair_json_set(report, object, "check_name", clair_json_words(check));
	clair_json_set(report, object, "description", clair_json_words(text));
	clair_json_set(report, object, "severity", clair_json_words(severity));
	clair_json_set(report, object, "fingerprint", clair_json_words(fingerprint));
	clair_json_set(report, object, "location", location(quality, finding));
	clair_puts(report, quality->before);
	clair_json_emit(report, object, "");
	quality->before = ",\n";
}

static void
go_to(struct quality *quality, const struct clair_result *page, const struct clair_finding *finding)
{
	clair_buf_clear(&quality->path);
	clair_place_path(&quality->path, quality->report, page, finding);
}

/* Of a page, or of the site. */
static void
issues_of(struct quality *quality, const struct clair_result *page, const struct clair_finding *first)
{
	static const char *const severities[CLAIR_SEVERITY_COUNT] = {
		[CLAIR_SEVERITY_REVIEW] = "info",
		[CLAIR_MINOR] = "minor",
		[CLAIR_MAJOR] = "major",
		[CLAIR_BLOCKING] = "blocker",
	};
	struct clair_report *report = quality->report;
	const struct clair_identity *names = clair_identities_of(&quality->identities, page);

	go_to(quality, page, NULL);
	for (const struct clair_finding *f = first; f != NULL && !report->failed; f = f->next, names++) {
		if (f->suppressed != NULL)
			continue;
		if (page == NULL)
			go_to(quality, NULL, f);
		issue(quality, f->rule->id, severities[clair_report_severity(report, f)], description(quality, f),
		    names->text, f);
	}
}

static void
not_tested(struct quality *quality, const struct clair_result *page)
{
	struct clair_report *report = quality->report;

	if (page->tested || clair_page_is_skipped(page))
		return;
	clair_buf_clear(&quality->words);
	clair_buf_puts(&quality->words, clair_reason_phrase(report, page));
	issue(quality, "clairlint/not-tested", "critical",
	    CLAIR_PHRASE(report, CLAIR_STRING_G_NOT_TESTED, CLAIR_WORDS("why", quality->words.bytes)),
	    clair_identity_of_page(&quality->identities).text, NULL);
}

void
clair_report_codequality(struct clair_report *report)
{
	struct quality quality = {.report = report, .before = "\n"};
	const struct clair_run *run = report->run;

	clair_buf_init(&quality.path, 0);
	clair_buf_init(&quality.words, 0);
	clair_identities_open(&quality.identities, report);
	clair_puts(report, "[");
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		issues_of(&quality, page, page->first);
		not_tested(&quality, page);
	}
	issues_of(&quality, NULL, run->site_findings);
	if (run->tested_count == 0)
		issue(&quality, "clairlint/nothing-tested", "blocker",
		    clair_string_of(report, CLAIR_STRING_NOTHING_TESTED),
		    clair_identity_of_page(&quality.identities).text, NULL);
	clair_puts(report, "\n]\n");
	report->failed |= quality.words.failed;
	clair_identities_close(&quality.identities);
	clair_buf_free(&quality.words);
	clair_buf_free(&quality.path);
}
