/*
 * Pages made to hurt: each ends within the page's own limits, as an exact tree, an approximate one that
 * says so, or a refusal with its reason. Nothing is dropped in silence.
 */
#include "base/buf.h"
#include "dom/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { LARGEST = 5 << 20, MEMORY = 512 << 20 };

/* Under sanitizers: what matters is that memory is right, so smaller pages and more time. */
#ifdef __SANITIZE_ADDRESS__
enum { SLOWER = 6, SMALLER = 5 };
#else
enum { SLOWER = 1, SMALLER = 1 };
#endif

/* `first`, then `again` until `times` or 5 MB, `%` in it being a number that grows and byte 1 a
 * NUL, then `last`. */
struct hostile {
	const char *about;
	const char *first;
	const char *again;
	unsigned times;
	const char *last;
};

static const struct hostile pages[] = {
	{"nesting", "", "<div>", 200000, ""},
	{"nesting of formatting", "", "<b>", 200000, ""},
	{"nesting of tables", "", "<table><tr><td>", 100000, ""},
	{"nesting of lists", "", "<ul><li>", 200000, ""},
	{"nesting of definitions", "", "<dl><dd>", 200000, ""},
	{"nesting of svg", "", "<svg><g>", 200000, ""},
	{"nesting of math", "", "<math><mi>", 200000, ""},
	{"nesting of templates", "", "<template>", 200000, ""},
	{"nesting of ruby", "", "<ruby><rt>", 200000, ""},
	{"attribute of 1 MB", "<p title=\"", "x&amp;", 200000, "\">a"},
	{"100,000 attributes on one tag", "<p ", "a%=1 ", 100000, ">x"},
	{"2,000 equal attributes, many times", "", "<p a a a a a a a a a a a a a a a a>", 100000, ""},
	{"a million siblings", "", "<i></i>", 1000000, ""},
	{"a million paragraphs", "", "<p>", 2000000, ""},
	{"quote never closed", "<a href=\"", "<p>", 200000, ""},
	{"NUL bytes", "<p>", "\1<i>\1", 100000, "<p>"},
	{"lone surrogates", "<meta charset=utf-8>", "\xED\xA0\x80<p>\xFF\xFE\xC0\x80", 200000, ""},
	{"adoption agency", "", "<b><i><u><p>", 50000, ""},
	{"adoption agency, closed", "", "<b><b><b><b><b><p></b></b></b></b></b>", 20000, ""},
	{"adoption agency, crossed", "<a><b><i><div>", "</a></b></i>", 50000, ""},
	{"links never closed", "", "<a>", 500000, ""},
	{"links never closed around blocks", "", "<a href=x><div>", 100000, ""},
	{"fonts never closed", "", "<font color=%><p>", 100000, ""},
	{"foster parenting", "<table>", "<b>x<tr>", 200000, ""},
	{"foster parenting of texts", "<table>", "x<i>", 300000, ""},
	{"foster parenting of joined texts", "<table>", "x<tr>", 300000, ""},
	{"references", "", "&amp;&lt;&notit;&#x10FFFF;&", 100000, ""},
	{"reference without end", "&", "a", 4000000, ""},
	{"end tags that close nothing", "", "</b>", 1000000, ""},
	{"end tags that close nothing, deep down", "<b><i><u><s>", "<div></em>", 50000, ""},
	{"comments never closed", "", "<!--", 1000000, ""},
	{"empty comments", "", "<!---->", 700000, ""},
	{"comments closed with a bang", "", "<!----!>", 600000, ""},
	{"noscript", "", "<noscript><p>x</noscript>", 200000, ""},
	{"noscript never closed", "", "<noscript>", 400000, ""},
	{"scripts in scripts", "", "<script><!--<script>", 200000, ""},
	{"CDATA", "<svg>", "<![CDATA[", 300000, ""},
	{"body again and again", "", "<body a%=1>", 200000, ""},
	{"html again and again", "", "<html a%=1>", 200000, ""},
	{"framesets", "", "<frameset>", 300000, ""},
	{"forms", "", "<form>a</form>", 300000, ""},
	{"forms and text", "", "<form></form>a</form>b", 200000, ""},
	{"options", "<select>", "<option>", 500000, ""},
	{"less-than signs", "", "<", LARGEST, ""},
	{"one long text", "", "x", LARGEST, ""},
	{"one long line of tabs", "", "\t", LARGEST, ""},
	{"slashes in a tag", "<p", "/", LARGEST, ""},
	{"unknown elements", "", "<x%>", 200000, ""},
};

static void
generate(struct clair_buf *html, const struct hostile *page)
{
	clair_buf_clear(html);
	clair_buf_puts(html, page->first);
	for (unsigned i = 0; i < page->times / SMALLER && html->length < LARGEST / SMALLER; i++) {
		const char *number = strchr(page->again, '%');

		if (number == NULL)
			clair_buf_puts(html, page->again);
		else
			clair_buf_printf(html, "%.*s%u%s", (int)(number - page->again), page->again, i, number + 1);
	}
	clair_buf_puts(html, page->last);
	for (size_t i = 0; i < html->length; i++)
		if (html->bytes[i] == '\1')
			html->bytes[i] = '\0';
}

static void
tree_holds(const struct clair_page *page)
{
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		bool top = node->parent == CLAIR_NO_NODE;

		if (top != (i == 0) || node->end <= i || node->end > page->node_count ||
		    node->depth > CLAIR_DEEPEST + 1 ||
		    (uint64_t)node->offset + node->length > page->length ||
		    (!top && (node->parent >= i || page->nodes[node->parent].end < node->end)))
			fail_msg("node %u is not in its place", i);
	}
}

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void
pages_made_to_hurt_end_within_their_limits(void **state)
{
	const struct clair_parse_limits limits = {.memory = MEMORY, .milliseconds = 2500};
	struct clair_buf html;

	(void)state;
	clair_buf_init(&html, 0);
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		struct clair_document document = {.url = "", .click_depth = -1};
		struct clair_page page;
		const char *why = NULL;
		double begun;
		double took;

		generate(&html, &pages[i]);
		document.bytes = html.bytes;
		document.length = html.length;
		begun = seconds();
		if (clair_page_parse(&page, &document, &limits, &why) == CLAIR_OK) {
			assert_true(page.mem.used + page.tree.used <= MEMORY);
			assert_true(page.approximate == (page.approximate_because != NULL));
			tree_holds(&page);
			why = page.approximate_because != NULL ? page.approximate_because : "exact";
			clair_page_free(&page);
		}
		took = seconds() - begun;
		assert_non_null(why);
		printf("%-42s %8zu bytes %5.2f s %s\n", pages[i].about, html.length, took, why);
		if (took > 3.0 * SLOWER)
			fail_msg("%s: %.1f seconds", pages[i].about, took);
	}
	clair_buf_free(&html);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_made_to_hurt_end_within_their_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
