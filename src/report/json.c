/*
 * JSON Lines, and the same as one document. docs/schema/clairlint-1.schema.json is the contract. One
 * line is in memory at a time. Pages, findings with their causes, and the site: see json_*.c.
 */
#include "report/json_part.h"

#include <math.h>
#include <string.h>
#include <unistr.h>

/* NULL goes through: jansson's setters refuse it, and `clair_json_set` sees that. */
json_t *
clair_json_words(const char *text)
{
	struct clair_buf clean;
	json_t *json;

	if (text == NULL)
		return json_null();
	if (u8_check((const uint8_t *)text, strlen(text)) == NULL)
		return json_string_nocheck(text);
	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), false);
	json = clean.failed ? NULL : json_stringn_nocheck(clean.bytes, clean.length);
	clair_buf_free(&clean);
	return json;
}

json_t *
clair_json_words_or_null(const char *text)
{
	return text == NULL || text[0] == '\0' ? json_null() : clair_json_words(text);
}

json_t *
clair_json_count(uint64_t number)
{
	return json_integer((json_int_t)number);
}

json_t *
clair_json_real(double value, double steps)
{
	return isfinite(value) ? json_real(round(value * steps) / steps) : json_null();
}

json_t *
clair_json_number(double value)
{
	return value == floor(value) && fabs(value) < 1e15 ? json_integer((json_int_t)value)
	                                                   : clair_json_real(value, 1e4);
}

json_t *
clair_json_score(double value)
{
	return value < 0 ? json_null() : clair_json_real(value, 10);
}

void
clair_json_set(struct clair_report *report, json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new_nocheck(object, key, value) != 0)
		report->failed = true;
}

void
clair_json_append(struct clair_report *report, json_t *array, json_t *value)
{
	if (json_array_append_new(array, value) != 0)
		report->failed = true;
}

json_t *
clair_json_axes(struct clair_report *report, const double axis[static CLAIR_AXIS_COUNT])
{
	json_t *object = json_object();

	for (unsigned i = 0; i < CLAIR_AXIS_COUNT; i++)
		clair_json_set(report, object, clair_axis_name((enum clair_axis)i), clair_json_score(axis[i]));
	return object;
}

json_t *
clair_json_personas(struct clair_report *report, const struct clair_scores *scores)
{
	json_t *object = json_object();

	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++)
		clair_json_set(report, object, clair_persona_name((enum clair_persona)i),
		    clair_json_score(scores->persona[i]));
	return object;
}

static json_t *
run_json(struct clair_report *report)
{
	json_t *object = json_object();

	clair_json_set(report, object, "type", clair_json_words("run"));
	clair_json_set(report, object, "schema_version", json_integer(CLAIR_SCHEMA_VERSION));
	clair_json_set(report, object, "tool",
	    json_pack("{s:s,s:s}", "name", "clairlint", "version", CLAIR_VERSION));
	clair_json_set(report, object, "referential",
	    json_pack("{s:s,s:s}", "rgaa", CLAIR_RGAA_VERSION, "wcag", CLAIR_WCAG_VERSION));
	clair_json_set(report, object, "score_formula", json_integer(CLAIR_SCORE_FORMULA));
	clair_json_set(report, object, "lang", clair_json_words(report->lang == CLAIR_FR ? "fr" : "en"));
	clair_json_set(report, object, "started", clair_json_words(report->options->started));
	return object;
}

static json_t *
end_json(struct clair_report *report)
{
	json_t *object = json_object();

	clair_json_set(report, object, "type", clair_json_words("end"));
	clair_json_set(report, object, "exit_status", json_integer(report->options->exit_status));
	clair_json_set(report, object, "threshold", clair_json_words(report->options->threshold));
	return object;
}

static int
on_bytes(const char *bytes, size_t length, void *payload)
{
	struct clair_report *report = payload;

	clair_put(report, bytes, length);
	return report->failed ? -1 : 0;
}

/* Writes one line and lets it go. */
void
clair_json_emit(struct clair_report *report, json_t *json, const char *after)
{
	if (json == NULL || (!report->failed && json_dump_callback(json, on_bytes, report,
	                        JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(15)) != 0))
		report->failed = true;
	json_decref(json);
	clair_puts(report, after);
}

void
clair_report_jsonl(struct clair_report *report)
{
	const struct clair_run *run = report->run;

	clair_json_emit(report, run_json(report), "\n");
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++)
		clair_json_emit(report, clair_json_page(report, clair_run_page(run, i)), "\n");
	for (uint32_t i = 0; i < run->cause_count && !report->failed; i++)
		clair_json_emit(report, clair_json_cause(report, clair_run_cause(run, i)), "\n");
	clair_json_emit(report, clair_json_site(report), "\n");
	clair_json_emit(report, end_json(report), "\n");
}

void
clair_report_json(struct clair_report *report)
{
	const struct clair_run *run = report->run;

	clair_puts(report, "{\"run\":");
	clair_json_emit(report, run_json(report), ",\n\"pages\":[");
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++)
		clair_json_emit(report, clair_json_page(report, clair_run_page(run, i)),
		    i + 1 < run->page_count ? ",\n" : "");
	clair_puts(report, "],\n\"causes\":[");
	for (uint32_t i = 0; i < run->cause_count && !report->failed; i++)
		clair_json_emit(report, clair_json_cause(report, clair_run_cause(run, i)),
		    i + 1 < run->cause_count ? ",\n" : "");
	clair_puts(report, "],\n\"site\":");
	clair_json_emit(report, clair_json_site(report), ",\n\"end\":");
	clair_json_emit(report, end_json(report), "}\n");
}
