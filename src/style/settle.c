/* What computed values do to one another, and the initial ones. See value.h. */
#include "style/value.h"

#include <string.h>

/* CSS Display 3, 2.7: the block-level display with the same inside. */
static enum clair_keyword
blockified(enum clair_keyword display)
{
	switch (display) {
	case CLAIR_KW_NONE:
	case CLAIR_KW_CONTENTS:
	case CLAIR_KW_BLOCK:
	case CLAIR_KW_FLOW_ROOT:
	case CLAIR_KW_FLEX:
	case CLAIR_KW_GRID:
	case CLAIR_KW_TABLE:
	case CLAIR_KW_LIST_ITEM:
	case CLAIR_KW_FLOW_ROOT_LIST_ITEM:
	case CLAIR_KW_WEBKIT_BOX:
	case CLAIR_KW_BLOCK_RUBY:
	case CLAIR_KW_BLOCK_MATH:
	case CLAIR_KW_GRID_LANES:
		return display;
	case CLAIR_KW_INLINE_FLEX:
		return CLAIR_KW_FLEX;
	case CLAIR_KW_INLINE_GRID:
		return CLAIR_KW_GRID;
	case CLAIR_KW_INLINE_GRID_LANES:
		return CLAIR_KW_GRID_LANES;
	case CLAIR_KW_INLINE_TABLE:
		return CLAIR_KW_TABLE;
	case CLAIR_KW_INLINE_LIST_ITEM:
		return CLAIR_KW_LIST_ITEM;
	case CLAIR_KW_INLINE_FLOW_ROOT_LIST_ITEM:
		return CLAIR_KW_FLOW_ROOT_LIST_ITEM;
	case CLAIR_KW_WEBKIT_INLINE_BOX:
		return CLAIR_KW_WEBKIT_BOX;
	case CLAIR_KW_RUBY:
		return CLAIR_KW_BLOCK_RUBY;
	case CLAIR_KW_MATH:
		return CLAIR_KW_BLOCK_MATH;
	default: /* inline, inline-block and the parts of tables and ruby */
		return CLAIR_KW_BLOCK;
	}
}

/* The same the other way round, for what ruby holds. */
static enum clair_keyword
inlinified(enum clair_keyword display)
{
	switch (display) {
	case CLAIR_KW_BLOCK:
	case CLAIR_KW_FLOW_ROOT:
		return CLAIR_KW_INLINE_BLOCK;
	case CLAIR_KW_FLEX:
		return CLAIR_KW_INLINE_FLEX;
	case CLAIR_KW_GRID:
		return CLAIR_KW_INLINE_GRID;
	case CLAIR_KW_TABLE:
		return CLAIR_KW_INLINE_TABLE;
	case CLAIR_KW_LIST_ITEM:
		return CLAIR_KW_INLINE_LIST_ITEM;
	case CLAIR_KW_WEBKIT_BOX:
		return CLAIR_KW_WEBKIT_INLINE_BOX;
	case CLAIR_KW_BLOCK_RUBY:
		return CLAIR_KW_RUBY;
	default:
		return display;
	}
}

enum clair_keyword
clair_css_blockify(
    enum clair_keyword display, bool root, bool out_of_flow, enum clair_keyword parent_display)
{
	if (root && display == CLAIR_KW_CONTENTS)
		return CLAIR_KW_BLOCK;
	if (root || out_of_flow)
		return blockified(display);
	switch (parent_display) {
	case CLAIR_KW_FLEX:
	case CLAIR_KW_INLINE_FLEX:
	case CLAIR_KW_GRID:
	case CLAIR_KW_INLINE_GRID:
	case CLAIR_KW_GRID_LANES:
	case CLAIR_KW_INLINE_GRID_LANES:
		return blockified(display);
	case CLAIR_KW_RUBY:
	case CLAIR_KW_BLOCK_RUBY:
	case CLAIR_KW_RUBY_TEXT:
		return inlinified(display);
	default:
		return display;
	}
}

/* CSS 2, 9.7 */
static void
settle_display(struct clair_css_value *own, bool root, enum clair_keyword parent_display)
{
	struct clair_css_value *display = &own[CLAIR_CSS_DISPLAY];
	struct clair_css_value *floats = &own[CLAIR_CSS_FLOAT];
	enum clair_keyword position = own[CLAIR_CSS_POSITION].keyword;
	bool placed = position == CLAIR_KW_ABSOLUTE || position == CLAIR_KW_FIXED;

	if (placed)
		floats->keyword = CLAIR_KW_NONE;
	if (display->kind == CLAIR_VALUE_KEYWORD)
		display->keyword = (uint16_t)clair_css_blockify(display->keyword, root,
		    placed || floats->keyword != CLAIR_KW_NONE, parent_display);
}

