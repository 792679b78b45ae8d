/* Expressions of the lists of words, as the page writes them, and what may be written in their place. */
#ifndef CLAIR_FACTS_TERM_H
#define CLAIR_FACTS_TERM_H

#include "dict/term.h"
#include "facts/text.h"

#include <string.h>

struct clair_met {
	const struct clair_term *term;
	const struct clair_sentence *sentence;
	const struct clair_word *first, *last;
	const struct clair_word *head;     /* the verb, the noun, the adjective: what gives the form */
	struct clair_reading reading;      /* of the head; gram 0: none */
};

/* The longest expression at this word, in a form that can be that of the expression. */
bool clair_term_at(struct clair_ctx *ctx, const struct clair_sentence *sentence,
    const struct clair_word *word, struct clair_met *met);

/* The plainer words in the form that the sentence asks for, and the words of the page that they replace: the
 * expression, and the article or the adjective that must go with it. False: they cannot be put there as
 * they are. */
struct clair_rewording {
	const struct clair_word *first, *last;
	const char *text;
};
bool clair_reword(struct clair_ctx *ctx, const struct clair_met *met, struct clair_rewording *out);

/* « tutelle (protection d’une personne par une autre) »: in the plural after a plural article; in brackets
 * already, after a colon. `article` is the word before, or NULL. */
const char *clair_word_with_meaning(struct clair_ctx *ctx, const struct clair_word *article,
    const struct clair_word *first, const struct clair_word *last, const char *meaning);
/* A noun and the adjectives that go with it in the plural, or the text itself when it has none. */
const char *clair_plural_of(struct clair_ctx *ctx, const char *text);

/* The word before or after in its sentence, or NULL. */
const struct clair_word *clair_word_before(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, const struct clair_word *word);
const struct clair_word *clair_word_after(
    struct clair_ctx *ctx, const struct clair_sentence *sentence, const struct clair_word *word);
/* Nothing but a space, or nothing at all, stands between two words that follow each other. */
bool clair_words_adjoin(
    struct clair_ctx *ctx, const struct clair_word *one, const struct clair_word *next);

/* `list` ends with NULL. */
static inline bool
clair_is_among(const char *lower, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(lower, *list) == 0)
			return true;
	return false;
}

#endif
