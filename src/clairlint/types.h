/* What all the headers of facts speak of. */
#ifndef CLAIRLINT_TYPES_H
#define CLAIRLINT_TYPES_H

#include "clairlint/clairlint.h"
#include "clairlint/kinds.h"
#include "clairlint/property.h"

struct clair_ctx;          /* one page (or one site) and the rule being asked */
struct clair_node;         /* an element */
struct clair_block;        /* a paragraph, a heading, a label… as a reader meets it */
struct clair_sentence;
struct clair_word;
struct clair_finding;
struct clair_page_summary; /* what is left of a page for site rules */

#endif
