/* Safe fixes applied to whole pages: what holds, what is undone, what is left as it is. */
#include "tests/support/rule_cases.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define HEAD "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Plan</title></head><body>"
#define FIGURE "<figure><img src=\"a\" alt=\"Plan\"><figcaption>Plan</figcaption></figure>"
#define MENDED \
	"<figure role=\"figure\"><img src=\"a\" alt=\"Plan\"><figcaption>Plan</figcaption></figure>"
/* With the title that it lacks, that title is an address. */
#define STUBBORN "<iframe src=\"a.html\" aria-label=\"http://a.example/\"></iframe>"

static struct clair_linter *linter;

static struct clair_mended
mend_with(const struct clair_linter *with, const char *bytes)
{
	const struct clair_document document = {
	    .url = "page.html", .click_depth = -1, .bytes = bytes, .length = strlen(bytes)};
	struct clair_mended mended;

	assert_int_equal(clair_mend(&mended, with, &document), CLAIR_OK);
	assert_non_null(mended.result);
	return mended;
}

static void
drop(struct clair_mended *mended)
{
	clair_result_free(mended->result);
	free(mended->bytes);
}

static void
expect(const char *bytes, const char *expected, uint32_t fixed)
{
	struct clair_mended mended = mend_with(linter, bytes);

	assert_int_equal(mended.fixed, fixed);
	assert_null(mended.left_because);
	if (expected == NULL) {
		assert_null(mended.bytes);
	} else {
		assert_non_null(mended.bytes);
		assert_int_equal(mended.length, strlen(expected));
		assert_string_equal(mended.bytes, expected);
	}
	drop(&mended);
}

static void
only_the_fault_is_changed(void **state)
{
	(void)state;
	expect(HEAD "<p>Rien.</p>", NULL, 0);
	expect(HEAD "<p>é\r\n" FIGURE "\r\n", HEAD "<p>é\r\n" MENDED "\r\n", 1);
	expect("\xEF\xBB\xBF" HEAD FIGURE FIGURE, "\xEF\xBB\xBF" HEAD MENDED MENDED, 2);
}

#define PAGE(head, body) \
	"<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Plan</title>" head \
	"</head><body>" body
#define FRENCH \
	"<p>La mairie est ouverte le lundi matin, pour vous et votre famille. Vous pouvez aussi nous " \
	"écrire par le formulaire de cette page."

/* What each rule mends without asking, and what it leaves to a person. */
static void
rules_mend_what_cannot_mislead(void **state)
{
	static const struct {
		const char *before, *after; /* NULL: left */
	} cases[] = {
	    {PAGE("", "<p class=\"a\" class=\"b\">A</p>"), PAGE("", "<p class=\"a\">A</p>")},
	    {PAGE("", "<a href=\"#p\" href='#p' id=p>A</a>"), PAGE("", "<a href=\"#p\" id=p>A</a>")},
	    {PAGE("", "<img src=a.png alt=\"\" alt=\"Le plan\">"), NULL},
	    {PAGE("", "<img src=a.png alt=\"Vue \" plan de la mairie de nuit \">"), NULL},
	    {"<!DOCTYPE html><html lang=fr_FR><meta charset=utf-8><title>Plan</title>" FRENCH,
	        "<!DOCTYPE html><html lang=\"fr-FR\"><meta charset=utf-8><title>Plan</title>" FRENCH},
	    {"<!DOCTYPE html><html lang=en_US><meta charset=utf-8><title>Plan</title>" FRENCH, NULL},
	    {"<!DOCTYPE html><html lang=français><meta charset=utf-8><title>Plan</title>" FRENCH, NULL},
	    {PAGE("", "<p>Le <span lang=\"en_GB\">town hall</span></p>"),
	        PAGE("", "<p>Le <span lang=\"en-GB\">town hall</span></p>")},
	    {PAGE("<meta name=viewport content=\"width=device-width, initial-scale=1,user-scalable=no\">", ""),
	        PAGE("<meta name=viewport content=\"width=device-width, initial-scale=1\">", "")},
	    {PAGE("<meta name=viewport content=\"user-scalable=0;maximum-scale=1\">", ""),
	        PAGE("<meta name=viewport content=\"user-scalable=yes\">", "")},
	    {PAGE("", "<form><label>Code <input autocomplete=postalCode></label></form>"),
	        PAGE("", "<form><label>Code <input autocomplete=\"postal-code\"></label></form>")},
	    {PAGE("", "<form><label>Code <input autocomplete=courriel></label></form>"), NULL},
	    {PAGE("", "<form><label>Code <input autocomplete=nope></label></form>"), NULL},
	    {PAGE("", "<iframe src=a.html aria-label=\"Carte\"></iframe>"),
	        PAGE("", "<iframe src=a.html aria-label=\"Carte\" title=\"Carte\"></iframe>")},
	    {PAGE("", "<figure role=\"img\"><img src=a alt=Plan><figcaption>Plan</figcaption></figure>"), NULL},
	    {PAGE("", "<table><tr><th>Jour<th>Heure<tr><td>Lundi<td>9 h</table>"),
	        PAGE("", "<table><tr><th scope=\"col\">Jour<th scope=\"col\">Heure<tr><td>Lundi<td>9 h</table>")},
	    {PAGE("", "<p tabindex=3 align=center>A"), NULL},
	    {PAGE("", "<p aria-labeledby=a role=buton>A"), NULL},
	};

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(cases); i++) {
		struct clair_mended mended = mend_with(linter, cases[i].before);

		if ((mended.bytes == NULL) != (cases[i].after == NULL))
			fail_msg("%s: %s", cases[i].before, mended.bytes == NULL ? "left" : mended.bytes);
		if (mended.bytes != NULL)
			assert_string_equal(mended.bytes, cases[i].after);
		drop(&mended);
	}
}

