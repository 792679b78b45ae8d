/* The sample of an audit, in the JSON. */
#include "report/json.h"
#include "report/sample.h"

static json_t *
kinds_json(struct clair_report *report, uint32_t kinds)
{
	json_t *array = json_array();

	for (unsigned kind = 0; kind < CLAIR_SAMPLE_KINDS; kind++)
		if ((kinds >> kind & 1) != 0)
			clair_json_append(report, array, clair_json_words(clair_sample_name(kind)));
	return array;
}

static json_t *
page_json(struct clair_report *report, uint32_t index)
{
	const struct clair_sample_page *one = &report->run->sample->pages[index];
	json_t *object = json_object();

	clair_json_set(report, object, "url",
	    clair_json_words(clair_report_url(report, clair_audited_page(report->run, index))));
	clair_json_set(report, object, "why", clair_json_words(clair_sample_name(one->why)));
	clair_json_set(report, object, "also", kinds_json(report, one->also));
	clair_json_set(report, object, "alike", json_integer(one->alike));
	return object;
}

json_t *
clair_sample_json(struct clair_report *report)
{
	const struct clair_sample *sample = report->run->sample;
	json_t *object = json_object();
	json_t *pages = json_array();

	for (uint32_t i = 0; i < sample->count; i++)
		clair_json_append(report, pages, page_json(report, i));
	clair_json_set(report, object, "method", clair_json_words("rgaa-" CLAIR_RGAA_VERSION));
	clair_json_set(report, object, "seed", json_integer(sample->seed));
	clair_json_set(report, object, "limit", json_integer(sample->limit));
	clair_json_set(report, object, "pages", pages);
	clair_json_set(report, object, "missing", kinds_json(report, sample->missing));
	clair_json_set(report, object, "no_room", kinds_json(report, sample->no_room));
	clair_json_set(report, object, "steps_left", json_integer(sample->steps_left));
	clair_json_set(report, object, "looks_left", json_integer(sample->looks_left));
	return object;
}
