#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/cases.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <stdio.h>
#include <string.h>

enum { LINE_BYTES = 2000 };

static void
put_html(struct clair_buf *buf, const char *before, const char *html)
{
	clair_buf_puts(buf, "<!DOCTYPE html><html lang=fr>");
	clair_buf_puts(buf, before);
	for (; *html != '\0'; html++) {
		if (*html == '~')
			clair_buf_puts(buf, "\xC2\xA0");
		else
			clair_buf_putc(buf, *html);
	}
}

static bool
is_right(const char *html, const char *expected, const char *before, support_say *say)
{
	struct clair_buf page;
	struct clair_buf said;
	struct clair_ctx *ctx;
	bool right;

	clair_buf_init(&page, 0);
	clair_buf_init(&said, 0);
	put_html(&page, before, html);
	ctx = support_worded(page.bytes, "");
	clair_buf_puts(&said, "");
	say(ctx, &said);
	right = strcmp(said.bytes, expected) == 0;
	if (!right)
		print_error("%s: “%s”, not “%s”\n", html, said.bytes, expected);
	support_page_free(ctx);
	clair_buf_free(&page);
	clair_buf_free(&said);
	return right;
}

struct support_tally
support_cases(const char *path, const char *before, support_say *say)
{
	struct support_tally tally = {0};
	FILE *file = fopen(path, "r");
	char line[LINE_BYTES];

	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		char *expected = strrchr(line, '|');

		if (line[0] == '#' || expected == NULL)
			continue;
		*expected++ = '\0';
		expected += strspn(expected, " ");
		expected[strcspn(expected, "\n")] = '\0';
		tally.cases++;
		tally.right += is_right(line, expected, before, say);
	}
	fclose(file);
	print_message("%s: %u of %u lines are read right\n", path, tally.right, tally.cases);
	return tally;
}
