/* A small static server on 127.0.0.1: the sample site and the tests. One thread, poll. */
#ifndef CLAIR_NET_SERVE_H
#define CLAIR_NET_SERVE_H

#include "clairlint/clairlint.h"

#include <stddef.h>

struct clair_server;

/* One request, and what may be changed in the answer by a hook. */
struct clair_serve_request {
	const char *method;   /* GET or HEAD */
	const char *target;   /* as received: path and query */
	const char *headers;  /* raw, each line ended by CRLF */
};

/*
 * Serves `folder`: media types by extension, `dir/` is `dir/index.html`, `dir` redirects to `dir/`,
 * nothing outside the folder. `port` 0: any free port. The address, "http://127.0.0.1:PORT/", lives
 * as long as the server.
 */
CLAIR_MUST_USE enum clair_status clair_serve_start(
    struct clair_server **out, const char *folder, unsigned short port);
const char *clair_serve_url(const struct clair_server *server);
void clair_serve_stop(struct clair_server *server);

/*
 * For the tests: is asked before the folder. Gives malloc'd raw bytes to send (status line, headers,
 * body), NULL to let the folder answer. `*chunk` and `*pause_ms`: send so many bytes at a time (0:
 * all), so far apart. The connection is closed after a hook's answer.
 */
typedef char *clair_serve_hook(void *payload, const struct clair_serve_request *request,
    size_t *length, size_t *chunk, unsigned *pause_ms);
CLAIR_MUST_USE enum clair_status clair_serve_start_hooked(struct clair_server **out,
    const char *folder, unsigned short port, clair_serve_hook *hook, void *payload);

#endif
