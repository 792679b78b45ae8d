/* The engine: what a finding is, from one run to the next and from one page to another. */
#include "base/buf.h"
#include "engine/linter.h"
#include "engine/judge.h"
#include "facts/summary.h"
#include "tests/support/rule_cases.h"
#include "tests/support/sample_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "<!DOCTYPE html><html lang=\"fr\"><head><title>Essai</title></head><body>"

static struct clair_result *
lint(const struct clair_linter *linter, const char *url, const char *html)
{
	struct clair_document document = {
	    .url = url,
	    .media_type = "text/html",
	    .http_status = 200,
	    .click_depth = 1,
	    .bytes = html,
	    .length = strlen(html),
	};
	struct clair_result *result;

	assert_int_equal(clair_lint(&result, linter, &document), CLAIR_OK);
	return result;
}

static const struct clair_finding *
first_of(const struct clair_result *result, const char *rule)
{
	const struct clair_finding *finding = result->first;

	while (finding != NULL && strcmp(finding->rule->id, rule) != 0)
		finding = finding->next;
	return finding;
}

static void
a_glob_meets_what_it_says(void **state)
{
	(void)state;
	assert_true(clair_glob("*", ""));
	assert_true(clair_glob("falc/*", "falc/acronym"));
	assert_false(clair_glob("falc/*", "images/alt-missing"));
	assert_true(clair_glob("*/page-*.html", "https://v.fr/a/page-12.html"));
	assert_false(clair_glob("a*b", "ac"));
	assert_true(clair_glob("a*b*c", "aXbYbZc"));
	assert_false(clair_glob("abc", "ab"));
}

/* The place, the wrapper, the classes and the query change: the finding is the same. */
static void
a_fingerprint_survives_the_template(void **state)
{
	static const char *const same[] = {
	    HEAD "<main><p>Un</p><img src=\"/plan.png\"></main></body></html>",
	    HEAD "<main><div class=\"wrap css-1a2b3c\"><img class=\"sc-9f8e7d\" "
		 "src=\"/plan.png?v=3\"></div><p>Un</p></main></body></html>",
	    HEAD "<main><section><div><p>Zéro</p><p>Un</p><img src=\"https://v.fr/plan.png\">"
		 "</div></section></main></body></html>",
	};
	struct clair_linter *linter = support_linter(NULL);
	char fingerprint[17] = "";

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(same); i++) {
		struct clair_result *result = lint(linter, "https://v.fr/a", same[i]);
		const struct clair_finding *finding = first_of(result, "images/alt-missing");

		assert_non_null(finding);
		if (i == 0)
			memcpy(fingerprint, finding->fingerprint, sizeof(fingerprint));
		assert_string_equal(finding->fingerprint, fingerprint);
		clair_result_free(result);
	}
	clair_linter_free(linter);
}

static void
assert_same_finding(const char *one, const char *other, const char *rule, bool same)
{
	struct clair_linter *linter = support_linter(NULL);
	struct clair_result *before = lint(linter, "https://v.fr/a", one);
	struct clair_result *after = lint(linter, "https://v.fr/a", other);
	const struct clair_finding *was = first_of(before, rule);
	const struct clair_finding *is = first_of(after, rule);

	assert_non_null(was);
	assert_non_null(is);
	assert_int_equal(strcmp(was->fingerprint, is->fingerprint) == 0, same);
	clair_result_free(before);
	clair_result_free(after);
	clair_linter_free(linter);
}

static void
a_page_that_moves_leaves_the_links_to_it_as_they_are(void **state)
{
	(void)state;
	assert_same_finding(HEAD "<main><a href=\"/agenda.html\"></a></main></body></html>",
	    HEAD "<main><a href=\"/vie/sorties.html\"></a></main></body></html>", "links/name-missing", true);
	assert_same_finding(HEAD "<main><a href=\"https://un.fr/x\"></a></main></body></html>",
	    HEAD "<main><a href=\"https://un.fr/y\"></a></main></body></html>", "links/name-missing", false);
	assert_same_finding(HEAD "<main><iframe src=\"/carte.html\"></iframe></main></body></html>",
	    HEAD "<main><iframe src=\"/plan.html\"></iframe></main></body></html>", "frames/name-missing", true);
}

static void
what_is_told_once_for_a_page_is_the_same_elsewhere_on_it(void **state)
{
	(void)state;
	assert_same_finding(HEAD "<main><a target=\"_blank\" href=\"/a\">Un</a></main></body></html>",
	    HEAD "<main><p>Un</p></main><footer><a target=\"_blank\" href=\"/b\">Deux</a></footer></body></html>",
	    "links/new-window", true);
}

