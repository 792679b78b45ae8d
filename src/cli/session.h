/* One run of the linter: what `check` and `site` share, from the options to the exit status. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "cli/baseline.h"
#include "cli/grid.h"
#include "cli/history.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/sheets.h"
#include "net/crawl.h"

#include <time.h>

enum cli_exit {
	CLI_EXIT_FINE = 0,
	CLI_EXIT_FINDINGS = 1,
	CLI_EXIT_USAGE = 2,      /* command, configuration, or a report that cannot be written */
	CLI_EXIT_UNTESTED = 3,
	CLI_EXIT_STOPPED = 4,
};

struct cli_session {
	struct cli_options *options;
	struct clair_linter *linter;
	struct clair_run *run;
	struct cli_sinks sinks;
	struct cli_baseline baseline;
	struct cli_history history;
	struct cli_grid grid;
	struct cli_progress progress;
	struct cli_sheets sheets;
	cli_writer_fn *writer;  /* of the reports; NULL: those of the run */
	unsigned jobs;
	struct clair_archive *archive; /* NULL: none */
	struct clair_network network; /* how servers are spoken to */
};

/* Loads rules and dictionaries. False after saying why. */
bool cli_session_prepare(struct cli_session *session, struct cli_options *options);
/* The same, and opens the reports. */
bool cli_session_open(struct cli_session *session, struct cli_options *options);
/* Ends the run, writes the reports, frees all. The exit status of the program. */
int cli_session_close(struct cli_session *session, const struct clair_crawl_facts *facts);
void cli_session_free(struct cli_session *session);

/* Fetches and judges the addresses; `list`: these and no other. Results go into the run. */
bool cli_session_crawl(struct cli_session *session, const char *const *addresses, size_t count,
    bool list, struct clair_crawl_facts *facts);

/* YYYY-MM-DD where the machine stands, or in UTC under SOURCE_DATE_EPOCH. NULL: no such day. */
const char *cli_day(char room[static 16], time_t when);

/* The linter that the options ask for. `sheets` NULL: it reads none. NULL after saying why. */
struct clair_linter *cli_linter_new(const struct cli_options *options, struct cli_sheets *sheets);

#endif
