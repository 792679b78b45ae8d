/* Ranks, ties, intervals and progress, against figures computed by hand. */
#include "campaign/bootstrap.h"
#include "campaign/standing.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { SITES = 64, PAGES = 60, ROUNDS = 3 };

struct world {
	struct clair_campaign campaign;
	struct clair_campaign_site sites[SITES];
	char names[SITES][40];
	struct clair_site_record records[ROUNDS][SITES];
	struct clair_record_page pages[ROUNDS][SITES][PAGES];
	bool backwards;
};

static bool
each(void *source, uint32_t round, clair_record_take_fn *take, void *payload)
{
	struct world *world = source;

	for (uint32_t i = 0; i < world->campaign.site_count; i++) {
		const uint32_t index = world->backwards ? world->campaign.site_count - 1 - i : i;

		if (!take(payload, &world->records[round - 1][index]))
			return false;
	}
	return true;
}

static struct world *
new_world(uint32_t sites)
{
	struct world *world = calloc(1, sizeof(*world));

	assert_non_null(world);
	for (uint32_t i = 0; i < sites; i++) {
		snprintf(world->names[i], sizeof(world->names[i]), "https://site-%02u.fr/", i);
		world->sites[i] = (struct clair_campaign_site){.key = world->names[i], .address = world->names[i],
			.host = world->names[i], .organisation = world->names[i] + 8, .siren = "", .insee = "", .kind = "",
			.territory = ""};
	}
	world->campaign = (struct clair_campaign){.name = "essai", .sites = world->sites, .site_count = sites, .delay = -1};
	return world;
}

/* A record on the axis of access whose pages have these scores; -1 ends the list. */
static struct clair_site_record *
record(struct world *world, uint32_t round, uint32_t site, const double *scores)
{
	struct clair_site_record *record = &world->records[round - 1][site];
	double sum = 0;
	uint32_t count = 0;

	for (; scores[count] >= 0; count++) {
		world->pages[round - 1][site][count] = (struct clair_record_page){.url = "x", .axis = {scores[count], -1, 100}};
		sum += scores[count];
	}
	*record = (struct clair_site_record){.site = &world->sites[site], .state = CLAIR_SITE_DONE, .round = round,
		.day = "2026-11-22", .tool_version = "0.1.0", .referential = "RGAA 4.1.2", .rules_digest = "aaaa",
		.stopped_because = "page-limit", .known = 100, .requested = count, .fetched = count, .tested = count,
		.axis = {(double)lround(sum / count * 10) / 10, -1, 100}, .site_kept = {1, 1, 1}, .tests_decided = 40, .tests = 258,
		.pages = world->pages[round - 1][site], .page_count = count};
	return record;
}

/* Twelve pages of one score. */
static struct clair_site_record *
flat(struct world *world, uint32_t round, uint32_t site, double score)
{
	double scores[13];

	for (int i = 0; i < 12; i++)
		scores[i] = score;
	scores[12] = -1;
	return record(world, round, site, scores);
}

static struct clair_standings *
stand(struct world *world, uint32_t rounds)
{
	static const uint32_t numbers[] = {1, 2, 3};
	struct clair_standings *standings;

	assert_int_equal(clair_standings_new(&standings, &world->campaign, numbers, rounds, each, world), CLAIR_OK);
	return standings;
}

/* --- Draws --- */

static void
splitmix_gives_its_known_numbers(void **state)
{
	static const uint64_t wanted[] = {UINT64_C(6457827717110365317), UINT64_C(3203168211198807973),
		UINT64_C(9817491932198370423), UINT64_C(4593380528125082431), UINT64_C(16408922859458223821)};
	uint64_t seed = 1234567;

	(void)state;
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
		assert_true(clair_splitmix(&seed) == wanted[i]);
}

static int
compare(const void *a, const void *b)
{
	return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b);
}

