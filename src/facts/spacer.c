/* Spaces, line breaks and empty elements that do the work of a style sheet. */
#include "facts/text.h"
#include "facts/token.h"

static const char no_break[] = "\xC2\xA0";

static bool
is_formatting(const struct clair_node *node)
{
	switch ((enum clair_tag)node->tag) {
	case CLAIR_TAG_B:
	case CLAIR_TAG_BR:
	case CLAIR_TAG_EM:
	case CLAIR_TAG_FONT:
	case CLAIR_TAG_I:
	case CLAIR_TAG_SMALL:
	case CLAIR_TAG_SPAN:
	case CLAIR_TAG_STRONG:
	case CLAIR_TAG_U:
		return !clair_has_attr(node, CLAIR_ATTR_ID);
	default:
		return false;
	}
}

bool
clair_is_spacer(struct clair_ctx *ctx, const struct clair_node *node)
{
	bool makes_room = false;

	for (uint32_t i = node->index + 1; i < node->end; i++) {
		const struct clair_node *at = &ctx->page->nodes[i];

		if (at->kind == CLAIR_NODE_COMMENT)
			continue;
		if (at->kind == CLAIR_NODE_ELEMENT ? !is_formatting(at) : !clair_is_blank(at->text))
			return false;
		makes_room |= at->kind == CLAIR_NODE_ELEMENT ? at->tag == CLAIR_TAG_BR
		                                             : strstr(at->text, no_break) != NULL;
	}
	return makes_room;
}

static bool
is_passed_over(const struct clair_node *node)
{
	return node->kind == CLAIR_NODE_COMMENT ||
	    (node->kind == CLAIR_NODE_TEXT && clair_is_blank(node->text));
}

/* The sibling before, text too, over spaces and comments; or NULL. */
static const struct clair_node *
content_before(const struct clair_page *page, const struct clair_node *node)
{
	for (uint32_t at = node->index; --at > node->parent;) {
		while (page->nodes[at].parent != node->parent)
			at = page->nodes[at].parent;
		if (!is_passed_over(&page->nodes[at]))
			return &page->nodes[at];
	}
	return NULL;
}

static bool
is_break(const struct clair_node *node)
{
	return node->kind == CLAIR_NODE_ELEMENT && node->tag == CLAIR_TAG_BR;
}

uint32_t
clair_break_run(struct clair_ctx *ctx, const struct clair_node *line_break)
{
	const struct clair_node *before = content_before(ctx->page, line_break);
	const struct clair_node *node = line_break;
	uint32_t count = 0;

	if (before == NULL || is_break(before))
		return 0;
	for (; node != NULL && (is_break(node) || is_passed_over(node)); node = clair_node_next(node))
		count += is_break(node);
	return node == NULL ? 0 : count;
}

/* `*before` tells whether a word came before `text`. */
static uint32_t
longest_run(const char *text, bool *before)
{
	uint32_t longest = 0;
	uint32_t run = 0;

	for (; *text != '\0'; text++) {
		if (strncmp(text, no_break, 2) == 0) {
			run++;
			text++;
		} else if (!clair_is_space(*text)) {
			if (*before && run > longest)
				longest = run;
			*before = true;
			run = 0;
		}
	}
	return longest;
}

uint32_t
clair_block_padding(struct clair_ctx *ctx, const struct clair_block *block)
{
	uint32_t longest = 0;
	bool before = false;

	for (uint32_t i = 0; i < block->piece_count; i++) {
		const struct clair_node *text = &ctx->page->nodes[block->pieces[i].node];
		uint32_t run;

		/* A text has several pieces: where it is squeezed. */
		if (i > 0 && block->pieces[i].node == block->pieces[i - 1].node)
			continue;
		run = longest_run(text->text, &before);
		if (run > longest)
			longest = run;
	}
	return longest;
}
