/* robots.txt: RFC 9309, case by case. */
#include "net/robots.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct allow_case {
	const char *title;
	const char *text;
	const char *path;
	bool allowed;
};

#define ALL "User-agent: *\n"
#define OURS "User-agent: clairlint\n"

static const struct allow_case cases[] = {
	{"empty file", "", "/a", true},
	{"refused folder", ALL "Disallow: /a/\n", "/a/b", false},
	{"beside the folder", ALL "Disallow: /a/\n", "/a", true},
	{"prefix", ALL "Disallow: /a\n", "/ab", false},
	{"case matters in paths", ALL "Disallow: /A\n", "/a", true},
	{"case does not matter in keys", "USER-AGENT:*\ndisALLOW:/a\n", "/a", false},
	{"all refused", ALL "Disallow: /\n", "/", false},
	{"robots.txt is always allowed", ALL "Disallow: /\n", "/robots.txt", true},
	{"empty Disallow refuses nothing", ALL "Disallow:\n", "/a", true},
	{"a rule before any group is ignored", "Disallow: /\n" ALL "Disallow: /b\n", "/a", true},
	{"longest wins, allow", ALL "Disallow: /a\nAllow: /a/b\n", "/a/b/c", true},
	{"longest wins, disallow", ALL "Allow: /a\nDisallow: /a/b\n", "/a/b/c", false},
	{"order does not matter", ALL "Allow: /a/b\nDisallow: /a\n", "/a/b", true},
	{"as long: allow wins", ALL "Disallow: /a\nAllow: /a\n", "/a", true},
	{"as long: allow wins, other order", ALL "Allow: /a\nDisallow: /a\n", "/a", true},
	{"star", ALL "Disallow: /*/prive\n", "/x/y/prive/z", false},
	{"star stands for nothing too", ALL "Disallow: /a*b\n", "/ab", false},
	{"star, no match", ALL "Disallow: /*.pdf\n", "/a.html", true},
	{"star at the end", ALL "Disallow: /a*\n", "/abc", false},
	{"several stars", ALL "Disallow: /*a*b*c$\n", "/xaxbxbxc", false},
	{"several stars, no match", ALL "Disallow: /*a*b*c$\n", "/xaxcxb", true},
	{"dollar", ALL "Disallow: /*.pdf$\n", "/a.pdf", false},
	{"dollar, more after", ALL "Disallow: /*.pdf$\n", "/a.pdf?x", true},
	{"dollar tries a later place", ALL "Disallow: /*.pdf$\n", "/a.pdf.pdf", false},
	{"dollar in the middle is a dollar", ALL "Disallow: /a$b\n", "/a$bc", false},
	{"query", ALL "Disallow: /*?\n", "/a?b", false},
	{"query, none", ALL "Disallow: /*?\n", "/a", true},
	{"comment", ALL "Disallow: /a # secret\n", "/a", false},
	{"comment line", ALL "#Disallow: /a\n", "/a", true},
	{"spaces around", " User-agent : * \n\tDisallow :\t/a \n", "/a", false},
	{"CR ends a line", "User-agent: *\rDisallow: /a\r", "/a", false},
	{"CRLF", "User-agent: *\r\nDisallow: /a\r\n", "/a", false},
	{"byte order mark", "\xEF\xBB\xBF" ALL "Disallow: /a\n", "/a", false},
	{"no line end", ALL "Disallow: /a", "/a", false},
	{"a line of another key keeps the group", ALL "Host: x\nDisallow: /a\n", "/a", false},
	{"blank lines keep the group", ALL "\n\nDisallow: /a\n", "/a", false},
	{"a web page is no robots.txt", "<html><p>Disallow: /a</html>", "/a", true},
	/* groups */
	{"our group", OURS "Disallow: /a\n", "/a", false},
	{"our group, capitals", "User-agent: ClairLint\nDisallow: /a\n", "/a", false},
	{"our group, version", "User-agent: clairlint/1.0\nDisallow: /a\n", "/a", false},
	{"another's name starts like ours", "User-agent: clairlintbot\nDisallow: /a\n", "/a", true},
	{"ours starts like another's", "User-agent: clair\nDisallow: /a\n", "/a", true},
	{"our group replaces the star", ALL "Disallow: /a\n" OURS "Disallow: /b\n", "/a", true},
	{"our empty group replaces the star", ALL "Disallow: /\n" OURS "Disallow:\n", "/a", true},
	{"our group stands first", OURS "Disallow: /b\n" ALL "Disallow: /a\n", "/b", false},
	{"groups are merged", OURS "Disallow: /a\n" ALL "Disallow: /\n" OURS "Disallow: /b\n", "/b",
	    false},
	{"groups are merged, first", OURS "Disallow: /a\n" ALL "Disallow: /\n" OURS "Disallow: /b\n",
	    "/a", false},
	{"star groups are merged", ALL "Disallow: /a\n" ALL "Disallow: /b\n", "/a", false},
	{"two names, one group", "User-agent: other\n" OURS "Disallow: /a\n", "/a", false},
	{"two names, ours first", OURS "User-agent: other\nDisallow: /a\n", "/a", false},
	{"another's group", "User-agent: other\nDisallow: /a\n", "/a", true},
	{"a delay does not end a list of names",
	    "User-agent: other\nCrawl-delay: 1\n" OURS "Disallow: /a\n", "/a", false},
	/* escapes */
	{"escape of an unreserved byte", ALL "Disallow: /%61\n", "/a", false},
	{"escape in lower case", ALL "Disallow: /a%3cb\n", "/a%3Cb", false},
	{"not ASCII", ALL "Disallow: /été\n", "/%C3%A9t%C3%A9", false},
	{"escaped slash is no slash", ALL "Disallow: /a%2Fb\n", "/a/b", true},
	{"escaped star is no sign", ALL "Disallow: /a%2Ab\n", "/axb", true},
	{"escaped star is itself", ALL "Disallow: /a%2Ab\n", "/a%2Ab", false},
	{"brackets", ALL "Disallow: /[a]\n", "/%5Ba%5D", false},
};

