/*
 * The context that facts and rules share: one page, the facts already known of it, the dictionaries.
 * Facts read page, facts and dict only; the engine owns the rest.
 */
#ifndef CLAIR_FACTS_CTX_H
#define CLAIR_FACTS_CTX_H

#include "clairlint/rule.h"
#include "dict/dict.h"
#include "dom/page.h"

struct clair_facts; /* facts/facts.h */
struct clair_style_set; /* style/style.h */
/* By index of the page's requests (clairlint/network.h): bytes; -1: not known; CLAIR_WEIGHED_BEFORE: an earlier
 * request has the same address. */
enum { CLAIR_WEIGHED_BEFORE = -2 };
struct clair_weights {
	const int64_t *list;
	size_t count;
};
struct clair_judge; /* engine/judge.h: tallies, findings, the rule being asked */
struct clair_run;

struct clair_ctx {
	struct clair_page *page;
	struct clair_facts *facts;   /* made by clair_facts_new, in the page's arena */
	const struct clair_dict *dict;
	struct clair_words *words;   /* Hunspell and its cache: of this thread, made on first need */
	const struct clair_style_set *sheets; /* of the page; NULL: none was asked for */
	clair_resolve_fn *resolve;   /* may be NULL */
	void *resolve_payload;
	clair_site_fn *site_of;      /* may be NULL */
	const struct clair_weights *weights; /* of what the page asks for; NULL: not weighed */
	bool is_home;                /* said by the crawl */
	enum clair_profile profile;
	const char *today;           /* YYYY-MM-DD, or NULL */
	struct clair_judge *judge;
	const struct clair_run *site; /* site rules only; page is then NULL */
};

/* Prepares the table of facts. The memory is the page's. False when the arena has failed. */
bool clair_facts_new(struct clair_ctx *ctx);

#endif
