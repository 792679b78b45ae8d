/* See campaign_mark.h. */
#include "cli/campaign_mark.h"

#include "base/map.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LEFT_MAX = 512 };

static const char prefix[] = "judging-";

struct left {
	struct cli_mark list[LEFT_MAX];
	unsigned count;
};

static void
add_left(struct left *left, const struct cli_mark *mark)
{
	const uint32_t deaths = mark->deaths == 0 ? 1 : mark->deaths;
	const uint64_t page = mark->page;

	for (unsigned i = 0; i < left->count; i++) {
		if (left->list[i].page == page && left->list[i].site == mark->site) {
			left->list[i].deaths += deaths;
			return;
		}
	}
	if (left->count < LEFT_MAX)
		left->list[left->count++] = (struct cli_mark){page, mark->site, deaths};
}

/* The marks that a process left behind. */
static void
read_left(struct left *left, int file)
{
	struct cli_mark mark;

	while (read(file, &mark, sizeof(mark)) == (ssize_t)sizeof(mark)) {
		if (mark.page != 0)
			add_left(left, &mark);
	}
}

/* A file that nobody holds is of a process that died. */
static void
read_all_left(struct left *left, const char *folder)
{
	DIR *open_folder = opendir(folder);
	const struct dirent *entry;

	while (open_folder != NULL && (entry = readdir(open_folder)) != NULL) {
		int file;

		if (strncmp(entry->d_name, prefix, sizeof(prefix) - 1) != 0)
			continue;
		file = openat(dirfd(open_folder), entry->d_name, O_RDWR | O_CLOEXEC);
		if (file < 0)
			continue;
		if (flock(file, LOCK_EX | LOCK_NB) == 0) {
			read_left(left, file);
			unlinkat(dirfd(open_folder), entry->d_name, 0);
		}
		close(file);
	}
	if (open_folder != NULL)
		closedir(open_folder);
}

static bool
map_file(struct cli_marks *marks, const struct left *left)
{
	const size_t bytes = (marks->count + left->count) * sizeof(struct cli_mark);
	void *places;

	if (marks->file < 0 || flock(marks->file, LOCK_EX) != 0 || ftruncate(marks->file, (off_t)bytes) != 0)
		return false;
	places = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, marks->file, 0);
	if (places == MAP_FAILED)
		return false;
	marks->places = places;
	marks->left = left->count;
	memcpy(marks->places + marks->count, left->list, left->count * sizeof(left->list[0]));
	return true;
}

bool
cli_marks_open(struct cli_marks *marks, const char *folder, unsigned count, struct clair_arena *mem)
{
	struct left *left = clair_alloc(mem, sizeof(*left));

	*marks = (struct cli_marks){.count = count, .file = -1};
	marks->path = clair_asprintf(mem, "%s/%s%ld", folder, prefix, (long)getpid());
	if (left == NULL || marks->path == NULL)
		return false;
	read_all_left(left, folder);
	marks->file = open(marks->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	return map_file(marks, left);
}

void
cli_marks_close(struct cli_marks *marks)
{
	if (marks->path == NULL)
		return;
	if (marks->places != NULL)
		munmap(marks->places, (marks->count + marks->left) * sizeof(struct cli_mark));
	if (marks->file >= 0) {
		unlink(marks->path);
		close(marks->file);
	}
	*marks = (struct cli_marks){.file = -1};
}

struct cli_mark *
cli_marks_enter(struct cli_marks *marks, uint32_t site, const char *url)
{
	const uint64_t page = clair_hash(url, strlen(url), CLAIR_HASH_SEED) | 1;

	for (unsigned i = 0; i < marks->count; i++) {
		struct cli_mark *mark = &marks->places[i];
		uint64_t none = 0;

		if (!atomic_compare_exchange_strong(&mark->page, &none, page))
			continue;
		mark->site = site;
		return mark;
	}
	return NULL;
}

void
cli_marks_leave(struct cli_marks *marks, struct cli_mark *mark)
{
	if (mark == NULL)
		return;
	/* Judged to its end: it killed nobody. */
	for (unsigned i = marks->count; i < marks->count + marks->left; i++) {
		if (marks->places[i].page == mark->page && marks->places[i].site == mark->site)
			marks->places[i].page = 0;
	}
	mark->page = 0;
}

uint32_t
cli_marks_deaths(const struct cli_marks *marks, uint32_t site)
{
	uint32_t most = 0;

	for (unsigned i = marks->count; i < marks->count + marks->left; i++) {
		const struct cli_mark *mark = &marks->places[i];

		if (mark->page != 0 && mark->site == site && mark->deaths > most)
			most = mark->deaths;
	}
	return most;
}
