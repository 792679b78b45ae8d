/*
 * Custom properties: CSS Custom Properties for Cascading Variables Level 1. Private to computing.
 */
#ifndef CLAIR_STYLE_CUSTOMS_H
#define CLAIR_STYLE_CUSTOMS_H

#include "style/value.h"

/* Bytes of a source, not ended by NUL. */
struct clair_css_span {
	const char *text;
	uint32_t length;
};

enum { CLAIR_CUSTOM_LIMIT = 64 * 1024 }; /* bytes of a value with var() replaced */

/* The value of a custom property; false when it has none, or the guaranteed-invalid one (2.2). */
bool clair_css_custom(const struct clair_css_customs *customs, const char *name, uint32_t length,
    struct clair_css_span *value);

/* Where a text is put together: CLAIR_CUSTOM_LIMIT bytes. NULL without memory. */
char *clair_css_customs_scratch(
    const struct clair_css_customs *customs, struct clair_arena *arena);

/* So many bytes are read or written. False: the page has used up what it may. */
bool clair_css_customs_spend(const struct clair_css_customs *customs, uint32_t bytes);

/* The value that a declaration with var() was read again to for these custom properties: kept, because
 * many elements ask the same. NULL without customs. Kind PENDING: not yet read. */
struct clair_css_value *clair_css_customs_kept(const struct clair_css_customs *customs,
    const struct clair_css_pending *pending, struct clair_arena *arena);

/* --- substitute.c ---------------------------------------------------------------------------------- */

/* The next var() of a text, whatever it stands in: the name it asks for. False at the end. */
bool clair_css_next_reference(struct clair_css_lexer *lexer, struct clair_css_token *name);

/* The text may hold var() or env(). */
bool clair_css_may_refer(const char *text, uint32_t length);

/* The text with var() and env() replaced, section 3. False: invalid at computed-value time. */
bool clair_css_substitute(const struct clair_css_customs *customs, struct clair_css_span text,
    struct clair_arena *arena, struct clair_css_span *result);

#endif
