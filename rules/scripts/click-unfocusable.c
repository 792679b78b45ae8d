/* What answers to a click can take the focus. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { MOUSE_ONLY };

static const struct clair_message messages[] = {
	[MOUSE_ONLY] = {
		.key = "mouse-only",
		.fr = "L’élément {element} réagit au clic mais la touche Tab ne l’atteint pas : "
		    "vérifier qu’une autre commande fait la même chose.",
		.en = "The element {element} answers to a click but the Tab key does not reach "
		    "it: check that another control does the same.",
	},
};

static bool
holds_control(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *inside = node;

	while ((inside = clair_next_inside(node, inside)) != NULL) {
		if (clair_focusable(ctx, inside))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (rule_blank(clair_attr(node, CLAIR_ATTR_ONCLICK)) || clair_tag(node) == CLAIR_TAG_BODY ||
	    clair_tag(node) == CLAIR_TAG_HTML || clair_tag(node) == CLAIR_TAG_LABEL ||
	    clair_tag(node) == CLAIR_TAG_OPTION || !clair_visible(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (clair_has_attr(node, CLAIR_ATTR_DISABLED))
		return CLAIR_INAPPLICABLE;
	/* A click on a block that holds a link or a button often only helps the mouse. */
	if (clair_focusable(ctx, node) || holds_control(ctx, node))
		return CLAIR_PASS;

	clair_arg(clair_review(ctx, node, MOUSE_ONLY), "element", clair_tag_name(node));
	return CLAIR_REVIEW;
}

CLAIR_RULE(scripts_click_unfocusable) = {
	.id = "scripts/click-unfocusable",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_BLIND,
	.on_all = true, /* any element may have an onclick attribute */
	.rgaa = CLAIR_IDS("7.3.1"),
	.wcag = CLAIR_IDS("2.1.1"),
	.needs = CLAIR_IDS("S-009"),
	.title = {
		.fr = "Un élément qui répond au clic s’atteint au clavier",
		.en = "An element that answers to a click can be reached by keyboard",
	},
	.why = {
		.fr = "Qui n’emploie pas de souris ne peut ni atteindre ni activer cet élément.",
		.en = "Who does not use a mouse can neither reach nor activate this element.",
	},
	.remedy = {
		.fr = "Employer un button ou un lien à la place.",
		.en = "Use a button or a link instead.",
	},
	.limits = {
		.fr = "Les gestionnaires posés par script ne sont pas vus.",
		.en = "Handlers set by script are not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
