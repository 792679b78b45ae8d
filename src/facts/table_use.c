/* Layout or data: what the markup says first, then what the cells hold; see table.h. */
#include "facts/table.h"
#include "facts/grid.h"
#include "facts/outline.h"

#include <string.h>

enum {
	SHORT_CELL = 60,  /* bytes: figures, names, a few words */
	LONG_CELL = 400,  /* bytes: paragraphs */
};

struct shape {
	uint32_t rows, columns, cells;
	uint32_t filled;       /* cells with text */
	uint32_t with_short;   /* text of SHORT_CELL bytes or less */
	uint32_t with_long;
	uint32_t pictures;     /* cells with an image and no text */
	bool has_header_markup;
	bool has_nested_table;
	bool has_page_parts;   /* landmarks, headings or forms: a page, not data */
	bool has_regions;      /* of these, main, nav, header, footer or h1: no cell of data has one */
};

static bool
says_data(const struct clair_node *table)
{
	for (const struct clair_node *child = clair_first_child(table); child != NULL;
	     child = clair_next_sibling(child)) {
		if (child->tag == CLAIR_TAG_THEAD || child->tag == CLAIR_TAG_TFOOT ||
		    (child->tag == CLAIR_TAG_CAPTION && clair_node_first(child) != NULL))
			return true;
	}
	return false;
}

static bool
has_header_markup(const struct clair_node *cell)
{
	return cell->tag == CLAIR_TAG_TH || clair_has_attr(cell, CLAIR_ATTR_SCOPE) ||
	    clair_has_attr(cell, CLAIR_ATTR_HEADERS) || clair_has_attr(cell, CLAIR_ATTR_ABBR) ||
	    clair_attr_is(cell, CLAIR_ATTR_ROLE, "columnheader") ||
	    clair_attr_is(cell, CLAIR_ATTR_ROLE, "rowheader");
}

static void
look_inside(struct shape *shape, const struct clair_node *cell, bool has_text)
{
	bool has_picture = false;

	for (const struct clair_node *node = clair_next_inside(cell, cell); node != NULL;
	     node = clair_next_inside(cell, node)) {
		switch ((enum clair_tag)node->tag) {
		case CLAIR_TAG_TABLE:
			shape->has_nested_table = true;
			return;
		case CLAIR_TAG_H1:
		case CLAIR_TAG_MAIN:
		case CLAIR_TAG_NAV:
		case CLAIR_TAG_HEADER:
		case CLAIR_TAG_FOOTER:
			shape->has_regions = true;
			shape->has_page_parts = true;
			break;
		case CLAIR_TAG_H2:
		case CLAIR_TAG_FORM:
			shape->has_page_parts = true;
			break;
		case CLAIR_TAG_IMG:
			has_picture = true;
			break;
		default:
			break;
		}
	}
	shape->pictures += has_picture && !has_text;
}

static void
measure(struct clair_ctx *ctx, const struct clair_node *table, struct shape *shape)
{
	const struct clair_outline *outline = clair_outline_get(ctx);
	struct clair_row_walk walk = {.table = table};

	for (const struct clair_node *row; (row = clair_row_next(&walk)) != NULL;) {
		uint32_t columns = 0;

		for (const struct clair_node *cell = clair_cell_of_row(row); cell != NULL;
		     cell = clair_cell_next(cell)) {
			uint32_t text = clair_outline_text(outline, cell);

			columns++;
			shape->filled += text > 0;
			shape->with_short += text > 0 && text <= SHORT_CELL;
			shape->with_long += text > LONG_CELL;
			shape->has_header_markup |= has_header_markup(cell);
			if (!shape->has_nested_table)
				look_inside(shape, cell, text > 0);
		}
		shape->rows += columns > 0;
		shape->cells += columns;
		if (columns > shape->columns)
			shape->columns = columns;
	}
}

static enum clair_table_use
use_of_role(struct clair_ctx *ctx, const struct clair_node *table, bool *told)
{
	*told = true;
	if (clair_has_attr(table, CLAIR_ATTR_ROLE)) {
		switch (clair_explicit_role(ctx, table)) {
		case CLAIR_ROLE_NONE:
			return CLAIR_TABLE_LAYOUT;
		case CLAIR_ROLE_TABLE:
		case CLAIR_ROLE_GRID:
		case CLAIR_ROLE_TREEGRID:
			return CLAIR_TABLE_DATA;
		default:
			break;
		}
	}
	*told = false;
	return CLAIR_TABLE_UNSURE;
}

static bool
is_bordered(const struct clair_node *table)
{
	const char *border = clair_attr(table, CLAIR_ATTR_BORDER);

	return (border != NULL && strcmp(border, "0") != 0) ||
	    clair_has_attr(table, CLAIR_ATTR_RULES);
}

/* No word of the markup tells: the cells do, and only when they are plain. */
static enum clair_table_use
use_of_cells(const struct clair_node *table, const struct shape *shape)
{
	if (shape->rows <= 1 || shape->columns <= 1 || shape->filled <= 1)
		return CLAIR_TABLE_LAYOUT;
	if (shape->has_nested_table || shape->has_page_parts)
		return CLAIR_TABLE_LAYOUT;
	if (shape->pictures * 2 >= shape->cells)
		return CLAIR_TABLE_LAYOUT;
	if (shape->columns >= 3 && shape->rows >= 3 && shape->with_long == 0 &&
	    shape->filled >= shape->cells / 2 && shape->with_short >= shape->filled / 4 * 3)
		return CLAIR_TABLE_DATA;
	if (is_bordered(table) && shape->rows >= 2 && shape->with_long == 0)
		return CLAIR_TABLE_DATA;
	if (shape->with_long > 0 && shape->rows <= 3)
		return CLAIR_TABLE_LAYOUT;
	return CLAIR_TABLE_UNSURE;
}

enum clair_table_use
clair_table_judge(struct clair_ctx *ctx, const struct clair_node *table)
{
	struct shape shape = {0};
	const char *summary = clair_attr(table, CLAIR_ATTR_SUMMARY);
	bool told;
	enum clair_table_use use = use_of_role(ctx, table, &told);

	if (told || table->tag != CLAIR_TAG_TABLE)
		return use;
	if (says_data(table) || (summary != NULL && summary[0] != '\0'))
		return CLAIR_TABLE_DATA;
	measure(ctx, table, &shape);
	if (shape.has_header_markup)
		return CLAIR_TABLE_DATA;
	return use_of_cells(table, &shape);
}

/* Word processors put a table in a cell of another one, and a heading in a row of figures. */
static bool
reads_like_data(const struct shape *shape)
{
	return shape->columns >= 3 && shape->rows >= 3 && shape->with_short * 2 >= shape->filled;
}

bool
clair_table_lays_out(struct clair_ctx *ctx, const struct clair_node *table)
{
	struct shape shape = {0};

	if (table->tag != CLAIR_TAG_TABLE || clair_table_use(ctx, table) != CLAIR_TABLE_LAYOUT)
		return false;
	measure(ctx, table, &shape);
	if (reads_like_data(&shape))
		return false;
	return shape.has_nested_table || shape.has_regions || shape.cells == 1;
}
