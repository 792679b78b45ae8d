/* Opens and closes the dictionaries; see dict.h. */
#include "dict/store.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char default_hunspell[] = "/usr/share/hunspell";

void
clair_complain(const struct clair_complaint *complaint, const char *path, unsigned line,
    const char *what, const char *detail)
{
	if (line == 0)
		*complaint->error = clair_asprintf(complaint->arena, "%s: %s%s", path, what, detail);
	else
		*complaint->error =
		    clair_asprintf(complaint->arena, "%s:%u: %s%s", path, line, what, detail);
}

enum clair_status
clair_file_map(struct clair_file *file, const char *path)
{
	struct stat status;
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	void *bytes;

	*file = (struct clair_file){.bytes = ""};
	if (descriptor < 0)
		return CLAIR_NOT_FOUND;
	if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
		close(descriptor);
		return CLAIR_IO;
	}
	if (status.st_size == 0) {
		close(descriptor);
		return CLAIR_OK;
	}
	bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
	close(descriptor);
	if (bytes == MAP_FAILED)
		return CLAIR_IO;
	*file = (struct clair_file){.bytes = bytes, .length = (size_t)status.st_size};
	return CLAIR_OK;
}

void
clair_file_unmap(struct clair_file *file)
{
	if (file->length != 0)
		munmap((void *)(uintptr_t)file->bytes, file->length);
	*file = (struct clair_file){.bytes = ""};
}

static bool
is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r';
}

bool
clair_line_next(struct clair_line *line, const char **rest, const char *end)
{
	const char *newline;
	const char *stop;

	if (*rest >= end)
		return false;
	newline = memchr(*rest, '\n', (size_t)(end - *rest));
	stop = newline != NULL ? newline : end;
	line->number++;
	line->text = *rest;
	*rest = newline != NULL ? newline + 1 : end;
	while (stop > line->text && is_blank(stop[-1]))
		stop--;
	while (line->text < stop && is_blank(*line->text))
		line->text++;
	line->length = (size_t)(stop - line->text);
	return true;
}

static struct clair_dict *
dict_alloc(void)
{
	struct clair_dict *dict = calloc(1, sizeof(*dict));

	if (dict == NULL)
		return NULL;
	dict->shared = calloc(1, sizeof(*dict->shared));
	if (dict->shared == NULL || pthread_mutex_init(&dict->shared->lock, NULL) != 0) {
		free(dict->shared);
		free(dict);
		return NULL;
	}
	clair_arena_init(&dict->mem, 0);
	clair_arena_init(&dict->shared->mem, 0);
	return dict;
}

enum clair_status
clair_dict_new(struct clair_dict **out, const char *folder, const char *hunspell_folder,
    struct clair_arena *arena, const char **error)
{
	const struct clair_complaint complaint = {.arena = arena, .error = error};
	struct clair_dict *dict = dict_alloc();
	enum clair_status status;

	*out = NULL;
	*error = "";
	if (dict == NULL)
		return CLAIR_NO_MEMORY;
	dict->folder = clair_strdup(&dict->mem, folder);
	dict->hunspell_folder =
	    clair_strdup(&dict->mem, hunspell_folder != NULL ? hunspell_folder : default_hunspell);
	status = clair_thresholds_load(dict, &complaint);
	if (status == CLAIR_OK)
		status = clair_patterns_load(dict, &complaint);
	if (status == CLAIR_OK)
		status = clair_lists_find(dict, &complaint);
	if (status == CLAIR_OK && dict->mem.failed)
		status = CLAIR_NO_MEMORY;
	if (status != CLAIR_OK) {
		clair_dict_free(dict);
		return status;
	}
	*out = dict;
	return CLAIR_OK;
}

void
clair_dict_free(struct clair_dict *dict)
{
	if (dict == NULL)
		return;
	clair_words_destroy(dict->shared->idle);
	clair_sorted_free(dict);
	clair_patterns_free(dict);
	clair_arena_free(&dict->shared->mem);
	pthread_mutex_destroy(&dict->shared->lock);
	free(dict->shared);
	clair_arena_free(&dict->mem);
	free(dict);
}
