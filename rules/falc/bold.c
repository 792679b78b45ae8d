/* What matters stands out. */
#include "clairlint/rule.h"

enum { NONE, MUCH };

enum { BOLD = 600 };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "Rien ne ressort dans ces {count} mots. Mettre en gras ou dans un cadre ce qui compte ?",
		.en = "Nothing stands out in these {count} words. Put what matters in bold or in a box?",
	},
	[MUCH] = {
		.key = "much",
		.fr = "{count} % des mots sont en gras. Quand tout ressort, rien ne ressort.",
		.en = "{count} % of the words are in bold. When all stands out, nothing does.",
	},
};

struct weighing {
	uint32_t words, bold;
};

static struct weighing
weigh(struct clair_ctx *ctx)
{
	struct weighing all = {0, 0};

	for (size_t i = 0; i < clair_prose_count(ctx); i++) {
		const struct clair_prose *prose = clair_prose_at(ctx, i);
		double weight = 0;

		if (clair_block_kind(prose->block) == CLAIR_BLOCK_HEADING)
			continue;
		all.words += prose->words;
		if (clair_style_number(ctx, prose->node, CLAIR_CSS_FONT_WEIGHT, &weight) && weight >= BOLD)
			all.bold += prose->words;
	}
	return all;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double most = clair_threshold(ctx, "falc.gras.part.max");
	struct weighing all;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	all = weigh(ctx);
	if (all.words < clair_threshold(ctx, "falc.gras.mots.min"))
		return CLAIR_INAPPLICABLE;
	if (clair_style_grade(ctx, clair_root(ctx)) > CLAIR_STATIC)
		return clair_untested(ctx, CLAIR_WHY_NEEDS_STYLE);
	if (all.bold == 0) {
		clair_arg_num(clair_review_page(ctx, NONE), "count", all.words);
		return CLAIR_REVIEW;
	}
	if (all.bold * 100.0 <= most * all.words)
		return CLAIR_PASS;
	clair_arg_num(clair_report_page(ctx, MUCH), "count", all.bold * 100 / all.words);
	return CLAIR_FAIL;
}

CLAIR_RULE(falc_bold) = {
	.id = "falc/bold",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("W30"),
	.thresholds = CLAIR_IDS("falc.gras.part.max", "falc.gras.mots.min"),
	.title = {
		.fr = "Ce qui compte ressort, en gras ou dans un cadre",
		.en = "What matters stands out, in bold or in a box",
	},
	.why = {
		.fr = "L’œil va d’abord à ce qui ressort. Sans repère, il faut tout lire.",
		.en = "The eye first goes to what stands out. Without a mark, all has to be read.",
	},
	.remedy = {
		.fr = "Mettre en gras une idée par partie, pas plus.",
		.en = "Put one idea of each part in bold, no more.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Un cadre ou une couleur n’est pas vu.",
		.en = "The rule holds only for pages judged as easy to read (FALC). A box or a colour is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
