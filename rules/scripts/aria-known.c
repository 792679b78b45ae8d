/* An ARIA attribute exists. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { UNKNOWN };

static const struct clair_message messages[] = {
	[UNKNOWN] = {
		.key = "unknown",
		.fr = "L’attribut {attribute} n’existe pas dans ARIA.",
		.en = "The attribute {attribute} does not exist in ARIA.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;
	size_t count = clair_attr_count(node);

	for (size_t i = 0; i < count; i++) {
		const char *name = clair_attr_name_at(node, i);
		struct clair_finding *finding;

		if (!rule_starts_with(name, "aria-"))
			continue;
		if (clair_aria_attribute_exists(name)) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		finding = clair_report(ctx, node, UNKNOWN);
		clair_arg(finding, "attribute", name);
		clair_fix_remove_named(finding, CLAIR_CHOICE, name);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

CLAIR_RULE(scripts_aria_known) = {
	.id = "scripts/aria-known",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_all = true, /* any element may have an ARIA attribute */
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("5f99a7"),
	.title = {
		.fr = "Un attribut ARIA est défini par la norme",
		.en = "An ARIA attribute is defined by the standard",
	},
	.why = {
		.fr = "Un attribut mal écrit n’a aucun effet : l’état ou le nom n’est pas "
		    "transmis.",
		.en = "A misspelt attribute has no effect: the state or the name is not "
		    "conveyed.",
	},
	.remedy = {
		.fr = "Corriger le nom de l’attribut, ou le retirer.",
		.en = "Correct the name of the attribute, or remove it.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
