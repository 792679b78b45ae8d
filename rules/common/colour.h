/* Colours written in a style attribute, and their contrast. */
#ifndef CLAIR_RULES_COMMON_COLOUR_H
#define CLAIR_RULES_COMMON_COLOUR_H

#include "clairlint/rule.h"

struct rule_colour {
	unsigned char red, green, blue;
};

/* Both colours, opaque, declared on this element; no picture in the background. */
bool rule_inline_colours(struct clair_ctx *ctx, const struct clair_node *node,
    struct rule_colour *text, struct rule_colour *back);
/* WCAG 2.2, "contrast ratio". */
double rule_contrast(struct rule_colour a, struct rule_colour b);

#endif
