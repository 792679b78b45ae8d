/* What rules say of themselves, against the files that they speak of. */
#include "base/buf.h"
#include "dict/dict.h"
#include "engine/registry.h"
#include "score/falc.h"
#include "score/needs.h"
#include "tests/support/read.h"
#include "tests/support/rule_cases.h"

#include <ftw.h>
#include <regex.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct clair_linter *linter;
static const struct clair_dict *dict;
static unsigned complaints;

/* All the sources of rules and facts, one after the other. */
static struct clair_buf sources;

static void __attribute__((format(printf, 2, 3)))
complain(const char *who, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fprintf(stderr, "%s: ", who);
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	complaints++;
}

static void
add_file(struct clair_buf *out, const char *path)
{
	size_t length;
	char *text = support_read(path, &length);

	assert_non_null(text);
	assert_true(clair_buf_add(out, text, length));
	free(text);
}

static int
add_source(const char *path, const struct stat *status, int type, struct FTW *place)
{
	(void)status;
	(void)place;
	if (type == FTW_F && strlen(path) > 2 && strcmp(path + strlen(path) - 2, ".c") == 0)
		add_file(&sources, path);
	return 0;
}

static bool
is_quoted(const struct clair_buf *text, const char *word)
{
	char *quoted;
	bool found;

	assert_true(asprintf(&quoted, "\"%s\"", word) > 0);
	found = strstr(text->bytes, quoted) != NULL;
	free(quoted);
	return found;
}

static bool
looks_like(const char *text, const char *expression)
{
	regex_t compiled;
	bool matches;

	assert_int_equal(regcomp(&compiled, expression, REG_EXTENDED | REG_NOSUB), 0);
	matches = regexec(&compiled, text, 0, NULL, 0) == 0;
	regfree(&compiled);
	return matches;
}

static bool
is_in_list(const char *const *list, const char *word)
{
	for (; list != NULL && *list != NULL; list++) {
		if (strcmp(*list, word) == 0)
			return true;
	}
	return false;
}

static void
source_of(const struct clair_rule *rule, struct clair_buf *out)
{
	char path[256];

	snprintf(path, sizeof(path), "rules/%s.c", rule->id);
	clair_buf_init(out, 0);
	add_file(out, path);
}

/* The rule that a file holds is the rule of its path: its symbol is made from the path. */
static void
ids_are_paths(void **state)
{
	(void)state;
	assert_true(clair_rule_count() >= 60);
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);
		struct clair_buf source;
		char symbol[256];

		snprintf(symbol, sizeof(symbol), "CLAIR_RULE(%s)", rule->id);
		for (char *at = symbol; *at != '\0'; at++)
			*at = *at == '/' || *at == '-' ? '_' : *at;
		source_of(rule, &source);
		assert_non_null(strstr(source.bytes, symbol));
		clair_buf_free(&source);
		assert_ptr_equal(clair_rule_find(rule->id), rule);
		if (i > 0)
			assert_true(strcmp(clair_rule_at(i - 1)->id, rule->id) < 0);
	}
}

static bool
referential_has(const char *name, const char *kind, const char *id)
{
	for (size_t i = 0; i < clair_referential_count; i++) {
		const struct clair_referential_row *row = &clair_referential[i];

		if (strcmp(row->referential, name) == 0 && strcmp(row->kind, kind) == 0 &&
		    strcmp(row->id, id) == 0)
			return true;
	}
	return false;
}

static void
check_ids(const struct clair_rule *rule, const char *what, const char *const *list,
    const char *expression)
{
	for (; list != NULL && *list != NULL; list++) {
		if (!looks_like(*list, expression))
			complain(rule->id, "%s %s", what, *list);
	}
}

