/* See store_crawl.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/store_crawl.h"

#include "tests/support/rule_cases.h"

#include <stdio.h>
#include <string.h>

const struct clair_campaign_site store_sites[STORE_SITES] = {
	{.key = "https://www.aa.fr/", .address = "https://www.aa.fr/", .host = "aa.fr", .organisation = "Ville d’Aa",
	    .siren = "123456789", .insee = "29001", .kind = "commune", .territory = "Finistère"},
	{.key = "https://www.bb.fr/", .address = "https://www.bb.fr/", .host = "bb.fr", .organisation = STORE_HOSTILE_WORDS,
	    .siren = "", .insee = "", .kind = "departement", .territory = "Bretagne", .own = true},
	{.key = "https://www.cc.fr/", .address = "https://www.cc.fr/", .host = "cc.fr", .organisation = "Ville de Cc",
	    .siren = "", .insee = "", .kind = "commune", .territory = "Finistère"},
};

static const struct clair_suppression suppressions[] = {
	{.rule = "frames/name-missing", .reason = "Cadre remplacé en mars", .where = "a:1:1"},
};

static struct clair_linter *linter;

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
struct clair_run *
store_make_run(const char *site, const char *const *pages)
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

const char *const store_first_pages[] = {STORE_WORDS STORE_IMAGE STORE_FRAME STORE_BOX, "*", STORE_WORDS "<a href=\"x\"></a>" STORE_IMAGE, NULL};
const char *const store_better_pages[] = {STORE_WORDS STORE_FRAME, "*", STORE_WORDS "<p><font color=red>Rouge</font></p>", NULL};
const char *const store_fewer_pages[] = {STORE_WORDS STORE_IMAGE STORE_FRAME, NULL};

const struct clair_store_robots store_robots[] = {
	{.origin = "https://www.aa.fr", .status = 200, .crawl_delay = 5000},
	{.origin = "https://aa.fr", .status = 0, .failure = "timeout", .crawl_delay = -1, .refuses_all = true},
};

const struct clair_store_round store_round_facts = {.began = INT64_C(1780000000000), .tool_version = "0.1.0",
	.referential = "RGAA 4.1.2", .rules_digest = "r", .options_digest = "o"};

const struct clair_store_worker store_worker = {.name = "one", .lease = 60000};

struct clair_store *
store_begin_with(const struct store_place *place, const struct clair_campaign_site *list, size_t count)
{
	struct clair_store *store = store_place_open(place, CLAIR_STORE_CREATE);
	uint32_t number;

	assert_int_equal(clair_store_sync_sites(store, list, count), CLAIR_OK);
	assert_int_equal(clair_store_round_begin(store, &store_round_facts, &number), CLAIR_OK);
	return store;
}

struct clair_store *
store_begin(const struct store_place *place)
{
	return store_begin_with(place, store_sites, STORE_SITES);
}

/* Claims the next site and completes it with these pages. */
void
store_crawl(struct clair_store *store, struct store_place *place, const char *const *pages, int64_t ended)
{
	struct clair_store_outcome outcome = {.began = ended - 1000, .ended = ended, .refused_by_robots = 2,
		.requests = 9, .bytes = 12345, .robots = store_robots, .robots_count = 2};
	struct clair_store_claim claim;
	struct clair_run *run;
	int64_t wait;

	place->clock = ended;
	assert_int_equal(clair_store_claim(store, &store_worker, place->clock, &claim, &wait), CLAIR_OK);
	run = store_make_run(claim.site.address, pages);
	if (clair_store_complete(store, &claim, &outcome, run) != CLAIR_OK)
		fail_msg("%s", clair_store_fault(store)->detail);
	clair_run_free(run);
	clair_store_claim_free(&claim);
}

/* The same, and it could not be read. */
void
store_fail_to_crawl(struct clair_store *store, struct store_place *place, const char *failure, int64_t ended)
{
	const struct clair_store_outcome outcome = {.began = ended - 1000, .ended = ended, .start_failure = failure};
	struct clair_store_claim claim;
	int64_t wait;

	place->clock = ended;
	assert_int_equal(clair_store_claim(store, &store_worker, place->clock, &claim, &wait), CLAIR_OK);
	assert_int_equal(clair_store_complete(store, &claim, &outcome, NULL), CLAIR_OK);
	clair_store_claim_free(&claim);
}

void
store_next_round(struct clair_store *store, const char *digest)
{
	struct clair_store_round round = store_round_facts;
	uint32_t number;

	round.rules_digest = digest;
	assert_int_equal(clair_store_round_end(store, true, round.began + 1), CLAIR_OK);
	assert_int_equal(clair_store_round_begin(store, &round, &number), CLAIR_OK);
}
void
store_crawl_site(struct clair_store *store, const struct store_place *place, size_t site, const char *const *pages)
{
	struct clair_store_claim claims[STORE_SITES + 1];
	struct clair_store_outcome outcome = {.began = INT64_C(1780000000000) + (int64_t)site, .robots = store_robots,
		.robots_count = 2};
	int count = 0;
	int64_t wait;

	outcome.ended = outcome.began + 500;
	while (clair_store_claim(store, &store_worker, place->clock, &claims[count], &wait) == CLAIR_OK) {
		if (strcmp(claims[count].site.key, store_sites[site].key) == 0) {
			struct clair_run *run = store_make_run(store_sites[site].address, pages);

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

/* --- What became of causes --- */

bool
store_list_change(void *payload, const struct clair_store_changes *changes)
{
	struct store_change_list *list = payload;

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

int
store_crawl_run(const char *name, const struct CMUnitTest *tests, size_t count)
{
	const struct clair_options options = {.suppressions = suppressions, .suppression_count = 1};
	int failed;

	linter = support_linter(&options);
	failed = store_place_run(name, tests, count);
	clair_linter_free(linter);
	return failed;
}
