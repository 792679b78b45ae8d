/* One record of a WARC file, read piece by piece: its fields, its block, its end. WARC 1.0 and 1.1. */
#ifndef CLAIR_ARCHIVE_RECORD_H
#define CLAIR_ARCHIVE_RECORD_H

#include "archive/fields.h"
#include "archive/source.h"

#include <stdint.h>

enum clair_record_state {
	CLAIR_RECORD_FINE,
	CLAIR_RECORD_NONE,   /* the file ends where it would begin */
	CLAIR_RECORD_CUT,    /* the file ends inside it */
	CLAIR_RECORD_WRONG,  /* no record, or a damaged one */
	CLAIR_RECORD_SEVERAL, /* another record follows in the same gzip member */
	CLAIR_RECORD_LARGE,  /* more than we unpack */
	CLAIR_RECORD_FAILED, /* see the source's `error`; 0: no memory */
};

struct clair_record {
	struct clair_buf text;    /* the version, and the fields */
	struct clair_part fields;
	uint64_t length;          /* of the block */
	uint64_t left;            /* of it, not read yet */
	unsigned line_ends;       /* that followed the block; WARC asks for two */
};

void clair_record_init(struct clair_record *record);
void clair_record_free(struct clair_record *record);

/* Reads the fields of the record that begins at `offset`. When it is cut, `text` has what is there of it. */
enum clair_record_state clair_record_begin(
    struct clair_record *record, struct clair_source *source, int file, uint64_t offset);
/* Adds what is left of the block, or `most` bytes of it. */
enum clair_record_state clair_record_block(
    struct clair_record *record, struct clair_source *source, struct clair_buf *block, size_t most);
/* Passes over what is left; `*next` is where the next record would begin. */
enum clair_record_state clair_record_end(struct clair_record *record, struct clair_source *source, uint64_t *next);

#endif
