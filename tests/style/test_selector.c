/* Selectors: read, weighed, matched. */
#include "base/buf.h"
#include "style/selector.h"
#include "tests/support/page.h"
#include "tests/support/read.h"

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
	text = support_read(path, &length);
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

/* --- For people --------------------------------------------------------------------------------- */

static const struct {
	const char *selector;
	const char *error;
} wrong[] = {
	{"", "character 1: selector expected"},
	{"a,", "character 3: selector expected"},
	{"> a", "character 3: selector expected"},
	{"a >", "character 4: selector expected"},
	{"a ! b", "character 3: selector expected"},
	{"été ! b", "character 5: selector expected"},
	{"#", "character 1: selector expected"},
	{"#1", "character 1: name expected"},
	{"a..b", "character 3: name expected"},
	{"[", "character 2: name of an attribute expected"},
	{"[a=]", "character 4: value expected"},
	{"[a%b]", "character 3: ] expected"},
	{"[a=b c]", "character 6: ] expected"},
	{"svg|a", "character 1: name without prefix expected"},
	{"a:foo", "character 3: pseudo-class that browsers know expected"},
	{"a::before", "character 4: selector of an element expected"},
	{"a:after", "character 3: selector of an element expected"},
	{"a:nth-of-type(x)", "character 15: An+B expected"},
	{"a:not()", "character 7: selector expected"},
	{"a:not(b]", "character 8: selector expected"},
	{"a:nth-child(2 n)", "character 15: ) expected"},
};

static void
mistakes_are_told_with_their_place(void **state)
{
	struct clair_css_selector_list list;
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 0);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		const char *error = clair_selector_read_text(&list, wrong[i].selector, &arena);

		if (error == NULL)
			fail_msg("%s: taken", wrong[i].selector);
		if (strcmp(error, wrong[i].error) != 0)
			fail_msg("%s: “%s”, not “%s”", wrong[i].selector, error, wrong[i].error);
	}
	assert_null(clair_selector_read_text(&list, "#menu a:has(> b), p:not(.x)", &arena));
	clair_arena_free(&arena);
}

/* What a report says of an element leads to it and to no other, in a suppression. */
static void
the_path_of_an_element_matches_it(void **state)
{
	struct bench bench;

	(void)state;
	open_bench(&bench, page_text);
	for (uint32_t i = 0; i < bench.ctx->page->node_count; i++) {
		const struct clair_node *nodes = bench.ctx->page->nodes;
		struct clair_css_selector_list list;
		const char *path;

		if (nodes[i].kind != CLAIR_NODE_ELEMENT)
			continue;
		path = clair_node_path(&nodes[i], &bench.arena);
		assert_null(clair_selector_read_text(&list, path, &bench.arena));
		for (uint32_t other = 0; other < bench.ctx->page->node_count; other++)
			if (nodes[other].kind == CLAIR_NODE_ELEMENT)
				assert_int_equal(
				    clair_selector_any(&bench.match, &list, &nodes[other]), other == i);
	}
	close_bench(&bench);
}

/* --- Case --------------------------------------------------------------------------------------- */

static void
names_have_no_case_in_quirks_mode(void **state)
{
	static const struct select_case strict[] = {
		{".aB", "1"}, {".ab", ""}, {"#cD", "2"}, {"#CD", ""}, {"[class=AB]", ""}};
	static const struct select_case quirks[] = {
		{".aB", "1"}, {".AB", "1"}, {"#CD", "2"}, {"[class=AB]", ""}, {":has(+ #cd)", "1"}};

	(void)state;
	hold_cases("<!DOCTYPE html><p class=aB>1</p><p id=cD>2</p>", strict, 5);
	hold_cases("<p class=aB>1</p><p id=cD>2</p>", quirks, 5);
}

