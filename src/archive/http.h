/* An HTTP answer as it stands in an archive: a status line, fields, an empty line, a body. */
#ifndef CLAIR_ARCHIVE_HTTP_H
#define CLAIR_ARCHIVE_HTTP_H

#include "archive/archive.h"
#include "archive/fields.h"

enum {
	CLAIR_HTTP_HEADERS_MAX = 256 * 1024,
	CLAIR_HTTP_BODY_MAX = CLAIR_ARCHIVE_LARGEST_BODY,
};

struct clair_http {
	struct clair_part head; /* status line and fields, without the empty line */
	int status;
	size_t body;            /* where it begins */
};

/* False: it is no HTTP answer. Interim ones (1xx) before it are passed over. */
bool clair_http_read(struct clair_http *http, char *bytes, size_t length);

/* Does it begin with the status line of a final answer? */
bool clair_http_is_head(struct clair_part head);

/* Is it a page that was found: 2xx, and the media type of HTML? `type`: of the Content-Type; it may have none. */
bool clair_http_is_page(int64_t status, struct clair_part type);

/* How fields are told. The body is kept decoded: the fields that say how it came are named X-Archive-Orig-…. */
enum clair_http_way { CLAIR_HTTP_AS_IS, CLAIR_HTTP_KEEP, CLAIR_HTTP_RESTORE };

/* Adds the head: each line ended by CRLF, no line that would end it, no byte that would end a line, one space before
 * the status. */
void clair_http_copy(struct clair_buf *out, struct clair_part head, enum clair_http_way way);

/*
 * The body of an answer as it was sent, decoded. `bytes` may be changed; `*body` is part of them, or of `decoded`.
 * `cut`: known to be short, so that this is no failure. NULL, or the failure: a key of net/crawl.h.
 */
const char *clair_http_body(const struct clair_http *http, char *bytes, size_t length, bool head, bool cut,
    struct clair_buf *decoded, struct clair_part *body);

#endif
