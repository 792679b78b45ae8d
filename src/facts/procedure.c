/* What a page tells of a procedure: see clairlint/procedure.h. */
#include "facts/procedure.h"
#include "clairlint/contact.h"

#include <string.h>

enum { SHORT_BYTES = 60 };

struct clair_sheet_table {
	const struct clair_node *parts[CLAIR_PART_COUNT];
	bool says_delay;
	struct clair_documents documents;
	struct clair_conditions conditions;
};

/* --- Blocks ------------------------------------------------------------------------------------------ */

bool
clair_is_told_in_main(struct clair_ctx *ctx, const struct clair_block *block)
{
	return block->kind != CLAIR_BLOCK_CODE && block->kind != CLAIR_BLOCK_QUOTE && block->kind != CLAIR_BLOCK_TITLE &&
	    clair_block_region(ctx, block) == CLAIR_IN_MAIN && clair_block_in_french(ctx, block);
}

bool
clair_block_says(struct clair_ctx *ctx, const struct clair_block *block, const char *pattern)
{
	size_t offset;
	size_t length;

	return clair_find_in_block(ctx, pattern, block, 0, &offset, &length);
}

bool
clair_page_mentions(struct clair_ctx *ctx, const char *pattern)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_A, CLAIR_TAG_BUTTON, CLAIR_TAG_INPUT, CLAIR_TAG_IMG};

	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL; block = clair_block_next(ctx, block))
		if (clair_block_says(ctx, block, pattern))
			return true;
	for (size_t t = 0; t < CLAIR_LEN(tags); t++)
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++)
			if (clair_matches(ctx, pattern, clair_name(ctx, clair_tag_at(ctx, tags[t], i))))
				return true;
	return false;
}

/* --- What is asked for in lists ------------------------------------------------------------------------ */

static void
meet_heading(struct clair_ctx *ctx, struct clair_asked_walk *walk)
{
	const int level = clair_heading_level(ctx, walk->block->node);
	const bool asks = clair_block_says(ctx, walk->block, "part-documents-heading") ||
	    clair_block_says(ctx, walk->block, "need-heading");

	walk->by_words = false;
	/* A heading inside the section: one case among several. */
	if (walk->by_heading && !asks && level > walk->level)
		return;
	walk->by_heading = asks;
	walk->level = level;
	if (asks)
		walk->opener = walk->block;
}

static void
meet_words(struct clair_ctx *ctx, struct clair_asked_walk *walk)
{
	walk->by_words = clair_block_says(ctx, walk->block, "documents-before");
	if (walk->by_words && !walk->by_heading)
		walk->opener = walk->block;
}

bool
clair_asked_next(struct clair_ctx *ctx, struct clair_asked_walk *walk)
{
	do {
		walk->block = walk->block == NULL ? clair_block_at(ctx, 0) : clair_block_next(ctx, walk->block);
	} while (walk->block != NULL && !clair_is_told_in_main(ctx, walk->block));
	if (walk->block == NULL)
		return false;
	if (walk->block->kind == CLAIR_BLOCK_HEADING)
		meet_heading(ctx, walk);
	else if (clair_closest(walk->block->node, CLAIR_TAG_LI) == NULL)
		meet_words(ctx, walk);
	return true;
}

bool
clair_asked_item(const struct clair_asked_walk *walk)
{
	return (walk->by_heading || walk->by_words) && walk->block->kind != CLAIR_BLOCK_HEADING &&
	    clair_closest(walk->block->node, CLAIR_TAG_LI) != NULL;
}

/* The item of the outermost list that holds it. */
static const struct clair_node *
outer_item(const struct clair_node *node)
{
	const struct clair_node *outer = NULL;

	for (node = clair_closest(node, CLAIR_TAG_LI); node != NULL; node = clair_closest(clair_parent(node), CLAIR_TAG_LI))
		outer = node;
	return outer;
}

/* Items of one list after another; a list for each case begins anew. */
struct item_count {
	uint32_t here;
	const struct clair_node *item, *list;
};

static void
count_items(struct clair_ctx *ctx, struct clair_documents *documents)
{
	struct clair_asked_walk walk = {0};
	struct item_count count = {0};

	while (clair_asked_next(ctx, &walk)) {
		const struct clair_node *item;

		if (!clair_asked_item(&walk))
			continue;
		item = outer_item(walk.block->node);
		if (clair_parent(item) != count.list)
			count.here = 0;
		count.here += item != count.item;
		count.item = item;
		count.list = clair_parent(item);
		if (count.here > documents->count)
			*documents = (struct clair_documents){count.here, walk.opener};
	}
}

/* --- The parts ------------------------------------------------------------------------------------------ */

/* In the order of enum clair_procedure_part. */
static const struct {
	const char *name, *heading, *sentence;
} part_patterns[CLAIR_PART_COUNT] = {
    {"who", "part-who-heading", "part-who"},
    {"documents", "part-documents-heading", "part-documents"},
    {"cost", "part-cost-heading", "part-cost"},
    {"filling", "part-filling-heading", "part-filling"},
    {"delay", "part-delay-heading", "part-delay"},
    {"steps", "part-steps-heading", "part-steps"},
    {"changes", "part-changes", "part-changes"},
    {"contact", "part-contact", "part-contact"},
};

const char *
clair_part_name(enum clair_procedure_part part)
{
	return part_patterns[part].name;
}

/* A heading is better told than a sentence: it takes the place of one. The heading of the page names the
 * procedure. */
static void
see_headings(struct clair_ctx *ctx, struct clair_sheet_table *sheet)
{
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL; block = clair_block_next(ctx, block)) {
		if (block->kind != CLAIR_BLOCK_HEADING || !clair_is_told_in_main(ctx, block) ||
		    clair_heading_level(ctx, block->node) == 1)
			continue;
		for (int i = 0; i < CLAIR_PART_COUNT; i++)
			if (sheet->parts[i] == NULL && clair_block_says(ctx, block, part_patterns[i].heading))
				sheet->parts[i] = block->node;
	}
}

