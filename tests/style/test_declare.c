/* Declarations as written, and the longhands that they set. */
#include "style/declare.h"
#include "style/reader.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct row {
	const char *text; /* of a style attribute */
	const char *read; /* what tell() says of it */
};

/* --- Telling -------------------------------------------------------------------------------------- */

static void
tell_value(struct clair_buf *buf, const struct clair_css_value *value)
{
	static const char *const units[] = {
	    "px", "em", "rem", "ex", "ch", "lh", "rlh", "vw", "vh", "vmin", "vmax"};
	static const char *const wide[] = {"INHERIT", "INITIAL", "UNSET", "REVERT", "REVERT_LAYER"};

	switch (value->kind) {
	case CLAIR_VALUE_KEYWORD:
		clair_buf_puts(buf, clair_keyword_name((enum clair_keyword)value->keyword));
		break;
	case CLAIR_VALUE_NUMBER:
		clair_buf_printf(buf, "%g", (double)value->number);
		break;
	case CLAIR_VALUE_LENGTH:
		clair_buf_printf(buf, "%g%s", (double)value->number, units[value->unit]);
		break;
	case CLAIR_VALUE_PERCENT:
		clair_buf_printf(buf, "%g%%", (double)value->number);
		break;
	case CLAIR_VALUE_TIME:
		clair_buf_printf(buf, "%gs", (double)value->number);
		break;
	case CLAIR_VALUE_COLOR: {
		char text[40];

		clair_color_write(value->color, text);
		clair_buf_puts(buf, text);
		break;
	}
	case CLAIR_VALUE_CURRENT:
		clair_buf_puts(buf, "CURRENT");
		break;
	case CLAIR_VALUE_CALC:
	case CLAIR_VALUE_TEXT:
		clair_buf_printf(
		    buf, "%s'%s'", value->kind == CLAIR_VALUE_CALC ? "=" : "", value->text);
		break;
	case CLAIR_VALUE_PENDING:
		clair_buf_printf(
		    buf, "?'%.*s'", (int)value->pending->length, value->pending->text);
		break;
	case CLAIR_VALUE_NOT_KNOWN:
		clair_buf_puts(buf, "NOT_KNOWN");
		break;
	default:
		clair_buf_puts(buf, wide[value->kind - CLAIR_VALUE_INHERIT]);
	}
}

static void
tell(struct clair_buf *buf, const struct clair_css_block *block)
{
	uint32_t i;

	for (i = 0; i < block->count; i++) {
		const struct clair_css_declaration *declaration = &block->list[i];

		if (i != 0)
			clair_buf_puts(buf, "; ");
		if (declaration->property == CLAIR_PROPERTY_NONE) {
			clair_buf_printf(buf, "%.*s: <%.*s>", (int)declaration->custom.name_length,
			    declaration->custom.name, (int)declaration->custom.text_length,
			    declaration->custom.text);
		} else {
			clair_buf_printf(buf, "%s: ",
			    clair_property_name((enum clair_property)declaration->property));
			tell_value(buf, &declaration->value);
		}
		if (declaration->important)
			clair_buf_puts(buf, "!");
	}
}

static void
check(const struct row *rows, size_t count, bool quirks)
{
	size_t i;

	for (i = 0; i < count; i++) {
		struct clair_css_block block = {.count = 0};
		struct clair_arena arena;
		struct clair_buf buf;

		clair_arena_init(&arena, 0);
		clair_buf_init(&buf, 0);
		clair_css_declare_all(&block, rows[i].text, strlen(rows[i].text), quirks, &arena);
		tell(&buf, &block);
		if (strcmp(buf.bytes, rows[i].read) != 0)
			print_error("%s\n", rows[i].text);
		assert_string_equal(buf.bytes, rows[i].read);
		clair_buf_free(&buf);
		clair_arena_free(&arena);
	}
}

#define CHECK(rows) check(rows, CLAIR_LEN(rows), false)

/* --- Names ---------------------------------------------------------------------------------------- */

