/* What a text shows of its language. Private to src/facts/. */
#ifndef CLAIR_FACTS_LANGGUESS_H
#define CLAIR_FACTS_LANGGUESS_H

#include "facts/facts.h"

/* Languages of the list mots-langues; a set of them is a number. */
enum { CLAIR_LANGUAGES = 14, CLAIR_MARKS_KEPT = 8 };

/* Words by which languages are known, in one text or several. */
struct clair_lang_tally {
	uint32_t words;
	uint32_t hits[CLAIR_LANGUAGES];
	const char *marks[CLAIR_MARKS_KEPT]; /* the first words of the list met, of two letters or more, each once */
	uint32_t latin, other;               /* letters */
	uint32_t greek, hebrew, thai, hangul, kana;
};

/* Adds the words of a text to the tally, up to a ceiling over which more would not change it. */
void clair_lang_tally_add(
    struct clair_ctx *ctx, struct clair_lang_tally *tally, const char *text, size_t length);

/* `declared` is a language tag. */
struct clair_lang_guess clair_lang_judge(
    const struct clair_lang_tally *tally, const char *declared);

/* All the text of the page, whatever lang it has, held against a language tag. */
struct clair_lang_guess clair_page_lang(struct clair_ctx *ctx, const char *declared);

/* The element whose lang holds there, or NULL: lang.c. */
const struct clair_node *clair_lang_holder(struct clair_ctx *ctx, const struct clair_node *node);

#endif
