/* The browser's own sheet and the attributes that act as declarations: HTML, section 15. Expected values
 * are those of Chromium. */
#include "clairlint/rule.h"
#include "tests/support/styled.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct value_case {
	const char *html; /* the element with the id x is looked at */
	enum clair_property property;
	const char *value;
};

static const struct value_case hint_cases[] = {
	/* Colours */
	{"<body id=x bgcolor=red>", CLAIR_CSS_BACKGROUND_COLOR, "rgb(255, 0, 0)"},
	{"<body id=x text=#0f0>", CLAIR_CSS_COLOR, "rgb(0, 255, 0)"},
	{"<body id=x background='a\"b\\c'>", CLAIR_CSS_BACKGROUND_IMAGE, "url(\"a\\\"b\\\\c\")"},
	{"<body text=chucknorris><p id=x>", CLAIR_CSS_COLOR, "rgb(192, 0, 0)"},
	{"<body link=lime><a id=x href=y>", CLAIR_CSS_COLOR, "rgb(0, 255, 0)"},
	{"<body link=lime><a id=x>", CLAIR_CSS_COLOR, "rgb(0, 0, 0)"},
	{"<font id=x color=blue>", CLAIR_CSS_COLOR, "rgb(0, 0, 255)"},
	{"<font id=x color=''>", CLAIR_CSS_COLOR, "rgb(0, 0, 0)"},
	{"<table><tr id=x bgcolor=red>", CLAIR_CSS_BACKGROUND_COLOR, "rgb(255, 0, 0)"},
	{"<div id=x bgcolor=red>", CLAIR_CSS_BACKGROUND_COLOR, "rgba(0, 0, 0, 0)"},
	{"<hr id=x color=red>", CLAIR_CSS_BORDER_TOP_COLOR, "rgb(255, 0, 0)"},
	{"<table id=x bordercolor=red border=2>", CLAIR_CSS_BORDER_LEFT_STYLE, "solid"},
	/* Fonts */
	{"<font id=x size=7>", CLAIR_CSS_FONT_SIZE, "48px"},
	{"<font id=x size=1>", CLAIR_CSS_FONT_SIZE, "10px"},
	{"<font id=x size=+1>", CLAIR_CSS_FONT_SIZE, "18px"},
	{"<font id=x size=-9>", CLAIR_CSS_FONT_SIZE, "10px"},
	{"<font id=x size=99>", CLAIR_CSS_FONT_SIZE, "48px"},
	{"<font id=x size=big>", CLAIR_CSS_FONT_SIZE, "16px"},
	{"<font id=x face='Arial, serif'>", CLAIR_CSS_FONT_FAMILY, "Arial, serif"},
	/* Sizes */
	{"<img id=x width=10>", CLAIR_CSS_WIDTH, "10px"},
	{"<img id=x width=10.5px>", CLAIR_CSS_WIDTH, "10.5px"},
	{"<img id=x width=' 50% '>", CLAIR_CSS_WIDTH, "50%"},
	{"<img id=x width=auto>", CLAIR_CSS_WIDTH, "auto"},
	{"<img id=x width=-1>", CLAIR_CSS_WIDTH, "auto"},
	{"<img id=x width=0>", CLAIR_CSS_WIDTH, "0px"},
	{"<table><td id=x width=0>", CLAIR_CSS_WIDTH, "auto"},
	{"<div id=x width=10>", CLAIR_CSS_WIDTH, "auto"},
	{"<input id=x type=image width=10>", CLAIR_CSS_WIDTH, "10px"},
	{"<input id=x type=text width=10>", CLAIR_CSS_WIDTH, "auto"},
	{"<img id=x hspace=3>", CLAIR_CSS_MARGIN_LEFT, "3px"},
	{"<img id=x border=2>", CLAIR_CSS_BORDER_TOP_STYLE, "solid"},
	{"<hr id=x size=5>", CLAIR_CSS_HEIGHT, "3px"},
	{"<hr id=x size=1>", CLAIR_CSS_BORDER_BOTTOM_WIDTH, "0px"},
	/* Tables */
	{"<table cellpadding=5><tr><td id=x>", CLAIR_CSS_PADDING_LEFT, "5px"},
	{"<table cellpadding=5><tr><td><table><tr><td id=x>", CLAIR_CSS_PADDING_LEFT, "1px"},
	{"<table id=x border>", CLAIR_CSS_BORDER_TOP_WIDTH, "1px"},
	{"<table id=x border=0>", CLAIR_CSS_BORDER_TOP_STYLE, "none"},
	{"<table border=3><td id=x>", CLAIR_CSS_BORDER_TOP_STYLE, "inset"},
	{"<table><td id=x nowrap>", CLAIR_CSS_WHITE_SPACE, "nowrap"},
	{"<table><td id=x valign=TOP>", CLAIR_CSS_VERTICAL_ALIGN, "top"},
	{"<table><td id=x align=center>", CLAIR_CSS_TEXT_ALIGN, "-webkit-center"},
	{"<table><th id=x>", CLAIR_CSS_TEXT_ALIGN, "center"},
	{"<div style='text-align:right'><table><th id=x>", CLAIR_CSS_TEXT_ALIGN, "right"},
	{"<center><table id=x>", CLAIR_CSS_TEXT_ALIGN, "start"},
	/* Lists and alignment */
	{"<ol id=x type=a>", CLAIR_CSS_LIST_STYLE_TYPE, "lower-alpha"},
	{"<ol id=x type=A>", CLAIR_CSS_LIST_STYLE_TYPE, "upper-alpha"},
	{"<ul id=x type=SQUARE>", CLAIR_CSS_LIST_STYLE_TYPE, "square"},
	{"<ul><li><ul id=x>", CLAIR_CSS_LIST_STYLE_TYPE, "circle"},
	{"<h1 id=x align=center>", CLAIR_CSS_TEXT_ALIGN, "center"},
	{"<p id=x align=center>", CLAIR_CSS_TEXT_ALIGN, "-webkit-center"},
	{"<img id=x align=left>", CLAIR_CSS_FLOAT, "left"},
	/* SVG: presentation attributes */
	{"<svg><rect id=x fill=red>", CLAIR_CSS_FILL, "rgb(255, 0, 0)"},
	{"<svg><g id=x display=none>", CLAIR_CSS_DISPLAY, "none"},
	{"<svg id=x width=24 height=1em>", CLAIR_CSS_WIDTH, "24px"},
	{"<svg><text id=x font-size=12>", CLAIR_CSS_FONT_SIZE, "12px"},
	{"<svg><circle id=x width=3>", CLAIR_CSS_WIDTH, "auto"},
	{"<div id=x fill=red display=none>", CLAIR_CSS_DISPLAY, "block"},
};