static void
referents_exist(void **state)
{
	(void)state;
	complaints = 0;
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);

		for (const char *const *id = rule->rgaa; id != NULL && *id != NULL; id++) {
			if (!referential_has("rgaa-4.1.2", "test", *id))
				complain(rule->id, "no RGAA test %s", *id);
		}
		for (const char *const *id = rule->wcag; id != NULL && *id != NULL; id++) {
			if (!referential_has("wcag-2.2", "criterion", *id) &&
			    !referential_has("wcag-2.2", "removed", *id))
				complain(rule->id, "no WCAG criterion %s", *id);
		}
		for (const char *const *id = rule->falc; id != NULL && *id != NULL; id++) {
			if (!referential_has("falc", "rule", *id))
				complain(rule->id, "no FALC rule %s", *id);
		}
		check_ids(rule, "ACT", rule->act, "^[a-z0-9]{6}$");
		for (const char *const *id = rule->needs; id != NULL && *id != NULL; id++) {
			if (!referential_has("needs", "rule", *id) && !referential_has("needs", "part", *id))
				complain(rule->id, "no demand %s", *id);
		}
		if (rule->advice && rule->rgaa != NULL)
			complain(rule->id, "advice does not decide RGAA tests");
		if (rule->message_count > 64)
			complain(rule->id, "more messages than a tally has bits");
		for (unsigned m = 0; m < rule->message_count; m++) {
			for (const char *const *id = rule->messages[m].rgaa; id != NULL && *id != NULL; id++) {
				if (!is_in_list(rule->rgaa, *id))
					complain(rule->id, "a message names %s, not the rule", *id);
			}
		}
	}
	assert_int_equal(complaints, 0);
}

/* WCAG 2.2 has 86 criteria: 31 A, 24 AA, 31 AAA. */
static void
wcag_is_whole(void **state)
{
	unsigned levels[4] = {0};

	(void)state;
	for (size_t i = 0; i < clair_referential_count; i++) {
		const struct clair_referential_row *row = &clair_referential[i];

		if (strcmp(row->referential, "wcag-2.2") == 0)
			assert_true(looks_like(row->wcag, "^[a-z]+(-[a-z]+)*$"));
		if (strcmp(row->referential, "wcag-2.2") == 0 && strcmp(row->kind, "criterion") == 0) {
			assert_true(strlen(row->level) <= 3);
			levels[strlen(row->level)]++;
		}
	}
	assert_int_equal(levels[1], 31);
	assert_int_equal(levels[2], 24);
	assert_int_equal(levels[3], 31);
}

static unsigned
sentences(const char *text)
{
	unsigned count = 0;

	for (const char *at = text; *at != '\0'; at++)
		count += strchr(".!?", *at) != NULL && (at[1] == ' ' || at[1] == '\0');
	return count;
}

/* The RGAA has 106 criteria and 258 tests, each with a label in both languages. What a program cannot test at
 * all says in two sentences how a person does. */
static void
rgaa_is_whole(void **state)
{
	unsigned criteria = 0;
	unsigned tests = 0;

	(void)state;
	complaints = 0;
	for (size_t i = 0; i < clair_referential_count; i++) {
		const struct clair_referential_row *row = &clair_referential[i];
		const bool is_test = strcmp(row->kind, "test") == 0;
		const bool by_person = strcmp(row->class, "HUMAN") == 0 || strcmp(row->class, "BROWSER") == 0;
		const unsigned wanted = is_test && by_person ? 2 : 0;

		if (strcmp(row->referential, "rgaa-4.1.2") != 0)
			continue;
		criteria += strcmp(row->kind, "criterion") == 0;
		tests += is_test;
		if (row->fr[0] == '\0' || row->en[0] == '\0')
			complain(row->id, "no label in a language");
		if (sentences(row->method_fr) != wanted || sentences(row->method_en) != wanted)
			complain(row->id, "%u sentences are wanted on how to test", wanted);
	}
	assert_int_equal(criteria, 106);
	assert_int_equal(tests, 258);
	assert_int_equal(complaints, 0);
}

static bool
some_rule_has(const struct clair_referential_row *row)
{
	for (size_t i = 0; i < clair_rule_count(); i++)
		if (clair_falc_has(clair_rule_at(i), row))
			return true;
	return false;
}

/* The standard has 116 rules as we count them. Those that need a person say how one checks them, and no rule of
 * ours claims those that only a person can check. */
static void
falc_is_whole(void **state)
{
	unsigned rules = 0;

	(void)state;
	complaints = 0;
	for (const struct clair_referential_row *row = NULL; (row = clair_falc_next(row)) != NULL;) {
		const bool by_person = clair_falc_asks_person(row) || strcmp(row->class, "PART") == 0;
		const unsigned told = sentences(row->method_fr);

		if (clair_referential_is_section(row))
			continue;
		rules++;
		if (!looks_like(row->class, "^(MACHINE|PART|PERSON|NOT-WEB)$"))
			complain(row->id, "no class %s", row->class);
		if (!looks_like(row->wcag, "^([1-7]\\.[0-9]{1,2}(, )?)*$"))
			complain(row->id, "%s are not criteria", row->wcag);
		if ((told == 1 || told == 2) != by_person || sentences(row->method_en) != told)
			complain(row->id, "%u sentences on how to check", told);
		if ((clair_falc_asks_person(row) || !clair_falc_is_of_web(row)) && some_rule_has(row))
			complain(row->id, "a rule checks what only a person can");
		if (strcmp(row->class, "MACHINE") == 0 && !some_rule_has(row))
			complain(row->id, "no rule checks it");
	}
	assert_int_equal(rules, 116);
	assert_int_equal(complaints, 0);
}

