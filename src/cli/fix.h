/* check --fix: safe fixes, written to the files or shown as a diff. */
#ifndef CLI_FIX_H
#define CLI_FIX_H

#include "base/map.h"
#include "cli/diff.h"
#include "cli/options.h"

struct cli_fixes {
	struct cli_options *options;
	struct clair_map files_seen; /* by their path without links */
	uint32_t fixed, files;
	bool failed; /* a file could not be written */
};

void cli_fix_start(struct cli_fixes *fixes, struct cli_options *options);

/* Only files can be mended. False after saying what cannot. */
bool cli_fix_fits(const struct cli_options *options);

/* One page: `before` is what was judged. Says what was left, and why. A file that was given before is passed
 * over. */
void cli_fix_file(struct cli_fixes *fixes, const char *file, struct cli_text before,
    const struct clair_mended *mended);

/* Says what was done; `left` findings remain. */
void cli_fix_end(const struct cli_fixes *fixes, uint32_t left);

#endif
