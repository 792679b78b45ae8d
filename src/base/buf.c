/* See buf.h. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char nothing[1];

void
clair_buf_init(struct clair_buf *buf, size_t ceiling)
{
	*buf = (struct clair_buf){.bytes = nothing, .ceiling = ceiling};
}

void
clair_buf_free(struct clair_buf *buf)
{
	if (buf->room != 0)
		free(buf->bytes);
	clair_buf_init(buf, buf->ceiling);
}

void
clair_buf_clear(struct clair_buf *buf)
{
	buf->length = 0;
	buf->failed = false;
	if (buf->room != 0)
		buf->bytes[0] = '\0';
}

static bool
reserve(struct clair_buf *buf, size_t more)
{
	size_t wanted;
	char *bytes;

	if (buf->failed || more > SIZE_MAX / 4 - buf->length ||
	    (buf->ceiling != 0 && buf->length + more > buf->ceiling)) {
		buf->failed = true;
		return false;
	}
	if (buf->length + more < buf->room)
		return true;
	wanted = buf->room < 64 ? 128 : buf->room * 2;
	if (wanted <= buf->length + more)
		wanted = buf->length + more + 1;
	bytes = realloc(buf->room == 0 ? NULL : buf->bytes, wanted);
	if (bytes == NULL) {
		buf->failed = true;
		return false;
	}
	buf->bytes = bytes;
	buf->room = wanted;
	return true;
}

bool
clair_buf_add(struct clair_buf *buf, const void *bytes, size_t length)
{
	if (!reserve(buf, length))
		return false;
	if (length != 0)
		memcpy(buf->bytes + buf->length, bytes, length);
	buf->length += length;
	buf->bytes[buf->length] = '\0';
	return true;
}

bool
clair_buf_puts(struct clair_buf *buf, const char *text)
{
	return clair_buf_add(buf, text, strlen(text));
}

bool
clair_buf_putc(struct clair_buf *buf, char byte)
{
	return clair_buf_add(buf, &byte, 1);
}

bool
clair_buf_vprintf(struct clair_buf *buf, const char *format, va_list arguments)
{
	va_list again;
	int length;
	bool done = false;

	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, arguments);
	if (length >= 0 && reserve(buf, (size_t)length + 1)) {
		vsnprintf(buf->bytes + buf->length, (size_t)length + 1, format, again);
		buf->length += (size_t)length;
		done = true;
	}
	va_end(again);
	return done;
}

bool
clair_buf_printf(struct clair_buf *buf, const char *format, ...)
{
	va_list arguments;
	bool done;

	va_start(arguments, format);
	done = clair_buf_vprintf(buf, format, arguments);
	va_end(arguments);
	return done;
}
