/* Long lists of choices and their groups, to be read by a person. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { UNGROUPED, GROUP };

static const struct clair_message messages[] = {
	[UNGROUPED] = {
		.key = "ungrouped",
		.fr = "Cette liste a {count} choix et aucun groupe. Y a-t-il des choix de même nature à "
		    "réunir sous un titre (optgroup) ?",
		.en = "This list has {count} choices and no group. Are there choices of one kind to put "
		    "under one title (optgroup)?",
		.rgaa = CLAIR_IDS("11.8.1"),
	},
	[GROUP] = {
		.key = "group",
		.fr = "Ce groupe de choix a pour titre « {name} ». Dit-il ce que ces choix ont en commun "
		    "?",
		.en = "The title of this group of choices is \"{name}\". Does it say what these choices "
		    "have in common?",
		.rgaa = CLAIR_IDS("11.8.3"),
	},
};

/* Choices straight in the list, 0 when it has groups. Figures, such as years, have an order of their own. */
static double
count_loose(struct clair_ctx *ctx, const struct clair_node *list)
{
	const struct clair_node *last = NULL;
	double count = 0;

	for (const struct clair_node *child = clair_first_child(list); child != NULL;
	     child = clair_next_sibling(child)) {
		if (clair_tag(child) == CLAIR_TAG_OPTGROUP)
			return 0;
		if (clair_tag(child) == CLAIR_TAG_OPTION) {
			count++;
			last = child;
		}
	}
	if (last != NULL && clair_matches(ctx, "starts-with-figure", clair_text_content(ctx, last)))
		return 0;
	return count;
}

static enum clair_outcome
check_group(struct clair_ctx *ctx, const struct clair_node *group)
{
	const char *label = clair_attr(group, CLAIR_ATTR_LABEL);

	if (rule_blank(label))
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review_attr(ctx, group, CLAIR_ATTR_LABEL, GROUP), "name", label);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	double count;

	if (!clair_exposed(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (clair_tag(node) == CLAIR_TAG_OPTGROUP)
		return check_group(ctx, node);
	count = count_loose(ctx, node);
	if (count <= clair_threshold(ctx, "cognition.options.max"))
		return CLAIR_INAPPLICABLE;

	clair_arg_num(clair_review(ctx, node, UNGROUPED), "count", count);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_options_grouped) = {
	.id = "forms/options-grouped",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_BLIND | CLAIR_MOTOR,
	.audit = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_SELECT, CLAIR_TAG_OPTGROUP),
	.rgaa = CLAIR_IDS("11.8.1", "11.8.3"),
	.wcag = CLAIR_IDS("1.3.1"),
	.thresholds = CLAIR_IDS("cognition.options.max"),
	.title = {
		.fr = "Les choix d’une longue liste sont réunis par nature",
		.en = "The choices of a long list are put together by kind",
	},
	.why = {
		.fr = "Une longue liste se parcourt choix par choix : des groupes titrés font gagner du "
		    "temps.",
		.en = "A long list is gone through choice by choice: groups with titles save time.",
	},
	.remedy = {
		.fr = "Réunir les choix de même nature dans optgroup, avec un label clair.",
		.en = "Put the choices of one kind in optgroup, with a clear label.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
