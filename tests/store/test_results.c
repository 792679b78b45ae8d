/* What was found on a site: written, read back, compared from round to round, merged; what docs/store.md asks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "engine/run.h"
#include "net/url.h"
#include "report/message.h"
#include "store/inside.h"
#include "store/schema.h"
#include "tests/support/read.h"
#include "tests/support/rule_cases.h"
#include "tests/support/store_place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SITES = 3 };
#define HOSTILE_WORDS "tab\there \\N \\. \\ 'quote' \"double\" $1 ; DROP TABLE page; \xc3\xa9\xe2\x80\xae"

static const struct clair_campaign_site sites[SITES] = {
	{.key = "https://www.aa.fr/", .address = "https://www.aa.fr/", .host = "aa.fr", .organisation = "Ville d’Aa",
	    .siren = "123456789", .insee = "29001", .kind = "commune", .territory = "Finistère"},
	{.key = "https://www.bb.fr/", .address = "https://www.bb.fr/", .host = "bb.fr", .organisation = HOSTILE_WORDS,
	    .siren = "", .insee = "", .kind = "departement", .territory = "Bretagne", .own = true},
	{.key = "https://www.cc.fr/", .address = "https://www.cc.fr/", .host = "cc.fr", .organisation = "Ville de Cc",
	    .siren = "", .insee = "", .kind = "commune", .territory = "Finistère"},
};

static const struct clair_suppression suppressions[] = {
	{.rule = "frames/name-missing", .reason = "Cadre remplacé en mars", .where = "a:1:1"},
};

static struct clair_linter *linter;

static int
make_linter(void)
{
	struct clair_options options = {.suppressions = suppressions, .suppression_count = 1};

	linter = support_linter(&options);
	return 0;
}

/* --- A run --- */

static void
add_page(struct clair_run *run, const char *site, const char *path, const char *body, const char *failure)
{
	struct clair_result *result;
	struct clair_buf html;
	char url[200];

	snprintf(url, sizeof(url), "%s%s", site, path);
	clair_buf_init(&html, 0);
	clair_buf_printf(&html,
	    "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Page %s</title></head><body><main>"
	    "<h1>Demander une carte</h1>%s</main></body></html>",
	    path, body);
	assert_int_equal(clair_lint(&result, linter,
			     &(struct clair_document){
				 .url = url,
				 .media_type = "text/html",
				 .http_charset = "utf-8",
				 .http_status = failure != NULL ? 404 : 200,
				 .click_depth = path[0] == '\0' ? 0 : 1,
				 .bytes = failure != NULL ? NULL : html.bytes,
				 .length = failure != NULL ? 0 : html.length,
				 .failure = failure,
			     }),
	    CLAIR_OK);
	clair_buf_free(&html);
	assert_int_equal(clair_run_add(run, result), CLAIR_OK);
}

/* What `pages` say one after the other, ended by NULL; a page of one star could not be had. */
static struct clair_run *
make_run(const char *site, const char *const *pages)
{
	struct clair_crawl_facts facts = {.start = site, .stopped_because = "all-pages", .is_site = true};
	struct clair_run *run;

	assert_int_equal(clair_run_new(&run, linter), CLAIR_OK);
	for (unsigned i = 0; pages[i] != NULL; i++) {
		const bool lost = strcmp(pages[i], "*") == 0;
		char path[16] = "";

		if (i > 0)
			snprintf(path, sizeof(path), "p%u", i);
		add_page(run, site, path, pages[i], lost ? "http-status" : NULL);
		facts.known++;
		facts.requested++;
		facts.failed += lost;
		facts.fetched += !lost;
	}
	assert_int_equal(clair_run_finish(run, &facts), CLAIR_OK);
	return run;
}

#define IMAGE "<p><img src=\"carte.png\"></p>"
#define FRAME "<iframe src=\"plan.html\"></iframe>"
#define BOX "<label><input type=\"checkbox\" checked> Je souhaite recevoir la lettre d’information</label>"
#define WORDS "<p>La mairie ouvre à neuf heures. Elle ferme à midi. Venez avec une carte. Le guichet est à gauche.</p>"

