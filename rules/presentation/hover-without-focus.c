/* What the pointer makes appear, the keyboard makes appear too. */
#include "clairlint/rule.h"
#include "rules/common/cause.h"
#include "rules/common/hover.h"

enum { HOVER_ONLY, NEVER_BY_KEYBOARD };

static const struct clair_message messages[] = {
	[HOVER_ONLY] = {
		.key = "hover-only",
		.each = true,
		.fr = "Le contenu « {text} » apparaît au survol de la souris : vérifier qu’il "
		    "apparaît aussi au clavier ({count} {count|endroit|endroits}).",
		.en = "The content \"{text}\" appears under the mouse: check that it appears by "
		    "keyboard too ({count} {count|place|places}).",
	},
	[NEVER_BY_KEYBOARD] = {
		.key = "never-by-keyboard",
		.each = true,
		.fr = "Le contenu « {text} » n’apparaît qu’au survol de la souris ({count} "
		    "{count|endroit|endroits}). La page n’a aucun script : rien ne l’affiche au clavier.",
		.en = "The content \"{text}\" appears under the mouse only ({count} {count|place|places}). "
		    "The page has no script: nothing shows it by keyboard.",
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

/* A box to tick may show what :checked stands before in a style sheet. */
static bool
has_toggle(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_INPUT); i++) {
		const struct clair_node *input = clair_tag_at(ctx, CLAIR_TAG_INPUT, i);

		if (clair_attr_is(input, CLAIR_ATTR_TYPE, "checkbox") ||
		    clair_attr_is(input, CLAIR_ATTR_TYPE, "radio"))
			return true;
	}
	return false;
}

/* Scripts may show it; so may a link, or a rule that is not known. */
static bool
nothing_else_shows(struct clair_ctx *ctx, const struct clair_node *node)
{
	return !clair_page_may_change(ctx) && !has_toggle(ctx) && !clair_is_behind_link(ctx, node) &&
	    clair_style_grade_when(ctx, node, CLAIR_WHEN_FOCUSED) == CLAIR_STATIC &&
	    clair_style_grade_when(ctx, node, CLAIR_WHEN_HOVERED) == CLAIR_STATIC;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const enum clair_situation hovered = CLAIR_WHEN_HOVERED;
	static const struct rule_search search = {
		.found_by = shown_to_pointer_alone,
		.when = &hovered,
		.message = HOVER_ONLY,
		.is_proven = nothing_else_shows,
		.failure = NEVER_BY_KEYBOARD,
		.describe = rule_describe_shown,
	};

	return rule_review_causes(ctx, &search);
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
	.needs = CLAIR_IDS("S-009", "S-128"),
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
