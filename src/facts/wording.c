/*
 * Plainer words put in the place of others: in the same tense, person, gender and number, with the article,
 * the elision and the capital that go with them. What cannot be made sure gives nothing.
 */
#include "facts/term.h"

#include <string.h>

enum { COORDINATION_REACH = 15 }; /* words */

#define AGREEMENT (CLAIR_GENDERS | CLAIR_NUMBERS)

struct draft {
	struct clair_ctx *ctx;
	const struct clair_met *met;
	const struct clair_word *first, *last; /* what is replaced */
	const char *text;
	uint32_t old_gender, new_gender;       /* of a noun: 0 when it cannot be known or does not matter */
	uint32_t number;
};

static bool
is_in(const char *lower, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(lower, *list) == 0)
			return true;
	return false;
}

static const char *
lower_of(struct clair_ctx *ctx, const struct clair_word *word)
{
	return word == NULL ? "" : clair_word_lower(ctx, word);
}

static const struct clair_word *
before(const struct draft *draft, const struct clair_word *word)
{
	const struct clair_word *other =
	    word == NULL ? NULL : clair_word_before(draft->ctx, draft->met->sentence, word);

	return other != NULL && clair_words_adjoin(draft->ctx, other, word) ? other : NULL;
}

static const struct clair_word *
after(const struct draft *draft, const struct clair_word *word)
{
	const struct clair_word *other = clair_word_after(draft->ctx, draft->met->sentence, word);

	return other != NULL && clair_words_adjoin(draft->ctx, word, other) ? other : NULL;
}

static const char *
join(struct clair_ctx *ctx, const char *one, const char *glue, const char *other)
{
	return clair_asprintf(&ctx->page->mem, "%s%s%s", one, glue, other);
}

/* --- Words of the plainer expression ---------------------------------------------------------------- */

static size_t
first_length(const char *text)
{
	return strcspn(text, " ");
}

/* The text after its first word: "" or a space and the rest. */
static const char *
rest_of(const char *text)
{
	return text + first_length(text);
}

static const char *
last_of(const char *text)
{
	const char *space = strrchr(text, ' ');

	return space != NULL ? space + 1 : text;
}

static uint32_t
gram_of(const char *text, size_t length)
{
	return clair_lexicon_gram(text, length);
}

/* An h that lets no elision: the usual ones. */
static bool
has_hard_h(const char *lower)
{
	static const char *const starts[] = {"hall", "halt", "hamac", "hameau", "handicap", "hangar", "harc", "hardi",
	    "haricot", "hasard", "hausse", "haut", "hiérarch", "hobby", "homolog-", "honte", "hors", "houille", "huit",
	    "huis", "hutte", "hackathon", "hacker", "hub", NULL};

	for (const char *const *start = starts; *start != NULL; start++)
		if (strncmp(lower, *start, strlen(*start)) == 0)
			return true;
	return false;
}

static bool
starts_with_vowel(const char *lower)
{
	static const char *const letters[] = {"à", "â", "é", "è", "ê", "ë", "î", "ï", "ô", "œ", "û", NULL};
	static const char *const never[] = {"onze", "onzième", "oui", "yaourt", NULL};

	if (is_in(lower, never) || lower[0] == '\0')
		return false;
	if (lower[0] == 'h')
		return !has_hard_h(lower);
	if (strchr("aeiou", lower[0]) != NULL)
		return true;
	for (const char *const *letter = letters; *letter != NULL; letter++)
		if (strncmp(lower, *letter, strlen(*letter)) == 0)
			return true;
	return strncmp(lower, "y ", 2) == 0;
}

/* --- Verbs ------------------------------------------------------------------------------------------ */

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
	verb->infinitive = clair_strndup(&ctx->page->mem, plain, first_length(plain));
	verb->rest = rest_of(plain);
	return (gram_of(verb->infinitive, strlen(verb->infinitive)) & CLAIR_INFINITIVE) != 0;
}

static bool
is_negated(const struct draft *draft)
{
	static const char *const negations[] = {"ne", "n'", NULL};
	const struct clair_word *word = draft->first;

	for (unsigned i = 0; i < 3 && (word = before(draft, word)) != NULL; i++)
		if (is_in(lower_of(draft->ctx, word), negations))
			return true;
	return false;
}

/* « vous les transmettez »: a verb that takes its object in the middle has no room for it. */
static bool
has_object_before(const struct draft *draft)
{
	static const char *const pronouns[] = {"le", "la", "l'", "les", "lui", "leur", "y", "en", "nous", "vous",
	    NULL};
	const struct clair_word *word = before(draft, draft->first);

	return word != NULL && is_in(lower_of(draft->ctx, word), pronouns);
}

static bool
is_subjunctive_place(const struct draft *draft)
{
	static const char *const openers[] = {"que", "qu'", NULL};
	const struct clair_word *word = draft->first;

	for (unsigned i = 0; i < 4 && (word = before(draft, word)) != NULL; i++)
		if (is_in(lower_of(draft->ctx, word), openers))
			return true;
	return false;
}