/* Looked up by halves: each must be found where it stands. */
static void
names_are_found(void **state)
{
	static const char *const names[] = {
#define L(name, property) name,
#define F(name, property) name,
#define S(name, shorthand) name,
#include "style/name.def"
#undef L
#undef F
#undef S
	};
	unsigned i;

	(void)state;
	for (i = 1; i < CLAIR_KEYWORD_COUNT; i++) {
		const char *name = clair_keyword_name((enum clair_keyword)i);

		assert_int_equal(clair_css_keyword_of(name, strlen(name)), i);
	}
	for (i = 0; i < CLAIR_LEN(names); i++) {
		const struct clair_css_meaning *meaning =
		    clair_css_meaning_of(names[i], strlen(names[i]));

		assert_non_null(meaning);
		assert_int_equal(clair_css_meaning_index(meaning), i);
	}
	for (i = 0; i < CLAIR_PROPERTY_COUNT; i++) {
		const char *name = clair_property_name((enum clair_property)i);

		assert_int_equal(clair_property_of(name, strlen(name)), i);
	}
	assert_int_equal(clair_property_of("WIDTH", 5), CLAIR_CSS_WIDTH);
	assert_int_equal(clair_property_of("-webkit-transform", 17), CLAIR_CSS_TRANSFORM);
	assert_int_equal(clair_property_of("margin", 6), CLAIR_PROPERTY_NONE);
	assert_int_equal(clair_property_of("", 0), CLAIR_PROPERTY_NONE);
	assert_int_equal(clair_property_of("widthh", 6), CLAIR_PROPERTY_NONE);
}

/* --- Values --------------------------------------------------------------------------------------- */

static void
numbers_have_units(void **state)
{
	static const struct row rows[] = {
	    {"width: 10px", "width: 10px"},
	    {"width: 1.5em", "width: 1.5em"},
	    {"width: 1in", "width: 96px"},
	    {"width: 12PT", "width: 16px"},
	    {"width: 50%", "width: 50%"},
	    {"width: 100dvh", "width: 100vh"},
	    {"width: 5cqw", "width: NOT_KNOWN"},
	    {"width: 0", "width: 0px"},
	    {"width: 10", ""},
	    {"width: -1px", ""},
	    {"width: 1px 2px", ""},
	    {"width: 1zorglub", ""},
	    {"margin-left: -1rem", "margin-left: -1rem"},
	    {"width: calc(100% - (2 * 10px))", "width: ='calc(100% - (2 * 10px))'"},
	    {"width: CALC(1PX+2px)", ""},
	    {"width: calc(1px + 2)", ""},
	    {"width: calc(1px + 2s)", ""},
	    {"width: calc(1px + 2px", "width: ='calc(1px + 2px'"},
	    {"width: min(1px, 50%)", "width: ='min(1px, 50%)'"},
	    {"width: calc(1cqw + 1px)", "width: NOT_KNOWN"},
	    {"width: fit-content", "width: fit-content"},
	    {"width: -webkit-fill-available", "width: stretch"},
	    {"width: -moz-fit-content", ""},
	    {"max-width: auto", ""},
	    {"z-index: 3", "z-index: 3"},
	    {"z-index: 3.0", ""},
	    {"opacity: 50%", "opacity: 0.5"},
	    {"opacity: .3", "opacity: 0.3"},
	    {"line-height: 1.5", "line-height: 1.5"},
	    {"line-height: -1", ""},
	    {"font-size: xx-large", "font-size: xx-large"},
	    {"font-size: -2px", ""},
	    {"font-weight: 450", "font-weight: 450"},
	    {"font-weight: 0", ""},
	    {"font-weight: 1001", ""},
	    {"font-style: oblique 10deg", "font-style: oblique"},
	    {"font-style: oblique 100deg", ""},
	    {"column-count: 0", ""},
	    {"text-indent: -9999px", "text-indent: -9999px"},
	    {"letter-spacing: .1em", "letter-spacing: 0.1em"},
	};

	(void)state;
	CHECK(rows);
}

static void
colors_are_read(void **state)
{
	static const struct row rows[] = {
	    {"color: red", "color: #ff0000"},
	    {"color: #FfF", "color: #ffffff"},
	    {"color: currentColor", "color: CURRENT"},
	    {"color: fff", ""},
	    {"color: rgb(1, 2, 3) !important", "color: #010203!"},
	    {"color: red blue", ""},
	    {"background-color: color-mix(in srgb, currentcolor, RED)",
		"background-color: 'color-mix(in srgb, currentcolor, red)'"},
	    {"fill: url(#A) none", "fill: 'url(\"#A\") none'"},
	};

	(void)state;
	CHECK(rows);
}

