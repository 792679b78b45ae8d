/* Ctrl-C: finish what is in flight, write a partial report. A second one ends the program. */
#ifndef CLI_STOP_H
#define CLI_STOP_H

#include <signal.h>
#include <stdbool.h>

void cli_stop_watch(void);
const volatile sig_atomic_t *cli_stop_flag(void);

static inline bool
cli_stopped(void)
{
	return *cli_stop_flag() != 0;
}

#endif
