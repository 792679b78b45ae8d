/*
 * Names for what a French word is: part of speech, gender, number, tense. Source: the morphology that
 * Hunspell's French dictionary (hunspell-fr-classical) carries on its entries, fields `po:` and `is:`.
 */
#ifndef CLAIRLINT_GRAMMAR_H
#define CLAIRLINT_GRAMMAR_H

/* A reading of a word is a set of these. Two genders or two numbers: the form has both (élève, prix); two
 * tenses or two persons: the form is the same in both (je or il parle). */
enum clair_gram {
	CLAIR_NOUN = 1 << 0,
	CLAIR_ADJECTIVE = 1 << 1,     /* past participles too */
	CLAIR_VERB = 1 << 2,
	CLAIR_ADVERB = 1 << 3,
	CLAIR_DETERMINER = 1 << 4,    /* numbers written in letters too */
	CLAIR_PRONOUN = 1 << 5,
	CLAIR_PREPOSITION = 1 << 6,
	CLAIR_CONJUNCTION = 1 << 7,
	CLAIR_PROPER = 1 << 8,        /* names of places, people, brands: only with a capital */
	CLAIR_SUBJECT = 1 << 9,       /* of pronouns: je, tu, il… */
	CLAIR_MASCULINE = 1 << 10,
	CLAIR_FEMININE = 1 << 11,
	CLAIR_SINGULAR = 1 << 12,
	CLAIR_PLURAL = 1 << 13,
	CLAIR_FIRST = 1 << 14,        /* persons */
	CLAIR_SECOND = 1 << 15,
	CLAIR_THIRD = 1 << 16,
	CLAIR_INFINITIVE = 1 << 17,
	CLAIR_PAST_PARTICIPLE = 1 << 18,
	CLAIR_PRESENT_PARTICIPLE = 1 << 19,
	CLAIR_PRESENT = 1 << 20,      /* indicative: as the three that follow */
	CLAIR_IMPERFECT = 1 << 21,
	CLAIR_PAST_SIMPLE = 1 << 22,
	CLAIR_FUTURE = 1 << 23,
	CLAIR_SUBJUNCTIVE = 1 << 24,
	CLAIR_SUBJUNCTIVE_IMPERFECT = 1 << 25,
	CLAIR_CONDITIONAL = 1 << 26,
	CLAIR_IMPERATIVE = 1 << 27,
	CLAIR_TRANSITIVE = 1 << 28,   /* of verbs: can have a direct object */
	CLAIR_WITH_ETRE = 1 << 29,    /* of verbs: past tenses with être */
	CLAIR_REFLEXIVE = 1 << 30,    /* of verbs: only with se */
};
#define CLAIR_FINITE \
	(CLAIR_PRESENT | CLAIR_IMPERFECT | CLAIR_PAST_SIMPLE | CLAIR_FUTURE | CLAIR_SUBJUNCTIVE | \
	    CLAIR_SUBJUNCTIVE_IMPERFECT | CLAIR_CONDITIONAL | CLAIR_IMPERATIVE)
#define CLAIR_GENDERS (CLAIR_MASCULINE | CLAIR_FEMININE)
#define CLAIR_NUMBERS (CLAIR_SINGULAR | CLAIR_PLURAL)
#define CLAIR_PERSONS (CLAIR_FIRST | CLAIR_SECOND | CLAIR_THIRD)

#endif
