/* --history: what earlier runs gave, read for the reports; the point of this one, added. */
#ifndef CLI_HISTORY_H
#define CLI_HISTORY_H

#include "cli/output.h"
#include "clairlint/history.h"

struct cli_history {
	struct clair_history *known;      /* NULL: not asked for, or not read */
	struct clair_history_point point; /* of this run */
	bool has_point;
	char *bytes;
	bool is_whole;                    /* the file is as it should be: it may be written again */
	struct cli_sinks written;         /* empty: not asked for */
};

/* Opens what is to be written. False after saying why. */
bool cli_history_open(struct cli_history *history, struct cli_options *options);
void cli_history_free(struct cli_history *history);

/* Of a finished run: reads the file and adds the point; `stopped`: it has none. What is wrong is said; the reports
 * are written all the same. */
void cli_history_read(
    struct cli_history *history, const struct cli_options *options, const struct clair_run *run, bool stopped);
/* Writes the file again, with the point. False after saying why; the file that was there stays. */
bool cli_history_write(struct cli_history *history, const struct cli_options *options);

#endif
