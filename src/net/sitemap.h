/*
 * Sitemaps (sitemaps.org 0.9), read as the bytes arrive: urlset, sitemapindex, or text with one
 * address a line; plain or gzip. Nothing is kept but the current address. Other XML (RSS, Atom) gives
 * nothing. No entity of a document type is ever read.
 */
#ifndef CLAIR_NET_SITEMAP_H
#define CLAIR_NET_SITEMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CLAIR_SITEMAP_ADDRESSES_MAX = 50000, CLAIR_SITEMAP_BYTES_MAX = 50 * 1024 * 1024 };

struct clair_sitemap;

/* An address as written, blanks removed. `is_index`: it is a sitemap, not a page. False stops. */
typedef bool clair_sitemap_found(void *payload, const char *address, bool is_index);

/* NULL without memory. */
struct clair_sitemap *clair_sitemap_new(clair_sitemap_found *found, void *payload);

/* False when nothing more is wanted: a ceiling, bad data, or `found` said so. */
bool clair_sitemap_feed(struct clair_sitemap *sitemap, const void *bytes, size_t length);

/* After the last byte. False when the sitemap was cut short or broken; what was found before stands. */
bool clair_sitemap_finish(struct clair_sitemap *sitemap);
void clair_sitemap_free(struct clair_sitemap *sitemap);

#endif
