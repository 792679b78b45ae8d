/*
 * Expressions of PCRE2 that a user wrote, in a file of rules. UTF and Unicode properties are on; the JIT, \C and
 * limits written in the expression are not. The work is counted in steps of the matcher, never in time.
 */
#ifndef CLAIR_DICT_REGEX_H
#define CLAIR_DICT_REGEX_H

#include "base/arena.h"
#include "clairlint/clairlint.h"

enum { CLAIR_REGEX_LONGEST = 20000 };

struct clair_regex;

/* `flags` are letters of i, m, s, x. NULL when it is wrong, and `*error` says why, in English as PCRE2 does; NULL
 * there: no memory. To be freed. */
struct clair_regex *clair_regex_new(const char *expression, size_t length, const char *flags,
    struct clair_arena *arena, const char **error);
void clair_regex_free(struct clair_regex *regex);

enum clair_regex_answer { CLAIR_REGEX_ABSENT, CLAIR_REGEX_FOUND, CLAIR_REGEX_STOPPED };

struct clair_regex_match {
	size_t offset, length;
	unsigned mark; /* the number of the last (*MARK:number) passed, 0: none */
};

/* Searches a text (valid UTF-8) from a byte that starts a character. Spends `*steps`; STOPPED when there are not
 * enough, or when one search asks for more than any should. */
enum clair_regex_answer clair_regex_search(const struct clair_regex *regex, const char *text, size_t length,
    size_t from, uint64_t *steps, struct clair_regex_match *match);

#endif