static const struct value_case browser_cases[] = {
	{"<p id=x hidden>", CLAIR_CSS_DISPLAY, "none"},
	{"<p id=x hidden=until-found>", CLAIR_CSS_CONTENT_VISIBILITY, "hidden"},
	{"<dialog id=x>", CLAIR_CSS_DISPLAY, "none"},
	{"<dialog id=x open>", CLAIR_CSS_DISPLAY, "block"},
	{"<div id=x popover>", CLAIR_CSS_DISPLAY, "none"},
	{"<input id=x type=HIDDEN style='display:block'>", CLAIR_CSS_DISPLAY, "none"},
	{"<audio id=x style='display:block'>", CLAIR_CSS_DISPLAY, "none"},
	{"<video><p id=x style='display:block'>", CLAIR_CSS_DISPLAY, "none"},
	{"<svg><title id=x>", CLAIR_CSS_DISPLAY, "inline"},
	{"<template id=x>", CLAIR_CSS_DISPLAY, "none"},
	{"<datalist id=x>", CLAIR_CSS_DISPLAY, "none"},
	{"<details><summary id=x>", CLAIR_CSS_DISPLAY, "list-item"},
	{"<summary id=x>", CLAIR_CSS_DISPLAY, "block"},
	{"<button id=x>", CLAIR_CSS_FONT_SIZE, "13.3333px"},
	{"<button id=x>", CLAIR_CSS_BACKGROUND_COLOR, "rgb(239, 239, 239)"},
	{"<button id=x disabled>", CLAIR_CSS_COLOR, "rgba(16, 16, 16, 0.3)"},
	{"<select id=x style='line-height:30px'>", CLAIR_CSS_LINE_HEIGHT, "normal"},
	{"<select id=x style='line-height:30px;appearance:none'>", CLAIR_CSS_LINE_HEIGHT, "30px"},
	{"<input id=x type=checkbox style='border:1px solid'>", CLAIR_CSS_BORDER_TOP_STYLE, "none"},
	{"<input id=x type=checkbox style='border:1px solid;appearance:none'>",
	    CLAIR_CSS_BORDER_TOP_STYLE, "solid"},
	{"<input id=x style='overflow:visible'>", CLAIR_CSS_OVERFLOW_X, "clip"},
	{"<textarea id=x style='overflow:visible'>", CLAIR_CSS_OVERFLOW_X, "auto"},
	{"<h1 id=x>", CLAIR_CSS_FONT_SIZE, "32px"},
	{"<small><small id=x>", CLAIR_CSS_FONT_SIZE, "11.1111px"},
	{"<pre id=x>", CLAIR_CSS_FONT_SIZE, "13px"},
	{"<fieldset><legend id=x style='display:inline'>", CLAIR_CSS_DISPLAY, "block"},
	{"<p id=x dir=rtl>", CLAIR_CSS_DIRECTION, "rtl"},
	{"<div style='text-align:right'><li id=x>", CLAIR_CSS_TEXT_ALIGN, "right"},
	{"<button style='user-select:none'><b id=x>", CLAIR_CSS_USER_SELECT, "none"},
};

