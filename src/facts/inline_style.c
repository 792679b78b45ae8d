/* Splits a style attribute into declarations, by CSS Syntax as far as it matters. */
#include "facts/inline_style.h"

#include "facts/token.h"

static const char *
skip_comment(const char *text)
{
	const char *end = strstr(text + 2, "*/");

	return end != NULL ? end + 2 : text + strlen(text);
}

static const char *
skip_string(const char *text)
{
	const char quote = *text++;

	while (*text != '\0' && *text != quote) {
		if (*text == '\\' && text[1] != '\0')
			text++;
		text++;
	}
	return *text == quote ? text + 1 : text;
}

/* Past the end of a declaration: a semicolon outside strings and parentheses. */
static const char *
declaration_end(const char *text)
{
	unsigned depth = 0;

	while (*text != '\0' && (*text != ';' || depth != 0)) {
		if (text[0] == '/' && text[1] == '*') {
			text = skip_comment(text);
			continue;
		}
		if (*text == '"' || *text == '\'') {
			text = skip_string(text);
			continue;
		}
		if (*text == '(')
			depth++;
		else if (*text == ')' && depth != 0)
			depth--;
		else if (*text == '\\' && text[1] != '\0')
			text++;
		text++;
	}
	return text;
}

/* Lower case, comments out, trimmed. */
static char *
clean(const char *text, const char *end, struct clair_arena *arena)
{
	char *copy = clair_strndup(arena, text, (size_t)(end - text));
	size_t length = 0;

	if (arena->failed)
		return copy;
	while (text < end) {
		if (text + 1 < end && text[0] == '/' && text[1] == '*') {
			text = skip_comment(text);
			continue;
		}
		copy[length++] = clair_lower(*text++);
	}
	while (length != 0 && clair_is_space(copy[length - 1]))
		length--;
	copy[length] = '\0';
	while (clair_is_space(*copy))
		copy++;
	return copy;
}

static bool
cut_important(char *value)
{
	size_t length = strlen(value);
	char *mark;

	if (length < 10 || strcmp(value + length - 9, "important") != 0)
		return false;
	mark = value + length - 9;
	while (mark > value && clair_is_space(mark[-1]))
		mark--;
	if (mark == value || mark[-1] != '!')
		return false;
	mark--;
	while (mark > value && clair_is_space(mark[-1]))
		mark--;
	*mark = '\0';
	return true;
}

static uint32_t
count_declarations(const char *text)
{
	uint32_t count = 0;

	while (*text != '\0') {
		text = declaration_end(text);
		count++;
		if (*text == ';')
			text++;
	}
	return count;
}

bool
clair_inline_style_parse(
    struct clair_inline_style *style, const char *text, struct clair_arena *arena)
{
	struct clair_declaration *list =
	    clair_alloc_array(arena, count_declarations(text) + 1, sizeof(*list));
	uint32_t count = 0;

	if (list == NULL)
		return false;
	while (*text != '\0') {
		const char *end = declaration_end(text);
		const char *colon = memchr(text, ':', (size_t)(end - text));

		if (colon != NULL) {
			char *value = clean(colon + 1, end, arena);

			list[count].important = !arena->failed && cut_important(value);
			list[count].value = value;
			list[count].property = clean(text, colon, arena);
			count++;
		}
		text = *end == ';' ? end + 1 : end;
	}
	style->list = list;
	style->count = count;
	return !arena->failed;
}

const char *
clair_inline_style_get(const struct clair_inline_style *style, const char *property)
{
	const struct clair_declaration *winner = NULL;
	uint32_t i;

	for (i = 0; i < style->count; i++) {
		const struct clair_declaration *declaration = &style->list[i];

		if (strcmp(declaration->property, property) != 0 || *declaration->value == '\0')
			continue;
		if (winner == NULL || declaration->important || !winner->important)
			winner = declaration;
	}
	return winner != NULL ? winner->value : NULL;
}

bool
clair_css_number(const char *text, double *number, const char **unit)
{
	double value = 0;
	double scale = 1;
	bool negative = *text == '-';
	bool digits = false;

	if (*text == '-' || *text == '+')
		text++;
	for (; clair_is_digit(*text); text++, digits = true)
		value = value * 10 + (*text - '0');
	if (*text == '.')
		for (text++; clair_is_digit(*text); text++, digits = true) {
			scale /= 10;
			value += (*text - '0') * scale;
		}
	*number = negative ? -value : value;
	*unit = text;
	return digits;
}
