/* A li element is in a list. */
#include "clairlint/rule.h"

enum { ORPHAN };

static const struct clair_message messages[] = {
	[ORPHAN] = {
		.key = "orphan",
		.fr = "Cet élément {element} n’est pas dans une liste.",
		.en = "This {element} element is not in a list.",
	},
};

static bool
is_in_list(const struct clair_node *item)
{
	const struct clair_node *parent = clair_parent(item);

	if (parent == NULL)
		return false;
	if (clair_tag(item) == CLAIR_TAG_LI)
		return clair_tag(parent) == CLAIR_TAG_UL || clair_tag(parent) == CLAIR_TAG_OL ||
		    clair_tag(parent) == CLAIR_TAG_MENU || clair_tag(parent) == CLAIR_TAG_DIR;
	/* HTML allows one div around each group of dt and dd. */
	if (clair_tag(parent) == CLAIR_TAG_DIV && clair_parent(parent) != NULL)
		parent = clair_parent(parent);
	return clair_tag(parent) == CLAIR_TAG_DL;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *item)
{
	const struct clair_node *parent;

	if (clair_has_attr(item, CLAIR_ATTR_ROLE) || !clair_exposed(ctx, item))
		return CLAIR_INAPPLICABLE;
	parent = clair_aria_parent(ctx, item);
	/* A custom element may put its content in a list of its own. */
	if (is_in_list(item) || (parent != NULL && clair_role(ctx, parent) == CLAIR_ROLE_LIST) ||
	    clair_tag(clair_parent(item)) == CLAIR_TAG_OTHER)
		return CLAIR_PASS;

	clair_arg(clair_report(ctx, item, ORPHAN), "element", clair_tag_name(item));
	return CLAIR_FAIL;
}

CLAIR_RULE(structure_list_item_orphan) = {
	.id = "structure/list-item-orphan",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_LI, CLAIR_TAG_DT, CLAIR_TAG_DD),
	.rgaa = CLAIR_IDS("9.3.1", "9.3.3"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "Un élément li est dans une liste ul ou ol",
		.en = "A li element is in a ul or ol list",
	},
	.why = {
		.fr = "Hors d’une liste, le nombre d’éléments et la place de chacun ne sont pas "
		    "annoncés.",
		.en = "Out of a list, the number of items and the rank of each are not "
		    "announced.",
	},
	.remedy = {
		.fr = "Entourer les éléments li d’un élément ul ou ol, et les dt et dd d’un dl.",
		.en = "Put a ul or ol element around li elements, and a dl around dt and dd.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
