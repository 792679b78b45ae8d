/* A number can be called from far away. */
#include "rules/common/contact.h"

enum { NEAR_ONLY };

static const struct clair_message messages[] = {
	[NEAR_ONLY] = {
		.key = "near-only",
		.fr = "Le {number} ne s’appelle pas toujours depuis l’étranger ou l’outre-mer. Aucun autre numéro n’a été trouvé sur la page.",
		.en = "{number} cannot always be called from abroad or overseas. No other number was found on the page.",
	},
};

static bool
is_near_only(const struct clair_phone *phone)
{
	return phone->kind == CLAIR_PHONE_SHORT || phone->kind == CLAIR_PHONE_FREE;
}

/* The first number to call of the main content when all those of the page are short or free; or NULL. */
static const struct clair_phone *
near_number(struct clair_ctx *ctx)
{
	const struct clair_phone *first = NULL;

	for (size_t i = 0; i < clair_phone_count(ctx); i++) {
		const struct clair_phone *phone = clair_phone_at(ctx, i);

		if (phone->is_fax || phone->kind == CLAIR_PHONE_HELP)
			continue;
		if (!is_near_only(phone))
			return NULL;
		if (first == NULL && phone->block != NULL && clair_block_region(ctx, phone->block) == CLAIR_IN_MAIN)
			first = phone;
	}
	return first;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_phone *phone;

	if (!contact_page_is(ctx, CLAIR_PAGE_CONTACT) && !contact_page_is(ctx, CLAIR_PAGE_PROCEDURE))
		return CLAIR_INAPPLICABLE;
	if (!contact_main_has(ctx, CLAIR_CHANNELS(CLAIR_CHANNEL_PHONE)))
		return CLAIR_INAPPLICABLE;
	phone = near_number(ctx);
	if (phone == NULL || contact_has(ctx, CLAIR_CHANNELS(CLAIR_CHANNEL_DESK)) ||
	    clair_matches(ctx, "called-from-afar", clair_visible_text(ctx, clair_root(ctx))))
		return CLAIR_PASS;
	clair_arg(clair_review_part(ctx, phone->block, phone->from, phone->length, NEAR_ONLY), "number", phone->digits);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_number_abroad) = {
	.id = "contact/number-abroad",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_NEWCOMER | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-127"),
	.title = {
		.fr = "Le numéro se compose aussi de loin",
		.en = "The number can be called from far away",
	},
	.why = {
		.fr = "Un numéro court ou gratuit ne répond souvent pas depuis l’étranger ou l’outre-mer.",
		.en = "A short or free number often does not answer from abroad or overseas.",
	},
	.remedy = {
		.fr = "Donner aussi un numéro ordinaire : « depuis l’étranger : +33 1 … ». Dire l’heure de quel lieu.",
		.en = "Give an ordinary number too: “from abroad: +33 1 …”. Say the time of which place.",
	},
	.limits = {
		.fr = "La règle ne sait pas si le service s’adresse à tout le pays. Elle laisse les pages qui ont un guichet.",
		.en = "The rule does not know whether the service is for the whole country. It leaves pages that have a desk.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
