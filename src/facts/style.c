/* What rules may ask of computed style. */
#include "facts/style.h"

#include "base/buf.h"
#include "facts/token.h"
#include "facts/unseen.h"

enum { STYLE_MILLISECONDS = 1000, GENERATED_BYTES = 4096 };

static const struct clair_style_set no_sheets;

struct clair_style_table *
clair_style_table(struct clair_ctx *ctx)
{
	const struct clair_style_set *set = ctx->sheets != NULL ? ctx->sheets : &no_sheets;

	if (ctx->facts->style == NULL)
		ctx->facts->style =
		    clair_style_compute(ctx->page, set, &ctx->page->mem, STYLE_MILLISECONDS);
	return ctx->facts->style;
}

const struct clair_style *
clair_node_style(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_style_table *table = clair_style_table(ctx);

	return table == NULL ? NULL : clair_style_of(table, node);
}

const struct clair_css_value *
clair_node_value(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	static const struct clair_css_value nothing = {.kind = CLAIR_VALUE_NOT_KNOWN};
	const struct clair_style *style = clair_node_style(ctx, node);

	return style == NULL ? &nothing : clair_style_value(style, property);
}

struct clair_style_place
clair_node_place(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	const struct clair_style_table *table = clair_style_table(ctx);

	return table == NULL ? (struct clair_style_place){0} : clair_style_place(table, node, property);
}

const char *
clair_style(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	return clair_css_write(property, clair_node_value(ctx, node, property), &ctx->page->mem);
}

bool
clair_style_is(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property,
    const char *value)
{
	return strcmp(clair_style(ctx, node, property), value) == 0;
}

static bool
is_number(const struct clair_css_value *value, double *number)
{
	if (value->kind != CLAIR_VALUE_NUMBER && value->kind != CLAIR_VALUE_LENGTH &&
	    value->kind != CLAIR_VALUE_TIME)
		return false;
	*number = (double)value->number;
	return true;
}

bool
clair_style_number(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, double *number)
{
	return is_number(clair_node_value(ctx, node, property), number);
}

double
clair_line_spacing(struct clair_ctx *ctx, const struct clair_node *node)
{
	const double normal = 1.15;
	const struct clair_css_value *height = clair_node_value(ctx, node, CLAIR_CSS_LINE_HEIGHT);
	double size;

	if (height->kind == CLAIR_VALUE_NUMBER)
		return (double)height->number;
	if (height->kind != CLAIR_VALUE_LENGTH ||
	    !clair_style_number(ctx, node, CLAIR_CSS_FONT_SIZE, &size) || size < 1)
		return normal;
	return (double)height->number / size;
}

enum clair_grade
clair_style_grade(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_style_table *table = clair_style_table(ctx);

	if (table == NULL || clair_style_exhausted(table) ||
	    clair_style_unsure(clair_style_of(table, node)))
		return CLAIR_UNKNOWN;
	return ctx->sheets != NULL && ctx->sheets->missing_count != 0 ? CLAIR_ASSUMED : CLAIR_STATIC;
}

static const enum clair_view views[] = {
    [CLAIR_WHEN_HOVERED] = CLAIR_VIEW_HOVER,
    [CLAIR_WHEN_FOCUSED] = CLAIR_VIEW_FOCUS,
    [CLAIR_WHEN_PORTRAIT] = CLAIR_VIEW_PORTRAIT,
    [CLAIR_WHEN_LANDSCAPE] = CLAIR_VIEW_LANDSCAPE,
    [CLAIR_WHEN_NARROW] = CLAIR_VIEW_NARROW,
};

enum clair_grade
clair_style_grade_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation)
{
	struct clair_style_table *table = clair_style_table(ctx);

	if (table == NULL || clair_style_unsure_viewed(table, node, views[situation]))
		return CLAIR_UNKNOWN;
	return clair_style_grade(ctx, node);
}

const struct clair_style *
clair_node_style_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation)
{
	struct clair_style_table *table = clair_style_table(ctx);

	return table == NULL ? NULL : clair_style_viewed(table, node, views[situation]);
}

const char *
clair_style_when(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property,
    enum clair_situation situation)
{
	const struct clair_style *style = clair_node_style_when(ctx, node, situation);

	if (style == NULL)
		return "";
	return clair_css_write(property, clair_style_value(style, property), &ctx->page->mem);
}

bool
clair_style_number_when(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, enum clair_situation situation, double *number)
{
	const struct clair_style *style = clair_node_style_when(ctx, node, situation);

	return style != NULL && is_number(clair_style_value(style, property), number);
}

struct clair_declared
clair_style_declared(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	struct clair_style_place place = clair_node_place(ctx, node, property);
	struct clair_declared declared = {
	    .important = place.important, .node = place.node != NULL ? place.node : node};

	switch (place.by) {
	case CLAIR_BY_HINT:
		declared.by = CLAIR_DECLARED_BY_HTML;
		break;
	case CLAIR_BY_SHEET:
		declared.by = CLAIR_DECLARED_BY_SHEET;
		break;
	case CLAIR_BY_ATTRIBUTE:
		declared.by = CLAIR_DECLARED_BY_ATTRIBUTE;
		break;
	default:
		declared.by = CLAIR_DECLARED_BY_BROWSER;
		break;
	}
	return declared;
}

/* --- Declarations ---------------------------------------------------------------------------------- */

struct clair_style_place
clair_node_place_when(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, enum clair_situation situation)
{
	const struct clair_style *style = clair_node_style_when(ctx, node, situation);

	return style == NULL ? (struct clair_style_place){0}
	                     : clair_style_place_in(clair_style_table(ctx), style, node, property);
}

