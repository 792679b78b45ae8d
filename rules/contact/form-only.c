/* A contact page has another way than its form. */
#include "rules/common/contact.h"

enum { FORM_ONLY };

static const struct clair_message messages[] = {
	[FORM_ONLY] = {
		.key = "form-only",
		.fr = "Le formulaire semble être le seul moyen d’écrire ou de parler au service : aucun téléphone et aucune adresse n’ont été trouvés sur la page.",
		.en = "The form seems to be the only way to reach the service: no telephone and no address were found on the page.",
	},
};

enum {
	OTHERS = CLAIR_OFFLINE_CHANNELS | CLAIR_CHANNELS(CLAIR_CHANNEL_EMAIL) | CLAIR_CHANNELS(CLAIR_CHANNEL_CHAT),
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_channel_proof *online;

	if (!contact_page_is(ctx, CLAIR_PAGE_CONTACT))
		return CLAIR_INAPPLICABLE;
	online = clair_channel(ctx, CLAIR_CHANNEL_ONLINE, CLAIR_CHANNEL_IN_MAIN);
	if (online == NULL)
		return CLAIR_INAPPLICABLE;
	if (contact_has(ctx, OTHERS))
		return CLAIR_PASS;
	contact_review_proof(ctx, online, FORM_ONLY);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_form_only) = {
	.id = "contact/form-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-114"),
	.title = {
		.fr = "Une page de contact donne autre chose qu’un formulaire",
		.en = "A contact page gives more than a form",
	},
	.why = {
		.fr = "Qui écrit avec peine ne peut rien demander. Qui a écrit ne sait pas si quelqu’un a lu.",
		.en = "People who write with difficulty can ask for nothing. Who has written does not know whether anybody has read it.",
	},
	.remedy = {
		.fr = "Écrire le nom du service, son numéro direct, ses horaires et son adresse.",
		.en = "Write the name of the service, its direct number, its hours and its address.",
	},
	.limits = {
		.fr = "La règle lit le texte, pas les images.",
		.en = "The rule reads the text, not pictures.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
