/* Layout or data, and the headers of cells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "facts/table.h"
#include "tests/support/page.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TABLE(rows) "<table>" rows "</table>"

static void
test_use(void **state)
{
	static const struct {
		const char *what, *html;
		enum clair_table_use use;
	} cases[] = {
		{"th", "<table id=x><tr><th>A<th>B<tr><td>1<td>2</table>", CLAIR_TABLE_DATA},
		{"caption", "<table id=x><caption>Horaires</caption><tr><td>1<td>2</table>",
		    CLAIR_TABLE_DATA},
		{"empty caption", "<table id=x><caption></caption><tr><td>1<td>2</table>",
		    CLAIR_TABLE_LAYOUT},
		{"thead", "<table id=x><thead><tr><td>A<td>B</thead><tr><td>1<td>2</table>",
		    CLAIR_TABLE_DATA},
		{"td with scope", "<table id=x><tr><td scope=row>A<td>1</table>", CLAIR_TABLE_DATA},
		{"summary", "<table id=x summary='Horaires par jour'><tr><td>1</table>", CLAIR_TABLE_DATA},
		{"empty summary", "<table id=x summary=''><tr><td>1</table>", CLAIR_TABLE_LAYOUT},
		{"role presentation wins over th", "<table id=x role=presentation><tr><th>A<td>1</table>",
		    CLAIR_TABLE_LAYOUT},
		{"role none", "<table id=x role=none><tr><td>A<td>1</table>", CLAIR_TABLE_LAYOUT},
		{"role table", "<table id=x role=table><tr><td>A</table>", CLAIR_TABLE_DATA},
		{"role grid on a div", "<div id=x role=grid></div>", CLAIR_TABLE_DATA},
		{"a div", "<div id=x></div>", CLAIR_TABLE_UNSURE},
		{"one row", "<table id=x><tr><td>A<td>B<td>C</table>", CLAIR_TABLE_LAYOUT},
		{"one column", "<table id=x><tr><td>A<tr><td>B<tr><td>C</table>", CLAIR_TABLE_LAYOUT},
		{"a table inside", "<table id=x border=1><tr><td>A<td>B<tr><td>C<td><table><tr><td>1</table>"
		    "</table>", CLAIR_TABLE_LAYOUT},
		{"a th of a table inside says nothing",
		    "<table id=x><tr><td><table><tr><th>A<td>1</table></table>", CLAIR_TABLE_LAYOUT},
		{"parts of a page", "<table id=x><tr><td><h1>Ville</h1><td>B<tr><td>C<td>D</table>",
		    CLAIR_TABLE_LAYOUT},
		{"pictures", "<table id=x><tr><td><img src=a><td><img src=b><tr><td>A<td>B</table>",
		    CLAIR_TABLE_LAYOUT},
		{"figures", "<table id=x><tr><td>Jour<td>Matin<td>Soir<tr><td>Lundi<td>9 h<td>17 h<tr><td>"
		    "Mardi<td>9 h<td>18 h</table>", CLAIR_TABLE_DATA},
		{"border", "<table id=x border=1><tr><td>Lundi<td>9 h<tr><td>Mardi<td>10 h</table>",
		    CLAIR_TABLE_DATA},
		{"border 0", "<table id=x border=0><tr><td>Lundi<td>9 h<tr><td>Mardi<td>10 h</table>",
		    CLAIR_TABLE_UNSURE},
		{"two by two", "<table id=x><tr><td>Lundi<td>9 h<tr><td>Mardi<td>10 h</table>",
		    CLAIR_TABLE_UNSURE},
		{"empty", "<table id=x></table>", CLAIR_TABLE_LAYOUT},
		{"empty cells", "<table id=x><tr><td><td><tr><td><td></table>", CLAIR_TABLE_LAYOUT},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		if (clair_table_use(ctx, support_x(ctx)) != cases[i].use)
			fail_msg("%s: %d", cases[i].what, clair_table_use(ctx, support_x(ctx)));
		support_page_free(ctx);
	}
}

/* Headers of the cell x. */
static void
test_headers_of_a_cell(void **state)
{
	static const struct {
		const char *what, *html;
		size_t headers;
	} cases[] = {
		{"column header", "<tr><th>A<th>B<tr><td id=x>1<td>2", 1},
		{"row header", "<tr><th>A<td id=x>1", 1},
		{"both", "<tr><td><th>A<tr><th>B<td id=x>1", 2},
		{"both, with scope", "<tr><th scope=col>C<th scope=col>A<tr><th scope=row>B<td id=x>1", 2},
		{"none", "<tr><td>A<td>B<tr><td>1<td id=x>2", 0},
		{"a th among data heads nothing by itself", "<tr><td>a<th>B<td>c<tr><td>1<td id=x>2<td>3",
		    0},
		{"scope=row heads no column", "<tr><th scope=row>A<td>a<tr><td id=x>1<td>2", 0},
		{"two rows of headers", "<tr><th colspan=2>A<tr><th>B<th>C<tr><td id=x>1<td>2", 2},
		{"two rows of headers side by side share a place",
		    "<tr><th>A<th>C<tr><th>B<th>D<tr><td id=x>1<td>2", 2},
		{"a second block hides the first of same place",
		    "<tr><th>A<tr><td>1<tr><th>B<tr><td id=x>2", 1},
		{"a second block of another width hides nothing",
		    "<tr><th>A<th>B<tr><td>1<td>2<tr><th colspan=2>C<tr><td id=x>3<td>4", 2},
		{"empty headers are left out", "<tr><th></th><th>A<tr><td id=x>1<td>2", 0},
		{"a header that is only an image is not empty",
		    "<tr><th><img src=a alt=A></th><th>B<tr><td id=x>1<td>2", 1},
		{"an empty header still hides", "<tr><th>A<tr><td>1<tr><th></th><tr><td id=x>2", 0},
		{"cell over two columns", "<tr><th>A<th>B<tr><td id=x colspan=2>1", 2},
		{"cell over two columns of one header", "<tr><th colspan=2>A<tr><td id=x colspan=2>1", 1},
		{"cell over two rows", "<tr><th>A<td id=x rowspan=2>1<tr><th>B", 2},
		{"header over two rows", "<tr><th rowspan=2>A<td>1<tr><td id=x>2", 1},
		{"rowspan pushes cells", "<tr><th rowspan=2>A<th>B<tr><th>C<tr><th>D<td id=x>1", 3},
		{"rowspan 0 goes to the end of the group",
		    "<tbody><tr><th rowspan=0>A<td>1<tr><td>2<tr><td id=x>3</tbody>", 1},
		{"rowspan stops at the end of the group",
		    "<tbody><tr><th rowspan=9>A<td>1</tbody><tbody><tr><td id=x>2<td>3</tbody>", 0},
		{"colspan 0 is 1", "<tr><th colspan=0>A<th>B<tr><td>1<td id=x>2", 1},
		{"headers by id", "<tr><th id=a>A<th id=b>B<tr><td headers='a  b' id=x>1<td>2", 2},
		{"headers by id, one twice", "<tr><th id=a>A<tr><td headers='a a' id=x>1", 1},
		{"headers by id, none found", "<tr><th id=a>A<tr><td headers=zz id=x>1", 0},
		{"headers by id, a td", "<tr><td id=a>A<tr><td headers=a id=x>1", 1},
		{"headers by id, itself", "<tr><td headers=x id=x>1", 0},
		{"headers by id, empty", "<tr><th>A<tr><td headers='' id=x>1", 0},
		{"scope=rowgroup", "<tbody><tr><th scope=rowgroup>G<td>a<tr><td>b<td id=x>1</tbody>", 1},
		{"scope=rowgroup of another group",
		    "<tbody><tr><th scope=rowgroup>G<td>a</tbody><tbody><tr><td>b<td id=x>1</tbody>", 0},
		{"scope=colgroup", "<colgroup span=2><colgroup><tr><th scope=colgroup colspan=2>G<td>a"
		    "<tr><td>b<td id=x>1<td>c", 1},
		{"a header has headers too", "<tr><td><th>A<tr><th id=x>B<td>1", 0},
		{"a header of a row under one of a column",
		    "<tr><th scope=col>A<th scope=col>B<tr><th scope=row id=x>C<td>1", 1},
		{"tfoot comes last", "<tfoot><tr><td id=x>T</tfoot><tbody><tr><th>A</tbody>", 1},
		{"role columnheader", "<tr><td role=columnheader>A<tr><td id=x>1", 1},
		{"scope in capitals", "<tr><th scope=COL>A<td>a<tr><td id=x>1<td>2", 1},
		{"scope=colgroup without a colgroup", "<tr><th scope=colgroup>A<td>a<tr><td id=x>1<td>2", 0},
		{"a scope that does not exist is none", "<tr><th scope=colonne>A<tr><td id=x>1", 1},
		{"headers by id, of a table inside",
		    "<tr><td headers=a id=x><table><tr><th id=a>A<td>1</table>", 0},
		{"headers by id count over scope", "<tr><th scope=col>A<th id=b>B<tr><td headers=b id=x>1", 1},
		{"headers in thead and tbody", "<thead><tr><th>A<tbody><tr><th scope=row>B<tr><td id=x>1", 1},
		{"a header that reaches a row of data, under a cell that lies on it",
		    "<tr><th>A<th rowspan=2>B<tr><td id=x colspan=2>1", 1},
		{"th that is said a cell", "<tr><th role=cell>A<tr><td id=x>1", 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		char html[1024];
		struct clair_ctx *ctx;

		assert_true(snprintf(html, sizeof(html), TABLE("%s"), cases[i].html) < (int)sizeof(html));
		ctx = support_page(html);
		if (clair_cell_header_count(ctx, support_x(ctx)) != cases[i].headers)
			fail_msg("%s: %zu", cases[i].what, clair_cell_header_count(ctx, support_x(ctx)));
		support_page_free(ctx);
	}
}

/* Cells of the header x. */
static void
test_cells_of_a_header(void **state)
{
	static const struct {
		const char *html;
		size_t cells;
	} cases[] = {
		{"<tr><th id=x>A<th>B<tr><td>1<td>2<tr><td>3<td>4", 2},
		{"<tr><th id=x>A<td>1<td>2", 2},
		{"<tr><th id=x>A<th>B", 0},
		{"<tr><td>1<th id=x>A<td>2<tr><td>3<td>4<td>5", 0},
		{"<tr><th id=x>A<td headers=x>1<tr><th>B<td headers='x'>2", 2},
		{"<tr><th scope=col id=x>A<th scope=col>B<tr><th scope=row>C<td>1<tr><th scope=row>D<td>2",
		    2},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		char html[1024];
		struct clair_ctx *ctx;

		assert_true(snprintf(html, sizeof(html), TABLE("%s"), cases[i].html) < (int)sizeof(html));
		ctx = support_page(html);
		if (clair_header_cell_count(ctx, support_x(ctx)) != cases[i].cells)
			fail_msg("%s: %zu", cases[i].html, clair_header_cell_count(ctx, support_x(ctx)));
		support_page_free(ctx);
	}
}

/* What the header x heads, by the data around it, and the headers inside its table. */
static void
test_places_of_headers(void **state)
{
	static const struct {
		const char *html;
		enum clair_heads heads;
		size_t inner;
	} cases[] = {
		{"<tr><th id=x>A<th>B<tr><td>1<td>2", CLAIR_HEADS_COLUMN, 0},
		{"<tr><th id=x>A<td>1<tr><th>B<td>2", CLAIR_HEADS_ROW, 0},
		{"<tr><th id=x scope=row>A<th scope=row>B<tr><td>1<td>2", CLAIR_HEADS_COLUMN, 0},
		{"<tr><th id=x scope=row>A<th scope=col>B<tr><td>1<td>2", CLAIR_HEADS_UNKNOWN, 0},
		{"<tr><th id=x scope=col>A<td>1<tr><th scope=row>B<td>2", CLAIR_HEADS_UNKNOWN, 0},
		{"<tr><th>A<th>B<tr><td>1<td>2<tr><th id=x colspan=2>C<tr><td>3<td>4", CLAIR_HEADS_PART, 1},
		{"<tr><th>A<th>B<tr><td>1<td>2<tr><th id=x>C<th>D", CLAIR_HEADS_UNKNOWN, 0},
		{"<tr><td>1<th id=x>A<td>2", CLAIR_HEADS_UNKNOWN, 0},
		{"<tr><th id=x>A<th>B", CLAIR_HEADS_UNKNOWN, 0},
		{"<tr><th id=x> <th>B<tr><td>1<td>2", CLAIR_HEADS_UNKNOWN, 0},
		{"<tr><td><th colspan=2>A<tr><td><th id=x>B<th>C<tr><th>D<td>1<td>2", CLAIR_HEADS_COLUMN, 2},
		{"<tr><th colspan=2>A<tr><th id=x>B<th>C<tr><td>1<td>2", CLAIR_HEADS_COLUMN, 0},
		{"<tr><th>A<th>B<tbody><tr><th id=x scope=rowgroup>C<td>1<tr><td>2<td>3", CLAIR_HEADS_UNKNOWN,
		    1},
		{"<tr><th rowspan=2 id=x>A<td>1<tr><td>2", CLAIR_HEADS_ROW, 0},
		{"<tr><th>A<tr><th rowspan=65534 colspan=1000 id=x>B", CLAIR_HEADS_UNKNOWN, 0},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		char html[1024];
		struct clair_ctx *ctx;
		const struct clair_node *table;

		assert_true(snprintf(html, sizeof(html), TABLE("%s"), cases[i].html) < (int)sizeof(html));
		ctx = support_page(html);
		table = clair_closest(support_x(ctx), CLAIR_TAG_TABLE);
		if (clair_header_heads(ctx, support_x(ctx)) != cases[i].heads ||
		    clair_table_inner_headers(ctx, table) != cases[i].inner)
			fail_msg("%s: %d, %zu", cases[i].html, clair_header_heads(ctx, support_x(ctx)),
			    clair_table_inner_headers(ctx, table));
		support_page_free(ctx);
	}
}

static void
test_tables_inside_tables(void **state)
{
	struct clair_ctx *ctx = support_page("<table><tr><th>A<tr><td><table><tr><th>B<th>C<tr>"
	    "<td>1<td id=x>2</table><table><tr><td>3</table></table>");

	(void)state;
	assert_int_equal(clair_cell_header_count(ctx, support_x(ctx)), 1);
	assert_int_equal(clair_cell_header_count(ctx, clair_tag_at(ctx, CLAIR_TAG_TD, 0)), 1);
	assert_int_equal(clair_cell_header_count(ctx, clair_tag_at(ctx, CLAIR_TAG_TD, 3)), 0);
	assert_int_equal(clair_header_cell_count(ctx, clair_tag_at(ctx, CLAIR_TAG_TH, 0)), 1);
	support_page_free(ctx);
}

/* Rows of cells, each row begun by `first`, after a row of headers. */
static char *
big_table(int rows, int columns, const char *header, const char *first, const char *cell)
{
	size_t room = 64 + (size_t)(rows + 1) * ((size_t)columns * 40 + 40);
	char *html = malloc(room);
	size_t length;

	assert_non_null(html);
	length = (size_t)snprintf(html, room, "<table><tr>");
	for (int column = 0; column < columns; column++)
		length += (size_t)snprintf(html + length, room - length, "%s", header);
	for (int row = 0; row < rows; row++) {
		length += (size_t)snprintf(html + length, room - length, "<tr>%s", first);
		for (int column = 1; column < columns; column++)
			length += (size_t)snprintf(html + length, room - length, "%s", cell);
	}
	return html;
}

static double
milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
test_ten_thousand_cells(void **state)
{
	char *html = big_table(100, 100, "<th>A", "<th>B", "<td>1");
	struct clair_ctx *ctx = support_page(html);
	double start = milliseconds();

	(void)state;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_TD); i++)
		assert_int_equal(clair_cell_header_count(ctx, clair_tag_at(ctx, CLAIR_TAG_TD, i)), 2);
	assert_int_equal(clair_header_cell_count(ctx, clair_tag_at(ctx, CLAIR_TAG_TH, 1)), 100);
	/* 2 ms of the processor; the bound leaves room for sanitizers. */
	assert_true(milliseconds() - start < 500);
	support_page_free(ctx);
	free(html);
}

