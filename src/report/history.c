/* What became of a site from one run to the next: the point of a run, and what it says beside the one before. */
#include "report/history.h"

#include <math.h>
#include <string.h>

bool
clair_run_history_point(const struct clair_run *run, struct clair_history_point *point)
{
	const char *today = clair_linter_today(run->linter);

	if (run->tested_count == 0 || today == NULL)
		return false;
	*point = (struct clair_history_point){.pages = run->tested_count, .tool = CLAIR_VERSION,
		.referential = CLAIR_RGAA_VERSION, .failures = clair_run_count(run, CLAIR_MINOR)};
	memcpy(point->day, today, sizeof(point->day) - 1);
	memcpy(point->scores, run->scores.axis, sizeof(point->scores));
	clair_linter_identity(run->linter, point->rules);
	for (uint32_t i = 0; i < run->cause_count; i++)
		point->causes += clair_run_cause(run, i)->example->outcome == CLAIR_FAIL;
	return true;
}

unsigned
clair_history_changes(const struct clair_history_point *before, const struct clair_history_point *after)
{
	return (strcmp(before->tool, after->tool) != 0 ? CLAIR_OTHER_TOOL : 0u) |
	    (strcmp(before->referential, after->referential) != 0 ? CLAIR_OTHER_REFERENTIAL : 0u) |
	    (strcmp(before->rules, after->rules) != 0 ? CLAIR_OTHER_RULES : 0u);
}

void
clair_add_day(struct clair_report *report, const char *day, struct clair_buf *out)
{
	const int month = (day[5] - '0') * 10 + day[6] - '0';
	const int of_month = (day[8] - '0') * 10 + day[9] - '0';
	const bool is_first = of_month == 1 && report->lang == CLAIR_FR;
	const struct clair_argument arguments[] = {
		{.name = "day", .value = "1er", .number = of_month, .is_number = !is_first},
		CLAIR_WORDS("month", clair_string_of(report, (enum clair_string)((int)CLAIR_STRING_MONTH_1 + month - 1))),
		{.name = "year", .value = (const char[]){day[0], day[1], day[2], day[3], '\0'}}};

	clair_format(out, report->lang, clair_string_of(report, CLAIR_STRING_DAY), arguments, CLAIR_LEN(arguments));
}

/* "Accès +2,3 points" */
static void
add_change(struct clair_report *report, enum clair_axis axis, double before, double after, struct clair_buf *out)
{
	/* As the two are shown: what is told is the difference of what is read. */
	const double change = (round(after * 10) - round(before * 10)) / 10;
	const enum clair_string words = change > 0 ? CLAIR_STRING_SINCE_UP
	    : change < 0                           ? CLAIR_STRING_SINCE_DOWN
	                                           : CLAIR_STRING_SINCE_SAME;
	struct clair_buf points;

	clair_buf_init(&points, 0);
	clair_format_score(&points, report->lang, fabs(change));
	clair_buf_puts(out, out->length > 0 ? ", " : "");
	clair_buf_puts(out,
	    CLAIR_PHRASE(report, words, CLAIR_WORDS("axis", clair_string_of(report, clair_axis_string(axis))),
	        CLAIR_WORDS("points", points.bytes), CLAIR_NUMBER("n", fabs(change))));
	report->failed |= points.failed;
	clair_buf_free(&points);
}

void
clair_report_since(struct clair_report *report, clair_sentence_fn *say)
{
	const struct clair_history_point *now = report->options->history_now;
	const struct clair_history_point *before;
	struct clair_buf day;
	struct clair_buf changes;

	if (now == NULL || now == report->options->history)
		return;
	before = now - 1;
	clair_buf_init(&day, 0);
	clair_buf_init(&changes, 0);
	clair_add_day(report, before->day, &day);
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		if (before->scores[i] >= 0 && now->scores[i] >= 0)
			add_change(report, (enum clair_axis)i, before->scores[i], now->scores[i], &changes);
	if (changes.length == 0)
		clair_buf_puts(&changes, clair_string_of(report, CLAIR_STRING_SINCE_UNKNOWN));
	if (!day.failed && !changes.failed)
		say(report, CLAIR_PHRASE(report, CLAIR_STRING_SINCE, CLAIR_WORDS("day", day.bytes),
		    CLAIR_WORDS("changes", changes.bytes), CLAIR_NUMBER("n", now->causes),
		    CLAIR_NUMBER("before", before->causes)));
	if (clair_history_changes(before, now) != 0)
		say(report, clair_string_of(report, CLAIR_STRING_SINCE_OTHER));
	report->failed |= day.failed || changes.failed;
	clair_buf_free(&day);
	clair_buf_free(&changes);
}
