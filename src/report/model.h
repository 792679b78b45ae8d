/*
 * The shape of a model of an audit grid: which sheets and cells of the spreadsheet are for what. They are found by
 * the words of their headers, case and accents apart, wherever they stand. Private to src/report/.
 */
#ifndef CLAIR_REPORT_MODEL_H
#define CLAIR_REPORT_MODEL_H

#include "clairlint/clairlint.h"
#include "ods/ods.h"

enum {
	CLAIR_GRID_SHEETS = 200,   /* of pages; the State's model has 20 */
	CLAIR_GRID_THEMES = 14,    /* criteria are 1.1 to 13.12 */
	CLAIR_GRID_CRITERIA = 16,  /* of a theme */
	CLAIR_GRID_WORDS = 64,     /* bytes of a header */
};
#define CLAIR_GRID_NOWHERE UINT32_MAX

/* A cell at the head of a page's sheet, beside a label. */
struct clair_grid_spot {
	uint32_t row, column; /* row CLAIR_GRID_NOWHERE: there is no label */
	bool taken;           /* it has a text or a formula */
};

struct clair_grid_sheet {
	size_t sheet;
	uint32_t status, changes;  /* columns */
	uint32_t rows[CLAIR_GRID_THEMES][CLAIR_GRID_CRITERIA]; /* of criterion 1.1 at [1][1]; or CLAIR_GRID_NOWHERE */
	struct clair_grid_spot title, url;
	uint32_t sample_row;       /* of the page in the table of the sample */
	uint32_t filled;           /* statuses other than NT */
	char name[CLAIR_GRID_WORDS]; /* as compared; "" when it is longer */
};

struct clair_grid_shape {
	size_t sample;             /* sheet */
	uint32_t header;           /* row of the headers of the sample */
	uint32_t title, url;       /* columns of the sample */
	struct clair_grid_sheet *sheets; /* in order; malloc'd */
	uint32_t sheet_count;
};

struct clair_grid_model {
	char *bytes;
	size_t length;
	uint32_t sheet_count;
};

/* To be freed with clair_grid_shape_free, also on failure. */
enum clair_grid_why clair_grid_shape_find(struct clair_grid_shape *shape, struct clair_ods *ods);
void clair_grid_shape_free(struct clair_grid_shape *shape);

/* Opens the spreadsheet of bytes that live on. On failure `*ods` is NULL. */
enum clair_grid_why clair_grid_open(struct clair_ods **ods, const char *bytes, size_t length);

/* "1.10" or "1,10": theme and criterion; false when it is no number of a criterion. */
bool clair_grid_criterion(const char *text, unsigned *theme, unsigned *criterion);

#endif
