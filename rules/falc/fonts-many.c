/* The text has one font. */
#include "rules/common/prose.h"
#include "rules/common/text.h"

enum { FONTS };

static const struct clair_message messages[] = {
	[FONTS] = {
		.key = "fonts",
		.fr = "Le texte de la page a {count} polices : {list}.",
		.en = "The text of the page has {count} fonts: {list}.",
	},
};

static bool
family(struct clair_ctx *ctx, const struct clair_prose *prose, char *name, size_t room)
{
	rule_first_family(clair_style(ctx, prose->node, CLAIR_CSS_FONT_FAMILY), name, room);
	return !clair_in_icon_font(ctx, prose->node);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_variety variety = {
	    .property = CLAIR_CSS_FONT_FAMILY,
	    .blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	    .most = "falc.polices.max",
	    .name = family,
	};

	return rule_check_variety(ctx, &variety, FONTS);
}

CLAIR_RULE(falc_fonts_many) = {
	.id = "falc/fonts-many",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W12"),
	.thresholds = CLAIR_IDS("falc.polices.max", "falc.passage.mots.min"),
	.title = {
		.fr = "Le texte a une seule police",
		.en = "The text has one font",
	},
	.why = {
		.fr = "À chaque changement de police, il faut apprendre de nouveau la forme des lettres.",
		.en = "At each change of font, people learn the shape of letters again.",
	},
	.remedy = {
		.fr = "Garder une seule police, titres compris.",
		.en = "Keep one font, headings included.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Le code et les icônes ne comptent pas.",
		.en = "The rule holds only for pages judged as easy to read (FALC). Code and icons do not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
