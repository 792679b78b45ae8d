/*
 * Memory for what is kept long and read seldom: a file without a name, mapped. What lies there has plain
 * addresses, which stay valid; only the file takes room once it rests. For arenas: see clair_arena.shelf.
 *
 * The first bytes asked for are refused, so that a small run makes no file. Without a file (no room, no
 * folder) all are: the caller takes ordinary memory, and nothing else changes. May be used from several threads.
 */
#ifndef CLAIR_BASE_SHELF_H
#define CLAIR_BASE_SHELF_H

#include <stddef.h>

struct clair_shelf;

/* `folder` must be on a disk to be of use. `spared` bytes are refused first. NULL: out of memory. */
struct clair_shelf *clair_shelf_new(const char *folder, size_t spared);
/* All that was taken is gone. NULL is nothing. */
void clair_shelf_free(struct clair_shelf *shelf);

/* Zeroed bytes, aligned as malloc aligns, or NULL. They are given back with the shelf. */
void *clair_shelf_take(struct clair_shelf *shelf, size_t size);

/* Says that about `bytes` of it were read or written. From time to time, puts to rest what was: to be read
 * again, it is brought back. NULL is nothing. */
void clair_shelf_touched(struct clair_shelf *shelf, size_t bytes);

#endif
