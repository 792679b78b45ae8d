/*
 * What a word is in its sentence: of the readings that the lexicon gives, those that the words around it
 * leave. A word always keeps one. One pass from left to right: each word looks at a few others, never further
 * than REACH.
 */
#include "facts/reading.h"

#include <string.h>

enum { REACH = 6 };
#define CLAIR_VERBAL (CLAIR_FINITE | CLAIR_INFINITIVE | CLAIR_PRESENT_PARTICIPLE)
#define CLAIR_NOMINAL (CLAIR_NOUN | CLAIR_ADJECTIVE | CLAIR_PROPER)
#define CLAIR_SMALL \
	(CLAIR_DETERMINER | CLAIR_PRONOUN | CLAIR_PREPOSITION | CLAIR_CONJUNCTION | CLAIR_ADVERB)

struct reader {
	struct clair_ctx *ctx;
	const char *text;
	struct clair_word *words;
	uint32_t count;
	bool has_verb; /* a word of the sentence can only be a verb with a person */
};

static uint32_t
all_gram(const struct clair_word *word)
{
	uint32_t gram = 0;

	for (uint32_t i = 0; i < word->reading_count; i++)
		gram |= word->readings[i].gram;
	return gram;
}

static bool
is_form(const struct reader *r, uint32_t at, const char *const *forms)
{
	const char *lower = clair_word_lower(r->ctx, &r->words[at]);

	for (; *forms != NULL; forms++)
		if (strcmp(lower, *forms) == 0)
			return true;
	return false;
}
#define IS(r, at, ...) is_form(r, at, (const char *const[]){__VA_ARGS__, NULL})

static bool
has_lemma(const struct clair_word *word, uint32_t gram, const char *const *lemmas)
{
	for (uint32_t i = 0; i < word->reading_count; i++) {
		const char *lemma = clair_lexicon_lemma(word->readings[i].lemma);

		if ((word->readings[i].gram & gram) == 0)
			continue;
		for (const char *const *one = lemmas; *one != NULL; one++)
			if (strcmp(lemma, *one) == 0)
				return true;
	}
	return false;
}
#define HAS_LEMMA(word, gram, ...) has_lemma(word, gram, (const char *const[]){__VA_ARGS__, NULL})

/* The last three are the last bytes of … – and —. */
bool
clair_words_touch(const char *text, const struct clair_word *left, const struct clair_word *right)
{
	static const char signs[] = ",;:()[]!?.|/\xA6\x93\x94";

	for (uint32_t at = left->offset + left->length; at < right->offset; at++)
		if (memchr(signs, text[at], sizeof(signs) - 1) != NULL ||
		    (text[at] == '-' && (right->flags & CLAIR_WORD_CLITIC) == 0))
			return false;
	return true;
}

static bool
follows(const struct reader *r, uint32_t at)
{
	return at > 0 && at < r->count && clair_words_touch(r->text, &r->words[at - 1], &r->words[at]);
}

/* --- Taking readings away ----------------------------------------------------------------------- */

/* Readings are of the arena, and no one else has them. */
static struct clair_reading *
own_readings(const struct clair_word *word)
{
	return (struct clair_reading *)(uintptr_t)word->readings;
}

/* Keeps the readings with a bit of `wanted`, when there are any. */
static void
keep(struct clair_word *word, uint32_t wanted)
{
	struct clair_reading *readings = own_readings(word);
	uint8_t kept = 0;

	if ((all_gram(word) & wanted) == 0)
		return;
	for (uint32_t i = 0; i < word->reading_count; i++)
		if ((readings[i].gram & wanted) != 0)
			readings[kept++] = readings[i];
	word->reading_count = kept;
}

/* Takes away verbs with a person, infinitives and present participles, when something else is left. */
static void
drop_verbs(struct clair_word *word)
{
	struct clair_reading *readings = own_readings(word);
	uint8_t kept = 0;

	for (uint32_t i = 0; i < word->reading_count; i++)
		if ((readings[i].gram & CLAIR_VERBAL) == 0)
			readings[kept++] = readings[i];
	if (kept != 0)
		word->reading_count = kept;
}

