/*
 * Which headers go with which cells.
 *
 * The scan of HTML 4.9.12.2 goes from each cell to the edge of the table, which is quadratic. Here
 * each column is read once from the top, and each row once from the left, keeping the headers that a
 * scan started at that point would find.
 */
#include "facts/table.h"

#include <string.h>

/* Headers read for cells, over one page. */
enum { WORK_LIMIT = 8000000 };

enum { UNREAD, READ, CUT };

struct clair_table_table {
	uint32_t *headers;    /* by node: headers of a cell */
	uint32_t *cells;      /* by node: cells of a header */
	uint32_t *inner;      /* by node of a table: headers inside it, see clair_inner_headers */
	uint8_t *heads;       /* by node of a header: enum clair_heads */
	uint32_t *cell_index; /* by node: its cell in the grid being read, plus one */
	uint8_t *states;      /* by node of a table: UNREAD, READ, CUT */
	uint8_t *uses;        /* by node of a table: enum clair_table_use plus one */
	uint64_t work;
};

struct entry {
	const struct clair_cell *cell;
	uint32_t block;
	struct entry *next;
};

/* A column or a row being read: the headers that a scan from here finds. */
struct line {
	struct entry *first;
	const struct clair_cell *last;
	uint32_t block; /* number of the latest block of headers side by side */
	bool in_block;
};

struct linking {
	struct clair_ctx *ctx;
	struct clair_table_table *table;
	const struct clair_node *node;
	struct clair_grid grid;
	struct line *lines;
	struct entry **groups; /* headers of row groups, then of column groups */
	uint32_t *stamps;      /* by cell: the last cell (plus one) that had it as header */
	uint32_t *order;       /* cells from the left, each column from the top */
};

enum axis { COLUMNS, ROWS };

static uint32_t
place(const struct clair_cell *cell, enum axis axis)
{
	return axis == COLUMNS ? cell->x : cell->y;
}

static uint32_t
span(const struct clair_cell *cell, enum axis axis)
{
	return axis == COLUMNS ? cell->width : cell->height;
}

static bool
is_header_of(const struct clair_cell *cell, enum axis axis)
{
	return axis == COLUMNS ? cell->is_column_header : cell->is_row_header;
}

static bool
same_place(const struct clair_cell *a, const struct clair_cell *b, enum axis axis)
{
	return place(a, axis) == place(b, axis) && span(a, axis) == span(b, axis);
}

static struct entry *
add_entry(struct linking *linking, struct entry *next, const struct clair_cell *cell)
{
	struct entry *entry = clair_alloc(&linking->ctx->page->mem, sizeof(*entry));

	if (entry == NULL)
		return next;
	*entry = (struct entry){.cell = cell, .next = next};
	return entry;
}

/* Steps 4 and 5 of the internal algorithm, the other way round: a header met hides those of farther
 * blocks that have its place and width ("opaque headers"), whatever it is a header of. */
static void
see_slot(struct linking *linking, struct line *line, const struct clair_cell *cell,
    enum axis axis)
{
	struct entry **link = &line->first;

	if (cell == line->last)
		return;
	line->last = cell;
	if (!cell->is_header) {
		line->in_block = false;
		return;
	}
	line->block += !line->in_block;
	line->in_block = true;
	while (*link != NULL) {
		linking->table->work++;
		if ((*link)->block != line->block && same_place((*link)->cell, cell, axis))
			*link = (*link)->next;
		else
			link = &(*link)->next;
	}
	if (is_header_of(cell, axis)) {
		line->first = add_entry(linking, line->first, cell);
		if (line->first != NULL)
			line->first->block = line->block;
	}
}

static void
assign(struct linking *linking, const struct clair_cell *cell, const struct clair_cell *header)
{
	uint32_t index = (uint32_t)(cell - linking->grid.cells);
	uint32_t *stamp = &linking->stamps[header - linking->grid.cells];

	if (header == cell || *stamp == index + 1)
		return;
	*stamp = index + 1;
	linking->table->headers[cell->node->index]++;
	linking->table->cells[header->node->index]++;
}

