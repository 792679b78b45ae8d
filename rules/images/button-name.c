/* An image button has a text alternative. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_ALT };

static const struct clair_message messages[] = {
	[NO_ALT] = {
		.key = "no-alt",
		.fr = "Le bouton image {src} n’a pas d’alternative : son action est inconnue.",
		.en = "The image button {src} has no alternative: what it does is unknown.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *input)
{
	struct clair_finding *finding;

	if (!clair_attr_is(input, CLAIR_ATTR_TYPE, "image") || !clair_exposed(ctx, input))
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, input)[0] != '\0')
		return CLAIR_PASS;

	finding = clair_report(ctx, input, NO_ALT);
	clair_arg(finding, "src", rule_file_name(clair_attr(input, CLAIR_ATTR_SRC)));
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ALT, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(images_button_name) = {
	.id = "images/button-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_BLOCKING,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_MOTOR,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT),
	.rgaa = CLAIR_IDS("1.1.3"),
	.wcag = CLAIR_IDS("1.1.1", "4.1.2"),
	.act = CLAIR_IDS("59796f"),
	.title = {
		.fr = "Un bouton de type image a une alternative textuelle",
		.en = "An image button has a text alternative",
	},
	.why = {
		.fr = "Sans alternative, un lecteur d’écran annonce « bouton » sans dire ce "
		    "qu’il fait.",
		.en = "Without an alternative, a screen reader says \"button\" but not what it "
		    "does.",
	},
	.remedy = {
		.fr = "Écrire dans alt l’action du bouton : « Rechercher », « Envoyer ma "
		    "demande ».",
		.en = "Write in alt what the button does: \"Search\", \"Send my request\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
