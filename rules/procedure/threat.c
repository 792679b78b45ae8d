/* What threatens also says what happens when one is honestly wrong. */
#include "rules/common/journey.h"
#include "rules/common/pattern.h"

enum { THREAT };

static const struct clair_message messages[] = {
	[THREAT] = {
		.key = "threat",
		.fr = "« {text} » : la page ne semble pas parler du droit à l’erreur, ni dire comment corriger.",
		.en = "“{text}”: the page does not seem to speak of honest mistakes, nor to say how to correct one.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct text_place place = {0};

	if (!rule_is_task(ctx) || !text_find_in_page(ctx, "threat", CLAIR_ALL_BLOCKS, &place))
		return CLAIR_INAPPLICABLE;
	if (clair_page_mentions(ctx, "reassurance"))
		return CLAIR_PASS;
	text_name(clair_review_part(ctx, place.block, place.offset, place.length, THREAT), &place);
	return CLAIR_REVIEW;
}

CLAIR_RULE(procedure_threat) = {
	.id = "procedure/threat",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-076"),
	.title = {
		.fr = "Une menace de sanction va avec le droit à l’erreur",
		.en = "A threat of sanction goes with the right to be honestly wrong",
	},
	.why = {
		.fr = "Des personnes de bonne foi ont peur de se tromper. Elles préfèrent ne rien demander.",
		.en = "Honest people fear to be wrong. They prefer to ask for nothing.",
	},
	.remedy = {
		.fr = "Ajouter : « Vous vous êtes trompé ? Vous pouvez corriger. » Faire un lien vers le droit à "
		    "l’erreur.",
		.en = "Add: “You made a mistake? You may correct it.” Link to the right to be wrong.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
