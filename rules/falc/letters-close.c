/* Letters do not stand close together. */
#include "rules/common/prose.h"

enum { CLOSE };

static const struct clair_message messages[] = {
	[CLOSE] = {
		.key = "close",
		.fr = "Les lettres sont rapprochées de {px} px ({count} {count|passage|passages}).",
		.en = "Letters are brought {px} px closer ({count} {count|passage|passages}).",
	},
};

static double
spacing(struct clair_ctx *ctx, const struct clair_node *node)
{
	double px;

	return clair_style_number(ctx, node, CLAIR_CSS_LETTER_SPACING, &px) ? px : 0;
}

static bool
is_close(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return spacing(ctx, prose->node) < 0;
}

static void
describe(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_passages *passages)
{
	clair_arg_num(finding, "px",
	    (double)(long)(-spacing(ctx, passages->styled) * 100 + 0.5) / 100);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_strictness strictness = rule_strictness(ctx);
	const struct clair_passage_search search = {
	    .property = CLAIR_CSS_LETTER_SPACING,
	    .blocks = strictness.blocks,
	    .words = strictness.words,
	    .harms = is_close,
	};

	if (!strictness.falc)
		return CLAIR_INAPPLICABLE;
	return rule_check_passages(ctx, &search, CLOSE, describe);
}

CLAIR_RULE(falc_letters_close) = {
	.id = "falc/letters-close",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W06"),
	.thresholds = CLAIR_IDS("typographie.passage.mots.min", "falc.passage.mots.min"),
	.title = {
		.fr = "Les lettres ne sont pas serrées",
		.en = "Letters do not stand close together",
	},
	.why = {
		.fr = "Des lettres qui se touchent se confondent : « rn » devient « m ».",
		.en = "Letters that touch are mistaken: “rn” becomes “m”.",
	},
	.remedy = {
		.fr = "Laisser aux lettres leur écart ordinaire (retirer le réglage letter-spacing).",
		.en = "Leave letters their usual gap (remove the setting letter-spacing).",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Les polices étroites ne sont pas reconnues.",
		.en = "The rule holds only for pages judged as easy to read (FALC). Narrow fonts are not recognised.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