static void
selecting_is_sorting(void **state)
{
	uint64_t seed = 7;

	(void)state;
	for (int round = 0; round < 300; round++) {
		double values[50], sorted[50];
		const uint32_t count = 1 + (uint32_t)(clair_splitmix(&seed) % 50);
		const uint64_t kinds = 1 + clair_splitmix(&seed) % 60;

		for (uint32_t i = 0; i < count; i++)
			values[i] = sorted[i] = (double)(clair_splitmix(&seed) % kinds);
		qsort(sorted, count, sizeof(*sorted), compare);
		for (uint32_t i = 0; i < count; i++)
			assert_true(clair_select(values, count, i) == sorted[i]);
	}
}

/* One page of ten has 0. Of ten pages drawn, the number of such pages is binomial: none in 35 % of the draws, 3 or more
 * in 7.0 %, 4 or more in 1.3 %. 2.5 % on each side leave 0 to 3. */
static void
an_interval_is_that_of_the_binomial(void **state)
{
	static const double scores[] = {100, 100, 100, 100, 0, 100, 100, 100, 100, 100, -1};
	struct world *world = new_world(2);
	struct clair_standings *standings;

	(void)state;
	record(world, 1, 0, scores);
	record(world, 1, 1, scores)->site_kept[CLAIR_ACCESS] = 0.5;
	world->records[0][1].axis[CLAIR_ACCESS] = 45;
	standings = stand(world, 1);
	assert_int_equal(standings->sites[0].axis[CLAIR_ACCESS].points, 90);
	assert_int_equal(standings->sites[0].axis[CLAIR_ACCESS].low, 70);
	assert_int_equal(standings->sites[0].axis[CLAIR_ACCESS].high, 100);
	/* What a rule about the whole site takes is taken from every resample. */
	assert_int_equal(standings->sites[1].axis[CLAIR_ACCESS].points, 45);
	assert_int_equal(standings->sites[1].axis[CLAIR_ACCESS].low, 35);
	assert_int_equal(standings->sites[1].axis[CLAIR_ACCESS].high, 50);
	clair_standings_free(standings);
	/* Unknown, it is what the scores show. */
	world->records[0][1].site_kept[CLAIR_ACCESS] = -1;
	standings = stand(world, 1);
	assert_int_equal(standings->sites[1].axis[CLAIR_ACCESS].low, 35);
	assert_int_equal(standings->sites[1].axis[CLAIR_ACCESS].high, 50);
	clair_standings_free(standings);
	free(world);
}

/* --- Ranks --- */

static void
equal_points_have_equal_ranks(void **state)
{
	static const double scores[] = {80, 90, 70.4, 89.5, 70, 69.4};
	static const uint32_t ranks[] = {3, 1, 4, 1, 4, 6};
	static const uint32_t tied[] = {1, 2, 2, 2, 2, 1};
	/* 70.4 lies between 70 and 71, 69.4 between 69 and 70: whole numbers meet. */
	static const uint32_t best[] = {3, 1, 4, 1, 4, 4};
	static const uint32_t worst[] = {3, 2, 6, 2, 6, 6};
	static const uint32_t order[] = {1, 3, 0, 2, 4, 5};
	struct world *world = new_world(6);
	struct clair_standings *standings;

	(void)state;
	for (uint32_t i = 0; i < 6; i++)
		flat(world, 1, i, scores[i]);
	standings = stand(world, 1);
	assert_int_equal(standings->ranked[CLAIR_ACCESS], 6);
	for (uint32_t i = 0; i < 6; i++) {
		const struct clair_axis_standing *one = &standings->sites[i].axis[CLAIR_ACCESS];

		assert_int_equal(one->rank, ranks[i]);
		assert_int_equal(one->tied, tied[i]);
		assert_int_equal(one->best, best[i]);
		assert_int_equal(one->worst, worst[i]);
		assert_int_equal(standings->order[CLAIR_ACCESS][i], order[i]);
		/* All are first where all have 100, and none where nothing was measured. */
		assert_int_equal(standings->sites[i].axis[CLAIR_JOURNEY].rank, 1);
		assert_int_equal(standings->sites[i].axis[CLAIR_JOURNEY].tied, 6);
		assert_int_equal(standings->sites[i].axis[CLAIR_COMPREHENSION].rank, 0);
	}
	assert_int_equal(standings->ranked[CLAIR_COMPREHENSION], 0);
	clair_standings_free(standings);
	free(world);
}

