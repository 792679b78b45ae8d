/* What the files of an archive hold: each record is read once, at the opening. */
#include "archive/address.h"
#include "archive/state.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	RECENT = 64,            /* a request stands near its answer */
	HEAD_READ = 16 * 1024,  /* of a block, to see what it is */
	CANDIDATES_MAX = 4096,  /* places where a record may begin after a damaged one */
	LOOK = 64 * 1024,
	NAMED_MAX = 4,
};

/* A request that is no GET. */
struct request {
	uint64_t id;
	bool head;
};

struct scan {
	struct clair_archive *archive;
	uint16_t file;
	uint64_t offset;
	struct request requests[RECENT]; /* the last ones, in turn */
	size_t request_count;
};

/* What one record is for us. */
struct found {
	enum { OTHER, EXCHANGE, REVISIT, REQUEST } kind;
	bool page;
	bool head;
	uint64_t id;
	uint64_t key;
	uint64_t named[NAMED_MAX]; /* request: WARC-Concurrent-To */
	struct clair_revisit revisit;
};

static struct clair_part
field(const struct clair_archive *archive, const char *name)
{
	return clair_fields_get(archive->record.fields, name);
}

bool
clair_archive_begin(struct clair_archive *archive, uint32_t entry)
{
	const struct clair_entry *found = &archive->index.entries[entry];
	int file = archive->files[found->file].file;

	return clair_record_begin(&archive->record, &archive->source, file, found->offset) == CLAIR_RECORD_FINE;
}

bool
clair_archive_is_own(const struct clair_record *record)
{
	return clair_fields_get(record->fields, "Clairlint-Method").at != NULL;
}

bool
clair_archive_read_address(struct clair_archive *archive)
{
	return clair_archive_address(&archive->address, field(archive, "WARC-Target-URI"));
}

/* --- One record ---------------------------------------------------------------------------------------- */

/* Reads the beginning of the block. False: an end or a damage, that clair_record_end will meet again. */
static bool
read_head(struct scan *scan)
{
	struct clair_archive *archive = scan->archive;

	clair_buf_clear(&archive->block);
	return clair_record_block(&archive->record, &archive->source, &archive->block, HEAD_READ) == CLAIR_RECORD_FINE;
}

/* The request that was made for the answer: its method, when it is known to be another than GET. */
static const struct request *
request_of(const struct scan *scan)
{
	struct clair_part name;
	size_t at = 0;

	while (name = clair_fields_next(scan->archive->record.fields, "WARC-Concurrent-To", &at), name.at != NULL) {
		uint64_t id = clair_index_id(name);

		for (size_t i = 0; i < RECENT && i < scan->request_count; i++) {
			if (scan->requests[i].id == id)
				return &scan->requests[i];
		}
	}
	return NULL;
}

/* A GET or a HEAD: the field that we write tells, or the request. */
static bool
find_method(const struct scan *scan, struct found *found)
{
	struct clair_part own = field(scan->archive, "Clairlint-Method");
	const struct request *request = own.at == NULL ? request_of(scan) : NULL;

	found->head = own.at != NULL ? clair_part_is(own, "HEAD") : request != NULL && request->head;
	return own.at != NULL ? found->head || clair_part_is(own, "GET") : request == NULL || request->head;
}

static void
see_answer(struct scan *scan, struct found *found)
{
	struct clair_archive *archive = scan->archive;
	struct clair_part type = field(archive, "Content-Type");
	struct clair_http http;

	if ((type.at != NULL && !clair_part_begins(type, "application/http")) || !find_method(scan, found))
		return;
	found->kind = EXCHANGE;
	if (archive->first == NULL && !found->head && field(archive, "Clairlint-Failure").at == NULL && read_head(scan))
		found->page = clair_http_read(&http, archive->block.bytes, archive->block.length) &&
		    clair_http_is_page(http.status, clair_fields_get(http.head, "Content-Type"));
}

