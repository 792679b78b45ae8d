/* An image whose clicks the server reads has other links. */
#include "clairlint/rule.h"

enum { SERVER_MAP };

static const struct clair_message messages[] = {
	[SERVER_MAP] = {
		.key = "server-map",
		.fr = "Le lien dépend de l’endroit où l’on clique sur l’image (ismap). Vérifier que de "
		    "vrais liens mènent aux mêmes pages.",
		.en = "The link depends on where one clicks in the image (ismap). Check that true links "
		    "lead to the same pages.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *image)
{
	const struct clair_node *link = clair_closest(image, CLAIR_TAG_A);

	if (!clair_has_attr(image, CLAIR_ATTR_ISMAP) || !clair_rendered(ctx, image))
		return CLAIR_INAPPLICABLE;
	/* HTML 4.8.3: ismap means something in a link only. */
	if (link == NULL || !clair_has_attr(link, CLAIR_ATTR_HREF))
		return CLAIR_PASS;

	clair_review(ctx, image, SERVER_MAP);
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_map_server) = {
	.id = "images/map-server",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.finds_all = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_MOTOR,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG),
	.rgaa = CLAIR_IDS("1.1.4"),
	.wcag = CLAIR_IDS("1.1.1", "2.1.1"),
	.title = {
		.fr = "Une image dont le serveur lit les clics a d’autres accès",
		.en = "An image whose clicks the server reads has other ways in",
	},
	.why = {
		.fr = "Au clavier ou avec un lecteur d’écran, on ne peut pas viser un endroit de l’image.",
		.en = "With a keyboard or a screen reader, one cannot aim at a place in the image.",
	},
	.remedy = {
		.fr = "Mettre à côté un lien pour chaque destination, ou une carte faite de map et area.",
		.en = "Put a link beside it for each destination, or a map made of map and area.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
