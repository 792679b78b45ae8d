/* A unified diff, as patch and git apply read it. */
#ifndef CLI_DIFF_H
#define CLI_DIFF_H

#include "base/buf.h"

struct cli_text {
	const char *bytes;
	size_t length;
};

/* Adds nothing when both are the same. False without memory. */
bool cli_diff(struct clair_buf *out, const char *path, struct cli_text before, struct cli_text after);

#endif
