/* Words to change, and what to write in their place when it is known: the list that an editor works with. */
#ifndef CLAIR_REPORT_CHANGES_H
#define CLAIR_REPORT_CHANGES_H

#include "base/arena.h"
#include "report/report.h"

struct clair_change {
	const char *words;
	const char *change; /* or NULL: the writer finds it */
	uint32_t count;     /* of places */
	uint32_t order;     /* of the first place */
};

struct clair_changes {
	struct clair_change *list; /* the most frequent first */
	uint32_t count;
	struct clair_arena mem;
};

/* Of the findings of the cause that point at words; none for any other cause. To be freed. */
void clair_changes_of(struct clair_report *report, const struct clair_cause *cause,
    struct clair_changes *changes);
/* The cause has a list of passages; else it is said with its places. */
bool clair_has_changes_list(const struct clair_report *report, const struct clair_cause *cause);
/* "→ dans": what to write in the place of the example, when that is not said in the list; or NULL. */
const char *clair_example_change_phrase(struct clair_report *report, const struct clair_cause *cause);
/* "au sein de → dans (30 fois)"; once is not said */
const char *clair_change_phrase(struct clair_report *report, const struct clair_change *change);
void clair_changes_free(struct clair_changes *changes);

#endif
