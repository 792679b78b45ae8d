/* A page in JSON. */
#include "facts/summary.h"
#include "facts/trace.h"
#include "report/gate.h"
#include "report/json_part.h"

#include <stdio.h>

/* Of a page, or of the site (NULL). */
json_t *
clair_json_outcomes(struct clair_report *report, const struct clair_tally *tallies, const struct clair_result *page)
{
	json_t *object = json_object();

	for (size_t i = 0; tallies != NULL && i < report->rule_count; i++) {
		const struct clair_tally *tally = &tallies[i];
		json_t *line;

		if (!clair_report_asks(report, i, page))
			continue;
		line = json_object();
		clair_json_set(report, line, "outcome", clair_json_words(clair_outcome_name(tally->outcome)));
		clair_json_set(report, line, "passed", json_integer(tally->passed));
		clair_json_set(report, line, "failed", json_integer(tally->failed));
		clair_json_set(report, line, "review", json_integer(tally->review));
		if (tally->silenced > 0)
			clair_json_set(report, line, "silenced", json_integer(tally->silenced));
		if (tally->untold > 0)
			clair_json_set(report, line, "not_listed", json_integer(tally->untold));
		if (tally->outcome == CLAIR_UNTESTED)
			clair_json_set(report, line, "reason", clair_json_words(clair_untested_name(tally->untested)));
		clair_json_set(report, object, report->rules[i].rule->id, line);
	}
	return object;
}

static json_t *
measures(struct clair_report *report, const struct clair_result *page)
{
	json_t *object = json_object();

	for (uint32_t i = 0; i < page->measure_count; i++)
		clair_json_set(report, object, page->measures[i].name, clair_json_number(page->measures[i].value));
	return object;
}

static json_t *
procedure_json(struct clair_report *report, const struct clair_procedure_label *label)
{
	json_t *object = json_object();
	json_t *needs = json_array();
	json_t *parts = json_array();
	json_t *skills = json_object();

	for (int i = 0; i < CLAIR_NEED_COUNT; i++)
		if ((label->needs & (1u << i)) != 0)
			clair_json_append(report, needs, clair_json_words(clair_need_name((enum clair_need)i)));
	for (int i = 0; i < CLAIR_PART_COUNT; i++)
		if ((label->parts & (1u << i)) != 0)
			clair_json_append(report, parts, clair_json_words(clair_part_name((enum clair_procedure_part)i)));
	for (int i = 0; i < CLAIR_SKILL_COUNT; i++)
		clair_json_set(report, skills, clair_skill_name((enum clair_skill)i), json_integer(label->skills[i]));
	clair_json_set(report, object, "prerequisites", needs);
	clair_json_set(report, object, "skills", skills);
	clair_json_set(report, object, "documents", json_integer(label->documents));
	clair_json_set(report, object, "told", label->is_sheet ? parts : json_null());
	if (!label->is_sheet)
		json_decref(parts);
	return object;
}

static json_t *
channels_json(struct clair_report *report, const struct clair_page_summary *summary)
{
	json_t *found = json_object();

	for (int i = 0; i < CLAIR_CHANNEL_COUNT; i++) {
		json_t *channel;

		if ((summary->channels[CLAIR_CHANNEL_ON_PAGE] & CLAIR_CHANNELS(i)) == 0)
			continue;
		channel = json_object();
		clair_json_set(report, channel, "in_main",
		    json_boolean((summary->channels[CLAIR_CHANNEL_IN_MAIN] & CLAIR_CHANNELS(i)) != 0));
		clair_json_set(report, channel, "words", clair_json_words_or_null(summary->channel_words[i]));
		clair_json_set(report, found, clair_channel_name((enum clair_channel)i), channel);
	}
	return found;
}

static json_t *
grade_json(unsigned grade)
{
	return json_stringn(&"ABCDE"[grade], 1);
}

static json_t *
reading_json(struct clair_report *report, const struct clair_page_reading *reading)
{
	const bool known = reading->index >= 0 && reading->grade < CLAIR_READING_GRADES;
	json_t *object = json_object();

	clair_json_set(report, object, "index", known ? clair_json_real(reading->index, 10) : json_null());
	clair_json_set(report, object, "grade", known ? grade_json(reading->grade) : json_null());
	clair_json_set(report, object, "too_short", json_boolean(reading->too_short));
	return object;
}

static json_t *
sheets(struct clair_report *report, const struct clair_result *page)
{
	json_t *object = json_object();
	json_t *missing = json_array();

	for (uint32_t i = 0; i < page->sheets_lost_count; i++) {
		json_t *sheet = json_object();

		clair_json_set(report, sheet, "url", clair_json_words(page->sheets_lost[i].url));
		clair_json_set(report, sheet, "why", clair_json_words(page->sheets_lost[i].why));
		clair_json_append(report, missing, sheet);
	}
	clair_json_set(report, object, "read", json_integer(page->sheets_read));
	clair_json_set(report, object, "missing", missing);
	return object;
}

/* 16 hex digits; null for 0. */
json_t *
clair_json_hash(uint64_t hash)
{
	char digits[17];

	if (hash == 0)
		return json_null();
	snprintf(digits, sizeof(digits), "%016llx", (unsigned long long)hash);
	return clair_json_words(digits);
}

