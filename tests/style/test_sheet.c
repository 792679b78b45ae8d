/* Style sheets: bytes, rules, conditions, layers, imports, positions. */
#include "base/buf.h"
#include "style/sheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static struct clair_sheet *
sheet_of(const char *text)
{
	struct clair_sheet *sheet = clair_sheet_parse(text, strlen(text), NULL, NULL, false, NULL);

	assert_non_null(sheet);
	return sheet;
}

/* Each rule: the text at its first selector up to a brace, layers, declared custom properties. */
static void
write_rule(struct clair_buf *out, const struct clair_sheet *sheet, const struct clair_css_rule *rule)
{
	const char *from = sheet->source + rule->offset;

	clair_buf_add(out, from, strcspn(from, " {"));
	if (rule->layer != CLAIR_NO_LAYER)
		clair_buf_printf(out, "@%s", sheet->layers[rule->layer].name);
	for (uint32_t i = rule->condition; i != CLAIR_NO_CONDITION; i = sheet->conditions[i].parent)
		clair_buf_printf(out, "?%c", "mcs"[sheet->conditions[i].kind]);
	for (uint32_t i = 0; i < rule->block.count; i++) {
		const struct clair_css_declaration *declaration = &rule->block.list[i];

		assert_int_equal(declaration->property, CLAIR_PROPERTY_NONE);
		clair_buf_printf(out, " %.*s=%.*s%s", (int)declaration->custom.name_length - 2,
		    declaration->custom.name + 2, (int)declaration->custom.text_length,
		    declaration->custom.text, declaration->important ? "!" : "");
	}
	clair_buf_putc(out, ';');
}

struct sheet_case {
	const char *text;
	const char *rules;
	uint32_t dropped;
};

