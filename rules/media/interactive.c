/* What plays no sound or film, and is more than an image, has another version. */
#include "clairlint/rule.h"
#include "rules/common/image.h"
#include "rules/common/media.h"

enum { OTHER_VERSION, USABLE };

static const struct clair_message messages[] = {
	[OTHER_VERSION] = {
		.key = "other-version",
		.fr = "Un lien ou un bouton tout près mène-t-il à une version accessible, avec les mêmes "
		    "contenus ?",
		.en = "Does a link or a button close by lead to an accessible version, with the same "
		    "contents?",
		.rgaa = CLAIR_IDS("4.8.1", "4.8.2", "4.9.1"),
	},
	[USABLE] = {
		.key = "usable",
		.fr = "Ce contenu, ou sa version de remplacement, marche-t-il au clavier, à la souris et avec "
		    "un lecteur d’écran ?",
		.en = "Does this content, or the version in its place, work with the keyboard, the mouse and a "
		    "screen reader?",
		.rgaa = CLAIR_IDS("4.12.1", "4.12.2", "4.13.1", "4.13.2"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum rule_image kind = rule_image_kind(ctx, node);

	if (!clair_exposed(ctx, node) || kind == RULE_IMAGE_OBJECT || kind == RULE_IMAGE_EMBED ||
	    rule_is_medium(ctx, node))
		return CLAIR_INAPPLICABLE;
	clair_review(ctx, node, OTHER_VERSION);
	clair_review(ctx, node, USABLE);
	return CLAIR_REVIEW;
}

CLAIR_RULE(media_interactive) = {
	.id = "media/interactive",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_OBJECT, CLAIR_TAG_EMBED, CLAIR_TAG_APPLET, CLAIR_TAG_CANVAS),
	.rgaa = CLAIR_IDS("4.8.1", "4.8.2", "4.9.1", "4.12.1", "4.12.2", "4.13.1", "4.13.2"),
	.wcag = CLAIR_IDS("1.1.1", "2.1.1", "4.1.2"),
	.title = {
		.fr = "Un contenu interactif inséré a une version accessible",
		.en = "An inserted interactive content has an accessible version",
	},
	.why = {
		.fr = "Un document inséré, un jeu, une carte dessinée : souvent, ni le clavier ni le lecteur "
		    "d’écran n’y entrent.",
		.en = "An inserted document, a game, a drawn map: often neither the keyboard nor the screen "
		    "reader gets in.",
	},
	.remedy = {
		.fr = "Mettre juste à côté un lien vers une page qui dit et permet la même chose.",
		.en = "Put just beside it a link to a page that says and allows the same.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
