/* An ARIA attribute is allowed on its element. */
#include "clairlint/rule.h"

enum { NOT_ALLOWED, NOT_ALLOWED_NO_ROLE };

static const struct clair_message messages[] = {
	[NOT_ALLOWED] = {
		.key = "not-allowed",
		.fr = "L’attribut {attribute} n’est pas permis sur un élément de rôle {role}.",
		.en = "The attribute {attribute} is not allowed on an element whose role is "
		    "{role}.",
	},
	[NOT_ALLOWED_NO_ROLE] = {
		.key = "not-allowed-no-role",
		.fr = "L’attribut {attribute} n’est pas permis sur l’élément {element}, qui n’a "
		    "pas de rôle.",
		.en = "The attribute {attribute} is not allowed on the element {element}, which "
		    "has no role.",
	},
};

static bool
allows(const struct clair_node *node, enum clair_role role, enum clair_attribute attribute)
{
	/* What must not be named is judged by another rule. */
	if (clair_aria_is_global(attribute) || clair_role_supports(role, attribute))
		return true;
	if (role != CLAIR_ROLE_NO_ROLE)
		return false;
	/* ARIA in HTML: dates, passwords and files take what a text field takes; summary what a
	 * button takes. */
	if (clair_tag(node) == CLAIR_TAG_INPUT)
		return clair_role_supports(CLAIR_ROLE_TEXTBOX, attribute);
	return clair_tag(node) == CLAIR_TAG_SUMMARY &&
	    clair_role_supports(CLAIR_ROLE_BUTTON, attribute);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;
	enum clair_role role = CLAIR_ROLE_NO_ROLE;
	size_t count = clair_attr_count(node);
	bool asked = false;

	for (size_t i = 0; i < count; i++) {
		enum clair_attribute attribute = clair_attr_at(node, i);
		struct clair_finding *finding;

		if (clair_aria_type(attribute) == CLAIR_ARIA_UNKNOWN)
			continue;
		if (!asked) {
			role = clair_role(ctx, node);
			/* A custom element may have a role that only scripts give. */
			if (!clair_exposed(ctx, node) || role == CLAIR_ROLE_NONE ||
			    (clair_tag(node) == CLAIR_TAG_OTHER && !clair_has_attr(node, CLAIR_ATTR_ROLE)))
				return CLAIR_INAPPLICABLE;
			asked = true;
			outcome = CLAIR_PASS;
		}
		if (allows(node, role, attribute))
			continue;
		finding = clair_report_attr(ctx, node, attribute,
		    role == CLAIR_ROLE_NO_ROLE ? NOT_ALLOWED_NO_ROLE : NOT_ALLOWED);
		clair_arg(finding, "attribute", clair_attr_name_at(node, i));
		clair_arg(finding, "role", clair_role_names[role]);
		clair_arg(finding, "element", clair_tag_name(node));
		clair_fix_remove_attr(finding, CLAIR_CHOICE, attribute);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(scripts_aria_permitted) = {
	.id = "scripts/aria-permitted",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_all = true, /* any element may have an ARIA attribute */
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("5c01ea"),
	.title = {
		.fr = "Un attribut ARIA est permis sur son élément",
		.en = "An ARIA attribute is allowed on its element",
	},
	.why = {
		.fr = "Un état posé sur un élément qui ne l’admet pas est tu, ou annoncé à tort.",
		.en = "A state put on an element that does not allow it is silent, or announced "
		    "wrongly.",
	},
	.remedy = {
		.fr = "Donner à l’élément le rôle qui admet cet état, ou retirer l’attribut.",
		.en = "Give the element the role that allows this state, or remove the "
		    "attribute.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
