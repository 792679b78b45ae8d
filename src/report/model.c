/* See model.h. */
#include "report/model.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

/* --- Words ---------------------------------------------------------------------------------------- */

/* Small letters without accents, one space between words, no colon at the end; "" when it is too long to be a
 * header. */
static void
fold(const char *text, char words[static CLAIR_GRID_WORDS])
{
	const size_t length = strlen(text);
	uint8_t room[4 * CLAIR_GRID_WORDS];
	size_t room_length = sizeof(room);
	size_t made = 0;

	words[0] = '\0';
	if (length >= CLAIR_GRID_WORDS || u8_casefold((const uint8_t *)text, length, NULL, UNINORM_NFKD, room,
	        &room_length) != room)
		return;
	for (size_t i = 0; i < room_length && made + 1 < CLAIR_GRID_WORDS; i++) {
		if ((room[i] == 0xCC || (room[i] == 0xCD && i + 1 < room_length && room[i + 1] < 0xB0))) {
			i++; /* U+0300 to U+036F */
			continue;
		}
		if (room[i] > ' ')
			words[made++] = (char)room[i];
		else if (made > 0 && words[made - 1] != ' ')
			words[made++] = ' ';
	}
	while (made > 0 && (words[made - 1] == ' ' || words[made - 1] == ':'))
		made--;
	words[made] = '\0';
}

