/* One main action stands out in the content. */
#include "clairlint/rule.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "La page a {count} boutons mis en avant. Le maximum conseillé est {max} : on ne sait plus lequel prendre.",
		.en = "The page has {count} highlighted buttons. The advised maximum is {max}: people cannot tell which to take.",
	},
};

static bool
stands_out(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *classes = clair_attr(node, CLAIR_ATTR_CLASS);

	return classes != NULL && clair_matches(ctx, "main-button-class", classes) &&
	    !clair_matches(ctx, "secondary-button-class", classes) && clair_visible(ctx, node) &&
	    clair_region(ctx, node) == CLAIR_IN_MAIN;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_A, CLAIR_TAG_BUTTON, CLAIR_TAG_INPUT};
	const double max = clair_threshold(ctx, "cognition.appels.max");
	const struct clair_node *first = NULL;
	struct clair_finding *finding;
	uint32_t count = 0;

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *node = clair_tag_at(ctx, tags[t], i);

			if (stands_out(ctx, node) && count++ == 0)
				first = node;
		}
	}
	if (count == 0)
		return CLAIR_INAPPLICABLE;
	if (count <= max)
		return CLAIR_PASS;
	finding = clair_report(ctx, first, MANY);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(cognition_too_many_actions) = {
	.id = "cognition/too-many-actions",
	.since = "0.1",
	.maturity = CLAIR_EXPERIMENTAL,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.falc = CLAIR_IDS("E13"),
	.thresholds = CLAIR_IDS("cognition.appels.max"),
	.title = {
		.fr = "Une page met en avant peu d’actions",
		.en = "A page highlights few actions",
	},
	.why = {
		.fr = "Quand tout est mis en avant, rien ne l’est. On hésite, on se trompe, on part.",
		.en = "When everything stands out, nothing does. People hesitate, make mistakes and leave.",
	},
	.remedy = {
		.fr = "Garder un seul bouton principal. Présenter les autres actions comme de simples liens.",
		.en = "Keep one main button. Present the other actions as plain links.",
	},
	.limits = {
		.fr = "La règle reconnaît les boutons principaux à leur classe (DSFR, Bootstrap).",
		.en = "The rule knows main buttons by their class (DSFR, Bootstrap).",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
