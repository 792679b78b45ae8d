/* What starts with @: CSS Syntax 3 section 5.4.3, Cascade 5 (@import, @layer), Conditional 3. */
#include "style/sheet_read.h"

#include "style/condition.h"

#include <string.h>

/* One at-rule: what stands between its keyword and its block, or its semicolon. */
struct at_rule {
	struct clair_css_lexer prelude;
	uint32_t brace; /* of the block, when there is one */
	bool has_block;
};

static struct clair_prelude
reader_of(struct clair_css_lexer lexer)
{
	struct clair_prelude reader = {.lexer = lexer};

	clair_prelude_advance(&reader);
	return reader;
}

/* The rules of the block, under what the at-rule adds. */
static void
read_block(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    uint32_t condition, uint32_t layer)
{
	struct clair_rule_context inside = {.parent = context->parent, .scope = context->scope,
		.offset = context->offset, .condition = condition, .layer = layer, .depth = context->depth + 1};

	reader->past_imports = true;
	clair_rules_read(reader, &inside);
}

/* --- Conditions ---------------------------------------------------------------------------------- */

/* The index of a new condition inside the context's; the context's own without memory. */
static uint32_t
add_condition(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    enum clair_condition_kind kind, const struct clair_media_list *media)
{
	struct clair_sheet *sheet = reader->sheet;
	struct clair_condition *condition = clair_grow(&sheet->mem, &reader->conditions,
	    sheet->condition_count, &reader->condition_room, sizeof(*condition));

	if (condition == NULL)
		return context->condition;
	*condition = (struct clair_condition){
		.kind = (uint8_t)kind, .parent = context->condition, .media = media};
	return sheet->condition_count++;
}

static void
read_media(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    const struct at_rule *rule)
{
	const struct clair_media_list *media;

	if (!rule->has_block)
		return;
	media = clair_media_read(rule->prelude, &reader->sheet->mem);
	if (media != NULL)
		read_block(reader, context,
		    add_condition(reader, context, CLAIR_CONDITION_MEDIA, media), context->layer);
}

static void
read_supports(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    const struct at_rule *rule)
{
	struct clair_css_lexer condition = rule->prelude;

	if (!rule->has_block)
		return;
	if (clair_supports_holds(&condition, &reader->sheet->mem))
		read_block(reader, context, context->condition, context->layer);
	else
		clair_block_pass(reader, rule->brace);
}

static void
read_container(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    const struct at_rule *rule)
{
	if (rule->has_block)
		read_block(reader, context,
		    add_condition(reader, context, CLAIR_CONDITION_CONTAINER, NULL), context->layer);
}

/* The scope's roots, or NULL when they are not valid. As :where() of them: they weigh nothing
 * (Cascade 6, 2.5.2). */
static const struct clair_css_selector_list *
read_roots(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    struct clair_prelude *prelude)
{
	struct clair_arena *arena = &reader->sheet->mem;
	const struct clair_selector_options options = {
		.quirks = reader->sheet->quirks, .parent = context->parent, .scope = context->scope};
	struct clair_css_selector_list *roots = clair_alloc(arena, sizeof(*roots));
	struct clair_css_lexer inside = prelude->lexer;
	struct clair_css_lexer block = inside;
	struct clair_css_token open;

	block.at = prelude->token.offset;
	inside.end = clair_css_skip(&block, &open) - 1; /* closed, as a block comes after it */
	clair_prelude_pass(prelude);
	if (roots == NULL || !clair_selector_read(roots, inside, &options, arena))
		return NULL;
	roots->specificity = 0;
	return roots;
}

/* A scope whose root is the parent of the style element, or that has a limit, is not known. */
static void
read_scope(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    const struct at_rule *rule)
{
	struct clair_prelude prelude = reader_of(rule->prelude);
	struct clair_rule_context scope = *context;
	uint32_t condition = context->condition;

	if (!rule->has_block)
		return;
	if (prelude.token.type == CLAIR_TOKEN_OPEN_ROUND) {
		scope.offset = prelude.token.offset;
		scope.parent = read_roots(reader, context, &prelude);
		scope.scope = scope.parent;
		if (scope.parent == NULL) {
			reader->sheet->selectors_dropped++;
			clair_block_pass(reader, rule->brace);
			return;
		}
	}
	if (scope.parent == context->parent || prelude.token.type != CLAIR_TOKEN_EOF)
		condition = add_condition(reader, context, CLAIR_CONDITION_SCOPE, NULL);
	read_block(reader, &scope, condition, context->layer);
}