static void
keep_lemma(struct clair_word *word, const char *lemma)
{
	struct clair_reading *readings = own_readings(word);
	uint8_t kept = 0;

	for (uint32_t i = 0; i < word->reading_count; i++)
		if (strcmp(clair_lexicon_lemma(readings[i].lemma), lemma) == 0)
			readings[kept++] = readings[i];
	if (kept != 0)
		word->reading_count = kept;
}

/* Takes `bits` out of the readings that have others of the same set. */
static void
clear(struct clair_word *word, uint32_t bits, uint32_t set)
{
	struct clair_reading *readings = own_readings(word);

	for (uint32_t i = 0; i < word->reading_count; i++)
		if ((readings[i].gram & set & ~bits) != 0)
			readings[i].gram &= ~bits;
}

/* --- Small words ---------------------------------------------------------------------------------- */

/* What these forms are, whatever else the dictionary has for them: letters, notes of music, small coins… */
static const struct usual {
	const char *form;
	uint32_t gram;
	const char *lemma;
} usuals[] = {
    {"a", CLAIR_VERB, NULL},
    {"afin", CLAIR_PREPOSITION, NULL},
    {"aussi", CLAIR_ADVERB, NULL},
    {"ce", CLAIR_DETERMINER | CLAIR_PRONOUN, NULL},
    {"cela", CLAIR_PRONOUN, NULL},
    {"cependant", CLAIR_ADVERB, NULL},
    {"convient", CLAIR_VERB, "convenir"},
    {"dans", CLAIR_PREPOSITION, NULL},
    {"durant", CLAIR_PREPOSITION, NULL},
    {"entre", CLAIR_PREPOSITION | CLAIR_VERB, NULL},
    {"faut", CLAIR_VERB, "falloir"},
    {"la", CLAIR_DETERMINER | CLAIR_PRONOUN, NULL},
    {"leur", CLAIR_DETERMINER | CLAIR_PRONOUN, NULL},
    {"lui", CLAIR_PRONOUN, NULL},
    {"maintenant", CLAIR_ADVERB, NULL},
    {"mais", CLAIR_CONJUNCTION, NULL},
    {"me", CLAIR_PRONOUN, NULL},
    {"mes", CLAIR_DETERMINER, NULL},
    {"nos", CLAIR_DETERMINER, NULL},
    {"plus", CLAIR_ADVERB, NULL},
    {"si", CLAIR_CONJUNCTION | CLAIR_ADVERB, NULL},
    {"sous", CLAIR_PREPOSITION, NULL},
    {"suis", CLAIR_VERB, "être"},
    {"sur", CLAIR_PREPOSITION, NULL},
    {"un", CLAIR_DETERMINER, NULL},
    {"une", CLAIR_DETERMINER, NULL},
    {"vers", CLAIR_PREPOSITION, NULL},
    {"y", CLAIR_PRONOUN, NULL},
};

/* The same, unless a determiner stands before: les pas, son avant, l'est. */
static const struct usual usuals_alone[] = {
    {"avant", CLAIR_PREPOSITION, NULL},
    {"avions", CLAIR_VERB, NULL},
    {"bien", CLAIR_ADVERB, NULL},
    {"car", CLAIR_CONJUNCTION, NULL},
    {"contre", CLAIR_PREPOSITION, NULL},
    {"devant", CLAIR_PREPOSITION, NULL},
    {"entre", CLAIR_PREPOSITION, NULL},
    {"est", CLAIR_VERB, NULL},
    {"or", CLAIR_CONJUNCTION, NULL},
    {"pas", CLAIR_ADVERB, NULL},
    {"pendant", CLAIR_PREPOSITION, NULL},
    {"personne", CLAIR_PRONOUN, NULL},
    {"puis", CLAIR_ADVERB, NULL},
    {"rien", CLAIR_PRONOUN, NULL},
    {"soit", CLAIR_VERB | CLAIR_CONJUNCTION, NULL},
    {"sommes", CLAIR_VERB, "être"},
    {"son", CLAIR_DETERMINER, NULL},
    {"ton", CLAIR_DETERMINER, NULL},
};

