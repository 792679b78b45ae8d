/* A home page or a menu page shows few cards side by side. */
#include "clairlint/rule.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "Cette partie montre {count} cartes à la suite, sans titre pour les grouper. Le maximum conseillé est {max}.",
		.en = "This part shows {count} cards in a row, with no heading to group them. The advised maximum is {max}.",
	},
};

enum { CARD_NODES = 40 }; /* where the heading of a card is looked for */

/* A part with a heading and a link. */
static bool
is_card(struct clair_ctx *ctx, const struct clair_node *part)
{
	const struct clair_node *node = part;
	bool heading = false;
	bool link = clair_tag(part) == CLAIR_TAG_A;

	for (int i = 0; i < CARD_NODES && (node = clair_next_inside(part, node)) != NULL; i++) {
		heading = heading || clair_heading_level(ctx, node) > 0;
		link = link || (clair_tag(node) == CLAIR_TAG_A && clair_has_attr(node, CLAIR_ATTR_HREF));
	}
	return heading && link;
}

static bool
offers_choices(struct clair_ctx *ctx)
{
	const enum clair_page_kind kind = clair_page_kind(ctx).kind;

	return kind == CLAIR_PAGE_HOME || kind == CLAIR_PAGE_MENU;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *group)
{
	const double max = clair_threshold(ctx, "cognition.cartes.max");
	struct clair_finding *finding;
	uint32_t cards = 0;

	if (!offers_choices(ctx) || clair_region(ctx, group) != CLAIR_IN_MAIN)
		return CLAIR_INAPPLICABLE;
	for (const struct clair_node *part = clair_first_child(group); part != NULL;
	     part = clair_next_sibling(part))
		cards += is_card(ctx, part) && clair_visible(ctx, part);
	if (cards < 2)
		return CLAIR_INAPPLICABLE;
	if (cards <= max)
		return CLAIR_PASS;
	finding = clair_report(ctx, group, MANY);
	clair_arg_num(finding, "count", cards);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(cognition_too_many_cards) = {
	.id = "cognition/too-many-cards",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_UL, CLAIR_TAG_OL, CLAIR_TAG_DIV, CLAIR_TAG_SECTION),
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-044"),
	.thresholds = CLAIR_IDS("cognition.cartes.max"),
	.title = {
		.fr = "Une page d’accueil ou de menu montre peu de cartes à la suite",
		.en = "A home page or a menu page shows few cards in a row",
	},
	.why = {
		.fr = "Chaque carte est un choix de plus. Au-delà de sept, on oublie les premières avant d’avoir lu les dernières.",
		.en = "Each card is one more choice. Past seven, people forget the first ones before they have read the last ones.",
	},
	.remedy = {
		.fr = "Ranger les cartes en groupes qui ont un titre, les plus demandées en premier.",
		.en = "Sort the cards in groups with a heading, the most wanted first.",
	},
	.limits = {
		.fr = "La règle juge les pages d’accueil et les pages qui mènent à d’autres. Une carte a un titre et un lien.",
		.en = "The rule judges home pages and pages that lead to others. A card has a heading and a link.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
