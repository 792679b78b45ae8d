/* The title of a frame says what it holds. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { ADDRESS, STOCK };

static const struct clair_message messages[] = {
	[ADDRESS] = {
		.key = "address",
		.fr = "Le titre du cadre est une adresse : {title}.",
		.en = "The title of the frame is an address: {title}.",
	},
	[STOCK] = {
		.key = "stock",
		.fr = "Le titre du cadre, « {title} », ne dit rien de son contenu.",
		.en = "The title of the frame, \"{title}\", says nothing of what it holds.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *frame)
{
	const char *title = clair_attr(frame, CLAIR_ATTR_TITLE);

	if (rule_blank(title) || !clair_exposed(ctx, frame))
		return CLAIR_INAPPLICABLE;
	if (rule_starts_with(title, "http://") || rule_starts_with(title, "https://") ||
	    rule_starts_with(title, "about:")) {
		clair_arg(clair_report_attr(ctx, frame, CLAIR_ATTR_TITLE, ADDRESS), "title", title);
		return CLAIR_FAIL;
	}
	if (clair_lookup(ctx, "titres-vides", title) != NULL) {
		clair_arg(clair_review_attr(ctx, frame, CLAIR_ATTR_TITLE, STOCK), "title", title);
		return CLAIR_REVIEW;
	}
	return CLAIR_PASS;
}

CLAIR_RULE(frames_title_stock) = {
	.id = "frames/title-stock",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IFRAME, CLAIR_TAG_FRAME),
	.rgaa = CLAIR_IDS("2.2.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.title = {
		.fr = "Le titre d’un cadre est pertinent",
		.en = "The title of a frame is meaningful",
	},
	.why = {
		.fr = "« iframe » ou une adresse ne disent pas ce que l’on trouvera dans le "
		    "cadre.",
		.en = "\"iframe\" or an address do not say what will be found in the frame.",
	},
	.remedy = {
		.fr = "Écrire dans title ce que contient le cadre : « Vidéo de la visite du "
		    "musée ».",
		.en = "Write in title what the frame holds: \"Film of the visit to the museum\".",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
