/* A page with its styles, for the tests of src/style/. */
#ifndef CLAIR_TESTS_STYLED_H
#define CLAIR_TESTS_STYLED_H

#include "tests/support/sheets.h"

struct support_styled {
	struct clair_page page;
	struct clair_arena mem;
	const struct clair_style_set *set;
	struct clair_style_table *table;
};

/* Parsed and styled, with the sheets that support_sheets gathers. Ends the test on failure. */
struct support_styled *support_style(const char *html, const struct support_sheet *sheets);
void support_style_free(struct support_styled *styled);

/* The element with this id. Ends the test when there is none. */
const struct clair_node *support_element(const struct support_styled *styled, const char *id);

/* The computed value of the element with the id x, as getComputedStyle writes it. */
const char *support_value(struct support_styled *styled, enum clair_property property);
const char *support_value_of(
    struct support_styled *styled, const struct clair_style *style, enum clair_property property);

#endif
