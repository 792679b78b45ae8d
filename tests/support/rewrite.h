/* Pages written another way that says the same, and fixes applied. All results are malloc'd. */
#ifndef CLAIR_TESTS_REWRITE_H
#define CLAIR_TESTS_REWRITE_H

#include "engine/run.h"

/* A comment before each start tag. */
char *rewrite_with_comments(const char *html);
/* Names of elements and attributes in capitals, attributes in the reverse order. A tag that has an
 * attribute twice keeps its order, since the first one counts. */
char *rewrite_attributes(const char *html);
/* What <body> holds, in a <div>. NULL when the page does not write <body>. */
char *rewrite_in_div(const char *html);

/* The page with the fix of the finding applied; NULL when only a person can write it. */
char *rewrite_fixed(const char *html, const struct clair_finding *finding);

#endif
