/* A role has the states that it requires. */
#include "clairlint/rule.h"
#include "rules/common/text.h"
#include "rules/common/roles.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.fr = "Le rôle {role} exige l’attribut {attribute}.",
		.en = "The role {role} requires the attribute {attribute}.",
	},
};

/* The host language gives the state: a native checkbox knows whether it is checked. */
static bool
is_native(const struct clair_node *node, enum clair_attribute state)
{
	switch (state) {
	case CLAIR_ATTR_ARIA_CHECKED:
		return clair_tag(node) == CLAIR_TAG_INPUT &&
		    (clair_attr_is(node, CLAIR_ATTR_TYPE, "checkbox") ||
		     clair_attr_is(node, CLAIR_ATTR_TYPE, "radio"));
	case CLAIR_ATTR_ARIA_SELECTED:
		return true; /* false by default in ARIA 1.2 */
	case CLAIR_ATTR_ARIA_VALUENOW:
		return clair_tag(node) == CLAIR_TAG_METER || clair_tag(node) == CLAIR_TAG_PROGRESS ||
		    (clair_tag(node) == CLAIR_TAG_INPUT &&
		     (clair_attr_is(node, CLAIR_ATTR_TYPE, "range") ||
		      clair_attr_is(node, CLAIR_ATTR_TYPE, "number")));
	default:
		return false;
	}
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_role role = clair_explicit_role(ctx, node);
	enum clair_outcome outcome = CLAIR_PASS;
	const uint16_t *states;

	if (role == CLAIR_ROLE_NO_ROLE || role == clair_implicit_role(ctx, node))
		return CLAIR_INAPPLICABLE;
	states = clair_role_required_states(role);
	if (states[0] == 0 || !clair_exposed(ctx, node) || clair_role(ctx, node) != role)
		return CLAIR_INAPPLICABLE;
	for (; *states != 0; states++) {
		enum clair_attribute state = (enum clair_attribute)*states;
		struct clair_finding *finding;

		if (!rule_requires_state(ctx, node, role, state) || is_native(node, state) ||
		    !rule_blank(clair_attr(node, state)))
			continue;
		finding = clair_report(ctx, node, MISSING);
		clair_arg(finding, "role", clair_role_names[role]);
		clair_arg(finding, "attribute", clair_attribute_names[state]);
		clair_fix_attr(finding, CLAIR_CHOICE, state, NULL);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(scripts_aria_required) = {
	.id = "scripts/aria-required",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_all = true, /* any element may have a role attribute */
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("4e8ab6"),
	.title = {
		.fr = "Un composant a les états que son rôle exige",
		.en = "A widget has the states that its role requires",
	},
	.why = {
		.fr = "Une case à cocher sans état ne dit pas si elle est cochée.",
		.en = "A checkbox without a state does not say whether it is checked.",
	},
	.remedy = {
		.fr = "Ajouter l’attribut manquant et le mettre à jour par script, ou employer "
		    "l’élément HTML d’origine.",
		.en = "Add the missing attribute and keep it up to date by script, or use the "
		    "HTML element instead.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
