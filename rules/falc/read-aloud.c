/* An easy-to-read page can be listened to. */
#include "clairlint/rule.h"

enum { NONE };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.each = true,
		.fr = "La page n’offre pas d’écouter le texte. Une version à écouter aiderait-elle ?",
		.en = "The page does not offer to listen to the text. Would a version to listen to help?",
	},
};

static bool
offers_to_listen(struct clair_ctx *ctx, enum clair_tag tag)
{
	for (size_t i = 0; i < clair_tag_count(ctx, tag); i++) {
		const struct clair_node *control = clair_tag_at(ctx, tag, i);

		if (clair_exposed(ctx, control) && clair_matches(ctx, "listen", clair_name(ctx, control)))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!clair_wants_falc(ctx) ||
	    clair_readability(ctx)->words < clair_threshold(ctx, "falc.image.mots.min"))
		return CLAIR_INAPPLICABLE;
	if (clair_medium_count(ctx) != 0 || offers_to_listen(ctx, CLAIR_TAG_A) ||
	    offers_to_listen(ctx, CLAIR_TAG_BUTTON))
		return CLAIR_PASS;
	clair_review_page(ctx, NONE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(falc_read_aloud) = {
	.id = "falc/read-aloud",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("E16", "G02"),
	.thresholds = CLAIR_IDS("falc.image.mots.min"),
	.title = {
		.fr = "On peut écouter le texte",
		.en = "The text can be listened to",
	},
	.why = {
		.fr = "Des personnes comprennent mieux ce qu’elles entendent que ce qu’elles lisent.",
		.en = "Some people understand better what they hear than what they read.",
	},
	.remedy = {
		.fr = "Enregistrer le texte lu par une personne, et mettre un bouton « Écouter ».",
		.en = "Record the text read by a person, and put a “Listen” button.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Un lecteur ajouté par un script n’est pas vu.",
		.en = "The rule holds only for pages judged as easy to read (FALC). A player added by a script is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
