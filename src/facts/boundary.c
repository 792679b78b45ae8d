/* How a field is told from what is around it: WCAG 2.2, 1.4.11. */
#include "facts/backdrop.h"
#include "facts/inactive.h"
#include "facts/shadow.h"
#include "facts/style.h"

enum { BOTTOM = 2, SIDES = 4 };

static const double told = 1.01;
static const double enough = 3;

static const struct {
	enum clair_property style, width, color;
} sides[SIDES] = {
    {CLAIR_CSS_BORDER_TOP_STYLE, CLAIR_CSS_BORDER_TOP_WIDTH, CLAIR_CSS_BORDER_TOP_COLOR},
    {CLAIR_CSS_BORDER_RIGHT_STYLE, CLAIR_CSS_BORDER_RIGHT_WIDTH, CLAIR_CSS_BORDER_RIGHT_COLOR},
    {CLAIR_CSS_BORDER_BOTTOM_STYLE, CLAIR_CSS_BORDER_BOTTOM_WIDTH, CLAIR_CSS_BORDER_BOTTOM_COLOR},
    {CLAIR_CSS_BORDER_LEFT_STYLE, CLAIR_CSS_BORDER_LEFT_WIDTH, CLAIR_CSS_BORDER_LEFT_COLOR},
};

static const struct clair_boundary nothing = {.known = CLAIR_CONTRAST_NONE};

/* What the edge of one field is made of. */
struct edge {
	struct clair_ctx *ctx;
	const struct clair_node *node;
	const struct clair_style *style;
	struct clair_color around, fill;
	struct clair_boundary *boundary;
};

static void
consider(struct edge *edge, struct clair_color one, struct clair_color other)
{
	double ratio = clair_color_contrast(one, other);
	char text[40];

	if (ratio <= edge->boundary->ratio)
		return;
	edge->boundary->ratio = ratio;
	clair_color_write(one, text);
	edge->boundary->edge = clair_strdup(&edge->ctx->page->mem, text);
	clair_color_write(other, text);
	edge->boundary->around = clair_strdup(&edge->ctx->page->mem, text);
}

static bool
is_drawn(const struct clair_style *style, size_t side)
{
	enum clair_keyword line = clair_style_keyword(style, sides[side].style);
	double width = 0;

	return line != CLAIR_KW_NONE && line != CLAIR_KW_HIDDEN &&
	       clair_style_px(style, sides[side].width, &width) && width > 0;
}

static bool
by_author(struct clair_ctx *ctx, const struct clair_node *node, enum clair_property property)
{
	return clair_style_declared(ctx, node, property).by != CLAIR_DECLARED_BY_BROWSER;
}

/* What browsers draw by themselves is not for the author to mend. */
static bool
is_declared(const struct edge *edge)
{
	for (size_t i = 0; i < SIDES; i++)
		if (by_author(edge->ctx, edge->node, sides[i].color) ||
		    by_author(edge->ctx, edge->node, sides[i].style))
			return true;
	return by_author(edge->ctx, edge->node, CLAIR_CSS_BACKGROUND_COLOR);
}

/* The one colour of a backdrop, opaque. */
static bool
only_color(const struct clair_backdrop *backdrop, struct clair_color *color)
{
	static const struct clair_color clear;
	struct clair_seen_pair pairs[CLAIR_BACKDROP_COLORS];
	enum clair_doubt doubt;
	size_t count = clair_backdrop_see(backdrop, clear, pairs, &doubt);

	*color = pairs[0].back;
	return count == 1 && doubt == CLAIR_DOUBT_NONE;
}

/* A line that has the colour of both its sides is none. Gives whether there is one. */
static bool
consider_line(struct edge *edge, struct clair_color line)
{
	consider(edge, line, edge->around);
	consider(edge, line, edge->fill);
	return clair_color_contrast(line, edge->around) > told ||
	       clair_color_contrast(line, edge->fill) > told;
}

static bool
measure_borders(struct edge *edge)
{
	bool lined = false;

	for (size_t i = 0; i < SIDES; i++) {
		struct clair_color line;

		if (is_drawn(edge->style, i) &&
		    clair_style_color(edge->style, sides[i].color, &line) && line.alpha > 0)
			lined = consider_line(edge, clair_color_over(line, edge->fill)) || lined;
	}
	return lined;
}

