/* A form with many fields has them in groups, each with a title. */
#include "rules/common/journey.h"

enum { UNGROUPED };

static const struct clair_message messages[] = {
	[UNGROUPED] = {
		.key = "ungrouped",
		.fr = "Les {count} champs de ce formulaire se suivent sans groupe ni titre. Au-delà de {max}, il en "
		    "faut.",
		.en = "The {count} fields of this form follow one another without group or title. Past {max}, it takes "
		    "some.",
	},
};

static bool
parts_fields(struct clair_ctx *ctx, const struct clair_node *node)
{
	switch (clair_tag(node)) {
	case CLAIR_TAG_FIELDSET:
	case CLAIR_TAG_LEGEND:
	case CLAIR_TAG_DETAILS:
	case CLAIR_TAG_SECTION:
		return true;
	default:
		return clair_heading_level(ctx, node) != 0 || clair_role(ctx, node) == CLAIR_ROLE_GROUP;
	}
}

static bool
has_groups(struct clair_ctx *ctx, const struct clair_node *form)
{
	for (const struct clair_node *node = clair_next_inside(form, form); node != NULL; node = clair_next_inside(form, node))
		if (parts_fields(ctx, node))
			return true;
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "formulaires.groupes.champs");
	const struct clair_form *form = rule_main_form(ctx);
	struct clair_finding *finding;

	if (form == NULL || !clair_page_in_french(ctx) || form->fields <= max || !clair_visible(ctx, form->node))
		return CLAIR_INAPPLICABLE;
	if (has_groups(ctx, form->node))
		return CLAIR_PASS;
	finding = clair_report(ctx, form->node, UNGROUPED);
	clair_arg_num(finding, "count", form->fields);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(forms_fields_ungrouped) = {
	.id = "forms/fields-ungrouped",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-057"),
	.thresholds = CLAIR_IDS("formulaires.groupes.champs"),
	.title = {
		.fr = "Les champs d’un long formulaire sont en groupes qui ont un titre",
		.en = "The fields of a long form are in groups with a title",
	},
	.why = {
		.fr = "Une suite de champs sans repère décourage. On ne sait ni où on en est, ni ce qui reste.",
		.en = "A run of fields without landmarks discourages. People cannot tell where they are, nor what is "
		    "left.",
	},
	.remedy = {
		.fr = "Mettre les champs qui vont ensemble dans un fieldset, avec un legend : « Votre identité », « Vos "
		    "coordonnées ».",
		.en = "Put fields that go together in a fieldset with a legend: “Who you are”, “How to reach you”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
