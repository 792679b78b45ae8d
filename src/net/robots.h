/* robots.txt as RFC 9309 says. */
#ifndef CLAIR_NET_ROBOTS_H
#define CLAIR_NET_ROBOTS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	CLAIR_ROBOTS_MAX = 500 * 1024, /* RFC 9309 2.5: what comes after is not read */
	CLAIR_ROBOTS_SITEMAPS_MAX = 100,
};

struct clair_robots_rule {
	const char *pattern; /* escapes normalised */
	size_t length;
	bool allow;
};

/* The rules for one crawler. */
struct clair_robots {
	struct clair_arena *arena;
	struct clair_robots_rule *rules;
	size_t rule_count;
	const char **sitemaps;   /* as written, of the whole file */
	size_t sitemap_count;
	int64_t crawl_delay_ms;  /* -1: none */
	bool refuse_all;         /* the file could not be read */
};

/* `product` is the name of the crawler, without version: "clairlint". The text is copied. */
void clair_robots_parse(struct clair_robots *robots, struct clair_arena *arena, const char *text,
    size_t length, const char *product);

/* RFC 9309 2.3.1: from the answer to the request of /robots.txt. 4xx refuses nothing; 5xx, and
 * status 0 (no answer), refuse all. */
void clair_robots_answer(struct clair_robots *robots, struct clair_arena *arena, int status,
    const char *text, size_t length, const char *product);

/* `url` is absolute and normalised. */
bool clair_robots_allows(const struct clair_robots *robots, const char *url);

#endif
