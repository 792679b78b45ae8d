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

const char *
clair_sentence_split(struct clair_ctx *ctx, const struct clair_sentence *asked)
{
	enum { WORDS_SHOWN = 4 };
	const struct clair_sentence *sentence = clair_sentence_scanned(ctx, asked);
	const uint32_t middle = sentence->word_count / 2;
	const struct clair_word *words;
	uint32_t best = 0;
	uint32_t last;
	bool has_verb = false;

	for (uint32_t i = 0; sentence->tokens != NULL && i < sentence->word_count; i++) {
		if (has_verb && can_split_at(sentence, i) && has_verb_near(sentence, i) &&
		    (best == 0 || distance(i, middle) < distance(best, middle)))
			best = i;
		has_verb |= sentence->tokens[i].is_finite;
	}
	if (best == 0)
		return NULL;
	/* à laquelle, dans lequel */
	if (best > 1 && sentence->tokens[best].part == CLAIR_PART_HEAVY_RELATIVE &&
	    (sentence->tokens[best - 1].gram & CLAIR_PREPOSITION) != 0)
		best--;
	words = &clair_text_block(ctx, sentence->block)->words[sentence->first_word];
	for (last = best; last + 1 < sentence->word_count; last++) {
		const bool is_elided = (words[last].flags & CLAIR_WORD_ELIDED) != 0;

		if (sentence->tokens[last + 1].sign != CLAIR_SIGN_NONE ||
		    (last - best + 1 >= WORDS_SHOWN && !is_elided))
			break;
	}
	return clair_words_text(ctx, &words[best], &words[last]);
}

/* --- Two sentences that can be taken as they stand ----------------------------------------------------- */

enum { LEAST_WORDS = 4, CLITICS = 3 };

/* Where the second sentence begins, and the words that open it in the place of what is dropped. */
struct cut {
	uint32_t from;       /* first word that is kept */
	uint32_t end;        /* past the last word of the first sentence */
	const char *opening; /* "Cela ", or "" */
};

struct cutter {
	struct clair_ctx *ctx;
	const struct clair_sentence *sentence;
	const struct clair_word *words;
};

static const char *
lower_at(const struct cutter *c, uint32_t at)
{
	return at < c->sentence->word_count ? clair_word_lower(c->ctx, &c->words[at]) : "";
}

/* A verb with a person, after pronouns and ne at most. */
static bool
is_verb_soon(const struct clair_sentence *sentence, uint32_t at)
{
	for (uint32_t i = at; i < sentence->word_count && i - at <= CLITICS; i++) {
		const struct clair_token *token = &sentence->tokens[i];

		if (token->is_finite)
			return true;
		if (token->part != CLAIR_PART_CLITIC && token->part != CLAIR_PART_NE)
			return false;
	}
	return false;
}

/* il, elle, nous, cela…, then its verb: the half has its own subject. */
static bool
has_own_subject(const struct cutter *c, uint32_t at)
{
	static const char *const subjects[] = {
	    "je", "j'", "tu", "il", "elle", "on", "ils", "elles", "cela", "ça", "ce", "c'"};
	const char *lower = lower_at(c, at);

	for (size_t i = 0; i < sizeof(subjects) / sizeof(subjects[0]); i++)
		if (strcmp(lower, subjects[i]) == 0)
			return is_verb_soon(c->sentence, at + 1);
	/* nous and vous are objects too: "et vous aide". */
	return (strcmp(lower, "nous") == 0 || strcmp(lower, "vous") == 0) && at + 1 < c->sentence->word_count &&
	    c->sentence->tokens[at + 1].is_finite &&
	    (c->sentence->tokens[at + 1].gram & (lower[0] == 'n' ? CLAIR_FIRST : CLAIR_SECOND)) != 0;
}

/* No bracket or quotation mark in the sentence: one could be left open. */
static bool
is_plain(const struct cutter *c)
{
	static const char *const marks[] = {"(", "[", "\"", "«", "»", "“", "”", "{"};
	const char *text = clair_sentence_text(c->ctx, c->sentence);

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (strstr(text, marks[i]) != NULL)
			return false;
	return strchr(text, '?') == NULL;
}