static void
another_image_is_another_finding(void **state)
{
	struct clair_linter *linter = support_linter(NULL);
	struct clair_result *result = lint(linter, "https://v.fr/a",
	    HEAD "<main><img src=\"/plan.png\"><img src=\"/carte.png\"></main></body></html>");
	const struct clair_finding *first = first_of(result, "images/alt-missing");

	(void)state;
	assert_non_null(first);
	assert_non_null(first->next);
	assert_string_not_equal(first->fingerprint, first->next->fingerprint);
	assert_true(first->offset < first->next->offset);
	clair_result_free(result);
	clair_linter_free(linter);
}

static struct clair_run *
site_of(const struct clair_linter *linter, int pages)
{
	struct clair_crawl_facts crawl = {.start = "https://v.fr/"};
	struct clair_run *run;

	assert_int_equal(clair_run_new(&run, linter), CLAIR_OK);
	for (int i = 0; i < pages; i++) {
		char url[64];
		char html[1024];

		snprintf(url, sizeof(url), "https://v.fr/page%d", i);
		snprintf(html, sizeof(html),
		    HEAD "<main><h1>Page %d</h1><p>Texte.</p></main><footer>"
			 "<a class=\"reseau\" href=\"https://exemple.fr/%d\"></a></footer></body></html>",
		    i, i);
		assert_int_equal(clair_run_add(run, lint(linter, url, html)), CLAIR_OK);
	}
	assert_int_equal(clair_run_finish(run, &crawl), CLAIR_OK);
	return run;
}

static const struct clair_cause *
cause_of(const struct clair_run *run, const char *rule)
{
	for (uint32_t i = 0; i < run->cause_count; i++) {
		if (strcmp(run->causes[i].example->rule->id, rule) == 0)
			return &run->causes[i];
	}
	return NULL;
}

/* Whatever its address, an empty link of the footer's template is one cause. */
static void
a_defect_of_a_template_is_one_cause(void **state)
{
	struct clair_linter *linter = support_linter(NULL);
	struct clair_run *run = site_of(linter, 12);
	const struct clair_cause *cause = cause_of(run, "links/name-missing");

	(void)state;
	assert_non_null(cause);
	assert_int_equal(cause->pages, 12);
	assert_int_equal(cause->occurrences, 12);
	assert_string_equal(cause->page_list[11]->url, "https://v.fr/page11");
	assert_true(clair_run_count(run, CLAIR_MAJOR) >= 12);
	clair_run_free(run);
	clair_linter_free(linter);
}

static void
a_suppression_silences_and_is_told(void **state)
{
	const struct clair_suppression said[] = {
	    {.rule = "links/*", .selector = "footer:has(a)", .reason = "prestataire prévenu"},
	    {.rule = "images/*", .reason = "inutile"},
	    {.rule = "links/*", .reason = "trop tard", .until = "2020-01-01"},
	};
	struct clair_linter *linter = support_linter(&(struct clair_options){
	    .suppressions = said, .suppression_count = CLAIR_LEN(said), .today = "2026-11-22"});
	struct clair_run *run = site_of(linter, 2);
	size_t rule = clair_rule_index(clair_rule_find("links/name-missing"));
	const struct clair_finding *finding = first_of(run->pages[0], "links/name-missing");

	(void)state;
	assert_null(cause_of(run, "links/name-missing"));
	assert_non_null(finding);
	assert_string_equal(finding->suppressed->reason, "prestataire prévenu");
	assert_int_equal(run->pages[0]->tallies[rule].failed, 0);
	assert_int_equal(run->pages[0]->tallies[rule].silenced, 1);
	assert_int_equal(run->pages[0]->tallies[rule].outcome, CLAIR_UNTESTED);
	assert_int_equal(run->pages[0]->tallies[rule].untested, CLAIR_WHY_SILENCED);
	assert_int_equal(run->unused_count, 2);
	clair_run_free(run);
	clair_linter_free(linter);
}

