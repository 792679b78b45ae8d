/* .clairlint.yml: found here or in a folder above, up to the root of the repository. */
#ifndef CLI_CONFIG_H
#define CLI_CONFIG_H

#include "cli/options.h"

/* Reads the file into `options`. True when there is none and none was asked for. Errors go to
 * standard error with file, line and column. */
bool cli_config_read(struct cli_options *options);

/* What `init` writes. */
extern const char *const cli_config_sample[CLAIR_LANG_COUNT];

/* The parts of the file that are not options. */
enum { CLI_SECTION_COUNT = 4 };
struct cli_section {
	const char *name;
	const char *form[CLAIR_LANG_COUNT];
	const char *help[CLAIR_LANG_COUNT];
};
extern const struct cli_section cli_sections[CLI_SECTION_COUNT];

#endif
