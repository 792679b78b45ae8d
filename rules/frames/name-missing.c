/* A frame has a name. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_TITLE, NO_TITLE_TINY };

static const struct clair_message messages[] = {
	[NO_TITLE] = {
		.key = "no-title",
		.fr = "Le cadre {src} n’a pas de titre.",
		.en = "The frame {src} has no title.",
	},
	[NO_TITLE_TINY] = {
		.key = "no-title-tiny",
		.fr = "Le cadre {src}, presque invisible, n’a pas de titre : le cacher ou lui "
		    "donner un titre.",
		.en = "The frame {src}, nearly invisible, has no title: hide it or give it a "
		    "title.",
	},
};

static bool
is_tiny(const struct clair_node *frame)
{
	static const char *const sizes[] = {"0", "1", "0px", "1px", NULL};
	const char *width = clair_attr(frame, CLAIR_ATTR_WIDTH);
	const char *height = clair_attr(frame, CLAIR_ATTR_HEIGHT);

	return width != NULL && height != NULL && rule_in(width, sizes) && rule_in(height, sizes);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *frame)
{
	const char *tabindex = clair_attr(frame, CLAIR_ATTR_TABINDEX);
	struct clair_finding *finding;

	if (!clair_exposed(ctx, frame) || clair_explicit_role(ctx, frame) != CLAIR_ROLE_NO_ROLE)
		return CLAIR_INAPPLICABLE;
	if (tabindex != NULL && rule_starts_with(tabindex, "-"))
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, frame)[0] != '\0')
		return CLAIR_PASS;

	if (is_tiny(frame)) {
		finding = clair_review(ctx, frame, NO_TITLE_TINY);
		clair_arg(finding, "src", rule_file_name(clair_attr(frame, CLAIR_ATTR_SRC)));
		return CLAIR_REVIEW;
	}
	finding = clair_report(ctx, frame, NO_TITLE);
	clair_arg(finding, "src", rule_file_name(clair_attr(frame, CLAIR_ATTR_SRC)));
	clair_fix_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_TITLE, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(frames_name_missing) = {
	.id = "frames/name-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IFRAME, CLAIR_TAG_FRAME),
	.rgaa = CLAIR_IDS("2.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("cae760"),
	.title = {
		.fr = "Un cadre a un titre",
		.en = "A frame has a title",
	},
	.why = {
		.fr = "Sans titre, il faut entrer dans le cadre pour savoir s’il intéresse.",
		.en = "Without a title, one must go into the frame to know whether it matters.",
	},
	.remedy = {
		.fr = "Ajouter un attribut title qui dit ce que contient le cadre.",
		.en = "Add a title attribute that says what the frame holds.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
