/* What an audit asks, in the HTML report: by RGAA criterion, to unfold, then by test. */
#include "report/html.h"

#include <string.h>

enum { QUESTION_LIMIT = 30 };

/* A question that speaks of several tests is asked under the first. NULL: no test. */
static const char *
test_of(const struct clair_cause *cause)
{
	const struct clair_finding *example = cause->example;
	const char *const *tests = clair_message_tests(example->rule, example->message);

	return tests != NULL ? *tests : NULL;
}

static bool
is_asked(const struct clair_cause *cause, const char *test)
{
	const char *own = test_of(cause);

	if (clair_kind_of(cause->example) != CLAIR_QUESTION)
		return false;
	if (own == NULL || test == NULL)
		return own == test;
	return strcmp(own, test) == 0;
}

/* `test` NULL: those of no test. */
static uint32_t
count_asked(const struct clair_report *report, const char *test)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < report->run->cause_count; i++)
		count += is_asked(clair_run_cause(report->run, i), test);
	return count;
}

/* As text: a page with hundreds of links is itself a barrier. */
static void
question(struct clair_report *report, const struct clair_cause *cause)
{
	const struct clair_finding *example = cause->example;

	clair_puts(report, "<li>");
	clair_html_message(report, example);
	clair_puts(report, "<span class=\"address\">");
	clair_html_text(report, clair_report_url(report, cause->example_page));
	if (example->line > 0) {
		clair_puts(report, ", ");
		clair_html_text(report, clair_place_phrase(report, example));
	}
	clair_puts(report, "</span>");
	if (example->excerpt != NULL && example->excerpt[0] != '\0') {
		clair_puts(report, "<code>");
		clair_html_text(report, example->excerpt);
		clair_puts(report, "</code>");
	}
	if (cause->occurrences > 1) {
		clair_puts(report, "<span class=\"note\">");
		clair_html_text(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_OCCURRENCES,
		        CLAIR_NUMBER("pages", cause->pages),
		        CLAIR_NUMBER("times", cause->occurrences)));
		clair_puts(report, "</span>");
	}
	clair_puts(report, "</li>\n");
}

static void
list(struct clair_report *report, const char *test, uint32_t count)
{
	uint32_t shown = 0;

	clair_puts(report, "<ul>\n");
	for (uint32_t i = 0; i < report->run->cause_count && shown < QUESTION_LIMIT; i++) {
		const struct clair_cause *cause = clair_run_cause(report->run, i);

		if (!is_asked(cause, test))
			continue;
		question(report, cause);
		shown++;
	}
	clair_puts(report, "</ul>\n");
	if (count > shown)
		clair_html_paragraph(report,
		    CLAIR_PHRASE(
		        report, CLAIR_STRING_H_MORE_QUESTIONS, CLAIR_NUMBER("n", count - shown)));
}

static void
test_questions(struct clair_report *report, const struct clair_rgaa_test *test)
{
	const uint32_t count = count_asked(report, test->id);

	if (count == 0)
		return;
	clair_putf(report, "<h4>%s ", test->id);
	clair_html_advice(report, clair_text_of(report, &test->title));
	clair_puts(report, "</h4>\n");
	list(report, test->id, count);
}

static void
criterion_questions(struct clair_report *report, const struct clair_rgaa_criterion *criterion)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < criterion->test_count; i++)
		count += count_asked(report, criterion->tests[i].id);
	if (count == 0)
		return;
	clair_puts(report, "<details class=\"panel\"><summary>");
	clair_html_text(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_H_QUESTION_GROUP,
	        CLAIR_WORDS("criterion", criterion->id),
	        CLAIR_OURS(report, "title", criterion->title), CLAIR_NUMBER("n", count)));
	clair_puts(report, "</summary>\n");
	for (uint32_t i = 0; i < criterion->test_count; i++)
		test_questions(report, &criterion->tests[i]);
	clair_puts(report, "</details>\n");
}

static void
other_questions(struct clair_report *report)
{
	const uint32_t count = count_asked(report, NULL);

	if (count == 0)
		return;
	clair_puts(report, "<details class=\"panel\"><summary>");
	clair_html_text(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_H_QUESTION_OTHERS, CLAIR_NUMBER("n", count)));
	clair_puts(report, "</summary>\n");
	list(report, NULL, count);
	clair_puts(report, "</details>\n");
}

void
clair_html_questions(struct clair_report *report)
{
	if (clair_report_causes(report, CLAIR_QUESTION) == 0)
		return;
	clair_html_open_section(report, "questions", CLAIR_STRING_H_QUESTIONS, 3);
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_QUESTIONS_WHY));
	for (uint32_t i = 0; i < report->run->criterion_count; i++)
		criterion_questions(report, &report->run->criteria[i]);
	other_questions(report);
	clair_puts(report, "</section>\n");
}