static void
settle(struct reader *r, uint32_t at, const struct usual *table, size_t count)
{
	struct clair_word *word = &r->words[at];
	const char *lower = clair_word_lower(r->ctx, word);
	size_t low = 0;

	while (low < count) {
		size_t middle = low + (count - low) / 2;
		int order = strcmp(lower, table[middle].form);

		if (order == 0) {
			keep(word, table[middle].gram);
			if (table[middle].lemma != NULL)
				keep_lemma(word, table[middle].lemma);
			return;
		}
		if (order < 0)
			count = middle;
		else
			low = middle + 1;
	}
}

static bool
is_only(const struct clair_word *word, uint32_t gram)
{
	for (uint32_t i = 0; i < word->reading_count; i++)
		if ((word->readings[i].gram & gram) == 0)
			return false;
	return word->reading_count != 0;
}

/* These adjectives stand before their noun: la nouvelle demande. */
static bool
is_early_adjective(const struct clair_word *word)
{
	return HAS_LEMMA(word, CLAIR_ADJECTIVE, "nouveau", "premier", "dernier", "petit", "grand", "bon",
	    "mauvais", "autre", "même", "ancien", "seul", "tel", "différent", "beau", "jeune", "vieux",
	    "gros", "double", "simple", "second", "prochain", "long", "court", "plein", "deuxième");
}

/* A determiner stands before, straight or with an adjective between. */
static bool
is_determined(const struct reader *r, uint32_t at)
{
	if (!follows(r, at))
		return false;
	if (is_only(&r->words[at - 1], CLAIR_DETERMINER))
		return !IS(r, at - 1, "de", "d'");
	return is_early_adjective(&r->words[at - 1]) && follows(r, at - 1) &&
	    is_only(&r->words[at - 2], CLAIR_DETERMINER);
}

static bool
is_preposition(const struct reader *r, uint32_t at)
{
	return is_only(&r->words[at], CLAIR_PREPOSITION | CLAIR_DETERMINER) &&
	    (all_gram(&r->words[at]) & CLAIR_PREPOSITION) != 0;
}

/* je, tu, il, ils, on; elle, elles, nous and vous unless something says that they are not. */
static bool
is_subject(const struct reader *r, uint32_t at)
{
	const struct clair_word *word = &r->words[at];

	return (word->flags & CLAIR_WORD_CLITIC) == 0 && (all_gram(word) & CLAIR_SUBJECT) != 0;
}

/* Stands between a subject and its verb: ne, se, y… */
static bool
is_clitic(const struct reader *r, uint32_t at)
{
	const struct clair_word *word = &r->words[at];

	if ((word->flags & CLAIR_WORD_CLITIC) != 0)
		return false;
	if (IS(r, at, "ne", "n'", "me", "m'", "te", "t'", "se", "y"))
		return true;
	return is_only(word, CLAIR_PRONOUN) &&
	    IS(r, at, "s'", "le", "la", "les", "l'", "lui", "leur", "en", "nous", "vous");
}

/* --- Article or pronoun --------------------------------------------------------------------------- */

static bool
agrees(const struct clair_word *left, const struct clair_word *right, uint32_t gram)
{
	for (uint32_t i = 0; i < left->reading_count; i++) {
		uint32_t a = left->readings[i].gram;

		for (uint32_t j = 0; j < right->reading_count; j++) {
			uint32_t b = right->readings[j].gram;

			if ((b & gram) != 0 && ((a & b & CLAIR_NUMBERS) != 0 || (b & CLAIR_PROPER) != 0) &&
			    ((a & b & CLAIR_GENDERS) != 0 || (b & CLAIR_PROPER) != 0))
				return true;
		}
	}
	return false;
}

