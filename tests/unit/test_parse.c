/* The page: places in the source, flags, notes, ceilings, and the walk that rules use. */
#include "clairlint/rule.h"
#include "dom/build.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct clair_parse_limits roomy = {.memory = 512u << 20, .milliseconds = 60000};

static void
parse(struct clair_page *page, const char *html)
{
	const struct clair_document document = {.url = "https://exemple.fr/a",
	    .final_url = "https://exemple.fr/b", .http_charset = "utf-8", .bytes = html,
	    .length = strlen(html), .http_status = 200, .click_depth = 2};
	const char *why;

	assert_int_equal(clair_page_parse(page, &document, &roomy, &why), CLAIR_OK);
	assert_null(why);
}

static const struct clair_node *
tag_at(const struct clair_page *page, enum clair_tag tag, size_t index)
{
	assert_true(index < page->tag_count[tag]);
	return &page->nodes[page->by_tag[tag][index]];
}

static void
assert_span(const struct clair_page *page, uint32_t offset, uint32_t length, const char *text)
{
	assert_true(offset + length <= page->length);
	if (length != strlen(text) || memcmp(page->source + offset, text, length) != 0)
		fail_msg("got “%.*s”, not “%s”", (int)length, page->source + offset, text);
}

static void
old_doctypes_make_quirks(void **state)
{
	static const struct {
		const char *html;
		bool quirks;
	} cases[] = {
	    {"<!DOCTYPE html>", false},
	    {"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.0 Transitional//EN\">", true},
	    {"<!doctype html public \"-//w3c//dtd html 3.2 final//fr\">", true},
	    {"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">", true},
	    {"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\" "
	     "\"http://www.w3.org/TR/html4/loose.dtd\">", false},
	    {"<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", false},
	    {"<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\">", false},
	    {"<!DOCTYPE html SYSTEM \"http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd\">", true},
	    {"<!DOCTYPE html PUBLIC \"HTML\">", true},
	    {"<!DOCTYPE page>", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_page page = {.url = ""};

		parse(&page, cases[i].html);
		if (page.quirks != cases[i].quirks)
			fail_msg("%s", cases[i].html);
		clair_page_free(&page);
	}
}

static void
page_keeps_what_the_server_said(void **state)
{
	struct clair_page page = {.url = ""};
	parse(&page, "<!doctype html><p>a");

	(void)state;
	assert_string_equal(page.url, "https://exemple.fr/b");
	assert_null(page.file);
	assert_int_equal(page.http_status, 200);
	assert_int_equal(page.click_depth, 2);
	assert_true(page.has_doctype);
	assert_false(page.quirks);
	assert_false(page.approximate);
	clair_page_free(&page);
	parse(&page, "<p>a");
	assert_false(page.has_doctype);
	assert_true(page.quirks);
	clair_page_free(&page);
	parse(&page, "");
	assert_int_equal(page.element_count, 3);
	assert_string_equal(page.nodes[0].name, "html");
	clair_page_free(&page);
}

static void
tags_and_attributes_have_their_place(void **state)
{
	struct clair_page page = {.url = ""};
	parse(&page, "<p>é</p>\n<a  HREF = 'x&amp;y' title=\"\" hidden data-X=1>b</a>");
	const struct clair_node *link = tag_at(&page, CLAIR_TAG_A, 0);
	static const struct {
		const char *name, *written, *value, *source;
		enum clair_attribute id;
	} wanted[] = {
		{"href", "HREF", "x&y", "x&amp;y", CLAIR_ATTR_HREF},
		{"title", "title", "", "", CLAIR_ATTR_TITLE},
		{"hidden", "hidden", "", "", CLAIR_ATTR_HIDDEN},
		{"data-x", "data-X", "1", "1", CLAIR_ATTR_OTHER},
	};

	(void)state;
	assert_span(&page, link->offset, link->length,
	    "<a  HREF = 'x&amp;y' title=\"\" hidden data-X=1>");
	assert_int_equal(link->attribute_count, 4);
	for (size_t i = 0; i < 4; i++) {
		const struct clair_attribute_value *one = &link->attributes[i];

		assert_string_equal(one->name, wanted[i].name);
		assert_string_equal(one->value, wanted[i].value);
		assert_int_equal(one->id, wanted[i].id);
		assert_span(&page, one->name_offset, one->name_length, wanted[i].written);
		assert_span(&page, one->value_offset, one->value_length, wanted[i].source);
	}
	assert_int_equal(page.source[link->attributes[1].value_offset], '"');
	assert_true(page.nodes[0].flags & CLAIR_NODE_IMPLIED);
	assert_int_equal(page.nodes[0].length, 0);
	assert_true(link->flags & CLAIR_NODE_END_TAG);
	clair_page_free(&page);
}

static void
lines_and_columns_count_code_points(void **state)
{
	struct clair_page page = {.url = ""};
	parse(&page, "é<b>\r\n\xF0\x9F\x98\x80<i>\r<u>\n\n<s>");
	static const struct {
		enum clair_tag tag;
		uint32_t line, column;
	} wanted[] = {
		{CLAIR_TAG_B, 1, 2}, {CLAIR_TAG_I, 2, 2}, {CLAIR_TAG_U, 3, 1}, {CLAIR_TAG_S, 5, 1}};
	uint32_t line;
	uint32_t column;

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		clair_page_position(&page, tag_at(&page, wanted[i].tag, 0)->offset, &line, &column);
		assert_int_equal(line, wanted[i].line);
		assert_int_equal(column, wanted[i].column);
	}
	clair_page_position(&page, UINT32_MAX, &line, &column);
	assert_int_equal(line, 5);
	assert_int_equal(column, 4);
	clair_page_free(&page);
}

/* However long the line, and wherever its characters of several bytes fall. */
static void
columns_of_a_long_line_are_exact(void **state)
{
	enum { PIECES = 3000 };
	static char html[PIECES * 6 + 8];
	struct clair_page page = {.url = ""};
	size_t length = 0;
	uint32_t wanted = 1;

	(void)state;
	for (int i = 0; i < PIECES; i++)
		length += (size_t)snprintf(html + length, sizeof(html) - length, "é%s<b>", i % 2 ? "" : "x");
	parse(&page, html);
	for (uint32_t i = 0; i < PIECES; i++) {
		uint32_t line;
		uint32_t column;

		clair_page_position(&page, tag_at(&page, CLAIR_TAG_B, i)->offset, &line, &column);
		wanted += i % 2 ? 1 : 2;
		assert_int_equal(line, 1);
		assert_int_equal(column, wanted);
		wanted += 3;
	}
	clair_page_free(&page);
}

/* The letter z, wherever it comes in the decoded text, is a z of the source. */
static void
decoded_text_leads_back_to_its_source(void **state)
{
	static const char *const texts[] = {"z", "&amp;z&eacute;z", "a\r\nz\rz\nz", "&z", "&amp;amp;z",
	    "&ampz", "&notit;z", "&copy;&copyz", "&#x41;z&#65z", "&NotEqualTilde;z", "&fjlig;z",
	    "a</i>z</i></b>z", "&nbsp;&nbsp;z", "&&amp;&z", "é&eacute;éz", "a<!-->z", "&lt;p&gt;z",
	    "a\\z &inconnu; z", "&#0;z&#x110000;z", "&acE;z&acE;&acE;z"};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		char html[64];
		struct clair_page page = {.url = ""};

		snprintf(html, sizeof(html), "<p>%s", texts[i]);
		parse(&page, html);

		for (uint32_t n = 0; n < page.node_count; n++) {
			const struct clair_node *text = &page.nodes[n];
			uint32_t before = text->offset;

			for (uint32_t at = 0; text->kind == CLAIR_NODE_TEXT && at < text->text_length; at++) {
				uint32_t place = clair_text_source_offset(text, at);

				if (text->text[at] == 'z' && page.source[place] != 'z')
					fail_msg("%s: byte %u leads to %u", texts[i], at, place);
				assert_true(place >= before && place <= text->offset + text->length);
				before = place;
			}
		}
		clair_page_free(&page);
	}
}

