/* The addresses of a crawl, each once, in the order in which they were found. */
#ifndef CLAIR_NET_LINE_H
#define CLAIR_NET_LINE_H

#include "base/map.h"

struct clair_task;

struct clair_entry {
	const char *url;        /* NULL: what the user gave is no address */
	const char *as_given;   /* of a start address */
	int depth;              /* clicks; -1: unknown */
	bool start;
	bool over;              /* needs no (more) request */
	const char *refused;    /* why it was not requested: a key of crawl.h */
	struct clair_task *task; /* from its first request to its delivery */
};

struct clair_line {
	struct clair_arena arena;
	struct clair_map known;
	struct clair_entry *entries;
	uint32_t count;
	uint32_t room;
};

void clair_line_init(struct clair_line *line);
void clair_line_free(struct clair_line *line);

bool clair_line_knows(const struct clair_line *line, const char *url);

/* Adds at the end; NULL when it is known, or without memory (line->arena.failed). Pointers to entries
 * end with the next call. */
struct clair_entry *clair_line_add(struct clair_line *line, const char *url, int depth);

/* A start address that is none. */
struct clair_entry *clair_line_add_bad(struct clair_line *line, const char *as_given);

#endif
