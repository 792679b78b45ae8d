/* What was found on a site: written and read back; what docs/store.md asks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "report/message.h"
#include "store/schema.h"
#include "tests/support/read.h"
#include "tests/support/store_crawl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Read back --- */

struct reading {
	const struct clair_run *run; /* of the first site */
	unsigned count;
	enum clair_site_state states[STORE_SITES];
	bool hold_first;
};

static void
hold_causes(const struct clair_site_record *record, const struct clair_run *run)
{
	struct clair_buf text;

	clair_buf_init(&text, 0);
	assert_true(run->cause_count > 3);
	assert_int_equal(record->cause_count, run->cause_count);
	for (uint32_t i = 0; i < run->cause_count; i++) {
		const struct clair_cause *cause = clair_run_cause(run, i);
		const struct clair_record_cause *read = &record->causes[i];

		assert_string_equal(read->id, cause->id);
		assert_string_equal(read->rule, cause->rule->id);
		assert_string_equal(read->severity, clair_severity_name(cause->severity));
		assert_string_equal(read->outcome, clair_outcome_name(cause->example->outcome));
		assert_int_equal(read->pages, cause->pages);
		assert_int_equal(read->occurrences, cause->occurrences);
		assert_true(read->gain == cause->gain);
		clair_buf_clear(&text);
		clair_finding_message(&text, CLAIR_FR, cause->example);
		assert_string_equal(read->text_fr, text.bytes);
		clair_buf_clear(&text);
		clair_finding_message(&text, CLAIR_EN, cause->example);
		assert_string_equal(read->text_en, text.bytes);
		assert_string_equal(
		    read->example, cause->example_page != NULL ? cause->example_page->final_url : run->crawl.start);
	}
	clair_buf_free(&text);
}

static void
hold_indicators(const struct clair_site_record *record, const struct clair_run *run)
{
	assert_int_equal(run->indicator_count, CLAIR_INDICATORS);
	assert_int_equal(record->indicator_count, run->indicator_count);
	for (uint32_t i = 0; i < run->indicator_count; i++) {
		const struct clair_indicator *one = &run->indicators[i];
		const struct clair_record_indicator *read = &record->indicators[i];

		assert_string_equal(read->id, one->id);
		assert_int_equal(read->measured, one->measured);
		assert_int_equal(read->of, one->of);
		if (one->measured)
			assert_true(read->value == one->value);
		else
			assert_string_equal(read->reason, one->reason);
	}
}

static void
hold_scores(const struct clair_site_record *record, const struct clair_run *run)
{
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		assert_true(record->axis[i] == run->scores.axis[i]);
		assert_true(record->site_kept[i] == run->site_kept[i]);
	}
	for (int i = 0; i < CLAIR_PERSONA_COUNT; i++)
		assert_true(record->persona[i] == run->scores.persona[i]);
	assert_int_equal(record->page_count, 2);
	assert_string_equal(record->pages[0].url, "https://www.aa.fr/");
	assert_string_equal(record->pages[1].url, "https://www.aa.fr/p2");
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		assert_true(record->pages[1].axis[i] == run->pages[2]->scores.axis[i]);
}

static void
hold_first(const struct clair_site_record *record, const struct clair_run *run)
{
	unsigned failed = 0;

	assert_string_equal(record->site->organisation, "Ville d’Aa");
	assert_string_equal(record->day, "2026-05-28");
	assert_string_equal(record->stopped_because, "all-pages");
	assert_null(record->start_failure);
	assert_int_equal(record->known, 3);
	assert_int_equal(record->failed, 1);
	assert_int_equal(record->tested, 2);
	assert_int_equal(record->refused_by_robots, 2);
	assert_int_equal(record->tests, run->rgaa_tests);
	assert_int_equal(record->tests_decided, run->rgaa_decided);
	assert_true(record->tests_decided > 0);
	hold_scores(record, run);
	hold_indicators(record, run);
	hold_causes(record, run);
	assert_true(record->duty_count > 0);
	for (uint32_t i = 0; i < record->duty_count; i++) {
		assert_true(strncmp(record->duties[i].rule, "legal/", 6) == 0);
		failed += strcmp(record->duties[i].outcome, "failed") == 0 && record->duties[i].pages == 1;
	}
	assert_true(failed > 0);
}