static bool
some_rule_serves(const struct clair_referential_row *row)
{
	for (size_t i = 0; i < clair_rule_count(); i++)
		if (clair_needs_has(clair_rule_at(i), row))
			return true;
	return false;
}

/* Each demand is served by a rule or by a part that is named, or the reason is told: one of them. */
static void
needs_are_whole(void **state)
{
	unsigned needs = 0;
	unsigned of_crawl = 0;

	(void)state;
	complaints = 0;
	for (const struct clair_referential_row *row = NULL; (row = clair_needs_next(row)) != NULL;) {
		const unsigned told = sentences(row->method_fr);
		const bool by_rule = some_rule_serves(row);

		if (clair_referential_is_section(row))
			continue;
		needs++;
		of_crawl += clair_needs_is_of_crawl(row) && !clair_needs_is_of_reports(row);
		if (!looks_like(row->class, "^(HTML|CSS|SITE|CRAWLS|BROWSER|HUMAN)([+](CSS|SITE|BROWSER|HUMAN|HTML))*$"))
			complain(row->id, "no class %s", row->class);
		if (told > 2 || sentences(row->method_en) != told)
			complain(row->id, "%u sentences on what serves it", told);
		if (told == 0 && (!by_rule || clair_needs_has_part(row)))
			complain(row->id, "needs-method.tsv tells neither a part nor a reason");
		if (told > 0 && by_rule && !clair_needs_has_part(row))
			complain(row->id, "a rule serves it: take its reason out of needs-method.tsv");
	}
	assert_int_equal(needs, 207);
	assert_int_equal(of_crawl, 168);
	assert_int_equal(complaints, 0);
}

/* An audit rule has no doubt and no proof: it only asks. */
static void
audit_rules_only_ask(void **state)
{
	(void)state;
	complaints = 0;
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);
		struct clair_buf source;

		if (!rule->audit)
			continue;
		source_of(rule, &source);
		if (strstr(source.bytes, "clair_report") != NULL ||
		    strstr(source.bytes, "CLAIR_FAIL") != NULL || strstr(source.bytes, "CLAIR_PASS") != NULL)
			complain(rule->id, "an audit rule decides nothing");
		for (unsigned m = 0; m < rule->message_count; m++) {
			if (strchr(rule->messages[m].fr, '?') == NULL ||
			    strchr(rule->messages[m].en, '?') == NULL)
				complain(rule->id, "asks nothing: %s", rule->messages[m].key);
		}
		clair_buf_free(&source);
	}
	assert_int_equal(complaints, 0);
}

/* A rule that waits to be named judges nothing: it may be wrong often. */
static void
rules_that_are_off_only_doubt(void **state)
{
	(void)state;
	complaints = 0;
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);
		struct clair_buf source;

		if (!rule->off)
			continue;
		source_of(rule, &source);
		if (strstr(source.bytes, "clair_report") != NULL || strstr(source.bytes, "CLAIR_FAIL") != NULL)
			complain(rule->id, "a rule that is off proves something");
		if (!rule->advice || rule->audit || rule->severity != CLAIR_MINOR || rule->rgaa != NULL)
			complain(rule->id, "a rule that is off is more than advice");
		if (strstr(rule->limits.fr, rule->id) == NULL || strstr(rule->limits.en, rule->id) == NULL)
			complain(rule->id, "the limits do not say how to ask for it");
		clair_buf_free(&source);
	}
	assert_int_equal(complaints, 0);
}