/* A few words alone: in bold, in the first column of a table, on a tab. */
static bool
stands_as_heading(const struct clair_block *block)
{
	return block->length <= SHORT_BYTES && block->kind != CLAIR_BLOCK_ITEM &&
	    strchr(".;", block->text[block->length - 1]) == NULL;
}

static void
see_sentences(struct clair_ctx *ctx, struct clair_sheet_table *sheet)
{
	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL; block = clair_block_next(ctx, block)) {
		if (block->kind == CLAIR_BLOCK_HEADING || !clair_is_told_in_main(ctx, block))
			continue;
		for (int i = 0; i < CLAIR_PART_COUNT; i++)
			if (sheet->parts[i] == NULL &&
			    (clair_block_says(ctx, block, part_patterns[i].sentence) ||
			        (stands_as_heading(block) && clair_block_says(ctx, block, part_patterns[i].heading))))
				sheet->parts[i] = block->node;
		sheet->says_delay = sheet->says_delay || clair_block_says(ctx, block, "part-delay");
	}
}

/* A number to call, or an address to write to, anywhere on the page. */
static void
see_contact(struct clair_ctx *ctx, struct clair_sheet_table *sheet)
{
	for (size_t i = 0; sheet->parts[CLAIR_PART_CONTACT] == NULL && i < clair_phone_count(ctx); i++)
		if (!clair_phone_at(ctx, i)->is_fax)
			sheet->parts[CLAIR_PART_CONTACT] = clair_phone_at(ctx, i)->node;
	if (sheet->parts[CLAIR_PART_CONTACT] == NULL &&
	    (clair_page_mentions(ctx, "contact-link") || clair_page_mentions(ctx, "email")))
		sheet->parts[CLAIR_PART_CONTACT] = clair_root(ctx);
}

/* --- Sections under a heading ---------------------------------------------------------------------------- */

static uint32_t
words_of(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_sentence *sentence = NULL;
	uint32_t words = 0;

	while ((sentence = clair_sentence_next(ctx, block, sentence)) != NULL)
		words += clair_sentence_words(sentence);
	return words;
}

static uint32_t
exceptions_in(struct clair_ctx *ctx, const struct clair_block *block)
{
	uint32_t count = 0;
	size_t from = 0;
	size_t offset;
	size_t length;

	while (clair_find_in_block(ctx, "exception", block, from, &offset, &length) && length > 0) {
		count++;
		from = offset + length;
	}
	return count;
}

static void
weigh(struct clair_ctx *ctx, const struct clair_block *block, struct clair_conditions *conditions)
{
	const uint32_t words = words_of(ctx, block);

	if (words > conditions->words)
		*conditions = (struct clair_conditions){block, words, exceptions_in(ctx, block)};
}

/* Paragraphs of the sections of conditions, and figures of those of delays. */
static void
see_sections(struct clair_ctx *ctx, struct clair_sheet_table *sheet)
{
	int conditions = 0; /* level of the heading whose section this is; 0: none */
	int delay = 0;

	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL; block = clair_block_next(ctx, block)) {
		if (!clair_is_told_in_main(ctx, block))
			continue;
		if (block->kind == CLAIR_BLOCK_HEADING) {
			const int level = clair_heading_level(ctx, block->node);

			if (conditions == 0 || level <= conditions)
				conditions = level > 1 && clair_block_says(ctx, block, "part-who-heading") ? level : 0;
			if (delay == 0 || level <= delay)
				delay = level > 1 && clair_block_says(ctx, block, "part-delay-heading") ? level : 0;
			continue;
		}
		if (conditions != 0 && block->kind == CLAIR_BLOCK_PARAGRAPH)
			weigh(ctx, block, &sheet->conditions);
		sheet->says_delay = sheet->says_delay || (delay != 0 && clair_block_says(ctx, block, "delay-figure"));
	}
}

static const struct clair_sheet_table *
sheet_of(struct clair_ctx *ctx)
{
	static const struct clair_sheet_table none;
	struct clair_sheet_table *sheet = ctx->facts->sheet;

	if (sheet != NULL)
		return sheet;
	sheet = clair_alloc(&ctx->page->mem, sizeof(*sheet));
	if (sheet == NULL)
		return &none;
	ctx->facts->sheet = sheet;
	see_headings(ctx, sheet);
	see_sentences(ctx, sheet);
	see_contact(ctx, sheet);
	see_sections(ctx, sheet);
	count_items(ctx, &sheet->documents);
	return sheet;
}

bool
clair_explains_procedure(struct clair_ctx *ctx)
{
	return clair_page_kind(ctx).kind == CLAIR_PAGE_PROCEDURE && clair_page_in_french(ctx);
}

const struct clair_node *
clair_procedure_part(struct clair_ctx *ctx, enum clair_procedure_part part)
{
	return sheet_of(ctx)->parts[part];
}

uint32_t
clair_procedure_parts_found(struct clair_ctx *ctx)
{
	uint32_t found = 0;

	for (int i = 0; i < CLAIR_PART_COUNT; i++)
		found += clair_procedure_part(ctx, (enum clair_procedure_part)i) != NULL;
	return found;
}

bool
clair_procedure_says_delay(struct clair_ctx *ctx)
{
	return sheet_of(ctx)->says_delay;
}

struct clair_documents
clair_documents_asked(struct clair_ctx *ctx)
{
	return sheet_of(ctx)->documents;
}

struct clair_conditions
clair_conditions(struct clair_ctx *ctx)
{
	return sheet_of(ctx)->conditions;
}
