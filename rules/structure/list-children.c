/* A list holds list items only. */
#include "clairlint/rule.h"
#include "rules/common/owned.h"

enum { EMPTY, STRANGER, MAYBE_LATER };

static const struct clair_message messages[] = {
	[EMPTY] = {
		.key = "empty",
		.fr = "Cette liste ne contient aucun élément de liste ({expected}).",
		.en = "This list holds no list item ({expected}).",
	},
	[STRANGER] = {
		.key = "stranger",
		.fr = "Cette liste contient un élément de rôle {child} qui n’est pas dans un li, ou dont le li a un "
		    "autre rôle.",
		.en = "This list holds an element whose role is {child} that is not in a li, or whose li has another "
		    "role.",
	},
	[MAYBE_LATER] = {
		.key = "maybe-later",
		.fr = "Cette liste est vide : vérifier qu’un script la remplit.",
		.en = "This list is empty: check that a script fills it.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	return rule_check_owned(ctx, node, EMPTY, STRANGER, MAYBE_LATER);
}

CLAIR_RULE(structure_list_children) = {
	.id = "structure/list-children",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_LIST, CLAIR_ROLE_DIRECTORY),
	.rgaa = CLAIR_IDS("9.3.1", "9.3.2"),
	.wcag = CLAIR_IDS("1.3.1"),
	.act = CLAIR_IDS("bc4a75"),
	.title = {
		.fr = "Une liste contient des éléments de liste",
		.en = "A list holds list items",
	},
	.why = {
		.fr = "Un lecteur d’écran annonce le nombre d’éléments et permet de passer de "
		    "l’un à l’autre : le compte est faux.",
		.en = "A screen reader says how many items there are and lets people move "
		    "between them: the count is wrong.",
	},
	.remedy = {
		.fr = "Mettre chaque élément dans un li, et sortir le reste de la liste.",
		.en = "Put each item in a li, and take the rest out of the list.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