static bool
is_before_pronoun(const struct reader *r, uint32_t at)
{
	if (!follows(r, at))
		return false;
	return is_clitic(r, at - 1) || IS(r, at - 1, "qui") ||
	    (is_subject(r, at - 1) && !IS(r, at - 1, "nous", "vous")) ||
	    (IS(r, at, "le", "les") && IS(r, at - 1, "de", "à"));
}

static bool
is_pronoun_here(const struct reader *r, uint32_t at)
{
	const struct clair_word *next;
	uint32_t gram;

	if ((r->words[at].flags & CLAIR_WORD_CLITIC) != 0)
		return true;
	if (!follows(r, at + 1))
		return false;
	next = &r->words[at + 1];
	gram = all_gram(next);
	if (IS(r, at + 1, "y", "en", "lui", "leur", "ai", "as", "a", "ont", "avez", "aurait", "auraient"))
		return true;
	if ((gram & CLAIR_VERBAL) == 0)
		return false;
	if ((gram & (CLAIR_NOMINAL | CLAIR_DETERMINER)) == 0)
		return true;
	return !agrees(&r->words[at], next, CLAIR_NOMINAL) || is_before_pronoun(r, at);
}

static void
article_or_pronoun(struct reader *r, uint32_t at)
{
	if (IS(r, at, "le", "la", "les", "l'", "leur"))
		keep(&r->words[at], is_pronoun_here(r, at) ? CLAIR_PRONOUN : CLAIR_DETERMINER);
}

/* Dans en: a preposition, unless a verb with a person follows (il en a), or the verb says vous (vous en…). */
static void
preposition_or_pronoun(struct reader *r, uint32_t at)
{
	bool pronoun;

	if (!IS(r, at, "en"))
		return;
	pronoun = (r->words[at].flags & CLAIR_WORD_CLITIC) != 0 || (follows(r, at) && is_clitic(r, at - 1)) ||
	    (follows(r, at + 1) && is_only(&r->words[at + 1], CLAIR_FINITE | CLAIR_INFINITIVE)) ||
	    (follows(r, at + 1) && follows(r, at) && is_subject(r, at - 1) &&
	        (all_gram(&r->words[at + 1]) & CLAIR_FINITE) != 0);
	keep(&r->words[at], pronoun ? CLAIR_PRONOUN : CLAIR_PREPOSITION);
}

/* de is a determiner only after a negation; s' is a conjunction only before il. */
static void
other_small_words(struct reader *r, uint32_t at)
{
	if (IS(r, at, "de", "d'"))
		keep(&r->words[at], CLAIR_PREPOSITION);
	if (IS(r, at, "s'"))
		keep(&r->words[at], at + 1 < r->count && IS(r, at + 1, "il", "ils") ? CLAIR_CONJUNCTION
		                                                                  : CLAIR_PRONOUN);
	if (IS(r, at, "tout", "tous", "toute", "toutes") && follows(r, at + 1) &&
	    (all_gram(&r->words[at + 1]) & (CLAIR_DETERMINER | CLAIR_NOUN)) != 0)
		keep(&r->words[at], CLAIR_DETERMINER);
	if (IS(r, at, "aucun", "aucune", "nul", "nulle", "certains", "certaines", "plusieurs") &&
	    follows(r, at + 1))
		keep(&r->words[at], (all_gram(&r->words[at + 1]) & CLAIR_NOMINAL) != 0 ? CLAIR_DETERMINER
		                                                                    : CLAIR_PRONOUN);
}

/* --- Nouns or verbs ------------------------------------------------------------------------------- */

static void
after_determiner(struct reader *r, uint32_t at)
{
	struct clair_word *word = &r->words[at];

	if (!is_determined(r, at) || (all_gram(word) & (CLAIR_NOMINAL | CLAIR_SMALL)) == 0)
		return;
	drop_verbs(word);
	if (!is_only(word, CLAIR_ADJECTIVE) && agrees(&r->words[at - 1], word, CLAIR_NOUN) &&
	    (!follows(r, at + 1) || (all_gram(&r->words[at + 1]) & CLAIR_NOUN) == 0))
		keep(word, CLAIR_NOUN);
}