/* The person of a form that several share: je or il transmet. */
static uint32_t
person_of(const struct draft *draft, uint32_t gram)
{
	static const char *const firsts[] = {"je", "j'", NULL};
	const struct clair_word *word = before(draft, draft->first);

	if ((gram & CLAIR_THIRD) != 0 && (gram & CLAIR_FIRST) != 0)
		return is_in(lower_of(draft->ctx, word), firsts) ? CLAIR_FIRST : CLAIR_THIRD;
	return gram & CLAIR_PERSONS;
}

/* One tense of the verb. A form that may be of two says so by its place. */
static uint32_t
tense_of(const struct draft *draft, uint32_t gram)
{
	static const uint32_t order[] = {CLAIR_PRESENT, CLAIR_IMPERFECT, CLAIR_FUTURE, CLAIR_CONDITIONAL,
	    CLAIR_SUBJUNCTIVE, CLAIR_IMPERATIVE, CLAIR_PAST_SIMPLE};
	static const char *const subjects[] = {"vous", "nous", NULL};

	if ((gram & CLAIR_SECOND) != 0 && (gram & CLAIR_PLURAL) != 0 && (gram & CLAIR_IMPERATIVE) != 0 &&
	    !is_in(lower_of(draft->ctx, before(draft, draft->first)), subjects))
		return CLAIR_IMPERATIVE;
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		if ((gram & order[i]) != 0)
			return order[i];
	return 0;
}

static uint32_t
all_tenses(struct clair_ctx *ctx, const struct draft *draft)
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

	if (length == 2 && small[1] == 'e' && starts_with_vowel(text))
		return clair_asprintf(&ctx->page->mem, "%c’%s", small[0], text);
	return join(ctx, small, " ", text);
}

/* "ne … pas" and "se" around a form. */
static const char *
dress_verb(struct clair_ctx *ctx, const struct verb *verb, const char *form, const char *pronoun)
{
	if (verb->reflexive)
		form = put_small(ctx, pronoun, form);
	if (verb->negation != NULL)
		form = join(ctx, put_small(ctx, "ne", form), " ", verb->negation);
	return join(ctx, form, "", verb->rest);
}

static bool
is_form_of(struct clair_ctx *ctx, const struct clair_word *word, const char *lemma)
{
	size_t count;
	const struct clair_reading *readings =
	    word == NULL ? NULL : clair_word_readings(ctx, word, &count);

	for (size_t i = 0; word != NULL && i < count; i++)
		if (strcmp(clair_lexicon_lemma(readings[i].lemma), lemma) == 0)
			return true;
	return false;
}

/* « effectué », « a procédé à »: a participle that agrees stands for an object, so its verb must have one and
 * nothing may be left over. */
static const char *
write_participle(struct draft *draft, const struct verb *verb)
{
	static const char *const openers[] = {"de", "à", "avec", "sur", "pour", "par", "que", NULL};
	struct clair_ctx *ctx = draft->ctx;
	const uint32_t gram = draft->met->reading.gram;
	const uint32_t new_gram = gram_of(verb->infinitive, strlen(verb->infinitive));
	const bool with_avoir = is_form_of(ctx, before(draft, draft->first), "avoir");
	const bool leaves_object = *verb->rest != '\0' && is_in(last_of(verb->rest), openers);
	const struct clair_term *term = draft->met->term;
	const bool opens_object = term->words[term->word_count - 1].match == CLAIR_TERM_DE ||
	    term->words[term->word_count - 1].match == CLAIR_TERM_A;
	const char *form;

	static const char *const never[] = {"avoir", "être", "pouvoir", "devoir", NULL};

	if (verb->negation != NULL || verb->reflexive || term->reflexive || term->active_only ||
	    is_in(verb->infinitive, never) || ((gram ^ new_gram) & CLAIR_WITH_ETRE) != 0)
		return NULL;
	if (!with_avoir && ((new_gram & (CLAIR_TRANSITIVE | CLAIR_WITH_ETRE)) == 0 || leaves_object || opens_object))
		return NULL;
	form = clair_inflect(ctx, verb->infinitive, CLAIR_PAST_PARTICIPLE | (gram & AGREEMENT));
	return form == NULL ? NULL : join(ctx, form, "", verb->rest);
}

static const char *
write_finite(struct draft *draft, const struct verb *verb)
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
	    (gram_of(next, first_length(next)) & (CLAIR_ADJECTIVE | CLAIR_NOUN)) != 0;
}

static const char *
write_verb(struct draft *draft)
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

/* --- Nouns ------------------------------------------------------------------------------------------ */

