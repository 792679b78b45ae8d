/* HTML 4.9.12.1, forming a table; see grid.h. */
#include "facts/grid.h"
#include "facts/outline.h"

#include <string.h>

enum {
	COLSPAN_LIMIT = 1000,
	ROWSPAN_LIMIT = 65534,
	SLOT_LIMIT = 4000000,
};

static bool
is_row_group(const struct clair_node *node)
{
	return node->tag == CLAIR_TAG_THEAD || node->tag == CLAIR_TAG_TBODY ||
	    node->tag == CLAIR_TAG_TFOOT;
}

static const struct clair_node *
first_row(const struct clair_node *child)
{
	while (child != NULL && child->tag != CLAIR_TAG_TR)
		child = clair_next_sibling(child);
	return child;
}

/* Steps 9 to 18: tfoot comes last, wherever it is written. */
static const struct clair_node *
next_child(struct clair_row_walk *walk)
{
	const struct clair_node *child = walk->child;

	for (;;) {
		child = child == NULL ? clair_first_child(walk->table) : clair_next_sibling(child);
		if (child == NULL) {
			if (walk->feet)
				return NULL;
			walk->feet = true;
			continue;
		}
		if ((child->tag == CLAIR_TAG_TFOOT) == walk->feet &&
		    (child->tag == CLAIR_TAG_TR || is_row_group(child)))
			return child;
	}
}

const struct clair_node *
clair_row_next(struct clair_row_walk *walk)
{
	const struct clair_node *row = NULL;

	if (walk->row != NULL && walk->row != walk->child)
		row = first_row(clair_next_sibling(walk->row));
	while (row == NULL) {
		walk->child = next_child(walk);
		if (walk->child == NULL)
			return NULL;
		if (walk->child->tag == CLAIR_TAG_TR) {
			row = walk->child;
		} else {
			row = first_row(clair_first_child(walk->child));
			walk->group++;
		}
	}
	walk->row = row;
	return row;
}

static const struct clair_node *
cell_from(const struct clair_node *node)
{
	while (node != NULL && node->tag != CLAIR_TAG_TD && node->tag != CLAIR_TAG_TH)
		node = clair_next_sibling(node);
	return node;
}

const struct clair_node *
clair_cell_of_row(const struct clair_node *row)
{
	return cell_from(clair_first_child(row));
}

const struct clair_node *
clair_cell_next(const struct clair_node *cell)
{
	return cell_from(clair_next_sibling(cell));
}

/* HTML 2.3.4.2, rules for parsing non-negative integers; `fallback` for what is none. */
static uint32_t
number(const struct clair_node *cell, enum clair_attribute attribute, uint32_t fallback,
    uint32_t limit)
{
	const char *value = clair_attr(cell, attribute);
	uint32_t result = 0;

	if (value == NULL)
		return fallback;
	while (*value == ' ' || (*value >= '\t' && *value <= '\r'))
		value++;
	if (*value == '+')
		value++;
	if (*value < '0' || *value > '9')
		return fallback;
	for (; *value >= '0' && *value <= '9'; value++) {
		result = result * 10 + (uint32_t)(*value - '0');
		if (result > limit)
			return limit;
	}
	return result;
}

struct forming {
	struct clair_ctx *ctx;
	struct clair_grid *grid;
	const struct clair_outline *outline;
	uint32_t *taken_until; /* by column: first row that no cell from above covers */
	uint32_t room;         /* columns that the arrays hold */
	uint32_t *group_end;   /* by row: first row past its group */
};

static uint32_t
colspan_of(const struct clair_node *cell)
{
	uint32_t span = number(cell, CLAIR_ATTR_COLSPAN, 1, COLSPAN_LIMIT);

	return span == 0 ? 1 : span;
}

static bool
widen(struct forming *forming, uint32_t width)
{
	uint32_t room = forming->room == 0 ? 16 : forming->room;
	uint32_t *taken;

	while (room < width)
		room *= 2;
	if (room == forming->room)
		return true;
	taken = clair_alloc_array(&forming->ctx->page->mem, room, sizeof(*taken));
	if (taken == NULL)
		return false;
	if (forming->room > 0)
		memcpy(taken, forming->taken_until, forming->room * sizeof(*taken));
	forming->taken_until = taken;
	forming->room = room;
	return true;
}

static bool
has_header_role(struct clair_ctx *ctx, const struct clair_node *node)
{
	enum clair_role role;

	if (!clair_has_attr(node, CLAIR_ATTR_ROLE))
		return node->tag == CLAIR_TAG_TH;
	role = clair_explicit_role(ctx, node);
	if (role == CLAIR_ROLE_COLUMNHEADER || role == CLAIR_ROLE_ROWHEADER)
		return true;
	return node->tag == CLAIR_TAG_TH && role != CLAIR_ROLE_CELL && role != CLAIR_ROLE_GRIDCELL;
}

static void
read_cell(struct forming *forming, struct clair_cell *cell, const struct clair_node *node)
{
	cell->node = node;
	cell->width = colspan_of(node);
	cell->height = number(node, CLAIR_ATTR_ROWSPAN, 1, ROWSPAN_LIMIT);
	cell->is_header = has_header_role(forming->ctx, node);
	cell->is_empty = clair_outline_text(forming->outline, node) == 0 &&
	    clair_first_child(node) == NULL;
}

/* HTML 4.9.12.1, algorithm for processing rows. A cell spans no row past its group, since no slot
 * there could hold another cell; rowspan 0 goes to the end of the group. */