static const struct sheet_case cases[] = {
	{"", "", 0},
	{"a{--x:1}", "a x=1;", 0},
	{"a { --x : 1 ; --y:2 !important;--z:3! IMPORTANT}", "a x=1 y=2! z=3!;", 0},
	{"a{--x:1}b{--x:2", "a x=1;b x=2;", 0},
	{"a{}b{--x:1}", "b x=1;", 0},
	{"<!-- a{--x:1} --> b{--x:2}", "a x=1;b x=2;", 0},
	/* Recovery */
	{"a{foo;--x:1;*zoom:1;--y:2;:hover;--z:3}", "a x=1 y=2 z=3;", 0},
	{"a{foo bar baz}b{--x:1}", "b x=1;", 0},
	{"%{--x:1}b{--x:2}", "b x=2;", 1},
	{"a,%{--x:1}b{--x:2}", "b x=2;", 1},
	{"}a{--x:1}b{--x:2}", "b x=2;", 1},
	{"a;b{--x:1}c{--x:2}", "c x=2;", 1},
	{"a{--x:(};);--y:[;]}b{--x:2}", "a y=[;];b x=2;", 0},
	{"a{--x:);--y:];--z:1}", "a z=1;", 0},
	{"a{--x:'b\n;--y:1}", "a y=1;", 0},
	{"a{--x:url(a b);--y:1}", "a y=1;", 0},
	{"a{--x:{;}b;--y:1}", "a x={;}b y=1;", 0},
	{"--x:a{--y:1}b{--z:1}", "b z=1;", 1},
	{"@foo a;b{--x:1}@foo{c{--x:2}}d{--x:3}", "b x=1;d x=3;", 0},
	{"@foo;@font-face{a:b}@page :first{}@keyframes k{to{--x:1}}a{--x:1}", "a x=1;", 0},
	{"a{--x:1;@foo;--y:2;@foo{--z:3}--t:4}", "a x=1;a y=2;a t=4;", 0},
	{"a/**/{/**/--x/**/:1/**/;/*}*/}", "a/**/ x=1/**/;", 0},
	/* Nesting */
	{"a{--x:1;b{--y:2}--z:3}", "a x=1;b y=2;a z=3;", 0},
	{"a{&:hover{--x:1}>b{--x:2}.c &{--x:3}}", "&:hover x=1;>b x=2;.c x=3;", 0},
	{"a{b:hover{--x:1}c:d;--y:1}", "b:hover x=1;a y=1;", 0},
	{"a{%{--x:1}--y:1}", "a y=1;", 1},
	{"a{@media print{--x:1;b{--y:2}}--z:3}", "a?m x=1;b?m y=2;a z=3;", 0},
	{"a{b{c{--x:1}--y:1}--z:1}", "c x=1;b y=1;a z=1;", 0},
	{"a{b;c{--x:1}}", "c x=1;", 0},
	{"a{--b:hover{--x:1};--y:1}", "a b=hover{--x:1} y=1;", 0},
	/* Conditions */
	{"@media print{a{--x:1}@media screen{b{--x:2}}c{--x:3}}d{--x:4}",
		"a?m x=1;b?m?m x=2;c?m x=3;d x=4;", 0},
	{"@media print;a{--x:1}", "a x=1;", 0},
	{"@media print{a{--x:1}b;c{--x:2}}d{--x:3}", "a?m x=1;d x=3;", 1},
	{"@media print{a{--x:1}b}d{--x:3}", "a?m x=1;d x=3;", 0},
	{"@supports (--x:1){a{--x:1}}@supports (foo:1){b{--x:1}}c{--x:1}", "a x=1;c x=1;", 0},
	{"@container (width>1px){a{--x:1}}", "a?c x=1;", 0},
	{"@scope (.s){a{--x:1}--y:1}", "a x=1;(.s) y=1;", 0},
	{"@scope (.s) to (.t){a{--x:1}}@scope{b{--x:1}}@scope (%){c{--x:1}}", "a?s x=1;b?s x=1;", 1},
	{"@starting-style{a{--x:1}}b{--x:2}", "b x=2;", 0},
	/* Layers */
	{"@layer b,c;@layer a{a{--x:1}@layer b{b{--x:1}}}@layer a.b{c{--x:1}}",
		"a@a x=1;b@a.b x=1;c@a.b x=1;", 0},
	{"@layer{a{--x:1}}@layer{b{--x:1}}", "a@\0011 x=1;b@\0012 x=1;", 0},
	{"@layer a b{a{--x:1}}@layer a, b{a{--x:1}}@layer a .b{a{--x:1}}b{--x:1}", "b x=1;", 0},
	{"@layer a\\.b{a{--x:1}}", "a@a\002b x=1;", 0},
};

static void
rules_are_those_of_the_standard(void **state)
{
	struct clair_buf out;

	(void)state;
	clair_buf_init(&out, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_sheet *sheet = sheet_of(cases[i].text);

		clair_buf_clear(&out);
		for (uint32_t j = 0; j < sheet->rule_count; j++)
			write_rule(&out, sheet, &sheet->rules[j]);
		if (strcmp(out.bytes, cases[i].rules) != 0)
			fail_msg("%s\nexpected %s\ngot      %s", cases[i].text, cases[i].rules, out.bytes);
		if (sheet->selectors_dropped != cases[i].dropped)
			fail_msg("%s: %u dropped", cases[i].text, sheet->selectors_dropped);
		assert_false(sheet->cut);
		clair_sheet_free(sheet);
	}
	clair_buf_free(&out);
}

static void
layers_are_in_order(void **state)
{
	static const char *const names[] = {"b", "c", "a", "a.d", "a.d.e"};
	struct clair_sheet *sheet = sheet_of("@layer b, c;@layer a{}@layer c, a.d.e;@layer a{@layer d{}}");

	(void)state;
	assert_int_equal(sheet->layer_count, 5);
	for (size_t i = 0; i < 5; i++)
		assert_string_equal(sheet->layers[i].name, names[i]);
	clair_sheet_free(sheet);
}

