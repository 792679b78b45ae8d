/* A verb for another: same tense, person and number; what stands around it must leave room for it. */
#include "facts/wording.h"

#include <string.h>

/* "ne pas respecter", "se terminer", "mettre en règle": where the verb stands. */
struct verb {
	const char *negation; /* "pas", "plus" or NULL */
	bool reflexive;
	const char *infinitive;
	const char *rest;     /* "" or a space and the words that follow */
};

static bool
read_verb(struct clair_ctx *ctx, const char *plain, struct verb *verb)
{
	*verb = (struct verb){.negation = NULL};
	if (strncmp(plain, "ne pas ", 7) == 0 || strncmp(plain, "ne plus ", 8) == 0) {
		verb->negation = plain[4] == 'a' ? "pas" : "plus";
		plain += plain[4] == 'a' ? 7 : 8;
	}
	if (strncmp(plain, "se ", 3) == 0 || strncmp(plain, "s’", 4) == 0) {
		verb->reflexive = true;
		plain += plain[1] == 'e' ? 3 : 4;
	}
	verb->infinitive = clair_strndup(&ctx->page->mem, plain, clair_wording_first_length(plain));
	verb->rest = clair_wording_rest(plain);
	return (clair_lexicon_gram(verb->infinitive, strlen(verb->infinitive)) & CLAIR_INFINITIVE) != 0;
}

static bool
is_negated(const struct clair_draft *draft)
{
	static const char *const negations[] = {"ne", "n'", NULL};
	const struct clair_word *word = draft->first;

	for (unsigned i = 0; i < 3 && (word = clair_draft_before(draft, word)) != NULL; i++)
		if (clair_is_among(clair_draft_lower(draft->ctx, word), negations))
			return true;
	return false;
}

/* « vous les transmettez »: a verb that takes its object in the middle has no room for it. */
static bool
has_object_before(const struct clair_draft *draft)
{
	static const char *const pronouns[] = {"le", "la", "l'", "les", "lui", "leur", "y", "en", "nous", "vous",
	    NULL};
	const struct clair_word *word = clair_draft_before(draft, draft->first);

	return word != NULL && clair_is_among(clair_draft_lower(draft->ctx, word), pronouns);
}

static bool
is_subjunctive_place(const struct clair_draft *draft)
{
	static const char *const openers[] = {"que", "qu'", NULL};
	const struct clair_word *word = draft->first;

	for (unsigned i = 0; i < 4 && (word = clair_draft_before(draft, word)) != NULL; i++)
		if (clair_is_among(clair_draft_lower(draft->ctx, word), openers))
			return true;
	return false;
}

/* The person of a form that several share: je or il transmet. */
static uint32_t
person_of(const struct clair_draft *draft, uint32_t gram)
{
	static const char *const firsts[] = {"je", "j'", NULL};
	const struct clair_word *word = clair_draft_before(draft, draft->first);

	if ((gram & CLAIR_THIRD) != 0 && (gram & CLAIR_FIRST) != 0)
		return clair_is_among(clair_draft_lower(draft->ctx, word), firsts) ? CLAIR_FIRST : CLAIR_THIRD;
	return gram & CLAIR_PERSONS;
}

/* One tense of the verb. A form that may be of two says so by its place. */
static uint32_t
tense_of(const struct clair_draft *draft, uint32_t gram)
{
	static const uint32_t order[] = {CLAIR_PRESENT, CLAIR_IMPERFECT, CLAIR_FUTURE, CLAIR_CONDITIONAL,
	    CLAIR_SUBJUNCTIVE, CLAIR_IMPERATIVE, CLAIR_PAST_SIMPLE};
	static const char *const subjects[] = {"vous", "nous", NULL};

	if ((gram & CLAIR_SECOND) != 0 && (gram & CLAIR_PLURAL) != 0 && (gram & CLAIR_IMPERATIVE) != 0 &&
	    !clair_is_among(clair_draft_lower(draft->ctx, clair_draft_before(draft, draft->first)), subjects))
		return CLAIR_IMPERATIVE;
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		if ((gram & order[i]) != 0)
			return order[i];
	return 0;
}

static uint32_t
all_tenses(struct clair_ctx *ctx, const struct clair_draft *draft)
{
	size_t count;
	const struct clair_reading *readings = clair_word_readings(ctx, draft->met->head, &count);
	uint32_t tenses = 0;

	for (size_t i = 0; i < count; i++)
		if (readings[i].lemma == draft->met->reading.lemma)
			tenses |= readings[i].gram & CLAIR_FINITE;
	return tenses;
}

static const char *
pronoun_for(uint32_t person, uint32_t number)
{
	if (person == CLAIR_FIRST)
		return number == CLAIR_PLURAL ? "nous" : "me";
	if (person == CLAIR_SECOND)
		return number == CLAIR_PLURAL ? "vous" : "te";
	return "se";
}

