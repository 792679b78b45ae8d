/* The same rows, whoever came first and wherever they lie: several workers, several stores. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/store_crawl.h"

#include <stdlib.h>
#include <string.h>

static char *
crawl_in_order(const struct store_place *place, const size_t order[static STORE_SITES])
{
	static const char *const *const pages[STORE_SITES] = {store_first_pages, store_better_pages, store_fewer_pages};
	struct clair_store *store = store_begin(place);
	char *dump;

	for (int i = 0; i < STORE_SITES; i++)
		store_crawl_site(store, place, order[i], pages[order[i]]);
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
	char *one = crawl_in_order(place, (const size_t[STORE_SITES]){0, 1, 2});
	char *two = crawl_in_order(other, (const size_t[STORE_SITES]){2, 0, 1});

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
	struct clair_store *store = store_begin_with(place, &store_sites[first], count);

	for (size_t i = first; i < first + count; i++)
		store_crawl_site(store, place, i, pages);
	assert_int_equal(clair_store_round_end(store, false, INT64_C(1780000001000)), CLAIR_OK);
	return store;
}

static bool
take_in_order(void *payload, const struct clair_site_record *record)
{
	unsigned *count = payload;

	assert_true(*count < STORE_SITES);
	assert_string_equal(record->site->key, store_sites[(*count)++].key);
	assert_int_equal(record->state, CLAIR_SITE_DONE);
	return true;
}

static void
test_shards_are_merged(void **state)
{
	struct store_place *place = *state;
	struct store_place *places[3] = {store_place_other(place), store_place_other(place), store_place_other(place)};
	struct clair_store *whole = store_begin(place);
	struct clair_store *left = shard(places[0], 0, 1, store_first_pages);
	struct clair_store *right = shard(places[1], 1, 2, store_first_pages);
	struct clair_store *into = store_place_open(places[2], CLAIR_STORE_CREATE);
	struct clair_store_merged told;
	unsigned count = 0;
	char *expected;
	char *got;

	for (size_t i = 0; i < STORE_SITES; i++)
		store_crawl_site(whole, place, i, store_first_pages);
	assert_int_equal(clair_store_sync_sites(into, store_sites, STORE_SITES), CLAIR_OK);
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
	assert_true(clair_store_each(into, 1, take_in_order, &count));
	assert_int_equal(count, STORE_SITES);
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
	struct clair_store *into = store_begin(place);
	struct clair_store *left = shard(places[0], 0, 1, store_first_pages);
	struct clair_store *right = shard(places[1], 1, 2, store_first_pages);
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
	struct clair_store *into = store_begin(place);
	struct clair_store *twice = store_begin_with(places[0], store_sites, 2);
	struct clair_store *other = store_place_open(places[1], CLAIR_STORE_CREATE);
	struct clair_store_round round = store_round_facts;
	struct clair_store_merged told;
	uint32_t number;
	char *before;
	char *after;

	store_crawl(into, place, store_first_pages, INT64_C(1780000100000));
	store_crawl(twice, places[0], store_first_pages, INT64_C(1780000100001));
	store_crawl(twice, places[0], store_first_pages, INT64_C(1780000100001));
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_order_of_the_workers_changes_no_row),
		cmocka_unit_test(test_shards_are_merged),
		cmocka_unit_test(test_an_open_round_waits_for_its_last_shard),
		cmocka_unit_test(test_a_site_crawled_twice_or_by_other_rules_is_refused),
	};

	return store_crawl_run("shards", tests, sizeof(tests) / sizeof(tests[0]));
}
