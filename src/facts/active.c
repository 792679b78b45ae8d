/*
 * What may be said in the place of a passive or of an impersonal form. A passive turned round: "La demande est examinée par le service." gives "Le service examine la demande." Only
 * sentences made of a subject, one passive, who acts, and at most some words of place or time: for all others
 * there is no answer.
 */
#include "facts/construction.h"

#include <string.h>

enum { SUBJECT_WORDS = 10 };

/* Places of words in the sentence. */
struct passive {
	const struct clair_sentence *sentence;
	const struct clair_word *words;
	const struct clair_token *tokens;
	uint32_t head;        /* first word of the verb: a modal, être or avoir */
	uint32_t auxiliary;   /* être, or avoir of "a été" */
	uint32_t participle;
	uint32_t agent, agent_end;
	uint32_t count;
};

/* --- The parts of the sentence --------------------------------------------------------------------- */

static bool
has_verb(const struct passive *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (p->tokens[i].is_finite || p->tokens[i].is_etre || p->tokens[i].part == CLAIR_PART_QUI ||
		    p->tokens[i].part == CLAIR_PART_QUE || p->tokens[i].part == CLAIR_PART_HEAVY_RELATIVE ||
		    p->tokens[i].part == CLAIR_PART_PAR)
			return true;
	return false;
}

static bool
has_sign(const struct passive *p, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (p->tokens[i].sign != CLAIR_SIGN_NONE)
			return true;
	return false;
}

/* A noun with its determiner, and what de binds to it. */
static bool
is_noun_phrase(const struct passive *p, uint32_t from, uint32_t to)
{
	const uint32_t parts =
	    CLAIR_NOUN | CLAIR_ADJECTIVE | CLAIR_DETERMINER | CLAIR_PREPOSITION | CLAIR_PROPER;

	if (from == to || (p->tokens[from].gram & CLAIR_DETERMINER) == 0)
		return false;
	for (uint32_t i = from; i < to; i++)
		if ((p->tokens[i].gram & parts) == 0 || p->tokens[i].part == CLAIR_PART_CLITIC ||
		    p->tokens[i].part == CLAIR_PART_NOBODY || p->tokens[i].part == CLAIR_PART_COORDINATES)
			return false;
	return !has_verb(p, from, to) && !has_sign(p, from + 1, to) && to - from <= SUBJECT_WORDS;
}

/* Words of place or time: they start with a preposition, an article, an adverb. */
static bool
is_complement(const struct passive *p, uint32_t from, uint32_t to)
{
	const uint32_t starts = CLAIR_PREPOSITION | CLAIR_DETERMINER | CLAIR_ADVERB;

	if (from == to)
		return true;
	return (p->tokens[from].gram & starts) != 0 &&
	    (p->tokens[from].gram & CLAIR_PAST_PARTICIPLE) == 0 && !has_verb(p, from, to) &&
	    !has_sign(p, from, to);
}

/* "Le texte." and nothing before it, nothing but a point after it. */
static bool
is_plain(const struct clair_block *block, const struct passive *p)
{
	const struct clair_word *last = &p->words[p->count - 1];
	const uint32_t end = p->sentence->offset + p->sentence->length;
	const uint32_t after = last->offset + last->length;

	return p->words[0].offset == p->sentence->offset &&
	    (after == end || (after + 1 == end && block->text[after] == '.'));
}

static bool
read_passive(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_construction *found, struct passive *p)
{
	const struct clair_block *block = clair_text_block(ctx, sentence->block);
	const struct clair_word *words = &block->words[sentence->first_word];
	uint32_t etre;

	if (found->agent == NULL || found->agent - words < 2)
		return false;
	*p = (struct passive){
	    .sentence = sentence,
	    .words = words,
	    .tokens = sentence->tokens,
	    .auxiliary = (uint32_t)(found->first - words),
	    .participle = (uint32_t)(found->last - words),
	    .agent = (uint32_t)(found->agent - words),
	    .agent_end = (uint32_t)(found->agent_last - words) + 1,
	    .count = sentence->word_count,
	};
	etre = p->auxiliary + p->tokens[p->auxiliary].is_avoir;
	p->head = p->auxiliary;
	if ((p->tokens[p->auxiliary].gram & CLAIR_INFINITIVE) != 0) {
		if (p->head == 0)
			return false;
		p->head--;
	}
	return p->participle == etre + 1 && p->tokens[p->head].is_finite &&
	    (p->tokens[p->head].gram & CLAIR_THIRD) != 0 && !has_sign(p, p->head, p->participle + 1) &&
	    is_noun_phrase(p, 0, p->head) && is_complement(p, p->participle + 1, p->agent - 1) &&
	    is_complement(p, p->agent_end, p->count) && is_plain(block, p);
}

/* --- Who acts ------------------------------------------------------------------------------------------ */

/* CLAIR_SINGULAR, CLAIR_PLURAL, or 0 when it is not sure. */
static uint32_t
number_of_agent(const struct passive *p)
{
	const uint32_t number = p->tokens[p->agent].gram & CLAIR_NUMBERS;
	bool joined = false;

	for (uint32_t i = p->agent; i < p->agent_end; i++) {
		if (p->tokens[i].part == CLAIR_PART_COORDINATES && p->words[i].length == 2)
			joined = true;
		if (i > p->agent && p->tokens[i].sign != CLAIR_SIGN_NONE)
			return 0;
	}
	/* "et" joins two; after de it may join what belongs to one. */
	if (joined || p->agent_end - p->agent < 2 || (p->tokens[p->agent].gram & CLAIR_DETERMINER) == 0 ||
	    p->tokens[p->agent].part == CLAIR_PART_CLITIC)
		return 0;
	return number == CLAIR_NUMBERS ? 0 : number;
}

