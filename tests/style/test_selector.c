/* Selectors: read, weighed, matched. */
#include "base/buf.h"
#include "style/selector.h"
#include "tests/support/page.h"
#include "tests/support/trees.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static struct clair_css_lexer
lexer_of(const char *text, struct clair_arena *arena)
{
	return (struct clair_css_lexer){
	    .source = text, .end = (uint32_t)strlen(text), .arena = arena};
}

static bool
reads(struct clair_css_selector_list *list, const char *text,
    const struct clair_selector_options *options, struct clair_arena *arena)
{
	return clair_selector_read(list, lexer_of(text, arena), options, arena);
}

/* --- What is valid ---------------------------------------------------------------------------- */

/* As CSS.supports() and querySelector() of Chromium answered. */
static const char *const valid[] = {
	"a", "*", "*|a", "|a", "*|*", "[a]", "[|a]", "[*|a]", "[ a = 'b' i ]", "[a=b I]", "[a=\"1\"]",
	"[a~='']", "[a=bi]", "[a|=b]", "[*|a=b]", "[|a|=b]", "[a=b", "a b", "a>b", "a + b~c", "&",
	"&.a", "a&", ".a & .b", ":is()", ":is(%)", ":where()", ":is(a,>b)", ":not(:not(a))",
	":is(::before)", ":-webkit-any(a)", ":has(>a)", ":has(a,>b)", ":not(:has(a))",
	":has(:is(:has(a)))", ":is(a", ":root", ":LINK", "A::BEFORE", ":NOT(a)", ":lang(fr)",
	":dir(foo)", ":nth-child(2n+1)", ":nth-child(even)", ":nth-child(odd of a)",
	":nth-child(-n+3)", ":nth-child(+n)", ":nth-child(2n -1)", ":nth-child(2n + 1)",
	":nth-child(n- 1)", ":nth-child(-2)", ":nth-child(N)", ":nth-last-child(2 of a,b)",
	":nth-child( 2 )", ":Nth-Child(EVEN)", ":before", ":after", ":first-line", ":first-letter",
	"::placeholder", "::marker", "::selection", "::backdrop", "::file-selector-button",
	"::-webkit-foo", "::-webkit-scrollbar:hover", "::-webkit-scrollbar:not(:hover)",
	"::file-selector-button:hover", "::selection:window-inactive", "::part(a b)::before",
	"::slotted(a)::before", "::before::marker", "::cue(a)", ":host", ":host(a)",
	":host-context(a)", ":state(a)", ":autofill", ":fullscreen", ":user-invalid", "-a", "--a",
	"#--a", ".\\31 a", "\\61", "é", ":is(:foo, a)", "a:hover::before", " a , b ", "a/**/.b",
	"a/**/ b",
};

static const char *const invalid[] = {
	"", ",", "a,", ",a", "a,,b", "> a", "a >", "a > > b", "a || b", "a!b", "#1", "#", "a..b",
	".1a", ".", "a%b", "*a", "a*", "&a", "foo|a", "[foo|a]", "[", "[]", "[a=]", "[=a]", "[a=1]",
	"[a==b]", "[a!=b]", "[a~ =b]", "[a=b x]", "[a=b]i", "[a%b]", ":", "::", ": a", ":: a", ":::a",
	":foo", ":foo(a)", "::foo", ":hover(a)", ":nth-child", ":first-child()", ":not()", ":not(%)",
	":not(::before)", ":not(:foo)", ":has()", ":has(:has(a))", ":has(::before)", ":has(a,:foo)",
	":has(> > a)", ":has(a >)", ":-webkit-any(a b)", ":-webkit-any()", ":matches(a)",
	":nth-child()", ":nth-child(2 of)", ":nth-child(2n 1)", ":nth-child(+ n)",
	":nth-child(2 n)", ":nth-child(n-)", ":nth-child(n- -1)", ":nth-child(1.5)",
	":nth-child(--n)", ":nth-of-type(2 of a)", ":nth-child(1 of :foo)", ":lang()", ":lang(fr,en)",
	":dir()", "::before a", "::before.a", "::before::after", "::before:hover", "a:before:hover",
	"::placeholder:hover", "::marker:hover", "::first-line:hover", "::-moz-selection",
	"::-ms-clear", ":-moz-ui-invalid", ":-ms-input-placeholder", ":-webkit-input-placeholder",
	"::-webkit-foo(a)", "::-o-x", ":host()", "::part()", "a)", "a]", "a}", "@a",
	"a, :-moz-focusring", "a { }", "a;", "<!--a",
};

