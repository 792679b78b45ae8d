/* Rules of files: each form, each error with its line, and files that were written to hang. */
#include "engine/judge.h"
#include "engine/registry.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

/* What any rule needs, on lines 6 to 10, after five lines of its own. */
#define TEXTS "severity = minor\ntitle.fr = Titre\nfr = Faux\nwhy.fr = Raison\nremedy.fr = Remède\n"

static enum clair_status
read_text(struct clair_rule_set **set, const char *text)
{
	const struct clair_rule_file file = {.name = "f.regle", .bytes = text, .length = strlen(text)};

	return clair_rule_set_new(set, &file, 1, CLAIR_EN);
}

static struct clair_linter *
linter_of(struct clair_rule_set *set, enum clair_status *status)
{
	static const struct clair_rule_option only[] = {{"*", false, -1}, {"regle/*", true, -1}};
	const struct clair_options options = {
	    .dictionaries = "dictionaries",
	    .rule_set = set,
	    .rules = only,
	    .rule_count = 2,
	    .lang = CLAIR_EN,
	};
	struct clair_linter *linter;

	*status = clair_linter_new(&linter, &options);
	return linter;
}

/* Where a file of rules is wrong, whether its lines or its examples are. */
static void
assert_fault(const char *text, unsigned line, const char *part)
{
	struct clair_rule_set *set;
	struct clair_linter *linter = NULL;
	enum clair_status status = read_text(&set, text);
	char error[400];
	char place[40];

	snprintf(error, sizeof(error), "%s", clair_rule_set_error(set));
	if (status == CLAIR_OK) {
		linter = linter_of(set, &status);
		snprintf(error, sizeof(error), "%s", clair_linter_error(linter));
	}
	snprintf(place, sizeof(place), "f.regle:%u: ", line);
	if (status != CLAIR_BAD_RULE || strncmp(error, place, strlen(place)) != 0 || strstr(error, part) == NULL)
		fail_msg("%d, %s\n  for line %u, %s\n%s", status, error, line, part, text);
	clair_linter_free(linter);
	clair_rule_set_free(set);
}

static struct clair_result *
lint(const struct clair_linter *linter, const char *html)
{
	const struct clair_document document = {
	    .url = "https://v.fr/", .media_type = "text/html", .http_charset = "utf-8", .bytes = html, .length = strlen(html),
	    .click_depth = -1};
	struct clair_result *result;

	assert_int_equal(clair_lint(&result, linter, &document), CLAIR_OK);
	assert_true(result->tested);
	return result;
}

/* --- Errors -------------------------------------------------------------------------------------------- */

