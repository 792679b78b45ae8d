/* A long text has headings. */
#include "clairlint/rule.h"

enum { FEW };

static const struct clair_message messages[] = {
	[FEW] = {
		.key = "few",
		.fr = "La page a {words} mots pour {count} {count|titre|titres}. Il faut un titre pour {max} mots environ.",
		.en = "The page has {words} words for {count} {count|heading|headings}. One heading for about {max} words is needed.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "lisibilite.section.mots.max");
	const struct clair_readability *text = clair_readability(ctx);
	struct clair_finding *finding;
	uint32_t headings = 0;

	if (text->words == 0)
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		if (clair_region(ctx, clair_heading(ctx, i)) == CLAIR_IN_MAIN)
			headings++;
	}
	if (text->words <= max * (headings + 1))
		return CLAIR_PASS;
	finding = clair_report_page(ctx, FEW);
	clair_arg_num(finding, "words", text->words);
	clair_arg_num(finding, "count", headings);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(readability_few_headings) = {
	.id = "readability/few-headings",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_BLIND,
	.on_text = true,
	.needs = CLAIR_IDS("S-012"),
	.falc = CLAIR_IDS("W27"),
	.thresholds = CLAIR_IDS("lisibilite.section.mots.max"),
	.title = {
		.fr = "Des titres découpent le texte",
		.en = "Headings cut the text into parts",
	},
	.why = {
		.fr = "Les titres disent ce qui vient. Sans eux, il faut tout lire pour trouver.",
		.en = "Headings say what comes next. Without them, people have to read everything to find.",
	},
	.remedy = {
		.fr = "Ajouter un titre à chaque partie, avec les mots que les gens cherchent.",
		.en = "Add a heading to each part, with the words that people look for.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
