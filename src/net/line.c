/* See line.h. */
#include "net/line.h"

#include <stdlib.h>
#include <string.h>

void
clair_line_init(struct clair_line *line)
{
	*line = (struct clair_line){.count = 0};
	clair_arena_init(&line->arena, 0);
	clair_map_init(&line->known, &line->arena);
}

void
clair_line_free(struct clair_line *line)
{
	free(line->entries);
	clair_arena_free(&line->arena);
}

bool
clair_line_knows(const struct clair_line *line, const char *url)
{
	return clair_map_get(&line->known, url, strlen(url)) != NULL;
}

static struct clair_entry *
append(struct clair_line *line)
{
	if (line->count == line->room) {
		uint32_t room = line->room == 0 ? 256 : line->room * 2;
		struct clair_entry *more = realloc(line->entries, room * sizeof(*more));

		if (more == NULL) {
			line->arena.failed = true;
			return NULL;
		}
		line->entries = more;
		line->room = room;
	}
	line->entries[line->count] = (struct clair_entry){.depth = -1};
	return &line->entries[line->count++];
}

struct clair_entry *
clair_line_add(struct clair_line *line, const char *url, int depth)
{
	struct clair_entry *entry;
	const char *copy;
	void **place;

	if (clair_line_knows(line, url))
		return NULL;
	copy = clair_strdup(&line->arena, url);
	place = clair_map_at(&line->known, copy, strlen(copy));
	entry = place == NULL || line->arena.failed ? NULL : append(line);
	if (entry == NULL)
		return NULL;
	*place = (void *)(uintptr_t)copy;
	entry->url = copy;
	entry->depth = depth;
	return entry;
}

struct clair_entry *
clair_line_add_bad(struct clair_line *line, const char *as_given)
{
	struct clair_entry *entry = append(line);

	if (entry == NULL)
		return NULL;
	entry->as_given = as_given;
	entry->refused = "bad-url";
	entry->over = true;
	entry->depth = 0;
	return entry;
}
