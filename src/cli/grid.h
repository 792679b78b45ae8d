/* --rgaa-grid: the audit grid that the user gives, filled. */
#ifndef CLI_GRID_H
#define CLI_GRID_H

#include "cli/output.h"

struct cli_grid {
	struct clair_grid_model *model; /* NULL: none was given */
	struct cli_sinks written;
};

/* Reads the model, and opens the file that -o names. False after saying why. */
bool cli_grid_open(struct cli_grid *grid, struct cli_options *options);
void cli_grid_free(struct cli_grid *grid);
/* Writes the grid asked for, and says what found no place in it. False after saying why; the file that was there
 * stays. */
bool cli_grid_write(struct cli_grid *grid, const struct cli_options *options, const struct clair_run *run);

#endif
