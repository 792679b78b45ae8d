/* An element under a supposition: its rules are asked again, under its parent as it is. */
#include "style/selector_parts.h"
#include "style/table.h"

enum { NARROW_WIDTH = 320, NARROW_HEIGHT = 256 };

static unsigned
states_of(enum clair_view view)
{
	switch (view) {
	case CLAIR_VIEW_HOVER:
		return CLAIR_STATE_HOVER;
	case CLAIR_VIEW_FOCUS:
		return CLAIR_STATE_FOCUS;
	default:
		return 0;
	}
}

static bool
some_sheet_depends(const struct clair_cascade *cascade, enum clair_view view)
{
	unsigned states = states_of(view);

	if (view == CLAIR_VIEW_NARROW)
		return true;
	for (uint32_t i = 0; i < cascade->sheet_count; i++) {
		const struct clair_sheet_index *index = cascade->sheets[i].index;

		if (states != 0 ? (index->states & states) != 0 : index->orientation)
			return true;
	}
	return false;
}

static struct clair_screen
screen_of(const struct clair_cascade *cascade, enum clair_view view)
{
	struct clair_screen screen = cascade->set->screen;

	if (view == CLAIR_VIEW_NARROW) {
		screen.width = NARROW_WIDTH;
		screen.height = NARROW_HEIGHT;
	} else if (view == CLAIR_VIEW_PORTRAIT || view == CLAIR_VIEW_LANDSCAPE) {
		screen.landscape = view == CLAIR_VIEW_LANDSCAPE;
	}
	return screen;
}

/* The sheets with the conditions that hold on another screen. NULL when the arena fails. */
static struct clair_cascade_sheet *
sheets_on(struct clair_cascade *cascade, struct clair_screen screen)
{
	struct clair_cascade_sheet *sheets =
	    clair_alloc_array(cascade->arena, cascade->sheet_count, sizeof(*sheets));

	for (uint32_t i = 0; i < cascade->sheet_count && sheets != NULL; i++) {
		sheets[i] = cascade->sheets[i];
		sheets[i].holds =
		    clair_cascade_conditions(sheets[i].sheet, &screen, cascade->arena);
	}
	return cascade->arena->failed ? NULL : sheets;
}

/* Of the steps that the page had. Rules that are looked at are steps too: the clock has no say, as what
 * is asked first and how fast the machine is would decide of the answers. */
enum { VIEW_SHARE = 8 };

static bool
start(struct clair_style_table *table, enum clair_view view)
{
	struct clair_cascade *cascade = &table->cascade;
	struct clair_view_state *state = &table->views[view];

	if (state->sheets != NULL)
		return true;
	state->match = (struct clair_match){
	    .page = cascade->match.page,
	    .quirks = cascade->match.quirks,
	    .states = states_of(view),
	    .arena = cascade->arena,
	    .ceiling = cascade->match.ceiling / VIEW_SHARE,
	};
	clair_map_init(&state->seen, cascade->arena);
	state->sheets = states_of(view) != 0 ? cascade->sheets :
	                                       sheets_on(cascade, screen_of(cascade, view));
	return state->sheets != NULL;
}

/* The display of the box around: `display: contents` makes none. */
static enum clair_keyword
display_around(const struct clair_style_table *table, const struct clair_node *node)
{
	enum clair_keyword display = CLAIR_KW_NONE_GIVEN;

	while ((node = clair_node_parent(node)) != NULL) {
		display = clair_style_keyword(table->styles[node->index], CLAIR_CSS_DISPLAY);
		if (display != CLAIR_KW_CONTENTS)
			break;
	}
	return display;
}

static bool
is_hidden(const struct clair_style_table *table, const struct clair_node *node)
{
	while ((node = clair_node_parent(node)) != NULL) {
		if (clair_style_keyword(table->styles[node->index], CLAIR_CSS_DISPLAY) == CLAIR_KW_NONE)
			return true;
	}
	return false;
}

static void
style_viewed(struct clair_style_table *table, const struct clair_node *node, unsigned trait,
    struct clair_viewed *viewed)
{
	struct clair_cascade *cascade = &table->cascade;
	const struct clair_style *parent =
	    node->parent == CLAIR_NO_NODE ? NULL : table->styles[node->parent];
	const struct clair_style *style;

