/* The home page says how to reach the service. */
#include "rules/common/contact.h"

enum { NOTHING };

static const struct clair_message messages[] = {
	[NOTHING] = {
		.key = "nothing",
		.fr = "Aucun téléphone, aucune adresse et aucun lien de contact n’ont été trouvés sur la page d’accueil.",
		.en = "No telephone, no address and no contact link were found on the home page.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!clair_is_home(ctx) || !clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	if (contact_has(ctx, CLAIR_OFFLINE_CHANNELS | CLAIR_CHANNELS(CLAIR_CHANNEL_EMAIL)) ||
	    contact_link(ctx) != NULL)
		return CLAIR_PASS;
	clair_review_page(ctx, NOTHING);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_home_missing) = {
	.id = "contact/home-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-108"),
	.title = {
		.fr = "La page d’accueil dit comment joindre le service",
		.en = "The home page says how to reach the service",
	},
	.why = {
		.fr = "C’est là qu’on arrive. Qui ne trouve ni numéro ni adresse ne cherche pas plus loin.",
		.en = "This is where people arrive. Who finds no number and no address does not look further.",
	},
	.remedy = {
		.fr = "Écrire en bas de la page le numéro, l’adresse et les horaires, ou un lien « Contact ».",
		.en = "Write at the bottom of the page the number, the address and the hours, or a “Contact” link.",
	},
	.limits = {
		.fr = "La règle lit le texte, pas les images. Elle ne suit pas le lien.",
		.en = "The rule reads the text, not pictures. It does not follow the link.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
