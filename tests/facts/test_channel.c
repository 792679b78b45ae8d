/* The ways to reach somebody that a page shows, on the cases of channels.txt. */
#include "base/buf.h"
#include "clairlint/contact.h"
#include "facts/text.h"
#include "tests/support/cases.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void
say_channels(struct clair_ctx *ctx, struct clair_buf *said)
{
	for (int channel = 0; channel < CLAIR_CHANNEL_COUNT; channel++) {
		if (clair_channel(ctx, channel, CLAIR_CHANNEL_ON_PAGE) == NULL)
			continue;
		clair_buf_printf(said, "%s%s%s", said->length == 0 ? "" : " ", clair_channel_name(channel),
		    clair_channel(ctx, channel, CLAIR_CHANNEL_IN_MAIN) == NULL ? "" : "*");
	}
}

static void
test_cases(void **state)
{
	const struct support_tally tally = support_cases("tests/facts/channels.txt", "", say_channels);

	(void)state;
	assert_true(tally.cases >= 50);
	assert_int_equal(tally.right, tally.cases);
}

/* The proof is the words, or the element. */
static void
test_proof(void **state)
{
	struct clair_ctx *ctx = support_worded("<!DOCTYPE html><html lang=fr><footer>Tél. 01 40 20 50 50</footer>"
	    "<main><p>Venez : <b>01 40 20 50 51</b><form><textarea></textarea></form></main>", "");
	const struct clair_channel_proof *phone = clair_channel(ctx, CLAIR_CHANNEL_PHONE, CLAIR_CHANNEL_ON_PAGE);

	(void)state;
	assert_int_equal(clair_tag(phone->node), CLAIR_TAG_FOOTER);
	assert_int_equal(phone->from, 6);
	phone = clair_channel(ctx, CLAIR_CHANNEL_PHONE, CLAIR_CHANNEL_IN_MAIN);
	assert_int_equal(clair_tag(phone->node), CLAIR_TAG_B);
	assert_int_equal(phone->length, 14);
	assert_null(clair_channel(ctx, CLAIR_CHANNEL_ONLINE, CLAIR_CHANNEL_IN_MAIN)->block);
	assert_int_equal(clair_channels(ctx, CLAIR_CHANNEL_ON_PAGE),
	    CLAIR_CHANNELS(CLAIR_CHANNEL_ONLINE) | CLAIR_CHANNELS(CLAIR_CHANNEL_PHONE));
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_proof),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
