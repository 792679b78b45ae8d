/*
 * One style sheet as parsed: immutable, shared by all the pages and threads that use it. Parsed once a
 * run for each content (and mode). CSS Syntax 3 section 5, CSS Nesting 1, CSS Cascade 5 (layers), CSS
 * Conditional 3. Private to src/style/ and the engine.
 */
#ifndef CLAIR_STYLE_SHEET_H
#define CLAIR_STYLE_SHEET_H

#include "style/media.h"
#include "style/selector.h"
#include "style/value.h"

/* A condition that holds for some rules, inside another one. */
enum clair_condition_kind {
	CLAIR_CONDITION_MEDIA,
	CLAIR_CONDITION_CONTAINER, /* not known: its rules apply as if it did not hold, and say so */
	CLAIR_CONDITION_SCOPE,     /* @scope with a limit or without root: not known. Roots alone are made part
	                              of the selectors by the parser */
};

/* @supports is decided by the parser: rules under a false one are not kept. @starting-style never holds:
 * its rules are not kept either. */
struct clair_condition {
	uint8_t kind;
	uint32_t parent;                      /* index, CLAIR_NO_CONDITION at the top */
	const struct clair_media_list *media; /* MEDIA */
};
#define CLAIR_NO_CONDITION UINT32_MAX

/* A layer in this sheet, by its full name ("base.reset"; anonymous ones are "\001" and a number). In the
 * order they are first named. */
struct clair_layer_name {
	const char *name; /* ended by NUL */
};
#define CLAIR_NO_LAYER UINT32_MAX

/* One style rule: its selectors and declarations. Nested rules are rules of their own, after it, with
 * their selectors made whole. A declaration after a nested rule is in a rule of its own (CSS Nesting). */
struct clair_css_rule {
	struct clair_css_selector_list selectors;
	struct clair_css_block block;
	uint32_t condition;  /* index in conditions, or CLAIR_NO_CONDITION */
	uint32_t layer;      /* index in layers, or CLAIR_NO_LAYER */
	uint32_t offset;     /* of the first selector in the sheet */
};

struct clair_css_import {
	const char *url;     /* as written, ended by NUL */
	const struct clair_media_list *media; /* NULL: all */
	uint32_t layer;      /* index in layers, or CLAIR_NO_LAYER */
	bool supported;      /* supports(…) holds, or is absent */
	uint32_t offset;
};

/* What comes before each stretch of 4 KiB: whole lines, and code points of the line it starts in. */
struct clair_sheet_stretch {
	uint32_t lines, columns;
};

struct clair_sheet {
	const char *source;  /* UTF-8, in the arena */
	uint32_t length;
	const struct clair_css_rule *rules;
	uint32_t rule_count;
	const struct clair_condition *conditions;
	uint32_t condition_count;
	const struct clair_layer_name *layers;
	uint32_t layer_count;
	uint32_t layers_before; /* those that @layer a, b; names before the imports */
	const struct clair_css_import *imports; /* only those that CSS takes: before any rule */
	uint32_t import_count;
	uint32_t selectors_dropped;  /* rules whose selectors could not be read */
	bool quirks;                 /* parsed for pages in quirks mode */
	bool cut;                    /* a ceiling was met: what follows was not read */
	const struct clair_sheet_stretch *stretches; /* NULL without memory */
	void *index;                 /* index.h: rules by key; made with the sheet, read-only */
	struct clair_arena mem;
};

/* What is read depends on the sheet alone. Time is a last resort, that no sheet is known to meet. */
struct clair_sheet_limits {
	size_t memory;         /* bytes; 0: 64 MiB */
	size_t bytes;          /* of the sheet; 0: 16 MiB */
	uint32_t rules;        /* 0: 200,000 */
	uint32_t declarations; /* valid or not; 0: 1,000,000 */
	unsigned milliseconds; /* of the thread's time; 0: 20,000 */
};

/*
 * Bytes to a sheet: BOM, then `charset` of HTTP, then @charset, then `fallback` (the page's), then UTF-8
 * (CSS Syntax 3.2). NULL only without memory. Free it with clair_sheet_free.
 */
struct clair_sheet *clair_sheet_parse(const char *bytes, size_t length, const char *charset,
    const char *fallback, bool quirks, const struct clair_sheet_limits *limits);
void clair_sheet_free(struct clair_sheet *sheet);

/* 1-based; the column counts code points. */
void clair_sheet_position(
    const struct clair_sheet *sheet, uint32_t offset, uint32_t *line, uint32_t *column);

/* @supports: does our engine, that stands for a browser of today, have this? Declarations: any property
 * that browsers know (supports.c keeps the list of names) with a value that parses if it is one of ours;
 * selector(): that reads. */
bool clair_supports_holds(struct clair_css_lexer *condition, struct clair_arena *arena);

/* supports() of @import: the lexer stands past its parenthesis. A condition, or a declaration alone. */
bool clair_supports_import(struct clair_css_lexer *inside, struct clair_arena *arena);

#endif
