/*
 * Values of properties: as declared, then as computed. Private to src/style/ but for struct
 * clair_css_value and its readers, which facts use.
 *
 * A declaration is read once, when its sheet is parsed: shorthands are expanded to the longhands of
 * clairlint/property.def, each with a specified value. What is not valid is dropped, as CSS says (CSS Syntax 8.1),
 * so that the declaration before it wins. A value with var() is kept as text (PENDING) and read when the
 * element is known.
 */
#ifndef CLAIR_STYLE_VALUE_H
#define CLAIR_STYLE_VALUE_H

#include "style/color.h"
#include "clairlint/property.h"

/* Properties before this one are inherited, the others are not. */
#define CLAIR_INHERITED_COUNT CLAIR_CSS_DISPLAY

/* NONE when it is not one of ours. ASCII case-insensitive; aliases (-webkit-…) are known. */
enum clair_property clair_property_of(const char *name, size_t length);
const char *clair_property_name(enum clair_property property);

/* Keywords of the values that are kept as keywords, from keyword.def: K(INLINE_BLOCK, "inline-block"). */
enum clair_keyword {
	CLAIR_KW_NONE_GIVEN,
#define K(id, name) CLAIR_KW_##id,
#include "style/keyword.def"
#undef K
	CLAIR_KEYWORD_COUNT,
};
const char *clair_keyword_name(enum clair_keyword keyword);

enum clair_css_kind {
	CLAIR_VALUE_KEYWORD,   /* .keyword */
	CLAIR_VALUE_NUMBER,      /* .number: opacity, weight, line-height without unit, order, z-index */
	CLAIR_VALUE_LENGTH,    /* computed: .number in px. specified: with .unit. Computed border widths: .mix,
	                        px is nil without a style, percent is what it is with one */
	CLAIR_VALUE_PERCENT,   /* .number: 50 for 50% */
	CLAIR_VALUE_CALC,      /* computed: .mix.px + .mix.percent %. specified: .text to be read again */
	CLAIR_VALUE_COLOR,      /* .color */
	CLAIR_VALUE_CURRENT,   /* currentcolor; also computed, as CSS Color 4 says, but for color itself */
	CLAIR_VALUE_TEXT,      /* .text, ended by NUL: white space squeezed, names outside strings and urls in
	                        lower case, but for those of fonts, animations, counters and attributes. Lists
	                        and functions: font-family, transform, clip-path… */
	CLAIR_VALUE_TIME,      /* .number in seconds */
	/* Only in specified values: */
	CLAIR_VALUE_INHERIT, CLAIR_VALUE_INITIAL, CLAIR_VALUE_UNSET, CLAIR_VALUE_REVERT, CLAIR_VALUE_REVERT_LAYER,
	CLAIR_VALUE_PENDING,   /* .pending: var() inside */
	CLAIR_VALUE_NOT_KNOWN, /* valid, but depends on what we do not know: container units, env()… Also
	                        computed: the rest is that of the value it would have undeclared (.number of
	                        font-size, .color…), for those who need one */
};

enum clair_css_unit {
	CLAIR_UNIT_PX, CLAIR_UNIT_EM, CLAIR_UNIT_REM, CLAIR_UNIT_EX, CLAIR_UNIT_CH, CLAIR_UNIT_LH,
	CLAIR_UNIT_RLH, CLAIR_UNIT_VW, CLAIR_UNIT_VH, CLAIR_UNIT_VMIN, CLAIR_UNIT_VMAX,
};

/* The text of a value with var(), and of the shorthand it was written in. */
struct clair_css_pending {
	enum clair_property property; /* the longhand this stands for */
	uint16_t name;                /* shorthand or longhand as written: an index of shorthand.c */
	const char *text;             /* not ended by NUL */
	uint32_t length;
};

struct clair_css_value {
	uint8_t kind;
	uint8_t unit;
	uint16_t keyword;
	union {
		float number;
		struct {
			float px, percent;
		} mix;
		struct clair_color color;
		const char *text;
		const struct clair_css_pending *pending;
	};
};

/* One longhand, or one custom property. */
struct clair_css_declaration {
	uint16_t property;     /* enum clair_property; CLAIR_PROPERTY_NONE: custom */
	bool important;
	uint32_t offset;       /* of the name in the sheet, or in the style attribute */
	union {
		struct clair_css_value value;
		struct {           /* custom: the name with its dashes, and the raw text trimmed */
			const char *name, *text;
			uint32_t name_length, text_length;
		} custom;
	};
};

