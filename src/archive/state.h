/* The inside of an archive, for archive.c (what is asked of it), scan.c and revisit.c (what it holds), give.c (one
 * exchange). */
#ifndef CLAIR_ARCHIVE_STATE_H
#define CLAIR_ARCHIVE_STATE_H

#include "archive/archive.h"
#include "archive/har.h"
#include "archive/http.h"
#include "archive/index.h"
#include "archive/record.h"
#include "archive/source.h"
#include "archive/writer.h"

struct clair_archive_file {
	int file;
	struct clair_har *har; /* NULL: a WARC */
};

/* A revisit, and the entry it stands for. */
struct clair_revisit {
	uint32_t entry;
	uint32_t target; /* CLAIR_INDEX_NONE while it is looked for */
	uint64_t id;     /* WARC-Refers-To */
	uint64_t key;    /* WARC-Refers-To-Target-URI */
	int64_t when;    /* WARC-Refers-To-Date */
};

struct clair_archive {
	enum clair_archive_mode mode;
	struct clair_archive_file *files;
	size_t file_count;
	struct clair_index index;
	struct clair_revisit *revisits; /* by entry */
	size_t revisit_count;
	size_t revisit_room;
	uint64_t count;
	bool cut;                /* a file to read ends within a record */
	char *first;
	uint32_t first_entry;
	struct clair_writer *writer; /* to go on */

	struct clair_source source;
	struct clair_record record;
	struct clair_buf block;
	struct clair_buf address; /* of the record that is looked at */
	struct clair_buf asked;   /* of that which is asked for */
	struct clair_buf headers;
	struct clair_buf body;
	struct clair_buf failure;
};

/* scan.c: finds the exchanges of one file. */
enum clair_archive_why clair_archive_scan(
    struct clair_archive *archive, size_t file, struct clair_archive_fault *fault);
/* The entry is no exchange after all. */
void clair_archive_drop(struct clair_archive *archive, uint32_t entry);

/* revisit.c. Once all files are there: which record each revisit stands for. */
void clair_archive_settle(struct clair_archive *archive);

/* Reads the fields of the record of an entry. */
bool clair_archive_begin(struct clair_archive *archive, uint32_t entry);

/* Is the record whose fields were read an exchange that we kept? */
bool clair_archive_is_own(const struct clair_record *record);
/* Its address, in `archive->address`. False: it has none of ours. */
bool clair_archive_read_address(struct clair_archive *archive);

/* give.c: the exchange of an entry, its method and address left out. False: it cannot be read. */
bool clair_archive_give(struct clair_archive *archive, uint32_t entry, struct clair_exchange *exchange);

#endif
