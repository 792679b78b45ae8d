/*
 * The style sheets of the pages judged by one linter: each address is had once, each content parsed once,
 * whatever the number of pages, as long as there is room. Private to src/engine/.
 *
 *     address ─→ answer ─→ content ─→ parse      sheets.c: the store, shared by threads
 *     page ─→ the sheets of the page in order    sheet_set.c: of one thread
 *
 * A content that a page holds stays. When all take more than the ceiling, the parses of those that nobody
 * holds go, the least recently used first: they are made again from the bytes. When that is not enough the
 * bytes go too, with the answers that led to them: the address is then asked for again.
 */
#ifndef CLAIR_ENGINE_SHEETS_H
#define CLAIR_ENGINE_SHEETS_H

#include "style/style.h"

struct clair_sheets;
struct clair_content; /* some bytes and their parses */

/* What the caller of the library brings: see clair_options. Functions may be NULL. */
struct clair_sheet_source {
	clair_load_fn *load;
	void *load_payload;
	clair_resolve_fn *locate;
	void *locate_payload;
	unsigned screen_width; /* as in clair_options */
};

/* Bytes of sheets that nobody need hold. */
enum { CLAIR_SHEETS_MEMORY = 128 << 20 };

/* `ceiling` in bytes; 0: CLAIR_SHEETS_MEMORY. NULL without memory. */
struct clair_sheets *clair_sheets_new(const struct clair_sheet_source *source, size_t ceiling);
void clair_sheets_free(struct clair_sheets *sheets);

const struct clair_sheet_source *clair_sheets_source(const struct clair_sheets *sheets);
const struct clair_browser_style *clair_sheets_browser(const struct clair_sheets *sheets);

/* What an address gave. Texts are in the arena of the page; the content is held. */
struct clair_sheet_answer {
	const char *failure;           /* NULL: there is a content */
	struct clair_content *content;
	const char *final_url;
	const char *media_type;        /* "" when not said */
	bool no_sniff;
};

/* From the store, or from clair_load_fn, for which it may wait. */
struct clair_sheet_answer clair_sheets_load(
    struct clair_sheets *sheets, const char *url, struct clair_arena *arena);

/* The content of a <style>, held. NULL without memory. */
struct clair_content *clair_sheets_inline(
    struct clair_sheets *sheets, const char *text, size_t length);

/* Lives as long as the content is held. NULL without memory. */
const struct clair_sheet *clair_sheets_parse(struct clair_sheets *sheets,
    struct clair_content *content, const char *fallback, bool quirks);

/* In bytes, as it came. */
size_t clair_sheets_length(const struct clair_content *content);

void clair_sheets_let_go(struct clair_sheets *sheets, struct clair_content *content);

/* Bytes now kept, for tests. */
size_t clair_sheets_memory(struct clair_sheets *sheets);

/* The sheets of one page. */
struct clair_page_sheets {
	struct clair_style_set set;
	uint32_t read;  /* addresses had, each once: not those of <style> */
	struct clair_sheets *store;
	struct clair_content **held;
	uint32_t held_count;
};

/* In the arena of the page. NULL when it has failed. */
struct clair_page_sheets *clair_page_sheets_new(struct clair_sheets *store,
    const struct clair_page *page, struct clair_arena *arena);

/* Lets the sheets go; the memory is the arena's. NULL does nothing. */
void clair_page_sheets_release(struct clair_page_sheets *sheets);

#endif