static void
test_allows(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_arena arena;
		struct clair_robots robots;
		char url[200];

		clair_arena_init(&arena, 0);
		snprintf(url, sizeof(url), "https://ville.fr%s", cases[i].path);
		clair_robots_parse(&robots, &arena, cases[i].text, strlen(cases[i].text), "clairlint");
		if (clair_robots_allows(&robots, url) != cases[i].allowed) {
			print_error("%s\n", cases[i].title);
			wrong++;
		}
		clair_arena_free(&arena);
	}
	assert_int_equal(wrong, 0);
}

struct answer_case {
	int status;
	bool allowed;
};

static const struct answer_case answers[] = {
	{200, false}, {204, false}, {301, true}, {400, true}, {401, true}, {403, true}, {404, true},
	{410, true}, {429, true}, {500, false}, {503, false}, {0, false},
};

/* 301 here is a chain of redirects too long to follow: RFC 9309 2.3.1.2 says unavailable. */
static void
test_answer(void **state)
{
	const char text[] = ALL "Disallow: /\n";

	(void)state;
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
		struct clair_arena arena;
		struct clair_robots robots;

		clair_arena_init(&arena, 0);
		clair_robots_answer(&robots, &arena, answers[i].status, text, strlen(text), "clairlint");
		if (clair_robots_allows(&robots, "http://ville.fr/a") != answers[i].allowed)
			fail_msg("status %d", answers[i].status);
		clair_arena_free(&arena);
	}
}

struct delay_case {
	const char *text;
	int64_t wanted;
};

static const struct delay_case delays[] = {
	{ALL "Crawl-delay: 5\n", 5000},
	{ALL "Crawl-delay: 0.5\n", 500},
	{ALL "Crawl-delay: 1.2345\n", 1234},
	{ALL "Crawl-delay: 0\n", 0},
	{ALL "Crawl-delay: no\n", -1},
	{ALL "Crawl-delay: -3\n", -1},
	{ALL "Crawl-delay:\n", -1},
	{ALL "Crawl-delay: 99999999999999999999\n", -1},
	{ALL "Crawl-delay: 5\n" OURS "Crawl-delay: 2\n", 2000},
	{ALL "Crawl-delay: 5\n" OURS "Disallow: /a\n", -1},
	{"User-agent: other\nCrawl-delay: 5\n", -1},
	{"Crawl-delay: 5\n", -1},
	{"", -1},
};

