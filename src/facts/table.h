/* What a table is for. Private to src/facts/. */
#ifndef CLAIR_FACTS_TABLE_H
#define CLAIR_FACTS_TABLE_H

#include "facts/grid.h"

/* Reads the table; clair_table_use keeps the answer. */
enum clair_table_use clair_table_judge(struct clair_ctx *ctx, const struct clair_node *table);

/* Header cells of a cell by the algorithm of HTML 4.9.12.2, and the other way round. */
size_t clair_cell_header_count(struct clair_ctx *ctx, const struct clair_node *cell);
size_t clair_header_cell_count(struct clair_ctx *ctx, const struct clair_node *header);

/* For each header of the grid, by node: enum clair_heads. False when memory has failed. */
bool clair_header_places(
    const struct clair_grid *grid, struct clair_arena *mem, uint8_t *heads);
/* Headers that are neither in the first row nor in the first column. `cells`: what each node heads. */
uint32_t clair_inner_headers(
    const struct clair_grid *grid, const uint32_t *cells, const uint8_t *heads);

#endif
