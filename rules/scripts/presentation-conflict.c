/* An element marked as decorative is ignored by assistive technology. */
#include "clairlint/rule.h"

enum { CONFLICT };

static const struct clair_message messages[] = {
	[CONFLICT] = {
		.key = "conflict",
		.fr = "L’élément {element} a role=\"{role}\", mais il reste annoncé : un "
		    "attribut ARIA ou le focus l’emporte.",
		.en = "The element {element} has role=\"{role}\" but is still announced: an "
		    "ARIA attribute or the focus wins.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_tag tag = clair_tag(node);
	struct clair_finding *finding;

	/* Images have their own rule. */
	if (tag == CLAIR_TAG_IMG || tag == CLAIR_TAG_SVG || tag == CLAIR_TAG_CANVAS ||
	    clair_explicit_role(ctx, node) != CLAIR_ROLE_NONE)
		return CLAIR_INAPPLICABLE;
	if (!clair_exposed(ctx, node) || clair_role(ctx, node) == CLAIR_ROLE_NONE)
		return CLAIR_PASS;

	finding = clair_report(ctx, node, CONFLICT);
	clair_arg(finding, "element", clair_tag_name(node));
	clair_arg(finding, "role", clair_attr(node, CLAIR_ATTR_ROLE));
	clair_fix_remove_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ROLE);
	return CLAIR_FAIL;
}

CLAIR_RULE(scripts_presentation_conflict) = {
	.id = "scripts/presentation-conflict",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_all = true, /* any element may have role="none" */
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("46ca7f"),
	.title = {
		.fr = "Un élément marqué décoratif est ignoré par les aides techniques",
		.en = "An element marked as decorative is ignored by assistive technology",
	},
	.why = {
		.fr = "Le rôle none est annulé par un attribut ARIA ou par le focus : l’élément "
		    "est annoncé quand même.",
		.en = "The role none is undone by an ARIA attribute or by the focus: the "
		    "element is announced all the same.",
	},
	.remedy = {
		.fr = "Retirer role=\"none\", ou retirer l’attribut ARIA et le focus.",
		.en = "Remove role=\"none\", or remove the ARIA attribute and the focus.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
