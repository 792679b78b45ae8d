/* Words about rules, for `rules` and `explain`. */
#ifndef CLI_RULE_TEXT_H
#define CLI_RULE_TEXT_H

#include "clairlint/rule.h"

#include <stdio.h>

const char *cli_severity_text(enum clair_severity severity, enum clair_lang lang);

static inline const char *
cli_text(const struct clair_text *text, enum clair_lang lang)
{
	return lang == CLAIR_FR ? text->fr : text->en;
}

/* Bytes of an example to show: of a text of hundreds of words, there for the measure, the start is enough. */
size_t cli_example_length(const char *html);

/* "1.1.1, 1.1.2"; nothing for an empty list. */
void cli_print_ids(FILE *out, const char *label, const char *const *ids);

#endif
