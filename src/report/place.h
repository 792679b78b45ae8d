/*
 * Where a page stands for tools that look at the files of a repository (SARIF, GitLab, GitHub, JUnit …): a path
 * of names and "/", never absolute, without "." or "..". The rule that is first to apply:
 *
 *  1. The source map whose URL is the longest start of the page's address (after redirects, else as asked), or
 *     of its file; it ends where a name of the path ends. What follows is added to its PATH, without query.
 *  2. A local file: relative to the current folder (`folder` of the options). One that is outside is named from
 *     the root of the disk, without the first "/".
 *  3. A pseudo path made from the address: host (and port), then path, then "?" and query. Who gave a name
 *     and password in the address does not read them here.
 *
 * A path that ends with "/" is a folder: "index.html" is added. %XX is decoded where the name stays a name
 * that people can read; "/" in a query stays %2F.
 */
#ifndef CLAIR_REPORT_PLACE_H
#define CLAIR_REPORT_PLACE_H

#include "report/report.h"

/* Adds the path of the page of a finding to `out`. `page` NULL: the finding is of the site, and `finding` may name
 * a page of its own; NULL too: the site. */
void clair_place_path(struct clair_buf *out, const struct clair_report *report,
    const struct clair_result *page, const struct clair_finding *finding);

/* The same of any address, or local path: a style sheet. */
void clair_place_path_of(
    struct clair_buf *out, const struct clair_write_options *options, const char *address);

/* An address from its host on; NULL: it is a local path. */
const char *clair_place_host(const char *address);

/* A path as a relative reference (RFC 3986 4.2), in which all but letters, digits and -._~/=&+,@ is percent-encoded. */
void clair_place_uri(struct clair_buf *out, const char *path);

#endif
