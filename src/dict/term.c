/* See term.h. */
#include "dict/term.h"

#include "dict/lexicon.h"
#include "dict/store.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 4, FILES = 64 };

struct clair_terms {
	struct clair_map by_first;
	struct clair_term **all;
	size_t count;
};

/* --- Reading ---------------------------------------------------------------------------------------- */

struct cell {
	const char *text;
	size_t length;
};

static void
cut_line(const struct clair_line *line, struct cell cells[COLUMNS])
{
	const char *at = line->text;
	const char *end = line->text + line->length;

	for (size_t i = 0; i < COLUMNS; i++) {
		const char *tab = memchr(at, '\t', (size_t)(end - at));
		const char *stop = tab != NULL ? tab : end;

		cells[i] = (struct cell){.text = at, .length = (size_t)(stop - at)};
		at = tab != NULL ? tab + 1 : end;
	}
}

static bool
is_cell(const struct cell *cell, const char *text)
{
	return cell->length == strlen(text) && memcmp(cell->text, text, cell->length) == 0;
}

static enum clair_term_kind
kind_of(const struct cell *cell)
{
	if (is_cell(cell, "verb"))
		return CLAIR_TERM_VERB;
	if (is_cell(cell, "noun"))
		return CLAIR_TERM_NOUN;
	return is_cell(cell, "adj") ? CLAIR_TERM_ADJECTIVE : CLAIR_TERM_OTHER;
}

/* The end of a word as pages are cut: at spaces, after apostrophes. */
static size_t
word_length(const char *key)
{
	size_t length = strcspn(key, " '");

	return key[length] == '\'' ? length + 1 : length;
}

/* What a word must be for its forms to be taken: a verb at the head, the adjective after "être", a noun and its
 * adjectives. */
static uint32_t
wanted_gram(const struct clair_term *term)
{
	if (term->word_count > 0)
		return term->kind != CLAIR_TERM_VERB || strcmp(term->words[0].text, "être") == 0
		    ? CLAIR_ADJECTIVE
		    : 0;
	if (term->kind == CLAIR_TERM_VERB)
		return CLAIR_VERB;
	return term->kind == CLAIR_TERM_NOUN ? CLAIR_NOUN : CLAIR_ADJECTIVE;
}

/* The word is a lemma of that kind, or a past participle taken as an adjective (then its verb is the lemma).
 * What is written in the plural stays so. */
static bool
read_forms(struct clair_term_word *word, uint32_t wanted)
{
	struct clair_reading readings[CLAIR_LEXICON_READINGS];
	const size_t count = clair_lexicon_find(word->text, strlen(word->text), readings);
	const char *verb = NULL;

	for (size_t i = 0; i < count; i++) {
		const char *lemma = clair_lexicon_lemma(readings[i].lemma);

		if ((readings[i].gram & wanted) != 0 && strcmp(lemma, word->text) == 0) {
			word->gram = wanted;
			word->match = CLAIR_TERM_FORM;
			return true;
		}
		if ((readings[i].gram & CLAIR_PAST_PARTICIPLE) != 0 &&
		    (readings[i].gram & CLAIR_MASCULINE) != 0)
			verb = lemma;
	}
	if (verb == NULL || wanted != CLAIR_ADJECTIVE)
		return false;
	word->text = verb;
	word->gram = CLAIR_PAST_PARTICIPLE;
	word->match = CLAIR_TERM_FORM;
	return true;
}

static enum clair_term_match
match_of_last(const char *word)
{
	if (strcmp(word, "de") == 0)
		return CLAIR_TERM_DE;
	if (strcmp(word, "à") == 0)
		return CLAIR_TERM_A;
	return strcmp(word, "que") == 0 ? CLAIR_TERM_QUE : CLAIR_TERM_SAME;
}

static void
read_words(struct clair_arena *arena, struct clair_term *term, const char *key)
{
	struct clair_term_word *words = clair_alloc_array(arena, strlen(key), sizeof(*words));
	bool open = term->kind != CLAIR_TERM_OTHER;

	term->words = words;
	for (const char *at = key; words != NULL && *at != '\0'; at += strspn(at, " ")) {
		struct clair_term_word *word = &words[term->word_count];
		const size_t length = word_length(at);

		word->text = clair_strndup(arena, at, length);
		open = open && read_forms(word, wanted_gram(term));
		term->word_count++;
		at += length;
	}
	if (words != NULL && term->word_count > 1 &&
	    words[term->word_count - 1].match == CLAIR_TERM_SAME)
		words[term->word_count - 1].match = match_of_last(words[term->word_count - 1].text);
}

static const char *const *
read_guard(struct clair_arena *arena, const struct cell *cell)
{
	const char **guard = clair_alloc_array(arena, cell->length + 1, sizeof(*guard));
	size_t count = 0;

	if (cell->length == 0 || guard == NULL)
		return NULL;
	for (size_t at = 0; at < cell->length;) {
		const char *comma = memchr(cell->text + at, ',', cell->length - at);
		const size_t length =
		    comma != NULL ? (size_t)(comma - cell->text) - at : cell->length - at;

		guard[count++] = clair_fold(arena, cell->text + at, length);
		at += length + 1;
	}
	return guard;
}

