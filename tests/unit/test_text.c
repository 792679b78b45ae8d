/* Plain text and Markdown as pages: what stands where, and from which byte of the file. */
#include "base/buf.h"
#include "dom/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct clair_parse_limits roomy = {.memory = 512u << 20, .milliseconds = 60000};

static void
parse(struct clair_page *page, enum clair_document_kind kind, const char *bytes, size_t length)
{
	const struct clair_document document = {.url = "essai", .bytes = bytes, .length = length, .kind = kind};
	const char *why;

	assert_int_equal(clair_page_parse(page, &document, &roomy, &why), CLAIR_OK);
	assert_null(why);
}

/* ‹words 3:5›: the text, with the line and the column of its first letter; those of its last one are
 * checked by the way. */
static void
show_text(struct clair_buf *out, struct clair_page *page, const struct clair_node *text)
{
	const char *words = text->text + strspn(text->text, " \n\r\t");
	uint32_t line;
	uint32_t column;

	if (*words == '\0')
		return;
	clair_page_position(
	    page, clair_text_source_offset(text, (uint32_t)(words - text->text)), &line, &column);
	clair_buf_puts(out, "‹");
	for (; *words != '\0'; words++) {
		bool space = strchr(" \n\r\t", *words) != NULL;

		if (!space || words[1] == '\0' || strchr(" \n\r\t", words[1]) == NULL)
			clair_buf_putc(out, space ? ' ' : *words);
	}
	clair_buf_printf(out, " %u:%u›", line, column);
	if ((text->flags & CLAIR_NODE_ENTITIES) == 0)
		assert_memory_equal(text->text, page->source + text->offset, text->text_length);
}

static void
show(struct clair_buf *out, struct clair_page *page, const struct clair_node *node)
{
	if (node->kind == CLAIR_NODE_TEXT) {
		show_text(out, page, node);
		return;
	}
	clair_buf_printf(out, "%s(", node->name);
	for (size_t i = 0; i < node->attribute_count; i++)
		clair_buf_printf(out, "%s=%s;", node->attributes[i].name, node->attributes[i].value);
	for (const struct clair_node *child = clair_node_first(node); child != NULL; child = clair_node_next(child))
		show(out, page, child);
	clair_buf_puts(out, ")");
}

struct text_case {
	const char *source;
	const char *tree; /* without html(body( and )) */
};

static void
check_cases(enum clair_document_kind kind, const struct text_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct clair_page page;
		struct clair_buf out;
		struct clair_buf wanted;

		clair_buf_init(&out, 0);
		clair_buf_init(&wanted, 0);
		clair_buf_printf(&wanted, "html(body(%s))", cases[i].tree);
		parse(&page, kind, cases[i].source, strlen(cases[i].source));
		show(&out, &page, &page.nodes[0]);
		if (strcmp(out.bytes, wanted.bytes) != 0)
			fail_msg("%s\n  is     %s\n  wanted %s", cases[i].source, out.bytes, wanted.bytes);
		assert_false(page.approximate);
		clair_buf_free(&out);
		clair_buf_free(&wanted);
		clair_page_free(&page);
	}
}

#define CHECK(kind, cases) check_cases((kind), (cases), sizeof(cases) / sizeof((cases)[0]))

static void
markdown_keeps_its_places(void **state)
{
	static const struct text_case cases[] = {
	    {"Un été à Évry.", "p(‹Un été à Évry. 1:1›)"},
	    {"Un\nété", "p(‹Un été 1:1›)"},
	    {"Un\r\nété\r\n\r\nà *Évry*", "p(‹Un été 1:1›)p(‹à  4:1›em(‹Évry 4:4›))"},
	    {"été **très *beau* jour** fin",
	        "p(‹été  1:1›strong(‹très  1:7›em(‹beau 1:13›)‹jour 1:19›)‹fin 1:26›)"},
	    {"mot*coupé*s et a_b_c", "p(‹mot 1:1›em(‹coupé 1:5›)‹s et a_b_c 1:11›)"},
	    {"***a** b*", "p(em(strong(‹a 1:4›)‹b 1:8›))"},
	    {"**a*", "p(‹* 1:1›em(‹a 1:3›))"},
	    {"&eacute;t&#233; &amp; &inconnu; &copy & fin",
	        "p(‹é 1:1›‹t 1:9›‹é 1:10›‹& 1:17›‹&inconnu; &copy & fin 1:23›)"},
	    {"&NotEqualTilde;\\*&fjlig;a&#102;b", "p(‹≂̸ 1:1›‹* 1:17›‹fj 1:18›‹a 1:25›‹f 1:26›‹b 1:32›)"},
	    {"\\*pas\\* \\a \\\\ \\&amp; fin",
	        "p(‹*pas 1:2›‹* \\a  1:7›‹\\  1:13›‹&amp; fin 1:16›)"},
	    {"a\tb\n\tc *d*", "p(‹a b c  1:1›em(‹d 2:5›))"},
	    {"a  \nb\\\nc", "p(‹a 1:1›br()‹b 2:1›br()‹c 3:1›)"},
	    {"un `code` et ``un ` autre`` fin",
	        "p(‹un  1:1›code(‹code 1:5›)‹et  1:11›code(‹un ` autre 1:16›)‹fin 1:29›)"},
	    {"a <b>gras</b><br>suite <!-- non --> fin",
	        "p(‹a  1:1›‹gras 1:6›br()‹suite  1:18›()‹fin 1:37›)"},
	};

	(void)state;
	CHECK(CLAIR_MARKDOWN, cases);
}

