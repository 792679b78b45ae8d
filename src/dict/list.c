/* Lists of dictionaries/fr/: key, value, and columns that are not for us; see dict.h. */
#include "dict/store.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

struct entry {
	const char *key;
	const char *value;
	size_t length;
};

struct clair_list {
	struct entry *entries; /* in the order of the keys */
	size_t count;
	uint32_t longest;
};

static int
compare_bytes(const char *a, size_t a_length, const char *b, size_t b_length)
{
	size_t common = a_length < b_length ? a_length : b_length;
	int order = memcmp(a, b, common);

	if (order != 0)
		return order;
	return a_length < b_length ? -1 : a_length > b_length;
}

static int
compare_entries(const void *a, const void *b)
{
	const struct entry *left = a;
	const struct entry *right = b;

	return compare_bytes(left->key, left->length, right->key, right->length);
}

/* As many as page words can be: at spaces, after apostrophes and at hyphens. */
static uint32_t
count_words(const struct entry *entry)
{
	uint32_t words = 1;

	for (size_t i = 0; i + 1 < entry->length; i++)
		words += entry->key[i] == ' ' || entry->key[i] == '\'' || entry->key[i] == '-';
	return words;
}

static void
read_entry(struct clair_arena *arena, const struct clair_line *line, struct entry *entry)
{
	const char *end = line->text + line->length;
	const char *tab = memchr(line->text, '\t', line->length);
	const char *value = tab != NULL ? tab + 1 : end;
	const char *stop = memchr(value, '\t', (size_t)(end - value));

	entry->key = clair_fold(arena, line->text, (size_t)((tab != NULL ? tab : end) - line->text));
	entry->length = strlen(entry->key);
	entry->value = clair_strndup(arena, value, (size_t)((stop != NULL ? stop : end) - value));
}

static struct clair_list *
read_list(struct clair_arena *arena, const struct clair_file *file)
{
	const char *end = file->bytes + file->length;
	struct clair_line line = {.number = 0};
	struct clair_list *list = clair_alloc(arena, sizeof(*list));
	const char *rest = file->bytes;
	size_t count = 0;

	while (clair_line_next(&line, &rest, end))
		count += line.length != 0 && line.text[0] != '#';
	if (list == NULL)
		return NULL;
	list->entries = clair_alloc_array(arena, count, sizeof(*list->entries));
	if (list->entries == NULL)
		return NULL;
	for (rest = file->bytes; clair_line_next(&line, &rest, end);)
		if (line.length != 0 && line.text[0] != '#')
			read_entry(arena, &line, &list->entries[list->count++]);
	qsort(list->entries, list->count, sizeof(*list->entries), compare_entries);
	for (size_t i = 0; i < list->count; i++) {
		uint32_t words = count_words(&list->entries[i]);

		if (words > list->longest)
			list->longest = words;
	}
	return arena->failed ? NULL : list;
}

static int
compare_names(const void *a, const void *b)
{
	const struct clair_list_slot *left = a;
	const struct clair_list_slot *right = b;

	return strcmp(left->name, right->name);
}

static size_t
stem_length(const char *file)
{
	size_t length = strlen(file);

	return length > 4 && strcmp(file + length - 4, ".tsv") == 0 ? length - 4 : 0;
}

enum clair_status
clair_lists_find(struct clair_dict *dict, const struct clair_complaint *complaint)
{
	const char *path = clair_asprintf(&dict->mem, "%s/fr", dict->folder);
	DIR *folder = opendir(path);
	const struct dirent *file;
	size_t room = 0;

	if (folder == NULL) {
		clair_complain(complaint, path, 0, "dossier illisible", "");
		return CLAIR_IO;
	}
	while ((file = readdir(folder)) != NULL)
		room += stem_length(file->d_name) != 0;
	dict->lists = clair_alloc_array(&dict->mem, room, sizeof(*dict->lists));
	rewinddir(folder);
	while (dict->lists != NULL && dict->list_count < room && (file = readdir(folder)) != NULL) {
		size_t length = stem_length(file->d_name);

		if (length != 0)
			dict->lists[dict->list_count++].name =
			    clair_strndup(&dict->mem, file->d_name, length);
	}
	closedir(folder);
	if (dict->lists == NULL)
		return CLAIR_NO_MEMORY;
	qsort(dict->lists, dict->list_count, sizeof(*dict->lists), compare_names);
	return CLAIR_OK;
}

static struct clair_list *
load(const struct clair_dict *dict, struct clair_list_slot *slot)
{
	struct clair_list *list;
	struct clair_file file;

	pthread_mutex_lock(&dict->shared->lock);
	list = atomic_load_explicit(&slot->list, memory_order_relaxed);
	if (list == NULL) {
		const char *path =
		    clair_asprintf(&dict->shared->mem, "%s/fr/%s.tsv", dict->folder, slot->name);

		if (clair_file_map(&file, path) == CLAIR_OK) {
			list = read_list(&dict->shared->mem, &file);
			clair_file_unmap(&file);
		}
		atomic_store_explicit(&slot->list, list, memory_order_release);
	}
	pthread_mutex_unlock(&dict->shared->lock);
	return list;
}

const struct clair_list *
clair_dict_list(const struct clair_dict *dict, const char *name)
{
	const struct clair_list_slot wanted = {.name = name};
	struct clair_list_slot *slot =
	    bsearch(&wanted, dict->lists, dict->list_count, sizeof(*dict->lists), compare_names);
	struct clair_list *list;

	if (slot == NULL)
		return NULL;
	list = atomic_load_explicit(&slot->list, memory_order_acquire);
	return list != NULL ? list : load(dict, slot);
}

/* The first entry whose key is not before the key given. */
static size_t
lower_bound(const struct clair_list *list, const char *key, size_t length)
{
	size_t low = 0;
	size_t high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct entry *entry = &list->entries[middle];

		if (compare_bytes(entry->key, entry->length, key, length) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const char *
clair_list_get(const struct clair_list *list, const char *key, size_t length)
{
	size_t at = lower_bound(list, key, length);
	const struct entry *entry = &list->entries[at];

	if (at == list->count || entry->length != length || memcmp(entry->key, key, length) != 0)
		return NULL;
	return entry->value;
}

double
clair_list_number(const struct clair_list *list, const char *key, size_t length)
{
	const char *value = clair_list_get(list, key, length);
	double number;

	return value != NULL && clair_read_number(value, &number) ? number : 0;
}

/* Keys that go on after the word with a space, an apostrophe or a hyphen come before those that go on
 * with a letter or a digit: the first key tells. */
bool
clair_list_has_start(const struct clair_list *list, const char *word, size_t length)
{
	size_t at = lower_bound(list, word, length);
	const struct entry *entry = &list->entries[at];

	if (at == list->count || length == 0 || entry->length < length ||
	    memcmp(entry->key, word, length) != 0)
		return false;
	return entry->length == length || word[length - 1] == '\'' || entry->key[length] == ' ' ||
	    entry->key[length] == '\'' || entry->key[length] == '-';
}

uint32_t
clair_list_longest(const struct clair_list *list)
{
	return list->longest;
}

size_t
clair_list_count(const struct clair_list *list)
{
	return list->count;
}

const char *
clair_list_repeated(const struct clair_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->entries[i].length == 0 ||
		    (i > 0 && compare_entries(&list->entries[i - 1], &list->entries[i]) == 0))
			return list->entries[i].key;
	return NULL;
}

size_t
clair_dict_list_count(const struct clair_dict *dict)
{
	return dict->list_count;
}

const char *
clair_dict_list_name(const struct clair_dict *dict, size_t index)
{
	return dict->lists[index].name;
}
