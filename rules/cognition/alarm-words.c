/* Words do not frighten those who have to do something. */
#include "clairlint/rule.h"

enum { ALARM, MARKS };

static const struct clair_message messages[] = {
	[ALARM] = {
		.key = "alarm",
		.fr = "« {text} » peut faire peur. À la place : {plain}.",
		.en = "“{text}” may frighten people. Instead: {plain}.",
	},
	[MARKS] = {
		.key = "marks",
		.fr = "Plusieurs points d’exclamation se suivent. Un point suffit.",
		.en = "Several exclamation marks follow each other. One full stop is enough.",
	},
};

/* Texts of law and minutes say these words as they must: only words said to people are judged. */
static bool
speaks_to_people(struct clair_ctx *ctx, const struct clair_block *block)
{
	const enum clair_page_kind kind = clair_page_kind(ctx).kind;

	if (kind == CLAIR_PAGE_LEGAL || kind == CLAIR_PAGE_STATEMENT || kind == CLAIR_PAGE_NEWS)
		return false;
	return kind == CLAIR_PAGE_PROCEDURE || clair_matches(ctx, "says-you", clair_block_text(block));
}

static bool
review_words(struct clair_ctx *ctx, const struct clair_sentence *sentence)
{
	const struct clair_word *word = NULL;
	bool found = false;

	while ((word = clair_word_next(ctx, sentence, word)) != NULL) {
		const char *plain;
		const struct clair_word *last = clair_expression(ctx, "mots-alarme", sentence, word, &plain);
		struct clair_finding *finding;

		if (last == NULL)
			continue;
		finding = clair_review_words(ctx, word, last, ALARM);
		clair_arg(finding, "text", clair_words_text(ctx, word, last));
		clair_arg(finding, "plain", plain);
		found = true;
		word = last;
	}
	return found;
}

static bool
review_marks(struct clair_ctx *ctx, const struct clair_block *block)
{
	size_t offset;
	size_t length;

	if (!clair_find_in_block(ctx, "alarm-marks", block, 0, &offset, &length) ||
	    clair_block_is_sample(ctx, block, offset) || clair_block_is_quoted(ctx, block, offset))
		return false;
	clair_review_part(ctx, block, offset, length, MARKS);
	return true;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;
	bool found;

	if (!speaks_to_people(ctx, block))
		return CLAIR_INAPPLICABLE;
	found = review_marks(ctx, block);
	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		found = review_words(ctx, sentence) || found;
	return found ? CLAIR_REVIEW : CLAIR_PASS;
}

CLAIR_RULE(cognition_alarm_words) = {
	.id = "cognition/alarm-words",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.advice = true,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING) | CLAIR_BLOCKS(CLAIR_BLOCK_LABEL) |
	    CLAIR_BLOCKS(CLAIR_BLOCK_BUTTON),
	.only_french = true,
	.only_main = true,
	.on_text = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-051"),
	.title = {
		.fr = "Les mots ne font pas peur",
		.en = "Words do not frighten",
	},
	.why = {
		.fr = "Ces mots font croire qu’une erreur coûtera cher. La personne qui a déjà peur de se tromper renonce.",
		.en = "These words make a mistake look costly. People who fear mistakes give up.",
	},
	.remedy = {
		.fr = "Dire calmement ce qu’il faut faire, ce qui se passe sinon, et comment corriger.",
		.en = "Say calmly what to do, what happens otherwise, and how to correct.",
	},
	.limits = {
		.fr = "La règle connaît une liste d’expressions. Elle ne juge que les démarches, et les paragraphes qui disent « vous ».",
		.en = "The rule knows a list of expressions. It judges only procedures, and paragraphs that say “vous”.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
