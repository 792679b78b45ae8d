/*
 * Custom properties: CSS Custom Properties for Cascading Variables Level 1. Private to computing.
 */
#ifndef CLAIR_STYLE_CUSTOMS_H
#define CLAIR_STYLE_CUSTOMS_H

#include "style/kept.h"

/* Bytes of a source, not ended by NUL. */
struct clair_css_span {
	const char *text;
	uint32_t length;
};

/* The value of a custom property; false when it has none, or the guaranteed-invalid one (2.2). */
bool clair_css_custom(const struct clair_css_customs *customs, const char *name, uint32_t length,
    struct clair_css_span *value);

/* What the page keeps; NULL without customs. */
struct clair_css_kept *clair_css_customs_kept(const struct clair_css_customs *customs);

/* --- substitute.c ---------------------------------------------------------------------------------- */

/* The next var() of a text, whatever it stands in: the name it asks for. False at the end. */
bool clair_css_next_reference(struct clair_css_lexer *lexer, struct clair_css_token *name);

/* The text may hold var() or env(). */
bool clair_css_may_refer(const char *text, uint32_t length);

/* The text with var() and env() replaced, section 3. False: invalid at computed-value time. */
bool clair_css_substitute(const struct clair_css_customs *customs, struct clair_css_span text,
    struct clair_arena *arena, struct clair_css_span *result);

#endif
