/* Opening hours of pages, on the cases of hours.txt. */
#include "base/buf.h"
#include "clairlint/contact.h"
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
with_spaces(const char *html, struct clair_buf *buf)
{
	clair_buf_puts(buf, "<!DOCTYPE html><html lang=fr><main>");
	for (; *html != '\0'; html++) {
		if (*html == '~')
			clair_buf_puts(buf, "\xC2\xA0");
		else
			clair_buf_putc(buf, *html);
	}
}

static bool
is_right(const char *line, const char *expected)
{
	struct clair_buf html;
	struct clair_buf said;
	struct clair_ctx *ctx;
	bool right;

	clair_buf_init(&html, 0);
	clair_buf_init(&said, 0);
	with_spaces(line, &html);
	ctx = support_worded(html.bytes, "");
	clair_buf_puts(&said, "");
	for (size_t i = 0; i < clair_hours_count(ctx); i++) {
		if (i != 0)
			clair_buf_puts(&said, ", ");
		say_entry(clair_hours_at(ctx, i), &said);
		assert_non_null(clair_hours_at(ctx, i)->block);
	}
	right = strcmp(said.bytes, expected) == 0;
	if (!right)
		print_error("%s: “%s”, not “%s”\n", line, said.bytes, expected);
	support_page_free(ctx);
	clair_buf_free(&html);
	clair_buf_free(&said);
	return right;
}

static void
test_cases(void **state)
{
	FILE *file = fopen("tests/facts/hours.txt", "r");
	char line[1000];
	unsigned cases = 0;
	unsigned right = 0;

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		char *expected = strrchr(line, '|');

		if (line[0] == '#' || expected == NULL)
			continue;
		*expected++ = '\0';
		expected += strspn(expected, " ");
		expected[strcspn(expected, "\n")] = '\0';
		cases++;
		right += is_right(line, expected);
	}
	fclose(file);
	print_message("%u of %u lines are read right\n", right, cases);
	assert_true(cases >= 45);
	assert_int_equal(right, cases);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