/* Cascade 5, 6.4.4.2 */
static void
layers_are_named_before_imports_not_among_them(void **state)
{
	struct clair_sheet *sheet = sheet_of(
	    "@layer a,b;@import 'x';@import 'y' layer(c);@layer d;@import 'z';");

	(void)state;
	assert_int_equal(sheet->import_count, 2);
	assert_int_equal(sheet->layers_before, 2);
	assert_int_equal(sheet->layer_count, 4);
	clair_sheet_free(sheet);
}

static void
imports_come_before_rules(void **state)
{
	struct clair_sheet *sheet = sheet_of("@charset 'x';@layer l;@import 'a.css';"
		"@import url(b.css) screen and (min-width:1px);@import url( \"c.css\" ) layer;"
		"@import 'd.css' layer(m.n) supports(foo: 1) print;@import 'e.css' supports(not (foo:1));"
		"@import 'f.css' layer(1);@import;@import g;@import 'h.css'{}%{}@foo;@import 'i.css';"
		"a{}@import 'j.css';@media all{@import 'k.css';}");
	static const char *const urls[] = {
		"a.css", "b.css", "c.css", "d.css", "e.css", "f.css", "i.css"};

	(void)state;
	assert_int_equal(sheet->import_count, 7);
	for (size_t i = 0; i < 7; i++)
		assert_string_equal(sheet->imports[i].url, urls[i]);
	assert_null(sheet->imports[0].media);
	assert_int_equal(sheet->imports[0].layer, CLAIR_NO_LAYER);
	assert_true(sheet->imports[0].supported);
	assert_true(clair_media_names(sheet->imports[1].media, "width"));
	assert_string_equal(sheet->layers[sheet->imports[2].layer].name, "\0011");
	assert_string_equal(sheet->layers[sheet->imports[3].layer].name, "m.n");
	assert_false(sheet->imports[3].supported);
	assert_true(clair_media_names(sheet->imports[3].media, "print"));
	assert_true(sheet->imports[4].supported);
	assert_null(sheet->imports[4].media);
	assert_int_equal(sheet->imports[5].layer, CLAIR_NO_LAYER);
	assert_false(clair_media_matches(sheet->imports[5].media, &clair_screen_desktop));
	clair_sheet_free(sheet);
}

struct support_case {
	const char *text;
	bool holds;
};

static const struct support_case supports[] = {
	{"(display: grid)", true}, {"(display: gird)", false}, {"not (display: gird)", true},
	{"(display:grid) and (color:red)", true}, {"(display:grid) and (color:nothing)", false},
	{"(display:nothing) or (--a:b)", true}, {"(display:grid", true}, {"display:grid", false},
	{"(color: red !important)", true}, {"((display: grid))", true}, {"(foo: bar)", false},
	{"(-webkit-appearance: none)", true}, {"(-moz-appearance: none)", false},
	{"(backdrop-filter: blur(1px))", true}, {"(-epub-word-break: keep-all)", true}, {"(-ms-ime-align: auto)", false},
	{"(-webkit-touch-callout: none)", false}, {"(aspect-ratio: 16/9)", true}, {"(zoom:)", false},
	{"selector(a > b)", true}, {"selector(:foo)", false}, {"selector(:has(a))", true},
	{"selector(a, b)", false}, {"not selector(:focus-visible)", false}, {"font-tech(color-COLRv1)", true},
	{"font-tech(nothing)", false}, {"font-format(woff2)", true}, {"foo(bar)", false},
	{"not foo(bar)", true}, {"not (foo bar)", true}, {"(a:b) and (c:d) or (display:grid)", false},
	{"not", false}, {"", false}, {"(display:grid) x", false}, {"not(display:gird)", false},
	{"(display:grid) or(color:red)", false}, {"(display:grid;)", false},
};

