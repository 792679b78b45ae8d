/* Where a comment that asks to be spared is written, and what it then does. */
#include "tests/support/rule_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define START "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Plan</title></head><body>\n"
#define IMAGE "<img src=\"plan.png\">"
#define COMMENT "<!-- clairlint-ignore images/alt-missing : "
#define REFRESH "<meta http-equiv=\"refresh\" content=\"5; url=a.html\"><title>Plan</title><body>Un</body>"
#define REASON "logo refait en mars"

static struct clair_linter *linter;

static struct clair_result *
judge_as(const char *text, enum clair_document_kind kind, bool own)
{
	const struct clair_document document = {
	    .url = "page", .http_charset = "utf-8", .click_depth = -1, .bytes = text, .length = strlen(text), .kind = kind,
	    .own = own};
	struct clair_result *result;

	assert_int_equal(clair_lint(&result, linter, &document), CLAIR_OK);
	assert_true(result->tested);
	return result;
}

static const struct clair_finding *
told(const struct clair_result *result, const char *rule)
{
	const struct clair_finding *finding = result->first;

	while (finding != NULL && (strcmp(finding->rule->id, rule) != 0 || finding->suppressed != NULL))
		finding = finding->next;
	return finding;
}

static char *
with_comment(const char *text, const struct clair_finding *finding, const char *reason)
{
	struct clair_buf out;

	clair_buf_init(&out, 0);
	clair_buf_add(&out, text, finding->spare.offset);
	clair_spare_write(&out, finding, text, strlen(text), finding->spare.offset, reason);
	clair_buf_puts(&out, text + finding->spare.offset);
	assert_false(out.failed);
	return out.bytes;
}

/* The text becomes `wanted` with the comment, and then the finding is silenced, by that comment; not before the
 * comment says why. NULL: there is no place for a comment. */
static void
expect_of(const char *rule, enum clair_document_kind kind, const char *text, const char *wanted)
{
	struct clair_result *result = judge_as(text, kind, true);
	const struct clair_finding *finding = told(result, rule);
	char *written;
	char *blank;

	assert_non_null(finding);
	assert_int_equal(finding->spare.is_possible, wanted != NULL);
	if (wanted != NULL) {
		struct clair_result *after;

		written = with_comment(text, finding, REASON);
		blank = with_comment(text, finding, clair_ignore_blank[CLAIR_EN]);
		clair_result_free(result);
		assert_string_equal(written, wanted);
		after = judge_as(written, kind, true);
		assert_int_equal(after->ignore_count, 1);
		assert_int_equal(after->ignores[0].state, CLAIR_IGNORE_USED);
		assert_null(told(after, rule));
		clair_result_free(after);
		result = judge_as(blank, kind, true);
		assert_int_equal(result->ignores[0].state, CLAIR_IGNORE_NO_REASON);
		finding = told(result, rule);
		assert_non_null(finding);
		/* Begun, it is not offered again. */
		assert_false(finding->spare.is_possible);
		free(written);
		free(blank);
	}
	clair_result_free(result);
}

static void
expect_page(const char *text, const char *wanted)
{
	expect_of("images/alt-missing", CLAIR_HTML_PAGE, text, wanted);
}

static void
before_the_element(void **state)
{
	(void)state;
	expect_page(START "<p>Un plan " IMAGE "</p>", START "<p>Un plan " COMMENT REASON " -->" IMAGE "</p>");
	expect_page(START "<p>\n\t" IMAGE "</p>", START "<p>\n\t" COMMENT REASON " -->\n\t" IMAGE "</p>");
	expect_page("<!DOCTYPE html>\r\n<html lang=\"fr\"><body>\r\n  " IMAGE,
	    "<!DOCTYPE html>\r\n<html lang=\"fr\"><body>\r\n  " COMMENT REASON " -->\r\n  " IMAGE);
	expect_page("<!DOCTYPE html>\r<html lang=\"fr\"><body>\r" IMAGE,
	    "<!DOCTYPE html>\r<html lang=\"fr\"><body>\r" COMMENT REASON " -->\r" IMAGE);
	/* A line break is seen in <pre>. */
	expect_page(START "<pre>\n  " IMAGE "</pre>", START "<pre>\n  " COMMENT REASON " -->" IMAGE "</pre>");
	expect_page(START "<table><tr><th>Un</th></tr><tr><td>" IMAGE "</td></tr></table>",
	    START "<table><tr><th>Un</th></tr><tr><td>" COMMENT REASON " -->" IMAGE "</td></tr></table>");
}

