/* Texts against files that are kept. UPDATE=1 in the environment rewrites the files: look at the difference before
 * keeping it. */
#ifndef CLAIR_TESTS_GOLDEN_H
#define CLAIR_TESTS_GOLDEN_H

#include "base/buf.h"

void golden_compare(const char *path, const struct clair_buf *made);
/* The file keeps what goes from one text to the other, and what comes, line by line. */
void golden_compare_changes(const char *path, const struct clair_buf *before, const struct clair_buf *after);
/* Of the line that starts here, with its end; 0 at the end of the text. */
size_t golden_line_length(const char *at);

#endif
