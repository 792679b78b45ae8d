/* Whether a page says of itself that it is easy to read (FALC). */
#include "facts/home.h"

bool
clair_page_says_falc(struct clair_ctx *ctx)
{
	if (clair_matches(ctx, "falc-page", clair_page_title(ctx)))
		return true;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_H1); i++) {
		const struct clair_node *heading = clair_tag_at(ctx, CLAIR_TAG_H1, i);

		if (clair_matches(ctx, "falc-page", clair_text_content(ctx, heading)))
			return true;
	}
	return clair_matches(ctx, "falc-address", clair_page_url(ctx));
}
