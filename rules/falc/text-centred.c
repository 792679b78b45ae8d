/* Text starts on the left. */
#include "rules/common/prose.h"
#include "rules/common/text.h"

enum { CENTRED, RIGHT };

static const struct clair_message messages[] = {
	[CENTRED] = {
		.key = "centred",
		.fr = "Ce texte est centré : chaque ligne commence à un autre endroit ({count} {count|passage|passages}).",
		.en = "This text is centred: each line starts at another place ({count} {count|passage|passages}).",
	},
	[RIGHT] = {
		.key = "right",
		.fr = "Ce texte est aligné à droite : chaque ligne commence à un autre endroit ({count} {count|passage|passages}).",
		.en = "This text is aligned to the right: each line starts at another place ({count} {count|passage|passages}).",
	},
};

static bool
is_centred(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	const char *align = clair_style(ctx, prose->node, CLAIR_CSS_TEXT_ALIGN);

	return rule_same(align, "center") || rule_same(align, "-webkit-center");
}

/* Arabic and Hebrew start on the right. */
static bool
is_right(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	const char *align = clair_style(ctx, prose->node, CLAIR_CSS_TEXT_ALIGN);

	return clair_style_is(ctx, prose->node, CLAIR_CSS_DIRECTION, "ltr") &&
	    (rule_same(align, "right") || rule_same(align, "end") ||
	        rule_same(align, "-webkit-right"));
}

/* One line may stand where it wants: only what takes two is judged. */
static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct clair_passage_search search = {
	    .property = CLAIR_CSS_TEXT_ALIGN,
	    .blocks = RULE_TEXT_BLOCKS,
	    .words = (uint32_t)clair_threshold(ctx, "typographie.passage.mots.min"),
	    .harms = is_centred,
	};
	enum clair_outcome centred;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	centred = rule_check_passages(ctx, &search, CENTRED, NULL);
	search.harms = is_right;
	return rule_worse(centred, rule_check_passages(ctx, &search, RIGHT, NULL));
}

CLAIR_RULE(falc_text_centred) = {
	.id = "falc/text-centred",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W35"),
	.needs = CLAIR_IDS("S-025"),
	.thresholds = CLAIR_IDS("typographie.passage.mots.min"),
	.title = {
		.fr = "Un long texte est aligné à gauche",
		.en = "A long text is aligned to the left",
	},
	.why = {
		.fr = "L’œil cherche le début de chaque ligne. Qui lit avec peine perd sa place.",
		.en = "The eye looks for the start of each line. People who read with difficulty lose their place.",
	},
	.remedy = {
		.fr = "Aligner le texte à gauche.",
		.en = "Align the text to the left.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Un texte court peut être centré.",
		.en = "The rule holds only for pages judged as easy to read (FALC). A short text may be centred.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
