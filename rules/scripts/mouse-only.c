/* What answers to the mouse answers to the keyboard. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_KEYBOARD };

static const struct clair_message messages[] = {
	[NO_KEYBOARD] = {
		.key = "no-keyboard",
		.fr = "L’élément {element} réagit au survol ({attribute}) et pas au focus : "
		    "vérifier que le clavier donne la même chose.",
		.en = "The element {element} answers to hovering ({attribute}) and not to the "
		    "focus: check that the keyboard gives the same.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_attribute mouse = CLAIR_ATTR_ONMOUSEOVER;
	struct clair_finding *finding;

	if (rule_blank(clair_attr(node, mouse)))
		mouse = CLAIR_ATTR_ONMOUSEDOWN;
	if (rule_blank(clair_attr(node, mouse)) || !clair_visible(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (clair_has_attr(node, CLAIR_ATTR_ONFOCUS) || clair_has_attr(node, CLAIR_ATTR_ONKEYDOWN) ||
	    clair_has_attr(node, CLAIR_ATTR_ONKEYPRESS) || clair_has_attr(node, CLAIR_ATTR_ONKEYUP) ||
	    (mouse == CLAIR_ATTR_ONMOUSEDOWN && clair_has_attr(node, CLAIR_ATTR_ONCLICK)))
		return CLAIR_PASS;

	finding = clair_review(ctx, node, NO_KEYBOARD);
	clair_arg(finding, "element", clair_tag_name(node));
	clair_arg(finding, "attribute", clair_attribute_names[mouse]);
	return CLAIR_REVIEW;
}

CLAIR_RULE(scripts_mouse_only) = {
	.id = "scripts/mouse-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_MOTOR | CLAIR_BLIND,
	.on_all = true, /* any element may have an event attribute */
	.rgaa = CLAIR_IDS("7.3.1"),
	.wcag = CLAIR_IDS("2.1.1"),
	.needs = CLAIR_IDS("S-009"),
	.title = {
		.fr = "Une action faite au survol se fait aussi au clavier",
		.en = "An action made by hovering can be made by keyboard",
	},
	.why = {
		.fr = "Qui n’emploie pas de souris ne survole rien : le contenu lui reste caché.",
		.en = "Who does not use a mouse hovers nothing: the content stays hidden.",
	},
	.remedy = {
		.fr = "Ajouter onfocus et onblur à côté de onmouseover et onmouseout.",
		.en = "Add onfocus and onblur beside onmouseover and onmouseout.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