static void
displays_are_shortened(void **state)
{
	static const struct row rows[] = {
	    {"display: NONE", "display: none"},
	    {"display: inline flow-root", "display: inline-block"},
	    {"display: flow-root inline", "display: inline-block"},
	    {"display: block", "display: block"},
	    {"display: flow", "display: block"},
	    {"display: inline", "display: inline"},
	    {"display: block flex", "display: flex"},
	    {"display: table", "display: table"},
	    {"display: ruby", "display: ruby"},
	    {"display: list-item inline", "display: inline list-item"},
	    {"display: list-item", "display: list-item"},
	    {"display: list-item flex", ""},
	    {"display: inline inline", ""},
	    {"display: inline-block flow", ""},
	    {"display: -webkit-flex", "display: flex"},
	    {"display: -webkit-box", "display: -webkit-box"},
	    {"display: -ms-flexbox", ""},
	    {"display: -moz-box", ""},
	};

	(void)state;
	CHECK(rows);
}

static void
wide_keywords_are_whole(void **state)
{
	static const struct row rows[] = {
	    {"width: inherit", "width: INHERIT"},
	    {"width: revert-layer", "width: REVERT_LAYER"},
	    {"width: inherit 1px", ""},
	    {"margin: initial", "margin-top: INITIAL; margin-right: INITIAL; margin-bottom: INITIAL; "
				"margin-left: INITIAL"},
	    {"margin: 1px inherit", ""},
	    {"font-family: inherit, serif", ""},
	};
	struct clair_css_block block = {.count = 0};
	struct clair_arena arena;

	(void)state;
	CHECK(rows);
	clair_arena_init(&arena, 0);
	clair_css_declare_all(&block, "all: unset", 10, false, &arena);
	assert_int_equal(block.count, CLAIR_PROPERTY_COUNT - 2);
	clair_css_declare_all(&block, "all: red", 8, false, &arena);
	assert_int_equal(block.count, CLAIR_PROPERTY_COUNT - 2);
	clair_arena_free(&arena);
}

static void
texts_are_squeezed(void **state)
{
	static const struct row rows[] = {
	    {"font-family: Arial ,  'Open  Sans',\"serif\", SANS-SERIF",
		"font-family: 'Arial, \"Open  Sans\", \"serif\", sans-serif'"},
	    {"font-family: Times New Roman", "font-family: '\"Times New Roman\"'"},
	    {"font-family: 'Marianne'", "font-family: 'Marianne'"},
	    {"font-family: Arial,", ""},
	    {"font-family: serif Arial", ""},
	    {"font-family: 12px", ""},
	    {"transform: translate( -50% ,0 )  ROTATE(45DEG)",
		"transform: 'translate(-50%, 0) rotate(45deg)'"},
	    {"transform: translate(1px 2px)", ""},
	    {"transform: none", "transform: none"},
	    {"transform: scale(1,2,3)", ""},
	    {"-webkit-transform: scale(2)", "transform: 'scale(2)'"},
	    {"-moz-transform: scale(2)", ""},
	    {"rotate: x 45deg", "rotate: 'x 45deg'"},
	    {"rotate: 45", ""},
	    {"scale: 1 50%", "scale: '1 50%'"},
	    {"translate: 10px 20% 30%", ""},
	    {"clip: rect(0 0 0 0)", "clip: 'rect(0 0 0 0)'"},
	    {"clip: rect(1px,auto,1px,1px)", "clip: 'rect(1px, auto, 1px, 1px)'"},
	    {"clip: rect(1px, 1px)", ""},
	    {"clip-path: inset(50%)", "clip-path: 'inset(50%)'"},
	    {"clip-path: polygon(0 0,0 0,0 0)", "clip-path: 'polygon(0 0, 0 0, 0 0)'"},
	    {"clip-path: circle(40% at left 10px)", "clip-path: 'circle(40% at left 10px)'"},
	    {"clip-path: url('#A')", "clip-path: 'url(\"#A\")'"},
	    {"clip-path: polygon(0)", ""},
	    {"filter: blur(2px) drop-shadow(0 0 1px red)",
		"filter: 'blur(2px) drop-shadow(0 0 1px red)'"},
	    {"filter: alpha(opacity=50)", ""},
	    {"filter: progid:DXImageTransform.Microsoft.gradient(enabled=false)", ""},
	    {"box-shadow: inset 0 0 0 2px #FFF, 1px 1px rgba(0,0,0,.5)",
		"box-shadow: 'inset 0 0 0 2px #fff, 1px 1px rgba(0, 0, 0, .5)'"},
	    {"box-shadow: 1px", ""},
	    {"box-shadow: 0 0 -1px red", ""},
	    {"text-shadow: red 1px 1px", "text-shadow: 'red 1px 1px'"},
	    {"text-shadow: 1px 1px 1px 1px red", ""},
	    {"content: 'a' attr(Title) / \"b\"", "content: '\"a\" attr(Title) / \"b\"'"},
	    {"content: \"\\201C\\22 \"", "content: '\"\xE2\x80\x9C\\\"\"'"},
	    {"content: counter(Item) '.'", "content: 'counter(Item) \".\"'"},
	    {"content: 'a", "content: '\"a\"'"},
	    {"content: normal", "content: normal"},
	    {"content: hello", ""},
	    {"quotes: '«' '»'", "quotes: '\"«\" \"»\"'"},
	    {"quotes: '«'", ""},
	    {"list-style-type: Thumbs", "list-style-type: 'Thumbs'"},
	    {"list-style-type: square", "list-style-type: square"},
	    {"animation-name: Spin, none", "animation-name: 'Spin, none'"},
	    {"animation-duration: 200ms", "animation-duration: 0.2s"},
	    {"animation-duration: -1s", ""},
	    {"animation-iteration-count: infinite, 2", "animation-iteration-count: 'infinite, 2'"},
	    {"text-decoration-line: overline underline",
		"text-decoration-line: 'underline overline'"},
	    {"text-decoration-line: underline", "text-decoration-line: underline"},
	    {"text-decoration-line: underline underline", ""},
	};

	(void)state;
	CHECK(rows);
}