static bool
starts(const char *words, const char *start)
{
	return strncmp(words, start, strlen(start)) == 0;
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* One or two digits; what follows, or NULL. */
static const char *
two_digits(const char *text, unsigned *number)
{
	if (!is_digit(text[0]))
		return NULL;
	*number = (unsigned)(text[0] - '0');
	if (!is_digit(text[1]))
		return text + 1;
	*number = *number * 10 + (unsigned)(text[1] - '0');
	return text + 2;
}

bool
clair_grid_criterion(const char *text, unsigned *theme, unsigned *criterion)
{
	text += strspn(text, " ");
	text = two_digits(text, theme);
	if (text == NULL || (text[0] != '.' && text[0] != ','))
		return false;
	text = two_digits(text + 1, criterion);
	return text != NULL && text[strspn(text, " ")] == '\0' && *theme < CLAIR_GRID_THEMES &&
	    *criterion < CLAIR_GRID_CRITERIA;
}

/* --- One sheet ------------------------------------------------------------------------------------ */

static const char *const title_labels[] = {"titre", "titre de la page", "nom de la page", "intitule de la page",
    "page", NULL};
static const char *const url_labels[] = {"url", "url de la page", "adresse", "adresse de la page", "lien", NULL};

static bool
is_one_of(const char *words, const char *const *labels)
{
	while (*labels != NULL && strcmp(words, *labels) != 0)
		labels++;
	return *labels != NULL;
}

/* A row of headers, as far as it is read. */
struct header {
	uint32_t row;
	uint32_t first, second; /* columns, CLAIR_GRID_NOWHERE until they are met */
};

static bool
header_is_whole(struct header *header, const struct clair_ods_cell *cell, bool is_first, bool is_second)
{
	if (header->row != cell->row)
		*header = (struct header){cell->row, CLAIR_GRID_NOWHERE, CLAIR_GRID_NOWHERE};
	if (is_first && header->first == CLAIR_GRID_NOWHERE)
		header->first = cell->column;
	else if (is_second && header->second == CLAIR_GRID_NOWHERE)
		header->second = cell->column;
	return header->first != CLAIR_GRID_NOWHERE && header->second != CLAIR_GRID_NOWHERE;
}

struct reading {
	struct clair_grid_sheet page;
	struct header grid, sample;      /* Statut and Modifications; Titre and URL */
	bool has_grid, has_sample;
	uint32_t criterion_row;          /* of the last number of a criterion */
	uint32_t criteria;
};

static void
read_label(struct clair_grid_spot *spot, const struct clair_ods_cell *cell, const char *words,
    const char *const *labels)
{
	if (spot->row == cell->row && spot->column == cell->column)
		spot->taken = true;
	else if (spot->row == CLAIR_GRID_NOWHERE && !cell->is_formula && is_one_of(words, labels))
		*spot = (struct clair_grid_spot){cell->row, cell->column + cell->columns, false};
}

static void
read_criterion(struct reading *reading, const struct clair_ods_cell *cell, const char *words)
{
	unsigned theme;
	unsigned criterion;

	if (cell->column == reading->grid.first) {
		reading->page.filled += reading->criterion_row == cell->row && !cell->is_formula && words[0] != '\0' &&
		    strcmp(words, "nt") != 0;
		return;
	}
	if (reading->criterion_row == cell->row || !clair_grid_criterion(cell->text, &theme, &criterion) ||
	    reading->page.rows[theme][criterion] != CLAIR_GRID_NOWHERE)
		return;
	reading->page.rows[theme][criterion] = cell->row;
	reading->criterion_row = cell->row;
	reading->criteria++;
}

static bool
read_cell(void *payload, const struct clair_ods_cell *cell)
{
	struct reading *reading = payload;
	char words[CLAIR_GRID_WORDS];

	fold(cell->text, words);
	if (!reading->has_sample && header_is_whole(&reading->sample, cell, starts(words, "titre"),
	        starts(words, "url") || starts(words, "adresse")))
		reading->has_sample = true;
	if (reading->has_grid && cell->row > reading->grid.row) {
		read_criterion(reading, cell, words);
		return true;
	}
	read_label(&reading->page.title, cell, words, title_labels);
	read_label(&reading->page.url, cell, words, url_labels);
	if (!reading->has_grid && header_is_whole(&reading->grid, cell, starts(words, "statut"),
	        strstr(words, "modifications a apporter") != NULL))
		reading->has_grid = true;
	return true;
}

static void
read_sheet(struct reading *reading, struct clair_ods *ods, size_t sheet)
{
	const struct header none = {CLAIR_GRID_NOWHERE, CLAIR_GRID_NOWHERE, CLAIR_GRID_NOWHERE};

	*reading = (struct reading){.grid = none, .sample = none, .criterion_row = CLAIR_GRID_NOWHERE};
	reading->page.sheet = sheet;
	reading->page.title.row = CLAIR_GRID_NOWHERE;
	reading->page.url.row = CLAIR_GRID_NOWHERE;
	memset(reading->page.rows, 0xFF, sizeof(reading->page.rows));
	fold(clair_ods_sheet_name(ods, sheet), reading->page.name);
	clair_ods_scan(ods, sheet, read_cell, reading);
	reading->page.status = reading->grid.first;
	reading->page.changes = reading->grid.second;
}

/* --- The whole ------------------------------------------------------------------------------------ */

/* A row of the sample that tells the name of a sheet is the row of its page. */
static bool
read_name(void *payload, const struct clair_ods_cell *cell)
{
	struct clair_grid_shape *shape = payload;
	char words[CLAIR_GRID_WORDS];

	if (cell->row <= shape->header || cell->column == shape->title || cell->column == shape->url)
		return true;
	fold(cell->text, words);
	for (uint32_t i = 0; words[0] != '\0' && i < shape->sheet_count; i++)
		if (strcmp(words, shape->sheets[i].name) == 0)
			shape->sheets[i].sample_row = cell->row;
	return true;
}

static bool
add_page(struct clair_grid_shape *shape, const struct clair_grid_sheet *page)
{
	if (shape->sheet_count == CLAIR_GRID_SHEETS)
		return true;
	if (shape->sheets == NULL)
		shape->sheets = calloc(CLAIR_GRID_SHEETS, sizeof(*shape->sheets));
	if (shape->sheets == NULL)
		return false;
	shape->sheets[shape->sheet_count++] = *page;
	return true;
}

enum clair_grid_why
clair_grid_shape_find(struct clair_grid_shape *shape, struct clair_ods *ods)
{
	bool has_sample = false;

	*shape = (struct clair_grid_shape){0};
	for (size_t i = 0; i < clair_ods_sheet_count(ods); i++) {
		struct reading reading;

		read_sheet(&reading, ods, i);
		if (reading.has_grid && reading.criteria > 0) {
			if (!add_page(shape, &reading.page))
				return CLAIR_GRID_NO_MEMORY;
		} else if (reading.has_sample && !has_sample) {
			has_sample = true;
			shape->sample = i;
			shape->header = reading.sample.row;
			shape->title = reading.sample.first;
			shape->url = reading.sample.second;
		}
	}
	if (shape->sheet_count == 0)
		return CLAIR_GRID_NO_PAGE_SHEET;
	if (!has_sample)
		return CLAIR_GRID_NO_SAMPLE;
	for (uint32_t i = 0; i < shape->sheet_count; i++)
		shape->sheets[i].sample_row = shape->header + 1 + i;
	clair_ods_scan(ods, shape->sample, read_name, shape);
	return CLAIR_GRID_FINE;
}

void
clair_grid_shape_free(struct clair_grid_shape *shape)
{
	free(shape->sheets);
	shape->sheets = NULL;
}

enum clair_grid_why
clair_grid_open(struct clair_ods **ods, const char *bytes, size_t length)
{
	static const enum clair_grid_why whys[] = {
		[CLAIR_ODS_OK] = CLAIR_GRID_FINE,
		[CLAIR_ODS_NO_MEMORY] = CLAIR_GRID_NO_MEMORY,
		[CLAIR_ODS_NOT_ZIP] = CLAIR_GRID_NOT_ZIP,
		[CLAIR_ODS_NOT_SHEETS] = CLAIR_GRID_NOT_SHEETS,
		[CLAIR_ODS_NO_CONTENT] = CLAIR_GRID_NO_CONTENT,
		[CLAIR_ODS_NOT_XML] = CLAIR_GRID_NOT_XML,
		[CLAIR_ODS_NO_TABLE] = CLAIR_GRID_NO_PAGE_SHEET,
		[CLAIR_ODS_TOO_LARGE] = CLAIR_GRID_TOO_LARGE,
	};

	return whys[clair_ods_open(ods, bytes, length)];
}

/* Read, and written once, so that what is wrong with it is known before any page is judged. */
static enum clair_grid_why
check_model(struct clair_grid_model *model)
{
	struct clair_grid_shape shape = {0};
	struct clair_ods *ods = NULL;
	char *saved = NULL;
	size_t length = 0;
	enum clair_grid_why why = clair_grid_open(&ods, model->bytes, model->length);

	if (why == CLAIR_GRID_FINE)
		why = clair_grid_shape_find(&shape, ods);
	if (why == CLAIR_GRID_FINE && clair_ods_save(ods, &saved, &length) != CLAIR_ODS_OK)
		why = CLAIR_GRID_NOT_ZIP;
	model->sheet_count = shape.sheet_count;
	free(saved);
	clair_grid_shape_free(&shape);
	clair_ods_free(ods);
	return why;
}

enum clair_status
clair_grid_model_new(
    struct clair_grid_model **out, const char *bytes, size_t length, enum clair_grid_why *why)
{
	struct clair_grid_model *model = calloc(1, sizeof(*model));

	*out = NULL;
	*why = CLAIR_GRID_NO_MEMORY;
	if (model != NULL)
		model->bytes = malloc(length + 1);
	if (model != NULL && model->bytes != NULL) {
		memcpy(model->bytes, bytes, length);
		model->length = length;
		*why = check_model(model);
	}
	if (*why != CLAIR_GRID_FINE) {
		clair_grid_model_free(model);
		return *why == CLAIR_GRID_NO_MEMORY ? CLAIR_NO_MEMORY : CLAIR_BAD_INPUT;
	}
	*out = model;
	return CLAIR_OK;
}

void
clair_grid_model_free(struct clair_grid_model *model)
{
	if (model == NULL)
		return;
	free(model->bytes);
	free(model);
}

uint32_t
clair_grid_model_sheets(const struct clair_grid_model *model)
{
	return model->sheet_count;
}
