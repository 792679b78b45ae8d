/* An element under a supposition: its rules are asked again, under its parent as it is. */
#include "style/table.h"

#include "clairlint/rule.h"

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

	for (uint32_t i = 0; i < cascade->sheet_count; i++) {
		const struct clair_sheet_index *index = cascade->sheets[i].index;

		if (states != 0 ? (index->states & states) != 0 : index->orientation)
			return true;
	}
	return false;
}

/* The sheets with the conditions that hold when the screen is turned. NULL when the arena fails. */
static struct clair_cascade_sheet *
turned_sheets(struct clair_cascade *cascade, bool landscape)
{
	struct clair_screen screen = cascade->set->screen;
	struct clair_cascade_sheet *sheets =
	    clair_alloc_array(cascade->arena, cascade->sheet_count, sizeof(*sheets));

	screen.landscape = landscape;
	for (uint32_t i = 0; i < cascade->sheet_count && sheets != NULL; i++) {
		sheets[i] = cascade->sheets[i];
		sheets[i].holds =
		    clair_cascade_conditions(sheets[i].sheet, &screen, cascade->arena);
	}
	return cascade->arena->failed ? NULL : sheets;
}

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
	    .ceiling = cascade->match.ceiling,
	};
	clair_map_init(&state->seen, cascade->arena);
	if (view == CLAIR_VIEW_PORTRAIT || view == CLAIR_VIEW_LANDSCAPE)
		state->sheets = turned_sheets(cascade, view == CLAIR_VIEW_LANDSCAPE);
	else
		state->sheets = cascade->sheets;
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
style_viewed(
    struct clair_style_table *table, const struct clair_node *node, struct clair_viewed *viewed)
{
	struct clair_cascade *cascade = &table->cascade;
	const struct clair_style *parent =
	    node->parent == CLAIR_NO_NODE ? NULL : table->styles[node->parent];
	const struct clair_style *style;

	clair_cascade_match(cascade, node);
	style = clair_cascade_apply(cascade, &cascade->found[CLAIR_PSEUDO_NONE], parent,
	    clair_style_traits(cascade, node, display_around(table, node)));
	if (style == NULL || cascade->match.exhausted)
		return;
	viewed->styles[CLAIR_PSEUDO_NONE] = style;
	if (clair_style_keyword(style, CLAIR_CSS_DISPLAY) == CLAIR_KW_NONE || is_hidden(table, node))
		return;
	for (unsigned pseudo = CLAIR_PSEUDO_BEFORE; pseudo < CLAIR_PSEUDO_OTHER; pseudo++)
		viewed->styles[pseudo] = clair_pseudo_apply(
		    cascade, node, (enum clair_pseudo_element)pseudo, style);
}

/* NULL: as it is without the supposition. */
static const struct clair_viewed *
view_of(struct clair_style_table *table, const struct clair_node *node, enum clair_view view)
{
	struct clair_cascade *cascade = &table->cascade;
	struct clair_view_state *state = &table->views[view];
	struct clair_match match = cascade->match;
	struct clair_cascade_sheet *sheets = cascade->sheets;
	struct clair_viewed *viewed;
	void **slot;

	if (table->exhausted || !some_sheet_depends(cascade, view) || !start(table, view))
		return NULL;
	slot = clair_map_at(&state->seen, (const char *)&node->index, sizeof(node->index));
	if (slot == NULL || *slot != NULL)
		return slot == NULL ? NULL : *slot;
	viewed = clair_alloc(cascade->arena, sizeof(*viewed));
	if (viewed == NULL)
		return NULL;
	*slot = viewed;
	cascade->match = state->match;
	cascade->sheets = state->sheets;
	style_viewed(table, node, viewed);
	state->match = cascade->match;
	cascade->match = match;
	cascade->sheets = sheets;
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

const struct clair_style *
clair_style_pseudo_viewed(struct clair_style_table *table, const struct clair_node *node,
    enum clair_pseudo_element pseudo, enum clair_view view)
{
	const struct clair_viewed *viewed = view_of(table, node, view);

	if (viewed == NULL || viewed->styles[CLAIR_PSEUDO_NONE] == NULL)
		return clair_style_pseudo(table, node, pseudo);
	return viewed->styles[pseudo];
}
