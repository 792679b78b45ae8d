/*
 * What mends a page, written as edits of its decoded source. An edit is made from the start tag as it is
 * written: the tree says nothing of quotes, of spaces or of a second copy of an attribute.
 *
 * A function gives NULL when the source does not bear the edit (the parser made the element, or moved it; a
 * text holds tags), and when there is no memory.
 */
#ifndef CLAIR_ENGINE_EDIT_H
#define CLAIR_ENGINE_EDIT_H

#include "base/buf.h"
#include "dom/page.h"

struct clair_edit {
	uint32_t offset, length;  /* of the decoded source */
	const char *text;         /* that stands there afterwards */
	struct clair_edit *next;  /* further on in the source, without overlap */
	uint32_t line, column, end_line, end_column; /* of a finding that is kept: as those of the finding */
};

struct clair_edit *clair_edit_set_attribute(const struct clair_node *node, const char *name,
    const char *value, struct clair_arena *arena);
struct clair_edit *clair_edit_remove_attribute(
    const struct clair_node *node, const char *name, struct clair_arena *arena);
/* Every copy of an attribute but the first, which is the one that counts (HTML 13.2.5.33). */
struct clair_edit *clair_edit_remove_copies(const struct clair_node *node, struct clair_arena *arena);
/* Start tag and end tag. */
struct clair_edit *clair_edit_rename(
    const struct clair_node *node, const char *name, struct clair_arena *arena);
/* The element and what it holds. */
struct clair_edit *clair_edit_remove_element(const struct clair_node *node, struct clair_arena *arena);
/* `text` is plain: it is written with character references where HTML needs them. */
struct clair_edit *clair_edit_text(const struct clair_page *page, uint32_t offset, uint32_t length,
    const char *text, struct clair_arena *arena);
/* Markup, before the byte at `offset`. */
struct clair_edit *clair_edit_insert(const struct clair_page *page, uint32_t offset,
    const char *markup, struct clair_arena *arena);

/* Both lists in one, in order. NULL when two of them overlap. */
struct clair_edit *clair_edits_join(struct clair_edit *one, struct clair_edit *other);

/* The source with the edits. */
bool clair_edits_apply(
    struct clair_buf *out, const char *source, size_t length, const struct clair_edit *edits);

#endif
