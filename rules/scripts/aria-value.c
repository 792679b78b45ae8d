/* An ARIA attribute has a value of its type. */
#include "clairlint/rule.h"
#include "rules/common/text.h"
#include "rules/common/roles.h"

enum { INVALID, NO_TARGET };

static const struct clair_message messages[] = {
	[INVALID] = {
		.key = "invalid",
		.fr = "{attribute}=\"{value}\" n’est pas une valeur permise.",
		.en = "{attribute}=\"{value}\" is not an allowed value.",
	},
	[NO_TARGET] = {
		.key = "no-target",
		.fr = "{attribute}=\"{value}\" ne mène à aucun élément de la page.",
		.en = "{attribute}=\"{value}\" leads to no element of the page.",
	},
};

/* ACT 6a7281: ids are looked up only where the role requires the attribute. */
static bool
lacks_target(struct clair_ctx *ctx, const struct clair_node *node, enum clair_attribute attribute,
    const char *value)
{
	enum clair_aria_type type = clair_aria_type(attribute);

	if (type != CLAIR_ARIA_IDREF && type != CLAIR_ARIA_IDREF_LIST)
		return false;
	if (!rule_requires_state(ctx, node, clair_role(ctx, node), attribute))
		return false;
	return !rule_any_id_exists(ctx, value);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;
	size_t count = clair_attr_count(node);

	for (size_t i = 0; i < count; i++) {
		enum clair_attribute attribute = clair_attr_at(node, i);
		const char *value = clair_attr_value_at(node, i);
		struct clair_finding *finding;
		bool valid;

		if (clair_aria_type(attribute) == CLAIR_ARIA_UNKNOWN || rule_blank(value))
			continue;
		valid = clair_aria_value_is_valid(attribute, value);
		if (valid && !lacks_target(ctx, node, attribute, value)) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		finding = clair_report_attr(ctx, node, attribute, valid ? NO_TARGET : INVALID);
		clair_arg(finding, "attribute", clair_attr_name_at(node, i));
		clair_arg(finding, "value", value);
		clair_fix_attr(finding, CLAIR_CHOICE, attribute, NULL);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(scripts_aria_value) = {
	.id = "scripts/aria-value",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_all = true, /* any element may have an ARIA attribute */
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("6a7281"),
	.title = {
		.fr = "Un attribut ARIA a une valeur permise",
		.en = "An ARIA attribute has an allowed value",
	},
	.why = {
		.fr = "Une valeur inconnue est ignorée : l’état du composant n’est pas annoncé.",
		.en = "An unknown value is ignored: the state of the widget is not announced.",
	},
	.remedy = {
		.fr = "Choisir une valeur permise par ARIA pour cet attribut.",
		.en = "Choose a value that ARIA allows for this attribute.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
