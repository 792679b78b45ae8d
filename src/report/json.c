/*
 * JSON Lines, and the same as one document. docs/schema/clairlint-1.schema.json is the contract. One
 * line is in memory at a time.
 */
#include "base/map.h"
#include "facts/summary.h"
#include "facts/trace.h"
#include "report/gate.h"
#include "report/json.h"

#include <math.h>
#include <stdio.h>
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

static json_t *
words_or_null(const char *text)
{
	return text == NULL || text[0] == '\0' ? json_null() : clair_json_words(text);
}

static json_t *
real(double value, double steps)
{
	return isfinite(value) ? json_real(round(value * steps) / steps) : json_null();
}

json_t *
clair_json_score(double value)
{
	return value < 0 ? json_null() : real(value, 10);
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

static json_t *
ids(struct clair_report *report, const char *const *list)
{
	json_t *array = json_array();

	for (; list != NULL && *list != NULL; list++)
		clair_json_append(report, array, clair_json_words(*list));
	return array;
}

static json_t *
who(struct clair_report *report, unsigned bits)
{
	json_t *array = json_array();

	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		if ((bits & (1u << i)) != 0)
			clair_json_append(report, array, clair_json_words(clair_persona_name((enum clair_persona)i)));
	}
	return array;
}

static json_t *
axis_scores(struct clair_report *report, const struct clair_scores *scores)
{
	json_t *object = json_object();

	for (unsigned i = 0; i < CLAIR_AXIS_COUNT; i++)
		clair_json_set(report, object, clair_axis_name((enum clair_axis)i), clair_json_score(scores->axis[i]));
	return object;
}

static json_t *
persona_scores(struct clair_report *report, const struct clair_scores *scores)
{
	json_t *object = json_object();

	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++)
		clair_json_set(report, object, clair_persona_name((enum clair_persona)i),
		    clair_json_score(scores->persona[i]));
	return object;
}

static json_t *
worst_persona(const struct clair_scores *scores)
{
	return scores->worst == CLAIR_PERSONA_COUNT ? json_null() :
						      clair_json_words(clair_persona_name(scores->worst));
}

/* Of a page, or of the site (NULL). */
static json_t *
outcomes(struct clair_report *report, const struct clair_tally *tallies, const struct clair_result *page)
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
edit(struct clair_report *report, json_t *object, const struct clair_edit *edit)
{
	clair_json_set(report, object, "offset", json_integer(edit->offset));
	clair_json_set(report, object, "length", json_integer(edit->length));
	clair_json_set(report, object, "text", clair_json_words(edit->text));
	return object;
}

/* The first edit stands in the fix itself, for who reads one only; `more` are the others, in order. */
static void
edits(struct clair_report *report, json_t *object, const struct clair_finding *finding)
{
	const struct clair_edit nothing = {.offset = finding->offset, .length = finding->length};
	const struct clair_edit *first = finding->fix.edits;
	json_t *more = json_array();

	edit(report, object, first != NULL ? first : &nothing);
	for (const struct clair_edit *next = first == NULL ? NULL : first->next; next != NULL;
	     next = next->next)
		clair_json_append(report, more, edit(report, json_object(), next));
	clair_json_set(report, object, "more", more);
}

static json_t *
fix(struct clair_report *report, const struct clair_finding *finding)
{
	static const char *const kinds[] = {
		[CLAIR_FIX_SET_ATTRIBUTE] = "set-attribute",
		[CLAIR_FIX_REMOVE_ATTRIBUTE] = "remove-attribute",
		[CLAIR_FIX_REPLACE_TEXT] = "replace-text",
		[CLAIR_FIX_RENAME_ELEMENT] = "rename-element",
		[CLAIR_FIX_REMOVE_ELEMENT] = "remove-element",
		[CLAIR_FIX_ADD_ELEMENT] = "add-element",
	};
	json_t *object;

	if (finding->fix.kind == CLAIR_FIX_NONE)
		return json_null();
	object = json_object();
	clair_json_set(report, object, "kind", clair_json_words(kinds[finding->fix.kind]));
	clair_json_set(report, object, "safety",
	    clair_json_words(finding->fix.safety == CLAIR_SAFE ? "safe" : "choice"));
	clair_json_set(report, object, "attribute", words_or_null(finding->fix.attribute));
	clair_json_set(report, object, "value", clair_json_words(finding->fix.value));
	edits(report, object, finding);
	return object;
}

