/*
 * Answers that several sites ask for, the style sheets and the robots.txt of hosts that serve many: each is asked for
 * once in a while, whatever the number of sites. RFC 9309 2.4: a robots.txt is kept a day at most.
 */
#ifndef CLAIR_NET_CACHE_H
#define CLAIR_NET_CACHE_H

#include "archive/archive.h"

struct clair_cache {
	struct clair_cached *first; /* used last */
	size_t bytes;
	size_t ceiling;             /* 0: nothing is kept */
};

void clair_cache_init(struct clair_cache *cache, size_t ceiling);
void clair_cache_free(struct clair_cache *cache);

/* `kind` keeps apart what is asked for otherwise. `now` in milliseconds of the monotonic clock. The exchange lives
 * until the next clair_cache_put. NULL: none. */
const struct clair_exchange *clair_cache_find(struct clair_cache *cache, int kind, const char *url, int64_t now);
/* Keeps a copy, in place of the one before; without memory, nothing. */
void clair_cache_put(struct clair_cache *cache, int kind, const struct clair_exchange *exchange, int64_t now);

#endif
