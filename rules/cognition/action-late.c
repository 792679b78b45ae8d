/* What a procedure page is there for comes early. */
#include "clairlint/rule.h"

enum { LATE };

static const struct clair_message messages[] = {
	[LATE] = {
		.key = "late",
		.fr = "« {text} » vient après {count} mots. Au-delà de {max} mots, beaucoup de personnes ne le voient pas.",
		.en = "“{text}” comes after {count} words. Past {max} words, many people do not see it.",
	},
};

/* A link near the top that leads down to it, or a list of contents. */
static bool
is_announced(struct clair_ctx *ctx, const struct clair_node *action)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);

		if (clair_follows(link, action))
			return false;
		if (clair_region(ctx, link) == CLAIR_IN_MAIN && clair_inner_fragment(ctx, link) != NULL &&
		    clair_visible(ctx, link))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "cognition.action.mots.max");
	const struct clair_node *action =
	    clair_explains_procedure(ctx) ? clair_control_saying(ctx, "start-control", true) : NULL;
	struct clair_finding *finding;
	uint32_t words;

	if (action == NULL)
		return CLAIR_INAPPLICABLE;
	words = clair_words_before(ctx, action);
	if (words <= max || is_announced(ctx, action))
		return CLAIR_PASS;
	finding = clair_review(ctx, action, LATE);
	clair_arg(finding, "text", clair_name(ctx, action));
	clair_arg_num(finding, "count", words);
	clair_arg_num(finding, "max", max);
	return CLAIR_REVIEW;
}

CLAIR_RULE(cognition_action_late) = {
	.id = "cognition/action-late",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-046"),
	.thresholds = CLAIR_IDS("cognition.action.mots.max"),
	.title = {
		.fr = "Le bouton de la démarche est au début de la page",
		.en = "The button of a procedure is at the start of the page",
	},
	.why = {
		.fr = "Beaucoup de personnes ne descendent pas dans la page. Elles croient que la démarche ne se fait pas ici.",
		.en = "Many people do not scroll down. They believe that the procedure is not done here.",
	},
	.remedy = {
		.fr = "Mettre le bouton en haut. Sinon, mettre en haut un lien qui y mène.",
		.en = "Put the button at the top. Otherwise, put at the top a link that leads to it.",
	},
	.limits = {
		.fr = "La règle juge les pages qui expliquent une démarche. Elle compte les mots, pas la hauteur de l’écran.",
		.en = "The rule judges pages that explain a procedure. It counts words, not the height of the screen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