static const struct clair_style *
generated_style(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_generated where)
{
	const struct clair_style_table *table = clair_style_table(ctx);

	return table == NULL ? NULL
	                     : clair_style_pseudo(table, node,
	                           where == CLAIR_BEFORE ? CLAIR_PSEUDO_BEFORE : CLAIR_PSEUDO_AFTER);
}

struct clair_style_place
clair_generated_place(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_generated where)
{
	const struct clair_style *style = generated_style(ctx, node, where);

	return style == NULL
	    ? (struct clair_style_place){0}
	    : clair_style_place_in(clair_style_table(ctx), style, node, CLAIR_CSS_CONTENT);
}

/* The number of the sheet, from 1, or 2^31 for a style attribute; then the offset, or the element. */
static uint64_t
number_of(const struct clair_ctx *ctx, struct clair_style_place place)
{
	if (place.by == CLAIR_BY_ATTRIBUTE)
		return UINT64_C(1) << 63 | place.node->index;
	if (place.by != CLAIR_BY_SHEET)
		return 0;
	return ((uint64_t)(place.use - ctx->sheets->uses) + 1) << 32 | place.offset;
}

uint64_t
clair_declaration(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	return number_of(ctx, clair_node_place(ctx, node, property));
}

uint64_t
clair_declaration_when(struct clair_ctx *ctx, const struct clair_node *node,
    enum clair_property property, enum clair_situation situation)
{
	return number_of(ctx, clair_node_place_when(ctx, node, property, situation));
}

uint64_t
clair_generated_declaration(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_generated where)
{
	return number_of(ctx, clair_generated_place(ctx, node, where));
}

/* --- Generated content: CSS Content 3 -------------------------------------------------------------- */

/* Letters of icon fonts: they say nothing when they are read. U+E000 to U+F8FF, in UTF-8. */
static bool
is_private(const char *text, uint32_t left)
{
	const unsigned char *bytes = (const unsigned char *)text;

	return left >= 3 && ((bytes[0] == 0xEE) || (bytes[0] == 0xEF && bytes[1] < 0xA4));
}

static void
add_words(struct clair_buf *words, const struct clair_css_token *string)
{
	uint32_t i = 0;

	while (i < string->text_length) {
		if (is_private(string->text + i, string->text_length - i)) {
			i += 3;
			continue;
		}
		clair_buf_putc(words, string->text[i++]);
	}
}

/* The strings of a computed `content`; the alternative after a slash replaces them (CSS Content 3,
 * 1.2). */
static const char *
words_of(const char *content, struct clair_arena *arena)
{
	struct clair_css_lexer lexer = {
	    .source = content, .end = (uint32_t)strlen(content), .arena = arena};
	struct clair_css_token token;
	struct clair_buf words;
	const char *kept;

	clair_buf_init(&words, GENERATED_BYTES);
	for (clair_css_next(&lexer, &token); token.type != CLAIR_TOKEN_EOF;
	     clair_css_next(&lexer, &token)) {
		if (token.type == CLAIR_TOKEN_STRING)
			add_words(&words, &token);
		else if (token.type == CLAIR_TOKEN_DELIM && token.delim == '/')
			clair_buf_clear(&words);
	}
	kept = words.length == 0 ? "" : clair_strndup(arena, words.bytes, words.length);
	clair_buf_free(&words);
	return kept;
}

const char *
clair_generated_text(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_generated where)
{
	const struct clair_style *style = generated_style(ctx, node, where);
	const struct clair_css_value *content;

	if (style == NULL || clair_style_keyword(style, CLAIR_CSS_DISPLAY) == CLAIR_KW_NONE ||
	    clair_style_keyword(style, CLAIR_CSS_VISIBILITY) != CLAIR_KW_VISIBLE)
		return "";
	content = clair_style_value(style, CLAIR_CSS_CONTENT);
	return content->kind == CLAIR_VALUE_TEXT ? words_of(content->text, &ctx->page->mem) : "";
}

bool
clair_has_generated_box(struct clair_ctx *ctx, const struct clair_node *node)
{
	return generated_style(ctx, node, CLAIR_BEFORE) != NULL ||
	    generated_style(ctx, node, CLAIR_AFTER) != NULL;
}

/* --- Fonts of icons ------------------------------------------------------------------------------------- */

static bool
starts(const char *text, size_t length, const char *word)
{
	size_t size = strlen(word);

	return length >= size && clair_order(text, word, size) == 0;
}

/* "icon" at the beginning of a word, and "icons" anywhere: "dashicons", not "lexicon". */
static bool
is_named_icons(const char *name, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (starts(name + i, length - i, "icons") ||
		    (starts(name + i, length - i, "icon") && (i == 0 || !clair_is_letter(name[i - 1]))))
			return true;
	return false;
}

static bool
draws_icons(const struct clair_style *style)
{
	/* First family of the list, as they are named in what sites use, when the name does not say it. */
	static const char *const names[] = {"material symbols", "font awesome", "fontawesome",
	    "remixicon", "icomoon", "fontello", "themify", "phosphor", "feather", "etmodules",
	    "flaticon"};
	const struct clair_css_value *family = clair_style_value(style, CLAIR_CSS_FONT_FAMILY);
	const char *first;
	size_t length;

	if (family->kind != CLAIR_VALUE_TEXT)
		return false;
	first = family->text + strspn(family->text, "\"'");
	length = strcspn(first, "\"',");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (starts(first, length, names[i]))
			return true;
	return is_named_icons(first, length);
}

bool
clair_in_icon_font(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_style *style = clair_node_style(ctx, node);

	return style != NULL && draws_icons(style);
}

bool
clair_generated_is_seen(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_generated where)
{
	const struct clair_style *style = generated_style(ctx, node, where);

	return style != NULL && clair_unseen_by_style(style) == CLAIR_SEEN && !draws_icons(style);
}
