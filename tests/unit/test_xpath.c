/* XPath about one element: held against libxml2's on the same tree; what is refused, and what is stopped. */
#include "dom/xpath.h"

#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char page_source[] =
    "<!DOCTYPE html><html lang=\"fr\"><head><title>Essai  d’accents</title><meta name=a content=\"12.5\"></head><body>"
    "<main id=m class=\"un deux\">  Texte <!-- une remarque --> libre\n"
    "<h1>Aides <em>à la <b>famille</b></em></h1><p class=c>un</p><p>deux</p><p class=c data-n=\"3\">trois  3</p>"
    "<ul><li>1<li>2<li><a href=\"/a\">-4.5</a><ul><li>x<li>y</ul></ul>"
    "<div><div><div><a href=\"http://b\" title=\"\">lien</a></div><img src=\"i.png\" alt></div></div>"
    "<table><tr><th>t<td>5<td> 6 </table><form><input type=text value=\"É\"><select><option selected>s</select></form>"
    "</main><footer><a href=\"#m\">haut</a></footer></body></html>";

static const char *const expressions[] = {
	"1", "'a'", "''", "0 div 0", "1 div 0", "-1 div 0", "-(2)", "--3", "2 + 3 * 4 - 1", "7 mod 3", "-7 mod 3", "7.5 mod -2",
	"1 < 2", "2 <= 2", "3 > 4", "3 >= 4", "1 = 1.0", "1 != 1", "'a' = 'a'", "'a' != 'b'", "'1' = 1", "true() = 'x'",
	"true() > false()", "1 or 0", "1 and 0", "not(1) or not(0)", "'' or 'a' and ''", "1 = 2 = 0", "3 > 2 > 1",
	"@class", "@*", "@class = 'c'", "@class != 'c'", "@href", "@alt = ''", "not(@alt)", "count(@*)", "@data-n + 1", "@*[. = 'c']",
	"*", "p", "p[1]", "p[2] = 'deux'", "p[last()]", "p[last() - 1]", "p[position() > 1]", "count(p[@class])", "p[@class][2]",
	"p[2][@class]", "count(*)", "count(node())", "count(text())", "count(comment())", "text()", "text()[2]", ".", "..", "../..",
	"count(..)", "../@class", "../p", "self::p", "self::node()", "self::*[@class]", ".//a", ".//a[1]", "count(.//a)", "count(.//a[1])",
	"count(.//li)", "count(.//li[1])", "count(.//li[last()])", "(.//li)[1]", "(.//li)[last()]", "string-length((.//li)[2])",
	"count(.//*[@href])", "count(.//node())", "count(.//text())", "count(.//ul//li)", "count(.//ul/li/..)", "count(.//div//div)",
	"count(.//div/descendant::div)", "count(.//div/ancestor::div)", "count(ancestor::*)", "count(ancestor-or-self::*)",
	"ancestor::*[1]/@id = 'm'", "ancestor::main", "ancestor::div[2]", "count(ancestor::div[last()]/*)", "count(parent::*)",
	"parent::main", "preceding-sibling::*[1]/@class = 'c'", "count(preceding-sibling::p)", "count(following-sibling::p)",
	"following-sibling::*[1]", "following-sibling::node()[1]", "preceding-sibling::node()[2]", "count(descendant::*)",
	"descendant::a[2]/@href", "descendant-or-self::a", "count(descendant-or-self::node())", "attribute::class", "child::p",
	"@class/..", "count(@*/..)", "count(@*/../*)", "@href/parent::a", "@class/ancestor::main", "count(@*/ancestor-or-self::*)",
	"@class/self::node()", "@class/self::class", "@class/self::*", "count(@*/descendant-or-self::node())", "@class/following-sibling::*",
	"p | ul", "count(p | ul | p)", "count(.//a | .//img)", "count(. | .. | *)", "(p | ul)[1]", "count((p | ul)[last()]/*)",
	"string()", "string(.) = 'deux'", "string(p)", "string(@class)", "string(1.50)", "string(-0)", "string(100000000000)",
	"string(0.1 + 0.2) = '0.3'", "string(1 div 0) = 'Infinity'", "string(0 div 0) = 'NaN'", "string-length()", "string-length(.)",
	"string-length('é€')", "string-length(@*)", "normalize-space() = 'trois 3'", "string-length(normalize-space())",
	"normalize-space('  a  b ') = 'a b'", "contains(., 'fam')", "contains(., '')", "contains('', 'a')", "starts-with(@href, '/')",
	"starts-with(., '')", "starts-with('é', 'é')", "substring-before('1999/04/01', '/') = 1999", "substring-after('1999/04', '/') = 4",
	"string-length(substring-before(., 'o'))", "string-length(substring-after(., ''))", "substring('12345', 2, 3) = 234",
	"substring('12345', 2) = 2345", "substring('12345', 1.5, 2.6) = 234", "substring('12345', 0, 3) = 12",
	"string-length(substring('12345', 0 div 0, 3))", "substring('12345', -42, 1 div 0) = 12345",
	"string-length(substring('12345', -1 div 0, 1 div 0))", "substring('éàù', 2, 1) = 'à'", "string-length(substring(., 3, 5))",
	"translate('bar', 'abc', 'ABC') = 'BAr'", "translate('--aaa--', 'abc-', 'ABC') = 'AAA'", "translate('éa', 'é', 'e') = 'ea'",
	"translate('aa', 'aa', 'bc') = 'bb'", "string-length(translate(., ' ', ''))", "concat('a', 1, true()) = 'a1true'",
	"string-length(concat(., @class, '-'))", "name()", "name() = 'p'", "local-name() = 'a'", "name(@*) = 'class'", "name(p[9]) = ''",
	"boolean(p)", "boolean('')", "boolean(0 div 0)", "not(p)", "number('12')", "number(' 12.5 ')", "number('-.5')",
	"number('')", "number('+1')", "number()", "number(@data-n)", "number(true())", "number(.//a)", "sum(.//td)", "sum(p)", "sum(*[9])",
	"floor(2.7)", "floor(-2.5)", "ceiling(2.1)", "ceiling(-2.5)", "round(2.5)", "round(-2.5)", "round(2.4)", "round(0 div 0)",
	".//td = 5", ".//td > 5", ".//td < 5", "5 < .//td", ".//td = .//th", ".//td != .//td", ".//li = .//td", "p = 'deux'", "p != 'deux'",
	"p = p", "p = true()", "false() = p", "p[. = ../p[2]]", "count(p[. != ../p])", "*[self::h1 or self::ul]", "*[name() = 'h1']",
	"count(*[not(self::p)])", "p[@class = 'c' and @data-n]", "*[position() mod 2 = 0]", "count(*[position() mod 2 = 0])",
	"h1/em/b", "h1//b", "count(h1//text())", "count(h1/node())", "ul/li[3]/a/@href = '/a'", "count(ul/li[a])", "count(ul/li[not(a)][1])",
	"main/p", "*/p", "*/*/@href", "count(*//@href)", "count(.//@*)", "count(.//a/@href | .//img/@src)", "div//a[@title = '']",
	"./p", "./.", "./..", "p/.", "p/..", "count(p/../p)", "p/text() = 'un'", "p/node()", "div div 2", "p*2", "p and ul", "p or ul", "p mod 2",
	"mod", "div", "and", "@ class", " p [ 1 ] ", "string-length ( 'a' )", "count(*[last()])", "(1)", "((p))[1]",
	"count(following-sibling::*[position() < 3])", "preceding-sibling::p[1] = 'un'", "preceding-sibling::p[last()] = 'un'",
};

