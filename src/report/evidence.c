/* See evidence.h. */
#include "report/evidence.h"

#include "facts/summary.h"

#include <string.h>

bool
clair_evidence_open(struct clair_evidence *evidence, struct clair_report *report)
{
	*evidence = (struct clair_evidence){.report = report};
	clair_arena_init(&evidence->mem, 0);
	if (clair_rgaa_init(&evidence->rgaa, &evidence->mem, report->rules, report->rule_count))
		evidence->found = clair_alloc_array(
		    &evidence->mem, evidence->rgaa.criterion_count + 1, sizeof(*evidence->found));
	if (evidence->found == NULL)
		report->failed = true;
	return evidence->found != NULL;
}

void
clair_evidence_close(struct clair_evidence *evidence)
{
	clair_arena_free(&evidence->mem);
}

/* The index of the criterion of a test; their number when there is none. */
static uint32_t
criterion_of(const struct clair_evidence *evidence, const char *test)
{
	uint32_t i = 0;

	for (; i < evidence->rgaa.criterion_count; i++) {
		const size_t length = strlen(evidence->rgaa.criteria[i].id);

		if (strncmp(test, evidence->rgaa.criteria[i].id, length) == 0 && test[length] == '.')
			break;
	}
	return i;
}

/* A finding that speaks of two tests of a criterion is told once. */
static void
gather(struct clair_evidence *evidence, const struct clair_finding *finding, bool proves)
{
	const char *const *tests = clair_message_tests(finding->rule, finding->message);
	const int kind = finding->outcome == CLAIR_FAIL ? 0 : 1;
	uint32_t last = evidence->rgaa.criterion_count;

	if (finding->suppressed != NULL || finding->rule->advice)
		return;
	for (; tests != NULL && *tests != NULL; tests++) {
		const uint32_t at = criterion_of(evidence, *tests);
		struct clair_criterion_evidence *one = &evidence->found[at];

		if (at == evidence->rgaa.criterion_count || at == last)
			continue;
		if (one->count[kind] < CLAIR_EVIDENCE_KEPT)
			one->first[kind][one->count[kind]] = finding;
		one->count[kind]++;
		if (proves && kind == 0)
			evidence->rgaa.criteria[at].state = CLAIR_RGAA_NC;
		last = at;
	}
}

static void
gather_all(struct clair_evidence *evidence, const struct clair_finding *first)
{
	memset(evidence->found, 0, evidence->rgaa.criterion_count * sizeof(*evidence->found));
	for (const struct clair_finding *f = first; f != NULL; f = f->next)
		if (clair_run_in_sample(evidence->report->run, f))
			gather(evidence, f, false);
}

void
clair_evidence_of_page(struct clair_evidence *evidence, const struct clair_result *page)
{
	clair_rgaa_judge_page(&evidence->rgaa, page);
	gather_all(evidence, page->first);
}

void
clair_evidence_of_site(struct clair_evidence *evidence)
{
	clair_rgaa_judge_site(&evidence->rgaa, evidence->report->run);
	gather_all(evidence, evidence->report->run->site_findings);
}

void
clair_evidence_add(struct clair_evidence *evidence, const struct clair_finding *finding)
{
	gather(evidence, finding, true);
}

void
clair_evidence_part(struct clair_buf *out, const char *between)
{
	if (out->length > 0)
		clair_buf_puts(out, between);
}

/* On one line, whatever the page wrote: `between` alone parts the findings. */
static void
add_clean(struct clair_buf *out, const char *words)
{
	clair_clean(out, words, strlen(words), true);
}

static void
add_finding(struct clair_report *report, const struct clair_finding *finding, struct clair_buf *out)
{
	add_clean(out, clair_finding_phrase(report, finding));
	if (finding->line == 0 && finding->page == NULL)
		return;
	clair_buf_puts(out, " (");
	add_clean(out, finding->line > 0 ? clair_place_phrase(report, finding) : finding->page->url);
	clair_buf_puts(out, ")");
}

void
clair_evidence_words(const struct clair_evidence *evidence, uint32_t criterion, uint32_t most,
    const char *between, struct clair_buf *out)
{
	static const enum clair_string titles[2] = {CLAIR_STRING_G_FAILED, CLAIR_STRING_G_REVIEW};
	const struct clair_criterion_evidence *found = &evidence->found[criterion];

	for (int kind = 0; kind < 2; kind++) {
		const uint32_t count = found->count[kind];

		if (count == 0)
			continue;
		clair_evidence_part(out, between);
		clair_buf_puts(out, CLAIR_PHRASE(evidence->report, titles[kind], CLAIR_NUMBER("n", count)));
		for (uint32_t i = 0; i < count && i < most; i++) {
			clair_buf_puts(out, i == 0 ? " " : between);
			add_finding(evidence->report, found->first[kind][i], out);
		}
		if (count > most) {
			clair_buf_puts(out, between);
			clair_buf_puts(out, "…");
		}
	}
}
