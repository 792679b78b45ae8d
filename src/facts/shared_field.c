/* See shared_field.h. */
#include "facts/shared_field.h"
#include "base/map.h"

#include <string.h>

enum {
	NEWSLETTER_FIELDS = 2, /* with a box to agree */
	LOGIN_FIELDS = 4,      /* identifier, password, code, "stay signed in" */
	LABEL_BYTES = 80,
};

/* The one field of the form with this type, or of any type that takes text when it is NULL; NULL when there
 * are several. */
static const struct clair_node *
only_field(struct clair_ctx *ctx, const struct clair_node *form, const char *type)
{
	const struct clair_node *only = NULL;

	for (const struct clair_node *node = form; node != NULL; node = clair_next_inside(form, node)) {
		const enum clair_role role = clair_role(ctx, node);

		if (!clair_is_field(ctx, node) || !clair_rendered(ctx, node))
			continue;
		if (type == NULL ? role != CLAIR_ROLE_TEXTBOX && role != CLAIR_ROLE_SEARCHBOX &&
		            role != CLAIR_ROLE_COMBOBOX
		                 : !clair_attr_is(node, CLAIR_ATTR_TYPE, type))
			continue;
		if (only != NULL)
			return NULL;
		only = node;
	}
	return only;
}

static bool
asks_new_password(const struct clair_node *field)
{
	return clair_attr_has_token(field, CLAIR_ATTR_AUTOCOMPLETE, "new-password");
}

/* The field of a form that other pages are likely to have too, or NULL. */
static const struct clair_node *
shared_field(struct clair_ctx *ctx, const struct clair_form *form, enum clair_shared_field *what)
{
	const struct clair_node *field;

	if (form->node->tag != CLAIR_TAG_FORM)
		return NULL;
	if (form->is_search) {
		*what = CLAIR_FIELD_SEARCH;
		return clair_region(ctx, form->node) == CLAIR_IN_MAIN
		    ? NULL
		    : only_field(ctx, form->node, NULL);
	}
	if (form->is_login) {
		*what = CLAIR_FIELD_PASSWORD;
		field = form->fields <= LOGIN_FIELDS ? only_field(ctx, form->node, "password") : NULL;
		return field != NULL && asks_new_password(field) ? NULL : field;
	}
	*what = CLAIR_FIELD_NEWSLETTER;
	return form->fields <= NEWSLETTER_FIELDS ? only_field(ctx, form->node, "email") : NULL;
}

/* "Rechercher :", "rechercher". */
static uint32_t
hash_of(struct clair_ctx *ctx, const char *label)
{
	const char *folded = clair_fold(&ctx->page->mem, label, strlen(label));
	size_t length = strlen(folded);

	while (length > 0 && strchr(" :*.!?…", folded[length - 1]) != NULL)
		length--;
	return (uint32_t)clair_hash(folded, length, CLAIR_HASH_SEED);
}

void
clair_labels_keep(struct clair_ctx *ctx, struct clair_arena *arena, struct clair_shared_label *labels)
{
	const struct clair_node *fields[CLAIR_SHARED_FIELD_COUNT] = {NULL};
	bool several[CLAIR_SHARED_FIELD_COUNT] = {false};

	for (size_t i = 0; i < clair_form_count(ctx); i++) {
		enum clair_shared_field what;
		const struct clair_node *field = shared_field(ctx, clair_form(ctx, i), &what);

		if (field == NULL)
			continue;
		several[what] = fields[what] != NULL;
		fields[what] = field;
	}
	for (int what = 0; what < CLAIR_SHARED_FIELD_COUNT; what++) {
		const char *label = fields[what] == NULL ? "" : clair_name(ctx, fields[what]);
		const size_t length = strlen(label);

		if (length == 0 || length > LABEL_BYTES || several[what])
			continue;
		labels[what].text = clair_strdup(arena, label);
		labels[what].hash = hash_of(ctx, label);
	}
}
