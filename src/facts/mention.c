/* The mention of accessibility: see clairlint/legal.h. */
#include "facts/statement.h"
#include "facts/text.h"

#include <string.h>

enum { SHORT_TEXT = 100 /* bytes: longer ones speak about mentions */ };

enum clair_conformity
clair_conformity_said(struct clair_ctx *ctx, const char *words)
{
	static const struct {
		const char *pattern;
		enum clair_conformity state;
	} said[] = {
	    {"said-undecided", CLAIR_CONFORMITY_UNKNOWN}, {"said-none", CLAIR_CONFORMITY_NONE},
	    {"said-partial", CLAIR_CONFORMITY_PARTIAL}, {"said-rate-none", CLAIR_CONFORMITY_NONE},
	    {"said-rate-partial", CLAIR_CONFORMITY_PARTIAL}, {"said-total", CLAIR_CONFORMITY_TOTAL},
	};

	for (size_t i = 0; i < CLAIR_LEN(said); i++)
		if (clair_matches(ctx, said[i].pattern, words))
			return said[i].state;
	return CLAIR_CONFORMITY_UNKNOWN;
}

/* Where the mention stands in a text, and how well it is worded. */
static enum clair_mention_form
find(struct clair_ctx *ctx, const char *text, size_t length, struct clair_part_of_text *part)
{
	if (clair_dict_match(ctx->dict, "mention-exact", text, length, 0, &part->from, &part->length))
		return CLAIR_MENTION_EXACT;
	if (length <= SHORT_TEXT &&
	    clair_dict_match(ctx->dict, "mention-near", text, length, 0, &part->from, &part->length))
		return CLAIR_MENTION_NEAR;
	return CLAIR_MENTION_MISSING;
}

/* Better worded first, then a state that is known, then a link. */
static unsigned
worth(const struct clair_mention *mention)
{
	return (unsigned)mention->form * 4 + (mention->state != CLAIR_CONFORMITY_UNKNOWN ? 2 : 0) +
	    (mention->href != NULL ? 1 : 0);
}

static void
keep_better(struct clair_mention *best, const struct clair_mention *one)
{
	if (one->form != CLAIR_MENTION_MISSING && worth(one) > worth(best))
		*best = *one;
}

static bool
may_mention(const char *text)
{
	return strcasestr(text, "accessib") != NULL || strcasestr(text, "RGAA") != NULL;
}

static void
try_text(struct clair_ctx *ctx, const char *text, const struct clair_node *node, const struct clair_node *link,
    struct clair_mention *best)
{
	struct clair_part_of_text part;
	struct clair_mention one = {.form = find(ctx, text, strlen(text), &part), .node = link != NULL ? link : node};
	bool exact = one.form == CLAIR_MENTION_EXACT;

	if (one.form == CLAIR_MENTION_MISSING || !clair_exposed(ctx, one.node))
		return;
	/* A rate comes after the words of a mention that is nearly right. */
	one.text = exact ? clair_strndup(&ctx->page->mem, text + part.from, part.length) : text;
	one.state = clair_conformity_said(ctx, one.text);
	one.href = link == NULL ? NULL : clair_attr(link, CLAIR_ATTR_HREF);
	keep_better(best, &one);
}

/* The link that holds the first or the last letter of the mention. */
static const struct clair_node *
link_of(struct clair_ctx *ctx, const struct clair_block *block)
{
	struct clair_part_of_text part;
	const struct clair_node *link;

	if (find(ctx, block->text, block->length, &part) == CLAIR_MENTION_MISSING)
		return NULL;
	link = clair_closest(clair_block_part_node(ctx, block, part.from), CLAIR_TAG_A);
	return link != NULL ? link
	                    : clair_closest(clair_block_part_node(ctx, block, part.from + part.length - 1), CLAIR_TAG_A);
}

static void
read_blocks(struct clair_ctx *ctx, struct clair_mention *best)
{
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block))
		if (clair_block_kind(block) != CLAIR_BLOCK_TITLE && may_mention(block->text))
			try_text(ctx, block->text, clair_block_node(block), link_of(ctx, block), best);
}

/* Their names may be those of images, or given by aria-label. */
static void
read_links(struct clair_ctx *ctx, struct clair_mention *best)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);

		if (clair_attr(link, CLAIR_ATTR_HREF) != NULL && may_mention(clair_name(ctx, link)))
			try_text(ctx, clair_name(ctx, link), link, link, best);
	}
}

const struct clair_mention *
clair_mention(struct clair_ctx *ctx)
{
	static const struct clair_mention none = {.text = ""};
	struct clair_mention *mention = ctx->facts->mention;

	if (mention != NULL)
		return mention;
	mention = clair_alloc(&ctx->page->mem, sizeof(*mention));
	if (mention == NULL)
		return &none;
	*mention = none;
	ctx->facts->mention = mention;
	read_blocks(ctx, mention);
	read_links(ctx, mention);
	return mention;
}
