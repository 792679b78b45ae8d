/*
 * From declarations to computed values, on an element and its parent. What is expected is what
 * Chromium's getComputedStyle answered for the same two elements.
 */
#include "style/value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

struct element {
	struct clair_css_value values[CLAIR_PROPERTY_COUNT];
	const struct clair_css_customs *customs;
};

static const struct clair_css_declaration *
strongest(const struct clair_css_block *block, enum clair_property property)
{
	for (uint32_t i = block->count; i > 0; i--)
		if (block->list[i - 1].property == property)
			return &block->list[i - 1];
	return NULL;
}

static const struct clair_css_customs *
customs_of(struct clair_arena *arena, const struct clair_css_block *block,
    const struct clair_css_customs *parent)
{
	const struct clair_css_declaration **list =
	    clair_alloc_array(arena, block->count + 1, sizeof(*list));
	size_t count = 0;

	for (uint32_t i = 0; i < block->count; i++)
		if (block->list[i].property == CLAIR_PROPERTY_NONE)
			list[count++] = &block->list[i];
	return clair_css_customs_add(arena, parent, list, count);
}

/* As the cascade does, with one list of declarations. */
static void
compute(struct clair_arena *arena, const char *style, const struct element *parent, bool root,
    const struct clair_css_environment *environment, struct element *own)
{
	static const struct clair_css_value inherit = {.kind = CLAIR_VALUE_INHERIT};
	struct clair_css_block block = {NULL, 0, 0};

	clair_css_declare_all(&block, style, strlen(style), environment->quirks, arena);
	own->customs = customs_of(arena, &block, parent->customs);
	for (unsigned i = 0; i < CLAIR_PROPERTY_COUNT; i++)
		own->values[i] =
		    i < CLAIR_INHERITED_COUNT ? parent->values[i] : environment->initial[i];
	for (unsigned i = 0; i < CLAIR_PROPERTY_COUNT; i++) {
		const struct clair_css_declaration *declared = strongest(&block, i);
		const struct clair_css_value *value = declared != NULL           ? &declared->value
						      : i == CLAIR_CSS_FONT_SIZE ? &inherit
										 : NULL;

		if (value != NULL)
			own->values[i] = clair_css_compute(i, value, own->values, parent->values,
			    own->customs, environment, arena);
	}
	clair_css_settle(own->values, root, parent->values[CLAIR_CSS_DISPLAY].keyword);
}

static void
make_environment(struct clair_arena *arena, struct clair_css_environment *environment)
{
	*environment = (struct clair_css_environment){.viewport_width = 1000,
	    .viewport_height = 500,
	    .root_font_size = 16,
	    .root_line_height = 18.4F,
	    .initial = clair_css_initial(arena)};
	assert_non_null(environment->initial);
}

static void
make_initial(struct element *element, const struct clair_css_environment *environment,
    struct clair_arena *arena)
{
	memcpy(element->values, environment->initial, sizeof(element->values));
	element->customs = clair_css_customs_none(arena);
	element->values[CLAIR_CSS_DISPLAY].keyword = CLAIR_KW_BLOCK;
}

struct compute_case {
	const char *property, *parent, *own, *value;
};

