/* Nobody agrees by a box that was ticked beforehand. */
#include "clairlint/rule.h"

enum { CHECKED, OPT_OUT };

static const struct clair_message messages[] = {
	[CHECKED] = {
		.key = "checked",
		.fr = "La case « {label} » est cochée d’avance. La personne n’a pas choisi.",
		.en = "The box “{label}” is ticked beforehand. The person has not chosen.",
	},
	[OPT_OUT] = {
		.key = "opt-out",
		.fr = "« {label} » : il faut agir pour dire non. Vérifier que le choix est libre.",
		.en = "“{label}”: people have to act to say no. Check that the choice is free.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *label;

	if (!clair_attr_is(node, CLAIR_ATTR_TYPE, "checkbox") || !clair_exposed(ctx, node))
		return CLAIR_INAPPLICABLE;
	label = clair_name(ctx, node);
	if (clair_matches(ctx, "opt-out", label)) {
		clair_arg(clair_review(ctx, node, OPT_OUT), "label", label);
		return CLAIR_REVIEW;
	}
	if (!clair_matches(ctx, "opt-in", label))
		return CLAIR_INAPPLICABLE;
	if (!clair_has_attr(node, CLAIR_ATTR_CHECKED) || clair_has_attr(node, CLAIR_ATTR_DISABLED) ||
	    clair_matches(ctx, "needed-box", label))
		return CLAIR_PASS;
	clair_arg(clair_report(ctx, node, CHECKED), "label", label);
	return CLAIR_FAIL;
}

CLAIR_RULE(legal_opt_in_checked) = {
	.id = "legal/opt-in-checked",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_BLIND,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT),
	.needs = CLAIR_IDS("S-154", "S-153"),
	.title = {
		.fr = "Les cases qui valent accord ne sont pas cochées d’avance",
		.en = "Boxes that mean agreement are not ticked beforehand",
	},
	.why = {
		.fr = "Qui lit peu ne voit pas la case, et donne un accord sans le savoir.",
		.en = "People who read little do not see the box, and agree without knowing it.",
	},
	.remedy = {
		.fr = "Enlever l’attribut checked. Laisser la personne cocher.",
		.en = "Take the checked attribute away. Let people tick the box.",
	},
	.limits = {
		.fr = "La règle lit l’étiquette de la case. Un script peut cocher une case plus tard.",
		.en = "The rule reads the label of the box. A script may tick a box later.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