static void
copies_and_moves_are_marked(void **state)
{
	struct clair_page page = {.url = ""};
	parse(&page, "<p><b>a<p>c</b><table><i>d</i></table><svg><title>t</title></svg>");

	(void)state;
	assert_int_equal(page.tag_count[CLAIR_TAG_B], 2);
	assert_int_equal(tag_at(&page, CLAIR_TAG_B, 0)->flags & CLAIR_NODE_MOVED, 0);
	assert_true(tag_at(&page, CLAIR_TAG_B, 1)->flags & CLAIR_NODE_MOVED);
	assert_true(clair_is_implied(tag_at(&page, CLAIR_TAG_B, 1)));
	assert_int_equal(tag_at(&page, CLAIR_TAG_B, 1)->offset, 3);
	assert_true(tag_at(&page, CLAIR_TAG_I, 0)->flags & CLAIR_NODE_MOVED);
	assert_false(clair_is_html(tag_at(&page, CLAIR_TAG_SVG, 0)));
	assert_false(clair_is_html(tag_at(&page, CLAIR_TAG_TITLE, 0)));
	assert_true(clair_is_html(tag_at(&page, CLAIR_TAG_P, 0)));
	clair_page_free(&page);
}

struct note_case {
	const char *html;
	const char *key; /* NULL: no note of this key is looked for, none at all is wanted */
	const char *source;
};

