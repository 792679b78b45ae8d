/* SARIF logs that no small site makes: too many results, findings known before, hostile words everywhere. */
#include "../support/hostile.h"
#include "../support/sample_run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct clair_write_options french = {.lang = CLAIR_FR, .threshold = "major", .exit_status = 1};

static json_t *
log_of(const struct sample *sample)
{
	struct clair_buf made;
	json_error_t error;
	json_t *log;

	clair_buf_init(&made, 0);
	assert_int_equal(sample_write(sample, &made, CLAIR_SARIF, &french), CLAIR_OK);
	log = json_loadb(made.bytes, made.length, JSON_REJECT_DUPLICATES, &error);
	if (log == NULL)
		fail_msg("%s", error.text);
	clair_buf_free(&made);
	return log;
}

static json_t *
run_of(const json_t *log)
{
	return json_array_get(json_object_get(log, "runs"), 0);
}

static const char *
word(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text != NULL ? text : "";
}

/* The text of the notification; NULL: there is none. */
static const char *
notified(const json_t *run, const char *id)
{
	const json_t *invocation = json_array_get(json_object_get(run, "invocations"), 0);
	const json_t *list = json_object_get(invocation, "toolExecutionNotifications");

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *one = json_array_get(list, i);

		if (strcmp(word(json_object_get(one, "descriptor"), "id"), id) == 0)
			return word(json_object_get(one, "message"), "text");
	}
	return NULL;
}

static size_t
results_with(const json_t *results, const char *key, const char *value)
{
	size_t count = 0;

	for (size_t i = 0; i < json_array_size(results); i++)
		count += strcmp(word(json_array_get(results, i), key), value) == 0;
	return count;
}

enum { MANY = 5000 };

/* On the first page, copies of the findings of both pages: MANY of each of the five that count. */
static void
crowd(struct sample *sample, struct clair_finding *room)
{
	for (int i = 0; i < 5 * MANY; i++) {
		room[i] = sample->findings[i % 5 == 4 ? 5 : i % 5];
		snprintf(room[i].fingerprint, sizeof(room[i].fingerprint), "%016x", (unsigned)i / 2);
		room[i].next = i + 1 < 5 * MANY ? &room[i + 1] : NULL;
	}
	sample->results[0].first = room;
}

static void
past_the_limit_the_mildest_are_left_out(void **state)
{
	static struct sample sample;
	struct clair_finding *room = calloc(5 * MANY, sizeof(*room));
	const json_t *results;
	json_t *log;

	(void)state;
	assert_non_null(room);
	sample_make(&sample);
	log = log_of(&sample);
	assert_null(notified(run_of(log), "clairlint/result-limit"));
	json_decref(log);
	/* With the four of the second page, and that of the site, there are five too many: one silenced, four doubts. */
	crowd(&sample, room);
	log = log_of(&sample);
	results = json_object_get(run_of(log), "results");
	assert_int_equal(json_array_size(results), 25000);
	assert_int_equal(results_with(results, "level", "error"), 2 * MANY + 1);
	assert_int_equal(results_with(results, "level", "warning"), MANY + 1);
	assert_int_equal(results_with(results, "level", "note"), MANY + 1);
	assert_int_equal(results_with(results, "level", "none"), MANY + 1 - 4);
	assert_int_equal(results_with(results, "ruleId", "frames/title-missing"), 0);
	assert_non_null(strstr(notified(run_of(log), "clairlint/result-limit"), "5 résultats ne sont pas ici"));
	json_decref(log);
	sample_free(&sample);
	free(room);
}

static void
a_baseline_tells_new_from_known(void **state)
{
	static struct sample sample;
	const json_t *results;
	json_t *log;

	(void)state;
	sample_make(&sample);
	log = log_of(&sample);
	assert_int_equal(results_with(json_object_get(run_of(log), "results"), "baselineState", ""), 7);
	json_decref(log);
	for (size_t i = 0; i < CLAIR_LEN(sample.findings); i++)
		sample.findings[i].baseline = i == 0 ? CLAIR_BASELINE_NEW : CLAIR_BASELINE_KNOWN;
	log = log_of(&sample);
	results = json_object_get(run_of(log), "results");
	assert_int_equal(results_with(results, "baselineState", "new"), 1);
	assert_int_equal(results_with(results, "baselineState", "unchanged"), 6);
	json_decref(log);
	sample_free(&sample);
}

static void
hostile_words_stay_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < hostile_word_count; i++) {
		static struct sample sample;
		const json_t *results;
		json_t *log;

		sample_make(&sample);
		sample_fill_with(&sample, hostile_words[i]);
		log = log_of(&sample);
		results = json_object_get(run_of(log), "results");
		assert_int_equal(json_array_size(results), 7);
		for (size_t r = 0; r < json_array_size(results); r++) {
			const json_t *message = json_object_get(json_array_get(results, r), "message");
			const char *link = strstr(word(message, "text"), "](");

			assert_true(link == NULL || strcmp(link, "](1)") == 0);
		}
		json_decref(log);
		sample_free(&sample);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(past_the_limit_the_mildest_are_left_out),
		cmocka_unit_test(a_baseline_tells_new_from_known),
		cmocka_unit_test(hostile_words_stay_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