static const struct compute_case cases[] = {
    {"outline-width", "", "outline-width:5px", "5px"},
    {"outline-width", "", "", "3px"},
    {"border-top-width", "", "", "0px"},
    {"border-top-width", "", "border-top-style:solid", "3px"},
    {"border-top-width", "", "border-top:0.3px solid", "1px"},
    {"border-top-width", "", "border-top:1.7px solid", "1px"},
    {"border-top-width", "border-top:3px solid", "border-top-width:inherit", "0px"},
    {"border-top-width", "border-top:3px none", "border-top-width:inherit;border-top-style:solid",
	"3px"},
    {"letter-spacing", "", "letter-spacing:0", "normal"},
    {"letter-spacing", "", "letter-spacing:normal", "normal"},
    {"letter-spacing", "", "letter-spacing:10%", "10%"},
    {"word-spacing", "", "word-spacing:normal", "0px"},
    {"font-size", "", "font-family:monospace", "13px"},
    {"font-size", "", "font-family:monospace,monospace", "16px"},
    {"font-size", "", "font-family:monospace;font-size:1em", "13px"},
    {"font-size", "", "font-family:monospace;font-size:1rem", "16px"},
    {"font-size", "", "font-family:monospace;font-size:16px", "16px"},
    {"font-size", "", "font-family:monospace;font-size:medium", "13px"},
    {"font-size", "", "font-family:monospace;font-size:larger", "15.6px"},
    {"font-size", "", "font-family:monospace;font-size:120%", "15.6px"},
    {"font-size", "", "font-family:monospace;font-size:x-large", "20px"},
    {"font-size", "", "font-family:monospace;font-size:calc(1em + 1px)", "17px"},
    {"font-size", "", "font-family:monospace;font-size:10vw", "100px"},
    {"font-size", "", "font-family:'monospace'", "16px"},
    {"font-size", "", "font-family:Courier,monospace", "16px"},
    {"font-size", "", "font-family:monospace;font-size:calc(10px + 1px)", "11px"},
    {"font-size", "font-size:16px", "font-family:monospace;font-size:1em", "16px"},
    {"font-size", "font-size:16px", "font-family:monospace", "16px"},
    {"font-size", "font-size:1rem", "font-family:monospace", "16px"},
    {"font-size", "font-size:1em", "font-family:monospace", "13px"},
    {"font-size", "font-size:1em", "font-family:monospace;font-size:1em", "13px"},
    {"font-size", "font-size:100%", "font-family:monospace;font-size:90%", "11.7px"},
    {"font-size", "font-size:large", "font-family:monospace", "16px"},
    {"font-size", "font-size:larger", "font-family:monospace", "15.6px"},
    {"font-size", "font-size:20px", "font-family:monospace;font-size:larger", "24px"},
    {"font-size", "font-family:monospace", "font-family:serif", "16px"},
    {"font-size", "font-family:monospace", "font-family:serif;font-size:1em", "16px"},
    {"font-size", "font-family:monospace", "font-size:1em", "13px"},
    {"font-size", "font-family:monospace", "font-size:inherit", "13px"},
    {"font-size", "font-family:monospace;font-size:20px", "font-family:serif", "20px"},
    {"font-size", "font-family:monospace;font-size:1.5em", "font-family:serif", "24px"},
    {"font-size", "font-family:serif;", "font-family:monospace;font-size:inherit", "13px"},
    {"font-size", "font-size:16px", "font-family:monospace;font-size:inherit", "16px"},
    {"font-size", "", "font-family:monospace;font-size:initial", "13px"},
    {"font-size", "", "font-family:monospace;font-size:calc(100%)", "13px"},
    {"font-size", "font-size:10vw", "font-family:monospace", "100px"},
    {"font-size", "", "font-family:monospace;font-size:math", "13px"},
    {"font-size", "", "font-size:xx-small", "9px"},
    {"font-size", "", "font-size:x-small", "10px"},
    {"font-size", "", "font-size:small", "13px"},
    {"font-size", "", "font-size:large", "18px"},
    {"font-size", "", "font-size:x-large", "24px"},
    {"font-size", "", "font-size:xx-large", "32px"},
    {"font-size", "", "font-size:xxx-large", "48px"},
    {"font-size", "", "font-size:-webkit-xxx-large", "48px"},
    {"font-size", "", "font-family:monospace;font-size:xx-small", "9px"},
    {"font-size", "", "font-family:monospace;font-size:x-small", "10px"},
    {"font-size", "", "font-family:monospace;font-size:small", "12px"},
    {"font-size", "", "font-family:monospace;font-size:large", "16px"},
    {"font-size", "", "font-family:monospace;font-size:xx-large", "26px"},
    {"font-size", "", "font-family:monospace;font-size:xxx-large", "39px"},
    {"font-size", "", "font-size:smaller", "13.3333px"},
    {"font-size", "", "font-size:larger", "19.2px"},
    {"font-size", "font-size:larger", "font-size:larger", "23.04px"},
    {"font-size", "", "font-size:0", "0px"},
    {"font-size", "", "font-size:calc(-5px)", "0px"},
    {"font-size", "", "font-size:1e9px", "10000px"},
    {"font-size", "", "font-size:13.333px", "13.333px"},
    {"line-height", "", "line-height:150%", "24px"},
    {"line-height", "", "line-height:normal", "normal"},
    {"line-height", "line-height:200%;font-size:10px", "font-size:20px", "20px"},
    {"line-height", "line-height:2em;font-size:10px", "font-size:20px", "20px"},
    {"line-height", "", "line-height:calc(1em + 50%)", "24px"},
    {"line-height", "", "line-height:-1", "normal"},
    {"font-weight", "", "font-weight:bolder", "700"},
    {"font-weight", "", "font-weight:lighter", "100"},
    {"font-weight", "", "font-weight:2000", "400"},
    {"font-weight", "", "font-weight:calc(2000)", "1000"},
    {"font-weight", "font-weight:100", "font-weight:bolder", "400"},
    {"font-weight", "font-weight:349", "font-weight:bolder", "400"},
    {"font-weight", "font-weight:350", "font-weight:bolder", "700"},
    {"font-weight", "font-weight:549", "font-weight:bolder", "700"},
    {"font-weight", "font-weight:550", "font-weight:bolder", "900"},
    {"font-weight", "font-weight:599", "font-weight:bolder", "900"},
    {"font-weight", "font-weight:600", "font-weight:bolder", "900"},
    {"font-weight", "font-weight:899", "font-weight:bolder", "900"},
    {"font-weight", "font-weight:900", "font-weight:bolder", "900"},
    {"font-weight", "font-weight:950", "font-weight:bolder", "950"},
    {"font-weight", "font-weight:99", "font-weight:lighter", "99"},
    {"font-weight", "font-weight:100", "font-weight:lighter", "100"},
    {"font-weight", "font-weight:549", "font-weight:lighter", "100"},
    {"font-weight", "font-weight:550", "font-weight:lighter", "400"},
    {"font-weight", "font-weight:749", "font-weight:lighter", "400"},
    {"font-weight", "font-weight:750", "font-weight:lighter", "700"},
    {"font-weight", "font-weight:1000", "font-weight:lighter", "700"},
    {"opacity", "", "opacity:50%", "0.5"},
    {"opacity", "", "opacity:7", "1"},
    {"opacity", "", "opacity:.333333333", "0.333333"},
    {"opacity", "", "opacity:calc(1/3)", "0.333333"},
    {"overflow-x", "", "overflow-y:hidden", "auto"},
    {"overflow-x", "", "overflow-y:clip", "visible"},
    {"overflow-x", "", "overflow-x:clip;overflow-y:hidden", "clip"},
    {"overflow-x", "", "overflow:visible clip", "visible"},
    {"overflow-x", "", "overflow-x:hidden;overflow-y:clip", "hidden"},
    {"overflow-y", "", "overflow:visible clip", "clip"},
    {"overflow-y", "", "overflow-x:hidden;overflow-y:clip", "clip"},
    {"overflow-y", "", "overflow-x:scroll;overflow-y:visible", "auto"},
    {"overflow-y", "", "overflow-x:clip;overflow-y:visible", "visible"},
    {"overflow-y", "", "overflow-x:auto;overflow-y:clip", "clip"},
    {"text-align", "", "text-align:match-parent", "start"},
    {"text-align", "", "text-align:-internal-center", "start"},
    {"text-align", "", "text-align:-webkit-center", "-webkit-center"},
    {"text-align", "text-align:center", "text-align:-webkit-match-parent", "center"},
    {"text-indent", "", "text-indent:2em", "32px"},
    {"text-indent", "", "text-indent:5%", "5%"},
    {"text-indent", "", "text-indent:calc(1em + 5%)", "calc(5% + 16px)"},
    {"text-indent", "", "text-indent:min(10px,5%)", "min(10px, 5%)"},
    {"text-shadow", "", "text-shadow:1px 1em red", "rgb(255, 0, 0) 1px 16px 0px"},
    {"text-shadow", "", "text-shadow:red 1px 1px 2px, blue 0 0 1em",
	"rgb(255, 0, 0) 1px 1px 2px, rgb(0, 0, 255) 0px 0px 16px"},
    {"box-shadow", "", "box-shadow:inset 0 1em red", "rgb(255, 0, 0) 0px 16px 0px 0px inset"},
    {"box-shadow", "", "box-shadow:0 0 0 1px", "rgb(0, 0, 0) 0px 0px 0px 1px"},
    {"filter", "", "filter:blur(1em) drop-shadow(1px 1px red)",
	"blur(16px) drop-shadow(rgb(255, 0, 0) 1px 1px 0px)"},
    {"filter", "", "filter:grayscale(100%)", "grayscale(1)"},
    {"filter", "", "filter:opacity(.5)", "opacity(0.5)"},
    {"filter", "", "filter:grayscale()", "grayscale(1)"},
    {"clip", "", "clip:rect(0 0 0 0)", "rect(0px, 0px, 0px, 0px)"},
    {"clip", "", "clip:rect(0,0,1em,auto)", "rect(0px, 0px, 16px, auto)"},
    {"clip-path", "", "clip-path:inset(50%)", "inset(50%)"},
    {"clip-path", "", "clip-path:inset(1em 2em)", "inset(16px 32px)"},
    {"clip-path", "", "clip-path:inset(0 0 99.9% 99.9%)", "inset(0px 0px 99.9% 99.9%)"},
    {"clip-path", "", "clip-path:circle(0)", "circle(0px)"},
    {"clip-path", "", "clip-path:polygon(0 0, 0 0, 0 0, 0 0)",
	"polygon(0px 0px, 0px 0px, 0px 0px, 0px 0px)"},
    {"clip-path", "", "clip-path:polygon(0 0,100% 0)", "polygon(0px 0px, 100% 0px)"},
    {"clip-path", "", "clip-path:url(#a)", "url(\"#a\")"},
    {"background-image", "", "background-image:linear-gradient(red,blue 50%)",
	"linear-gradient(rgb(255, 0, 0), rgb(0, 0, 255) 50%)"},
    {"background-image", "",
	"background-image:linear-gradient(to right, #fff 0%, rgba(0,0,0,.5) 100%)",
	"linear-gradient(to right, rgb(255, 255, 255) 0%, rgba(0, 0, 0, 0.5) 100%)"},
    {"background-image", "", "background-image:linear-gradient(0deg,currentcolor 1em,red)",
	"linear-gradient(0deg, rgb(0, 0, 0) 16px, rgb(255, 0, 0))"},
    {"background-position", "", "background-position:center", "50% 50%"},
    {"background-position", "", "background-position:0 0", "0px 0px"},
    {"background-position", "", "background-position:left", "0% 50%"},
    {"background-size", "", "background-size:cover", "cover"},
    {"background-size", "", "background-size:10px auto", "10px auto"},
    {"background-repeat", "", "background-repeat:repeat-x", "repeat-x"},
    {"background-repeat", "", "background-repeat:no-repeat no-repeat", "no-repeat"},
    {"background-clip", "", "background-clip:text", "text"},
    {"animation-duration", "", "animation-duration:500ms", "0.5s"},
    {"animation-duration", "", "", "0s"},
    {"animation-duration", "", "animation-duration:.5s, 1s", "0.5s, 1s"},
    {"animation-name", "", "animation-name:Foo", "Foo"},
    {"animation-iteration-count", "", "animation-iteration-count:infinite", "infinite"},
    {"z-index", "", "z-index:calc(1.5)", "2"},
    {"z-index", "", "z-index:3", "3"},
    {"order", "", "order:calc(2.5 + 0)", "3"},
    {"column-count", "", "column-count:calc(-1)", "1"},
    {"column-width", "", "column-width:10em", "160px"},
    {"vertical-align", "", "vertical-align:50%", "50%"},
    {"vertical-align", "", "vertical-align:1em", "16px"},
    {"text-decoration-thickness", "", "text-decoration-thickness:1em", "16px"},
    {"text-decoration-thickness", "", "text-decoration-thickness:10%", "10%"},
    {"text-decoration-thickness", "", "text-decoration-thickness:from-font", "from-font"},
    {"text-decoration-line", "", "text-decoration:overline underline", "underline overline"},
    {"text-decoration-color", "", "text-decoration-color:red", "rgb(255, 0, 0)"},
    {"quotes", "", "", "auto"},
    {"quotes", "", "quotes:'a' 'b'", "\"a\" \"b\""},
    {"content", "", "", "normal"},
    {"content", "", "content:'x'", "\"x\""},
    {"fill", "", "", "rgb(0, 0, 0)"},
    {"fill", "", "fill:none", "none"},
    {"fill", "", "fill:url(#a)", "url(\"#a\")"},
    {"fill", "", "fill:url(#a) red", "url(\"#a\") rgb(255, 0, 0)"},
    {"rotate", "", "rotate:45deg", "45deg"},
    {"rotate", "", "rotate:0.5turn", "180deg"},
    {"rotate", "", "rotate:x 45deg", "x 45deg"},
    {"rotate", "", "rotate:calc(1rad)", "57.2958deg"},
    {"scale", "", "scale:50%", "0.5"},
    {"scale", "", "scale:1 2", "1 2"},
    {"translate", "", "translate:1em", "16px"},
    {"translate", "", "translate:1px 2px", "1px 2px"},
    {"font-family", "", "font-family:Foo Bar, 'Foo Bar', Arial, sans-serif",
	"\"Foo Bar\", \"Foo Bar\", Arial, sans-serif"},
    {"font-family", "", "font-family:\"Arial\"", "Arial"},
    {"font-family", "", "font-family:'3D'", "\"3D\""},
    {"font-family", "", "font-family:\"a'b\"", "\"a'b\""},
    {"font-family", "", "font-family:system-ui", "system-ui"},
    {"font-family", "", "font-family:-apple-system", "-apple-system"},
    {"font-family", "", "font-family:BlinkMacSystemFont", "BlinkMacSystemFont"},
    {"font-family", "", "font-family:\"sans-serif\"", "\"sans-serif\""},
    {"font-family", "", "font-family:SERIF", "serif"},
    {"font-family", "", "font-family:-webkit-body", "-webkit-body"},
    {"list-style-type", "", "", "disc"},
    {"list-style-type", "", "list-style-type:'- '", "\"- \""},
    {"list-style-type", "", "list-style-type:foo", "foo"},
    {"color", "", "", "rgb(0, 0, 0)"},
    {"color", "", "color:rgba(1,2,3,.333)", "rgba(1, 2, 3, 0.333)"},
    {"color", "", "color:transparent", "rgba(0, 0, 0, 0)"},
    {"color", "", "color:rgb(0 0 0 / 12%)", "rgba(0, 0, 0, 0.12)"},
    {"color", "", "color:#12345678", "rgba(18, 52, 86, 0.47)"},
    {"color", "", "color:hsl(120 50% 50%)", "rgb(64, 191, 64)"},
    {"color", "", "color:canvastext", "rgb(0, 0, 0)"},
    {"color", "color:red", "color:currentcolor", "rgb(255, 0, 0)"},
    {"color", "color:red", "color:var(--nope)", "rgb(255, 0, 0)"},
    {"color", "color:red", "color:var(--n,inherit)", "rgb(255, 0, 0)"},
    {"background-color", "", "", "rgba(0, 0, 0, 0)"},
    {"background-color", "", "background-color:var(--nope)", "rgba(0, 0, 0, 0)"},
    {"background-color", "background-color:red", "background-color:var(--n,inherit)",
	"rgb(255, 0, 0)"},
    {"background-color", "", "background-color:var(--n,rgb(1,2,3)", "rgb(1, 2, 3)"},
    {"max-width", "", "", "none"},
    {"max-width", "", "max-width:50%", "50%"},
    {"max-width", "", "max-width:min(10px, 50%)", "min(10px, 50%)"},
    {"max-width", "", "max-width:min(1em, 50%)", "min(16px, 50%)"},
    {"max-width", "", "max-width:clamp(1rem, 5%, 3rem)", "clamp(16px, 5%, 48px)"},
    {"max-width", "", "max-width:calc(100% - 2em)", "calc(100% - 32px)"},
    {"max-width", "", "max-width:calc(2em - 100%)", "calc(-100% + 32px)"},
    {"max-width", "", "max-width:calc(100% - min(1em,5%))", "calc(100% - min(16px, 5%))"},
    {"max-width", "", "max-width:calc(50% + 0px)", "50%"},
    {"max-width", "", "max-width:calc(-10px)", "0px"},
    {"max-width", "", "max-width:max(100%, 1em, 2em)", "max(100%, 16px, 32px)"},
    {"max-width", "", "max-width:fit-content", "fit-content"},
    {"max-width", "", "max-width:fit-content(1em)", "none"},
    {"max-width", "", "max-width:round(5%, 1em)", "round(5%, 16px)"},
    {"max-width", "", "max-width:calc(2 * min(1em, 5%))", "calc(2 * min(16px, 5%))"},
    {"max-width", "", "max-width:min(50% - 1em, 10px)", "min(50% - 16px, 10px)"},
    {"max-width", "", "max-width:12.3456789px", "12.3457px"},
    {"max-width", "", "max-width:123456.789px", "123457px"},
    {"max-width", "", "max-width:1234567.89px", "1.23457e+06px"},
    {"max-width", "", "max-width:.1em", "1.6px"},
    {"max-width", "", "max-width:0.00001px", "1e-05px"},
    {"max-width", "", "max-width:12345678px", "1.23457e+07px"},
    {"max-width", "", "max-width:33.33333333%", "33.3333%"},
    {"max-width", "", "max-width:calc(100%/3)", "33.3333%"},
    {"max-width", "", "max-width:calc(infinity*1px)", "3.35544e+07px"},
    {"max-width", "", "max-width:calc(NaN*1px)", "0px"},
    {"max-width", "", "max-width:sign(1em)", "none"},
    {"max-width", "", "max-width:calc(1px*sign(1em - 1px))", "1px"},
    {"max-width", "", "max-width:calc(10px*(1em/1px))", "160px"},
    {"max-width", "", "max-width:abs(-1em)", "16px"},
    {"max-width", "", "max-width:hypot(3px,4px)", "5px"},
    {"max-width", "", "max-width:calc(sin(30deg)*1px)", "0.5px"},
    {"max-width", "", "max-width:calc(pow(2,3)*1px)", "8px"},
    {"max-width", "", "max-width:mod(-5px,3px)", "1px"},
    {"max-width", "", "max-width:rem(-5px,3px)", "0px"},
    {"max-width", "", "max-width:round(up, 5px, 3px)", "6px"},
    {"max-width", "", "max-width:round(7px)", "none"},
    {"max-width", "", "max-width:calc(atan2(1px,1px)/1deg*1px)", "45px"},
    {"max-width", "", "max-width:clamp(none,5px,3px)", "3px"},
    {"max-width", "", "max-width:calc(log(8,2)*1px)", "3px"},
    {"max-width", "", "max-width:-webkit-calc(1px + 1px)", "2px"},
    {"max-width", "", "max-width:progress(1,0,2)", "none"},
    {"font-variant-caps", "", "font-variant:small-caps", "small-caps"},
    {"display", "", "float:left", "block"},
    {"display", "", "position:fixed", "block"},
    {"display", "", "display:inline-flex;float:left", "flex"},
    {"display", "", "display:inline-table;float:left", "table"},
    {"display", "", "display:table-cell;float:left", "block"},
    {"display", "", "display:inline-grid;position:absolute", "grid"},
    {"display", "", "display:contents;float:left", "contents"},
    {"display", "", "display:ruby;float:left", "block ruby"},
    {"display", "", "display:inline list-item;float:left", "list-item"},
    {"display", "", "display:inline flow-root", "inline-block"},
    {"display", "", "display:-webkit-box", "-webkit-box"},
    {"display", "", "display:-webkit-inline-box;float:left", "-webkit-box"},
    {"display", "", "display:ruby-text;float:left", "block"},
    {"display", "", "display:table-column;float:left", "block"},
    {"display", "", "display:list-item;float:left", "list-item"},
    {"display", "display:flex", "display:inline", "block"},
    {"display", "display:-webkit-box", "display:inline", "inline"},
    {"display", "display:inline-grid", "display:inline-block", "block"},
    {"display", "display:flex", "display:inline-flex", "flex"},
    {"display", "display:flex", "display:table-cell", "block"},
    {"display", "display:flex", "display:inline-table", "table"},
    {"display", "display:flex", "display:contents", "contents"},
    {"display", "display:flex", "display:none", "none"},
    {"display", "display:math", "display:inline", "inline"},
    {"display", "display:ruby", "display:block", "inline-block"},
    {"display", "display:ruby", "display:inline-block", "inline-block"},
    {"display", "display:ruby", "display:flex", "inline-flex"},
    {"display", "display:ruby", "display:table", "inline-table"},
    {"display", "display:ruby", "display:grid", "inline-grid"},
    {"display", "display:ruby", "display:flow-root", "inline-block"},
    {"display", "display:ruby", "display:list-item", "inline list-item"},
    {"display", "display:-webkit-inline-box", "display:inline", "inline"},
    {"display", "display:flex", "display:table-caption", "block"},
    {"display", "display:flex", "display:table-row-group", "block"},
    {"display", "display:flex", "display:ruby", "block ruby"},
    {"display", "display:flex", "display:inline list-item", "list-item"},
    {"display", "display:grid-lanes", "display:inline", "inline"},
    {"display", "display:table", "display:inline", "inline"},
    {"display", "", "display:block ruby", "block ruby"},
    {"display", "", "display:flow-root list-item", "flow-root list-item"},
    {"display", "", "display:flow", "block"},
    {"display", "", "display:block list-item;float:left", "list-item"},
    {"display", "", "display:flow-root list-item;float:left", "flow-root list-item"},
    {"display", "display:layout", "display:inline", "inline"},
    {"float", "", "position:absolute;float:left", "none"},
    {"float", "display:flex", "float:left", "left"},
    {"position", "", "position:sticky", "sticky"},
    {"appearance", "", "", "none"},
    {"user-select", "", "", "auto"},
    {"mix-blend-mode", "", "", "normal"},
    {"writing-mode", "", "", "horizontal-tb"},
    {"hyphens", "", "", "manual"},
    {"white-space", "", "", "normal"},
    {"white-space", "", "white-space:nowrap", "nowrap"},
    {"white-space", "", "white-space:pre-line", "pre-line"},
    {"text-overflow", "", "", "clip"},
    {"text-overflow", "", "text-overflow:'x'", "clip"},
    {"font-style", "", "font-style:oblique", "oblique"},
    {"-webkit-text-fill-color", "", "-webkit-text-fill-color:transparent", "rgba(0, 0, 0, 0)"},
    {"box-sizing", "", "", "content-box"},
    {"text-transform", "", "text-transform:uppercase full-width", "none"},
    {"pointer-events", "", "", "auto"},
    {"content-visibility", "", "content-visibility:hidden", "hidden"},
    {"width", "--w:10", "width:calc(var(--w)*1px)", "10px"},
    {"margin-top", "--m:1px 2px", "margin:var(--m)", "1px"},
    {"margin-left", "--m:1px 2px", "margin:var(--m)", "2px"},
    {"overflow-x", "", "display:table;overflow:auto", "visible"},
    {"overflow-y", "", "display:table;overflow:auto hidden", "visible"},
    {"overflow-x", "", "display:inline-table;overflow:hidden", "hidden"},
    {"overflow-x", "", "display:table;overflow:clip visible", "clip"},
    {"overflow-x", "", "display:table-row;overflow:auto", "auto"},
    {"text-align", "text-align:start", "text-align:-webkit-match-parent", "left"},
    {"text-align", "text-align:end", "text-align:-webkit-match-parent", "right"},
    {"text-align", "text-align:end;direction:rtl", "text-align:-webkit-match-parent", "left"},
    {"text-align", "text-align:center", "text-align:-webkit-match-parent", "center"},
    {"text-align", "direction:rtl", "text-align:-webkit-match-parent;direction:ltr", "right"},
    {"max-width", "", "max-width:env(foo, 3px)", "3px"},
    {"max-width", "", "max-width:calc(1px + env(safe-area-inset-top))", "1px"},
};

