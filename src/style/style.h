/*
 * Computed style of the elements of one page: what src/facts/ reads.
 *
 *     sources   which sheets the page asks for                     sources.c, from the tree
 *     set       those that were had, in the order of the cascade   made by the engine
 *     style     one pass over the elements, in document order      cascade.c
 *
 * Cascade: CSS Cascading and Inheritance 5. Origins: ua.css, presentational hints, the author's sheets,
 * style attributes. User origin, transitions and animations: none.
 */
#ifndef CLAIR_STYLE_STYLE_H
#define CLAIR_STYLE_STYLE_H

#include "dom/page.h"
#include "style/sheet.h"

/* --- Sources: what a page links to ---------------------------------------------------------------- */

/* <link rel=stylesheet> that is not disabled nor alternate, or <style>. In document order. HTML 4.2.4,
 * 4.2.6, 4.6.7.22. A `media` that does not match the screen is left out. */
struct clair_style_source {
	const struct clair_node *node;
	const char *href;      /* <link>: as written; NULL: <style> */
	const char *charset;   /* of the link, or NULL */
	const char *text;      /* <style>: its text, ended by NUL */
	uint32_t length;
};
size_t clair_style_sources(const struct clair_page *page, const struct clair_screen *screen,
    const struct clair_style_source **sources, struct clair_arena *arena);

/* --- Set: the sheets of one page ------------------------------------------------------------------ */

/* One sheet in its place. An imported sheet comes before its importer. A sheet may stand twice. */
struct clair_sheet_use {
	const struct clair_sheet *sheet;
	const char *url;               /* absolute; "" for a <style> */
	const struct clair_node *node; /* the <link> or <style> that brought it */
	uint32_t node_source;          /* <style>: offset of its text in the page's source, for positions */
	const char *layer_prefix;      /* layer of the @import that brought it ("base."), or "" */
};

struct clair_missing_sheet {
	const char *url;   /* absolute, or as written when it is not an address */
	const struct clair_node *node;
	const char *why;   /* a key as those of pages, or not-loaded (nobody may), not-css, bad-url,
	                      too-many-sheets, import-too-deep, cut (only its start was read) … */
};

/* The browser's own sheets (ua.css): made once by the engine, shared by the threads. */
struct clair_browser_style;
struct clair_browser_style *clair_browser_style_new(void); /* NULL without memory */
void clair_browser_style_free(struct clair_browser_style *browser); /* NULL does nothing */

struct clair_style_set {
	const struct clair_browser_style *browser; /* NULL: a browser without sheets, for tests */
	const struct clair_sheet_use *uses;
	uint32_t count;
	const struct clair_missing_sheet *missing; /* each address once */
	uint32_t missing_count;
	struct clair_screen screen;
};

/* --- Style ---------------------------------------------------------------------------------------- */

struct clair_style;       /* of one element or pseudo-element */
struct clair_style_table; /* of one page */

/* Where a declaration stands. */
struct clair_style_place {
	enum { CLAIR_BY_NOBODY, CLAIR_BY_BROWSER, CLAIR_BY_HINT, CLAIR_BY_SHEET, CLAIR_BY_ATTRIBUTE } by;
	const struct clair_sheet_use *use; /* BY_SHEET */
	uint32_t offset;                   /* in the sheet, or in the value of the style attribute */
	bool important;
	const struct clair_node *node;     /* the element that declares it: an ancestor when inherited */
};

/*
 * Computes all elements. NULL when the arena fails. The set, which lives as long as the table, may be
 * empty. `milliseconds` bounds the thread's time: past it the table is exhausted. Views have no part in
 * it.
 */
struct clair_style_table *clair_style_compute(const struct clair_page *page,
    const struct clair_style_set *set, struct clair_arena *arena, unsigned milliseconds);

/* A ceiling was met: elements after it have the style of their tag alone. */
bool clair_style_exhausted(const struct clair_style_table *table);
/* Some rule that may concern the element stands under a condition that we do not know (@container…). */
bool clair_style_unsure(const struct clair_style *style);

/* Never NULL for an element of the page. */
const struct clair_style *clair_style_of(
    const struct clair_style_table *table, const struct clair_node *node);
/* NULL when there is no such box: content is none or normal, or the element is not rendered. */
const struct clair_style *clair_style_pseudo(const struct clair_style_table *table,
    const struct clair_node *node, enum clair_pseudo_element pseudo);

/* Never NULL. Computed; currentcolor is resolved for every colour. */
const struct clair_css_value *clair_style_value(
    const struct clair_style *style, enum clair_property property);
enum clair_keyword clair_style_keyword(
    const struct clair_style *style, enum clair_property property); /* 0 when not a keyword */
bool clair_style_color(
    const struct clair_style *style, enum clair_property property, struct clair_color *color);
/* px; false when not a plain length (auto, a percentage, a mix). */
bool clair_style_px(const struct clair_style *style, enum clair_property property, double *px);
struct clair_style_place clair_style_place(const struct clair_style_table *table,
    const struct clair_node *node, enum clair_property property);
/* The same for a style of the element in another situation, or of its pseudo-element. */
struct clair_style_place clair_style_place_in(const struct clair_style_table *table,
    const struct clair_style *style, const struct clair_node *node, enum clair_property property);

/* --- Suppositions ---------------------------------------------------------------------------------- */

/* The same element in another situation: its own declarations are asked again, its parent stays as it
 * is. Made on demand, kept. The steps of all the answers of one view have a ceiling, whatever the time. */
enum clair_view {
	CLAIR_VIEW_HOVER,     /* every element matches :hover */
	CLAIR_VIEW_FOCUS,     /* every element matches :focus, :focus-visible, :focus-within */
	CLAIR_VIEW_PORTRAIT,
	CLAIR_VIEW_LANDSCAPE,
	CLAIR_VIEW_NARROW,    /* 320 × 256 px: a page of 1280 × 1024 enlarged four times (WCAG 1.4.10) */
	CLAIR_VIEW_COUNT,
};
/* Gives the ordinary style, the same pointer, when nothing in the sheets depends on the view; and when a
 * ceiling was met, which clair_style_unsure_viewed tells. */
const struct clair_style *clair_style_viewed(
    struct clair_style_table *table, const struct clair_node *node, enum clair_view view);
/* Under the view, the element is not known: a ceiling was met, or some rule that may concern it then
 * stands under a condition that we do not know. */
bool clair_style_unsure_viewed(
    struct clair_style_table *table, const struct clair_node *node, enum clair_view view);
const struct clair_style *clair_style_pseudo_viewed(struct clair_style_table *table,
    const struct clair_node *node, enum clair_pseudo_element pseudo, enum clair_view view);

#endif
