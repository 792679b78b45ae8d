/* Where a page has an expression of the lists of words: see term.h. */
#include "facts/term.h"

#include <string.h>

enum { GUARD_REACH = 4 };

const struct clair_word *
clair_word_before(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, const struct clair_word *word)
{
	const struct clair_word *words = clair_text_block(ctx, sentence->block)->words;

	return word > &words[sentence->first_word] ? word - 1 : NULL;
}

const struct clair_word *
clair_word_after(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, const struct clair_word *word)
{
	return word == NULL ? NULL : clair_word_next(ctx, sentence, word);
}

bool
clair_words_adjoin(
    struct clair_ctx *ctx, const struct clair_word *one, const struct clair_word *next)
{
	const char *text = clair_text_block(ctx, one->block)->text;

	for (uint32_t at = one->offset + one->length; at < next->offset;)
		if (!clair_char_is_space(clair_char_next(text, next->offset, &at)))
			return false;
	return true;
}

/* --- One word --------------------------------------------------------------------------------------- */

/* A form that may be a noun or an adjective (« la demande explicite ») is a verb after a subject pronoun or a
 * negation only. */
static bool
is_said_as_verb(struct clair_ctx *ctx, const struct clair_sentence *sentence, const struct clair_word *word,
    const struct clair_reading *reading)
{
	static const char *const before_verbs[] = {
	    "je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "qui", "ne", "n'", NULL};
	const struct clair_word *before = clair_word_before(ctx, sentence, word);
	const uint32_t others =
	    CLAIR_NOUN | CLAIR_PROPER | ((reading->gram & CLAIR_FINITE) != 0 ? CLAIR_ADJECTIVE : 0);

	/* « est » is the east too, seldom. */
	if ((clair_word_gram(ctx, word) & others) == 0 ||
	    strcmp(clair_lexicon_lemma(reading->lemma), "être") == 0)
		return true;
	return before != NULL && clair_is_among(clair_word_lower(ctx, before), before_verbs);
}

/* Of two readings of a verb, the plain one: he does it, now. */
static bool
is_likelier(uint32_t gram, uint32_t other)
{
	static const uint32_t order[] = {CLAIR_INFINITIVE, CLAIR_PAST_PARTICIPLE, CLAIR_PRESENT, CLAIR_IMPERFECT,
	    CLAIR_FUTURE, CLAIR_CONDITIONAL};

	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		if (((gram ^ other) & order[i]) != 0)
			return (gram & order[i]) != 0;
	}
	return false;
}

static bool
find_form(struct clair_ctx *ctx, const struct clair_word *word, const struct clair_term_word *wanted,
    struct clair_reading *found)
{
	size_t count;
	const struct clair_reading *readings = clair_word_readings(ctx, word, &count);

	found->gram = 0;
	for (size_t i = 0; i < count; i++) {
		if ((readings[i].gram & wanted->gram) == 0 ||
		    strcmp(clair_lexicon_lemma(readings[i].lemma), wanted->text) != 0)
			continue;
		if (found->gram == 0 || is_likelier(readings[i].gram, found->gram))
			*found = readings[i];
	}
	return found->gram != 0;
}

static bool
is_word(struct clair_ctx *ctx, const struct clair_word *word, const struct clair_term_word *wanted,
    struct clair_reading *reading)
{
	static const char *const forms_of_de[] = {"de", "d'", "du", "des", NULL};
	static const char *const forms_of_a[] = {"à", "au", "aux", NULL};
	static const char *const forms_of_que[] = {"que", "qu'", NULL};

	reading->gram = 0;
	switch (wanted->match) {
	case CLAIR_TERM_FORM:
		return find_form(ctx, word, wanted, reading);
	case CLAIR_TERM_DE:
		return clair_is_among(clair_word_lower(ctx, word), forms_of_de);
	case CLAIR_TERM_A:
		return clair_is_among(clair_word_lower(ctx, word), forms_of_a);
	case CLAIR_TERM_QUE:
		return clair_is_among(clair_word_lower(ctx, word), forms_of_que);
	default:
		return strcmp(clair_word_lower(ctx, word), wanted->text) == 0;
	}
}

/* --- One expression --------------------------------------------------------------------------------- */

static bool
is_reflexive_before(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, const struct clair_word *verb)
{
	static const char *const pronouns[] = {"se", "s'", "me", "m'", "te", "t'", NULL};
	const struct clair_word *before = clair_word_before(ctx, sentence, verb);
	const struct clair_word *again;
	const char *lower = before == NULL ? "" : clair_word_lower(ctx, before);

	if (clair_is_among(lower, pronouns))
		return true;
	if (strcmp(lower, "nous") != 0 && strcmp(lower, "vous") != 0)
		return false;
	/* « vous vous adressez », « de vous adresser »: but not « vous adressez ». */
	again = clair_word_before(ctx, sentence, before);
	return (clair_word_gram(ctx, verb) & CLAIR_INFINITIVE) != 0 ||
	    (again != NULL && strcmp(clair_word_lower(ctx, again), lower) == 0);
}

