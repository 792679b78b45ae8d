/* Fields with the same function have the same label. */
#include "clairlint/rule.h"
#include "rules/common/outcome.h"

enum { DIFFERS };

static const struct clair_message messages[] = {
	[DIFFERS] = {
		.key = "differs",
		.each = true,
		.fr = "Ce champ a pour étiquette « {name} ». Un autre, qui demande la même chose, a "
		    "« {other} » : vérifier qu’on les reconnaît.",
		.en = "The label of this field is \"{name}\". Another one of the page asks the same and "
		    "has \"{other}\": check that they are recognised.",
	},
};

enum { INPUT_LIMIT = 300 };
enum kind { EMAIL, SEARCH, PHONE, KINDS };

/* What a field asks, by its type alone; KINDS when that says nothing. */
static enum kind
kind_of(const struct clair_node *field)
{
	if (clair_attr_is(field, CLAIR_ATTR_TYPE, "email"))
		return EMAIL;
	if (clair_attr_is(field, CLAIR_ATTR_TYPE, "search"))
		return SEARCH;
	return clair_attr_is(field, CLAIR_ATTR_TYPE, "tel") ? PHONE : KINDS;
}

static bool
same_label(struct clair_ctx *ctx, const struct clair_node *a, const struct clair_node *b)
{
	return clair_words_contain(ctx, clair_name(ctx, a), clair_name(ctx, b)) ||
	    clair_words_contain(ctx, clair_name(ctx, b), clair_name(ctx, a));
}

static enum clair_outcome
compare(struct clair_ctx *ctx, const struct clair_node *first, const struct clair_node *field)
{
	struct clair_finding *finding;

	/* Two fields of one form are two questions: a phone at home, a phone at work. */
	if (clair_closest(first, CLAIR_TAG_FORM) == clair_closest(field, CLAIR_TAG_FORM))
		return CLAIR_INAPPLICABLE;
	if (same_label(ctx, first, field))
		return CLAIR_PASS;
	finding = clair_review(ctx, field, DIFFERS);
	clair_arg(finding, "name", clair_name(ctx, field));
	clair_arg(finding, "other", clair_name(ctx, first));
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *firsts[KINDS + 1] = {NULL};
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;
	size_t count = clair_tag_count(ctx, CLAIR_TAG_INPUT);

	for (size_t i = 0; i < count && i < INPUT_LIMIT; i++) {
		const struct clair_node *field = clair_tag_at(ctx, CLAIR_TAG_INPUT, i);
		enum kind kind = kind_of(field);

		if (kind == KINDS || !clair_exposed(ctx, field) || clair_name(ctx, field)[0] == '\0')
			continue;
		if (firsts[kind] == NULL)
			firsts[kind] = field;
		else
			outcome = rule_worse(outcome, compare(ctx, firsts[kind], field));
	}
	return outcome;
}

CLAIR_RULE(forms_label_consistency) = {
	.id = "forms/label-consistency",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_BLIND,
	.rgaa = CLAIR_IDS("11.3.1"),
	.wcag = CLAIR_IDS("3.2.4"),
	.title = {
		.fr = "Deux champs qui demandent la même chose ont la même étiquette",
		.en = "Two fields that ask the same have the same label",
	},
	.why = {
		.fr = "Deux noms pour une même chose font croire à deux choses.",
		.en = "Two names for one thing look like two things.",
	},
	.remedy = {
		.fr = "Employer les mêmes mots dans les deux étiquettes.",
		.en = "Use the same words in both labels.",
	},
	.limits = {
		.fr = "Seuls les champs de types email, search et tel sont comparés.",
		.en = "Only fields of the types email, search and tel are compared.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
