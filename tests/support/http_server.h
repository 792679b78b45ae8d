/*
 * A server for the tests: net/serve.h, a script, and a log of what was asked and when.
 *
 * One rule a line: a path, then `key=value`, or `key=‹rest of the line›` for body and header:
 *
 *     /old        status=301 location=/new
 *     /busy       times=2 status=503 header=Retry-After: 1
 *
 * The first rule that matches answers; without any, the folder does. A path may end with a star.
 *
 *     status=N  location=URL  type=TYPE (none: no Content-Type)  header=LINE  body=TEXT
 *     size=BYTES       a body of so many bytes, a page in form
 *     claim=BYTES      the Content-Length to announce, true or not
 *     gzip=BYTES       a body of so many bytes before compression
 *     times=N          answers N times, then the next rules do
 *     host=NAME        only for this Host header
 *     chunk=BYTES pause=MS     the answer goes out so many bytes at a time, so far apart
 *     endless=1        page N under a path with a star links to pages N+1 and N+2
 *     empty=1          closes without an answer
 *     garbage=1        answers something that is not HTTP
 */
#ifndef CLAIR_TESTS_HTTP_SERVER_H
#define CLAIR_TESTS_HTTP_SERVER_H

#include <stddef.h>
#include <stdint.h>

struct test_server;

struct test_request {
	char target[256];
	char host[64];
	char user_agent[128];
	int64_t at_ms; /* monotonic */
};

/* Fails the test when it cannot. `folder` NULL: an empty one. The script is read in place. */
struct test_server *test_server_start(const char *folder, const char *script);
const char *test_server_url(const struct test_server *server);
unsigned test_server_port(const struct test_server *server);

size_t test_server_count(struct test_server *server, const char *target); /* NULL: all */
struct test_request test_server_request(struct test_server *server, size_t index);
void test_server_stop(struct test_server *server);

#endif