static const char *const first_pages[] = {WORDS IMAGE FRAME BOX, "*", WORDS "<a href=\"x\"></a>" IMAGE, NULL};
static const char *const better_pages[] = {WORDS FRAME, "*", WORDS "<p><font color=red>Rouge</font></p>", NULL};
static const char *const fewer_pages[] = {WORDS IMAGE FRAME, NULL};

static const struct clair_store_robots robots[] = {
	{.origin = "https://www.aa.fr", .status = 200, .crawl_delay = 5000},
	{.origin = "https://aa.fr", .status = 0, .failure = "timeout", .crawl_delay = -1, .refuses_all = true},
};

static const struct clair_store_round round_facts = {.began = INT64_C(1780000000000), .tool_version = "0.1.0",
	.referential = "RGAA 4.1.2", .rules_digest = "r", .options_digest = "o"};

static const struct clair_store_worker worker = {.name = "one", .lease = 60000};

static struct clair_store *
begin_with(const struct store_place *place, const struct clair_campaign_site *list, size_t count)
{
	struct clair_store *store = store_place_open(place, CLAIR_STORE_CREATE);
	uint32_t number;

	assert_int_equal(clair_store_sync_sites(store, list, count), CLAIR_OK);
	assert_int_equal(clair_store_round_begin(store, &round_facts, &number), CLAIR_OK);
	return store;
}

static struct clair_store *
begin(const struct store_place *place)
{
	return begin_with(place, sites, SITES);
}

/* Claims the next site and completes it with these pages. */
static void
crawl(struct clair_store *store, struct store_place *place, const char *const *pages, int64_t ended)
{
	struct clair_store_outcome outcome = {.began = ended - 1000, .ended = ended, .refused_by_robots = 2,
		.requests = 9, .bytes = 12345, .robots = robots, .robots_count = 2};
	struct clair_store_claim claim;
	struct clair_run *run;
	int64_t wait;

	place->clock = ended;
	assert_int_equal(clair_store_claim(store, &worker, place->clock, &claim, &wait), CLAIR_OK);
	run = make_run(claim.site.address, pages);
	if (clair_store_complete(store, &claim, &outcome, run) != CLAIR_OK)
		fail_msg("%s", clair_store_fault(store)->detail);
	clair_run_free(run);
	clair_store_claim_free(&claim);
}

/* The same, and it could not be read. */
static void
fail_to_crawl(struct clair_store *store, struct store_place *place, const char *failure, int64_t ended)
{
	const struct clair_store_outcome outcome = {.began = ended - 1000, .ended = ended, .start_failure = failure};
	struct clair_store_claim claim;
	int64_t wait;

	place->clock = ended;
	assert_int_equal(clair_store_claim(store, &worker, place->clock, &claim, &wait), CLAIR_OK);
	assert_int_equal(clair_store_complete(store, &claim, &outcome, NULL), CLAIR_OK);
	clair_store_claim_free(&claim);
}

static void
next_round(struct clair_store *store, const char *digest)
{
	struct clair_store_round round = round_facts;
	uint32_t number;

	round.rules_digest = digest;
	assert_int_equal(clair_store_round_end(store, true, round.began + 1), CLAIR_OK);
	assert_int_equal(clair_store_round_begin(store, &round, &number), CLAIR_OK);
}

/* --- Read back --- */

struct reading {
	const struct clair_run *run; /* of the first site */
	unsigned count;
	enum clair_site_state states[SITES];
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

	assert_true(reading->count < SITES);
	assert_string_equal(record->site->key, sites[reading->count].key);
	assert_string_equal(record->site->organisation, sites[reading->count].organisation);
	assert_int_equal(record->site->own, sites[reading->count].own);
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
	struct clair_store *store = begin(place);
	struct reading reading = {.run = make_run("https://www.aa.fr/", first_pages)};
	struct clair_store_claim claim;
	int64_t wait;

	crawl(store, place, first_pages, INT64_C(1780000100000));
	assert_int_equal(clair_store_claim(store, &worker, place->clock, &claim, &wait), CLAIR_OK);
	assert_true(clair_store_each(store, 1, take, &reading));
	assert_int_equal(reading.count, SITES);
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
	struct clair_store *store = begin(place);
	struct clair_run *run = make_run("https://www.aa.fr/", first_pages);

