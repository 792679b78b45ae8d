/* What rules on procedures and their forms ask. */
#ifndef CLAIR_RULES_COMMON_JOURNEY_H
#define CLAIR_RULES_COMMON_JOURNEY_H

#include "clairlint/rule.h"

/* In French, and a page where people do something: a procedure, a form, a payment, an appointment, a message. */
bool rule_is_task(struct clair_ctx *ctx);
/* It explains a procedure of the administration, by its words, and already tells some of what people ask first. */
bool rule_is_sheet(struct clair_ctx *ctx);
/* Where a finding about the whole page points: its first heading of level 1, or <html>. */
const struct clair_node *rule_page_place(struct clair_ctx *ctx);
/* A page to sign in of a public service of France, by its words. */
bool rule_is_public_login(struct clair_ctx *ctx);
/* The label of the field, what describes it, and the legend of its group, as one question after the other. */
bool rule_field_says(struct clair_ctx *ctx, const struct clair_node *field, const char *pattern);
/* The field takes a date, a number or a text that people type: no box, no password, no file. */
bool rule_is_typed(const struct clair_node *field);
/* The form that holds most fields in the main content, neither a search nor a login; or NULL. */
const struct clair_form *rule_main_form(struct clair_ctx *ctx);
/* The first field of the page that asks for this, or NULL. */
const struct clair_entry *rule_entry_for(struct clair_ctx *ctx, enum clair_need need);
/* One is to prove who one is by a password that exists: neither to choose one, nor to change it. */
const struct clair_node *rule_login_password(struct clair_ctx *ctx);

#endif
