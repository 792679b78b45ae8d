/* See rewrite.h. */
#include "tests/support/rewrite.h"

#include "base/buf.h"
#include "dom/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { ATTRIBUTES = 64 };

struct piece {
	const char *start;
	size_t length, name_length;
};

/* A start tag as written: "<", a name, attributes, the end. */
struct tag {
	const char *start, *end;
	size_t name_length;
	struct piece attributes[ATTRIBUTES];
	size_t count;
	bool self_closed;
};

static const char blanks[] = " \t\r\n\f";

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static const char *
read_attribute(const char *at, struct piece *piece)
{
	piece->start = at;
	piece->name_length = strcspn(at, " \t\r\n\f=>/");
	at += piece->name_length;
	if (at[strspn(at, blanks)] == '=') {
		at += strspn(at, blanks) + 1;
		at += strspn(at, blanks);
		if (*at == '"' || *at == '\'') {
			const char *end = strchr(at + 1, *at);

			if (end == NULL)
				return NULL;
			at = end + 1;
		} else {
			at += strcspn(at, " \t\r\n\f>");
		}
	}
	piece->length = (size_t)(at - piece->start);
	return piece->length == 0 ? NULL : at;
}

/* False for what is written in a way that is not worth knowing here. */
static bool
read_tag(struct tag *tag, const char *at)
{
	*tag = (struct tag){.start = at};
	if (at[0] != '<' || !is_letter(at[1]))
		return false;
	tag->name_length = strcspn(at + 1, " \t\r\n\f>/");
	at += 1 + tag->name_length;
	for (;;) {
		at += strspn(at, blanks);
		if (*at == '/' && at[1] == '>') {
			tag->self_closed = true;
			at++;
		}
		if (*at == '>') {
			tag->end = at + 1;
			return true;
		}
		if (*at == '\0' || tag->count == ATTRIBUTES)
			return false;
		at = read_attribute(at, &tag->attributes[tag->count++]);
		if (at == NULL)
			return false;
	}
}

/* Where text that holds no tag ends: of comments, scripts, titles… */
static const char *
after_raw(const char *at, const struct tag *tag)
{
	static const char *const raw[] = {"script", "style", "title", "textarea", "noscript", "iframe", "xmp"};

	for (size_t i = 0; i < CLAIR_LEN(raw); i++) {
		size_t length = strlen(raw[i]);

		if (tag->name_length != length || strncasecmp(tag->start + 1, raw[i], length) != 0)
			continue;
		for (; *at != '\0'; at++) {
			if (at[0] == '<' && at[1] == '/' && strncasecmp(at + 2, raw[i], length) == 0)
				return at;
		}
	}
	return at;
}

typedef void tag_writer(struct clair_buf *out, const struct tag *tag);

static char *
each_tag(const char *html, tag_writer *write)
{
	struct clair_buf out;

	clair_buf_init(&out, 0);
	for (const char *at = html; *at != '\0';) {
		const char *end = at + 1;
		struct tag tag;

		if (strncmp(at, "<!--", 4) == 0) {
			end = strstr(at, "-->");
			end = end == NULL ? at + strlen(at) : end + 3;
		} else if (read_tag(&tag, at)) {
			write(&out, &tag);
			at = tag.end;
			end = after_raw(at, &tag);
		}
		clair_buf_add(&out, at, (size_t)(end - at));
		at = end;
	}
	return out.bytes;
}

static void
write_after_comment(struct clair_buf *out, const struct tag *tag)
{
	clair_buf_puts(out, "<!-- une note -->");
	clair_buf_add(out, tag->start, (size_t)(tag->end - tag->start));
}

char *
rewrite_with_comments(const char *html)
{
	return each_tag(html, write_after_comment);
}

static void
add_capitals(struct clair_buf *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		clair_buf_putc(out, is_letter(text[i]) ? (char)(text[i] & ~32) : text[i]);
}

static bool
has_attribute_twice(const struct tag *tag)
{
	for (size_t i = 0; i < tag->count; i++) {
		for (size_t j = 0; j < i; j++) {
			const struct piece *one = &tag->attributes[i];
			const struct piece *other = &tag->attributes[j];

			if (one->name_length == other->name_length &&
			    strncasecmp(one->start, other->start, one->name_length) == 0)
				return true;
		}
	}
	return false;
}

static void
write_reversed(struct clair_buf *out, const struct tag *tag)
{
	bool keeps = has_attribute_twice(tag);

	clair_buf_putc(out, '<');
	add_capitals(out, tag->start + 1, tag->name_length);
	for (size_t i = 0; i < tag->count; i++) {
		const struct piece *piece = &tag->attributes[keeps ? i : tag->count - 1 - i];

		clair_buf_putc(out, ' ');
		add_capitals(out, piece->start, piece->name_length);
		clair_buf_add(out, piece->start + piece->name_length, piece->length - piece->name_length);
	}
	clair_buf_puts(out, tag->self_closed ? " />" : ">");
}

char *
rewrite_attributes(const char *html)
{
	return each_tag(html, write_reversed);
}

char *
rewrite_in_div(const char *html)
{
	const char *body = strcasestr(html, "<body");
	const char *end = body == NULL ? NULL : strcasestr(body, "</body>");
	struct clair_buf out;
	struct tag tag;

	if (end == NULL || !read_tag(&tag, body))
		return NULL;
	clair_buf_init(&out, 0);
	clair_buf_add(&out, html, (size_t)(tag.end - html));
	clair_buf_puts(&out, "<div>");
	clair_buf_add(&out, tag.end, (size_t)(end - tag.end));
	clair_buf_puts(&out, "</div>");
	clair_buf_puts(&out, end);
	return out.bytes;
}

char *
rewrite_fixed(const char *html, const struct clair_finding *finding)
{
	struct clair_buf out;

	if (finding->fix.edits == NULL)
		return NULL;
	clair_buf_init(&out, 0);
	if (!clair_edits_apply(&out, html, strlen(html), finding->fix.edits))
		abort();
	return out.bytes;
}
