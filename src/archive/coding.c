/* See coding.h. */
#include "archive/coding.h"

#include "base/hex.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>

enum { GZIP_ONLY = 16 + 15, ZLIB_ONLY = 15, RAW = -15, SIZE_DIGITS = 15, STEP = 32 * 1024 };

/* chunk-size [ chunk-ext ] CRLF. `*at` goes past it. */
static enum clair_coding
chunk_size(const char *bytes, size_t length, size_t *at, size_t *size)
{
	size_t i = *at;
	const char *end;

	*size = 0;
	for (; i < length && clair_hex(bytes[i]) >= 0; i++) {
		if (i - *at == SIZE_DIGITS)
			return CLAIR_CODING_WRONG;
		*size = *size * 16 + (size_t)clair_hex(bytes[i]);
	}
	if (i == length)
		return CLAIR_CODING_CUT;
	if (i == *at || strchr(" \t;\r\n", bytes[i]) == NULL || bytes[i] == '\0')
		return CLAIR_CODING_WRONG;
	end = memchr(bytes + i, '\n', length - i);
	if (end == NULL)
		return CLAIR_CODING_CUT;
	*at = (size_t)(end - bytes) + 1;
	return CLAIR_CODING_GOOD;
}

enum clair_coding
clair_coding_join(char *bytes, size_t *length)
{
	size_t at = 0;
	size_t kept = 0;
	enum clair_coding result = CLAIR_CODING_GOOD;

	for (;;) {
		size_t size;
		size_t there;

		result = chunk_size(bytes, *length, &at, &size);
		if (result == CLAIR_CODING_WRONG && at == 0)
			return CLAIR_CODING_GOOD;
		if (result != CLAIR_CODING_GOOD || size == 0)
			break;
		there = *length - at < size ? *length - at : size;
		memmove(bytes + kept, bytes + at, there);
		kept += there;
		at += there;
		if (at < *length && bytes[at] == '\r')
			at++;
		if (at >= *length) {
			result = CLAIR_CODING_CUT;
			break;
		}
		if (bytes[at++] != '\n') {
			result = CLAIR_CODING_WRONG;
			break;
		}
	}
	*length = kept;
	return result;
}

/* Adds what one stream holds; `*used` says where it ended. */
static enum clair_coding
inflate_stream(struct clair_part coded, int window, struct clair_buf *out, size_t *used)
{
	unsigned char step[STEP];
	z_stream stream = {0};
	int result;

	if (inflateInit2(&stream, window) != Z_OK)
		return CLAIR_CODING_NO_MEMORY;
	stream.next_in = (z_const Bytef *)(uintptr_t)coded.at;
	stream.avail_in = (uInt)coded.length;
	do {
		stream.next_out = step;
		stream.avail_out = sizeof(step);
		result = inflate(&stream, Z_NO_FLUSH);
		if ((result == Z_OK || result == Z_STREAM_END) &&
		    !clair_buf_add(out, step, sizeof(step) - stream.avail_out)) {
			inflateEnd(&stream);
			return CLAIR_CODING_LARGE;
		}
	} while (result == Z_OK && (stream.avail_in != 0 || stream.avail_out == 0));
	*used = coded.length - stream.avail_in;
	inflateEnd(&stream);
	if (result == Z_STREAM_END)
		return CLAIR_CODING_GOOD;
	if (result == Z_MEM_ERROR)
		return CLAIR_CODING_NO_MEMORY;
	return result == Z_OK || result == Z_BUF_ERROR ? CLAIR_CODING_CUT : CLAIR_CODING_WRONG;
}

/* Members follow one another; what is none is passed over. */
static enum clair_coding
undo_gzip(struct clair_part coded, struct clair_buf *out)
{
	enum clair_coding result;

	do {
		size_t used = 0;

		result = inflate_stream(coded, GZIP_ONLY, out, &used);
		coded = (struct clair_part){coded.at + used, coded.length - used};
	} while (result == CLAIR_CODING_GOOD && coded.length > 2 && memcmp(coded.at, "\x1F\x8B", 2) == 0);
	return result;
}

/* "deflate" means zlib's format; some servers send what is inside it. */
static enum clair_coding
undo_deflate(struct clair_part coded, struct clair_buf *out)
{
	const unsigned char *head = (const unsigned char *)coded.at;
	bool zlib = coded.length >= 2 && (head[0] & 0x0F) == Z_DEFLATED && (head[0] * 256 + head[1]) % 31 == 0;
	size_t used = 0;

	return inflate_stream(coded, zlib ? ZLIB_ONLY : RAW, out, &used);
}

enum clair_coding
clair_coding_undo(struct clair_part name, struct clair_part coded, struct clair_buf *out)
{
	if (coded.length > UINT_MAX)
		return CLAIR_CODING_LARGE;
	if (clair_part_is(name, "gzip") || clair_part_is(name, "x-gzip"))
		return undo_gzip(coded, out);
	if (clair_part_is(name, "deflate"))
		return undo_deflate(coded, out);
	return CLAIR_CODING_UNKNOWN;
}

static int
base64_value(char byte)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *found = byte == '\0' ? NULL : strchr(letters, byte);

	return found == NULL ? -1 : (int)(found - letters);
}

enum clair_coding
clair_coding_base64(struct clair_part coded, struct clair_buf *out)
{
	uint32_t bits = 0;
	unsigned held = 0;
	size_t i = 0;

	for (; i < coded.length && coded.at[i] != '='; i++) {
		int value = base64_value(coded.at[i]);

		if (value < 0 && strchr(" \t\r\n", coded.at[i]) != NULL && coded.at[i] != '\0')
			continue;
		if (value < 0)
			return CLAIR_CODING_WRONG;
		bits = bits << 6 | (uint32_t)value;
		held += 6;
		if (held < 8)
			continue;
		held -= 8;
		if (!clair_buf_putc(out, (char)(bits >> held & 0xFF)))
			return CLAIR_CODING_LARGE;
	}
	for (; i < coded.length; i++) {
		if (coded.at[i] == '\0' || strchr("= \t\r\n", coded.at[i]) == NULL)
			return CLAIR_CODING_WRONG;
	}
	return held == 6 ? CLAIR_CODING_CUT : CLAIR_CODING_GOOD;
}
