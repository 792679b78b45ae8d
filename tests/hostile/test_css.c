/*
 * Style sheets made to hurt, each on a page that suits it: read and computed in 2 seconds of CPU and
 * 256 MiB, whole or saying what is not. Each has a process of its own, so that its memory is its own.
 */
#include "base/buf.h"
#include "style/style.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

/* Sanitizers take more time and memory: smaller sheets will do. */
#ifdef __SANITIZE_ADDRESS__
enum { SMALLER = 10, SLOWER = 4, WEIGHS = false };
#else
enum { SMALLER = 1, SLOWER = 1, WEIGHS = true };
#endif

enum { SECONDS = 2, MEBIBYTES = 256, MILLISECONDS = 1000, LARGEST = 10 << 20 };

/* `first`, `again` so many times, `middle`, `close` as often, `last`. In what is repeated % is a number
 * that grows, byte 2 that of the next time, byte 1 a NUL. */
struct pattern {
	const char *first, *again, *middle, *close, *last;
	unsigned times;
};

struct hostile {
	const char *about;
	struct pattern css, html;
};

#define FLAT {"", "<p class=c id=i%><b>x</b></p>", "", "", "", 2000}
#define WIDE {"<div>", "<i class=c></i>", "", "", "</div>", 100000}
#define DEEP {"", "<div class=c>", "", "", "<p class=c>x", 400}
#define ONE {"<p class=c>", "", "", "", "x", 0}

