/*
 * The lists of dictionaries/fr/mots/: expressions that stop readers, with the words that may stand in
 * their place. All the lists are in one index, by the first word of their expressions: it is made on the
 * first question, read-only afterwards, shared by all threads.
 *
 * Columns: expression, plainer words, kind (verb, verb-active, noun, adj, or another), guard. A verb, a noun or an
 * adjective is matched in all its forms. The guard is a list of lemmas parted by commas: the expression holds only when one of them stands
 * near after it.
 */
#ifndef CLAIR_DICT_TERM_H
#define CLAIR_DICT_TERM_H

#include "dict/dict.h"

#include <stdint.h>

enum clair_term_kind { CLAIR_TERM_OTHER, CLAIR_TERM_VERB, CLAIR_TERM_NOUN, CLAIR_TERM_ADJECTIVE };

/* What a word of an expression asks of a word of the page. */
enum clair_term_match {
	CLAIR_TERM_SAME,   /* these letters */
	CLAIR_TERM_FORM,   /* a form of this lemma, of that part of speech */
	CLAIR_TERM_DE,     /* de, d', du, des */
	CLAIR_TERM_A,      /* à, au, aux */
	CLAIR_TERM_QUE,    /* que, qu' */
};

struct clair_term_word {
	const char *text;  /* folded */
	uint32_t gram;     /* of a form: CLAIR_NOUN… */
	enum clair_term_match match;
};

struct clair_term {
	const struct clair_term *next;  /* with the same first word; the longest comes first */
	const char *list;               /* name of the file, without .tsv */
	const char *plain;              /* "" : the expression can go */
	const struct clair_term_word *words;
	const char *const *guard;       /* ended by NULL; NULL: no guard */
	uint32_t index;                 /* in all the lists, from 0 */
	uint16_t word_count;            /* without "se" */
	enum clair_term_kind kind;
	bool active_only;               /* a verb ("verb-active") whose participle the plainer words do not give */
	bool reflexive;                 /* a verb that stands after "se" */
	bool explains;                  /* of a list "expliquer…": the word stays, its meaning goes after it */
};

struct clair_terms;

/* NULL without memory. */
const struct clair_terms *clair_dict_terms(const struct clair_dict *dict);
size_t clair_terms_count(const struct clair_terms *terms);
const struct clair_term *clair_terms_at(const struct clair_terms *terms, size_t index);
/* Expressions whose first word is this lemma or these letters, in lower case. */
const struct clair_term *clair_terms_find(
    const struct clair_terms *terms, const char *first, size_t length);

#endif
