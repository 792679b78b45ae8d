/* What the program says to the person who runs it: standard error, in one of the two languages. */
#ifndef CLI_SAY_H
#define CLI_SAY_H

#include "clairlint/clairlint.h"

#include <stdio.h>

/* Where the program speaks: standard error, or `out` until NULL is given. */
void cli_say_to(FILE *out);
FILE *cli_say_stream(void);

/* "clairlint : …" and a newline. */
void cli_say(enum clair_lang lang, const char *fr, const char *en, ...)
    __attribute__((format(printf, 2, 4), format(printf, 3, 4)));

/* Why the system refused: a value of errno, in words. */
const char *cli_reason(enum clair_lang lang, int error);

/* Prints a text of a page or of a file name without its control characters. */
const char *cli_clean(char *room, size_t size, const char *text);

#endif
