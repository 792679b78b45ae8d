/* The texts that take their language from each lang attribute, and what they show of it. */
#include "facts/langguess.h"
#include "facts/text.h"

#include <string.h>

/* A tally for each element that has a lang and some text. */
struct clair_lang_parts {
	uint32_t *places; /* for each node: 1 + its tally, or 0 */
	struct clair_lang_tally *tallies;
	uint32_t count, room;
};

static struct clair_lang_tally *
tally_of(struct clair_lang_parts *parts, const struct clair_node *holder)
{
	uint32_t *place = &parts->places[holder->index];

	if (*place == 0) {
		if (parts->count == parts->room)
			return NULL;
		*place = ++parts->count;
	}
	return &parts->tallies[*place - 1];
}

/* Words that are not of a language: code, and what is not rendered as text. */
static bool
holds_no_language(const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_CODE:
	case CLAIR_TAG_KBD:
	case CLAIR_TAG_NOSCRIPT:
	case CLAIR_TAG_PRE:
	case CLAIR_TAG_SAMP:
	case CLAIR_TAG_SCRIPT:
	case CLAIR_TAG_STYLE:
	case CLAIR_TAG_TEMPLATE:
	case CLAIR_TAG_TEXTAREA:
	case CLAIR_TAG_VAR:
		return true;
	default:
		return false;
	}
}

static bool
is_met(struct clair_ctx *ctx, const struct clair_node *parent)
{
	if (parent->tag == CLAIR_TAG_TITLE && clair_is_html(parent))
		return parent == clair_tag_at(ctx, CLAIR_TAG_TITLE, 0);
	return clair_visible(ctx, parent) || clair_exposed(ctx, parent);
}

/* The first text in a language from this node on, which then moves past it; or NULL. */
static const struct clair_node *
next_text(struct clair_ctx *ctx, uint32_t *at)
{
	const struct clair_page *page = ctx->page;

	while (*at < page->node_count) {
		const struct clair_node *node = &page->nodes[(*at)++];

		if (node->kind == CLAIR_NODE_ELEMENT && holds_no_language(node))
			*at = node->end;
		if (node->kind == CLAIR_NODE_TEXT && node->parent != CLAIR_NO_NODE &&
		    is_met(ctx, clair_node_parent(node)))
			return node;
	}
	return NULL;
}

static void
read_page(struct clair_ctx *ctx, struct clair_lang_parts *parts)
{
	uint32_t at = 0;

	for (const struct clair_node *node; (node = next_text(ctx, &at)) != NULL;) {
		const struct clair_node *holder = clair_lang_holder(ctx, node);
		struct clair_lang_tally *tally = holder == NULL ? NULL : tally_of(parts, holder);

		if (tally != NULL)
			clair_lang_tally_add(ctx, tally, node->text, strlen(node->text));
	}
}

struct clair_lang_guess
clair_page_lang(struct clair_ctx *ctx, const char *declared)
{
	struct clair_lang_tally tally = {0};
	uint32_t at = 0;

	for (const struct clair_node *node; (node = next_text(ctx, &at)) != NULL;)
		clair_lang_tally_add(ctx, &tally, node->text, strlen(node->text));
	return clair_lang_judge(&tally, declared);
}

static uint32_t
count_holders(const struct clair_page *page)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < page->node_count; i++)
		count += page->nodes[i].kind == CLAIR_NODE_ELEMENT && page->nodes[i].attribute_count > 0 &&
		    (clair_has_attr(&page->nodes[i], CLAIR_ATTR_LANG) ||
		        clair_has_attr(&page->nodes[i], CLAIR_ATTR_XML_LANG));
	return count;
}

static struct clair_lang_parts *
parts_of(struct clair_ctx *ctx)
{
	struct clair_arena *arena = &ctx->page->mem;
	struct clair_lang_parts *parts = ctx->facts->lang_parts;

	if (parts != NULL)
		return parts;
	parts = clair_alloc(arena, sizeof(*parts));
	if (parts == NULL)
		return NULL;
	parts->room = count_holders(ctx->page);
	parts->places = clair_alloc_array(arena, ctx->page->node_count, sizeof(*parts->places));
	parts->tallies = clair_alloc_array(arena, parts->room + 1, sizeof(*parts->tallies));
	if (arena->failed)
		return NULL;
	ctx->facts->lang_parts = parts;
	read_page(ctx, parts);
	return parts;
}

struct clair_lang_guess
clair_part_lang(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_lang_guess none = {CLAIR_LANG_UNSURE, "", 0};
	struct clair_lang_parts *parts = parts_of(ctx);
	uint32_t place = parts == NULL ? 0 : parts->places[node->index];

	return place == 0 ? none : clair_lang_judge(&parts->tallies[place - 1], clair_lang_of(ctx, node));
}

/* A block with passages that have their own lang has no language of its own here. */
struct clair_lang_guess
clair_block_lang(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_node *holder = clair_lang_holder(ctx, block->node);
	struct clair_lang_tally tally = {0};

	for (uint32_t i = 0; i < block->piece_count; i++) {
		const struct clair_node *node = &ctx->page->nodes[block->pieces[i].node];

		if (clair_lang_holder(ctx, node) != holder)
			return (struct clair_lang_guess){CLAIR_LANG_UNSURE, "", 0};
	}
	clair_lang_tally_add(ctx, &tally, block->text, block->length);
	return clair_lang_judge(&tally, holder == NULL ? "" : clair_lang_of(ctx, holder));
}
