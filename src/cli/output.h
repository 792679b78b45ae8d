/* Where reports go: standard output or files, each opened before the work starts, so that a bad
 * path is known at once, and put in place when it is whole. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/options.h"

#include <stdio.h>

struct cli_sink {
	enum clair_format format;
	const char *path;      /* NULL: standard output */
	const char *more;      /* folder of the further files of a report; NULL: none can be made */
	const char *unfinished; /* path written to until the report is whole */
	FILE *file;
};

struct cli_sinks {
	struct cli_sink *list;
	size_t count;
};

/* Where large files without a name go: on a disk, since /tmp is memory on many machines. */
const char *cli_scratch_folder(void);

struct clair_history;

/* Says what is wrong on standard error. */
bool cli_output_open(struct cli_sinks *sinks, struct cli_options *options);
/* The same of one file, for what is no report: its writer is told no format. */
bool cli_output_open_file(struct cli_sinks *sinks, struct cli_options *options, const char *path);
/* Writes one report in a format; CLAIR_OK when it is whole. */
typedef enum clair_status cli_writer_fn(const void *matter, enum clair_format format,
    const struct clair_write_options *options, clair_write_fn *write, void *payload);
bool cli_output_write_with(struct cli_sinks *sinks, const struct cli_options *options,
    cli_writer_fn *writer, const void *matter, int exit_status);
/* `history`: what earlier runs gave, or NULL. */
bool cli_output_write(struct cli_sinks *sinks, const struct cli_options *options,
    const struct clair_run *run, const struct clair_history *history, int exit_status);
/* Takes away what was not finished. */
void cli_output_drop(struct cli_sinks *sinks);

#endif
