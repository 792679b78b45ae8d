/* Where pages stand in a repository, and what names their findings. */
#include "report/identity.h"
#include "report/place.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static const struct clair_source_map maps[] = {
	{"https://ville.fr/", "public"},
	{"https://ville.fr/blog/", "content/posts/"},
	{"https://ville.fr/contact", "src/contact.njk"},
	{"https://ville.fr/aide", "src/aide/"},
	{"https://autre.fr/", ""},
	{"build", "pages"},
};

static const struct clair_write_options here = {.folder = "/home/eve/depot"};
static const struct clair_write_options mapped = {
	.folder = "/home/eve/depot", .source_maps = maps, .source_map_count = CLAIR_LEN(maps)};

struct place_case {
	const char *address, *path;
};

static void
check_places(const struct clair_write_options *options, const struct place_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct clair_buf path;

		clair_buf_init(&path, 0);
		clair_place_path_of(&path, options, cases[i].address);
		if (strcmp(path.bytes, cases[i].path) != 0)
			fail_msg("%s: %s instead of %s", cases[i].address, path.bytes, cases[i].path);
		clair_buf_free(&path);
	}
}

static void
files_are_told_from_the_current_folder(void **state)
{
	static const struct place_case cases[] = {
		{"page.html", "page.html"},
		{"./site//a/../page.html", "site/page.html"},
		{"/home/eve/depot/site/page.html", "site/page.html"},
		{"../depot/page.html", "page.html"},
		{"../autre/page.html", "home/eve/autre/page.html"},
		{"../../../../../etc/page.html", "etc/page.html"},
		{"/home/eve/depot2/page.html", "home/eve/depot2/page.html"},
		{"/tmp/page.html", "tmp/page.html"},
		{"100%25 d\xC3\xA9tails?.html", "100%25 d\xC3\xA9tails?.html"},
		{"a:b://c.html", "a:b:/c.html"},
		{"/home/eve/depot/", "index.html"},
		{"-", "-"},
		{"", "index.html"},
	};

	(void)state;
	check_places(&here, cases, CLAIR_LEN(cases));
}

static void
addresses_make_pseudo_paths(void **state)
{
	static const struct place_case cases[] = {
		{"https://ville.fr", "ville.fr/index.html"},
		{"https://ville.fr/", "ville.fr/index.html"},
		{"https://ville.fr?p=1", "ville.fr/index.html?p=1"},
		{"https://ville.fr/a/#b", "ville.fr/a/index.html"},
		{"http://localhost:8080/a/b.php?id=3&x=/../y\\z#f", "localhost:8080/a/b.php?id=3&x=%2F..%2Fy%5Cz"},
		{"https://eve:secret@ville.fr/a.html", "ville.fr/a.html"},
		{"https://ville.fr/../../etc/passwd", "ville.fr/etc/passwd"},
		{"https://ville.fr/%2e%2E/%2e/a", "ville.fr/%2e%2E/%2e/a"},
		{"https://ville.fr/d%C3%A9marches/a%2Fb/c%5Cd", "ville.fr/d\xC3\xA9marches/a%2Fb/c%5Cd"},
		{"https://ville.fr/a%0Ab%E2%80%AEc%FF%", "ville.fr/a%0Ab%E2%80%AEc%FF%"},
		{"https://ville.fr//a//", "ville.fr/a/index.html"},
		{"https://", "index.html"},
	};

	(void)state;
	check_places(&here, cases, CLAIR_LEN(cases));
}

static void
the_longest_source_map_wins(void **state)
{
	static const struct place_case cases[] = {
		{"https://ville.fr/", "public/index.html"},
		{"https://ville.fr/?p=1", "public/index.html"},
		{"https://ville.fr/a/b.html?q#f", "public/a/b.html"},
		{"https://ville.fr/a%20b.html", "public/a b.html"},
		{"https://ville.fr/a/../../../b.html", "public/b.html"},
		{"https://ville.fr/blog/", "content/posts/index.html"},
		{"https://ville.fr/blog/un/", "content/posts/un/index.html"},
		{"https://ville.fr/blog", "public/blog"},
		{"https://ville.fr/contact", "src/contact.njk"},
		{"https://ville.fr/contact?lang=en", "src/contact.njk"},
		{"https://ville.fr/contacts", "public/contacts"},
		{"https://ville.fr/aide", "src/aide/index.html"},
		{"https://ville.fr/aide/", "src/aide/index.html"},
		{"https://ville.fr.example/", "ville.fr.example/index.html"},
		{"https://autre.fr/", "index.html"},
		{"https://autre.fr/a.html", "a.html"},
		{"build/a.html", "pages/a.html"},
		{"./build/b/a.html", "pages/b/a.html"},
		{"builds/a.html", "builds/a.html"},
	};

	(void)state;
	check_places(&mapped, cases, CLAIR_LEN(cases));
}