/* "me" before a vowel. */
static const char *
put_small(struct clair_ctx *ctx, const char *small, const char *text)
{
	const size_t length = strlen(small);

	if (length == 2 && small[1] == 'e' && clair_wording_has_vowel(text))
		return clair_asprintf(&ctx->page->mem, "%c’%s", small[0], text);
	return clair_wording_join(ctx, small, " ", text);
}

/* "ne … pas" and "se" around a form. */
static const char *
dress_verb(struct clair_ctx *ctx, const struct verb *verb, const char *form, const char *pronoun)
{
	if (verb->reflexive)
		form = put_small(ctx, pronoun, form);
	if (verb->negation != NULL)
		form = clair_wording_join(ctx, put_small(ctx, "ne", form), " ", verb->negation);
	return clair_wording_join(ctx, form, "", verb->rest);
}

/* « effectué », « a procédé à »: a participle that agrees stands for an object, so its verb must have one and
 * nothing may be left over. */
static const char *
write_participle(struct clair_draft *draft, const struct verb *verb)
{
	static const char *const openers[] = {"de", "à", "avec", "sur", "pour", "par", "que", NULL};
	struct clair_ctx *ctx = draft->ctx;
	const uint32_t gram = draft->met->reading.gram;
	const uint32_t new_gram = clair_lexicon_gram(verb->infinitive, strlen(verb->infinitive));
	const bool with_avoir = clair_word_is_form_of(ctx, clair_draft_before(draft, draft->first), "avoir");
	const bool leaves_object = *verb->rest != '\0' && clair_is_among(clair_wording_last(verb->rest), openers);
	const struct clair_term *term = draft->met->term;
	const bool opens_object = term->words[term->word_count - 1].match == CLAIR_TERM_DE ||
	    term->words[term->word_count - 1].match == CLAIR_TERM_A;
	const char *form;

	static const char *const never[] = {"avoir", "être", "pouvoir", "devoir", NULL};

	if (verb->negation != NULL || verb->reflexive || term->reflexive || term->active_only ||
	    clair_is_among(verb->infinitive, never) || ((gram ^ new_gram) & CLAIR_WITH_ETRE) != 0)
		return NULL;
	if (!with_avoir && ((new_gram & (CLAIR_TRANSITIVE | CLAIR_WITH_ETRE)) == 0 || leaves_object || opens_object))
		return NULL;
	form = clair_inflect(ctx, verb->infinitive, CLAIR_PAST_PARTICIPLE | (gram & CLAIR_AGREEMENT));
	return form == NULL ? NULL : clair_wording_join(ctx, form, "", verb->rest);
}

static const char *
write_finite(struct clair_draft *draft, const struct verb *verb)
{
	struct clair_ctx *ctx = draft->ctx;
	const uint32_t gram = draft->met->reading.gram;
	const uint32_t number = gram & CLAIR_NUMBERS;
	const uint32_t person = person_of(draft, gram);
	const uint32_t tense = tense_of(draft, gram);
	const char *form;

	if ((all_tenses(ctx, draft) & CLAIR_SUBJUNCTIVE) != 0 && tense != CLAIR_SUBJUNCTIVE &&
	    is_subjunctive_place(draft))
		return NULL;
	if (verb->reflexive && tense == CLAIR_IMPERATIVE)
		return NULL;
	form = clair_inflect(ctx, verb->infinitive, tense | person | number);
	return form == NULL ? NULL : dress_verb(ctx, verb, form, pronoun_for(person, number));
}

/* « être candidat »: whoever is candidate, in gender and number, is not known here. */
static bool
needs_subject(const struct verb *verb)
{
	const char *next = verb->rest + (*verb->rest == ' ');

	return strcmp(verb->infinitive, "être") == 0 && strncmp(next, "à ", 3) != 0 &&
	    (clair_lexicon_gram(next, clair_wording_first_length(next)) & (CLAIR_ADJECTIVE | CLAIR_NOUN)) != 0;
}

const char *
clair_draft_verb(struct clair_draft *draft)
{
	struct clair_ctx *ctx = draft->ctx;
	const uint32_t gram = draft->met->reading.gram;
	struct verb verb;
	const char *form;

	if (!read_verb(ctx, draft->met->term->plain, &verb) || needs_subject(&verb))
		return NULL;
	if (is_negated(draft) && (verb.negation != NULL || *verb.rest != '\0'))
		return NULL;
	if (has_object_before(draft) && *verb.rest != '\0' && (gram & CLAIR_PAST_PARTICIPLE) == 0)
		return NULL;
	if ((gram & CLAIR_INFINITIVE) != 0)
		return draft->met->term->plain;
	if ((gram & CLAIR_PAST_PARTICIPLE) != 0)
		return write_participle(draft, &verb);
	if ((gram & CLAIR_PRESENT_PARTICIPLE) != 0) {
		form = clair_inflect(ctx, verb.infinitive, CLAIR_PRESENT_PARTICIPLE);
		return form == NULL ? NULL : dress_verb(ctx, &verb, form, "se");
	}
	return write_finite(draft, &verb);
}
