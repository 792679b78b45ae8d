/* A procedure page reassures. */
#include "clairlint/rule.h"

enum { LITTLE };

static const struct clair_message messages[] = {
	[LITTLE] = {
		.key = "little",
		.fr = "La page rassure peu : {count} {count|point|points} sur 5. On compte : ce qui change, la correction d’une erreur, une personne à qui parler, les étapes et la durée, le papier.",
		.en = "The page reassures little: {count} of 5. What counts: what changes, how to correct, somebody to talk to, steps and time, paper.",
	},
};

static bool
announces_length(struct clair_ctx *ctx)
{
	return clair_procedure_part(ctx, CLAIR_PART_STEPS) != NULL ||
	    clair_procedure_part(ctx, CLAIR_PART_FILLING) != NULL ||
	    clair_procedure_part(ctx, CLAIR_PART_DELAY) != NULL;
}

/* S-056, the index of reassurance. */
static uint32_t
points_of(struct clair_ctx *ctx)
{
	const unsigned channels = clair_channels(ctx, CLAIR_CHANNEL_ON_PAGE);
	uint32_t points = clair_block_saying(ctx, "change-words", true) != NULL;

	points += clair_block_saying(ctx, "correct-words", true) != NULL;
	points += (channels & CLAIR_HUMAN_CHANNELS) != 0;
	points += announces_length(ctx);
	points += (channels & CLAIR_CHANNELS(CLAIR_CHANNEL_POST)) != 0;
	return points;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	uint32_t points;

	if (!clair_explains_procedure(ctx))
		return CLAIR_INAPPLICABLE;
	points = points_of(ctx);
	clair_measure(ctx, "reassurance", points);
	if (points >= clair_threshold(ctx, "cognition.reassurance.min"))
		return CLAIR_PASS;
	clair_arg_num(clair_review_page(ctx, LITTLE), "count", points);
	return CLAIR_REVIEW;
}

CLAIR_RULE(cognition_reassurance) = {
	.id = "cognition/reassurance",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-056"),
	.thresholds = CLAIR_IDS("cognition.reassurance.min"),
	.title = {
		.fr = "Une page de démarche rassure",
		.en = "A procedure page reassures",
	},
	.why = {
		.fr = "On a peur de se tromper, de rester seul, de ne pas finir. Qui a peur ne commence pas.",
		.en = "People fear to make a mistake, to be left alone, not to finish. Those who fear do not start.",
	},
	.remedy = {
		.fr = "Dire qu’on peut corriger, qui appeler, combien d’étapes et de temps, comment faire sur papier, et ce qui change.",
		.en = "Say that people can correct, whom to call, how many steps and how long, how to do it on paper, and what changes.",
	},
	.limits = {
		.fr = "La règle cherche des mots. Ce qui manque ici peut être dit sur une autre page.",
		.en = "The rule looks for words. What is missing here may be said on another page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
