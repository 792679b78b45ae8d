/* Where the run stands, on standard error: a line that is rewritten on a terminal, else one line
 * every 30 seconds. From one thread. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli/options.h"

#include <stdint.h>

struct cli_progress {
	const struct cli_options *options;
	bool terminal;
	bool shown;       /* a line is on the terminal, to be cleared */
	bool told_stop;
	double started, last;
};

void cli_progress_start(struct cli_progress *progress, const struct cli_options *options);
/* `seconds_left` < 0: not known. `url` may be NULL. */
void cli_progress_step(struct cli_progress *progress, uint32_t done, uint32_t known, double rate,
    double seconds_left, const char *url);
/* Of a campaign: sites done, sites being crawled, pages tested. */
void cli_progress_sites(struct cli_progress *progress, uint32_t done, uint32_t active, uint32_t pages, double rate);
void cli_progress_end(struct cli_progress *progress);

double cli_now(void);

#endif
