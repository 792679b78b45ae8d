/*
 * What the parts of the cascade share. Private to src/style/.
 *
 *     browser.c   the browser's own sheets
 *     layer.c     the layers of all the sheets in one order; conditions on a screen
 *     cascade.c   which rules match an element, in which order
 *     hints.c     attributes that act as declarations; the style attribute
 *     apply.c     from the rules that match to one style, shared by the elements that match the same
 *     table.c     the walk over the page, and what is read afterwards
 *     view.c      an element under a supposition
 */
#ifndef CLAIR_STYLE_CASCADE_H
#define CLAIR_STYLE_CASCADE_H

#include "base/map.h"
#include "style/index.h"
#include "style/style.h"

#include <time.h>

struct clair_browser_style {
	struct clair_sheet *html;
	struct clair_sheet *quirks;  /* over it, in quirks mode */
	struct clair_sheet *foreign; /* SVG and MathML */
};

/* --- Levels: origins and layers of normal declarations, the weakest first ------------------------- */

enum { CLAIR_LEVEL_BROWSER, CLAIR_LEVEL_HINT, CLAIR_LEVEL_FIRST_LAYER };

enum clair_holds { CLAIR_FAILS, CLAIR_UNKNOWN_IF_HOLDS, CLAIR_HOLDS };

/* A sheet in its place, on one screen. */
struct clair_cascade_sheet {
	const struct clair_sheet *sheet;
	const struct clair_sheet_index *index;
	const uint8_t *holds;    /* enum clair_holds of each condition */
	const uint32_t *levels;  /* of each layer */
	uint32_t level;          /* of rules outside them */
	bool is_browser;
	bool is_foreign;         /* browser: for SVG and MathML; else for HTML */
};

/* In the place of the number of a sheet. */
#define CLAIR_FROM_NOBODY UINT32_MAX
#define CLAIR_FROM_ATTRIBUTE (UINT32_MAX - 1)
#define CLAIR_FROM_HINT (UINT32_MAX - 2)
#define CLAIR_FROM_PARENT (UINT32_MAX - 3) /* `inherit` on what is not inherited */

/* One block of declarations that concerns an element. */
struct clair_matched {
	uint64_t weight; /* level, then specificity */
	uint64_t id;     /* sheet, then number of the rule: the order of appearance, and what it is */
	const struct clair_css_block *block;
	uint8_t flags;   /* enum clair_rule_flag */
};

struct clair_matches {
	struct clair_matched *list;
	uint32_t count, room;
};

/* A block that is not in a sheet: a style attribute, a hint. The same text gives the same one. */
struct clair_loose_block {
	struct clair_css_block block;
	uint32_t number;
	uint8_t flags;
};

/* --- Styles --------------------------------------------------------------------------------------- */

/* Where the value of one property comes from. */
struct clair_style_origin {
	uint32_t sheet; /* its number, or CLAIR_FROM_… */
	uint32_t offset : 31;
	uint32_t important : 1;
};

enum { CLAIR_PROPERTY_WORDS = (CLAIR_PROPERTY_COUNT + 63) / 64 };

struct clair_style {
	const struct clair_css_value *inherited; /* CLAIR_INHERITED_COUNT values: own, or of the parent */
	const struct clair_css_value *values;    /* of those in `own` that are not inherited, in order */
	const struct clair_css_value *initial;   /* of all properties */
	const struct clair_style_origin *origins; /* of those in `own`, in order */
	const struct clair_css_customs *customs;
	uint64_t own[CLAIR_PROPERTY_WORDS];      /* set of the properties declared or forced here */
	bool unsure;
};