/* Neither by default, nor in an audit, nor by a pattern. */
static void
a_rule_that_is_off_waits_to_be_named(void **state)
{
	static const struct clair_rule_option pattern[] = {{"readability/*", true, CLAIR_MAJOR}};
	static const struct clair_rule_option name[] = {{"readability/spelling", true, -1}};
	static const struct clair_rule_option name_then_none[] = {
	    {"readability/spelling", true, -1}, {"*", false, -1}};
	static const struct {
		struct clair_options options;
		bool asked;
	} cases[] = {
	    {{.dictionaries = "dictionaries"}, false},
	    {{.dictionaries = "dictionaries", .audit = true}, false},
	    {{.dictionaries = "dictionaries", .rules = pattern, .rule_count = 1}, false},
	    {{.dictionaries = "dictionaries", .rules = name, .rule_count = 1}, true},
	    {{.dictionaries = "dictionaries", .rules = name_then_none, .rule_count = 2}, false},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_linter *linter;
		struct clair_result *result;

		assert_int_equal(clair_linter_new(&linter, &cases[i].options), CLAIR_OK);
		result = lint(linter, "https://exemple.fr/",
		    HEAD "<main><p>La mairie a un bureau pour l'acceuil des familles.</p></main>");
		assert_int_equal(first_of(result, "readability/spelling") != NULL, cases[i].asked);
		clair_result_free(result);
		clair_linter_free(linter);
	}
}

static void
options_that_make_no_sense_are_refused(void **state)
{
	static const struct clair_rule_option rule[] = {{"images/nothing", false, -1}};
	static const struct clair_threshold_option threshold[] = {{"falc.phrase.mots.max", 100000}};
	static const struct clair_suppression no_reason[] = {{.rule = "*"}};
	static const struct clair_suppression bad[] = {{.selector = "a[", .reason = "x"}};
	const struct {
		struct clair_options options;
		const char *said;
	} cases[] = {
	    {{.rules = rule, .rule_count = 1}, "images/nothing"},
	    {{.thresholds = threshold, .threshold_count = 1}, "falc.phrase.mots.max"},
	    {{.suppressions = no_reason, .suppression_count = 1}, "reason"},
	    {{.suppressions = bad, .suppression_count = 1},
	        "suppression: selector: character 3: name of an attribute expected"},
	    {{.dictionaries = "/nowhere"}, "/nowhere"},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_options options = cases[i].options;
		struct clair_linter *linter;

		if (options.dictionaries == NULL)
			options.dictionaries = "dictionaries";
		assert_int_not_equal(clair_linter_new(&linter, &options), CLAIR_OK);
		assert_non_null(strstr(clair_linter_error(linter), cases[i].said));
		clair_linter_free(linter);
	}
}

static void
what_is_not_a_page_says_why(void **state)
{
	static const struct {
		struct clair_document document;
		const char *reason;
	} cases[] = {
	    {{.url = "a", .http_status = 404, .bytes = "<p>x", .length = 4}, "http-error"},
	    {{.url = "a", .http_status = 200, .media_type = "application/pdf", .bytes = "%",
		 .length = 1},
		"not-html"},
	    {{.url = "a", .http_status = 200, .media_type = "text/html", .bytes = ""}, "empty"},
	    {{.url = "a", .failure = "robots"}, "robots"},
	};
	struct clair_linter *linter = support_linter(NULL);

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_result *result;

		assert_int_equal(clair_lint(&result, linter, &cases[i].document), CLAIR_OK);
		assert_false(result->tested);
		assert_string_equal(result->not_tested_reason, cases[i].reason);
		clair_result_free(result);
	}
	clair_linter_free(linter);
}

static void
past_the_ceiling_findings_are_counted(void **state)
{
	struct clair_linter *linter = support_linter(NULL);
	size_t rule = clair_rule_index(clair_rule_find("images/alt-missing"));
	struct clair_result *result;
	char html[8192] = HEAD "<main>";
	uint32_t kept = 0;

	(void)state;
	for (int i = 0; i < 150; i++)
		snprintf(html + strlen(html), sizeof(html) - strlen(html), "<img src=\"/%d.png\">", i);
	result = lint(linter, "https://v.fr/", html);
	for (const struct clair_finding *f = result->first; f != NULL; f = f->next)
		kept += strcmp(f->rule->id, "images/alt-missing") == 0;
	assert_int_equal(kept, CLAIR_FINDINGS_KEPT);
	assert_int_equal(result->tallies[rule].failed, 150);
	assert_int_equal(result->tallies[rule].untold, 50);
	clair_result_free(result);
	clair_linter_free(linter);
}

