/* A link has a name. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { EMPTY, IMAGE_ONLY, HIDDEN_TEXT, NOTHING };

static const struct clair_message messages[] = {
	[EMPTY] = {
		.key = "empty",
		.fr = "Le lien vers {href} est vide.",
		.en = "The link to {href} is empty.",
	},
	[IMAGE_ONLY] = {
		.key = "image-only",
		.fr = "Le lien vers {href} ne contient qu’une image sans alternative.",
		.en = "The link to {href} holds only an image without an alternative.",
	},
	[HIDDEN_TEXT] = {
		.key = "hidden-text",
		.fr = "Le lien vers {href} n’a pas de texte lisible par un lecteur d’écran.",
		.en = "The link to {href} has no text that a screen reader can read.",
	},
	[NOTHING] = {
		.key = "nothing",
		.fr = "Ce lien est vide : ni texte, ni adresse.",
		.en = "This link is empty: no text, no address.",
	},
};

static bool
has_image(const struct clair_node *link)
{
	const struct clair_node *node = link;

	while ((node = clair_next_inside(link, node)) != NULL) {
		if (clair_tag(node) == CLAIR_TAG_IMG || clair_tag(node) == CLAIR_TAG_SVG)
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	struct clair_finding *finding;
	unsigned message = EMPTY;

	/* An area has its own rule. */
	if (clair_tag(link) == CLAIR_TAG_AREA || !clair_exposed(ctx, link))
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, link)[0] != '\0')
		return CLAIR_PASS;

	if (has_image(link))
		message = IMAGE_ONLY;
	else if (!rule_blank(clair_text_content(ctx, link)))
		message = HIDDEN_TEXT;
	else if (rule_blank(clair_attr(link, CLAIR_ATTR_HREF)))
		message = NOTHING;
	finding = clair_report(ctx, link, message);
	clair_arg(finding, "href", clair_attr(link, CLAIR_ATTR_HREF));
	return CLAIR_FAIL;
}

CLAIR_RULE(links_name_missing) = {
	.id = "links/name-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_BLOCKING,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_MOTOR,
	.on_text = true,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_LINK),
	.rgaa = CLAIR_IDS("6.2.1"),
	.wcag = CLAIR_IDS("2.4.4", "4.1.2"),
	.act = CLAIR_IDS("c487ae"),
	.title = {
		.fr = "Un lien a un intitulé",
		.en = "A link has a name",
	},
	.why = {
		.fr = "Un lien sans nom est annoncé « lien » et rien d’autre : on ne sait pas "
		    "où il mène.",
		.en = "A link without a name is announced \"link\" and nothing more: nobody "
		    "knows where it leads.",
	},
	.remedy = {
		.fr = "Écrire un texte dans le lien, ou l’alternative de son image.",
		.en = "Write a text in the link, or the alternative of its image.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
