/* Which character set a page has, and its text in UTF-8. */
#include "dom/decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct decode_case {
	const char *about;
	const char *http;
	const char *bytes;
	size_t length;
	const char *charset;
	enum clair_charset_from from;
	const char *text;
	uint32_t replaced;
};

#define BYTES(literal) literal, sizeof(literal) - 1

static const struct decode_case cases[] = {
	{"nothing said", NULL, BYTES("\xE9t\xE9 \x80"), "windows-1252", CLAIR_FROM_DEFAULT, "été €", 0},
	{"holes of windows-1252 are C1 controls", NULL, BYTES("\x81\x8D"), "windows-1252",
	    CLAIR_FROM_DEFAULT, "\xC2\x81\xC2\x8D", 0},
	{"HTTP", "UTF-8", BYTES("\xC3\xA9"), "utf-8", CLAIR_FROM_HTTP, "é", 0},
	{"HTTP, spaces around", " utf8 ", BYTES("\xC3\xA9"), "utf-8", CLAIR_FROM_HTTP, "é", 0},
	{"HTTP, unknown label", "utf-9", BYTES("\xE9"), "windows-1252", CLAIR_FROM_DEFAULT, "é", 0},
	{"iso-8859-1 means windows-1252", "ISO-8859-1", BYTES("\x92"), "windows-1252",
	    CLAIR_FROM_HTTP, "’", 0},
	{"BOM beats HTTP", "iso-8859-1", BYTES("\xEF\xBB\xBF\xC3\xA9"), "utf-8", CLAIR_FROM_BOM, "é", 0},
	{"HTTP beats meta", "utf-8", BYTES("<meta charset=latin1>\xC3\xA9"), "utf-8", CLAIR_FROM_HTTP,
	    "<meta charset=latin1>é", 0},
	{"meta", NULL, BYTES("<meta charset='utf-8'>\xC3\xA9"), "utf-8", CLAIR_FROM_META,
	    "<meta charset='utf-8'>é", 0},
	{"meta, utf-16 means utf-8", NULL, BYTES("<meta charset=utf-16>\xC3\xA9"), "utf-8",
	    CLAIR_FROM_META, "<meta charset=utf-16>é", 0},
	{"UTF-16 with BOM", NULL, BYTES("\xFF\xFE\xE9\x00\x3D\xD8\x00\xDE"), "utf-16le", CLAIR_FROM_BOM,
	    "é\xF0\x9F\x98\x80", 0},
	{"UTF-16, big end first", NULL, BYTES("\xFE\xFF\x00\xE9"), "utf-16be", CLAIR_FROM_BOM, "é", 0},
	{"UTF-16, lone surrogates and an odd byte", NULL,
	    BYTES("\xFF\xFE\x00\xD8\x61\x00\x00\xDC\x62"), "utf-16le", CLAIR_FROM_BOM,
	    "\uFFFDa\uFFFD\uFFFD", 3},
	{"UTF-8, wrong bytes", "utf-8", BYTES("a\xFF\xE2\x82" "b\xC0\x80"), "utf-8", CLAIR_FROM_HTTP,
	    "a\uFFFD\uFFFDb\uFFFD\uFFFD", 4},
	{"UTF-8, surrogate", "utf-8", BYTES("\xED\xA0\x80"), "utf-8", CLAIR_FROM_HTTP,
	    "\uFFFD\uFFFD\uFFFD", 3},
	{"UTF-8, cut at the end", "utf-8", BYTES("a\xF0\x9F\x98"), "utf-8", CLAIR_FROM_HTTP, "a\uFFFD", 1},
	{"iso-8859-15", "iso-8859-15", BYTES("\xA4\xBD"), "iso-8859-15", CLAIR_FROM_HTTP, "€œ", 0},
	{"macintosh", "macintosh", BYTES("\x8E"), "macintosh", CLAIR_FROM_HTTP, "é", 0},
	{"windows-1250, hole", "windows-1250", BYTES("\x81\xE9"), "windows-1250", CLAIR_FROM_HTTP,
	    "\xC2\x81é", 0},
	{"windows-1253, hole past 0x9F", "windows-1253", BYTES("\xE1\xAA"), "windows-1253",
	    CLAIR_FROM_HTTP, "α\uFFFD", 1},
	{"shift_jis", "Shift_JIS", BYTES("\x82\xA0"), "shift_jis", CLAIR_FROM_HTTP, "あ", 0},
	{"gbk", "gb2312", BYTES("\xC4\xE3"), "gbk", CLAIR_FROM_HTTP, "你", 0},
	{"euc-kr, cut at the end", "euc-kr", BYTES("\xB0\xA1\xB0"), "euc-kr", CLAIR_FROM_HTTP,
	    "가\uFFFD", 1},
	{"x-user-defined", "x-user-defined", BYTES("a\x80"), "x-user-defined", CLAIR_FROM_HTTP,
	    "a\xEF\x9E\x80", 0},
	{"replacement", "iso-2022-kr", BYTES("abc"), "replacement", CLAIR_FROM_HTTP, "\uFFFD", 1},
	{"empty", NULL, BYTES(""), "windows-1252", CLAIR_FROM_DEFAULT, "", 0},
};

