/* What the dictionary is made of. Private to src/dict/. */
#ifndef CLAIR_DICT_STORE_H
#define CLAIR_DICT_STORE_H

#include "base/map.h"
#include "dict/dict.h"

#include <pthread.h>
#include <stdatomic.h>

struct clair_pattern;
struct clair_terms;

/* Lists that are searched as they are, in the order of their bytes. */
enum clair_sorted { CLAIR_SORTED_FORMS, CLAIR_SORTED_LEMMAS, CLAIR_SORTED_COUNT };

/* A file mapped in memory, read-only. */
struct clair_file {
	const char *bytes;
	size_t length;
};

struct clair_list_slot {
	const char *name; /* of the file, without .tsv */
	_Atomic(struct clair_list *) list;
};

/* What changes after loading, behind its lock. */
struct clair_dict_shared {
	pthread_mutex_t lock;
	struct clair_arena mem;      /* lists loaded on first use */
	struct clair_words *idle;    /* Hunspell handles that no thread holds */
	_Atomic(struct clair_file *) sorted[CLAIR_SORTED_COUNT];
	_Atomic(struct clair_terms *) terms;
};

struct clair_dict {
	const char *folder;
	const char *hunspell_folder;
	struct clair_threshold *thresholds;
	size_t threshold_count;
	struct clair_map threshold_by_key;
	struct clair_pattern *patterns;
	size_t pattern_count;
	struct clair_map pattern_by_name;
	struct clair_list_slot *lists; /* in the order of the names */
	size_t list_count;
	struct clair_dict_shared *shared;
	struct clair_arena mem;
};

/* Where an error text goes. */
struct clair_complaint {
	struct clair_arena *arena;
	const char **error;
};

void clair_complain(const struct clair_complaint *complaint, const char *path, unsigned line,
    const char *what, const char *detail);

/* An empty file is not an error. */
enum clair_status clair_file_map(struct clair_file *file, const char *path);
void clair_file_unmap(struct clair_file *file);

enum clair_status clair_thresholds_load(
    struct clair_dict *dict, const struct clair_complaint *complaint);
enum clair_status clair_patterns_load(
    struct clair_dict *dict, const struct clair_complaint *complaint);
/* Options of PCRE2 for the letters after an expression: i, m, s, x. False: another letter. */
bool clair_pattern_flags(const char *flags, size_t length, uint32_t *options);
void clair_patterns_free(struct clair_dict *dict);
enum clair_status clair_lists_find(
    struct clair_dict *dict, const struct clair_complaint *complaint);
void clair_words_destroy(struct clair_words *words);
void clair_sorted_free(struct clair_dict *dict);

/* A number with a point whatever the locale of the host program; all of `text`. */
bool clair_read_number(const char *text, double *number);

/* One line of a text, without its end, trimmed of spaces at both ends. False at the end. */
struct clair_line {
	const char *text;
	size_t length;
	unsigned number;
};
bool clair_line_next(struct clair_line *line, const char **rest, const char *end);

#endif
