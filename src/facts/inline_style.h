/* The declarations of one style attribute. Private to src/facts/. */
#ifndef CLAIR_FACTS_INLINE_STYLE_H
#define CLAIR_FACTS_INLINE_STYLE_H

#include "base/arena.h"

#include <stdint.h>

struct clair_declaration {
	const char *property; /* lower case */
	const char *value;    /* lower case, trimmed, without !important and comments */
	bool important;
};

struct clair_inline_style {
	uint32_t node;
	uint32_t count;
	const struct clair_declaration *list;
};

/* False when the arena has failed. */
bool clair_inline_style_parse(
    struct clair_inline_style *style, const char *text, struct clair_arena *arena);

/* The value that wins, or NULL. */
const char *clair_inline_style_get(const struct clair_inline_style *style, const char *property);

/* A number with its unit at the start of `text`: "-9999px". False when there is none. */
bool clair_css_number(const char *text, double *number, const char **unit);

#endif
