/* A noun for another, in the number of the page; and the meaning of a term put beside it. */
#include "facts/wording.h"

#include <string.h>

/* The adjectives that follow the noun, in its gender and number, up to a word that is none. */
static const char *
write_adjectives(struct clair_ctx *ctx, const char *text, const char *rest, uint32_t agreement)
{
	while (*rest == ' ') {
		const size_t length = clair_wording_first_length(rest + 1);
		const char *word = clair_strndup(&ctx->page->mem, rest + 1, length);
		const char *form = clair_wording_adjective(ctx, word, agreement);

		if ((clair_lexicon_gram(word, length) & (CLAIR_PREPOSITION | CLAIR_PRONOUN)) != 0 || form == NULL)
			break;
		text = clair_wording_join(ctx, text, " ", form);
		rest += 1 + length;
	}
	return clair_wording_join(ctx, text, "", rest);
}

/* The gender that an adjective of the plainer words has there. */
static uint32_t
own_gender(const char *word)
{
	struct clair_reading readings[CLAIR_LEXICON_READINGS];
	const size_t count = clair_lexicon_find(word, strlen(word), readings);

	for (size_t i = 0; i < count; i++)
		if ((readings[i].gram & (CLAIR_ADJECTIVE | CLAIR_PAST_PARTICIPLE)) != 0)
			return readings[i].gram & CLAIR_GENDERS;
	return 0;
}

/* « personne concernée », « service qui étudie la demande ». */
static const char *
pluralise_rest(struct clair_ctx *ctx, const char *text, const char *rest)
{
	while (*rest == ' ') {
		const size_t length = clair_wording_first_length(rest + 1);
		const char *word = clair_strndup(&ctx->page->mem, rest + 1, length);
		const char *form = NULL;

		if (strcmp(word, "qui") == 0) {
			rest = clair_wording_relative(ctx, rest + 1);
			return rest == NULL ? NULL : clair_wording_join(ctx, text, " ", rest);
		}
		if ((clair_lexicon_gram(word, length) & (CLAIR_PREPOSITION | CLAIR_PRONOUN)) == 0)
			form = clair_wording_adjective(ctx, word, CLAIR_PLURAL | clair_one_gender(own_gender(word)));
		if (form == NULL)
			break;
		text = clair_wording_join(ctx, text, " ", form);
		rest += 1 + length;
	}
	return clair_wording_join(ctx, text, "", rest);
}

static uint32_t
noun_genders(const char *noun)
{
	struct clair_reading readings[CLAIR_LEXICON_READINGS];
	const size_t count = clair_lexicon_find(noun, strlen(noun), readings);
	uint32_t genders = 0;

	for (size_t i = 0; i < count; i++)
		if ((readings[i].gram & CLAIR_NOUN) != 0)
			genders |= readings[i].gram & CLAIR_GENDERS;
	return genders;
}

/* Of a noun that the lexicon does not have (benchmark), gender and number are those of its article. */
static uint32_t
noun_gram(const struct clair_draft *draft)
{
	const struct clair_word *word = clair_draft_before(draft, draft->first);
	uint32_t gram = draft->met->reading.gram;

	if (gram == 0)
		gram = clair_word_gram(draft->ctx, draft->met->head) & (CLAIR_NOUN | CLAIR_AGREEMENT);
	if ((gram & CLAIR_NOUN) != 0 && (gram & CLAIR_NUMBERS) != 0)
		return gram;
	gram = word == NULL ? 0 : clair_word_gram(draft->ctx, word);
	return (gram & CLAIR_DETERMINER) != 0 ? gram & CLAIR_AGREEMENT : 0;
}

static bool
has_both_genders(const struct clair_draft *draft)
{
	const struct clair_reading *reading = &draft->met->reading;

	return reading->gram != 0 && draft->old_gender != 0 &&
	    clair_inflect(draft->ctx, clair_lexicon_lemma(reading->lemma),
	        CLAIR_NOUN | (CLAIR_GENDERS ^ draft->old_gender)) != NULL;
}

const char *
clair_draft_noun(struct clair_draft *draft)
{
	struct clair_ctx *ctx = draft->ctx;
	const char *plain = draft->met->term->plain;
	const uint32_t gram = noun_gram(draft);
	const char *noun = clair_strndup(&ctx->page->mem, plain, clair_wording_first_length(plain));
	const uint32_t own = clair_lexicon_gram(noun, strlen(noun));
	const char *form;

	draft->number = gram & CLAIR_NUMBERS;
	draft->old_gender = clair_one_gender(gram & CLAIR_GENDERS);
	if ((own & CLAIR_NOUN) == 0 || (own & CLAIR_PREPOSITION) != 0 || draft->number == 0 ||
	    draft->number == CLAIR_NUMBERS)
		return NULL;
	/* « étapes à suivre » for « procédure »: the rest of the sentence would have to follow. */
	if ((own & CLAIR_SINGULAR) == 0)
		return draft->number == CLAIR_PLURAL ? (draft->new_gender = clair_one_gender(own & CLAIR_GENDERS), plain)
		                                     : NULL;
	/* « une acheteuse » for « une acquéreuse »: of people, whose noun has both genders. */
	form = has_both_genders(draft)
	    ? clair_inflect(ctx, noun, CLAIR_NOUN | draft->old_gender | draft->number)
	    : NULL;
	if (form != NULL && draft->old_gender != 0) {
		draft->new_gender = draft->old_gender;
		return write_adjectives(ctx, form, clair_wording_rest(plain), draft->new_gender | draft->number);
	}
	draft->new_gender = clair_one_gender(noun_genders(noun));
	if (draft->number == CLAIR_SINGULAR)
		return plain;
	form = clair_inflect(ctx, noun, CLAIR_NOUN | CLAIR_PLURAL);
	return form == NULL ? NULL : pluralise_rest(ctx, form, clair_wording_rest(plain));
}

static bool
is_plural_article(struct clair_ctx *ctx, const struct clair_word *article)
{
	const uint32_t gram = article == NULL ? 0 : clair_word_gram(ctx, article);

	return (gram & CLAIR_DETERMINER) != 0 && (gram & CLAIR_NUMBERS) == CLAIR_PLURAL;
}

static bool
is_plural_noun(struct clair_ctx *ctx, const struct clair_word *word)
{
	const uint32_t gram = clair_word_gram(ctx, word);

	return (gram & (CLAIR_NOUN | CLAIR_VERB)) == CLAIR_NOUN && (gram & CLAIR_NUMBERS) == CLAIR_PLURAL;
}

const char *
clair_plural_of(struct clair_ctx *ctx, const char *text)
{
	const char *noun = clair_strndup(&ctx->page->mem, text, clair_wording_first_length(text));
	const char *form = clair_inflect(ctx, noun, CLAIR_NOUN | CLAIR_PLURAL);
	const char *whole = form == NULL ? NULL : pluralise_rest(ctx, form, clair_wording_rest(text));

	return whole == NULL ? text : whole;
}

const char *
clair_word_with_meaning(struct clair_ctx *ctx, const struct clair_word *before_it,
    const struct clair_word *first, const struct clair_word *last, const char *meaning)
{
	const char *text = clair_text_block(ctx, first->block)->text;
	const bool in_brackets = first->offset > 0 && text[first->offset - 1] == '(';
	const bool plural = is_plural_article(ctx, before_it) || is_plural_noun(ctx, first);

	return clair_asprintf(&ctx->page->mem, in_brackets ? "%s : %s" : "%s (%s)",
	    clair_words_text(ctx, first, last), plural ? clair_plural_of(ctx, meaning) : meaning);
}
