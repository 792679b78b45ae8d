/* An element with the role of a list item is in a list. */
#include "clairlint/rule.h"
#include "rules/common/roles.h"

enum { ORPHAN };

static const struct clair_message messages[] = {
	[ORPHAN] = {
		.key = "orphan",
		.fr = "Cet élément de rôle {role} n’est pas dans une liste.",
		.en = "This element whose role is {role} is not in a list.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *item)
{
	return rule_check_context(ctx, item, ORPHAN);
}

CLAIR_RULE(structure_list_item_parent) = {
	.id = "structure/list-item-parent",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_LISTITEM),
	.rgaa = CLAIR_IDS("9.3.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.act = CLAIR_IDS("ff89c9"),
	.title = {
		.fr = "Un élément de liste est dans une liste",
		.en = "A list item is in a list",
	},
	.why = {
		.fr = "Hors d’une liste, l’élément est lu comme un texte ordinaire, sans sa "
		    "place ni le nombre d’éléments.",
		.en = "Out of a list, the item is read as ordinary text, without its rank or "
		    "the number of items.",
	},
	.remedy = {
		.fr = "Entourer les éléments d’une liste (ul, ol ou role=\"list\").",
		.en = "Put a list (ul, ol or role=\"list\") around the items.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
