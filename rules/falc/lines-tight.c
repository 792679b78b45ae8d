/* Lines are not tight. */
#include "rules/common/prose.h"

enum { TIGHT };

static const struct clair_message messages[] = {
	[TIGHT] = {
		.key = "tight",
		.fr = "Les lignes sont serrées : {ratio} fois la taille des lettres, au lieu de {min} ou plus ({count} {count|passage|passages}).",
		.en = "Lines are tight: {ratio} times the size of letters, instead of {min} or more ({count} {count|passage|passages}).",
	},
};

static const char *
least(struct clair_ctx *ctx)
{
	return clair_wants_falc(ctx) ? "falc.interligne.min" : "typographie.interligne.min";
}

/* Only a page that says it is FALC answers for what it leaves to the browser. */
static bool
is_tight(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	if (clair_style_is(ctx, prose->node, CLAIR_CSS_LINE_HEIGHT, "normal"))
		return clair_wants_falc(ctx);
	return clair_line_spacing(ctx, prose->node) + 0.005 < clair_threshold(ctx, least(ctx));
}

static void
describe(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_passages *passages)
{
	double ratio = clair_line_spacing(ctx, passages->styled);

	clair_arg_num(finding, "ratio", (double)(long)(ratio * 100 + 0.5) / 100);
	clair_arg_num(finding, "min", clair_threshold(ctx, least(ctx)));
}

/* One line alone is not tight: only what takes two is judged. */
static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_passage_search search = {
	    .property = CLAIR_CSS_LINE_HEIGHT,
	    .blocks = RULE_TEXT_BLOCKS,
	    .words = (uint32_t)clair_threshold(ctx, "typographie.passage.mots.min"),
	    .harms = is_tight,
	};

	return rule_check_passages(ctx, &search, TIGHT, describe);
}

CLAIR_RULE(falc_lines_tight) = {
	.id = "falc/lines-tight",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.wcag = CLAIR_IDS("1.4.8"),
	.falc = CLAIR_IDS("W34"),
	.thresholds = CLAIR_IDS("falc.interligne.min", "typographie.interligne.min", "typographie.passage.mots.min"),
	.title = {
		.fr = "Les lignes ne sont pas serrées",
		.en = "Lines are not tight",
	},
	.why = {
		.fr = "Quand les lignes se touchent, l’œil saute une ligne ou relit la même.",
		.en = "When lines touch, the eye skips a line or reads the same one again.",
	},
	.remedy = {
		.fr = "Écarter les lignes (réglage line-height : 1.5).",
		.en = "Set lines apart (setting line-height: 1.5).",
	},
	.limits = {
		.fr = "Sur une page ordinaire, un réglage laissé au navigateur ne compte pas.",
		.en = "On an ordinary page, spacing left to the browser does not count.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