static void
see_revisit(struct scan *scan, struct found *found)
{
	struct clair_archive *archive = scan->archive;
	struct clair_part profile = field(archive, "WARC-Profile");
	struct clair_part url = field(archive, "WARC-Refers-To-Target-URI");
	bool known = profile.at != NULL &&
	    (memmem(profile.at, profile.length, "/revisit/identical-payload-digest", 33) != NULL ||
	        memmem(profile.at, profile.length, "/revisit/server-not-modified", 28) != NULL);

	if (!known || !find_method(scan, found) || found->head)
		return;
	found->kind = REVISIT;
	found->revisit = (struct clair_revisit){
		.target = CLAIR_INDEX_NONE,
		.id = clair_index_id(field(archive, "WARC-Refers-To")),
		.when = -1,
	};
	if (url.at == NULL || !clair_archive_address(&archive->asked, url))
		return;
	found->revisit.key = clair_index_key(false, clair_part_of(&archive->asked));
	(void)clair_archive_moment(field(archive, "WARC-Refers-To-Date"), &found->revisit.when);
}

static void
see_request(struct scan *scan, struct found *found)
{
	struct clair_archive *archive = scan->archive;
	struct clair_part name;
	size_t at = 0;

	if (!read_head(scan))
		return;
	name = clair_part_of(&archive->block);
	if (clair_part_begins(name, "GET "))
		return;
	found->kind = REQUEST;
	found->head = clair_part_begins(name, "HEAD ");
	for (size_t i = 0; i < NAMED_MAX; i++) {
		name = clair_fields_next(archive->record.fields, "WARC-Concurrent-To", &at);
		found->named[i] = clair_index_id(name);
		if (name.at == NULL)
			break;
	}
}

/* WARC 1.1, 6: types of records. Those of other types are passed over. */
static void
see(struct scan *scan, struct found *found)
{
	struct clair_archive *archive = scan->archive;
	struct clair_part type = field(archive, "WARC-Type");

	found->id = clair_index_id(field(archive, "WARC-Record-ID"));
	if (!clair_archive_read_address(archive))
		return;
	found->key = clair_index_key(false, clair_part_of(&archive->address));
	if (clair_part_is(type, "response"))
		see_answer(scan, found);
	else if (clair_part_is(type, "revisit"))
		see_revisit(scan, found);
	else if (clair_part_is(type, "request"))
		see_request(scan, found);
	else if (clair_part_is(type, "resource"))
		found->kind = EXCHANGE;
	else if (clair_part_is(type, "metadata") && field(archive, "Clairlint-Failure").at != NULL &&
	    find_method(scan, found))
		found->kind = EXCHANGE;
}

/* What was not seen for want of memory is not passed over. */
static bool
is_short_of_memory(const struct clair_archive *archive)
{
	return archive->address.failed || archive->asked.failed || archive->block.failed;
}

/* --- What it adds --------------------------------------------------------------------------------------- */

static enum clair_archive_why
why_not_added(enum clair_index_result result)
{
	if (result == CLAIR_INDEX_ADDED)
		return CLAIR_ARCHIVE_FINE;
	return result == CLAIR_INDEX_FULL ? CLAIR_ARCHIVE_TOO_LARGE : CLAIR_ARCHIVE_NO_MEMORY;
}

/* `archive->address` is the first page's. */
static enum clair_archive_why
keep_first(struct clair_archive *archive)
{
	archive->first = strdup(archive->address.bytes);
	archive->first_entry = archive->index.count - 1;
	return archive->first == NULL ? CLAIR_ARCHIVE_NO_MEMORY : CLAIR_ARCHIVE_FINE;
}

static bool
add_revisit(struct clair_archive *archive, struct clair_revisit revisit)
{
	if (archive->revisit_count == archive->revisit_room) {
		size_t room = archive->revisit_room == 0 ? 64 : archive->revisit_room * 2;
		struct clair_revisit *more = realloc(archive->revisits, room * sizeof(*more));

		if (more == NULL)
			return false;
		archive->revisits = more;
		archive->revisit_room = room;
	}
	archive->revisits[archive->revisit_count++] = revisit;
	return true;
}

