/*
 * The project's own parse suite: every tree of tests/facts/parse/ is a browser's. What gumbo is known to
 * build otherwise lies in known-gaps.dat, which must stay wrong: a case that passes is moved.
 */
#include "tests/support/read.h"
#include "tests/support/trees.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FOLDER "tests/facts/parse"
#define GAPS "known-gaps.dat"

enum { FEWEST_CASES = 120 };

static int
is_dat(const struct dirent *entry)
{
	const char *dot = strrchr(entry->d_name, '.');

	return dot != NULL && strcmp(dot, ".dat") == 0;
}

static void
run_file(const char *name, bool say, size_t *cases, size_t *right)
{
	char path[512];
	size_t length = 0;
	struct tree_case one;
	const char *at;
	char *text;

	snprintf(path, sizeof(path), "%s/%s", FOLDER, name);
	text = support_read(path, &length);
	assert_non_null(text);
	at = text;
	while (tree_case_next(text, &at, text + length, &one)) {
		bool same = tree_case_passes(&one, say);

		assert_false(one.is_fragment);
		*cases += 1;
		*right += same;
		if (!same && say)
			printf("in %s\n", path);
	}
	free(text);
}

static void
trees_are_those_of_a_browser(void **state)
{
	struct dirent **files;
	size_t cases = 0;
	size_t right = 0;
	int count = scandir(FOLDER, &files, is_dat, alphasort);

	(void)state;
	assert_true(count > 0);
	for (int i = 0; i < count; i++) {
		if (strcmp(files[i]->d_name, GAPS) != 0)
			run_file(files[i]->d_name, true, &cases, &right);
		free(files[i]);
	}
	free(files);
	printf("%zu identical trees of %zu\n", right, cases);
	assert_int_equal(right, cases);
	assert_true(cases >= FEWEST_CASES);
}

static void
known_gaps_are_still_gaps(void **state)
{
	size_t cases = 0;
	size_t right = 0;

	(void)state;
	run_file(GAPS, false, &cases, &right);
	printf("%zu known gaps, %zu of them closed\n", cases, right);
	assert_true(cases > 0);
	assert_int_equal(right, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(trees_are_those_of_a_browser),
		cmocka_unit_test(known_gaps_are_still_gaps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
