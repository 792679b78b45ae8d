/* The sample of an audit: what is chosen of pages made by hand, why, and in which order. */
#include "engine/run.h"
#include "facts/summary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define SITE "https://www.ville.exemple/"

enum { MOST = 400 };

struct made {
	struct clair_page_summary pages[MOST];
	const struct clair_page_summary *list[MOST + 1];
	char urls[MOST][80];
	struct clair_run run;
};

static struct clair_linter *linter;
static struct made made;

static void
begin(const char *start)
{
	clair_arena_free(&made.run.mem);
	memset(&made, 0, sizeof(made));
	clair_arena_init(&made.run.mem, 0);
	made.run.linter = linter;
	made.run.crawl.start = start;
	made.run.summaries = made.list;
}

/* Every page has a depth of 1, and the look of all others, until told otherwise. */
static struct clair_page_summary *
add(const char *path, enum clair_page_kind kind, unsigned flags)
{
	const uint32_t at = made.run.tested_count++;
	struct clair_page_summary *page = &made.pages[at];

	assert_true(at < MOST);
	snprintf(made.urls[at], sizeof(made.urls[at]), "%s%s", made.run.crawl.start, path);
	*page = (struct clair_page_summary){.url = made.urls[at], .kind = (uint8_t)kind, .flags = flags, .depth = 1,
	    .order = at, .page = at + 100, .look = {{1}}};
	made.list[at] = page;
	return page;
}

static void
add_many(const char *name, uint32_t count, uint64_t look)
{
	for (uint32_t i = 0; i < count; i++) {
		char path[40];

		snprintf(path, sizeof(path), "%s-%u.html", name, (unsigned)i);
		add(path, CLAIR_PAGE_OTHER, 0)->look.bits[0] = look;
	}
}

static const struct clair_sample *
choose(uint32_t limit, uint32_t seed)
{
	assert_int_equal(clair_run_sample(&made.run, limit, seed), CLAIR_OK);
	return made.run.sample;
}

static const char *
path_at(const struct clair_sample *sample, uint32_t index)
{
	return made.pages[sample->pages[index].page - 100].url + strlen(made.run.crawl.start);
}

static void
assert_page(const struct clair_sample *sample, uint32_t index, const char *path, enum clair_sample_why why)
{
	assert_true(index < sample->count);
	assert_string_equal(path_at(sample, index), path);
	assert_int_equal(sample->pages[index].why, why);
}

static uint32_t
count_why(const struct clair_sample *sample, enum clair_sample_why why)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < sample->count; i++)
		count += sample->pages[i].why == why;
	return count;
}

#define BIT(why) (UINT32_C(1) << (why))
#define ALL_KINDS (BIT(CLAIR_SAMPLE_KINDS) - 1)

