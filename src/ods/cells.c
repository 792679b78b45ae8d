/* The cells of a sheet: ODF 1.2, part 1, 9.1. */
#include "base/buf.h"
#include "ods/part.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

enum {
	LARGEST_REPEAT = 1 << 20, /* rows of a sheet */
	TEXT_SEEN = 1024,         /* bytes of a cell that are looked at */
};

#define ROWS "number-rows-repeated"
#define COLUMNS "number-columns-repeated"
#define REPLACEMENT "\xEF\xBF\xBD"

/* --- Reading ------------------------------------------------------------------------------------- */

static bool
is_table(const xmlNode *node, const char *name)
{
	return clair_ods_is(node, CLAIR_ODS_TABLE, name);
}

static bool
is_cell(const xmlNode *node)
{
	return is_table(node, "table-cell") || is_table(node, "covered-table-cell");
}

static const char *
attribute(const xmlNode *node, const char *space, const char *name)
{
	const xmlAttr *found = xmlHasNsProp(node, (const xmlChar *)name, (const xmlChar *)space);

	if (found == NULL)
		return NULL;
	return found->children == NULL ? "" : (const char *)found->children->content;
}

/* 19.675, 19.678: a positive integer, 1 when it is missing. */
static uint32_t
count_of(const xmlNode *node, const char *name)
{
	const char *text = attribute(node, CLAIR_ODS_TABLE, name);
	unsigned long count = text == NULL ? 1 : strtoul(text, NULL, 10);

	if (count < 1)
		return 1;
	return count > LARGEST_REPEAT ? LARGEST_REPEAT : (uint32_t)count;
}

static bool
is_formula(const xmlNode *cell)
{
	return attribute(cell, CLAIR_ODS_TABLE, "formula") != NULL;
}

/* Rows stand in the table, or in groups of it. */
static bool
holds_rows(const xmlNode *sheet, const xmlNode *node)
{
	return node == sheet || is_table(node, "table-row-group") || is_table(node, "table-header-rows") ||
	    is_table(node, "table-rows");
}

static xmlNode *
next_row(const xmlNode *sheet, xmlNode *node)
{
	do {
		if (holds_rows(sheet, node) && node->children != NULL) {
			node = node->children;
			continue;
		}
		while (node != sheet && node->next == NULL)
			node = node->parent;
		if (node == sheet)
			return NULL;
		node = node->next;
	} while (!is_table(node, "table-row"));
	return node;
}

static xmlNode *
first_cell(xmlNode *node)
{
	while (node != NULL && !is_cell(node))
		node = node->next;
	return node;
}

/* 6.1: what the text of a paragraph is. */
static void
add_text(struct clair_buf *out, const xmlNode *node)
{
	for (node = node->children; node != NULL && out->length < TEXT_SEEN; node = node->next) {
		if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
			clair_buf_puts(out, (const char *)node->content);
		else if (clair_ods_is(node, CLAIR_ODS_TEXT, "s") || clair_ods_is(node, CLAIR_ODS_TEXT, "tab"))
			clair_buf_putc(out, ' ');
		else if (clair_ods_is(node, CLAIR_ODS_TEXT, "line-break"))
			clair_buf_putc(out, '\n');
		else if (!clair_ods_is(node, CLAIR_ODS_OFFICE, "annotation"))
			add_text(out, node);
	}
}

static void
read_cell(struct clair_buf *out, const xmlNode *cell)
{
	clair_buf_clear(out);
	for (const xmlNode *node = cell->children; node != NULL; node = node->next) {
		if (!clair_ods_is(node, CLAIR_ODS_TEXT, "p"))
			continue;
		if (out->length > 0)
			clair_buf_putc(out, '\n');
		add_text(out, node);
	}
}

size_t
clair_ods_sheet_count(const struct clair_ods *ods)
{
	return ods->sheet_count;
}

const char *
clair_ods_sheet_name(const struct clair_ods *ods, size_t sheet)
{
	const char *name = attribute(ods->sheets[sheet], CLAIR_ODS_TABLE, "name");

	return name == NULL ? "" : name;
}

static bool
scan_row(xmlNode *row, uint32_t number, struct clair_buf *text, clair_ods_visit_fn *visit, void *payload)
{
	uint64_t column = 0;

	for (xmlNode *cell = first_cell(row->children); cell != NULL; cell = first_cell(cell->next)) {
		struct clair_ods_cell told = {.row = number, .column = (uint32_t)column,
		    .columns = count_of(cell, "number-columns-spanned"), .is_formula = is_formula(cell)};

		read_cell(text, cell);
		told.text = text->bytes;
		if ((text->length > 0 || told.is_formula) && !visit(payload, &told))
			return false;
		column += count_of(cell, COLUMNS);
		if (column > LARGEST_REPEAT)
			return true;
	}
	return true;
}

