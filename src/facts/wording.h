/* Plainer words on their way into a sentence. Private to the files wording*.c: see facts/term.h for the result. */
#ifndef CLAIR_FACTS_WORDING_H
#define CLAIR_FACTS_WORDING_H

#include "facts/term.h"

#define CLAIR_AGREEMENT (CLAIR_GENDERS | CLAIR_NUMBERS)

struct clair_draft {
	struct clair_ctx *ctx;
	const struct clair_met *met;
	const struct clair_word *first, *last; /* what is replaced */
	const char *text;
	uint32_t old_gender, new_gender;       /* of a noun: 0 when it cannot be known or does not matter */
	uint32_t number;
};

/* --- The words of the page: wording.c --- */

/* Lower case, as the lists have it; "" for NULL. */
const char *clair_draft_lower(struct clair_ctx *ctx, const struct clair_word *word);
/* The word right before or after, with nothing but a space between; NULL: none, or `word` is NULL. */
const struct clair_word *clair_draft_before(
    const struct clair_draft *draft, const struct clair_word *word);
const struct clair_word *clair_draft_after(
    const struct clair_draft *draft, const struct clair_word *word);
/* Replaces up to and with this word, by `text` after `glue`. */
void clair_draft_take(struct clair_draft *draft, const struct clair_word *word, const char *glue,
    const char *text);
bool clair_word_is_form_of(
    struct clair_ctx *ctx, const struct clair_word *word, const char *lemma);

/* --- The plainer words by themselves: wording_text.c --- */

const char *clair_wording_join(
    struct clair_ctx *ctx, const char *one, const char *glue, const char *other);
/* In bytes, of the first word. */
size_t clair_wording_first_length(const char *text);
/* The text after its first word: "" or a space and the rest. */
const char *clair_wording_rest(const char *text);
const char *clair_wording_last(const char *text);
/* Small words lose their vowel before it. */
bool clair_wording_has_vowel(const char *lower);
/* The gender, 0 when both are there. */
uint32_t clair_one_gender(uint32_t genders);
/* The form of an adjective, or of a participle taken as one, or NULL. */
const char *clair_wording_adjective(struct clair_ctx *ctx, const char *word, uint32_t agreement);
/* « qui s’applique » in the plural: « qui s’appliquent »; NULL when its verb is not found. */
const char *clair_wording_relative(struct clair_ctx *ctx, const char *plain);

/* --- By kind: the plainer words in the form of those they replace; NULL when it is not sure --- */

const char *clair_draft_verb(struct clair_draft *draft);
const char *clair_draft_noun(struct clair_draft *draft); /* and its genders and number in the draft */
const char *clair_draft_adjective(struct clair_draft *draft);

/* --- What stands around: false when it cannot be made to fit --- */

/* Prepositions and articles: wording_after.c */
bool clair_draft_fit_after(struct clair_draft *draft);
/* Adjectives right after the noun take its new gender. */
bool clair_draft_agree_after(struct clair_draft *draft);
/* A word further on still shows the old gender. */
bool clair_draft_shows_old_gender(const struct clair_draft *draft);
/* Determiners and adjectives before a noun: wording_before.c */
bool clair_draft_fit_determiners(struct clair_draft *draft);
/* de, d’; le, l’… */
bool clair_draft_fit_elision(struct clair_draft *draft);

#endif