static void
text_is_decoded(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct decode_case *one = &cases[i];
		struct clair_page page = {.url = ""};

		clair_arena_init(&page.mem, 0);
		clair_decode(&page, one->bytes, one->length, one->http);
		if (page.length != strlen(one->text) || strcmp(page.source, one->text) != 0)
			fail_msg("%s: got “%s”", one->about, page.source);
		assert_string_equal(page.charset, one->charset);
		assert_int_equal(page.charset_from, one->from);
		assert_int_equal(page.replaced, one->replaced);
		clair_arena_free(&page.mem);
	}
}

static const struct {
	const char *bytes;
	const char *charset;
} metas[] = {
	{"<meta charset=utf-8>", "utf-8"},
	{"<META CHARSET = \"UTF-8\" />", "utf-8"},
	{"<meta/charset=utf-8>", "utf-8"},
	{"<metacharset=utf-8>", NULL},
	{"<meta charset=utf-8", NULL},
	{"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>", "windows-1252"},
	{"<meta content='text/html; charset=utf-8' http-equiv=content-type>", "utf-8"},
	{"<meta content='text/html; charset=utf-8'>", NULL},
	{"<meta http-equiv=refresh content='text/html; charset=utf-8'>", NULL},
	{"<meta http-equiv=content-type content='charset charset = \"utf-8\"'>", "utf-8"},
	{"<meta http-equiv=content-type content='charset=\"utf-8'>", NULL},
	{"<meta charset=inconnu><meta charset=utf-8>", "utf-8"},
	{"<!-- <meta charset=latin1> --><meta charset=utf-8>", "utf-8"},
	{"<!--><meta charset=utf-8>", "utf-8"},
	{"<!-- sans fin <meta charset=utf-8>", NULL},
	{"<p title='<meta charset=latin1>'><meta charset=utf-8>", "utf-8"},
	{"</p title='<meta charset=latin1>'><meta charset=utf-8>", "utf-8"},
	{"<?xml version='1.0' encoding='iso-8859-15'?><p>", "iso-8859-15"},
	{"<? <meta charset=latin1><meta charset=utf-8>", "utf-8"},
	{"<meta charset=x-user-defined>", "windows-1252"},
	{"<meta charset=utf-16be>", "utf-8"},
	{"<meta charset>", NULL},
	{"<meta name=description content='charset=utf-8'>", NULL},
	{"< meta charset=utf-8>", NULL},
};

static void
meta_is_read_as_browsers_do(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(metas) / sizeof(metas[0]); i++) {
		const char *got = clair_meta_charset(metas[i].bytes, strlen(metas[i].bytes));

		if ((got == NULL) != (metas[i].charset == NULL) ||
		    (got != NULL && strcmp(got, metas[i].charset) != 0))
			fail_msg("%s: got %s", metas[i].bytes, got != NULL ? got : "nothing");
	}
}

/* 1024 bytes are looked at first; a meta after them in the head still counts, as when a browser meets
 * it while parsing; one in the body does not. */
static void
late_meta_counts_in_the_head_only(void **state)
{
	static const char *const before_meta[] = {"", "<body>"};
	static const char *const charsets[] = {"utf-8", "windows-1252"};
	char bytes[3000];

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct clair_page page = {.url = ""};
		size_t length = 1500;

		memset(bytes, ' ', length);
		memcpy(bytes + length, before_meta[i], strlen(before_meta[i]));
		length += strlen(before_meta[i]);
		memcpy(bytes + length, "<meta charset=utf-8>", 20);
		clair_arena_init(&page.mem, 0);
		clair_decode(&page, bytes, length + 20, NULL);
		assert_string_equal(page.charset, charsets[i]);
		clair_arena_free(&page.mem);
	}
}

static void
labels_have_one_name(void **state)
{
	(void)state;
	assert_string_equal(clair_encoding_of("Latin1", 6), "windows-1252");
	assert_string_equal(clair_encoding_of("\tus-ascii\n", 10), "windows-1252");
	assert_string_equal(clair_encoding_of("latin5", 6), "windows-1254");
	assert_string_equal(clair_encoding_of("unicode", 7), "utf-16le");
	assert_null(clair_encoding_of("", 0));
	assert_null(clair_encoding_of("utf", 3));
	assert_null(clair_encoding_of("utf 8", 5));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_decoded),
		cmocka_unit_test(meta_is_read_as_browsers_do),
		cmocka_unit_test(late_meta_counts_in_the_head_only),
		cmocka_unit_test(labels_have_one_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