/* --- The verb ------------------------------------------------------------------------------------------ */

/* The verb of a word that has only one. */
static const char *
only_lemma(struct clair_ctx *ctx, const struct clair_word *word, uint32_t gram)
{
	size_t count;
	const struct clair_reading *readings = clair_word_readings(ctx, word, &count);
	const char *lemma = NULL;

	for (size_t i = 0; i < count; i++) {
		const char *other = clair_lexicon_lemma(readings[i].lemma);

		if ((readings[i].gram & gram) != gram)
			continue;
		if (lemma != NULL && strcmp(lemma, other) != 0)
			return NULL;
		lemma = other;
	}
	return lemma;
}

/* The one tense of a verb with a person, or 0. */
static uint32_t
tense_of(const struct clair_token *token)
{
	const uint32_t tense = token->gram & CLAIR_FINITE;

	switch (tense) {
	case CLAIR_PRESENT: case CLAIR_IMPERFECT: case CLAIR_FUTURE: case CLAIR_CONDITIONAL:
		return tense;
	default:
		return 0;
	}
}

/* "examine", "a examiné", "doit examiner". NULL: not sure. */
static const char *
active_verb(struct clair_ctx *ctx, const struct passive *p, uint32_t number)
{
	const char *lemma =
	    only_lemma(ctx, &p->words[p->participle], CLAIR_VERB | CLAIR_PAST_PARTICIPLE);
	const char *head = only_lemma(ctx, &p->words[p->head], CLAIR_VERB);
	const uint32_t gram = CLAIR_VERB | CLAIR_THIRD | number | tense_of(&p->tokens[p->head]);
	const char *form;
	const char *rest;

	if (lemma == NULL || head == NULL || tense_of(&p->tokens[p->head]) == 0)
		return NULL;
	if (p->tokens[p->head].is_etre)
		return clair_inflect(ctx, lemma, gram);
	form = clair_inflect(ctx, head, gram);
	rest = p->head == p->auxiliary
	    ? clair_inflect(ctx, lemma, CLAIR_VERB | CLAIR_PAST_PARTICIPLE | CLAIR_MASCULINE | CLAIR_SINGULAR)
	    : lemma;
	if (form == NULL || rest == NULL)
		return NULL;
	return clair_asprintf(&ctx->page->mem, "%s %s", form, rest);
}

/* --- The sentence ---------------------------------------------------------------------------------------- */

const char *
clair_with_first(struct clair_ctx *ctx, const char *text, bool upper)
{
	char *changed = clair_strdup(&ctx->page->mem, text);

	if (upper && changed[0] >= 'a' && changed[0] <= 'z')
		changed[0] = (char)(changed[0] - 'a' + 'A');
	else if (!upper && changed[0] >= 'A' && changed[0] <= 'Z')
		changed[0] = (char)(changed[0] - 'A' + 'a');
	return changed;
}

/* A space and the words, or nothing. */
static const char *
words_after_space(struct clair_ctx *ctx, const struct passive *p, uint32_t from, uint32_t to)
{
	if (from == to)
		return "";
	return clair_asprintf(
	    &ctx->page->mem, " %s", clair_words_text(ctx, &p->words[from], &p->words[to - 1]));
}

static bool
has_point(const struct passive *p)
{
	const struct clair_word *last = &p->words[p->count - 1];

	return last->offset + last->length < p->sentence->offset + p->sentence->length;
}

const char *
clair_active_sentence(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_construction *found)
{
	struct passive p;
	const char *verb;
	uint32_t number;

	if (sentence->tokens == NULL || !read_passive(ctx, sentence, found, &p))
		return NULL;
	number = number_of_agent(&p);
	verb = number == 0 ? NULL : active_verb(ctx, &p, number);
	if (verb == NULL)
		return NULL;
	return clair_asprintf(&ctx->page->mem, "%s %s %s%s%s%s",
	    clair_with_first(ctx, clair_words_text(ctx, found->agent, found->agent_last), true), verb,
	    clair_with_first(ctx, clair_words_text(ctx, p.words, &p.words[p.head - 1]), false),
	    words_after_space(ctx, &p, p.participle + 1, p.agent - 1),
	    words_after_space(ctx, &p, p.agent_end, p.count), has_point(&p) ? "." : "");
}

/* --- Impersonal forms -------------------------------------------------------------------------------------- */

const char *
clair_personal_form(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_construction *found)
{
	const struct clair_word *words =
	    &clair_text_block(ctx, sentence->block)->words[sentence->first_word];
	const uint32_t first = (uint32_t)(found->first - words);
	const uint32_t next = first + found->words;

	if (found->value[0] == '\0' || next >= sentence->word_count ||
	    (first > 0 && (words[first - 1].flags & CLAIR_WORD_ELIDED) != 0))
		return NULL;
	/* "de ne pas", "de se": the verb is not of vous. */
	if (sentence->tokens[next].sign != CLAIR_SIGN_NONE || sentence->tokens[next].part == CLAIR_PART_NE ||
	    strcmp(clair_word_lower(ctx, &words[next]), "se") == 0 ||
	    strcmp(clair_word_lower(ctx, &words[next]), "s'") == 0)
		return NULL;
	return clair_with_first(ctx, found->value, (found->first->flags & CLAIR_WORD_CAPITALIZED) != 0);
}