	crawl(store, place, first_pages, INT64_C(1780000100000));
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
	struct clair_store *store = begin(place);
	unsigned count = 0;

	crawl(store, place, first_pages, INT64_C(1780000100000));
	assert_int_equal(clair_store_records(store, 1, CLAIR_STORE_ABSENT, take_one, &count), CLAIR_OK);
	assert_int_equal(count, 1);
	assert_int_equal(clair_store_sync_sites(store, &sites[1], 2), CLAIR_OK);
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
	struct clair_store *store = begin(place);
	struct clair_run *run = make_run("https://www.aa.fr/", first_pages);
	unsigned findings = run->site_finding_count;
	unsigned silenced = 0;

	for (uint32_t i = 0; i < run->page_count; i++)
		for (const struct clair_finding *one = run->pages[i]->first; one != NULL; one = one->next) {
			findings++;
			silenced += one->suppressed != NULL;
		}
	crawl(store, place, first_pages, INT64_C(1780000100000));
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
	struct clair_store *store = begin(place);
	char origins[2][5000];
	const struct clair_store_robots told[] = {robots[0], {.origin = origins[0], .failure = "unreachable"},
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
	assert_int_equal(clair_store_claim(store, &worker, place->clock, &claim, &wait), CLAIR_OK);
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
	struct clair_store *store = begin(place);
	const struct clair_store_outcome outcome = {.began = 1, .ended = 2, .robots = robots, .robots_count = 2};
	struct clair_store_claim claim;
	struct clair_run *run;
	int64_t wait;

	assert_int_equal(clair_store_claim(store, &worker, place->clock, &claim, &wait), CLAIR_OK);
	run = make_run(claim.site.address, first_pages);
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
	struct clair_store *store = begin_with(place, &sites[1], 1);
	char *long_attribute = malloc(1000001);
	char *body;
	const char *pages[] = {NULL, NULL};

	assert_non_null(long_attribute);
	memset(long_attribute, 'x', 1000000);
	long_attribute[1000000] = '\0';
	assert_true(asprintf(&body,
			"<img src=\"a\xff\xfe" HOSTILE_WORDS "\r\nb.png\"><h2>\x01\x02 %s</h2>"
			"<img src=\"%s\"><a href=\"\"></a><iframe src=\"\xed\xa0\x80\"></iframe>",
			"]]>", long_attribute) > 0);
	pages[0] = body;
	crawl(store, place, pages, INT64_C(1780000100000));
	assert_true(store_ask(store, "SELECT count(*) FROM cause WHERE text_fr LIKE '%b.png%' OR excerpt LIKE '%b.png%'") > 0);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM cause WHERE length(text_fr) > 2000 OR length(excerpt) > 500"), 0);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM page"), 1);
	free(body);
	free(long_attribute);
	clair_store_close(store);
}

/* --- History --- */

struct change_list {
	unsigned sites, gone, fresh, unseen, apart, kept, kept_failures;
	bool alt_is_gone, font_is_new;
};

static bool
list_change(void *payload, const struct clair_store_changes *changes)
{
	struct change_list *list = payload;

	list->sites++;
	list->kept += changes->kept;
	list->kept_failures += changes->kept_failures;
	for (uint32_t i = 0; i < changes->count; i++) {
		const struct clair_store_change *one = &changes->changes[i];

		list->gone += one->turn == CLAIR_STORE_GONE;
		list->fresh += one->turn == CLAIR_STORE_NEW;
		list->unseen += one->turn == CLAIR_STORE_UNSEEN;
		list->apart += one->turn == CLAIR_STORE_APART;
		if (one->turn == CLAIR_STORE_GONE && strcmp(one->cause.rule, "images/alt-missing") == 0)
			list->alt_is_gone = true;
		if (one->turn == CLAIR_STORE_NEW && strstr(one->cause.text_fr, "font") != NULL)
			list->font_is_new = true;
	}
	return true;
}

