/* Records of WARC 1.1, added to the end of a file: see archive.h for what is in them. */
#ifndef CLAIR_ARCHIVE_WRITER_H
#define CLAIR_ARCHIVE_WRITER_H

#include "archive/archive.h"
#include "base/buf.h"

#include <zlib.h>

struct clair_writer {
	int file;
	const char *name;   /* of the file; the caller's */
	uint64_t end;       /* where the next record goes */
	bool plain;         /* records are not packed */
	bool deflating;     /* `deflater` was made */
	z_stream deflater;
	struct clair_buf fields;
	struct clair_buf head;
	struct clair_buf packed;
};

void clair_writer_init(struct clair_writer *writer);
void clair_writer_free(struct clair_writer *writer);

/* The first record of a file is a `warcinfo`, with the moment of the first exchange: what is put makes the bytes. On
 * failure the file has no part of the exchange; that first record may be there. */
CLAIR_MUST_USE enum clair_status clair_writer_put(struct clair_writer *writer, const struct clair_exchange *exchange);

#endif