static enum clair_archive_why
add_exchange(struct scan *scan, struct found *found)
{
	struct clair_archive *archive = scan->archive;
	struct clair_entry entry = {
		.offset = scan->offset,
		.key = found->head ? clair_index_other_method(found->key) : found->key,
		.id = found->id,
		.file = scan->file,
		.flags = found->head ? CLAIR_ENTRY_HEAD : 0,
	};
	enum clair_archive_why why;

	if (found->kind == REVISIT)
		entry.flags |= CLAIR_ENTRY_REVISIT;
	why = why_not_added(clair_index_add(&archive->index, entry));
	if (why != CLAIR_ARCHIVE_FINE)
		return why;
	archive->count++;
	if (found->page)
		return keep_first(archive);
	found->revisit.entry = archive->index.count - 1;
	if (found->kind == REVISIT && !add_revisit(archive, found->revisit))
		return CLAIR_ARCHIVE_NO_MEMORY;
	return CLAIR_ARCHIVE_FINE;
}

void
clair_archive_drop(struct clair_archive *archive, uint32_t at)
{
	archive->index.entries[at].flags |= CLAIR_ENTRY_DROPPED;
	archive->count--;
	if (archive->first_entry != at)
		return;
	free(archive->first);
	archive->first = NULL;
	archive->first_entry = CLAIR_INDEX_NONE;
}

/* An answer that was found before the request that it names: it is no answer to a GET. */
static enum clair_archive_why
change_method(struct scan *scan, uint64_t answer, bool head)
{
	struct clair_index *index = &scan->archive->index;

	for (uint32_t i = 0; i < RECENT && i < index->count; i++) {
		uint32_t at = index->count - 1 - i;
		struct clair_entry entry = index->entries[at];

		if (entry.id != answer || entry.file != scan->file || entry.flags != 0)
			continue;
		clair_archive_drop(scan->archive, at);
		if (!head)
			break;
		entry.key = clair_index_other_method(entry.key);
		entry.flags = CLAIR_ENTRY_HEAD;
		scan->archive->count++;
		return why_not_added(clair_index_add(index, entry));
	}
	return CLAIR_ARCHIVE_FINE;
}

static enum clair_archive_why
add_request(struct scan *scan, const struct found *found)
{
	enum clair_archive_why why = CLAIR_ARCHIVE_FINE;

	scan->requests[scan->request_count++ % RECENT] = (struct request){found->id, found->head};
	for (size_t i = 0; i < NAMED_MAX && found->named[i] != 0 && why == CLAIR_ARCHIVE_FINE; i++)
		why = change_method(scan, found->named[i], found->head);
	return why;
}

static enum clair_archive_why
add(struct scan *scan, struct found *found)
{
	switch (found->kind) {
	case EXCHANGE:
	case REVISIT:
		return add_exchange(scan, found);
	case REQUEST:
		return add_request(scan, found);
	case OTHER:
		break;
	}
	return CLAIR_ARCHIVE_FINE;
}

/* --- Where the file ends --------------------------------------------------------------------------------- */

/* Does a record begin there? WRONG: none does, FAILED: it cannot be told. */
static enum clair_record_state
look_for_record(struct scan *scan, uint64_t offset)
{
	struct clair_archive *archive = scan->archive;

	switch (clair_record_begin(
	    &archive->record, &archive->source, archive->files[scan->file].file, offset)) {
	case CLAIR_RECORD_FINE:
	case CLAIR_RECORD_LARGE:
		return CLAIR_RECORD_FINE;
	case CLAIR_RECORD_FAILED:
		return CLAIR_RECORD_FAILED;
	default:
		return CLAIR_RECORD_WRONG;
	}
}

/* Less than 0: an error, told by the source. */
static ssize_t
read_at(struct scan *scan, unsigned char *bytes, size_t length, uint64_t at)
{
	ssize_t got;

	do {
		got = pread(scan->archive->files[scan->file].file, bytes, length, (off_t)at);
	} while (got < 0 && errno == EINTR);
	if (got < 0)
		scan->archive->source.error = errno;
	return got;
}

static bool
may_begin(const unsigned char *bytes)
{
	return memcmp(bytes, "\x1F\x8B\x08", 3) == 0 || memcmp(bytes, "\nWARC/", 6) == 0;
}