static json_t *
arguments(struct clair_report *report, const struct clair_finding *finding)
{
	json_t *object = json_object();

	for (unsigned i = 0; i < finding->argument_count; i++) {
		const struct clair_argument *argument = &finding->arguments[i];
		json_t *value;

		if (!argument->is_number)
			value = clair_json_words(argument->value);
		else if (argument->number == floor(argument->number) &&
		    fabs(argument->number) < 1e15)
			value = json_integer((json_int_t)argument->number);
		else
			value = real(argument->number, 1e4);
		clair_json_set(report, object, argument->name, value);
	}
	return object;
}

static json_t *
suppression(struct clair_report *report, const struct clair_suppression *suppressed)
{
	json_t *object;

	if (suppressed == NULL)
		return json_null();
	object = json_object();
	clair_json_set(report, object, "rule", clair_json_words(suppressed->rule));
	clair_json_set(report, object, "selector", clair_json_words(suppressed->selector));
	clair_json_set(report, object, "url", clair_json_words(suppressed->url));
	clair_json_set(report, object, "reason", clair_json_words(suppressed->reason));
	clair_json_set(report, object, "until", clair_json_words(suppressed->until));
	clair_json_set(report, object, "where", clair_json_words(suppressed->where));
	if (suppressed->in_page)
		clair_json_set(report, object, "in_page", json_true());
	return object;
}

static void
set_place(struct clair_report *report, json_t *object, const struct clair_finding *finding)
{
	clair_json_set(report, object, "line", json_integer(finding->line));
	clair_json_set(report, object, "column", json_integer(finding->column));
	clair_json_set(report, object, "end_line", json_integer(finding->end_line));
	clair_json_set(report, object, "end_column", json_integer(finding->end_column));
	clair_json_set(report, object, "offset", json_integer(finding->offset));
	clair_json_set(report, object, "length", json_integer(finding->length));
	clair_json_set(report, object, "selector", words_or_null(finding->selector));
	clair_json_set(report, object, "excerpt", words_or_null(finding->excerpt));
}

static json_t *
css(struct clair_report *report, const struct clair_css_pointer *pointer)
{
	json_t *object;

	if (pointer->url == NULL)
		return json_null();
	object = json_object();
	clair_json_set(report, object, "url", clair_json_words(pointer->url));
	clair_json_set(report, object, "line", json_integer(pointer->line));
	clair_json_set(report, object, "column", json_integer(pointer->column));
	clair_json_set(report, object, "property", clair_json_words(pointer->property));
	return object;
}

static json_t *
message_key(const struct clair_finding *finding)
{
	return finding->message < finding->rule->message_count ?
	    clair_json_words(finding->rule->messages[finding->message].key) :
	    json_null();
}