static void
named_pages_come_first_whatever_their_order(void **state)
{
	static const struct {
		const char *path;
		enum clair_page_kind kind;
		unsigned flags;
		enum clair_sample_why why;
	} named[] = {
		{"connexion", CLAIR_PAGE_LOGIN, 0, CLAIR_SAMPLE_LOGIN},
		{"recherche", CLAIR_PAGE_OTHER, CLAIR_SUMMARY_IS_SEARCH, CLAIR_SAMPLE_SEARCH},
		{"plan", CLAIR_PAGE_MENU, CLAIR_SUMMARY_IS_SITE_MAP, CLAIR_SAMPLE_SITE_MAP},
		{"aide", CLAIR_PAGE_OTHER, CLAIR_SUMMARY_IS_HELP, CLAIR_SAMPLE_HELP},
		{"accessibilite", CLAIR_PAGE_STATEMENT, CLAIR_SUMMARY_IS_STATEMENT, CLAIR_SAMPLE_STATEMENT},
		{"mentions", CLAIR_PAGE_LEGAL, CLAIR_SUMMARY_IS_LEGAL_NOTICE, CLAIR_SAMPLE_LEGAL},
		{"contact", CLAIR_PAGE_CONTACT, CLAIR_SUMMARY_FORM, CLAIR_SAMPLE_CONTACT},
		{"index.html", CLAIR_PAGE_OTHER, 0, CLAIR_SAMPLE_HOME},
	};
	const struct clair_sample *sample;

	(void)state;
	begin(SITE);
	add_many("page", 30, 1);
	for (size_t i = 0; i < CLAIR_LEN(named); i++)
		add(named[i].path, named[i].kind, named[i].flags);
	sample = choose(20, 1);
	for (uint32_t i = 0; i < CLAIR_LEN(named); i++)
		assert_page(sample, (uint32_t)CLAIR_LEN(named) - 1 - i, named[i].path, named[i].why);
	assert_int_equal(sample->count, CLAIR_LEN(named) + 1);
	assert_int_equal(sample->pages[CLAIR_LEN(named)].why, CLAIR_SAMPLE_RANDOM);
	/* The contact page is the example of a form, and the site map is no section page. */
	assert_int_equal(sample->pages[1].also, BIT(CLAIR_SAMPLE_FORM));
	assert_int_equal(sample->pages[5].also, 0);
	assert_int_equal(sample->missing & BIT(CLAIR_SAMPLE_MENU), BIT(CLAIR_SAMPLE_MENU));
	assert_int_equal(sample->missing & (BIT(CLAIR_SAMPLE_STEP) - 1), 0);
	assert_int_equal(sample->no_room, 0);
	/* All other pages look like the first one chosen. */
	assert_int_equal(sample->pages[0].alike, 29);
	assert_int_equal(sample->looks_left, 0);
}

static void
the_best_example_is_taken(void **state)
{
	const struct clair_sample *sample;

	(void)state;
	begin(SITE);
	add("vie/contact", CLAIR_PAGE_CONTACT, 0);
	add("loin", CLAIR_PAGE_CONTACT, 0)->depth = 3;
	add("contact", CLAIR_PAGE_CONTACT, 0);
	add("confidentialite", CLAIR_PAGE_LEGAL, CLAIR_SUMMARY_DATA_TABLE);
	add("mentions", CLAIR_PAGE_LEGAL, CLAIR_SUMMARY_IS_LEGAL_NOTICE | CLAIR_SUMMARY_DATA_TABLE);
	add("a/b/accueil", CLAIR_PAGE_HOME, 0);
	add("", CLAIR_PAGE_OTHER, 0)->is_home = true;
	add("tarifs", CLAIR_PAGE_OTHER, CLAIR_SUMMARY_DATA_TABLE);
	sample = choose(20, 1);
	assert_page(sample, 0, "", CLAIR_SAMPLE_HOME);
	assert_page(sample, 1, "contact", CLAIR_SAMPLE_CONTACT);
	assert_page(sample, 2, "mentions", CLAIR_SAMPLE_LEGAL);
	assert_page(sample, 3, "tarifs", CLAIR_SAMPLE_DATA_TABLE);
	assert_int_equal(sample->pages[2].also, BIT(CLAIR_SAMPLE_DATA_TABLE));
	/* A file that is given alone starts the run, and is no home page for that. */
	begin("a.html");
	add("", CLAIR_PAGE_OTHER, 0);
	sample = choose(20, 1);
	assert_int_equal(sample->missing & BIT(CLAIR_SAMPLE_HOME), BIT(CLAIR_SAMPLE_HOME));
	/* Alone, a poor example is one all the same; a policy is no legal notice. */
	begin(SITE);
	add("confidentialite", CLAIR_PAGE_LEGAL, CLAIR_SUMMARY_DATA_TABLE);
	add("a", CLAIR_PAGE_OTHER, 0);
	sample = choose(20, 1);
	assert_page(sample, 0, "confidentialite", CLAIR_SAMPLE_DATA_TABLE);
	assert_int_equal(sample->missing, ALL_KINDS & ~BIT(CLAIR_SAMPLE_DATA_TABLE));
}

