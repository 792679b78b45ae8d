/* CSS tokens. */
#include "base/buf.h"
#include "style/token.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct clair_css_lexer
lexer_of(const char *text, struct clair_arena *arena)
{
	return (struct clair_css_lexer){
		.source = text, .end = (uint32_t)strlen(text), .arena = arena};
}

static void
write_token(struct clair_buf *out, const struct clair_css_token *token)
{
	static const char *const names[] = {"", "ident", "function", "at", "hash", "string",
		"bad-string", "url", "bad-url", "", "number", "percentage", "dimension", "_", "<!--", "-->",
		":", ";", ",", "[", "]", "(", ")", "{", "}"};

	clair_buf_puts(out, names[token->type]);
	if (token->type == CLAIR_TOKEN_DELIM)
		clair_buf_putc(out, token->delim);
	if (token->type == CLAIR_TOKEN_HASH && token->is_id)
		clair_buf_puts(out, "-id");
	if (token->type >= CLAIR_TOKEN_NUMBER && token->type <= CLAIR_TOKEN_DIMENSION)
		clair_buf_printf(out, " %.7g%s%s", token->number, token->is_integer ? " int" : "",
		    token->is_signed ? " signed" : "");
	if (token->text_length != 0)
		clair_buf_printf(out, "=%.*s", (int)token->text_length, token->text);
	clair_buf_putc(out, '|');
}

struct token_case {
	const char *text;
	const char *tokens;
};

static const struct token_case cases[] = {
	{"", ""},
	{"a:b", "ident=a|:|ident=b|"},
	{"-a --b -- - _c é", "ident=-a|_|ident=--b|_|ident=--|_|-|_|ident=_c|_|ident=é|"},
	{"#1a #-x #\\31  # #-1 ##", "hash=1a|_|hash-id=-x|_|hash-id=1|_|#|_|hash=-1|_|#|#|"},
	{"@media @-x @1 @ @--y", "at=media|_|at=-x|_|@|number 1 int|_|@|_|at=--y|"},
	{"\"a\" 'b\"c' 'd", "string=a|_|string=b\"c|_|string=d|"},
	{"'a\nb'", "bad-string|_|ident=b|string|"},
	{"'a\\\nb\\\r\nc'", "string=abc|"},
	{"'a\\", "string=a|"},
	{"'\\61 b\\000062c\\0\\110000\\d800'", "string=abbc\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD|"},
	{"'\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0'",
		"string=\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
		"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD|"},
	{"\\61\r\nb\\.c\\é \\", "ident=ab.cé|_|ident=\xEF\xBF\xBD|"},
	{"\\\n", "\\|_|"},
	{"\\20AC \\1F600", "ident=€\xF0\x9F\x98\x80|"},
	{"url(a) URL( b ) url() url(c", "url=a|_|url=b|_|url|_|url=c|"},
	{"url('a') url( \"b\") urls(c)",
		"function=url|string=a|)|_|function=url|_|string=b|)|_|function=urls|ident=c|)|"},
	{"url(a\\)b) url(a b) url(a'b\\)c) x url(\\\n)",
		"url=a)b|_|bad-url|_|bad-url|_|ident=x|_|bad-url|"},
	{"u\\72l(a)", "url=a|"},
	{"1 +2 -3 .5 +.5 1.5 1. 1e3 1E-2 1e 1e+", "number 1 int|_|number 2 int signed|_|number -3 int "
		"signed|_|number 0.5|_|number 0.5 signed|_|number 1.5|_|number 1 int|.|_|number 1000|_|"
		"number 0.01|_|dimension 1 int=e|_|dimension 1 int=e|+|"},
	{"12% 1.5em 1e3px 1--x 1-x 1x-", "percentage 12|_|dimension 1.5=em|_|dimension 1000=px|_|"
		"dimension 1 int=--x|_|dimension 1 int=-x|_|dimension 1 int=x-|"},
	{"1e999 -1e999 1e-999 0e999 0.00000000000000000000000000001 123456789012345678901234567890",
		"number 3.402823e+38|_|number -3.402823e+38 signed|_|number 0|_|number 0|_|number 1e-29|_|"
		"number 1.234568e+29 int|"},
	{"1e99999999999999999999 0.1234567890123456789012345", "number 3.402823e+38|_|number 0.1234568|"},
	{"a/* b */c/**//***/ /* d */ e /* f", "ident=a|ident=c|_|ident=e|_|"},
	{"/*", ""},
	{"/*/ a", ""},
	{"<!-- --> <! - > <!-", "<!--|_|-->|_|<|!|_|-|_|>|_|<|!|-|"},
	{":;,[](){}", ":|;|,|[|]|(|)|{|}|"},
	{"*+~>$^|=!%&", "*|+|~|>|$|^|||=|!|%|&|"},
	{"calc(1px+2px) a()", "function=calc|dimension 1 int=px|dimension 2 int signed=px|)|_|function=a|)|"},
	{"U+26 u+0-7F", "ident=U|number 26 int signed|_|ident=u|number 0 int signed|dimension -7 int signed=F|"},
};