static void
layers_are_lists(void **state)
{
	static const struct row rows[] = {
	    {"background-image: url(A.png)", "background-image: 'url(\"A.png\")'"},
	    {"background-image: none", "background-image: none"},
	    {"background-image: linear-gradient(to right, red 10%, blue)",
		"background-image: 'linear-gradient(to right, red 10%, blue)'"},
	    {"background-image: linear-gradient(left, red, blue)", ""},
	    {"background-image: -moz-linear-gradient(left, red, blue)", ""},
	    {"background-image: -webkit-linear-gradient(left, red, blue)",
		"background-image: '-webkit-linear-gradient(left, red, blue)'"},
	    {"background-image: -webkit-gradient(linear, 0 0, 0 100%, from(red), to(blue))",
		"background-image: '-webkit-gradient(linear, 0 0, 0 100%, from(red), to(blue))'"},
	    {"background-image: radial-gradient(circle at top, red, blue)",
		"background-image: 'radial-gradient(circle at top, red, blue)'"},
	    {"background-image: radial-gradient(center, circle, red, blue)", ""},
	    {"background-image: conic-gradient(from 45deg, red 10deg, blue)",
		"background-image: 'conic-gradient(from 45deg, red 10deg, blue)'"},
	    {"background-image: -webkit-gradient(left top, left bottom, red, blue)", ""},
	    {"background-image: element(#a)", ""},
	    {"background-image: image-set('a.png' 1x, 'b.png' 2x), url(c)",
		"background-image: 'image-set(\"a.png\" 1x, \"b.png\" 2x), url(\"c\")'"},
	    {"background-position: top", "background-position: '50% 0%'"},
	    {"background-position: top left", "background-position: '0% 0%'"},
	    {"background-position: 10px", "background-position: '10px 50%'"},
	    {"background-position: bottom 10px right 5%",
		"background-position: 'calc(100% - 5%) calc(100% - 10px)'"},
	    {"background-position: top 10px right 0",
		"background-position: 'calc(100% - 0px) 10px'"},
	    {"background-position: right 1px left", ""},
	    {"background-position: 10px left", ""},
	    {"background-position: left left", ""},
	    {"background-size: 10px auto, cover", "background-size: '10px auto, cover'"},
	    {"background-size: auto auto", "background-size: auto"},
	    {"background-size: -1px", ""},
	    {"background-repeat: no-repeat no-repeat", "background-repeat: no-repeat"},
	    {"background-repeat: repeat-x repeat-y", ""},
	    {"-webkit-background-clip: text", "background-clip: text"},
	};

	(void)state;
	CHECK(rows);
}

/* --- Shorthands ----------------------------------------------------------------------------------- */

