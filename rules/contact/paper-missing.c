/* What is asked for online can be asked for on paper. */
#include "rules/common/contact.h"
#include "rules/common/pattern.h"

enum { NO_PAPER };

static const struct clair_message messages[] = {
	[NO_PAPER] = {
		.key = "no-paper",
		.fr = "Cette démarche se fait en ligne (« {text} »). La page ne semble pas dire comment la faire sur papier, par courrier ou au guichet.",
		.en = "This procedure is done online (“{text}”). The page does not seem to say how to do it on paper, by post or at a desk.",
	},
};

/* A form to print, or words that say where to get one. */
static bool
has_paper(struct clair_ctx *ctx)
{
	if (contact_has(ctx, CLAIR_CHANNELS(CLAIR_CHANNEL_POST) | CLAIR_CHANNELS(CLAIR_CHANNEL_DESK)))
		return true;
	for (size_t i = 0; i < clair_download_count(ctx); i++)
		if (clair_region(ctx, clair_download_at(ctx, i)->node) == CLAIR_IN_MAIN)
			return true;
	return clair_matches(ctx, "paper-said", clair_visible_text(ctx, clair_root(ctx)));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_channel_proof *online;

	if (!contact_page_is(ctx, CLAIR_PAGE_PROCEDURE))
		return CLAIR_INAPPLICABLE;
	online = clair_channel(ctx, CLAIR_CHANNEL_ONLINE, CLAIR_CHANNEL_IN_MAIN);
	/* Without anybody to ask, contact/human-missing speaks. */
	if (online == NULL || online->block == NULL || !contact_has(ctx, CLAIR_HUMAN_CHANNELS))
		return CLAIR_INAPPLICABLE;
	if (has_paper(ctx))
		return CLAIR_PASS;
	text_name(contact_review_proof(ctx, online, NO_PAPER),
	    &(struct text_place){online->block, online->from, online->length});
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_paper_missing) = {
	.id = "contact/paper-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-111"),
	.title = {
		.fr = "Ce qui se demande en ligne se demande aussi sur papier",
		.en = "What is asked for online can be asked for on paper",
	},
	.why = {
		.fr = "Une personne sans internet, sans ordinateur ou sans adresse électronique ne peut pas faire la demande.",
		.en = "People without internet, a computer or an e-mail address cannot make the request.",
	},
	.remedy = {
		.fr = "Donner le formulaire à imprimer, l’adresse où l’envoyer, ou le guichet où le demander.",
		.en = "Give the form to print, the address to send it to, or the desk where people ask for it.",
	},
	.limits = {
		.fr = "La règle lit le texte de la page. Le formulaire en papier est peut-être sur une autre page.",
		.en = "The rule reads the text of the page. The paper form may be on another page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