static void
each_error_has_its_line(void **state)
{
	static const struct {
		const char *text;
		unsigned line;
		const char *part;
	} cases[] = {
		{"", 1, "no rule"},
		{"# rien\n", 1, "no rule"},
		{"form = exists\n", 1, "starts with its name"},
		{"[images/x\n", 1, "bracket"},
		{"\n[x]\nform = exists\n", 2, "the name of a rule"},
		{"[images/Éa]\n", 1, "the name of a rule"},
		{"[images/]\n", 1, "the name of a rule"},
		{"[nulle/part]\n", 1, "no such theme"},
		{"[images/x]\nbonjour\n", 2, "key = value"},
		{"\n   texte\n", 2, "goes on from nothing"},
		{"[images/x]\nform = exist\n", 2, "exists, requires, replace, count or metric"},
		{"[images/x]\non = img\n", 1, "exists, requires"},
		{"[images/x]\nform = exists\nsur = img\n", 3, "no key “sur”"},
		{"[images/x]\nform = exists\non =\n", 3, "no value"},
		{"[images/x]\nform = exists\non = img\non = a\n", 4, "already given on line 3"},
		{"[images/x]\nform = exists\non = img\nmust = 1\n", 4, "does not go with"},
		{"[images/x]\nform = exists\non = img\nmax = 1\n", 4, "does not go with"},
		{"[images/x]\nform = replace\non = p\n", 3, "does not go with"},
		{"[images/x]\nform = exists\n" TEXTS, 1, "“on =” is missing"},
		{"[images/x]\nform = exists\non = img\n", 1, "“severity =” is missing"},
		{"[images/x]\nform = exists\non = img\n" TEXTS, 1, "“fail =” is missing"},
		{"[images/x]\nform = exists\non = img\n" TEXTS "fail = <img>\n", 1, "“pass =” is missing"},
		{"[images/x]\nform = requires\non = img\n" TEXTS "fail = <img>\npass = a\n", 1, "“must =” or “match =”"},
		{"[images/x]\nform = count\non = img\n" TEXTS "fail = <img>\npass = a\n", 1, "“min =” or “max =”"},
#define EXISTS(line) "[images/x]\nform = exists\non = img\n" line "\n" TEXTS "fail = <img alt=b>\npass = <img alt=a>\n"
		{EXISTS("when = //a"), 4, "path from the root"},
		{EXISTS("when = count(a"), 4, "parenthesis"},
		{EXISTS("when = document('/etc/passwd')"), 4, "unknown function"},
		{EXISTS("match = alt ~ /a/"), 4, "is wanted"},
		{EXISTS("match = @alt = /a/"), 4, "is wanted"},
		{EXISTS("match = @alt ~ a"), 4, "is wanted"},
		{EXISTS("match = @alt ~ /(a/"), 4, "wrong expression"},
		{EXISTS("match = @alt ~ /a/g"), 4, "flags"},
		{EXISTS("match = @alt ~ /\\C/"), 4, "wrong expression"},
		{EXISTS("scope = partout"), 4, "not possible for “scope”"},
		{EXISTS("hidden = oui"), 4, "not possible for “hidden”"},
		{EXISTS("rgaa = 99.1.1"), 4, "not in the list"},
		{EXISTS("wcag = 1.3"), 4, "not in the list"},
		{EXISTS("who = martians"), 4, "no “martians”"},
		{EXISTS("en = {nombre}"), 4, "no {nombre}"},
		{EXISTS("en = {valeur"), 4, "lone brace"},
		{EXISTS("en = valeur}"), 4, "lone brace"},
		{EXISTS("en = {valeur|un}"), 4, "is wanted"},
		{EXISTS("en = {valeur val}"), 4, "no {valeur val}"},
		{"[images/x]\nform = exists\non = imge\n" TEXTS "fail = a\npass = a\n", 3, "no element of HTML"},
		{"[images/x]\nform = exists\non = ,\n" TEXTS "fail = a\npass = a\n", 3, "no name"},
		{"[images/x]\nform = exists\non = img\nseverity = grave\ntitle.fr = t\nfr = t\nwhy.fr = t\nremedy.fr = t\nfail = a\npass = a\n",
		    4, "not possible for “severity”"},
#define METRIC(line) "[images/x]\nform = metric\non = p\n" line "\n" TEXTS "fail = <p>a b c\npass = <p>a\n"
		{METRIC("max = 2"), 1, "“measure =” is missing"},
		{METRIC("measure = words\nmax = deux"), 5, "whole number"},
		{METRIC("measure = words\nmax = 1e9"), 5, "whole number"},
		{METRIC("measure = words\nmin = 3\nmax = 2"), 5, "greater than"},
		{METRIC("measure = count(\nmax = 2"), 4, "measure"},
#define REPLACE(line) "[falc/x]\nform = replace\nreplace =\n  a => b\n  " line "\n" TEXTS "fail = <p>a\npass = <p>c\n"
		{REPLACE("mot"), 5, "word => simpler"},
		{REPLACE("=> mot"), 5, "word => simpler"},
		{EXISTS("") "[images/x]\n", 12, "already there: f.regle:1"},
		{"[images/x]\nform = \xff\n", 2, "not UTF-8"},
		{"[images/x]\nform = \x1b[31m\n", 2, "control character (27)"},
		/* Examples. */
		{EXISTS("match = @alt ~ /z/"), 10, "finds nothing in this “fail”"},
		{EXISTS("match = @alt ~ /./"), 11, "finds a defect in this “pass”"},
		{EXISTS("when = @src"), 10, "finds nothing"},
		{EXISTS("when = @alt = 'b'\nmatch = @alt ~ /b/"), 12, "nothing in this “pass”"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_fault(cases[i].text, cases[i].line, cases[i].part);
}

static void
too_many_of_anything_is_told(void **state)
{
	struct clair_buf text;

	(void)state;
	clair_buf_init(&text, 0);
	for (int i = 0; i <= CLAIR_DECLARED_RULES; i++)
		clair_buf_printf(&text, "[images/x%d]\nform = exists\non = img\nseverity = minor\ntitle.fr = t\nfr = t\n"
		                        "why.fr = t\nremedy.fr = t\nfail = <img>\npass = <p>\n", i);
	assert_fault(text.bytes, CLAIR_DECLARED_RULES * 10 + 1, "more than 100 rules");
	clair_buf_clear(&text);
	clair_buf_puts(&text, "[images/x]\n");
	for (int i = 0; i < 11; i++)
		clair_buf_puts(&text, "fail = <img>\n");
	assert_fault(text.bytes, 12, "at most 10 examples");
	clair_buf_clear(&text);
	clair_buf_puts(&text, "[images/x]\n");
	for (int i = 0; i < 100; i++)
		clair_buf_printf(&text, "k%d = v\n", i);
	assert_fault(text.bytes, 62, "too many lines");
	clair_buf_clear(&text);
	while (text.length <= CLAIR_DECLARED_FILE_BYTES)
		clair_buf_puts(&text, "# remarque\n");
	assert_fault(text.bytes, 1, "more than 262144 bytes");
	clair_buf_clear(&text);
	clair_buf_puts(&text, "[falc/x]\nform = replace\nreplace =\n");
	for (int i = 0; i <= CLAIR_DECLARED_WORDS; i++)
		clair_buf_printf(&text, " mot%d => m\n", i);
	clair_buf_puts(&text, TEXTS "fail = a\npass = b\n");
	assert_fault(text.bytes, 4 + CLAIR_DECLARED_WORDS, "at most 500");
	clair_buf_free(&text);
}

/* --- Forms ----------------------------------------------------------------------------------------------- */

/* The findings of a rule alone on a page: "line:column message arguments" each. */
static void
assert_found(const char *rule, const char *html, const char *wanted)
{
	struct clair_rule_set *set;
	struct clair_linter *linter;
	struct clair_result *result;
	enum clair_status status = read_text(&set, rule);
	struct clair_buf got;

	if (status != CLAIR_OK)
		fail_msg("%s", clair_rule_set_error(set));
	linter = linter_of(set, &status);
	if (status != CLAIR_OK)
		fail_msg("%s", clair_linter_error(linter));
	result = lint(linter, html);
	clair_buf_init(&got, 0);
	for (const struct clair_finding *f = result->first; f != NULL; f = f->next) {
		clair_buf_printf(&got, "%u:%u %s%s", f->line, f->column,
		    f->rule->messages[f->message].key, f->outcome == CLAIR_REVIEW ? " review" : "");
		for (unsigned i = 0; i < f->argument_count; i++)
			clair_buf_printf(&got, " %s=%s", f->arguments[i].name, f->arguments[i].value);
		clair_buf_puts(&got, "\n");
	}
	assert_string_equal(got.bytes, wanted);
	clair_buf_free(&got);
	clair_result_free(result);
	clair_linter_free(linter);
	clair_rule_set_free(set);
}

#define PAGE(body) "<!DOCTYPE html><html lang=fr><head><title>Titre de la page</title></head><body>\n" body "</body></html>"

static void
each_form_finds_what_it_says(void **state)
{
	(void)state;
	assert_found("[images/x]\nform = exists\non = img\nwhen = ancestor::a\nmatch = @alt ~ /\\.png$/i\nen = {valeur}\n" TEXTS
	             "fail = <a href=/><img alt=a.PNG></a>\npass = <a href=/><img alt=b></a>\n",
	    PAGE("<a href=/><img alt=c.png></a><img alt=d.png>\n<a href=/><img alt=e></a><a href=/><img></a>"),
	    "2:20 exists element=img valeur=c.png\n");
	/* Without pattern: the condition is the fault. */
	assert_found("[links/x]\nform = exists\non = a\nwhen = @target and not(@rel)\n" TEXTS
	             "fail = <a href=/ target=_blank>a</a>\npass = <a href=/>a</a>\n",
	    PAGE("<a href=/ target=x>a</a><a href=/ target=x rel=y>b</a>"), "2:1 exists element=a\n");
	/* !~, a custom element, and what nobody perceives. */
	assert_found("[structure/x]\nform = exists\non = ma-carte, b\nmatch = text !~ /^\\p{Lu}/\nseverity = review\ntitle.fr = t\n"
	             "fr = {valeur}\nwhy.fr = t\nremedy.fr = t\nfail = <b>a</b>\npass = <ma-carte>É</ma-carte>\n",
	    PAGE("<b>un  deux</b><ma-carte>x</ma-carte><autre-carte>y</autre-carte><b hidden>z</b><b>Bon</b>"),
	    "2:1 exists review element=b valeur=un deux\n2:16 exists review element=ma-carte valeur=x\n");
	assert_found("[forms/x]\nform = requires\non = input\nwhen = @type = 'tel'\nmust = @autocomplete\nmatch = @autocomplete ~ /tel/\n"
	             TEXTS "fail = <input type=tel autocomplete=nom>\nfail = <input type=tel>\npass = <input type=tel autocomplete=tel>\n",
	    PAGE("<input type=tel><input type=text>\n<input type=tel autocomplete=x><input type=tel autocomplete='home tel'>"),
	    "2:1 requires element=input\n3:30 requires element=input\n");
	assert_found("[falc/x]\nform = replace\nreplace =\n l'usager → la personne\n usager => personne\n en cas de => si\n" TEXTS
	             "fail = <p>L’usager est là.</p>\npass = <p>Les usagers sont là.</p>\n",
	    PAGE("<p>L’usager, en\ncas de retard.</p><p>Un usager <code>usager</code></p><p lang=en>usager</p><footer>usager</footer>"),
	    "2:4 replace mot=l'usager simple=la personne\n2:14 replace mot=en cas de simple=si\n"
	    "3:25 replace mot=usager simple=personne\n");
	assert_found("[structure/x]\nform = count\non = h1\nmin = 1\nmax = 2\n" TEXTS "fail = <p>a</p>\npass = <h1>a</h1>\n",
	    PAGE("<h1>a</h1><h1>b</h1><h1>c</h1><h1>d</h1>"), "2:21 count nombre=4 min=1 max=2\n");
	assert_found("[structure/x]\nform = count\non = h1\nmin = 1\n" TEXTS "fail = <p>a</p>\npass = <h1>a</h1>\n",
	    PAGE("<p>a</p>"), "1:16 count nombre=0 min=1\n");
	assert_found("[menus/x]\nform = metric\non = ul\nmeasure = count(li)\nmax = 2\nscope = nav\n" TEXTS
	             "fail = <nav><ul><li>a<li>b<li>c</ul></nav>\npass = <nav><ul><li>a</ul></nav>\n",
	    PAGE("<nav><ul><li>a<li>b<li>c</ul></nav><ul><li>a<li>b<li>c</ul>"), "2:6 metric element=ul max=2 valeur=3\n");
	assert_found("[structure/x]\nform = metric\non = h2\nmeasure = words\nmin = 2\n" TEXTS "fail = <h2>a</h2>\npass = <h2>a b</h2>\n",
	    PAGE("<h2>Un</h2><h2>« Un » : deux</h2><h2>—</h2>"),
	    "2:1 metric element=h2 min=2 valeur=1\n2:34 metric element=h2 min=2 valeur=0\n");
	assert_found("[structure/x]\nform = metric\non = title\nmeasure = characters\nmax = 5\n" TEXTS
	             "fail = <p>a</p>\npass = <html lang=fr><title>été</title><p>a</p>\n",
	    PAGE("<p>a</p><svg><title>long titre du dessin</title></svg>"), "1:36 metric element=title max=5 valeur=16\n");
}

/* An id of a file is none of the program's, and its axis is that of its theme. */
static void
ids_stand_apart(void **state)
{
	struct clair_rule_set *set;

	(void)state;
	assert_int_equal(read_text(&set, EXISTS("when = @alt = 'b'") "[falc/y]\nform = replace\nreplace = a => b\n" TEXTS
	                              "fail = a\npass = b\n"), CLAIR_OK);
	assert_int_equal(clair_rule_set_count(set), 2);
	assert_string_equal(clair_rule_set_at(set, 0)->id, "regle/images/x");
	assert_string_equal(clair_rule_set_at(set, 0)->place, "f.regle:1");
	assert_int_equal(clair_rule_axis(clair_rule_set_at(set, 0)), CLAIR_ACCESS);
	assert_int_equal(clair_rule_axis(clair_rule_set_at(set, 1)), CLAIR_COMPREHENSION);
	assert_string_equal(clair_rule_set_example(set, 0, true), "<img alt=b>");
	assert_string_equal(clair_rule_set_example(set, 0, false), "<img alt=a>");
	for (size_t i = 0; i < clair_rule_count(); i++)
		assert_int_not_equal(strncmp(clair_rule_at(i)->id, CLAIR_DECLARED, strlen(CLAIR_DECLARED)), 0);
	clair_rule_set_free(set);
}

/* What a user's rule does not find says nothing of a test of the RGAA; what it finds fails it. */
static void
a_pass_decides_no_test(void **state)
{
	static const char *const pages[] = {PAGE("<img alt=a>"), PAGE("<img alt=b>")};
	static const enum clair_outcome outcomes[] = {CLAIR_UNTESTED, CLAIR_FAIL};

	(void)state;
	for (int i = 0; i < 2; i++) {
		const struct clair_crawl_facts crawl = {.start = "x"};
		struct clair_rule_set *set;
		struct clair_linter *linter;
		struct clair_run *run;
		enum clair_status status;
		bool seen = false;

		assert_int_equal(read_text(&set, EXISTS("when = @alt = 'b'\nrgaa = 8.1.1")), CLAIR_OK);
		linter = linter_of(set, &status);
		assert_int_equal(status, CLAIR_OK);
		assert_int_equal(clair_run_new(&run, linter), CLAIR_OK);
		assert_int_equal(clair_run_add(run, lint(linter, pages[i])), CLAIR_OK);
		assert_int_equal(clair_run_finish(run, &crawl), CLAIR_OK);
		for (uint32_t c = 0; c < run->criterion_count; c++) {
			for (uint32_t t = 0; t < run->criteria[c].test_count; t++) {
				if (strcmp(run->criteria[c].tests[t].id, "8.1.1") != 0)
					continue;
				assert_int_equal(run->criteria[c].tests[t].outcome, outcomes[i]);
				seen = true;
			}
		}
		assert_true(seen);
		clair_run_free(run);
		clair_linter_free(linter);
		clair_rule_set_free(set);
	}
}

/* --- Files written to hang -------------------------------------------------------------------------------- */

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static char *
large_page(void)
{
	struct clair_buf page;

	clair_buf_init(&page, 0);
	clair_buf_puts(&page, PAGE(""));
	for (int i = 0; i < 20000; i++)
		clair_buf_puts(&page, "<p class=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa<b>b</b></p>\n");
	return page.bytes;
}

/* Fine on its examples, without end on a large page: stopped there, said with its place, and never a pass. */
static void
what_would_hang_is_stopped(void **state)
{
#define HOSTILE(on, line) \
	"[images/x]\nform = exists\non = " on "\n" line "\n" TEXTS "fail = <p class=a>x<b>y</b></p>\npass = <p class=b>z<b>y</b></p>\n"
	static const char *const rules[] = {
		HOSTILE("p", "when = preceding-sibling::p[preceding-sibling::p] or @class = 'a'"),
		HOSTILE("body", "when = .//p[.//b = ../p/b][@class = 'a']"),
		HOSTILE("html", "when = .//*[string-length(ancestor::body) > 0 and @class = 'a']"),
		HOSTILE("p", "match = @class ~ /^(a|aa|a?)+$/"),
		HOSTILE("p", "match = @class ~ /^(?:(?:a*)*)*c|^a$/"),
		HOSTILE("p", "when = translate(.., 'bcdefghijklm', '') = 'x' or @class = 'a'"),
		"[images/x]\nform = count\non = *\nwhen = count(ancestor::body//p[ancestor::body//b]) > 1\nmax = 0\n" TEXTS
		"fail = <p>a<b>c</b></p><p>b<b>c</b></p>\npass = <p>a</p>\n",
		"[images/x]\nform = metric\non = p\nmeasure = sum(../p/preceding-sibling::p)\nmax = 9\n" TEXTS
		"fail = <p>99</p><p>1</p>\npass = <p>1</p><p>1</p>\n",
	};
	const struct clair_crawl_facts crawl = {.start = "x"};
	char *page = large_page();

	(void)state;
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		struct clair_rule_set *set;
		struct clair_linter *linter;
		struct clair_run *run;
		struct clair_result *result;
		enum clair_status status;
		double start;
		uint32_t pages = 0;

		assert_int_equal(read_text(&set, rules[i]), CLAIR_OK);
		linter = linter_of(set, &status);
		if (status != CLAIR_OK)
			fail_msg("%s", clair_linter_error(linter));
		start = seconds();
		result = lint(linter, page);
		if (seconds() - start > 6)
			fail_msg("%.1f s for\n%s", seconds() - start, rules[i]);
		if (result->tallies[clair_rules_count].untested != CLAIR_WHY_STOPPED)
			fail_msg("not stopped, outcome %d:\n%s", result->tallies[clair_rules_count].outcome, rules[i]);
		assert_int_not_equal(result->tallies[clair_rules_count].outcome, CLAIR_PASS);
		assert_int_equal(clair_run_new(&run, linter), CLAIR_OK);
		assert_int_equal(clair_run_add(run, result), CLAIR_OK);
		assert_int_equal(clair_run_finish(run, &crawl), CLAIR_OK);
		assert_string_equal(clair_run_stopped(run, 0, &pages)->place, "f.regle:1");
		assert_int_equal(pages, 1);
		assert_null(clair_run_stopped(run, 1, &pages));
		clair_run_free(run);
		clair_linter_free(linter);
		clair_rule_set_free(set);
	}
	free(page);
}

/* On its own examples: the line is told when the file is read. */
static void
an_example_that_would_hang_is_told(void **state)
{
	struct clair_buf text;

	(void)state;
	clair_buf_init(&text, 0);
	clair_buf_puts(&text, "[images/x]\nform = exists\non = p\nmatch = @class ~ /^(a|aa|a?)+$/\n" TEXTS "fail = <p class=");
	for (int i = 0; i < 60; i++)
		clair_buf_puts(&text, "a");
	clair_buf_puts(&text, "b>a</p>\npass = <p class=b>a</p>\n");
	assert_fault(text.bytes, 10, "too much work");
	clair_buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_error_has_its_line),
		cmocka_unit_test(too_many_of_anything_is_told),
		cmocka_unit_test(each_form_finds_what_it_says),
		cmocka_unit_test(ids_stand_apart),
		cmocka_unit_test(a_pass_decides_no_test),
		cmocka_unit_test(what_would_hang_is_stopped),
		cmocka_unit_test(an_example_that_would_hang_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
