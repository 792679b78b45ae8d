/*
 * Words, lists, patterns and thresholds: loaded once, read-only afterwards, shared by all threads.
 */
#ifndef CLAIR_DICT_DICT_H
#define CLAIR_DICT_DICT_H

#include "base/arena.h"
#include "clairlint/clairlint.h"

struct clair_dict;
struct clair_words;

/* `folder` holds seuils.conf, patterns.conf and fr/. On failure `*error` (in `arena`) says file, line
 * and what is wrong. Lists are loaded on first use, thresholds and patterns at once. */
CLAIR_MUST_USE enum clair_status clair_dict_new(struct clair_dict **out, const char *folder,
    const char *hunspell_folder, struct clair_arena *arena, const char **error);
void clair_dict_free(struct clair_dict *dict);
/* Of the names and the bytes of its files: reads them all. */
uint64_t clair_dict_digest(const struct clair_dict *dict);

/* One entry of seuils.conf. */
struct clair_threshold {
	const char *key;
	double value, min, max;
	const char *unit, *why, *source;
};
const struct clair_threshold *clair_dict_threshold(const struct clair_dict *dict, const char *key);
size_t clair_dict_threshold_count(const struct clair_dict *dict);
const struct clair_threshold *clair_dict_threshold_at(const struct clair_dict *dict, size_t index);
/* Before the dictionary is shared. CLAIR_NOT_FOUND: no such key; CLAIR_BAD_INPUT: out of bounds. */
CLAIR_MUST_USE enum clair_status clair_dict_set_threshold(
    struct clair_dict *dict, const char *key, double value);

/* A list by name ("liens-vagues" is fr/liens-vagues.tsv). Keys are folded (lower case, NFC, spaces
 * squeezed, typographic apostrophe made straight). NULL when absent. */
struct clair_list;
const struct clair_list *clair_dict_list(const struct clair_dict *dict, const char *name);
/* Second column or "", NULL when the key is not there. `key` is already folded. */
const char *clair_list_get(const struct clair_list *list, const char *key, size_t length);
/* The second column as a number (a sign, digits, a point), 0 when there is none. */
double clair_list_number(const struct clair_list *list, const char *key, size_t length);
/* Longest key, in words. */
uint32_t clair_list_longest(const struct clair_list *list);
/* A key is this word or starts with it. */
bool clair_list_has_start(const struct clair_list *list, const char *word, size_t length);
size_t clair_list_count(const struct clair_list *list);
/* A key that is empty or there twice once folded, NULL when there is none: for tests. */
const char *clair_list_repeated(const struct clair_list *list);
size_t clair_dict_list_count(const struct clair_dict *dict);
const char *clair_dict_list_name(const struct clair_dict *dict, size_t index);

/* Folds a text as list keys are folded. */
const char *clair_fold(struct clair_arena *arena, const char *text, size_t length);

/* Named PCRE2 patterns. The text is valid UTF-8. A match that meets a limit is no match; neither is an
 * unknown name. */
bool clair_dict_has_pattern(const struct clair_dict *dict, const char *pattern);
bool clair_dict_match(const struct clair_dict *dict, const char *pattern, const char *text,
    size_t length, size_t from, size_t *offset, size_t *match_length);

/* A value passes an expression that a page wrote in a `pattern` attribute, whole. True when the expression cannot be
 * read, or asks for too much work. */
bool clair_dict_accepts(const char *expression, const char *value);

/* Rank in the list of frequencies, 0 when absent. */
uint32_t clair_dict_rank(const struct clair_dict *dict, const char *lower, size_t length);
/* Uses of a lemma per million words, 0 when it is not in the list of lemmas. */
double clair_dict_frequency(const struct clair_dict *dict, const char *lemma, size_t length);

/* Hunspell, of one thread at a time. The dictionary keeps those that are freed and gives them again, so
 * that a thread may ask for one at each page; loading waits for the first word that the list of
 * frequencies does not have. All must be freed before the dictionary. NULL may be freed. */
struct clair_words *clair_words_new(const struct clair_dict *dict);
void clair_words_free(struct clair_words *words);
/* In the list of frequencies or in Hunspell, as written or with a capital. True for any word when
 * there is no Hunspell dictionary: nothing can then be called unknown. */
bool clair_words_known(struct clair_words *words, const char *lower, size_t length);

/* A word of the lexicon near one that is in no dictionary. */
enum { CLAIR_SUGGESTIONS = 2, CLAIR_SUGGESTION_BYTES = 96 };
struct clair_suggestion {
	char text[CLAIR_SUGGESTION_BYTES];
	bool near; /* one letter is changed, put in, taken away or swapped with its neighbour: no more */
	bool slip; /* near, and the change is of an accent, a doubled letter, or two letters swapped or tied (œ) */
	bool reform; /* near, and the reform of 1990 lets it be written as it was asked about: aout */
};
/* The best first: slips, then the most used words. Gives their number. The same for any number of threads. */
size_t clair_words_suggest(const struct clair_dict *dict, const char *lower, size_t length,
    struct clair_suggestion suggestions[CLAIR_SUGGESTIONS]);

#endif
