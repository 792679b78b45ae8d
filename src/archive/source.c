/* See source.h. */
#include "archive/source.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { GZIP_ONLY = 16 + 15 }; /* zlib's window bits for a gzip header */

void
clair_source_init(struct clair_source *source)
{
	memset(source, 0, sizeof(*source));
	source->file = -1;
	source->state = CLAIR_SOURCE_OVER;
}

void
clair_source_free(struct clair_source *source)
{
	if (source->inflating)
		inflateEnd(&source->inflater);
	source->inflating = false;
}

/* True when `in` has a byte that was not looked at. */
static bool
fetch(struct clair_source *source)
{
	ssize_t got;

	if (source->in_at < source->in_length)
		return true;
	source->base += source->in_length;
	source->in_at = 0;
	source->in_length = 0;
	do {
		got = pread(source->file, source->in, sizeof(source->in), (off_t)source->base);
	} while (got < 0 && errno == EINTR);
	if (got < 0) {
		source->error = errno;
		source->broke = true;
		source->state = CLAIR_SOURCE_FAILED;
		return false;
	}
	source->in_length = (size_t)got;
	return got > 0;
}

static bool
ready_to_inflate(struct clair_source *source)
{
	int result;

	if (source->inflating)
		result = inflateReset(&source->inflater);
	else
		result = inflateInit2(&source->inflater, GZIP_ONLY);
	source->inflating = source->inflating || result == Z_OK;
	if (result != Z_OK)
		source->state = CLAIR_SOURCE_FAILED;
	return result == Z_OK;
}

void
clair_source_go(struct clair_source *source, int file, uint64_t offset)
{
	bool there = file == source->file && offset >= source->base && offset < source->base + source->in_length;

	source->in_at = there ? (size_t)(offset - source->base) : 0;
	if (!there) {
		source->file = file;
		source->base = offset;
		source->in_length = 0;
	}
	source->out_at = 0;
	source->out_length = 0;
	source->error = 0;
	source->packed = false;
	source->state = CLAIR_SOURCE_GOING;
	if (!fetch(source)) {
		if (source->state == CLAIR_SOURCE_GOING)
			source->state = CLAIR_SOURCE_OVER;
		return;
	}
	source->packed = source->in[source->in_at] == 0x1F;
	if (source->packed)
		ready_to_inflate(source);
}

/* One step of zlib, as far as `out` has room. */
static void
inflate_some(struct clair_source *source)
{
	int result;

	source->inflater.next_in = source->in + source->in_at;
	source->inflater.avail_in = (uInt)(source->in_length - source->in_at);
	source->inflater.next_out = source->out;
	source->inflater.avail_out = sizeof(source->out);
	result = inflate(&source->inflater, Z_NO_FLUSH);
	source->in_at = source->in_length - source->inflater.avail_in;
	source->out_at = 0;
	source->out_length = sizeof(source->out) - source->inflater.avail_out;
	if (result == Z_STREAM_END)
		source->state = CLAIR_SOURCE_OVER;
	else if (result == Z_MEM_ERROR)
		source->state = CLAIR_SOURCE_FAILED;
	else if (result != Z_OK && result != Z_BUF_ERROR)
		source->state = CLAIR_SOURCE_WRONG;
}

size_t
clair_source_ahead(struct clair_source *source, const unsigned char **bytes)
{
	if (!source->packed) {
		if (source->state == CLAIR_SOURCE_GOING && !fetch(source) && source->state == CLAIR_SOURCE_GOING)
			source->state = CLAIR_SOURCE_OVER;
		*bytes = source->in + source->in_at;
		return source->state == CLAIR_SOURCE_GOING ? source->in_length - source->in_at : 0;
	}
	while (source->out_at == source->out_length && source->state == CLAIR_SOURCE_GOING) {
		if (fetch(source))
			inflate_some(source);
		else if (source->state == CLAIR_SOURCE_GOING)
			source->state = CLAIR_SOURCE_CUT;
	}
	*bytes = source->out + source->out_at;
	return source->out_length - source->out_at;
}

void
clair_source_skip(struct clair_source *source, size_t length)
{
	if (source->packed)
		source->out_at += length;
	else
		source->in_at += length;
}

bool
clair_source_jump(struct clair_source *source, uint64_t length)
{
	if (source->packed || source->state != CLAIR_SOURCE_GOING ||
	    length > (uint64_t)INT64_MAX - clair_source_offset(source))
		return false;
	if (length <= source->in_length - source->in_at) {
		source->in_at += (size_t)length;
		return true;
	}
	source->base = clair_source_offset(source) + length;
	source->in_at = 0;
	source->in_length = 0;
	return true;
}

uint64_t
clair_source_offset(const struct clair_source *source)
{
	return source->base + source->in_at;
}
