#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/support/archived.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

void
support_write_file(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

char *
support_read_file(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	struct clair_buf whole;
	char step[65536];

	assert_non_null(file);
	clair_buf_init(&whole, 0);
	while ((*length = fread(step, 1, sizeof(step), file)) != 0)
		assert_true(clair_buf_add(&whole, step, *length));
	fclose(file);
	*length = whole.length;
	return whole.room == 0 ? strdup("") : whole.bytes;
}

struct clair_archive *
support_archive(const char *path, enum clair_archive_mode mode)
{
	struct clair_archive *archive;
	struct clair_archive_fault fault;

	if (clair_archive_open(&archive, &path, 1, mode, &fault) != CLAIR_OK)
		fail_msg("%s: fault %d at %llu", path, (int)fault.why, (unsigned long long)fault.offset);
	assert_int_equal(fault.why, CLAIR_ARCHIVE_FINE);
	return archive;
}

enum clair_archive_why
support_archive_fault(const char *path, enum clair_archive_mode mode, struct clair_archive_fault *fault)
{
	struct clair_archive *archive;
	enum clair_status status = clair_archive_open(&archive, &path, 1, mode, fault);

	assert_true((status == CLAIR_OK) == (fault->why == CLAIR_ARCHIVE_FINE));
	assert_true((archive == NULL) == (status != CLAIR_OK));
	assert_ptr_equal(fault->path, path);
	clair_archive_close(archive);
	return fault->why;
}

void
support_record(struct clair_buf *out, const char *fields, const char *block, size_t length)
{
	clair_buf_printf(out, "WARC/1.0\r\n%sContent-Length: %zu\r\n\r\n", fields, length);
	clair_buf_add(out, block, length);
	clair_buf_puts(out, "\r\n\r\n");
	assert_false(out->failed);
}

void
support_pack(struct clair_buf *out, const char *bytes, size_t length, enum support_packing packing)
{
	z_stream stream = {0};
	unsigned char step[4096];
	int result;

	assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, packing, 8, Z_DEFAULT_STRATEGY), Z_OK);
	stream.next_in = (z_const Bytef *)(uintptr_t)bytes;
	stream.avail_in = (uInt)length;
	do {
		stream.next_out = step;
		stream.avail_out = sizeof(step);
		result = deflate(&stream, Z_FINISH);
		assert_true(clair_buf_add(out, step, sizeof(step) - stream.avail_out));
	} while (result == Z_OK);
	assert_int_equal(result, Z_STREAM_END);
	deflateEnd(&stream);
}