/* Not compared with getComputedStyle, which answers from the layout or with a matrix. */
static const struct compute_case own_cases[] = {
    {"line-height", "line-height:1.5", "font-size:2em", "1.5"},
    {"line-height", "line-height:150%;font-size:10px", "font-size:20px", "15px"},
    {"line-height", "", "line-height:calc(1 + 1)", "2"},
    {"line-height", "", "line-height:calc(-1)", "0"},
    {"transform", "", "transform:translate(-50%, 0) rotate(0.5turn)",
	"translate(-50%, 0px) rotate(180deg)"},
    {"transform", "", "transform:scale(0)", "scale(0)"},
    {"width", "", "width:calc(1em + 10%)", "calc(10% + 16px)"},
    {"width", "", "width:calc(50% - 1em)", "calc(50% - 16px)"},
    {"width", "", "width:50vw", "500px"},
    {"width", "", "width:50vmin", "250px"},
    {"width", "", "width:2rem", "32px"},
    {"width", "line-height:2;font-size:10px", "width:2lh", "40px"},
    {"width", "", "width:1e99px", "3.40282e+38px"},
    {"margin-left", "", "margin-left:calc(-1 * infinity * 1px)", "-3.35544e+07px"},
    {"animation-duration", "", "animation-duration:250ms", "0.25s"},
    {"color", "--c:red", "color:color-mix(in srgb, var(--c), white)", "rgb(255, 128, 128)"},
    {"text-shadow", "color:red", "text-shadow:1px 1px", "rgb(255, 0, 0) 1px 1px 0px"},
};

