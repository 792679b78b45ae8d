/* Examples of `clairlint explain`, made at build from tests/rules/. Ended by a NULL rule. */
#ifndef CLI_FIXTURES_H
#define CLI_FIXTURES_H

#include <stdbool.h>

struct cli_fixture {
	const char *rule;
	const char *wrong_title, *wrong; /* may be NULL */
	const char *right_title, *right;
	bool fails, reviews;             /* outcomes that its cases show */
	const char *failing, *reviewing; /* keys of the messages that they expect, between spaces */
};

extern const struct cli_fixture cli_fixtures[];

/* NULL when the rule has none. */
const struct cli_fixture *cli_fixture_find(const char *rule);

#endif