static const struct hostile cases[] = {
	/* Selectors. */
	{"a selector of 20,000 parts", {"", "div ", "", "", "p{color:red}", 20000}, DEEP},
	{"a selector of 900 parts", {"", "* ", "", "", "*{color:red}", 900}, DEEP},
	{"many selectors of 300 parts", {"", "* * * * * * * * * * * * * * * * * * * * * * * * * * * * * *"
	    " * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * * u%{color:red}"
	    "* * * * * * * * * * * * * * * * * * * * * * p{color:blue}", "", "", "", 1000}, DEEP},
	{"children of descendants", {"", "div > * div ", "", "", "u + p{color:red}", 300}, DEEP},
	{"children of descendants, never there", {"u > ", "div > * div ", "", "", "p{color:red}", 300}, DEEP},
	{"siblings of siblings", {"u ~ ", "i ~ i + i ~ ", "", "", "i{color:red}", 300}, WIDE},
	{"siblings of siblings, again and again", {"", "u ~ i ~ .c%, i ~ i ~ i{color:red}", "", "", "", 1000}, WIDE},
	{"a list of 20,000 selectors", {"", ".a%,", "", "", "p{color:red}", 20000}, FLAT},
	{"a compound of 20,000 classes", {"p", ".c", "", "", "{color:red}", 20000}, FLAT},
	{":is in :is", {"", ":is(", "", ")", "{color:red}", 10000}, FLAT},
	{":not in :not", {"p", ":not(", "", ")", "{color:red}", 10000}, FLAT},
	{":has in :has", {"p", ":has(", "", ")", "{color:red}", 10000}, FLAT},
	{":where 30 deep, two by two", {"", ":where(a,", "", "p)", "{color:red}", 30}, FLAT},
	{":is after :is", {"p", ":is(p,.c)", "", "", "{color:red}", 1000}, FLAT},
	{":not of 4,000", {"", "p:not(:not(.c)):not(b", "", "", "){color:red}", 4000}, FLAT},
	{":has on a wide page", {"", "i:has(~ u.x%){color:red}", "", "", "", 300}, WIDE},
	{":has after :has on a wide page", {"", "i:has(+ i):has(~ i):has(b)~i:has(~ u%){color:red}", "", "", "", 100}, WIDE},
	{":has on a deep page", {"", "div:has(* * * u%){color:red} :has(> :has(b)) p{color:red}", "", "", "", 500}, DEEP},
	{":nth-child on 100,000 siblings", {"", "i:nth-child(%n+3){color:red} i:nth-last-child(2n+%){top:0}", "", "", "", 100}, WIDE},
	{":nth-child of a list", {"", "i:nth-child(2n+% of .c){color:red} i:nth-last-child(odd of .x%){top:0}", "", "", "", 100}, WIDE},
	{":nth-of-type on 20,000 types", {"i:nth-of-type(2n+1){color:red}", ":nth-last-of-type(%){color:red}", "", "", ":only-of-type{top:0}", 50}, {"<div>", "<x%></x%>", "", "", "</div>", 20000}},
	{":empty, :first-child, :root", {"", ":root :empty:first-child ~ :last-child{color:red}", "", "", "", 2000}, WIDE},
	{":lang and :dir", {"", ":lang(fr):dir(rtl) :lang(x%){color:red}", "", "", "", 500}, {"<div lang=fr dir=auto>", "<div>", "", "", "<p>x", 400}},
	{":dir of a long text", {"", ":dir(rtl) b:dir(ltr){color:red}", "", "", "", 100}, {"", "<p dir=auto>123 456<b>789</b>", "", "", "", 10000}},
	{":checked, :required, :disabled", {"", "fieldset:disabled :enabled:optional:not(:checked){color:red}", "", "", "", 500},
	    {"<fieldset disabled>", "<input>", "", "", "", 10000}},
	{"attributes of 1 MB", {"", "[title*=\"ab%\"]{color:red}[title~=\"ab%\" i]{top:0}", "", "", "", 2000}, {"<p title='", "ab a ", "", "", "'>x", 200000}},
	{"attributes of 1 MB, like one another", {"[title*=\"", "aaaaaaaa", "", "", "b\"]{color:red}", 60000}, {"<p title='", "aaaaaaaa", "", "", "'>x", 120000}},
	{"100,000 classes of one element", {"", ".a%{color:red}", "", "", "", 100000}, {"<p class='", "a% ", "", "", "'>x", 100000}},
	{"a name of 1 MB", {".", "abcdefgh", "", "", "{color:red}", 130000}, {"<p class=", "abcdefgh", "", "", ">x", 130000}},
	{"a name of 1 MB in escapes", {".", "\\61 ", "", "", "{color:red}", 250000}, {"<p class=", "a", "", "", ">x", 250000}},
	{"brackets", {"", "[[[[", "", "", "", 500000}, ONE},

	/* Rules. */
	{"100,000 rules", {"", ".c%{color:red}", "", "", "", 100000}, FLAT},
	{"100,000 rules for one class", {"", ".c{color:#%}", "", "", "", 100000}, FLAT},
	{"100,000 rules for all", {"", "*{top:%px}", "", "", "", 100000}, FLAT},
	{"300,000 rules", {"", "p{top:%px}", "", "", "", 300000}, ONE},
	{"nesting 10,000 deep", {"", "p{", "", "}", "", 10000}, FLAT},
	{"nesting never closed", {"", "p{color:red;", "", "", "", 300000}, FLAT},
	{"nesting of lists", {"", ".a,.b{color:red;", "", "}", "", 40}, FLAT},
	{"nesting that doubles", {"", "& & {color:red;", "", "}", "", 60}, FLAT},
	{"nesting in :is", {"", ":is(&,.c):not(&) {color:red;", "", "}", "", 60}, FLAT},
	{"many children of many parents", {"", ".a%,", "p{", "& > b,& u{top:0}", "}", 20000}, FLAT},
	{"4,000 parents of 80,000 children", {"", ".a%,", "p{", "& b{top:0}& b{top:0}& b{top:0}& b{top:0}"
	    "& b{top:0}& b{top:0}& b{top:0}& b{top:0}& b{top:0}& b{top:0}& b{top:0}& b{top:0}& b{top:0}"
	    "& b{top:0}& b{top:0}& b{top:0}& b{top:0}& b{top:0}& b{top:0}& b{top:0}", "", 4000}, FLAT},
	{"4,000 parents, nested again and again", {"", ".a%,", "p{", "& > b{top:0}", "}", 4000}, FLAT},
	{"conditions 10,000 deep", {"", "@media screen{", "", "}", "", 10000}, ONE},
	{"conditions never closed", {"p{color:red}", "@media (min-width:1px){", "", "", "", 200000}, ONE},
	{"100,000 queries", {"@media print", ",(min-width:%px) and (not (color))", "", "", "{p{color:red}}", 100000}, ONE},
	{"a query 100,000 deep", {"@media ", "(", "", ")", "{p{color:red}}", 100000}, ONE},
	{"a query of nots 100,000 deep", {"@media ", "(not ", "", ")", "{p{color:red}}", 100000}, ONE},
	{"@supports 10,000 deep", {"", "@supports (color:red){", "", "}", "", 10000}, ONE},
	{"@supports of parentheses", {"@supports ", "(", "", ")", "{p{color:red}}", 200000}, ONE},
	{"@supports of selectors", {"@supports ", "selector(:is(a)) and ", "", "", "(color:red){p{color:red}}", 50000}, ONE},
	{"@container 10,000 deep", {"", "@container (width>1px){", "", "}", "", 10000}, ONE},
	{"@scope 10,000 deep", {"", "@scope (.c) to (.d){", "", "}", "", 10000}, FLAT},
	{"@layer 10,000 deep", {"", "@layer abcdefgh{p{top:0}", "", "}", "", 10000}, FLAT},
	{"a layer name of 100,000 parts", {"@layer a", ".a%", "", "", "{p{color:red}}", 100000}, ONE},
	{"100,000 layers", {"", "@layer a%{p{color:red}}", "", "", "", 100000}, ONE},
	{"anonymous layers in layers", {"", "@layer{@layer{@layer{p{color:red}}}}", "", "", "", 30000}, ONE},
	{"layers that revert", {"", "@layer a%{*{all:revert-layer;color:revert-layer}}", "", "", "", 1000}, FLAT},
	{"100,000 imports", {"", "@import 'a%.css' layer(a%) supports(color:red) screen;", "", "", "", 100000}, ONE},
	{"at-rules without end", {"", "@a ", "", "", "", 2000000}, ONE},
	{"font faces and keyframes", {"", "@font-face{src:url(a%)}@keyframes a%{from{top:0}to{top:1px}}", "", "", "", 50000}, ONE},

	/* Declarations. */
	{"100,000 declarations in one rule", {".c{", "color:#%;", "", "", "}", 100000}, FLAT},
	{"100,000 shorthands in one rule", {".c{", "background:red url(a%);font:1px/% x;", "", "", "}", 50000}, FLAT},
	{"100,000 important ones", {".c{", "margin:%px !important;", "", "", "}", 100000}, FLAT},
	{"all, again and again", {"*{", "all:unset;all:initial;", "", "", "}", 10000}, FLAT},
	{"a style attribute of 1 MB", {"", "", "", "", "", 0}, {"<p style='", "color:#%;margin:var(--a) 1px;", "", "", "'>x", 30000}},
	{"100,000 style attributes", {"", "", "", "", "", 0}, {"", "<i style='--a%:1;color:var(--a%,red)'></i>", "", "", "", 100000}},
	{"not one that is valid", {".c{", "colour:x;margin:a%;:;", "", "", "}", 200000}, FLAT},

	/* Values. */
	{"a data address of 10 MB", {"p{background:url(data:image/png;base64,", "ABCDEFGHIJKLMNOP", "", "", ")}", 640000}, FLAT},
	{"a data string of 10 MB", {"p{background:url('data:image/png;base64,", "ABCDEFGHIJKLMNOP", "", "", "')}", 640000}, FLAT},
	{"an address without end", {"p{background:url(", "ABCDEFGHIJKLMNOP", "", "", "", 640000}, FLAT},
	{"a number of 1 MB", {"p{width:", "99999999", "", "", "px;z-index:1e99999999999999999999}", 130000}, FLAT},
	{"a fraction of 1 MB", {"p{width:.", "00000000", "", "", "1e99999999px}", 130000}, FLAT},
	{"giant numbers", {"p{", "width:1e%px;order:9999999999999%;top:-1e308px;margin:calc(1e38px*1e38);", "", "", "}"
	    "p:nth-child(99999999999n - 99999999999){top:0}", 5000}, FLAT},
	{"sizes that multiply", {"", "", "", "", "div{font-size:99em;line-height:1e30;width:99vw;letter-spacing:1e38em}", 0}, DEEP},
	{"calc() in calc()", {"p{width:", "calc(1px + ", "", ")", "}", 10000}, FLAT},
	{"parentheses in calc()", {"p{width:calc", "(", "", ")", "}", 100000}, FLAT},
	{"a sum of 100,000", {"p{width:calc(1px", " + 1em*%", "", "", ")}", 100000}, FLAT},
	{"min() of 100,000", {"p{width:min(1px", ",%vw", "", "", ")}", 100000}, FLAT},
	{"colours in colours", {"p{color:", "color-mix(in oklab, red, ", "", ")", "}", 10000}, FLAT},
	{"colours in colours, two by two", {"p{color:", "color-mix(in srgb, currentcolor, ", "", "currentcolor)", "}", 30}, FLAT},
	{"light-dark() in light-dark()", {"p{color:", "light-dark(red, ", "", ")", "}", 10000}, FLAT},
	{"a gradient of 100,000 stops", {"*{background:linear-gradient(red", ",#000 %px", "", "", ")}", 100000}, FLAT},
	{"shadows", {"*{box-shadow:0 0 red", ",0 0 %px color-mix(in hsl,red,blue)", "", "", "}", 50000}, FLAT},
	{"transforms", {"*{transform:", "rotate(%deg) ", "", "", "}", 100000}, FLAT},
	{"fonts of 1 MB", {"html{font-family:", "abcdefgh%,", "", "", "serif}", 80000}, FLAT},
	{"content of 1 MB on all", {"*::before{content:\"", "abcdefgh", "", "", "\"}*::after{content:counter(x)}", 130000}, FLAT},
	{"quotes", {"html{quotes:", "\"a\" \"b\" ", "", "", "}q::before{content:open-quote}", 100000}, FLAT},
	{"backgrounds in layers", {"*{background:", "url(a%),", "", "", "red}", 100000}, FLAT},

	/* Custom properties. */
	{"a cycle of 100,000 variables", {":root{", "--a%:var(--b) var(--a1);", "", "", "--b:var(--a0)}p{color:var(--b)}", 100000}, FLAT},
	{"a chain of 100,000 variables", {":root{", "--a%:var(--a\2);", "", "", "}p{color:var(--a0)}", 100000}, FLAT},
	{"variables that double", {":root{", "--a%:var(--a\2)var(--a\2);", "", "", "--a64:x}p{font-family:var(--a0)}", 64}, FLAT},
	{"variables that double, on each element", {"*{", "--a%:var(--a\2)var(--a\2);", "", "", "--a14:x;font-family:var(--a0)}", 14}, FLAT},
	{"100,000 variables", {":root{", "--a%:%px;", "", "", "}p{width:var(--a7)}", 100000}, FLAT},
	{"100,000 variables, more on each element", {":root{", "--a%:%px;", "", "", "}*{--x:1;--y:var(--x)}p{width:var(--a7)}", 100000}, FLAT},
	{"variables of variables on each element", {"*{", "--a%:var(--b%) 1px;--b%:2px;", "", "", "}", 500}, FLAT},
	{"variables deeper and deeper", {"*{", "--a%:var(--a%,1);", "", "", "}", 1000}, DEEP},
	{"fallbacks in fallbacks", {"p{color:", "var(--x,", "", ")", "}", 10000}, FLAT},
	{"fallbacks in fallbacks of variables", {"p{--a:", "var(--x,", "", ")", ";color:var(--a)}", 10000}, FLAT},
	{"one variable, used 100,000 times", {"*{--a:1px;font-family:", "var(--a),", "", "", "x}", 100000}, FLAT},
	{"variables as long as may be", {":root{--a:", "abcdefgh", "", "", ";}*{--b:var(--a);--c:var(--b)x;font-family:var(--c)}", 8000}, FLAT},
	{"variables as long as may be, deeper", {":root{--a:", "abcdefgh", "", "", ";}*{--b:x var(--b);--c:var(--a)y}", 8000}, DEEP},
	{"blocks in a variable", {"p{--a:", "{[(", "", "", "", 700000}, ONE},

	/* Tokens. */
	{"braces", {"", "{", "", "", "", 2000000}, ONE},
	{"braces, closed", {"", "}", "", "", "", 2000000}, ONE},
	{"parentheses in a value", {"p{color:", "(", "", "", "", 2000000}, ONE},
	{"comments never closed", {"", "/*", "", "", "", 2000000}, ONE},
	{"empty comments", {"p", "/**/", "", "", "{color:red}", 1000000}, ONE},
	{"strings never closed", {"", "\"a\n'", "", "", "", 1000000}, ONE},
	{"functions never closed", {"p{color:", "a(", "", "", "", 1000000}, ONE},
	{"backslashes", {"p{color:", "\\", "", "", "", 3000000}, ONE},
	{"NUL bytes", {"p{color:", "\1\1\1\1", "", "", "", 2500000}, ONE},
	{"bytes that are not UTF-8", {"@charset \"utf-8\";p{color:", "\xFF\xC0\xED\xA0", "", "", "", 2500000}, ONE},
	{"less-than signs", {"", "<!-- --> <", "", "", "", 1000000}, ONE},
	{"commas and colons", {"", ",:;", "", "", "", 2000000}, ONE},
	{"unicode ranges and at-signs", {"", "@\\ #\\ -", "", "", "", 1000000}, ONE},
};