static void
check(const struct compute_case *expected)
{
	struct clair_css_environment environment;
	struct clair_arena arena;
	struct element root, parent, own;
	enum clair_property property =
	    clair_property_of(expected->property, strlen(expected->property));
	const char *value;

	clair_arena_init(&arena, 0);
	make_environment(&arena, &environment);
	make_initial(&root, &environment, &arena);
	compute(&arena, expected->parent, &root, false, &environment, &parent);
	compute(&arena, expected->own, &parent, false, &environment, &own);
	value = clair_css_write(property, &own.values[property], &arena);
	if (strcmp(value, expected->value) != 0)
		fail_msg("{%s} {%s} %s: %s, not %s", expected->parent, expected->own,
		    expected->property, value, expected->value);
	assert_false(arena.failed);
	clair_arena_free(&arena);
}

static void
check_all(const struct compute_case *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(&list[i]);
}

static void
test_as_chromium(void **state)
{
	(void)state;
	check_all(cases, sizeof(cases) / sizeof(*cases));
}

static void
test_own(void **state)
{
	(void)state;
	check_all(own_cases, sizeof(own_cases) / sizeof(*own_cases));
}

/* What is not known says so, with the value it would have undeclared, and so does what comes from
 * it. */
static void
test_not_known(void **state)
{
	struct clair_css_environment environment;
	struct clair_arena arena;
	struct element root, parent, own;

	(void)state;
	clair_arena_init(&arena, 0);
	make_environment(&arena, &environment);
	make_initial(&root, &environment, &arena);
	compute(&arena, "font-size:5cqw;width:calc(1px + 1cqw);opacity:.5", &root, false,
	    &environment, &parent);
	assert_int_equal(parent.values[CLAIR_CSS_FONT_SIZE].kind, CLAIR_VALUE_NOT_KNOWN);
	assert_true(parent.values[CLAIR_CSS_FONT_SIZE].number == 16);
	assert_int_equal(parent.values[CLAIR_CSS_WIDTH].kind, CLAIR_VALUE_NOT_KNOWN);
	assert_int_equal(parent.values[CLAIR_CSS_OPACITY].kind, CLAIR_VALUE_NUMBER);
	compute(&arena, "font-size:2em;width:2em", &parent, false, &environment, &own);
	assert_int_equal(own.values[CLAIR_CSS_FONT_SIZE].kind, CLAIR_VALUE_NOT_KNOWN);
	assert_true(own.values[CLAIR_CSS_FONT_SIZE].number == 32);
	assert_true(own.values[CLAIR_CSS_WIDTH].number == 64);
	compute(&arena, "font-size:10px", &parent, false, &environment, &own);
	assert_int_equal(own.values[CLAIR_CSS_FONT_SIZE].kind, CLAIR_VALUE_LENGTH);
	clair_arena_free(&arena);
}

