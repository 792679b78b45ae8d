/* Opening hours of pages, on the cases of hours.txt. */
#include "base/buf.h"
#include "clairlint/contact.h"
#include "facts/text.h"
#include "tests/support/cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void
say_entry(const struct clair_hours *hours, struct clair_buf *said)
{
	for (unsigned day = 0; day < 7; day++)
		if ((hours->days >> day & 1) != 0)
			clair_buf_putc(said, "lmMjvsd"[day]);
	if (hours->closed)
		clair_buf_puts(said, " fermé");
	for (unsigned i = 0; i < hours->count; i++)
		clair_buf_printf(said, " %d:%02d-%d:%02d", hours->ranges[i].from / 60, hours->ranges[i].from % 60,
		    hours->ranges[i].to / 60, hours->ranges[i].to % 60);
}

static void
say_hours(struct clair_ctx *ctx, struct clair_buf *said)
{
	for (size_t i = 0; i < clair_hours_count(ctx); i++) {
		if (i != 0)
			clair_buf_puts(said, ", ");
		say_entry(clair_hours_at(ctx, i), said);
		assert_non_null(clair_hours_at(ctx, i)->block);
	}
}

static void
test_cases(void **state)
{
	const struct support_tally tally = support_cases("tests/facts/hours.txt", "<main>", say_hours);

	(void)state;
	assert_true(tally.cases >= 45);
	assert_int_equal(tally.right, tally.cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
