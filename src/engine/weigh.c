/* Asks what the requests of a page weigh, before it is judged. */
#include "engine/weigh.h"

#include "base/map.h"
#include "engine/judge.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_ASKED = 200 /* addresses of one page */ };

static bool
is_weighed(const struct clair_request *request)
{
	return request->kind != CLAIR_REQUEST_IN_CODE && request->kind != CLAIR_REQUEST_LINK;
}

static int64_t
weigh(struct clair_ctx *ctx, const struct clair_options *options, const char *reference)
{
	clair_resolve_fn *locate = options->locate != NULL ? options->locate : options->resolve;
	void *payload = options->locate != NULL ? options->locate_payload : options->resolve_payload;
	char *url = locate == NULL ? NULL : locate(payload, ctx->page->url, reference);
	int64_t bytes;

	if (url == NULL)
		return -1;
	bytes = options->weigh(options->weigh_payload, url);
	free(url);
	return bytes < 0 ? -1 : bytes;
}

void
clair_weigh_requests(struct clair_ctx *ctx, struct clair_weights *weights)
{
	const struct clair_options *options = &ctx->judge->linter->options;
	struct clair_arena *arena = &ctx->page->mem;
	size_t asked = 0;
	struct clair_map seen;
	int64_t *list;

	weights->count = clair_request_count(ctx);
	list = clair_alloc_array(arena, weights->count + 1, sizeof(*list));
	if (list == NULL)
		return;
	clair_map_init(&seen, arena);
	for (size_t i = 0; i < weights->count; i++) {
		const struct clair_request *request = clair_request_at(ctx, i);
		void **slot = clair_map_at(&seen, request->url, strlen(request->url));

		list[i] = CLAIR_WEIGHED_BEFORE;
		if (slot == NULL || *slot != NULL || !is_weighed(request))
			continue;
		*slot = list;
		list[i] = asked++ < MOST_ASKED ? weigh(ctx, options, request->url) : -1;
	}
	weights->list = list;
	ctx->weights = weights;
}