static void
sides_are_shared(void **state)
{
	static const struct row rows[] = {
	    {"margin: 1px 2px auto", "margin-top: 1px; margin-right: 2px; margin-bottom: auto; "
				     "margin-left: 2px"},
	    {"margin: 1px 2px 3px 4px 5px", ""},
	    {"padding: -1px", ""},
	    {"inset: 0", "top: 0px; right: 0px; bottom: 0px; left: 0px"},
	    {"margin-inline: 1px 2px", "margin-left: 1px; margin-right: 2px"},
	    {"padding-block: 1em", "padding-top: 1em; padding-bottom: 1em"},
	    {"margin-block-start: 1px", "margin-top: 1px"},
	    {"inset-inline-end: 3px", "right: 3px"},
	    {"inline-size: 3px", "width: 3px"},
	    {"border-width: thin 0", "border-top-width: thin; border-right-width: 0px; "
				     "border-bottom-width: thin; border-left-width: 0px"},
	    {"border-left: none", "border-left-width: INITIAL; border-left-style: none; "
				  "border-left-color: INITIAL"},
	    {"border-inline-start: 1px solid red", "border-left-width: 1px; border-left-style: solid; "
						   "border-left-color: #ff0000"},
	    {"outline: red auto 5px", "outline-width: 5px; outline-style: auto; "
				      "outline-color: #ff0000"},
	    {"outline: 1px 2px", ""},
	    {"outline: -webkit-focus-ring-color auto 5px",
		"outline-width: 5px; outline-style: auto; outline-color: #101010"},
	    {"border: 0 1px", ""},
	    {"border-top: 1px, solid", ""},
	    {"border-inline: 1px, solid,",
		"border-left-width: 1px; border-right-width: 1px; border-left-style: solid; "
		"border-right-style: solid; border-left-color: INITIAL; border-right-color: INITIAL"},
	    {"border-inline: , 1px", ""},
	    {"border-block: 0",
		"border-top-width: 0px; border-bottom-width: 0px; border-top-style: INITIAL; "
		"border-bottom-style: INITIAL; border-top-color: INITIAL; border-bottom-color: INITIAL"},
	    {"overflow: hidden auto", "overflow-x: hidden; overflow-y: auto"},
	    {"overflow: overlay", "overflow-x: auto; overflow-y: auto"},
	};

	(void)state;
	CHECK(rows);
}