static void
only_what_browsers_take_is_valid(void **state)
{
	const struct clair_selector_options options = {0};
	struct clair_css_selector_list list;
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 0);
	for (size_t i = 0; i < sizeof(valid) / sizeof(valid[0]); i++)
		if (!reads(&list, valid[i], &options, &arena))
			fail_msg("%s: not taken", valid[i]);
	for (size_t i = 0; i < sizeof(invalid) / sizeof(invalid[0]); i++)
		if (reads(&list, invalid[i], &options, &arena))
			fail_msg("%s: taken", invalid[i]);
	clair_arena_free(&arena);
}

/* --- What matches ----------------------------------------------------------------------------- */

static const char page_text[] =
    "<!DOCTYPE html><html lang=fr><body class='accueil site'><nav id=menu lang=fr-FR>"
    "<ul><li class=un><a href='/a.PDF'>1</a>"
    "<li><a href=/b title='Un mot'>2</a><p><b>3</b></p></ul></nav>"
    "<main><p class=md:un>4<b>5</b></p><p id='a.b'>6</p><p>7</p><p class='un Deux'>8</p>"
    "<svg viewBox='0 0 1 1'><linearGradient>9</linearGradient></svg></main>";

struct select_case {
	const char *selector;
	const char *texts; /* of the elements that match and hold only text, in order */
};

static const struct select_case cases[] = {
	{"a", "12"}, {"A", "12"}, {"*", "12356789"}, {"nav *", "123"}, {"nav > a", ""},
	{"nav a", "12"}, {"li > a", "12"}, {"ul > li > a", "12"}, {"ul>a", ""},
	{"body li > p b", "3"}, {"body > main > p > b", "5"}, {"body p > b", "35"},
	{"nav p > b, main > b", "3"}, {"#menu b", "3"}, {"li.un a", "1"},
	{".accueil.site .un > *", "1"}, {".Accueil a", ""}, {".acc a", ""}, {"[href]", "12"},
	{"[HREF]", "12"}, {"a[href='/b']", "2"}, {"[href$='.pdf']", ""},
	{"[href$='.pdf' i]", "1"}, {"[href^=\"/\"]", "12"}, {"[href^='']", ""},
	{"[title~=mot]", "2"}, {"[title~=mo]", ""}, {"[title*='n m']", "2"},
	{"[lang|=fr] > main b", "" }, {"nav[lang|=fr] b", "3"}, {"nav[lang|=f] b", ""},
	{"nav[lang=FR-fr] b", "3"}, {"[ title = 'Un mot' ]", "2"}, {"#a\\.b", "6"},
	{".md\\:un > b", "5"}, {"#menu > ul > li:nth-of-type(2) > a", "2"},
	{"main > p:nth-of-type(2)", "6"}, {"main > p:nth-of-type(5)", ""}, {" a , b ", "1235"},
	{"p + p", "678"}, {"p ~ p.un", "8"}, {"#a\\.b + p", "7"}, {"#a\\.b ~ p", "78"},
	{"nav + main > p:first-child > b", "5"}, {"nav ~ main p + p + p", "78"},
	{"ul li + li a", "2"}, {"li ~ li > p b", "3"}, {".un ~ * b", "3"},
	{":is(nav, main) b", "35"}, {":where(nav) b", "3"}, {"b:not(nav b)", "5"},
	{"b:not(:not(nav b))", "3"}, {"p:not(.un, #a\\.b)", "7"}, {"li:has(> p) a", "2"},
	{"p:has(+ .un)", "7"}, {"p:has(~ .un)", "67"}, {"nav:has(b) a", "12"},
	{"a:has(b)", ""}, {"main:has(> p > b, i) > .un", "8"}, {"li:has(p b):has(a) b", "3"},
	{":has(:has(a))", NULL}, {"p:nth-child(2)", "6"}, {"p:nth-child(2n)", "68"},
	{"main > :nth-child(-n+3)", "67"}, {"p:nth-last-child(2)", "8"},
	{"p:nth-last-of-type(1)", "8"}, {"main > :nth-child(2 of :not(#a\\.b))", "7"},
	{"main > :nth-last-child(1 of p)", "8"}, {"b:only-child", "35"},
	{"a:only-of-type", "12"}, {"a:first-child", "12"}, {"a:last-child", "1"},
	{"linearGradient", "9"}, {"lineargradient", ""}, {"svg *", "9"},
	{"[viewBox] *", "9"}, {"[viewbox] *", ""}, {"*|a", "12"}, {"|a", ""},
	{":root a", "12"}, {"a:root", ""}, {":scope > body a", "12"}, {"& a", "12"},
	{"b:hover", ""}, {"b:not(:hover)", "35"}, {"a:target", ""}, {"a:is(:foo, [title])", "2"},
	{"a:is()", ""}, {"a:host", ""}, {"::part(x)", ""},
};

struct bench {
	struct clair_ctx *ctx;
	struct clair_match match;
	struct clair_arena arena;
};

