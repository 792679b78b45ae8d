/* Forms by which people prove who they are, and what makes them hard. */
#ifndef RULES_COMMON_LOGIN_H
#define RULES_COMMON_LOGIN_H

#include "clairlint/rule.h"

/* In a short form with a password, as one signs in; a longer form makes an account. */
bool login_holds(struct clair_ctx *ctx, const struct clair_node *node);

/* A field, seen, whose attribute onpaste refuses what is pasted. */
bool login_refuses_paste(struct clair_ctx *ctx, const struct clair_node *field);

#endif
