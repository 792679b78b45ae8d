/* What HTTP may do to a body on its way: RFC 9112 7.1 (chunked), RFC 9110 8.4 (gzip, deflate). */
#ifndef CLAIR_ARCHIVE_CODING_H
#define CLAIR_ARCHIVE_CODING_H

#include "archive/fields.h"

enum clair_coding {
	CLAIR_CODING_GOOD,
	CLAIR_CODING_CUT,   /* it ends too early; what was there is good */
	CLAIR_CODING_WRONG, /* not coded so, or damaged */
	CLAIR_CODING_LARGE, /* more than the ceiling of `out` */
	CLAIR_CODING_UNKNOWN,
	CLAIR_CODING_NO_MEMORY,
};

/* Takes the chunks apart, in place. A body that does not begin with a chunk was taken apart before, and is left. */
enum clair_coding clair_coding_join(char *bytes, size_t *length);

/* Undoes one content coding, by its name in Content-Encoding. Adds to `out`. */
enum clair_coding clair_coding_undo(struct clair_part name, struct clair_part coded, struct clair_buf *out);

/* RFC 4648 4; blanks and line ends are passed over. */
enum clair_coding clair_coding_base64(struct clair_part coded, struct clair_buf *out);

#endif
