/* See look.h. */
#include "facts/look.h"
#include "base/map.h"
#include "facts/token.h"

enum { BITS = 64 };

/* The boxes of a page. Paragraphs, headings, links, icons and words that stand out are of what is told in them. */
static bool
is_box(const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_DIV:
	case CLAIR_TAG_SECTION:
	case CLAIR_TAG_ARTICLE:
	case CLAIR_TAG_ASIDE:
	case CLAIR_TAG_NAV:
	case CLAIR_TAG_MAIN:
	case CLAIR_TAG_HEADER:
	case CLAIR_TAG_FOOTER:
	case CLAIR_TAG_FORM:
	case CLAIR_TAG_FIELDSET:
	case CLAIR_TAG_TABLE:
	case CLAIR_TAG_UL:
	case CLAIR_TAG_OL:
	case CLAIR_TAG_DL:
	case CLAIR_TAG_FIGURE:
	case CLAIR_TAG_IFRAME:
	case CLAIR_TAG_VIDEO:
	case CLAIR_TAG_AUDIO:
	case CLAIR_TAG_DETAILS:
	case CLAIR_TAG_DIALOG:
		return true;
	default:
		return false;
	}
}

static void
mark(struct clair_look *look, uint64_t hash)
{
	/* FNV-1a moves the low bits most. */
	hash ^= hash >> 32;
	look->bits[hash / BITS % CLAIR_LOOK_WORDS] |= UINT64_C(1) << hash % BITS;
}

/* Numbers in a class are of one page ("postid-12"), of one block or of a step of a scale ("col-6"). */
static uint64_t
hash_class(const char *name, size_t length, uint64_t hash)
{
	for (size_t i = 0; i < length; i++)
		if (!clair_is_digit(name[i]))
			hash = clair_hash(&name[i], 1, hash);
	return hash;
}

static void
mark_classes(struct clair_look *look, const struct clair_node *node, uint64_t element)
{
	const char *rest = clair_attr(node, CLAIR_ATTR_CLASS);
	const char *name;
	size_t length;

	while (rest != NULL && (name = clair_token_next(&rest, &length)) != NULL)
		mark(look, hash_class(name, length, element));
}

static void
mark_box(struct clair_look *look, const struct clair_node *node)
{
	const struct clair_node *parent = clair_parent(node);
	const uint64_t element = clair_hash(&node->tag, sizeof(node->tag), CLAIR_HASH_SEED);

	mark_classes(look, node, element);
	if (parent != NULL)
		mark(look, clair_hash(&parent->tag, sizeof(parent->tag), element));
}

struct clair_look
clair_look_of(struct clair_ctx *ctx)
{
	const struct clair_page *page = ctx->page;
	struct clair_look look = {0};

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		enum clair_region region;

		if (node->kind != CLAIR_NODE_ELEMENT || !clair_is_html(node))
			continue;
		region = clair_region(ctx, node);
		if (region == CLAIR_IN_MAIN && is_box(node))
			mark_box(&look, node);
		else if (region != CLAIR_IN_MAIN)
			mark(&look, clair_hash(&region, sizeof(region), CLAIR_HASH_SEED));
	}
	return look;
}

double
clair_look_distance(const struct clair_look *one, const struct clair_look *other)
{
	int common = 0;
	int all = 0;

	for (int i = 0; i < CLAIR_LOOK_WORDS; i++) {
		common += __builtin_popcountll(one->bits[i] & other->bits[i]);
		all += __builtin_popcountll(one->bits[i] | other->bits[i]);
	}
	return all == 0 ? 0 : 1 - (double)common / all;
}
