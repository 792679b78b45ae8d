/* Rendered, visible, exposed, focusable: each case asks about the element with the id x. */
#include "tests/support/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { R = 1, V = 2, E = 4, ALL = 7 };

static const struct {
	const char *html;
	unsigned expected;
} visibility_cases[] = {
	{"<p id=x>a</p>", ALL},
	{"<p id=x style=''>a</p>", ALL},
	{"<p id=x style='display:none'>a</p>", 0},
	{"<p id=x style='DISPLAY : None !important'>a</p>", 0},
	{"<p id=x style='display:none;display:block'>a</p>", ALL},
	{"<p id=x style='display:none!important;display:block'>a</p>", 0},
	{"<p id=x style='/* display:none; */color:red'>a</p>", ALL},
	{"<p id=x style='background:url(\";display:none\")'>a</p>", ALL},
	{"<div style='display:none'><p><b id=x style='display:block'>a</b></p></div>", 0},
	{"<p id=x style='visibility:hidden'>a</p>", R},
	{"<p id=x style='visibility:collapse'>a</p>", R},
	{"<div style='visibility:hidden'><p id=x>a</p></div>", R},
	{"<div style='visibility:hidden'><p id=x style='visibility:visible'>a</p></div>", ALL},
	{"<p id=x hidden>a</p>", 0},
	{"<p id=x hidden=until-found>a</p>", 0},
	{"<p id=x hidden=false>a</p>", 0},
	{"<p id=x hidden style='display:block'>a</p>", ALL},
	{"<div hidden><p id=x>a</p></div>", 0},
	{"<details><summary>s</summary><p id=x>a</p></details>", 0},
	{"<details open><summary>s</summary><p id=x>a</p></details>", ALL},
	{"<details><summary id=x>s</summary><p>a</p></details>", ALL},
	{"<details><p>a</p><summary id=x>s</summary></details>", ALL},
	{"<details><summary>s</summary><summary id=x>t</summary></details>", 0},
	{"<details><summary>s</summary><details open><summary id=x>t</summary></details></details>", 0},
	{"<dialog id=x>a</dialog>", 0},
	{"<dialog id=x open>a</dialog>", ALL},
	{"<div popover id=x>a</div>", 0},
	{"<noscript id=x>a</noscript>", 0},
	{"<script id=x>a</script>", 0},
	{"<style id=x>a</style>", 0},
	{"<title id=x>a</title>", 0},
	{"<template id=x></template>", 0},
	{"<datalist><option id=x>a</datalist>", 0},
	{"<input id=x type=hidden>", 0},
	{"<input id=x type=text>", ALL},
	{"<svg><defs><g id=x></g></defs></svg>", 0},
	{"<svg><linearGradient id=x /></svg>", 0},
	{"<svg><g id=x></g></svg>", ALL},
	{"<video controls><p id=x>a</p></video>", 0},
	{"<canvas><p id=x>a</p></canvas>", R | E},
	{"<audio id=x></audio>", 0},
	{"<audio id=x controls></audio>", ALL},
	{"<object><p id=x>a</p></object>", ALL},
	{"<div style='content-visibility:hidden'><p id=x>a</p></div>", 0},
	{"<div id=x style='content-visibility:hidden'><p>a</p></div>", ALL},
	{"<p id=x style='opacity:0'>a</p>", R | E},
	{"<p id=x style='opacity:0.0'>a</p>", R | E},
	{"<p id=x style='opacity:0.5'>a</p>", ALL},
	{"<div style='opacity:0'><p id=x>a</p></div>", R | E},
	{"<p id=x style='position:absolute;left:-9999px'>a</p>", R | E},
	{"<p id=x style='position:absolute;top:-999em'>a</p>", R | E},
	{"<p id=x style='left:-9999px'>a</p>", ALL},
	{"<p id=x style='position:absolute;left:-10px'>a</p>", ALL},
	{"<p id=x style='margin-left:-9999px'>a</p>", R | E},
	{"<p id=x style='text-indent:-9999px'>a</p>", R | E},
	{"<p id=x style='position:absolute;clip:rect(0 0 0 0)'>a</p>", R | E},
	{"<p id=x style='position:absolute;clip:rect(1px, 1px, 1px, 1px)'>a</p>", R | E},
	{"<p id=x style='clip:rect(0 0 0 0)'>a</p>", ALL},
	{"<p id=x style='position:absolute;clip:rect(0,90px,90px,0)'>a</p>", ALL},
	{"<p id=x style='clip-path:inset(50%)'>a</p>", R | E},
	{"<p id=x style='width:1px;height:1px;overflow:hidden'>a</p>", R | E},
	{"<p id=x style='width:1px;height:1px'>a</p>", ALL},
	{"<p id=x style='height:100px;overflow:hidden'>a</p>", ALL},
	{"<p id=x style='font-size:0'>a</p>", R | E},
	{"<style>.n{display:none}</style><p id=x class=n>a</p>", 0},
	{"<style>.n{display:none} #x{display:block}</style><p id=x class=n>a</p>", ALL},
	{"<style>@media print{p{display:none}}</style><p id=x>a</p>", ALL},
	{"<style>@media screen{p{display:none}}</style><p id=x>a</p>", 0},
	{"<style>[hidden]{display:block!important}</style><p id=x hidden>a</p>", ALL},
	{"<style>.m{visibility:hidden}.m:hover{visibility:visible}</style><p class=m id=x>a</p>", R},
	{"<style>.o{position:fixed;left:-100vw}</style><p class=o id=x>a</p>", R | E},
	{"<style>.d{position:fixed;left:0;transform:translateX(-100%)}</style><p class=d id=x>a</p>",
	    R | E},
	{"<style>.c{left:50%;position:fixed;transform:translate(-50%,-50%)}</style><p class=c id=x>a</p>",
	    ALL},
	/* A closed panel; what is placed in it escapes only when the panel is not placed. */
	{"<div style='height:0;overflow:hidden'><p id=x>a</p></div>", R | E},
	{"<div style='max-height:0;overflow:hidden'><p id=x>a</p></div>", R | E},
	{"<div style='height:0;overflow:hidden'><p id=x style='position:absolute'>a</p></div>", ALL},
	{"<div style='height:0;overflow:hidden;position:relative'><p id=x style='position:absolute'>a"
	 "</p></div>", R | E},
	/* The box of a video keeps its shape by its padding. */
	{"<div style='height:0;padding-bottom:56%;overflow:hidden'><p id=x>a</p></div>", ALL},
	{"<span style='width:0;overflow:hidden'><b id=x>a</b></span>", ALL},
	{"<ul style='font-size:0'><li id=x style='font-size:16px'>a</ul>", ALL},
	{"<a id=x style='text-indent:100%;white-space:nowrap;overflow:hidden;display:block'>a</a>",
	    R | E},
	{"<map name=m><area id=x href=/ alt=a></map>", ALL},
	{"<p id=x aria-hidden=true>a</p>", R | V},
	{"<p id=x aria-hidden=false>a</p>", ALL},
	{"<div aria-hidden=true><p id=x aria-hidden=false>a</p></div>", R | V},
	{"<p id=x inert>a</p>", R | V},
	{"<div inert><p id=x>a</p></div>", R | V},
};