static json_t *
finding_json(struct clair_report *report, const struct clair_finding *finding)
{
	static const char *const scopes[] = {
		[CLAIR_ELEMENT] = "element",
		[CLAIR_BLOCK] = "block",
		[CLAIR_PAGE] = "page",
		[CLAIR_SITE] = "site",
	};
	const struct clair_rule *rule = finding->rule;
	json_t *object = json_object();

	clair_json_set(report, object, "rule", clair_json_words(rule->id));
	clair_json_set(report, object, "outcome", clair_json_words(clair_outcome_name(finding->outcome)));
	clair_json_set(report, object, "severity",
	    clair_json_words(clair_severity_name(clair_report_severity(report, finding))));
	clair_json_set(report, object, "scope", clair_json_words(scopes[rule->scope]));
	clair_json_set(report, object, "advice", json_boolean(rule->advice));
	clair_json_set(report, object, "rgaa", ids(report, clair_message_tests(rule, finding->message)));
	clair_json_set(report, object, "wcag", ids(report, rule->wcag));
	clair_json_set(report, object, "act", ids(report, rule->act));
	clair_json_set(report, object, "falc", ids(report, rule->falc));
	set_place(report, object, finding);
	clair_json_set(report, object, "css", css(report, &finding->css));
	clair_json_set(report, object, "message_key", message_key(finding));
	clair_json_set(report, object, "message", clair_json_words(clair_finding_phrase(report, finding)));
	clair_json_set(report, object, "args", arguments(report, finding));
	clair_json_set(report, object, "who", who(report, rule->who));
	clair_json_set(report, object, "fix", fix(report, finding));
	clair_json_set(report, object, "fingerprint", clair_json_words(finding->fingerprint));
	clair_json_set(report, object, "cause", clair_json_words(finding->cause));
	clair_json_set(report, object, "suppressed", suppression(report, finding->suppressed));
	if (report->run->baseline != NULL)
		clair_json_set(report, object, "baseline", clair_json_words(clair_baseline_name(finding)));
	if (finding->third_party != NULL)
		clair_json_set(report, object, "third_party", clair_json_words(finding->third_party));
	if (finding->page != NULL)
		clair_json_set(report, object, "url", clair_json_words(finding->page->url));
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
measures(struct clair_report *report, const struct clair_result *page)
{
	json_t *object = json_object();

	for (uint32_t i = 0; i < page->measure_count; i++) {
		const double value = page->measures[i].value;

		clair_json_set(report, object, page->measures[i].name,
		    value == floor(value) && fabs(value) < 1e15 ? json_integer((json_int_t)value) :
								  real(value, 1e4));
	}
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
		clair_json_set(report, channel, "words", words_or_null(summary->channel_words[i]));
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

	clair_json_set(report, object, "index", known ? real(reading->index, 10) : json_null());
	clair_json_set(report, object, "grade", known ? grade_json(reading->grade) : json_null());
	clair_json_set(report, object, "too_short", json_boolean(reading->too_short));
	return object;
}

static json_t *
readings_json(struct clair_report *report, const struct clair_run_readings *readings)
{
	json_t *object = json_object();
	json_t *grades = json_object();

	for (unsigned i = 0; i < CLAIR_READING_GRADES; i++)
		clair_json_set(report, grades, (const char[]){"ABCDE"[i], '\0'},
		    json_integer(readings->grades[i]));
	clair_json_set(report, object, "mean", readings->mean < 0 ? json_null() : real(readings->mean, 10));
	clair_json_set(report, object, "grades", grades);
	clair_json_set(report, object, "too_short", json_integer(readings->too_short));
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
static json_t *
hash_json(uint64_t hash)
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
	clair_json_set(report, object, "button", words_or_null(form->button));
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
	clair_json_set(report, object, "heading", words_or_null(trace->heading));
	clair_json_set(report, object, "button", words_or_null(trace->button));
	clair_json_set(report, object, "content", hash_json(trace->content));
	clair_json_set(report, object, "menu", hash_json(trace->menu));
	clair_json_set(report, object, "forms", forms);
	return object;
}

static json_t *
ignores_json(struct clair_report *report, const struct clair_result *page)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < page->ignore_count; i++) {
		const struct clair_ignore *ignore = &page->ignores[i];
		json_t *object = suppression(report, &ignore->said);

		clair_json_set(report, object, "line", json_integer(ignore->line));
		clair_json_set(report, object, "column", json_integer(ignore->column));
		clair_json_set(report, object, "whole_page", json_boolean(ignore->whole_page));
		clair_json_set(report, object, "state", clair_json_words(clair_ignore_state_name(ignore->state)));
		clair_json_set(report, object, "silenced", json_integer(ignore->silenced));
		clair_json_append(report, array, object);
	}
	return array;
}

