/* See shelf.h. The file grows by chunks; each is mapped once, and stays where it is. */
#include "base/shelf.h"

#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A touch may bring sixteen pages of 4 KiB: what is awake counts for several times as much. */
enum { CHUNK = 32 << 20, AWAKE = 8 << 20, ALIGNMENT = _Alignof(max_align_t) };

struct clair_shelf {
	pthread_mutex_t lock;
	const char *folder; /* after the structure */
	size_t spared;      /* bytes still refused */
	int file;           /* -1: none yet */
	bool full;          /* no file, or no more of it */
	unsigned char **chunks;
	size_t count;
	size_t room;
	size_t used;        /* of the last chunk */
	size_t touched;     /* since the last rest */
};

struct clair_shelf *
clair_shelf_new(const char *folder, size_t spared)
{
	size_t length = strlen(folder) + 1;
	struct clair_shelf *shelf = calloc(1, sizeof(*shelf) + length);

	if (shelf == NULL)
		return NULL;
	shelf->folder = memcpy(shelf + 1, folder, length);
	shelf->spared = spared;
	shelf->file = -1;
	pthread_mutex_init(&shelf->lock, NULL);
	return shelf;
}

void
clair_shelf_free(struct clair_shelf *shelf)
{
	if (shelf == NULL)
		return;
	for (size_t i = 0; i < shelf->count; i++)
		munmap(shelf->chunks[i], CHUNK);
	if (shelf->file >= 0)
		close(shelf->file);
	free(shelf->chunks);
	pthread_mutex_destroy(&shelf->lock);
	free(shelf);
}

/* Nobody else can open it, and it goes away with the process. Some file systems only know the second way. */
static int
nameless_file(const char *folder)
{
	char path[PATH_MAX];
	int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (file >= 0 || snprintf(path, sizeof(path), "%s/clairlint-XXXXXX", folder) >= (int)sizeof(path))
		return file;
	file = mkostemp(path, O_CLOEXEC);
	if (file >= 0)
		unlink(path);
	return file;
}

static bool
has_room(struct clair_shelf *shelf)
{
	unsigned char **more;

	if (shelf->count < shelf->room)
		return true;
	more = realloc(shelf->chunks, (shelf->room + 64) * sizeof(*more));
	if (more == NULL)
		return false;
	shelf->chunks = more;
	shelf->room += 64;
	return true;
}

/* The room is asked of the disk first: a write to a mapped file that finds none would kill the process. */
static bool
add_chunk(struct clair_shelf *shelf)
{
	off_t end = (off_t)shelf->count * CHUNK;
	void *chunk;

	if (shelf->file < 0)
		shelf->file = nameless_file(shelf->folder);
	if (shelf->file < 0 || !has_room(shelf) || posix_fallocate(shelf->file, end, CHUNK) != 0)
		return false;
	chunk = mmap(NULL, CHUNK, PROT_READ | PROT_WRITE, MAP_SHARED, shelf->file, end);
	if (chunk == MAP_FAILED)
		return false;
	shelf->chunks[shelf->count++] = chunk;
	shelf->used = 0;
	return true;
}

static void *
take(struct clair_shelf *shelf, size_t size)
{
	void *taken;

	if (shelf->spared > 0) {
		shelf->spared -= size < shelf->spared ? size : shelf->spared;
		return NULL;
	}
	if (size > CHUNK || shelf->full)
		return NULL;
	if ((shelf->count == 0 || CHUNK - shelf->used < size) && !add_chunk(shelf)) {
		shelf->full = true;
		return NULL;
	}
	taken = shelf->chunks[shelf->count - 1] + shelf->used;
	shelf->used += size;
	return taken;
}

void *
clair_shelf_take(struct clair_shelf *shelf, size_t size)
{
	void *taken;

	if (size > CHUNK)
		return NULL;
	size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	pthread_mutex_lock(&shelf->lock);
	taken = take(shelf, size);
	pthread_mutex_unlock(&shelf->lock);
	return taken;
}

/* The pages of a shared mapping keep their bytes in the file (madvise(2), MADV_DONTNEED). */
void
clair_shelf_touched(struct clair_shelf *shelf, size_t bytes)
{
	if (shelf == NULL)
		return;
	pthread_mutex_lock(&shelf->lock);
	shelf->touched += bytes;
	if (shelf->touched >= AWAKE) {
		shelf->touched = 0;
		for (size_t i = 0; i < shelf->count; i++)
			madvise(shelf->chunks[i], CHUNK, MADV_DONTNEED);
	}
	pthread_mutex_unlock(&shelf->lock);
}
