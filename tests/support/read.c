/* See read.h. */
#include "tests/support/read.h"

#include "base/buf.h"

#include <stdio.h>

char *
support_read(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	struct clair_buf buf;
	char piece[65536];
	size_t got;
	bool failed;

	if (file == NULL)
		return NULL;
	clair_buf_init(&buf, 0);
	while ((got = fread(piece, 1, sizeof(piece), file)) != 0)
		clair_buf_add(&buf, piece, got);
	failed = ferror(file) != 0;
	fclose(file);
	clair_buf_add(&buf, "", 1); /* bytes of its own, even for an empty file */
	if (failed || buf.failed) {
		clair_buf_free(&buf);
		return NULL;
	}
	*length = buf.length - 1;
	return buf.bytes;
}
