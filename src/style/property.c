/* Names of properties, shorthands and keywords: sorted tables, looked up by halves. */
#include "style/declare.h"
#include "style/reader.h"

#include <string.h>

struct sorted_name {
	const char *text;
	uint8_t length;
};

enum { LONGEST_NAME = 40 };

static const struct sorted_name keyword_names[] = {
	{"", 0},
#define K(id, name) {name, sizeof(name) - 1},
#include "style/keyword.def"
#undef K
};

static const struct sorted_name declared_names[] = {
#define L(name, property) {name, sizeof(name) - 1},
#define F(name, property) {name, sizeof(name) - 1},
#define S(name, shorthand) {name, sizeof(name) - 1},
#include "style/name.def"
#undef L
#undef F
#undef S
};

static const struct clair_css_meaning meanings[] = {
#define L(name, property) {.target = CLAIR_CSS_##property},
#define F(name, property) {.follows_flow = true, .target = CLAIR_CSS_##property},
#define S(name, shorthand) {.is_shorthand = true, .target = CLAIR_SHORT_##shorthand},
#include "style/name.def"
#undef L
#undef F
#undef S
};

static const char *const property_names[CLAIR_PROPERTY_COUNT] = {
#define P(id, name, inherited, initial) name,
#include "clairlint/property.def"
#undef P
};

/* Shorter names first, then by bytes. */
static int
compare(const char *name, size_t length, const struct sorted_name *other)
{
	if (length != other->length)
		return length < other->length ? -1 : 1;
	return memcmp(name, other->text, length);
}

/* The index of the name in a sorted table, or `count`. */
static size_t
find(const char *name, size_t length, const struct sorted_name *names, size_t count)
{
	char lower[LONGEST_NAME];
	size_t from = 0;
	size_t to = count;
	size_t i;

	if (length > names[count - 1].length)
		return count;
	for (i = 0; i < length; i++)
		lower[i] = (char)(name[i] >= 'A' && name[i] <= 'Z' ? name[i] + 32 : name[i]);
	while (from < to) {
		size_t middle = (from + to) / 2;
		int order = compare(lower, length, &names[middle]);

		if (order == 0)
			return middle;
		if (order < 0)
			to = middle;
		else
			from = middle + 1;
	}
	return count;
}

enum clair_keyword
clair_css_keyword_of(const char *name, size_t length)
{
	size_t at = find(name, length, keyword_names, CLAIR_KEYWORD_COUNT);

	return at == CLAIR_KEYWORD_COUNT ? CLAIR_KW_NONE_GIVEN : (enum clair_keyword)at;
}

const char *
clair_keyword_name(enum clair_keyword keyword)
{
	return keyword < CLAIR_KEYWORD_COUNT ? keyword_names[keyword].text : "";
}

const struct clair_css_meaning *
clair_css_meaning_of(const char *name, size_t length)
{
	size_t at = find(name, length, declared_names, CLAIR_LEN(declared_names));

	return at == CLAIR_LEN(declared_names) ? NULL : &meanings[at];
}

uint16_t
clair_css_meaning_index(const struct clair_css_meaning *meaning)
{
	return (uint16_t)(meaning - meanings);
}

const struct clair_css_meaning *
clair_css_meaning_at(uint16_t index)
{
	return &meanings[index];
}

enum clair_property
clair_property_of(const char *name, size_t length)
{
	const struct clair_css_meaning *meaning = clair_css_meaning_of(name, length);

	if (meaning == NULL || meaning->is_shorthand)
		return CLAIR_PROPERTY_NONE;
	return (enum clair_property)meaning->target;
}

const char *
clair_property_name(enum clair_property property)
{
	return property < CLAIR_PROPERTY_COUNT ? property_names[property] : "";
}