static bool
take(void *payload, const struct clair_site_record *record)
{
	struct reading *reading = payload;

	assert_true(reading->count < STORE_SITES);
	assert_string_equal(record->site->key, store_sites[reading->count].key);
	assert_string_equal(record->site->organisation, store_sites[reading->count].organisation);
	assert_int_equal(record->site->own, store_sites[reading->count].own);
	assert_string_equal(record->rules_digest, "r");
	if (reading->count == 0 && reading->run != NULL)
		hold_first(record, reading->run);
	else if (record->state != CLAIR_SITE_DONE)
		assert_true(record->axis[0] == -1 && record->persona[0] == -1 && record->site_kept[0] == -1);
	reading->states[reading->count++] = record->state;
	return true;
}

static void
test_what_was_found_is_read_back(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = store_begin(place);
	struct reading reading = {.run = store_make_run("https://www.aa.fr/", store_first_pages)};
	struct clair_store_claim claim;
	int64_t wait;

	store_crawl(store, place, store_first_pages, INT64_C(1780000100000));
	assert_int_equal(clair_store_claim(store, &store_worker, place->clock, &claim, &wait), CLAIR_OK);
	assert_true(clair_store_each(store, 1, take, &reading));
	assert_int_equal(reading.count, STORE_SITES);
	assert_int_equal(reading.states[0], CLAIR_SITE_DONE);
	assert_int_equal(reading.states[1], CLAIR_SITE_RUNNING);
	assert_int_equal(reading.states[2], CLAIR_SITE_PENDING);
	assert_int_equal(clair_store_records(store, 2, 0, take, &reading), CLAIR_NOT_FOUND);
	assert_false(clair_store_each(store, 2, take, &reading));
	clair_run_free((struct clair_run *)reading.run);
	clair_store_claim_free(&claim);
	clair_store_close(store);
}

/* Of the first site: each rule that a page fails, with how many do. */
static bool
take_failed_rules(void *payload, const struct clair_site_record *record)
{
	const struct clair_run *run = payload;
	uint32_t next = 0;

	for (size_t i = 0; i < clair_linter_rule_count(run->linter); i++) {
		const char *id = clair_linter_rule(run->linter, i)->id;
		uint32_t pages = 0;

		for (uint32_t p = 0; p < run->page_count; p++) {
			const struct clair_result *page = clair_run_page(run, p);

			pages += page->tested && page->tallies != NULL && page->tallies[i].outcome == CLAIR_FAIL;
		}
		if (pages == 0 && (run->site_tallies == NULL || run->site_tallies[i].outcome != CLAIR_FAIL))
			continue;
		assert_true(next < record->failed_rule_count);
		assert_string_equal(record->failed_rules[next].rule, id);
		assert_int_equal(record->failed_rules[next++].pages, pages);
	}
	assert_true(next > 0);
	assert_int_equal(record->failed_rule_count, next);
	assert_int_equal(record->cause_count, 0);
	return false;
}

static void
test_the_rules_that_failed(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = store_begin(place);
	struct clair_run *run = store_make_run("https://www.aa.fr/", store_first_pages);

	store_crawl(store, place, store_first_pages, INT64_C(1780000100000));
	assert_int_equal(clair_store_records(store, 1, CLAIR_STORE_RULES, take_failed_rules, run), CLAIR_OK);
	clair_run_free(run);
	clair_store_close(store);
}

static bool
take_one(void *payload, const struct clair_site_record *record)
{
	(void)record;
	++*(unsigned *)payload;
	return false;
}

static bool
take_all(void *payload, const struct clair_site_record *record)
{
	(void)record;
	++*(unsigned *)payload;
	return true;
}

static void
test_reading_stops_when_asked_and_skips_the_absent(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = store_begin(place);
	unsigned count = 0;

	store_crawl(store, place, store_first_pages, INT64_C(1780000100000));
	assert_int_equal(clair_store_records(store, 1, CLAIR_STORE_ABSENT, take_one, &count), CLAIR_OK);
	assert_int_equal(count, 1);
	assert_int_equal(clair_store_sync_sites(store, &store_sites[1], 2), CLAIR_OK);
	count = 0;
	assert_int_equal(clair_store_records(store, 1, 0, take_all, &count), CLAIR_OK);
	assert_int_equal(count, 2);
	count = 0;
	assert_int_equal(clair_store_records(store, 1, CLAIR_STORE_ABSENT, take_all, &count), CLAIR_OK);
	assert_int_equal(count, 3);
	clair_store_close(store);
}

