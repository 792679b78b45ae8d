/*
 * Findings known before, and what they become when a run is held against them. A finding is known by its rule and
 * fingerprint, as many times over the run as it was: a page that moves, or a template that one page more shares, is
 * no news. What the fingerprint lost is looked for by its place.
 */
#ifndef CLAIR_BASELINE_BASELINE_H
#define CLAIR_BASELINE_BASELINE_H

#include "base/arena.h"
#include "base/map.h"
#include "engine/run.h"

/* Past this many, the places of a fingerprint are not kept: it stands in a template. */
enum { CLAIR_KNOWN_PLACES = 16 };

/* Findings of one rule with one fingerprint. */
struct clair_known {
	const char *rule, *message, *fingerprint;
	const char *page;    /* the first one that has it; "": the site as a whole */
	bool review;         /* else it failed */
	uint32_t count;      /* over the run */
	uint32_t pages;      /* that have it */
	uint32_t most;       /* on one page */
	uint32_t left;       /* not found again so far */
};

/* Findings in a list of those that have something in common. */
struct clair_known_link {
	struct clair_known *known;
	struct clair_known_link *next;
};

struct clair_known_page {
	const char *content; /* hash of its words; "": not known */
	bool tested;         /* then */
	bool seen;           /* tested in the run held against it */
};

struct clair_baseline {
	const char *name;
	struct clair_known *known; /* in the order of the file */
	uint32_t known_count;
	struct clair_map by_print;    /* rule, new line, fingerprint: struct clair_known */
	struct clair_map by_place;    /* place: struct clair_known_link */
	struct clair_map by_message;  /* rule#message, new line, page: struct clair_known_link */
	struct clair_map pages;       /* name: struct clair_known_page */
	const char **page_names;      /* in the order of the file */
	uint32_t page_count;
	struct clair_map rules;       /* asked then: id */
	struct clair_map unlisted;    /* rule: uint32_t, findings that were not listed */
	struct clair_map budgets;     /* name: double, what it counted */
	struct clair_arena mem;
};

/* What a page is called in a baseline: its address without the host or the folder of the run. */
const char *clair_baseline_page(const struct clair_run *run, const struct clair_result *page);
/* The same of the page that a finding about the site points at; "" when it points at none. */
const char *clair_baseline_site_page(const struct clair_run *run, const struct clair_finding *finding);
const char *clair_baseline_message(const struct clair_finding *finding);
/* 16 hex digits: the rule, its message and the selector. False: it has none. */
bool clair_baseline_place(const struct clair_finding *finding, char out[static 17]);
/* 16 hex digits; "" when there is no content. */
const char *clair_baseline_content(const struct clair_result *page, char out[static 17]);

/* The run asks this rule about something. */
bool clair_baseline_asks(const struct clair_run *run, const struct clair_rule *rule);

#endif