static void
repeat(struct clair_buf *out, const char *again, unsigned times)
{
	for (unsigned i = 0; i < times && out->length < LARGEST / SMALLER; i++) {
		for (const char *at = again; *at != '\0'; at++) {
			if (*at == '%' || *at == '\2')
				clair_buf_printf(out, "%u", *at == '%' ? i : i + 1);
			else
				clair_buf_putc(out, *at == '\1' ? '\0' : *at);
		}
	}
}

static void
fill(struct clair_buf *out, const struct pattern *pattern)
{
	unsigned times = pattern->times <= 1000 ? pattern->times : pattern->times / SMALLER;

	clair_buf_clear(out);
	clair_buf_puts(out, pattern->first);
	repeat(out, pattern->again, times);
	clair_buf_puts(out, pattern->middle);
	repeat(out, pattern->close, times);
	clair_buf_puts(out, pattern->last);
}

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double
mebibytes(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (double)usage.ru_maxrss / 1024;
}

/* All that is asked of a style: values as text, boxes before and after, other situations. */
static void
read_all(struct clair_style_table *table, const struct clair_page *page, struct clair_arena *arena)
{
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const struct clair_style *style;

		if (node->kind != CLAIR_NODE_ELEMENT)
			continue;
		style = clair_style_of(table, node);
		assert_non_null(style);
		for (int property = 0; i < 100 && property < CLAIR_PROPERTY_COUNT; property++)
			assert_non_null(clair_css_write((enum clair_property)property,
			    clair_style_value(style, (enum clair_property)property), arena));
		clair_style_pseudo(table, node, CLAIR_PSEUDO_BEFORE);
		assert_non_null(clair_style_viewed(table, node, CLAIR_VIEW_HOVER));
	}
}

