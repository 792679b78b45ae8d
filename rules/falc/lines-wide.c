/* Lines are short. */
#include "rules/common/prose.h"

enum { WIDE };

static const struct clair_message messages[] = {
	[WIDE] = {
		.key = "wide",
		.fr = "Les lignes de ce texte peuvent avoir environ {signs} signes ({count} {count|passage|passages}). Au-delà de {max}, l’œil perd la ligne.",
		.en = "The lines of this text may have about {signs} signs ({count} {count|passage|passages}). Past {max}, the eye loses the line.",
	},
};

static bool
is_bounded(struct clair_ctx *ctx, const struct clair_node *node)
{
	double px;

	return clair_style_number(ctx, node, CLAIR_CSS_MAX_WIDTH, &px);
}

static const struct clair_node *
bounded_by(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	return rule_closest_with(ctx, prose->node, is_bounded);
}

/* About: the letters of Arial are half as wide as they are large. */
static uint32_t
signs_of(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	const struct clair_node *box = bounded_by(ctx, prose);
	double letters;
	double px;

	if (box == NULL || !clair_style_number(ctx, box, CLAIR_CSS_MAX_WIDTH, &px) ||
	    !clair_style_number(ctx, prose->node, CLAIR_CSS_FONT_SIZE, &letters) || letters <= 0)
		return 0;
	return (uint32_t)(2 * px / letters);
}

static bool
is_wide(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	const uint32_t signs = signs_of(ctx, prose);

	return signs > clair_threshold(ctx, "falc.ligne.signes.max") && prose->length > signs;
}

static void
describe(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_passages *passages)
{
	clair_arg_num(finding, "signs", signs_of(ctx, passages->first));
	clair_arg_num(finding, "max", clair_threshold(ctx, "falc.ligne.signes.max"));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_passage_search search = {
	    .property = CLAIR_CSS_MAX_WIDTH,
	    .blocks = RULE_TEXT_BLOCKS,
	    .words = (uint32_t)clair_threshold(ctx, "falc.passage.mots.min"),
	    .harms = is_wide,
	    .declares = bounded_by,
	};

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	return rule_review_passages(ctx, &search, WIDE, describe);
}

CLAIR_RULE(falc_lines_wide) = {
	.id = "falc/lines-wide",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W37"),
	.thresholds = CLAIR_IDS("falc.passage.mots.min", "falc.ligne.signes.max"),
	.title = {
		.fr = "Les lignes sont courtes, les marges larges",
		.en = "Lines are short and margins wide",
	},
	.why = {
		.fr = "Au bout d’une longue ligne, l’œil ne retrouve pas le début de la suivante.",
		.en = "At the end of a long line, the eye does not find the start of the next.",
	},
	.remedy = {
		.fr = "Limiter la largeur du texte, par exemple à 70ch avec max-width.",
		.en = "Limit the width of the text, for instance to 70ch with max-width.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). La page n’est pas dessinée : la règle lit max-width, et suppose la largeur des lettres.",
		.en = "The rule holds only for pages judged as easy to read (FALC). The page is not drawn: the rule reads max-width, and assumes the width of letters.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