static void
a_rank_lies_within_those_that_are_possible(void **state)
{
	struct world *world = new_world(SITES);
	struct clair_standings *standings;
	uint64_t seed = 3;

	(void)state;
	for (uint32_t i = 0; i < SITES; i++) {
		double scores[PAGES + 1];
		const uint32_t count = 10 + (uint32_t)(clair_splitmix(&seed) % (PAGES - 10));

		for (uint32_t j = 0; j < count; j++)
			scores[j] = (double)(clair_splitmix(&seed) % 1001) / 10;
		scores[count] = -1;
		record(world, 1, i, scores);
	}
	standings = stand(world, 1);
	for (uint32_t i = 0; i < SITES; i++) {
		const struct clair_axis_standing *one = &standings->sites[i].axis[CLAIR_ACCESS];

		assert_true(one->low <= one->points && one->points <= one->high);
		assert_true(one->best <= one->rank && one->rank + one->tied - 1 <= one->worst);
		assert_true(one->best >= 1 && one->worst <= SITES);
	}
	assert_true(standings->stability[CLAIR_ACCESS] >= 90);
	clair_standings_free(standings);
	free(world);
}

/* Half of the sites have three pages of 100 and three of 0: one time in ten, all pages of a half are alike, and its site is
 * first from the one half, last from the other. The other sites have 50 everywhere. */
static void
stability_falls_when_pages_differ_wildly(void **state)
{
	static const double wild[] = {100, 0, 100, 0, 100, 0, -1};
	struct world *world = new_world(SITES);
	struct clair_standings *standings;

	(void)state;
	for (uint32_t i = 0; i < SITES; i++) {
		if (i % 2 == 0)
			record(world, 1, i, wild)->stopped_because = "all-pages";
		else
			flat(world, 1, i, 50);
	}
	standings = stand(world, 1);
	assert_int_equal(standings->ranked[CLAIR_ACCESS], SITES);
	assert_true(standings->stability[CLAIR_ACCESS] < 100);
	assert_true(standings->stability[CLAIR_ACCESS] > 80);
	assert_true(standings->stability[CLAIR_JOURNEY] == 100);
	assert_true(standings->stability[CLAIR_COMPREHENSION] == -1);
	clair_standings_free(standings);
	free(world);
}

/* No figure of a site depends on the place of its row. */
static void
the_order_of_records_changes_nothing(void **state)
{
	static const double scores[] = {100, 90, 80, 70, 60, 50, 100, 90, 80, 70, -1};
	struct world *world = new_world(3);
	struct clair_standings *one, *other;

	(void)state;
	record(world, 1, 0, scores + 2);
	record(world, 1, 1, scores);
	record(world, 1, 2, scores);
	one = stand(world, 1);
	world->backwards = true;
	other = stand(world, 1);
	assert_memory_equal(one->sites[1].axis, other->sites[1].axis, sizeof(one->sites[1].axis));
	assert_memory_equal(one->order[0], other->order[0], one->ranked[0] * sizeof(uint32_t));
	/* Two sites with the same pages are drawn apart: an address is the seed. */
	assert_int_equal(one->sites[1].axis[CLAIR_ACCESS].points, one->sites[2].axis[CLAIR_ACCESS].points);
	clair_standings_free(one);
	clair_standings_free(other);
	free(world);
}

/* --- Who is ranked --- */

