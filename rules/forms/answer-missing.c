/* A required choice has an answer for those who fit no box. */
#include "rules/common/journey.h"

enum { NO_OTHER };

static const struct clair_message messages[] = {
	[NO_OTHER] = {
		.key = "no-other",
		.each = true,
		.fr = "« {name} » oblige à choisir, et ni « Autre » ni « Je ne sais pas » n’a été trouvé parmi les "
		    "réponses.",
		.en = "“{name}” obliges people to choose, and neither “Other” nor “I do not know” was found among the "
		    "answers.",
	},
};

enum { CHOICES = 3 /* two answers and what is shown first */ };

static bool
has_own_answer(struct clair_ctx *ctx, const struct clair_node *select, unsigned *count)
{
	const struct clair_node *node = select;

	*count = 0;
	while ((node = clair_next_inside(select, node)) != NULL) {
		if (clair_tag(node) != CLAIR_TAG_OPTION)
			continue;
		if (clair_matches(ctx, "own-answer", clair_text_content(ctx, node)))
			return true;
		++*count;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	for (size_t i = 0; clair_page_in_french(ctx) && i < clair_entry_count(ctx); i++) {
		const struct clair_entry *entry = clair_entry_at(ctx, i);
		unsigned count;

		if (clair_tag(entry->field) != CLAIR_TAG_SELECT || !entry->required ||
		    !clair_matches(ctx, "answer-of-people", clair_name(ctx, entry->field)))
			continue;
		if (has_own_answer(ctx, entry->field, &count) || count < CHOICES) {
			outcome = outcome == CLAIR_INAPPLICABLE ? CLAIR_PASS : outcome;
			continue;
		}
		clair_arg(clair_review(ctx, entry->field, NO_OTHER), "name", clair_name(ctx, entry->field));
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(forms_answer_missing) = {
	.id = "forms/answer-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-096"),
	.title = {
		.fr = "Un choix obligatoire laisse une réponse à qui n’entre dans aucune case",
		.en = "A required choice leaves an answer to those who fit no box",
	},
	.why = {
		.fr = "Une situation qui n’est pas prévue bloque la démarche, ou fait mentir.",
		.en = "A situation that was not thought of stops the procedure, or has people lie.",
	},
	.remedy = {
		.fr = "Ajouter « Autre », « Je ne sais pas » ou « Ma situation n’est pas dans la liste », avec un champ "
		    "libre.",
		.en = "Add “Other”, “I do not know” or “My situation is not in the list”, with a free field.",
	},
	.limits = {
		.fr = "La règle ne juge que les listes déroulantes obligatoires qui parlent de la personne : situation, "
		    "civilité, pièce d’identité…",
		.en = "The rule only judges required lists that speak of the person: situation, title, identity "
		    "document…",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