	cascade->looked_at = 0;
	clair_cascade_match(cascade, node);
	if (!clair_selector_spend(&cascade->match, cascade->looked_at))
		return;
	style = clair_cascade_apply(cascade, &cascade->found[CLAIR_PSEUDO_NONE], parent,
	    clair_style_traits(cascade, node, display_around(table, node)) | trait);
	if (style == NULL || clair_css_customs_spent(cascade->no_customs))
		return;
	viewed->styles[CLAIR_PSEUDO_NONE] = style;
	if (clair_style_keyword(style, CLAIR_CSS_DISPLAY) == CLAIR_KW_NONE || is_hidden(table, node))
		return;
	for (unsigned pseudo = CLAIR_PSEUDO_BEFORE; pseudo < CLAIR_PSEUDO_OTHER; pseudo++)
		viewed->styles[pseudo] = clair_pseudo_apply(
		    cascade, node, (enum clair_pseudo_element)pseudo, style);
}

static void
set_viewport(struct clair_cascade *cascade, struct clair_screen screen)
{
	cascade->environment.viewport_width = screen.width;
	cascade->environment.viewport_height = screen.height;
}

static void
ask(struct clair_style_table *table, const struct clair_node *node, enum clair_view view,
    struct clair_viewed *viewed)
{
	struct clair_cascade *cascade = &table->cascade;
	struct clair_view_state *state = &table->views[view];
	struct clair_match match = cascade->match;
	uint64_t steps_seen = cascade->steps_seen;
	struct clair_cascade_sheet *sheets = cascade->sheets;

	cascade->match = state->match;
	cascade->steps_seen = state->match.steps;
	cascade->sheets = state->sheets;
	set_viewport(cascade, screen_of(cascade, view));
	style_viewed(table, node, view == CLAIR_VIEW_NARROW ? CLAIR_TRAIT_NARROW : 0, viewed);
	set_viewport(cascade, cascade->set->screen);
	state->match = cascade->match;
	cascade->match = match;
	cascade->steps_seen = steps_seen;
	cascade->sheets = sheets;
}

/* NULL: as it is without the supposition. Without a style of its own: not known. */
static const struct clair_viewed *
view_of(struct clair_style_table *table, const struct clair_node *node, enum clair_view view)
{
	static const struct clair_viewed not_known;
	struct clair_cascade *cascade = &table->cascade;
	struct clair_viewed *viewed;
	void **slot;

	if (!some_sheet_depends(cascade, view))
		return NULL;
	if (table->exhausted || !start(table, view))
		return &not_known;
	slot = clair_map_at(
	    &table->views[view].seen, (const char *)&node->index, sizeof(node->index));
	if (slot == NULL)
		return &not_known;
	if (*slot != NULL)
		return *slot;
	viewed = clair_alloc(cascade->arena, sizeof(*viewed));
	if (viewed == NULL)
		return &not_known;
	*slot = viewed;
	ask(table, node, view, viewed);
	return viewed;
}

const struct clair_style *
clair_style_viewed(
    struct clair_style_table *table, const struct clair_node *node, enum clair_view view)
{
	const struct clair_viewed *viewed = view_of(table, node, view);

	if (viewed == NULL || viewed->styles[CLAIR_PSEUDO_NONE] == NULL)
		return clair_style_of(table, node);
	return viewed->styles[CLAIR_PSEUDO_NONE];
}

bool
clair_style_unsure_viewed(
    struct clair_style_table *table, const struct clair_node *node, enum clair_view view)
{
	const struct clair_viewed *viewed = view_of(table, node, view);

	if (viewed == NULL)
		return table->exhausted || clair_style_unsure(clair_style_of(table, node));
	return viewed->styles[CLAIR_PSEUDO_NONE] == NULL ||
	    clair_style_unsure(viewed->styles[CLAIR_PSEUDO_NONE]);
}

const struct clair_style *
clair_style_pseudo_viewed(struct clair_style_table *table, const struct clair_node *node,
    enum clair_pseudo_element pseudo, enum clair_view view)
{
	const struct clair_viewed *viewed = view_of(table, node, view);

	if (viewed == NULL || viewed->styles[CLAIR_PSEUDO_NONE] == NULL)
		return clair_style_pseudo(table, node, pseudo);
	return viewed->styles[pseudo];
}
