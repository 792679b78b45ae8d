/* What rules of files find, plainly: rule by rule, place by place. */
#include "report/report.h"

enum { PLACES = 20 };

/* Where a rule stands with one run. */
struct tried {
	uint32_t found, looked_at, stopped, shown;
};

static void
count_page(struct tried *tried, const struct clair_result *page, size_t rule)
{
	const struct clair_tally *tally = &page->tallies[rule];

	if (!page->tested)
		return;
	tried->looked_at += tally->passed + tally->failed + tally->review;
	tried->found += tally->failed + tally->review;
	tried->stopped += tally->untested == CLAIR_WHY_STOPPED;
}

static void
put_places(struct clair_report *report, const struct clair_result *page, const struct clair_rule *rule,
    struct tried *tried)
{
	for (const struct clair_finding *finding = page->first; finding != NULL; finding = finding->next) {
		if (finding->rule != rule || tried->shown++ >= PLACES)
			continue;
		clair_putf(report, "  %s:%u:%u: ", clair_report_url(report, page), finding->line, finding->column);
		clair_puts(report, clair_finding_phrase(report, finding));
		clair_puts(report, "\n    ");
		clair_puts(report, finding->excerpt);
		clair_puts(report, "\n");
	}
}

static void
put_rule(struct clair_report *report, size_t index)
{
	const struct clair_run *run = report->run;
	const struct clair_rule *rule = clair_linter_rule(run->linter, index);
	struct tried tried = {0};

	for (uint32_t i = 0; i < run->page_count; i++)
		count_page(&tried, clair_run_page(run, i), index);
	clair_puts(report, rule->id);
	clair_puts(report, "\n  ");
	clair_puts(report, CLAIR_PHRASE(report, CLAIR_STRING_TRIED, CLAIR_NUMBER("n", tried.found),
	    CLAIR_NUMBER("of", tried.looked_at)));
	clair_puts(report, "\n");
	for (uint32_t i = 0; i < run->page_count && tried.found > 0; i++)
		put_places(report, clair_run_page(run, i), rule, &tried);
	if (tried.shown > PLACES) {
		clair_puts(report, "  ");
		clair_puts(report, CLAIR_PHRASE(report, CLAIR_STRING_MORE_PLACES, CLAIR_NUMBER("n", tried.shown - PLACES)));
		clair_puts(report, "\n");
	}
	if (tried.stopped > 0) {
		clair_puts(report, "  ");
		clair_puts(report, clair_stopped_phrase(report, rule, tried.stopped));
		clair_puts(report, "\n");
	}
}

enum clair_status
clair_tried_write(
    const struct clair_run *run, enum clair_lang lang, clair_write_fn *write, void *payload)
{
	const struct clair_write_options options = {.lang = lang};
	struct clair_report report = {
	    .run = run, .options = &options, .lang = lang, .write = write, .payload = payload};

	clair_report_open(&report);
	for (size_t i = 0; i < clair_linter_rule_count(run->linter); i++) {
		if (clair_linter_rule(run->linter, i)->place != NULL && clair_linter_enabled(run->linter, i))
			put_rule(&report, i);
	}
	clair_puts(&report, CLAIR_PHRASE(&report, CLAIR_STRING_TRIED_PAGES, CLAIR_NUMBER("n", run->tested_count),
	    CLAIR_NUMBER("of", run->page_count)));
	clair_puts(&report, "\n");
	return clair_report_close(&report);
}
