/* Inside dom/: what stands after the words of a link in Markdown (CommonMark 0.30, 6.3 and 4.7). */
#ifndef CLAIR_DOM_MDLINK_H
#define CLAIR_DOM_MDLINK_H

#include <stdint.h>

/* A part of the source, of a block with so many quotations open. */
struct clair_md_source {
	const char *text;
	uint32_t end;
	unsigned quotes;
};

/* Past the line break, the > and the spaces that begin the next line; `at` if there is no line break. */
uint32_t clair_md_next_line(const struct clair_md_source *source, uint32_t at);
uint32_t clair_md_spaces(const struct clair_md_source *source, uint32_t at);
/* Past the address or the label of a link, `at` being after its words and bracket. */
uint32_t clair_md_link_tail(const struct clair_md_source *source, uint32_t at);
/* Past the link definitions that begin there. */
uint32_t clair_md_definitions(const struct clair_md_source *source, uint32_t at);

#endif