static void
test_what_was_mended_between_two_rounds(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct change_list list = {0};

	crawl(store, place, first_pages, INT64_C(1780000100000));
	next_round(store, "r");
	crawl(store, place, better_pages, INT64_C(1780000200000));
	next_round(store, "r");
	crawl(store, place, fewer_pages, INT64_C(1780000300000));
	next_round(store, "other");
	crawl(store, place, first_pages, INT64_C(1780000400000));

	assert_int_equal(clair_store_compare(store, 1, 2, list_change, &list), CLAIR_OK);
	assert_int_equal(list.sites, 1);
	assert_true(list.alt_is_gone);
	assert_true(list.font_is_new);
	assert_int_equal(list.unseen + list.apart, 0);
	assert_true(list.kept > 0);
	assert_true(list.kept_failures > 0 && list.kept_failures < list.kept);

	/* The third round has one page of three: what stood on the others is not told to be mended. */
	list = (struct change_list){0};
	assert_int_equal(clair_store_compare(store, 2, 3, list_change, &list), CLAIR_OK);
	assert_true(list.unseen > 0);
	assert_true(list.fresh > 0);
	list = (struct change_list){0};
	assert_int_equal(clair_store_compare(store, 3, 2, list_change, &list), CLAIR_OK);
	assert_true(list.apart > 0);

	/* Other rules: nothing is told mended or new. */
	list = (struct change_list){0};
	assert_int_equal(clair_store_compare(store, 2, 4, list_change, &list), CLAIR_OK);
	assert_int_equal(list.gone + list.fresh, 0);
	assert_true(list.unseen > 0 && list.apart > 0);
	assert_int_equal(clair_store_compare(store, 2, 5, list_change, &list), CLAIR_NOT_FOUND);
	clair_store_close(store);
}

static void
test_the_history_of_a_site(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = begin(place);
	struct clair_site_record *records;
	struct clair_store_round *rounds;
	struct clair_arena mem;
	size_t count;

	crawl(store, place, first_pages, INT64_C(1780000100000));
	next_round(store, "r");
	next_round(store, "r");
	crawl(store, place, better_pages, INT64_C(1782900000000));
	clair_arena_init(&mem, 0);
	assert_int_equal(clair_store_history(store, "https://www.aa.fr/", CLAIR_STORE_CAUSES, &mem, &records, &count), CLAIR_OK);
	assert_int_equal(count, 2);
	assert_int_equal(records[0].round, 1);
	assert_int_equal(records[1].round, 3);
	assert_string_equal(records[1].day, "2026-07-01");
	assert_string_equal(records[1].site->organisation, "Ville d’Aa");
	assert_true(records[1].axis[CLAIR_ACCESS] > records[0].axis[CLAIR_ACCESS]);
	assert_true(records[0].cause_count > 0 && records[0].page_count == 0);
	assert_int_equal(clair_store_history(store, "https://www.bb.fr/", 0, &mem, &records, &count), CLAIR_OK);
	assert_int_equal(count, 0);
	assert_int_equal(clair_store_history(store, "https://nobody.fr/", 0, &mem, &records, &count), CLAIR_NOT_FOUND);
	assert_int_equal(clair_store_rounds(store, &mem, &rounds, &count), CLAIR_OK);
	assert_int_equal(count, 3);
	assert_int_equal(rounds[2].ended, 0);
	assert_true(rounds[1].ended > 0);
	assert_string_equal(rounds[2].referential, "RGAA 4.1.2");
	assert_int_equal(store_ask(store, "SELECT count(*) FROM v_progress WHERE access_gained > 0"), 1);
	clair_arena_free(&mem);
	clair_store_close(store);
}

/* --- The same rows, whoever came first and wherever they lie --- */

static void
crawl_site(struct clair_store *store, const struct store_place *place, size_t site, const char *const *pages)
{
	struct clair_store_claim claims[SITES + 1];
	struct clair_store_outcome outcome = {.began = INT64_C(1780000000000) + (int64_t)site, .robots = robots,
		.robots_count = 2};
	int count = 0;
	int64_t wait;

	outcome.ended = outcome.began + 500;
	while (clair_store_claim(store, &worker, place->clock, &claims[count], &wait) == CLAIR_OK) {
		if (strcmp(claims[count].site.key, sites[site].key) == 0) {
			struct clair_run *run = make_run(sites[site].address, pages);

			assert_int_equal(clair_store_complete(store, &claims[count], &outcome, run), CLAIR_OK);
			clair_run_free(run);
		}
		count++;
	}
	while (count > 0) {
		count--;
		(void)!clair_store_give_back(store, &claims[count], 0, place->clock);
		clair_store_claim_free(&claims[count]);
	}
}

