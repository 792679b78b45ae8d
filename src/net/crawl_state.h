/*
 * The inside of a crawl, for crawl.c (the order), fleet.c (many at a time), task.c (one request after the other,
 * politely), recall.c (what was answered before), load.c (style sheets) and seeds.c (sitemaps).
 *
 * The line of addresses, and where the crawl is in it:
 *
 *     0 … integrated … classified … window … count
 *         delivered    outcome known   asked     waiting
 */
#ifndef CLAIR_NET_CRAWL_STATE_H
#define CLAIR_NET_CRAWL_STATE_H

#include "archive/archive.h"
#include "net/cache.h"
#include "net/fetch.h"
#include "net/fleet.h"
#include "net/gate.h"
#include "net/host.h"
#include "net/line.h"
#include "net/pool.h"
#include "net/sitemap.h"

#include <stdatomic.h>

enum clair_task_kind { CLAIR_TASK_PAGE, CLAIR_TASK_ROBOTS, CLAIR_TASK_SITEMAP, CLAIR_TASK_SHEET,
	CLAIR_TASK_WEIGHT };

/* One thing to get, through redirects and further tries. */
struct clair_task {
	enum clair_task_kind kind;
	char *url;                     /* of this hop */
	char **seen;                   /* earlier hops */
	unsigned seen_count;
	unsigned tries;                /* of this hop, that failed */
	struct clair_origin *origin;   /* of `url` */
	bool running;
	bool over;
	const char *failure;           /* when over */
	struct clair_fetch fetch;

	bool by_get;                   /* weight: HEAD told nothing */
	size_t counted;                /* weight: bytes of the body, unpacked */

	size_t held;                   /* page: bytes of its body, in crawl->held */
	bool start;                    /* page: its redirects may leave the site */
	bool listed;                   /* page: its job was given to the pool */
	struct clair_job job;

	struct clair_origin *robots_of;
	struct clair_task *next;       /* in crawl->robots_tasks */

	struct clair_crawl *crawl;
	struct clair_sitemap *sitemap;
	int level;
};

struct clair_crawl {
	const struct clair_crawl_options *options;
	const struct clair_crawl_calls *calls;
	struct clair_crawl_report *report;
	unsigned parallel;
	int64_t delay_ms;
	int64_t started;

	struct clair_fleet *fleet;
	struct clair_crawl *next;      /* in the fleet, in the order of clair_fleet_begin */
	atomic_bool ready;             /* something came for it */
	int64_t step_at;               /* when it is looked at in any case */

	struct clair_pool *pool;

	struct clair_line line;
	struct clair_hosts hosts;
	struct clair_map sites;        /* names of the sites, or hosts, that may be crawled */
	struct clair_map finals;       /* address after redirects → index + 1 of the page */
	struct clair_map bodies;       /* two hashes and length → index + 1 */
	struct clair_map deep;         /* links past max_depth */
	uint32_t starts;               /* entries that the user gave */
	uint32_t classified;
	uint32_t integrated;
	uint32_t delivered;
	uint32_t counted;              /* for max_pages */
	uint64_t held;                 /* bytes of bodies in memory */

	struct clair_task *robots_tasks;

	struct clair_origin **start_origins;
	uint32_t start_origin_count;
	struct clair_line sitemaps;    /* depth: of the index that named it */
	uint32_t next_sitemap;
	struct clair_task *sitemap_task;
	bool sitemaps_begun;
	bool sitemaps_done;

	struct clair_task *sheet_task; /* one at a time: see load.h */
	struct clair_task *last_sheet; /* answered last */
	struct clair_task *weight_task; /* one at a time too */
	struct clair_map weights;      /* address → bytes + 2; 1: not known */
	struct clair_map sheet_answers; /* address → why it failed, "" when it did not */

	const char *stop;              /* why; NULL: going on */
	bool aborted;                  /* stopped without memory: nothing more is delivered */
	bool ended;                    /* by time or user: nothing more is asked for, sheets neither */
	bool drain;                    /* they stopped it: what is there is still delivered */
	const char *last_url;
	int64_t last_progress;
};

/* What crawls share. */
struct clair_fleet {
	struct clair_fetcher *fetcher;
	struct clair_paces paces;
	struct clair_gate gate;
	struct clair_cache cache;
	unsigned running;              /* requests */
	unsigned running_max;
	struct clair_crawl *first;
	struct clair_crawl *ended;
};

int64_t clair_crawl_now(void);

/* From any thread: the crawl is to be looked at. */
void clair_crawl_wake(void *crawl);

/* crawl.c, for the fleet. clair_crawl_open gives CLAIR_OK, or why there is no crawl. */
enum clair_status clair_crawl_open(struct clair_crawl *crawl);
/* What can be done without waiting. True when the crawl is over; else `*wait_ms` is lowered to when there is more. */
bool clair_crawl_step(struct clair_crawl *crawl, int64_t *wait_ms);
void clair_crawl_answered(struct clair_task *task);
void clair_crawl_close(struct clair_crawl *crawl);
void clair_crawl_report(struct clair_crawl *crawl);

/* Is the address part of the sites crawled? */
bool clair_crawl_owns(struct clair_crawl *crawl, const char *url);

/* Takes the site of an address in. */
void clair_crawl_own(struct clair_crawl *crawl, const char *url);

/* task.c */
void clair_task_fill(const struct clair_crawl *crawl, struct clair_task *task); /* the request, in task->fetch */
struct clair_task *clair_task_new(
    struct clair_crawl *crawl, enum clair_task_kind kind, const char *url);
void clair_task_cancel(struct clair_crawl *crawl, struct clair_task *task); /* when it is running */
void clair_task_free(struct clair_crawl *crawl, struct clair_task *task);

/* Asks, if it is time; `*wait_ms` is lowered to when it will be. May end the task without asking. */
void clair_task_advance(struct clair_crawl *crawl, struct clair_task *task, int64_t *wait_ms);

/* After clair_fetch_done: another try, another hop, or the end. */
void clair_task_answered(struct clair_crawl *crawl, struct clair_task *task);

/* recall.c: answers the task without the network, from the archive of the crawl or what another crawl asked for.
 * False: it must be asked for. */
bool clair_task_recall(struct clair_crawl *crawl, struct clair_task *task);
/* Is its answer to be kept, when the network gives it? */
bool clair_task_kept(const struct clair_crawl *crawl, const struct clair_task *task);
/* Keeps it. */
void clair_task_keep(struct clair_crawl *crawl, struct clair_task *task);

/* Asks for the robots.txt files that pages wait for. */
void clair_robots_advance(struct clair_crawl *crawl, int64_t *wait_ms);

/* load.c: answers workers, asks for the next sheet. */
void clair_loads_open(struct clair_crawl *crawl);
void clair_loads_advance(struct clair_crawl *crawl, int64_t *wait_ms);
void clair_loads_close(struct clair_crawl *crawl); /* nothing more is asked for */
void clair_loads_end(struct clair_crawl *crawl);   /* the workers are gone */

/* seeds.c: does the next step; sets sitemaps_done at the end. */
void clair_seeds_advance(struct clair_crawl *crawl, int64_t *wait_ms);
void clair_seeds_answered(struct clair_crawl *crawl, struct clair_task *task);

#endif
