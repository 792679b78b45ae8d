/* What the fuzz targets share: how they fail, and a text that grows. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void
check(bool right, const char *what)
{
	if (right)
		return;
	fprintf(stderr, "fuzz: %s\n", what);
	abort();
}

/* The bytes are the caller's to free. */
struct text {
	char *bytes;
	size_t length, room;
};

/* A clair_write_fn; the payload is a struct text. */
static inline bool
collect(void *payload, const char *bytes, size_t length)
{
	struct text *text = payload;

	if (text->length + length > text->room) {
		text->room = (text->length + length) * 2;
		text->bytes = realloc(text->bytes, text->room);
		check(text->bytes != NULL, "no memory");
	}
	if (length != 0)
		memcpy(text->bytes + text->length, bytes, length);
	text->length += length;
	return true;
}

#endif