/* Declarations of one rule; grows in the arena while it is read. */
struct clair_css_block {
	struct clair_css_declaration *list;
	uint32_t count, room;
};

/*
 * Reads one declaration whose name and value are known, and adds the longhands it sets to the block.
 * The lexer spans the value, after the colon, without the final !important. False: not valid, or not a
 * property of ours; nothing is added.
 * `quirks`: the page is in quirks mode (lengths without unit, colours without #); sheets are cached for
 * each mode apart.
 */
bool clair_css_declare(struct clair_css_block *block, const char *name, size_t length,
    struct clair_css_lexer value, bool important, uint32_t offset, bool quirks);

/* Reads the declarations of a style attribute. The text lives as long as the block. */
void clair_css_declare_all(struct clair_css_block *block, const char *text, size_t length, bool quirks,
    struct clair_arena *arena);

/* --- Computing ------------------------------------------------------------------------------------ */

/* Custom properties of one element: its own, over those of its parent. Immutable once made, shared by
 * the elements that declare none. NULL: none at all. */
struct clair_css_customs;

/* Those of the initial values: none. Keeps what the custom properties of one page share: the texts
 * already read again, and how much may still be replaced. */
const struct clair_css_customs *clair_css_customs_none(struct clair_arena *arena);

/* More had to be replaced than a page may: what has var() is NOT_KNOWN, and some custom properties are
 * missing. NULL: no. */
bool clair_css_customs_spent(const struct clair_css_customs *customs);

/* Adds those of the declarations (in the order of the cascade, the strongest last) to the parent's.
 * Gives the parent's own when there is none. var() inside them is replaced, cycles make them invalid,
 * and a value longer than 64 KiB too (CSS Variables 3.3: a guard against doublings). */
const struct clair_css_customs *clair_css_customs_add(struct clair_arena *arena,
    const struct clair_css_customs *parent, const struct clair_css_declaration *const *list,
    size_t count);

/* What a value is computed from. */
struct clair_css_environment {
	float viewport_width, viewport_height; /* px */
	float root_font_size;                  /* px; that of the initial value on the root itself */
	float root_line_height;                /* px, for rlh; clair_css_line_height */
	bool quirks;
	const struct clair_css_value *initial; /* clair_css_initial */
};

/*
 * The computed value of one property. `own` is the table of values being made (in the order of
 * clairlint/property.def; what is not declared is there from the start), `parent` that of the parent, or the initial values for the root. Replaces var() with
 * `customs`; an invalid result is as `unset` (CSS Variables 3.1). REVERT and REVERT_LAYER are not asked
 * here: the cascade has found the value they lead to.
 * When font-family is declared and font-size is not, font-size is asked too, as INHERIT: monospace
 * changes it. clair_css_settle comes last.
 */
struct clair_css_value clair_css_compute(enum clair_property property,
    const struct clair_css_value *specified, const struct clair_css_value *own,
    const struct clair_css_value *parent, const struct clair_css_customs *customs,
    const struct clair_css_environment *environment, struct clair_arena *arena);

/*
 * What properties do to one another once all are computed: float of what is placed, display
 * (clair_css_blockify), overflow of one axis by the other, width of borders without style. Only needed
 * when some property that is not inherited is declared, or for the root or what a flex, grid or ruby box
 * holds. `parent_display`: of the nearest ancestor that is not contents.
 */
void clair_css_settle(struct clair_css_value *own, bool root, enum clair_keyword parent_display);

/* In px: "normal" is 1.15 of the font size. */
float clair_css_line_height(const struct clair_css_value *own);

/* CSS Display 2.7 and CSS 2 9.7: display of what floats, is placed, is the root or is in a flex or grid
 * box (`parent_display` is the computed display of the parent). */
enum clair_keyword clair_css_blockify(
    enum clair_keyword display, bool root, bool out_of_flow, enum clair_keyword parent_display);

/* The initial values, computed, one for each property: read once, kept in the arena of the caller. */
const struct clair_css_value *clair_css_initial(struct clair_arena *arena);

/* As getComputedStyle writes it, as far as layout is not needed. In the arena. */
const char *clair_css_write(
    enum clair_property property, const struct clair_css_value *value, struct clair_arena *arena);

#endif
