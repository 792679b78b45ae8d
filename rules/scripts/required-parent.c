/* A part of a widget is in the widget that its role requires. */
#include "clairlint/rule.h"
#include "rules/common/roles.h"

enum { ORPHAN };

static const struct clair_message messages[] = {
	[ORPHAN] = {
		.key = "orphan",
		.fr = "Cet élément de rôle {role} n’est pas dans un élément de rôle {expected}.",
		.en = "This element whose role is {role} is not in an element whose role is "
		    "{expected}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	return rule_check_context(ctx, node, ORPHAN);
}

CLAIR_RULE(scripts_required_parent) = {
	.id = "scripts/required-parent",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_CELL, CLAIR_ROLE_COLUMNHEADER, CLAIR_ROLE_GRIDCELL,
	    CLAIR_ROLE_MENUITEM, CLAIR_ROLE_MENUITEMCHECKBOX, CLAIR_ROLE_MENUITEMRADIO,
	    CLAIR_ROLE_OPTION, CLAIR_ROLE_ROW, CLAIR_ROLE_ROWGROUP, CLAIR_ROLE_ROWHEADER,
	    CLAIR_ROLE_TAB, CLAIR_ROLE_TREEITEM),
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.act = CLAIR_IDS("ff89c9"),
	.title = {
		.fr = "Un élément est dans le composant que son rôle exige",
		.en = "An element is in the widget that its role requires",
	},
	.why = {
		.fr = "Hors de son composant, l’élément est annoncé sans sa place, ou n’est pas "
		    "annoncé.",
		.en = "Out of its widget, the element is announced without its rank, or not at "
		    "all.",
	},
	.remedy = {
		.fr = "Donner au parent le rôle attendu, ou retirer le rôle de l’élément.",
		.en = "Give the parent the expected role, or remove the role of the element.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
