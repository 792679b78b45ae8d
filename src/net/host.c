/* See host.h. */
#include "net/host.h"

#include "net/url.h"

#include <stdlib.h>
#include <string.h>

void
clair_paces_init(struct clair_paces *paces)
{
	clair_arena_init(&paces->arena, 0);
	clair_map_init(&paces->by_name, &paces->arena);
}

void
clair_paces_free(struct clair_paces *paces)
{
	clair_arena_free(&paces->arena);
}

void
clair_hosts_init(struct clair_hosts *hosts, struct clair_arena *arena, struct clair_paces *paces, int64_t delay_ms)
{
	*hosts = (struct clair_hosts){.arena = arena, .paces = paces, .delay_ms = delay_ms};
	clair_map_init(&hosts->hosts, arena);
	clair_map_init(&hosts->origins, arena);
}

void
clair_host_rest(struct clair_host *host, int64_t until)
{
	if (until > host->pace->not_before)
		host->pace->not_before = until;
}

/* The value of `key`, zeroed memory of `size` when it is new. `*name` is the key as kept. */
static void *
find_or_make(struct clair_arena *arena, struct clair_map *map, const char *key, size_t size,
    const char **name)
{
	size_t length = strlen(key);
	void *found = clair_map_get(map, key, length);
	void **place;

	*name = NULL;
	if (found != NULL)
		return found;
	*name = clair_strndup(arena, key, length);
	found = clair_alloc(arena, size);
	place = found == NULL ? NULL : clair_map_at(map, *name, length);
	if (place == NULL)
		return NULL;
	*place = found;
	return found;
}

struct clair_host *
clair_host_of(struct clair_hosts *hosts, const char *url)
{
	char *key = clair_url_host(url);
	struct clair_host *host;
	const char *name;

	if (key == NULL)
		return NULL;
	host = find_or_make(hosts->arena, &hosts->hosts, key, sizeof(*host), &name);
	if (host != NULL && name != NULL) {
		const char *kept;

		host->name = name;
		host->delay_ms = hosts->delay_ms;
		host->pace =
		    find_or_make(&hosts->paces->arena, &hosts->paces->by_name, key, sizeof(*host->pace), &kept);
	}
	free(key);
	return host != NULL && host->pace != NULL ? host : NULL;
}

struct clair_origin *
clair_origin_of(struct clair_hosts *hosts, const char *url)
{
	struct clair_host *host = clair_host_of(hosts, url);
	char *key = host == NULL ? NULL : clair_url_origin(url);
	struct clair_origin *origin;
	const char *name;

	if (key == NULL)
		return NULL;
	origin = find_or_make(hosts->arena, &hosts->origins, key, sizeof(*origin), &name);
	free(key);
	if (origin != NULL && name != NULL) {
		origin->url = name;
		origin->host = host;
	}
	return origin;
}
