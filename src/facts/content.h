/* What an auditor looks for when pages are chosen: flags of the summary (clairlint/site.h). */
#ifndef CLAIR_FACTS_CONTENT_H
#define CLAIR_FACTS_CONTENT_H

#include "facts/ctx.h"

/* CLAIR_SUMMARY_IS_LEGAL_NOTICE … CLAIR_SUMMARY_DOWNLOAD. */
unsigned clair_content_flags(struct clair_ctx *ctx);

#endif