static void
parser_notes_what_rules_need(void **state)
{
	static const struct note_case cases[] = {
		{"<p id=a class=b Id=c>", "duplicate-attribute", "Id"},
		{"<p id='a'id=\"b\">", "duplicate-attribute", "id"},
		{"<p id id>", "duplicate-attribute", "id"},
		{"<body a=1><body a=2 b=3><p>", NULL, NULL},
		{"<html lang=fr><p id = a / class = 'b' hidden />", NULL, NULL},
		{"<img alt= src=>", NULL, NULL},
		{"<p><b>a<p>c", "misnested", "<b>"},
		{"<table><i>a", "foster-parented", "<i>"},
		{"<p>a<dialog>b", "parser-gap", "<dialog>"},
		{"<x-a>1<x-b>2</x-a>3", "parser-gap", "<x-b>"},
		{"<dialog><p>b</dialog><x-a>c</x-a>", NULL, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_page page = {.url = ""};
		parse(&page, cases[i].html);

		if (page.note_count != (cases[i].key != NULL))
			fail_msg("%s: %u notes", cases[i].html, page.note_count);
		if (cases[i].key != NULL) {
			assert_string_equal(page.notes[0].key, cases[i].key);
			assert_span(&page, page.notes[0].offset, page.notes[0].length, cases[i].source);
		}
		clair_page_free(&page);
	}
}

static void
the_walk_sees_elements_only(void **state)
{
	struct clair_page page = {.url = ""};
	parse(&page, "<ul>a<li>b<!-- c --><i>d</i></li> <li>e</ul><p>f");
	const struct clair_node *list = tag_at(&page, CLAIR_TAG_UL, 0);
	const struct clair_node *first = clair_first_child(list);
	const struct clair_node *second = clair_next_sibling(first);
	const struct clair_node *italic = clair_first_child(first);

	(void)state;
	assert_ptr_equal(first, tag_at(&page, CLAIR_TAG_LI, 0));
	assert_ptr_equal(second, tag_at(&page, CLAIR_TAG_LI, 1));
	assert_null(clair_next_sibling(second));
	assert_ptr_equal(clair_previous_sibling(second), first);
	assert_null(clair_previous_sibling(first));
	assert_null(clair_previous_sibling(&page.nodes[0]));
	assert_null(clair_first_child(second));
	assert_ptr_equal(clair_parent(first), list);
	assert_null(clair_parent(&page.nodes[0]));
	assert_ptr_equal(clair_next_inside(list, list), first);
	assert_ptr_equal(clair_next_inside(list, first), italic);
	assert_ptr_equal(clair_next_inside(list, italic), second);
	assert_null(clair_next_inside(list, second));
	assert_ptr_equal(clair_closest(italic, CLAIR_TAG_UL), list);
	assert_ptr_equal(clair_closest(italic, CLAIR_TAG_I), italic);
	assert_null(clair_closest(italic, CLAIR_TAG_TABLE));
	assert_true(clair_contains(list, italic));
	assert_true(clair_contains(italic, italic));
	assert_false(clair_contains(first, second));
	clair_page_free(&page);
}

static void
attributes_are_asked_by_id_or_name(void **state)
{
	struct clair_page page = {.url = ""};
	parse(&page, "<a rel='noopener  NOFOLLOW' type=' Button ' x=y alt>a");
	const struct clair_node *link = tag_at(&page, CLAIR_TAG_A, 0);

	(void)state;
	assert_true(clair_attr_has_token(link, CLAIR_ATTR_REL, "nofollow"));
	assert_false(clair_attr_has_token(link, CLAIR_ATTR_REL, "no"));
	assert_false(clair_attr_has_token(link, CLAIR_ATTR_REL, ""));
	assert_false(clair_attr_has_token(link, CLAIR_ATTR_HREF, "a"));
	assert_true(clair_attr_is(link, CLAIR_ATTR_TYPE, "button"));
	assert_false(clair_attr_is(link, CLAIR_ATTR_TYPE, "butto"));
	assert_true(clair_attr_is(link, CLAIR_ATTR_ALT, ""));
	assert_false(clair_has_attr(link, CLAIR_ATTR_HREF));
	assert_string_equal(clair_attr(link, CLAIR_ATTR_ALT), "");
	assert_string_equal(clair_attr_by_name(link, "x"), "y");
	assert_null(clair_attr_by_name(link, "z"));
	assert_string_equal(clair_attr_name_at(link, 2), "x");
	assert_string_equal(clair_attr_value_at(link, 2), "y");
	assert_string_equal(clair_attr_name_at(link, 4), "");
	assert_int_equal(clair_attr_at(link, 0), CLAIR_ATTR_REL);
	clair_page_free(&page);
}

static void
names_are_found_exactly(void **state)
{
	(void)state;
	for (size_t tag = 1; tag < CLAIR_TAG_COUNT; tag++)
		assert_int_equal(clair_tag_of(clair_tag_names[tag], strlen(clair_tag_names[tag])), tag);
	for (size_t id = 1; id < CLAIR_ATTR_COUNT; id++)
		assert_int_equal(
		    clair_attribute_of(clair_attribute_names[id], strlen(clair_attribute_names[id])), id);
	assert_int_equal(clair_tag_of("A", 1), CLAIR_TAG_OTHER);
	assert_int_equal(clair_tag_of("", 0), CLAIR_TAG_OTHER);
	assert_int_equal(clair_tag_of("imgx", 4), CLAIR_TAG_OTHER);
	assert_int_equal(clair_tag_of("im", 2), CLAIR_TAG_OTHER);
}

static void
nodes_are_a_tree(const struct clair_page *page)
{
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];

		assert_int_equal(node->index, i);
		assert_true(node->end > i && node->end <= page->node_count);
		assert_true((uint64_t)node->offset + node->length <= page->length);
		assert_true(node->depth <= CLAIR_DEEPEST + 1);
		if (i == 0)
			continue;
		assert_true(node->parent < i);
		assert_true(page->nodes[node->parent].end >= node->end);
		assert_int_equal(page->nodes[node->parent].depth + 1, node->depth);
	}
}

