/*
 * The state and the results of a campaign, in SQLite or PostgreSQL. docs/store.md describes the tables.
 *
 * A campaign has sites, in the order of its file. A round is one pass over them; one round at a time is open. A host
 * (registered domain) is held by one worker at a time, for as long as its lease lasts, and its sites go one after
 * the other. What was found on a site is written when its crawl ends, all of it or nothing.
 *
 *     clair_store_open
 *     clair_store_sync_sites, clair_store_sync_exclusions    whenever the file changed
 *     clair_store_round_begin                                 once a round
 *     clair_store_take_back                                   to go on after a stop: no need to wait for leases
 *     clair_store_claim … clair_store_extend … clair_store_complete     until claim says that nothing is left
 *     clair_store_round_end
 *
 * Time. Moments are milliseconds since 1970, UTC, given by the caller. Leases are compared with the caller's clock
 * on SQLite (one machine), with the server's on PostgreSQL (several machines, whose clocks differ).
 *
 * Durability. What complete, sync and the calls about rounds said to be done outlives `kill -9` and the loss of
 * power. On SQLite a claim may be forgotten with the power, with its worker: the site is then claimed again.
 *
 * Faults. A call that fails gives a status, and clair_store_fault says why; nothing of it was written. It may be
 * tried again when clair_store_may_pass says so: a lost server is asked anew. Texts that come from pages are written as valid UTF-8.
 *
 * A store is for one thread at a time; several processes, or several stores of one process, share an address.
 */
#ifndef CLAIR_STORE_STORE_H
#define CLAIR_STORE_STORE_H

#include "base/arena.h"
#include "base/buf.h"
#include "campaign/record.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define CLAIR_STORE_VERSION 2 /* of the tables */

struct clair_store;

enum clair_store_mode {
	CLAIR_STORE_READ,   /* nothing is written: neither state nor migration */
	CLAIR_STORE_WRITE,  /* it must be there; migrated when it is of an earlier version */
	CLAIR_STORE_CREATE, /* as WRITE, and made when it is not there */
};

enum clair_store_why {
	CLAIR_STORE_FINE,
	CLAIR_STORE_NO_MEMORY,
	CLAIR_STORE_NOT_THERE,   /* no such file, folder or server */
	CLAIR_STORE_FORBIDDEN,   /* no right to open it; a wrong password */
	CLAIR_STORE_READ_ONLY,   /* no right to write into it */
	CLAIR_STORE_NOT_ONE,     /* a file of something else, or tables of another program */
	CLAIR_STORE_LATER,       /* made by a later version of clairlint: `version` */
	CLAIR_STORE_EARLIER,     /* made by an earlier one, and asked for READ: WRITE migrates it */
	CLAIR_STORE_DAMAGED,
	CLAIR_STORE_FULL,        /* the disk */
	CLAIR_STORE_BUSY,        /* another process writes for longer than we wait */
	CLAIR_STORE_LOST,        /* the server went away */
	CLAIR_STORE_ROUND_OPEN,  /* the round before this one is not ended */
	CLAIR_STORE_SITE_LEFT,   /* sites of the round are still to be crawled, or judged again */
	CLAIR_STORE_BAD_SITES,   /* two sites of one key: `detail` */
	CLAIR_STORE_OTHER_ROUND, /* merge: a round of one number and another tool, referential, rules or options */
	CLAIR_STORE_TWICE,       /* merge: this site (`detail`) was crawled in both stores */
	CLAIR_STORE_OTHER,       /* `detail` is what the database says */
};

struct clair_store_fault {
	enum clair_store_why why;
	int version;      /* of the tables */
	char detail[480]; /* "" or a name, or the words of the database */
};

/* `address`: a path, or postgresql://…; on PostgreSQL a campaign is a schema (the first of search_path). On failure
 * `*out` is NULL and `*fault` says why. */
CLAIR_MUST_USE enum clair_status clair_store_open(struct clair_store **out, const char *address,
    enum clair_store_mode mode, struct clair_store_fault *fault);
void clair_store_close(struct clair_store *store);
/* Of the last call that failed. */
const struct clair_store_fault *clair_store_fault(const struct clair_store *store);
/* Whether the same call may succeed later though nobody mends anything in the store: it is busy, its server was lost,
 * its disk is full. Any other fault comes back at every try. */
bool clair_store_may_pass(enum clair_store_why why);
/* A sentence for people. `address` is shown without its password. */
void clair_store_say(struct clair_buf *out, enum clair_lang lang, const char *address,
    const struct clair_store_fault *fault);

/* --- The campaign --- */

