/*
 * A text that grows, with a ceiling given when it is made. The bytes are always ended by NUL and
 * never NULL. Past the ceiling or out of memory `failed` is set and nothing more is added.
 */
#ifndef CLAIR_BASE_BUF_H
#define CLAIR_BASE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct clair_buf {
	char *bytes;
	size_t length;
	size_t room;
	size_t ceiling; /* 0: none */
	bool failed;
};

void clair_buf_init(struct clair_buf *buf, size_t ceiling);
void clair_buf_free(struct clair_buf *buf);
void clair_buf_clear(struct clair_buf *buf); /* keeps the room */

bool clair_buf_add(struct clair_buf *buf, const void *bytes, size_t length);
bool clair_buf_puts(struct clair_buf *buf, const char *text);
bool clair_buf_putc(struct clair_buf *buf, char byte);
bool clair_buf_printf(struct clair_buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
bool clair_buf_vprintf(struct clair_buf *buf, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

#endif
