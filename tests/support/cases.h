/* Files of cases for facts, a case a line: HTML, "|", then what is expected of the fact. */
#ifndef CLAIR_TESTS_CASES_H
#define CLAIR_TESTS_CASES_H

#include "base/buf.h"
#include "facts/ctx.h"

struct support_tally {
	unsigned cases;
	unsigned right;
};

/* Writes what the fact says of the page, as the file has it. */
typedef void support_say(struct clair_ctx *ctx, struct clair_buf *said);

/* Asks `say` about each line of the file, put in a French page after `before` ("<main><p>"). A line that starts
 * with # is no case, and ~ is a no-break space. Prints the cases that are wrong, and how many are right. */
struct support_tally support_cases(const char *path, const char *before, support_say *say);

#endif
