/* A group of boxes or buttons offers a number of choices that can be kept in mind. */
#include "rules/common/choices.h"

enum { MANY, MANY_UNNAMED };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "Le groupe « {name} » demande de choisir parmi {count} cases. Le maximum conseillé est {max}.",
		.en = "The group “{name}” asks to choose among {count} boxes. The advised maximum is {max}.",
	},
	[MANY_UNNAMED] = {
		.key = "many-unnamed",
		.fr = "Ce groupe demande de choisir parmi {count} cases. Le maximum conseillé est {max}.",
		.en = "This group asks to choose among {count} boxes. The advised maximum is {max}.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *group)
{
	const struct clair_kinds offered = CLAIR_KINDS(CLAIR_ROLE_RADIO, CLAIR_ROLE_CHECKBOX);
	const struct clair_kinds groups = CLAIR_KINDS(CLAIR_ROLE_GROUP, CLAIR_ROLE_RADIOGROUP);
	const double max = clair_threshold(ctx, "cognition.choix.max");
	const uint32_t choices = rule_count_choices(ctx, group, offered, groups);
	struct clair_finding *finding;

	if (choices == 0)
		return CLAIR_INAPPLICABLE;
	if (choices <= max)
		return CLAIR_PASS;
	finding = clair_report(ctx, group, clair_name(ctx, group)[0] == '\0' ? MANY_UNNAMED : MANY);
	clair_arg(finding, "name", clair_name(ctx, group));
	clair_arg_num(finding, "count", choices);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(cognition_too_many_choices) = {
	.id = "cognition/too-many-choices",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_GROUP, CLAIR_ROLE_RADIOGROUP),
	.falc = CLAIR_IDS("E13"),
	.needs = CLAIR_IDS("S-044"),
	.thresholds = CLAIR_IDS("cognition.choix.max"),
	.title = {
		.fr = "Un groupe de cases offre peu de choix",
		.en = "A group of boxes offers few choices",
	},
	.why = {
		.fr = "On retient mal plus de sept éléments. Au-delà, on choisit au hasard ou on s’arrête.",
		.en = "More than seven items are hard to remember. Past that, people choose at random or stop.",
	},
	.remedy = {
		.fr = "Séparer en plusieurs questions simples, ou ranger les choix en groupes.",
		.en = "Split into several simple questions, or sort the choices in groups.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
