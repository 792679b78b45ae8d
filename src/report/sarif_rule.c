/* What a SARIF log says of a rule: its texts, plain and in Markdown, its page, its tags. */
#include "report/sarif.h"

#include "report/markdown.h"

#include <string.h>

enum { TAG_LIMIT = 10 }; /* GitHub shows no more, and refuses a log with more than 20 */

const char *
clair_sarif_level(enum clair_severity severity)
{
	static const char *const levels[CLAIR_SEVERITY_COUNT] = {
		[CLAIR_SEVERITY_REVIEW] = "none",
		[CLAIR_MINOR] = "note",
		[CLAIR_MAJOR] = "warning",
		[CLAIR_BLOCKING] = "error",
	};

	return levels[severity];
}

/* 3.11.6: "[words](target)" is a link; what a page says is none. */
json_t *
clair_sarif_message(struct clair_report *report, const char *text)
{
	json_t *object = json_object();
	struct clair_buf plain;

	clair_buf_init(&plain, 0);
	for (; *text != '\0'; text++) {
		clair_buf_putc(&plain, *text);
		if (text[0] == ']' && text[1] == '(')
			clair_buf_putc(&plain, ' ');
	}
	clair_json_set(report, object, "text", plain.failed ? NULL : clair_json_words(plain.bytes));
	clair_buf_free(&plain);
	return object;
}

/* --- Help ------------------------------------------------------------------------------------------ */

/* One paragraph, with its label in bold where there is Markdown. */
static void
paragraph(struct clair_buf *out, bool markdown, const char *label, const char *text)
{
	if (text[0] == '\0')
		return;
	if (out->length > 0)
		clair_buf_puts(out, "\n\n");
	if (label[0] != '\0')
		clair_buf_printf(out, markdown ? "**%s** " : "%s ", label);
	if (markdown)
		clair_markdown_plain(out, text);
	else
		clair_buf_puts(out, text);
}

static void
add_ids(struct clair_buf *out, const char *name, const char *const *ids)
{
	for (const char *before = name; ids != NULL && *ids != NULL; ids++, before = ",")
		clair_buf_printf(out, "%s %s", before, *ids);
}

/* "RGAA 1.1.1, 1.1.2 ; WCAG 1.1.1" */
static void
references(struct clair_buf *out, const struct clair_rule *rule)
{
	const struct {
		const char *name;
		const char *const *ids;
	} lists[] = {{"RGAA", rule->rgaa}, {"WCAG", rule->wcag}, {"ACT", rule->act}, {"FALC", rule->falc}};

	clair_buf_clear(out);
	for (size_t i = 0; i < CLAIR_LEN(lists); i++) {
		if (out->length > 0 && lists[i].ids != NULL && *lists[i].ids != NULL)
			clair_buf_puts(out, ". ");
		add_ids(out, lists[i].name, lists[i].ids);
	}
	if (out->length > 0)
		clair_buf_putc(out, '.');
}

static json_t *
help_text(struct clair_report *report, const struct clair_rule *rule, bool markdown)
{
	struct clair_buf out;
	struct clair_buf ids;
	json_t *text;

	clair_buf_init(&out, 0);
	clair_buf_init(&ids, 0);
	references(&ids, rule);
	paragraph(&out, markdown, "", clair_text_of(report, &rule->why));
	paragraph(&out, markdown, clair_string_of(report, CLAIR_STRING_SARIF_WHO), clair_who_phrase(report, rule->who));
	paragraph(&out, markdown, clair_string_of(report, CLAIR_STRING_SARIF_REMEDY), clair_text_of(report, &rule->remedy));
	paragraph(&out, markdown, clair_string_of(report, CLAIR_STRING_SARIF_LIMITS), clair_text_of(report, &rule->limits));
	paragraph(&out, markdown, clair_string_of(report, CLAIR_STRING_SARIF_REFERENCES), ids.bytes);
	clair_buf_printf(&out, markdown ? "\n\n`clairlint explain %s`" : "\n\nclairlint explain %s", rule->id);
	text = out.failed || ids.failed ? NULL : clair_json_words(out.bytes);
	clair_buf_free(&ids);
	clair_buf_free(&out);
	return text;
}

static json_t *
help(struct clair_report *report, const struct clair_rule *rule)
{
	json_t *object = json_object();

	clair_json_set(report, object, "text", help_text(report, rule, false));
	clair_json_set(report, object, "markdown", help_text(report, rule, true));
	return object;
}

/* --- Tags and the rest ----------------------------------------------------------------------------- */

static void
add_tags(struct clair_report *report, json_t *tags, const char *before, const char *const *ids)
{
	for (; ids != NULL && *ids != NULL && json_array_size(tags) < TAG_LIMIT; ids++)
		clair_json_append(report, tags, json_sprintf("%s%s", before, *ids));
}

/* The subject first, then what is asked for by law, then who is hindered. */
static json_t *
tags_of(struct clair_report *report, const struct clair_rule *rule)
{
	json_t *tags = json_array();

	clair_json_append(report, tags, clair_json_words(clair_axis_name(clair_rule_axis(rule))));
	clair_json_append(report, tags, json_sprintf("%.*s", (int)strcspn(rule->id, "/"), rule->id));
	add_tags(report, tags, "wcag/", rule->wcag);
	add_tags(report, tags, "rgaa/", rule->rgaa);
	add_tags(report, tags, "falc/", rule->falc);
	if ((rule->who & CLAIR_EVERYONE) == CLAIR_EVERYONE) {
		add_tags(report, tags, "who/", CLAIR_IDS("everyone"));
		return tags;
	}
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT && json_array_size(tags) < TAG_LIMIT; i++) {
		if ((rule->who & (1u << i)) != 0)
			clair_json_append(report, tags, json_sprintf("who/%s", clair_persona_name((enum clair_persona)i)));
	}
	return tags;
}

/* As code scanning of GitHub reads them. */
static json_t *
properties(struct clair_report *report, const struct clair_rule *rule)
{
	static const char *const severities[CLAIR_SEVERITY_COUNT] = {
		"recommendation", "recommendation", "warning", "error"};
	json_t *object = json_object();

	clair_json_set(report, object, "tags", tags_of(report, rule));
	clair_json_set(report, object, "problem.severity", clair_json_words(severities[rule->severity]));
	clair_json_set(report, object, "precision",
	    clair_json_words(rule->off || rule->audit ? "low" : rule->maturity == CLAIR_STABLE ? "high" : "medium"));
	return object;
}

json_t *
clair_sarif_rule(struct clair_report *report, const struct clair_rule *rule)
{
	json_t *object = json_object();

	clair_json_set(report, object, "id", clair_json_words(rule->id));
	clair_json_set(report, object, "shortDescription",
	    clair_sarif_message(report, clair_text_of(report, &rule->title)));
	clair_json_set(report, object, "fullDescription",
	    clair_sarif_message(report, clair_text_of(report, rule->why.fr != NULL ? &rule->why : &rule->title)));
	clair_json_set(report, object, "help", help(report, rule));
	/* A rule of a file has no page of ours. */
	if (rule->place == NULL)
		clair_json_set(report, object, "helpUri", clair_json_words(clair_rule_page(report, rule)));
	clair_json_set(report, object, "defaultConfiguration",
	    json_pack("{s:s}", "level", clair_sarif_level(rule->severity)));
	clair_json_set(report, object, "properties", properties(report, rule));
	return object;
}
