/* Moving parts are few and can be stopped: carousels are shown to a person. */
#include "clairlint/rule.h"

enum { CAROUSEL };

static const struct clair_message messages[] = {
	[CAROUSEL] = {
		.key = "carousel",
		.fr = "Cette partie semble être un carrousel. Vérifier qu’un bouton l’arrête, et qu’il ne bouge pas seul.",
		.en = "This part looks like a carousel. Check that a button stops it, and that it does not move by itself.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *classes = clair_attr(node, CLAIR_ATTR_CLASS);
	const struct clair_node *parent = clair_parent(node);
	const char *above = parent == NULL ? NULL : clair_attr(parent, CLAIR_ATTR_CLASS);

	if (classes == NULL || !clair_matches(ctx, "carousel-class", classes) ||
	    !clair_rendered(ctx, node))
		return CLAIR_INAPPLICABLE;
	/* The parts of a carousel often carry its name too. */
	if (above != NULL && clair_matches(ctx, "carousel-class", above))
		return CLAIR_INAPPLICABLE;
	if (clair_attr_is(node, CLAIR_ATTR_ARIA_LIVE, "off") ||
	    (clair_attr_by_name(node, "data-bs-ride") == NULL &&
		clair_attr_by_name(node, "data-ride") == NULL &&
		clair_attr_by_name(node, "data-autoplay") == NULL &&
		clair_attr_by_name(node, "data-interval") == NULL &&
		clair_attr_by_name(node, "data-bs-interval") == NULL))
		return CLAIR_PASS;
	clair_review(ctx, node, CAROUSEL);
	return CLAIR_REVIEW;
}

CLAIR_RULE(cognition_moving_content) = {
	.id = "cognition/moving-content",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_LOW_VISION | CLAIR_ELDERLY | CLAIR_MOTOR,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_DIV, CLAIR_TAG_SECTION, CLAIR_TAG_UL),
	.wcag = CLAIR_IDS("2.2.2"),
	.falc = CLAIR_IDS("E15"),
	.needs = CLAIR_IDS("S-045"),
	.title = {
		.fr = "Ce qui bouge peut être arrêté",
		.en = "What moves can be stopped",
	},
	.why = {
		.fr = "Le mouvement attire l’œil et empêche de lire. Le texte part avant d’avoir été lu.",
		.en = "Movement draws the eye and prevents reading. The text leaves before it has been read.",
	},
	.remedy = {
		.fr = "Montrer les éléments en liste. Sinon, ne rien faire bouger seul et mettre un bouton « Pause ».",
		.en = "Show the items as a list. Otherwise, move nothing by itself and add a “Pause” button.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