/* HTML 4.16.2: some attributes have values without case, on HTML elements only. */
static void
values_of_some_attributes_have_no_case(void **state)
{
	static const struct select_case list[] = {
		{"[type=TEXT]", "1"}, {"[rel~=NEXT]", "2"}, {"[title=ab]", ""}, {"[title=ab i]", "3"},
		{"[dir=LTR]", "4"}, {"svg [type=A]", ""}, {"svg [type=a]", "5"},
		{"[data-x$=C]", ""}, {"[title*='']", ""}, {"[title|=A]", "3"}, {"[xlink\\:href]", "7"},
		{"svg [*|href]", "6"}, {"svg [href]", ""}};

	(void)state;
	hold_cases("<!DOCTYPE html><ol><li type=text>1</ol><a rel='prev next'>2</a>"
	           "<p title=A-B>3</p><p title=AB>3</p><p dir=ltr>4</p><p data-x=abc></p>"
	           "<svg><text type=a>5</text><text xlink:href=x>6</text></svg>"
	           "<p xlink:href=x>7</p>",
	    list, sizeof(list) / sizeof(list[0]));
}

/* --- Weight -------------------------------------------------------------------------------------- */

static const struct {
	const char *selector;
	uint32_t ids, classes, types;
} weights[] = {
	{"*", 0, 0, 0}, {"a", 0, 0, 1}, {"a b + c", 0, 0, 3}, {".a.b", 0, 2, 0}, {"#a", 1, 0, 0},
	{"#a .b[c] d:hover", 1, 3, 1}, {"a::before", 0, 0, 2}, {":is(a, #b)", 1, 0, 0},
	{":where(a, #b)", 0, 0, 0}, {":not(.a, b c)", 0, 1, 0}, {"a:has(> .b, c d)", 0, 1, 1},
	{":nth-child(2)", 0, 1, 0}, {":nth-child(2 of a, #b)", 1, 1, 0}, {":only-child", 0, 1, 0},
	{":is()", 0, 0, 0}, {"&", 0, 0, 0}, {"::part(x)", 0, 0, 1}, {":target", 0, 1, 0},
	{":lang(fr)", 0, 1, 0}, {":is(:is(#a), b)", 1, 0, 0}, {"::marker", 0, 0, 1},
};

static struct clair_css_selector
one_of(const char *text, const struct clair_selector_options *options, struct clair_arena *arena)
{
	struct clair_css_selector_list list;

	if (!reads(&list, text, options, arena))
		fail_msg("%s: not taken", text);
	assert_int_equal(list.count, 1);
	return list.list[0];
}

static void
specificity_counts_ids_classes_and_types(void **state)
{
	const struct clair_selector_options options = {0};
	struct clair_arena arena;
	char many[2 * 1000 + 1] = "";

	(void)state;
	clair_arena_init(&arena, 0);
	for (size_t i = 0; i < sizeof(weights) / sizeof(weights[0]); i++) {
		uint32_t wanted =
		    weights[i].ids << 20 | weights[i].classes << 10 | weights[i].types;
		struct clair_css_selector one = one_of(weights[i].selector, &options, &arena);

		if (one.specificity != wanted)
			fail_msg("%s: %x, not %x", weights[i].selector, one.specificity, wanted);
	}
	for (size_t i = 0; i < 1000; i++)
		memcpy(many + 2 * i, ".a", 2);
	assert_int_equal(one_of(many, &options, &arena).specificity, 1000 << 10);
	clair_arena_free(&arena);
}

/* --- What is told to the cascade ------------------------------------------------------------------ */

