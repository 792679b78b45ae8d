/* Words are not in italics. */
#include "rules/common/prose.h"
#include "rules/common/text.h"

enum { ITALICS };

static const struct clair_message messages[] = {
	[ITALICS] = {
		.key = "italics",
		.each = true,
		.fr = "Ce texte est en italique ({count} {count|passage|passages}).",
		.en = "This text is in italics ({count} {count|passage|passages}).",
	},
};

/* Titles of works, and words of another language, are in italics by use. */
static bool
is_italic(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	const char *style = clair_style(ctx, prose->node, CLAIR_CSS_FONT_STYLE);

	return !rule_same(style, "normal") && (prose->flags & CLAIR_WORD_OTHER_LANGUAGE) == 0 &&
	    clair_closest(prose->node, CLAIR_TAG_CITE) == NULL;
}

/* A quotation may be in italics on an ordinary page. */
static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_strictness strictness = rule_strictness(ctx);
	const struct clair_passage_search search = {
	    .property = CLAIR_CSS_FONT_STYLE,
	    .blocks = strictness.falc ? strictness.blocks
	                              : strictness.blocks & ~CLAIR_BLOCKS(CLAIR_BLOCK_QUOTE),
	    .words = strictness.words,
	    .harms = is_italic,
	};

	return rule_check_passages(ctx, &search, ITALICS, NULL);
}

CLAIR_RULE(falc_italics) = {
	.id = "falc/italics",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W08"),
	.needs = CLAIR_IDS("S-025"),
	.thresholds = CLAIR_IDS("typographie.passage.mots.min", "falc.passage.mots.min"),
	.title = {
		.fr = "Le texte n’est pas en italique",
		.en = "Text is not in italics",
	},
	.why = {
		.fr = "Les lettres penchées se touchent et se confondent, surtout pour les personnes dyslexiques.",
		.en = "Slanted letters touch and are mistaken for others, mostly by people with dyslexia.",
	},
	.remedy = {
		.fr = "Écrire en lettres droites. Pour insister, mettre en gras. Pour citer, mettre des guillemets.",
		.en = "Write in upright letters. To insist, use bold. To quote, use quotation marks.",
	},
	.limits = {
		.fr = "Les titres d’œuvres et les mots étrangers ne comptent pas. Sur une page ordinaire, seul un long passage compte.",
		.en = "Titles of works and foreign words do not count. On an ordinary page, only a long passage counts.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
