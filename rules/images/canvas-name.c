/* A drawing made by a script has an alternative. */
#include "clairlint/rule.h"
#include "rules/common/image.h"

enum { NOTHING, EXCUSE };

static const struct clair_message messages[] = {
	[NOTHING] = {
		.key = "nothing",
		.fr = "Ce dessin (canvas) n’a ni nom ni texte. S’il apporte une information, la donner "
		    "autrement.",
		.en = "This drawing (canvas) has neither name nor text. If it brings information, give it "
		    "otherwise.",
	},
	[EXCUSE] = {
		.key = "excuse",
		.fr = "Le texte de ce dessin (canvas), « {text} », ne dit pas ce qu’il montre.",
		.en = "The text of this drawing (canvas), \"{text}\", does not say what it shows.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *canvas)
{
	const char *text;

	if (!clair_exposed(ctx, canvas) || clair_role(ctx, canvas) == CLAIR_ROLE_NONE)
		return CLAIR_INAPPLICABLE;
	text = rule_image_alternative(ctx, canvas);
	if (text[0] == '\0') {
		clair_review(ctx, canvas, NOTHING);
		return CLAIR_REVIEW;
	}
	if (!clair_matches(ctx, "not-supported", text))
		return CLAIR_PASS;
	clair_arg(clair_review(ctx, canvas, EXCUSE), "text", text);
	return CLAIR_REVIEW;
}

CLAIR_RULE(images_canvas_name) = {
	.id = "images/canvas-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.finds_all = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_CANVAS),
	.rgaa = CLAIR_IDS("1.1.8"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "Un dessin fait par un script a une alternative",
		.en = "A drawing made by a script has an alternative",
	},
	.why = {
		.fr = "Un lecteur d’écran ne voit rien de ce qui est dessiné dans canvas.",
		.en = "A screen reader sees nothing of what is drawn in canvas.",
	},
	.remedy = {
		.fr = "Écrire entre les balises ce que montre le dessin, ou mettre role=\"img\" et "
		    "aria-label. Décor : aria-hidden=\"true\".",
		.en = "Write between the tags what the drawing shows, or put role=\"img\" and aria-label. "
		    "Decoration: aria-hidden=\"true\".",
	},
	.limits = {
		.fr = "La règle ne sait pas ce que le script dessine.",
		.en = "The rule does not know what the script draws.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