static void
one_page_in_ten_is_drawn(void **state)
{
	(void)state;
	begin(SITE);
	assert_null(choose(20, 1));
	for (uint32_t pages = 1; pages <= 60; pages += 3) {
		for (uint32_t limit = 1; limit <= 40; limit++) {
			const struct clair_sample *sample;
			uint32_t drawn;

			begin(SITE);
			for (uint32_t i = 0; i < pages; i++) {
				char path[20];

				snprintf(path, sizeof(path), "%u", (unsigned)i);
				add(path, CLAIR_PAGE_OTHER, 0)->look.bits[0] = UINT64_C(1) << i % 64;
			}
			sample = choose(limit, 7);
			drawn = count_why(sample, CLAIR_SAMPLE_RANDOM);
			assert_true(sample->count <= limit && sample->count <= pages);
			assert_true(sample->count > 0);
			if (limit > 1 && sample->count < pages && drawn * 10 < sample->count)
				fail_msg("%u of %u drawn, of %u pages", drawn, sample->count, pages);
			/* Each look is unlike the others: there are enough to fill it, but for one page where that
			 * would take one more draw than there is room for. */
			assert_true(sample->count + 1 >= (pages < limit ? pages : limit));
			for (uint32_t i = 0; i < sample->count; i++)
				for (uint32_t j = 0; j < i; j++)
					assert_int_not_equal(sample->pages[i].page, sample->pages[j].page);
		}
	}
}

/* Paths of the pages drawn, one a line. */
static void
draw(const char *start, uint32_t pages, uint32_t seed, char out[static 400])
{
	const struct clair_sample *sample;
	size_t length = 0;

	begin(start);
	add("index.html", CLAIR_PAGE_OTHER, 0);
	add_many("page", pages, 1);
	sample = choose(20, seed);
	assert_page(sample, 0, "index.html", CLAIR_SAMPLE_HOME);
	out[0] = '\0';
	for (uint32_t i = 0; i < sample->count; i++) {
		if (sample->pages[i].why != CLAIR_SAMPLE_RANDOM)
			continue;
		length += (size_t)snprintf(out + length, 400 - length, "%s\n", path_at(sample, i));
		assert_true(length < 400);
	}
	assert_int_not_equal(out[0], '\0');
}

static void
the_seed_makes_the_draw(void **state)
{
	char first[400];
	char other[400];
	unsigned differ = 0;
	unsigned changed = 0;

	(void)state;
	for (uint32_t seed = 0; seed < 50; seed++) {
		draw(SITE, 200, seed, first);
		draw(SITE, 200, seed, other);
		assert_string_equal(first, other);
		/* A copy elsewhere has the same pages. */
		draw("public/site/", 200, seed, other);
		assert_string_equal(first, other);
		draw("http://127.0.0.1:8080/", 200, seed, other);
		assert_string_equal(first, other);
		draw(SITE, 200, seed + 1000, other);
		differ += strcmp(first, other) != 0;
		/* One page more takes the place of few. */
		draw(SITE, 201, seed, other);
		changed += strcmp(first, other) != 0;
	}
	assert_in_range(differ, 45, 50);
	assert_in_range(changed, 0, 5);
}

/* Over many seeds, each page is drawn about as often as any other. */
static void
the_draw_is_fair(void **state)
{
	uint32_t times[20] = {0};

	(void)state;
	begin(SITE);
	add_many("page", 20, 1);
	for (uint32_t seed = 0; seed < 2000; seed++) {
		const struct clair_sample *sample = choose(20, seed);

		/* The first is taken for its look. */
		assert_int_equal(sample->count, 2);
		times[sample->pages[1].page - 100]++;
	}
	assert_int_equal(times[0], 0);
	for (int i = 1; i < 20; i++)
		assert_in_range(times[i], 70, 140);
}

