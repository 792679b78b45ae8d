/* The tables of referentials claim what the rules are shown to say. */
#include "../support/report_made.h"
#include "../support/rule_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static struct clair_rule_says
says_nothing(const struct clair_rule *rule)
{
	(void)rule;
	return (struct clair_rule_says){0};
}

static struct clair_rule_says
says_all(const struct clair_rule *rule)
{
	(void)rule;
	return (struct clair_rule_says){.fails = UINT64_MAX};
}

/* What the table claims comes from what the rules are shown to say. */
static void
the_table_claims_what_rules_say(void **state)
{
	struct report_stopper stopper = {0, 100};
	struct clair_buf table;

	(void)state;
	clair_buf_init(&table, 0);
	assert_int_equal(
	    clair_rgaa_table_write(CLAIR_EN, says_nothing, report_into, &table), CLAIR_OK);
	assert_non_null(strstr(table.bytes, "\n- 0 criteria out of 106 "));
	assert_non_null(strstr(table.bytes, "\n- 258 tests are not tested."));
	assert_null(strstr(table.bytes, "`images/alt-missing`"));
	clair_buf_clear(&table);
	assert_int_equal(clair_rgaa_table_write(CLAIR_FR, says_all, report_into, &table), CLAIR_OK);
	assert_null(strstr(table.bytes, "Montre ce qui est douteux."));
	assert_non_null(strstr(table.bytes,
	    "| Décidé, réussite comme échec. | `frames/name-missing`, "));
	clair_buf_free(&table);
	assert_int_equal(
	    clair_rgaa_table_write(CLAIR_FR, says_all, report_stop_after, &stopper), CLAIR_IO);
}

static void
the_table_of_easy_reading_too(void **state)
{
	struct report_stopper stopper = {0, 100};
	struct clair_buf table;

	(void)state;
	clair_buf_init(&table, 0);
	assert_int_equal(
	    clair_falc_table_write(CLAIR_EN, says_nothing, report_into, &table), CLAIR_OK);
	assert_non_null(strstr(table.bytes, "\n- 0 rules out of 116 "));
	assert_non_null(strstr(table.bytes, "| W39 Number the sheets | 2.3 | Not about web pages. |  |"));
	assert_null(strstr(table.bytes, "`falc/italics`"));
	clair_buf_clear(&table);
	assert_int_equal(clair_falc_table_write(CLAIR_FR, says_all, report_into, &table), CLAIR_OK);
	assert_non_null(strstr(table.bytes, "| Prouve des échecs. | `falc/italics` |"));
	clair_buf_free(&table);
	assert_int_equal(
	    clair_falc_table_write(CLAIR_FR, says_all, report_stop_after, &stopper), CLAIR_IO);
}

static void
the_table_of_demands_too(void **state)
{
	struct report_stopper stopper = {0, 100};
	struct clair_buf table;

	(void)state;
	clair_buf_init(&table, 0);
	assert_int_equal(
	    clair_needs_table_write(CLAIR_EN, says_nothing, report_into, &table), CLAIR_OK);
	assert_non_null(strstr(table.bytes, " demands out of 168 are served, among those"));
	assert_non_null(strstr(table.bytes, "\n- 0 are served by at least one rule."));
	assert_non_null(strstr(table.bytes, "| the page, its style | Nothing yet. "));
	assert_non_null(strstr(table.bytes, "| the page | Elsewhere in the program: "));
	assert_null(strstr(table.bytes, "`menus/drop-downs`"));
	clair_buf_clear(&table);
	assert_int_equal(clair_needs_table_write(CLAIR_FR, says_all, report_into, &table), CLAIR_OK);
	assert_non_null(strstr(table.bytes, "| la page | Prouve des échecs. | `menus/drop-downs`, "));
	/* Rules that are only asked by name, or in an audit, serve nobody who does not ask. */
	assert_null(strstr(table.bytes, "`readability/spelling`"));
	clair_buf_free(&table);
	assert_int_equal(
	    clair_needs_table_write(CLAIR_FR, says_all, report_stop_after, &stopper), CLAIR_IO);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_claims_what_rules_say),
		cmocka_unit_test(the_table_of_easy_reading_too),
		cmocka_unit_test(the_table_of_demands_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