static void
tokens_are_those_of_the_standard(void **state)
{
	struct clair_arena arena;
	struct clair_buf out;

	(void)state;
	clair_arena_init(&arena, 0);
	clair_buf_init(&out, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_css_lexer lexer = lexer_of(cases[i].text, &arena);
		struct clair_css_token token;
		uint32_t at = 0;

		clair_buf_clear(&out);
		for (clair_css_next(&lexer, &token); token.type != CLAIR_TOKEN_EOF;
		     clair_css_next(&lexer, &token)) {
			assert_true(token.offset >= at && token.length != 0);
			at = token.offset + token.length;
			write_token(&out, &token);
		}
		assert_string_equal(out.bytes, cases[i].tokens);
		assert_true(at <= lexer.end);
		clair_css_next(&lexer, &token);
		assert_int_equal(token.type, CLAIR_TOKEN_EOF);
	}
	clair_buf_free(&out);
	clair_arena_free(&arena);
}

static void
a_span_ends_where_it_says(void **state)
{
	struct clair_css_lexer lexer = {.source = "12345px/* */", .end = 3};
	struct clair_css_token token;

	(void)state;
	clair_css_next(&lexer, &token);
	assert_int_equal(token.type, CLAIR_TOKEN_NUMBER);
	assert_true(token.number == 123);
	lexer = (struct clair_css_lexer){.source = "/* */ a", .end = 4};
	clair_css_next(&lexer, &token);
	assert_int_equal(token.type, CLAIR_TOKEN_EOF);
}

struct skip_case {
	const char *text;
	uint32_t past;
};

static const struct skip_case skips[] = {
	{"a(b)c", 4}, {"(a]b)c", 5}, {"[a)b]c", 5}, {"{a(}b)c}d", 8}, {"((a)b", 5}, {"a b", 1}, {")a", 1},
	{"f('}' url(x) {])} y) z", 20}, {"{/*}*/}a", 7}, {"", 0},
};

static void
blocks_are_passed_whole(void **state)
{
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 0);
	for (size_t i = 0; i < sizeof(skips) / sizeof(skips[0]); i++) {
		struct clair_css_lexer lexer = lexer_of(skips[i].text, &arena);
		struct clair_css_token token;

		assert_int_equal(clair_css_skip(&lexer, &token), skips[i].past);
		assert_int_equal(token.offset, 0);
	}
	clair_arena_free(&arena);
}

static void
deep_blocks_cost_no_stack(void **state)
{
	enum { DEEP = 200000 };
	char *text = malloc(2 * DEEP + 2);
	struct clair_css_lexer lexer;
	struct clair_css_token token;

	(void)state;
	assert_non_null(text);
	memset(text, '(', DEEP);
	memset(text + DEEP, ')', DEEP);
	memcpy(text + 2 * DEEP, "a", 2);
	lexer = lexer_of(text, NULL);
	assert_int_equal(clair_css_skip(&lexer, &token), 2 * DEEP);
	lexer = (struct clair_css_lexer){.source = text, .at = DEEP - 1000, .end = 2 * DEEP + 1};
	assert_int_equal(clair_css_skip(&lexer, &token), DEEP + 1000);
	free(text);
}

static void
names_are_told_without_case(void **state)
{
	struct clair_arena arena;
	struct clair_css_lexer lexer;
	struct clair_css_token token;

	(void)state;
	clair_arena_init(&arena, 0);
	lexer = lexer_of("Im\\50 ORTANT", &arena);
	clair_css_next(&lexer, &token);
	assert_true(clair_css_is(&token, "important"));
	assert_false(clair_css_is(&token, "importan"));
	assert_false(clair_css_is(&token, "importants"));
	clair_arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens_are_those_of_the_standard),
		cmocka_unit_test(a_span_ends_where_it_says),
		cmocka_unit_test(blocks_are_passed_whole),
		cmocka_unit_test(deep_blocks_cost_no_stack),
		cmocka_unit_test(names_are_told_without_case),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
