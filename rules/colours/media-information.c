/* Information in a video does not rest on colour, shape or place alone. */
#include "clairlint/rule.h"

enum { MEDIA, OTHER };

static const struct clair_message messages[] = {
	[MEDIA] = {
		.key = "media",
		.fr = "Dans cette vidéo, une information passe-t-elle seulement par une couleur, "
		    "une forme ou une place ?",
		.en = "In this video, is some information given only by a colour, a shape or a "
		    "place?",
		.rgaa = CLAIR_IDS("3.1.5", "10.9.3", "10.10.3"),
	},
	[OTHER] = {
		.key = "other",
		.fr = "Dans ce contenu, une information passe-t-elle seulement par une couleur, "
		    "une forme ou une place ?",
		.en = "In this content, is some information given only by a colour, a shape or a "
		    "place?",
		.rgaa = CLAIR_IDS("3.1.6", "10.9.4", "10.10.4"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (!clair_visible(ctx, node))
		return CLAIR_INAPPLICABLE;
	clair_review(ctx, node, clair_tag(node) == CLAIR_TAG_VIDEO ? MEDIA : OTHER);
	return CLAIR_REVIEW;
}

CLAIR_RULE(colours_media_information) = {
	.id = "colours/media-information",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_ELDERLY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_VIDEO, CLAIR_TAG_OBJECT, CLAIR_TAG_EMBED, CLAIR_TAG_APPLET),
	.rgaa = CLAIR_IDS("3.1.5", "3.1.6", "10.9.3", "10.9.4", "10.10.3", "10.10.4"),
	.wcag = CLAIR_IDS("1.4.1", "1.3.3"),
	.title = {
		.fr = "L’information d’une vidéo se suit sans les couleurs",
		.en = "The information of a video can be followed without colours",
	},
	.why = {
		.fr = "Qui voit mal les couleurs, ou écoute sans voir, perd cette information.",
		.en = "Who sees colours badly, or listens without seeing, loses this information.",
	},
	.remedy = {
		.fr = "Dire aussi l’information avec des mots.",
		.en = "Say the information with words too.",
	},
	.limits = {
		.fr = "La règle ne regarde pas les vidéos. Celles d’un autre site, dans un cadre "
		    "(iframe), ne sont pas vues.",
		.en = "The rule does not watch videos. Those of another site, in an iframe, are "
		    "not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
