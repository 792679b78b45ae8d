/* A page for people who come from elsewhere leads to other languages. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_LANGUAGE };

static const struct clair_message messages[] = {
	[NO_LANGUAGE] = {
		.key = "no-language",
		.fr = "Cette page s’adresse à des personnes venues d’ailleurs (« {text} »). Elle ne semble mener à aucune autre langue ni à une aide pour apprendre le français.",
		.en = "This page speaks to people who come from elsewhere (“{text}”). It does not seem to lead to another language, nor to help to learn French.",
	},
};

static bool
leads_to_language(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_LINK); i++) {
		const char *code = clair_attr(clair_tag_at(ctx, CLAIR_TAG_LINK, i), CLAIR_ATTR_HREFLANG);

		if (!rule_blank(code) && !rule_starts_with(code, "fr") && !rule_same(code, "x-default"))
			return true;
	}
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);
		const char *code = clair_attr(link, CLAIR_ATTR_HREFLANG);

		if ((!rule_blank(code) && !rule_starts_with(code, "fr")) ||
		    clair_lookup(ctx, "noms-langues", clair_name(ctx, link)) != NULL ||
		    clair_matches(ctx, "language-help", clair_name(ctx, link)))
			return true;
	}
	return false;
}

static bool
has_language_help(struct clair_ctx *ctx)
{
	return clair_block_saying(ctx, "language-help", false) != NULL || leads_to_language(ctx);
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *heading = clair_heading(ctx, 0);
	struct clair_finding *finding;

	if (!clair_page_in_french(ctx) || heading == NULL ||
	    !clair_matches(ctx, "newcomers", clair_name(ctx, heading)))
		return CLAIR_INAPPLICABLE;
	if (has_language_help(ctx))
		return CLAIR_PASS;
	finding = clair_review(ctx, heading, NO_LANGUAGE);
	clair_arg(finding, "text", clair_name(ctx, heading));
	return CLAIR_REVIEW;
}

CLAIR_RULE(language_newcomers_untold) = {
	.id = "language/newcomers-untold",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_NEWCOMER | CLAIR_LOW_LITERACY,
	.needs = CLAIR_IDS("S-146", "S-150"),
	.title = {
		.fr = "Une page pour des personnes venues d’ailleurs mène à d’autres langues",
		.en = "A page for people who come from elsewhere leads to other languages",
	},
	.why = {
		.fr = "Qui ne lit pas encore le français ne peut pas suivre seul ces démarches.",
		.en = "People who do not read French yet cannot go through these procedures alone.",
	},
	.remedy = {
		.fr = "Traduire l’essentiel dans les langues des personnes. Donner l’adresse d’un interprète et de cours de français.",
		.en = "Translate the main points into the languages of the people. Give the address of an interpreter and of French lessons.",
	},
	.limits = {
		.fr = "La règle reconnaît ces pages par leur premier titre. Un script peut ajouter un choix de langue.",
		.en = "The rule knows these pages by their first heading. A script may add a choice of languages.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
