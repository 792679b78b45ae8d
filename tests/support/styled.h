/* A page with its styles, for the tests of src/style/. */
#ifndef CLAIR_TESTS_STYLED_H
#define CLAIR_TESTS_STYLED_H

#include "style/style.h"

enum { SUPPORT_SHEETS = 8 };

struct support_styled {
	struct clair_page page;
	struct clair_arena mem;
	struct clair_browser_style *browser;
	struct clair_sheet_use uses[SUPPORT_SHEETS];
	struct clair_style_set set;
	struct clair_style_table *table;
};

/* A sheet that comes before the <style> elements of the page. */
struct support_sheet {
	const char *text;
	const char *layer_prefix; /* NULL: none */
};

/* Parsed and styled in the screen of a desktop, with the browser's own sheets. `sheets` ends with a NULL
 * text, or is NULL. Ends the test on failure. */
struct support_styled *support_style(const char *html, const struct support_sheet *sheets);
void support_style_free(struct support_styled *styled);

/* The element with this id. Ends the test when there is none. */
const struct clair_node *support_element(const struct support_styled *styled, const char *id);

/* The computed value of the element with the id x, as getComputedStyle writes it. */
const char *support_value(struct support_styled *styled, enum clair_property property);
const char *support_value_of(
    struct support_styled *styled, const struct clair_style *style, enum clair_property property);

#endif
