/* Letters are plain. */
#include "rules/common/prose.h"
#include "rules/common/text.h"

enum { FAMILY };

static const struct clair_message messages[] = {
	[FAMILY] = {
		.key = "family",
		.fr = "Cette police n’est pas simple : « {family} » ({count} {count|passage|passages}).",
		.en = "This font is not plain: “{family}” ({count} {count|passage|passages}).",
	},
};

enum { FAMILY_BYTES = 80 };

static bool
is_fanciful(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	const char *kind =
	    rule_family_kind(ctx, clair_style(ctx, prose->node, CLAIR_CSS_FONT_FAMILY));

	return kind[0] != '\0' && !rule_same(kind, "bâtons") &&
	    !clair_in_icon_font(ctx, prose->node);
}

static void
describe(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_passages *passages)
{
	char family[FAMILY_BYTES];

	rule_first_family(
	    clair_style(ctx, passages->styled, CLAIR_CSS_FONT_FAMILY), family, sizeof(family));
	clair_arg(finding, "family", family);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_strictness strictness = rule_strictness(ctx);
	const struct clair_passage_search search = {
	    .property = CLAIR_CSS_FONT_FAMILY,
	    .blocks = strictness.blocks,
	    .words = strictness.words,
	    .harms = is_fanciful,
	};

	if (!strictness.falc)
		return CLAIR_INAPPLICABLE;
	return rule_check_passages(ctx, &search, FAMILY, describe);
}

CLAIR_RULE(falc_font_serif) = {
	.id = "falc/font-serif",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W05"),
	.needs = CLAIR_IDS("S-025"),
	.thresholds = CLAIR_IDS("typographie.passage.mots.min", "falc.passage.mots.min"),
	.title = {
		.fr = "La police est simple, sans empattements",
		.en = "The font is plain, without serifs",
	},
	.why = {
		.fr = "Les petits traits au bout des lettres, et les formes rares, gênent qui déchiffre.",
		.en = "Small strokes at the ends of letters, and rare shapes, hinder people who spell words out.",
	},
	.remedy = {
		.fr = "Choisir une police sans empattements : Arial, Verdana, Tahoma.",
		.en = "Choose a sans-serif font: Arial, Verdana, Tahoma.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Une police que nos listes ne connaissent pas ne compte pas.",
		.en = "The rule holds only for pages judged as easy to read (FALC). A font that our lists do not know does not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
