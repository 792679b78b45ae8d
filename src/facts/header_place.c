/* What stands around a header cell: data beneath it, beside it, on both sides. */
#include "facts/table.h"

static const uint32_t NOWHERE = UINT32_MAX;

/* Where the data of a line begin and end. */
struct extent {
	uint32_t first, last;
};

static bool
is_data(const struct clair_cell *cell)
{
	return !cell->is_header && !cell->is_empty;
}

static void
stretch(struct extent *extent, uint32_t from, uint32_t to)
{
	if (extent->first == NOWHERE || from < extent->first)
		extent->first = from;
	if (extent->last == NOWHERE || to > extent->last)
		extent->last = to;
}

static void
measure(const struct clair_grid *grid, struct extent *columns, struct extent *rows)
{
	for (uint32_t x = 0; x < grid->width; x++)
		columns[x] = (struct extent){NOWHERE, NOWHERE};
	for (uint32_t y = 0; y < grid->height; y++)
		rows[y] = (struct extent){NOWHERE, NOWHERE};
	for (uint32_t i = 0; i < grid->cell_count; i++) {
		const struct clair_cell *cell = &grid->cells[i];

		if (!is_data(cell))
			continue;
		for (uint32_t x = 0; x < cell->width; x++)
			stretch(&columns[cell->x + x], cell->y, cell->y + cell->height - 1);
		for (uint32_t y = 0; y < cell->height; y++)
			stretch(&rows[cell->y + y], cell->x, cell->x + cell->width - 1);
	}
}

struct sides {
	bool before, after;
};

/* The data before and after a cell, on the `count` lines that it spans. */
static struct sides
look(const struct extent *lines, uint32_t count, uint32_t from, uint32_t length)
{
	struct sides sides = {false, false};

	for (uint32_t i = 0; i < count; i++) {
		if (lines[i].first == NOWHERE)
			continue;
		sides.before |= lines[i].first < from;
		sides.after |= lines[i].last >= from + length;
	}
	return sides;
}

/*
 * The cell after a header on the line where it has no data. When that one is a header of another
 * axis ("Day" before "Morning" and "Evening"), the first may head it: nothing is proven.
 */
static bool
may_head(const struct clair_grid *grid, const struct clair_cell *cell, uint32_t x, uint32_t y)
{
	const struct clair_cell *next;
	uint32_t slot;

	if (x >= grid->width || y >= grid->height)
		return false;
	slot = grid->slots[(size_t)y * grid->width + x];
	if (slot == 0)
		return false;
	next = &grid->cells[slot - 1];
	return next->is_header && !next->is_empty && (next->is_row_header != cell->is_row_header ||
	    next->is_column_header != cell->is_column_header);
}

static enum clair_heads
judge(const struct clair_grid *grid, const struct clair_cell *cell, const struct extent *columns,
    const struct extent *rows)
{
	struct sides beneath = look(columns + cell->x, cell->width, cell->y, cell->height);
	struct sides beside = look(rows + cell->y, cell->height, cell->x, cell->width);

	if (!beside.before && !beside.after && beneath.before && beneath.after)
		return CLAIR_HEADS_PART;
	if (beside.before || beneath.before || beside.after == beneath.after)
		return CLAIR_HEADS_UNKNOWN;
	if (beneath.after)
		return may_head(grid, cell, cell->x + cell->width, cell->y) ? CLAIR_HEADS_UNKNOWN
		                                                            : CLAIR_HEADS_COLUMN;
	return may_head(grid, cell, cell->x, cell->y + cell->height) ? CLAIR_HEADS_UNKNOWN
	                                                             : CLAIR_HEADS_ROW;
}

bool
clair_header_places(const struct clair_grid *grid, struct clair_arena *mem, uint8_t *heads)
{
	struct extent *columns = clair_alloc_array(mem, (size_t)grid->width + 1, sizeof(*columns));
	struct extent *rows = clair_alloc_array(mem, (size_t)grid->height + 1, sizeof(*rows));

	if (columns == NULL || rows == NULL)
		return false;
	measure(grid, columns, rows);
	for (uint32_t i = 0; i < grid->cell_count; i++) {
		const struct clair_cell *cell = &grid->cells[i];

		if (cell->is_header && !cell->is_empty)
			heads[cell->node->index] = (uint8_t)judge(grid, cell, columns, rows);
	}
	return true;
}

/* The first row is often the title of the whole table, in one cell. */
static uint32_t
first_row(const struct clair_grid *grid)
{
	return grid->height > 1 && grid->width > 1 && grid->cells[0].width == grid->width
	    ? grid->cells[0].height
	    : 0;
}

uint32_t
clair_inner_headers(const struct clair_grid *grid, const uint32_t *cells, const uint8_t *heads)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < grid->cell_count; i++) {
		const struct clair_cell *cell = &grid->cells[i];
		uint32_t index = cell->node->index;

		/* What is in bold like a header and heads nothing, a total, makes nothing complex. */
		if (!cell->is_header || cell->is_empty || cells[index] == 0)
			continue;
		count += heads[index] == CLAIR_HEADS_PART || cell->is_group_header ||
		    cell->is_column_group_header || (cell->x > 0 && cell->y > first_row(grid));
	}
	return count;
}
