/* Style rules and declarations: CSS Syntax 3, section 5, with CSS Nesting 1. See sheet_read.h. */
#include "style/sheet_read.h"

#include "base/clock.h"

#include <string.h>

enum { DEPTH = 64, TICKS = 128 };

void *
clair_grow(struct clair_arena *arena, void *list, uint32_t count, uint32_t *room, size_t size)
{
	void *bytes;
	void *more;

	memcpy(&bytes, list, sizeof(bytes));
	if (count == *room) {
		more = clair_alloc_array(arena, *room != 0 ? (size_t)*room * 2 : 16, size);
		if (more == NULL)
			return NULL;
		if (count != 0)
			memcpy(more, bytes, count * size);
		*room = *room != 0 ? *room * 2 : 16;
		memcpy(list, &more, sizeof(more));
		bytes = more;
	}
	return (char *)bytes + count * size;
}

void
clair_value_next(struct clair_css_lexer *lexer, struct clair_css_token *token)
{
	clair_css_glide(lexer);
	clair_css_next(lexer, token);
	if (token->type == CLAIR_TOKEN_FUNCTION || token->type == CLAIR_TOKEN_OPEN_ROUND ||
	    token->type == CLAIR_TOKEN_OPEN_SQUARE) {
		lexer->at = token->offset;
		clair_css_skip(lexer, token);
	}
}

void
clair_block_pass(struct clair_sheet_reader *reader, uint32_t brace)
{
	struct clair_css_token token;

	reader->lexer.at = brace;
	clair_css_skip(&reader->lexer, &token);
}

/* Nothing more is read. */
static void
stop(struct clair_sheet_reader *reader)
{
	reader->sheet->cut = true;
	reader->lexer.at = reader->lexer.end;
}

static bool
goes_on(struct clair_sheet_reader *reader)
{
	if (reader->sheet->mem.failed || reader->sheet->mem.used > reader->room ||
	    (reader->ticks++ % TICKS == 0 && clair_clock_is_past(&reader->end)))
		stop(reader);
	return reader->lexer.at < reader->lexer.end;
}

/* What was declared since the last nested rule is a rule (CSS Nesting 1, 4.2). */
static void
flush(struct clair_sheet_reader *reader, struct clair_rule_context *context)
{
	struct clair_sheet *sheet = reader->sheet;
	struct clair_css_rule *rule;

	if (context->block.count == 0)
		return;
	if (sheet->rule_count >= reader->rule_ceiling) {
		stop(reader);
		return;
	}
	rule = clair_grow(
	    &sheet->mem, &reader->rules, sheet->rule_count, &reader->rule_room, sizeof(*rule));
	if (rule == NULL)
		return;
	*rule = (struct clair_css_rule){.selectors = *context->parent, .block = context->block,
		.condition = context->condition, .layer = context->layer, .offset = context->offset};
	sheet->rule_count++;
	context->block = (struct clair_css_block){0};
}

/* --- Declarations -------------------------------------------------------------------------------- */

/* A value as far as it goes: 5.4.6, step 5. */
struct value_span {
	struct clair_css_lexer lexer; /* without !important */
	bool is_important;
	bool is_bad;    /* holds what no value may hold */
	bool has_block; /* { at its top level: it was read up to there */
};

/* "important", at the end of the value. */
static bool
is_last_important(struct clair_css_lexer lexer)
{
	struct clair_css_token word;
	struct clair_css_token token;

	do
		clair_css_next(&lexer, &word);
	while (word.type == CLAIR_TOKEN_SPACE);
	do
		clair_css_next(&lexer, &token);
	while (token.type == CLAIR_TOKEN_SPACE);
	return word.type == CLAIR_TOKEN_IDENT && clair_css_is(&word, "important") &&
	    (token.type == CLAIR_TOKEN_SEMICOLON || token.type == CLAIR_TOKEN_CLOSE_CURLY ||
	        token.type == CLAIR_TOKEN_EOF);
}

/* To the semicolon, that is passed, or to the brace that closes the block, that is not. */
static void
read_span(struct clair_css_lexer *lexer, bool takes_blocks, struct value_span *span)
{
	struct clair_css_token token;
	uint32_t mark = lexer->end;

	*span = (struct value_span){.lexer = *lexer};
	for (;;) {
		clair_value_next(lexer, &token);
		if (token.type == CLAIR_TOKEN_SEMICOLON || token.type == CLAIR_TOKEN_EOF ||
		    token.type == CLAIR_TOKEN_CLOSE_CURLY)
			break;
		if (token.type == CLAIR_TOKEN_OPEN_CURLY) {
			span->has_block = true;
			if (!takes_blocks)
				return;
			lexer->at = token.offset;
			clair_css_skip(lexer, &token);
		}
		span->is_bad |= token.type == CLAIR_TOKEN_BAD_STRING ||
		    token.type == CLAIR_TOKEN_BAD_URL || token.type == CLAIR_TOKEN_CLOSE_ROUND ||
		    token.type == CLAIR_TOKEN_CLOSE_SQUARE;
		if (token.type == CLAIR_TOKEN_DELIM && token.delim == '!' && is_last_important(*lexer)) {
			span->is_important = true;
			mark = token.offset;
		}
	}
	if (token.type == CLAIR_TOKEN_CLOSE_CURLY)
		lexer->at = token.offset;
	span->lexer.end = span->is_important ? mark : token.offset;
}

