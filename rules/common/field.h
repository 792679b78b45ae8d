/* What rules of forms ask about fields and what stands around them. */
#ifndef CLAIR_RULES_COMMON_FIELD_H
#define CLAIR_RULES_COMMON_FIELD_H

#include "clairlint/rule.h"

/* Exposed fields in a group or a form. */
struct rule_fields {
	double all, required;
	double boxes;   /* checkboxes and radio buttons */
	double typed;   /* with a format that the browser holds: e-mail, number, pattern… */
	double invalid; /* said to be wrong by aria-invalid */
};
struct rule_fields rule_fields_in(struct clair_ctx *ctx, const struct clair_node *top);

/* The browser refuses what does not have the form wanted: type, pattern or minlength. */
bool rule_has_format(const struct clair_node *field);

/* Something of what names the field is seen: a label, or what aria-labelledby points at. */
bool rule_label_is_seen(struct clair_ctx *ctx, const struct clair_node *field);
/* A text or a picture that is seen stands side by side with the field. */
bool rule_is_told_beside(struct clair_ctx *ctx, const struct clair_node *field);
/* The button close after a field, or NULL. */
const struct clair_node *rule_button_after(struct clair_ctx *ctx, const struct clair_node *field);

#endif
