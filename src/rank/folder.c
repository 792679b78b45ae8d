/* The public site in a folder: written beside, then put in place. See rank.h. */
#include "rank/rank.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What tells that a folder is ours to replace. */
#define MARK "clairlint-classement"

struct folder {
	char *part;      /* where it is written */
	FILE *file;
	int error;
	uint32_t files;
	uint64_t bytes;
	clair_record_each_fn *each;
	void *source;
	bool is_broken;  /* the source, not us */
};

static bool
fails(struct folder *folder)
{
	folder->error = errno != 0 ? errno : EIO;
	return false;
}

static bool
close_file(struct folder *folder)
{
	FILE *file = folder->file;

	folder->file = NULL;
	errno = 0;
	return file == NULL || fclose(file) == 0 || fails(folder);
}

/* The folders of a path, from `from` on. */
static bool
make_folders(char *path, size_t from)
{
	for (char *slash = strchr(path + from, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		bool is_made;

		*slash = '\0';
		is_made = mkdir(path, 0777) == 0 || errno == EEXIST;
		*slash = '/';
		if (!is_made)
			return false;
	}
	return true;
}

static bool
open_file(void *payload, const char *path)
{
	struct folder *folder = payload;
	char *whole = NULL;

	if (!close_file(folder))
		return false;
	if (asprintf(&whole, "%s/%s", folder->part, path) < 0) {
		errno = ENOMEM;
		return fails(folder);
	}
	folder->file = fopen(whole, "wxe");
	if (folder->file == NULL && errno == ENOENT && make_folders(whole, strlen(folder->part) + 1))
		folder->file = fopen(whole, "wxe");
	if (folder->file == NULL)
		fails(folder);
	free(whole);
	folder->files++;
	return folder->file != NULL;
}

static bool
write_file(void *payload, const char *bytes, size_t length)
{
	struct folder *folder = payload;

	errno = 0;
	folder->bytes += length;
	return (folder->file != NULL && fwrite(bytes, 1, length, folder->file) == length) || fails(folder);
}

static int
remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

static void
remove_all(const char *path)
{
	nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* Nothing, an empty folder or one that we wrote. */
static bool
may_replace(const char *path)
{
	DIR *folder = opendir(path);
	bool is_empty = true;
	bool has_mark = false;

	if (folder == NULL)
		return errno == ENOENT;
	for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
		is_empty &= strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
		has_mark |= strcmp(entry->d_name, MARK) == 0;
	}
	closedir(folder);
	return is_empty || has_mark;
}

/* What was there goes aside first: a site that is half there is never seen. */
static bool
put_in_place(struct folder *folder, const char *path, const char *old)
{
	const bool was_there = rename(path, old) == 0;

	if (!was_there && errno != ENOENT)
		return fails(folder);
	if (rename(folder->part, path) != 0) {
		fails(folder);
		if (was_there)
			rename(old, path);
		return false;
	}
	if (was_there)
		remove_all(old);
	return true;
}

/* Asks the records, and remembers who broke. */
static bool
each_record(void *source, uint32_t round, clair_record_take_fn *take, void *payload)
{
	struct folder *folder = source;
	const bool fine = folder->each(folder->source, round, take, payload);

	folder->is_broken |= !fine && folder->error == 0;
	return fine;
}

static enum clair_status
write_site(struct folder *folder, const struct clair_standings *standings, bool english, const char *address)
{
	const struct clair_rank_options options = {
		.english = english, .address = address, .open = open_file, .write = write_file, .payload = folder};
	enum clair_status status;

	if (mkdir(folder->part, 0777) != 0) {
		fails(folder);
		return CLAIR_IO;
	}
	/* First, so that what a stop leaves behind may be replaced. */
	if (!open_file(folder, MARK) || !write_file(folder, CLAIR_VERSION "\n", strlen(CLAIR_VERSION) + 1))
		return CLAIR_IO;
	status = clair_rank_write(standings, each_record, folder, &options);
	if (!close_file(folder) && status == CLAIR_OK)
		status = CLAIR_IO;
	return status;
}

enum clair_status
clair_rank_write_folder(const struct clair_standings *standings, clair_record_each_fn *each, void *source,
    const char *path, bool english, const char *address, struct clair_rank_told *told)
{
	struct folder folder = {.each = each, .source = source};
	size_t length = strlen(path);
	char *plain = NULL, *old = NULL;
	enum clair_status status = CLAIR_NO_MEMORY;

	*told = (struct clair_rank_told){.why = CLAIR_RANK_NO_MEMORY};
	while (length > 1 && path[length - 1] == '/')
		length--;
	plain = strndup(path, length);
	if (plain == NULL || asprintf(&folder.part, "%s.part", plain) < 0 || asprintf(&old, "%s.old", plain) < 0) {
		free(plain);
		free(folder.part);
		return status;
	}
	if (!may_replace(plain) || !may_replace(folder.part) || !may_replace(old)) {
		told->why = CLAIR_RANK_NOT_OURS;
		status = CLAIR_BAD_INPUT;
	} else {
		remove_all(folder.part);
		remove_all(old);
		status = write_site(&folder, standings, english, address);
		if (status == CLAIR_OK && !put_in_place(&folder, plain, old))
			status = CLAIR_IO;
		if (status != CLAIR_OK)
			remove_all(folder.part);
		told->why = status == CLAIR_OK ? CLAIR_RANK_FINE : folder.error != 0 ? CLAIR_RANK_FILE :
		    folder.is_broken ? CLAIR_RANK_SOURCE : CLAIR_RANK_NO_MEMORY;
	}
	told->error = folder.error;
	told->files = folder.files;
	told->bytes = folder.bytes;
	free(plain);
	free(folder.part);
	free(old);
	return status;
}