void
clair_ods_scan(struct clair_ods *ods, size_t sheet, clair_ods_visit_fn *visit, void *payload)
{
	xmlNode *table = ods->sheets[sheet];
	struct clair_buf text;
	uint64_t number = 0;

	clair_buf_init(&text, 0);
	for (xmlNode *row = next_row(table, table); row != NULL && number < LARGEST_REPEAT;
	     row = next_row(table, row)) {
		if (!scan_row(row, (uint32_t)number, &text, visit, payload))
			break;
		number += count_of(row, ROWS);
	}
	if (text.failed)
		ods->failure = CLAIR_ODS_NO_MEMORY;
	clair_buf_free(&text);
}

/* --- Writing -------------------------------------------------------------------------------------- */

static void
fail(struct clair_ods *ods, enum clair_ods_status why)
{
	if (ods->failure == CLAIR_ODS_OK)
		ods->failure = why;
}

/* The prefix that stands for a space here; one of ours when there is none. */
static xmlNs *
space_at(struct clair_ods *ods, xmlNode *node, const char *space, const char *prefix)
{
	xmlNs *found = xmlSearchNsByHref(ods->doc, node, (const xmlChar *)space);

	if (found == NULL)
		found = xmlNewNs(node, (const xmlChar *)space, (const xmlChar *)prefix);
	if (found == NULL)
		fail(ods, CLAIR_ODS_NO_MEMORY);
	return found;
}

static void
set_attribute(struct clair_ods *ods, xmlNode *node, const char *space, const char *prefix, const char *name,
    const char *value)
{
	xmlNs *found = space_at(ods, node, space, prefix);

	if (found != NULL && xmlSetNsProp(node, found, (const xmlChar *)name, (const xmlChar *)value) == NULL)
		fail(ods, CLAIR_ODS_NO_MEMORY);
}

static void
unset_attribute(xmlNode *node, const char *space, const char *name)
{
	xmlAttr *found = xmlHasNsProp(node, (const xmlChar *)name, (const xmlChar *)space);

	if (found != NULL)
		xmlRemoveProp(found);
}

static void
set_repeat(struct clair_ods *ods, xmlNode *node, const char *name, uint32_t count)
{
	char digits[16];

	if (count == 1) {
		unset_attribute(node, CLAIR_ODS_TABLE, name);
		return;
	}
	snprintf(digits, sizeof(digits), "%u", count);
	set_attribute(ods, node, CLAIR_ODS_TABLE, "odstable", name, digits);
}

static size_t
parts_of(const xmlNode *top)
{
	size_t parts = 0;

	for (const xmlNode *node = top; node != NULL;) {
		parts++;
		for (const xmlAttr *one = node->type == XML_ELEMENT_NODE ? node->properties : NULL; one != NULL;
		     one = one->next)
			parts += 2;
		if (node->children != NULL) {
			node = node->children;
			continue;
		}
		while (node != top && node->next == NULL)
			node = node->parent;
		node = node == top ? NULL : node->next;
	}
	return parts;
}

/* A copy that stands for some of the repeated ones. What is split too often is not a model to fill. */
static xmlNode *
copy_of(struct clair_ods *ods, xmlNode *node)
{
	xmlNode *copy = NULL;

	ods->parts += parts_of(node);
	if (ods->parts > CLAIR_ODS_PARTS) {
		fail(ods, CLAIR_ODS_TOO_LARGE);
		return NULL;
	}
	if (xmlDOMWrapCloneNode(NULL, ods->doc, node, &copy, ods->doc, node->parent, 1, 0) != 0 || copy == NULL)
		fail(ods, CLAIR_ODS_NO_MEMORY);
	return copy;
}

/* Makes `node` stand for the one at `offset` alone. False: no memory. */
static bool
isolate(struct clair_ods *ods, xmlNode *node, const char *repeat, uint32_t offset)
{
	const uint32_t count = count_of(node, repeat);

	if (offset > 0) {
		xmlNode *before = copy_of(ods, node);

		if (before == NULL)
			return false;
		set_repeat(ods, before, repeat, offset);
		xmlAddPrevSibling(node, before);
	}
	if (offset + 1 < count) {
		xmlNode *after = copy_of(ods, node);

		if (after == NULL)
			return false;
		set_repeat(ods, after, repeat, count - offset - 1);
		xmlAddNextSibling(node, after);
	}
	set_repeat(ods, node, repeat, 1);
	return true;
}

/* The row of this number; `*offset` is its place among those that it is repeated for. */
static xmlNode *
row_at(struct clair_ods *ods, size_t sheet, uint32_t number, uint32_t *offset)
{
	xmlNode *table = ods->sheets[sheet];
	uint64_t at = 0;

	for (xmlNode *row = next_row(table, table); row != NULL; row = next_row(table, row)) {
		const uint32_t count = count_of(row, ROWS);

		if (number < at + count) {
			*offset = (uint32_t)(number - at);
			return row;
		}
		at += count;
	}
	return NULL;
}

static xmlNode *
cell_at(const xmlNode *row, uint32_t number, uint32_t *offset, uint32_t *seen)
{
	uint64_t at = 0;

	for (xmlNode *cell = first_cell(row->children); cell != NULL; cell = first_cell(cell->next)) {
		const uint32_t count = count_of(cell, COLUMNS);

		if (number < at + count) {
			*offset = (uint32_t)(number - at);
			return cell;
		}
		at += count;
	}
	*seen = (uint32_t)at;
	return NULL;
}

