/*
 * Which pages were being judged when the program died: one of them may have killed it. A page that was being judged at
 * several deaths is to blame; a death alone blames nobody, however often it comes (kill, power).
 *
 * A small file in the folder of the archives, mapped: what is written there stays when the program is killed. One for
 * each process, that holds a lock on it.
 */
#ifndef CLI_CAMPAIGN_MARK_H
#define CLI_CAMPAIGN_MARK_H

#include "base/arena.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

struct cli_mark {
	_Atomic uint64_t page; /* hash of its address; 0: nothing */
	uint32_t site;         /* number in the store */
	uint32_t deaths;       /* of earlier processes, while they judged it; 0: it is being judged now */
};

struct cli_marks {
	struct cli_mark *places; /* being judged, then those of earlier processes */
	unsigned count, left;
	int file;
	const char *path;
};

/* `count` pages at a time. False without a file: errno. */
bool cli_marks_open(struct cli_marks *marks, const char *folder, unsigned count, struct clair_arena *mem);
void cli_marks_close(struct cli_marks *marks); /* NULL `path` is nothing */

/* From any thread, before and after a page is judged. */
struct cli_mark *cli_marks_enter(struct cli_marks *marks, uint32_t site, const char *url);
void cli_marks_leave(struct cli_marks *marks, struct cli_mark *mark); /* NULL is nothing */

/* How many processes died while they judged one and the same page of the site. */
uint32_t cli_marks_deaths(const struct cli_marks *marks, uint32_t site);

#endif