static void
open_bench(struct bench *bench, const char *html)
{
	bench->ctx = support_page(html);
	clair_arena_init(&bench->arena, 0);
	bench->match = (struct clair_match){.page = bench->ctx->page,
	    .quirks = bench->ctx->page->quirks, .arena = &bench->arena,
	    .ceiling = UINT64_C(50000000)};
}

static void
close_bench(struct bench *bench)
{
	support_page_free(bench->ctx);
	clair_arena_free(&bench->arena);
}

static bool
any_matches(struct bench *bench, const struct clair_css_selector_list *list,
    const struct clair_node *node)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (clair_selector_matches_node(&bench->match, &list->list[i], node))
			return true;
	return false;
}

/* First bytes of the texts of the elements that match and hold only text. */
static void
find_texts(struct bench *bench, const struct clair_css_selector_list *list, char *texts)
{
	const struct clair_page *page = bench->ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const struct clair_node *text = clair_node_first(node);

		if (node->kind == CLAIR_NODE_ELEMENT && text != NULL && text->kind == CLAIR_NODE_TEXT &&
		    node->end == text->end && any_matches(bench, list, node))
			*texts++ = text->text[0];
	}
	*texts = '\0';
}

static void
hold_cases(const char *html, const struct select_case *list, size_t count)
{
	struct bench bench;

	open_bench(&bench, html);
	for (size_t i = 0; i < count; i++) {
		const struct clair_selector_options options = {.quirks = bench.match.quirks};
		struct clair_css_selector_list selectors;
		char texts[64];

		if (!reads(&selectors, list[i].selector, &options, &bench.arena)) {
			if (list[i].texts != NULL)
				fail_msg("%s: not taken", list[i].selector);
			continue;
		}
		assert_non_null(list[i].texts);
		find_texts(&bench, &selectors, texts);
		if (strcmp(texts, list[i].texts) != 0)
			fail_msg("%s: matches “%s”, not “%s”", list[i].selector, texts, list[i].texts);
	}
	assert_false(bench.match.exhausted);
	close_bench(&bench);
}

static void
selectors_match_what_css_says(void **state)
{
	(void)state;
	hold_cases(page_text, cases, sizeof(cases) / sizeof(cases[0]));
}

/* --- What Chromium matches when it has loaded the page ------------------------------------------ */

static void
find_ids(struct bench *bench, const struct clair_css_selector_list *list, struct clair_buf *ids)
{
	const struct clair_page *page = bench->ctx->page;

	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const char *id = node->kind == CLAIR_NODE_ELEMENT ? clair_attr(node, CLAIR_ATTR_ID) : NULL;

		if (id == NULL || !any_matches(bench, list, node))
			continue;
		if (ids->length != 0)
			clair_buf_putc(ids, ' ');
		clair_buf_puts(ids, id);
	}
}

/* "selector → ids": FOLDER/NAME.txt says what Chromium matches on NAME.html. */
static void
hold_line(struct bench *bench, char *line)
{
	const struct clair_selector_options options = {0};
	struct clair_css_selector_list selectors;
	struct clair_buf ids;
	char *expected = strstr(line, " → ");

	assert_non_null(expected);
	*expected = '\0';
	expected += strlen(" → ");
	clair_buf_init(&ids, 0);
	clair_buf_puts(&ids, "");
	assert_true(reads(&selectors, line, &options, &bench->arena));
	find_ids(bench, &selectors, &ids);
	if (strcmp(ids.bytes != NULL ? ids.bytes : "", expected) != 0)
		fail_msg("%s: matches “%s”,\nnot “%s”", line, ids.bytes, expected);
	clair_buf_free(&ids);
}

static char *
read_part(const char *name, const char *extension)
{
	char path[128];
	size_t length;
	char *text;

	snprintf(path, sizeof(path), "tests/style/selectors/%s.%s", name, extension);
	text = read_whole(path, &length);
	if (text == NULL)
		fail_msg("%s: not read", path);
	return text;
}

static void
hold_page(const char *name)
{
	char *html = read_part(name, "html");
	char *text = read_part(name, "txt");
	struct bench bench;
	char *rest = text;

	open_bench(&bench, html);
	for (char *line; (line = strsep(&rest, "\n")) != NULL;)
		if (*line != '\0')
			hold_line(&bench, line);
	assert_false(bench.match.exhausted);
	close_bench(&bench);
	free(html);
	free(text);
}

static void
states_are_those_of_a_loaded_page(void **state)
{
	(void)state;
	hold_page("controls");
	hold_page("corners");
}

static void
languages_and_directions_come_from_ancestors(void **state)
{
	(void)state;
	hold_page("languages");
	hold_page("directions");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_browsers_take_is_valid),
		cmocka_unit_test(selectors_match_what_css_says),
		cmocka_unit_test(states_are_those_of_a_loaded_page),
		cmocka_unit_test(languages_and_directions_come_from_ancestors),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
