/* A button has a name. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_NAME, NO_NAME_IMAGE };

static const struct clair_message messages[] = {
	[NO_NAME] = {
		.key = "no-name",
		.fr = "Ce bouton n’a pas de nom.",
		.en = "This button has no name.",
	},
	[NO_NAME_IMAGE] = {
		.key = "no-name-image",
		.fr = "Ce bouton ne contient qu’une image sans alternative : il n’a pas de nom.",
		.en = "This button holds only an image without an alternative: it has no name.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *button)
{
	const struct clair_node *inside;
	unsigned message = NO_NAME;

	/* An image button and a summary have their own rules. */
	if (clair_tag(button) == CLAIR_TAG_SUMMARY ||
	    (clair_tag(button) == CLAIR_TAG_INPUT &&
	     clair_attr_is(button, CLAIR_ATTR_TYPE, "image")))
		return CLAIR_INAPPLICABLE;
	if (clair_role(ctx, button) != CLAIR_ROLE_BUTTON || !clair_exposed(ctx, button))
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, button)[0] != '\0')
		return CLAIR_PASS;

	inside = clair_next_inside(button, button);
	if (inside != NULL && (clair_tag(inside) == CLAIR_TAG_IMG || clair_tag(inside) == CLAIR_TAG_SVG))
		message = NO_NAME_IMAGE;
	clair_report(ctx, button, message);
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_button_name) = {
	.id = "forms/button-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_BLOCKING,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_MOTOR,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_BUTTON),
	.rgaa = CLAIR_IDS("11.9.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("97a4e1"),
	.title = {
		.fr = "Un bouton a un intitulé",
		.en = "A button has a name",
	},
	.why = {
		.fr = "Un bouton sans nom est annoncé « bouton » : on ne sait pas ce qu’il fait.",
		.en = "A button without a name is announced \"button\": nobody knows what it "
		    "does.",
	},
	.remedy = {
		.fr = "Écrire un texte dans le bouton, ou l’alternative de son image.",
		.en = "Write a text in the button, or the alternative of its image.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
