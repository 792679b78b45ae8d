/* The selectors of suppressions. */
#include "dom/select.h"

#include "clairlint/rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const char page_text[] =
    "<body class='accueil site'><nav id=menu lang=fr-FR><ul><li class=un><a href='/a.PDF'>1</a>"
    "<li><a href=/b title='Un mot'>2</a><p><b>3</b></p></ul></nav>"
    "<main><p class=md:un>4<b>5</b></p><p id='a.b'>6</p></main>";

struct select_case {
	const char *selector;
	const char *texts; /* of the elements that match and hold only text, in order */
};

static const struct select_case cases[] = {
	{"a", "12"},
	{"A", "12"},
	{"*", "1235" "6"},
	{"nav *", "123"},
	{"nav > a", ""},
	{"nav a", "12"},
	{"li > a", "12"},
	{"ul > li > a", "12"},
	{"ul>a", ""},
	{"body li > p b", "3"},
	{"body > main > p > b", "5"},
	{"body p > b", "35"},
	{"nav p > b, main > b", "3"},
	{"#menu b", "3"},
	{"li.un a", "1"},
	{".accueil.site .un > *", "1"},
	{".Accueil a", ""},
	{".acc a", ""},
	{"[href]", "12"},
	{"[HREF]", "12"},
	{"a[href='/b']", "2"},
	{"[href$='.pdf']", ""},
	{"[href$='.pdf' i]", "1"},
	{"[href^=\"/\"]", "12"},
	{"[href^='']", ""},
	{"[title~=mot]", "2"},
	{"[title~=mo]", ""},
	{"[title*='n m']", "2"},
	{"[lang|=fr] b", "3"},
	{"[lang|=f] b", ""},
	{"[ title = 'Un mot' ]", "2"},
	{"#a\\.b", "6"},
	{".md\\:un > b", "5"},
	{"#menu > ul > li:nth-of-type(2) > a", "2"},
	{"main > p:nth-of-type(2)", "6"},
	{"main > p:nth-of-type(3)", ""},
	{" a , b ", "1235"},
};

static const struct {
	const char *selector;
	const char *error;
} wrong[] = {
	{"", "character 1: selector expected"},
	{"a,", "character 3: selector expected"},
	{"> a", "character 1: selector expected"},
	{"a >", "character 4: selector expected"},
	{"a ! b", "character 3: selector expected"},
	{"#", "character 2: name expected"},
	{"a..b", "character 3: name expected"},
	{"[", "character 2: name of an attribute expected"},
	{"[a", "character 3: ] expected"},
	{"[a=]", "character 4: value expected"},
	{"[a='b]", "character 5: closing quote expected"},
	{"[a%b]", "character 3: ] expected"},
	{"a:hover", "character 2: :nth-of-type(NUMBER) expected"},
	{"a:nth-of-type(0)", "character 16: number and ) expected"},
	{"a + b", "character 3: selector expected"},
};

static void
matches(const struct clair_page *page, const struct clair_selector *selector, char *texts)
{
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const struct clair_node *text = clair_node_first(node);

		if (node->kind == CLAIR_NODE_ELEMENT && text != NULL && text->kind == CLAIR_NODE_TEXT &&
		    node->end == text->end && clair_selector_matches(selector, node))
			*texts++ = text->text[0];
	}
	*texts = '\0';
}

static void
selectors_match_what_css_says(void **state)
{
	const struct clair_parse_limits limits = {.memory = 512u << 20, .milliseconds = 60000};
	const struct clair_document document = {
	    .url = "", .bytes = page_text, .length = sizeof(page_text) - 1, .click_depth = -1};
	struct clair_page page;
	const char *why;

	(void)state;
	assert_int_equal(clair_page_parse(&page, &document, &limits, &why), CLAIR_OK);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *error;
		struct clair_selector *selector =
		    clair_selector_parse(&page.mem, cases[i].selector, &error);
		char texts[16];

		if (selector == NULL)
			fail_msg("%s: %s", cases[i].selector, error);
		matches(&page, selector, texts);
		if (strcmp(texts, cases[i].texts) != 0)
			fail_msg("%s: matches “%s”, not “%s”", cases[i].selector, texts, cases[i].texts);
	}
	clair_page_free(&page);
}

static void
mistakes_are_told_with_their_place(void **state)
{
	struct clair_arena arena;

	(void)state;
	clair_arena_init(&arena, 0);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		const char *error = NULL;

		if (clair_selector_parse(&arena, wrong[i].selector, &error) != NULL)
			fail_msg("%s: taken", wrong[i].selector);
		assert_non_null(error);
		if (strcmp(error, wrong[i].error) != 0)
			fail_msg("%s: “%s”, not “%s”", wrong[i].selector, error, wrong[i].error);
	}
	clair_arena_free(&arena);
}

/* A path leads to its element and to no sibling. */
static void
the_path_of_an_element_matches_it(void **state)
{
	const struct clair_parse_limits limits = {.memory = 512u << 20, .milliseconds = 60000};
	const struct clair_document document = {
	    .url = "", .bytes = page_text, .length = sizeof(page_text) - 1, .click_depth = -1};
	struct clair_page page;
	const char *why;

	(void)state;
	assert_int_equal(clair_page_parse(&page, &document, &limits, &why), CLAIR_OK);
	for (uint32_t i = 0; i < page.node_count; i++) {
		const char *error;
		struct clair_selector *selector;

		if (page.nodes[i].kind != CLAIR_NODE_ELEMENT)
			continue;
		selector =
		    clair_selector_parse(&page.mem, clair_node_path(&page.nodes[i], &page.mem), &error);
		assert_non_null(selector);
		for (uint32_t other = 0; other < page.node_count; other++)
			if (page.nodes[other].kind == CLAIR_NODE_ELEMENT)
				assert_int_equal(
				    clair_selector_matches(selector, &page.nodes[other]), other == i);
	}
	clair_page_free(&page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(selectors_match_what_css_says),
		cmocka_unit_test(mistakes_are_told_with_their_place),
		cmocka_unit_test(the_path_of_an_element_matches_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
