/* The files of a folder of dictionaries; the first byte chooses which one the input is. */
#include "tests/fuzz/fuzz.h"
#include "dict/dict.h"

#include <sys/stat.h>

static char folder[] = "/tmp/clairlint-fuzz-XXXXXX";

static const char *const names[] = {"seuils.conf", "patterns.conf", "fr/liste.tsv", "fr/frequences.tsv"};

static void
write_file(const char *name, const void *bytes, size_t length)
{
	char path[128];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "wb");
	check(file != NULL && fwrite(bytes, 1, length, file) == length, path);
	check(fclose(file) == 0, path);
}

static void
remove_folder(void)
{
	char path[128];

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		remove(path);
	}
	snprintf(path, sizeof(path), "%s/fr", folder);
	remove(path);
	remove(folder);
}

static void
make_folder(void)
{
	static bool made;
	char path[128];

	if (made)
		return;
	check(mkdtemp(folder) != NULL, "no folder");
	snprintf(path, sizeof(path), "%s/fr", folder);
	check(mkdir(path, 0700) == 0, path);
	atexit(remove_folder);
	made = true;
}

static void
look_around(const struct clair_dict *dict)
{
	static const char text[] = "Un mot, 12 %, le 01/02/2024 : « assujetti » n’est pas « clair ».";
	const struct clair_list *list = clair_dict_list(dict, "liste");
	struct clair_words *words = clair_words_new(dict);
	size_t offset, length;

	for (size_t i = 0; i < clair_dict_threshold_count(dict); i++) {
		const struct clair_threshold *one = clair_dict_threshold_at(dict, i);

		check(clair_dict_threshold(dict, one->key) != NULL, "lost threshold");
		check(one->min <= one->value && one->value <= one->max, "out of bounds");
	}
	if (clair_dict_match(dict, "p", text, sizeof(text) - 1, 0, &offset, &length))
		check(offset + length <= sizeof(text) - 1, "match outside");
	if (list != NULL)
		(void)clair_list_get(list, "mot", 3);
	(void)clair_dict_rank(dict, "mot", 3);
	(void)clair_words_known(words, "mot", 3);
	clair_words_free(words);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct clair_dict *dict;
	struct clair_arena arena;
	const char *error = NULL;

	if (size == 0)
		return 0;
	make_folder();
	write_file("seuils.conf", "", 0);
	write_file("patterns.conf", "p = /\\w+/\n", 10);
	write_file("fr/liste.tsv", "mot\tautre\n", 10);
	write_file("fr/frequences.tsv", "mot\t1\tn\n", 8);
	write_file(names[data[0] % 4], data + 1, size - 1);
	clair_arena_init(&arena, 0);
	if (clair_dict_new(&dict, folder, "/nonexistent", &arena, &error) == CLAIR_OK) {
		look_around(dict);
		clair_dict_free(dict);
	} else {
		check(error != NULL && error[0] != '\0', "no error said");
	}
	clair_arena_free(&arena);
	return 0;
}