/* --- Layers -------------------------------------------------------------------------------------- */

/* The layer of that name in `outer`; named now for the first time, or known. */
static uint32_t
name_layer(struct clair_sheet_reader *reader, uint32_t outer, const char *name, uint32_t length)
{
	struct clair_sheet *sheet = reader->sheet;
	bool is_inner = outer != CLAIR_NO_LAYER;
	char *full = clair_asprintf(&sheet->mem, "%s%s%.*s", is_inner ? reader->layers[outer].name : "",
	    is_inner ? "." : "", (int)length, name);
	size_t full_length = strlen(full);
	struct clair_layer_name *layer;
	void **at;

	/* A point within a name, escaped, is no separator. */
	for (size_t i = full_length - length; i < full_length; i++)
		if (full[i] == '.')
			full[i] = '\002';
	at = clair_map_at(&reader->layer_by_name, full, full_length);
	if (at != NULL && *at == NULL) {
		layer = clair_grow(&sheet->mem, &reader->layers, sheet->layer_count,
		    &reader->layer_room, sizeof(*layer));
		if (layer != NULL) {
			layer->name = full;
			*at = (void *)(uintptr_t)++sheet->layer_count;
		}
	}
	return at != NULL && *at != NULL ? (uint32_t)(uintptr_t)*at - 1 : outer;
}

static uint32_t
name_anonymous(struct clair_sheet_reader *reader, uint32_t outer)
{
	const char *name = clair_asprintf(&reader->sheet->mem, "\001%u", ++reader->anonymous);

	return name_layer(reader, outer, name, (uint32_t)strlen(name));
}

/* <layer-name>: identifiers joined by points, with nothing between. False: not one. */
static bool
read_layer_name(struct clair_sheet_reader *reader, struct clair_prelude *prelude, uint32_t *layer)
{
	for (;;) {
		uint32_t past = prelude->token.offset + prelude->token.length;

		if (prelude->token.type != CLAIR_TOKEN_IDENT)
			return false;
		*layer = name_layer(reader, *layer, prelude->token.text, prelude->token.text_length);
		clair_prelude_advance(prelude);
		if (prelude->token.type != CLAIR_TOKEN_DELIM || prelude->token.delim != '.' ||
		    prelude->token.offset != past)
			return true;
		clair_prelude_advance(prelude);
		if (prelude->token.offset != past + 1)
			return false;
	}
}

/* @layer a, b; names layers for their order. It may stand before the imports, not among them (Cascade 5,
 * 6.4.4.2). */
static void
read_layer_list(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    struct clair_prelude *prelude)
{
	reader->past_imports = reader->past_imports || reader->sheet->import_count != 0;
	for (;;) {
		uint32_t layer = context->layer;

		if (!read_layer_name(reader, prelude, &layer) ||
		    prelude->token.type != CLAIR_TOKEN_COMMA)
			return;
		clair_prelude_advance(prelude);
	}
}

static void
read_layer(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    const struct at_rule *rule)
{
	struct clair_prelude prelude = reader_of(rule->prelude);
	uint32_t layer = context->layer;

	if (!rule->has_block) {
		read_layer_list(reader, context, &prelude);
		return;
	}
	if (prelude.token.type == CLAIR_TOKEN_EOF)
		layer = name_anonymous(reader, layer);
	else if (!read_layer_name(reader, &prelude, &layer) ||
	    prelude.token.type != CLAIR_TOKEN_EOF) {
		clair_block_pass(reader, rule->brace);
		return;
	}
	read_block(reader, context, context->condition, layer);
}

/* --- Imports ------------------------------------------------------------------------------------- */

/* url(…) or a string. */
static bool
read_import_url(struct clair_prelude *prelude, struct clair_css_import *import)
{
	struct clair_css_token token = prelude->token;

	import->offset = token.offset;
	if (token.type == CLAIR_TOKEN_FUNCTION && clair_css_is(&token, "url")) {
		struct clair_prelude inside = *prelude;

		clair_prelude_advance(&inside);
		token = inside.token;
		clair_prelude_pass(prelude);
	} else {
		clair_prelude_advance(prelude);
	}
	if (token.type != CLAIR_TOKEN_URL && token.type != CLAIR_TOKEN_STRING)
		return false;
	import->url = clair_strndup(prelude->lexer.arena, token.text, token.text_length);
	return true;
}

/* layer, or layer(name): what else is there is left to the media. */
static void
read_import_layer(struct clair_sheet_reader *reader, struct clair_prelude *prelude,
    struct clair_css_import *import)
{
	struct clair_prelude start = *prelude;

