/* What the class names and the id of an element tell of its part in the page. */
#ifndef CLAIR_FACTS_MARKS_H
#define CLAIR_FACTS_MARKS_H

#include "dom/page.h"

enum clair_mark {
	CLAIR_MARK_HEADER = 1,
	CLAIR_MARK_FOOTER = 2,
	CLAIR_MARK_MENU = 4,
	CLAIR_MARK_MAIN = 8,
	CLAIR_MARK_ASIDE = 16,
	CLAIR_MARK_BREADCRUMB = 32,
	CLAIR_MARK_PAGINATION = 64,
	CLAIR_MARK_COOKIES = 128,
	CLAIR_MARK_SKIP = 256,
	CLAIR_MARK_TOC = 512,
	CLAIR_MARK_SUBMENU = 1024,    /* holds the entries of a drop-down */
	CLAIR_MARK_FOLD = 2048,       /* may be folded: the whole menu as well as a drop-down */
	CLAIR_MARK_STEPS = 4096,
	CLAIR_MARK_SIDE_MENU = 8192,  /* languages, networks, tools: never the main menu */
	CLAIR_MARK_MAIN_MENU = 16384,
	CLAIR_MARK_SEARCH = 32768,
	CLAIR_MARK_SMALL_SCREEN = 65536, /* frameworks hide it on a desktop */
};

/* Set of enum clair_mark. */
unsigned clair_marks(const struct clair_node *node);

#endif
