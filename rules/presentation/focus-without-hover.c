/* What the focus makes appear, the pointer makes appear too. */
#include "clairlint/rule.h"
#include "rules/common/hover.h"

enum { FOCUS_ONLY };

static const struct clair_message messages[] = {
	[FOCUS_ONLY] = {
		.key = "focus-only",
		.fr = "Le contenu « {text} » apparaît au clavier : vérifier qu’il apparaît aussi "
		    "avec la souris ({count} {count|endroit|endroits}).",
		.en = "The content \"{text}\" appears by keyboard: check that it appears with the "
		    "mouse too ({count} {count|place|places}).",
	},
};

/* A skip link is for the keyboard alone. */
static bool
leads_inside(const struct clair_node *node)
{
	const struct clair_node *top = node;

	do {
		const char *href = clair_attr(node, CLAIR_ATTR_HREF);

		if (clair_tag(node) == CLAIR_TAG_A && href != NULL && href[0] == '#')
			return true;
	} while ((node = clair_next_inside(top, node)) != NULL);
	return false;
}

static enum clair_property
shown_to_keyboard_alone(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_property property = rule_shown_when(ctx, node, CLAIR_WHEN_FOCUSED);

	if (property == CLAIR_PROPERTY_NONE || clair_shown_when(ctx, node, CLAIR_WHEN_HOVERED) ||
	    leads_inside(node))
		return CLAIR_PROPERTY_NONE;
	return property;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_review_shown(ctx, shown_to_keyboard_alone, CLAIR_WHEN_FOCUSED, FOCUS_ONLY);
}

CLAIR_RULE(presentation_focus_without_hover) = {
	.id = "presentation/focus-without-hover",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_LOW_VISION,
	.rgaa = CLAIR_IDS("10.14.2"),
	.wcag = CLAIR_IDS("2.1.1"),
	.needs = CLAIR_IDS("S-009"),
	.title = {
		.fr = "Un contenu qui apparaît au clavier apparaît aussi avec la souris",
		.en = "Content that appears by keyboard appears with the mouse too",
	},
	.why = {
		.fr = "Qui se sert d’une souris, d’une commande vocale ou d’un écran tactile ne "
		    "voit pas ce contenu.",
		.en = "Who uses a mouse, voice control or a touch screen does not see this "
		    "content.",
	},
	.remedy = {
		.fr = "Dans la feuille de style, ajouter :hover là où il y a :focus.",
		.en = "In the style sheet, add :hover where there is :focus.",
	},
	.limits = {
		.fr = "Un programme (script) peut aussi afficher le contenu. Les liens d’accès "
		    "rapide ne sont pas concernés.",
		.en = "A script may show the content too. Skip links are not concerned.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
