/*
 * The bytes of a file from some offset on, unpacked when a gzip member begins there: one record at a time. Each
 * offset is looked at by itself, so that packed and plain records may stand in the same file.
 */
#ifndef CLAIR_ARCHIVE_SOURCE_H
#define CLAIR_ARCHIVE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <zlib.h>

enum clair_source_state {
	CLAIR_SOURCE_GOING,
	CLAIR_SOURCE_OVER,   /* the member ended, and its checksum is right; or nothing begins at this offset */
	CLAIR_SOURCE_CUT,    /* the file ended, the member had not */
	CLAIR_SOURCE_WRONG,  /* what is packed cannot be unpacked */
	CLAIR_SOURCE_FAILED, /* the file cannot be read (`error`), or there is no memory (0) */
};

enum { CLAIR_SOURCE_ROOM = 64 * 1024 };

struct clair_source {
	int file;
	enum clair_source_state state;
	int error;            /* errno */
	bool broke;           /* some read failed, be it of another file */
	bool packed;
	bool inflating;       /* `inflater` was made */
	z_stream inflater;
	uint64_t base;        /* of the file: where `in` begins */
	size_t in_at;
	size_t in_length;
	size_t out_at;
	size_t out_length;
	unsigned char in[CLAIR_SOURCE_ROOM];
	unsigned char out[CLAIR_SOURCE_ROOM];
};

void clair_source_init(struct clair_source *source);
void clair_source_free(struct clair_source *source);

/* Goes to the record that begins at `offset` of `file`. */
void clair_source_go(struct clair_source *source, int file, uint64_t offset);

/* What lies ahead, at least one byte. 0: nothing more, see `state`; at the end of a plain file, CLAIR_SOURCE_OVER. */
size_t clair_source_ahead(struct clair_source *source, const unsigned char **bytes);
/* At most what clair_source_ahead gave. */
void clair_source_skip(struct clair_source *source, size_t length);

/* Passes over bytes of a plain file without reading them, there or not. False: it is packed. */
bool clair_source_jump(struct clair_source *source, uint64_t length);

/* Where the file was read to: for a member that is over, where it ends; for plain bytes, the next of them. */
uint64_t clair_source_offset(const struct clair_source *source);

#endif
