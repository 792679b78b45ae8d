/* Spaces part words; they do not space letters out, nor make columns. */
#include "clairlint/rule.h"
#include "rules/common/outcome.h"
#include "rules/common/text.h"

enum { LETTERS, MAYBE_LETTERS, COLUMNS };

static const struct clair_message messages[] = {
	[LETTERS] = {
		.key = "letters",
		.fr = "Les lettres du mot « {text} » sont écartées avec des espaces.",
		.en = "The letters of the word \"{text}\" are spaced out with spaces.",
	},
	[MAYBE_LETTERS] = {
		.key = "maybe-letters",
		.fr = "Vérifier si « {text} » est un mot dont les lettres sont écartées avec des "
		    "espaces.",
		.en = "Check whether \"{text}\" is a word whose letters are spaced out with spaces.",
	},
	[COLUMNS] = {
		.key = "columns",
		.fr = "{count} espaces insécables se suivent entre deux mots : vérifier qu’elles "
		    "ne font pas des colonnes.",
		.en = "{count} no-break spaces follow each other between two words: check that "
		    "they do not make columns.",
	},
};

enum { LEAST_LETTERS = 4, MOST_LETTERS = 24, MANY_SPACES = 4 };

struct run {
	const struct clair_word *first, *last;
	char joined[MOST_LETTERS + 1]; /* in lower case, when all letters are those of ASCII */
	unsigned letters;
	bool ascends;
};

static bool
is_letter_alone(struct clair_ctx *ctx, const struct clair_word *word)
{
	const unsigned not_text = CLAIR_WORD_CODE | CLAIR_WORD_IN_LINK | CLAIR_WORD_HAS_DIGIT |
	    CLAIR_WORD_ELIDED | CLAIR_WORD_CLITIC;

	return (clair_word_flags(word) & not_text) == 0 &&
	    !rule_has_characters(clair_word_text(ctx, word), 2);
}

static void
add(struct clair_ctx *ctx, struct run *run, const struct clair_word *word)
{
	const char *lower = clair_word_lower(ctx, word);
	unsigned at = run->letters < MOST_LETTERS ? run->letters : MOST_LETTERS - 1;

	if (run->letters == 0)
		*run = (struct run){.first = word, .ascends = true};
	else
		run->ascends = run->ascends && lower[0] > run->joined[at - 1];
	run->last = word;
	run->joined[at] = lower[0];
	run->letters++;
}

/* A, B, C, D is an index; letters between points or commas are not a word. */
static enum clair_outcome
judge(struct clair_ctx *ctx, const struct run *run)
{
	const char *text;
	bool known;
	struct clair_finding *finding;

	if (run->letters < LEAST_LETTERS || run->ascends)
		return CLAIR_PASS;
	text = clair_words_text(ctx, run->first, run->last);
	if (!clair_matches(ctx, "spaced-letters", text))
		return CLAIR_PASS;
	known = run->letters <= MOST_LETTERS && clair_word_is_known(ctx, run->joined);
	finding = known ? clair_report_words(ctx, run->first, run->last, LETTERS)
	                : clair_review_words(ctx, run->first, run->last, MAYBE_LETTERS);
	clair_arg(finding, "text", text);
	return known ? CLAIR_FAIL : CLAIR_REVIEW;
}

static enum clair_outcome
check_letters(struct clair_ctx *ctx, const struct clair_block *block)
{
	enum clair_outcome outcome = CLAIR_PASS;
	const struct clair_word *word = NULL;
	struct run run = {0};

	while ((word = clair_block_word_next(ctx, block, word)) != NULL) {
		if (is_letter_alone(ctx, word)) {
			add(ctx, &run, word);
			continue;
		}
		outcome = rule_worse(outcome, judge(ctx, &run));
		run.letters = 0;
	}
	return rule_worse(outcome, judge(ctx, &run));
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	uint32_t spaces = clair_block_padding(ctx, block);
	enum clair_outcome outcome = CLAIR_PASS;

	if (spaces >= MANY_SPACES) {
		clair_arg_num(clair_review_block(ctx, block, COLUMNS), "count", spaces);
		outcome = CLAIR_REVIEW;
	}
	if (!clair_matches(ctx, "spaced-letters", clair_block_text(block)))
		return outcome;
	return rule_worse(outcome, check_letters(ctx, block));
}

CLAIR_RULE(presentation_spaced_letters) = {
	.id = "presentation/spaced-letters",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_LITERACY,
	.on_text = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	.rgaa = CLAIR_IDS("10.1.3"),
	.wcag = CLAIR_IDS("1.3.2"),
	.title = {
		.fr = "Les espaces ne servent pas à mettre en forme",
		.en = "Spaces are not there for the look",
	},
	.why = {
		.fr = "Un lecteur d’écran épelle les lettres une à une. Une recherche ne trouve "
		    "pas le mot.",
		.en = "A screen reader spells the letters one by one. A search does not find the "
		    "word.",
	},
	.remedy = {
		.fr = "Écrire le mot sans espaces, et écarter les lettres avec letter-spacing. "
		    "Pour des colonnes, faire un tableau.",
		.en = "Write the word without spaces, and space letters out with letter-spacing. "
		    "For columns, make a table.",
	},
	.limits = {
		.fr = "Des colonnes faites dans un bloc pre ne sont pas vues.",
		.en = "Columns made in a pre block are not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
