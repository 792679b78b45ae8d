/* Focus, roles, states and names: what assistive technology is told. For rules: clairlint/rule.h includes it. */
#ifndef CLAIRLINT_ARIA_H
#define CLAIRLINT_ARIA_H

#include "clairlint/types.h"

/* Can be reached by script or keyboard; and by the Tab key. */
bool clair_focusable(struct clair_ctx *ctx, const struct clair_node *node);
bool clair_tabbable(struct clair_ctx *ctx, const struct clair_node *node);

/* Role after HTML-AAM, ARIA fallbacks and presentational conflict resolution. */
enum clair_role clair_role(struct clair_ctx *ctx, const struct clair_node *node);
/* Role by the tag alone, as if there were no role attribute. */
enum clair_role clair_implicit_role(struct clair_ctx *ctx, const struct clair_node *node);
/* First valid token of the role attribute, NO_ROLE when there is none. */
enum clair_role clair_explicit_role(struct clair_ctx *ctx, const struct clair_node *node);
bool clair_role_is_widget(enum clair_role role);
bool clair_role_has_presentational_children(enum clair_role role);
bool clair_role_supports(enum clair_role role, enum clair_attribute state);
bool clair_role_prohibits(enum clair_role role, enum clair_attribute state);
/* Lists ended by 0 (NO_ROLE or ATTR_OTHER); never NULL. */
const uint16_t *clair_role_required_states(enum clair_role role);
const uint16_t *clair_role_required_context(enum clair_role role);
const uint16_t *clair_role_required_owned(enum clair_role role);
/* The attributes of ARIA: the type of their value, and whether every role has them. */
enum clair_aria_type {
	CLAIR_ARIA_UNKNOWN, /* not an attribute of ARIA */
	CLAIR_ARIA_TRUE_FALSE,
	CLAIR_ARIA_TRUE_FALSE_UNDEFINED,
	CLAIR_ARIA_TRISTATE,
	CLAIR_ARIA_TOKEN,
	CLAIR_ARIA_TOKEN_LIST,
	CLAIR_ARIA_IDREF,
	CLAIR_ARIA_IDREF_LIST,
	CLAIR_ARIA_INTEGER,
	CLAIR_ARIA_NUMBER,
	CLAIR_ARIA_STRING,
};
enum clair_aria_type clair_aria_type(enum clair_attribute attribute);
bool clair_aria_attribute_exists(const char *name);
bool clair_aria_is_global(enum clair_attribute attribute);
/* By the type of the attribute; an empty value is as good as none. Does not look ids up. */
bool clair_aria_value_is_valid(enum clair_attribute attribute, const char *value);
/* ARIA ownership: aria-owns first, then nearest ancestor that is not generic or presentational. */
const struct clair_node *clair_aria_parent(struct clair_ctx *ctx, const struct clair_node *node);
/* Owned elements in the accessibility tree (generic and presentational ones are looked through). */
size_t clair_aria_child_count(struct clair_ctx *ctx, const struct clair_node *node);
const struct clair_node *clair_aria_child(
    struct clair_ctx *ctx, const struct clair_node *node, size_t index);

/* Accessible name and description 1.2; the step that gave the name. Spaces squeezed. */
enum clair_name_from {
	CLAIR_NAME_NONE,
	CLAIR_NAME_LABELLEDBY,
	CLAIR_NAME_LABEL_ATTR,   /* aria-label */
	CLAIR_NAME_NATIVE,       /* label, legend, caption, figcaption, svg title … */
	CLAIR_NAME_ALT,
	CLAIR_NAME_VALUE,        /* value of an input button, or the default label of submit and reset */
	CLAIR_NAME_CONTENT,
	CLAIR_NAME_TITLE,
	CLAIR_NAME_PLACEHOLDER,
};
const char *clair_name(struct clair_ctx *ctx, const struct clair_node *node);
enum clair_name_from clair_name_from(struct clair_ctx *ctx, const struct clair_node *node);
const char *clair_description(struct clair_ctx *ctx, const struct clair_node *node);
/* Text that sight finds in the element: visible text nodes, spaces squeezed; images give nothing. */
const char *clair_visible_text(struct clair_ctx *ctx, const struct clair_node *node);
/* The same of the text that stands straight in the element, not in one inside it. */
const char *clair_own_text(struct clair_ctx *ctx, const struct clair_node *node);
/* What is written between the tags of a script or a style, as it is; "" for any other element. */
const char *clair_raw_text(const struct clair_node *node);
/* All text, spaces squeezed, hidden or not. */
const char *clair_text_content(struct clair_ctx *ctx, const struct clair_node *node);
/* Is the visible text of a widget part of its name, word for word (ACT 2ee8b8)? ABSENT: not exposed,
 * no visible word, or the name comes from the content. UNSURE: an abbreviation, other hyphens, or one
 * letter that may be a symbol. */
enum clair_label_fit { CLAIR_LABEL_ABSENT, CLAIR_LABEL_FITS, CLAIR_LABEL_UNSURE, CLAIR_LABEL_DIFFERS };
enum clair_label_fit clair_label_fit(struct clair_ctx *ctx, const struct clair_node *node);
/* The same of any text and any name. */
enum clair_label_fit clair_text_fit(struct clair_ctx *ctx, const char *text, const char *name);
/* All the words of `part`, side by side in `text`: case, punctuation and kinds of space do not count. */
bool clair_words_contain(struct clair_ctx *ctx, const char *text, const char *part);
/* An image that says by its markup that it brings nothing: alt="" , role none, aria-hidden. */
bool clair_decorative(struct clair_ctx *ctx, const struct clair_node *node);

#endif
