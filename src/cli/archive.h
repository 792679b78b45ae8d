/* What is wrong with an archive, in words. */
#ifndef CLI_ARCHIVE_H
#define CLI_ARCHIVE_H

#include "archive/archive.h"

void cli_archive_say(enum clair_lang lang, const struct clair_archive_fault *fault);

#endif