static const char *
read_and_compute(const struct clair_browser_style *browser, const struct clair_page *page,
    const struct clair_buf *css)
{
	struct clair_sheet *sheet =
	    clair_sheet_parse(css->bytes, css->length, NULL, "utf-8", page->quirks, NULL);
	const struct clair_sheet_use use = {
	    .sheet = sheet, .url = "", .node = page->nodes, .layer_prefix = ""};
	const struct clair_style_set set = {
	    .browser = browser, .uses = &use, .count = 1, .screen = clair_screen_desktop};
	struct clair_style_table *table;
	struct clair_arena arena;
	const char *fate;

	if (sheet == NULL)
		return "no sheet";
	clair_arena_init(&arena, (size_t)MEBIBYTES << 20);
	table = clair_style_compute(page, &set, &arena, MILLISECONDS);
	if (table == NULL)
		return "no table";
	read_all(table, page, &arena);
	fate = sheet->cut ? clair_style_exhausted(table) ? "cut, exhausted" : "cut"
	                  : clair_style_exhausted(table) ? "exhausted" : "whole";
	clair_arena_free(&arena);
	clair_sheet_free(sheet);
	return fate;
}

/* How it went, in a process of its own. */
struct answer {
	char fate[32];
	double seconds, mebibytes;
};