static char *
crawl_in_order(const struct store_place *place, const size_t order[static SITES])
{
	static const char *const *const pages[SITES] = {first_pages, better_pages, fewer_pages};
	struct clair_store *store = begin(place);
	char *dump;

	for (int i = 0; i < SITES; i++)
		crawl_site(store, place, order[i], pages[order[i]]);
	dump = store_dump(store);
	clair_store_close(store);
	return dump;
}

static void
test_the_order_of_the_workers_changes_no_row(void **state)
{
	static char *of_sqlite;
	struct store_place *place = *state;
	struct store_place *other = store_place_other(place);
	char *one = crawl_in_order(place, (const size_t[SITES]){0, 1, 2});
	char *two = crawl_in_order(other, (const size_t[SITES]){2, 0, 1});

	assert_true(strlen(one) > 10000);
	assert_string_equal(one, two);
	if (of_sqlite != NULL)
		assert_string_equal(one, of_sqlite);
	free(of_sqlite);
	of_sqlite = place->server ? NULL : one;
	if (place->server)
		free(one);
	free(two);
	free(other);
}

/* --- Shards --- */

static struct clair_store *
shard(const struct store_place *place, size_t first, size_t count, const char *const *pages)
{
	struct clair_store *store = begin_with(place, &sites[first], count);

	for (size_t i = first; i < first + count; i++)
		crawl_site(store, place, i, pages);
	assert_int_equal(clair_store_round_end(store, false, INT64_C(1780000001000)), CLAIR_OK);
	return store;
}

static void
test_shards_are_merged(void **state)
{
	struct store_place *place = *state;
	struct store_place *places[3] = {store_place_other(place), store_place_other(place), store_place_other(place)};
	struct clair_store *whole = begin(place);
	struct clair_store *left = shard(places[0], 0, 1, first_pages);
	struct clair_store *right = shard(places[1], 1, 2, first_pages);
	struct clair_store *into = store_place_open(places[2], CLAIR_STORE_CREATE);
	struct clair_store_merged told;
	struct reading reading = {0};
	char *expected;
	char *got;

	for (size_t i = 0; i < SITES; i++)
		crawl_site(whole, place, i, first_pages);
	assert_int_equal(clair_store_sync_sites(into, sites, SITES), CLAIR_OK);
	assert_int_equal(clair_store_merge(into, right, &told), CLAIR_OK);
	assert_int_equal(told.sites, 2);
	assert_int_equal(told.absent, 0);
	assert_int_equal(clair_store_merge(into, left, &told), CLAIR_OK);
	assert_int_equal(clair_store_merge(into, left, &told), CLAIR_OK);
	assert_int_equal(told.sites, 0);
	assert_int_equal(told.already, 1);
	expected = store_dump(whole);
	got = store_dump(into);
	assert_string_equal(got, expected);
	assert_true(clair_store_each(into, 1, take, &reading));
	assert_int_equal(reading.count, SITES);
	free(expected);
	free(got);
	clair_store_close(whole);
	clair_store_close(left);
	clair_store_close(right);
	clair_store_close(into);
	for (int i = 0; i < 3; i++)
		free(places[i]);
}

static void
test_an_open_round_waits_for_its_last_shard(void **state)
{
	struct store_place *place = *state;
	struct store_place *places[2] = {store_place_other(place), store_place_other(place)};
	struct clair_store *into = begin(place);
	struct clair_store *left = shard(places[0], 0, 1, first_pages);
	struct clair_store *right = shard(places[1], 1, 2, first_pages);
	struct clair_store_merged told;

	assert_int_equal(clair_store_merge(into, left, &told), CLAIR_OK);
	assert_int_equal(store_ask(into, "SELECT count(*) FROM todo"), 2);
	assert_int_equal(store_ask(into, "SELECT count(*) FROM round WHERE ended IS NULL"), 1);
	assert_int_equal(clair_store_merge(into, right, &told), CLAIR_OK);
	assert_int_equal(store_ask(into, "SELECT count(*) FROM todo"), 0);
	assert_int_equal(store_ask(into, "SELECT count(*) FROM round WHERE ended IS NULL"), 0);
	clair_store_close(into);
	clair_store_close(left);
	clair_store_close(right);
	free(places[0]);
	free(places[1]);
}

