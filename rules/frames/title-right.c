/* The title of a frame says what the frame holds. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { TITLE };

static const struct clair_message messages[] = {
	[TITLE] = {
		.key = "title",
		.fr = "Le titre « {title} » dit-il ce que contient ce cadre ?",
		.en = "Does the title \"{title}\" say what this frame holds?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *frame)
{
	const char *title = clair_attr(frame, CLAIR_ATTR_TITLE);

	if (rule_blank(title) || !clair_exposed(ctx, frame))
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review_attr(ctx, frame, CLAIR_ATTR_TITLE, TITLE), "title", title);
	return CLAIR_REVIEW;
}

CLAIR_RULE(frames_title_right) = {
	.id = "frames/title-right",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IFRAME, CLAIR_TAG_FRAME),
	.rgaa = CLAIR_IDS("2.2.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.title = {
		.fr = "Le titre d’un cadre dit ce que le cadre contient",
		.en = "The title of a frame says what the frame holds",
	},
	.why = {
		.fr = "Un lecteur d’écran annonce ce titre : c’est lui qui fait entrer dans le cadre, ou passer.",
		.en = "A screen reader speaks this title: it makes one go into the frame, or pass it by.",
	},
	.remedy = {
		.fr = "Écrire ce que le cadre contient : « Carte des mairies », pas « Carte Google ».",
		.en = "Write what the frame holds: \"Map of the town halls\", not \"Google map\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
