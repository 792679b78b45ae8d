/* See cache.h. The few hundred answers that there is room for are looked at one after the other. */
#include "net/cache.h"

#include <stdlib.h>
#include <string.h>

enum {
	GOOD_MS = 6 * 3600 * 1000,  /* what a server answered */
	FAILED_MS = 10 * 60 * 1000, /* what no server answered, or not now */
	SHARE = 8,                  /* one answer takes this part of the room at most */
};

struct clair_cached {
	struct clair_cached *next;
	struct clair_exchange exchange;
	int kind;
	int64_t until;
	size_t bytes;
	char texts[];
};

void
clair_cache_init(struct clair_cache *cache, size_t ceiling)
{
	*cache = (struct clair_cache){.ceiling = ceiling};
}

void
clair_cache_free(struct clair_cache *cache)
{
	while (cache->first != NULL) {
		struct clair_cached *next = cache->first->next;

		free(cache->first);
		cache->first = next;
	}
	cache->bytes = 0;
}

static struct clair_cached *
take_out(struct clair_cache *cache, struct clair_cached **place)
{
	struct clair_cached *cached = *place;

	*place = cached->next;
	cache->bytes -= cached->bytes;
	return cached;
}

static struct clair_cached **
place_of(struct clair_cache *cache, int kind, const char *url)
{
	struct clair_cached **place = &cache->first;

	while (*place != NULL && ((*place)->kind != kind || strcmp((*place)->exchange.url, url) != 0))
		place = &(*place)->next;
	return place;
}

static void
put_first(struct clair_cache *cache, struct clair_cached *cached)
{
	cached->next = cache->first;
	cache->first = cached;
	cache->bytes += cached->bytes;
}

const struct clair_exchange *
clair_cache_find(struct clair_cache *cache, int kind, const char *url, int64_t now)
{
	struct clair_cached **place = place_of(cache, kind, url);
	struct clair_cached *cached;

	if (*place == NULL)
		return NULL;
	cached = take_out(cache, place);
	if (cached->until < now) {
		free(cached);
		return NULL;
	}
	put_first(cache, cached);
	return &cached->exchange;
}

static const char *
copy(char **room, const char *bytes, size_t length)
{
	char *start = *room;

	if (bytes == NULL)
		return NULL;
	memcpy(start, bytes, length);
	start[length] = '\0';
	*room += length + 1;
	return start;
}

static int64_t
lifetime(const struct clair_exchange *exchange)
{
	const char *status = exchange->headers == NULL ? NULL : memchr(exchange->headers, ' ', exchange->headers_length);
	/* 429 and 5xx speak of now. */
	bool later = status == NULL || status[1] == '5' || strncmp(status + 1, "429", 3) == 0;

	return exchange->failure != NULL || later ? FAILED_MS : GOOD_MS;
}

void
clair_cache_put(struct clair_cache *cache, int kind, const struct clair_exchange *exchange, int64_t now)
{
	size_t url = strlen(exchange->url);
	size_t bytes = sizeof(struct clair_cached) + url + exchange->headers_length + exchange->body_length + 3;
	struct clair_cached **place = place_of(cache, kind, exchange->url);
	struct clair_cached *cached;
	char *room;

	if (*place != NULL)
		free(take_out(cache, place));
	cached = bytes > cache->ceiling / SHARE ? NULL : malloc(bytes);
	if (cached == NULL)
		return;
	room = cached->texts;
	cached->exchange = *exchange;
	cached->exchange.url = copy(&room, exchange->url, url);
	cached->exchange.headers = copy(&room, exchange->headers, exchange->headers_length);
	cached->exchange.body = copy(&room, exchange->body, exchange->body_length);
	cached->kind = kind;
	cached->until = now + lifetime(exchange);
	cached->bytes = bytes;
	put_first(cache, cached);
	while (cache->bytes > cache->ceiling) {
		place = &cache->first;
		while ((*place)->next != NULL)
			place = &(*place)->next;
		free(take_out(cache, place));
	}
}
