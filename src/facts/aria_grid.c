/* Does a header of a table made with ARIA roles have cells? (ACT d0f69e.) */
#include "facts/table.h"

#include <stdlib.h>

/* Rows looked at for one header; past it, the header is believed to have cells. */
enum { ROW_LIMIT = 2000 };

static bool
is_table_role(enum clair_role role)
{
	return role == CLAIR_ROLE_TABLE || role == CLAIR_ROLE_GRID || role == CLAIR_ROLE_TREEGRID;
}

static const struct clair_node *
closest(struct clair_ctx *ctx, const struct clair_node *node, enum clair_role role)
{
	while (node != NULL && clair_role(ctx, node) != role)
		node = clair_parent(node);
	return node;
}

static size_t
span_of(const struct clair_node *cell)
{
	const char *value = clair_attr(cell, CLAIR_ATTR_ARIA_COLSPAN);
	long span = value == NULL ? 1 : strtol(value, NULL, 10);

	return span > 1 && span < 1000 ? (size_t)span : 1;
}

/* Columns of a row, up to `end` when it is met. */
static size_t
width(struct clair_ctx *ctx, const struct clair_node *row, const struct clair_node *end)
{
	size_t count = clair_aria_child_count(ctx, row);
	size_t columns = 0;

	for (size_t i = 0; i < count; i++) {
		const struct clair_node *cell = clair_aria_child(ctx, row, i);

		if (cell == end)
			break;
		columns += span_of(cell);
	}
	return columns;
}

static bool
column_has_cells(struct clair_ctx *ctx, const struct clair_node *table, const struct clair_node *row,
    const struct clair_node *header)
{
	size_t column = width(ctx, row, header);
	const struct clair_node *node = table;
	unsigned rows = 0;

	if (clair_has_attr(header, CLAIR_ATTR_ARIA_COLINDEX) ||
	    clair_has_attr(table, CLAIR_ATTR_ARIA_COLCOUNT))
		return true; /* only a part of the columns may be there */
	while ((node = clair_next_inside(table, node)) != NULL) {
		if (node == row || clair_role(ctx, node) != CLAIR_ROLE_ROW)
			continue;
		if (width(ctx, node, NULL) > column || ++rows == ROW_LIMIT)
			return true;
	}
	return false;
}

bool
clair_header_has_cells(struct clair_ctx *ctx, const struct clair_node *header)
{
	const struct clair_node *table = header;
	const struct clair_node *row;

	while (table != NULL && !is_table_role(clair_role(ctx, table)))
		table = clair_parent(table);
	if (table == NULL || clair_tag(table) == CLAIR_TAG_TABLE)
		return clair_header_cell_count(ctx, header) > 0;
	row = closest(ctx, header, CLAIR_ROLE_ROW);
	if (row == NULL)
		return true;
	if (clair_role(ctx, header) == CLAIR_ROLE_ROWHEADER)
		return clair_aria_child_count(ctx, row) > 1;
	return column_has_cells(ctx, table, row, header);
}
