/* Addresses and moments, as archives write them. */
#ifndef CLAIR_ARCHIVE_ADDRESS_H
#define CLAIR_ARCHIVE_ADDRESS_H

#include "archive/fields.h"

#include <stdint.h>

/*
 * The same address, written in one way (RFC 3986 6.2.2 and 6.2.3), so that those of other tools are found: scheme and
 * host in lower case, no default port, "/" for an empty path, percent-encoding in upper case and only where needed,
 * no fragment. Angle brackets around it are left out; no byte of it ends a line. False: not http(s), too long, or no
 * memory.
 */
bool clair_archive_address(struct clair_buf *out, struct clair_part url);

/* W3C-DTF, to the second or finer, in UTC or with a zone; in milliseconds since 1970, UTC. False: it is none. */
bool clair_archive_moment(struct clair_part text, int64_t *when);
/* The same in UTC, to the millisecond. Years 1970 to 9999: others become the nearest. */
void clair_archive_put_moment(struct clair_buf *out, int64_t when);

#endif
