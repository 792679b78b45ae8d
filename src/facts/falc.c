/* Whether a page says of itself that it is easy to read (FALC), and whether it is judged so. */
#include "facts/home.h"
#include "facts/outline.h"

/* Bytes of text between the logo and the start or the end of the main content. */
enum { LOGO_NEAR = 600 };

static const char *
main_heading(struct clair_ctx *ctx, size_t index)
{
	return clair_text_content(ctx, clair_tag_at(ctx, CLAIR_TAG_H1, index));
}

static bool
titles_match(struct clair_ctx *ctx, const char *pattern)
{
	if (clair_matches(ctx, pattern, clair_page_title(ctx)))
		return true;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_H1); i++)
		if (clair_matches(ctx, pattern, main_heading(ctx, i)))
			return true;
	return false;
}

/* "Cette page est en FALC": in a paragraph, not in the words of a link. */
static bool
says_so_in_words(struct clair_ctx *ctx)
{
	size_t offset;
	size_t length;

	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		if (clair_block_region(ctx, block) == CLAIR_IN_MAIN &&
		    clair_find_in_block(ctx, "falc-said", block, 0, &offset, &length) &&
		    clair_closest(clair_block_part_node(ctx, block, offset), CLAIR_TAG_A) == NULL)
			return true;
	}
	return false;
}

bool
clair_is_falc_logo(struct clair_ctx *ctx, const struct clair_node *image)
{
	const char *address = clair_attr(image, CLAIR_ATTR_SRC);

	return clair_matches(ctx, "falc-logo", clair_name(ctx, image)) ||
	    (address != NULL && clair_matches(ctx, "falc-logo-file", address));
}

static bool
is_near_an_end(
    const struct clair_outline *outline, const struct clair_node *first, const struct clair_node *last,
    const struct clair_node *node)
{
	const uint32_t at = clair_outline_text_before(outline, node);
	const uint32_t end =
	    clair_outline_text_before(outline, last) + clair_outline_text(outline, last);

	return at < clair_outline_text_before(outline, first) + LOGO_NEAR || at + LOGO_NEAR > end;
}

/* The first and the last block of the main content. */
static bool
main_ends(struct clair_ctx *ctx, const struct clair_node **first, const struct clair_node **last)
{
	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);

		if (clair_block_kind(block) == CLAIR_BLOCK_TITLE ||
		    clair_block_region(ctx, block) != CLAIR_IN_MAIN)
			continue;
		if (*first == NULL)
			*first = clair_block_node(block);
		*last = clair_block_node(block);
	}
	return *first != NULL;
}

/* An image in a link leads to an easy-to-read page, or to those who keep the logo. */
bool
clair_has_falc_logo(struct clair_ctx *ctx)
{
	const struct clair_outline *outline = clair_outline_get(ctx);
	const struct clair_node *first = NULL;
	const struct clair_node *last = NULL;

	if (!main_ends(ctx, &first, &last))
		return false;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_IMG); i++) {
		const struct clair_node *image = clair_tag_at(ctx, CLAIR_TAG_IMG, i);

		if (clair_region(ctx, image) == CLAIR_IN_MAIN && clair_visible(ctx, image) &&
		    clair_closest(image, CLAIR_TAG_A) == NULL && clair_is_falc_logo(ctx, image) &&
		    is_near_an_end(outline, first, last, image))
			return true;
	}
	return false;
}

static bool
says_falc(struct clair_ctx *ctx)
{
	if (titles_match(ctx, "falc-subject"))
		return false;
	return titles_match(ctx, "falc-page") ||
	    clair_matches(ctx, "falc-address", clair_page_url(ctx)) || says_so_in_words(ctx) ||
	    clair_has_falc_logo(ctx);
}

bool
clair_page_says_falc(struct clair_ctx *ctx)
{
	struct clair_facts *facts = ctx->facts;

	if (!facts->falc_known)
		facts->falc = says_falc(ctx);
	facts->falc_known = true;
	return facts->falc;
}

bool
clair_wants_falc(struct clair_ctx *ctx)
{
	switch (ctx->profile) {
	case CLAIR_PROFILE_FALC:
		return true;
	case CLAIR_PROFILE_ADVICE:
		return false;
	default:
		return clair_page_says_falc(ctx);
	}
}
