/* What is behind a text, and its contrast. */
#include "tests/support/page.h"

#include "clairlint/rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

struct contrast_case {
	const char *html;  /* the text is in the element with the id x */
	const char *seen;  /* "#text #back why", "-" for no reason; or "none" */
};

static void
check(const struct contrast_case *one)
{
	struct clair_ctx *ctx = support_page(one->html);
	const struct clair_contrast *contrast = clair_contrast(ctx, support_x(ctx));
	char seen[100] = "none";

	if (contrast->known != CLAIR_CONTRAST_NONE)
		snprintf(seen, sizeof(seen), "%s %s %s", contrast->text, contrast->back,
		    contrast->why == NULL ? "-" : contrast->why);
	if (strcmp(seen, one->seen) != 0)
		fail_msg("%s\n  is %s, not %s", one->html, seen, one->seen);
	support_page_free(ctx);
}
#define CHECK_ALL(cases) \
	for (size_t i = 0; i < sizeof(cases) / sizeof((cases)[0]); i++) \
	check(&(cases)[i])

static void
colours_are_laid_over_each_other(void **state)
{
	static const struct contrast_case cases[] = {
	    {"<p id=x>a", "#000000 #ffffff -"},
	    {"<body bgcolor=navy text=white><p id=x>a", "#ffffff #000080 -"},
	    {"<div style='background:#f00'><p style='background:rgba(255,255,255,.5)'><b id=x>a",
	        "#000000 #ff8080 -"},
	    {"<div style='background:#00f'><p id=x style='color:rgba(255,255,255,.5)'>a",
	        "#8080ff #0000ff -"},
	    {"<p id=x style='color:red;-webkit-text-fill-color:green'>a", "#008000 #ffffff -"},
	    {"<div style='opacity:.5;background:#000'><p id=x style='color:#fff'>a",
	        "#ffffff #808080 -"},
	    /* The inner group is laid on the outer one, which is then laid on the page. */
	    {"<div style='opacity:.5;background:#000'><p id=x style='opacity:.5;color:#fff'>a",
	        "#bfbfbf #808080 -"},
	    {"<div style='display:contents;background:#000'><p id=x>a", "#000000 #ffffff -"},
	    {"<p id=x style='color:transparent'>a", "none"},
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
pictures_and_gradients(void **state)
{
	static const struct contrast_case cases[] = {
	    {"<div style='background:#eee url(a.png)'><p id=x>a", "#000000 #eeeeee image"},
	    {"<div style='background:url(a.png)'><p id=x style='background:#eee'>a",
	        "#000000 #eeeeee -"},
	    {"<p id=x style='background:linear-gradient(#fff,#777)'>a", "#000000 #777777 gradient"},
	    {"<p id=x style='background:linear-gradient(#fff,#777),url(a.png)'>a",
	        "#000000 #777777 gradient"},
	    {"<p id=x style='background:url(a.png),linear-gradient(#fff,#777)'>a",
	        "#000000 #777777 image"},
	    {"<p id=x style='background:linear-gradient(red,red) no-repeat 0 100%/100% 2px'>a",
	        "#000000 #ffffff -"},
	    {"<p id=x style='background:linear-gradient(#fff,#777);background-clip:text'>a",
	        "#000000 #ffffff image"},
	    {"<p id=x style='background:linear-gradient(red,#000,red,#000,red,#000,red,#000,red)'>a",
	        "#000000 #ffffff gradient"},
	    {"<p id=x style='filter:invert(1)'>a", "#000000 #ffffff blend"},
	    {"<p id=x style='filter:drop-shadow(0 0 2px red)'>a", "#000000 #ffffff -"},
	    {"<div style='mix-blend-mode:multiply'><p id=x style='background:#eee'>a",
	        "#000000 #eeeeee blend"},
	};

	(void)state;
	CHECK_ALL(cases);
}

#define ON(style) "<style>#x{" style "}</style>"

static void
icons_in_the_padding(void **state)
{
	static const struct contrast_case cases[] = {
	    {ON("background:url(a.gif) no-repeat left 6px;padding-left:15px") "<li id=x>a",
	        "#000000 #ffffff -"},
	    {ON("background:url(a.png) no-repeat right center;padding-right:24px") "<p id=x>a",
	        "#000000 #ffffff -"},
	    {ON("background:#fff url(a.svg) no-repeat 8px center;padding:4px 32px") "<input id=x>",
	        "#000000 #ffffff -"},
	    {ON("background:url(a.svg) no-repeat right 8px center;padding:4px 32px") "<p id=x>a",
	        "#000000 #ffffff -"},
	    {ON("background:url(a.png) no-repeat center top;padding-top:60px") "<p id=x>a",
	        "#000000 #ffffff -"},
	    {ON("background:url(a.png) left no-repeat,url(b.png) right no-repeat;padding:0 12px 0 20px")
	     "<p id=x>a",
	        "#000000 #ffffff image"},
	    /* Nothing says that these stay beside the words. */
	    {ON("background:url(a.jpg) no-repeat;padding:80px") "<p id=x>a", "#000000 #ffffff image"},
	    {ON("background:url(a.jpg) no-repeat;padding-left:40px") "<p id=x>a", "#000000 #ffffff image"},
	    {ON("background:url(a.jpg) no-repeat center top;padding-top:200px") "<p id=x>a",
	        "#000000 #ffffff image"},
	    {ON("background:url(a.jpg) no-repeat center;padding-left:80px") "<p id=x>a",
	        "#000000 #ffffff image"},
	    {ON("background:url(a.jpg) no-repeat center top;padding:60px 0 40px") "<p id=x>a",
	        "#000000 #ffffff image"},
	    {ON("background:url(a.png) no-repeat left;padding-left:8px") "<p id=x>a",
	        "#000000 #ffffff image"},
	    {ON("background:url(a.png) no-repeat 40px 0;padding-left:32px") "<p id=x>a",
	        "#000000 #ffffff image"},
	    {ON("background:url(a.png) repeat-x left;padding-left:32px") "<p id=x>a",
	        "#000000 #ffffff image"},
	    {ON("background:url(a.png) no-repeat left/cover;padding-left:32px") "<p id=x>a",
	        "#000000 #ffffff image"},
	};

	(void)state;
	CHECK_ALL(cases);
}

struct picture_case {
	const char *html;
	const char *by; /* name of the element, or NULL */
};

static void
pictures_behind_all_of_a_text(void **state)
{
	static const struct picture_case cases[] = {
	    {"<div style='background:url(a.png)'><p id=x>a", "div"},
	    {"<div style='background:url(a.png)'><p id=x style='opacity:.5'>a", "div"},
	    {"<div style='background:url(a.png) no-repeat 0/cover'><p id=x>a", "div"},
	    {"<div style='background:url(a.png) no-repeat right bottom'><p id=x>a", NULL},
	    {"<div style='background:url(a.png)'><p id=x style='background:#fff'>a", NULL},
	    {"<p id=x style='background:linear-gradient(red,#000,red,#000,red,#000,red,#000,red)'>a",
	        NULL},
	    {"<p id=x style='background:url(a.png);background-clip:text'>a", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		const struct clair_node *by = clair_contrast(ctx, support_x(ctx))->picture_node;

		if (by == NULL || cases[i].by == NULL)
			assert_true(by == NULL && cases[i].by == NULL);
		else
			assert_string_equal(by->name, cases[i].by);
		support_page_free(ctx);
	}
}

static void
boxes_out_of_their_place(void **state)
{
	static const struct contrast_case cases[] = {
	    {"<div style='position:absolute'><p id=x>a", "#000000 #ffffff overlap"},
	    {"<div style='position:absolute;background:#eee'><p id=x>a", "#000000 #eeeeee -"},
	    {"<div style='position:relative'><p id=x>a", "#000000 #ffffff -"},
	    {"<p id=x style='margin-top:-100px'>a", "#000000 #ffffff overlap"},
	    {"<p id=x style='margin-top:-2px'>a", "#000000 #ffffff -"},
	    {"<div style='position:relative'><i style='position:absolute;inset:0;background:red'></i>"
	     "<p id=x>a",
	        "#000000 #ffffff overlap"},
	    {"<div style='position:relative'><i style='position:absolute;inset:0'></i><p id=x>a",
	        "#000000 #ffffff -"},
	    {"<div style='position:relative'><img style='position:absolute' src=a.png><p id=x>a",
	        "#000000 #ffffff overlap"},
	    {"<div style='position:relative'><img style='position:absolute;width:16px' src=a.png>"
	     "<p id=x>a",
	        "#000000 #ffffff -"},
	};

	(void)state;
	CHECK_ALL(cases);
}

#define HERO "<style>body{background:#f5f5f5}.hero{position:relative}" \
	     ".bg{position:absolute;top:0;left:0;width:100%;height:100%}</style><div class=hero>"
#define DEEP "<style>body::before{content:'';position:fixed;inset:0;background:#000;"

static void
boxes_that_hold_what_lies_under_the_text(void **state)
{
	static const struct contrast_case cases[] = {
	    {HERO "<div class=bg><img src=a.jpg></div><p id=x>a", "#000000 #f5f5f5 overlap"},
	    {HERO "<p id=x>a</p><div class=bg><div class=bg><i style='background:red'></i></div></div>",
	        "#000000 #f5f5f5 overlap"},
	    {HERO "<div class=bg><img src=a.jpg style='width:16px'></div><p id=x>a",
	        "#000000 #f5f5f5 -"},
	    {HERO "<div class=bg style='visibility:hidden'><img src=a.jpg></div><p id=x>a",
	        "#000000 #f5f5f5 -"},
	    {HERO "<div style='display:none'><div class=bg><img src=a.jpg></div></div><p id=x>a",
	        "#000000 #f5f5f5 -"},
	    {HERO "<div class=bg></div><img src=a.jpg><p id=x>a", "#000000 #f5f5f5 -"},
	    /* The page itself. */
	    {DEEP "z-index:-1}</style><p id=x>a", "#000000 #ffffff overlap"},
	    {DEEP "z-index:9}</style><p id=x>a", "#000000 #ffffff -"},
	    {"<div style='position:fixed;inset:0;background:#000'></div><p id=x>a",
	        "#000000 #ffffff overlap"},
	    {"<div style='position:fixed;inset:0;background:#000'></div><div style='background:#eee'>"
	     "<p id=x>a",
	        "#000000 #eeeeee -"},
	    {"<div style='position:fixed;left:0;bottom:0;width:100%;background:#000'></div><p id=x>a",
	        "#000000 #ffffff -"},
	    {"<div style='position:absolute;inset:0;z-index:-1'><video></video></div><p id=x>a",
	        "#000000 #ffffff overlap"},
	    {"<img style='position:absolute' src=a.png><p id=x>a", "#000000 #ffffff -"},
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
boxes_that_are_moved(void **state)
{
	static const struct contrast_case cases[] = {
	    {"<p id=x style='position:relative;top:-80px'>a", "#000000 #ffffff overlap"},
	    {"<p id=x style='position:relative;bottom:80px'>a", "#000000 #ffffff overlap"},
	    {"<p id=x style='position:relative;top:2px'>a", "#000000 #ffffff -"},
	    {"<p id=x style='position:sticky;top:80px'>a", "#000000 #ffffff -"},
	    {"<p id=x style='top:-80px'>a", "#000000 #ffffff -"},
	    {"<p id=x style='transform:translateY(-80px)'>a", "#000000 #ffffff overlap"},
	    {"<p id=x style='transform:rotate(2deg) translate(5px, 5em)'>a", "#000000 #ffffff overlap"},
	    {"<p id=x style='transform:translate3d(0,-120%,0)'>a", "#000000 #ffffff overlap"},
	    {"<p id=x style='transform:translate(-50%,-50%)'>a", "#000000 #ffffff -"},
	    {"<p id=x style='transform:translateY(2px) rotate(90deg)'>a", "#000000 #ffffff -"},
	    {"<p id=x style='translate:0 -80px'>a", "#000000 #ffffff overlap"},
	    {"<p id=x style='translate:4px'>a", "#000000 #ffffff -"},
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
boxes_pulled_over_each_other(void **state)
{
	static const struct contrast_case cases[] = {
	    {"<img src=a.jpg style='display:block;margin-bottom:-120px'><p id=x>a",
	        "#000000 #ffffff overlap"},
	    {"<div style='margin-bottom:-60px'><img src=a.jpg></div><h2>a</h2><p id=x>b",
	        "#000000 #ffffff overlap"},
	    /* Each text takes a line at least: the fourth is past the picture. */
	    {"<img src=a.jpg style='display:block;margin-bottom:-60px'><p>a<p>b<p>c<p id=x>d",
	        "#000000 #ffffff -"},
	    {"<div style='margin-bottom:-60px'>a</div><p id=x>b", "#000000 #ffffff -"},
	    {"<p id=x>a</p><div style='margin-top:-90px'><img src=a.jpg></div>",
	        "#000000 #ffffff overlap"},
	    {"<p id=x>a</p><div style='margin-top:-90px;background:#000'></div>",
	        "#000000 #ffffff overlap"},
	    {"<p id=x>a</p><div style='margin-top:-9px;background:#000'></div>", "#000000 #ffffff -"},
	    {"<p id=x>a</p><div style='margin-top:-90px'>a</div>", "#000000 #ffffff -"},
	    {"<div style='display:grid'><img src=a.jpg><p id=x>a", "#000000 #ffffff overlap"},
	    {"<div style='display:grid'><p id=x>a</p><picture><img src=a.jpg></picture>",
	        "#000000 #ffffff overlap"},
	    {"<div style='display:grid'><p id=x>a</p><div style='background:url(a.jpg)'> </div>",
	        "#000000 #ffffff overlap"},
	    {"<div style='display:grid'><p id=x>a</p><div style='background:#eee'>b</div>",
	        "#000000 #ffffff -"},
	    {"<div style='display:grid'><p id=x>a</p><img src=a.png width=16>", "#000000 #ffffff -"},
	    {"<div style='display:flex'><img src=a.jpg><p id=x>a", "#000000 #ffffff -"},
	};

	(void)state;
	CHECK_ALL(cases);
}

/* Nobody could read that: it was surely meant to lie over something. */
static void
texts_that_nobody_could_read(void **state)
{
	static const struct contrast_case cases[] = {
	    {"<body style='background:#f5f5f5'><p id=x style='color:#fff'>a", "#ffffff #f5f5f5 same"},
	    {"<p id=x style='color:#f5f5f5'>a", "#f5f5f5 #ffffff same"},
	    {"<div style='background:#f5f5f5'><p id=x style='color:#fff'>a", "#ffffff #f5f5f5 -"},
	    {"<p id=x style='color:#ddd'>a", "#dddddd #ffffff -"},
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
what_is_not_a_text_to_read(void **state)
{
	static const struct contrast_case cases[] = {
	    {"<p id=x><b>a", "none"},
	    {"<p id=x>…", "none"},
	    {"<p id=x>é", "#000000 #ffffff -"},
	    {"<p id=x>7", "#000000 #ffffff -"},
	    {"<p id=x hidden>a", "none"},
	    {"<p id=x style='font-family:\"Material Icons\",sans-serif'>home", "none"},
	    {"<p id=x style='font-family:dashicons'>home", "none"},
	    {"<p id=x style='font-family:my-icon'>home", "none"},
	    {"<p id=x style='font-family:\"Font Awesome 6 Free\"'>home", "none"},
	    {"<p id=x style='font-family:Lexicon,Icons'>home", "#000000 #ffffff -"},
	    {"<button id=x aria-label=Fermer>x", "none"},
	    {"<button id=x>x", "#000000 #efefef -"},
	    {"<button id=x disabled>a", "none"},
	    {"<fieldset disabled><legend>a</legend><label id=x>a", "none"},
	    {"<fieldset disabled><legend id=x>a", "none"},
	    {"<label id=x>a<input disabled></label>", "none"},
	    {"<p id=x>a</p><div role=textbox aria-disabled=true aria-labelledby='y x'>b</div>", "none"},
	    {"<svg><text id=x>a", "none"},
	    {"<select><option id=x>a", "none"},
	    {"<select id=x><option>a", "#000000 #efefef -"},
	    {"<input id=x>", "#000000 #ffffff -"},
	    {"<input id=x type=checkbox>", "none"},
	    {"<input id=x type=submit>", "#000000 #efefef -"},
	};

	(void)state;
	CHECK_ALL(cases);
}

static void
large_text_and_what_is_suggested(void **state)
{
	struct clair_ctx *ctx = support_page(
	    "<p id=x style='font-size:18.5px;font-weight:700;color:#aaa'>a");
	const struct clair_contrast *contrast = clair_contrast(ctx, support_x(ctx));

	(void)state;
	assert_true(contrast->large);
	assert_string_equal(contrast->suggested, "#949494");
	assert_null(contrast->back_node);
	support_page_free(ctx);
	ctx = support_page("<p id=x style='font-size:23px;color:#000;background:#fff'>a");
	contrast = clair_contrast(ctx, support_x(ctx));
	assert_false(contrast->large);
	assert_null(contrast->suggested);
	assert_ptr_equal(contrast->back_node, support_x(ctx));
	support_page_free(ctx);
}

static double
seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Nested groups, and each one with gradients over gradients: bounded, and in proportion to the page. */
static void
hostile_pages_end(void **state)
{
	static const char part[] = "<div style='opacity:.9;background:linear-gradient(#f00a,#0f0a,#00fa,"
				   "#ff0a,#f0fa,#0ffa),linear-gradient(#123a,#456a)'>a";
	enum { PARTS = 3000 };
	char *html = malloc(PARTS * sizeof(part) + 20);
	double start = seconds();
	struct clair_ctx *ctx;

	(void)state;
	for (size_t i = 0; i < PARTS; i++)
		memcpy(html + i * (sizeof(part) - 1), part, sizeof(part));
	memcpy(html + PARTS * (sizeof(part) - 1), "<p id=x>a", 10);
	ctx = support_page(html);
	for (uint32_t i = 0; i < ctx->page->node_count; i++)
		if (ctx->page->nodes[i].kind == CLAIR_NODE_ELEMENT)
			clair_contrast(ctx, &ctx->page->nodes[i]);
	assert_int_equal(clair_contrast(ctx, support_x(ctx))->known, CLAIR_CONTRAST_UNSURE);
	assert_true(seconds() - start < 20);
	support_page_free(ctx);
	free(html);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(colours_are_laid_over_each_other),
	    cmocka_unit_test(pictures_and_gradients),
	    cmocka_unit_test(icons_in_the_padding),
	    cmocka_unit_test(pictures_behind_all_of_a_text),
	    cmocka_unit_test(boxes_out_of_their_place),
	    cmocka_unit_test(boxes_that_hold_what_lies_under_the_text),
	    cmocka_unit_test(boxes_that_are_moved),
	    cmocka_unit_test(boxes_pulled_over_each_other),
	    cmocka_unit_test(texts_that_nobody_could_read),
	    cmocka_unit_test(what_is_not_a_text_to_read),
	    cmocka_unit_test(large_text_and_what_is_suggested),
	    cmocka_unit_test(hostile_pages_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
