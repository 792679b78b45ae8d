/* A menu item has a name. */
#include "clairlint/rule.h"

enum { NO_NAME };

static const struct clair_message messages[] = {
	[NO_NAME] = {
		.key = "no-name",
		.fr = "Cette entrée de menu n’a pas de nom.",
		.en = "This menu item has no name.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *item)
{
	if (!clair_exposed(ctx, item))
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, item)[0] != '\0')
		return CLAIR_PASS;

	clair_report(ctx, item, NO_NAME);
	return CLAIR_FAIL;
}

CLAIR_RULE(scripts_menuitem_name) = {
	.id = "scripts/menuitem-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_MENUITEM),
	.rgaa = CLAIR_IDS("7.1.3"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("m6b1q3"),
	.title = {
		.fr = "Une entrée de menu a un nom",
		.en = "A menu item has a name",
	},
	.why = {
		.fr = "Une entrée sans nom est annoncée « élément de menu » et rien d’autre.",
		.en = "An item without a name is announced \"menu item\" and nothing more.",
	},
	.remedy = {
		.fr = "Écrire un texte dans l’entrée, ou un aria-label.",
		.en = "Write a text in the item, or an aria-label.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
