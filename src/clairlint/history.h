/*
 * What earlier runs of a site gave, for reports to show what became of it: the plot of the HTML report, `history`
 * of JSON, a sentence of the text. The points may come from anywhere. Here they are also read from, and added to,
 * lines of JSON (docs/schema/history-1.schema.json); see docs/decisions/0020-history.md.
 */
#ifndef CLAIRLINT_HISTORY_H
#define CLAIRLINT_HISTORY_H

#include "clairlint/clairlint.h"

enum { CLAIR_HISTORY_VERSION = 1 }; /* of the lines */
enum { CLAIR_HISTORY_LIMIT = 1000 }; /* points shown: the last ones */
enum { CLAIR_HISTORY_ID = 16 };     /* hex digits */

/* One run. The texts are of who made it. */
struct clair_history_point {
	char day[11];                    /* YYYY-MM-DD */
	double scores[CLAIR_AXIS_COUNT]; /* 0 to 100; negative or NAN: not known */
	uint32_t pages;                  /* tested */
	uint32_t causes;                 /* proven: of failures */
	uint32_t failures;               /* findings of outcome "failed", not silenced */
	const char *tool;                /* version of clairlint */
	const char *referential;         /* version of the RGAA */
	char rules[CLAIR_HISTORY_ID + 1];/* what was asked: rules, severities, thresholds, profile, width of the screen */
};

/* The point of a finished run; the texts are literals. False when there is none: no page was tested, or the linter
 * knows no day. */
bool clair_run_history_point(const struct clair_run *run, struct clair_history_point *point);

/* What of two points is not the same: their scores are then not to be compared blindly. Bits. */
enum { CLAIR_OTHER_TOOL = 1, CLAIR_OTHER_REFERENTIAL = 2, CLAIR_OTHER_RULES = 4 };
unsigned clair_history_changes(const struct clair_history_point *before, const struct clair_history_point *after);

/* --- Lines ---------------------------------------------------------------------------------------- */

struct clair_history;

enum clair_history_why {
	CLAIR_HISTORY_FINE,
	CLAIR_HISTORY_NOT_JSON,      /* a line that is no JSON object, at `column` */
	CLAIR_HISTORY_OTHER_VERSION, /* `version` is its own */
	CLAIR_HISTORY_BAD_KEY,       /* `key` is missing in this line, or has no possible value */
};
struct clair_history_fault {
	enum clair_history_why why; /* of the first line at fault */
	unsigned line, column;
	int version;
	const char *key;            /* a literal */
	uint32_t lines;             /* at fault */
};

/* Reads lines; keeps the bytes, which outlive it. Lines at fault are left out, and told in `*fault`: the others are
 * there. CLAIR_NO_MEMORY: `*out` is NULL. */
CLAIR_MUST_USE enum clair_status clair_history_new(struct clair_history **out, const char *bytes, size_t length,
    struct clair_history_fault *fault);
void clair_history_free(struct clair_history *history);
/* Puts the point of this run in its place, by day; of the same day and of the same tool, referential and rules, it
 * replaces the one that was there. Once; the texts of `point` outlive it. */
void clair_history_add(struct clair_history *history, const struct clair_history_point *point);
/* Fills the fields of a report: see clair_write_options. */
void clair_history_show(const struct clair_history *history, struct clair_write_options *options);
/* All lines as they were, with the point that was added. */
CLAIR_MUST_USE enum clair_status clair_history_write(
    const struct clair_history *history, clair_write_fn *write, void *payload);
/* The line of a point. */
CLAIR_MUST_USE enum clair_status clair_history_write_point(
    const struct clair_history_point *point, clair_write_fn *write, void *payload);

#endif
