/* What the files of the dictionaries are, whatever the order in which a folder gives them. */
#include "dict/store.h"

#include "base/map.h"

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

enum { DEPTH_MAX = 3 }; /* fr/mots */

static uint64_t digest_of(const char *folder, int depth);

static uint64_t
entry_of(const char *folder, const char *name, int depth)
{
	uint64_t hash = clair_hash(name, strlen(name), CLAIR_HASH_SEED);
	char path[PATH_MAX];
	struct clair_file file;

	if (name[0] == '.' || snprintf(path, sizeof(path), "%s/%s", folder, name) >= (int)sizeof(path))
		return 0;
	if (clair_file_map(&file, path) != CLAIR_OK)
		return depth < DEPTH_MAX ? digest_of(path, depth + 1) ^ hash : 0;
	hash = clair_hash(file.bytes, file.length, hash);
	clair_file_unmap(&file);
	return hash;
}

static uint64_t
digest_of(const char *folder, int depth)
{
	DIR *open_folder = opendir(folder);
	const struct dirent *entry;
	uint64_t sum = 0;

	while (open_folder != NULL && (entry = readdir(open_folder)) != NULL)
		sum += entry_of(folder, entry->d_name, depth);
	if (open_folder != NULL)
		closedir(open_folder);
	return sum;
}

uint64_t
clair_dict_digest(const struct clair_dict *dict)
{
	return digest_of(dict->folder, 0);
}
