/* --baseline, --write-baseline, budgets, and what --fail-on says of new findings. */
#ifndef CLI_BASELINE_H
#define CLI_BASELINE_H

#include "cli/output.h"

struct cli_baseline {
	struct clair_baseline *known; /* NULL: none was given */
	struct cli_sinks written;     /* of --write-baseline; empty: it was not asked for */
};

/* Reads what was known, and opens what is to be written. False after saying why. */
bool cli_baseline_open(struct cli_baseline *baseline, struct cli_options *options);
void cli_baseline_free(struct cli_baseline *baseline);

/* Holds the finished run against what was known, and its budgets. False: no memory. */
bool cli_baseline_hold(struct cli_baseline *baseline, const struct cli_options *options, struct clair_run *run);
/* Some finding, or some new one, is at the level of --fail-on, or a budget is not kept. */
bool cli_baseline_fails(const struct cli_options *options, const struct clair_run *run);
/* Writes the file asked for. False after saying why; the file that was there stays. */
bool cli_baseline_write(struct cli_baseline *baseline, const struct cli_options *options,
    const struct clair_run *run, bool stopped);

#endif
