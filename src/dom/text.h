/*
 * Inside dom/: pages made from plain text and Markdown. Their nodes are those that a browser would have for
 * the same text in HTML, under an <html> and a <body> that are implied; their offsets are of the text itself.
 * An element spans the signs that it stands for, or its first line.
 */
#ifndef CLAIR_DOM_TEXT_H
#define CLAIR_DOM_TEXT_H

#include "dom/build.h"

/* Writes the nodes in order, twice: the first time only counts them. */
struct clair_writer {
	struct clair_page *page;
	struct clair_builder builder;
	struct clair_node counted; /* stands for each node the first time */
	uint32_t count;
	uint32_t depth;            /* of open elements */
};

/* Fills the page by calling `write` twice; NULL, or why it failed. Nothing is taken from the page for
 * more bytes of nodes than `most`. */
typedef void clair_write_text_fn(struct clair_writer *writer, void *payload);
const char *clair_write_page(
    struct clair_page *page, clair_write_text_fn *write, void *payload, size_t most);

struct clair_node *clair_write_open(
    struct clair_writer *writer, enum clair_tag tag, uint32_t offset, uint32_t end);
void clair_write_close(struct clair_writer *writer);
/* An element without contents. */
struct clair_node *clair_write_void(
    struct clair_writer *writer, enum clair_tag tag, uint32_t offset, uint32_t end);
/* Text, byte for byte that of the source; nothing when it is empty. */
void clair_write_verbatim(struct clair_writer *writer, uint32_t offset, uint32_t end);
/* Text that the source writes in another way. */
void clair_write_decoded(struct clair_writer *writer, uint32_t offset, uint32_t end,
    const char *text, size_t length);
/* A comment, without its signs. */
void clair_write_comment(
    struct clair_writer *writer, uint32_t offset, uint32_t end, const char *text, size_t length);
/* The attributes of an element, once for all of them; a value of NULL is left out. Found anywhere in
 * the span. */
struct clair_written_attribute {
	enum clair_attribute id;
	const char *value;
	uint32_t offset, end;
};
void clair_write_attributes(struct clair_writer *writer, struct clair_node *node,
    const struct clair_written_attribute *attributes, size_t count);

/* NULL, or why it failed: no-memory, and time for Markdown. */
const char *clair_build_plain(struct clair_page *page);
struct timespec;
const char *clair_build_markdown(struct clair_page *page, const struct timespec *deadline);

#endif
