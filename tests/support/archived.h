/* Archives made byte by byte, for the tests. */
#ifndef CLAIR_TESTS_ARCHIVED_H
#define CLAIR_TESTS_ARCHIVED_H

#include "archive/archive.h"
#include "base/buf.h"

/* Fails the test when it cannot be written. */
void support_write_file(const char *path, const char *bytes, size_t length);
/* malloc'd. */
char *support_read_file(const char *path, size_t *length);

/* Fails the test when the archive is not FINE. */
struct clair_archive *support_archive(const char *path, enum clair_archive_mode mode);
/* Why it cannot be opened. */
enum clair_archive_why support_archive_fault(
    const char *path, enum clair_archive_mode mode, struct clair_archive_fault *fault);

/* Adds a record with its Content-Length: `fields` are lines ended by CRLF, the version left out. */
void support_record(struct clair_buf *out, const char *fields, const char *block, size_t length);
/* Adds the bytes as one gzip member; as zlib or raw deflate. */
enum support_packing { SUPPORT_GZIP = 31, SUPPORT_ZLIB = 15, SUPPORT_RAW = -15 };
void support_pack(struct clair_buf *out, const char *bytes, size_t length, enum support_packing packing);

#endif
