/* Small questions about attribute values that several rules ask. ASCII case is ignored. */
#include "rules/common/text.h"

#include <string.h>

enum { ID_ROOM = 512 };

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool
same_bytes(const char *a, const char *b, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (lower(a[i]) != lower(b[i]))
			return false;
	}
	return true;
}

bool
rule_blank(const char *text)
{
	if (text == NULL)
		return true;
	while (is_space(*text))
		text++;
	return *text == '\0';
}

bool
rule_same(const char *a, const char *b)
{
	size_t length = strlen(a);

	return length == strlen(b) && same_bytes(a, b, length);
}

bool
rule_starts_with(const char *text, const char *start)
{
	size_t length = strlen(start);

	return strlen(text) >= length && same_bytes(text, start, length);
}

bool
rule_ends_with(const char *text, const char *end)
{
	size_t length = strlen(end);
	size_t room = strlen(text);

	return room >= length && same_bytes(text + room - length, end, length);
}

size_t
rule_length(const char *text)
{
	return strlen(text);
}

uint32_t
rule_characters(const char *text)
{
	uint32_t count = 0;

	for (; *text != '\0'; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count;
}

bool
rule_has_characters(const char *text, uint32_t least)
{
	uint32_t count = 0;

	for (; *text != '\0' && count < least; text++)
		count += ((unsigned char)*text & 0xC0) != 0x80;
	return count >= least;
}

bool
rule_contains(const char *text, const char *part)
{
	size_t length = strlen(part);
	size_t room = strlen(text);

	for (size_t i = 0; i + length <= room; i++) {
		if (same_bytes(text + i, part, length))
			return true;
	}
	return false;
}

bool
rule_in(const char *text, const char *const *list)
{
	for (; *list != NULL; list++) {
		if (rule_same(text, *list))
			return true;
	}
	return false;
}

bool
rule_next_token(struct rule_token *token)
{
	const char *at = token->start + token->length;

	while (is_space(*at))
		at++;
	token->start = at;
	while (*at != '\0' && !is_space(*at))
		at++;
	token->length = (size_t)(at - token->start);
	return token->length > 0;
}

bool
rule_token_is(const struct rule_token *token, const char *word)
{
	return strlen(word) == token->length && same_bytes(token->start, word, token->length);
}

bool
rule_token_in(const struct rule_token *token, const char *const *list)
{
	for (; *list != NULL; list++) {
		if (rule_token_is(token, *list))
			return true;
	}
	return false;
}

const struct clair_node *
rule_by_token(struct clair_ctx *ctx, const struct rule_token *token)
{
	char id[ID_ROOM];

	if (token->length >= sizeof(id))
		return NULL;
	memcpy(id, token->start, token->length);
	id[token->length] = '\0';
	return clair_by_id(ctx, id);
}

const char *
rule_file_name(const char *address)
{
	const char *name = address;

	if (address == NULL)
		return "";
	if (rule_starts_with(address, "data:"))
		return "data:…";
	for (const char *at = address; *at != '\0' && *at != '?' && *at != '#'; at++) {
		if (*at == '/' && at[1] != '\0' && at[1] != '?' && at[1] != '#')
			name = at + 1;
	}
	return name;
}

bool
rule_has_extension(const char *address, const char *const *list)
{
	size_t end = strcspn(address, "?#");
	size_t dot = end;

	while (dot > 0 && address[dot - 1] != '.' && address[dot - 1] != '/')
		dot--;
	if (dot == 0 || address[dot - 1] != '.')
		return false;
	for (; *list != NULL; list++) {
		if (strlen(*list) == end - dot && same_bytes(address + dot, *list, end - dot))
			return true;
	}
	return false;
}

size_t
rule_whole_length(const char *text, size_t length, const char *rest)
{
	if (((unsigned char)*rest & 0xC0) != 0x80)
		return length;
	while (length > 0 && ((unsigned char)text[length - 1] & 0xC0) == 0x80)
		length--;
	return length > 0 ? length - 1 : 0;
}

size_t
rule_append(char *text, size_t length, size_t room, const char *more)
{
	while (*more != '\0' && length + 1 < room)
		text[length++] = *more++;
	length = rule_whole_length(text, length, more);
	text[length] = '\0';
	return length;
}

size_t
rule_append_count(char *text, size_t length, size_t room, uint32_t count)
{
	char digits[12];
	size_t at = sizeof(digits) - 1;

	digits[at] = '\0';
	do
		digits[--at] = (char)('0' + count % 10);
	while ((count /= 10) != 0);
	return rule_append(text, length, room, digits + at);
}

void
rule_arg_plain(struct clair_finding *finding, const char *name, uint32_t number)
{
	char text[12] = "";

	rule_append_count(text, 0, sizeof(text), number);
	clair_arg(finding, name, text);
}