static const struct {
	const char *selector, *key;
	enum clair_selector_key kind;
	const char *ancestors; /* kind and name of each: # . or a type */
	unsigned states;
	bool never;
} summaries[] = {
	{"*", "", CLAIR_KEY_ANY, "", 0, false},
	{"a.b#c", "c", CLAIR_KEY_ID, "", 0, false},
	{"a.b", "b", CLAIR_KEY_CLASS, "", 0, false},
	{"A", "A", CLAIR_KEY_TAG, "", 0, false},
	{":is(.x) y", "y", CLAIR_KEY_TAG, ".x", 0, false},
	{":where(.x)", "x", CLAIR_KEY_CLASS, "", 0, false},
	{":is(.x, .y)", "", CLAIR_KEY_ANY, "", 0, false},
	{"html body .a > #b c", "c", CLAIR_KEY_TAG, "#b .a", 0, false},
	{".a + .b", "b", CLAIR_KEY_CLASS, "", 0, false},
	{"p .a ~ .b", "b", CLAIR_KEY_CLASS, "p", 0, false},
	{"p + .a .b", "b", CLAIR_KEY_CLASS, ".a", 0, false},
	{"#a #b #c #d #e f", "f", CLAIR_KEY_TAG, "#e #d #c #b", 0, false},
	{".x:not(.y .z)", "x", CLAIR_KEY_CLASS, "", 0, false},
	{":is(.x .y)", "y", CLAIR_KEY_CLASS, ".x", 0, false},
	{"a:hover b:focus-within", "b", CLAIR_KEY_TAG, "a", 3, false},
	{"a:not(:hover)", "a", CLAIR_KEY_TAG, "", 0, false},
	{"a:is(:active, .b)", "a", CLAIR_KEY_TAG, "", 4, false},
	{"a:target", "a", CLAIR_KEY_TAG, "", 0, true},
	{"a:not(:target)", "a", CLAIR_KEY_TAG, "", 0, false},
	{"a:is(:target, :host)", "a", CLAIR_KEY_TAG, "", 0, true},
	{"a:is(:target, b)", "a", CLAIR_KEY_TAG, "", 0, false},
	{":has(:autofill) a", "a", CLAIR_KEY_TAG, "", 0, true},
};

static uint32_t
hash_of(const char *name, size_t length)
{
	if (*name == '#')
		return clair_selector_hash(CLAIR_KEY_ID, name + 1, length - 1, false);
	if (*name == '.')
		return clair_selector_hash(CLAIR_KEY_CLASS, name + 1, length - 1, false);
	return clair_selector_hash(CLAIR_KEY_TAG, name, length, false);
}

static void
keys_and_ancestors_come_from_what_must_be_there(void **state)
{
	const struct clair_selector_options options = {0};
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 0);
	for (size_t i = 0; i < sizeof(summaries) / sizeof(summaries[0]); i++) {
		struct clair_css_selector one = one_of(summaries[i].selector, &options, &arena);
		const char *ancestors = summaries[i].ancestors;

		assert_int_equal(one.key, summaries[i].kind);
		if (one.key != CLAIR_KEY_ANY)
			assert_int_equal(one.key_hash, clair_selector_hash(one.key,
			    summaries[i].key, strlen(summaries[i].key), false));
		assert_int_equal(one.states, summaries[i].states);
		assert_int_equal(one.never, summaries[i].never);
		for (size_t k = 0; k < 4; k++) {
			size_t length = strcspn(ancestors, " ");

			if (one.ancestors[k] != (length != 0 ? hash_of(ancestors, length) : 0))
				fail_msg("%s: ancestor %zu", summaries[i].selector, k);
			ancestors += length + (ancestors[length] == ' ');
		}
	}
	clair_arena_free(&arena);
}

static void
kinds_of_names_are_told_apart(void **state)
{
	uint32_t tag = clair_selector_hash(CLAIR_KEY_TAG, "Main", 4, false);

	(void)state;
	assert_int_equal(tag, clair_selector_hash(CLAIR_KEY_TAG, "mAIN", 4, false));
	assert_int_not_equal(tag, clair_selector_hash(CLAIR_KEY_CLASS, "main", 4, false));
	assert_int_not_equal(clair_selector_hash(CLAIR_KEY_ID, "main", 4, false),
	    clair_selector_hash(CLAIR_KEY_CLASS, "main", 4, false));
	assert_int_not_equal(clair_selector_hash(CLAIR_KEY_ID, "main", 4, false),
	    clair_selector_hash(CLAIR_KEY_ID, "Main", 4, false));
	assert_int_equal(clair_selector_hash(CLAIR_KEY_ID, "main", 4, true),
	    clair_selector_hash(CLAIR_KEY_ID, "Main", 4, true));
}

static void
supposed_states_match_everywhere(void **state)
{
	const struct clair_selector_options options = {0};
	struct clair_css_selector_list list;
	struct bench bench;
	char texts[8];

	(void)state;
	open_bench(&bench, "<!DOCTYPE html><a href=x>1</a><p>2</p>");
	bench.match.states = CLAIR_STATE_HOVER;
	assert_true(reads(&list, "a:hover, p:focus, p:not(:hover)", &options, &bench.arena));
	find_texts(&bench, &list, texts);
	assert_string_equal(texts, "1");
	close_bench(&bench);
}

