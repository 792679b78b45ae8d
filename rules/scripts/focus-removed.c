/* A script does not take the focus away. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { REMOVED, MAYBE };

static const struct clair_message messages[] = {
	[REMOVED] = {
		.key = "removed",
		.fr = "L’élément {element} perd le focus dès qu’il le reçoit (onfocus=\"{action}\").",
		.en = "The element {element} loses the focus as soon as it gets it "
		    "(onfocus=\"{action}\").",
	},
	[MAYBE] = {
		.key = "maybe",
		.fr = "L’élément {element} peut perdre le focus dès qu’il le reçoit "
		    "(onfocus=\"{action}\") : vérifier au clavier.",
		.en = "The element {element} may lose the focus as soon as it gets it "
		    "(onfocus=\"{action}\"): check by keyboard.",
	},
};

/* Nothing else than to let go of itself. */
static bool
only_blurs(const char *action)
{
	static const char *const whole[] = {"this.blur()", "this.blur();", "javascript:this.blur()",
	    "javascript:this.blur();", "if(this.blur)this.blur()", "if(this.blur)this.blur();", NULL};

	return rule_in(action, whole);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *action = clair_attr(node, CLAIR_ATTR_ONFOCUS);
	struct clair_finding *finding;
	bool sure;

	if (rule_blank(action) || !clair_focusable(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (!rule_contains(action, "blur("))
		return CLAIR_PASS;

	sure = only_blurs(action);
	finding = sure ? clair_report_attr(ctx, node, CLAIR_ATTR_ONFOCUS, REMOVED)
	               : clair_review_attr(ctx, node, CLAIR_ATTR_ONFOCUS, MAYBE);
	clair_arg(finding, "element", clair_tag_name(node));
	clair_arg(finding, "action", action);
	clair_fix_remove_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ONFOCUS);
	return sure ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(scripts_focus_removed) = {
	.id = "scripts/focus-removed",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_BLOCKING,
	.who = CLAIR_MOTOR | CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A, CLAIR_TAG_AREA, CLAIR_TAG_INPUT, CLAIR_TAG_BUTTON,
	    CLAIR_TAG_SELECT, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("7.3.2"),
	.wcag = CLAIR_IDS("2.1.1", "2.4.7"),
	.title = {
		.fr = "Un script n’enlève pas le focus à l’élément qui le reçoit",
		.en = "A script does not take the focus away from the element that gets it",
	},
	.why = {
		.fr = "Au clavier, on ne peut plus activer cet élément ni savoir où l’on est.",
		.en = "By keyboard, one can neither activate this element nor know where one is.",
	},
	.remedy = {
		.fr = "Retirer blur() et soigner l’aspect du focus dans la feuille de style.",
		.en = "Remove blur() and style the focus in the style sheet.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
