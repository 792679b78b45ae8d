/*
 * Style sheets for the pages of a crawl. A worker that judges a page asks, and waits; the thread of the
 * crawl fetches, with the manners that pages have, and answers.
 *
 * An address that is new is asked for when the page that wants it is the first of those still being judged:
 * addresses, limits and failures then come in the order of the pages, whatever the number of workers. The
 * first page waits for no other, so that nobody waits for ever. Sheets are not kept here: who lets one go may
 * ask for it again, within limits of their own.
 */
#ifndef CLAIR_NET_LOAD_H
#define CLAIR_NET_LOAD_H

#include "clairlint/clairlint.h"

struct clair_loader;

struct clair_loader *clair_loader_new(void); /* NULL without memory */
void clair_loader_free(struct clair_loader *loader);

/* A clair_load_fn; the payload is the loader. Outside a crawl that has this loader, and from a thread that
 * is none of its workers: "not-loaded". Once the crawl has been interrupted: "interrupted". */
void clair_loader_load(void *payload, const char *url, struct clair_resource *resource);

/* A clair_weigh_fn, asked as clair_loader_load: by HEAD, or by GET when that tells nothing, with the manners of pages.
 * An address is asked for once in a crawl. */
int64_t clair_loader_weigh(void *payload, const char *url);

#endif