static void
supports_is_that_of_a_browser(void **state)
{
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 0);
	for (size_t i = 0; i < sizeof(supports) / sizeof(supports[0]); i++) {
		struct clair_css_lexer lexer = {.source = supports[i].text,
			.end = (uint32_t)strlen(supports[i].text), .arena = &arena};

		if (clair_supports_holds(&lexer, &arena) != supports[i].holds)
			fail_msg("%s: expected %d", supports[i].text, supports[i].holds);
	}
	clair_arena_free(&arena);
}

struct charset_case {
	const char *bytes;
	size_t length;
	const char *http;
	const char *fallback;
	const char *source;
};

#define BYTES(text) text, sizeof(text) - 1
static const struct charset_case charsets[] = {
	{BYTES("\xC3\xA9"), NULL, NULL, "é"},
	{BYTES("\xE9"), NULL, NULL, "\xEF\xBF\xBD"},
	{BYTES("\xE9"), NULL, "ISO-8859-1", "é"},
	{BYTES("\xE9"), "latin1", "utf-8", "é"},
	{BYTES("\xEF\xBB\xBF\xC3\xA9"), "latin1", NULL, "é"},
	{BYTES("\xFE\xFF\0a\0\xE9"), NULL, NULL, "aé"},
	{BYTES("@charset \"latin1\";\xE9"), NULL, "utf-8", "@charset \"latin1\";é"},
	{BYTES("@charset \"latin1\";\xC3\xA9"), "utf-8", NULL, "@charset \"latin1\";é"},
	{BYTES("@charset \"utf-16\";\xC3\xA9"), NULL, "latin1", "@charset \"utf-16\";é"},
	{BYTES("@charset 'latin1';\xC3\xA9"), NULL, NULL, "@charset 'latin1';é"},
	{BYTES("@charset \"latin1\" ;\xC3\xA9"), NULL, NULL, "@charset \"latin1\" ;é"},
	{BYTES("a\0b\0"), NULL, NULL, "a\xEF\xBF\xBD" "b\xEF\xBF\xBD"},
};

static void
bytes_become_text(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(charsets) / sizeof(charsets[0]); i++) {
		struct clair_sheet *sheet = clair_sheet_parse(charsets[i].bytes, charsets[i].length,
		    charsets[i].http, charsets[i].fallback, false, NULL);

		assert_non_null(sheet);
		assert_string_equal(sheet->source, charsets[i].source);
		assert_int_equal(sheet->length, strlen(charsets[i].source));
		clair_sheet_free(sheet);
	}
}

static void
assert_position(const struct clair_sheet *sheet, uint32_t offset, uint32_t line, uint32_t column)
{
	uint32_t line_found;
	uint32_t column_found;

	clair_sheet_position(sheet, offset, &line_found, &column_found);
	assert_int_equal(line_found, line);
	assert_int_equal(column_found, column);
}

static void
positions_count_lines_and_characters(void **state)
{
	struct clair_sheet *sheet = sheet_of("é{}\r\nb\rc\nd");
	char *long_line = calloc(1, 20001);

	(void)state;
	assert_position(sheet, 0, 1, 1);
	assert_position(sheet, 2, 1, 2);
	assert_position(sheet, 6, 2, 1);
	assert_position(sheet, 8, 3, 1);
	assert_position(sheet, 10, 4, 1);
	assert_position(sheet, 99, 4, 2);
	clair_sheet_free(sheet);
	assert_non_null(long_line);
	for (size_t i = 0; i < 20000; i += 2)
		memcpy(long_line + i, "\xC3\xA9", 2);
	long_line[4096] = '\n';
	long_line[4097] = '\n';
	sheet = sheet_of(long_line);
	assert_position(sheet, 4096, 1, 2049);
	assert_position(sheet, 4098, 3, 1);
	assert_position(sheet, 4100, 3, 2);
	assert_position(sheet, 12288, 3, 4096);
	assert_position(sheet, 12300, 3, 4102);
	clair_sheet_free(sheet);
	free(long_line);
}

