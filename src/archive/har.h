/* HAR 1.2, what browsers save of their network tools: http://www.softwareishard.com/blog/har-12-spec/ */
#ifndef CLAIR_ARCHIVE_HAR_H
#define CLAIR_ARCHIVE_HAR_H

#include "archive/archive.h"
#include "archive/fields.h"

struct clair_har;

/* The file may be closed after. CLAIR_ARCHIVE_DAMAGED at `*offset` when it is no JSON, CLAIR_ARCHIVE_NOT_ONE when it is
 * another JSON, CLAIR_ARCHIVE_NO_FILE with the errno in `*error` when it cannot be read. */
enum clair_archive_why clair_har_open(struct clair_har **out, int file, uint64_t size, uint64_t *offset, int *error);
void clair_har_close(struct clair_har *har); /* NULL is nothing */

size_t clair_har_count(const struct clair_har *har); /* entries, of ours or not */
/* The address and the method of an entry. False: it is none of ours. */
bool clair_har_name(const struct clair_har *har, size_t at, struct clair_part *url, bool *head);
/* As clair_http_is_page. */
bool clair_har_is_page(const struct clair_har *har, size_t at);

/* All of the exchange but its method and address, which are set before. */
void clair_har_read(const struct clair_har *har, size_t at, struct clair_buf *headers, struct clair_buf *body,
    struct clair_exchange *exchange);

#endif
