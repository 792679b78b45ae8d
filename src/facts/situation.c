/* What sight finds changed when an element has the focus or the pointer. */
#include "facts/style.h"
#include "facts/unseen.h"

#include <string.h>

/* How far around the element its mark may be: a label after a field, the box around it. */
enum { ANCESTORS = 4, SIBLINGS = 4, INSIDE = 64 };

static bool
same_value(const struct clair_css_value *one, const struct clair_css_value *other)
{
	if (one->kind != other->kind)
		return false;
	switch (one->kind) {
	case CLAIR_VALUE_KEYWORD:
		return one->keyword == other->keyword;
	case CLAIR_VALUE_TEXT:
		return strcmp(one->text, other->text) == 0;
	case CLAIR_VALUE_COLOR:
		return memcmp(&one->color, &other->color, sizeof(one->color)) == 0;
	case CLAIR_VALUE_CALC:
		return memcmp(&one->mix, &other->mix, sizeof(one->mix)) == 0;
	case CLAIR_VALUE_NUMBER:
	case CLAIR_VALUE_LENGTH:
	case CLAIR_VALUE_PERCENT:
	case CLAIR_VALUE_TIME:
		return memcmp(&one->number, &other->number, sizeof(one->number)) == 0;
	default:
		return true;
	}
}

static bool
lacks(const struct clair_style *style, enum clair_property property)
{
	return clair_style_keyword(style, property) == CLAIR_KW_NONE;
}

/* The property that must not be `none` for this one to be seen; the property itself when there is none. */
static enum clair_property
seen_by(enum clair_property property)
{
	switch (property) {
	case CLAIR_CSS_BORDER_TOP_COLOR:
	case CLAIR_CSS_BORDER_RIGHT_COLOR:
	case CLAIR_CSS_BORDER_BOTTOM_COLOR:
	case CLAIR_CSS_BORDER_LEFT_COLOR:
		return (enum clair_property)(
		    property - CLAIR_CSS_BORDER_TOP_COLOR + CLAIR_CSS_BORDER_TOP_STYLE);
	case CLAIR_CSS_TEXT_DECORATION_STYLE:
	case CLAIR_CSS_TEXT_DECORATION_COLOR:
	case CLAIR_CSS_TEXT_DECORATION_THICKNESS:
		return CLAIR_CSS_TEXT_DECORATION_LINE;
	case CLAIR_CSS_BACKGROUND_SIZE:
	case CLAIR_CSS_BACKGROUND_POSITION:
	case CLAIR_CSS_BACKGROUND_REPEAT:
	case CLAIR_CSS_BACKGROUND_CLIP:
		return CLAIR_CSS_BACKGROUND_IMAGE;
	default:
		return property;
	}
}

static bool
is_never_seen(enum clair_property property)
{
	switch (property) {
	case CLAIR_CSS_OUTLINE_STYLE: /* asked apart */
	case CLAIR_CSS_OUTLINE_WIDTH:
	case CLAIR_CSS_OUTLINE_COLOR:
	case CLAIR_CSS_POINTER_EVENTS:
	case CLAIR_CSS_USER_SELECT:
	case CLAIR_CSS_UNICODE_BIDI:
	case CLAIR_CSS_HYPHENS:
	case CLAIR_CSS_QUOTES:
	case CLAIR_CSS_ORDER:
	case CLAIR_CSS_Z_INDEX:
		return true;
	default:
		return false;
	}
}

static bool
is_of_text(enum clair_property property)
{
	return property == CLAIR_CSS_COLOR || property == CLAIR_CSS_TEXT_FILL_COLOR ||
	    property == CLAIR_CSS_FILL;
}

/* But for the colour of the text, and what takes it, when `colour` is false. */
static bool
looks_the_same(const struct clair_style *one, const struct clair_style *other, bool colour)
{
	if (one == other)
		return true;
	if (one == NULL || other == NULL)
		return false;
	for (unsigned i = 0; i < CLAIR_PROPERTY_COUNT; i++) {
		enum clair_property property = (enum clair_property)i;
		enum clair_property needed = seen_by(property);

		if (is_never_seen(property) || (!colour && is_of_text(property)) ||
		    same_value(clair_style_value(one, property), clair_style_value(other, property)))
			continue;
		if (needed == property || !lacks(one, needed) || !lacks(other, needed))
			return false;
	}
	return true;
}

static bool
has_outline(const struct clair_style *style)
{
	struct clair_color color;
	double width;

	if (style == NULL || lacks(style, CLAIR_CSS_OUTLINE_STYLE))
		return false;
	if (clair_style_px(style, CLAIR_CSS_OUTLINE_WIDTH, &width) && width <= 0)
		return false;
	return !clair_style_color(style, CLAIR_CSS_OUTLINE_COLOR, &color) || color.alpha > 0;
}

