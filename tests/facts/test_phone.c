/* Telephone numbers of pages, on the cases of phones.txt. */
#include "base/buf.h"
#include "clairlint/contact.h"
#include "facts/text.h"
#include "tests/support/cases.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const char *
kind_name(enum clair_phone_kind kind)
{
	static const char *const names[] = {
	    [CLAIR_PHONE_ORDINARY] = "ordinaire", [CLAIR_PHONE_FREE] = "libre",
	    [CLAIR_PHONE_PREMIUM] = "surtaxé", [CLAIR_PHONE_SHORT] = "court",
	    [CLAIR_PHONE_HELP] = "secours", [CLAIR_PHONE_FOREIGN] = "étranger",
	    [CLAIR_PHONE_UNKNOWN] = "inconnu",
	};

	return names[kind];
}

/* As the second column of phones.txt says it. */
static void
say_phones(struct clair_ctx *ctx, struct clair_buf *said)
{
	for (size_t i = 0; i < clair_phone_count(ctx); i++) {
		const struct clair_phone *phone = clair_phone_at(ctx, i);

		clair_buf_printf(said, "%s%s %s%s%s", i == 0 ? "" : ", ", phone->digits, kind_name(phone->kind),
		    phone->is_fax ? " fax" : "", phone->says_price ? " prix" : "");
	}
}

static void
test_cases(void **state)
{
	const struct support_tally tally = support_cases("tests/facts/phones.txt", "<main><p>", say_phones);

	(void)state;
	assert_true(tally.cases >= 60);
	assert_int_equal(tally.right, tally.cases);
}

/* A number of a hidden part is not there; a link that calls without a number in its words is. */
static void
test_places(void **state)
{
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><html lang=fr><p hidden>01 40 20 50 50</p>"
	    "<a href='tel:+33140205051'>Nous appeler</a><footer>Tél. 01 40 20 50 52</footer>", "");

	(void)state;
	assert_int_equal(clair_phone_count(ctx), 2);
	assert_string_equal(clair_phone_at(ctx, 0)->digits, "0140205052");
	assert_false(clair_phone_at(ctx, 0)->is_link);
	assert_non_null(clair_phone_at(ctx, 0)->block);
	assert_string_equal(clair_phone_at(ctx, 1)->digits, "0140205051");
	assert_true(clair_phone_at(ctx, 1)->is_link);
	assert_null(clair_phone_at(ctx, 1)->block);
	assert_null(clair_phone_at(ctx, 2));
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
