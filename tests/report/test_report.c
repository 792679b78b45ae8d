/* The reports of a run made by hand: what they tell, and what they leave out. */
#include "../support/report_made.h"
#include "net/url.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* Alone, the questions are told one by one. */
static void
a_text_of_questions_only_tells_them(void **state)
{
	static struct sample sample;
	struct clair_buf made;

	(void)state;
	sample_make_audit(&sample);
	for (int i = 0; i < SAMPLE_RULES; i++)
		sample.rules[i].enabled = sample.rules[i].rule->audit;
	clair_buf_init(&made, 0);
	assert_int_equal(sample_write(&sample, &made, CLAIR_TEXT, &report_french), CLAIR_OK);
	assert_non_null(strstr(made.bytes, "L’alternative de l’image carte.png est"));
	clair_buf_free(&made);
	sample_free(&sample);
}

static void
write_causes(struct sample *sample, struct clair_buf *made)
{
	clair_buf_init(made, 0);
	assert_int_equal(sample_write(sample, made, CLAIR_HTML, &report_french), CLAIR_OK);
}

/* New, in part new, known, looked for by nobody; in a part of others. */
static void
causes_are_marked_beside_a_baseline(void **state)
{
	static const struct clair_baseline_facts facts = {.name = "connu.jsonl"};
	static struct sample sample;
	struct clair_finding *known;
	struct clair_buf made;

	(void)state;
	sample_make(&sample);
	write_causes(&sample, &made);
	assert_null(strstr(made.bytes, "data-state"));
	assert_null(strstr(made.bytes, "name=\"part\""));
	assert_int_equal(count_of(made.bytes, "data-part=\"ours\""), 5);
	clair_buf_free(&made);
	sample.run.baseline = &facts;
	sample.causes[0].fresh = sample.causes[0].occurrences - 1;
	sample.causes[1].fresh = sample.causes[1].occurrences;
	known = (struct clair_finding *)(uintptr_t)sample.causes[2].example;
	known->baseline = CLAIR_BASELINE_KNOWN;
	known->third_party = "captcha hCaptcha";
	write_causes(&sample, &made);
	assert_int_equal(count_of(made.bytes, "data-state=\"new\""), 2);
	assert_int_equal(count_of(made.bytes, "data-state=\"known\""), 1);
	assert_int_equal(count_of(made.bytes, "data-state=\"apart\""), 2);
	assert_int_equal(count_of(made.bytes, "data-part=\"others\""), 1);
	/* Each also stands among the first. */
	assert_int_equal(count_of(made.bytes, "</span> 1 nouveau défaut</span>"), 2);
	assert_int_equal(count_of(made.bytes, "</span> nouvelle</span>"), 2);
	assert_int_equal(count_of(made.bytes, "<span>déjà connue</span>"), 2);
	assert_int_equal(count_of(made.bytes, "service tiers\xC2\xA0: hCaptcha</span>"), 2);
	assert_int_equal(count_of(made.bytes, "name=\"state\""), 1);
	assert_int_equal(count_of(made.bytes, "name=\"part\""), 1);
	clair_buf_free(&made);
	sample_free(&sample);
}

static void
the_sample_of_an_audit_is_told(void **state)
{
	static const struct {
		enum clair_format format;
		enum clair_lang lang;
		const char *says[6];
	} cases[] = {
		{CLAIR_TEXT, CLAIR_FR, {"Graine du\n", " 1234567. La", "1. page d’accueil\u00A0: Mairie", "Aussi\u00A0: vidéo ou son, document",
		    "sans place dans un échantillon de 3 pages\u00A0:\n    démarche en plusieurs étapes\n",
		    "4 pages d’autres démarches"}},
		{CLAIR_TEXT, CLAIR_EN, {"1234567. The same seed", "1. home page: Mairie", "2. drawn at random",
		    "looked for by hand:\n    help page\n    sign-in page\n", "1 other page has this structure.",
		    "1 tested page has a structure"}},
		{CLAIR_HTML, CLAIR_FR, {"<a href=\"#echantillon\">", "<td>Page d’accueil</td><td>Vidéo ou son, document à télécharger</td>",
		    "<td>Tirage au hasard</td><td></td><td class=\"n\">0</td>", "<li>page d’aide</li>\n<li>page de connexion</li>",
		    "<li>démarche en plusieurs étapes</li>", "Graine du tirage\u00A0: 1234567."}},
		{CLAIR_JSON, CLAIR_FR, {"\"seed\":1234567,\"limit\":3", "\"why\":\"home\",\"also\":[\"media\",\"download\"],\"alike\":1",
		    "\"missing\":[\"help\",\"login\"],\"no_room\":[\"step\"]", "\"steps_left\":4,\"looks_left\":1",
		    "\"why\":\"random\",\"also\":[]", "\"method\":\"rgaa-4.1.2\""}},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		static struct sample sample;
		struct clair_write_options options = report_french;
		struct clair_buf made;

		options.lang = cases[i].lang;
		sample_make(&sample);
		sample.run.sample = &report_audit;
		clair_buf_init(&made, 0);
		assert_int_equal(sample_write(&sample, &made, cases[i].format, &options), CLAIR_OK);
		for (size_t w = 0; w < CLAIR_LEN(cases[i].says); w++)
			if (strstr(made.bytes, cases[i].says[w]) == NULL)
				fail_msg("not in report %zu: %s\n%s", i, cases[i].says[w], strstr(made.bytes, "chantillon"));
		clair_buf_free(&made);
		sample_free(&sample);
	}
}