static void
looks_in_turn_the_widest_and_the_farthest(void **state)
{
	const struct clair_sample *sample;

	(void)state;
	begin(SITE);
	add("index.html", CLAIR_PAGE_OTHER, 0)->look.bits[0] = 0xFF;
	add_many("comme-accueil", 40, 0x1FF);  /* 1 mark of 9: alike */
	add_many("rare", 1, 0xFF0000);
	add_many("galerie", 8, 0x3FFF);        /* 6 of 14: unlike the home page, and nearer to it than the rare one */
	add_many("dossier", 30, 0xFF00 | 0xF);
	sample = choose(20, 1);
	assert_page(sample, 0, "index.html", CLAIR_SAMPLE_HOME);
	assert_page(sample, 1, "dossier-0.html", CLAIR_SAMPLE_LOOK);
	assert_page(sample, 2, "rare-0.html", CLAIR_SAMPLE_LOOK);
	assert_page(sample, 3, "galerie-0.html", CLAIR_SAMPLE_LOOK);
	assert_int_equal(sample->pages[4].why, CLAIR_SAMPLE_RANDOM);
	assert_int_equal(sample->count, 5);
	assert_int_equal(sample->looks_left, 0);
	assert_int_equal(sample->pages[0].alike + sample->pages[1].alike + sample->pages[2].alike +
	    sample->pages[3].alike + sample->pages[4].alike, 80 - 5);
	/* Without room for all of them. */
	sample = choose(3, 1);
	assert_page(sample, 1, "dossier-0.html", CLAIR_SAMPLE_LOOK);
	assert_true(sample->looks_left > 0);
}

static void
processes_are_taken_whole(void **state)
{
	const struct clair_sample *sample;

	(void)state;
	begin(SITE);
	for (int i = 1; i <= 9; i++) {
		char path[40];

		snprintf(path, sizeof(path), "demande/etape-%d/", i);
		add(path, CLAIR_PAGE_FORM, CLAIR_SUMMARY_IS_STEP);
		snprintf(path, sizeof(path), "inscription?etape=%d", i);
		if (i <= 3)
			add(path, CLAIR_PAGE_FORM, CLAIR_SUMMARY_IS_STEP);
	}
	add("vote/1-liste.html", CLAIR_PAGE_OTHER, CLAIR_SUMMARY_IS_STEP);
	add("film", CLAIR_PAGE_OTHER, CLAIR_SUMMARY_MEDIA);
	add_many("page", 20, 1);
	/* 27 pages with a reason: 9 steps, 3 and 1. */
	sample = choose(30, 1);
	assert_int_equal(count_why(sample, CLAIR_SAMPLE_STEP), 13);
	assert_page(sample, 8, "demande/etape-9/", CLAIR_SAMPLE_STEP);
	assert_page(sample, 9, "film", CLAIR_SAMPLE_MEDIA);
	assert_page(sample, 10, "inscription?etape=1", CLAIR_SAMPLE_STEP);
	assert_int_equal(sample->steps_left, 0);
	/* 18 with a reason: half of them is for the first process, which fills it. */
	sample = choose(20, 1);
	assert_int_equal(count_why(sample, CLAIR_SAMPLE_STEP), 9);
	assert_int_equal(sample->steps_left, 4);
	/* Cut only where there is no room at all. */
	sample = choose(5, 1);
	assert_int_equal(count_why(sample, CLAIR_SAMPLE_STEP), 4);
	assert_int_equal(sample->steps_left, 9);
}

