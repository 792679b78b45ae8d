/* What is known of servers: when they may be asked again, what their robots.txt says. */
#ifndef CLAIR_NET_HOST_H
#define CLAIR_NET_HOST_H

#include "base/map.h"
#include "net/robots.h"

struct clair_task;

/* Politeness goes by name, whatever the scheme and port, and holds for all the crawls of a fleet. */
struct clair_pace {
	unsigned running;      /* requests */
	int64_t not_before;    /* milliseconds of the monotonic clock */
};

struct clair_paces {
	struct clair_arena arena;
	struct clair_map by_name;
};

/* A name, as one crawl knows it. */
struct clair_host {
	const char *name;
	struct clair_pace *pace;
	bool named;            /* by the user: may be private */
	bool failing;          /* left alone */
	unsigned failures;     /* in a row, in the order of the line */
	unsigned sheet_failures; /* in a row, in the order of the pages */
	bool no_sheets;        /* left alone for sheets */
	int64_t delay_ms;
};

enum clair_robots_state { CLAIR_ROBOTS_UNREAD, CLAIR_ROBOTS_ASKED, CLAIR_ROBOTS_READ };

/* robots.txt goes by scheme, name and port. */
struct clair_origin {
	const char *url; /* scheme://host[:port] */
	struct clair_host *host;
	enum clair_robots_state state;
	struct clair_robots robots;
	const char *failure; /* the network's, why robots.txt was not read; NULL: it answered */
};

struct clair_hosts {
	struct clair_arena *arena;
	struct clair_map hosts;
	struct clair_map origins;
	struct clair_paces *paces;
	int64_t delay_ms;      /* of a new host */
};

void clair_paces_init(struct clair_paces *paces);
void clair_paces_free(struct clair_paces *paces);

void clair_hosts_init(struct clair_hosts *hosts, struct clair_arena *arena, struct clair_paces *paces, int64_t delay_ms);

/* It is not asked before then, nor before what was said so far. */
void clair_host_rest(struct clair_host *host, int64_t until);

/* Made when new; NULL without memory. */
struct clair_host *clair_host_of(struct clair_hosts *hosts, const char *url);
struct clair_origin *clair_origin_of(struct clair_hosts *hosts, const char *url);

#endif