/* --- Nesting ------------------------------------------------------------------------------------- */

static const struct {
	const char *parent, *selector, *texts;
	uint32_t specificity;
} nested[] = {
	{"nav", "a", "12", 2},
	{"nav", "& a", "12", 2},
	{"nav li", "> a", "12", 3},
	{"nav, #absent", "a", "12", 1 << 20 | 1},
	{"li", "&.un a", "1", 1 << 10 | 2},
	{"li", "& + & a", "2", 3},
	{"li.un", "+ li a", "2", 1 << 10 | 3},
	{"p", "main > &", "678", 2},
	{"p", ":is(&, a)", "12678", 1},
	{"p", ":not(&) > b", "", 2},
	{"nav ul", "li:not(& > .un) a", "2", 1 << 10 | 4},
	{"main p", ".deux &", "", 1 << 10 | 2},
	{"nav > ul > li", "&:first-child > a", "1", 1 << 10 | 4},
	{"p", "+ & b, &.un", NULL, 0},
	{"p, ul", "> b", "35", 2},
	{"main", "> p + p:has(+ &, + .un)", "7", 1 << 10 | 3},
	{"p::before", "& b", "", 3},
	{"b", "&", "35", 1},
	{"a b", "&&", "", 4},
};

static void
nesting_stands_for_the_parent(void **state)
{
	struct bench bench;

	(void)state;
	open_bench(&bench, page_text);
	for (size_t i = 0; i < sizeof(nested) / sizeof(nested[0]); i++) {
		struct clair_selector_options options = {0};
		struct clair_css_selector_list parent;
		struct clair_css_selector_list list;
		char texts[32];

		assert_true(reads(&parent, nested[i].parent, &options, &bench.arena));
		options = (struct clair_selector_options){.relative = true, .parent = &parent};
		assert_true(reads(&list, nested[i].selector, &options, &bench.arena));
		if (nested[i].texts == NULL) {
			assert_int_equal(list.count, 2);
			continue;
		}
		find_texts(&bench, &list, texts);
		if (strcmp(texts, nested[i].texts) != 0)
			fail_msg("%s { %s }: matches “%s”, not “%s”", nested[i].parent,
			    nested[i].selector, texts, nested[i].texts);
		if (list.list[0].specificity != nested[i].specificity)
			fail_msg("%s { %s }: %x", nested[i].parent, nested[i].selector,
			    list.list[0].specificity);
	}
	close_bench(&bench);
}

/* --- Hostile ------------------------------------------------------------------------------------- */

static char *
add(char *at, const char *text, size_t length)
{
	memcpy(at, text, length);
	at[length] = '\0';
	return at + length;
}

static char *
repeat(const char *first, const char *text, size_t times, const char *last)
{
	size_t length = strlen(text);
	char *all = malloc(strlen(first) + length * times + strlen(last) + 1);
	char *at = all;

	assert_non_null(all);
	at = add(at, first, strlen(first));
	for (size_t i = 0; i < times; i++)
		at = add(at, text, length);
	add(at, last, strlen(last));
	return all;
}

static bool
reads_repeated(const char *first, const char *text, size_t times, const char *last)
{
	const struct clair_selector_options options = {0};
	struct clair_css_selector_list list;
	struct clair_arena arena;
	char *all = repeat(first, text, times, last);
	bool good;

	clair_arena_init(&arena, (size_t)64 << 20);
	good = reads(&list, all, &options, &arena);
	assert_false(arena.failed);
	clair_arena_free(&arena);
	free(all);
	return good;
}