static void
test_hostile_tables_are_bounded(void **state)
{
	static const struct {
		int rows, columns;
		const char *header, *first, *cell;
	} cases[] = {
		{3000, 4, "<th>A", "<th>B", "<th>C"},
		{20000, 2, "<th>A", "<th>B", "<td>1"},
		{2000, 20, "<th>A", "<td colspan=1000>B", "<td rowspan=65534>1"},
		{300, 300, "<th scope=rowgroup>A", "<th scope=rowgroup>B", "<td>1"},
		{300, 100, "<th id=a>A", "<td headers='a a a a a a a'>B", "<td>1"},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		char *html = big_table(cases[i].rows, cases[i].columns, cases[i].header, cases[i].first,
		    cases[i].cell);
		struct clair_ctx *ctx = support_page(html);
		double start = milliseconds();

		(void)clair_cell_header_count(ctx, clair_tag_at(ctx, CLAIR_TAG_TH, 0));
		if (milliseconds() - start > 3000)
			fail_msg("table %zu: %.0f ms", i, milliseconds() - start);
		assert_false(ctx->page->mem.failed);
		support_page_free(ctx);
		free(html);
	}
}

/* What was not read cannot be held against the page. */
static void
test_a_table_too_large_accuses_nobody(void **state)
{
	char *html = big_table(6000, 2, "<td colspan=1000>A", "<td colspan=1000>B", "<td>1");
	struct clair_ctx *ctx = support_page(html);

	(void)state;
	assert_int_equal(clair_cell_header_count(ctx, clair_tag_at(ctx, CLAIR_TAG_TD, 9)), 1);
	assert_int_equal(clair_header_cell_count(ctx, clair_tag_at(ctx, CLAIR_TAG_TD, 9)), 1);
	support_page_free(ctx);
	free(html);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_use),
		cmocka_unit_test(test_headers_of_a_cell),
		cmocka_unit_test(test_cells_of_a_header),
		cmocka_unit_test(test_places_of_headers),
		cmocka_unit_test(test_tables_inside_tables),
		cmocka_unit_test(test_ten_thousand_cells),
		cmocka_unit_test(test_hostile_tables_are_bounded),
		cmocka_unit_test(test_a_table_too_large_accuses_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