/* The form of an adjective, or of a participle taken as one. */
static const char *
inflect_adjective(struct clair_ctx *ctx, const char *word, uint32_t agreement)
{
	struct clair_reading readings[CLAIR_LEXICON_READINGS];
	const size_t count = clair_lexicon_find(word, strlen(word), readings);

	for (size_t i = 0; i < count; i++) {
		const uint32_t kind = readings[i].gram & (CLAIR_ADJECTIVE | CLAIR_PAST_PARTICIPLE);
		char form[CLAIR_FORM_BYTES];

		if (kind != 0 && (readings[i].gram & (CLAIR_NUMBERS | CLAIR_GENDERS)) != 0 &&
		    clair_lexicon_form(readings[i].lemma,
		        (kind & CLAIR_PAST_PARTICIPLE) != 0 ? CLAIR_PAST_PARTICIPLE | agreement : CLAIR_ADJECTIVE | agreement, form) != 0)
			return clair_strdup(&ctx->page->mem, form);
	}
	return NULL;
}

/* The adjectives that follow the noun, in its gender and number, up to a word that is none. */
static const char *
write_adjectives(struct clair_ctx *ctx, const char *text, const char *rest, uint32_t agreement)
{
	while (*rest == ' ') {
		const size_t length = first_length(rest + 1);
		const char *word = clair_strndup(&ctx->page->mem, rest + 1, length);
		const char *form = inflect_adjective(ctx, word, agreement);

		if ((gram_of(word, length) & (CLAIR_PREPOSITION | CLAIR_PRONOUN)) != 0 || form == NULL)
			break;
		text = join(ctx, text, " ", form);
		rest += 1 + length;
	}
	return join(ctx, text, "", rest);
}

