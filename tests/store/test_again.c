/* A round judged again, by the same rules and by others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/store_crawl.h"

#include <stdlib.h>
#include <string.h>

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
		.bytes = 12345, .robots = store_robots, .robots_count = 2};
	struct clair_run *run = store_make_run(key, pages);
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
	struct clair_store_round rules = store_round_facts;

	rules.number = 1;
	rules.rules_digest = digest;
	rules.today = "2026-05-28";
	return rules;
}

/* Three sites were crawled, and the round is over. */
static struct clair_store *
crawled_store(struct store_place *place)
{
	struct clair_store *store = store_begin(place);

	for (int i = 0; i < STORE_SITES; i++)
		store_crawl(store, place, store_first_pages, INT64_C(1780000100000));
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

	assert_int_equal(begin_again(store, &rules, false), STORE_SITES);
	for (int i = 0; i < STORE_SITES; i++) {
		site = next_again(store, site, store_sites[i].key, 2);
		assert_int_equal(complete_again(store, &rules, site, store_sites[i].key, store_first_pages), CLAIR_OK);
		assert_int_equal(complete_again(store, &rules, site, store_sites[i].key, store_first_pages), CLAIR_NOT_FOUND);
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
	struct store_change_list list = {0};
	uint32_t round;
	uint32_t left;
	uint32_t site;

	begin_again(store, &rules, false);
	site = next_again(store, 0, store_sites[0].key, 2);
	assert_int_equal(complete_again(store, &rules, site, store_sites[0].key, store_better_pages), CLAIR_OK);
	hold_digests(store, digests_when_stopped[0]);
	assert_int_equal(clair_store_again_open(store, &round, &left), CLAIR_OK);
	assert_int_equal(round, 1);
	assert_int_equal(left, STORE_SITES - 1);
	assert_int_equal(clair_store_again_end(store, &rules), CLAIR_BAD_INPUT);
	assert_int_equal(clair_store_fault(store)->why, CLAIR_STORE_SITE_LEFT);
	clair_store_close(store);

	store = store_place_open(place, CLAIR_STORE_WRITE);
	assert_int_equal(begin_again(store, &rules, true), STORE_SITES - 1);
	site = next_again(store, 0, store_sites[1].key, 2);
	assert_int_equal(complete_again(store, &rules, site, store_sites[1].key, store_fewer_pages), CLAIR_OK);
	site = next_again(store, site, store_sites[2].key, 2);
	assert_int_equal(clair_store_again_leave(store, &rules, site), CLAIR_OK);
	assert_int_equal(clair_store_again_end(store, &rules), CLAIR_OK);
	assert_int_equal(clair_store_again_open(store, &round, &left), CLAIR_NOT_FOUND);
	hold_digests(store, digests_when_stopped[1]);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM round WHERE rules_digest = 's'"), 1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl WHERE rules_digest = 'r'"), 1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl WHERE began = 1780000099000"), STORE_SITES);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM page WHERE site = 2"), 1);
	assert_int_equal(store_ask(store, "SELECT count(DISTINCT page) FROM measure WHERE site = 2 AND page > 1"), 0);
	assert_int_equal(store_ask(store, "SELECT count(DISTINCT page) FROM finding WHERE site = 2 AND page > 1"), 0);

	/* Compared with a round of the rules of today: what was judged by them, and what was not. */
	assert_int_equal(clair_store_round_begin(store, &rules, &site), CLAIR_OK);
	store_crawl(store, place, store_first_pages, INT64_C(1780000300000));
	assert_int_equal(clair_store_compare(store, 1, 2, store_list_change, &list), CLAIR_OK);
	assert_true(list.fresh > 0);
	assert_int_equal(list.apart, 0);
	store_crawl(store, place, store_first_pages, INT64_C(1780000300000));
	store_crawl(store, place, store_better_pages, INT64_C(1780000300000));
	list = (struct store_change_list){0};
	assert_int_equal(clair_store_compare(store, 1, 2, store_list_change, &list), CLAIR_OK);
	assert_true(list.apart > 0);
	assert_int_equal(store_ask(store, "SELECT sum(same_rules) FROM v_progress WHERE round = 2"), 2);
	clair_store_close(store);
}

static void
test_judging_again_yields(void **state)
{
	struct store_place *place = *state;
	struct store_place *other_place = store_place_other(place);
	const struct clair_store_exclusion letter = {store_sites[1].key, "courrier"};
	struct clair_store *store = store_begin(place);
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
	assert_int_equal(begin_again(store, &rules, false), STORE_SITES);
	assert_int_equal(clair_store_sync_exclusions(store, &letter, 1), CLAIR_OK);
	assert_int_equal(next_again(store, 1, store_sites[2].key, 2), 3);
	assert_int_equal(complete_again(store, &rules, 2, store_sites[1].key, store_better_pages), CLAIR_NOT_FOUND);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl WHERE rules_digest IS NOT NULL"), 0);

	/* Who begins with other rules takes the place. */
	assert_int_equal(begin_again(store, &others, false), STORE_SITES - 1);
	assert_int_equal(complete_again(store, &rules, 1, store_sites[0].key, store_better_pages), CLAIR_NOT_FOUND);
	assert_int_equal(clair_store_again_leave(store, &rules, 1), CLAIR_NOT_FOUND);
	assert_int_equal(clair_store_again_end(store, &rules), CLAIR_NOT_FOUND);

	/* So does who judges by the same ones, on another day. */
	assert_int_equal(clair_store_again_leave(store, &others, 1), CLAIR_OK);
	assert_int_equal(begin_again(store, &later, false), STORE_SITES - 1);
	assert_int_equal(clair_store_again_leave(store, &others, 3), CLAIR_NOT_FOUND);
	assert_int_equal(begin_again(store, &others, false), STORE_SITES - 1);
	assert_int_equal(begin_again(store, &others, true), STORE_SITES - 1);

	/* Nothing could be judged: the round keeps its rules. */
	assert_int_equal(clair_store_again_leave(store, &others, 1), CLAIR_OK);
	assert_int_equal(clair_store_again_leave(store, &others, 3), CLAIR_OK);
	assert_int_equal(clair_store_again_end(store, &others), CLAIR_OK);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM round WHERE rules_digest = 'r'"), 1);
	assert_int_equal(store_ask(store, "SELECT count(*) FROM crawl WHERE rules_digest IS NOT NULL"), 0);
	clair_store_close(store);
	free(other_place);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_round_judged_again_by_its_rules_is_the_same),
		cmocka_unit_test(test_a_round_judged_again_by_others_says_which_at_any_moment),
		cmocka_unit_test(test_judging_again_yields),
	};

	return store_crawl_run("again", tests, sizeof(tests) / sizeof(tests[0]));
}