static void
a_page_has_three_addresses(void **state)
{
	struct clair_run run = {.crawl = {.start = "https://ville.fr/"}};
	struct clair_report report = {.run = &run, .options = &mapped};
	struct clair_result moved = {.url = "https://ville.fr/blog/x.html", .final_url = "https://cdn.fr/x.html"};
	struct clair_result file = {.url = "https://cdn.fr/b.html", .file = "build/b.html"};
	struct clair_result other = {.url = "https://cdn.fr/b.html", .file = "site/b.html"};
	static const char *const wanted[] = {"content/posts/x.html", "pages/b.html", "site/b.html", "public/index.html"};
	const struct clair_result *pages[] = {&moved, &file, &other, NULL};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(pages); i++) {
		struct clair_buf path;

		clair_buf_init(&path, 0);
		clair_place_path(&path, &report, pages[i], NULL);
		assert_string_equal(path.bytes, wanted[i]);
		clair_buf_free(&path);
	}
}

static void
a_uri_is_relative_and_encoded(void **state)
{
	struct clair_buf uri;

	(void)state;
	clair_buf_init(&uri, 0);
	clair_place_uri(&uri, "localhost:8080/d\xC3\xA9 #1%2F?id=3&a,b@c+d~.html");
	assert_string_equal(uri.bytes, "localhost%3A8080/d%C3%A9%20%231%252F%3Fid=3&a,b@c+d~.html");
	clair_buf_free(&uri);
}

/* --- Identities --- */

struct small_run {
	struct clair_run run;
	struct clair_result pages[3];
	struct clair_result *list[3];
	struct clair_finding findings[3][3];
	struct clair_identity names[3][3];
	struct clair_write_options options;
};

/* Each page has the findings one, two, one. */
static void
make(struct small_run *small, const char *start, const char *const urls[3])
{
	static const char *const prints[] = {"0123456789abcdef", "fedcba9876543210", "0123456789abcdef"};

	*small = (struct small_run){.run = {.pages = small->list, .page_count = 3, .crawl = {.start = start}},
	    .options = here};
	for (int p = 0; p < 3; p++) {
		small->list[p] = &small->pages[p];
		small->pages[p].url = urls[p];
		small->pages[p].file = strncmp(urls[p], "http", 4) == 0 ? NULL : urls[p];
		small->pages[p].first = &small->findings[p][0];
		for (int f = 0; f < 3; f++) {
			memcpy(small->findings[p][f].fingerprint, prints[f], sizeof(small->findings[p][f].fingerprint));
			small->findings[p][f].next = f < 2 ? &small->findings[p][f + 1] : NULL;
		}
	}
}

static void
name(struct small_run *small)
{
	struct clair_report report = {.run = &small->run, .options = &small->options};
	struct clair_identities identities;

	clair_identities_open(&identities, &report);
	for (uint32_t p = 0; p < 3; p++)
		memcpy(small->names[p], clair_identities_of(&identities, small->list[p]), sizeof(small->names[p]));
	clair_identities_close(&identities);
	assert_false(report.failed);
}

static void
assert_unique(const struct small_run *small)
{
	const struct clair_identity *all = &small->names[0][0];

	for (int i = 0; i < 9; i++) {
		assert_int_equal(strlen(all[i].text), 16);
		assert_int_equal(strspn(all[i].text, "0123456789abcdef"), 16);
		for (int j = 0; j < i; j++)
			assert_string_not_equal(all[i].text, all[j].text);
	}
}

static void
names_are_unique(void **state)
{
	static const char *const lists[][3] = {
		{"https://ville.fr/", "https://ville.fr/a", "https://ville.fr/?p=1"},
		{"https://ville.fr/", "https://www.ville.fr/", "https://ville.fr:8080/"},
		{"https://ville.fr/a", "https://ville.fr/a", "https://ville.fr/a"},
		{"a.html", "./a.html", "/home/eve/depot/a.html"},
	};
	static struct small_run small;

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(lists); i++) {
		make(&small, "https://ville.fr/", lists[i]);
		name(&small);
		assert_unique(&small);
	}
}

static void
names_stay(void **state)
{
	static struct small_run before;
	static struct small_run after;

	(void)state;
	make(&before, "https://ville.fr/", (const char *const[]){"https://ville.fr/", "https://ville.fr/a", "x/b.html"});
	name(&before);
	/* A copy elsewhere, in another order, with source maps, from another folder. */
	make(&after, "http://REVUE-12.ville.fr:80/x",
	    (const char *const[]){"http://revue-12.ville.fr:80/a", "/srv/depot/x/b.html", "http://revue-12.ville.fr:80/#f"});
	after.options = mapped;
	after.options.folder = "/srv/depot";
	name(&after);
	assert_memory_equal(after.names[0], before.names[1], sizeof(after.names[0]));
	assert_memory_equal(after.names[1], before.names[2], sizeof(after.names[0]));
	assert_memory_equal(after.names[2], before.names[0], sizeof(after.names[0]));
	/* The first of two equals is mended: the second takes its name. */
	after.pages[0].first = &after.findings[0][1];
	name(&after);
	assert_string_equal(after.names[0][0].text, before.names[1][1].text);
	assert_string_equal(after.names[0][1].text, before.names[1][0].text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_told_from_the_current_folder),
		cmocka_unit_test(addresses_make_pseudo_paths),
		cmocka_unit_test(the_longest_source_map_wins),
		cmocka_unit_test(a_page_has_three_addresses),
		cmocka_unit_test(a_uri_is_relative_and_encoded),
		cmocka_unit_test(names_are_unique),
		cmocka_unit_test(names_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