static void
test_blockify(void **state)
{
	(void)state;
	assert_int_equal(clair_css_blockify(CLAIR_KW_INLINE, true, false, 0), CLAIR_KW_BLOCK);
	assert_int_equal(clair_css_blockify(CLAIR_KW_CONTENTS, true, false, 0), CLAIR_KW_BLOCK);
	assert_int_equal(clair_css_blockify(CLAIR_KW_NONE, true, true, 0), CLAIR_KW_NONE);
	assert_int_equal(clair_css_blockify(CLAIR_KW_CONTENTS, false, true, 0), CLAIR_KW_CONTENTS);
	assert_int_equal(clair_css_blockify(CLAIR_KW_TABLE_ROW, false, true, 0), CLAIR_KW_BLOCK);
	assert_int_equal(
	    clair_css_blockify(CLAIR_KW_INLINE, false, false, CLAIR_KW_BLOCK), CLAIR_KW_INLINE);
}

/* A long text is computed once for all the elements that have it alike, and no more once the page
 * has used up what it may: then it stays as declared. */
static void
test_long_texts(void **state)
{
	enum { SHADOWS = 3000, SIZES = 2000 };
	static char style[32 + SHADOWS * 16];
	struct clair_css_environment environment;
	struct clair_css_block block = {NULL, 0, 0};
	struct clair_arena arena;
	struct element root;
	const char *text[SIZES];
	int length = snprintf(style, sizeof(style), "text-shadow:1em 1em red");

	(void)state;
	for (unsigned i = 1; i < SHADOWS; i++)
		length += snprintf(style + length, sizeof(style) - (size_t)length, ",1em 1em red");
	clair_arena_init(&arena, 128U << 20);
	make_environment(&arena, &environment);
	make_initial(&root, &environment, &arena);
	clair_css_declare_all(&block, style, (size_t)length, false, &arena);
	assert_int_equal(block.count, 1);
	for (unsigned i = 0; i < 2 * SIZES; i++) {
		struct clair_css_value value;

		root.values[CLAIR_CSS_FONT_SIZE].number = (float)(10 + i % SIZES);
		value = clair_css_compute(CLAIR_CSS_TEXT_SHADOW, &block.list[0].value, root.values,
		    root.values, root.customs, &environment, &arena);
		if (i < SIZES)
			text[i] = value.text;
		else
			assert_ptr_equal(value.text, text[i - SIZES]);
	}
	assert_memory_equal(text[0], "rgb(255, 0, 0) 10px 10px 0px, ", 29);
	assert_ptr_equal(text[SIZES - 1], block.list[0].value.text);
	assert_false(arena.failed);
	clair_arena_free(&arena);
}

/* One answer for each initial value, as a browser gives it. */
static void
test_initial(void **state)
{
	struct clair_arena arena;
	const struct clair_css_value *initial;

	(void)state;
	clair_arena_init(&arena, 0);
	initial = clair_css_initial(&arena);
	assert_non_null(initial);
	for (unsigned i = 0; i < CLAIR_PROPERTY_COUNT; i++)
		if (clair_css_write(i, &initial[i], &arena)[0] == '\0' ||
		    initial[i].kind == CLAIR_VALUE_INITIAL)
			fail_msg("%s has no initial value", clair_property_name(i));
	assert_string_equal(
	    clair_css_write(CLAIR_CSS_COLOR, &initial[CLAIR_CSS_COLOR], &arena), "rgb(0, 0, 0)");
	clair_arena_free(&arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_as_chromium),
	    cmocka_unit_test(test_own),
	    cmocka_unit_test(test_not_known),
	    cmocka_unit_test(test_blockify),
	    cmocka_unit_test(test_initial),
	    cmocka_unit_test(test_long_texts),
	};

	return cmocka_run_group_tests_name("style/compute", tests, NULL, NULL);
}
