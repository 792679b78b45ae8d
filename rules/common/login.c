/* See login.h. */
#include "rules/common/login.h"

enum { LOGIN_FIELDS = 4 /* identifier, password, code, "stay signed in" */ };

bool
login_holds(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_form *form = clair_form_around(ctx, node);

	return form != NULL && form->is_login && form->fields <= LOGIN_FIELDS;
}

bool
login_refuses_paste(struct clair_ctx *ctx, const struct clair_node *field)
{
	const char *handler = clair_attr(field, CLAIR_ATTR_ONPASTE);

	return handler != NULL && clair_is_field(ctx, field) && clair_visible(ctx, field) &&
	    clair_matches(ctx, "paste-refused", handler);
}