static json_t *
page_json(struct clair_report *report, const struct clair_result *page)
{
	json_t *object = json_object();
	json_t *findings = json_array();

	for (const struct clair_finding *f = page->first; f != NULL; f = f->next)
		clair_json_append(report, findings, finding_json(report, f));
	clair_json_set(report, object, "type", clair_json_words("page"));
	clair_json_set(report, object, "url", clair_json_words(page->url != NULL ? page->url : ""));
	clair_json_set(report, object, "file", clair_json_words(page->file));
	clair_json_set(report, object, "final_url", clair_json_words(clair_report_url(report, page)));
	clair_json_set(report, object, "http_status",
	    page->http_status != 0 ? json_integer(page->http_status) : json_null());
	clair_json_set(report, object, "media_type", words_or_null(page->media_type));
	clair_json_set(report, object, "charset", words_or_null(page->charset));
	clair_json_set(report, object, "charset_from", words_or_null(page->charset_from));
	clair_json_set(report, object, "lang", words_or_null(page->lang));
	clair_json_set(report, object, "title", words_or_null(page->title));
	clair_json_set(report, object, "bytes", json_integer((json_int_t)page->bytes));
	clair_json_set(report, object, "depth",
	    page->click_depth >= 0 ? json_integer(page->click_depth) : json_null());
	clair_json_set(report, object, "kind", words_or_null(page->kind));
	clair_json_set(report, object, "kind_reason", words_or_null(page->kind_reason));
	clair_json_set(report, object, "falc", json_boolean(page->is_falc));
	clair_json_set(report, object, "tested", json_boolean(page->tested));
	clair_json_set(report, object, "not_tested_reason", clair_json_words(page->not_tested_reason));
	clair_json_set(report, object, "note", clair_json_words(page->note));
	clair_json_set(report, object, "sheets", sheets(report, page));
	clair_json_set(report, object, "outcomes",
	    outcomes(report, page->tested ? page->tallies : NULL, page));
	clair_json_set(report, object, "findings", findings);
	clair_json_set(report, object, "scores", axis_scores(report, &page->scores));
	clair_json_set(report, object, "personas", persona_scores(report, &page->scores));
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

static json_t *
cause_json(struct clair_report *report, const struct clair_cause *cause)
{
	const struct clair_finding *example = cause->example;
	json_t *object = json_object();
	json_t *place = json_object();
	json_t *urls = json_array();

	clair_json_set(report, place, "url", clair_json_words(clair_report_url(report, cause->example_page)));
	clair_json_set(report, place, "line", json_integer(example->line));
	clair_json_set(report, place, "column", json_integer(example->column));
	clair_json_set(report, place, "excerpt", words_or_null(example->excerpt));
	for (uint32_t i = 0; cause->page_list != NULL && i < cause->pages; i++) {
		clair_run_reads(report->run, cause->page_list[i]);
		clair_json_append(report, urls, clair_json_words(clair_report_url(report, cause->page_list[i])));
	}
	clair_json_set(report, object, "type", clair_json_words("cause"));
	clair_json_set(report, object, "id", clair_json_words(cause->id));
	clair_json_set(report, object, "rule", clair_json_words(example->rule->id));
	clair_json_set(report, object, "outcome", clair_json_words(clair_outcome_name(example->outcome)));
	clair_json_set(report, object, "severity",
	    clair_json_words(clair_severity_name(clair_report_severity(report, example))));
	clair_json_set(report, object, "pages", json_integer(cause->pages));
	clair_json_set(report, object, "occurrences", json_integer(cause->occurrences));
	if (report->run->baseline != NULL)
		clair_json_set(report, object, "new", json_integer(cause->fresh));
	clair_json_set(report, object, "message", clair_json_words(clair_finding_phrase(report, example)));
	clair_json_set(report, object, "remedy", clair_json_words(clair_text_of(report, &example->rule->remedy)));
	clair_json_set(report, object, "who", who(report, example->rule->who));
	clair_json_set(report, object, "example", place);
	clair_json_set(report, object, "urls", urls);
	clair_json_set(report, object, "fix", fix(report, example));
	return object;
}

static json_t *
criteria(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	json_t *array = json_array();

	for (uint32_t i = 0; i < run->criterion_count; i++) {
		const struct clair_rgaa_criterion *criterion = &run->criteria[i];
		json_t *object = json_object();
		json_t *tests = json_object();

		for (uint32_t t = 0; t < criterion->test_count; t++)
			clair_json_set(report, tests, criterion->tests[t].id,
			    clair_json_words(clair_outcome_name(criterion->tests[t].outcome)));
		clair_json_set(report, object, "id", clair_json_words(criterion->id));
		clair_json_set(report, object, "status", clair_json_words(clair_rgaa_name(criterion->state)));
		clair_json_set(report, object, "review", json_boolean(criterion->review));
		clair_json_set(report, object, "tests", tests);
		clair_json_append(report, array, object);
	}
	return array;
}

/* One main menu, with the number of pages that have it. */
struct menu {
	const struct clair_trace *trace;
	const char **urls; /* by entry */
	uint32_t pages;
};

static json_t *
menu_json(struct clair_report *report, const struct menu *menu)
{
	json_t *object = json_object();
	json_t *entries = json_array();

	for (uint32_t i = 0; i < menu->trace->entry_count; i++) {
		json_t *entry = json_object();

		clair_json_set(report, entry, "level", json_integer(menu->trace->entries[i].level));
		clair_json_set(report, entry, "words", clair_json_words(menu->trace->entries[i].words));
		clair_json_set(report, entry, "url", clair_json_words(menu->urls[i]));
		clair_json_append(report, entries, entry);
	}
	clair_json_set(report, object, "id", hash_json(menu->trace->menu));
	clair_json_set(report, object, "pages", json_integer(menu->pages));
	clair_json_set(report, object, "entries", entries);
	return object;
}

/* On the page that it leads to, an entry is often no link: another page has its address. */
static void
add_menu_of_page(struct menu *menu, const struct clair_trace *trace, struct clair_arena *arena)
{
	if (menu->trace == NULL) {
		menu->trace = trace;
		menu->urls = clair_alloc_array(arena, trace->entry_count, sizeof(*menu->urls));
	}
	menu->pages++;
	for (uint32_t i = 0; menu->urls != NULL && i < menu->trace->entry_count && i < trace->entry_count; i++)
		if (menu->urls[i] == NULL)
			menu->urls[i] = trace->entries[i].url;
}

/* The main menus of the pages, each once, in the order in which they are met. */
static json_t *
menus_json(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	json_t *array = json_array();
	struct clair_arena arena;
	struct clair_map known;
	struct menu *menus;
	uint32_t count = 0;

	clair_arena_init(&arena, 0);
	clair_map_init(&known, &arena);
	menus = clair_alloc_array(&arena, run->page_count + 1, sizeof(*menus));
	for (uint32_t i = 0; menus != NULL && i < run->page_count; i++) {
		const struct clair_trace *trace = clair_run_page(run, i)->trace;
		void **slot = trace == NULL || trace->menu == 0
		    ? NULL
		    : clair_map_at(&known, (const char *)&trace->menu, sizeof(trace->menu));

		if (slot == NULL)
			continue;
		if (*slot == NULL)
			*slot = &menus[count++];
		add_menu_of_page(*slot, trace, &arena);
	}
	for (uint32_t i = 0; i < count && !arena.failed; i++)
		clair_json_append(report, array, menu_json(report, &menus[i]));
	report->failed |= arena.failed;
	clair_arena_free(&arena);
	return array;
}

static json_t *
indicators_json(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	json_t *array = json_array();

	for (uint32_t i = 0; i < run->indicator_count; i++) {
		const struct clair_indicator *indicator = &run->indicators[i];
		const bool known = indicator->measured;
		json_t *object = json_object();
		json_t *parts = json_object();

		for (uint32_t p = 0; known && p < indicator->part_count; p++)
			clair_json_set(report, parts, indicator->parts[p].name, real(indicator->parts[p].value, 100));
		clair_json_set(report, object, "id", clair_json_words(indicator->id));
		clair_json_set(report, object, "name", clair_json_words(indicator->name));
		clair_json_set(report, object, "unit", clair_json_words(indicator->unit));
		clair_json_set(report, object, "value", known ? real(indicator->value, 100) : json_null());
		clair_json_set(report, object, "reason", clair_json_words(indicator->reason));
		clair_json_set(report, object, "word", clair_json_words(indicator->word));
		clair_json_set(report, object, "pages", json_integer(known ? indicator->of : 0));
		clair_json_set(report, object, "parts", parts);
		clair_json_append(report, array, object);
	}
	return array;
}

static json_t *
baseline_counts(struct clair_report *report, const struct clair_baseline_counts *counts)
{
	json_t *object = json_object();

	clair_json_set(report, object, "new", json_integer(counts->fresh));
	clair_json_set(report, object, "known", json_integer(counts->known));
	clair_json_set(report, object, "gone", json_integer(counts->gone));
	return object;
}

static json_t *
by_severity(struct clair_report *report, const uint32_t counts[static CLAIR_SEVERITY_COUNT])
{
	json_t *object = json_object();

	for (int i = 0; i < CLAIR_SEVERITY_COUNT; i++)
		clair_json_set(report, object, clair_severity_name((enum clair_severity)i), json_integer(counts[i]));
	return object;
}

static json_t *
baseline_json(struct clair_report *report, const struct clair_baseline_facts *facts)
{
	json_t *object = json_object();

	clair_json_set(report, object, "name", clair_json_words(facts->name));
	clair_json_set(report, object, "failed", baseline_counts(report, &facts->failed));
	clair_json_set(report, object, "review", baseline_counts(report, &facts->review));
	clair_json_set(report, object, "new", by_severity(report, facts->fresh));
	clair_json_set(report, object, "new_not_listed", by_severity(report, facts->unlisted));
	clair_json_set(report, object, "not_looked_for", json_integer(facts->unseen));
	clair_json_set(report, object, "apart", json_integer(facts->apart));
	return object;
}

static json_t *
budgets_json(struct clair_report *report)
{
	json_t *array = json_array();

	for (uint32_t i = 0; i < report->run->budget_count; i++) {
		const struct clair_budget_result *result = &report->run->budgets[i];
		const double limit = result->budget->limit;
		json_t *object = json_object();

		clair_json_set(report, object, "budget", clair_json_words(result->name));
		clair_json_set(report, object, "state", clair_json_words(clair_budget_state_name(result->state)));
		clair_json_set(report, object, "value", clair_json_score(result->value));
		clair_json_set(report, object, "limit", limit < 0 ? json_null() : json_real(limit));
		clair_json_set(report, object, "not_worse", json_boolean(result->budget->not_worse));
		clair_json_set(report, object, "before", clair_json_score(result->before));
		clair_json_set(report, object, "where", clair_json_words(result->budget->where));
		clair_json_append(report, array, object);
	}
	return array;
}

static void
set_third_parties(struct clair_report *report, json_t *site)
{
	struct clair_third_parties parties;
	json_t *object = json_object();
	json_t *services = json_object();

	clair_third_parties_of(report, &parties);
	for (uint32_t i = 0; i < parties.count; i++)
		clair_json_set(report, services, parties.list[i].service,
		    json_pack("{s:i,s:i}", "failed", (int)parties.list[i].failed, "review", (int)parties.list[i].review));
	clair_json_set(report, object, "failed", json_integer(parties.failed));
	clair_json_set(report, object, "review", json_integer(parties.review));
	clair_json_set(report, object, "services", services);
	if (parties.count > 0)
		clair_json_set(report, site, "third_party", json_incref(object));
	json_decref(object);
	report->failed |= parties.mem.failed;
	clair_third_parties_free(&parties);
}

static json_t *
site_json(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	json_t *object = json_object();
	json_t *pages = json_object();
	json_t *findings = json_array();
	json_t *rgaa = json_object();
	json_t *unused = json_array();

	clair_json_set(report, pages, "known", json_integer(run->crawl.known));
	clair_json_set(report, pages, "requested", json_integer(run->crawl.requested));
	clair_json_set(report, pages, "fetched", json_integer(run->crawl.fetched));
	clair_json_set(report, pages, "tested", json_integer(run->tested_count));
	clair_json_set(report, pages, "skipped", json_integer(run->crawl.skipped));
	clair_json_set(report, pages, "failed", json_integer(run->crawl.failed));
	for (const struct clair_finding *f = run->site_findings; f != NULL; f = f->next)
		clair_json_append(report, findings, finding_json(report, f));
	clair_json_set(report, rgaa, "criteria", criteria(report));
	clair_json_set(report, rgaa, "decided_tests", json_integer(run->rgaa_decided));
	clair_json_set(report, rgaa, "tests", json_integer(run->rgaa_tests));
	for (uint32_t i = 0; i < run->unused_count; i++)
		clair_json_append(report, unused, suppression(report, run->unused[i]));
	clair_json_set(report, object, "type", clair_json_words("site"));
	clair_json_set(report, object, "url", clair_json_words(run->crawl.start));
	clair_json_set(report, object, "pages", pages);
	clair_json_set(report, object, "stopped_because", clair_json_words(run->crawl.stopped_because));
	clair_json_set(report, object, "outcomes", outcomes(report, run->site_tallies, NULL));
	clair_json_set(report, object, "findings", findings);
	clair_json_set(report, object, "scores", axis_scores(report, &run->scores));
	clair_json_set(report, object, "reading", readings_json(report, &run->readings));
	clair_json_set(report, object, "rgaa", rgaa);
	clair_json_set(report, object, "personas", persona_scores(report, &run->scores));
	clair_json_set(report, object, "worst_persona", worst_persona(&run->scores));
	clair_json_set(report, object, "indicators", indicators_json(report));
	clair_json_set(report, object, "menus", menus_json(report));
	clair_json_set(report, object, "unused_suppressions", unused);
	if (run->baseline != NULL)
		clair_json_set(report, object, "baseline", baseline_json(report, run->baseline));
	if (run->budget_count > 0)
		clair_json_set(report, object, "budgets", budgets_json(report));
	set_third_parties(report, object);
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
		clair_json_emit(report, page_json(report, clair_run_page(run, i)), "\n");
	for (uint32_t i = 0; i < run->cause_count && !report->failed; i++)
		clair_json_emit(report, cause_json(report, clair_run_cause(run, i)), "\n");
	clair_json_emit(report, site_json(report), "\n");
	clair_json_emit(report, end_json(report), "\n");
}

void
clair_report_json(struct clair_report *report)
{
	const struct clair_run *run = report->run;

	clair_puts(report, "{\"run\":");
	clair_json_emit(report, run_json(report), ",\n\"pages\":[");
	for (uint32_t i = 0; i < run->page_count && !report->failed; i++)
		clair_json_emit(report, page_json(report, clair_run_page(run, i)),
		    i + 1 < run->page_count ? ",\n" : "");
	clair_puts(report, "],\n\"causes\":[");
	for (uint32_t i = 0; i < run->cause_count && !report->failed; i++)
		clair_json_emit(report, cause_json(report, clair_run_cause(run, i)),
		    i + 1 < run->cause_count ? ",\n" : "");
	clair_puts(report, "],\n\"site\":");
	clair_json_emit(report, site_json(report), ",\n\"end\":");
	clair_json_emit(report, end_json(report), "}\n");
}
