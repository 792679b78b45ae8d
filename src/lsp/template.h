/*
 * What a template writes in a page: <?php … ?>, <% … %>, {% … %}, {{ … }}. Its marks are hidden before the page
 * is judged, byte for byte, so that places stay: code by spaces, what will be a text or a value by letters that
 * no other mark has.
 *
 * A fragment, which others put in a page, is judged after the start of a page in French: what is found in that
 * start is about a page that is not there.
 */
#ifndef CLAIR_LSP_TEMPLATE_H
#define CLAIR_LSP_TEMPLATE_H

#include "base/buf.h"

struct clair_mark {
	size_t offset, length;
	bool is_text; /* hidden by letters */
};

struct clair_template {
	char *page;         /* what is to be judged; NULL: the source */
	size_t start;       /* bytes of it before those of the source */
	char *bytes;        /* in it: the source without its marks */
	const char *source; /* the caller's */
	size_t length;
	struct clair_mark *marks;
	size_t count;
	bool is_fragment; /* no page of its own: neither doctype, nor html, head or body */
};

/* False without memory. Free it all the same. */
bool clair_template_init(struct clair_template *template, const char *source, size_t length);
void clair_template_free(struct clair_template *template);

/* Whether what stands from one byte to another depends on a mark. Of a start tag, values may: what it has not
 * cannot come from them. */
bool clair_template_decides(const struct clair_template *template, size_t from, size_t end);
/* Whether a text quotes the letters that hide a mark. */
bool clair_template_is_quoted(const struct clair_template *template, const char *text);
/* Adds the text, with the marks themselves for their letters. */
void clair_template_tell(const struct clair_template *template, struct clair_buf *out, const char *text);

#endif