/* Each page has its own status: what is to be checked on the second is not on the first. */
static void
the_grid_has_a_status_for_each_page(void **state)
{
	struct clair_buf made;

	(void)state;
	report_sample(&made, CLAIR_RGAA_GRID, &report_french, NULL);
	assert_non_null(strstr(made.bytes, "1;\"https://mairie.example/\";\"Mairie de Sainte-Colombe\";\"1.1\";"));
	assert_non_null(strstr(made.bytes, "\"NC\";\"1.1.1 échec prouvé"));
	assert_int_equal(count_of(made.bytes, "\"1 à vérifier"), 1);
	assert_non_null(strstr(made.bytes, "\"1 à vérifier\xC2\xA0: L’alternative"));
	assert_non_null(strstr(made.bytes, "\"Site\";\"https://mairie.example/\";\"\";\"8.6\";"));
	assert_non_null(strstr(made.bytes, "\"Page non testée."));
	clair_buf_free(&made);
}

static void
lines_are_the_document(void **state)
{
	static const char *const keys[] = {"run", "pages", "pages", "pages", "pages", "causes",
		"causes", "causes", "causes", "causes", "site", "end"};
	static const size_t indexes[] = {0, 0, 1, 2, 3, 0, 1, 2, 3, 4, 0, 0};
	struct clair_buf whole;
	struct clair_buf lines;
	json_t *document;
	char *at;

	(void)state;
	report_sample(&whole, CLAIR_JSON, &report_french, NULL);
	report_sample(&lines, CLAIR_JSONL, &report_french, NULL);
	document = json_loadb(whole.bytes, whole.length, 0, NULL);
	assert_non_null(document);
	at = lines.bytes;
	for (size_t i = 0; i < CLAIR_LEN(keys); i++) {
		const size_t length = strcspn(at, "\n");
		json_t *line = json_loadb(at, length, 0, NULL);
		json_t *part = json_object_get(document, keys[i]);

		assert_non_null(line);
		if (json_is_array(part))
			part = json_array_get(part, indexes[i]);
		assert_true(json_equal(line, part));
		json_decref(line);
		at += length + 1;
	}
	assert_int_equal(*at, '\0');
	json_decref(document);
	clair_buf_free(&whole);
	clair_buf_free(&lines);
}

static void
a_writer_that_refuses_stops_the_report(void **state)
{
	static struct sample sample;

	(void)state;
	sample_make(&sample);
	for (int format = 0; format < CLAIR_FORMAT_COUNT; format++) {
		struct report_stopper stopper = {0, 100};
		struct clair_report report = {.run = &sample.run,
			.rules = sample.rules,
			.rule_count = SAMPLE_RULES,
			.weights = sample_weights,
			.options = &report_french,
			.write = report_stop_after,
			.payload = &stopper};

		assert_int_equal(
		    clair_report_write(&report, (enum clair_format)format), CLAIR_IO);
	}
	sample_free(&sample);
}

static void
an_empty_run_is_not_a_good_one(void **state)
{
	struct clair_run run = {.crawl = {.stopped_because = "all-pages"}};
	struct clair_report report = {.run = &run,
		.weights = sample_weights,
		.options = &report_french};

	(void)state;
	clair_score_unknown(&run.scores);
	for (int format = 0; format < CLAIR_FORMAT_COUNT; format++) {
		struct report_stopper stopper = {0, 1 << 20};

		report.write = report_stop_after;
		report.payload = &stopper;
		assert_int_equal(
		    clair_report_write(&report, (enum clair_format)format), CLAIR_OK);
		assert_true(stopper.taken > 0);
	}
}