static void
other_shorthands_are_shared(void **state)
{
	static const struct row rows[] = {
	    {"text-decoration: underline dotted red",
		"text-decoration-line: underline; text-decoration-style: dotted; "
		"text-decoration-color: #ff0000; text-decoration-thickness: INITIAL"},
	    {"text-decoration: none",
		"text-decoration-line: none; text-decoration-style: INITIAL; "
		"text-decoration-color: INITIAL; text-decoration-thickness: INITIAL"},
	    {"list-style: none", "list-style-position: INITIAL; list-style-image: none; "
				 "list-style-type: none"},
	    {"list-style: none inside", "list-style-position: inside; list-style-image: none; "
					"list-style-type: none"},
	    {"list-style: square none", "list-style-position: INITIAL; list-style-image: none; "
					"list-style-type: square"},
	    {"list-style: url(a) none", "list-style-position: INITIAL; list-style-image: 'url(\"a\")'; "
					"list-style-type: none"},
	    {"list-style: none none none", ""},
	    {"list-style: square none none", ""},
	    {"columns: auto 12em", "column-width: 12em; column-count: INITIAL"},
	    {"columns: 2 12em", "column-width: 12em; column-count: 2"},
	    {"flex-flow: column wrap", "flex-direction: column"},
	    {"flex-flow: wrap", "flex-direction: INITIAL"},
	    {"font: italic bold 12px/1.5 Arial, serif",
		"font-style: italic; font-variant-caps: INITIAL; font-weight: bold; font-size: 12px; "
		"line-height: 1.5; font-family: 'Arial, serif'"},
	    {"font: normal normal 400 1em A", "font-style: INITIAL; font-variant-caps: INITIAL; "
					      "font-weight: 400; font-size: 1em; line-height: "
					      "INITIAL; font-family: 'A'"},
	    {"font: 12px", ""},
	    {"font: bold Arial", ""},
	    {"font: italic italic 12px A", ""},
	    {"font: menu", "font-style: INITIAL; font-variant-caps: INITIAL; font-weight: INITIAL; "
			   "font-size: NOT_KNOWN; line-height: INITIAL; font-family: NOT_KNOWN"},
	    {"font-variant: small-caps tabular-nums", "font-variant-caps: small-caps"},
	    {"font-variant: jis78 normal", ""},
	    {"font-variant: none", "font-variant-caps: INITIAL"},
	    {"font-variant: small-caps all-small-caps", ""},
	    {"background: RED", "background-color: #ff0000; background-image: none; "
				"background-position: INITIAL; background-size: auto; "
				"background-repeat: repeat; background-clip: border-box"},
	    {"background: url(a) no-repeat 50% / cover, linear-gradient(red, blue) fixed #fff",
		"background-color: #ffffff; "
		"background-image: 'url(\"a\"), linear-gradient(red, blue)'; "
		"background-position: '50% 50%, 0% 0%'; background-size: 'cover, auto'; "
		"background-repeat: 'no-repeat, repeat'; background-clip: 'border-box, border-box'"},
	    {"background: red, url(a)", ""},
	    {"background: red blue", ""},
	    {"background: url(a) /", ""},
	    {"background: padding-box content-box red",
		"background-color: #ff0000; background-image: none; background-position: INITIAL; "
		"background-size: auto; background-repeat: repeat; background-clip: content-box"},
	    {"-webkit-mask: url(a) center / 10px no-repeat", "mask-image: 'url(\"a\")'"},
	    {"animation: Spin 2s linear 1s infinite", "animation-name: 'Spin'; "
						      "animation-duration: 2s; "
						      "animation-iteration-count: infinite"},
	    {"animation: 1s ease-in A, none",
		"animation-name: 'A, none'; animation-duration: '1s, 0s'; "
		"animation-iteration-count: '1, 1'"},
	    {"animation: 1s 2s 3s a", ""},
	    {"animation: -1s a", "animation-name: 'a'; animation-duration: 0s; "
				 "animation-iteration-count: 1"},
	    {"animation: none", "animation-name: none; animation-duration: 0s; "
				"animation-iteration-count: 1"},
	};

	(void)state;
	CHECK(rows);
}

/* --- var(), custom properties, attributes --------------------------------------------------------- */

static void
variables_wait(void **state)
{
	static const struct row rows[] = {
	    {"color: var(--A, red) ", "color: ?'var(--A, red)'"},
	    {"outline: 1px VAR(--b)", "outline-width: ?'1px VAR(--b)'; outline-style: ?'1px VAR(--b)'; "
				      "outline-color: ?'1px VAR(--b)'"},
	    {"color: var(b)", ""},
	    {"color: var(--b) ]", ""},
	    {"color: var(--b, [) ])", ""},
	    {"color: var(--b, [(}", ""},
	    {"content: 'var(--b)'", "content: '\"var(--b)\"'"},
	    {"padding-top: env(safe-area-inset-top)", "padding-top: ?'env(safe-area-inset-top)'"},
	    {"width: attr(data-width px)", "width: NOT_KNOWN"},
	    {"width: var(--a) {b}", ""},
	    {"width: anchor-size(width)", "width: NOT_KNOWN"},
	    {"padding-top: anchor-size(width)", ""},
	    {"--A:  1px  2px ;--b:;--c: {a:b}", "--A: <1px  2px>; --b: <>; --c: <{a:b}>"},
	    {"--a: )", ""},
	    {"--: 1", ""},
	    {"--a: red ! IMPORTANT", "--a: <red>!"},
	};

	(void)state;
	CHECK(rows);
}

static void
pending_are_read_again(void **state)
{
	struct clair_css_block block = {.count = 0};
	struct clair_css_value value;
	struct clair_arena arena;
	const struct clair_css_pending *pending;

	(void)state;
	clair_arena_init(&arena, 0);
	clair_css_declare_all(&block, "margin: var(--a)", 16, false, &arena);
	assert_int_equal(block.count, 4);
	pending = block.list[1].value.pending;
	assert_int_equal(pending->property, CLAIR_CSS_MARGIN_RIGHT);
	assert_true(clair_css_declare_pending(&value, pending, "1px 2px", 7, false, &arena));
	assert_int_equal(value.kind, CLAIR_VALUE_LENGTH);
	assert_float_equal(value.number, 2, 0);
	assert_true(clair_css_declare_pending(&value, pending, " inherit ", 9, false, &arena));
	assert_int_equal(value.kind, CLAIR_VALUE_INHERIT);
	assert_true(clair_css_declare_pending(&value, pending, "env(a)", 6, false, &arena));
	assert_int_equal(value.kind, CLAIR_VALUE_NOT_KNOWN);
	assert_false(clair_css_declare_pending(&value, pending, "red", 3, false, &arena));
	assert_false(clair_css_declare_pending(&value, pending, "", 0, false, &arena));
	clair_arena_free(&arena);
}

