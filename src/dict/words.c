/* Known words: the file of frequencies, the lexicon made from Hunspell's dictionary, then Hunspell
 * itself for words in several parts, with a cache. */
#include "dict/lexicon.h"
#include "dict/store.h"

#include <hunspell/hunspell.h>
#include <stdlib.h>
#include <string.h>

enum { CACHE_LIMIT = 20000, WORD_LIMIT = 100 };

struct clair_words {
	const struct clair_dict *dict;
	Hunhandle *hunspell;
	bool missing;              /* no dictionary on this machine */
	struct clair_map answers;
	struct clair_arena mem;
	struct clair_words *next;  /* idle ones */
};

/* The values of the cache. */
static char known_mark;
static char unknown_mark;

static const char *const sorted_names[CLAIR_SORTED_COUNT] = {
    [CLAIR_SORTED_FORMS] = "frequences",
    [CLAIR_SORTED_LEMMAS] = "frequences-lemmes",
};

static struct clair_file *
map_sorted(const struct clair_dict *dict, enum clair_sorted which)
{
	struct clair_dict_shared *shared = dict->shared;
	struct clair_file *file;

	pthread_mutex_lock(&shared->lock);
	file = atomic_load_explicit(&shared->sorted[which], memory_order_relaxed);
	if (file == NULL && (file = clair_alloc(&shared->mem, sizeof(*file))) != NULL) {
		(void)clair_file_map(file,
		    clair_asprintf(&shared->mem, "%s/fr/%s.tsv", dict->folder, sorted_names[which]));
		atomic_store_explicit(&shared->sorted[which], file, memory_order_release);
	}
	pthread_mutex_unlock(&shared->lock);
	return file;
}

void
clair_sorted_free(struct clair_dict *dict)
{
	for (unsigned i = 0; i < CLAIR_SORTED_COUNT; i++) {
		struct clair_file *file = atomic_load(&dict->shared->sorted[i]);

		if (file != NULL)
			clair_file_unmap(file);
	}
}

static int
compare_line(const char *line, const char *stop, const char *word, size_t length)
{
	const char *tab = memchr(line, '\t', (size_t)(stop - line));
	size_t key = (size_t)((tab != NULL ? tab : stop) - line);
	int order = memcmp(line, word, key < length ? key : length);

	if (order != 0)
		return order;
	return key < length ? -1 : key > length;
}

/* The second column of the line of a word, or NULL. Lines are in the order of their bytes; those of the
 * head start with #, which sorts first. */
static const char *
find_word(const struct clair_dict *dict, enum clair_sorted which, const char *lower, size_t length,
    const char **stop_out)
{
	const struct clair_file *file =
	    atomic_load_explicit(&dict->shared->sorted[which], memory_order_acquire);
	const char *low;
	const char *high;

	if (file == NULL && (file = map_sorted(dict, which)) == NULL)
		return NULL;
	if (length == 0 || length > WORD_LIMIT || lower[0] == '#')
		return NULL;
	low = file->bytes;
	high = file->bytes + file->length;
	while (low < high) {
		const char *middle = low + (high - low) / 2;
		const char *line = memrchr(low, '\n', (size_t)(middle - low));
		const char *stop = memchr(middle, '\n', (size_t)(high - middle));
		int order;

		line = line != NULL ? line + 1 : low;
		stop = stop != NULL ? stop : high;
		order = compare_line(line, stop, lower, length);
		if (order == 0) {
			*stop_out = stop;
			return line + length < stop ? line + length + 1 : NULL;
		}
		if (order < 0)
			low = stop + 1;
		else
			high = line;
	}
	return NULL;
}

/* The number in the second column, 0 without a line. */
static uint32_t
number_of(const struct clair_dict *dict, enum clair_sorted which, const char *lower, size_t length)
{
	const char *stop = NULL;
	const char *digit = find_word(dict, which, lower, length, &stop);
	uint32_t number = 0;

	for (; digit != NULL && digit < stop && *digit >= '0' && *digit <= '9'; digit++)
		number = number * 10 + (uint32_t)(*digit - '0');
	return number;
}

uint32_t
clair_dict_rank(const struct clair_dict *dict, const char *lower, size_t length)
{
	return number_of(dict, CLAIR_SORTED_FORMS, lower, length);
}

double
clair_dict_frequency(const struct clair_dict *dict, const char *lemma, size_t length)
{
	return number_of(dict, CLAIR_SORTED_LEMMAS, lemma, length) / 1000.0;
}