static void
without_a_date_nothing_changes(void **state)
{
	struct clair_write_options options = report_french;
	struct clair_buf made;

	(void)state;
	options.started = NULL;
	report_sample(&made, CLAIR_JSONL, &options, NULL);
	assert_non_null(strstr(made.bytes, "\"started\":null"));
	clair_buf_free(&made);
	report_sample(&made, CLAIR_HTML, &options, NULL);
	assert_null(strstr(made.bytes, "2026-11"));
	clair_buf_free(&made);
}

static void
many_pages_and_causes_are_capped(void **state)
{
	enum { PAGES = 600, CAUSES = 520 };
	static struct sample sample;
	static struct clair_result *pages[PAGES];
	static const struct clair_result *everywhere[PAGES];
	static struct clair_cause causes[CAUSES];
	struct clair_buf made;

	(void)state;
	sample_make(&sample);
	for (int i = 0; i < PAGES; i++)
		everywhere[i] = pages[i] = &sample.results[i % 2];
	for (int i = 0; i < CAUSES; i++) {
		causes[i] = sample.causes[i % 2 == 0 ? 0 : 4];
		causes[i].pages = PAGES;
		causes[i].page_list = everywhere;
	}
	sample.run.pages = pages;
	sample.run.page_count = sample.run.tested_count = PAGES;
	sample.run.causes = causes;
	sample.run.cause_count = CAUSES;
	clair_buf_init(&made, 0);
	assert_int_equal(sample_write(&sample, &made, CLAIR_HTML, &report_french), CLAIR_OK);
	assert_true(made.length < 1 << 20);
	assert_int_equal(count_of(made.bytes, "<article"), 200 + 100);
	assert_non_null(strstr(made.bytes, "60 autres causes sont dans le rapport json (--format json=FICHIER)."));
	/* Our own rule on links in a page. */
	assert_true(count_of(made.bytes, "<a ") <= 100);
	clair_buf_clear(&made);
	assert_int_equal(sample_write(&sample, &made, CLAIR_TEXT, &report_french), CLAIR_OK);
	assert_int_equal(count_of(made.bytes, "\nCause "), 10 + 10);
	assert_non_null(strstr(made.bytes, "et 595 autres pages"));
	clair_buf_free(&made);
	sample_free(&sample);
}

static void
our_own_rules_find_nothing_in_the_report(void **state)
{
	/* An audit asks a person about every image: that says nothing against the report. */
	const struct clair_options everyday = {.dictionaries = "dictionaries", .resolve = clair_url_resolve};
	struct clair_linter *linter;

	(void)state;
	assert_int_equal(clair_linter_new(&linter, &everyday), CLAIR_OK);
	for (int lang = 0; lang < CLAIR_LANG_COUNT; lang++) {
		struct clair_write_options options = report_french;
		struct clair_crawl_facts crawl = {.start = "https://mairie.example/rapport.html"};
		struct clair_document document = {.url = crawl.start, .media_type = "text/html",
			.http_status = 200, .click_depth = 1};
		struct clair_buf html;
		struct clair_buf text;
		struct clair_result *result;
		struct clair_run *run;

		options.lang = (enum clair_lang)lang;
		report_with_history(&options, REPORT_POINTS);
		report_made(sample_make_audit, &html, CLAIR_HTML, &options, NULL);
		document.bytes = html.bytes;
		document.length = html.length;
		clair_buf_init(&text, 0);
		assert_int_equal(clair_lint(&result, linter, &document), CLAIR_OK);
		assert_int_equal(clair_run_new(&run, linter), CLAIR_OK);
		assert_int_equal(clair_run_add(run, result), CLAIR_OK);
		assert_int_equal(clair_run_finish(run, &crawl), CLAIR_OK);
		assert_int_equal(clair_run_tested(run), 1);
		assert_int_equal(
		    clair_run_write(run, CLAIR_TEXT, &options, report_into, &text), CLAIR_OK);
		if (clair_run_count(run, CLAIR_SEVERITY_REVIEW) != 0)
			fail_msg("%s", text.bytes);
		clair_run_free(run);
		clair_buf_free(&text);
		clair_buf_free(&html);
	}
	clair_linter_free(linter);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_of_questions_only_tells_them),
		cmocka_unit_test(causes_are_marked_beside_a_baseline),
		cmocka_unit_test(the_sample_of_an_audit_is_told),
		cmocka_unit_test(the_grid_has_a_status_for_each_page),
		cmocka_unit_test(lines_are_the_document),
		cmocka_unit_test(a_writer_that_refuses_stops_the_report),
		cmocka_unit_test(an_empty_run_is_not_a_good_one),
		cmocka_unit_test(without_a_date_nothing_changes),
		cmocka_unit_test(many_pages_and_causes_are_capped),
		cmocka_unit_test(our_own_rules_find_nothing_in_the_report),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
