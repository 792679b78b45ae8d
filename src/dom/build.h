/*
 * Inside dom/: what the two parsers share to fill a page's array of nodes.
 */
#ifndef CLAIR_DOM_BUILD_H
#define CLAIR_DOM_BUILD_H

#include "dom/page.h"

/* As Chromium: deeper elements become siblings of the one at this depth. */
enum { CLAIR_DEEPEST = 512 };

struct clair_builder {
	struct clair_page *page;
	struct clair_node *nodes;
	uint32_t room;
	uint32_t count;
	uint32_t open[CLAIR_DEEPEST + 1]; /* index of the open element of each depth; [0] unused */
	uint16_t depth;                   /* of the deepest open element */
	uint16_t attribute_cache[256];
	struct clair_parse_note *notes;
};

/* Ends the open elements deeper than `depth`. */
void clair_builder_close(struct clair_builder *builder, size_t depth);
/* The next node, a child of the open element at `depth` - 1. `room` has been counted. */
struct clair_node *clair_builder_add(
    struct clair_builder *builder, enum clair_node_kind kind, size_t depth);
enum clair_attribute clair_builder_attribute(struct clair_builder *builder, const char *name);
/* Past a ceiling notes are dropped: a page with 200 of them is known well enough. */
void clair_builder_note(
    struct clair_builder *builder, const char *key, uint32_t offset, uint32_t length);
/* Notes the attributes of the source that the tree dropped because the tag already had the name. */
void clair_builder_note_duplicates(
    struct clair_builder *builder, const struct clair_node *node, const char *text);
/* Ends everything and makes by_tag. False when the arena has failed. */
bool clair_builder_finish(struct clair_builder *builder);

/* How many decoded bytes of a text come from before an offset of the source. */
uint32_t clair_text_decoded_before(const struct clair_node *text, uint32_t offset);

/* Blanks the contents of noscript in `text`, which holds `length` bytes and is a copy of the page's
 * source. */
void clair_blank_noscript(char *text, size_t length);
bool clair_has_noscript(const char *text, size_t length);
bool clair_has_crowded_tag(const char *text, size_t length); /* more than 1,000 attributes */

/* Of a doctype; "" when it has no such part. */
bool clair_doctype_is_quirky(const char *public_id, const char *system_id);

/* libxml2's tree, when gumbo's costs too much; NULL, or why it failed. */
struct timespec;
const char *clair_build_approximate(struct clair_page *page, const struct timespec *deadline);

#endif
