/* The list of words to change of a cause, over its pages. */
#include "report/changes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct clair_finding
finding(const char *cause, const char *words, const char *change)
{
	struct clair_finding made = {
	    .excerpt = words,
	    .is_words = true,
	    .fix = {.kind = CLAIR_FIX_REPLACE_TEXT, .value = change},
	};

	memcpy(made.cause, cause, strlen(cause) + 1);
	return made;
}

static void
link_all(struct clair_result *page, struct clair_finding *list, size_t count)
{
	page->first = list;
	for (size_t i = 0; i + 1 < count; i++)
		list[i].next = &list[i + 1];
}

static void
test_list(void **state)
{
	static const struct clair_suppression silence;
	struct clair_finding first[] = {
	    finding("a", "au sein de", "dans"), finding("b", "au sein de", "dans"),
	    finding("a", "en vue de", "pour"), finding("a", "sans idée", NULL),
	};
	struct clair_finding second[] = {
	    finding("a", "en vue de", "pour"), finding("a", "acter", "décider"), finding("a", "en vue de", "pour"),
	    finding("a", "silence", "bruit"),
	};
	struct clair_result pages[2] = {{.first = NULL}};
	const struct clair_result *list[] = {&pages[0], &pages[1]};
	struct clair_cause cause = {.id = "a", .example = first, .pages = 2, .page_list = list};
	struct clair_run run = {.page_count = 0};
	struct clair_report report = {.run = &run, .lang = CLAIR_FR};
	struct clair_changes changes;

	(void)state;
	second[3].suppressed = &silence;
	link_all(&pages[0], first, 4);
	link_all(&pages[1], second, 4);
	clair_changes_of(&report, &cause, &changes);
	assert_int_equal(changes.count, 4);
	assert_string_equal(changes.list[0].words, "en vue de");
	assert_string_equal(changes.list[0].change, "pour");
	assert_int_equal(changes.list[0].count, 3);
	assert_string_equal(changes.list[1].words, "au sein de");
	assert_int_equal(changes.list[1].count, 1);
	assert_string_equal(changes.list[2].words, "sans idée");
	assert_null(changes.list[2].change);
	assert_string_equal(changes.list[3].words, "acter");
	assert_false(report.failed);
	clair_changes_free(&changes);

	/* The example is no word: it is another kind of cause. */
	first[0].is_words = false;
	clair_changes_of(&report, &cause, &changes);
	assert_int_equal(changes.count, 0);
	clair_changes_free(&changes);
}

/* More words than the list has room for at first. */
static void
test_many(void **state)
{
	enum { MANY = 300 };
	static struct clair_finding list[MANY];
	static char words[MANY][16];
	struct clair_result page = {.first = NULL};
	const struct clair_result *pages[] = {&page};
	struct clair_cause cause = {.id = "a", .example = list, .pages = 1, .page_list = pages};
	struct clair_run run = {.page_count = 0};
	struct clair_report report = {.run = &run, .lang = CLAIR_FR};
	struct clair_changes changes;

	(void)state;
	for (int i = 0; i < MANY; i++) {
		snprintf(words[i], sizeof(words[i]), "mot%d", i / 2);
		list[i] = finding("a", words[i], "autre");
	}
	link_all(&page, list, MANY);
	clair_changes_of(&report, &cause, &changes);
	assert_int_equal(changes.count, MANY / 2);
	for (uint32_t i = 0; i < changes.count; i++)
		assert_int_equal(changes.list[i].count, 2);
	clair_changes_free(&changes);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_list),
	    cmocka_unit_test(test_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
