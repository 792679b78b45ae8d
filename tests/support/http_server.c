/* See http_server.h. */
#include "tests/support/http_server.h"

#include "base/buf.h"
#include "net/serve.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

#include <cmocka.h>

enum { LOG_MAX = 4096, RULES_MAX = 128 };

struct test_server {
	struct clair_server *server;
	char *script;
	const char *lines[RULES_MAX];
	unsigned used[RULES_MAX];
	size_t line_count;
	char empty_folder[32];
	pthread_mutex_t lock;
	struct test_request *log;
	size_t count;
};

/* The value of ` key=` in a rule, up to a blank, or to the end of the line when `whole`. */
static bool
value_of(const char *line, const char *key, bool whole, char *out, size_t room)
{
	char pattern[32];
	const char *found;
	size_t length;

	snprintf(pattern, sizeof(pattern), " %s=", key);
	found = strstr(line, pattern);
	if (found == NULL)
		return false;
	found += strlen(pattern);
	length = whole ? strlen(found) : strcspn(found, " ");
	if (length >= room)
		length = room - 1;
	memcpy(out, found, length);
	out[length] = '\0';
	return true;
}

static long
number_of(const char *line, const char *key, long otherwise)
{
	char text[24];

	return value_of(line, key, false, text, sizeof(text)) ? strtol(text, NULL, 10) : otherwise;
}

static void
header_of(const char *headers, const char *name, char *out, size_t room)
{
	const char *found = strcasestr(headers, name);
	size_t length;

	out[0] = '\0';
	if (found == NULL)
		return;
	found += strlen(name);
	length = strcspn(found, "\r\n");
	if (length >= room)
		length = room - 1;
	memcpy(out, found, length);
	out[length] = '\0';
}

static bool
matches(const char *line, const char *target, const char *host)
{
	size_t length = strcspn(line, " ");
	char wanted[64];
	char name[64];

	if (value_of(line, "host", false, wanted, sizeof(wanted))) {
		snprintf(name, sizeof(name), "%.*s", (int)strcspn(host, ":"), host);
		if (strcmp(name, wanted) != 0)
			return false;
	}
	if (length > 0 && line[length - 1] == '*')
		return strncmp(line, target, length - 1) == 0;
	return strlen(target) == length && memcmp(line, target, length) == 0;
}

static void
add_compressed(struct clair_buf *body, size_t length)
{
	static const char page[] = "<!DOCTYPE html><p>";
	z_stream stream = {.next_in = (unsigned char *)(uintptr_t)page, .avail_in = sizeof(page) - 1};
	unsigned char out[16384];
	char zeros[16384];
	int code;

	memset(zeros, ' ', sizeof(zeros));
	assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, 0), Z_OK);
	do {
		if (stream.avail_in == 0 && length > 0) {
			stream.next_in = (unsigned char *)zeros;
			stream.avail_in = (unsigned)(length < sizeof(zeros) ? length : sizeof(zeros));
			length -= stream.avail_in;
		}
		stream.next_out = out;
		stream.avail_out = sizeof(out);
		code = deflate(&stream, length == 0 ? Z_FINISH : Z_NO_FLUSH);
		clair_buf_add(body, out, sizeof(out) - stream.avail_out);
	} while (code != Z_STREAM_END);
	deflateEnd(&stream);
}

static void
make_body(const char *line, const char *target, struct clair_buf *body)
{
	char text[2048];
	long size = number_of(line, "size", 0);

	if (value_of(line, "body", true, text, sizeof(text)))
		clair_buf_puts(body, text);
	if (size > 0)
		clair_buf_puts(body, "<!DOCTYPE html><title>x</title><p>");
	while ((long)body->length < size)
		clair_buf_putc(body, 'x');
	if (number_of(line, "gzip", 0) > 0)
		add_compressed(body, (size_t)number_of(line, "gzip", 0));
	if (number_of(line, "endless", 0) > 0) {
		size_t prefix = strcspn(line, "*");
		long page = strtol(target + prefix, NULL, 10);

		clair_buf_printf(body, "<!DOCTYPE html><title>%ld</title>", page);
		for (long i = page + 1; i <= page + 2; i++)
			clair_buf_printf(body, "<a href=\"%.*s%ld\">next</a>", (int)prefix, line, i);
	}
}