static void
test_rows_are_those_of_the_run(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = store_begin(place);
	struct clair_run *run = store_make_run("https://www.aa.fr/", store_first_pages);
	unsigned findings = run->site_finding_count;
	unsigned silenced = 0;

	for (uint32_t i = 0; i < run->page_count; i++)
		for (const struct clair_finding *one = run->pages[i]->first; one != NULL; one = one->next) {
			findings++;
			silenced += one->suppressed != NULL;
		}
	store_crawl(store, place, store_first_pages, INT64_C(1780000100000));
	assert_true(findings > 10);
	assert_int_equal(silenced, 1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM finding"), findings);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM v_finding"), findings);
	assert_int_equal(store_ask(store, "SELECT findings FROM crawl"), findings);
	assert_int_equal(store_ask(store, "SELECT sum(findings) FROM page"), findings - run->site_finding_count);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM finding WHERE silenced = 'Cadre remplacé en mars'"), 1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM v_cause_latest"), run->cause_count);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM cause WHERE occurrences = 0"), 1);
	/* Each cause counts what it holds. */
	assert_int_equal(store_ask(store,
			     "SELECT count(*) FROM cause c WHERE c.occurrences <> (SELECT count(*) FROM finding f"
			     " WHERE f.round = c.round AND f.site = c.site AND f.cause = c.number AND f.silenced IS NULL)"),
	    0);
	assert_int_equal(store_ask(store,
			     "SELECT count(*) FROM cause c LEFT JOIN page p ON p.round = c.round AND p.site = c.site"
			     " AND p.number = c.example_page WHERE c.example <> coalesce(p.url, 'https://www.aa.fr/')"),
	    0);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM page WHERE tested = 0 AND reason = 'http-error'") +
		store_ask(store, "SELECT count(*) FROM page WHERE tested = 0 AND reason = 'http-status'"),
	    1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM measure WHERE page = 1"), run->pages[0]->measure_count);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM criterion WHERE id = '1.1' AND state = 'NC'"), 1);
	assert_int_equal(
	    store_ask(store, "SELECT pages_failed FROM outcome WHERE rule = 'images/alt-missing'"), 2);
	assert_int_equal(store_ask(store, "SELECT crawl_delay FROM robots WHERE refuses_all = 0"), 5000);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM robots WHERE status IS NULL AND failure = 'timeout'"), 1);
	clair_run_free(run);
	clair_store_close(store);
}

/* An address of 5000 bytes has an origin too, and so has its neighbour. */
static void
test_origins_that_no_server_has_are_left_out(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = store_begin(place);
	char origins[2][5000];
	const struct clair_store_robots told[] = {store_robots[0], {.origin = origins[0], .failure = "unreachable"},
		{.origin = origins[1], .failure = "unreachable"}};
	const struct clair_store_outcome outcome = {.ended = 1, .start_failure = "unreachable", .robots = told,
		.robots_count = 3};
	struct clair_store_claim claim;
	int64_t wait;

	for (int i = 0; i < 2; i++) {
		memset(origins[i], 'a', sizeof(origins[i]));
		memcpy(origins[i], "https://", 8);
		memcpy(origins[i] + sizeof(origins[i]) - 3, i == 0 ? "fr" : "eu", 3);
	}
	assert_int_equal(clair_store_claim(store, &store_worker, place->clock, &claim, &wait), CLAIR_OK);
	if (clair_store_complete(store, &claim, &outcome, NULL) != CLAIR_OK)
		fail_msg("%s", clair_store_fault(store)->detail);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM robots"), 1);
	clair_store_claim_free(&claim);
	clair_store_close(store);
}

static void
refuse_rows(struct clair_store *store, const struct store_place *place, const char *table, bool refuse)
{
	char sql[300];

	if (place->server)
		snprintf(sql, sizeof(sql),
		    refuse ? "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';"
			     "CREATE TRIGGER refuse BEFORE INSERT ON %s FOR EACH ROW EXECUTE FUNCTION refuse()"
			   : "DROP TRIGGER refuse ON %s; DROP FUNCTION refuse",
		    table);
	else
		snprintf(sql, sizeof(sql),
		    refuse ? "CREATE TRIGGER refuse BEFORE INSERT ON %s BEGIN SELECT RAISE(ABORT, 'no'); END"
			   : "DROP TRIGGER refuse /* %s */",
		    table);
	store_do(store, sql);
}