/* The sites of the file, in its order. New ones are added, also to the open round; those that are no longer there
 * are marked absent, keep their history, and leave the open round. */
CLAIR_MUST_USE enum clair_status clair_store_sync_sites(
    struct clair_store *store, const struct clair_campaign_site *sites, size_t count);

/* Who asked to be left alone. */
struct clair_store_exclusion {
	const char *what;   /* a host, or an address; those of its sites too, where only the campaign knows them */
	const char *reason; /* or "" */
};
/* All of them: one that is not given is lifted. An excluded site leaves the open round, even while it is crawled:
 * its crawl can then not be completed. */
CLAIR_MUST_USE enum clair_status clair_store_sync_exclusions(
    struct clair_store *store, const struct clair_store_exclusion *list, size_t count);

/* What makes two rounds comparable. */
struct clair_store_round {
	uint32_t number;            /* from 1 */
	int64_t began, ended;       /* 0: it goes on */
	const char *tool_version;
	const char *referential;    /* "RGAA 4.1.2" */
	const char *rules_digest;
	const char *options_digest; /* of what the crawls were asked: pages, depth, delay… */
	const char *today;          /* judging again: 2026-10-05, what dates are held against; else not read, not set */
};
/* Begins the next round; its number and its end are those of the store. CLAIR_BAD_INPUT: ROUND_OPEN. */
CLAIR_MUST_USE enum clair_status clair_store_round_begin(struct clair_store *store,
    const struct clair_store_round *round, uint32_t *number);
/* Ends the open round; CLAIR_OK too when there is none. CLAIR_BAD_INPUT: SITE_LEFT, unless `anyway`: sites that were
 * not crawled then stay pending for ever in this round. */
CLAIR_MUST_USE enum clair_status clair_store_round_end(struct clair_store *store, bool anyway, int64_t now);
/* The last one, open or not; CLAIR_NOT_FOUND: none was begun. Texts are in `mem`. */
CLAIR_MUST_USE enum clair_status clair_store_round_last(
    struct clair_store *store, struct clair_arena *mem, struct clair_store_round *round);
/* All of them, in order. */
CLAIR_MUST_USE enum clair_status clair_store_rounds(struct clair_store *store, struct clair_arena *mem,
    struct clair_store_round **rounds, size_t *count);

/* --- Work --- */

struct clair_store_worker {
	const char *name;      /* no other worker has it, nor had it: host, process and a random number */
	int64_t lease;         /* milliseconds */
	uint32_t attempts;     /* a site that was begun so many times without an end is set aside; 0: never */
};

/* A site that this worker may crawl. */
struct clair_store_claim {
	struct clair_campaign_site site; /* texts in `mem` */
	uint32_t number;    /* of the site in this store; never changes */
	uint32_t round;
	uint32_t attempt;   /* from 1 */
	uint64_t ticket;    /* tells this holding of the host from all others */
	const char *worker;
	/* What asked to be left alone (clair_store_exclusion.what), as it was known when the site was claimed. */
	const char **spared;
	uint32_t spared_count;
	struct clair_arena mem;
};

/* The next site of the first host, in the order of the file, that nobody holds and that has rested.
 * CLAIR_NOT_FOUND: there is none now. `*wait` is then the milliseconds until a lease or a rest ends; -1: nothing is
 * left in this round, or no round is open. Sites that killed their workers are set aside on the way: they are done,
 * with the start failure "worker-lost". */
CLAIR_MUST_USE enum clair_status clair_store_claim(struct clair_store *store,
    const struct clair_store_worker *worker, int64_t now, struct clair_store_claim *claim, int64_t *wait);
void clair_store_claim_free(struct clair_store_claim *claim);
/* The heartbeat: all hosts of the worker are its own for another lease. `*held`: how many they are. A host that is
 * missing was taken by another worker. To be called at a third of the lease. */
CLAIR_MUST_USE enum clair_status clair_store_extend(
    struct clair_store *store, const struct clair_store_worker *worker, int64_t now, uint32_t *held);
/* Whether the host of the claim is still the worker's: CLAIR_NOT_FOUND when it is not. To be asked when extend says that
 * some are missing. */
CLAIR_MUST_USE enum clair_status clair_store_holds(struct clair_store *store, const struct clair_store_claim *claim);
/* Not crawled after all (the program is stopped): the attempt does not count, the host is free after `rest`
 * milliseconds. CLAIR_NOT_FOUND: it was no longer held. */
CLAIR_MUST_USE enum clair_status clair_store_give_back(
    struct clair_store *store, const struct clair_store_claim *claim, int64_t rest, int64_t now);
