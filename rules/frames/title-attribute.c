/* The name of a frame is given by title. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_TITLE };

static const struct clair_message messages[] = {
	[NO_TITLE] = {
		.key = "no-title-attribute",
		.fr = "Le cadre « {name} » a un nom, mais pas d’attribut title.",
		.en = "The frame \"{name}\" has a name, but no title attribute.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *frame)
{
	const char *name = clair_name(ctx, frame);
	struct clair_finding *finding;

	if (name[0] == '\0' || !clair_exposed(ctx, frame))
		return CLAIR_INAPPLICABLE;
	if (!rule_blank(clair_attr(frame, CLAIR_ATTR_TITLE)))
		return CLAIR_PASS;

	finding = clair_report(ctx, frame, NO_TITLE);
	clair_arg(finding, "name", name);
	clair_fix_attr(finding, CLAIR_SAFE, CLAIR_ATTR_TITLE, name);
	return CLAIR_FAIL;
}

CLAIR_RULE(frames_title_attribute) = {
	.id = "frames/title-attribute",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_IFRAME, CLAIR_TAG_FRAME),
	.rgaa = CLAIR_IDS("2.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.title = {
		.fr = "Le titre d’un cadre est donné par l’attribut title",
		.en = "The title of a frame is given by the title attribute",
	},
	.why = {
		.fr = "Le RGAA demande title : d’autres attributs ne sont pas lus par toutes "
		    "les aides techniques.",
		.en = "RGAA asks for title: other attributes are not read by all assistive "
		    "technologies.",
	},
	.remedy = {
		.fr = "Recopier le nom du cadre dans l’attribut title.",
		.en = "Copy the name of the frame into the title attribute.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
