#include "rules/common/contact.h"

bool
contact_page_is(struct clair_ctx *ctx, enum clair_page_kind kind)
{
	return clair_page_kind(ctx).kind == kind && clair_page_in_french(ctx);
}

bool
contact_has(struct clair_ctx *ctx, unsigned channels)
{
	return (clair_channels(ctx, CLAIR_CHANNEL_ON_PAGE) & channels) != 0;
}

bool
contact_main_has(struct clair_ctx *ctx, unsigned channels)
{
	return (clair_channels(ctx, CLAIR_CHANNEL_IN_MAIN) & channels) != 0;
}

const struct clair_node *
contact_link(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);

		if (clair_has_attr(link, CLAIR_ATTR_HREF) && clair_exposed(ctx, link) &&
		    clair_matches(ctx, "contact-link", clair_name(ctx, link)))
			return link;
	}
	return NULL;
}

struct clair_finding *
contact_review_proof(struct clair_ctx *ctx, const struct clair_channel_proof *proof, unsigned message)
{
	return proof->block == NULL
	    ? clair_review(ctx, proof->node, message)
	    : clair_review_part(ctx, proof->block, proof->from, proof->length, message);
}
