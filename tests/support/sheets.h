/* The sheets of a page that need no address, for tests and their tools. */
#ifndef CLAIR_TESTS_SHEETS_H
#define CLAIR_TESTS_SHEETS_H

#include "style/style.h"

/* A sheet that comes before the <style> elements of the page. */
struct support_sheet {
	const char *text;
	const char *layer_prefix; /* NULL: none */
	const char *url;          /* NULL: none */
};

/* The browser's own sheets, those given, then the <style> elements, in the screen of a desktop; linked
 * sheets are missing. `given` ends with a NULL text, or is NULL; its addresses and layers stay the caller's.
 * Ends the program without memory. Free it with support_sheets_free, before the arena. */
const struct clair_style_set *support_sheets(const struct clair_page *page,
    const struct support_sheet *given, struct clair_arena *arena);
void support_sheets_free(const struct clair_style_set *set);

#endif
