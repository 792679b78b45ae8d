/* See archive.h. */
#include "archive/archive.h"

#include "archive/address.h"
#include "archive/state.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEPT_ROOM = 1 << 20, FILES_MAX = UINT16_MAX };

/* --- Opening ------------------------------------------------------------------------------------------ */

static enum clair_archive_why
open_file(struct clair_archive *archive, size_t at, const char *path, struct clair_archive_fault *fault)
{
	bool write = archive->mode == CLAIR_ARCHIVE_GO_ON;
	int file = open(path, (write ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0666);
	struct stat facts;

	archive->files[at].file = file;
	if (file < 0 || fstat(file, &facts) != 0) {
		fault->error = errno;
		return CLAIR_ARCHIVE_NO_FILE;
	}
	if (!S_ISREG(facts.st_mode)) {
		fault->error = S_ISDIR(facts.st_mode) ? EISDIR : EINVAL;
		return CLAIR_ARCHIVE_NO_FILE;
	}
	if (write && flock(file, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
		return CLAIR_ARCHIVE_HELD;
	return CLAIR_ARCHIVE_FINE;
}

static enum clair_archive_why
open_writer(struct clair_archive *archive, const char *path)
{
	const char *slash = strrchr(path, '/');

	archive->writer = malloc(sizeof(*archive->writer));
	if (archive->writer == NULL)
		return CLAIR_ARCHIVE_NO_MEMORY;
	clair_writer_init(archive->writer);
	archive->writer->name = slash == NULL ? path : slash + 1;
	archive->writer->file = archive->files[0].file;
	return CLAIR_ARCHIVE_FINE;
}

static enum clair_archive_why
open_all(
    struct clair_archive *archive, const char *const *paths, size_t count, struct clair_archive_fault *fault)
{
	enum clair_archive_why why = CLAIR_ARCHIVE_FINE;

	for (size_t i = 0; i < count && why == CLAIR_ARCHIVE_FINE; i++) {
		fault->path = paths[i];
		archive->file_count = i + 1;
		why = open_file(archive, i, paths[i], fault);
		if (why == CLAIR_ARCHIVE_FINE && archive->mode == CLAIR_ARCHIVE_GO_ON)
			why = open_writer(archive, paths[i]);
		if (why == CLAIR_ARCHIVE_FINE)
			why = clair_archive_scan(archive, i, fault);
	}
	if (why == CLAIR_ARCHIVE_FINE)
		clair_archive_settle(archive);
	return why;
}

static struct clair_archive *
new_archive(size_t count, enum clair_archive_mode mode)
{
	struct clair_archive *archive = calloc(1, sizeof(*archive));

	if (archive == NULL)
		return NULL;
	archive->mode = mode;
	archive->first_entry = CLAIR_INDEX_NONE;
	clair_source_init(&archive->source);
	clair_record_init(&archive->record);
	clair_buf_init(&archive->block, 0);
	clair_buf_init(&archive->address, 0);
	clair_buf_init(&archive->asked, 0);
	clair_buf_init(&archive->headers, 0);
	clair_buf_init(&archive->body, CLAIR_HTTP_BODY_MAX);
	clair_buf_init(&archive->failure, 0);
	archive->files = calloc(count, sizeof(*archive->files));
	if (archive->files != NULL)
		return archive;
	clair_archive_close(archive);
	return NULL;
}

static enum clair_status
status_of(enum clair_archive_why why)
{
	switch (why) {
	case CLAIR_ARCHIVE_FINE:
		return CLAIR_OK;
	case CLAIR_ARCHIVE_NO_MEMORY:
		return CLAIR_NO_MEMORY;
	case CLAIR_ARCHIVE_NO_FILE:
	case CLAIR_ARCHIVE_HELD:
		return CLAIR_IO;
	case CLAIR_ARCHIVE_TOO_LARGE:
		return CLAIR_TOO_LARGE;
	case CLAIR_ARCHIVE_NOT_ONE:
	case CLAIR_ARCHIVE_DAMAGED:
	case CLAIR_ARCHIVE_PACKED_WHOLE:
		break;
	}
	return CLAIR_BAD_INPUT;
}

enum clair_status
clair_archive_open(struct clair_archive **out, const char *const *paths, size_t count, enum clair_archive_mode mode,
    struct clair_archive_fault *fault)
{
	struct clair_archive *archive = NULL;
	bool right = count != 0 && count <= (mode == CLAIR_ARCHIVE_GO_ON ? 1 : FILES_MAX);

	*out = NULL;
	*fault = (struct clair_archive_fault){.why = right ? CLAIR_ARCHIVE_NO_MEMORY : CLAIR_ARCHIVE_TOO_LARGE};
	if (right)
		archive = new_archive(count, mode);
	if (archive == NULL)
		return status_of(fault->why);
	fault->why = open_all(archive, paths, count, fault);
	if (fault->why == CLAIR_ARCHIVE_FINE)
		*out = archive;
	else
		clair_archive_close(archive);
	return status_of(fault->why);
}

void
clair_archive_close(struct clair_archive *archive)
{
	if (archive == NULL)
		return;
	for (size_t i = 0; archive->files != NULL && i < archive->file_count; i++) {
		clair_har_close(archive->files[i].har);
		if (archive->files[i].file >= 0)
			close(archive->files[i].file);
	}
	if (archive->writer != NULL)
		clair_writer_free(archive->writer);
	free(archive->writer);
	free(archive->files);
	free(archive->revisits);
	free(archive->first);
	clair_index_free(&archive->index);
	clair_source_free(&archive->source);
	clair_record_free(&archive->record);
	clair_buf_free(&archive->block);
	clair_buf_free(&archive->address);
	clair_buf_free(&archive->asked);
	clair_buf_free(&archive->headers);
	clair_buf_free(&archive->body);
	clair_buf_free(&archive->failure);
	free(archive);
}

/* --- Taking ------------------------------------------------------------------------------------------- */

/* Does the entry stand for this address? */
static bool
is_of(struct clair_archive *archive, uint32_t at)
{
	const struct clair_entry *entry = &archive->index.entries[at];
	const struct clair_archive_file *file = &archive->files[entry->file];
	struct clair_part url;
	bool head;
	bool found;

	if (file->har != NULL)
		found = clair_har_name(file->har, (size_t)entry->offset, &url, &head) &&
		    clair_archive_address(&archive->address, url);
	else
		found = clair_archive_begin(archive, at) && clair_archive_read_address(archive);
	return found && archive->address.length == archive->asked.length &&
	    memcmp(archive->address.bytes, archive->asked.bytes, archive->asked.length) == 0;
}

/* The first entry of the address that was not taken, or with `again` the last that was. */
static uint32_t
find(struct clair_archive *archive, uint64_t key, bool again)
{
	const struct clair_entry *entries = archive->index.entries;
	uint32_t last = CLAIR_INDEX_NONE;

	for (uint32_t at = clair_index_first(&archive->index, key); at != CLAIR_INDEX_NONE; at = entries[at].next) {
		if ((entries[at].flags & CLAIR_ENTRY_DROPPED) != 0)
			continue;
		if ((entries[at].flags & CLAIR_ENTRY_TAKEN) != 0)
			last = at;
		else if (is_of(archive, at))
			return at;
	}
	if (!again || last == CLAIR_INDEX_NONE || is_of(archive, last))
		return again ? last : CLAIR_INDEX_NONE;
	/* Another address has the same key. */
	last = CLAIR_INDEX_NONE;
	for (uint32_t at = clair_index_first(&archive->index, key); at != CLAIR_INDEX_NONE; at = entries[at].next) {
		if ((entries[at].flags & CLAIR_ENTRY_TAKEN) != 0 && is_of(archive, at))
			last = at;
	}
	return last;
}

/* Ready for the next exchange. The room of a large one is given back. */
static void
clear(struct clair_buf *buf)
{
	if (buf->room > KEPT_ROOM)
		clair_buf_free(buf);
	else
		clair_buf_clear(buf);
}

/* The address may be that of the exchange given before. */
static bool
ask(struct clair_archive *archive, const char *url)
{
	struct clair_buf former = archive->asked;

	if (!clair_archive_address(&archive->address, (struct clair_part){url, strlen(url)}))
		return false;
	archive->asked = archive->address;
	archive->address = former;
	return true;
}

bool
clair_archive_take(struct clair_archive *archive, const char *method, const char *url, bool again,
    struct clair_exchange *exchange)
{
	bool head = strcmp(method, "HEAD") == 0;
	uint32_t at;

	clear(&archive->block);
	clear(&archive->headers);
	clear(&archive->body);
	clair_buf_clear(&archive->failure);
	if (!head && strcmp(method, "GET") != 0)
		return false;
	if (!ask(archive, url))
		return false;
	at = find(archive, clair_index_key(head, clair_part_of(&archive->asked)), again);
	if (at == CLAIR_INDEX_NONE)
		return false;
	archive->index.entries[at].flags |= CLAIR_ENTRY_TAKEN;
	*exchange = (struct clair_exchange){
		.method = head ? "HEAD" : "GET",
		.url = archive->asked.bytes,
		.milliseconds = -1,
		.received = -1,
		.announced = -1,
	};
	return clair_archive_give(archive, at, exchange);
}

bool
clair_archive_holds(struct clair_archive *archive, const char *method, const char *url)
{
	const struct clair_entry *entries = archive->index.entries;
	uint64_t key;

	if (!ask(archive, url))
		return false;
	key = clair_index_key(strcmp(method, "HEAD") == 0, clair_part_of(&archive->asked));
	for (uint32_t at = clair_index_first(&archive->index, key); at != CLAIR_INDEX_NONE; at = entries[at].next) {
		if ((entries[at].flags & CLAIR_ENTRY_DROPPED) == 0 && is_of(archive, at))
			return true;
	}
	return false;
}

/* --- Putting ------------------------------------------------------------------------------------------ */

enum clair_status
clair_archive_put(struct clair_archive *archive, const struct clair_exchange *exchange)
{
	return archive->writer == NULL ? CLAIR_BAD_INPUT : clair_writer_put(archive->writer, exchange);
}

enum clair_status
clair_archive_sync(struct clair_archive *archive)
{
	return archive->writer == NULL || fdatasync(archive->files[0].file) == 0 ? CLAIR_OK : CLAIR_IO;
}

uint64_t
clair_archive_count(const struct clair_archive *archive)
{
	return archive->count;
}

bool
clair_archive_is_cut(const struct clair_archive *archive)
{
	return archive->cut;
}

bool
clair_archive_is_broken(const struct clair_archive *archive)
{
	return archive->source.broke;
}

const char *
clair_archive_first(const struct clair_archive *archive)
{
	return archive->first;
}