/* The site made progress (a page that no earlier attempt had judged): those attempts no longer count. Without it, a
 * program that is often killed would set aside sites that did nothing wrong. */
CLAIR_MUST_USE enum clair_status clair_store_forgive(
    struct clair_store *store, const struct clair_store_claim *claim);
/* Frees every host, when no other process has the store open to write: those who held them are dead. `*hosts`: how
 * many were held. CLAIR_NOT_FOUND: others are at work, and nothing was done. */
CLAIR_MUST_USE enum clair_status clair_store_take_back(struct clair_store *store, uint32_t *hosts);

/* What robots.txt of an origin said. */
struct clair_store_robots {
	const char *origin;      /* "https://www.example.fr" */
	int status;              /* HTTP; 0: no answer */
	const char *failure;     /* key, when it could not be read; or NULL */
	int64_t crawl_delay;     /* milliseconds asked for; -1: none */
	bool refuses_all;
};

/* What the crawl knows and the run does not. */
struct clair_store_outcome {
	int64_t began, ended;
	const char *start_failure;  /* key: why the start address itself could not be tested; NULL: it was */
	uint32_t refused_by_robots;
	uint32_t requests;          /* all HTTP requests */
	uint64_t bytes;             /* of bodies */
	const struct clair_store_robots *robots;
	size_t robots_count;
	int64_t rest;               /* milliseconds for which the host is then left alone: its delay */
	const struct clair_store_round *rules; /* that it was judged by; NULL: those of the round */
};

/* Writes all that a finished run found, in one transaction, and frees the host. The pages are read in turn.
 * CLAIR_NOT_FOUND: the lease was lost meanwhile, or the site was excluded, and nothing is written. `run` NULL:
 * nothing could be crawled; `start_failure` then says why. */
CLAIR_MUST_USE enum clair_status clair_store_complete(struct clair_store *store,
    const struct clair_store_claim *claim, const struct clair_store_outcome *outcome, const struct clair_run *run);

/* --- Judging again ---
 *
 * The crawls of a round that is over, judged by other rules from what was kept of them (src/archive):
 *
 *     clair_store_again_begin
 *     clair_store_again_next … clair_store_again_complete or clair_store_again_leave     until nothing is left
 *     clair_store_again_end
 *
 * Each site is replaced as a whole, and says by which rules it was judged: the store is true at any moment. A pass
 * that was stopped goes on when it is begun again, by the same rules and on the same day; by others, it begins with all
 * sites. `rules` has the number of the round, the version, the referential, the digest and the day; its other fields
 * are not read.
 */

/* What is known of the crawl that is judged again. In the arena of the claim. */
struct clair_store_crawled {
	const char *start;        /* where it began */
	const char *const *pages; /* addresses of those that were tested, after redirects */
	uint32_t tested;
};

/* `*left`: sites to judge, without those that asked to be left alone or were set aside. `*goes_on`: a pass that was
 * stopped. CLAIR_NOT_FOUND: no round of this number is over. */
CLAIR_MUST_USE enum clair_status clair_store_again_begin(
    struct clair_store *store, const struct clair_store_round *rules, uint32_t *left, bool *goes_on);
/* The next site of the list after this number; 0: the first. The claim has no ticket and no worker.
 * CLAIR_NOT_FOUND: there is none. */
CLAIR_MUST_USE enum clair_status clair_store_again_next(struct clair_store *store, uint32_t round, uint32_t after,
    struct clair_store_claim *claim, struct clair_store_crawled *crawled);
/* Replaces all that the round says of the site, but for the moments of the crawl, in one transaction.
 * CLAIR_NOT_FOUND: it asked to be left alone meanwhile, or another pass began: nothing is written. */
CLAIR_MUST_USE enum clair_status clair_store_again_complete(struct clair_store *store,
    const struct clair_store_round *rules, uint32_t site, const struct clair_store_outcome *outcome,
    const struct clair_run *run);
/* It cannot be judged again: what the round says of it stays. CLAIR_NOT_FOUND: as above. */
CLAIR_MUST_USE enum clair_status clair_store_again_leave(
    struct clair_store *store, const struct clair_store_round *rules, uint32_t site);
/* The first round of which a pass was stopped, or goes on. CLAIR_NOT_FOUND: there is none. */
CLAIR_MUST_USE enum clair_status clair_store_again_open(struct clair_store *store, uint32_t *round, uint32_t *left);
/* The rules are those of the round from now on, unless no site was judged by them; a site that was left as it was
 * keeps its own. CLAIR_BAD_INPUT: SITE_LEFT. CLAIR_NOT_FOUND: another pass began. */