/* No verb with a person follows de, à, pour… An infinitive does, or a noun without a determiner. */
static void
after_preposition(struct reader *r, uint32_t at)
{
	struct clair_word *word = &r->words[at];
	uint32_t gram = all_gram(word);

	if (!follows(r, at) || !is_preposition(r, at - 1))
		return;
	if ((gram & CLAIR_INFINITIVE) != 0 && (all_gram(&r->words[at - 1]) & CLAIR_DETERMINER) == 0 &&
	    !IS(r, at - 1, "en"))
		keep(word, CLAIR_INFINITIVE);
	else if (IS(r, at - 1, "en") && (gram & CLAIR_PRESENT_PARTICIPLE) != 0)
		keep(word, CLAIR_PRESENT_PARTICIPLE | CLAIR_NOUN);
	else if ((gram & (CLAIR_NOMINAL | CLAIR_SMALL)) != 0)
		drop_verbs(word);
}

/* il, qui, ne, se… then a verb. */
static void
after_subject(struct reader *r, uint32_t at)
{
	struct clair_word *word = &r->words[at];
	uint32_t person;

	if (!follows(r, at) || (all_gram(word) & CLAIR_VERBAL) == 0)
		return;
	if (is_clitic(r, at - 1) && !IS(r, at - 1, "en", "le", "la", "les", "l'", "leur", "nous", "vous", "lui"))
		keep(word, CLAIR_VERBAL);
	else if (is_clitic(r, at - 1) && IS(r, at - 1, "le", "la", "les", "l'", "leur"))
		keep(word, CLAIR_VERBAL);
	else if (IS(r, at - 1, "qui") && !is_only(word, CLAIR_SMALL))
		keep(word, CLAIR_FINITE);
	if (!is_subject(r, at - 1))
		return;
	person = all_gram(&r->words[at - 1]) & CLAIR_PERSONS;
	if ((all_gram(word) & CLAIR_FINITE) != 0 && (all_gram(word) & person) != 0 &&
	    (at < 2 || !follows(r, at - 1) || !is_preposition(r, at - 2) || IS(r, at - 1, "il", "ils", "je", "on")))
		keep(word, CLAIR_FINITE);
}

/* The word before that is neither an adverb nor a pronoun after its verb, no further than REACH; -1: none.
 * A comma may stand between. */
static int64_t
before_adverbs(const struct reader *r, uint32_t at)
{
	for (uint32_t i = at; i > 0 && at - i < REACH; i--) {
		const struct clair_word *word = &r->words[i - 1];

		if (!is_only(word, CLAIR_ADVERB) && (word->flags & CLAIR_WORD_CLITIC) == 0 &&
		    !IS(r, i - 1, "bien", "tous", "toutes", "tout", "rien", "même"))
			return i - 1;
	}
	return -1;
}

/* a été demandé, est toujours interdit, doit pouvoir. */
static void
after_auxiliary(struct reader *r, uint32_t at)
{
	struct clair_word *word = &r->words[at];
	uint32_t gram = all_gram(word);
	int64_t before;
	const struct clair_word *verb;

	if (word->reading_count < 2)
		return;
	before = before_adverbs(r, at);
	if (before < 0)
		return;
	verb = &r->words[before];
	if ((gram & CLAIR_PAST_PARTICIPLE) != 0 && HAS_LEMMA(verb, CLAIR_VERB, "être", "avoir"))
		keep(word, CLAIR_PAST_PARTICIPLE);
	else if ((gram & CLAIR_ADJECTIVE) != 0 && HAS_LEMMA(verb, CLAIR_VERB, "être"))
		drop_verbs(word);
	else if ((gram & CLAIR_INFINITIVE) != 0 && is_only(verb, CLAIR_VERB) &&
	    HAS_LEMMA(verb, CLAIR_VERB, "devoir", "pouvoir", "vouloir", "aller", "falloir", "faire",
	        "laisser", "savoir", "souhaiter"))
		keep(word, CLAIR_INFINITIVE);
}

