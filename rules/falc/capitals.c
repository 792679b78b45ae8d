/* Words are not written in capitals only. */
#include "rules/common/text.h"

enum { CAPITALS };

static const struct clair_message messages[] = {
	[CAPITALS] = {
		.key = "capitals",
		.fr = "Ces mots sont tout en majuscules : « {text} ».",
		.en = "These words are all in capitals: “{text}”.",
	},
};

struct run {
	const struct clair_word *last;
	uint32_t words;
	uint32_t usual; /* words of the language: « STRADAL », « RETZ » are names */
	bool joined;    /* a small word of grammar: a phrase, not a row of names */
};

static void
add_word(struct clair_ctx *ctx, struct run *run, const struct clair_word *word)
{
	const double min = clair_threshold(ctx, "falc.majuscules.lettres.min");
	const char *lower = clair_word_lower(ctx, word);

	run->last = word;
	run->words++;
	run->usual += (double)rule_length(lower) >= min && clair_word_is_known(ctx, lower);
	run->joined = run->joined || clair_lookup(ctx, "mots-outils", lower) != NULL;
}

/* The words in capitals that follow each other from `first`. */
static struct run
run_of_capitals(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, const struct clair_word *first)
{
	const struct clair_word *word = first;
	struct run run = {0};

	add_word(ctx, &run, first);
	while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
		if ((clair_word_flags(word) & CLAIR_WORD_ALL_CAPS) != 0)
			add_word(ctx, &run, word);
		else if ((clair_word_flags(word) & CLAIR_WORD_CAPITALIZED) == 0 ||
		    rule_length(clair_word_lower(ctx, word)) > 2)
			/* One letter in a row of capitals (« À », « D’ ») does not end it. */
			break;
	}
	return run;
}

/* After a postal code stands a town: the post office asks for capitals. */
static bool
follows_postal_code(struct clair_ctx *ctx, const struct clair_word *before)
{
	return before != NULL && (clair_word_flags(before) & CLAIR_WORD_NUMBER) != 0 &&
	    rule_length(clair_word_text(ctx, before)) == 5;
}

static enum clair_outcome
check_sentence(struct clair_ctx *ctx, const struct clair_sentence *sentence)
{
	const double min = clair_threshold(ctx, "falc.majuscules.mots.min");
	const struct clair_word *before = NULL;
	const struct clair_word *word = NULL;
	enum clair_outcome outcome = CLAIR_PASS;

	while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
		if ((clair_word_flags(word) & (CLAIR_WORD_ALL_CAPS | CLAIR_WORD_CODE)) ==
		    CLAIR_WORD_ALL_CAPS) {
			struct run run = run_of_capitals(ctx, sentence, word);

			if (run.words >= min && run.joined && run.usual * 2 >= run.words &&
			    !follows_postal_code(ctx, before)) {
				clair_arg(clair_report_words(ctx, word, run.last, CAPITALS), "text",
				    clair_words_text(ctx, word, run.last));
				outcome = CLAIR_FAIL;
			}
			word = run.last;
		}
		before = word;
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
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_LABEL),
	.only_french = true,
	.only_main = true,
	.falc = CLAIR_IDS("W11"),
	.needs = CLAIR_IDS("S-025", "S-051"),
	.thresholds = CLAIR_IDS("falc.majuscules.mots.min", "falc.majuscules.lettres.min"),
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
		.fr = "Un ou deux mots en majuscules ne comptent pas, ni les noms : personnes, villes, entreprises.",
		.en = "One or two words in capitals do not count, nor do names: people, towns, companies.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
