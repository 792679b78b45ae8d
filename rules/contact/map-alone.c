/* Places that a map shows are written too. */
#include "rules/common/contact.h"

enum { NO_LIST };

static const struct clair_message messages[] = {
	[NO_LIST] = {
		.key = "no-list",
		.fr = "Cette carte montre des lieux. Aucune adresse écrite n’a été trouvée sur la page.",
		.en = "This map shows places. No written address was found on the page.",
	},
};

static const struct clair_node *
first_map(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_IFRAME); i++) {
		const struct clair_node *frame = clair_tag_at(ctx, CLAIR_TAG_IFRAME, i);
		const char *address = clair_attr(frame, CLAIR_ATTR_SRC);

		if (address == NULL)
			address = clair_attr_by_name(frame, "data-src");
		if (address != NULL && clair_matches(ctx, "map-address", address) &&
		    clair_region(ctx, frame) == CLAIR_IN_MAIN && clair_rendered(ctx, frame))
			return frame;
	}
	return NULL;
}

/* A list of places has towns; that of one place has its street. */
static bool
has_written_places(struct clair_ctx *ctx)
{
	return clair_address_count(ctx) != 0 || clair_block_saying(ctx, "postal-code", false) != NULL ||
	    clair_block_saying(ctx, "street-said", false) != NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *map = clair_page_in_french(ctx) ? first_map(ctx) : NULL;

	if (map == NULL)
		return CLAIR_INAPPLICABLE;
	if (has_written_places(ctx))
		return CLAIR_PASS;
	clair_review(ctx, map, NO_LIST);
	return CLAIR_REVIEW;
}

CLAIR_RULE(contact_map_alone) = {
	.id = "contact/map-alone",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_MOTOR | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-118"),
	.title = {
		.fr = "Les lieux d’une carte sont aussi écrits",
		.en = "Places on a map are written too",
	},
	.why = {
		.fr = "Une carte ne se lit pas avec une voix de synthèse, et ne s’imprime pas. Sur un téléphone, elle est difficile à déplacer.",
		.en = "A map cannot be read by a synthetic voice, nor printed. On a telephone it is hard to move.",
	},
	.remedy = {
		.fr = "Donner sous la carte la liste des lieux : nom, adresse, téléphone, horaires.",
		.en = "Give under the map the list of places: name, address, telephone, hours.",
	},
	.limits = {
		.fr = "La règle connaît les cartes les plus répandues, mises dans un cadre. Elle ne voit pas celles qu’un script dessine.",
		.en = "The rule knows the most common maps, put in a frame. It does not see those that a script draws.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