static void
markdown_links_and_images(void **state)
{
	static const struct text_case cases[] = {
	    {"[a](b) a", "p(a(href=b;‹a 1:2›)‹a 1:8›)"},
	    {"[a](b \"a\")a", "p(a(href=b;title=a;‹a 1:2›)‹a 1:11›)"},
	    {"[a](<b c> (a))a", "p(a(href=b c;title=a;‹a 1:2›)‹a 1:15›)"},
	    {"[a](b(c)d)a", "p(a(href=b(c)d;‹a 1:2›)‹a 1:11›)"},
	    {"[a *b* c][r] d\n\n[r]: /x", "p(a(href=/x;‹a  1:2›em(‹b 1:5›)‹c 1:8›)‹d 1:14›)"},
	    {"[r]: /x 'y\nz'\n[s]: <t>\n[r] et [s][] et [x]",
	        "p(a(href=/x;title=y\nz;‹r 4:2›)‹et  4:5›a(href=t;‹s 4:9›)‹et [x] 4:14›)"},
	    {"<https://a.fr/?b=1&c> d", "p(a(href=https://a.fr/?b=1&c;‹https://a.fr/?b=1&c 1:2›)‹d 1:23›)"},
	    {"![un *bel* été](a.png \"t\") b", "p(img(src=a.png;alt=un bel été;)‹b 1:28›)"},
	    {"[![x](y.png)](z) b", "p(a(href=z;img(src=y.png;alt=x;))‹b 1:18›)"},
	    {"[a <http://b> c](d) e",
	        "p(a(href=d;‹a  1:2›a(href=http://b;‹http://b 1:5›)‹c 1:15›)‹e 1:21›)"},
	    {"![](a.png)", "p(img(src=a.png;alt=;))"},
	    {"[a](b\n'c\nd') e", "p(a(href=b;title=c\nd;‹a 1:2›)‹e 3:5›)"},
	};

	(void)state;
	CHECK(CLAIR_MARKDOWN, cases);
}

static void
markdown_blocks(void **state)
{
	static const struct text_case cases[] = {
	    {"# Un été\n\n## Deux ##\n\nTrois\n=====\n",
	        "h1(‹Un été 1:3›)h2(‹Deux 3:4›)h1(‹Trois 5:1›)"},
	    {"- a\n- b\n  suite", "ul(li(‹a 1:3›)li(‹b suite 2:3›))"},
	    {"1. a\n\n2. b", "ol(li(p(‹a 1:4›))li(p(‹b 3:4›)))"},
	    {"- a\n  - b\n    - *c*\n      d", "ul(li(‹a 1:3›ul(li(‹b 2:5›ul(li(em(‹c 3:8›)‹d 4:7›))))))"},
	    {"> a\n> b\nc", "blockquote(p(‹a  1:3›‹b  2:3›‹c 3:1›))"},
	    {"> - > é *b\n>   > c* d", "blockquote(ul(li(blockquote(p(‹é  1:7›em(‹b  1:10›‹c 2:7›)‹d 2:10›)))))"},
	    {"a\n\n    code\n\n```\ncode\n```\n\nb", "p(‹a 1:1›)pre()pre()p(‹b 9:1›)"},
	    {"a\n\n---\n\n<div>\nnon\n</div>\n\nb", "p(‹a 1:1›)hr()p(‹b 9:1›)"},
	    {"---\ntitre: x\n---\na", "p(‹a 4:1›)"},
	    {"---\nce n’est pas une tête", "hr()p(‹ce n’est pas une tête 2:1›)"},
	    {"|a|\n|-![x\ny](z)|", "p(‹|a| |- 1:1›img(src=z;alt=x y;)‹| 3:6›)"},
	    {"|a|\n|-|\n|*b\nc*|", "table(tr(th(‹a 1:2›))tr(td(em(‹b c 3:3›))))"},
	    {"| A | *b* |\n|---|:-:|\n| c \\| d | |\n", "table(tr(th(‹A  1:3›)th(em(‹b 1:8›)))tr(td(‹c  3:3›‹| d  3:6›)))"},
	};

	(void)state;
	CHECK(CLAIR_MARKDOWN, cases);
}