static void
test_a_site_crawled_twice_or_by_other_rules_is_refused(void **state)
{
	struct store_place *place = *state;
	struct store_place *places[2] = {store_place_other(place), store_place_other(place)};
	struct clair_store *into = begin(place);
	struct clair_store *twice = begin_with(places[0], sites, 2);
	struct clair_store *other = store_place_open(places[1], CLAIR_STORE_CREATE);
	struct clair_store_round round = round_facts;
	struct clair_store_merged told;
	uint32_t number;
	char *before;
	char *after;

	crawl(into, place, first_pages, INT64_C(1780000100000));
	crawl(twice, places[0], first_pages, INT64_C(1780000100001));
	crawl(twice, places[0], first_pages, INT64_C(1780000100001));
	before = store_dump(into);
	assert_int_equal(clair_store_merge(into, twice, &told), CLAIR_BAD_INPUT);
	assert_int_equal(clair_store_fault(into)->why, CLAIR_STORE_TWICE);
	assert_string_equal(clair_store_fault(into)->detail, "https://www.aa.fr/");
	assert_int_equal(told.sites, 0);
	round.options_digest = "other";
	assert_int_equal(clair_store_round_begin(other, &round, &number), CLAIR_OK);
	assert_int_equal(clair_store_merge(into, other, &told), CLAIR_BAD_INPUT);
	assert_int_equal(clair_store_fault(into)->why, CLAIR_STORE_OTHER_ROUND);
	assert_string_equal(clair_store_fault(into)->detail, "1");
	after = store_dump(into);
	assert_string_equal(after, before);
	free(before);
	free(after);
	clair_store_close(into);
	clair_store_close(twice);
	clair_store_close(other);
	free(places[0]);
	free(places[1]);
}

/* --- Judging again --- */

/* Takes the next site after `after`, and holds it to its address. */
static uint32_t
next_again(struct clair_store *store, uint32_t after, const char *key, uint32_t tested)
{
	struct clair_store_claim claim;
	struct clair_store_crawled crawled;
	uint32_t number;

	assert_int_equal(clair_store_again_next(store, 1, after, &claim, &crawled), CLAIR_OK);
	assert_string_equal(claim.site.key, key);
	assert_string_equal(crawled.start, key);
	assert_int_equal(claim.round, 1);
	assert_int_equal(crawled.tested, tested);
	assert_string_equal(crawled.pages[0], key);
	number = claim.number;
	clair_store_claim_free(&claim);
	return number;
}

/* The moments are those of the judging: they are not to be kept. */
static enum clair_status
complete_again(struct clair_store *store, const struct clair_store_round *rules, uint32_t site, const char *key,
    const char *const *pages)
{
	const struct clair_store_outcome outcome = {.began = 1, .ended = 2, .refused_by_robots = 2, .requests = 9,
		.bytes = 12345, .robots = robots, .robots_count = 2};
	struct clair_run *run = make_run(key, pages);
	const enum clair_status status = clair_store_again_complete(store, rules, site, &outcome, run);

	clair_run_free(run);
	return status;
}

static uint32_t
begin_again(struct clair_store *store, const struct clair_store_round *rules, bool wanted)
{
	uint32_t left;
	bool goes_on;

	assert_int_equal(clair_store_again_begin(store, rules, &left, &goes_on), CLAIR_OK);
	assert_int_equal(goes_on, wanted);
	return left;
}

static struct clair_store_round
rules_of(const char *digest)
{
	struct clair_store_round rules = round_facts;

	rules.number = 1;
	rules.rules_digest = digest;
	rules.today = "2026-05-28";
	return rules;
}

/* Three sites were crawled, and the round is over. */
static struct clair_store *
crawled_store(struct store_place *place)
{
	struct clair_store *store = begin(place);

	for (int i = 0; i < SITES; i++)
		crawl(store, place, first_pages, INT64_C(1780000100000));
	assert_int_equal(clair_store_round_end(store, false, INT64_C(1780000200000)), CLAIR_OK);
	return store;
}