/* A rule declares the thresholds that it asks for, and asks for those that it declares. */
static void
thresholds_are_declared(void **state)
{
	static const char call[] = "clair_threshold(ctx, \"";

	(void)state;
	complaints = 0;
	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);
		struct clair_buf source;

		source_of(rule, &source);
		for (const char *at = source.bytes; (at = strstr(at, call)) != NULL;) {
			char key[128];

			at += strlen(call);
			snprintf(key, sizeof(key), "%.*s", (int)strcspn(at, "\""), at);
			if (!is_in_list(rule->thresholds, key))
				complain(rule->id, "asks for %s and does not say so", key);
		}
		for (const char *const *key = rule->thresholds; key != NULL && *key != NULL; key++) {
			if (clair_dict_threshold(dict, *key) == NULL)
				complain(rule->id, "no threshold %s", *key);
			/* Through a helper or a fact, the key is quoted elsewhere. */
			if (!is_quoted(&sources, *key))
				complain(rule->id, "%s is not read", *key);
		}
		clair_buf_free(&source);
	}
	assert_int_equal(complaints, 0);
}

/* Each quoted word that follows a call, up to its end, is the name of something. */
static void
check_calls(const char *call, bool (*exists)(const char *))
{
	for (const char *at = sources.bytes; (at = strstr(at, call)) != NULL;) {
		char name[128];

		at += strlen(call);
		snprintf(name, sizeof(name), "%.*s", (int)strcspn(at, "\""), at);
		if (!exists(name))
			complain(call, "nothing is called %s", name);
	}
}

static bool
has_pattern(const char *name)
{
	return clair_dict_has_pattern(dict, name);
}

static bool
has_list(const char *name)
{
	return clair_dict_list(dict, name) != NULL;
}

static void
names_of_patterns_and_lists_exist(void **state)
{
	(void)state;
	complaints = 0;
	check_calls("clair_matches(ctx, \"", has_pattern);
	check_calls("clair_find_in_block(ctx, \"", has_pattern);
	check_calls("clair_lookup(ctx, \"", has_list);
	check_calls("clair_expression(ctx, \"", has_list);
	check_calls("clair_dict_list(ctx->dict, \"", has_list);
	assert_int_equal(complaints, 0);
}

/* Names at the start of the lines of patterns.conf. */
static void
check_patterns_used(void)
{
	struct clair_buf file;
	char *rest;
	char *line;

	clair_buf_init(&file, 0);
	add_file(&file, "dictionaries/patterns.conf");
	rest = file.bytes;
	while ((line = strsep(&rest, "\n")) != NULL) {
		size_t length = strcspn(line, " =");

		if (line[0] == '#' || length == 0)
			continue;
		line[length] = '\0';
		if (!is_quoted(&sources, line))
			complain("dictionaries/patterns.conf", "%s is not used", line);
	}
	clair_buf_free(&file);
}

static void
nothing_is_kept_unused(void **state)
{
	(void)state;
	complaints = 0;
	for (size_t i = 0; i < clair_dict_threshold_count(dict); i++) {
		const char *key = clair_dict_threshold_at(dict, i)->key;

		if (!is_quoted(&sources, key))
			complain("dictionaries/seuils.conf", "%s is not used", key);
	}
	check_patterns_used();
	for (size_t i = 0; i < clair_dict_list_count(dict); i++) {
		const char *name = clair_dict_list_name(dict, i);

		/* The list of frequencies is read as a file. */
		if (strcmp(name, "frequences") != 0 && !is_quoted(&sources, name))
			complain("dictionaries/fr", "%s is not used", name);
	}
	assert_int_equal(complaints, 0);
}

static int
set_up(void **state)
{
	(void)state;
	linter = support_linter(NULL);
	dict = clair_linter_dict(linter);
	clair_buf_init(&sources, 0);
	return nftw("rules", add_source, 16, FTW_PHYS) != 0 || nftw("src", add_source, 16, FTW_PHYS) != 0;
}

static int
tear_down(void **state)
{
	(void)state;
	clair_buf_free(&sources);
	clair_linter_free(linter);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_are_paths),
		cmocka_unit_test(referents_exist),
		cmocka_unit_test(wcag_is_whole),
		cmocka_unit_test(rgaa_is_whole),
		cmocka_unit_test(falc_is_whole),
		cmocka_unit_test(needs_are_whole),
		cmocka_unit_test(audit_rules_only_ask),
		cmocka_unit_test(rules_that_are_off_only_doubt),
		cmocka_unit_test(thresholds_are_declared),
		cmocka_unit_test(names_of_patterns_and_lists_exist),
		cmocka_unit_test(nothing_is_kept_unused),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
