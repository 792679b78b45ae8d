/*
 * Inside dom/: the contents of a paragraph or heading of Markdown, led over their source.
 *
 * cmark tells what stands there, in order, but not where: its columns are lost at the first line of a list or
 * quotation. Each event says which signs come next, so the source is walked along with the tree, once.
 */
#ifndef CLAIR_DOM_INLINE_H
#define CLAIR_DOM_INLINE_H

#include "base/buf.h"
#include "dom/text.h"

#include <cmark.h>

/* A link holds no other, but <addresses>. */
enum { CLAIR_OPEN_LINKS = 2 };

struct clair_inline {
	struct clair_writer *writer;
	const char *source;
	uint32_t at;             /* what follows is not read yet */
	uint32_t run;            /* from here to `at` is text to write */
	uint32_t end;            /* of the block */
	unsigned quotes;         /* open quotations: each line may begin with as many > */
	unsigned depth;          /* open elements of the block, written or not */
	unsigned muted;          /* read, and not written: descriptions of images */
	struct clair_node *links[CLAIR_OPEN_LINKS], *image;
	uint32_t links_from[CLAIR_OPEN_LINKS], image_from, words_from;
	unsigned link_count;
	struct clair_buf words;  /* the description of the image */
	bool table, row_open, cell_open;
	unsigned row;
};

/* `end` is past its last line. */
void clair_inline_start(struct clair_inline *in, uint32_t at, uint32_t end);
void clair_inline_event(struct clair_inline *in, cmark_event_type event, cmark_node *node);
/* Ends what is left. */
void clair_inline_end(struct clair_inline *in);

/* Where the words of a paragraph begin: after the definitions of links. */
uint32_t clair_inline_after_definitions(const struct clair_inline *in, uint32_t at, uint32_t end);
/* The paragraph that begins there is a table: its second line is made of dashes and bars. */
bool clair_inline_is_table(const struct clair_inline *in, uint32_t at);

#endif