struct trees {
	struct clair_page page;
	xmlDocPtr document;
	xmlNodePtr *others; /* by index of the page's nodes */
};

static void
open_trees(struct trees *trees)
{
	const struct clair_document document = {
	    .bytes = page_source,
	    .length = sizeof(page_source) - 1,
	    .media_type = "text/html",
	    .http_charset = "utf-8",
	};
	const struct clair_parse_limits limits = {.memory = 64 << 20, .milliseconds = 10000};
	const char *why;

	assert_int_equal(clair_page_parse(&trees->page, &document, &limits, &why), CLAIR_OK);
	trees->document = xmlNewDoc((const xmlChar *)"1.0");
	trees->others = calloc(trees->page.node_count, sizeof(xmlNodePtr));
	for (uint32_t i = 0; i < trees->page.node_count; i++) {
		const struct clair_node *node = &trees->page.nodes[i];
		xmlNodePtr other;

		if (node->kind == CLAIR_NODE_TEXT)
			other = xmlNewDocText(trees->document, (const xmlChar *)node->text);
		else if (node->kind == CLAIR_NODE_COMMENT)
			other = xmlNewDocComment(trees->document, (const xmlChar *)node->text);
		else
			other = xmlNewDocNode(trees->document, NULL, (const xmlChar *)node->name, NULL);
		for (uint32_t a = 0; node->kind == CLAIR_NODE_ELEMENT && a < node->attribute_count; a++)
			xmlNewProp(other, (const xmlChar *)node->attributes[a].name,
			    (const xmlChar *)node->attributes[a].value);
		trees->others[i] = other;
		if (node->parent == CLAIR_NO_NODE)
			xmlDocSetRootElement(trees->document, other);
		else
			xmlAddChild(trees->others[node->parent], other);
	}
}