static bool
gains_mark(const struct clair_style *style, const struct clair_style *focused)
{
	return !looks_the_same(style, focused, true) || (!has_outline(style) && has_outline(focused));
}

/* A look around an element for its mark. */
struct look {
	struct clair_ctx *ctx;
	struct clair_style_table *table;
	bool unsure; /* the style of something that was looked at is not known */
};

/* The element, its ::before or its ::after. */
static bool
changes(struct look *look, const struct clair_node *node)
{
	struct clair_style_table *table = look->table;

	if (gains_mark(
		clair_style_of(table, node), clair_style_viewed(table, node, CLAIR_VIEW_FOCUS)))
		return true;
	for (unsigned pseudo = CLAIR_PSEUDO_BEFORE; pseudo <= CLAIR_PSEUDO_AFTER; pseudo++) {
		enum clair_pseudo_element which = (enum clair_pseudo_element)pseudo;

		if (gains_mark(clair_style_pseudo(table, node, which),
			clair_style_pseudo_viewed(table, node, which, CLAIR_VIEW_FOCUS)))
			return true;
	}
	look->unsure =
	    look->unsure || clair_style_unsure_viewed(table, node, CLAIR_VIEW_FOCUS);
	return false;
}

static bool
changes_inside(struct look *look, const struct clair_node *top)
{
	const struct clair_node *node = top;

	for (unsigned left = INSIDE; left > 0 && node != NULL; left--) {
		if (changes(look, node))
			return true;
		node = clair_next_inside(top, node);
	}
	return node != NULL; /* too much to look at: it may change */
}

/* Those after it, which + and ~ reach. What takes the focus itself has its own mark. */
static bool
changes_after(struct look *look, const struct clair_node *node)
{
	unsigned left = SIBLINGS;

	while (left-- > 0 && (node = clair_next_sibling(node)) != NULL) {
		if (!clair_focusable(look->ctx, node) && changes_inside(look, node))
			return true;
	}
	return false;
}

static bool
changes_around(struct look *look, const struct clair_node *node)
{
	unsigned left = ANCESTORS;

	while (left-- > 0 && (node = clair_parent(node)) != NULL) {
		if (changes(look, node))
			return true;
	}
	return false;
}

/* Browsers draw a ring around what has the focus, unless the author declares another outline. */
static bool
keeps_ring(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_style_place place =
	    clair_node_place_when(ctx, node, CLAIR_CSS_OUTLINE_STYLE, CLAIR_WHEN_FOCUSED);

	return place.by != CLAIR_BY_SHEET && place.by != CLAIR_BY_ATTRIBUTE;
}

enum clair_focus_mark
clair_focus_mark(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct look look = {.ctx = ctx, .table = clair_style_table(ctx)};

	if (look.table == NULL)
		return CLAIR_FOCUS_UNSURE;
	if (keeps_ring(ctx, node) ||
	    has_outline(clair_style_viewed(look.table, node, CLAIR_VIEW_FOCUS)) ||
	    changes_inside(&look, node) || changes_after(&look, node) || changes_around(&look, node))
		return CLAIR_FOCUS_MARKED;
	return look.unsure ? CLAIR_FOCUS_UNSURE : CLAIR_FOCUS_UNMARKED;
}

bool
clair_is_marked_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation)
{
	const struct clair_style *style = clair_node_style(ctx, node);
	const struct clair_style *then = clair_node_style_when(ctx, node, situation);

	return !looks_the_same(style, then, false) || (!has_outline(style) && has_outline(then)) ||
	    (situation == CLAIR_WHEN_FOCUSED && clair_focus_mark(ctx, node) == CLAIR_FOCUS_MARKED);
}

bool
clair_shown_when(
    struct clair_ctx *ctx, const struct clair_node *node, enum clair_situation situation)
{
	const struct clair_style *style = clair_node_style_when(ctx, node, situation);

	return style == NULL ||
	    (!lacks(style, CLAIR_CSS_DISPLAY) &&
		clair_style_keyword(style, CLAIR_CSS_VISIBILITY) == CLAIR_KW_VISIBLE &&
		clair_unseen_by_style(style) == CLAIR_SEEN);
}

double
clair_text_contrast(
    struct clair_ctx *ctx, const struct clair_node *node, const struct clair_node *other)
{
	static const struct clair_color white = {1, 1, 1, 1};
	const struct clair_style *one = clair_node_style(ctx, node);
	const struct clair_style *two = clair_node_style(ctx, other);
	struct clair_color a;
	struct clair_color b;

	if (one == NULL || two == NULL || !clair_style_color(one, CLAIR_CSS_TEXT_FILL_COLOR, &a) ||
	    !clair_style_color(two, CLAIR_CSS_TEXT_FILL_COLOR, &b))
		return 0;
	return clair_color_contrast(clair_color_over(a, white), clair_color_over(b, white));
}
