/* A style sheet on a small page, which the first byte chooses: read, cascaded, computed, written. */
#include "style/style.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const pages[] = {
    "<!DOCTYPE html><html lang=fr><title>t</title><body class=c><main id=m><h1 class='c d'>a</h1><p>b <a "
    "href=x title='u v-w'>c</a> <b>d</b><i></i></p><ul><li>1<li class=c>2<li>3</ul></main>",
    "<body bgcolor=#abc text=red><table border=1 width=50%><tr><td align=center><font size=+2 color=blue>a"
    "</font><td nowrap>b</table><form><fieldset disabled><input type=checkbox checked><input required "
    "placeholder=p><select><option selected>o</select></fieldset></form>",
    "<!DOCTYPE html><div dir=auto style='color:red;--x:1px;width:var(--x)'>&#1488;<div hidden><details><summary>s"
    "</summary><p>x</p></details></div><svg fill=red><g style='fill:var(--x)'><path/></g></svg></div>",
    "<!DOCTYPE html><div class=a><div class=b><div class=c><span class=c>x</span></div></div><div class='a b'>"
    "<img alt=''><br><q>q</q></div></div><ol><li><ol start=3><li>y</ol></ol>",
};

static void
check(bool right)
{
	if (!right)
		abort();
}

static void
check_sheet(const struct clair_sheet *sheet)
{
	check(!sheet->cut);
	for (uint32_t i = 0; i < sheet->rule_count; i++) {
		const struct clair_css_rule *rule = &sheet->rules[i];
		uint32_t line;
		uint32_t column;

		check(rule->offset <= sheet->length);
		check(rule->condition == CLAIR_NO_CONDITION || rule->condition < sheet->condition_count);
		check(rule->layer == CLAIR_NO_LAYER || rule->layer < sheet->layer_count);
		clair_sheet_position(sheet, rule->offset, &line, &column);
		check(line != 0 && column != 0);
		for (uint32_t d = 0; d < rule->block.count; d++) {
			check(rule->block.list[d].offset < sheet->length);
			check(rule->block.list[d].property <= CLAIR_PROPERTY_NONE);
		}
	}
	for (uint32_t i = 0; i < sheet->condition_count; i++)
		check(sheet->conditions[i].parent == CLAIR_NO_CONDITION || sheet->conditions[i].parent < i);
	for (uint32_t i = 0; i < sheet->import_count; i++)
		check(sheet->imports[i].offset < sheet->length && sheet->imports[i].url != NULL);
}

static void
check_style(const struct clair_style *style, struct clair_arena *arena)
{
	for (int i = 0; i < CLAIR_PROPERTY_COUNT; i++) {
		enum clair_property property = (enum clair_property)i;
		const struct clair_css_value *value = clair_style_value(style, property);
		struct clair_color color;

		check(value != NULL &&
		    (value->kind < CLAIR_VALUE_INHERIT || value->kind == CLAIR_VALUE_NOT_KNOWN));
		check(clair_css_write(property, value, arena) != NULL);
		if (clair_style_color(style, property, &color))
			check(color.red >= 0 && color.red <= 1 && color.alpha >= 0 && color.alpha <= 1);
	}
}

static void
check_element(struct clair_style_table *table, const struct clair_node *node, struct clair_arena *arena)
{
	const struct clair_style *style = clair_style_of(table, node);
	const struct clair_style *boxed;

	check(style != NULL);
	check_style(style, arena);
	for (int pseudo = CLAIR_PSEUDO_BEFORE; pseudo < CLAIR_PSEUDO_OTHER; pseudo++) {
		boxed = clair_style_pseudo(table, node, (enum clair_pseudo_element)pseudo);
		if (boxed != NULL)
			check_style(boxed, arena);
	}
	for (int view = 0; view < CLAIR_VIEW_COUNT; view++) {
		const struct clair_style *viewed = clair_style_viewed(table, node, (enum clair_view)view);

		check(viewed != NULL);
		if (viewed != style)
			check_style(viewed, arena);
	}
	for (int i = 0; i < CLAIR_PROPERTY_COUNT; i++) {
		struct clair_style_place place = clair_style_place(table, node, (enum clair_property)i);

		if (place.by == CLAIR_BY_SHEET)
			check(place.use != NULL && place.offset < place.use->sheet->length);
	}
}

static void
check_page(const struct clair_page *page, const struct clair_sheet *sheet,
    const struct clair_browser_style *browser)
{
	const struct clair_sheet_use use = {
	    .sheet = sheet, .url = "", .node = page->nodes, .layer_prefix = ""};
	const struct clair_style_set set = {
	    .browser = browser, .uses = &use, .count = 1, .screen = clair_screen_desktop};
	struct clair_style_table *table;
	struct clair_arena arena;

	clair_arena_init(&arena, 0);
	table = clair_style_compute(page, &set, &arena, 10000);
	check(table != NULL && !clair_style_exhausted(table));
	for (uint32_t i = 0; i < page->node_count; i++)
		if (page->nodes[i].kind == CLAIR_NODE_ELEMENT)
			check_element(table, &page->nodes[i], &arena);
	check(!arena.failed);
	clair_arena_free(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct clair_parse_limits limits = {.memory = 256u << 20, .milliseconds = 2000};
	const struct clair_sheet_limits sheet_limits = {.milliseconds = 10000};
	struct clair_document document = {.url = "", .http_charset = "utf-8", .click_depth = -1};
	static struct clair_browser_style *browser; /* made once: it takes longer than all the rest */
	struct clair_sheet *sheet;
	struct clair_page page;
	const char *why;

	if (size == 0)
		return 0;
	document.bytes = pages[data[0] % 4];
	document.length = strlen(document.bytes);
	check(clair_page_parse(&page, &document, &limits, &why) == CLAIR_OK);
	if (browser == NULL)
		browser = clair_browser_style_new();
	sheet = clair_sheet_parse(
	    (const char *)data + 1, size - 1, NULL, "utf-8", page.quirks, &sheet_limits);
	check(browser != NULL && sheet != NULL);
	check_sheet(sheet);
	check_page(&page, sheet, browser);
	clair_sheet_free(sheet);
	clair_page_free(&page);
	return 0;
}
