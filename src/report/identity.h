/*
 * What names a finding for tools that compare two reports: 16 hexadecimal digits, the same from one run to the
 * next, and of no other finding of the report. It is made from
 *
 *  - the fingerprint of the finding (rule, message, element: see engine/fingerprint.c);
 *  - its number among the findings of the page that have the same one, in the order of the page;
 *  - the page: its file, or its address without fragment. The host of the site itself is left out, so that
 *    a copy of the site elsewhere has the same names;
 *  - the number of the page among those of the report that this does not tell apart.
 *
 * Source maps change nothing here.
 */
#ifndef CLAIR_REPORT_IDENTITY_H
#define CLAIR_REPORT_IDENTITY_H

#include "base/map.h"
#include "report/report.h"

struct clair_identity {
	char text[17];   /* 16 digits */
	uintptr_t before; /* findings of the page that have the same fingerprint, and come before */
};

struct clair_identities {
	struct clair_report *report;
	struct clair_arena mem;  /* grows with the pages: some bytes each */
	struct clair_map pages;
	struct clair_arena page; /* of the last page asked for */
	uint64_t hash;           /* of it */
};

void clair_identities_open(struct clair_identities *identities, struct clair_report *report);
void clair_identities_close(struct clair_identities *identities);

/* The names of the findings of a page, in their order. All pages are asked for, once, in the order of the
 * run; then the site (NULL). They live until the next call. NULL: no memory, and the report has failed. */
const struct clair_identity *clair_identities_of(
    struct clair_identities *identities, const struct clair_result *page);

/* The name of the page itself, when what is told is that it was not tested: of the last page asked for. */
struct clair_identity clair_identity_of_page(const struct clair_identities *identities);

#endif
