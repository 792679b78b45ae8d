/* ASCII classification and the splitting of lists of tokens. Private to src/facts/. */
#ifndef CLAIR_FACTS_TOKEN_H
#define CLAIR_FACTS_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static inline bool
clair_is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

static inline bool
clair_is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static inline char
clair_lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

static inline bool
clair_is_letter(char byte)
{
	byte = clair_lower(byte);
	return byte >= 'a' && byte <= 'z';
}

/* The next token of a list separated by spaces, or NULL; `*rest` moves past it. */
static inline const char *
clair_token_next(const char **rest, size_t *length)
{
	const char *start = *rest;
	const char *end;

	while (clair_is_space(*start))
		start++;
	end = start;
	while (*end != '\0' && !clair_is_space(*end))
		end++;
	*rest = end;
	*length = (size_t)(end - start);
	return start != end ? start : NULL;
}

static inline bool
clair_same_word(const char *bytes, size_t length, const char *word)
{
	size_t i;

	for (i = 0; i < length; i++)
		if (word[i] == '\0' || clair_lower(bytes[i]) != clair_lower(word[i]))
			return false;
	return word[length] == '\0';
}

/* Order of the first `length` bytes, without the case of ASCII letters. */
static inline int
clair_order(const char *a, const char *b, size_t length)
{
	size_t i;

	for (i = 0; i < length; i++) {
		int difference =
		    (unsigned char)clair_lower(a[i]) - (unsigned char)clair_lower(b[i]);

		if (difference != 0 || a[i] == '\0')
			return difference;
	}
	return 0;
}

/* NULL, empty or only spaces (no-break ones too). */
bool clair_is_blank(const char *text);

/* Squeezes runs of white space into one space and trims, in place. Gives the new length. */
size_t clair_squeeze(char *text, size_t length);

#endif
