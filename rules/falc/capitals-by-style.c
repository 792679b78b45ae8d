/* Style does not turn words into capitals: falc/capitals reads what is typed in capitals, this rule what is not. */
#include "rules/common/prose.h"

enum { CAPITALS };

static const struct clair_message messages[] = {
	[CAPITALS] = {
		.key = "capitals",
		.fr = "La feuille de style met ce texte en majuscules ({count} {count|passage|passages}).",
		.en = "The style sheet turns this text into capitals ({count} {count|passage|passages}).",
	},
};

/* Small letters in the page, for the style to change. */
static bool
has_small_letter(const struct clair_prose *prose)
{
	const char *text = clair_block_text(prose->block) + prose->from;

	for (uint32_t i = 0; i < prose->length; i++)
		if (text[i] >= 'a' && text[i] <= 'z')
			return true;
	return false;
}

static bool
is_uppercase(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return clair_style_is(ctx, prose->node, CLAIR_CSS_TEXT_TRANSFORM, "uppercase") &&
	    has_small_letter(prose);
}

static bool
is_small_caps(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return !clair_style_is(ctx, prose->node, CLAIR_CSS_FONT_VARIANT_CAPS, "normal") &&
	    !is_uppercase(ctx, prose) && has_small_letter(prose);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_strictness strictness = rule_strictness(ctx);
	struct clair_passage_search search = {
	    .property = CLAIR_CSS_TEXT_TRANSFORM,
	    .blocks = strictness.blocks | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	    .words = (uint32_t)clair_threshold(ctx,
	        strictness.falc ? "falc.majuscules.mots.min" : "typographie.majuscules.mots.min"),
	    .harms = is_uppercase,
	};
	enum clair_outcome uppercase = rule_check_passages(ctx, &search, CAPITALS, NULL);

	search.property = CLAIR_CSS_FONT_VARIANT_CAPS;
	search.harms = is_small_caps;
	return rule_worse(uppercase, rule_check_passages(ctx, &search, CAPITALS, NULL));
}

CLAIR_RULE(falc_capitals_by_style) = {
	.id = "falc/capitals-by-style",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W11"),
	.needs = CLAIR_IDS("S-051"),
	.thresholds = CLAIR_IDS("falc.majuscules.mots.min", "typographie.majuscules.mots.min", "typographie.passage.mots.min", "falc.passage.mots.min"),
	.title = {
		.fr = "Le style ne met pas de phrase en majuscules",
		.en = "Style does not turn a sentence into capitals",
	},
	.why = {
		.fr = "Un mot en majuscules n’a plus sa forme. Il se lit lettre à lettre.",
		.en = "A word in capitals loses its shape. It is read letter by letter.",
	},
	.remedy = {
		.fr = "Laisser le texte en minuscules (retirer le réglage text-transform ou font-variant). Pour insister, mettre en gras.",
		.en = "Leave the text in small letters (remove the setting text-transform or font-variant). To insist, use bold.",
	},
	.limits = {
		.fr = "Ce qui est tapé en majuscules dans la page est vu par la règle falc/capitals.",
		.en = "What is typed in capitals in the page is seen by the rule falc/capitals.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