static void
test_a_row_that_is_refused_refuses_the_site(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = store_begin(place);
	const struct clair_store_outcome outcome = {.began = 1, .ended = 2, .robots = store_robots, .robots_count = 2};
	struct clair_store_claim claim;
	struct clair_run *run;
	int64_t wait;

	assert_int_equal(clair_store_claim(store, &store_worker, place->clock, &claim, &wait), CLAIR_OK);
	run = store_make_run(claim.site.address, store_first_pages);
	for (int i = 0; i < CLAIR_STORE_TABLES; i++) {
		if (i == CLAIR_STORE_LOST_SHEET) /* it lost none */
			continue;
		refuse_rows(store, place, clair_store_tables[i].name, true);
		if (clair_store_complete(store, &claim, &outcome, run) != CLAIR_IO)
			fail_msg("%s", clair_store_tables[i].name);
		assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl"), 0);
		refuse_rows(store, place, clair_store_tables[i].name, false);
	}
	assert_int_equal(clair_store_complete(store, &claim, &outcome, run), CLAIR_OK);
	clair_run_free(run);
	clair_store_claim_free(&claim);
	clair_store_close(store);
}

static void
test_hostile_texts_come_back_as_they_were(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = store_begin_with(place, &store_sites[1], 1);
	char *long_attribute = malloc(1000001);
	char *body;
	const char *pages[] = {NULL, NULL};

	assert_non_null(long_attribute);
	memset(long_attribute, 'x', 1000000);
	long_attribute[1000000] = '\0';
	assert_true(asprintf(&body,
			"<img src=\"a\xff\xfe" STORE_HOSTILE_WORDS "\r\nb.png\"><h2>\x01\x02 %s</h2>"
			"<img src=\"%s\"><a href=\"\"></a><iframe src=\"\xed\xa0\x80\"></iframe>",
			"]]>", long_attribute) > 0);
	pages[0] = body;
	store_crawl(store, place, pages, INT64_C(1780000100000));
	assert_true(store_ask(store, "SELECT count(*) FROM cause WHERE text_fr LIKE '%b.png%' OR excerpt LIKE '%b.png%'") > 0);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM cause WHERE length(text_fr) > 2000 OR length(excerpt) > 500"), 0);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM page"), 1);
	free(body);
	free(long_attribute);
	clair_store_close(store);
}

/* --- What the document asks --- */

static unsigned
ask_all(struct clair_store *store, char *text)
{
	unsigned count = 0;
	char *query = strstr(text, "```sql\n");

	while (query != NULL) {
		char *end = strstr(query + 7, "```");
		unsigned rows = 0;

		assert_non_null(end);
		*end = '\0';
		query += 7;
		query[strcspn(query, ";")] = '\0';
		assert_true(clair_db_begin(store->db, CLAIR_DB_READS));
		clair_db_ask(store->db, query, CLAIR_DB_NOTHING);
		while (clair_db_next(store->db))
			rows++;
		if (clair_db_end(store->db, true) != CLAIR_OK || rows == 0)
			fail_msg("%u rows, %s: %s", rows, store->db->fault.detail, query);
		count++;
		query = strstr(end + 1, "```sql\n");
	}
	return count;
}

static void
test_every_query_of_the_document_answers(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = store_begin(place);
	size_t length;
	char *text = support_read("docs/store.md", &length);

	assert_non_null(text);
	store_crawl(store, place, store_first_pages, INT64_C(1780000100000));
	store_crawl(store, place, store_first_pages, INT64_C(1780000100000));
	store_next_round(store, "r");
	store_crawl(store, place, store_better_pages, INT64_C(1780000200000));
	store_fail_to_crawl(store, place, "tls-expired", INT64_C(1780000200000));
	assert_true(ask_all(store, text) >= 10);
	free(text);
	clair_store_close(store);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_was_found_is_read_back),
		cmocka_unit_test(test_the_rules_that_failed),
		cmocka_unit_test(test_reading_stops_when_asked_and_skips_the_absent),
		cmocka_unit_test(test_rows_are_those_of_the_run),
		cmocka_unit_test(test_origins_that_no_server_has_are_left_out),
		cmocka_unit_test(test_a_row_that_is_refused_refuses_the_site),
		cmocka_unit_test(test_hostile_texts_come_back_as_they_were),
		cmocka_unit_test(test_every_query_of_the_document_answers),
	};

	return store_crawl_run("results", tests, sizeof(tests) / sizeof(tests[0]));
}