static void
depth_is_capped(void **state)
{
	static char html[600 * 6 + 40];
	struct clair_page page;

	(void)state;
	html[0] = '\0';
	for (size_t i = 0; i < 600; i++)
		memcpy(html + i * 6, "<div>x", 7);
	parse(&page, html);
	nodes_are_a_tree(&page);
	assert_int_equal(page.tag_count[CLAIR_TAG_DIV], 600);
	assert_int_equal(tag_at(&page, CLAIR_TAG_DIV, 599)->depth, CLAIR_DEEPEST);
	assert_int_equal(tag_at(&page, CLAIR_TAG_DIV, 599)->parent, tag_at(&page, CLAIR_TAG_DIV, 598)->parent);
	assert_true(page.approximate);
	assert_string_equal(page.approximate_because, "depth");
	clair_page_free(&page);
}

/* With no time for gumbo the tree is libxml2's, and places still hold. */
static void
past_the_budget_the_tree_is_approximate(void **state)
{
	static const char html[] = "<!doctype html><html lang=fr><head><title>T&eacute;</title></head>"
	    "<body><noscript><p>x</noscript><h1 CLASS=\"a\" id=b>u</h1><svg><g></g></svg><p>v</body></html>";
	struct clair_page page = {.length = sizeof(html) - 1, .source = html, .url = ""};
	struct timespec later = {.tv_sec = INT32_MAX};
	const struct clair_node *heading;

	(void)state;
	clair_arena_init(&page.mem, 0);
	clair_arena_init(&page.tree, 0);
	page.approximate_because = "time";
	assert_null(clair_build_approximate(&page, &later));
	nodes_are_a_tree(&page);
	assert_true(page.approximate);
	assert_true(page.has_doctype);
	assert_int_equal(page.tag_count[CLAIR_TAG_P], 1);
	heading = tag_at(&page, CLAIR_TAG_H1, 0);
	assert_span(&page, heading->offset, heading->length, "<h1 CLASS=\"a\" id=b>");
	assert_span(&page, heading->attributes[0].name_offset, 5, "CLASS");
	assert_span(&page, heading->attributes[0].value_offset, heading->attributes[0].value_length, "a");
	assert_span(&page, heading->attributes[1].value_offset, heading->attributes[1].value_length, "b");
	assert_true(heading->flags & CLAIR_NODE_END_TAG);
	assert_string_equal(clair_node_first(tag_at(&page, CLAIR_TAG_TITLE, 0))->text, "Té");
	assert_false(clair_is_html(tag_at(&page, CLAIR_TAG_SVG, 0)));
	clair_page_free(&page);
}