static void
plain_text_blocks(void **state)
{
	static const struct text_case cases[] = {
	    {"Un été.\n\nDeux *mots*.", "p(‹Un été. 1:1›)p(‹Deux *mots*. 3:1›)"},
	    {"La mairie du village est ouverte tous les jours,\r\nles matins.\r\n", "p(‹La mairie du village est ouverte tous les jours, les matins. 1:1›)"},
	    {"Mairie\n1 place de la Paix\n69000 Lyon", "p(‹Mairie 1:1›br()‹1 place de la Paix 2:1›br()‹69000 Lyon 3:1›)"},
	    {"Il faut :\n- une pièce\n  d’identité ;\n• un RIB.\nFin", "p(‹Il faut : 1:1›)ul(li(‹une pièce 2:3›br()‹d’identité ; 3:3›)li(‹un RIB. 4:3›br()‹Fin 5:1›))"},
	    {"1. un\n2) deux\n\nEn\n2024. Non", "ol(li(‹un 1:4›)li(‹deux 2:4›))p(‹En 4:1›br()‹2024. Non 5:1›)"},
	    {"Pièces à fournir\n\nUn RIB.", "h2(‹Pièces à fournir 1:1›)p(‹Un RIB. 3:1›)"},
	    {"1. Qui ?\n\nVous.\n\n2. Quand ?\n\nDemain.", "h2(‹Qui ? 1:4›)p(‹Vous. 3:1›)h2(‹Quand ? 5:4›)p(‹Demain. 7:1›)"},
	    {"Titre\n=====\nSuite", "h2(‹Titre 1:1›)p(‹Suite 3:1›)"},
	    {"Une fin sans point", "p(‹Une fin sans point 1:1›)"},
	    {"a & b < c &eacute;", "p(‹a & b < c &eacute; 1:1›)"},
	    {"\xC2\xA0\nUn\xC2\xA0:\n\xC2\xA0\nDeux", "p(‹Un\xC2\xA0: 2:1›)p(‹Deux 4:1›)"},
	    {"\t  Un\tdeux\n", "p(‹Un deux 1:4›)"},
	    {"", ""},
	};

	(void)state;
	CHECK(CLAIR_PLAIN_TEXT, cases);
}

/* A line of more than 100 characters is a paragraph by itself. */
static void
long_lines_are_paragraphs(void **state)
{
	static const char line[] = "Une ligne de plus de cent caractères a été écrite sans retour, car chaque "
	                           "ligne est un paragraphe entier.\n";
	struct clair_buf text;
	struct clair_page page;

	(void)state;
	clair_buf_init(&text, 0);
	for (int i = 0; i < 3; i++)
		clair_buf_puts(&text, line);
	clair_buf_puts(&text, "Fin.");
	parse(&page, CLAIR_PLAIN_TEXT, text.bytes, text.length);
	assert_int_equal(page.tag_count[CLAIR_TAG_P], 4);
	clair_buf_free(&text);
	clair_page_free(&page);
}

static void
texts_are_decoded(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *source, *charset;
	} cases[] = {
	    {"\xEF\xBB\xBFt\xC3\xA9", 6, "té", "utf-8"},
	    {"t\xC3\xA9 \xFF et \xC3\xA9", 11, "té \xEF\xBF\xBD et é", "utf-8"},
	    {"t\xE9 l\x92\xE9t\xE9", 8, "té l’été", "windows-1252"},
	    {"\xFF\xFEt\0\xE9\0", 6, "té", "utf-16le"},
	    {"a\0b", 3, "a b", "utf-8"},
	    {"<meta charset=iso-8859-2>\xC3\xA9", 27, "<meta charset=iso-8859-2>é", "utf-8"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct clair_page page;

		parse(&page, CLAIR_PLAIN_TEXT, cases[i].bytes, cases[i].length);
		assert_string_equal(page.charset, cases[i].charset);
		assert_string_equal(page.source, cases[i].source);
		clair_page_free(&page);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(markdown_keeps_its_places),
	    cmocka_unit_test(markdown_links_and_images),
	    cmocka_unit_test(markdown_blocks),
	    cmocka_unit_test(plain_text_blocks),
	    cmocka_unit_test(long_lines_are_paragraphs),
	    cmocka_unit_test(texts_are_decoded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
