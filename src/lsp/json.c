/* JSON in and out, and what the server says of itself. */
#include "lsp/server.h"

#include <string.h>

void
clair_lsp_set(struct clair_lsp *lsp, json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new_nocheck(object, key, value) != 0)
		lsp->failed = true;
}

void
clair_lsp_append(struct clair_lsp *lsp, json_t *array, json_t *value)
{
	if (json_array_append_new(array, value) != 0)
		lsp->failed = true;
}

json_t *
clair_lsp_words(const char *text)
{
	struct clair_buf clean;
	json_t *json;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), true);
	json = clean.failed ? NULL : json_stringn_nocheck(clean.bytes, clean.length);
	clair_buf_free(&clean);
	return json;
}

static json_t *
place_json(struct clair_lsp *lsp, struct clair_open *open, size_t offset)
{
	struct clair_place place = clair_lines_place(&open->lines, lsp->client.units, offset);
	json_t *json = json_object();

	clair_lsp_set(lsp, json, "line", json_integer((json_int_t)place.line));
	clair_lsp_set(lsp, json, "character", json_integer((json_int_t)place.character));
	return json;
}

json_t *
clair_lsp_range(struct clair_lsp *lsp, struct clair_open *open, size_t from, size_t end)
{
	json_t *json = json_object();

	clair_lsp_set(lsp, json, "start", place_json(lsp, open, from));
	clair_lsp_set(lsp, json, "end", place_json(lsp, open, end));
	return json;
}

const json_t *
clair_lsp_at(const json_t *json, const char *const *path)
{
	for (; *path != NULL; path++)
		json = json_object_get(json, *path);
	return json;
}

const char *
clair_lsp_string(const json_t *json, const char *const *path)
{
	const json_t *found = clair_lsp_at(json, path);

	/* A name with a NUL would be cut. */
	if (!json_is_string(found) || strlen(json_string_value(found)) != json_string_length(found))
		return NULL;
	return json_string_value(found);
}

/* LSP 3.17, uinteger: up to 2^31 - 1. */
static bool
read_number(const json_t *json, size_t *number)
{
	json_int_t value = json_integer_value(json);

	if (!json_is_integer(json) || value < 0 || value > INT32_MAX)
		return false;
	*number = (size_t)value;
	return true;
}

bool
clair_lsp_place(const json_t *json, struct clair_place *place)
{
	return read_number(json_object_get(json, "line"), &place->line) &&
	    read_number(json_object_get(json, "character"), &place->character);
}

bool
clair_lsp_read_range(const struct clair_lines *lines, enum clair_units units, const json_t *json,
    size_t *from, size_t *end)
{
	struct clair_place start;
	struct clair_place stop;

	if (!clair_lsp_place(json_object_get(json, "start"), &start) ||
	    !clair_lsp_place(json_object_get(json, "end"), &stop))
		return false;
	*from = clair_lines_offset(lines, units, start);
	*end = clair_lines_offset(lines, units, stop);
	return *from <= *end;
}

void
clair_lsp_phrase(struct clair_lsp *lsp, struct clair_buf *out, enum clair_string id,
    const struct clair_argument *arguments, size_t count)
{
	clair_format(out, lsp->setting.lang, clair_string(lsp->setting.lang, id), arguments, count);
}

void
clair_lsp_say(struct clair_lsp *lsp, int type, const char *text)
{
	json_t *params = json_object();

	clair_lsp_set(lsp, params, "type", json_integer(type));
	clair_lsp_set(lsp, params, "message", clair_lsp_words(text));
	clair_lsp_notify(lsp, "window/showMessage", params);
}
