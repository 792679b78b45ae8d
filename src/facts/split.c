/* How many clauses a sentence has, and where it could be cut in two. */
#include "facts/construction.h"

#include <string.h>

struct clair_clauses
clair_sentence_clauses(struct clair_ctx *ctx, const struct clair_sentence *asked)
{
	const struct clair_sentence *sentence = clair_sentence_scanned(ctx, asked);
	struct clair_clauses clauses = {0};

	for (uint32_t i = 0; sentence->tokens != NULL && i < sentence->word_count; i++) {
		const struct clair_token *token = &sentence->tokens[i];

		clauses.verbs += token->is_finite;
		clauses.subordinators += clair_token_subordinates(token);
		clauses.commas += token->sign == CLAIR_SIGN_COMMA;
	}
	return clauses;
}

/* A second sentence can start with its verb not far behind. */
enum { VERB_NEAR = 10 };
static bool
has_verb_near(const struct clair_sentence *sentence, uint32_t at)
{
	for (uint32_t i = at; i < sentence->word_count && i - at < VERB_NEAR; i++) {
		const struct clair_token *token = &sentence->tokens[i];

		if (i > at && (token->part == CLAIR_PART_COORDINATES || clair_token_subordinates(token)))
			return false;
		if (token->is_finite)
			return true;
	}
	return false;
}

static bool
can_split_at(const struct clair_sentence *sentence, uint32_t at)
{
	const struct clair_token *token = &sentence->tokens[at];

	return token->part == CLAIR_PART_COORDINATES || token->part == CLAIR_PART_HEAVY_RELATIVE ||
	    token->part == CLAIR_PART_QUI || token->part == CLAIR_PART_SUBORDINATES ||
	    (token->part == CLAIR_PART_WHERE && token->sign == CLAIR_SIGN_NONE);
}

static uint32_t
distance(uint32_t a, uint32_t b)
{
	return a < b ? b - a : a - b;
}

const struct clair_word *
clair_sentence_split(struct clair_ctx *ctx, const struct clair_sentence *asked)
{
	const struct clair_sentence *sentence = clair_sentence_scanned(ctx, asked);
	const uint32_t middle = sentence->word_count / 2;
	uint32_t best = 0;
	bool has_verb = false;

	for (uint32_t i = 0; sentence->tokens != NULL && i < sentence->word_count; i++) {
		if (has_verb && can_split_at(sentence, i) && has_verb_near(sentence, i) &&
		    (best == 0 || distance(i, middle) < distance(best, middle)))
			best = i;
		has_verb |= sentence->tokens[i].is_finite;
	}
	/* à laquelle, dans lequel */
	if (best > 1 && sentence->tokens[best].part == CLAIR_PART_HEAVY_RELATIVE &&
	    (sentence->tokens[best - 1].gram & CLAIR_PREPOSITION) != 0)
		best--;
	return best == 0 ? NULL
	                 : &clair_text_block(ctx, sentence->block)->words[sentence->first_word + best];
}

/* and, then: what the second sentence does without. */
static bool
is_left_out(const char *lower)
{
	return strcmp(lower, "et") == 0 || strcmp(lower, "puis") == 0;
}

/* The words from `first` to the end of the sentence, with a capital. */
static const char *
second_half(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_word *first)
{
	const struct clair_block *block = clair_text_block(ctx, sentence->block);
	const struct clair_word *from = first + is_left_out(clair_word_lower(ctx, first));
	char *half = clair_strndup(&ctx->page->mem, block->text + from->offset,
	    sentence->offset + sentence->length - from->offset);

	if (half == NULL)
		return "";
	if (half[0] >= 'a' && half[0] <= 'z')
		half[0] = (char)(half[0] - 'a' + 'A');
	else if (memcmp(half, "à", strlen("à")) == 0)
		half[1] = "À"[1];
	return half;
}

/* As clair_sentence_words does, figures counted too. */
static uint32_t
count_words(const struct clair_word *from, const struct clair_word *end)
{
	uint32_t count = 0;

	for (; from < end; from++)
		count += (from->flags & (CLAIR_WORD_ELIDED | CLAIR_WORD_CLITIC)) == 0;
	return count;
}

const char *
clair_sentence_in_two(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, double max)
{
	const struct clair_word *cut = clair_sentence_split(ctx, sentence);
	const struct clair_block *block = clair_text_block(ctx, sentence->block);
	const struct clair_word *words = &block->words[sentence->first_word];
	const struct clair_word *before;

	if (cut == NULL || count_words(words, cut) > max ||
	    count_words(cut, words + sentence->word_count) > max)
		return NULL;
	before = cut - 1;
	return clair_asprintf(&ctx->page->mem, "%s. | %s",
	    clair_strndup(&ctx->page->mem, block->text + sentence->offset,
	        before->offset + before->length - sentence->offset),
	    second_half(ctx, sentence, cut));
}