CLAIR_MUST_USE enum clair_status clair_store_again_end(
    struct clair_store *store, const struct clair_store_round *rules);

/* --- Reading --- */

/* What is read of each site, beside its row and scores. */
#define CLAIR_STORE_INDICATORS 1u /* and legal duties */
#define CLAIR_STORE_PAGES 2u
#define CLAIR_STORE_CAUSES 4u
#define CLAIR_STORE_RULES 16u /* that failed */
#define CLAIR_STORE_ABSENT 8u /* also sites that have left the file, when they were crawled in this round */

/* The sites of a round in the order of the file, one at a time. The store is not to be asked by `take`.
 * CLAIR_NOT_FOUND: no such round. */
CLAIR_MUST_USE enum clair_status clair_store_records(struct clair_store *store, uint32_t round, unsigned what,
    clair_record_take_fn *take, void *payload);
/* The same with indicators, pages and causes: a clair_record_each_fn, whose source is the store. */
bool clair_store_each(void *store, uint32_t round, clair_record_take_fn *take, void *payload);
/* What is known of one site, in all the rounds in which it was crawled, in their order. In `mem`. CLAIR_NOT_FOUND:
 * no site of this key. */
CLAIR_MUST_USE enum clair_status clair_store_history(struct clair_store *store, const char *key, unsigned what,
    struct clair_arena *mem, struct clair_site_record **records, size_t *count);

enum clair_store_turn {
	CLAIR_STORE_GONE,   /* mended: the page of its example was tested again */
	CLAIR_STORE_NEW,    /* the page of its example was tested before */
	CLAIR_STORE_UNSEEN, /* not found again, and nobody looked: the page, or the rule, was not tested */
	CLAIR_STORE_APART,  /* found where nobody had looked before */
};
struct clair_store_change {
	enum clair_store_turn turn;
	struct clair_record_cause cause; /* as it was in the round that has it */
};
/* A site with a tested page in both rounds. */
struct clair_store_changes {
	const struct clair_campaign_site *site;
	bool same_rules;                 /* both rounds had the same rules: else neither gone nor new is said */
	const struct clair_store_change *changes; /* those of the later round first, worst first */
	uint32_t count;
	uint32_t kept;                   /* causes that both have */
	uint32_t kept_failures;          /* of them, that fail in the later one */
	double before[CLAIR_AXIS_COUNT], after[CLAIR_AXIS_COUNT]; /* scores; -1: not known */
};
typedef bool clair_store_changes_fn(void *payload, const struct clair_store_changes *changes);
/* What became of the causes from a round to a later one, site by site in the order of the file. */
CLAIR_MUST_USE enum clair_status clair_store_compare(struct clair_store *store, uint32_t before, uint32_t after,
    clair_store_changes_fn *each, void *payload);

struct clair_store_count {
	const char *name;
	uint32_t count;
};
struct clair_store_holder {
	const char *worker;
	uint32_t hosts;
	int64_t left;               /* milliseconds until the first of its leases ends; 0: it is over */
};
struct clair_store_status {
	struct clair_store_round round;
	uint32_t sites;             /* present; the sum of the four below */
	uint32_t pending, running, done, excluded;
	uint32_t hosts_left;        /* that have a site to crawl */
	struct clair_store_count *failures; /* of the sites done, by start failure: the most frequent first */
	size_t failure_count;
	uint64_t pages, tested;     /* of the sites done */
	uint64_t recent;            /* pages tested of the sites done since `since` */
	int64_t last;               /* when the last site ended; 0: none did */
	struct clair_store_holder *holders; /* by name */
	size_t holder_count;
};
/* Of the last round. In `mem`. CLAIR_NOT_FOUND: none was begun. */
CLAIR_MUST_USE enum clair_status clair_store_status(struct clair_store *store, int64_t since, int64_t now,
    struct clair_arena *mem, struct clair_store_status *status);

/* --- Merging --- */

struct clair_store_merged {
	uint32_t sites;   /* crawls that were added */
	uint32_t already; /* that were there: the same site, round and moments */
	uint32_t absent;  /* sites that `into` did not know, and knows now */
};
/* Adds to `into` the crawls of `from`, a shard of the same campaign: all, or nothing. A round keeps its number. A
 * site crawled in both is refused with its name (TWICE), unless it is the same crawl: shards do not overlap, and
 * nobody could say which of two is right. To have the order of the file, sync `into` with the whole file first. */
CLAIR_MUST_USE enum clair_status clair_store_merge(
    struct clair_store *into, struct clair_store *from, struct clair_store_merged *told);

#endif
