/* A sheet, from its bytes to its rules. See sheet.h. */
#include "style/sheet.h"

#include "base/clock.h"
#include "dom/decode.h"
#include "style/index.h"
#include "style/sheet_read.h"

#include <stdlib.h>
#include <string.h>

enum {
	STRETCH = 4096,
	MEMORY = 64 << 20,
	BYTES = 16 << 20,
	RULES = 200000,
	DECLARATIONS = 1000000,
	MILLISECONDS = 20000,
};

/* --- Decoding ------------------------------------------------------------------------------------ */

/* CSS Syntax 3.2: @charset "…"; byte for byte, at the start. */
static const char *
charset_rule(const char *bytes, size_t length)
{
	static const char start[] = "@charset \"";
	const size_t from = sizeof(start) - 1;
	const char *quote;
	const char *charset;

	if (length > 1024)
		length = 1024;
	if (length < from || memcmp(bytes, start, from) != 0)
		return NULL;
	quote = memchr(bytes + from, '"', length - from);
	if (quote == NULL || quote + 1 == bytes + length || quote[1] != ';')
		return NULL;
	charset = clair_encoding_of(bytes + from, (size_t)(quote - bytes) - from);
	return charset != NULL && strncmp(charset, "utf-16", 6) == 0 ? "utf-8" : charset;
}

static const char *
encoding(const char *label)
{
	return label != NULL ? clair_encoding_of(label, strlen(label)) : NULL;
}

static const char *
choose_charset(const char *bytes, size_t length, const char *http, const char *fallback, size_t *mark)
{
	const char *charset = clair_bom_charset(bytes, length, mark);

	if (charset != NULL)
		return charset;
	*mark = 0;
	charset = encoding(http);
	if (charset == NULL)
		charset = charset_rule(bytes, length);
	if (charset == NULL)
		charset = encoding(fallback);
	return charset != NULL ? charset : "utf-8";
}

/* 3.3: NUL is U+FFFD. */
static bool
replace_nulls(struct clair_decoded *decoded, struct clair_arena *arena)
{
	size_t nulls = 0;
	char *text;
	char *to;

	for (size_t i = 0; i < decoded->length; i++)
		nulls += decoded->text[i] == '\0';
	text = clair_alloc(arena, decoded->length + 2 * nulls + 1);
	if (text == NULL)
		return false;
	to = text;
	for (size_t i = 0; i < decoded->length; i++) {
		if (decoded->text[i] != '\0') {
			*to++ = decoded->text[i];
		} else {
			memcpy(to, "\xEF\xBF\xBD", 3);
			to += 3;
		}
	}
	decoded->text = text;
	decoded->length = (size_t)(to - text);
	return true;
}

static bool
decode(struct clair_sheet *sheet, const char *bytes, size_t length, const char *charset,
    const char *fallback)
{
	struct clair_decoded decoded;
	size_t mark;

	charset = choose_charset(bytes, length, charset, fallback, &mark);
	if (length > UINT32_MAX / 4 ||
	    !clair_decode_as(&decoded, charset, bytes + mark, length - mark, &sheet->mem))
		return false;
	if (memchr(decoded.text, '\0', decoded.length) != NULL &&
	    !replace_nulls(&decoded, &sheet->mem))
		return false;
	sheet->source = decoded.text;
	sheet->length = (uint32_t)decoded.length;
	return true;
}

/* --- Positions ----------------------------------------------------------------------------------- */

static uint32_t
count_characters(const char *text, size_t length)
{
	const uint64_t high = UINT64_C(0x8080808080808080);
	uint32_t continued = 0;
	size_t i = 0;

	for (; i + sizeof(uint64_t) <= length; i += sizeof(uint64_t)) {
		uint64_t eight;

		memcpy(&eight, text + i, sizeof(eight));
		if ((eight & high) != 0)
			continued += (uint32_t)__builtin_popcountll(eight & high & ~(eight << 1));
	}
	for (; i < length; i++)
		continued += ((unsigned char)text[i] & 0xC0) == 0x80;
	return (uint32_t)length - continued;
}

/* Counts the ends of line of one kind; `past` moves past the last one. CR before LF ends none. */
static uint32_t
count_ends(const char *from, const char *end, char byte, const char **past)
{
	uint32_t count = 0;

	while ((from = memchr(from, byte, (size_t)(end - from))) != NULL) {
		from++;
		if (byte == '\r' && *from == '\n')
			continue;
		count++;
		if (from > *past)
			*past = from;
	}
	return count;
}

