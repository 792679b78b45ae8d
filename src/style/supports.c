/* See sheet.h. What a browser of today supports: CSS Conditional 3 and 4. */
#include "style/condition.h"
#include "style/sheet.h"

#include <string.h>

/* Those of Chromium 156, sorted. */
static const char *const properties[] = {
#define N(name) name,
#include "style/supported.def"
#undef N
};

/* The truth of a leaf. */
static const bool holds = true;
static const bool fails = false;

static bool
is_property(const struct clair_css_token *name)
{
	size_t low = 0;
	size_t high = sizeof(properties) / sizeof(properties[0]);
	char lower[64];

	if (name->text_length >= sizeof(lower))
		return false;
	for (uint32_t i = 0; i < name->text_length; i++) {
		char byte = name->text[i];

		lower[i] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
	}
	lower[name->text_length] = '\0';
	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strcmp(lower, properties[middle]);

		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

static bool
declares(const struct clair_css_token *name, struct clair_css_lexer value)
{
	struct clair_css_block block = {0};

	return clair_css_declare(&block, name->text, name->text_length, value, false, 0, false);
}

/* A property that is computed here takes `initial`, and its value must be one that can be read. Of the
 * others, any value is taken that is not empty. */
static bool
is_supported(const struct clair_css_token *name, struct clair_css_lexer value)
{
	const struct clair_css_lexer initial = {"initial", 0, 7, value.arena};
	struct clair_css_token token;

	if (name->text_length > 2 && memcmp(name->text, "--", 2) == 0)
		return true;
	if (!is_property(name))
		return false;
	if (declares(name, initial))
		return declares(name, value);
	do
		clair_css_next(&value, &token);
	while (token.type == CLAIR_TOKEN_SPACE);
	return token.type != CLAIR_TOKEN_EOF;
}

/* What stands inside the parentheses at the token: up to the one that closes them, which becomes the
 * token. False when something there is not well formed. */
static bool
read_inside(struct clair_prelude *reader, struct clair_css_lexer *inside)
{
	*inside = reader->lexer;
	inside->at = reader->token.offset;
	while (reader->token.type != CLAIR_TOKEN_CLOSE_ROUND && reader->token.type != CLAIR_TOKEN_EOF) {
		switch (reader->token.type) {
		case CLAIR_TOKEN_BAD_STRING:
		case CLAIR_TOKEN_BAD_URL:
		case CLAIR_TOKEN_CLOSE_CURLY:
		case CLAIR_TOKEN_CLOSE_SQUARE:
		case CLAIR_TOKEN_SEMICOLON:
			return false;
		default:
			clair_prelude_pass(reader);
		}
	}
	inside->end = reader->token.offset;
	return true;
}

/* "!important" at the end is left out. */
static struct clair_css_lexer
without_important(struct clair_css_lexer value)
{
	struct clair_css_lexer lexer = value;
	struct clair_css_token before = {.type = CLAIR_TOKEN_EOF};
	struct clair_css_token last = before;
	struct clair_css_token token;

	for (;;) {
		clair_css_next(&lexer, &token);
		if (token.type == CLAIR_TOKEN_EOF)
			break;
		if (token.type == CLAIR_TOKEN_SPACE)
			continue;
		before = last;
		last = token;
	}
	if (before.type == CLAIR_TOKEN_DELIM && before.delim == '!' && last.type == CLAIR_TOKEN_IDENT &&
	    clair_css_is(&last, "important"))
		value.end = before.offset;
	return value;
}

/* (name: value) */
static bool
read_declaration(struct clair_prelude *reader, void *data, const void **leaf)
{
	struct clair_css_token name = reader->token;
	struct clair_css_lexer value;

	(void)data;
	if (name.type != CLAIR_TOKEN_IDENT)
		return false;
	clair_prelude_advance(reader);
	if (reader->token.type != CLAIR_TOKEN_COLON)
		return false;
	clair_prelude_advance(reader);
	if (!read_inside(reader, &value))
		return false;
	*leaf = is_supported(&name, without_important(value)) ? &holds : &fails;
	return true;
}

static bool
is_one_of(struct clair_css_lexer inside, const char *const *words)
{
	struct clair_prelude reader = {.lexer = inside};
	struct clair_css_token word;

	clair_prelude_advance(&reader);
	word = reader.token;
	clair_prelude_advance(&reader);
	if (word.type != CLAIR_TOKEN_IDENT || reader.token.type != CLAIR_TOKEN_EOF)
		return false;
	for (; *words != NULL; words++)
		if (clair_css_is(&word, *words))
			return true;
	return false;
}

/* One complex selector: a list is not one. */
static bool
is_selector(struct clair_css_lexer inside, struct clair_arena *arena)
{
	const struct clair_selector_options options = {0};
	struct clair_css_selector_list list;

	return clair_selector_read(&list, inside, &options, arena) && list.count == 1;
}

/* selector(…), font-tech(…), font-format(…): Conditional 4 and 5. */
static bool
read_function(struct clair_prelude *reader, void *data, const void **leaf)
{
	static const char *const techs[] = {"features-opentype", "features-aat", "variations",
		"color-colrv0", "color-colrv1", "color-sbix", "color-cbdt", "palettes", NULL};
	static const char *const formats[] = {"collection", "opentype", "truetype", "woff", "woff2", NULL};
	struct clair_css_token name = reader->token;
	struct clair_css_lexer inside;
	bool has = false;

	clair_prelude_advance(reader);
	if (!read_inside(reader, &inside))
		return false;
	if (clair_css_is(&name, "selector"))
		has = is_selector(inside, data);
	else if (clair_css_is(&name, "font-tech"))
		has = is_one_of(inside, techs);
	else if (clair_css_is(&name, "font-format"))
		has = is_one_of(inside, formats);
	*leaf = has ? &holds : &fails;
	clair_prelude_advance(reader);
	return true;
}

static enum clair_truth
leaf_holds(const void *leaf, const void *data)
{
	(void)data;
	return *(const bool *)leaf ? CLAIR_TRUE : CLAIR_FALSE;
}

/* One condition, up to `close`. */
static bool
condition_holds(
    struct clair_css_lexer *lexer, struct clair_arena *arena, enum clair_css_token_type close)
{
	const struct clair_logic_reader how = {
		.parenthesis = read_declaration, .function = read_function, .data = arena};
	struct clair_prelude reader = {.lexer = *lexer};
	const struct clair_logic_node *condition;

	reader.lexer.arena = arena;
	clair_prelude_advance(&reader);
	condition = clair_logic_read(&reader, &how);
	*lexer = reader.lexer;
	return condition != NULL &&
	    (reader.token.type == close || reader.token.type == CLAIR_TOKEN_EOF) &&
	    clair_logic_holds(condition, leaf_holds, NULL, CLAIR_FALSE) == CLAIR_TRUE;
}

bool
clair_supports_holds(struct clair_css_lexer *condition, struct clair_arena *arena)
{
	return condition_holds(condition, arena, CLAIR_TOKEN_EOF);
}

bool
clair_supports_import(struct clair_css_lexer *inside, struct clair_arena *arena)
{
	struct clair_prelude reader = {.lexer = *inside};
	const void *leaf;

	reader.lexer.arena = arena;
	clair_prelude_advance(&reader);
	if (read_declaration(&reader, arena, &leaf))
		return leaf_holds(leaf, NULL) == CLAIR_TRUE;
	return condition_holds(inside, arena, CLAIR_TOKEN_CLOSE_ROUND);
}