/* « adressez-vous ». */
static bool
is_reflexive_after(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, const struct clair_word *verb)
{
	const struct clair_word *after = clair_word_after(ctx, sentence, verb);

	return after != NULL && (clair_word_flags(after) & CLAIR_WORD_CLITIC) != 0;
}

static bool
is_guarded(struct clair_ctx *ctx, const struct clair_met *met)
{
	const struct clair_word *word = met->last;

	if (met->term->guard == NULL)
		return true;
	for (unsigned i = 0; i < GUARD_REACH; i++) {
		size_t count;
		const struct clair_reading *readings;

		word = clair_word_after(ctx, met->sentence, word);
		if (word == NULL)
			return false;
		readings = clair_word_readings(ctx, word, &count);
		for (size_t at = 0; at < count; at++)
			if (clair_is_among(clair_lexicon_lemma(readings[at].lemma), met->term->guard))
				return true;
	}
	return false;
}

/* A reflexive verb is another verb: « s’adresser » is not « adresser ». */
static bool
is_verb_of(struct clair_ctx *ctx, struct clair_met *met)
{
	const bool before = is_reflexive_before(ctx, met->sentence, met->head);

	if (met->term->reflexive && before)
		met->first = clair_word_before(ctx, met->sentence, met->head);
	if (met->term->reflexive)
		return before;
	return !before && !is_reflexive_after(ctx, met->sentence, met->head) &&
	    is_said_as_verb(ctx, met->sentence, met->head, &met->reading);
}

/* A capital inside a sentence: a name. */
static bool
may_be_name(const struct clair_word *word)
{
	return (word->flags & CLAIR_WORD_CAPITALIZED) != 0 && (word->flags & CLAIR_WORD_FIRST) == 0;
}

/* « Services Informatiques relatifs aux Ressources Humaines »: capitals on both sides. */
static bool
is_inside_name(struct clair_ctx *ctx, const struct clair_met *met)
{
	const struct clair_word *before = clair_word_before(ctx, met->sentence, met->first);
	const struct clair_word *after = clair_word_after(ctx, met->sentence, met->last);

	return before != NULL && after != NULL && may_be_name(before) && may_be_name(after);
}

static bool
is_met(struct clair_ctx *ctx, struct clair_met *met)
{
	const struct clair_term *term = met->term;
	const struct clair_word *word = met->first;

	met->last = NULL;
	for (size_t i = 0; i < term->word_count; i++) {
		struct clair_reading reading;

		if (i > 0)
			word = clair_word_after(ctx, met->sentence, word);
		if (word == NULL || (met->last != NULL && !clair_words_adjoin(ctx, met->last, word)) ||
		    !is_word(ctx, word, &term->words[i], &reading))
			return false;
		if (i == 0)
			met->reading = reading;
		met->last = word;
	}
	return (term->kind != CLAIR_TERM_VERB || is_verb_of(ctx, met)) && is_guarded(ctx, met) &&
	    !is_inside_name(ctx, met);
}

static bool
find_term(struct clair_ctx *ctx, const struct clair_terms *terms, const char *key,
    struct clair_met *met)
{
	for (const struct clair_term *term = clair_terms_find(terms, key, strlen(key)); term != NULL;
	     term = term->next) {
		struct clair_met one = *met;

		one.term = term;
		if (is_met(ctx, &one)) {
			*met = one;
			return true;
		}
	}
	return false;
}

bool
clair_term_at(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_word *word, struct clair_met *met)
{
	const struct clair_terms *terms = clair_dict_terms(ctx->dict);
	const char *lower = clair_word_lower(ctx, word);
	const char *previous = lower;
	size_t count;
	const struct clair_reading *readings;

	if (terms == NULL || may_be_name(word) ||
	    (word->flags & (CLAIR_WORD_CODE | CLAIR_WORD_OTHER_LANGUAGE | CLAIR_WORD_ADDRESS)) != 0)
		return false;
	*met = (struct clair_met){.sentence = sentence, .first = word, .head = word};
	if (find_term(ctx, terms, lower, met))
		return true;
	readings = clair_word_readings(ctx, word, &count);
	for (size_t i = 0; i < count; i++) {
		const char *lemma = clair_lexicon_lemma(readings[i].lemma);

		if (strcmp(lemma, previous) != 0 && find_term(ctx, terms, lemma, met))
			return true;
		previous = lemma;
	}
	return false;
}