/* As an overflow other than visible and clip does, by hand or by script. */
static bool
scrolls(const struct clair_css_value *overflow)
{
	return overflow->keyword != CLAIR_KW_VISIBLE && overflow->keyword != CLAIR_KW_CLIP;
}

/* CSS Overflow 3, 3.1, as Chromium does: clip stays beside what scrolls, and a table does not
 * scroll. */
static void
settle_overflow(struct clair_css_value *own)
{
	struct clair_css_value *x = &own[CLAIR_CSS_OVERFLOW_X];
	struct clair_css_value *y = &own[CLAIR_CSS_OVERFLOW_Y];
	enum clair_keyword display = own[CLAIR_CSS_DISPLAY].keyword;

	if (x->keyword == CLAIR_KW_VISIBLE && scrolls(y))
		x->keyword = CLAIR_KW_AUTO;
	if (y->keyword == CLAIR_KW_VISIBLE && scrolls(x))
		y->keyword = CLAIR_KW_AUTO;
	if (display != CLAIR_KW_TABLE && display != CLAIR_KW_INLINE_TABLE)
		return;
	if ((scrolls(x) && x->keyword != CLAIR_KW_HIDDEN) ||
	    (scrolls(y) && y->keyword != CLAIR_KW_HIDDEN)) {
		x->keyword = CLAIR_KW_VISIBLE;
		y->keyword = CLAIR_KW_VISIBLE;
	}
}

static void
settle_borders(struct clair_css_value *own)
{
	static const uint8_t sides[][2] = {
	    {CLAIR_CSS_BORDER_TOP_STYLE, CLAIR_CSS_BORDER_TOP_WIDTH},
	    {CLAIR_CSS_BORDER_RIGHT_STYLE, CLAIR_CSS_BORDER_RIGHT_WIDTH},
	    {CLAIR_CSS_BORDER_BOTTOM_STYLE, CLAIR_CSS_BORDER_BOTTOM_WIDTH},
	    {CLAIR_CSS_BORDER_LEFT_STYLE, CLAIR_CSS_BORDER_LEFT_WIDTH},
	};

	for (unsigned i = 0; i < 4; i++) {
		enum clair_keyword style = own[sides[i][0]].keyword;
		struct clair_css_value *width = &own[sides[i][1]];
		bool drawn = style != CLAIR_KW_NONE && style != CLAIR_KW_HIDDEN;

		if (width->kind == CLAIR_VALUE_LENGTH)
			width->mix.px = drawn ? width->mix.percent : 0;
	}
}

void
clair_css_settle(struct clair_css_value *own, bool root, enum clair_keyword parent_display)
{
	settle_display(own, root, parent_display);
	settle_overflow(own);
	settle_borders(own);
}

/* Computed from the texts of property.def, on themselves. */
const struct clair_css_value *
clair_css_initial(struct clair_arena *arena)
{
	static const char *const texts[] = {
#define P(id, name, inherited, initial) initial,
#include "clairlint/property.def"
#undef P
	};
	struct clair_css_value *values =
	    clair_alloc_array(arena, CLAIR_PROPERTY_COUNT, sizeof(*values));
	struct clair_css_environment environment = {
	    .root_font_size = 16, .root_line_height = 18.4F, .initial = values};

	if (values == NULL)
		return NULL;
	for (unsigned i = 0; i < CLAIR_PROPERTY_COUNT; i++) {
		struct clair_css_lexer lexer = {texts[i], 0, (uint32_t)strlen(texts[i]), arena};
		struct clair_css_block block = {NULL, 0, 0};
		const char *name = clair_property_name(i);

		if (clair_css_declare(&block, name, strlen(name), lexer, false, 0, false) && block.count != 0)
			values[i] = clair_css_compute(
			    i, &block.list[0].value, values, values, NULL, &environment, arena);
		else /* not written by authors: outline-color: auto */
			values[i] = (struct clair_css_value){.kind = CLAIR_VALUE_CURRENT};
	}
	clair_css_settle(values, false, CLAIR_KW_BLOCK);
	return arena->failed ? NULL : values;
}