static void
attributes_recover(void **state)
{
	static const struct row rows[] = {
	    {"", ""},
	    {" ; ;", ""},
	    {"width: 1px; zorglub: 2; height: 3px", "width: 1px; height: 3px"},
	    {"width 1px; height: 3px", "height: 3px"},
	    {"{width: 1px; left: 1px} top: 2px; height: 3px", "height: 3px"},
	    {"width: 1px !important ; height: 3px! x", "width: 1px!"},
	    {"width: 1px important", ""},
	    {"@media; height: 3px", "height: 3px"},
	    {"@media {a: b} height: 3px", "height: 3px"},
	    {"background: url(a;b); height: 3px",
		"background-color: INITIAL; background-image: 'url(\"a;b\")'; "
		"background-position: INITIAL; background-size: auto; background-repeat: repeat; "
		"background-clip: border-box; height: 3px"},
	    {"w\\69 dth: 1px", "width: 1px"},
	    {"width: /* a */ 1px /* b */", "width: 1px"},
	};

	(void)state;
	CHECK(rows);
}

static void
quirks_are_kept_to_their_properties(void **state)
{
	static const struct row rows[] = {
	    {"width: 10", "width: 10px"},
	    {"margin: 10 auto", "margin-top: 10px; margin-right: auto; margin-bottom: 10px; "
				"margin-left: auto"},
	    {"color: ffcc00", "color: #ffcc00"},
	    {"line-height: 10", "line-height: 10"},
	    {"background: ffcc00", ""},
	    {"border: 1 solid red", ""},
	    {"font: 12 Arial", ""},
	    {"outline-width: 1", ""},
	    {"margin-inline-start: 1", ""},
	    {"border-block-end-color: ffcc00", ""},
	    {"background-position: 5 6", "background-position: '5px 6px'"},
	};

	(void)state;
	check(rows, CLAIR_LEN(rows), true);
}

/* A block of any size, and values made to hurt. */
static void
hostile_values_end(void **state)
{
	enum { MANY = 20000 };
	struct clair_css_block block = {.count = 0};
	struct clair_arena arena;
	struct clair_buf buf;
	unsigned i;

	(void)state;
	clair_arena_init(&arena, 64u << 20);
	clair_buf_init(&buf, 0);
	for (i = 0; i < MANY; i++)
		clair_buf_printf(&buf, "--x%u: %u;", i, i);
	clair_css_declare_all(&block, buf.bytes, buf.length, false, &arena);
	assert_int_equal(block.count, MANY);
	clair_buf_clear(&buf);
	clair_buf_puts(&buf, "width: ");
	for (i = 0; i < MANY; i++)
		clair_buf_puts(&buf, "calc(");
	clair_css_declare_all(&block, buf.bytes, buf.length, false, &arena);
	clair_buf_clear(&buf);
	clair_buf_puts(&buf, "background: ");
	for (i = 0; i < MANY; i++)
		clair_buf_puts(&buf, "url(a),");
	clair_css_declare_all(&block, buf.bytes, buf.length, false, &arena);
	assert_int_equal(block.count, MANY);
	assert_false(arena.failed);
	clair_buf_free(&buf);
	clair_arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_are_found),
	    cmocka_unit_test(numbers_have_units),
	    cmocka_unit_test(colors_are_read),
	    cmocka_unit_test(displays_are_shortened),
	    cmocka_unit_test(wide_keywords_are_whole),
	    cmocka_unit_test(texts_are_squeezed),
	    cmocka_unit_test(layers_are_lists),
	    cmocka_unit_test(sides_are_shared),
	    cmocka_unit_test(other_shorthands_are_shared),
	    cmocka_unit_test(variables_wait),
	    cmocka_unit_test(pending_are_read_again),
	    cmocka_unit_test(attributes_recover),
	    cmocka_unit_test(quirks_are_kept_to_their_properties),
	    cmocka_unit_test(hostile_values_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