static void
make_answer(const char *line, const char *target, struct clair_buf *out)
{
	struct clair_buf body;
	char text[512];

	if (number_of(line, "empty", 0) != 0)
		return;
	if (number_of(line, "garbage", 0) != 0) {
		clair_buf_puts(out, "220 this is not HTTP\r\n\r\n");
		return;
	}
	clair_buf_init(&body, 0);
	make_body(line, target, &body);
	clair_buf_printf(out, "HTTP/1.1 %ld Scripted\r\n", number_of(line, "status", 200));
	if (!value_of(line, "type", false, text, sizeof(text)))
		strncpy(text, "text/html", sizeof(text) - 1);
	if (strcmp(text, "none") != 0)
		clair_buf_printf(out, "Content-Type: %s\r\n", text);
	if (value_of(line, "location", false, text, sizeof(text)))
		clair_buf_printf(out, "Location: %s\r\n", text);
	if (value_of(line, "header", true, text, sizeof(text)))
		clair_buf_printf(out, "%.*s\r\n", (int)strcspn(text, "|"), text);
	if (number_of(line, "gzip", 0) > 0)
		clair_buf_puts(out, "Content-Encoding: gzip\r\n");
	clair_buf_printf(out, "Content-Length: %ld\r\nConnection: close\r\n\r\n",
	    number_of(line, "claim", (long)body.length));
	clair_buf_add(out, body.bytes, body.length);
	clair_buf_free(&body);
}

static void
note(struct test_server *server, const struct clair_serve_request *request, char *host, size_t room)
{
	struct timespec now;
	struct test_request *entry;

	header_of(request->headers, "\nHost: ", host, room);
	if (host[0] == '\0')
		header_of(request->headers, "Host: ", host, room);
	if (server->count == LOG_MAX)
		return;
	entry = &server->log[server->count++];
	clock_gettime(CLOCK_MONOTONIC, &now);
	entry->at_ms = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
	snprintf(entry->target, sizeof(entry->target), "%s", request->target);
	snprintf(entry->host, sizeof(entry->host), "%s", host);
	header_of(
	    request->headers, "User-Agent: ", entry->user_agent, sizeof(entry->user_agent));
}

static char *
hook(void *payload, const struct clair_serve_request *request, size_t *length, size_t *chunk,
    unsigned *pause_ms)
{
	struct test_server *server = payload;
	struct clair_buf out;
	char host[64];

	clair_buf_init(&out, 0);
	pthread_mutex_lock(&server->lock);
	note(server, request, host, sizeof(host));
	pthread_mutex_unlock(&server->lock);
	for (size_t i = 0; i < server->line_count; i++) {
		const char *line = server->lines[i];
		long times = number_of(line, "times", -1);

		if (!matches(line, request->target, host) || (times >= 0 && server->used[i] >= times))
			continue;
		server->used[i]++;
		make_answer(line, request->target, &out);
		*chunk = (size_t)number_of(line, "chunk", 0);
		*pause_ms = (unsigned)number_of(line, "pause", 0);
		*length = out.length;
		return out.room != 0 ? out.bytes : calloc(1, 1);
	}
	return NULL;
}

struct test_server *
test_server_start(const char *folder, const char *script)
{
	struct test_server *server = calloc(1, sizeof(*server));
	char *script_left;
	char *line;

	assert_non_null(server);
	server->script = strdup(script == NULL ? "" : script);
	server->log = calloc(LOG_MAX, sizeof(*server->log));
	assert_non_null(server->script);
	assert_non_null(server->log);
	script_left = server->script;
	while ((line = strsep(&script_left, "\n")) != NULL) {
		assert_true(server->line_count < RULES_MAX);
		server->lines[server->line_count++] = line;
	}
	pthread_mutex_init(&server->lock, NULL);
	if (folder == NULL) {
		strncpy(server->empty_folder, "/tmp/clairlint-XXXXXX", sizeof(server->empty_folder) - 1);
		folder = mkdtemp(server->empty_folder);
		assert_non_null(folder);
	}
	assert_int_equal(clair_serve_start_hooked(&server->server, folder, 0, hook, server), CLAIR_OK);
	return server;
}

const char *
test_server_url(const struct test_server *server)
{
	return clair_serve_url(server->server);
}

unsigned
test_server_port(const struct test_server *server)
{
	return (unsigned)strtoul(strrchr(test_server_url(server), ':') + 1, NULL, 10);
}

size_t
test_server_count(struct test_server *server, const char *target)
{
	size_t count = 0;

	pthread_mutex_lock(&server->lock);
	for (size_t i = 0; i < server->count; i++)
		count += target == NULL || strcmp(server->log[i].target, target) == 0;
	pthread_mutex_unlock(&server->lock);
	return count;
}

struct test_request
test_server_request(struct test_server *server, size_t index)
{
	struct test_request request;

	pthread_mutex_lock(&server->lock);
	assert_true(index < server->count);
	request = server->log[index];
	pthread_mutex_unlock(&server->lock);
	return request;
}

void
test_server_stop(struct test_server *server)
{
	clair_serve_stop(server->server);
	if (server->empty_folder[0] != '\0')
		rmdir(server->empty_folder);
	pthread_mutex_destroy(&server->lock);
	free(server->log);
	free(server->script);
	free(server);
}