/* What was read before there is no room for more nodes is a page, and says that it is cut. */
static void
past_the_room_for_nodes_the_page_is_cut(void **state)
{
	enum { PARAGRAPHS = 5000 };
	static char html[PARAGRAPHS * 4 + 1];
	struct clair_page page = {.length = PARAGRAPHS * 4, .source = html, .url = ""};
	struct timespec later = {.tv_sec = INT32_MAX};

	(void)state;
	for (size_t i = 0; i < PARAGRAPHS; i++)
		memcpy(html + i * 4, "<p>a", 4);
	clair_arena_init(&page.mem, 0);
	clair_arena_init(&page.tree, 1 << 19);
	page.approximate_because = "time";
	assert_null(clair_build_approximate(&page, &later));
	nodes_are_a_tree(&page);
	assert_true(page.cut);
	assert_true(page.approximate);
	assert_in_range(page.tag_count[CLAIR_TAG_P], 1000, PARAGRAPHS - 1);
	clair_page_free(&page);
}

static void
past_every_ceiling_the_page_is_refused(void **state)
{
	static char crowded[40000];
	struct clair_document document = {.url = "", .bytes = crowded, .click_depth = -1};
	struct clair_parse_limits limits = {.memory = 512u << 20, .milliseconds = 0};
	struct clair_page page;
	const char *why;
	size_t length = 3;

	(void)state;
	memcpy(crowded, "<p ", 3);
	for (unsigned i = 0; i < 1100; i++) {
		memcpy(crowded + length, "a0000 ", 6);
		for (unsigned digit = 0, left = i; digit < 4; digit++, left /= 10)
			crowded[length + 4 - digit] = (char)('0' + left % 10);
		length += 6;
	}
	crowded[length++] = '>';
	document.length = length;
	assert_int_equal(clair_page_parse(&page, &document, &limits, &why), CLAIR_TOO_LARGE);
	assert_string_equal(why, "too-many-attributes");
	limits.memory = 1024;
	limits.milliseconds = 1000;
	assert_int_equal(clair_page_parse(&page, &document, &limits, &why), CLAIR_TOO_LARGE);
	assert_string_equal(why, "too-large");
	limits.memory = document.length * 8;
	assert_int_not_equal(clair_page_parse(&page, &document, &limits, &why), CLAIR_OK);
	assert_non_null(why);
}

static void
paths_lead_to_their_element(void **state)
{
	struct clair_page page = {.url = ""};
	parse(&page, "<div id=menu><ul><li>a<li><a>b</a><a>c</a></ul></div><p>d<p>e");
	const char *path;

	(void)state;
	path = clair_node_path(tag_at(&page, CLAIR_TAG_A, 1), &page.mem);
	assert_string_equal(path, "#menu > ul > li:nth-of-type(2) > a:nth-of-type(2)");
	path = clair_node_path(tag_at(&page, CLAIR_TAG_P, 1), &page.mem);
	assert_string_equal(path, "body > p:nth-of-type(2)");
	path = clair_node_path(tag_at(&page, CLAIR_TAG_UL, 0), &page.mem);
	assert_string_equal(path, "#menu > ul");
	path = clair_node_path(&page.nodes[0], &page.mem);
	assert_string_equal(path, "html");
	clair_page_free(&page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(old_doctypes_make_quirks),
		cmocka_unit_test(page_keeps_what_the_server_said),
		cmocka_unit_test(tags_and_attributes_have_their_place),
		cmocka_unit_test(lines_and_columns_count_code_points),
		cmocka_unit_test(columns_of_a_long_line_are_exact),
		cmocka_unit_test(decoded_text_leads_back_to_its_source),
		cmocka_unit_test(copies_and_moves_are_marked),
		cmocka_unit_test(parser_notes_what_rules_need),
		cmocka_unit_test(the_walk_sees_elements_only),
		cmocka_unit_test(attributes_are_asked_by_id_or_name),
		cmocka_unit_test(names_are_found_exactly),
		cmocka_unit_test(depth_is_capped),
		cmocka_unit_test(past_the_budget_the_tree_is_approximate),
		cmocka_unit_test(past_the_room_for_nodes_the_page_is_cut),
		cmocka_unit_test(past_every_ceiling_the_page_is_refused),
		cmocka_unit_test(paths_lead_to_their_element),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