struct clair_words *
clair_words_new(const struct clair_dict *dict)
{
	struct clair_words *words;

	pthread_mutex_lock(&dict->shared->lock);
	words = dict->shared->idle;
	if (words != NULL)
		dict->shared->idle = words->next;
	pthread_mutex_unlock(&dict->shared->lock);
	if (words != NULL)
		return words;
	words = calloc(1, sizeof(*words));
	if (words == NULL)
		return NULL;
	words->dict = dict;
	clair_arena_init(&words->mem, 0);
	clair_map_init(&words->answers, &words->mem);
	return words;
}

void
clair_words_free(struct clair_words *words)
{
	struct clair_dict_shared *shared;

	if (words == NULL)
		return;
	shared = words->dict->shared;
	pthread_mutex_lock(&shared->lock);
	words->next = shared->idle;
	shared->idle = words;
	pthread_mutex_unlock(&shared->lock);
}

void
clair_words_destroy(struct clair_words *words)
{
	while (words != NULL) {
		struct clair_words *next = words->next;

		if (words->hunspell != NULL)
			Hunspell_destroy(words->hunspell);
		clair_arena_free(&words->mem);
		free(words);
		words = next;
	}
}

static bool
open_hunspell(struct clair_words *words)
{
	struct clair_file file;
	char *affixes;
	char *forms;

	if (words->hunspell != NULL)
		return true;
	if (words->missing)
		return false;
	affixes = clair_asprintf(&words->mem, "%s/fr.aff", words->dict->hunspell_folder);
	forms = clair_asprintf(&words->mem, "%s/fr.dic", words->dict->hunspell_folder);
	/* Hunspell_create prints on standard error when a file is missing. */
	if (clair_file_map(&file, affixes) == CLAIR_OK) {
		clair_file_unmap(&file);
		if (clair_file_map(&file, forms) == CLAIR_OK) {
			clair_file_unmap(&file);
			words->hunspell = Hunspell_create(affixes, forms);
		}
	}
	words->missing = words->hunspell == NULL;
	return !words->missing;
}

/* Names are known with their capital: paris, Paris. */
static bool
ask(struct clair_words *words, char *word)
{
	unsigned char first = (unsigned char)word[0];
	unsigned char second = (unsigned char)word[1];

	if (Hunspell_spell(words->hunspell, word) != 0)
		return true;
	if (first >= 'a' && first <= 'z')
		word[0] = (char)(first - 32);
	else if (first == 0xC3 && second >= 0xA0 && second <= 0xBE && second != 0xB7)
		word[1] = (char)(second - 32);
	else
		return false;
	return Hunspell_spell(words->hunspell, word) != 0;
}

/* sous-préfet: Hunspell too takes words that a hyphen joins one by one. */
static bool
has_known_parts(const char *lower, size_t length)
{
	const char *end = lower + length;

	while (lower < end) {
		const char *hyphen = memchr(lower, '-', (size_t)(end - lower));
		size_t part = (size_t)((hyphen != NULL ? hyphen : end) - lower);

		if (!clair_lexicon_has(lower, part))
			return false;
		if (hyphen == NULL)
			return true;
		lower = hyphen + 1;
	}
	return false;
}

bool
clair_words_known(struct clair_words *words, const char *lower, size_t length)
{
	char copy[WORD_LIMIT + 1];
	const char *kept;
	void **answer;
	bool known;

	if (length == 0 || length > WORD_LIMIT)
		return false;
	if (clair_dict_rank(words->dict, lower, length) != 0 || clair_lexicon_has(lower, length))
		return true;
	/* The lexicon has every form that stands alone. What a hyphen or a point joins is for Hunspell,
	 * which takes a fifth of a second to load. */
	if (memchr(lower, '-', length) == NULL && memchr(lower, '.', length) == NULL)
		return false;
	if (has_known_parts(lower, length))
		return true;
	if (words->answers.count >= CACHE_LIMIT) {
		clair_arena_free(&words->mem);
		clair_map_init(&words->answers, &words->mem);
	}
	answer = clair_map_get(&words->answers, lower, length);
	if (answer != NULL)
		return (void *)answer == (void *)&known_mark;
	/* Without a dictionary nothing can be said to be unknown. */
	if (!open_hunspell(words))
		return true;
	memcpy(copy, lower, length);
	copy[length] = '\0';
	known = ask(words, copy);
	kept = clair_strndup(&words->mem, lower, length);
	answer = words->mem.failed ? NULL : clair_map_at(&words->answers, kept, length);
	if (answer != NULL)
		*answer = known ? &known_mark : &unknown_mark;
	return known;
}