/* The list as it would be were the cell, when it is itself a header, the start of the scan. */
static void
assign_line(struct linking *linking, const struct clair_cell *cell, const struct line *line,
    enum axis axis)
{
	for (const struct entry *entry = line->first; entry != NULL; entry = entry->next) {
		bool same_block = line->in_block && entry->block == line->block;

		linking->table->work++;
		if (entry->cell->is_empty)
			continue;
		if (cell->is_header && !same_block && same_place(entry->cell, cell, axis))
			continue;
		assign(linking, cell, entry->cell);
	}
}

static bool
has_headers_attribute(const struct clair_cell *cell)
{
	return clair_has_attr(cell->node, CLAIR_ATTR_HEADERS);
}

static bool
is_over(const struct linking *linking)
{
	return linking->table->work > WORK_LIMIT;
}

/* Reads all lines of one axis, in the order given, up to each cell and past it. For columns the cells
 * come row by row; a line is brought up to the row of a cell when that cell asks. */
static void
read_lines(struct linking *linking, const uint32_t *order, enum axis axis)
{
	const struct clair_grid *grid = &linking->grid;
	enum axis other = axis == COLUMNS ? ROWS : COLUMNS;
	uint32_t length = axis == COLUMNS ? grid->height : grid->width;
	uint32_t count = axis == COLUMNS ? grid->width : grid->height;
	size_t step = axis == COLUMNS ? 1 : grid->width;
	size_t stride = axis == COLUMNS ? grid->width : 1;
	uint32_t next = 0;

	memset(linking->lines, 0, count * sizeof(*linking->lines));
	for (uint32_t at = 0; at < length && !is_over(linking); at++) {
		for (; next < grid->cell_count; next++) {
			const struct clair_cell *cell = &grid->cells[order == NULL ? next : order[next]];

			if (place(cell, other) != at)
				break;
			if (has_headers_attribute(cell))
				continue;
			for (uint32_t i = 0; i < span(cell, axis); i++)
				assign_line(linking, cell, &linking->lines[place(cell, axis) + i], axis);
		}
		for (uint32_t i = 0; i < count; i++) {
			uint32_t slot = grid->slots[at * stride + i * step];

			if (slot != 0)
				see_slot(linking, &linking->lines[i], &grid->cells[slot - 1], axis);
		}
	}
}

/* Cells by column, each column from the top: a counting sort. */
static bool
order_by_column(struct linking *linking)
{
	const struct clair_grid *grid = &linking->grid;
	struct clair_arena *mem = &linking->ctx->page->mem;
	uint32_t *starts = clair_alloc_array(mem, (size_t)grid->width + 2, sizeof(*starts));

	linking->order =
	    clair_alloc_array(mem, (size_t)grid->cell_count + 1, sizeof(*linking->order));
	if (starts == NULL || linking->order == NULL)
		return false;
	for (uint32_t i = 0; i < grid->cell_count; i++)
		starts[grid->cells[i].x + 1]++;
	for (uint32_t x = 0; x < grid->width; x++)
		starts[x + 1] += starts[x];
	for (uint32_t i = 0; i < grid->cell_count; i++)
		linking->order[starts[grid->cells[i].x]++] = i;
	return true;
}

/* Step 3: with a headers attribute, the cells that it names, and no other. */
static void
assign_named(struct linking *linking, const struct clair_cell *cell)
{
	const char *list = clair_attr(cell->node, CLAIR_ATTR_HEADERS);
	struct clair_arena *mem = &linking->ctx->page->mem;

	while (*list != '\0') {
		size_t length = strcspn(list, " \t\n\f\r");
		const struct clair_node *named;
		uint32_t index;

		linking->table->work += 1 + length;
		if (length > 0) {
			named = clair_by_id(linking->ctx, clair_strndup(mem, list, length));
			index = named == NULL || named->index < linking->node->index ||
			        named->index >= linking->node->end
			    ? 0
			    : linking->table->cell_index[named->index];
			if (index > 0 && index <= linking->grid.cell_count &&
			    linking->grid.cells[index - 1].node == named)
				assign(linking, cell, &linking->grid.cells[index - 1]);
		}
		list += length + (list[length] != '\0');
	}
}

static void
assign_group(struct linking *linking, const struct clair_cell *cell, const struct entry *entry)
{
	for (; entry != NULL; entry = entry->next) {
		const struct clair_cell *header = entry->cell;

		linking->table->work++;
		if (!header->is_empty && header->x < cell->x + cell->width &&
		    header->y < cell->y + cell->height)
			assign(linking, cell, header);
	}
}

