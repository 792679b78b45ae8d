/* A table as HTML forms it: rows, columns, cells with their spans. Private to src/facts/. */
#ifndef CLAIR_FACTS_GRID_H
#define CLAIR_FACTS_GRID_H

#include "facts/facts.h"

struct clair_cell {
	const struct clair_node *node;
	uint32_t x, y, width, height;
	uint32_t group;     /* of rows */
	bool is_header;     /* th, or a cell with the role of a header */
	bool is_empty;      /* HTML: no element, and only spaces */
	bool is_column_header, is_row_header, is_group_header, is_column_group_header;
};

struct clair_grid {
	struct clair_cell *cells; /* rows from the top, each from the left */
	uint32_t cell_count;
	uint32_t *slots;          /* width × height: index of the cell plus one, 0: no cell */
	uint32_t width, height;
	uint32_t *column_groups;  /* by column; 0: none */
	bool is_cut;              /* larger than clairlint reads: nothing is known of its headers */
};

/* False when memory has failed. */
bool clair_grid_make(
    struct clair_grid *grid, struct clair_ctx *ctx, const struct clair_node *table);

/* Rows of the table itself, those of tables inside left out: thead, bodies, then tfoot. The first
 * with a walk that has only its table; `group` numbers the row groups from 1. */
struct clair_row_walk {
	const struct clair_node *table;
	const struct clair_node *child; /* of the table */
	const struct clair_node *row;
	uint32_t group;
	bool feet;                      /* second round: tfoot */
};
const struct clair_node *clair_row_next(struct clair_row_walk *walk);

/* Cells of a row. */
const struct clair_node *clair_cell_of_row(const struct clair_node *row);
const struct clair_node *clair_cell_next(const struct clair_node *cell);

#endif
