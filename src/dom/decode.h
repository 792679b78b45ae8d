/*
 * From bytes to UTF-8, as HTML 13.2.3.2 and the Encoding standard say.
 */
#ifndef CLAIR_DOM_DECODE_H
#define CLAIR_DOM_DECODE_H

#include "dom/page.h"

/* Canonical name, in lower case, of a label of the Encoding standard; NULL when it has none. */
const char *clair_encoding_of(const char *label, size_t length);

/* HTML 13.2.3.2, "prescan a byte stream to determine its encoding"; NULL when nothing is found. */
const char *clair_meta_charset(const char *bytes, size_t length);

/* Fills source, length, charset, charset_from and replaced, in the page's arena, which fails when
 * there is no room. */
void clair_decode(
    struct clair_page *page, const char *bytes, size_t length, const char *http_charset);

#endif
