/* Inside dom/: the attributes of a start tag as its source has them (HTML 13.2.5.32 to 13.2.5.40). */
#ifndef CLAIR_DOM_LEX_H
#define CLAIR_DOM_LEX_H

#include <stdbool.h>
#include <stddef.h>

struct clair_span {
	const char *at;
	size_t length;
};

static inline bool
clair_is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

static inline bool
clair_is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Length of the tag name at `at`. */
size_t clair_lex_name(const char *at, const char *end);

/* Moves `*at`, which is after the tag name or an attribute, past the next attribute. False at the `>`
 * (`*at` is then on it) or at the end. The value leaves its quotes out. */
bool clair_lex_attribute(
    const char **at, const char *end, struct clair_span *name, struct clair_span *value);

/* The first attribute with this name, whatever its case; `at` is after the tag name. */
bool clair_lex_find(const char *at, const char *end, const struct clair_span *wanted,
    struct clair_span *name, struct clair_span *value);

/* Length of the start tag that begins at `at`, 0 when it never ends. */
size_t clair_lex_tag(const char *at, const char *end);

#endif
