/* See lex.h. */
#include "dom/lex.h"

#include <string.h>
#include <strings.h>

size_t
clair_lex_name(const char *at, const char *end)
{
	const char *from = at;

	while (at < end && !clair_is_space(*at) && *at != '/' && *at != '>')
		at++;
	return (size_t)(at - from);
}

static const char *
skip_space(const char *at, const char *end)
{
	while (at < end && clair_is_space(*at))
		at++;
	return at;
}

static const char *
lex_value(const char *at, const char *end, struct clair_span *value)
{
	const char *close;

	at = skip_space(at, end);
	value->at = at;
	if (at < end && (*at == '"' || *at == '\'')) {
		close = memchr(at + 1, *at, (size_t)(end - at - 1));
		value->at = at + 1;
		value->length = (size_t)((close != NULL ? close : end) - value->at);
		return close != NULL ? close + 1 : end;
	}
	while (at < end && !clair_is_space(*at) && *at != '>')
		at++;
	value->length = (size_t)(at - value->at);
	return at;
}

bool
clair_lex_attribute(
    const char **at, const char *end, struct clair_span *name, struct clair_span *value)
{
	const char *from = *at;
	const char *after;

	while (from < end && (clair_is_space(*from) || *from == '/'))
		from++;
	*at = from;
	if (from == end || *from == '>')
		return false;
	name->at = from++; /* an equals sign may begin a name */
	while (from < end && !clair_is_space(*from) && *from != '/' && *from != '>' && *from != '=')
		from++;
	name->length = (size_t)(from - name->at);
	value->at = from;
	value->length = 0;
	after = skip_space(from, end);
	*at = after < end && *after == '=' ? lex_value(after + 1, end, value) : from;
	return true;
}

bool
clair_lex_find(const char *at, const char *end, const struct clair_span *wanted,
    struct clair_span *name, struct clair_span *value)
{
	while (clair_lex_attribute(&at, end, name, value)) {
		if (name->length == wanted->length &&
		    strncasecmp(name->at, wanted->at, name->length) == 0)
			return true;
	}
	return false;
}

size_t
clair_lex_tag(const char *at, const char *end)
{
	const char *from = at;
	struct clair_span name;
	struct clair_span value;

	at++;
	at += clair_lex_name(at, end);
	while (clair_lex_attribute(&at, end, &name, &value))
		continue;
	return at < end ? (size_t)(at + 1 - from) : 0;
}
