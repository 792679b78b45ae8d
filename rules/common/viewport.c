/* What a viewport tag says of zooming: CSS Device Adaptation, "parsing algorithm". */
#include "rules/common/viewport.h"
#include "rules/common/text.h"

#include <string.h>

static bool
is_separator(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == ',' || c == ';';
}

static size_t
copy_value(char *out, size_t room, const char *from)
{
	size_t length = 0;

	while (from[length] != '\0' && !is_separator(from[length]) && from[length] != '=')
		length++;
	if (out != NULL) {
		size_t kept = length < room ? length : room - 1;

		memcpy(out, from, kept);
		out[kept] = '\0';
	}
	return length;
}

/* The longest start of the text that is a number. */
static bool
read_number(const char *text, double *value)
{
	bool negative = *text == '-';
	bool digits = false;
	double scale = 1;

	*value = 0;
	if (*text == '-' || *text == '+')
		text++;
	for (; *text >= '0' && *text <= '9'; text++, digits = true)
		*value = *value * 10 + (*text - '0');
	if (*text == '.') {
		for (text++; *text >= '0' && *text <= '9'; text++, digits = true) {
			scale /= 10;
			*value += (*text - '0') * scale;
		}
	}
	if (negative)
		*value = -*value;
	return digits;
}

static bool
forbids(const char *value)
{
	double number;

	if (rule_same(value, "yes") || rule_starts_with(value, "device-"))
		return false;
	if (rule_same(value, "no") || !read_number(value, &number))
		return true;
	return number > -1 && number < 1;
}

static bool
limits(const char *value)
{
	double number;

	if (rule_same(value, "device-width") || rule_same(value, "device-height"))
		return false;
	/* yes is 1; no and unknown words are 0.1. */
	if (!read_number(value, &number))
		return true;
	return number >= 0 && number < 2;
}

void
rule_read_viewport(const char *content, struct rule_viewport *viewport)
{
	memset(viewport, 0, sizeof(*viewport));
	while (*(content += strspn(content, " \t\n\r\f,;=")) != '\0') {
		char name[24];
		char *value = NULL;

		content += copy_value(name, sizeof(name), content);
		content += strspn(content, " \t\n\r\f");
		if (*content != '=')
			continue;
		content += strspn(content, " \t\n\r\f=");
		if (rule_same(name, "user-scalable"))
			value = viewport->user_scalable;
		else if (rule_same(name, "maximum-scale"))
			value = viewport->maximum_scale;
		content += copy_value(value, sizeof(viewport->user_scalable), content);
	}
	if (viewport->user_scalable[0] != '\0')
		viewport->forbids_zoom = forbids(viewport->user_scalable);
	if (viewport->maximum_scale[0] != '\0')
		viewport->limits_zoom = limits(viewport->maximum_scale);
}
