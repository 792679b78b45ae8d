/* A site from round to round: what was mended, what is new. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/store_crawl.h"

#include <string.h>

static void
test_what_was_mended_between_two_rounds(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = store_begin(place);
	struct store_change_list list = {0};

	store_crawl(store, place, store_first_pages, INT64_C(1780000100000));
	store_next_round(store, "r");
	store_crawl(store, place, store_better_pages, INT64_C(1780000200000));
	store_next_round(store, "r");
	store_crawl(store, place, store_fewer_pages, INT64_C(1780000300000));
	store_next_round(store, "other");
	store_crawl(store, place, store_first_pages, INT64_C(1780000400000));

	assert_int_equal(clair_store_compare(store, 1, 2, store_list_change, &list), CLAIR_OK);
	assert_int_equal(list.sites, 1);
	assert_true(list.alt_is_gone);
	assert_true(list.font_is_new);
	assert_int_equal(list.unseen + list.apart, 0);
	assert_true(list.kept > 0);
	assert_true(list.kept_failures > 0 && list.kept_failures < list.kept);

	/* The third round has one page of three: what stood on the others is not told to be mended. */
	list = (struct store_change_list){0};
	assert_int_equal(clair_store_compare(store, 2, 3, store_list_change, &list), CLAIR_OK);
	assert_true(list.unseen > 0);
	assert_true(list.fresh > 0);
	list = (struct store_change_list){0};
	assert_int_equal(clair_store_compare(store, 3, 2, store_list_change, &list), CLAIR_OK);
	assert_true(list.apart > 0);

	/* Other rules: nothing is told mended or new. */
	list = (struct store_change_list){0};
	assert_int_equal(clair_store_compare(store, 2, 4, store_list_change, &list), CLAIR_OK);
	assert_int_equal(list.gone + list.fresh, 0);
	assert_true(list.unseen > 0 && list.apart > 0);
	assert_int_equal(clair_store_compare(store, 2, 5, store_list_change, &list), CLAIR_NOT_FOUND);
	clair_store_close(store);
}

static void
test_the_history_of_a_site(void **state)
{
	struct store_place *place = *state;
	struct clair_store *store = store_begin(place);
	struct clair_site_record *records;
	struct clair_store_round *rounds;
	struct clair_arena mem;
	size_t count;

	store_crawl(store, place, store_first_pages, INT64_C(1780000100000));
	store_next_round(store, "r");
	store_next_round(store, "r");
	store_crawl(store, place, store_better_pages, INT64_C(1782900000000));
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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_was_mended_between_two_rounds),
		cmocka_unit_test(test_the_history_of_a_site),
	};

	return store_crawl_run("history", tests, sizeof(tests) / sizeof(tests[0]));
}
