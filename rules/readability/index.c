/* The text is easy to read by the French measure of Kandel and Moles. */
#include "clairlint/rule.h"

enum { HARD };

static const struct clair_message messages[] = {
	[HARD] = {
		.key = "hard",
		.fr = "Indice de lecture : {score} sur 100. Le minimum conseillé est {min}. Les phrases ont {words} mots en moyenne.",
		.en = "Reading index: {score} out of 100. The advised minimum is {min}. Sentences have {words} words on average.",
	},
};

/* One digit after the point is all that the measure is worth. */
static double
rounded(double value)
{
	return (double)(long)(value * 10 + (value < 0 ? -0.5 : 0.5)) / 10;
}

static void
keep_measures(struct clair_ctx *ctx, const struct clair_readability *text)
{
	clair_measure(ctx, "words", text->words);
	clair_measure(ctx, "sentences", text->sentences);
	clair_measure(ctx, "words_per_sentence", rounded(text->words_per_sentence));
	clair_measure(ctx, "syllables_per_word", rounded(text->syllables_per_word));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double min = clair_threshold(ctx, "lisibilite.kandel_moles.min");
	const struct clair_readability *text = clair_readability(ctx);
	struct clair_finding *finding;

	if (text->words == 0)
		return CLAIR_INAPPLICABLE;
	keep_measures(ctx, text);
	if (text->words < clair_threshold(ctx, "lisibilite.mots.min"))
		return clair_untested(ctx, CLAIR_WHY_TOO_SHORT);
	clair_measure(ctx, "kandel_moles", rounded(text->kandel_moles));
	if (text->kandel_moles >= min)
		return CLAIR_PASS;
	finding = clair_report_page(ctx, HARD);
	clair_arg_num(finding, "score", rounded(text->kandel_moles < 0 ? 0 : text->kandel_moles));
	clair_arg_num(finding, "min", min);
	clair_arg_num(finding, "words", rounded(text->words_per_sentence));
	return CLAIR_FAIL;
}

CLAIR_RULE(readability_index) = {
	.id = "readability/index",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_text = true,
	.needs = CLAIR_IDS("S-013", "S-014"),
	.thresholds = CLAIR_IDS("lisibilite.kandel_moles.min", "lisibilite.mots.min"),
	.title = {
		.fr = "Le texte de la page se lit facilement",
		.en = "The text of the page is easy to read",
	},
	.why = {
		.fr = "Un texte difficile écarte les personnes qui lisent peu, et fatigue tout le monde.",
		.en = "A hard text shuts out people who read little, and tires everybody.",
	},
	.remedy = {
		.fr = "Faire des phrases plus courtes. Choisir des mots courts et courants.",
		.en = "Make shorter sentences. Choose short and common words.",
	},
	.limits = {
		.fr = "L’indice de Kandel et Moles compte les mots et les syllabes. Il ne comprend pas le sens.",
		.en = "The index of Kandel and Moles counts words and syllables. It does not understand the meaning.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