/* Up to `end`, from a place already counted. A line ends with LF, CR LF or CR. */
static void
count_up_to(
    const struct clair_sheet *sheet, struct clair_sheet_stretch *at, uint32_t from, uint32_t end)
{
	const char *start = sheet->source + from;
	const char *stop = sheet->source + end;
	const char *line = start;
	uint32_t lines = count_ends(start, stop, '\n', &line) + count_ends(start, stop, '\r', &line);

	if (lines != 0)
		at->columns = 0;
	at->lines += lines;
	at->columns += count_characters(line, (size_t)(stop - line));
}

/* A sheet is often one line of a megabyte: nobody counts from its start. */
static void
make_stretches(struct clair_sheet *sheet)
{
	uint32_t count = sheet->length / STRETCH + 1;
	struct clair_sheet_stretch *stretches =
	    clair_alloc_array(&sheet->mem, count, sizeof(*stretches));

	for (uint32_t i = 1; stretches != NULL && i < count; i++) {
		stretches[i] = stretches[i - 1];
		count_up_to(sheet, &stretches[i], (i - 1) * STRETCH, i * STRETCH);
	}
	sheet->stretches = stretches;
}

void
clair_sheet_position(
    const struct clair_sheet *sheet, uint32_t offset, uint32_t *line, uint32_t *column)
{
	struct clair_sheet_stretch at = {0};

	if (offset > sheet->length)
		offset = sheet->length;
	if (sheet->stretches != NULL) {
		at = sheet->stretches[offset / STRETCH];
		count_up_to(sheet, &at, offset / STRETCH * STRETCH, offset);
	}
	*line = at.lines + 1;
	*column = at.columns + 1;
}

/* --- Sheets -------------------------------------------------------------------------------------- */

static void
read_sheet(struct clair_sheet *sheet, const struct clair_sheet_limits *limits)
{
	struct clair_sheet_reader reader = {
		.sheet = sheet,
		.lexer = {sheet->source, 0, sheet->length, &sheet->mem},
		.rule_ceiling = limits->rules != 0 ? limits->rules : RULES,
		.declarations_left = limits->declarations != 0 ? limits->declarations : DECLARATIONS,
		.room = sheet->mem.ceiling / 4 * 3, /* the rest is for the index */
		.end = clair_clock_after(limits->milliseconds != 0 ? limits->milliseconds : MILLISECONDS),
	};
	struct clair_rule_context context = {
		.condition = CLAIR_NO_CONDITION, .layer = CLAIR_NO_LAYER};

	clair_map_init(&reader.layer_by_name, &sheet->mem);
	clair_rules_read(&reader, &context);
	sheet->rules = reader.rules;
	sheet->conditions = reader.conditions;
	sheet->layers = reader.layers;
	sheet->imports = reader.imports;
}

/* What could be read was torn: nothing of it is kept. */
static void
empty(struct clair_sheet *sheet)
{
	bool quirks = sheet->quirks;

	clair_arena_free(&sheet->mem);
	*sheet = (struct clair_sheet){.source = "", .quirks = quirks, .cut = true};
	sheet->index = clair_sheet_index_new(sheet);
}

struct clair_sheet *
clair_sheet_parse(const char *bytes, size_t length, const char *charset, const char *fallback,
    bool quirks, const struct clair_sheet_limits *limits)
{
	static const struct clair_sheet_limits usual = {0};
	struct clair_sheet *sheet = calloc(1, sizeof(*sheet));
	size_t most;

	if (sheet == NULL)
		return NULL;
	if (limits == NULL)
		limits = &usual;
	most = limits->bytes != 0 ? limits->bytes : BYTES;
	sheet->cut = length > most;
	if (sheet->cut)
		length = most;
	clair_arena_init(&sheet->mem, limits->memory != 0 ? limits->memory : MEMORY);
	sheet->quirks = quirks;
	sheet->source = "";
	if (decode(sheet, bytes, length, charset, fallback)) {
		make_stretches(sheet);
		read_sheet(sheet, limits);
	}
	sheet->index = clair_sheet_index_new(sheet);
	if (sheet->mem.failed)
		empty(sheet);
	if (sheet->index != NULL)
		return sheet;
	clair_sheet_free(sheet);
	return NULL;
}

void
clair_sheet_free(struct clair_sheet *sheet)
{
	if (sheet == NULL)
		return;
	clair_arena_free(&sheet->mem);
	free(sheet);
}
