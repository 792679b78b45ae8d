/* check --fix: safe fixes, written to the files or shown as a diff. */
#ifndef CLI_FIX_H
#define CLI_FIX_H

#include "cli/diff.h"
#include "cli/options.h"

struct cli_fixes {
	const struct cli_options *options;
	uint32_t fixed, files;
	bool failed; /* a file could not be written */
};

/* Only files can be mended. False after saying what cannot. */
bool cli_fix_fits(const struct cli_options *options);

/* One page: `before` is what was judged. Says what was left, and why. */
void cli_fix_file(struct cli_fixes *fixes, const char *file, struct cli_text before,
    const struct clair_mended *mended);

/* Says what was done; `left` findings remain. */
void cli_fix_end(const struct cli_fixes *fixes, uint32_t left);

#endif
