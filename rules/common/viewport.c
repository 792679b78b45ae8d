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

/* One property: `content` is after it. False at the end. `value` is "" when there is none. */
static bool
read_pair(const char **content, char *name, char *value, size_t room)
{
	const char *at = *content + strspn(*content, " \t\n\r\f,;=");

	if (*at == '\0')
		return false;
	at += copy_value(name, room, at);
	value[0] = '\0';
	*content = at;
	at += strspn(at, " \t\n\r\f");
	if (*at != '=')
		return true;
	at += strspn(at, " \t\n\r\f=");
	*content = at + copy_value(value, room, at);
	return true;
}

static bool
keeps_from_zooming(const char *name, const char *value)
{
	if (value[0] == '\0')
		return false;
	return (rule_same(name, "user-scalable") && forbids(value)) ||
	    (rule_same(name, "maximum-scale") && limits(value));
}

static bool
put(char *room, size_t *length, const char *text)
{
	size_t added = rule_length(text);

	if (*length + added >= RULE_VIEWPORT_ROOM)
		return false;
	memcpy(room + *length, text, added + 1);
	*length += added;
	return true;
}

const char *
rule_free_viewport(const char *content, char room[static RULE_VIEWPORT_ROOM])
{
	char name[64];
	char value[64];
	size_t length = 0;

	room[0] = '\0';
	while (read_pair(&content, name, value, sizeof(name))) {
		if (keeps_from_zooming(name, value))
			continue;
		if (rule_length(name) == sizeof(name) - 1 || rule_length(value) == sizeof(value) - 1)
			return NULL;
		if ((length != 0 && !put(room, &length, ", ")) || !put(room, &length, name) ||
		    (value[0] != '\0' && (!put(room, &length, "=") || !put(room, &length, value))))
			return NULL;
	}
	/* An empty value would be one more fault, and a width would change the page. */
	return length == 0 ? "user-scalable=yes" : room;
}

void
rule_read_viewport(const char *content, struct rule_viewport *viewport)
{
	char name[sizeof(viewport->user_scalable)];
	char value[sizeof(viewport->user_scalable)];

	memset(viewport, 0, sizeof(*viewport));
	while (read_pair(&content, name, value, sizeof(value))) {
		if (value[0] == '\0')
			continue;
		if (rule_same(name, "user-scalable"))
			memcpy(viewport->user_scalable, value, sizeof(value));
		else if (rule_same(name, "maximum-scale"))
			memcpy(viewport->maximum_scale, value, sizeof(value));
	}
	if (viewport->user_scalable[0] != '\0')
		viewport->forbids_zoom = forbids(viewport->user_scalable);
	if (viewport->maximum_scale[0] != '\0')
		viewport->limits_zoom = limits(viewport->maximum_scale);
}