/* What else than rules and parent makes a style. */
enum clair_style_trait {
	CLAIR_TRAIT_ROOT = 1,
	CLAIR_TRAIT_ITEM = 2,         /* its box is in a flex or grid box */
	CLAIR_TRAIT_REPLACED = 4,     /* display: contents removes it: CSS Display 3, appendix B */
	CLAIR_TRAIT_HEADER_CELL = 8,  /* th */
	CLAIR_TRAIT_TABLE = 16,
	CLAIR_TRAIT_UNSURE = 32,
	CLAIR_TRAIT_IN_RUBY = 64,     /* its box is in a ruby box */
	CLAIR_TRAIT_QUIRKS = 128,
	CLAIR_TRAIT_TEXTAREA = 256,
	CLAIR_TRAIT_SELECT = 512,
	CLAIR_TRAIT_CHECK = 1024,     /* a check box or a radio button */
	CLAIR_TRAIT_NARROW = 2048,    /* on another screen: lengths of its size are others */
};

struct clair_name_memo; /* cascade.c */
struct clair_share;     /* apply.c */
struct clair_filter;    /* cascade.c */

struct clair_cascade {
	const struct clair_page *page;
	const struct clair_style_set *set;
	struct clair_arena *arena;
	struct clair_match match;
	struct clair_cascade_sheet *sheets;
	uint32_t sheet_count, browser_count;
	uint32_t top_level; /* of rules in no layer; the style attribute is above */
	bool only_browser;  /* exhausted: no other sheet is asked */
	uint64_t looked_at;  /* entries, for the clock */
	uint64_t steps_seen; /* of `match`, when the clock was last looked at */
	struct timespec end; /* of the walk */

	struct clair_name_memo *names;
	struct clair_filter *filter; /* NULL: none */
	struct clair_matches found[CLAIR_PSEUDO_OTHER];
	bool unsure;

	struct clair_map attributes; /* blocks of style attributes by their text */
	struct clair_map *hints;     /* blocks of hints by the value of the attribute */
	uint32_t loose_count;

	struct clair_share *share;
	const struct clair_css_value *initial;
	const struct clair_css_customs *no_customs;
	struct clair_css_environment environment;
	const struct clair_style *body; /* in quirks mode tables take its colour */
};

/* layer.c. False when the arena fails. */
bool clair_cascade_rank_layers(struct clair_cascade *cascade);
const uint8_t *clair_cascade_conditions(const struct clair_sheet *sheet,
    const struct clair_screen *screen, struct clair_arena *arena);

/* cascade.c */
bool clair_cascade_init(struct clair_cascade *cascade, const struct clair_page *page,
    const struct clair_style_set *set, struct clair_arena *arena, unsigned milliseconds);
/* Fills found[], sorted, and `unsure`. */
void clair_cascade_match(struct clair_cascade *cascade, const struct clair_node *node);
/* The element just matched is an ancestor of what is matched next; or is no more. */
void clair_cascade_enter(struct clair_cascade *cascade);
void clair_cascade_leave(struct clair_cascade *cascade);
void clair_cascade_add(struct clair_cascade *cascade, enum clair_pseudo_element pseudo,
    const struct clair_matched *matched);
/* True, once, when a ceiling is met: of time, of steps, of memory. */
bool clair_cascade_is_over(struct clair_cascade *cascade);

/* hints.c. These add to found[CLAIR_PSEUDO_NONE]. */
void clair_cascade_add_hints(struct clair_cascade *cascade, const struct clair_node *node);
void clair_cascade_add_attribute(struct clair_cascade *cascade, const struct clair_node *node);

bool clair_cascade_init_hints(struct clair_cascade *cascade);

/* apply.c. NULL when the arena fails. `parent` is NULL for the root. */
const struct clair_style *clair_cascade_apply(struct clair_cascade *cascade,
    const struct clair_matches *matches, const struct clair_style *parent, unsigned traits);
bool clair_share_init(struct clair_cascade *cascade);

static inline bool
clair_property_in(const uint64_t set[CLAIR_PROPERTY_WORDS], unsigned property)
{
	return (set[property / 64] >> (property % 64) & 1) != 0;
}

static inline void
clair_property_add(uint64_t set[CLAIR_PROPERTY_WORDS], unsigned property)
{
	set[property / 64] |= UINT64_C(1) << (property % 64);
}

#endif