/* Is there a record after the one that is damaged? As look_for_record; when too many places look like one, there is. */
static enum clair_record_state
look_for_later(struct scan *scan)
{
	unsigned char bytes[LOOK];
	unsigned candidates = 0;
	uint64_t at = scan->offset + 1;
	ssize_t got;

	while ((got = read_at(scan, bytes, sizeof(bytes), at)) > 6) {
		for (ssize_t i = 0; i + 6 <= got; i++) {
			enum clair_record_state state = CLAIR_RECORD_WRONG;

			if (may_begin(bytes + i))
				state = candidates++ == CANDIDATES_MAX
				    ? CLAIR_RECORD_FINE
				    : look_for_record(scan, at + (uint64_t)i + (bytes[i] == '\n'));
			if (state != CLAIR_RECORD_WRONG)
				return state;
		}
		at += (uint64_t)got - 5;
	}
	return got < 0 ? CLAIR_RECORD_FAILED : CLAIR_RECORD_WRONG;
}

/* The first record is cut: what there is of it is the beginning of one, or of a gzip member as zlib makes them. */
static bool
begins_as_one(const struct scan *scan, uint64_t size)
{
	static const char member[] = "\x1F\x8B\x08\0\0\0\0\0\0\x03";
	const struct clair_archive *archive = scan->archive;
	const struct clair_buf *text = &archive->record.text;
	char bytes[sizeof(member) - 1];
	size_t length = size < sizeof(bytes) ? (size_t)size : sizeof(bytes);

	if (text->length != 0)
		return memcmp(text->bytes, "WARC/", text->length < 5 ? text->length : 5) == 0;
	return size <= 512 && pread(archive->files[scan->file].file, bytes, length, 0) == (ssize_t)length &&
	    memcmp(bytes, member, length) == 0;
}

static enum clair_archive_why
why_not_read(const struct scan *scan, struct clair_archive_fault *fault)
{
	fault->error = scan->archive->source.error;
	return fault->error == 0 ? CLAIR_ARCHIVE_NO_MEMORY : CLAIR_ARCHIVE_NO_FILE;
}

/* The record at `scan->offset`, which is not the first, is damaged: is it the last one, that was cut short? */
static enum clair_archive_why
judge_damage(struct scan *scan, struct clair_archive_fault *fault)
{
	switch (look_for_later(scan)) {
	case CLAIR_RECORD_FINE:
		return CLAIR_ARCHIVE_DAMAGED;
	case CLAIR_RECORD_FAILED:
		return why_not_read(scan, fault);
	default:
		return CLAIR_ARCHIVE_FINE;
	}
}

/* The record at `scan->offset` is not whole. */
static enum clair_archive_why
judge_end(struct scan *scan, enum clair_record_state state, uint64_t size, struct clair_archive_fault *fault)
{
	fault->offset = scan->offset;
	switch (state) {
	case CLAIR_RECORD_FAILED:
		return why_not_read(scan, fault);
	case CLAIR_RECORD_LARGE:
		return CLAIR_ARCHIVE_TOO_LARGE;
	case CLAIR_RECORD_SEVERAL:
		return CLAIR_ARCHIVE_PACKED_WHOLE;
	case CLAIR_RECORD_WRONG:
		if (scan->offset == 0)
			return scan->archive->record.fields.at == NULL ? CLAIR_ARCHIVE_NOT_ONE : CLAIR_ARCHIVE_DAMAGED;
		return judge_damage(scan, fault);
	case CLAIR_RECORD_CUT:
		return scan->offset == 0 && !begins_as_one(scan, size) ? CLAIR_ARCHIVE_NOT_ONE : CLAIR_ARCHIVE_FINE;
	case CLAIR_RECORD_NONE:
	case CLAIR_RECORD_FINE:
		break;
	}
	return CLAIR_ARCHIVE_FINE;
}

/* What follows the last whole record goes. */
static enum clair_archive_why
end_for_writer(struct scan *scan, uint64_t size, bool plain, struct clair_archive_fault *fault)
{
	struct clair_writer *writer = scan->archive->writer;

	if (writer == NULL)
		return CLAIR_ARCHIVE_FINE;
	writer->end = scan->offset;
	writer->plain = plain;
	if (size == scan->offset || ftruncate(writer->file, (off_t)scan->offset) == 0)
		return CLAIR_ARCHIVE_FINE;
	fault->error = errno;
	return CLAIR_ARCHIVE_NO_FILE;
}

