/* Questions that several site rules ask of the pages' summaries. */
#ifndef RULES_COMMON_SITE_H
#define RULES_COMMON_SITE_H

#include "clairlint/rule.h"

/* The home page, or NULL when it was not judged. */
const struct clair_page_summary *site_home(struct clair_ctx *ctx);

/* The first site map in the language of the home page, other than it; or NULL. */
const struct clair_page_summary *site_map_page(
    struct clair_ctx *ctx, const struct clair_page_summary *home);

/* The home page says it is in French, or does not say: French law and habits apply. */
bool site_may_be_french(struct clair_ctx *ctx, const struct clair_page_summary *home);

/* How many pages have all the flags. */
size_t site_pages_with(struct clair_ctx *ctx, unsigned flags);

/* Asks for a look at each page that lacks the flag when most pages have it. PASS when all have it,
 * INAPPLICABLE when there are fewer than two pages or fewer than half have it. */
enum clair_outcome site_flag_is_constant(struct clair_ctx *ctx, unsigned flag, unsigned message);

/* Of two pages that differ, nobody knows which one is as usual. */
enum { SITE_PAGES_TO_COMPARE = 3 };

/* What most of the pages that have it have: 0 says that a page has none. */
struct site_usual {
	uint64_t value;   /* of more than half of those pages; 0: of no such half */
	size_t pages;     /* that have one */
	size_t with;      /* that have this one */
};
struct site_usual site_usual(struct clair_ctx *ctx,
    uint64_t (*value_of)(const struct clair_page_summary *page, unsigned what), unsigned what);

#endif
