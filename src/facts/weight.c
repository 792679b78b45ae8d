/* What the page and its requests weigh: see clairlint/network.h. */
#include "facts/facts.h"

#include "base/map.h"

#include <string.h>

double
clair_request_weight(struct clair_ctx *ctx, size_t index)
{
	const struct clair_weights *weights = ctx->weights;

	if (weights == NULL || index >= weights->count || weights->list[index] < 0)
		return -1;
	return (double)weights->list[index];
}

static bool
is_new_host(struct clair_map *hosts, const char *host)
{
	void **slot = clair_map_at(hosts, host, strlen(host));

	if (slot == NULL || *slot != NULL)
		return false;
	*slot = hosts;
	return true;
}

static void
add(struct clair_ctx *ctx, struct clair_page_weight *weight, struct clair_map *hosts, size_t index)
{
	const struct clair_request *request = clair_request_at(ctx, index);
	const int64_t bytes = ctx->weights->list[index];

	if (bytes == CLAIR_WEIGHED_BEFORE)
		return;
	weight->requests++;
	weight->hosts += request->host[0] != '\0' && is_new_host(hosts, request->host);
	if (bytes < 0) {
		weight->unknown++;
		return;
	}
	weight->bytes[request->kind] += (double)bytes;
	weight->total += (double)bytes;
}

const struct clair_page_weight *
clair_page_weight(struct clair_ctx *ctx)
{
	struct clair_page_weight *weight = &ctx->facts->weight;
	struct clair_map hosts;

	if (ctx->facts->weight_known)
		return weight;
	ctx->facts->weight_known = true;
	clair_map_init(&hosts, &ctx->page->mem);
	*weight = (struct clair_page_weight){
	    .weighed = ctx->weights != NULL,
	    .page = (double)ctx->page->length,
	    .total = (double)ctx->page->length,
	    .requests = 1,
	    .hosts = 1,
	};
	is_new_host(&hosts, clair_address_host(ctx, clair_page_url(ctx)));
	for (size_t i = 0; ctx->weights != NULL && i < ctx->weights->count; i++)
		add(ctx, weight, &hosts, i);
	return weight;
}
