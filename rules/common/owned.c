/* What an element must own by its role. */
#include "rules/common/owned.h"

static bool
is_in(const uint16_t *roles, enum clair_role role)
{
	while (*roles != 0 && *roles != role)
		roles++;
	return *roles != 0;
}

/* ARIA 1.3 allows what ARIA 1.2 forgot: separators between choices, the caption of a table. */
static bool
is_bystander(enum clair_role owner, enum clair_role child)
{
	switch (owner) {
	case CLAIR_ROLE_LISTBOX:
	case CLAIR_ROLE_MENU:
	case CLAIR_ROLE_MENUBAR:
		return child == CLAIR_ROLE_SEPARATOR || child == CLAIR_ROLE_GROUP;
	case CLAIR_ROLE_TREE:
		return child == CLAIR_ROLE_GROUP;
	case CLAIR_ROLE_GRID:
	case CLAIR_ROLE_TABLE:
	case CLAIR_ROLE_TREEGRID:
		return child == CLAIR_ROLE_CAPTION;
	default:
		return false;
	}
}

static const struct clair_node *
find_stranger(struct clair_ctx *ctx, const struct clair_node *node, bool *has_right)
{
	enum clair_role role = clair_role(ctx, node);
	const uint16_t *owned = clair_role_required_owned(role);
	const struct clair_node *found = NULL;
	size_t count = clair_aria_child_count(ctx, node);

	*has_right = false;
	for (size_t i = 0; i < count; i++) {
		const struct clair_node *child = clair_aria_child(ctx, node, i);
		enum clair_role child_role = clair_role(ctx, child);

		if (is_in(owned, child_role))
			*has_right = true;
		else if (found == NULL && child_role != CLAIR_ROLE_NO_ROLE &&
		    !is_bystander(role, child_role))
			found = child;
	}
	return found;
}

/* An HTML element with nothing in it that a script may fill, or an empty row: nothing is announced. */
static bool
is_idle(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (clair_has_attr(node, CLAIR_ATTR_ROLE) || clair_has_attr(node, CLAIR_ATTR_ARIA_OWNS) ||
	    clair_first_child(node) != NULL)
		return false;
	return clair_page_has_scripts(ctx) || clair_role(ctx, node) == CLAIR_ROLE_ROW ||
	    clair_role(ctx, node) == CLAIR_ROLE_ROWGROUP;
}

/* An HTML row whose cells are hidden, a list that holds only a script: no one is told anything wrong. */
static bool
hides_all(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *child = clair_first_child(node);

	if (clair_has_attr(node, CLAIR_ATTR_ROLE) || child == NULL)
		return false;
	while (child != NULL && !clair_exposed(ctx, child))
		child = clair_next_sibling(child);
	return child == NULL && clair_own_text(ctx, node)[0] == '\0';
}

enum clair_outcome
rule_check_owned(struct clair_ctx *ctx, const struct clair_node *node, unsigned empty,
    unsigned stranger, unsigned later)
{
	enum clair_role role = clair_role(ctx, node);
	const uint16_t *owned = clair_role_required_owned(role);
	const struct clair_node *found;
	struct clair_finding *finding;
	bool may_fill;
	bool has_right;

	if (owned[0] == 0 || !clair_exposed(ctx, node) ||
	    clair_attr_is(node, CLAIR_ATTR_ARIA_BUSY, "true") || is_idle(ctx, node))
		return CLAIR_INAPPLICABLE;
	found = find_stranger(ctx, node, &has_right);
	if (has_right && found == NULL)
		return CLAIR_PASS;
	if (found == NULL && hides_all(ctx, node))
		return CLAIR_INAPPLICABLE;

	may_fill = clair_first_child(node) == NULL && clair_page_has_scripts(ctx);
	if (may_fill && found == NULL)
		finding = clair_review(ctx, node, later);
	else
		finding = clair_report(ctx, node, found != NULL ? stranger : empty);
	clair_arg(finding, "role", clair_role_names[role]);
	/* Groups only stand between a widget and its parts. */
	clair_arg(finding, "expected",
	    clair_role_names[owned[owned[0] == CLAIR_ROLE_GROUP && owned[1] != 0]]);
	if (found != NULL)
		clair_arg(finding, "child", clair_role_names[clair_role(ctx, found)]);
	return may_fill && found == NULL ? CLAIR_REVIEW : CLAIR_FAIL;
}