/* l'été, en été, cet été; else the participle of être. */
static void
season_or_participle(struct reader *r, uint32_t at)
{
	bool season;

	if (!IS(r, at, "été"))
		return;
	season = at > 0 && follows(r, at) && (is_preposition(r, at - 1) || is_determined(r, at) ||
	    IS(r, at - 1, "l'") || is_only(&r->words[at - 1], CLAIR_ADJECTIVE));
	keep(&r->words[at], season ? CLAIR_NOUN : CLAIR_PAST_PARTICIPLE);
}

/* "Demande de logement": without anything before it, a noun or an order, and orders say vous. */
static void
at_start(struct reader *r, uint32_t at)
{
	struct clair_word *word = &r->words[at];
	uint32_t gram = all_gram(word);

	if (follows(r, at) || (gram & CLAIR_FINITE) == 0 || (gram & (CLAIR_NOMINAL | CLAIR_SMALL)) == 0 ||
	    (gram & CLAIR_PAST_PARTICIPLE) != 0)
		return;
	if (at + 1 < r->count && (r->words[at + 1].flags & CLAIR_WORD_CLITIC) != 0)
		keep(word, CLAIR_FINITE);
	else if (at == 0)
		drop_verbs(word);
}

/* "Le service demande une pièce": a noun that could be the verb of a sentence that has no other. */
static void
after_noun(struct reader *r, uint32_t at)
{
	struct clair_word *word = &r->words[at];
	uint32_t gram = all_gram(word);
	const struct clair_word *before;

	if (r->has_verb || !follows(r, at) || !follows(r, at + 1) || (gram & CLAIR_FINITE) == 0 ||
	    (gram & CLAIR_THIRD) == 0 || (gram & CLAIR_NOUN) == 0)
		return;
	before = &r->words[at - 1];
	if ((all_gram(before) & CLAIR_NOMINAL) == 0 || (all_gram(before) & CLAIR_VERBAL) != 0 ||
	    (all_gram(&r->words[at + 1]) & (CLAIR_DETERMINER | CLAIR_PRONOUN | CLAIR_CONJUNCTION)) == 0)
		return;
	keep(word, CLAIR_FINITE);
	r->has_verb = true;
}

/* "les personnes habitant la commune", "ayant reçu". */
static void
noun_or_participle(struct reader *r, uint32_t at)
{
	struct clair_word *word = &r->words[at];
	uint32_t next;

	if ((all_gram(word) & CLAIR_PRESENT_PARTICIPLE) == 0 || is_determined(r, at))
		return;
	if (follows(r, at) && is_clitic(r, at - 1))
		keep(word, CLAIR_PRESENT_PARTICIPLE);
	if (!follows(r, at + 1))
		return;
	next = all_gram(&r->words[at + 1]);
	if (HAS_LEMMA(word, CLAIR_VERB, "avoir")
	        ? (next & (CLAIR_PAST_PARTICIPLE | CLAIR_DETERMINER | CLAIR_ADVERB)) != 0
	        : (next & CLAIR_DETERMINER) != 0 && (all_gram(word) & CLAIR_PREPOSITION) == 0)
		keep(word, CLAIR_PRESENT_PARTICIPLE);
}

/* --- Moods ---------------------------------------------------------------------------------------- */

/* Pronouns of the verb aside; in "ne vous inquiétez pas" vous is no subject. */
static bool
has_subject_before(const struct reader *r, uint32_t at)
{
	for (uint32_t i = at; i > 0 && at - i < REACH && follows(r, i); i--) {
		if (IS(r, i - 1, "qui"))
			return true;
		if (is_subject(r, i - 1) && !(i > 1 && IS(r, i - 2, "ne")))
			return true;
		if (!is_clitic(r, i - 1))
			break;
	}
	return false;
}