static void
what_does_not_hold_is_undone_alone(void **state)
{
	struct clair_mended mended = mend_with(linter, HEAD FIGURE STUBBORN FIGURE FIGURE);

	(void)state;
	assert_int_equal(mended.fixed, 3);
	assert_int_equal(mended.undone, 1);
	assert_non_null(mended.bytes);
	assert_string_equal(mended.bytes, HEAD MENDED STUBBORN MENDED MENDED);
	drop(&mended);
}

/* Of each rule a hundred findings are kept: the next pass sees the others. */
static void
findings_past_those_kept_are_mended_too(void **state)
{
	enum { FIGURES = 250 };
	struct clair_buf page;
	struct clair_mended mended;

	(void)state;
	clair_buf_init(&page, 0);
	clair_buf_puts(&page, HEAD);
	for (int i = 0; i < FIGURES; i++)
		clair_buf_printf(&page, "<p>%d</p>" FIGURE, i);
	mended = mend_with(linter, page.bytes);
	assert_int_equal(mended.fixed, FIGURES);
	assert_int_equal(mended.undone, 0);
	drop(&mended);
	clair_buf_free(&page);
}

static void
another_character_set_is_left(void **state)
{
	static const char latin[] = "<!DOCTYPE html><html lang=fr><meta charset=iso-8859-1><title>Plan</title>"
	                            "<p>\xE9t\xE9</p>" FIGURE;
	static const char ascii[] = "<!DOCTYPE html><html lang=fr><meta charset=iso-8859-1><title>Plan</title>"
	                            "<p>Plan</p>" FIGURE;
	struct clair_mended mended = mend_with(linter, latin);

	(void)state;
	assert_null(mended.bytes);
	assert_string_equal(mended.left_because, "charset");
	assert_string_equal(mended.charset, "windows-1252");
	drop(&mended);
	mended = mend_with(linter, ascii);
	assert_int_equal(mended.fixed, 1);
	drop(&mended);
}

static void
what_is_suppressed_is_left(void **state)
{
	static const struct clair_suppression wanted = {
	    .rule = "images/figure-caption", .selector = ".garde", .reason = "voulu"};
	const struct clair_options options = {.suppressions = &wanted, .suppression_count = 1};
	struct clair_linter *other = support_linter(&options);
	struct clair_mended mended =
	    mend_with(other, HEAD "<div class=\"garde\">" FIGURE "</div>" FIGURE);

	(void)state;
	assert_int_equal(mended.fixed, 1);
	assert_string_equal(mended.bytes, HEAD "<div class=\"garde\">" FIGURE "</div>" MENDED);
	drop(&mended);
	clair_linter_free(other);
}

static void
what_cannot_be_judged_is_left(void **state)
{
	struct clair_mended mended = mend_with(linter, "");

	(void)state;
	assert_null(mended.bytes);
	drop(&mended);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(only_the_fault_is_changed),
	    cmocka_unit_test(rules_mend_what_cannot_mislead),
	    cmocka_unit_test(what_does_not_hold_is_undone_alone),
	    cmocka_unit_test(findings_past_those_kept_are_mended_too),
	    cmocka_unit_test(another_character_set_is_left),
	    cmocka_unit_test(what_is_suppressed_is_left),
	    cmocka_unit_test(what_cannot_be_judged_is_left),
	};
	int failed;

	linter = support_linter(NULL);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	clair_linter_free(linter);
	return failed == 0 ? 0 : 1;
}