static bool
place_row(struct forming *forming, const struct clair_node *row, uint32_t y, uint32_t group)
{
	struct clair_grid *grid = forming->grid;
	uint32_t x = 0;

	for (const struct clair_node *node = clair_cell_of_row(row); node != NULL;
	     node = clair_cell_next(node)) {
		struct clair_cell *cell = &grid->cells[grid->cell_count];
		uint32_t left = forming->group_end[y] - y;

		read_cell(forming, cell, node);
		while (x < forming->room && forming->taken_until[x] > y)
			x++;
		if (cell->height == 0 || cell->height > left)
			cell->height = left;
		cell->x = x;
		cell->y = y;
		cell->group = group;
		x += cell->width;
		if ((uint64_t)x * grid->height > SLOT_LIMIT) {
			grid->is_cut = true;
			return true;
		}
		if (!widen(forming, x))
			return false;
		for (uint32_t column = cell->x; column < x; column++)
			forming->taken_until[column] = y + cell->height;
		if (x > grid->width)
			grid->width = x;
		grid->cell_count++;
	}
	return true;
}

static bool
count_rows(struct forming *forming, const struct clair_node *table, uint32_t *cells)
{
	struct clair_row_walk walk = {.table = table};
	struct clair_grid *grid = forming->grid;
	uint32_t *group;
	uint32_t y = 0;

	while (clair_row_next(&walk) != NULL)
		grid->height++;
	forming->group_end = clair_alloc_array(
	    &forming->ctx->page->mem, (size_t)grid->height + 1, sizeof(*forming->group_end));
	if (forming->group_end == NULL)
		return false;
	/* First the group of each row, then, from the last row up, where that group ends. */
	group = forming->group_end;
	walk = (struct clair_row_walk){.table = table};
	for (const struct clair_node *row; (row = clair_row_next(&walk)) != NULL;) {
		group[y++] = walk.group;
		for (const struct clair_node *cell = clair_cell_of_row(row); cell != NULL;
		     cell = clair_cell_next(cell))
			++*cells;
	}
	for (uint32_t below = 0, end = y; y > 0; y--) {
		if (group[y - 1] != below)
			end = y;
		below = group[y - 1];
		forming->group_end[y - 1] = end;
	}
	return true;
}

static bool
read_column_groups(struct forming *forming, const struct clair_node *table)
{
	struct clair_grid *grid = forming->grid;
	uint32_t column = 0;
	uint32_t group = 0;

	grid->column_groups = clair_alloc_array(
	    &forming->ctx->page->mem, (size_t)grid->width + 1, sizeof(*grid->column_groups));
	if (grid->column_groups == NULL)
		return false;
	for (const struct clair_node *child = clair_first_child(table);
	     child != NULL && column < grid->width; child = clair_next_sibling(child)) {
		const struct clair_node *col = clair_first_child(child);
		uint32_t span = 0;

		if (child->tag != CLAIR_TAG_COLGROUP)
			continue;
		for (; col != NULL && span < grid->width; col = clair_next_sibling(col))
			if (col->tag == CLAIR_TAG_COL)
				span += number(col, CLAIR_ATTR_SPAN, 1, COLSPAN_LIMIT);
		if (span == 0)
			span = number(child, CLAIR_ATTR_SPAN, 1, COLSPAN_LIMIT);
		group++;
		for (; span > 0 && column < grid->width; span--)
			grid->column_groups[column++] = group;
	}
	return true;
}

static bool
fill_slots(struct forming *forming)
{
	struct clair_grid *grid = forming->grid;
	uint64_t work = 0;

	grid->slots = clair_alloc_array(&forming->ctx->page->mem,
	    (size_t)grid->width * grid->height + 1, sizeof(*grid->slots));
	if (grid->slots == NULL)
		return false;
	for (uint32_t i = 0; i < grid->cell_count; i++) {
		const struct clair_cell *cell = &grid->cells[i];

		/* Cells that overlap can cover far more than the grid. */
		work += (uint64_t)cell->width * cell->height;
		if (work > 2 * (uint64_t)SLOT_LIMIT) {
			grid->is_cut = true;
			return true;
		}
		for (uint32_t y = cell->y; y < cell->y + cell->height; y++)
			for (uint32_t x = cell->x; x < cell->x + cell->width; x++)
				if (grid->slots[(size_t)y * grid->width + x] == 0)
					grid->slots[(size_t)y * grid->width + x] = i + 1;
	}
	return true;
}

bool
clair_grid_make(struct clair_grid *grid, struct clair_ctx *ctx, const struct clair_node *table)
{
	struct forming forming = {.ctx = ctx, .grid = grid, .outline = clair_outline_get(ctx)};
	struct clair_row_walk walk = {.table = table};
	uint32_t cells = 0;
	uint32_t y = 0;

	*grid = (struct clair_grid){0};
	if (!count_rows(&forming, table, &cells))
		return false;
	grid->cells =
	    clair_alloc_array(&ctx->page->mem, (size_t)cells + 1, sizeof(*grid->cells));
	if (grid->cells == NULL)
		return false;
	for (const struct clair_node *row; !grid->is_cut && (row = clair_row_next(&walk)) != NULL;)
		if (!place_row(&forming, row, y++, walk.group))
			return false;
	if (grid->is_cut)
		return true;
	return read_column_groups(&forming, table) && fill_slots(&forming);
}