static bool
hold_digest(void *payload, const struct clair_site_record *record)
{
	const char **wanted = payload;

	assert_string_equal(record->rules_digest, *wanted);
	*wanted += 2;
	return true;
}

/* One letter a site, two bytes apart. */
static void
hold_digests(struct clair_store *store, const char *letters)
{
	assert_int_equal(clair_store_records(store, 1, 0, hold_digest, &letters), CLAIR_OK);
}

static void
test_a_round_judged_again_by_its_rules_is_the_same(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = crawled_store(place);
	const struct clair_store_round rules = rules_of("r");
	char *before = store_dump(store);
	char *after;
	uint32_t site = 0;

	assert_int_equal(begin_again(store, &rules, false), SITES);
	for (int i = 0; i < SITES; i++) {
		site = next_again(store, site, sites[i].key, 2);
		assert_int_equal(complete_again(store, &rules, site, sites[i].key, first_pages), CLAIR_OK);
		assert_int_equal(complete_again(store, &rules, site, sites[i].key, first_pages), CLAIR_NOT_FOUND);
	}
	assert_int_equal(clair_store_again_end(store, &rules), CLAIR_OK);
	assert_int_equal(clair_store_again_end(store, &rules), CLAIR_NOT_FOUND);
	after = store_dump(store);
	assert_string_equal(after, before);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM again") + store_ask(store, "SELECT count(*) FROM again_todo"), 0);
	free(before);
	free(after);
	clair_store_close(store);
}

static const char *const digests_when_stopped[] = {"s\0r\0r", "s\0s\0r"};

static void
test_a_round_judged_again_by_others_says_which_at_any_moment(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = crawled_store(place);
	const struct clair_store_round rules = rules_of("s");
	struct change_list list = {0};
	uint32_t round;
	uint32_t left;
	uint32_t site;

	begin_again(store, &rules, false);
	site = next_again(store, 0, sites[0].key, 2);
	assert_int_equal(complete_again(store, &rules, site, sites[0].key, better_pages), CLAIR_OK);
	hold_digests(store, digests_when_stopped[0]);
	assert_int_equal(clair_store_again_open(store, &round, &left), CLAIR_OK);
	assert_int_equal(round, 1);
	assert_int_equal(left, SITES - 1);
	assert_int_equal(clair_store_again_end(store, &rules), CLAIR_BAD_INPUT);
	assert_int_equal(clair_store_fault(store)->why, CLAIR_STORE_SITE_LEFT);
	clair_store_close(store);

	store = store_place_open(place, CLAIR_STORE_WRITE);
	assert_int_equal(begin_again(store, &rules, true), SITES - 1);
	site = next_again(store, 0, sites[1].key, 2);
	assert_int_equal(complete_again(store, &rules, site, sites[1].key, fewer_pages), CLAIR_OK);
	site = next_again(store, site, sites[2].key, 2);
	assert_int_equal(clair_store_again_leave(store, &rules, site), CLAIR_OK);
	assert_int_equal(clair_store_again_end(store, &rules), CLAIR_OK);
	assert_int_equal(clair_store_again_open(store, &round, &left), CLAIR_NOT_FOUND);
	hold_digests(store, digests_when_stopped[1]);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM round WHERE rules_digest = 's'"), 1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl WHERE rules_digest = 'r'"), 1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl WHERE began = 1780000099000"), SITES);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM page WHERE site = 2"), 1);
	assert_int_equal(store_ask(store, "SELECT count(DISTINCT page) FROM measure WHERE site = 2 AND page > 1"), 0);
	assert_int_equal(store_ask(store, "SELECT count(DISTINCT page) FROM finding WHERE site = 2 AND page > 1"), 0);

	/* Compared with a round of the rules of today: what was judged by them, and what was not. */
	assert_int_equal(clair_store_round_begin(store, &rules, &site), CLAIR_OK);
	crawl(store, place, first_pages, INT64_C(1780000300000));
	assert_int_equal(clair_store_compare(store, 1, 2, list_change, &list), CLAIR_OK);
	assert_true(list.fresh > 0);
	assert_int_equal(list.apart, 0);
	crawl(store, place, first_pages, INT64_C(1780000300000));
	crawl(store, place, better_pages, INT64_C(1780000300000));
	list = (struct change_list){0};
	assert_int_equal(clair_store_compare(store, 1, 2, list_change, &list), CLAIR_OK);
	assert_true(list.apart > 0);
	assert_int_equal(store_ask(store, "SELECT sum(same_rules) FROM v_progress WHERE round = 2"), 2);
	clair_store_close(store);
}

