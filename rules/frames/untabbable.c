/* What a frame holds can be reached by keyboard. */
#include "clairlint/rule.h"

enum { LOST, MAYBE_LOST };

static const struct clair_message messages[] = {
	[LOST] = {
		.key = "lost",
		.fr = "Ce cadre a des liens, des boutons ou des champs que le clavier n’atteint "
		    "pas : tabindex vaut {tabindex}.",
		.en = "This frame has links, buttons or fields that the keyboard does not "
		    "reach: tabindex is {tabindex}.",
	},
	[MAYBE_LOST] = {
		.key = "maybe-lost",
		.fr = "Le clavier saute ce cadre (tabindex={tabindex}) : vérifier qu’il n’a ni "
		    "lien, ni bouton, ni champ.",
		.en = "The keyboard skips this frame (tabindex={tabindex}): check that it has "
		    "no link, button or field.",
	},
};

static bool
is_a_dot(struct clair_ctx *ctx, const struct clair_node *frame)
{
	double width = 300;
	double height = 150;

	clair_style_number(ctx, frame, CLAIR_CSS_WIDTH, &width);
	clair_style_number(ctx, frame, CLAIR_CSS_HEIGHT, &height);
	return width <= 1 || height <= 1;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *frame)
{
	const char *tabindex = clair_attr(frame, CLAIR_ATTR_TABINDEX);
	const char *content = clair_attr_by_name(frame, "srcdoc");
	bool sure = content != NULL && clair_style_grade(ctx, frame) == CLAIR_STATIC;

	if (tabindex == NULL || !clair_visible(ctx, frame) || is_a_dot(ctx, frame))
		return CLAIR_INAPPLICABLE;
	if (tabindex[0] != '-' || (content != NULL && !clair_matches(ctx, "html-interactive", content)))
		return CLAIR_PASS;

	clair_arg(sure ? clair_report(ctx, frame, LOST) : clair_review(ctx, frame, MAYBE_LOST), "tabindex",
	    tabindex);
	return sure ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(frames_untabbable) = {
	.id = "frames/untabbable",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IFRAME),
	.wcag = CLAIR_IDS("2.1.1"),
	.act = CLAIR_IDS("akn7bn"),
	.title = {
		.fr = "Le contenu d’un cadre est atteint au clavier",
		.en = "The content of a frame is reached by keyboard",
	},
	.why = {
		.fr = "Un tabindex négatif retire du parcours tout ce que le cadre contient.",
		.en = "A negative tabindex takes all that the frame holds out of the tab order.",
	},
	.remedy = {
		.fr = "Retirer l’attribut tabindex du cadre.",
		.en = "Remove the tabindex attribute of the frame.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
