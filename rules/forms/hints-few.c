/* Most fields that people type in have a hint or an example. */
#include "rules/common/journey.h"

enum { NONE };

static const struct clair_message messages[] = {
	[NONE] = {
		.key = "none",
		.fr = "Aucun des {count} champs à écrire de ce formulaire n’a d’indication ni d’exemple.",
		.en = "None of the {count} fields to type in this form has a hint or an example.",
	},
};

static bool
has_hint(struct clair_ctx *ctx, const struct clair_node *field)
{
	const char *placeholder = clair_attr(field, CLAIR_ATTR_PLACEHOLDER);

	return clair_description(ctx, field)[0] != '\0' || (placeholder != NULL && placeholder[0] != '\0') || clair_matches(ctx, "format-hint", clair_name(ctx, field)) ||
	    clair_matches(ctx, "where-to-find", clair_name(ctx, field));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_form *form = rule_is_task(ctx) ? rule_main_form(ctx) : NULL;
	unsigned count = 0;
	unsigned hinted = 0;

	for (size_t i = 0; form != NULL && i < clair_entry_count(ctx); i++) {
		const struct clair_entry *entry = clair_entry_at(ctx, i);

		if (entry->form != form || !rule_is_typed(entry->field))
			continue;
		count++;
		hinted += has_hint(ctx, entry->field);
	}
	if (count < clair_threshold(ctx, "formulaires.indications.champs"))
		return CLAIR_INAPPLICABLE;
	clair_measure(ctx, "fields_hinted", (double)hinted / count);
	if (hinted > 0)
		return CLAIR_PASS;
	clair_arg_num(clair_review(ctx, form->node, NONE), "count", count);
	return CLAIR_REVIEW;
}

CLAIR_RULE(forms_hints_few) = {
	.id = "forms/hints-few",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-091"),
	.thresholds = CLAIR_IDS("formulaires.indications.champs"),
	.title = {
		.fr = "Les champs à écrire ont une indication ou un exemple",
		.en = "Fields to type in have a hint or an example",
	},
	.why = {
		.fr = "Une étiquette seule ne dit pas ce qu’on attend. On devine, on se trompe, on recommence.",
		.en = "A label alone does not tell what is wanted. People guess, are wrong, start again.",
	},
	.remedy = {
		.fr = "Ajouter un exemple sous les champs difficiles, relié par aria-describedby.",
		.en = "Add an example under the hard fields, tied by aria-describedby.",
	},
	.limits = {
		.fr = "La règle ne parle que si aucun champ n’a d’indication reliée ou écrite dans l’étiquette.",
		.en = "The rule only speaks when no field has a hint that is tied to it or written in its label.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
