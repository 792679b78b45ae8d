/* What `clairlint doc` writes from the table of options and from the rules. */
#ifndef CLI_DOC_H
#define CLI_DOC_H

#include "cli/options.h"

#include <stdio.h>

/* Man pages, in man(7). */
void cli_doc_program(FILE *out, enum clair_lang lang);                  /* clairlint(1) */
void cli_doc_config(FILE *out, enum clair_lang lang);                   /* clairlint.yml(5) */
void cli_doc_rules(FILE *out, enum clair_lang lang);                    /* clairlint-rules(7) */

/* Completions of shells: descriptions are in French. */
void cli_doc_bash(FILE *out);
void cli_doc_zsh(FILE *out);
void cli_doc_fish(FILE *out);

/* The JSON Schema of .clairlint.yml. The linter knows the thresholds. False without memory. */
bool cli_doc_schema(FILE *out, enum clair_lang lang, const struct clair_linter *linter);

/* Whether the command takes the option, and is not hidden. */
bool cli_doc_takes(int command, int option);
/* Whether every command that is not hidden takes the option. */
bool cli_doc_all_take(int option);

#endif
