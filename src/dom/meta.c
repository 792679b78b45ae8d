/* HTML 13.2.3.2: "prescan a byte stream to determine its encoding". */
#include "dom/decode.h"

#include <string.h>

struct scan {
	const char *at;
	const char *end;
};

struct attribute {
	char name[16];  /* cut: only short names matter */
	size_t name_length;
	char value[128];
	size_t value_length;
};

static bool
is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static char
lower(char byte)
{
	return (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

static void
add(char *text, size_t room, size_t *length, char byte)
{
	if (*length + 1 < room)
		text[*length] = lower(byte);
	*length += 1;
}

static void
get_value(struct scan *scan, struct attribute *attribute)
{
	char quote = '\0';

	while (scan->at < scan->end && is_space(*scan->at))
		scan->at++;
	if (scan->at < scan->end && (*scan->at == '"' || *scan->at == '\''))
		quote = *scan->at++;
	for (; scan->at < scan->end; scan->at++) {
		if (quote != '\0' && *scan->at == quote) {
			scan->at++;
			return;
		}
		if (quote == '\0' && (is_space(*scan->at) || *scan->at == '>'))
			return;
		add(attribute->value, sizeof(attribute->value), &attribute->value_length, *scan->at);
	}
}

/* "get an attribute". False when the tag has no more. */
static bool
get_attribute(struct scan *scan, struct attribute *attribute)
{
	*attribute = (struct attribute){.name_length = 0};
	while (scan->at < scan->end && (is_space(*scan->at) || *scan->at == '/'))
		scan->at++;
	if (scan->at == scan->end || *scan->at == '>')
		return false;
	for (; scan->at < scan->end; scan->at++) {
		if (*scan->at == '=' && attribute->name_length != 0)
			break;
		if (is_space(*scan->at) || *scan->at == '/' || *scan->at == '>')
			break;
		add(attribute->name, sizeof(attribute->name), &attribute->name_length, *scan->at);
	}
	while (scan->at < scan->end && is_space(*scan->at))
		scan->at++;
	if (scan->at < scan->end && *scan->at == '=') {
		scan->at++;
		get_value(scan, attribute);
	}
	return scan->at < scan->end;
}

/* "extracting a character encoding from a meta element". */
static const char *
charset_in(const char *content)
{
	const char *at = content;

	while ((at = strstr(at, "charset")) != NULL) {
		size_t length;

		at += 7;
		while (is_space(*at))
			at++;
		if (*at != '=')
			continue;
		at++;
		while (is_space(*at))
			at++;
		if (*at == '"' || *at == '\'') {
			const char *close = strchr(at + 1, *at);

			return close == NULL ? NULL : clair_encoding_of(at + 1, (size_t)(close - at - 1));
		}
		length = strcspn(at, " \t\n\f\r;");
		return clair_encoding_of(at, length);
	}
	return NULL;
}

/* Step "meta": reads its attributes; NULL when it says nothing of a known encoding. */
static const char *
meta(struct scan *scan)
{
	struct attribute attribute;
	bool got_pragma = false;
	int need_pragma = -1;
	const char *charset = NULL;
	bool seen_equiv = false;
	bool seen_content = false;
	bool seen_charset = false;

	while (get_attribute(scan, &attribute)) {
		if (strcmp(attribute.name, "http-equiv") == 0 && !seen_equiv) {
			seen_equiv = true;
			got_pragma = strcmp(attribute.value, "content-type") == 0;
		} else if (strcmp(attribute.name, "content") == 0 && !seen_content) {
			const char *found = charset_in(attribute.value);

			seen_content = true;
			if (found != NULL && charset == NULL) {
				charset = found;
				need_pragma = 1;
			}
		} else if (strcmp(attribute.name, "charset") == 0 && !seen_charset) {
			seen_charset = true;
			charset = clair_encoding_of(attribute.value, strlen(attribute.value));
			need_pragma = 0;
		}
	}
	if (need_pragma < 0 || (need_pragma == 1 && !got_pragma) || charset == NULL)
		return NULL;
	if (strncmp(charset, "utf-16", 6) == 0)
		return "utf-8";
	if (strcmp(charset, "x-user-defined") == 0)
		return "windows-1252";
	return charset;
}

static bool
is_meta(const struct scan *scan)
{
	return scan->end - scan->at > 5 && strncasecmp(scan->at, "<meta", 5) == 0 &&
	    (is_space(scan->at[5]) || scan->at[5] == '/');
}

static void
skip_past(struct scan *scan, const char *mark, size_t length)
{
	const char *found = memmem(scan->at, (size_t)(scan->end - scan->at), mark, length);

	scan->at = found != NULL ? found + length : scan->end;
}

/* A tag that is not a meta: to its end, over its attributes. */
static void
skip_tag(struct scan *scan)
{
	struct attribute attribute;

	while (scan->at < scan->end && !is_space(*scan->at) && *scan->at != '>')
		scan->at++;
	while (get_attribute(scan, &attribute))
		continue;
}

/* "get an XML encoding". */
static const char *
xml_encoding(const char *bytes, size_t length)
{
	const char *end = length > 5 && memcmp(bytes, "<?xml", 5) == 0 ? memchr(bytes, '>', length) : NULL;
	const char *at = end != NULL ? memmem(bytes, (size_t)(end - bytes), "encoding", 8) : NULL;
	const char *close;
	const char *name;

	if (at == NULL)
		return NULL;
	at += 8;
	while (at < end && (unsigned char)*at <= ' ')
		at++;
	if (at == end || *at != '=')
		return NULL;
	at++;
	while (at < end && (unsigned char)*at <= ' ')
		at++;
	if (at == end || (*at != '"' && *at != '\''))
		return NULL;
	close = memchr(at + 1, *at, (size_t)(end - at - 1));
	name = close != NULL ? clair_encoding_of(at + 1, (size_t)(close - at - 1)) : NULL;
	return name != NULL && strncmp(name, "utf-16", 6) == 0 ? "utf-8" : name;
}

const char *
clair_meta_charset(const char *bytes, size_t length)
{
	struct scan scan = {bytes, bytes + length};

	if (length >= 6 && memcmp(bytes, "<\0?\0x\0", 6) == 0)
		return "utf-16le";
	if (length >= 6 && memcmp(bytes, "\0<\0?\0x", 6) == 0)
		return "utf-16be";
	while ((scan.at = memchr(scan.at, '<', (size_t)(scan.end - scan.at))) != NULL) {
		size_t left = (size_t)(scan.end - scan.at);
		char next = left > 1 ? scan.at[1] : '\0';

		if (left >= 4 && memcmp(scan.at, "<!--", 4) == 0) {
			scan.at += 2; /* <!--> is a whole comment */
			skip_past(&scan, "-->", 3);
		} else if (is_meta(&scan)) {
			const char *charset;

			scan.at += 5;
			charset = meta(&scan);
			if (charset != NULL)
				return charset;
		} else if (is_letter(next) || (next == '/' && left > 2 && is_letter(scan.at[2]))) {
			skip_tag(&scan);
		} else if (next == '!' || next == '/' || next == '?') {
			skip_past(&scan, ">", 1);
		} else {
			scan.at++;
		}
	}
	return xml_encoding(bytes, length);
}
