/* Who cannot hear can reach the service too. */
#include "rules/common/contact.h"

enum { VOICE_ONLY };

static const struct clair_message messages[] = {
	[VOICE_ONLY] = {
		.key = "voice-only",
		.fr = "La page donne le {number}, et aucun moyen d’écrire n’a été trouvé. Une personne sourde peut-elle joindre le service ?",
		.en = "The page gives {number}, and no way to write was found. Can a deaf person reach the service?",
	},
};

static const struct clair_phone *
number_of(struct clair_ctx *ctx, const struct clair_channel_proof *proof)
{
	for (size_t i = 0; i < clair_phone_count(ctx); i++) {
		const struct clair_phone *phone = clair_phone_at(ctx, i);

		if (phone->node == proof->node && phone->block == proof->block && phone->from == proof->from)
			return phone;
	}
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_channel_proof *proof;
	const struct clair_phone *phone;

	if (!contact_page_is(ctx, CLAIR_PAGE_CONTACT) && !contact_page_is(ctx, CLAIR_PAGE_PROCEDURE))
		return CLAIR_INAPPLICABLE;
	proof = clair_channel(ctx, CLAIR_CHANNEL_PHONE, CLAIR_CHANNEL_IN_MAIN);
	phone = proof == NULL ? NULL : number_of(ctx, proof);
	if (phone == NULL)
		return CLAIR_INAPPLICABLE;
	/* A link leads to a form, perhaps. */
	if (contact_has(ctx, CLAIR_WRITTEN_CHANNELS) || contact_link(ctx) != NULL)
		return CLAIR_PASS;
	clair_arg(contact_review_proof(ctx, proof, VOICE_ONLY), "number", phone->digits);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_voice_only) = {
	.id = "contact/voice-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_DEAF | CLAIR_NEWCOMER,
	.needs = CLAIR_IDS("S-126"),
	.title = {
		.fr = "On peut joindre le service sans téléphoner",
		.en = "People can reach the service without a call",
	},
	.why = {
		.fr = "Une personne sourde, ou qui parle mal, ne téléphone pas. Elle a besoin d’écrire ou de signer.",
		.en = "A deaf person, or one who speaks with difficulty, does not call. They need to write or to sign.",
	},
	.remedy = {
		.fr = "Ajouter une adresse électronique, une adresse postale, ou un service de relais : texte, langue des signes.",
		.en = "Add an e-mail address, a postal address, or a relay service: text, sign language.",
	},
	.limits = {
		.fr = "La règle juge les pages de contact et de démarche. Le moyen d’écrire est peut-être sur une autre page.",
		.en = "The rule judges pages of contact and procedures. The way to write may be on another page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
