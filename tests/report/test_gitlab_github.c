/* Reports for GitLab and GitHub that no small site makes: hostile words everywhere, findings known before. */
#include "../support/hostile.h"
#include "../support/sample_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <jansson.h>
#include <string.h>
#include <unistr.h>

static const struct clair_write_options french = {.lang = CLAIR_FR, .threshold = "major", .exit_status = 1};

static void
write_into(struct clair_buf *made, const struct sample *sample, enum clair_format format)
{
	clair_buf_init(made, 0);
	assert_int_equal(sample_write(sample, made, format, &french), CLAIR_OK);
	assert_null(u8_check((const uint8_t *)made->bytes, made->length));
}

static json_t *
json_of(const struct sample *sample, enum clair_format format)
{
	struct clair_buf made;
	json_error_t error;
	json_t *json;

	write_into(&made, sample, format);
	json = json_loadb(made.bytes, made.length, JSON_REJECT_DUPLICATES, &error);
	if (json == NULL)
		fail_msg("%s", error.text);
	clair_buf_free(&made);
	return json;
}

/* Of the lines, those that start so; all are commands. */
static unsigned
commands(const char *text, const char *start)
{
	unsigned count = 0;

	for (const char *line = text; *line != '\0'; line = strchr(line, '\n') + 1) {
		assert_true(strncmp(line, "::error title=", 14) == 0 || strncmp(line, "::warning title=", 16) == 0 ||
		    strncmp(line, "::notice title=", 15) == 0);
		assert_non_null(strchr(line, '\n'));
		count += strncmp(line, start, strlen(start)) == 0;
	}
	return count;
}

static void
hostile_words_stay_in_their_place(void **state)
{
	(void)state;
	for (size_t i = 0; i < hostile_word_count; i++) {
		static struct sample sample;
		struct clair_buf made;
		json_t *issues;
		json_t *pages;

		sample_make(&sample);
		sample_fill_with(&sample, hostile_words[i]);
		issues = json_of(&sample, CLAIR_GITLAB_QUALITY);
		/* Seven findings, one of them silenced; two pages that are not tested. */
		assert_int_equal(json_array_size(issues), 6 + 2);
		pages = json_of(&sample, CLAIR_GITLAB_ACCESSIBILITY);
		/* The four pages have the same address, and the site has another. */
		assert_int_equal(json_object_size(json_object_get(pages, "results")), 5);
		assert_int_equal(json_integer_value(json_object_get(pages, "errors")), 5 + 2);
		write_into(&made, &sample, CLAIR_GITHUB);
		assert_int_equal(commands(made.bytes, "::"), 5 + 1);
		assert_int_equal(commands(made.bytes, "::error"), 1 + 1);
		clair_buf_free(&made);
		json_decref(pages);
		json_decref(issues);
		sample_free(&sample);
	}
}

static void
beside_a_baseline_only_what_is_new_is_annotated(void **state)
{
	static struct sample sample;
	static const struct clair_baseline_facts facts = {.name = "connu.jsonl"};
	struct clair_buf made;

	(void)state;
	sample_make(&sample);
	for (size_t i = 0; i < CLAIR_LEN(sample.findings); i++)
		sample.findings[i].baseline = CLAIR_BASELINE_KNOWN;
	sample.run.baseline = &facts;
	write_into(&made, &sample, CLAIR_GITHUB);
	assert_int_equal(commands(made.bytes, "::notice"), 1);
	assert_int_equal(commands(made.bytes, "::"), 2);
	assert_non_null(strstr(made.bytes, "Rien de nouveau"));
	clair_buf_free(&made);
	/* The same cause comes to the second page: that is where it is shown, not at its example. */
	sample.findings[1].baseline = CLAIR_BASELINE_NEW;
	sample.causes[0].fresh = 1;
	write_into(&made, &sample, CLAIR_GITHUB);
	assert_int_equal(commands(made.bytes, "::"), 2);
	assert_non_null(strstr(made.bytes, "file=mairie.example/carte-identite/index.html,line=41"));
	clair_buf_free(&made);
	sample_free(&sample);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hostile_words_stay_in_their_place),
		cmocka_unit_test(beside_a_baseline_only_what_is_new_is_annotated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
