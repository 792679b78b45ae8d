/* A role attribute names a role that exists. */
#include "clairlint/rule.h"
#include "rules/common/text.h"
#include "rules/common/roles.h"

enum { UNKNOWN };

static const struct clair_message messages[] = {
	[UNKNOWN] = {
		.key = "unknown",
		.fr = "Le rôle « {role} » n’existe pas.",
		.en = "The role \"{role}\" does not exist.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *role = clair_attr(node, CLAIR_ATTR_ROLE);
	struct clair_finding *finding;
	struct rule_token token;

	if (role == NULL || rule_blank(role) || !clair_exposed(ctx, node))
		return CLAIR_INAPPLICABLE;
	token = (struct rule_token){role, 0};
	while (rule_next_token(&token)) {
		if (rule_role_exists(&token))
			return CLAIR_PASS;
	}
	finding = clair_report_attr(ctx, node, CLAIR_ATTR_ROLE, UNKNOWN);
	clair_arg(finding, "role", role);
	clair_fix_remove_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_ROLE);
	return CLAIR_FAIL;
}

CLAIR_RULE(scripts_role_valid) = {
	.id = "scripts/role-valid",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_all = true, /* any element may have a role attribute */
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("674b10"),
	.title = {
		.fr = "L’attribut role nomme un rôle qui existe",
		.en = "The role attribute names a role that exists",
	},
	.why = {
		.fr = "Un rôle mal écrit est ignoré : le composant n’est pas annoncé pour ce "
		    "qu’il est.",
		.en = "A misspelt role is ignored: the widget is not announced for what it is.",
	},
	.remedy = {
		.fr = "Corriger le nom du rôle, ou retirer l’attribut.",
		.en = "Correct the name of the role, or remove the attribute.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
