/* Findings and their causes in JSON. */
#include "facts/summary.h"
#include "report/gate.h"
#include "report/json_part.h"

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
	clair_json_set(report, object, "attribute", clair_json_words_or_null(finding->fix.attribute));
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

		clair_json_set(report, object, argument->name,
		    argument->is_number ? clair_json_number(argument->number) : clair_json_words(argument->value));
	}
	return object;
}

json_t *
clair_json_suppression(struct clair_report *report, const struct clair_suppression *suppressed)
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
	clair_json_set(report, object, "selector", clair_json_words_or_null(finding->selector));
	clair_json_set(report, object, "excerpt", clair_json_words_or_null(finding->excerpt));
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

json_t *
clair_json_finding(struct clair_report *report, const struct clair_finding *finding)
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
	clair_json_set(report, object, "suppressed", clair_json_suppression(report, finding->suppressed));
	if (report->run->baseline != NULL)
		clair_json_set(report, object, "baseline", clair_json_words(clair_baseline_name(finding)));
	if (finding->third_party != NULL)
		clair_json_set(report, object, "third_party", clair_json_words(finding->third_party));
	if (finding->page != NULL)
		clair_json_set(report, object, "url", clair_json_words(finding->page->url));
	return object;
}

/* What mending it alone gives back to each score: to that of its rule. */
static json_t *
gain_json(struct clair_report *report, const struct clair_cause *cause)
{
	json_t *object = json_object();

	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		clair_json_set(report, object, clair_axis_name((enum clair_axis)i),
		    clair_json_real(clair_rule_axis(cause->example->rule) == (enum clair_axis)i ? cause->gain : 0, 100));
	return object;
}

json_t *
clair_json_cause(struct clair_report *report, const struct clair_cause *cause)
{
	const struct clair_finding *example = cause->example;
	json_t *object = json_object();
	json_t *place = json_object();
	json_t *urls = json_array();

	clair_json_set(report, place, "url", clair_json_words(clair_report_url(report, cause->example_page)));
	clair_json_set(report, place, "line", json_integer(example->line));
	clair_json_set(report, place, "column", json_integer(example->column));
	clair_json_set(report, place, "excerpt", clair_json_words_or_null(example->excerpt));
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
	clair_json_set(report, object, "gain", gain_json(report, cause));
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