/* A row may end before its table does: cells are missing at its end. */
static xmlNode *
lengthen(struct clair_ods *ods, xmlNode *row, uint32_t seen, uint32_t number)
{
	if (number > seen) {
		xmlNode *filler = xmlNewChild(row, row->ns, (const xmlChar *)"table-cell", NULL);

		if (filler == NULL)
			return NULL;
		set_repeat(ods, filler, COLUMNS, number - seen);
	}
	return xmlNewChild(row, row->ns, (const xmlChar *)"table-cell", NULL);
}

/* The value of a cell, as its attributes and its paragraphs tell it. Notes and drawings stay. */
static void
drop_value(xmlNode *cell)
{
	static const char *const names[] = {"value-type", "value", "date-value", "time-value", "boolean-value",
	    "string-value", "currency"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		unset_attribute(cell, CLAIR_ODS_OFFICE, names[i]);
	unset_attribute(cell, CLAIR_ODS_CALCEXT, "value-type");
	for (xmlNode *node = cell->children, *next; node != NULL; node = next) {
		next = node->next;
		if (!clair_ods_is(node, CLAIR_ODS_TEXT, "p"))
			continue;
		xmlUnlinkNode(node);
		xmlFreeNode(node);
	}
}

/* XML 1.0, 2.2: Char. */
static bool
is_char(ucs4_t c)
{
	return c == 0x9 || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

static void
add_paragraph(struct clair_ods *ods, xmlNode *cell, xmlNs *space, const char *line, size_t length)
{
	xmlNode *paragraph = xmlNewDocNode(ods->doc, space, (const xmlChar *)"p", NULL);
	struct clair_buf text;

	clair_buf_init(&text, 0);
	while (length > 0) {
		ucs4_t c;
		const int used = u8_mbtoucr(&c, (const uint8_t *)line, length);
		const size_t step = used > 0 ? (size_t)used : 1;

		if (used > 0 && is_char(c))
			clair_buf_add(&text, line, step);
		else
			clair_buf_puts(&text, REPLACEMENT);
		line += step;
		length -= step;
	}
	if (paragraph == NULL || text.failed)
		fail(ods, CLAIR_ODS_NO_MEMORY);
	else
		xmlAddChild(paragraph, xmlNewDocText(ods->doc, (const xmlChar *)text.bytes));
	if (paragraph != NULL)
		xmlAddChild(cell, paragraph);
	clair_buf_free(&text);
}

static void
set_text(struct clair_ods *ods, xmlNode *cell, const char *text)
{
	xmlNs *space = space_at(ods, cell, CLAIR_ODS_TEXT, "odstext");

	drop_value(cell);
	if (text[0] == '\0' || space == NULL)
		return;
	set_attribute(ods, cell, CLAIR_ODS_OFFICE, "odsoffice", "value-type", "string");
	for (;;) {
		const size_t length = strcspn(text, "\n");

		add_paragraph(ods, cell, space, text, length);
		if (text[length] == '\0')
			return;
		text += length + 1;
	}
}

enum clair_ods_written
clair_ods_set(struct clair_ods *ods, size_t sheet, uint32_t row_number, uint32_t column, const char *text)
{
	uint32_t offset = 0;
	uint32_t seen = 0;
	xmlNode *row = row_at(ods, sheet, row_number, &offset);
	xmlNode *cell;

	if (row == NULL || column >= LARGEST_REPEAT || ods->failure != CLAIR_ODS_OK)
		return CLAIR_ODS_OUTSIDE;
	/* Before anything is split: what must not be written is left as it is. */
	cell = cell_at(row, column, &(uint32_t){0}, &seen);
	if (cell != NULL && is_formula(cell))
		return CLAIR_ODS_FORMULA;
	if (cell != NULL && is_table(cell, "covered-table-cell"))
		return CLAIR_ODS_OUTSIDE;
	if (!isolate(ods, row, ROWS, offset))
		return CLAIR_ODS_OUTSIDE;
	if (cell == NULL)
		cell = lengthen(ods, row, seen, column);
	else if (cell_at(row, column, &offset, &seen) != cell || !isolate(ods, cell, COLUMNS, offset))
		return CLAIR_ODS_OUTSIDE;
	if (cell == NULL)
		fail(ods, CLAIR_ODS_NO_MEMORY);
	else
		set_text(ods, cell, text);
	return CLAIR_ODS_WRITTEN;
}

void
clair_ods_forget_results(struct clair_ods *ods)
{
	for (size_t i = 0; i < ods->sheet_count; i++) {
		xmlNode *table = ods->sheets[i];

		for (xmlNode *row = next_row(table, table); row != NULL; row = next_row(table, row))
			for (xmlNode *cell = first_cell(row->children); cell != NULL; cell = first_cell(cell->next))
				if (is_formula(cell))
					drop_value(cell);
	}
}
