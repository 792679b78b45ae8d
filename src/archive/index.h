/*
 * Where the exchanges of an archive stand, by method and address: 48 bytes each. Those of the same method and address
 * are chained in the order in which they were added. Two addresses may share a key: who reads compares them.
 */
#ifndef CLAIR_ARCHIVE_INDEX_H
#define CLAIR_ARCHIVE_INDEX_H

#include "archive/fields.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { CLAIR_INDEX_MAX = 10000000 };
#define CLAIR_INDEX_NONE UINT32_MAX

enum {
	CLAIR_ENTRY_HEAD = 1,    /* of a HEAD request; GET else */
	CLAIR_ENTRY_TAKEN = 2,
	CLAIR_ENTRY_DROPPED = 4, /* is no exchange of ours after all */
	CLAIR_ENTRY_REVISIT = 8, /* the body stands elsewhere */
};

struct clair_entry {
	uint64_t offset;
	uint64_t key;
	uint64_t id;   /* hash of WARC-Record-ID */
	uint32_t next; /* of the same key */
	uint32_t last; /* of the chain; of its first entry alone */
	uint16_t file;
	uint16_t flags;
};

struct clair_index {
	struct clair_entry *entries;
	uint32_t *slots; /* entry + 1 of the first of a chain; 0: free */
	uint32_t *ids;   /* the same by id, made when it is asked for */
	uint32_t count;
	uint32_t room;
	size_t slot_room;
	size_t id_room;
};

void clair_index_free(struct clair_index *index);

uint64_t clair_index_key(bool head, struct clair_part address);
/* From the key of GET to that of HEAD, and back. */
uint64_t clair_index_other_method(uint64_t key);
uint64_t clair_index_id(struct clair_part id);

enum clair_index_result { CLAIR_INDEX_ADDED, CLAIR_INDEX_NO_MEMORY, CLAIR_INDEX_FULL };
/* Adds an entry, of which `next` and `last` are set here. */
enum clair_index_result clair_index_add(struct clair_index *index, struct clair_entry entry);

/* The first of a chain, then `next`; CLAIR_INDEX_NONE ends it. */
uint32_t clair_index_first(const struct clair_index *index, uint64_t key);
/* The first that was added with this id. */
uint32_t clair_index_by_id(struct clair_index *index, uint64_t id);

#endif
