/*
 * HTTP requests, many at a time, on one thread (curl multi). One request is one address: redirects
 * are told, not followed, so that the caller checks each hop. curl_global_init was called before.
 */
#ifndef CLAIR_NET_FETCH_H
#define CLAIR_NET_FETCH_H

#include "base/buf.h"
#include "net/crawl.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct clair_exchange;
struct clair_fetcher;

/* One request and its answer. The caller fills the first part; the rest is zeroed by
 * clair_fetch_start, and freed by clair_fetch_clear. */
struct clair_fetch {
	const char *url;         /* normalised; lives until the answer */
	void *payload;           /* the caller's */
	size_t max_bytes;        /* decompressed */
	unsigned max_ms;
	bool allow_private;      /* the user named this host */
	bool html_only;          /* the body of another type is not read */
	bool css;                /* a style sheet is wanted */
	bool head;               /* HEAD: only what the server says of it */
	bool keep_start;         /* past max_bytes: what was read is good, not a failure */
	bool keep;               /* the answer is to be kept: `headers`, and `kept` beside a sink */
	/* Takes the bytes of a 2xx answer in place of `body`; false: enough, and no failure. */
	bool (*sink)(void *payload, const void *bytes, size_t length);

	int status;              /* 0: no answer */
	const char *failure;     /* a key of crawl.h, or NULL: status and body are good */
	bool transient;          /* the failure may pass: worth another try */
	char media_type[96];     /* essence in lower case, "" when not said */
	char charset[64];        /* as said, "" when not */
	bool no_sniff;           /* X-Content-Type-Options: nosniff */
	char *location;          /* of a redirect, absolute; NULL: none or not for us */
	int64_t retry_after_ms;  /* -1: not said */
	int64_t announced;       /* Content-Length; -1: not said */
	int64_t received;        /* bytes of the body, as they were sent */
	int64_t milliseconds;    /* from the request to the last byte */
	int64_t when;            /* of the request: milliseconds since 1970 */
	struct clair_buf body;
	struct clair_buf headers; /* status line and fields of the last answer, as received */
	struct clair_buf kept;   /* what the sink was given. Failed: more than may be kept */
	char *link;              /* Location, as received */
	char *later;             /* Retry-After, as received */
	size_t header_bytes;
	bool headers_over;       /* what follows are trailers */
	bool replayed;           /* the answer comes from an exchange */
	bool refused_private;
	bool stopped;            /* we ended it, on purpose */
	void *easy;              /* CURL, while running */
	struct clair_fetch *next; /* replayed, not yet told */
};

/* `connections`: kept open, all hosts together. */
CLAIR_MUST_USE enum clair_status clair_fetcher_new(
    struct clair_fetcher **out, const struct clair_network *network, unsigned connections);
void clair_fetcher_free(struct clair_fetcher *fetcher); /* running requests are dropped */

/* False without memory: then `fetch->failure` is set and it will not come out of clair_fetch_done. */
bool clair_fetch_start(struct clair_fetcher *fetcher, struct clair_fetch *fetch);
void clair_fetch_clear(struct clair_fetch *fetch);

/* The same answer as once: it comes out of clair_fetch_done as those of the network do. */
void clair_fetch_replay(struct clair_fetcher *fetcher, struct clair_fetch *fetch, const struct clair_exchange *exchange);
/* What is to be kept of an answer; of a `keep` one. Its texts are those of the fetch. */
struct clair_exchange clair_fetch_exchange(const struct clair_fetch *fetch);

/* Drops a running request. */
void clair_fetch_cancel(struct clair_fetcher *fetcher, struct clair_fetch *fetch);

/* Works until something happens or the time is over. */
void clair_fetcher_wait(struct clair_fetcher *fetcher, int max_ms);
struct clair_fetch *clair_fetch_done(struct clair_fetcher *fetcher); /* NULL: none */

/* From any thread: ends clair_fetcher_wait. */
void clair_fetcher_wake(struct clair_fetcher *fetcher);

#endif
