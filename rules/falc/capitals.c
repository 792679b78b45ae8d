/* Words are not written in capitals only. */
#include "clairlint/rule.h"

enum { CAPITALS };

static const struct clair_message messages[] = {
	[CAPITALS] = {
		.key = "capitals",
		.fr = "Ces mots sont tout en majuscules : « {text} ».",
		.en = "These words are all in capitals: “{text}”.",
	},
};

/* The last of the words in capitals that follow each other from `first`. */
static const struct clair_word *
run_of_capitals(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_word *first, uint32_t *words)
{
	const struct clair_word *last = first;
	const struct clair_word *word = first;

	*words = 1;
	while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
		if ((clair_word_flags(word) & CLAIR_WORD_ALL_CAPS) != 0) {
			last = word;
			(*words)++;
		} else if ((clair_word_flags(word) & CLAIR_WORD_CAPITALIZED) == 0) {
			/* One letter in a row of capitals (« À », « D’ ») does not end it. */
			break;
		}
	}
	return last;
}

static enum clair_outcome
check_sentence(struct clair_ctx *ctx, const struct clair_sentence *sentence)
{
	const double min = clair_threshold(ctx, "falc.majuscules.mots.min");
	const struct clair_word *word = NULL;
	enum clair_outcome outcome = CLAIR_PASS;

	while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
		const struct clair_word *last;
		uint32_t words;

		if ((clair_word_flags(word) & CLAIR_WORD_ALL_CAPS) == 0 ||
		    (clair_word_flags(word) & CLAIR_WORD_CODE) != 0)
			continue;
		last = run_of_capitals(ctx, sentence, word, &words);
		if (words >= min) {
			clair_arg(clair_report_words(ctx, word, last, CAPITALS), "text",
			    clair_sentence_text(ctx, sentence));
			outcome = CLAIR_FAIL;
		}
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

CLAIR_RULE(falc_capitals) = {
	.id = "falc/capitals",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF | CLAIR_LOW_VISION | CLAIR_BLIND,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_LABEL),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W11"),
	.needs = CLAIR_IDS("S-051"),
	.thresholds = CLAIR_IDS("falc.majuscules.mots.min"),
	.title = {
		.fr = "Les mots ne sont pas tout en majuscules",
		.en = "Words are not all in capitals",
	},
	.why = {
		.fr = "Un mot en majuscules n’a plus sa forme. Il se lit lettre à lettre.",
		.en = "A word in capitals loses its shape. It is read letter by letter.",
	},
	.remedy = {
		.fr = "Écrire en minuscules. Pour insister, mettre en gras.",
		.en = "Write in small letters. To insist, use bold.",
	},
	.limits = {
		.fr = "Un seul mot en majuscules ne compte pas : c’est souvent un nom ou un sigle.",
		.en = "One word in capitals does not count: it is often a name or an acronym.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