/* In a sample of five, four have a reason: the first process is taken whole, others fit into two. */
static void
steps_are_put_together_by_their_address(void **state)
{
	static const struct {
		const char *paths[3];
		uint32_t chosen;
	} cases[] = {
		{{"cantine/etape-1/nom", "cantine/etape-2/nom", "cantine/etape-3/nom"}, 3},
		{{"cantine/etape-1", "cantine/etape-2", "cantine/fin"}, 3},
		{{"cantine/1/", "cantine/2/", "cantine/3/"}, 3},
		{{"cantine?etape=1", "cantine?etape=2", "cantine?etape=3"}, 3},
		{{"cantine?etape=1", "cantine?etape=2", "salle?etape=1"}, 2},
		{{"cantine/etape-1", "cantine/etape-2", "salle/etape-1"}, 2},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		const struct clair_sample *sample;

		begin(SITE);
		for (int p = 0; p < 3; p++)
			add(cases[i].paths[p], CLAIR_PAGE_OTHER, CLAIR_SUMMARY_IS_STEP);
		add_many("page", 20, 1);
		sample = choose(5, 1);
		assert_int_equal(count_why(sample, CLAIR_SAMPLE_STEP), cases[i].chosen);
		assert_int_equal(sample->steps_left, 3 - cases[i].chosen);
	}
}

static void
what_has_no_room_is_told(void **state)
{
	const struct clair_sample *sample;

	(void)state;
	begin(SITE);
	add("index.html", CLAIR_PAGE_OTHER, 0);
	add("contact", CLAIR_PAGE_CONTACT, 0);
	add("aide", CLAIR_PAGE_OTHER, CLAIR_SUMMARY_IS_HELP);
	add("film", CLAIR_PAGE_OTHER, CLAIR_SUMMARY_MEDIA | CLAIR_SUMMARY_DOWNLOAD);
	sample = choose(3, 1);
	assert_int_equal(sample->count, 3);
	assert_page(sample, 1, "contact", CLAIR_SAMPLE_CONTACT);
	assert_int_equal(sample->pages[2].why, CLAIR_SAMPLE_RANDOM);
	/* The page drawn is one of these two. */
	if (strcmp(path_at(sample, 2), "aide") == 0)
		assert_int_equal(sample->no_room, BIT(CLAIR_SAMPLE_MEDIA) | BIT(CLAIR_SAMPLE_DOWNLOAD));
	else
		assert_int_equal(sample->no_room, BIT(CLAIR_SAMPLE_HELP));
	assert_int_equal(sample->missing & (BIT(CLAIR_SAMPLE_MEDIA) | BIT(CLAIR_SAMPLE_HELP)), 0);
}

static void
findings_of_the_site_are_of_the_sample_or_not(void **state)
{
	struct clair_finding finding = {0};

	(void)state;
	begin(SITE);
	add_many("page", 30, 1);
	finding.page = &made.pages[29];
	assert_true(clair_run_in_sample(&made.run, &finding));
	choose(1, 1);
	assert_int_equal(made.run.sample->pages[0].page, 100);
	assert_false(clair_run_in_sample(&made.run, &finding));
	finding.page = &made.pages[0];
	assert_true(clair_run_in_sample(&made.run, &finding));
	finding.page = NULL;
	assert_true(clair_run_in_sample(&made.run, &finding));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(named_pages_come_first_whatever_their_order),
		cmocka_unit_test(the_best_example_is_taken),
		cmocka_unit_test(one_page_in_ten_is_drawn),
		cmocka_unit_test(the_seed_makes_the_draw),
		cmocka_unit_test(the_draw_is_fair),
		cmocka_unit_test(looks_in_turn_the_widest_and_the_farthest),
		cmocka_unit_test(processes_are_taken_whole),
		cmocka_unit_test(steps_are_put_together_by_their_address),
		cmocka_unit_test(what_has_no_room_is_told),
		cmocka_unit_test(findings_of_the_site_are_of_the_sample_or_not),
	};
	const struct clair_options options = {.dictionaries = "dictionaries"};
	int failed;

	if (clair_linter_new(&linter, &options) != CLAIR_OK)
		return 1;
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	clair_arena_free(&made.run.mem);
	clair_linter_free(linter);
	return failed;
}