static void
close_trees(struct trees *trees)
{
	free(trees->others);
	xmlFreeDoc(trees->document);
	clair_page_free(&trees->page);
}

static bool
same_number(double one, double other)
{
	return (isnan(one) && isnan(other)) || one == other;
}

static void
it_answers_as_libxml2(void **state)
{
	struct clair_xpath_work work = {.room = malloc(CLAIR_XPATH_ROOM)};
	struct clair_arena arena;
	struct trees trees;
	unsigned wrong = 0;
	unsigned asked = 0;

	(void)state;
	clair_arena_init(&arena, 0);
	open_trees(&trees);
	for (size_t e = 0; e < sizeof(expressions) / sizeof(*expressions); e++) {
		struct clair_xpath_fault fault;
		const struct clair_xpath *ours = clair_xpath_read(expressions[e], &arena, &fault);
		xmlXPathContextPtr context = xmlXPathNewContext(trees.document);
		xmlXPathCompExprPtr theirs = xmlXPathCtxtCompile(context, (const xmlChar *)expressions[e]);

		if (ours == NULL)
			print_error("refused: %s: %s at %zu\n", expressions[e], fault.en, fault.at);
		assert_non_null(ours);
		assert_non_null(theirs);
		for (uint32_t i = 0; i < trees.page.node_count; i++) {
			const struct clair_node *node = &trees.page.nodes[i];
			xmlXPathObjectPtr value;
			double number;
			bool boolean;

			/* Above <html> libxml2 has a node for the document. */
			if (node->kind != CLAIR_NODE_ELEMENT || node->depth < 3)
				continue;
			work.steps = 100000;
			boolean = clair_xpath_test(ours, node, &work);
			number = clair_xpath_number(ours, node, &work);
			assert_false(work.stopped);
			context->node = trees.others[i];
			value = xmlXPathCompiledEval(theirs, context);
			asked++;
			if (boolean != (xmlXPathCastToBoolean(value) != 0) ||
			    !same_number(number, xmlXPathCastToNumber(value))) {
				print_error("%s on <%s> %u: %d %g, not %d %g\n", expressions[e], node->name, i,
				    boolean, number, xmlXPathCastToBoolean(value), xmlXPathCastToNumber(value));
				wrong++;
			}
			xmlXPathFreeObject(value);
		}
		xmlXPathFreeCompExpr(theirs);
		xmlXPathFreeContext(context);
	}
	assert_int_equal(wrong, 0);
	assert_true(asked > 5000);
	close_trees(&trees);
	clair_arena_free(&arena);
	free(work.room);
}