/* What stands between two words has a semicolon. */
static bool
is_semicolon(const struct cutter *c, uint32_t at)
{
	const struct clair_block *block = clair_text_block(c->ctx, c->sentence->block);
	const uint32_t from = c->words[at - 1].offset + c->words[at - 1].length;

	return memchr(block->text + from, ';', c->words[at].offset - from) != NULL;
}

/* The cut that this word allows. */
static bool
cut_at(const struct cutter *c, uint32_t at, struct cut *cut)
{
	const struct clair_token *token = &c->sentence->tokens[at];
	const char *lower = lower_at(c, at);

	*cut = (struct cut){.from = at, .end = at, .opening = ""};
	if (is_semicolon(c, at))
		return has_own_subject(c, at);
	/* …, ce qui complique: … Cela complique */
	if (strcmp(lower, "ce") == 0 && token->sign == CLAIR_SIGN_COMMA &&
	    strcmp(lower_at(c, at + 1), "qui") == 0 && is_verb_soon(c->sentence, at + 2)) {
		cut->from = at + 2;
		cut->opening = "Cela ";
		return true;
	}
	if (token->part != CLAIR_PART_COORDINATES)
		return false;
	if (strcmp(lower, "car") == 0) {
		cut->from = at + 1;
		cut->opening = "En effet, ";
		return has_own_subject(c, at + 1);
	}
	if (strcmp(lower, "et") == 0 || strcmp(lower, "puis") == 0)
		cut->from = at + 1;
	return (cut->from != at || strcmp(lower, "mais") == 0) && has_own_subject(c, at + 1);
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

/* The cut nearest the middle that leaves two short sentences. The first says something by itself: it has a verb,
 * and ends before the first que, si, lorsque… */
static bool
find_cut(const struct cutter *c, double max, struct cut *best)
{
	const struct clair_word *end = c->words + c->sentence->word_count;
	bool found = false;
	bool has_verb = false;

	for (uint32_t i = 1; i + LEAST_WORDS <= c->sentence->word_count; i++) {
		const struct clair_token *last = &c->sentence->tokens[i - 1];
		struct cut cut;

		has_verb |= last->is_finite;
		if (clair_token_subordinates(last) || count_words(c->words, c->words + i) > max)
			break;
		if (!has_verb || i < LEAST_WORDS || !cut_at(c, i, &cut) ||
		    count_words(c->words + cut.from, end) > max)
			continue;
		if (!found || distance(i, c->sentence->word_count / 2) <
		                  distance(best->end, c->sentence->word_count / 2))
			*best = cut;
		found = true;
	}
	return found;
}

/* The words from `from` to the end of the sentence, after the opening, with a capital. */
static const char *
second_half(const struct cutter *c, const struct cut *cut)
{
	const struct clair_block *block = clair_text_block(c->ctx, c->sentence->block);
	const uint32_t from = c->words[cut->from].offset;
	char *half = clair_asprintf(&c->ctx->page->mem, "%s%.*s", cut->opening,
	    (int)(c->sentence->offset + c->sentence->length - from), block->text + from);

	if (half == NULL)
		return "";
	if (half[0] >= 'a' && half[0] <= 'z')
		half[0] = (char)(half[0] - 'a' + 'A');
	else if (memcmp(half, "ça", strlen("ça")) == 0)
		half[1] = "Ç"[1];
	return half;
}

const char *
clair_sentence_in_two(
    struct clair_ctx *ctx, const struct clair_sentence *asked, double max)
{
	const struct clair_sentence *sentence = clair_sentence_scanned(ctx, asked);
	const struct clair_block *block = clair_text_block(ctx, asked->block);
	const struct cutter cutter = {
	    .ctx = ctx, .sentence = sentence, .words = &block->words[asked->first_word]};
	struct cut cut = {.end = 0};
	uint32_t end;

	if (sentence->tokens == NULL || sentence->word_count == 0 || !is_plain(&cutter) ||
	    !find_cut(&cutter, max, &cut))
		return NULL;
	end = cutter.words[cut.end - 1].offset + cutter.words[cut.end - 1].length;
	return clair_asprintf(&ctx->page->mem, "%.*s. | %s", (int)(end - sentence->offset),
	    block->text + sentence->offset, second_half(&cutter, &cut));
}
