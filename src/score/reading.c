/* How easy pages are to read: what the rule measured, brought together; see score.h. */
#include "score/score.h"

#include <string.h>

static bool
is_too_short(const struct clair_result *result)
{
	const struct clair_rule *rule = clair_rule_find("readability/index");
	const struct clair_tally *tally;

	if (rule == NULL || result->tallies == NULL)
		return false;
	tally = &result->tallies[clair_rule_index(rule)];
	return tally->outcome == CLAIR_UNTESTED && tally->untested == CLAIR_WHY_TOO_SHORT;
}

void
clair_reading_page(struct clair_result *result)
{
	struct clair_page_reading *reading = &result->reading;

	*reading = (struct clair_page_reading){.index = -1, .too_short = is_too_short(result)};
	for (uint32_t i = 0; i < result->measure_count; i++) {
		const struct clair_measure *measure = &result->measures[i];

		if (strcmp(measure->name, "reading_index") == 0)
			reading->index = measure->value;
		else if (strcmp(measure->name, "reading_grade") == 0)
			reading->grade = (unsigned)measure->value - 1;
	}
}

void
clair_reading_run(struct clair_run *run)
{
	struct clair_run_readings *readings = &run->readings;
	double sum = 0;

	*readings = (struct clair_run_readings){.mean = -1};
	for (uint32_t i = 0; i < run->page_count; i++) {
		const struct clair_result *page = clair_run_page(run, i);
		const struct clair_page_reading *reading = &page->reading;

		if (!page->tested)
			continue;
		readings->too_short += reading->too_short;
		if (reading->index < 0 || reading->grade >= CLAIR_READING_GRADES)
			continue;
		sum += reading->index;
		readings->grades[reading->grade]++;
		readings->measured++;
	}
	if (readings->measured > 0)
		readings->mean = sum / readings->measured;
}
