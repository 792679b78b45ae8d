/* People type each fact once. */
#include "clairlint/rule.h"

enum { AGAIN, SAME };

static const struct clair_message messages[] = {
	[AGAIN] = {
		.key = "again",
		.fr = "« {name} » semble demander une seconde fois la même information. Vérifier que c’est utile.",
		.en = "“{name}” seems to ask for the same fact a second time. Check that it is of use.",
	},
	[SAME] = {
		.key = "same",
		.fr = "« {name} » et « {other} » demandent la même information (autocomplete=\"{value}\"). Vérifier que c’est utile.",
		.en = "“{name}” and “{other}” ask for the same fact (autocomplete=\"{value}\"). Check that it is of use.",
	},
};

/* A password typed twice is safer: WCAG excepts it. */
static bool
is_typed(struct clair_ctx *ctx, const struct clair_node *field)
{
	return clair_is_field(ctx, field) && clair_visible(ctx, field) &&
	    !clair_attr_is(field, CLAIR_ATTR_TYPE, "password") &&
	    !clair_attr_is(field, CLAIR_ATTR_TYPE, "checkbox") &&
	    !clair_attr_is(field, CLAIR_ATTR_TYPE, "radio") &&
	    !clair_has_attr(field, CLAIR_ATTR_READONLY) && !clair_has_attr(field, CLAIR_ATTR_DISABLED);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	const struct clair_node *before = clair_field_asked_before(ctx, field);
	struct clair_finding *finding;

	if (!is_typed(ctx, field))
		return CLAIR_INAPPLICABLE;
	if (clair_matches(ctx, "entry-again", clair_name(ctx, field))) {
		finding = clair_review(ctx, field, AGAIN);
	} else if (before != NULL) {
		finding = clair_review_attr(ctx, field, CLAIR_ATTR_AUTOCOMPLETE, SAME);
		clair_arg(finding, "other", clair_name(ctx, before));
		clair_arg(finding, "value", clair_attr(field, CLAIR_ATTR_AUTOCOMPLETE));
	} else {
		return CLAIR_PASS;
	}
	clair_arg(finding, "name", clair_name(ctx, field));
	return CLAIR_REVIEW;
}

CLAIR_RULE(wcag22_redundant_entry) = {
	.id = "wcag22/redundant-entry",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_MOTOR | CLAIR_ELDERLY,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT),
	.wcag = CLAIR_IDS("3.3.7"),
	.needs = CLAIR_IDS("S-068", "S-087"),
	.title = {
		.fr = "Chaque information se tape une seule fois",
		.en = "Each fact is typed once only",
	},
	.why = {
		.fr = "Taper deux fois la même chose fatigue et multiplie les fautes de frappe.",
		.en = "To type the same thing twice is tiring, and makes more mistakes.",
	},
	.remedy = {
		.fr = "Retirer le second champ, ou le remplir avec ce qui a été tapé dans le premier.",
		.en = "Remove the second field, or fill it with what was typed in the first one.",
	},
	.limits = {
		.fr = "La règle ne voit qu’une page à la fois. La sécurité peut demander de taper deux fois.",
		.en = "The rule sees one page at a time. Safety may call for typing twice.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
