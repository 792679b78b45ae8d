/* Radio buttons of one question are grouped. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_GROUP, ALONE };

static const struct clair_message messages[] = {
	[NO_GROUP] = {
		.key = "no-group",
		.fr = "Les boutons radio « {name} » ne sont pas dans un groupe (fieldset) : "
		    "vérifier que la question est reliée.",
		.en = "The radio buttons \"{name}\" are not in a group (fieldset): check that "
		    "the question is tied to them.",
	},
	[ALONE] = {
		.key = "alone",
		.fr = "La réponse « {answer} » n’est reliée à aucune question : les boutons radio « {name} » ne "
		    "sont pas dans un groupe (fieldset).",
		.en = "The answer \"{answer}\" is tied to no question: the radio buttons \"{name}\" are not in "
		    "a group (fieldset).",
	},
};

enum { INPUT_LIMIT = 300 };

/* The first of several radio buttons with its name. */
static bool
starts_group(struct clair_ctx *ctx, const struct clair_node *radio, const char *name)
{
	size_t count = clair_tag_count(ctx, CLAIR_TAG_INPUT);
	bool met = false;

	for (size_t i = 0; i < count && i < INPUT_LIMIT; i++) {
		const struct clair_node *other = clair_tag_at(ctx, CLAIR_TAG_INPUT, i);
		const char *other_name = clair_attr(other, CLAIR_ATTR_NAME);

		if (other == radio) {
			met = true;
			continue;
		}
		if (other_name != NULL && clair_attr_is(other, CLAIR_ATTR_TYPE, "radio") &&
		    rule_same(other_name, name))
			return met;
	}
	return false;
}

static bool
is_grouped(struct clair_ctx *ctx, const struct clair_node *radio)
{
	return clair_closest(radio, CLAIR_TAG_FIELDSET) != NULL ||
	    clair_closest_role(ctx, radio, CLAIR_ROLE_GROUP) != NULL ||
	    clair_closest_role(ctx, radio, CLAIR_ROLE_RADIOGROUP) != NULL;
}

/* The header of a row may ask the question. */
static bool
is_in_data_table(struct clair_ctx *ctx, const struct clair_node *radio)
{
	const struct clair_node *table = clair_closest(radio, CLAIR_TAG_TABLE);

	return table != NULL && clair_table_use(ctx, table) != CLAIR_TABLE_LAYOUT;
}

/* The name is an answer that says nothing without its question, and nothing else tells the question. */
static bool
answers_alone(struct clair_ctx *ctx, const struct clair_node *radio)
{
	return !is_in_data_table(ctx, radio) &&
	    clair_matches(ctx, "answer-alone", clair_name(ctx, radio)) &&
	    rule_blank(clair_description(ctx, radio));
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *radio)
{
	const char *name = clair_attr(radio, CLAIR_ATTR_NAME);

	if (!clair_attr_is(radio, CLAIR_ATTR_TYPE, "radio") || name == NULL || rule_blank(name) ||
	    !clair_exposed(ctx, radio) || !starts_group(ctx, radio, name))
		return CLAIR_INAPPLICABLE;
	if (is_grouped(ctx, radio))
		return CLAIR_PASS;

	if (answers_alone(ctx, radio)) {
		struct clair_finding *finding = clair_report(ctx, radio, ALONE);

		clair_arg(finding, "answer", clair_name(ctx, radio));
		clair_arg(finding, "name", name);
		return CLAIR_FAIL;
	}
	clair_arg(clair_review(ctx, radio, NO_GROUP), "name", name);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_group_missing) = {
	.id = "forms/group-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT),
	.rgaa = CLAIR_IDS("11.5.1"),
	.wcag = CLAIR_IDS("1.3.1", "3.3.2"),
	.needs = CLAIR_IDS("S-057"),
	.title = {
		.fr = "Les boutons radio d’une même question sont regroupés",
		.en = "Radio buttons of one question are grouped",
	},
	.why = {
		.fr = "Sans groupe, on entend « oui » ou « non » sans la question.",
		.en = "Without a group, one hears \"yes\" or \"no\" without the question.",
	},
	.remedy = {
		.fr = "Entourer les boutons d’un fieldset avec une legend qui pose la question.",
		.en = "Put a fieldset with a legend that asks the question around the buttons.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