static void
judge(const struct clair_browser_style *browser, const struct clair_buf *html,
    const struct clair_buf *css, int out)
{
	static const struct clair_parse_limits limits = {.memory = 512u << 20, .milliseconds = 20000};
	const struct clair_document document = {.url = "https://www.exemple.fr/", .http_charset = "utf-8",
	    .click_depth = -1, .bytes = html->bytes, .length = html->length};
	struct answer answer = {.fate = ""};
	struct clair_page page;
	const char *why;

	if (clair_page_parse(&page, &document, &limits, &why) != CLAIR_OK)
		_exit(1);
	answer.seconds = -seconds();
	answer.mebibytes = -mebibytes();
	snprintf(answer.fate, sizeof(answer.fate), "%s", read_and_compute(browser, &page, css));
	answer.seconds += seconds();
	answer.mebibytes += mebibytes();
	_exit(write(out, &answer, sizeof(answer)) == sizeof(answer) ? 0 : 1);
}

static bool
ends_in_time(const struct clair_browser_style *browser, const struct hostile *one,
    const struct clair_buf *html, const struct clair_buf *css)
{
	struct answer answer = {.fate = "lost"};
	int status;
	int ends[2];
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	fflush(stdout);
	child = fork();
	assert_true(child >= 0);
	if (child == 0)
		judge(browser, html, css, ends[1]);
	close(ends[1]);
	assert_true(read(ends[0], &answer, sizeof(answer)) >= 0);
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	printf("%-44s %8zu bytes %5.2f s %4.0f MiB %s\n", one->about, css->length, answer.seconds,
	    answer.mebibytes, answer.fate);
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 && strncmp(answer.fate, "no ", 3) != 0 &&
	    answer.seconds <= SECONDS * SLOWER && (!WEIGHS || answer.mebibytes <= MEBIBYTES);
}

static void
sheets_made_to_hurt_end_in_time(void **state)
{
	const char *only = *state;
	struct clair_browser_style *browser = clair_browser_style_new();
	struct clair_buf css;
	struct clair_buf html;
	unsigned over = 0;

	assert_non_null(browser);
	clair_buf_init(&css, 0);
	clair_buf_init(&html, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (only != NULL && strstr(cases[i].about, only) == NULL)
			continue;
		fill(&css, &cases[i].css);
		fill(&html, &cases[i].html);
		if (ends_in_time(browser, &cases[i], &html, &css))
			continue;
		fprintf(stderr, "%s: lost, too long or too large\n", cases[i].about);
		over++;
	}
	clair_buf_free(&css);
	clair_buf_free(&html);
	clair_browser_style_free(browser);
	assert_int_equal(over, 0);
}

/* usage: test_css [TEXT]   only the cases whose name has the text */
int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(sheets_made_to_hurt_end_in_time, argc > 1 ? argv[1] : NULL),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
