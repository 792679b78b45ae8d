/* What the pointer makes appear, the keyboard makes appear too. */
#include "clairlint/rule.h"
#include "rules/common/hover.h"

enum { HOVER_ONLY };

static const struct clair_message messages[] = {
	[HOVER_ONLY] = {
		.key = "hover-only",
		.fr = "Le contenu « {text} » apparaît au survol de la souris : vérifier qu’il "
		    "apparaît aussi au clavier ({count} {count|endroit|endroits}).",
		.en = "The content \"{text}\" appears under the mouse: check that it appears by "
		    "keyboard too ({count} {count|place|places}).",
	},
};

static enum clair_property
shown_to_pointer_alone(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_property property = rule_shown_by_hover(ctx, node);

	if (property == CLAIR_PROPERTY_NONE || clair_shown_when(ctx, node, CLAIR_WHEN_FOCUSED))
		return CLAIR_PROPERTY_NONE;
	return property;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_review_shown(ctx, shown_to_pointer_alone, CLAIR_WHEN_HOVERED, HOVER_ONLY);
}

CLAIR_RULE(presentation_hover_without_focus) = {
	.id = "presentation/hover-without-focus",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_BLIND | CLAIR_PHONE_ONLY,
	.rgaa = CLAIR_IDS("10.14.1"),
	.wcag = CLAIR_IDS("2.1.1"),
	.title = {
		.fr = "Un contenu qui apparaît au survol apparaît aussi au clavier",
		.en = "Content that appears under the pointer appears by keyboard too",
	},
	.why = {
		.fr = "Sans souris, ou sur un écran tactile, ce contenu reste caché.",
		.en = "Without a mouse, or on a touch screen, this content remains hidden.",
	},
	.remedy = {
		.fr = "Faire apparaître le contenu au clavier aussi : dans la feuille de style, ajouter "
		    ":focus-within là où il y a :hover.",
		.en = "Make the content appear by keyboard too: in the style sheet, add :focus-within "
		    "where there is :hover.",
	},
	.limits = {
		.fr = "Un programme (script) peut aussi afficher le contenu : la règle demande de "
		    "vérifier.",
		.en = "A script may show the content too: the rule asks to check.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
