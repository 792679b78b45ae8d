/*
 * What servers answered, exchange by exchange, to be kept, replayed without network, or resumed from.
 *
 * Kept as WARC 1.1 (ISO 28500:2017), one gzip member a record, so that other tools read it:
 *     answered        a `response` record, application/http; the body is decoded: Content-Encoding and
 *                     Transfer-Encoding are renamed X-Archive-Orig-…, Content-Length tells the decoded body, the
 *                     received one being X-Archive-Orig-Content-Length
 *     not answered    a `metadata` record, application/warc-fields, with the failure
 * One `warcinfo` record begins the file, and has its name. What WARC has no name for stands in the fields Clairlint-…
 * of the record. The bytes depend on what is put and on that name alone. docs/archive.md tells the rest.
 *
 * A file that was cut short (kill, power) ends at its last whole record: what follows is removed when it is opened
 * to go on. Read from WARC files of other tools too, compressed or not, and from HAR 1.2 (JSON). Of these:
 *     - what HTTP did to a body on its way is undone (chunks, gzip, deflate); otherwise the failure is that which the
 *       network would have given: bad-encoding, truncated, too-large
 *     - a `revisit` has the body of the record it names, and is left out when that is not there
 *     - a `resource` of an http(s) address is an answer 200; requests other than GET and HEAD are left out
 *
 * Memory: an index of addresses, 48 bytes an exchange; bodies are read when they are asked for. Of a HAR, all of it.
 */
#ifndef CLAIR_ARCHIVE_H
#define CLAIR_ARCHIVE_H

#include "clairlint/clairlint.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct clair_archive;

/* Bytes of a decoded body. A larger one is not kept; read, it is cut, and has the failure too-large. */
enum { CLAIR_ARCHIVE_LARGEST_BODY = 32 << 20 };

enum clair_archive_mode {
	CLAIR_ARCHIVE_READ, /* one or several files; nothing is written */
	CLAIR_ARCHIVE_GO_ON /* one WARC file, made when absent: what it holds is given back, what is put is added */
};

enum clair_archive_why {
	CLAIR_ARCHIVE_FINE,
	CLAIR_ARCHIVE_NO_MEMORY,
	CLAIR_ARCHIVE_NO_FILE,   /* cannot be opened: errno */
	CLAIR_ARCHIVE_NOT_ONE,   /* neither WARC nor HAR */
	CLAIR_ARCHIVE_HELD,      /* to go on: another process does already */
	CLAIR_ARCHIVE_DAMAGED,   /* at `offset`: what cannot be read, and is not a last record that was cut short */
	CLAIR_ARCHIVE_PACKED_WHOLE, /* a gzip member of several records: the file is to be unpacked first */
	CLAIR_ARCHIVE_TOO_LARGE, /* a HAR of more than 512 MiB, a record of 4 GiB unpacked, 10,000,000 records */
};

struct clair_archive_fault {
	enum clair_archive_why why;
	const char *path;
	uint64_t offset; /* bytes */
	int error;       /* errno */
};

/* One request and what came of it. */
struct clair_exchange {
	const char *method;     /* "GET", "HEAD" */
	const char *url;        /* without fragment */
	int64_t when;           /* milliseconds since 1970, UTC */
	const char *failure;    /* key of net/crawl.h; NULL: answered. Read, a copy of it */
	bool transient;
	const char *headers;    /* status line and fields as sent, each ended by CRLF, the empty line left out; NULL: no
	                           answer. HTTP/2 and 3 come back as HTTP/1.1, blanks before the status as one space */
	size_t headers_length;
	const char *body;       /* decoded */
	size_t body_length;
	bool truncated;         /* the body was not read to its end, on purpose */
	int64_t milliseconds;   /* from the request to the last byte; -1: not said */
	int64_t received;       /* bytes of the body as sent; -1: not said */
	int64_t announced;      /* Content-Length as sent; -1: not said */
};

/* To go on, the last part of paths[0] is the name that a new file has in its `warcinfo`, and keeps when it is moved or
 * copied; paths[0] lives as long as the archive. On failure `*out` is NULL and `*fault` says why; its path is that of
 * the caller. */
CLAIR_MUST_USE enum clair_status clair_archive_open(struct clair_archive **out, const char *const *paths,
    size_t count, enum clair_archive_mode mode, struct clair_archive_fault *fault);
/* What was put is in the file, though perhaps not on the disk: see clair_archive_sync. NULL is nothing. */
void clair_archive_close(struct clair_archive *archive);

/* The next exchange of this method and address, each given once, in the order of the file. After the last, the last
 * once more when `again`. What it points to lives until the next call on the archive. False: there is none, or it
 * cannot be read. Not for two threads at a time, nor are the other calls. */
bool clair_archive_take(struct clair_archive *archive, const char *method, const char *url, bool again,
    struct clair_exchange *exchange);

/* Whether an exchange of this method and address is there, taken or not. */
bool clair_archive_holds(struct clair_archive *archive, const char *method, const char *url);

/* Adds a record, whole in the file when this returns. What is put is not given back.
 * CLAIR_TOO_LARGE: past CLAIR_ARCHIVE_LARGEST_BODY, or 256 KiB of headers. CLAIR_BAD_INPUT: no GET or HEAD of an
 * http(s) address, neither answered (a status line of three digits, 1xx left out) nor failed, or an archive that is
 * only read. CLAIR_IO: errno. On failure the file has no part of the record: it is as it was, but for the `warcinfo`
 * that begins a new one, and may be there already. */
CLAIR_MUST_USE enum clair_status clair_archive_put(
    struct clair_archive *archive, const struct clair_exchange *exchange);
/* Onto the disk. */
CLAIR_MUST_USE enum clair_status clair_archive_sync(struct clair_archive *archive);

uint64_t clair_archive_count(const struct clair_archive *archive); /* exchanges found at the opening */
/* To read: a file ends within a record, which is left out. */
bool clair_archive_is_cut(const struct clair_archive *archive);
/* A file could not be read since it was opened (a disk that went away): what was not given may be there. */
bool clair_archive_is_broken(const struct clair_archive *archive);
/* The address of the first page (an HTML answer) that was read: where a replay begins. NULL: none. */
const char *clair_archive_first(const struct clair_archive *archive);

#endif