static void
sites_that_are_not_ranked_say_why(void **state)
{
	static const struct clair_opt_out opt_out = {.host = "site-11.fr", .reason = "Demande", .day = "2026-11-01"};
	struct world *world = new_world(16);
	struct clair_site_record *records = world->records[0];
	struct clair_standings *standings;
	static const enum clair_standing_why wanted[] = {CLAIR_STANDING_RANKED, CLAIR_STANDING_NOT_YET, CLAIR_STANDING_OPTED_OUT,
		CLAIR_STANDING_ROBOTS, CLAIR_STANDING_DOWN, CLAIR_STANDING_NOT_TESTABLE, CLAIR_STANDING_ROBOTS,
		CLAIR_STANDING_FAILING, CLAIR_STANDING_FEW_PAGES, CLAIR_STANDING_RANKED, CLAIR_STANDING_FEW_TESTS,
		CLAIR_STANDING_OPTED_OUT, CLAIR_STANDING_OTHER_RULES, CLAIR_STANDING_FEW_PAGES, CLAIR_STANDING_RANKED,
		CLAIR_STANDING_NOT_YET};

	(void)state;
	world->campaign.opt_outs = &opt_out;
	world->campaign.opt_out_count = 1;
	for (uint32_t i = 0; i < 16; i++)
		flat(world, 1, i, 80);
	records[1].state = CLAIR_SITE_PENDING;
	records[2].state = CLAIR_SITE_EXCLUDED;
	records[3].tested = records[4].tested = records[5].tested = 0;
	records[3].start_failure = "robots";
	records[4].start_failure = "tls-chain";
	records[5].start_failure = "needs-scripts";
	records[6].refused_by_robots = 13;
	records[7].failed = 13;
	records[8].tested = 9;
	records[9].tested = 3;
	records[9].stopped_because = "all-pages";
	records[10].tests_decided = 19;
	records[12].rules_digest = "bbbb";
	records[13].tested = 9;
	records[13].stopped_because = "all-pages";
	records[13].refused_by_robots = 1;
	records[14].tested = 10;
	records[14].tests_decided = 20;
	records[15].state = CLAIR_SITE_RUNNING;
	standings = stand(world, 1);
	for (uint32_t i = 0; i < 16; i++) {
		assert_string_equal(
		    clair_standing_why_name(standings->sites[i].why), clair_standing_why_name(wanted[i]));
		assert_int_equal(standings->sites[i].axis[CLAIR_ACCESS].rank, wanted[i] == CLAIR_STANDING_RANKED ? 1 : 0);
	}
	assert_int_equal(standings->ranked[CLAIR_ACCESS], 3);
	assert_int_equal(standings->why[CLAIR_STANDING_OPTED_OUT], 2);
	assert_string_equal(standings->sites[4].why_key, "tls-chain");
	assert_string_equal(standings->rules_digest, "aaaa");
	clair_standings_free(standings);
	/* The campaign may ask for more, or for less. */
	world->campaign.min_pages = 9;
	world->campaign.min_tests = 41;
	standings = stand(world, 1);
	assert_int_equal(standings->why[CLAIR_STANDING_FEW_PAGES], 0);
	assert_int_equal(standings->ranked[CLAIR_ACCESS], 0);
	clair_standings_free(standings);
	free(world);
}

