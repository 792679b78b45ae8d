/* Colours of text and of background declared together: RGAA 10.5, WCAG failure F24. */
#include "facts/background.h"
#include "facts/style.h"

struct clair_pairing {
	struct clair_color_gap gaps[CLAIR_GAP_COUNT];
};

/* What the ancestors of an element, and itself, declare. */
struct declared {
	bool background;   /* some background colour of an author is behind */
	uint32_t bare;     /* the nearest coloured background that has no text colour, or CLAIR_NO_NODE */
	uint32_t picture;  /* the nearest background picture without a colour, or CLAIR_NO_NODE */
};

static bool
by_author(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	return clair_style_declared(ctx, node, property).by != CLAIR_DECLARED_BY_BROWSER;
}

/* What background-image paints over all of the box, or in it. */
struct images {
	bool picture;
	bool gradient; /* it covers, and is not a veil over a picture: as good as a colour */
};

static struct images
read_images(struct clair_ctx *ctx, const struct clair_style *style)
{
	struct images images = {.picture = false};
	struct clair_background background;
	struct clair_background_layer layer;
	bool opaque = false;

	if (!clair_background_start(&background, style, &ctx->page->mem))
		return images;
	while (clair_background_next(&background, &layer)) {
		images.picture = images.picture || layer.kind == CLAIR_LAYER_PICTURE;
		if (layer.kind != CLAIR_LAYER_GRADIENT || !layer.covers)
			continue;
		images.gradient = true;
		opaque = opaque || clair_layer_is_opaque(&layer);
	}
	images.gradient = images.gradient && (opaque || !images.picture);
	return images;
}

static struct declared
declares(struct clair_ctx *ctx, const struct clair_node *node, struct declared outer)
{
	const struct clair_style *style = clair_node_style(ctx, node);
	struct images images = read_images(ctx, style);
	bool says_text = by_author(ctx, node, CLAIR_CSS_COLOR);
	struct clair_color color;

	if (clair_style_color(style, CLAIR_CSS_BACKGROUND_COLOR, &color) && color.alpha > 0 &&
	    by_author(ctx, node, CLAIR_CSS_BACKGROUND_COLOR)) {
		outer.background = true;
		outer.picture = CLAIR_NO_NODE;
		outer.bare = says_text ? CLAIR_NO_NODE : node->index;
	}
	if (images.gradient) {
		outer.background = true;
		outer.picture = CLAIR_NO_NODE;
		if (says_text)
			outer.bare = CLAIR_NO_NODE;
	}
	if (!outer.background && images.picture)
		outer.picture = node->index;
	return outer;
}

static void
add_gap(struct clair_ctx *ctx, struct clair_pairing *pairing, enum clair_color_gap_kind kind,
    const struct clair_node *text, uint32_t declarer)
{
	struct clair_color_gap *gap = &pairing->gaps[kind];

	if (gap->count++ != 0)
		return;
	gap->text = text;
	gap->declarer = &ctx->page->nodes[declarer];
}

static void
find_gaps(struct clair_ctx *ctx, struct clair_pairing *pairing, const struct clair_node *node,
    const struct declared *declared)
{
	struct clair_style_place color = clair_node_place(ctx, node, CLAIR_CSS_COLOR);
	bool authors = by_author(ctx, node, CLAIR_CSS_COLOR);

	if (clair_contrast(ctx, node)->known == CLAIR_CONTRAST_NONE)
		return;
	if (authors && !declared->background && color.node != NULL)
		add_gap(ctx, pairing, CLAIR_GAP_BACKGROUND, node, color.node->index);
	/* Browsers give links and fields a colour of their own. */
	if (!authors && declared->bare != CLAIR_NO_NODE && color.by == CLAIR_BY_NOBODY)
		add_gap(ctx, pairing, CLAIR_GAP_TEXT, node, declared->bare);
	if (declared->picture != CLAIR_NO_NODE)
		add_gap(ctx, pairing, CLAIR_GAP_UNDER_PICTURE, node, declared->picture);
}

static bool
fill(struct clair_ctx *ctx, struct clair_pairing *pairing)
{
	static const struct declared none = {.bare = CLAIR_NO_NODE, .picture = CLAIR_NO_NODE};
	const struct clair_page *page = ctx->page;
	struct declared *table =
	    clair_alloc_array(&ctx->page->mem, page->node_count, sizeof(*table));

	if (table == NULL)
		return false;
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];

		if (node->kind != CLAIR_NODE_ELEMENT)
			continue;
		table[i] = declares(
		    ctx, node, node->parent == CLAIR_NO_NODE ? none : table[node->parent]);
		find_gaps(ctx, pairing, node, &table[i]);
	}
	return true;
}

const struct clair_color_gap *
clair_color_gap(struct clair_ctx *ctx, enum clair_color_gap_kind kind)
{
	static const struct clair_color_gap no_gap;
	struct clair_pairing *pairing = ctx->facts->pairing;

	if (pairing == NULL) {
		if (clair_style_table(ctx) == NULL)
			return &no_gap;
		pairing = clair_alloc(&ctx->page->mem, sizeof(*pairing));
		if (pairing == NULL || !fill(ctx, pairing))
			return &no_gap;
		ctx->facts->pairing = pairing;
	}
	return &pairing->gaps[kind];
}