/* Headers of groups of rows and columns, and those named by the cells. */
static void
read_groups(struct linking *linking)
{
	const struct clair_grid *grid = &linking->grid;
	struct entry **columns = linking->groups + grid->height + 1;

	for (uint32_t i = 0; i < grid->cell_count; i++) {
		const struct clair_cell *cell = &grid->cells[i];
		uint32_t column = grid->column_groups[cell->x];

		if (cell->is_group_header)
			linking->groups[cell->group] =
			    add_entry(linking, linking->groups[cell->group], cell);
		if (cell->is_column_group_header && column > 0)
			columns[column] = add_entry(linking, columns[column], cell);
	}
	for (uint32_t i = 0; i < grid->cell_count && !is_over(linking); i++) {
		const struct clair_cell *cell = &grid->cells[i];

		if (has_headers_attribute(cell)) {
			assign_named(linking, cell);
			continue;
		}
		assign_group(linking, cell, linking->groups[cell->group]);
		assign_group(linking, cell, columns[grid->column_groups[cell->x]]);
	}
}

/* By row then by column: cells of data before this one. An empty cell is no datum: the corner of a
 * table is often an empty td, and its headers are headers all the same to browsers. */
static void
count_data(const struct clair_grid *grid, uint32_t *rows, uint32_t *columns)
{
	for (uint32_t i = 0; i < grid->cell_count; i++) {
		const struct clair_cell *cell = &grid->cells[i];

		if (cell->is_header || cell->is_empty)
			continue;
		for (uint32_t y = 0; y < cell->height; y++)
			rows[cell->y + y + 1]++;
		for (uint32_t x = 0; x < cell->width; x++)
			columns[cell->x + x + 1]++;
	}
	for (uint32_t y = 0; y < grid->height; y++)
		rows[y + 1] += rows[y];
	for (uint32_t x = 0; x < grid->width; x++)
		columns[x + 1] += columns[x];
}

/* HTML 4.9.12.2: column header, row header, column group header, row group header. */
static void
classify(struct clair_ctx *ctx, struct clair_cell *cell, const uint32_t *rows,
    const uint32_t *columns)
{
	enum clair_role role = CLAIR_ROLE_NO_ROLE;

	if (clair_has_attr(cell->node, CLAIR_ATTR_ROLE))
		role = clair_explicit_role(ctx, cell->node);
	if (role == CLAIR_ROLE_COLUMNHEADER || clair_attr_is(cell->node, CLAIR_ATTR_SCOPE, "col"))
		cell->is_column_header = true;
	else if (role == CLAIR_ROLE_ROWHEADER || clair_attr_is(cell->node, CLAIR_ATTR_SCOPE, "row"))
		cell->is_row_header = true;
	else if (clair_attr_is(cell->node, CLAIR_ATTR_SCOPE, "rowgroup"))
		cell->is_group_header = true;
	else if (clair_attr_is(cell->node, CLAIR_ATTR_SCOPE, "colgroup"))
		cell->is_column_group_header = true;
	else if (rows[cell->y + cell->height] == rows[cell->y])
		cell->is_column_header = true;
	else if (columns[cell->x + cell->width] == columns[cell->x])
		cell->is_row_header = true;
}

static bool
prepare(struct linking *linking)
{
	struct clair_grid *grid = &linking->grid;
	struct clair_arena *mem = &linking->ctx->page->mem;
	size_t sides = (size_t)grid->width + grid->height + 4;
	uint32_t *rows = clair_alloc_array(mem, sides, sizeof(*rows));
	uint32_t *columns = clair_alloc_array(mem, sides, sizeof(*columns));

	linking->lines = clair_alloc_array(mem, sides, sizeof(*linking->lines));
	linking->groups = clair_alloc_array(mem, sides, sizeof(*linking->groups));
	linking->stamps =
	    clair_alloc_array(mem, (size_t)grid->cell_count + 1, sizeof(*linking->stamps));
	if (mem->failed || !order_by_column(linking))
		return false;
	count_data(grid, rows, columns);
	for (uint32_t i = 0; i < grid->cell_count; i++) {
		struct clair_cell *cell = &grid->cells[i];

		linking->table->cell_index[cell->node->index] = i + 1;
		if (cell->is_header)
			classify(linking->ctx, cell, rows, columns);
	}
	return true;
}