static void
what_is_wrong_is_told_with_its_place(void **state)
{
	static const struct {
		const char *text;
		size_t at;
		const char *part;
	} cases[] = {
		{"/html", 0, "path from the root"},
		{"p = //a", 4, "path from the root"},
		{"count(//a) > 1", 6, "path from the root"},
		{"preceding::a", 0, "no such axis"},
		{"a[following::b]", 2, "no such axis"},
		{"namespace::*", 0, "no such axis"},
		{"document('x')", 0, "unknown function"},
		{"a and id('x')", 6, "unknown function"},
		{"a/position()", 2, "middle of a path"},
		{"contains(a)", 0, "wrong number"},
		{"not(a, b)", 0, "wrong number"},
		{"count('a')", 0, "takes a path"},
		{"sum(1)", 0, "takes a path"},
		{"'a' | b", 4, "joins two paths"},
		{"'a'/b", 5, "only a path"},
		{"a[1", 3, "bracket"},
		{"(a", 2, "parenthesis"},
		{"count(a", 7, "parenthesis"},
		{"'abc", 0, "quote"},
		{"a $b", 2, "unknown sign"},
		{"a b", 2, "not understood"},
		{"a)", 1, "not understood"},
		{"", 0, "is missing"},
		{"a =", 3, "is missing"},
		{"@", 1, "is missing"},
		{"a//", 3, "is missing"},
		{"ancestor::", 10, "is missing"},
	};
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct clair_xpath_fault fault = {0};

		assert_null(clair_xpath_read(cases[i].text, &arena, &fault));
		assert_non_null(fault.en);
		assert_non_null(fault.fr);
		if (fault.at != cases[i].at || strstr(fault.en, cases[i].part) == NULL)
			fail_msg("%s: %s at %zu", cases[i].text, fault.en, fault.at);
	}
	clair_arena_free(&arena);
}

static char *
repeated(const char *text, size_t times)
{
	size_t length = strlen(text);
	char *out = malloc(length * times + 1);

	for (size_t i = 0; i < times; i++)
		memcpy(out + i * length, text, length);
	out[length * times] = '\0';
	return out;
}

static void
what_is_too_deep_or_too_long_is_refused(void **state)
{
	static const char *const parts[] = {"(", "a[", "not(", "-", "a|", "a/", "1+", "a and ", ".//"};
	struct clair_xpath_fault fault;
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 0);
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		char *text = repeated(parts[i], 100000);

		assert_null(clair_xpath_read(text, &arena, &fault));
		assert_non_null(fault.en);
		/* As long as may be, and never closed. */
		text[CLAIR_XPATH_LONGEST - CLAIR_XPATH_LONGEST % strlen(parts[i])] = '\0';
		assert_null(clair_xpath_read(text, &arena, &fault));
		assert_non_null(fault.en);
		free(text);
	}
	clair_arena_free(&arena);
}

/* What would take hours, or all the memory. */
static void
what_asks_for_too_much_is_stopped(void **state)
{
	static const char *const costly[] = {
		".//*[count(.//*[count(.//*) > 0]) > 0]",
		"count(.//*[.//* = .//*])",
		".//node() = .//node()[. != 'x']",
		"string-length(concat(., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., ., .)) = 1",
		"count(.//*[string-length(..) > 999999]) > 0",
		"translate(., 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz', '') = 'x'",
		"count(.//*/ancestor::*/descendant::*) = 1",
		"count(.//*[preceding-sibling::*[preceding-sibling::*]]) = 1",
		"sum(.//*[sum(.//*) > 0]) > 0",
	};
	struct clair_xpath_work work = {.room = malloc(CLAIR_XPATH_ROOM)};
	char *body = repeated("<div>texte de longueur moyenne <b>1</b>", 400);
	char *source = repeated(body, 30);
	const struct clair_document document = {.bytes = source, .length = strlen(source), .media_type = "text/html"};
	const struct clair_parse_limits limits = {.memory = 400 << 20, .milliseconds = 20000};
	struct clair_arena arena;
	struct clair_page page;
	const char *why;

	(void)state;
	clair_arena_init(&arena, 0);
	assert_int_equal(clair_page_parse(&page, &document, &limits, &why), CLAIR_OK);
	for (size_t i = 0; i < sizeof(costly) / sizeof(*costly); i++) {
		struct clair_xpath_fault fault;
		const struct clair_xpath *xpath = clair_xpath_read(costly[i], &arena, &fault);

		assert_non_null(xpath);
		work.steps = 200000;
		work.stopped = false;
		assert_false(clair_xpath_test(xpath, &page.nodes[0], &work));
		if (!work.stopped)
			fail_msg("not stopped: %s", costly[i]);
	}
	clair_page_free(&page);
	clair_arena_free(&arena);
	free(source);
	free(body);
	free(work.room);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_answers_as_libxml2),
		cmocka_unit_test(what_is_wrong_is_told_with_its_place),
		cmocka_unit_test(what_is_too_deep_or_too_long_is_refused),
		cmocka_unit_test(what_asks_for_too_much_is_stopped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