static void
test_judging_again_yields(void **state)
{
	struct store_place *place = *state;
	struct store_place *other_place = store_place_other(place);
	const struct clair_store_exclusion letter = {sites[1].key, "courrier"};
	struct clair_store *store = begin(place);
	const struct clair_store_round rules = rules_of("s");
	const struct clair_store_round others = rules_of("t");
	struct clair_store_round later = others;
	uint32_t left;
	bool goes_on;

	later.today = "2026-05-29";
	/* A round that goes on, or that is not there. */
	assert_int_equal(clair_store_again_begin(store, &rules, &left, &goes_on), CLAIR_NOT_FOUND);
	clair_store_close(store);
	store = crawled_store(other_place);
	assert_int_equal(begin_again(store, &rules, false), SITES);
	assert_int_equal(clair_store_sync_exclusions(store, &letter, 1), CLAIR_OK);
	assert_int_equal(next_again(store, 1, sites[2].key, 2), 3);
	assert_int_equal(complete_again(store, &rules, 2, sites[1].key, better_pages), CLAIR_NOT_FOUND);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl WHERE rules_digest IS NOT NULL"), 0);

	/* Who begins with other rules takes the place. */
	assert_int_equal(begin_again(store, &others, false), SITES - 1);
	assert_int_equal(complete_again(store, &rules, 1, sites[0].key, better_pages), CLAIR_NOT_FOUND);
	assert_int_equal(clair_store_again_leave(store, &rules, 1), CLAIR_NOT_FOUND);
	assert_int_equal(clair_store_again_end(store, &rules), CLAIR_NOT_FOUND);

	/* So does who judges by the same ones, on another day. */
	assert_int_equal(clair_store_again_leave(store, &others, 1), CLAIR_OK);
	assert_int_equal(begin_again(store, &later, false), SITES - 1);
	assert_int_equal(clair_store_again_leave(store, &others, 3), CLAIR_NOT_FOUND);
	assert_int_equal(begin_again(store, &others, false), SITES - 1);
	assert_int_equal(begin_again(store, &others, true), SITES - 1);

	/* Nothing could be judged: the round keeps its rules. */
	assert_int_equal(clair_store_again_leave(store, &others, 1), CLAIR_OK);
	assert_int_equal(clair_store_again_leave(store, &others, 3), CLAIR_OK);
	assert_int_equal(clair_store_again_end(store, &others), CLAIR_OK);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM round WHERE rules_digest = 'r'"), 1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl WHERE rules_digest IS NOT NULL"), 0);
	clair_store_close(store);
	free(other_place);
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
	struct clair_store *store = begin(place);
	size_t length;
	char *text = support_read("docs/store.md", &length);

	assert_non_null(text);
	crawl(store, place, first_pages, INT64_C(1780000100000));
	crawl(store, place, first_pages, INT64_C(1780000100000));
	next_round(store, "r");
	crawl(store, place, better_pages, INT64_C(1780000200000));
	fail_to_crawl(store, place, "tls-expired", INT64_C(1780000200000));
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
		cmocka_unit_test(test_what_was_mended_between_two_rounds),
		cmocka_unit_test(test_the_history_of_a_site),
		cmocka_unit_test(test_the_order_of_the_workers_changes_no_row),
		cmocka_unit_test(test_shards_are_merged),
		cmocka_unit_test(test_an_open_round_waits_for_its_last_shard),
		cmocka_unit_test(test_a_site_crawled_twice_or_by_other_rules_is_refused),
		cmocka_unit_test(test_a_round_judged_again_by_its_rules_is_the_same),
		cmocka_unit_test(test_a_round_judged_again_by_others_says_which_at_any_moment),
		cmocka_unit_test(test_judging_again_yields),
		cmocka_unit_test(test_every_query_of_the_document_answers),
	};
	int failed;

	make_linter();
	failed = store_place_run("results", tests, sizeof(tests) / sizeof(tests[0]));
	clair_linter_free(linter);
	return failed;
}