	if (clair_prelude_is_word(prelude, "layer")) {
		import->layer = name_anonymous(reader, CLAIR_NO_LAYER);
		clair_prelude_advance(prelude);
	} else if (prelude->token.type == CLAIR_TOKEN_FUNCTION &&
	    clair_css_is(&prelude->token, "layer")) {
		clair_prelude_advance(prelude);
		if (!read_layer_name(reader, prelude, &import->layer) ||
		    !clair_prelude_ends_with(prelude, CLAIR_TOKEN_CLOSE_ROUND)) {
			import->layer = CLAIR_NO_LAYER;
			*prelude = start;
		}
	}
}

static void
read_import_supports(struct clair_prelude *prelude, struct clair_css_import *import)
{
	struct clair_css_lexer inside = prelude->lexer;

	import->supported = true;
	if (prelude->token.type != CLAIR_TOKEN_FUNCTION || !clair_css_is(&prelude->token, "supports"))
		return;
	import->supported = clair_supports_import(&inside, inside.arena);
	clair_prelude_pass(prelude);
}

static void
read_import(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    const struct at_rule *rule)
{
	struct clair_sheet *sheet = reader->sheet;
	struct clair_prelude prelude = reader_of(rule->prelude);
	struct clair_css_import import = {.layer = CLAIR_NO_LAYER};
	struct clair_css_import *place;

	if (rule->has_block) {
		clair_block_pass(reader, rule->brace);
		return;
	}
	if (reader->past_imports || context->depth != 0 || !read_import_url(&prelude, &import))
		return;
	if (sheet->import_count == 0)
		sheet->layers_before = sheet->layer_count;
	read_import_layer(reader, &prelude, &import);
	read_import_supports(&prelude, &import);
	if (prelude.token.type != CLAIR_TOKEN_EOF) {
		prelude.lexer.at = prelude.token.offset;
		import.media = clair_media_read(prelude.lexer, &sheet->mem);
	}
	place = clair_grow(
	    &sheet->mem, &reader->imports, sheet->import_count, &reader->import_room, sizeof(*place));
	if (place == NULL)
		return;
	*place = import;
	sheet->import_count++;
}

/* --- All ----------------------------------------------------------------------------------------- */

/* Known, but of no use here: fonts, animations, pages… @starting-style never holds. */
static void
read_useless(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    const struct at_rule *rule)
{
	(void)context;
	reader->past_imports = true;
	if (rule->has_block)
		clair_block_pass(reader, rule->brace);
}

typedef void (*at_rule_read)(struct clair_sheet_reader *reader,
    const struct clair_rule_context *context, const struct at_rule *rule);

static at_rule_read
how_to_read(const struct clair_css_token *keyword)
{
	static const struct {
		const char *name;
		at_rule_read read;
	} known[] = {
		{"media", read_media}, {"supports", read_supports}, {"layer", read_layer},
		{"import", read_import}, {"container", read_container}, {"scope", read_scope},
		{"font-face", read_useless}, {"keyframes", read_useless},
		{"-webkit-keyframes", read_useless}, {"page", read_useless},
		{"property", read_useless}, {"namespace", read_useless},
		{"counter-style", read_useless}, {"starting-style", read_useless},
		{"font-feature-values", read_useless}, {"font-palette-values", read_useless},
		{"position-try", read_useless}, {"view-transition", read_useless},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (clair_css_is(keyword, known[i].name))
			return known[i].read;
	return NULL;
}

void
clair_at_rule_read(struct clair_sheet_reader *reader, struct clair_rule_context *context,
    const struct clair_css_token *keyword)
{
	struct at_rule rule = {.prelude = reader->lexer};
	at_rule_read read = how_to_read(keyword);
	struct clair_css_token token;

	do
		clair_value_next(&reader->lexer, &token);
	while (token.type != CLAIR_TOKEN_EOF && token.type != CLAIR_TOKEN_SEMICOLON &&
	    token.type != CLAIR_TOKEN_OPEN_CURLY &&
	    (token.type != CLAIR_TOKEN_CLOSE_CURLY || context->depth == 0));
	if (token.type == CLAIR_TOKEN_CLOSE_CURLY)
		reader->lexer.at = token.offset;
	rule.prelude.end = token.offset;
	rule.brace = token.offset;
	rule.has_block = token.type == CLAIR_TOKEN_OPEN_CURLY;
	if (read != NULL)
		read(reader, context, &rule);
	else if (rule.has_block)
		clair_block_pass(reader, rule.brace);
}
