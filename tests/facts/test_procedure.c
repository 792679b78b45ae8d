/* Procedures, on the cases of procedures.txt. */
#include "base/buf.h"
#include "facts/procedure.h"
#include "tests/support/page.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void
add(struct clair_buf *said, const char *name)
{
	clair_buf_printf(said, "%s%s", said->length == 0 ? "" : ", ", name);
}

static void
say(struct clair_ctx *ctx, const char *question, struct clair_buf *said)
{
	if (strcmp(question, "documents") == 0) {
		clair_buf_printf(said, "%u", clair_documents_asked(ctx).count);
		return;
	}
	for (int i = 0; strcmp(question, "needs") == 0 && i < CLAIR_NEED_COUNT; i++)
		if (clair_prerequisite(ctx, (enum clair_need)i) != NULL)
			add(said, clair_need_name((enum clair_need)i));
	for (int i = 0; strcmp(question, "parts") == 0 && i < CLAIR_PART_COUNT; i++)
		if (clair_procedure_part(ctx, (enum clair_procedure_part)i) != NULL)
			add(said, clair_part_name((enum clair_procedure_part)i));
	if (said->length == 0)
		clair_buf_puts(said, "-");
}

/* True when the answer is the one expected. */
static bool
holds(const char *question, const char *markup, const char *expected)
{
	struct clair_buf html;
	struct clair_buf said;
	struct clair_ctx *ctx;
	bool right;

	clair_buf_init(&html, 0);
	clair_buf_init(&said, 0);
	clair_buf_printf(&html, "<!DOCTYPE html><html lang=fr><title>Page</title><main>%s</main>", markup);
	ctx = support_worded(html.bytes, "");
	say(ctx, question, &said);
	right = strcmp(said.bytes, expected) == 0;
	if (!right)
		fprintf(stderr, "%s %s\n  expected: %s\n  found:    %s\n", question, markup, expected, said.bytes);
	support_page_free(ctx);
	clair_buf_free(&html);
	clair_buf_free(&said);
	return right;
}

static void
test_cases(void **state)
{
	FILE *file = fopen("tests/facts/procedures.txt", "r");
	char line[2000];
	unsigned cases = 0;
	unsigned wrong = 0;

	(void)state;
	assert_non_null(file);
	while (fgets(line, sizeof(line), file) != NULL) {
		char *markup = strchr(line, ' ');
		char *expected = strstr(line, " | ");

		if (line[0] == '#' || markup == NULL || expected == NULL)
			continue;
		*markup++ = '\0';
		*expected = '\0';
		expected += strlen(" | ");
		expected[strcspn(expected, "\n")] = '\0';
		cases++;
		wrong += !holds(line, markup, expected);
	}
	fclose(file);
	if (wrong != 0)
		fprintf(stderr, "%u of %u cases are wrong\n", wrong, cases);
	assert_true(cases >= 60);
	assert_int_equal(wrong, 0);
}

static struct clair_ctx *
page(const char *main)
{
	static char html[4000];

	snprintf(html, sizeof(html), "<!DOCTYPE html><html lang=fr><title>Demande</title><main>%s</main>", main);
	return support_worded(html, "");
}

static void
test_words_are_pointed_at(void **state)
{
	struct clair_ctx *ctx = page("<p>Bonjour. Munissez-vous de votre numéro fiscal.</p>");
	const struct clair_prerequisite *found = clair_prerequisite(ctx, CLAIR_NEED_TAX_NUMBER);

	(void)state;
	assert_non_null(found);
	assert_non_null(found->block);
	assert_string_equal(found->words, "numéro fiscal");
	assert_int_equal(strncmp(clair_block_text(found->block) + found->from, found->words, found->length), 0);
	support_page_free(ctx);
}

static void
test_label(void **state)
{
	struct clair_ctx *ctx = page("<h1>Demande d’aide</h1><p>Scannez votre pièce. Une adresse e-mail est obligatoire.</p>"
	    "<form><input required><input><input><button>Envoyer</button></form>");
	const struct clair_procedure_label *label = clair_procedure_label(ctx);

	(void)state;
	assert_non_null(label);
	assert_int_equal(label->need_count, 2);
	assert_int_equal(label->skills[CLAIR_SKILL_PROBLEMS], 2);
	assert_int_equal(label->skills[CLAIR_SKILL_COMMUNICATION], 1);
	assert_int_equal(label->skills[CLAIR_SKILL_SOFTWARE], 0);
	support_page_free(ctx);
	ctx = page("<h1>Histoire</h1><p>Scannez votre pièce.</p>");
	assert_null(clair_procedure_label(ctx));
	support_page_free(ctx);
}

static void
test_field_accepts(void **state)
{
	struct clair_ctx *ctx = page("<form><input id=x pattern='^0[67][0-9]{8}$'></form>");

	(void)state;
	assert_true(clair_field_accepts(ctx, support_x(ctx), "0612345678"));
	assert_false(clair_field_accepts(ctx, support_x(ctx), "+33612345678"));
	support_page_free(ctx);
	ctx = page("<form><input id=x pattern='[0-9'></form>");
	assert_true(clair_field_accepts(ctx, support_x(ctx), "+33612345678"));
	support_page_free(ctx);
	ctx = page("<form><input id=x maxlength=10></form>");
	assert_false(clair_field_accepts(ctx, support_x(ctx), "+33612345678"));
	support_page_free(ctx);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_cases),
	    cmocka_unit_test(test_words_are_pointed_at),
	    cmocka_unit_test(test_label),
	    cmocka_unit_test(test_field_accepts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
