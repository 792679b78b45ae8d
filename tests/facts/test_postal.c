/* Postal addresses of pages, on the cases of addresses.txt and addresses-apart.txt. */
#include "base/buf.h"
#include "clairlint/contact.h"
#include "facts/text.h"
#include "tests/support/cases.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char *
or_dash(const char *field)
{
	return field[0] == '\0' ? "-" : field;
}

static void
say_addresses(struct clair_ctx *ctx, struct clair_buf *said)
{
	for (size_t i = 0; i < clair_address_count(ctx); i++) {
		const struct clair_address *address = clair_address_at(ctx, i);

		clair_buf_printf(said, "%s%s ; %s ; %s ; %s", i == 0 ? "" : " && ", or_dash(address->street),
		    or_dash(address->box), or_dash(address->postcode), or_dash(address->town));
	}
}

static void
test_cases(void **state)
{
	const struct support_tally tally = support_cases("tests/facts/addresses.txt", "<main>", say_addresses);

	(void)state;
	assert_true(tally.cases >= 60);
	assert_int_equal(tally.right, tally.cases);
}

static void
test_cases_apart(void **state)
{
	const struct support_tally tally = support_cases("tests/facts/addresses-apart.txt", "<main>", say_addresses);

	(void)state;
	assert_true(tally.cases >= 15);
	assert_int_equal(tally.right, tally.cases);
}

/* The place that is shown is the post code and the town; an address made of marked parts has its element. */
static void
test_places(void **state)
{
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><html lang=fr><main><p>Mairie<p>1 rue Basse<p>à "
	    "35140 Lac</main><footer itemscope itemtype='https://schema.org/PostalAddress'><i itemprop=postalCode>"
	    "35150</i> <i itemprop=addressLocality>Mer</i></footer>", "");

	(void)state;
	assert_int_equal(clair_address_count(ctx), 2);
	assert_int_equal(clair_address_at(ctx, 0)->from, 3);
	assert_int_equal(clair_address_at(ctx, 0)->length, 9);
	assert_int_equal(clair_tag(clair_address_at(ctx, 0)->node), CLAIR_TAG_P);
	assert_int_equal(clair_tag(clair_address_at(ctx, 1)->node), CLAIR_TAG_FOOTER);
	assert_null(clair_address_at(ctx, 1)->block);
	assert_null(clair_address_at(ctx, 2));
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_cases_apart),
	    cmocka_unit_test(test_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
