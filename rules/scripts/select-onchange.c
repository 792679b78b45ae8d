/* A list of choices does not change the page by itself. */
#include "clairlint/rule.h"
#include "rules/common/script.h"
#include "rules/common/text.h"

enum { ACTS };

static const struct clair_message messages[] = {
	[ACTS] = {
		.key = "acts",
		.fr = "Cette liste agit dès qu’un choix change (onchange) : vérifier qu’elle ne "
		    "change pas de page.",
		.en = "This list acts as soon as a choice changes (onchange): check that it "
		    "does not change the page.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *list)
{
	const char *action = clair_attr(list, CLAIR_ATTR_ONCHANGE);

	if (rule_blank(action) || !clair_visible(ctx, list))
		return CLAIR_INAPPLICABLE;
	if (!rule_changes_page(action))
		return CLAIR_PASS;

	clair_review_attr(ctx, list, CLAIR_ATTR_ONCHANGE, ACTS);
	return CLAIR_REVIEW;
}

CLAIR_RULE(scripts_select_onchange) = {
	.id = "scripts/select-onchange",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_SELECT),
	.rgaa = CLAIR_IDS("7.4.1"),
	.wcag = CLAIR_IDS("3.2.2"),
	.title = {
		.fr = "Un choix dans une liste ne change pas la page sans prévenir",
		.en = "A choice in a list does not change the page without notice",
	},
	.why = {
		.fr = "Au clavier, on parcourt les choix un à un : le premier survolé peut "
		    "faire partir la page.",
		.en = "By keyboard, choices are gone through one by one: the first one may send "
		    "the page away.",
	},
	.remedy = {
		.fr = "Ajouter un bouton « Valider » et agir seulement quand il est activé.",
		.en = "Add a \"Confirm\" button and act only when it is activated.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
