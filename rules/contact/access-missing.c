/* A page that says where to come says how to get there. */
#include "rules/common/contact.h"

enum { NO_ACCESS };

static const struct clair_message messages[] = {
	[NO_ACCESS] = {
		.key = "no-access",
		.fr = "La page dit où venir (« {text} »). Rien n’a été trouvé sur le bus, le stationnement ou l’entrée en fauteuil roulant.",
		.en = "The page says where to come (“{text}”). Nothing was found about buses, parking or the way in with a wheelchair.",
	},
};

static const struct clair_address *
first_place(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_address_count(ctx); i++) {
		const struct clair_address *address = clair_address_at(ctx, i);

		if (!address->is_cedex && address->block != NULL && address->street[0] != '\0' &&
		    clair_block_region(ctx, address->block) == CLAIR_IN_MAIN)
			return address;
	}
	return NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_address *place;
	struct clair_finding *finding;

	if (!contact_page_is(ctx, CLAIR_PAGE_CONTACT) ||
	    !contact_main_has(ctx, CLAIR_CHANNELS(CLAIR_CHANNEL_DESK)))
		return CLAIR_INAPPLICABLE;
	place = first_place(ctx);
	if (place == NULL)
		return CLAIR_INAPPLICABLE;
	if (clair_matches(ctx, "access-said", clair_visible_text(ctx, clair_root(ctx))))
		return CLAIR_PASS;
	finding = clair_review_part(ctx, place->block, place->from, place->length, NO_ACCESS);
	clair_arg(finding, "text", place->street);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_access_missing) = {
	.id = "contact/access-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_MOTOR | CLAIR_ELDERLY | CLAIR_LOW_VISION | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-122"),
	.title = {
		.fr = "On sait comment venir",
		.en = "People know how to get there",
	},
	.why = {
		.fr = "Qui marche mal, ou n’a pas de voiture, ne part pas sans savoir s’il peut arriver et entrer.",
		.en = "People who walk with difficulty, or have no car, need to know before they leave whether they can get there and in.",
	},
	.remedy = {
		.fr = "Écrire le bus, le stationnement, l’entrée de plain-pied. Dire ce qui se fait par téléphone ou à domicile.",
		.en = "Write the bus, the parking, the step-free entrance. Say what is done by telephone or at home.",
	},
	.limits = {
		.fr = "La règle lit le texte de la page. Le plan d’accès est peut-être sur une autre page.",
		.en = "The rule reads the text of the page. How to get there may be on another page.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
