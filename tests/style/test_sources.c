/* Which sheets a page asks for. */
#include "style/style.h"

#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct source_case {
	const char *html;
	const char *wanted; /* addresses of links, texts of styles, each followed by a space */
};

static const struct source_case cases[] = {
	{"<p>rien", ""},
	/* rel */
	{"<link rel=stylesheet href=a>", "a "},
	{"<link rel='preload  StyleSheet' href=a>", "a "},
	{"<link rel=stylesheets href=a><link rel=icon href=b><link href=c>", ""},
	{"<link rel=stylesheet><link rel=stylesheet href=''><link rel=stylesheet href=' \n'>", ""},
	/* Document order, wherever they stand. */
	{"<style>b</style><link rel=stylesheet href=a><style>c</style>", "b a c "},
	{"<p>un<style>b</style><div><link rel=stylesheet href=a></div>", "b a "},
	/* type */
	{"<link rel=stylesheet type='TEXT/CSS' href=a><style type='Text/css'>b</style>", "a b "},
	{"<link rel=stylesheet type='' href=a><style type=''>b</style>", "a b "},
	{"<link rel=stylesheet type='text/css; charset=utf-8' href=a>", "a "},
	{"<style type='text/css; charset=utf-8'>b</style><style type=' text/css'>c</style>", ""},
	{"<link rel=stylesheet type=text/less href=a><style type=text/less>b</style>", ""},
	{"<link rel=stylesheet type=text/css2 href=a><style type=text/cs>b</style>", ""},
	/* disabled is for links alone */
	{"<link rel=stylesheet disabled href=a><style disabled>b</style>", "b "},
	/* media */
	{"<link rel=stylesheet media=screen href=a><style media=print>b</style>", "a "},
	{"<link rel=stylesheet media=print href=a><style media='(min-width: 600px)'>b</style>", "b "},
	{"<link rel=stylesheet media='' href=a><style media='not , all'>b</style>", "a b "},
	/* Sets: the first one that has a title and is no alternate is on. */
	{"<link rel=stylesheet title=A href=a><link rel=stylesheet title=B href=b>"
	 "<link rel=stylesheet href=c><link rel=stylesheet title=A href=d>", "a c d "},
	{"<link rel='alternate stylesheet' title=B href=b><link rel=stylesheet title=A href=a>", "a "},
	{"<link rel='alternate stylesheet' title=A href=b><link rel=stylesheet title=A href=a>", "b a "},
	{"<link rel='alternate stylesheet' href=a><link rel='stylesheet alternate' title=B href=b>", ""},
	{"<style title=B>b</style><link rel=stylesheet title=A href=a>", "b "},
	{"<link rel=stylesheet title=A type=text/less href=x><link rel=stylesheet title=B href=b>", "b "},
	{"<meta http-equiv=Default-Style content=B><style title=A>a</style><style title=B>b</style>", "b "},
	/* Places that are not the page. */
	{"<noscript><style>a</style><link rel=stylesheet href=b></noscript><style>c</style>", "c "},
	{"<body><noscript><style>a</style></noscript><template><style>b</style></template>", ""},
	{"<svg><style>a</style><link rel=stylesheet href=b /></svg>", "a "},
	{"<svg><style>a<!-- x -->b<g>c</g>&amp;<![CDATA[d]]></style></svg>", "ab&d "},
	{"<style></style>", " "},
};

/* The sources of a page, as the cases write them. */
static void
write_sources(const char *html, char written[256])
{
	struct clair_ctx *ctx = support_page(html);
	const struct clair_style_source *sources;
	size_t count = clair_style_sources(
	    ctx->page, &clair_screen_desktop, &sources, &ctx->page->mem);

	written[0] = '\0';
	for (size_t i = 0; i < count; i++) {
		const struct clair_style_source *source = &sources[i];
		size_t end = strlen(written);

		if (source->href == NULL)
			assert_int_equal(strlen(source->text), source->length);
		snprintf(written + end, 256 - end, "%s ", source->href != NULL ? source->href : source->text);
	}
	support_page_free(ctx);
}

static void
sheets_of_pages(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char written[256];

		write_sources(cases[i].html, written);
		if (strcmp(written, cases[i].wanted) != 0)
			print_error("%s\n", cases[i].html);
		assert_string_equal(written, cases[i].wanted);
	}
}

static void
says_the_charset_of_a_link(void **state)
{
	struct clair_ctx *ctx = support_page("<link rel=stylesheet charset=latin1 href=' a.css '>");
	const struct clair_style_source *sources;

	(void)state;
	assert_int_equal(
	    clair_style_sources(ctx->page, &clair_screen_desktop, &sources, &ctx->page->mem), 1);
	assert_string_equal(sources[0].charset, "latin1");
	assert_string_equal(sources[0].href, " a.css ");
	assert_int_equal(sources[0].node->tag, CLAIR_TAG_LINK);
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sheets_of_pages),
		cmocka_unit_test(says_the_charset_of_a_link),
	};

	return cmocka_run_group_tests_name("sources", tests, NULL, NULL);
}
