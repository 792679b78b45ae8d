/*
 * A unified diff of two texts that differ in few places. Any pairing of equal lines gives a right diff: the
 * nearest one is taken, and lines are not looked for further than REACH away.
 */
#include "cli/diff.h"

#include <stdlib.h>
#include <string.h>

enum { CONTEXT = 3, REACH = 200 };

struct lines {
	struct cli_text *list; /* each with its end of line */
	size_t count;
};

/* A stretch of lines that is replaced by another. */
struct change {
	size_t from, to;         /* of the old text */
	size_t new_from, new_to;
};

struct diff {
	struct lines before, after;
	struct change *changes;
	size_t count, room;
};

static bool
cut_lines(struct lines *lines, struct cli_text text)
{
	size_t count = 1;

	for (size_t i = 0; i < text.length; i++)
		count += text.bytes[i] == '\n';
	lines->list = calloc(count, sizeof(*lines->list));
	if (lines->list == NULL)
		return false;
	while (text.length > 0) {
		const char *end = memchr(text.bytes, '\n', text.length);
		size_t length = end == NULL ? text.length : (size_t)(end + 1 - text.bytes);

		lines->list[lines->count++] = (struct cli_text){text.bytes, length};
		text.bytes += length;
		text.length -= length;
	}
	return true;
}

static bool
is_same(const struct diff *diff, size_t old, size_t new)
{
	const struct cli_text *one = &diff->before.list[old];
	const struct cli_text *other = &diff->after.list[new];

	return one->length == other->length && memcmp(one->bytes, other->bytes, one->length) == 0;
}

static bool
add_change(struct diff *diff, struct change change)
{
	if (diff->count == diff->room) {
		size_t room = diff->room == 0 ? 64 : diff->room * 2;
		struct change *more = realloc(diff->changes, room * sizeof(*more));

		if (more == NULL)
			return false;
		diff->changes = more;
		diff->room = room;
	}
	diff->changes[diff->count++] = change;
	return true;
}

/* Where both texts meet again after lines that differ: the fewest lines passed over. */
static struct change
next_change(const struct diff *diff, size_t old, size_t new)
{
	size_t old_left = diff->before.count - old;
	size_t new_left = diff->after.count - new;

	for (size_t passed = 1; passed <= REACH && passed <= old_left + new_left; passed++) {
		for (size_t i = 0; i <= passed; i++) {
			if (i < old_left && passed - i < new_left &&
			    is_same(diff, old + i, new + passed - i))
				return (struct change){old, old + i, new, new + passed - i};
		}
	}
	return (struct change){old, diff->before.count, new, diff->after.count};
}

static bool
find_changes(struct diff *diff)
{
	size_t old = 0;
	size_t new = 0;

	while (old < diff->before.count || new < diff->after.count) {
		struct change change;

		if (old < diff->before.count && new < diff->after.count && is_same(diff, old, new)) {
			old++;
			new++;
			continue;
		}
		change = next_change(diff, old, new);
		if (!add_change(diff, change))
			return false;
		old = change.to;
		new = change.new_to;
	}
	return true;
}

/* --- Writing ----------------------------------------------------------------------------------------- */

static void
write_lines(struct clair_buf *out, char sign, const struct lines *lines, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const struct cli_text *line = &lines->list[i];

		clair_buf_putc(out, sign);
		clair_buf_add(out, line->bytes, line->length);
		if (line->bytes[line->length - 1] != '\n')
			clair_buf_puts(out, "\n\\ No newline at end of file\n");
	}
}

/* An empty stretch is named by the line before it. */
static void
write_range(struct clair_buf *out, char sign, size_t from, size_t to)
{
	clair_buf_printf(out, " %c%zu,%zu", sign, to > from ? from + 1 : from, to - from);
}

static size_t
less(size_t number, size_t by)
{
	return number < by ? 0 : number - by;
}

/* Changes that are less than two contexts apart stand in one hunk. */
static size_t
hunk_end(const struct diff *diff, size_t first)
{
	size_t last = first;

	while (last + 1 < diff->count &&
	    diff->changes[last + 1].from - diff->changes[last].to <= 2 * CONTEXT)
		last++;
	return last + 1;
}

static void
write_hunk(struct clair_buf *out, const struct diff *diff, size_t first, size_t end)
{
	const struct change *changes = diff->changes;
	size_t before = changes[first].from - less(changes[first].from, CONTEXT);
	size_t from = changes[first].from - before;
	size_t to = changes[end - 1].to;
	size_t after = diff->before.count - to < CONTEXT ? diff->before.count - to : CONTEXT;
	size_t at = from;

	clair_buf_puts(out, "@@");
	write_range(out, '-', from, to + after);
	write_range(out, '+', changes[first].new_from - before, changes[end - 1].new_to + after);
	clair_buf_puts(out, " @@\n");
	for (size_t i = first; i < end; i++) {
		write_lines(out, ' ', &diff->before, at, changes[i].from);
		write_lines(out, '-', &diff->before, changes[i].from, changes[i].to);
		write_lines(out, '+', &diff->after, changes[i].new_from, changes[i].new_to);
		at = changes[i].to;
	}
	write_lines(out, ' ', &diff->before, at, to + after);
}

/* Between quotes, as in C, when a sign of it would end the name or the line. */
static void
write_name(struct clair_buf *out, const char *start, const char *path)
{
	bool quoted = false;

	for (const char *at = path; *at != '\0'; at++)
		quoted = quoted || (unsigned char)*at < 0x20 || *at == '"' || *at == '\\' || *at == 0x7f;
	clair_buf_puts(out, start);
	if (!quoted) {
		clair_buf_printf(out, strchr(path, ' ') != NULL ? "%s\t\n" : "%s\n", path);
		return;
	}
	clair_buf_putc(out, '"');
	for (; *path != '\0'; path++) {
		if (*path == '"' || *path == '\\')
			clair_buf_putc(out, '\\');
		if ((unsigned char)*path < 0x20 || *path == 0x7f)
			clair_buf_printf(out, "\\%03o", (unsigned)*path);
		else
			clair_buf_putc(out, *path);
	}
	clair_buf_puts(out, "\"\n");
}

static void
write_diff(struct clair_buf *out, const char *path, const struct diff *diff)
{
	write_name(out, "--- ", path);
	write_name(out, "+++ ", path);
	for (size_t first = 0; first < diff->count;) {
		size_t end = hunk_end(diff, first);

		write_hunk(out, diff, first, end);
		first = end;
	}
}

bool
cli_diff(struct clair_buf *out, const char *path, struct cli_text before, struct cli_text after)
{
	struct diff diff = {0};
	bool fine = cut_lines(&diff.before, before) && cut_lines(&diff.after, after) &&
	    find_changes(&diff);

	if (fine && diff.count > 0)
		write_diff(out, path, &diff);
	free(diff.before.list);
	free(diff.after.list);
	free(diff.changes);
	return fine && !out->failed;
}