static void
ceilings_bound_what_is_read(void **state)
{
	(void)state;
	assert_true(reads_repeated("", "a ", 1024, ""));
	assert_false(reads_repeated("", "a ", 1025, ""));
	assert_false(reads_repeated("", "a>", 20000, "a"));
	assert_true(reads_repeated("a", ",a", 4095, ""));
	assert_false(reads_repeated("a", ",a", 4096, ""));
	assert_true(reads_repeated("", ":is(", 32, "a"));
	assert_false(reads_repeated("", ":is(", 33, "a"));
	assert_false(reads_repeated("", ":is(", 10000, "a"));
	assert_false(reads_repeated("", ":not(", 10000, "a"));
	assert_false(reads_repeated("", ":nth-child(1 of ", 10000, "a"));
	assert_false(reads_repeated("", "[a", 100000, ""));
	assert_true(reads_repeated("", ".a", 1024, ""));
	assert_false(reads_repeated("", ".a", 100000, ""));
	assert_true(reads_repeated(":is(", "((", 50000, ""));
	assert_false(reads_repeated("", "((", 50000, ""));
	assert_true(reads_repeated("::part(", "{[(", 50000, ""));
	assert_true(reads_repeated(":is(", "%,", 4000, ""));
}

/* A rule nested in a rule that is nested…, each naming its parent twice. */
static void
nested_rules_do_not_multiply(void **state)
{
	const struct clair_selector_options options = {0};
	struct clair_selector_options inner = {.relative = true};
	struct clair_css_selector_list lists[64];
	struct clair_arena arena;
	size_t depth = 1;

	(void)state;
	clair_arena_init(&arena, (size_t)8 << 20);
	assert_true(reads(&lists[0], "a, b", &options, &arena));
	for (; depth < 64; depth++) {
		inner.parent = &lists[depth - 1];
		if (!reads(&lists[depth], "& &, & > :not(& &) &", &inner, &arena))
			break;
	}
	assert_in_range(depth, 17, 33);
	assert_false(arena.failed);
	clair_arena_free(&arena);
}

struct hostile_case {
	const char *selector;
	uint32_t matches; /* of the whole page; UINT32_MAX: not told, the ceiling may be met */
};

static uint32_t
count_matches(struct bench *bench, const char *selector, double *seconds)
{
	const struct clair_selector_options options = {0};
	const struct clair_page *page = bench->ctx->page;
	struct clair_css_selector_list list;
	uint32_t count = 0;
	clock_t start = clock();

	assert_true(reads(&list, selector, &options, &bench->arena));
	for (uint32_t i = 0; i < page->node_count; i++)
		if (page->nodes[i].kind == CLAIR_NODE_ELEMENT)
			count += any_matches(bench, &list, &page->nodes[i]);
	*seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	return count;
}

/* Each selector on a page of its own kind: all are linear, or stop at the ceiling. */
static void
hold_hostile(const char *html, const struct hostile_case *list, size_t count)
{
	struct bench bench;

	open_bench(&bench, html);
	for (size_t i = 0; i < count; i++) {
		double seconds;
		uint32_t matches;

		bench.match.steps = 0;
		bench.match.exhausted = false;
		matches = count_matches(&bench, list[i].selector, &seconds);
		if (getenv("CLAIR_SAY") != NULL)
			fprintf(stderr, "%-40s %9u matches %12llu steps %6.3f s\n", list[i].selector,
			    matches, (unsigned long long)bench.match.steps, seconds);
		assert_true(bench.match.steps <= bench.match.ceiling + bench.ctx->page->node_count);
		if (list[i].matches == UINT32_MAX)
			continue;
		assert_false(bench.match.exhausted);
		if (matches != list[i].matches)
			fail_msg("%s: %u matches", list[i].selector, matches);
	}
	close_bench(&bench);
}

static void
many_siblings_cost_no_square(void **state)
{
	static const struct hostile_case list[] = {
		{"p:nth-child(2n)", 50000}, {"p:nth-last-child(3)", 1}, {"p:nth-of-type(5n)", 20000},
		{"p:nth-last-of-type(1)", 1}, {"p:nth-child(2n of .a)", 50000},
		{"p:first-child, p:last-child", 2}, {"p:has(+ p)", 99999}, {"p:has(~ p)", 99999},
		{"body:has(p)", 1}, {":has(.absent)", 0}, {"p:has(p)", 0}, {"p + p", 99999},
		{"p ~ p", 99999}, {"p:not(:not(.a))", 100000}, {":is(p, b):empty", 100000},
		{"p ~ p ~ p + p + p", 99996}, {".absent ~ p", 0}, {":first-child ~ p", 99999}, {"b ~ p, .b ~ p + p, .a > b ~ p", 0},
		{".absent ~ p ~ p ~ p:last-child", 0}, {"div p ~ p ~ p", 0},
		{"p:only-child", 0}, {":dir(ltr)", 100003}, {":lang(fr)", 0},
	};
	char *html = repeat("<!DOCTYPE html><body>", "<p class=a></p>", 100000, "");

	(void)state;
	hold_hostile(html, list, sizeof(list) / sizeof(list[0]));
	free(html);
}

