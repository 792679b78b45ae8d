/*
 * Crawls of a test server: a judge that reads links, and a transcript, one line a page, in the order in which
 * pages are delivered. After each crawl its counts are held to what crawl.h promises of them.
 */
#ifndef CLAIR_TESTS_CRAWL_SESSION_H
#define CLAIR_TESTS_CRAWL_SESSION_H

#include "base/buf.h"
#include "net/crawl.h"
#include "tests/support/http_server.h"

struct crawl_session {
	/* What a page says of itself; on a worker. `text`: its body, "" when there is none. */
	void (*write)(void *payload, struct clair_buf *line, const struct clair_document *document,
	    const char *text);
	void *payload;
	const char *base;          /* of the server, left out of the transcript */
	struct clair_buf transcript;
	uint32_t delivered;
	bool shuffle;              /* judges take a time that depends on the address */
	uint32_t fail_at;          /* no memory for the page of this order */
	volatile sig_atomic_t interrupted;
	uint32_t interrupt_at;     /* page delivered */
	uint32_t interrupt_told;   /* call of progress */
	uint32_t told;
};

/* Nobody waits longer than a test may. */
struct clair_crawl_options crawl_session_options(void);

/* Crawls from `path` of the server (NULL: options.starts) and leaves the transcript in the session. */
struct clair_crawl_report crawl_session_run(struct crawl_session *session,
    struct test_server *server, const char *path, struct clair_crawl_options options);

/* An address of the server without the server. */
const char *crawl_session_short(const struct crawl_session *session, const char *url);

/* The next address in quotes after `mark`, resolved; malloc'd, "" when it is none. NULL: no more. */
char *crawl_session_quoted(const char *base, const char **at, const char *mark);

/* Of a group of tests. */
int crawl_session_set_up(void **state);
int crawl_session_tear_down(void **state);

#endif