/* What is written before an element may fall in another that was left open: then before one around it. */
static void
before_what_holds_it(void **state)
{
	(void)state;
	expect_page(START "<p>Un<ul><li>a<li>b " IMAGE "</ul>", START "<p>Un<ul><li>a<li>b " COMMENT REASON " -->" IMAGE "</ul>");
	expect_of("structure/heading-name", CLAIR_HTML_PAGE, START "<main><p>Un<h2></h2></main>",
	    START "<!-- clairlint-ignore structure/heading-name : " REASON " -->\n<main><p>Un<h2></h2></main>");
	/* Out of its table, where it was written. */
	expect_page(START "<main><table>" IMAGE "<tr><td>a</table></main>",
	    START COMMENT REASON " -->\n<main><table>" IMAGE "<tr><td>a</table></main>");
	/* In the second <b>, which nobody wrote. */
	expect_page(START "<main><p><b>Un</p><p>" IMAGE "</p></b></main>",
	    START "<main><p><b>Un</p><p>" COMMENT REASON " -->" IMAGE "</p></b></main>");
	/* A comment in <textarea> would be its text. */
	expect_of("forms/name-missing", CLAIR_HTML_PAGE, START "<form><textarea>Un</textarea></form>",
	    START "<form><!-- clairlint-ignore forms/name-missing : " REASON " --><textarea>Un</textarea></form>");
}

/* What nobody wrote is looked into: a comment there is about the element that is seen. */
static void
in_what_is_implied(void **state)
{
	(void)state;
	expect_page(IMAGE "<p>Un</p>", COMMENT REASON " -->\n" IMAGE "<p>Un</p>");
	expect_page("Un " IMAGE, "Un " COMMENT REASON " -->" IMAGE);
	expect_page("<!DOCTYPE html><html lang=\"fr\">" IMAGE, "<!DOCTYPE html><html lang=\"fr\">" COMMENT REASON " -->" IMAGE);
	expect_page("<!DOCTYPE html><html lang=\"fr\"><head><title>Plan</title></head>" IMAGE,
	    "<!DOCTYPE html><html lang=\"fr\"><head><title>Plan</title></head>" COMMENT REASON " -->" IMAGE);
	expect_of("consultation/refresh-delay", CLAIR_HTML_PAGE, "<!DOCTYPE html><html lang=\"fr\">" REFRESH,
	    "<!DOCTYPE html><html lang=\"fr\"><!-- clairlint-ignore consultation/refresh-delay : " REASON " -->" REFRESH);
	expect_of("scripts/role-valid", CLAIR_HTML_PAGE, START "<table><tr role=\"patate\"><td>Un<tr><td>Deux</table>",
	    START "<table><!-- clairlint-ignore scripts/role-valid : " REASON " --><tr role=\"patate\"><td>Un<tr><td>Deux</table>");
}

static void
nowhere(void **state)
{
	(void)state;
	expect_of("structure/heading-name", CLAIR_HTML_PAGE, START "<p>Un<h2></h2>", NULL);
	expect_page(START "<table>" IMAGE "<tr><td>a</table>", NULL);
	expect_page(START "<p>Un</p></body></html>\n" IMAGE, NULL);
	expect_page("<!DOCTYPE html><title>Plan</title>" IMAGE, NULL);
	expect_of("falc/jargon", CLAIR_PLAIN_TEXT, "On paie au sein de la mairie.\n", NULL);
}

static void
whole_page(void **state)
{
	(void)state;
	expect_of("structure/h1-missing", CLAIR_HTML_PAGE, START "<p>Un</p>",
	    "<!DOCTYPE html>\n<!-- clairlint-ignore-page structure/h1-missing : " REASON " -->\n"
	    "<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Plan</title></head><body>\n<p>Un</p>");
	expect_of("structure/h1-missing", CLAIR_HTML_PAGE, "<!DOCTYPE html><title>Plan</title><p>Un</p>",
	    "<!DOCTYPE html><!-- clairlint-ignore-page structure/h1-missing : " REASON " --><title>Plan</title><p>Un</p>");
}

static void
expect_markdown(const char *text, const char *wanted)
{
	expect_of("falc/jargon", CLAIR_MARKDOWN, text, wanted);
}

