/* A test image has another form that needs no sight. */
#include "clairlint/rule.h"
#include "rules/common/captcha.h"
#include "rules/common/image.h"

enum { IMAGE, BUTTON, WIDGET };

static const struct clair_message messages[] = {
	[IMAGE] = {
		.key = "image",
		.fr = "Cette image semble un test à passer : peut-on le passer sans la voir, ou obtenir "
		    "le service autrement ?",
		.en = "This image seems to be a test to pass: can one pass it without seeing it, or get "
		    "the service otherwise?",
		.rgaa = CLAIR_IDS("1.5.1"),
	},
	[BUTTON] = {
		.key = "button",
		.fr = "Ce bouton image semble un test à passer : peut-on le passer sans le voir, ou "
		    "obtenir le service autrement ?",
		.en = "This image button seems to be a test to pass: can one pass it without seeing it, "
		    "or get the service otherwise?",
		.rgaa = CLAIR_IDS("1.5.2"),
	},
	[WIDGET] = {
		.key = "widget",
		.fr = "Un outil ajoute ici un test à passer : peut-on le passer sans le voir, ou "
		    "obtenir le service autrement ?",
		.en = "A tool adds a test to pass here: can one pass it without seeing it, or get the "
		    "service otherwise?",
		.rgaa = CLAIR_IDS("1.5.1"),
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum rule_image kind = rule_image_kind(ctx, node);
	const struct clair_node *parent = clair_parent(node);

	if (!clair_rendered(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (kind != RULE_IMAGE_NONE) {
		if (!rule_image_is_captcha(ctx, node))
			return CLAIR_INAPPLICABLE;
		clair_review(ctx, node, kind == RULE_IMAGE_BUTTON ? BUTTON : IMAGE);
		return CLAIR_REVIEW;
	}
	/* An empty box that a script fills, or a frame. */
	if ((clair_tag(node) != CLAIR_TAG_DIV && clair_tag(node) != CLAIR_TAG_IFRAME) ||
	    clair_first_child(node) != NULL || !rule_names_captcha(ctx, node) ||
	    (parent != NULL && clair_tag(parent) == CLAIR_TAG_DIV && rule_names_captcha(ctx, parent) &&
	        clair_first_child(parent) != node))
		return CLAIR_INAPPLICABLE;
	clair_review(ctx, node, WIDGET);
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_captcha_other_form) = {
	.id = "images/captcha-other-form",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_BLOCKING,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IMG, CLAIR_TAG_AREA, CLAIR_TAG_INPUT, CLAIR_TAG_OBJECT,
	    CLAIR_TAG_EMBED, CLAIR_TAG_SVG, CLAIR_TAG_CANVAS, CLAIR_TAG_DIV, CLAIR_TAG_IFRAME),
	.on_roles = RULE_IMAGE_ROLES,
	.rgaa = CLAIR_IDS("1.5.1", "1.5.2"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "Un test en image a une autre forme, ou un autre accès",
		.en = "A test in a picture has another form, or another way in",
	},
	.why = {
		.fr = "Qui ne voit pas l’image ne peut pas passer le test : le service lui est fermé.",
		.en = "Who cannot see the image cannot pass the test: the service is closed to them.",
	},
	.remedy = {
		.fr = "Offrir un test sonore ou une question simple, ou un autre moyen d’obtenir le "
		    "service. Le mieux : pas de test.",
		.en = "Offer a sound test or a simple question, or another way to get the service. Best "
		    "of all: no test.",
	},
	.limits = {
		.fr = "Le test est reconnu à son nom : classe, id, adresse ou alternative.",
		.en = "The test is recognised by its name: class, id, address or alternative.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
