/*
 * What computing keeps for the whole of one page: answers that many elements ask again, and how much work
 * may still be done on texts. Private to computing.
 */
#ifndef CLAIR_STYLE_KEPT_H
#define CLAIR_STYLE_KEPT_H

#include "style/math.h"

enum { CLAIR_CUSTOM_LIMIT = 64 * 1024 }; /* bytes of a value with var() replaced */

struct clair_css_kept;

/* NULL without memory. Every function below takes NULL for it: nothing is kept, nothing is bounded. */
struct clair_css_kept *clair_css_kept_new(struct clair_arena *arena);

/* So many bytes are read or written. False: that is more than the page has left. */
bool clair_css_kept_spend(struct clair_css_kept *kept, size_t bytes);
/* Once, more was asked than was left. */
bool clair_css_kept_is_spent(const struct clair_css_kept *kept);

/* Where a text is put together: CLAIR_CUSTOM_LIMIT bytes. NULL without memory. */
char *clair_css_kept_scratch(struct clair_css_kept *kept, struct clair_arena *arena);

/* What a declaration with var() was read again to, for these custom properties. NULL: not kept. Kind
 * PENDING: not yet read. */
struct clair_css_value *clair_css_kept_value(struct clair_css_kept *kept,
    const struct clair_css_customs *customs, const struct clair_css_pending *pending,
    struct clair_arena *arena);

/* What the text of a value is computed from. */
struct clair_css_text_source {
	const char *text; /* kept as long as the page: known by its address */
	struct clair_css_sizes sizes;
	struct clair_color current;
	enum clair_property property;
};

/* The text that was computed from it; NULL in it: not yet. NULL itself: not kept. */
const char **clair_css_kept_text(struct clair_css_kept *kept,
    const struct clair_css_text_source *source, struct clair_arena *arena);

#endif