static void
three_questions(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(visibility_cases); i++) {
		struct clair_ctx *ctx = support_page(visibility_cases[i].html);
		const struct clair_node *x = support_x(ctx);
		unsigned found = (clair_rendered(ctx, x) ? R : 0u) | (clair_visible(ctx, x) ? V : 0u) |
		    (clair_exposed(ctx, x) ? E : 0u);

		if (found != visibility_cases[i].expected)
			print_error("%s\n", visibility_cases[i].html);
		assert_int_equal(found, visibility_cases[i].expected);
		support_page_free(ctx);
	}
}

static void
grades(void **state)
{
	static const struct {
		const char *html;
		enum clair_grade grade;
	} cases[] = {
		{"<p id=x>a</p>", CLAIR_STATIC},
		{"<style>p{}</style><p id=x>a</p>", CLAIR_STATIC},
		{"<link rel=stylesheet href=a.css><p id=x>a</p>", CLAIR_ASSUMED},
		{"<link rel=icon href=a.png><p id=x>a</p>", CLAIR_STATIC},
	};
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);

		assert_int_equal(clair_style_grade(ctx, support_x(ctx)), cases[i].grade);
		support_page_free(ctx);
	}
}

enum { NO, FOCUS, TAB };

static void
focus(void **state)
{
	static const struct {
		const char *html;
		int expected;
	} cases[] = {
		{"<p id=x>a</p>", NO},
		{"<a id=x href=/ >a</a>", TAB},
		{"<a id=x>a</a>", NO},
		{"<a id=x href=/ tabindex=-1>a</a>", FOCUS},
		{"<p id=x tabindex=0>a</p>", TAB},
		{"<p id=x tabindex=' 3px'>a</p>", TAB},
		{"<p id=x tabindex=-2>a</p>", FOCUS},
		{"<p id=x tabindex=a>a</p>", NO},
		{"<p id=x tabindex=''>a</p>", NO},
		{"<a id=x href=/ tabindex=a>a</a>", TAB},
		{"<button id=x>a</button>", TAB},
		{"<button id=x disabled>a</button>", NO},
		{"<button id=x disabled tabindex=0>a</button>", NO},
		{"<button id=x aria-disabled=true>a</button>", TAB},
		{"<input id=x type=hidden>", NO},
		{"<input id=x>", TAB},
		{"<fieldset disabled><input id=x></fieldset>", NO},
		{"<fieldset disabled><legend><input id=x></legend></fieldset>", TAB},
		{"<fieldset disabled><legend>a</legend><legend><input id=x></legend></fieldset>", NO},
		{"<fieldset disabled><fieldset><legend><input id=x></legend></fieldset></fieldset>", NO},
		{"<fieldset disabled><fieldset disabled><legend><input id=x></legend></fieldset></fieldset>",
		    NO},
		{"<fieldset disabled><a id=x href=/ >a</a></fieldset>", TAB},
		{"<details><summary id=x>a</summary></details>", TAB},
		{"<details><summary>a</summary><summary id=x>b</summary></details>", NO},
		{"<summary id=x>a</summary>", NO},
		{"<iframe id=x></iframe>", TAB},
		{"<video id=x controls></video>", TAB},
		{"<video id=x></video>", NO},
		{"<div id=x contenteditable>a</div>", TAB},
		{"<div id=x contenteditable=FALSE>a</div>", NO},
		{"<div id=x contenteditable=false tabindex=0>a</div>", TAB},
		{"<svg><a id=x xlink:href=/ ></a></svg>", TAB},
		{"<svg><g id=x tabindex=0></g></svg>", TAB},
		{"<map><area id=x href=/ ></map>", TAB},
		{"<button id=x hidden>a</button>", NO},
		{"<div style='display:none'><button id=x>a</button></div>", NO},
		{"<div style='visibility:hidden'><button id=x>a</button></div>", NO},
		{"<div inert><button id=x>a</button></div>", NO},
		{"<div aria-hidden=true><button id=x>a</button></div>", TAB},
		{"<button id=x style='opacity:0'>a</button>", TAB},
		{"<label id=x>a</label>", NO},
	};
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_ctx *ctx = support_page(cases[i].html);
		const struct clair_node *x = support_x(ctx);
		int found = clair_tabbable(ctx, x) ? TAB : clair_focusable(ctx, x) ? FOCUS : NO;

		if (found != cases[i].expected)
			print_error("%s\n", cases[i].html);
		assert_int_equal(found, cases[i].expected);
		if (found == TAB)
			assert_true(clair_focusable(ctx, x));
		support_page_free(ctx);
	}
}

/* Broken declarations end; they hide nothing. */
static void
broken_styles(void **state)
{
	static const char *const styles[] = {";;;", ":", "a", "display", "display:", "(((", "'", "\\",
	    "/*", "/* *", "display:none /*", "!important", ":!important", "a:b!", "a:url(';')", "-", "x:"};
	size_t i;

	(void)state;
	for (i = 0; i < CLAIR_LEN(styles); i++) {
		char html[128];
		struct clair_ctx *ctx;

		snprintf(html, sizeof(html), "<p id=x style=\"%s\">a</p>", styles[i]);
		ctx = support_page(html);
		assert_int_equal(clair_rendered(ctx, support_x(ctx)),
		    strncmp(styles[i], "display:none", 12) != 0);
		support_page_free(ctx);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(three_questions),
		cmocka_unit_test(grades),
		cmocka_unit_test(focus),
		cmocka_unit_test(broken_styles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
