/*
 * The rules of a sheet while they are read: sheet_read.c reads style rules and declarations, at_rule.c
 * what starts with @. Private to the parser.
 */
#ifndef CLAIR_STYLE_SHEET_READ_H
#define CLAIR_STYLE_SHEET_READ_H

#include "base/map.h"
#include "style/sheet.h"

#include <time.h>

struct clair_sheet_reader {
	struct clair_sheet *sheet; /* its arena is that of the rules */
	struct clair_css_lexer lexer;
	struct clair_css_rule *rules;
	struct clair_condition *conditions;
	struct clair_layer_name *layers;
	struct clair_css_import *imports;
	uint32_t rule_room, condition_room, layer_room, import_room;
	struct clair_map layer_by_name; /* to the index, plus one */
	uint32_t anonymous;             /* layers without name so far */
	bool past_imports;              /* a rule was met that no @import may follow */
	uint32_t rule_ceiling;
	uint32_t declarations_left;
	size_t room;                    /* bytes of the arena, past which nothing more is read */
	struct timespec end;
	uint32_t ticks;
};

/* The block that is read, and what its rules stand under. */
struct clair_rule_context {
	const struct clair_css_selector_list *parent; /* of nested rules and declarations; NULL: none */
	const struct clair_css_selector_list *scope;  /* the roots of the nearest @scope; NULL: none */
	struct clair_css_block block;                 /* declarations not yet made a rule */
	uint32_t offset;                              /* of the parent's first selector */
	uint32_t condition, layer;
	unsigned depth; /* of blocks; 0: the sheet */
};

/* Room for one more, zeroed; NULL without memory. `list` points to the array. */
void *clair_grow(struct clair_arena *arena, void *list, uint32_t count, uint32_t *room, size_t size);

/* 5.4.2 and 5.4.5: rules, and declarations when there is a parent, past the brace that closes the block
 * or to the end. */
void clair_rules_read(struct clair_sheet_reader *reader, struct clair_rule_context *context);

/* The next token that may end something, past the whole of ( ), [ ] and functions. */
void clair_value_next(struct clair_css_lexer *lexer, struct clair_css_token *token);

/* Past the block that opens at `brace`. */
void clair_block_pass(struct clair_sheet_reader *reader, uint32_t brace);

/* 5.4.3, the keyword just read. */
void clair_at_rule_read(struct clair_sheet_reader *reader, struct clair_rule_context *context,
    const struct clair_css_token *keyword);

#endif
