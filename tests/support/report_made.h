/* Reports of the run made by hand (sample_run.h): as they are, as an audit, with a history, with hostile pages. */
#ifndef CLAIR_TESTS_REPORT_MADE_H
#define CLAIR_TESTS_REPORT_MADE_H

#include "base/buf.h"
#include "clairlint/history.h"
#include "tests/support/sample_run.h"

extern const struct clair_write_options report_french;
/* Two pages of the run, chosen as an audit does. */
extern const struct clair_sample report_audit;
/* Of another tool, then of other rules, then this run; one score is not known. */
enum { REPORT_POINTS = 4 };
extern const struct clair_history_point report_points[REPORT_POINTS];

/* The run, or the audit, whose pages say `hostile` when it is not NULL; and then stand in its sample. */
void report_made(void (*make)(struct sample *), struct clair_buf *out, enum clair_format format,
    const struct clair_write_options *options, const char *hostile);
/* That of sample_make. */
void report_sample(struct clair_buf *out, enum clair_format format, const struct clair_write_options *options,
    const char *hostile);
/* The last `count` points. */
void report_with_history(struct clair_write_options *options, size_t count);
/* A clair_write_fn into a struct clair_buf. */
bool report_into(void *payload, const char *bytes, size_t length);
/* A clair_write_fn that refuses past `limit` bytes; the test fails when it is called once more. */
struct report_stopper {
	size_t taken;
	size_t limit;
};
bool report_stop_after(void *payload, const char *bytes, size_t length);

#endif