static json_t *
form_json(struct clair_report *report, const struct clair_trace_form *form)
{
	json_t *object = json_object();
	json_t *fields = json_array();

	for (uint32_t i = 0; i < form->field_count; i++) {
		json_t *field = json_object();

		clair_json_set(report, field, "label", clair_json_words(form->fields[i].label));
		clair_json_set(report, field, "required", json_boolean(form->fields[i].required));
		clair_json_append(report, fields, field);
	}
	clair_json_set(report, object, "fields", fields);
	clair_json_set(report, object, "button", clair_json_words_or_null(form->button));
	return object;
}

/* What a later crawl is compared with. */
static json_t *
trace_json(struct clair_report *report, const struct clair_trace *trace)
{
	json_t *object;
	json_t *forms;

	if (trace == NULL)
		return json_null();
	object = json_object();
	forms = json_array();
	for (uint32_t i = 0; i < trace->form_count; i++)
		clair_json_append(report, forms, form_json(report, &trace->forms[i]));
	clair_json_set(report, object, "heading", clair_json_words_or_null(trace->heading));
	clair_json_set(report, object, "button", clair_json_words_or_null(trace->button));
	clair_json_set(report, object, "content", clair_json_hash(trace->content));
	clair_json_set(report, object, "menu", clair_json_hash(trace->menu));
	clair_json_set(report, object, "forms", forms);
	return object;
}

static json_t *
ignores_json(struct clair_report *report, const struct clair_result *page)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < page->ignore_count; i++) {
		const struct clair_ignore *ignore = &page->ignores[i];
		json_t *object = clair_json_suppression(report, &ignore->said);

		clair_json_set(report, object, "line", json_integer(ignore->line));
		clair_json_set(report, object, "column", json_integer(ignore->column));
		clair_json_set(report, object, "whole_page", json_boolean(ignore->whole_page));
		clair_json_set(report, object, "state", clair_json_words(clair_ignore_state_name(ignore->state)));
		clair_json_set(report, object, "silenced", json_integer(ignore->silenced));
		clair_json_append(report, array, object);
	}
	return array;
}

json_t *
clair_json_page(struct clair_report *report, const struct clair_result *page)
{
	json_t *object = json_object();
	json_t *findings = json_array();

	for (const struct clair_finding *f = page->first; f != NULL; f = f->next)
		clair_json_append(report, findings, clair_json_finding(report, f));
	clair_json_set(report, object, "type", clair_json_words("page"));
	clair_json_set(report, object, "url", clair_json_words(page->url != NULL ? page->url : ""));
	clair_json_set(report, object, "file", clair_json_words(page->file));
	clair_json_set(report, object, "final_url", clair_json_words(clair_report_url(report, page)));
	clair_json_set(report, object, "http_status",
	    page->http_status != 0 ? json_integer(page->http_status) : json_null());
	clair_json_set(report, object, "media_type", clair_json_words_or_null(page->media_type));
	clair_json_set(report, object, "charset", clair_json_words_or_null(page->charset));
	clair_json_set(report, object, "charset_from", clair_json_words_or_null(page->charset_from));
	clair_json_set(report, object, "lang", clair_json_words_or_null(page->lang));
	clair_json_set(report, object, "title", clair_json_words_or_null(page->title));
	clair_json_set(report, object, "bytes", json_integer((json_int_t)page->bytes));
	clair_json_set(report, object, "depth",
	    page->click_depth >= 0 ? json_integer(page->click_depth) : json_null());
	clair_json_set(report, object, "kind", clair_json_words_or_null(page->kind));
	clair_json_set(report, object, "kind_reason", clair_json_words_or_null(page->kind_reason));
	clair_json_set(report, object, "falc", json_boolean(page->is_falc));
	clair_json_set(report, object, "tested", json_boolean(page->tested));
	clair_json_set(report, object, "not_tested_reason", clair_json_words(page->not_tested_reason));
	clair_json_set(report, object, "note", clair_json_words(page->note));
	clair_json_set(report, object, "sheets", sheets(report, page));
	clair_json_set(report, object, "outcomes",
	    clair_json_outcomes(report, page->tested ? page->tallies : NULL, page));
	clair_json_set(report, object, "findings", findings);
	clair_json_set(report, object, "scores", clair_json_axes(report, page->scores.axis));
	clair_json_set(report, object, "personas", clair_json_personas(report, &page->scores));
	clair_json_set(report, object, "reading", reading_json(report, &page->reading));
	clair_json_set(report, object, "measures", measures(report, page));
	clair_json_set(report, object, "trace", trace_json(report, page->trace));
	clair_json_set(report, object, "channels",
	    page->summary == NULL ? json_null() : channels_json(report, page->summary));
	clair_json_set(report, object, "alternative",
	    page->summary == NULL ? json_null() : clair_json_words(clair_alternative_name(page->summary->alternative)));
	clair_json_set(report, object, "procedure",
	    page->procedure == NULL ? json_null() : procedure_json(report, page->procedure));
	if (page->ignore_count > 0)
		clair_json_set(report, object, "ignores", ignores_json(report, page));
	return object;
}
