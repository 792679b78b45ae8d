/* Two headings do not say the same. */
#include "rules/common/text.h"

enum { TWICE };

enum { HEADINGS = 200 };

static const struct clair_message messages[] = {
	[TWICE] = {
		.key = "twice",
		.each = true,
		.fr = "Le titre « {text} » est déjà plus haut dans la page. Réunir les deux parties ?",
		.en = "The heading “{text}” already stands higher on the page. Join the two parts?",
	},
};

static bool
is_in_main(struct clair_ctx *ctx, const struct clair_node *heading)
{
	return clair_region(ctx, heading) == CLAIR_IN_MAIN && clair_visible(ctx, heading) &&
	    !clair_matches(ctx, "no-letter", clair_text_content(ctx, heading));
}

static uint32_t
times_before(struct clair_ctx *ctx, size_t index)
{
	const char *text = clair_text_content(ctx, clair_heading(ctx, index));
	uint32_t count = 0;

	for (size_t i = 0; i < index; i++)
		count += is_in_main(ctx, clair_heading(ctx, i)) &&
		    rule_same(clair_text_content(ctx, clair_heading(ctx, i)), text);
	return count;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	if (!clair_wants_falc(ctx))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_heading_count(ctx) && i < HEADINGS; i++) {
		const struct clair_node *heading = clair_heading(ctx, i);

		if (!is_in_main(ctx, heading))
			continue;
		if (outcome == CLAIR_INAPPLICABLE)
			outcome = CLAIR_PASS;
		if (times_before(ctx, i) != 1) /* the third says no more than the second */
			continue;
		clair_arg(clair_review(ctx, heading, TWICE), "text", clair_text_content(ctx, heading));
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(falc_heading_twice) = {
	.id = "falc/heading-twice",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.falc = CLAIR_IDS("G19", "W27"),
	.title = {
		.fr = "Deux titres ne disent pas la même chose",
		.en = "Two headings do not say the same",
	},
	.why = {
		.fr = "Ce qui va ensemble est mieux au même endroit. Deux titres pareils font croire que l’on a déjà lu.",
		.en = "What belongs together is better at the same place. Two equal headings make people think they have read it.",
	},
	.remedy = {
		.fr = "Réunir les deux parties, ou donner à chacune un titre qui dit ce qui vient.",
		.en = "Join the two parts, or give each a heading that says what comes.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Les 200 premiers titres sont comparés.",
		.en = "The rule holds only for pages judged as easy to read (FALC). The first 200 headings are compared.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