/* 5.4.6. False: this is no declaration, and the lexer is where it was. */
static bool
read_declaration(struct clair_sheet_reader *reader, struct clair_rule_context *context)
{
	const struct clair_css_lexer start = reader->lexer;
	struct clair_css_token name;
	struct clair_css_token token;
	struct value_span span;
	bool is_custom;

	clair_css_next(&reader->lexer, &name);
	do
		clair_css_next(&reader->lexer, &token);
	while (token.type == CLAIR_TOKEN_SPACE);
	if (name.type == CLAIR_TOKEN_IDENT && token.type == CLAIR_TOKEN_COLON) {
		is_custom = name.text_length >= 2 && memcmp(name.text, "--", 2) == 0;
		read_span(&reader->lexer, is_custom, &span);
		if (is_custom || !span.has_block) {
			if (reader->declarations_left-- == 0)
				stop(reader);
			else if (!span.is_bad)
				clair_css_declare(&context->block, name.text, name.text_length,
				    span.lexer, span.is_important, name.offset, reader->sheet->quirks);
			return true;
		}
	}
	reader->lexer = start;
	return false;
}

/* --- Style rules --------------------------------------------------------------------------------- */

/* Up to the brace that opens the block: true, and it is passed. False: there is no rule. */
static bool
read_prelude(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    struct clair_css_token *brace)
{
	for (;;) {
		clair_value_next(&reader->lexer, brace);
		switch (brace->type) {
		case CLAIR_TOKEN_OPEN_CURLY:
			return true;
		case CLAIR_TOKEN_EOF:
			return false;
		case CLAIR_TOKEN_SEMICOLON:
			if (context->parent != NULL)
				return false;
			break;
		case CLAIR_TOKEN_CLOSE_CURLY:
			if (context->depth == 0)
				break;
			reader->lexer.at = brace->offset;
			return false;
		}
	}
}

/* 5.4.4: a rule that could be a custom property is not one. */
static bool
is_like_custom(struct clair_css_lexer lexer)
{
	struct clair_css_token name;
	struct clair_css_token token;

	clair_css_next(&lexer, &name);
	if (name.type != CLAIR_TOKEN_IDENT || name.text_length < 2 || memcmp(name.text, "--", 2) != 0)
		return false;
	do
		clair_css_next(&lexer, &token);
	while (token.type == CLAIR_TOKEN_SPACE);
	return token.type == CLAIR_TOKEN_COLON;
}

static const struct clair_css_selector_list *
read_selectors(struct clair_sheet_reader *reader, const struct clair_rule_context *context,
    struct clair_css_lexer prelude)
{
	struct clair_arena *arena = &reader->sheet->mem;
	const struct clair_selector_options options = {.quirks = reader->sheet->quirks,
		.relative = context->parent != NULL, .parent = context->parent,
		.scope = context->scope};
	struct clair_css_selector_list *list;

	if (is_like_custom(prelude))
		return NULL;
	list = clair_alloc(arena, sizeof(*list));
	return list != NULL && clair_selector_read(list, prelude, &options, arena) ? list : NULL;
}

/* 5.4.4, "consume a qualified rule". */
static void
read_style_rule(struct clair_sheet_reader *reader, struct clair_rule_context *context)
{
	struct clair_css_lexer prelude = reader->lexer;
	struct clair_rule_context inside = {.scope = context->scope, .offset = prelude.at,
		.condition = context->condition, .layer = context->layer, .depth = context->depth + 1};
	struct clair_css_token brace;

	if (!read_prelude(reader, context, &brace))
		return;
	flush(reader, context);
	prelude.end = brace.offset;
	inside.parent = read_selectors(reader, context, prelude);
	if (inside.parent == NULL) {
		reader->sheet->selectors_dropped++;
		clair_block_pass(reader, brace.offset);
		return;
	}
	reader->past_imports = true;
	clair_rules_read(reader, &inside);
}

/* One thing of a block or of the sheet. False: the block is over. */
static bool
read_one(struct clair_sheet_reader *reader, struct clair_rule_context *context)
{
	struct clair_css_token token;

	clair_css_next(&reader->lexer, &token);
	switch (token.type) {
	case CLAIR_TOKEN_EOF:
		return false;
	case CLAIR_TOKEN_SPACE:
		return true;
	case CLAIR_TOKEN_CLOSE_CURLY:
		if (context->depth > 0)
			return false;
		break;
	case CLAIR_TOKEN_SEMICOLON:
		if (context->parent != NULL)
			return true;
		break;
	case CLAIR_TOKEN_CDO:
	case CLAIR_TOKEN_CDC:
		if (context->depth == 0)
			return true;
		break;
	case CLAIR_TOKEN_AT_KEYWORD:
		flush(reader, context);
		clair_at_rule_read(reader, context, &token);
		return true;
	}
	reader->lexer.at = token.offset;
	if (context->parent == NULL || !read_declaration(reader, context))
		read_style_rule(reader, context);
	return true;
}

/* Blocks nest as deep as DEPTH. */
void
clair_rules_read(struct clair_sheet_reader *reader, struct clair_rule_context *context)
{
	if (context->depth > DEPTH) {
		reader->sheet->cut = true;
		clair_block_pass(reader, reader->lexer.at - 1);
		return;
	}
	while (goes_on(reader) && read_one(reader, context))
		;
	flush(reader, context);
}
