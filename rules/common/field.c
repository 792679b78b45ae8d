/* What rules of forms ask about fields and what stands around them. */
#include "rules/common/field.h"

#include "rules/common/text.h"

/* Boxes around a field that hold other things too, and all of them; elements read to find a button. */
enum { BOXES_AROUND = 2, BOXES_ABOVE = 12, BUTTON_SEARCH = 12 };

static bool
is_box(struct clair_ctx *ctx, const struct clair_node *field)
{
	enum clair_role role = clair_role(ctx, field);

	return role == CLAIR_ROLE_CHECKBOX || role == CLAIR_ROLE_RADIO || role == CLAIR_ROLE_SWITCH;
}

bool
rule_has_format(const struct clair_node *field)
{
	static const char *const types[] = {"email", "url", "number", NULL};
	const char *type = clair_attr(field, CLAIR_ATTR_TYPE);

	return !rule_blank(clair_attr(field, CLAIR_ATTR_PATTERN)) ||
	    !rule_blank(clair_attr(field, CLAIR_ATTR_MINLENGTH)) ||
	    (clair_tag(field) == CLAIR_TAG_INPUT && type != NULL && rule_in(type, types));
}

struct rule_fields
rule_fields_in(struct clair_ctx *ctx, const struct clair_node *top)
{
	struct rule_fields fields = {0};
	const struct clair_node *node = top;

	while ((node = clair_next_inside(top, node)) != NULL) {
		if (!clair_is_field(ctx, node) || !clair_exposed(ctx, node))
			continue;
		fields.all++;
		fields.required += clair_has_attr(node, CLAIR_ATTR_REQUIRED) ||
		    clair_attr_is(node, CLAIR_ATTR_ARIA_REQUIRED, "true");
		fields.boxes += is_box(ctx, node);
		fields.typed += rule_has_format(node);
		fields.invalid += clair_attr_is(node, CLAIR_ATTR_ARIA_INVALID, "true");
	}
	return fields;
}

/* Something to see in the element, the field and what is in it left out. */
static bool
shows(struct clair_ctx *ctx, const struct clair_node *box, const struct clair_node *field)
{
	const struct clair_node *child;

	if (!clair_visible(ctx, box))
		return false;
	if (!clair_contains(box, field))
		return clair_tag(box) == CLAIR_TAG_IMG || clair_tag(box) == CLAIR_TAG_SVG ||
		    clair_visible_text(ctx, box)[0] != '\0' || clair_has_generated_box(ctx, box);
	if (clair_own_text(ctx, box)[0] != '\0')
		return true;
	for (child = clair_first_child(box); child != NULL; child = clair_next_sibling(child)) {
		if (!clair_contains(child, field))
			return shows(ctx, child, field);
	}
	return false;
}

static bool
any_label_shows(struct clair_ctx *ctx, const struct clair_node *field)
{
	for (size_t i = 0; i < clair_label_count(ctx, field); i++) {
		if (shows(ctx, clair_label(ctx, field, i), field))
			return true;
	}
	return false;
}

bool
rule_label_is_seen(struct clair_ctx *ctx, const struct clair_node *field)
{
	const char *ids = clair_attr(field, CLAIR_ATTR_ARIA_LABELLEDBY);
	struct rule_token id = {ids != NULL ? ids : "", 0};
	const struct clair_node *label;

	while (rule_next_token(&id)) {
		label = rule_by_token(ctx, &id);
		if (label != NULL && shows(ctx, label, field))
			return true;
	}
	return any_label_shows(ctx, field) || clair_name_from(ctx, field) == CLAIR_NAME_CONTENT;
}

static bool
is_told_by(struct clair_ctx *ctx, const struct clair_node *sibling, const struct clair_node *field)
{
	return sibling != NULL && (shows(ctx, sibling, field) ||
	    (clair_role(ctx, sibling) == CLAIR_ROLE_BUTTON && clair_visible(ctx, sibling)));
}

bool
rule_is_told_beside(struct clair_ctx *ctx, const struct clair_node *field)
{
	const struct clair_node *node = field;

	for (unsigned around = 0, above = 0; around < BOXES_AROUND && above < BOXES_ABOVE; above++) {
		const struct clair_node *parent = clair_parent(node);
		const struct clair_node *before = clair_previous_sibling(node);
		const struct clair_node *after = clair_next_sibling(node);

		if (is_told_by(ctx, before, field) || is_told_by(ctx, after, field))
			return true;
		/* A box that holds nothing else does not set them apart. */
		around += before != NULL || after != NULL;
		if (parent == NULL || clair_tag(parent) == CLAIR_TAG_BODY)
			return false;
		if (clair_own_text(ctx, parent)[0] != '\0')
			return true;
		if (clair_tag(parent) == CLAIR_TAG_FORM)
			return false;
		node = parent;
	}
	return false;
}

const struct clair_node *
rule_button_after(struct clair_ctx *ctx, const struct clair_node *field)
{
	const struct clair_node *form = clair_closest(field, CLAIR_TAG_FORM);
	const struct clair_node *node = field;

	for (unsigned i = 0; form != NULL && i < BUTTON_SEARCH; i++) {
		node = clair_next_inside(form, node);
		if (node == NULL || clair_is_field(ctx, node))
			return NULL;
		if (clair_role(ctx, node) == CLAIR_ROLE_BUTTON && clair_visible(ctx, node))
			return node;
	}
	return NULL;
}
