/* Letters are not thin. */
#include "rules/common/prose.h"
#include "rules/common/text.h"

enum { THIN };

static const struct clair_message messages[] = {
	[THIN] = {
		.key = "thin",
		.fr = "Ces lettres sont fines : leur épaisseur est {weight}, et 400 est l’ordinaire ({count} {count|passage|passages}).",
		.en = "These letters are thin: their weight is {weight}, and 400 is the usual one ({count} {count|passage|passages}).",
	},
};

/* Families that every computer has in 400 and 700 only: a browser shows 300 as 400 (CSS Fonts 4, 5.2). */
static bool
has_thin_letters(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	static const char *const never[] = {"arial", "helvetica", "verdana", "tahoma", "georgia", "times",
	    "times new roman", "trebuchet ms", "courier new", "sans-serif", "serif", NULL};
	char family[40];

	rule_first_family(
	    clair_style(ctx, prose->node, CLAIR_CSS_FONT_FAMILY), family, sizeof(family));
	return !rule_in(family, never);
}

static bool
is_thin(struct clair_ctx *ctx, const struct clair_prose *prose)
{
	double weight;

	return clair_style_number(ctx, prose->node, CLAIR_CSS_FONT_WEIGHT, &weight) &&
	    weight < clair_threshold(ctx, "typographie.graisse.min") && has_thin_letters(ctx, prose);
}

static void
describe(struct clair_ctx *ctx, struct clair_finding *finding, const struct clair_passages *passages)
{
	double weight = 0;

	clair_style_number(ctx, passages->styled, CLAIR_CSS_FONT_WEIGHT, &weight);
	clair_arg_num(finding, "weight", weight);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct rule_strictness strictness = rule_strictness(ctx);
	const struct clair_passage_search search = {
	    .property = CLAIR_CSS_FONT_WEIGHT,
	    .blocks = strictness.blocks,
	    .words = strictness.words,
	    .harms = is_thin,
	};

	return rule_check_passages(ctx, &search, THIN, describe);
}

CLAIR_RULE(falc_letters_thin) = {
	.id = "falc/letters-thin",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION,
	.falc = CLAIR_IDS("W07"),
	.thresholds = CLAIR_IDS("typographie.graisse.min", "typographie.passage.mots.min", "falc.passage.mots.min"),
	.title = {
		.fr = "Les lettres ne sont pas fines",
		.en = "Letters are not thin",
	},
	.why = {
		.fr = "Un trait fin se voit mal, même quand sa couleur contraste assez.",
		.en = "A thin stroke is hard to see, even when its colour stands out enough.",
	},
	.remedy = {
		.fr = "Écrire le texte en lettres ordinaires (réglage font-weight : 400 ou plus).",
		.en = "Write the text in ordinary letters (setting font-weight: 400 or more).",
	},
	.limits = {
		.fr = "La règle ne voit pas si la police a des lettres fines, sauf pour les plus courantes.",
		.en = "The rule does not see whether the font has thin letters, but for the most common ones.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
