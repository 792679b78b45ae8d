/* What tells the kind of a page, for kind.c: its titles, its address, its markup, its fields, the share of
 * links in its main content. Private to src/facts/. */
#ifndef CLAIR_FACTS_SIGNS_H
#define CLAIR_FACTS_SIGNS_H

#include "facts/facts.h"

/* The main heading, else a part of the title ("Contact" in "Contact - Ville"), says so. */
bool clair_signs_title(struct clair_ctx *ctx, const char *pattern);
/* Headings of the main content that say so: each counts once; stops at `most`. */
uint32_t clair_signs_headings(struct clair_ctx *ctx, const char *pattern, uint32_t most);
/* The path of its address says so. */
bool clair_signs_path(struct clair_ctx *ctx, const char *pattern);
/* Its canonical address is the root of a site. */
bool clair_signs_canonical_root(struct clair_ctx *ctx);
/* A class of <body>, as content managers write them. */
bool clair_signs_body(struct clair_ctx *ctx, const char *pattern);
/* A type of schema.org, in JSON-LD or as microdata. */
bool clair_signs_schema(struct clair_ctx *ctx, const char *pattern);
/* <meta property|name=NAME>, or "". */
const char *clair_signs_meta(struct clair_ctx *ctx, const char *name);
/* A field of the main content, seen, whose autocomplete, name, id or label says so. */
bool clair_signs_field(struct clair_ctx *ctx, const char *pattern);
/* A link or a button of the main content that says so. */
bool clair_signs_control(struct clair_ctx *ctx, const char *pattern);
/* A block of the main content, of a few words, that says so: a date, a signature. */
bool clair_signs_line(struct clair_ctx *ctx, const char *pattern);

/* An ordered list of the main content that has three items or more. */
bool clair_signs_steps(struct clair_ctx *ctx);

/* Links of the main content that are all of their block: entries of lists, titles of cards. */
struct clair_hub {
	uint32_t entries;
	uint32_t text;      /* bytes of the main content */
	uint32_t link_text; /* of these, inside links */
};
struct clair_hub clair_signs_hub(struct clair_ctx *ctx);
/* Samples of code: the page is a documentation, and the fields that it shows are examples. */
uint32_t clair_signs_samples(struct clair_ctx *ctx);

#endif
