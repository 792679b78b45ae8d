/* What ARIA says of its roles and attributes: questions to the tables. */
#include "facts/aria.h"
#include "dom/page.h"
#include "facts/token.h"

static bool
is_in(const uint16_t *list, unsigned value)
{
	for (; *list != 0; list++)
		if (*list == value)
			return true;
	return false;
}

bool
clair_role_is_widget(enum clair_role role)
{
	unsigned category = clair_role_rows[role].category;

	return category == CLAIR_CATEGORY_WIDGET || category == CLAIR_CATEGORY_COMPOSITE;
}

bool
clair_role_is_landmark(enum clair_role role)
{
	return clair_role_rows[role].category == CLAIR_CATEGORY_LANDMARK;
}

bool
clair_role_has_presentational_children(enum clair_role role)
{
	return clair_role_rows[role].presentational_children;
}

bool
clair_role_prohibits_name(enum clair_role role)
{
	return clair_role_rows[role].named_by == CLAIR_NAMED_BY_PROHIBITED;
}

bool
clair_role_named_by_contents(enum clair_role role)
{
	return clair_role_rows[role].named_by == CLAIR_NAMED_BY_CONTENTS;
}

bool
clair_role_supports(enum clair_role role, enum clair_attribute state)
{
	if (clair_role_prohibits(role, state))
		return false;
	return clair_aria_is_global(state) || is_in(clair_role_rows[role].supported, state);
}

bool
clair_role_prohibits(enum clair_role role, enum clair_attribute state)
{
	return is_in(clair_role_rows[role].prohibited, state);
}

const uint16_t *
clair_role_required_states(enum clair_role role)
{
	return clair_role_rows[role].required_states;
}

const uint16_t *
clair_role_required_context(enum clair_role role)
{
	return clair_role_rows[role].required_context;
}

const uint16_t *
clair_role_required_owned(enum clair_role role)
{
	return clair_role_rows[role].required_owned;
}

enum clair_aria_type
clair_aria_type(enum clair_attribute attribute)
{
	return clair_aria_rows[attribute].type;
}

bool
clair_aria_attribute_exists(const char *name)
{
	return clair_aria_type(clair_attribute_of(name, strlen(name))) != CLAIR_ARIA_UNKNOWN;
}

bool
clair_aria_is_global(enum clair_attribute attribute)
{
	return clair_aria_rows[attribute].global;
}

static bool
has_token(const char *tokens, const char *bytes, size_t length)
{
	const char *token;
	size_t size;

	while ((token = clair_token_next(&tokens, &size)) != NULL)
		if (size == length && clair_order(token, bytes, length) == 0)
			return true;
	return false;
}

static size_t
count_digits(const char **text)
{
	size_t count = 0;

	for (; clair_is_digit(**text); (*text)++)
		count++;
	return count;
}

static bool
is_number(const char *text, const char *end, bool integer)
{
	size_t digits;

	if (text != end && (*text == '-' || *text == '+'))
		text++;
	digits = count_digits(&text);
	if (!integer && *text == '.') {
		text++;
		digits += count_digits(&text);
	}
	if (digits == 0)
		return false;
	if (!integer && (*text == 'e' || *text == 'E')) {
		text++;
		if (*text == '-' || *text == '+')
			text++;
		if (count_digits(&text) == 0)
			return false;
	}
	return text == end;
}

static bool
tokens_are_valid(const char *tokens, const char *value)
{
	const char *token;
	size_t length;

	while ((token = clair_token_next(&value, &length)) != NULL)
		if (!has_token(tokens, token, length))
			return false;
	return true;
}

bool
clair_aria_value_is_valid(enum clair_attribute attribute, const char *value)
{
	const struct clair_aria_row *row = &clair_aria_rows[attribute];
	const char *rest = value;
	const char *first;
	size_t length;
	bool alone;

	first = clair_token_next(&rest, &length);
	if (first == NULL)
		return true;
	alone = clair_is_blank(rest);
	switch (row->type) {
	case CLAIR_ARIA_TRUE_FALSE:
		return alone && has_token("true false", first, length);
	case CLAIR_ARIA_TRUE_FALSE_UNDEFINED:
		return alone && has_token("true false undefined", first, length);
	case CLAIR_ARIA_TRISTATE:
		return alone && has_token("true false mixed undefined", first, length);
	case CLAIR_ARIA_TOKEN:
		return alone && has_token(row->tokens, first, length);
	case CLAIR_ARIA_TOKEN_LIST:
		return tokens_are_valid(row->tokens, value);
	case CLAIR_ARIA_IDREF:
		return alone;
	case CLAIR_ARIA_INTEGER:
		return alone && is_number(first, first + length, true);
	case CLAIR_ARIA_NUMBER:
		return alone && is_number(first, first + length, false);
	default:
		return true;
	}
}