/* --- One file -------------------------------------------------------------------------------------------- */

static enum clair_archive_why
scan_warc(struct scan *scan, uint64_t size, struct clair_archive_fault *fault)
{
	struct clair_archive *archive = scan->archive;
	int file = archive->files[scan->file].file;
	enum clair_archive_why why = CLAIR_ARCHIVE_FINE;
	enum clair_record_state state = CLAIR_RECORD_NONE;
	bool plain = false;

	archive->record.fields = (struct clair_part){0};
	while (why == CLAIR_ARCHIVE_FINE && scan->offset < size) {
		struct found found = {0};
		uint64_t next = 0;

		state = clair_record_begin(&archive->record, &archive->source, file, scan->offset);
		if (state != CLAIR_RECORD_FINE)
			break;
		see(scan, &found);
		if (is_short_of_memory(archive))
			return CLAIR_ARCHIVE_NO_MEMORY;
		state = clair_record_end(&archive->record, &archive->source, &next);
		plain = !archive->source.packed;
		if (state == CLAIR_RECORD_FINE && plain && archive->writer != NULL && archive->record.line_ends < 2)
			state = CLAIR_RECORD_CUT;
		if (state != CLAIR_RECORD_FINE)
			break;
		why = add(scan, &found);
		scan->offset = next;
	}
	if (why == CLAIR_ARCHIVE_FINE)
		why = judge_end(scan, state, size, fault);
	if (scan->offset < size)
		archive->cut = true;
	return why == CLAIR_ARCHIVE_FINE ? end_for_writer(scan, size, plain, fault) : why;
}

static enum clair_archive_why
scan_har(struct scan *scan, uint64_t size, struct clair_archive_fault *fault)
{
	struct clair_archive *archive = scan->archive;
	struct clair_archive_file *file = &archive->files[scan->file];
	enum clair_archive_why why = clair_har_open(&file->har, file->file, size, &fault->offset, &fault->error);

	close(file->file);
	file->file = -1;
	for (size_t i = 0; why == CLAIR_ARCHIVE_FINE && i < clair_har_count(file->har); i++) {
		struct found found = {.kind = EXCHANGE};
		struct clair_part url;

		if (!clair_har_name(file->har, i, &url, &found.head) ||
		    !clair_archive_address(&archive->address, url)) {
			if (is_short_of_memory(archive))
				why = CLAIR_ARCHIVE_NO_MEMORY;
			continue;
		}
		found.key = clair_index_key(false, clair_part_of(&archive->address));
		found.page = archive->first == NULL && !found.head && clair_har_is_page(file->har, i);
		scan->offset = i;
		why = add_exchange(scan, &found);
	}
	return why;
}

/* After what may stand before a JSON text. */
static bool
begins_as_json(int file)
{
	char bytes[64];
	ssize_t got = pread(file, bytes, sizeof(bytes), 0);
	ssize_t at = got >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;

	while (at < got && bytes[at] != '\0' && strchr(" \t\r\n", bytes[at]) != NULL)
		at++;
	return at < got && bytes[at] == '{';
}

enum clair_archive_why
clair_archive_scan(struct clair_archive *archive, size_t file, struct clair_archive_fault *fault)
{
	struct scan scan = {.archive = archive, .file = (uint16_t)file};
	struct stat facts;

	if (fstat(archive->files[file].file, &facts) != 0) {
		fault->error = errno;
		return CLAIR_ARCHIVE_NO_FILE;
	}
	if (facts.st_size == 0)
		return archive->writer == NULL ? CLAIR_ARCHIVE_NOT_ONE : CLAIR_ARCHIVE_FINE;
	if (!begins_as_json(archive->files[file].file))
		return scan_warc(&scan, (uint64_t)facts.st_size, fault);
	return archive->writer == NULL ? scan_har(&scan, (uint64_t)facts.st_size, fault) : CLAIR_ARCHIVE_NOT_ONE;
}