static void
test_delay(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(delays) / sizeof(delays[0]); i++) {
		struct clair_arena arena;
		struct clair_robots robots;

		clair_arena_init(&arena, 0);
		clair_robots_parse(&robots, &arena, delays[i].text, strlen(delays[i].text), "clairlint");
		if (robots.crawl_delay_ms != delays[i].wanted)
			fail_msg("%s gives %ld", delays[i].text, (long)robots.crawl_delay_ms);
		clair_arena_free(&arena);
	}
}

static void
test_sitemaps(void **state)
{
	const char text[] = "Sitemap: https://a.fr/1.xml\n" ALL
	    "sitemap:https://a.fr/2.xml # the news\nDisallow: /a\nSITEMAP :  \n";
	struct clair_arena arena;
	struct clair_robots robots;

	(void)state;
	clair_arena_init(&arena, 0);
	clair_robots_parse(&robots, &arena, text, strlen(text), "clairlint");
	assert_int_equal(robots.sitemap_count, 2);
	assert_string_equal(robots.sitemaps[0], "https://a.fr/1.xml");
	assert_string_equal(robots.sitemaps[1], "https://a.fr/2.xml");
	assert_false(clair_robots_allows(&robots, "https://a.fr/a"));
	clair_arena_free(&arena);
}

/* What stands within the first 500 KiB counts, what stands after does not. */
static void
test_ceiling(void **state)
{
	static const char head[] = ALL "Disallow: /a\n";
	static const char tail[] = "\nDisallow: /b\n";
	size_t length = CLAIR_ROBOTS_MAX + 2000;
	char *text = malloc(length);
	struct clair_arena arena;
	struct clair_robots robots;

	(void)state;
	assert_non_null(text);
	memset(text, '#', length);
	memcpy(text, head, sizeof(head) - 1);
	memcpy(text + CLAIR_ROBOTS_MAX + 1000, tail, sizeof(tail) - 1);
	clair_arena_init(&arena, 0);
	clair_robots_parse(&robots, &arena, text, length, "clairlint");
	assert_false(clair_robots_allows(&robots, "https://a.fr/a"));
	assert_true(clair_robots_allows(&robots, "https://a.fr/b"));
	memcpy(text + 1000, tail, sizeof(tail) - 1);
	clair_robots_parse(&robots, &arena, text, length, "clairlint");
	assert_false(clair_robots_allows(&robots, "https://a.fr/b"));
	clair_arena_free(&arena);
	free(text);
}

/* Patterns made to be slow end soon, on the side of caution. */
static void
test_hostile(void **state)
{
	size_t length = CLAIR_ROBOTS_MAX;
	char *text = malloc(length);
	char url[4000];
	struct clair_arena arena;
	struct clair_robots robots;

	(void)state;
	assert_non_null(text);
	memset(text, 'a', length);
	for (size_t i = 0; i + 2100 < length; i += 2000)
		memcpy(text + i, i == 0 ? ALL "Disallow: /*" : "b\nDisallow: /*a", i == 0 ? 26 : 15);
	memset(url, 'a', sizeof(url));
	memcpy(url, "http://a.fr/", 12);
	url[sizeof(url) - 1] = '\0';
	clair_arena_init(&arena, 0);
	clair_robots_parse(&robots, &arena, text, length, "clairlint");
	assert_true(robots.rule_count > 100);
	assert_false(clair_robots_allows(&robots, url));
	clair_arena_free(&arena);
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_allows),
		cmocka_unit_test(test_answer),
		cmocka_unit_test(test_delay),
		cmocka_unit_test(test_sitemaps),
		cmocka_unit_test(test_ceiling),
		cmocka_unit_test(test_hostile),
	};

	return cmocka_run_group_tests_name("robots", tests, NULL, NULL);
}