static void
repeat(struct clair_buf *out, const char *text, unsigned times)
{
	while (times-- != 0)
		clair_buf_puts(out, text);
}

static void
ceilings_cut_the_sheet(void **state)
{
	const struct clair_sheet_limits few = {.rules = 3};
	const struct clair_sheet_limits few_declared = {.declarations = 5};
	const struct clair_sheet_limits short_text = {.bytes = 27};
	const struct clair_sheet_limits small = {.memory = 4096};
	const struct clair_sheet_limits middling = {.memory = 200000};
	struct clair_sheet *sheet;
	struct clair_buf text;

	(void)state;
	clair_buf_init(&text, 0);
	repeat(&text, "a{--x:1}", 1000);
	sheet = clair_sheet_parse(text.bytes, text.length, NULL, NULL, false, &few);
	assert_true(sheet->cut);
	assert_int_equal(sheet->rule_count, 3);
	clair_sheet_free(sheet);
	sheet = clair_sheet_parse(text.bytes, text.length, NULL, NULL, false, &few_declared);
	assert_true(sheet->cut);
	assert_int_equal(sheet->rule_count, 5);
	clair_sheet_free(sheet);
	sheet = clair_sheet_parse(text.bytes, text.length, NULL, NULL, false, &short_text);
	assert_true(sheet->cut);
	assert_int_equal(sheet->length, 27);
	assert_int_equal(sheet->rule_count, 3);
	clair_sheet_free(sheet);
	sheet = clair_sheet_parse(text.bytes, text.length, NULL, NULL, false, &small);
	assert_true(sheet->cut);
	assert_non_null(sheet->index);
	assert_int_equal(sheet->rule_count, 0);
	clair_sheet_free(sheet);
	sheet = clair_sheet_parse(text.bytes, text.length, NULL, NULL, false, &middling);
	assert_true(sheet->cut);
	assert_non_null(sheet->index);
	assert_true(sheet->rule_count > 100 && sheet->rule_count < 1000);
	clair_sheet_free(sheet);
	clair_buf_clear(&text);
	repeat(&text, "@media all{", 1000);
	sheet = sheet_of(text.bytes);
	assert_true(sheet->cut);
	clair_sheet_free(sheet);
	clair_buf_free(&text);
}

/* A megabyte of each. */
static void
hostile_sheets_end(void **state)
{
	static const char *const texts[] = {"a:b", "a:b{}", "a{b:c{", "@media(", "@media a{", "a{--x:{", "}",
		"@layer a.b;", "@layer{", "a{b{}c:d;", "/*", "'\\", "url(", "@import 'a' layer(b);", "--", "a,",
		"@supports not (", "[", "{", "@scope (a) to (b){", "a\\", "a{&,&{", "a{:is(&,&){", "<!--"};
	struct clair_buf text;

	(void)state;
	clair_buf_init(&text, 0);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		clock_t start = clock();

		clair_buf_clear(&text);
		repeat(&text, texts[i], 1000000 / (unsigned)strlen(texts[i]));
		clair_sheet_free(sheet_of(text.bytes));
		if (clock() - start > 2 * CLOCKS_PER_SEC)
			fail_msg("%s…: %ld ms", texts[i], (clock() - start) / (CLOCKS_PER_SEC / 1000));
	}
	clair_buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_are_those_of_the_standard),
		cmocka_unit_test(layers_are_in_order),
		cmocka_unit_test(layers_are_named_before_imports_not_among_them),
		cmocka_unit_test(imports_come_before_rules),
		cmocka_unit_test(supports_is_that_of_a_browser),
		cmocka_unit_test(bytes_become_text),
		cmocka_unit_test(positions_count_lines_and_characters),
		cmocka_unit_test(ceilings_cut_the_sheet),
		cmocka_unit_test(hostile_sheets_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