static bool
measure_shadows(struct edge *edge)
{
	struct clair_color current = edge->fill;
	struct clair_shadows shadows;
	bool lined = false;

	clair_style_color(edge->style, CLAIR_CSS_COLOR, &current);
	shadows = clair_shadows_of(
	    edge->style, CLAIR_CSS_BOX_SHADOW, current, &edge->ctx->page->mem);
	for (struct clair_shadow shadow; clair_shadow_next(&shadows, &shadow);) {
		/* A sharp shadow is a line; a soft one is too vague to count on. */
		if (!consider_line(edge, clair_color_over(shadow.color, edge->around)))
			continue;
		lined = true;
		if (shadow.blur > 0)
			edge->boundary->known = CLAIR_CONTRAST_UNSURE;
	}
	return lined;
}

static void
measure(struct edge *edge)
{
	bool lined;

	consider(edge, edge->fill, edge->around);
	lined = measure_borders(edge);
	lined = measure_shadows(edge) || lined;
	/* Without a line or a colour of its own, another box draws the field. */
	if (!lined && edge->boundary->ratio <= told)
		edge->boundary->known = CLAIR_CONTRAST_NONE;
}

/* False without any. */
static bool
take_colors(struct edge *edge, bool *sure)
{
	const struct clair_node *parent = clair_node_parent(edge->node);
	const struct clair_backdrop *behind = parent == NULL ? NULL : clair_backdrop(edge->ctx, parent);
	const struct clair_backdrop *own = clair_backdrop(edge->ctx, edge->node);

	if (behind == NULL || own == NULL)
		return false;
	*sure = only_color(behind, &edge->around);
	*sure = only_color(own, &edge->fill) && *sure;
	return true;
}

/* --- Fields that a box around them draws ------------------------------------------------------------------ */

/* A label, the field, a button and a drawing. */
enum { LEVELS = 2, COMPANIONS = 4 };

/* Few things in the box, and one field: `field`. */
static bool
is_made_for(struct clair_ctx *ctx, const struct clair_node *box, const struct clair_node *field,
    unsigned levels)
{
	const struct clair_node *child = clair_first_child(box);
	unsigned count = 0;

	for (; child != NULL; child = clair_next_sibling(child)) {
		if (child != field && clair_is_field(ctx, child))
			return false;
		if (clair_attr_is(child, CLAIR_ATTR_TYPE, "hidden"))
			continue;
		if (++count > COMPANIONS ||
		    (child != field && levels > 1 && !is_made_for(ctx, child, field, levels - 1)))
			return false;
	}
	return true;
}

/* A line all around or under it, dark enough. */
static bool
draws_edge(struct clair_ctx *ctx, const struct clair_node *box)
{
	struct clair_boundary boundary = {.known = CLAIR_CONTRAST_NONE};
	struct edge edge = {.ctx = ctx, .node = box, .style = clair_node_style(ctx, box),
	    .boundary = &boundary};
	bool sure;

	if (!is_declared(&edge) || !take_colors(&edge, &sure))
		return false;
	if (is_drawn(edge.style, BOTTOM))
		measure_borders(&edge);
	measure_shadows(&edge);
	return boundary.ratio >= enough;
}

static bool
is_drawn_around(struct clair_ctx *ctx, const struct clair_node *field)
{
	const struct clair_node *box = clair_node_parent(field);

	for (unsigned i = 1; i <= LEVELS && box != NULL; i++) {
		if (!is_made_for(ctx, box, field, i))
			return false;
		if (draws_edge(ctx, box))
			return true;
		box = clair_node_parent(box);
	}
	return false;
}

static void
judge(struct edge *edge)
{
	enum clair_grade grade = clair_style_grade(edge->ctx, edge->node);
	bool sure;

	if (!take_colors(edge, &sure))
		return;
	sure = sure && (grade == CLAIR_STATIC || grade == CLAIR_EXACT);
	edge->boundary->known = sure ? CLAIR_CONTRAST_KNOWN : CLAIR_CONTRAST_UNSURE;
	measure(edge);
	if (edge->boundary->ratio < enough && is_drawn_around(edge->ctx, edge->node))
		edge->boundary->known = CLAIR_CONTRAST_NONE;
}

const struct clair_boundary *
clair_boundary(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct edge edge = {.ctx = ctx, .node = node, .style = clair_node_style(ctx, node)};

	if (edge.style == NULL || !clair_visible(ctx, node) || clair_is_inactive(ctx, node) ||
	    !is_declared(&edge))
		return &nothing;
	edge.boundary = clair_alloc(&ctx->page->mem, sizeof(*edge.boundary));
	if (edge.boundary == NULL)
		return &nothing;
	judge(&edge);
	return edge.boundary;
}
