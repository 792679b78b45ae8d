/* Runs the examples of rules that users wrote: each must do what it says. */
#include "engine/declared.h"
#include "engine/linter.h"
#include "engine/registry.h"

#include <string.h>
#include <strings.h>

/* A part of a page is put in a page in French; a whole page stays as it is. */
static const char *
whole_page(struct clair_arena *arena, const char *html)
{
	if (strncasecmp(html, "<!doctype", 9) == 0 || strncasecmp(html, "<html", 5) == 0)
		return html;
	return clair_asprintf(arena,
	    "<!DOCTYPE html><html lang=\"fr\"><head><title>Exemple</title></head><body>%s</body></html>", html);
}

/* A forbidden element has nothing that passes: then an example that has none of it does. */
static bool
may_be_absent(const struct clair_declared_rule *rule)
{
	return rule->form == CLAIR_FORM_EXISTS && rule->when == NULL && rule->subject == CLAIR_NO_SUBJECT;
}

static bool
does_fail(const struct clair_declared_rule *rule, const struct clair_tally *tally)
{
	return tally->outcome == (rule->review ? CLAIR_REVIEW : CLAIR_FAIL);
}

/* NULL: it does what it says. */
static const struct clair_text *
fault_of(const struct clair_declared_rule *rule, const struct clair_declared_example *example,
    const struct clair_result *result, const struct clair_tally *tally)
{
	static const struct clair_text not_judged = {
	    "cet exemple ne peut pas être jugé", "this example cannot be judged"};
	static const struct clair_text stopped = {"la règle demande trop de travail sur cet exemple",
	    "the rule asks for too much work on this example"};
	static const struct clair_text passes = {
	    "la règle ne trouve rien dans cet exemple « fail »", "the rule finds nothing in this “fail” example"};
	static const struct clair_text fails = {
	    "la règle trouve un défaut dans cet exemple « pass »", "the rule finds a defect in this “pass” example"};
	static const struct clair_text absent = {"rien, dans cet exemple « pass », ne concerne la règle",
	    "nothing in this “pass” example concerns the rule"};

	if (!result->tested || tally->untested == CLAIR_WHY_INCOMPLETE)
		return &not_judged;
	if (tally->untested == CLAIR_WHY_STOPPED)
		return &stopped;
	if (example->fails)
		return does_fail(rule, tally) ? NULL : &passes;
	if (does_fail(rule, tally))
		return &fails;
	return tally->outcome == CLAIR_PASS || may_be_absent(rule) ? NULL : &absent;
}

static const char *
try_one(const struct clair_linter *linter, size_t index, const struct clair_declared_example *example,
    struct clair_arena *arena)
{
	const struct clair_declared_rule *rule = linter->options.rule_set->rules[index];
	const char *html = whole_page(arena, example->html);
	const struct clair_document document = {
	    .url = "https://exemple.invalid/page",
	    .bytes = html,
	    .length = strlen(html),
	    .media_type = "text/html",
	    .http_charset = "utf-8",
	    .click_depth = -1,
	};
	const struct clair_text *fault;
	struct clair_result *result;
	const char *error = NULL;

	if (clair_lint(&result, linter, &document) != CLAIR_OK)
		return "no memory";
	fault = fault_of(rule, example, result, &result->tallies[clair_rules_count + index]);
	if (fault != NULL)
		error = clair_asprintf(arena, "%s:%u: %s (%s)", rule->file, example->line,
		    linter->options.lang == CLAIR_FR ? fault->fr : fault->en, rule->rule.id);
	clair_result_free(result);
	return error;
}

const char *
clair_declared_try(const struct clair_linter *linter, struct clair_arena *arena)
{
	const struct clair_rule_set *set = linter->options.rule_set;
	const char *error = NULL;

	for (size_t i = 0; i < set->count; i++) {
		for (size_t e = 0; e < set->rules[i]->example_count && error == NULL; e++)
			error = try_one(linter, i, &set->rules[i]->examples[e], arena);
	}
	return error;
}
