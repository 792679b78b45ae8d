/* See golden.h. */
#include "tests/support/golden.h"

#include "tests/support/read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void
golden_compare(const char *path, const struct clair_buf *made)
{
	char *kept;
	size_t length = 0;
	size_t at = 0;
	unsigned line = 1;

	if (getenv("UPDATE") != NULL) {
		FILE *file = fopen(path, "wb");

		assert_non_null(file);
		fwrite(made->bytes, 1, made->length, file);
		assert_int_equal(fclose(file), 0);
		return;
	}
	kept = support_read(path, &length);
	if (kept == NULL)
		fail_msg("%s: missing (UPDATE=1 writes it)", path);
	while (at < length && at < made->length && kept[at] == made->bytes[at])
		line += kept[at++] == '\n';
	if (at != length || at != made->length)
		fail_msg("%s:%u: the report is not the one kept there\nnow: %.120s\nwas: %.120s", path,
		    line, made->bytes + at, kept + at);
	free(kept);
}

size_t
golden_line_length(const char *at)
{
	const size_t length = strcspn(at, "\n");

	return length + (at[length] == '\n');
}

/* Whether the same line comes in the text; `*at` is then where. */
static bool
comes_line(const char *line, size_t length, const char **at)
{
	const char *next = *at;

	while (*next != '\0' &&
	    (golden_line_length(next) != length || strncmp(next, line, length) != 0))
		next += golden_line_length(next);
	if (*next == '\0')
		return false;
	*at = next;
	return true;
}

static void
add_lines(struct clair_buf *out, char sign, const char *from, const char *to)
{
	while (from < to) {
		clair_buf_putc(out, sign);
		clair_buf_add(out, from, golden_line_length(from));
		from += golden_line_length(from);
	}
}

/* The lines that go from one report to the other, and those that come. */
static void
add_changes(struct clair_buf *out, const char *before, const char *after)
{
	while (*before != '\0') {
		const size_t length = golden_line_length(before);
		const char *same = after;

		if (comes_line(before, length, &same)) {
			add_lines(out, '+', after, same);
			after = same + length;
		} else {
			add_lines(out, '-', before, before + length);
		}
		before += length;
	}
	add_lines(out, '+', after, after + strlen(after));
}

void
golden_compare_changes(const char *path, const struct clair_buf *before, const struct clair_buf *after)
{
	struct clair_buf changes;

	clair_buf_init(&changes, 0);
	add_changes(&changes, before->bytes, after->bytes);
	golden_compare(path, &changes);
	clair_buf_free(&changes);
}