#define WORDS "On paie *au sein de* la mairie."
#define SPARED "<!-- clairlint-ignore falc/jargon : " REASON " -->\n"

static void
before_the_block_of_markdown(void **state)
{
	(void)state;
	expect_markdown(WORDS "\n", SPARED WORDS "\n");
	expect_markdown("# Un\n" WORDS "\n", "# Un\n" SPARED WORDS "\n");
	expect_markdown("Un\r\n\r\n" WORDS "\r\n",
	    "Un\r\n\r\n<!-- clairlint-ignore falc/jargon : " REASON " -->\r\n" WORDS "\r\n");
	expect_markdown("Un\n\n  " WORDS "\n", "Un\n\n" SPARED "  " WORDS "\n");
	expect_markdown("Un\n\n" WORDS "\n===\n", "Un\n\n" SPARED WORDS "\n===\n");
	expect_markdown("---\nname: Un\n---\n" WORDS "\n", "---\nname: Un\n---\n" SPARED WORDS "\n");
	expect_markdown("Un\n\n- Deux\n- Trois\n  1. " WORDS "\n", "Un\n\n" SPARED "- Deux\n- Trois\n  1. " WORDS "\n");
	expect_markdown("| a | b |\n|---|---|\n| c | " WORDS " |\n", SPARED "| a | b |\n|---|---|\n| c | " WORDS " |\n");
	expect_markdown("[a]: /b\n" WORDS " [a]\n", "[a]: /b\n" SPARED WORDS " [a]\n");
	expect_markdown("<div>\nUn\n</div>\n\n" WORDS "\n", "<div>\nUn\n</div>\n\n" SPARED WORDS "\n");
}

static void
expect_state(const char *text, int state)
{
	struct clair_result *result = judge_as(text, CLAIR_MARKDOWN, true);

	assert_int_equal(result->ignore_count, state >= 0);
	if (state >= 0)
		assert_int_equal(result->ignores[0].state, state);
	clair_result_free(result);
}

/* Written by hand, comments count where CommonMark has one. */
static void
comments_of_markdown(void **state)
{
	(void)state;
	expect_state("Un.\n\n" SPARED "\n\n" WORDS "\n", CLAIR_IGNORE_USED);
	expect_state("Un.\n\n<!--\nclairlint-ignore falc/jargon\n: la loi\n-->\n" WORDS "\n", CLAIR_IGNORE_USED);
	expect_state("- Un.\n\n  " SPARED "\n  " WORDS "\n", CLAIR_IGNORE_USED);
	/* Words that are quoted are not judged. */
	expect_state("> " SPARED "> " WORDS "\n", CLAIR_IGNORE_UNUSED);
	expect_state("<!-- note --> <!-- clairlint-ignore falc/* : la loi -->\n" WORDS "\n", CLAIR_IGNORE_USED);
	expect_state("On paie <!-- clairlint-ignore falc/* : la loi --> au sein de la mairie.\n", CLAIR_IGNORE_NO_ELEMENT);
	expect_state(WORDS "\n\n<!-- clairlint-ignore-page falc/jargon : la loi -->\n", CLAIR_IGNORE_USED);
	expect_state("`" SPARED "` " WORDS "\n", -1);
	expect_state("    " SPARED "\n" WORDS "\n", -1);
	expect_state("```\n" SPARED "```\n" WORDS "\n", -1);
	expect_state("\\" SPARED WORDS "\n", -1);
	expect_state("<!-- clairlint-ignore falc/jargon : jamais fermé\n\n" WORDS "\n", -1);
}

/* Nothing is offered in the page of somebody else, whose comments are not followed. */
static void
pages_of_others(void **state)
{
	struct clair_result *result = judge_as(START IMAGE, CLAIR_HTML_PAGE, false);

	(void)state;
	assert_false(told(result, "images/alt-missing")->spare.is_possible);
	clair_result_free(result);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(before_the_element),
		cmocka_unit_test(before_what_holds_it),
		cmocka_unit_test(in_what_is_implied),
		cmocka_unit_test(nowhere),
		cmocka_unit_test(whole_page),
		cmocka_unit_test(before_the_block_of_markdown),
		cmocka_unit_test(comments_of_markdown),
		cmocka_unit_test(pages_of_others),
	};
	int failed;

	linter = support_linter(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	clair_linter_free(linter);
	return failed == 0 ? 0 : 1;
}
