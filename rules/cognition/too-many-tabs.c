/* A row of tabs offers a number of choices that can be kept in mind. */
#include "rules/common/choices.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "Cette rangée a {count} onglets. Le maximum conseillé est {max}.",
		.en = "This row has {count} tabs. The advised maximum is {max}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *list)
{
	const struct clair_kinds offered = CLAIR_KINDS(CLAIR_ROLE_TAB);
	const struct clair_kinds groups = CLAIR_KINDS(CLAIR_ROLE_TABLIST);
	const double max = clair_threshold(ctx, "cognition.choix.max");
	const uint32_t tabs = rule_count_choices(ctx, list, offered, groups);
	struct clair_finding *finding;

	if (tabs == 0)
		return CLAIR_INAPPLICABLE;
	if (tabs <= max)
		return CLAIR_PASS;
	finding = clair_report(ctx, list, MANY);
	clair_arg_num(finding, "count", tabs);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(cognition_too_many_tabs) = {
	.id = "cognition/too-many-tabs",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_TABLIST),
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-044"),
	.thresholds = CLAIR_IDS("cognition.choix.max"),
	.title = {
		.fr = "Une rangée d’onglets offre peu de choix",
		.en = "A row of tabs offers few choices",
	},
	.why = {
		.fr = "On retient mal plus de sept éléments. Les derniers onglets ne sont pas lus, et leur contenu est perdu.",
		.en = "More than seven items are hard to remember. The last tabs are not read, and their content is lost.",
	},
	.remedy = {
		.fr = "Réunir des onglets, ou en faire des pages avec leur menu.",
		.en = "Join tabs, or make pages of them with a menu.",
	},
	.limits = {
		.fr = "La règle voit les onglets qui ont un rôle (tablist, tab).",
		.en = "The rule sees tabs that have a role (tablist, tab).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
