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

/* Text decoded from bytes, ended by NUL. */
struct clair_decoded {
	const char *text;
	size_t length;
	uint32_t replaced; /* U+FFFD that stand for bytes without meaning */
};

/* `charset` is a canonical name. False when there is no room in the arena. */
bool clair_decode_as(struct clair_decoded *decoded, const char *charset, const char *bytes,
    size_t length, struct clair_arena *arena);

/* Encoding standard, "BOM sniff": the encoding, and the bytes of the mark; NULL when there is none. */
const char *clair_bom_charset(const char *bytes, size_t length, size_t *mark);

/* Fills source, length, charset, charset_from and replaced, in the page's arena, which fails when
 * there is no room. */
void clair_decode(
    struct clair_page *page, const char *bytes, size_t length, const char *http_charset);

/* The same for a text: BOM, HTTP, else UTF-8 when the bytes read as such, else windows-1252. NUL bytes
 * become spaces. */
void clair_decode_text(
    struct clair_page *page, const char *bytes, size_t length, const char *http_charset);

#endif