static struct clair_term *
read_term(struct clair_arena *arena, const struct clair_line *line, const char *list)
{
	struct clair_term *term = clair_alloc(arena, sizeof(*term));
	struct cell cells[COLUMNS];
	const char *key;

	if (term == NULL)
		return NULL;
	cut_line(line, cells);
	key = clair_fold(arena, cells[0].text, cells[0].length);
	term->list = list;
	term->plain = clair_strndup(arena, cells[1].text, cells[1].length);
	term->active_only = is_cell(&cells[2], "verb-active");
	term->kind = term->active_only ? CLAIR_TERM_VERB : kind_of(&cells[2]);
	term->explains = strncmp(list, "expliquer", strlen("expliquer")) == 0;
	term->guard = read_guard(arena, &cells[3]);
	if (strncmp(key, "se ", 3) == 0 || strncmp(key, "s'", 2) == 0) {
		term->reflexive = term->kind == CLAIR_TERM_VERB;
		key += term->reflexive ? (key[1] == 'e' ? 3 : 2) : 0;
	}
	read_words(arena, term, key);
	return term->word_count == 0 ? NULL : term;
}

/* --- The index -------------------------------------------------------------------------------------- */

static bool
comes_before(const struct clair_term *one, const struct clair_term *other)
{
	if (one->word_count != other->word_count)
		return one->word_count > other->word_count;
	return one->reflexive > other->reflexive ||
	    (one->reflexive == other->reflexive && one->guard != NULL && other->guard == NULL);
}

static void
insert(struct clair_terms *terms, struct clair_term *term)
{
	const char *first = term->words[0].text;
	void **slot = clair_map_at(&terms->by_first, first, strlen(first));
	struct clair_term *at;

	if (slot == NULL)
		return;
	term->index = (uint32_t)terms->count;
	terms->all[terms->count++] = term;
	at = *slot;
	if (at == NULL || comes_before(term, at)) {
		term->next = at;
		*slot = term;
		return;
	}
	while (at->next != NULL && !comes_before(term, at->next))
		at = (struct clair_term *)at->next;
	term->next = at->next;
	at->next = term;
}

static bool
is_entry(const struct clair_line *line)
{
	return line->length != 0 && line->text[0] != '#';
}

static void
read_file(struct clair_terms *terms, struct clair_arena *arena, const char *path, const char *list)
{
	struct clair_line line = {.number = 0};
	struct clair_term **all;
	struct clair_file file;
	const char *rest;
	size_t count = terms->count;

	if (clair_file_map(&file, path) != CLAIR_OK)
		return;
	for (rest = file.bytes; clair_line_next(&line, &rest, file.bytes + file.length);)
		count += is_entry(&line);
	all = clair_alloc_array(arena, count, sizeof(struct clair_term *));
	if (all != NULL && terms->count != 0)
		memcpy(all, terms->all, terms->count * sizeof(struct clair_term *));
	terms->all = all;
	for (rest = file.bytes;
	     all != NULL && clair_line_next(&line, &rest, file.bytes + file.length);) {
		struct clair_term *term = is_entry(&line) ? read_term(arena, &line, list) : NULL;

		if (term != NULL)
			insert(terms, term);
	}
	clair_file_unmap(&file);
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct clair_terms *
read_all(const struct clair_dict *dict, struct clair_arena *arena)
{
	const char *folder = clair_asprintf(arena, "%s/fr/mots", dict->folder);
	struct clair_terms *terms = clair_alloc(arena, sizeof(*terms));
	DIR *files = opendir(folder);
	const char *names[FILES];
	const struct dirent *file;
	size_t count = 0;

	if (terms != NULL)
		clair_map_init(&terms->by_first, arena);
	while (terms != NULL && files != NULL && count < FILES && (file = readdir(files)) != NULL) {
		const size_t length = strlen(file->d_name);

		if (length > 4 && strcmp(file->d_name + length - 4, ".tsv") == 0)
			names[count++] = clair_strndup(arena, file->d_name, length - 4);
	}
	if (files != NULL)
		closedir(files);
	qsort(names, count, sizeof(*names), compare_names);
	for (size_t i = 0; i < count; i++)
		read_file(
		    terms, arena, clair_asprintf(arena, "%s/%s.tsv", folder, names[i]), names[i]);
	return terms;
}

const struct clair_terms *
clair_dict_terms(const struct clair_dict *dict)
{
	struct clair_dict_shared *shared = dict->shared;
	struct clair_terms *terms = atomic_load_explicit(&shared->terms, memory_order_acquire);

	if (terms != NULL)
		return terms;
	pthread_mutex_lock(&shared->lock);
	terms = atomic_load_explicit(&shared->terms, memory_order_relaxed);
	if (terms == NULL) {
		terms = read_all(dict, &shared->mem);
		atomic_store_explicit(&shared->terms, terms, memory_order_release);
	}
	pthread_mutex_unlock(&shared->lock);
	return terms;
}

size_t
clair_terms_count(const struct clair_terms *terms)
{
	return terms->count;
}

const struct clair_term *
clair_terms_at(const struct clair_terms *terms, size_t index)
{
	return terms->all[index];
}

const struct clair_term *
clair_terms_find(const struct clair_terms *terms, const char *first, size_t length)
{
	return clair_map_get(&terms->by_first, first, length);
}