static const struct value_case quirk_cases[] = {
	{"<body text=red><div style='color:blue'><table id=x>", CLAIR_CSS_COLOR, "rgb(255, 0, 0)"},
	{"<div style='font-size:30px'><table id=x>", CLAIR_CSS_FONT_SIZE, "16px"},
	{"<div style='font-weight:bold'><table id=x>", CLAIR_CSS_FONT_WEIGHT, "400"},
	{"<input id=x>", CLAIR_CSS_BOX_SIZING, "border-box"},
	{"<p id=x style='width:10'>", CLAIR_CSS_WIDTH, "10px"},
	{"<p id=x class=Aa><style>.aA{color:red}</style>", CLAIR_CSS_COLOR, "rgb(255, 0, 0)"},
};

static void
check(const struct value_case *cases, size_t count, const char *doctype)
{
	for (size_t i = 0; i < count; i++) {
		struct clair_arena arena;
		struct support_styled *styled;
		const char *value;

		clair_arena_init(&arena, 0);
		styled = support_style(
		    clair_asprintf(&arena, "%s<html>%s", doctype, cases[i].html), NULL);
		value = support_value(styled, cases[i].property);
		if (strcmp(value, cases[i].value) != 0)
			fail_msg("%s: %s is %s, not %s", cases[i].html,
			    clair_property_name(cases[i].property), value, cases[i].value);
		support_style_free(styled);
		clair_arena_free(&arena);
	}
}

static void
attributes_act_as_declarations(void **state)
{
	(void)state;
	check(hint_cases, CLAIR_LEN(hint_cases), "<!doctype html>");
}

static void
the_browser_has_a_sheet_of_its_own(void **state)
{
	(void)state;
	check(browser_cases, CLAIR_LEN(browser_cases), "<!doctype html>");
}

static void
quirks_mode_adds_to_it(void **state)
{
	(void)state;
	check(quirk_cases, CLAIR_LEN(quirk_cases), "");
}

/* In standards mode the same pages are not styled that way. */
static void
quirks_are_for_quirks_mode(void **state)
{
	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(quirk_cases); i++) {
		struct clair_arena arena;
		struct support_styled *styled;

		clair_arena_init(&arena, 0);
		styled = support_style(
		    clair_asprintf(&arena, "<!doctype html>%s", quirk_cases[i].html), NULL);
		assert_string_not_equal(
		    support_value(styled, quirk_cases[i].property), quirk_cases[i].value);
		support_style_free(styled);
		clair_arena_free(&arena);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(attributes_act_as_declarations),
		cmocka_unit_test(the_browser_has_a_sheet_of_its_own),
		cmocka_unit_test(quirks_mode_adds_to_it),
		cmocka_unit_test(quirks_are_for_quirks_mode),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
