/* The home page says what the site is for. */
#include "clairlint/rule.h"

enum { UNSAID };

enum { WORDS = 4 };

static const struct clair_message messages[] = {
	[UNSAID] = {
		.key = "unsaid",
		.fr = "Sur la page d’accueil, aucune phrase ne dit à quoi sert le site.",
		.en = "On the home page, no sentence says what the site is for.",
	},
};

static bool
has_sentence(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		if (clair_sentence_words(sentence) >= WORDS && clair_sentence_is_prose(ctx, sentence))
			return true;
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!clair_is_home(ctx) || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		if (clair_block_kind(block) != CLAIR_BLOCK_TITLE &&
		    clair_block_region(ctx, block) != CLAIR_IN_NAV && has_sentence(ctx, block))
			return CLAIR_PASS;
	}
	clair_review_page(ctx, UNSAID);
	return CLAIR_REVIEW;
}

CLAIR_RULE(falc_home_purpose) = {
	.id = "falc/home-purpose",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("E02"),
	.needs = CLAIR_IDS("S-040"),
	.title = {
		.fr = "La page d’accueil dit à quoi sert le site",
		.en = "The home page says what the site is for",
	},
	.why = {
		.fr = "Sans une phrase simple, on ne sait pas si l’on est au bon endroit.",
		.en = "Without a simple sentence, people do not know whether they are at the right place.",
	},
	.remedy = {
		.fr = "Écrire en haut une phrase courte : qui vous êtes, ce que l’on peut faire ici.",
		.en = "Write a short sentence at the top: who you are, what can be done here.",
	},
	.limits = {
		.fr = "La règle cherche une phrase. Une personne dit si elle suffit.",
		.en = "The rule looks for a sentence. A person says whether it is enough.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