/* An order opens its clause. */
static bool
opens_clause(const struct reader *r, uint32_t at)
{
	uint32_t i = at;

	while (i > 0 && at - i < REACH && follows(r, i) && is_clitic(r, i - 1))
		i--;
	if (i == 0 || !follows(r, i))
		return true;
	return is_only(&r->words[i - 1], CLAIR_ADVERB | CLAIR_CONJUNCTION) && !IS(r, i - 1, "que", "qu'", "si");
}

static bool
is_after_that(const struct reader *r, uint32_t at)
{
	for (uint32_t i = at; i > 0 && at - i < 2 * REACH; i--)
		if (IS(r, i - 1, "que", "qu'", "quoique", "quoiqu'", "qui", "dont", "où"))
			return true;
	return false;
}

/* Of forms that say several tenses or persons, what cannot be here. */
static void
clear_moods(struct reader *r, uint32_t at)
{
	struct clair_word *word = &r->words[at];
	uint32_t gram = all_gram(word);

	if ((gram & CLAIR_FINITE) == 0)
		return;
	if ((gram & CLAIR_PRESENT) != 0)
		clear(word, CLAIR_PAST_SIMPLE | CLAIR_SUBJUNCTIVE_IMPERFECT, CLAIR_FINITE);
	if ((gram & CLAIR_SUBJUNCTIVE) != 0 && !is_after_that(r, at))
		clear(word, CLAIR_SUBJUNCTIVE, CLAIR_FINITE);
	if ((gram & CLAIR_IMPERATIVE) == 0)
		return;
	if (has_subject_before(r, at) || !opens_clause(r, at))
		keep(word, (CLAIR_FINITE & ~CLAIR_IMPERATIVE) | CLAIR_NOMINAL | CLAIR_SMALL);
	else if ((gram & CLAIR_SECOND) != 0 && (gram & CLAIR_PLURAL) != 0 &&
	    !(at + 1 < r->count && (r->words[at + 1].flags & CLAIR_WORD_CLITIC) != 0 && IS(r, at + 1, "vous")))
		keep(word, CLAIR_IMPERATIVE);
}

/* Of the first or second person of the past simple (mis, pris, permis), without je or tu. */
static void
drop_rare_persons(struct reader *r, uint32_t at)
{
	struct clair_word *word = &r->words[at];
	uint32_t gram = all_gram(word);

	if ((gram & CLAIR_PAST_SIMPLE) != 0 && (gram & CLAIR_PAST_PARTICIPLE) != 0 &&
	    !(at > 0 && IS(r, at - 1, "je", "j'", "tu")))
		keep(word, CLAIR_PAST_PARTICIPLE);
}

/* --- The pass ------------------------------------------------------------------------------------- */

static void
read_at(struct reader *r, uint32_t at)
{
	struct clair_word *word = &r->words[at];

	if (word->reading_count == 0)
		return;
	article_or_pronoun(r, at);
	preposition_or_pronoun(r, at);
	other_small_words(r, at);
	if (word->reading_count > 1) {
		if (!is_determined(r, at))
			settle(r, at, usuals_alone, sizeof(usuals_alone) / sizeof(usuals_alone[0]));
		season_or_participle(r, at);
		after_determiner(r, at);
		after_preposition(r, at);
		drop_rare_persons(r, at);
		after_subject(r, at);
		after_auxiliary(r, at);
		at_start(r, at);
		after_noun(r, at);
		noun_or_participle(r, at);
	}
	clear_moods(r, at);
}

void
clair_words_narrow(
    struct clair_ctx *ctx, const char *text, struct clair_word *words, uint32_t count)
{
	struct reader r = {.ctx = ctx, .text = text, .words = words, .count = count};

	for (uint32_t i = 0; i < count; i++) {
		settle(&r, i, usuals, sizeof(usuals) / sizeof(usuals[0]));
		r.has_verb |= is_only(&words[i], CLAIR_FINITE);
	}
	for (uint32_t i = 0; i < count; i++)
		read_at(&r, i);
}
