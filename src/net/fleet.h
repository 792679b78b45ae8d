/*
 * Many crawls at a time, on one thread: connections, names and sessions of TLS are shared, and so are the manners. A
 * host has one request at a time and its delay whatever the number of crawls that ask it, and no host waits for
 * another. The style sheets and the robots.txt of hosts that serve many sites are asked for once in a while.
 *
 *     clair_fleet_new(&fleet, &options);
 *     clair_fleet_begin(fleet, &report, &crawl_options, &calls);      any number of times, at any moment
 *     while (clair_fleet_running(fleet) > 0) {
 *             clair_fleet_wait(fleet, 200);
 *             while ((ended = clair_fleet_ended(fleet)) != NULL)
 *                     ended is the report of a crawl that is over
 *     }
 *     clair_fleet_free(fleet);
 *
 * Each crawl is as clair_crawl makes it (crawl.h): the same pages in the same order, alone or among others. It has as
 * many threads as its `jobs`; `options.jobs` pages are judged at a time, all crawls together. All calls of crawls but
 * `judge` come from the thread that calls clair_fleet_wait.
 */
#ifndef CLAIR_NET_FLEET_H
#define CLAIR_NET_FLEET_H

#include "net/crawl.h"

struct clair_fleet;

struct clair_fleet_options {
	struct clair_network network; /* that of the crawls is not read */
	unsigned jobs;                /* pages judged at a time; 0: 1 */
	unsigned requests;            /* at a time, all hosts together; 0: 16 */
	size_t cache_bytes;           /* of what several crawls ask for; 0: each asks by itself */
};

CLAIR_MUST_USE enum clair_status clair_fleet_new(struct clair_fleet **out, const struct clair_fleet_options *options);
/* Crawls that still run are dropped: nothing more is delivered. */
void clair_fleet_free(struct clair_fleet *fleet);

/* `report`, `options`, `calls` and what they point to live until clair_fleet_ended gives the report. */
CLAIR_MUST_USE enum clair_status clair_fleet_begin(struct clair_fleet *fleet, struct clair_crawl_report *report,
    const struct clair_crawl_options *options, const struct clair_crawl_calls *calls);
unsigned clair_fleet_running(const struct clair_fleet *fleet);

/* Works until something happened or the time is over. */
void clair_fleet_wait(struct clair_fleet *fleet, int max_ms);
/* The same, and begins no request: what was asked for is taken, and nothing goes on from it. */
void clair_fleet_rest(struct clair_fleet *fleet, int max_ms);

/* The report of a crawl that is over, given once; NULL: none. `facts.stopped_because` tells no-memory. */
struct clair_crawl_report *clair_fleet_ended(struct clair_fleet *fleet);

/* The report of the crawl that runs after that of `report`; NULL: the first one. NULL after the last. */
struct clair_crawl_report *clair_fleet_next(const struct clair_fleet *fleet, const struct clair_crawl_report *report);
/* Ends a crawl that runs, once its pages that are being judged are: nothing more is asked or delivered. */
void clair_fleet_drop(struct clair_fleet *fleet, const struct clair_crawl_report *report);

#endif
