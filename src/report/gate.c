/* See gate.h. */
#include "report/gate.h"

static void
say_counts(struct clair_report *report, clair_sentence_fn *say)
{
	const struct clair_baseline_facts *facts = report->run->baseline;

	say(report, CLAIR_PHRASE(report, CLAIR_STRING_BASELINE, CLAIR_WORDS("name", facts->name),
	    CLAIR_NUMBER("fresh", facts->failed.fresh), CLAIR_NUMBER("known", facts->failed.known),
	    CLAIR_NUMBER("gone", facts->failed.gone)));
	if (facts->review.fresh + facts->review.known + facts->review.gone > 0)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_BASELINE_REVIEW,
		    CLAIR_NUMBER("fresh", facts->review.fresh), CLAIR_NUMBER("known", facts->review.known),
		    CLAIR_NUMBER("gone", facts->review.gone)));
}

static uint32_t
unlisted(const struct clair_baseline_facts *facts)
{
	uint32_t count = 0;

	for (int i = 0; i < CLAIR_SEVERITY_COUNT; i++)
		count += facts->unlisted[i];
	return count;
}

static void
say_baseline(struct clair_report *report, clair_sentence_fn *say)
{
	const struct clair_baseline_facts *facts = report->run->baseline;
	const struct {
		enum clair_string string;
		uint32_t count;
	} lines[] = {{CLAIR_STRING_BASELINE_UNLISTED, unlisted(facts)}, {CLAIR_STRING_BASELINE_UNSEEN, facts->unseen},
	    {CLAIR_STRING_BASELINE_APART, facts->apart}};

	say_counts(report, say);
	for (size_t i = 0; i < CLAIR_LEN(lines); i++)
		if (lines[i].count > 0)
			say(report, CLAIR_PHRASE(report, lines[i].string, CLAIR_NUMBER("n", lines[i].count)));
}

void
clair_report_gate(struct clair_report *report, clair_sentence_fn *say)
{
	if (report->run->baseline != NULL)
		say_baseline(report, say);
}

const char *
clair_baseline_name(const struct clair_finding *finding)
{
	static const char *const names[] = {
	    [CLAIR_BASELINE_NONE] = NULL, [CLAIR_BASELINE_NEW] = "new", [CLAIR_BASELINE_KNOWN] = "known"};

	return names[finding->baseline];
}