/* What is silenced takes no place from what is not. */
static void
a_crowd_of_silenced_findings_hides_no_other(void **state)
{
	static const struct clair_suppression said = {
	    .rule = "images/alt-missing", .selector = "#pub", .reason = "régie"};
	struct clair_linter *linter = support_linter(
	    &(struct clair_options){.suppressions = &said, .suppression_count = 1});
	struct clair_result *result;
	char html[8192] = HEAD "<main><div id=\"pub\">";
	const struct clair_finding *finding;

	(void)state;
	for (int i = 0; i < 2 * CLAIR_FINDINGS_KEPT; i++)
		snprintf(html + strlen(html), sizeof(html) - strlen(html), "<img src=\"/%d.png\">", i);
	strncat(html, "</div><img src=\"/plan.png\">", sizeof(html) - strlen(html) - 1);
	result = lint(linter, "https://v.fr/", html);
	finding = result->first;
	while (finding != NULL && (finding->suppressed != NULL ||
				      strcmp(finding->rule->id, "images/alt-missing") != 0))
		finding = finding->next;
	assert_non_null(finding);
	assert_string_equal(finding->excerpt, "<img src=\"/plan.png\">");
	clair_result_free(result);
	clair_linter_free(linter);
}

static bool
collect(void *payload, const char *bytes, size_t length)
{
	return clair_buf_add(payload, bytes, length);
}

/* Under each page, those that it is the first to lead to in one click more; the report draws them. */
static void
the_tree_of_clicks_has_one_parent_a_page(void **state)
{
	static const struct {
		const char *url, *links;
		int depth;
	} pages[] = {
	    {"https://v.fr/", "<a href=a>A</a> <a href=b>B</a>", 0},
	    {"https://v.fr/a", "<a href=/>Accueil</a> <a href=c>C</a>", 1},
	    {"https://v.fr/b", "<a href=c>C</a> <a href=a>A</a>", 1},
	    {"https://v.fr/c", "<a href=/>Accueil</a>", 2},
	};
	const struct clair_write_options options = {.lang = CLAIR_FR};
	struct clair_crawl_facts crawl = {.start = pages[0].url, .is_site = true};
	struct clair_linter *linter = support_linter(NULL);
	struct clair_buf html;
	struct clair_run *run;

	(void)state;
	clair_buf_init(&html, 0);
	assert_int_equal(clair_run_new(&run, linter), CLAIR_OK);
	for (size_t i = 0; i < CLAIR_LEN(pages); i++) {
		char text[512];
		struct clair_document document = {.url = pages[i].url, .media_type = "text/html",
		    .http_status = 200, .click_depth = pages[i].depth, .bytes = text};
		struct clair_result *result;

		snprintf(text, sizeof(text), HEAD "<main><h1>P</h1><p>%s</p></main></body></html>",
		    pages[i].links);
		document.length = strlen(text);
		assert_int_equal(clair_lint(&result, linter, &document), CLAIR_OK);
		assert_int_equal(clair_run_add(run, result), CLAIR_OK);
	}
	assert_int_equal(clair_run_finish(run, &crawl), CLAIR_OK);
	assert_null(run->summaries[0]->parent);
	assert_ptr_equal(run->summaries[1]->parent, run->summaries[0]);
	assert_ptr_equal(run->summaries[2]->parent, run->summaries[0]);
	assert_ptr_equal(run->summaries[3]->parent, run->summaries[1]);
	assert_int_equal(clair_run_write(run, CLAIR_HTML, &options, collect, &html), CLAIR_OK);
	assert_int_equal(count_of(html.bytes, "<circle "), 4);
	assert_int_equal(count_of(html.bytes, "<line x1"), 6);
	clair_buf_free(&html);
	clair_run_free(run);
	clair_linter_free(linter);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_glob_meets_what_it_says),
	    cmocka_unit_test(a_fingerprint_survives_the_template),
	    cmocka_unit_test(a_page_that_moves_leaves_the_links_to_it_as_they_are),
	    cmocka_unit_test(what_is_told_once_for_a_page_is_the_same_elsewhere_on_it),
	    cmocka_unit_test(another_image_is_another_finding),
	    cmocka_unit_test(a_defect_of_a_template_is_one_cause),
	    cmocka_unit_test(a_suppression_silences_and_is_told),
	    cmocka_unit_test(a_rule_that_is_off_waits_to_be_named),
	    cmocka_unit_test(options_that_make_no_sense_are_refused),
	    cmocka_unit_test(what_is_not_a_page_says_why),
	    cmocka_unit_test(past_the_ceiling_findings_are_counted),
	    cmocka_unit_test(the_tree_of_clicks_has_one_parent_a_page),
	    cmocka_unit_test(a_crowd_of_silenced_findings_hides_no_other),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