/* Of both, none is known. */
static uint32_t
one_gender(uint32_t genders)
{
	return genders == CLAIR_GENDERS ? 0 : genders;
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

static const char *write_relative(struct clair_ctx *ctx, const char *plain);

/* « personne concernée », « service qui étudie la demande ». */
static const char *
pluralise_rest(struct clair_ctx *ctx, const char *text, const char *rest)
{
	while (*rest == ' ') {
		const size_t length = first_length(rest + 1);
		const char *word = clair_strndup(&ctx->page->mem, rest + 1, length);
		const char *form = NULL;

		if (strcmp(word, "qui") == 0) {
			rest = write_relative(ctx, rest + 1);
			return rest == NULL ? NULL : join(ctx, text, " ", rest);
		}
		if ((gram_of(word, length) & (CLAIR_PREPOSITION | CLAIR_PRONOUN)) == 0)
			form = inflect_adjective(ctx, word, CLAIR_PLURAL | one_gender(own_gender(word)));
		if (form == NULL)
			break;
		text = join(ctx, text, " ", form);
		rest += 1 + length;
	}
	return join(ctx, text, "", rest);
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
noun_gram(const struct draft *draft)
{
	const struct clair_word *word = before(draft, draft->first);
	uint32_t gram = draft->met->reading.gram;

	if (gram == 0)
		gram = clair_word_gram(draft->ctx, draft->met->head) & (CLAIR_NOUN | AGREEMENT);
	if ((gram & CLAIR_NOUN) != 0 && (gram & CLAIR_NUMBERS) != 0)
		return gram;
	gram = word == NULL ? 0 : clair_word_gram(draft->ctx, word);
	return (gram & CLAIR_DETERMINER) != 0 ? gram & AGREEMENT : 0;
}

static bool
has_both_genders(const struct draft *draft)
{
	const struct clair_reading *reading = &draft->met->reading;

	return reading->gram != 0 && draft->old_gender != 0 &&
	    clair_inflect(draft->ctx, clair_lexicon_lemma(reading->lemma),
	        CLAIR_NOUN | (CLAIR_GENDERS ^ draft->old_gender)) != NULL;
}

static const char *
write_noun(struct draft *draft)
{
	struct clair_ctx *ctx = draft->ctx;
	const char *plain = draft->met->term->plain;
	const uint32_t gram = noun_gram(draft);
	const char *noun = clair_strndup(&ctx->page->mem, plain, first_length(plain));
	const uint32_t own = gram_of(noun, strlen(noun));
	const char *form;

	draft->number = gram & CLAIR_NUMBERS;
	draft->old_gender = one_gender(gram & CLAIR_GENDERS);
	if ((own & CLAIR_NOUN) == 0 || (own & CLAIR_PREPOSITION) != 0 || draft->number == 0 ||
	    draft->number == CLAIR_NUMBERS)
		return NULL;
	/* « étapes à suivre » for « procédure »: the rest of the sentence would have to follow. */
	if ((own & CLAIR_SINGULAR) == 0)
		return draft->number == CLAIR_PLURAL ? (draft->new_gender = one_gender(own & CLAIR_GENDERS), plain)
		                                     : NULL;
	/* « une acheteuse » for « une acquéreuse »: of people, whose noun has both genders. */
	form = has_both_genders(draft)
	    ? clair_inflect(ctx, noun, CLAIR_NOUN | draft->old_gender | draft->number)
	    : NULL;
	if (form != NULL && draft->old_gender != 0) {
		draft->new_gender = draft->old_gender;
		return write_adjectives(ctx, form, rest_of(plain), draft->new_gender | draft->number);
	}
	draft->new_gender = one_gender(noun_genders(noun));
	if (draft->number == CLAIR_SINGULAR)
		return plain;
	form = clair_inflect(ctx, noun, CLAIR_NOUN | CLAIR_PLURAL);
	return form == NULL ? NULL : pluralise_rest(ctx, form, rest_of(plain));
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
	const char *noun = clair_strndup(&ctx->page->mem, text, first_length(text));
	const char *form = clair_inflect(ctx, noun, CLAIR_NOUN | CLAIR_PLURAL);
	const char *whole = form == NULL ? NULL : pluralise_rest(ctx, form, rest_of(text));

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

/* --- Adjectives ------------------------------------------------------------------------------------- */

/* The gender and number of the adjective; what its form hides is that of the noun before it. 0: not known. */
static uint32_t
agreement_here(const struct draft *draft)
{
	const struct clair_word *noun = before(draft, draft->first);
	const uint32_t other = noun == NULL ? 0 : clair_word_gram(draft->ctx, noun);
	uint32_t gender = one_gender(draft->met->reading.gram & CLAIR_GENDERS);
	uint32_t number = draft->met->reading.gram & CLAIR_NUMBERS;

	if (gender == 0 && (other & CLAIR_NOUN) != 0)
		gender = one_gender(other & CLAIR_GENDERS);
	if ((number == 0 || number == CLAIR_NUMBERS) && (other & CLAIR_NOUN) != 0)
		number = other & CLAIR_NUMBERS;
	return gender == 0 || number == 0 || number == CLAIR_NUMBERS ? 0 : gender | number;
}

/* « qui s’applique », « qui s’appliquent ». */
static const char *
write_relative(struct clair_ctx *ctx, const char *plain)
{
	for (const char *rest = rest_of(plain); *rest == ' '; rest = rest_of(rest + 1)) {
		const char *mark = strstr(rest + 1, "’");
		const size_t whole = first_length(rest + 1);
		const char *start =
		    mark != NULL && (size_t)(mark - rest) < whole ? mark + strlen("’") : rest + 1;
		const size_t length = first_length(start);
		struct clair_reading readings[CLAIR_LEXICON_READINGS];
		const size_t count = clair_lexicon_find(start, length, readings);

		for (size_t i = 0; i < count; i++) {
			const uint32_t wanted = CLAIR_VERB | CLAIR_PRESENT | CLAIR_THIRD;
			char form[CLAIR_FORM_BYTES];

			if ((readings[i].gram & (wanted | CLAIR_SINGULAR)) == (wanted | CLAIR_SINGULAR) &&
			    clair_lexicon_form(readings[i].lemma, wanted | CLAIR_PLURAL, form) != 0)
				return clair_asprintf(&ctx->page->mem, "%.*s%s%s", (int)(start - plain), plain, form,
				    start + length);
		}
	}
	return NULL;
}

/* Words that are no adjective stand after a noun only. */
static bool
follows_noun(const struct draft *draft)
{
	const struct clair_word *noun = before(draft, draft->first);

	return noun != NULL && (clair_word_gram(draft->ctx, noun) & CLAIR_NOUN) != 0 &&
	    (clair_word_gram(draft->ctx, noun) & (CLAIR_DETERMINER | CLAIR_PREPOSITION)) == 0 &&
	    !is_form_of(draft->ctx, noun, "être") && !is_form_of(draft->ctx, noun, "avoir");
}

/* « lié à », « déjà cité »: the word that agrees, after the text that does not. */
static const char *
write_agreeing(struct draft *draft, const char *plain, const char *word)
{
	const size_t head = (size_t)(word - plain);
	const char *text = clair_strndup(&draft->ctx->page->mem, word, first_length(word));
	const uint32_t agreement = agreement_here(draft);
	const char *form = agreement == 0 ? NULL : inflect_adjective(draft->ctx, text, agreement);

	return form == NULL ? NULL
	                    : clair_asprintf(&draft->ctx->page->mem, "%.*s%s%s", (int)head, plain, form, rest_of(word));
}

static const char *
write_adjective(struct draft *draft)
{
	struct clair_ctx *ctx = draft->ctx;
	const char *plain = draft->met->term->plain;
	const uint32_t adjectives = CLAIR_ADJECTIVE | CLAIR_PAST_PARTICIPLE;
	const uint32_t first = gram_of(plain, first_length(plain));
	const char *next = rest_of(plain);

	if ((first & adjectives) != 0 && (first & CLAIR_PREPOSITION) == 0)
		return write_agreeing(draft, plain, plain);
	if (!follows_noun(draft))
		return NULL;
	if (strncmp(plain, "qui ", 4) == 0)
		return (agreement_here(draft) & CLAIR_PLURAL) != 0 ? write_relative(ctx, plain) : plain;
	if ((first & CLAIR_ADVERB) != 0 && *next == ' ' &&
	    (gram_of(next + 1, first_length(next + 1)) & adjectives) != 0)
		return write_agreeing(draft, plain, next + 1);
	return plain;
}

/* --- What follows ----------------------------------------------------------------------------------- */

/* Replaces up to and with this word. */
static void
take_next(struct draft *draft, const struct clair_word *word, const char *glue, const char *text)
{
	draft->text = join(draft->ctx, draft->text, glue, text);
	draft->last = word;
}

static const char *
without_last(struct clair_ctx *ctx, const char *text)
{
	const size_t length = (size_t)(last_of(text) - text);

	return clair_strndup(&ctx->page->mem, text, length == 0 ? 0 : length - 1);
}

/* de + le, à + les, que + il, si + il: "text" ends with the small word, `next` is the word after it. */
static void
contract(struct draft *draft, const struct clair_word *next)
{
	static const struct {
		const char *small, *article, *both;
	} contractions[] = {
	    {"de", "le", "du"}, {"de", "les", "des"}, {"de", "des", "de"}, {"de", "du", "du"}, {"à", "le", "au"}, {"à", "les", "aux"},
	};
	static const char *const elided[] = {"de", "que", NULL};
	struct clair_ctx *ctx = draft->ctx;
	const char *small = last_of(draft->text);
	const char *lower = lower_of(ctx, next);

	if (next == NULL)
		return;
	for (size_t i = 0; i < sizeof(contractions) / sizeof(contractions[0]); i++) {
		if (strcmp(small, contractions[i].small) == 0 && strcmp(lower, contractions[i].article) == 0) {
			draft->text = without_last(ctx, draft->text);
			take_next(draft, next, *draft->text == '\0' ? "" : " ", contractions[i].both);
			return;
		}
	}
	if ((is_in(small, elided) && starts_with_vowel(lower)) ||
	    (strcmp(small, "si") == 0 && (strcmp(lower, "il") == 0 || strcmp(lower, "ils") == 0))) {
		draft->text = clair_strndup(&ctx->page->mem, draft->text, strlen(draft->text) - 1);
		take_next(draft, next, "’", clair_word_text(ctx, next));
	}
}

/* "grâce à" + "du": grâce au. */
static void
replace_last(struct draft *draft, const char *word)
{
	const char *head = without_last(draft->ctx, draft->text);

	draft->text = join(draft->ctx, head, *head == '\0' ? "" : " ", word);
}

static bool
opens_noun(struct clair_ctx *ctx, const struct clair_word *word)
{
	const uint32_t gram = clair_word_gram(ctx, word);

	return (gram & (CLAIR_DETERMINER | CLAIR_PRONOUN | CLAIR_INFINITIVE | CLAIR_PROPER)) != 0 ||
	    (word->flags & (CLAIR_WORD_HAS_DIGIT | CLAIR_WORD_ALL_CAPS | CLAIR_WORD_CAPITALIZED)) != 0;
}

/* « au moyen d’outils »: de hides des. « en raison de travaux »: not so after words that want no article. */
static bool
put_bare_noun(struct draft *draft, const struct clair_word *next)
{
	static const char *const bare[] = {"sans", "par", "comme", "en", "plusieurs", NULL};
	const uint32_t gram = clair_word_gram(draft->ctx, next);

	if (is_in(last_of(draft->text), bare)) {
		take_next(draft, next, " ", clair_word_text(draft->ctx, next));
		return true;
	}
	if ((gram & (CLAIR_NOUN | CLAIR_ADJECTIVE)) == 0 || (gram & CLAIR_NUMBERS) != CLAIR_PLURAL)
		return false;
	take_next(draft, next, " des ", clair_word_text(draft->ctx, next));
	return true;
}

/* The expression ends with "de" and the plainer words do not. */
static bool
drop_de(struct draft *draft)
{
	struct clair_ctx *ctx = draft->ctx;
	const char *lower = lower_of(ctx, draft->last);
	const struct clair_word *next = after(draft, draft->last);
	const bool opens_a = strcmp(last_of(draft->text), "à") == 0;

	if (next == NULL)
		return false;
	if (strcmp(lower, "du") == 0 || strcmp(lower, "des") == 0) {
		const char *article = strcmp(lower, "du") == 0 ? "le" : "les";

		if (opens_a)
			replace_last(draft, strcmp(lower, "du") == 0 ? "au" : "aux");
		else
			draft->text = join(ctx, draft->text, " ", article);
		return true;
	}
	if (strcmp(last_of(draft->text), "dans") == 0 && (next->flags & (CLAIR_WORD_CAPITALIZED | CLAIR_WORD_ALL_CAPS)) != 0)
		return false; /* « au sein d’Etalab »: à, chez… */
	if (strcmp(lower_of(ctx, next), "autres") == 0) {
		take_next(draft, next, " d’", clair_word_text(ctx, next)); /* d’autres is its own article */
		return true;
	}
	if (!opens_noun(ctx, next) && !put_bare_noun(draft, next))
		return false;
	if (draft->last != next && strcmp(lower, "d'") == 0)
		take_next(draft, next, " ", clair_word_text(ctx, next));
	return true;
}

/* It ends with "de" or "à", and so do the plainer words, or with another preposition. */
static bool
keep_preposition(struct draft *draft)
{
	static const char *const articles[][2] = {{"du", "le"}, {"des", "les"}, {"au", "le"}, {"aux", "les"}};
	struct clair_ctx *ctx = draft->ctx;
	const char *lower = lower_of(ctx, draft->last);
	const char *small = last_of(draft->text);
	const bool is_de = strcmp(small, "de") == 0;
	const bool is_a = strcmp(small, "à") == 0;
	const struct clair_word *next = after(draft, draft->last);

	for (size_t i = 0; i < 4; i++) {
		if (strcmp(lower, articles[i][0]) != 0)
			continue;
		if (!is_de && !is_a) {
			draft->text = join(ctx, draft->text, " ", articles[i][1]);
			return next != NULL;
		}
		replace_last(draft, is_de ? (i % 2 == 0 ? "du" : "des") : (i % 2 == 0 ? "au" : "aux"));
		return next != NULL;
	}
	contract(draft, next);
	return next != NULL;
}

/* « relative à la gratuité et aux délais »: the second half would be left with the old preposition. */
static bool
goes_on(const struct draft *draft, const char *const *forms)
{
	static const char *const conjunctions[] = {"et", "ou", "ni", "mais", NULL};
	const struct clair_word *word = draft->met->last;

	for (unsigned i = 0; i < COORDINATION_REACH; i++) {
		const struct clair_word *next = clair_word_after(draft->ctx, draft->met->sentence, word);

		if (next == NULL)
			return false;
		if ((is_in(lower_of(draft->ctx, word), conjunctions) ||
		        !clair_words_adjoin(draft->ctx, word, next)) &&
		    is_in(lower_of(draft->ctx, next), forms))
			return true;
		word = next;
	}
	return false;
}

static bool
fit_after(struct draft *draft)
{
	static const char *const forms_of_de[] = {"de", "d'", "du", "des", NULL};
	static const char *const forms_of_a[] = {"à", "au", "aux", NULL};
	static const char *const forms_of_que[] = {"que", "qu'", NULL};
	const struct clair_term *term = draft->met->term;
	static const char *const small[] = {"de", "à", "que", "si", NULL};
	const char *last = last_of(draft->text);

	switch (term->words[term->word_count - 1].match) {
	case CLAIR_TERM_DE:
		if (strcmp(last, "de") == 0)
			return keep_preposition(draft);
		return !goes_on(draft, forms_of_de) && drop_de(draft);
	case CLAIR_TERM_A:
		if (strcmp(last, "à") != 0 && goes_on(draft, forms_of_a))
			return false;
		if (!is_in(last, small)) {
			const struct clair_word *next = after(draft, draft->last);

			if (next == NULL || (!opens_noun(draft->ctx, next) &&
			        strcmp(lower_of(draft->ctx, draft->last), "à") == 0))
				return false;
		}
		return keep_preposition(draft);
	case CLAIR_TERM_QUE: {
		const struct clair_word *next = after(draft, draft->last);

		if (next == NULL || (strcmp(last, "que") != 0 && goes_on(draft, forms_of_que)))
			return false;
		/* What goes leaves its capital to the next word. */
		if (*draft->text == '\0' ||
		    (strcmp(lower_of(draft->ctx, draft->last), "qu'") == 0 && !is_in(last, small)))
			take_next(draft, next, *draft->text == '\0' ? "" : " ", clair_word_text(draft->ctx, next));
		else
			contract(draft, next);
		return true;
	}
	default:
		/* « saisir le juge »: demander l’avis du juge. */
		if (is_in(last, small)) {
			const struct clair_word *next = after(draft, draft->last);

			if (next == NULL)
				return false;
			if ((draft->last->flags & CLAIR_WORD_ELIDED) == 0)
				contract(draft, next);
		}
		return true;
	}
}

/* --- What goes before ------------------------------------------------------------------------------- */

enum { BEFORE_CONSONANT, BEFORE_VOWEL };

/* Determiners and small words, by gender, number and the letter that follows. */
static const struct {
	const char *masculine[2], *feminine[2], *plural[2]; /* plural: masculine, feminine */
} determiners[] = {
    {{"le", "l’"}, {"la", "l’"}, {"les", "les"}},
    {{"un", "un"}, {"une", "une"}, {"des", "des"}},
    {{"ce", "cet"}, {"cette", "cette"}, {"ces", "ces"}},
    {{"mon", "mon"}, {"ma", "mon"}, {"mes", "mes"}},
    {{"ton", "ton"}, {"ta", "ton"}, {"tes", "tes"}},
    {{"son", "son"}, {"sa", "son"}, {"ses", "ses"}},
    {{"du", "de l’"}, {"de la", "de l’"}, {"des", "des"}},
    {{"au", "à l’"}, {"à la", "à l’"}, {"aux", "aux"}},
    {{"aucun", "aucun"}, {"aucune", "aucune"}, {"aucuns", "aucunes"}},
    {{"quel", "quel"}, {"quelle", "quelle"}, {"quels", "quelles"}},
    {{"tout", "tout"}, {"toute", "toute"}, {"tous", "toutes"}},
    {{"certain", "certain"}, {"certaine", "certaine"}, {"certains", "certaines"}},
};

static const char *const elidable[][2] = {{"de", "d’"}, {"que", "qu’"}, {"ne", "n’"}, {"je", "j’"}, {"me", "m’"},
    {"te", "t’"}, {"se", "s’"}, {"jusque", "jusqu’"}, {"lorsque", "lorsqu’"}, {"puisque", "puisqu’"}};

/* As clair_fold has it: straight. */
static bool
is_written(const char *lower, const char *form)
{
	const size_t length = strlen(lower);

	if (length > 0 && lower[length - 1] == '\'')
		return strlen(form) == length + 2 && strncmp(lower, form, length - 1) == 0 &&
		    strcmp(form + length - 1, "’") == 0;
	return strcmp(lower, form) == 0;
}

static void
put_before(struct draft *draft, const struct clair_word *word, const char *form)
{
	const size_t length = strlen(form);
	const bool elided = length > 3 && strcmp(form + length - 3, "’") == 0;

	draft->text = join(draft->ctx, form, elided ? "" : " ", draft->text);
	draft->first = word;
}

/* « de la » and « à l’ » are two words of the page: they become du, au. */
static bool
put_article(struct draft *draft, const struct clair_word *word, const char *form)
{
	const struct clair_word *small = before(draft, word);
	const char *lower = lower_of(draft->ctx, small);

	if (strcmp(form, "le") != 0 || (strcmp(lower, "de") != 0 && strcmp(lower, "à") != 0)) {
		put_before(draft, word, form);
		return true;
	}
	put_before(draft, small, lower[0] == 'd' ? "du" : "au");
	return true;
}

/* The determiner of a noun in the gender and number of the new one. False: it is one, and cannot agree. */
static bool
fit_determiner(struct draft *draft, const struct clair_word *word, bool *is_one)
{
	const char *lower = lower_of(draft->ctx, word);
	const bool vowel = starts_with_vowel(draft->text);
	const bool feminine = draft->new_gender == CLAIR_FEMININE;

	*is_one = false;
	for (size_t i = 0; i < sizeof(determiners) / sizeof(determiners[0]); i++) {
		const char *const *old =
		    draft->old_gender == CLAIR_FEMININE ? determiners[i].feminine : determiners[i].masculine;
		const char *form;

		if (draft->number == CLAIR_PLURAL)
			old = determiners[i].plural;
		if (!is_written(lower, old[0]) && !is_written(lower, old[1]))
			continue;
		*is_one = true;
		form = draft->number == CLAIR_PLURAL ? determiners[i].plural[feminine]
		    : feminine                       ? determiners[i].feminine[vowel]
		                                     : determiners[i].masculine[vowel];
		if (is_written(lower, form))
			return true;
		if (draft->new_gender == 0 && draft->number != CLAIR_PLURAL)
			return false;
		return put_article(draft, word, form);
	}
	return true;
}

/* An adjective between the determiner and the noun: « nouvelle réclamation ». */
static bool
fit_adjective(struct draft *draft, const struct clair_word *word)
{
	const char *lemma = clair_word_lemma(draft->ctx, word, CLAIR_ADJECTIVE | draft->old_gender | draft->number);
	const char *form = lemma == NULL
	    ? NULL
	    : clair_inflect(draft->ctx, lemma, CLAIR_ADJECTIVE | draft->new_gender | draft->number);

	if (form == NULL)
		return false;
	put_before(draft, word, form);
	return true;
}

static bool
is_adjective_before(struct clair_ctx *ctx, const struct clair_word *word)
{
	const uint32_t gram = clair_word_gram(ctx, word);

	return (gram & CLAIR_ADJECTIVE) != 0 &&
	    (gram & (CLAIR_DETERMINER | CLAIR_PREPOSITION | CLAIR_PRONOUN | CLAIR_CONJUNCTION)) == 0;
}

static bool
fit_noun(struct draft *draft)
{
	const bool changes = draft->new_gender != draft->old_gender;
	const struct clair_word *word = before(draft, draft->first);
	bool is_determiner;

	for (unsigned i = 0; changes && i < 2 && word != NULL && is_adjective_before(draft->ctx, word); i++) {
		if (!fit_adjective(draft, word))
			return false;
		word = before(draft, draft->first);
	}
	if (word == NULL)
		return true;
	if (!fit_determiner(draft, word, &is_determiner))
		return false;
	if (is_determiner && changes && draft->first == word) {
		/* « toute la durée » */
		word = before(draft, draft->first);
		return word == NULL || fit_determiner(draft, word, &is_determiner);
	}
	return true;
}

/* Small words that lose their vowel, or find it again. « l’ » of a verb hides le or la. */
static bool
fit_elision(struct draft *draft)
{
	const struct clair_word *word = before(draft, draft->first);
	const char *lower = lower_of(draft->ctx, word);
	const bool vowel = starts_with_vowel(draft->text);

	if (word == NULL)
		return true;
	/* « s’il est procédé à » is « si on fait ». */
	if (strcmp(lower, "s'") == 0 && strcmp(lower_of(draft->ctx, draft->met->first), "il") == 0) {
		put_before(draft, word, "si");
		return true;
	}
	for (size_t i = 0; i < sizeof(elidable) / sizeof(elidable[0]); i++) {
		if (!is_written(lower, elidable[i][!vowel]))
			continue;
		put_before(draft, word, elidable[i][vowel]);
		return true;
	}
	if (draft->met->term->kind == CLAIR_TERM_VERB && vowel &&
	    (strcmp(lower, "le") == 0 || strcmp(lower, "la") == 0)) {
		put_before(draft, word, "l’");
		return true;
	}
	return vowel || (word->flags & CLAIR_WORD_ELIDED) == 0;
}

/* --- Agreement further on --------------------------------------------------------------------------- */

/* Adjectives right after the noun take its new gender. */
static bool
agree_after(struct draft *draft)
{
	const struct clair_word *word = after(draft, draft->last);

	while (word != NULL && (clair_word_gram(draft->ctx, word) & CLAIR_ADJECTIVE) != 0 &&
	    (clair_word_gram(draft->ctx, word) & (CLAIR_PREPOSITION | CLAIR_PRONOUN | CLAIR_DETERMINER)) == 0) {
		const char *lemma = clair_word_lemma(
		    draft->ctx, word, CLAIR_ADJECTIVE | draft->old_gender | draft->number);
		const char *form = lemma == NULL
		    ? NULL
		    : clair_inflect(draft->ctx, lemma, CLAIR_ADJECTIVE | draft->new_gender | draft->number);

		if (form == NULL)
			return false;
		take_next(draft, word, " ", form);
		word = after(draft, word);
	}
	return true;
}

/* A word further on, in the sentence or before, still shows the old gender: « la réclamation doit être
 * écrite ». */
static bool
shows_old_gender(const struct draft *draft)
{
	const struct clair_word *word = draft->last;

	while ((word = clair_word_after(draft->ctx, draft->met->sentence, word)) != NULL) {
		const uint32_t gram = clair_word_gram(draft->ctx, word);

		if ((gram & (CLAIR_ADJECTIVE | CLAIR_PAST_PARTICIPLE)) != 0 && (gram & CLAIR_NOUN) == 0 &&
		    (gram & AGREEMENT) == (draft->old_gender | draft->number))
			return true;
	}
	return false;
}

/* --- The whole -------------------------------------------------------------------------------------- */

static const char *
with_capital(struct clair_ctx *ctx, const char *text)
{
	char *copy = clair_strdup(&ctx->page->mem, text);

	if (copy[0] >= 'a' && copy[0] <= 'z')
		copy[0] = (char)(copy[0] - 32);
	else if ((unsigned char)copy[0] == 0xC3 && (unsigned char)copy[1] >= 0xA0)
		copy[1] = (char)((unsigned char)copy[1] - 32);
	return copy;
}

static const char *
write_body(struct draft *draft)
{
	switch (draft->met->term->kind) {
	case CLAIR_TERM_VERB:
		return write_verb(draft);
	case CLAIR_TERM_NOUN:
		return write_noun(draft);
	case CLAIR_TERM_ADJECTIVE:
		return write_adjective(draft);
	default:
		return draft->met->term->plain;
	}
}

/* « dans le cas où il viendrait »: si asks for another tense. */
static bool
clashes_with_si(const struct draft *draft)
{
	const struct clair_word *word = draft->met->last;

	if (draft->met->term->kind != CLAIR_TERM_OTHER || strcmp(draft->met->term->plain, "si") != 0)
		return false;
	while ((word = clair_word_after(draft->ctx, draft->met->sentence, word)) != NULL) {
		const uint32_t gram = clair_word_gram(draft->ctx, word);

		if ((gram & CLAIR_CONDITIONAL) != 0)
			return true;
		if ((gram & (CLAIR_PRESENT | CLAIR_IMPERFECT)) != 0 && (gram & (CLAIR_NOUN | CLAIR_ADJECTIVE)) == 0)
			return false;
	}
	return false;
}

static bool
fit(struct draft *draft)
{
	const bool is_noun = draft->met->term->kind == CLAIR_TERM_NOUN;

	draft->text = write_body(draft);
	if (draft->text == NULL || clashes_with_si(draft) || !fit_after(draft))
		return false;
	if (!is_noun)
		return fit_elision(draft);
	if (draft->old_gender != draft->new_gender) {
		if (draft->old_gender == 0 || draft->new_gender == 0 || !agree_after(draft) ||
		    shows_old_gender(draft))
			return false;
	}
	return fit_noun(draft) && fit_elision(draft);
}

bool
clair_reword(struct clair_ctx *ctx, const struct clair_met *met, struct clair_rewording *out)
{
	struct draft draft = {.ctx = ctx, .met = met, .first = met->first, .last = met->last};

	if ((met->first->flags & CLAIR_WORD_ALL_CAPS) != 0 || !fit(&draft))
		return false;
	if ((draft.first->flags & CLAIR_WORD_CAPITALIZED) != 0)
		draft.text = with_capital(ctx, draft.text);
	*out = (struct clair_rewording){.first = draft.first, .last = draft.last, .text = draft.text};
	return true;
}