static void
bands_have_floors(void **state)
{
	static const struct {
		uint32_t points;
		char band;
	} cases[] = {{100, 'A'}, {90, 'A'}, {89, 'B'}, {80, 'B'}, {79, 'C'}, {65, 'C'}, {64, 'D'}, {50, 'D'}, {49, 'E'}, {0, 'E'}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(clair_band_of(cases[i].points), cases[i].band);
}

/* --- Progress --- */

static void
progress_is_told_when_it_is_sure(void **state)
{
	static const double few[] = {100, 0, 100, 0, 100, 0, 100, 0, 100, 0, -1};
	static const double more[] = {100, 0, 100, 0, 100, 0, 100, 0, 100, 10, -1};
	struct world *world = new_world(6);
	struct clair_standings *standings;

	(void)state;
	for (uint32_t i = 0; i < 6; i++) {
		flat(world, 1, i, 50);
		flat(world, 2, i, 50);
		flat(world, 3, i, 50);
	}
	flat(world, 3, 0, 62.5);
	flat(world, 3, 1, 70);
	flat(world, 3, 2, 40);
	record(world, 2, 3, few);
	record(world, 3, 3, more);
	flat(world, 3, 4, 90);
	world->records[1][4].rules_digest = "bbbb";
	world->records[1][5].state = CLAIR_SITE_PENDING;
	standings = stand(world, 3);
	assert_int_equal(standings->sites[0].progress[CLAIR_ACCESS].state, CLAIR_PROGRESS_KNOWN);
	assert_true(standings->sites[0].progress[CLAIR_ACCESS].points == 12.5);
	assert_true(fabs(standings->sites[0].progress[CLAIR_ACCESS].low - 12.5) < 1e-6);
	assert_true(fabs(standings->sites[0].progress[CLAIR_ACCESS].high - 12.5) < 1e-6);
	assert_int_equal(standings->sites[0].progress[CLAIR_ACCESS].rank, 2);
	assert_int_equal(standings->sites[1].progress[CLAIR_ACCESS].rank, 1);
	assert_int_equal(standings->sites[2].progress[CLAIR_ACCESS].rank, 0);
	/* One point more on ten pages that differ so much: not sure. */
	assert_true(standings->sites[3].progress[CLAIR_ACCESS].points == 1);
	assert_true(standings->sites[3].progress[CLAIR_ACCESS].low < 0);
	assert_true(standings->sites[3].progress[CLAIR_ACCESS].high > 1);
	assert_int_equal(standings->sites[4].progress[CLAIR_ACCESS].state, CLAIR_PROGRESS_OTHER_RULES);
	assert_int_equal(standings->sites[5].progress[CLAIR_ACCESS].state, CLAIR_PROGRESS_NOT_BOTH);
	assert_int_equal(standings->progressed_count[CLAIR_ACCESS], 2);
	assert_int_equal(standings->progressed[CLAIR_ACCESS][0], 1);
	assert_true(standings->same_rules);
	assert_int_equal(standings->sites[4].trend[1].why, CLAIR_STANDING_RANKED);
	assert_false(standings->sites[4].trend[1].same_rules);
	assert_true(standings->sites[4].trend[2].axis[CLAIR_ACCESS] == 90);
	clair_standings_free(standings);
	standings = stand(world, 1);
	assert_int_equal(standings->sites[0].progress[CLAIR_ACCESS].state, CLAIR_PROGRESS_FIRST);
	clair_standings_free(standings);
	free(world);
}

static bool
breaks(void *source, uint32_t round, clair_record_take_fn *take, void *payload)
{
	(void)source, (void)round, (void)take, (void)payload;
	return false;
}

static void
a_source_that_breaks_is_told(void **state)
{
	static const uint32_t rounds[] = {1};
	struct world *world = new_world(1);
	struct clair_standings *standings;

	(void)state;
	assert_int_equal(clair_standings_new(&standings, &world->campaign, rounds, 1, breaks, world), CLAIR_IO);
	assert_null(standings);
	free(world);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(splitmix_gives_its_known_numbers),
		cmocka_unit_test(selecting_is_sorting),
		cmocka_unit_test(an_interval_is_that_of_the_binomial),
		cmocka_unit_test(equal_points_have_equal_ranks),
		cmocka_unit_test(a_rank_lies_within_those_that_are_possible),
		cmocka_unit_test(stability_falls_when_pages_differ_wildly),
		cmocka_unit_test(the_order_of_records_changes_nothing),
		cmocka_unit_test(sites_that_are_not_ranked_say_why),
		cmocka_unit_test(bands_have_floors),
		cmocka_unit_test(progress_is_told_when_it_is_sure),
		cmocka_unit_test(a_source_that_breaks_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
