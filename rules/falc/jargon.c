/* A plain word stands in the place of an administrative one. */
#include "clairlint/rule.h"

enum { PLAIN };

static const struct clair_message messages[] = {
	[PLAIN] = {
		.key = "plain-word",
		.fr = "« {expression} » est un mot d’administration. On peut dire : {plain}.",
		.en = "“{expression}” is an administrative word. One may say: {plain}.",
	},
};

/* The words as written, for the message. */
static void
report(struct clair_ctx *ctx, const struct clair_word *first, const struct clair_word *last,
    const char *plain)
{
	struct clair_finding *finding = clair_report_words(ctx, first, last, PLAIN);

	clair_arg(finding, "expression", clair_words_text(ctx, first, last));
	clair_arg(finding, "plain", plain);
	clair_fix_text(finding, CLAIR_CHOICE, plain);
}

static enum clair_outcome
check_sentence(struct clair_ctx *ctx, const struct clair_sentence *sentence)
{
	const struct clair_word *word = NULL;
	enum clair_outcome outcome = CLAIR_PASS;

	while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
		const char *plain;
		const struct clair_word *last =
		    clair_expression(ctx, "administratif", sentence, word, &plain);

		if (last == NULL)
			continue;
		report(ctx, word, last, plain);
		outcome = CLAIR_FAIL;
		word = last;
	}
	return outcome;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL) {
		enum clair_outcome one = check_sentence(ctx, sentence);

		if (outcome != CLAIR_FAIL)
			outcome = one;
	}
	return outcome;
}

CLAIR_RULE(falc_jargon) = {
	.id = "falc/jargon",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_LABEL) | CLAIR_BLOCKS(CLAIR_BLOCK_BUTTON),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("G06", "G07"),
	.needs = CLAIR_IDS("S-015"),
	.title = {
		.fr = "Les mots sont ceux de tous les jours",
		.en = "The words are those of everyday life",
	},
	.why = {
		.fr = "Un mot d’administration arrête la lecture. Certaines personnes croient que la page n’est pas pour elles.",
		.en = "An administrative word stops reading. Some people think that the page is not for them.",
	},
	.remedy = {
		.fr = "Prendre le mot proposé, s’il dit bien la même chose ici.",
		.en = "Take the word proposed, if it says the same thing here.",
	},
	.limits = {
		.fr = "La règle connaît une liste de mots. Elle ne sait pas si le mot est expliqué plus loin.",
		.en = "The rule knows a list of words. It cannot tell whether the word is explained further on.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