static uint8_t
read_table(struct clair_ctx *ctx, struct clair_table_table *table, const struct clair_node *node)
{
	struct linking linking = {.ctx = ctx, .table = table, .node = node};

	if (table->work > WORK_LIMIT || !clair_grid_make(&linking.grid, ctx, node) ||
	    linking.grid.is_cut || !prepare(&linking))
		return CUT;
	/* No pair is met twice: a header stands above a cell, beside it, or heads its group. */
	read_lines(&linking, NULL, COLUMNS);
	read_lines(&linking, linking.order, ROWS);
	read_groups(&linking);
	if (!clair_header_places(&linking.grid, &ctx->page->mem, table->heads) || is_over(&linking))
		return CUT;
	table->inner[node->index] = clair_inner_headers(&linking.grid, table->cells, table->heads);
	return READ;
}

static struct clair_table_table *
table_of(struct clair_ctx *ctx)
{
	struct clair_page *page = ctx->page;
	struct clair_table_table *table = ctx->facts->tables;

	if (table != NULL || page->mem.failed)
		return table;
	table = clair_alloc(&page->mem, sizeof(*table));
	if (table == NULL)
		return NULL;
	table->headers = clair_alloc_array(&page->mem, page->node_count, sizeof(uint32_t));
	table->cells = clair_alloc_array(&page->mem, page->node_count, sizeof(uint32_t));
	table->cell_index = clair_alloc_array(&page->mem, page->node_count, sizeof(uint32_t));
	table->inner = clair_alloc_array(&page->mem, page->node_count, sizeof(uint32_t));
	table->heads = clair_alloc_array(&page->mem, page->node_count, sizeof(uint8_t));
	table->states = clair_alloc_array(&page->mem, page->node_count, sizeof(uint8_t));
	table->uses = clair_alloc_array(&page->mem, page->node_count, sizeof(uint8_t));
	if (page->mem.failed)
		return NULL;
	ctx->facts->tables = table;
	return table;
}

/* The counts of the table around a cell; NULL when they are not known. */
static const struct clair_table_table *
counts_around(struct clair_ctx *ctx, const struct clair_node *cell)
{
	struct clair_table_table *table = table_of(ctx);
	const struct clair_node *node = clair_closest(cell, CLAIR_TAG_TABLE);
	uint8_t *state;

	if (table == NULL || node == NULL)
		return NULL;
	state = &table->states[node->index];
	if (*state == UNREAD)
		*state = read_table(ctx, table, node);
	return *state == READ ? table : NULL;
}

/* In a table too large to be read every cell is held to have one header, and every header one cell:
 * nothing may be said against what was not read. */
enum { COUNT_WHEN_CUT = 1 };

size_t
clair_cell_header_count(struct clair_ctx *ctx, const struct clair_node *cell)
{
	const struct clair_table_table *table = counts_around(ctx, cell);

	return table == NULL ? COUNT_WHEN_CUT : table->headers[cell->index];
}

size_t
clair_header_cell_count(struct clair_ctx *ctx, const struct clair_node *header)
{
	const struct clair_table_table *table = counts_around(ctx, header);

	return table == NULL ? COUNT_WHEN_CUT : table->cells[header->index];
}

enum clair_heads
clair_header_heads(struct clair_ctx *ctx, const struct clair_node *header)
{
	const struct clair_table_table *table = counts_around(ctx, header);

	return table == NULL ? CLAIR_HEADS_UNKNOWN : (enum clair_heads)table->heads[header->index];
}

size_t
clair_table_inner_headers(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_table_table *table = counts_around(ctx, node);

	return table == NULL ? 0 : table->inner[node->index];
}

enum clair_table_use
clair_table_use(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_table_table *table = table_of(ctx);

	if (table == NULL)
		return CLAIR_TABLE_UNSURE;
	if (table->uses[node->index] == 0)
		table->uses[node->index] = (uint8_t)(1 + clair_table_judge(ctx, node));
	return (enum clair_table_use)(table->uses[node->index] - 1);
}