static void
names_made_up_cost_no_square(void **state)
{
	static const struct hostile_case list[] = {
		{"body > :nth-of-type(1)", 50000}, {"body > :nth-last-of-type(1)", 50000},
		{":not(:defined)", 50000},
	};
	char *html = repeat("<!DOCTYPE html><body>", "<x-00000></x-0>", 50000, "");
	char *at = html + strlen("<!DOCTYPE html><body>");

	(void)state;
	for (int i = 0; i < 50000; i++, at += strlen("<x-00000></x-0>")) {
		char digits[16];

		snprintf(digits, sizeof(digits), "%05d", i);
		memcpy(at + 3, digits, 5);
	}
	hold_hostile(html, list, sizeof(list) / sizeof(list[0]));
	free(html);
}

static void
deep_pages_cost_no_power(void **state)
{
	static const struct hostile_case list[] = {
		{"div div div div div div div div div b", 1},
		{"div > div div > div div > div div > div b", 1},
		{".x div div div div div div div div b", 0},
		{"div + div div ~ div div b", 0}, {"div:has(b)", UINT32_MAX},
		{":is(:is(:is(:is(.x *) *) *) *) b", UINT32_MAX},
		{":not(:not(:not(.x *) *) *) b", UINT32_MAX},
		{":is(:not(.x *) *) :is(:not(.x *) *) :is(:not(.x *) *) b", UINT32_MAX},
		{"div:dir(rtl)", 0}, {"div:lang(en)", 0}, {"div:disabled", 0},
		{"div:read-write", 0},
	};
	char *html = repeat("<!DOCTYPE html><body>", "<div>", 400, "<b></b>");

	(void)state;
	hold_hostile(html, list, sizeof(list) / sizeof(list[0]));
	free(html);
}

static void
large_forms_cost_no_square(void **state)
{
	static const struct hostile_case list[] = {
		{"option:checked", 1}, {"input:checked", 1}, {"input:indeterminate", 0},
		{"input:default", 30000}, {"input:invalid", 0}, {"form:invalid", 0},
		{"form:valid", 1}, {"input:enabled", 30000}, {"select:valid", 1},
	};
	char *options = repeat("<!DOCTYPE html><form><select required>", "<option>a", 30000, "</select>");
	char *html = repeat(options, "<input type=radio name=a checked required>", 30000, "");

	(void)state;
	hold_hostile(html, list, sizeof(list) / sizeof(list[0]));
	free(html);
	free(options);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_browsers_take_is_valid),
		cmocka_unit_test(selectors_match_what_css_says),
		cmocka_unit_test(states_are_those_of_a_loaded_page),
		cmocka_unit_test(languages_and_directions_come_from_ancestors),
		cmocka_unit_test(mistakes_are_told_with_their_place),
		cmocka_unit_test(the_path_of_an_element_matches_it),
		cmocka_unit_test(names_have_no_case_in_quirks_mode),
		cmocka_unit_test(values_of_some_attributes_have_no_case),
		cmocka_unit_test(specificity_counts_ids_classes_and_types),
		cmocka_unit_test(keys_and_ancestors_come_from_what_must_be_there),
		cmocka_unit_test(kinds_of_names_are_told_apart),
		cmocka_unit_test(supposed_states_match_everywhere),
		cmocka_unit_test(nesting_stands_for_the_parent),
		cmocka_unit_test(ceilings_bound_what_is_read),
		cmocka_unit_test(nested_rules_do_not_multiply),
		cmocka_unit_test(many_siblings_cost_no_square),
		cmocka_unit_test(names_made_up_cost_no_square),
		cmocka_unit_test(deep_pages_cost_no_power),
		cmocka_unit_test(large_forms_cost_no_square),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
