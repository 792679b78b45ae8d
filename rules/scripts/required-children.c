/* A composite widget or a table owns the elements that its role requires. */
#include "clairlint/rule.h"
#include "rules/common/owned.h"

enum { EMPTY, STRANGER, MAYBE_LATER };

static const struct clair_message messages[] = {
	[EMPTY] = {
		.key = "empty",
		.fr = "Cet élément de rôle {role} ne contient aucun élément de rôle {expected}.",
		.en = "This element whose role is {role} holds no element whose role is "
		    "{expected}.",
	},
	[STRANGER] = {
		.key = "stranger",
		.fr = "Cet élément de rôle {role} contient un élément de rôle {child} : "
		    "{expected} est attendu.",
		.en = "This element whose role is {role} holds an element whose role is "
		    "{child}: {expected} is expected.",
	},
	[MAYBE_LATER] = {
		.key = "maybe-later",
		.fr = "Cet élément de rôle {role} est vide : vérifier qu’un script le remplit "
		    "avec des éléments de rôle {expected}.",
		.en = "This element whose role is {role} is empty: check that a script fills it "
		    "with elements whose role is {expected}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	return rule_check_owned(ctx, node, EMPTY, STRANGER, MAYBE_LATER);
}

CLAIR_RULE(scripts_required_children) = {
	.id = "scripts/required-children",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_FEED, CLAIR_ROLE_GRID, CLAIR_ROLE_LISTBOX,
	    CLAIR_ROLE_MENU, CLAIR_ROLE_MENUBAR, CLAIR_ROLE_ROW, CLAIR_ROLE_ROWGROUP,
	    CLAIR_ROLE_TABLE, CLAIR_ROLE_TABLIST, CLAIR_ROLE_TREE, CLAIR_ROLE_TREEGRID),
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.act = CLAIR_IDS("bc4a75"),
	.title = {
		.fr = "Un composant contient les éléments que son rôle exige",
		.en = "A widget holds the elements that its role requires",
	},
	.why = {
		.fr = "Un menu sans entrées de menu est annoncé vide, et les touches du clavier "
		    "attendues manquent.",
		.en = "A menu without menu items is announced as empty, and the expected keys "
		    "are missing.",
	},
	.remedy = {
		.fr = "Donner aux enfants le rôle attendu, ou retirer le rôle du parent.",
		.en = "Give the children the expected role, or remove the role of the parent.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
