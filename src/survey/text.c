/* A campaign for a terminal. */
#include "report/message.h"
#include "survey/inside.h"

#include <string.h>

/* Texts of others, and sentences that hold some: no sign of theirs moves the cursor. */
static void
put_clean(struct clair_report *report, const char *text)
{
	struct clair_buf clean;

	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), true);
	clair_put(report, clean.bytes, clean.length);
	report->failed |= clean.failed;
	clair_buf_free(&clean);
}

static void
line(struct clair_report *report, const char *sentence)
{
	put_clean(report, sentence);
	clair_puts(report, "\n");
}

/* --- How far it is --- */

static void
status(struct clair_report *report, const struct clair_survey *survey)
{
	line(report, survey_round_phrase(report, survey));
	survey_say_counts(report, survey, line);
	for (size_t i = 0; i < survey->status.failure_count; i++) {
		const struct clair_store_count *failure = &survey->status.failures[i];

		line(report, CLAIR_PHRASE(report, CLAIR_STRING_K_UNTESTED, CLAIR_NUMBER("n", failure->count),
		    CLAIR_WORDS("why", survey_why(report, failure->name))));
	}
	survey_say_workers(report, survey, line);
}

/* --- What was found --- */

static void
score(struct clair_report *report, double value)
{
	struct clair_buf text;

	clair_buf_init(&text, 0);
	if (value < 0)
		clair_buf_puts(&text, "-");
	else
		clair_format_score(&text, report->lang, value);
	clair_putf(report, " %6s", text.bytes);
	report->failed |= text.failed;
	clair_buf_free(&text);
}

static void
site_row(struct clair_report *report, const struct survey_site *site)
{
	const char *why = survey_why_key(site);
	const bool is_over = site->state == CLAIR_SITE_DONE || site->state == CLAIR_SITE_EXCLUDED;
	const char *state = is_over ? clair_string_of(report, survey_state_string(site->state)) : "-";

	clair_puts(report, state);
	for (int i = clair_columns(state); i < 6; i++)
		clair_puts(report, " ");
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		score(report, site->axis[axis]);
	clair_putf(report, " %6u  ", site->tested);
	put_clean(report, site->site.address);
	if (why != NULL) {
		clair_puts(report, "  (");
		put_clean(report, survey_why(report, why));
		clair_puts(report, ")");
	}
	clair_puts(report, "\n");
}

static void
rule_row(struct clair_report *report, const struct survey_rule *rule)
{
	const bool is_of_site = rule->pages == 0;

	line(report, CLAIR_PHRASE(report, is_of_site ? CLAIR_STRING_K_RULE_OF_SITE : CLAIR_STRING_K_RULE,
	    CLAIR_NUMBER("sites", rule->sites), CLAIR_NUMBER("pages", rule->pages), CLAIR_NUMBER("times", rule->occurrences),
	    CLAIR_WORDS("title", survey_rule_title(report, rule)), CLAIR_WORDS("rule", rule->id)));
	if (rule->shared == NULL)
		return;
	clair_puts(report, "  ");
	line(report, CLAIR_PHRASE(report, CLAIR_STRING_K_SHARED, CLAIR_NUMBER("n", rule->shared->sites),
	    CLAIR_WORDS("text", survey_text(report, rule->shared->text_fr, rule->shared->text_en))));
}

static void
rules(struct clair_report *report, const struct clair_survey *survey)
{
	const uint32_t told = survey_told_rules(survey);

	if (told == 0)
		return;
	clair_puts(report, "\n");
	line(report, clair_string_of(report, CLAIR_STRING_K_RULES));
	for (uint32_t i = 0; i < told; i++)
		rule_row(report, survey->rules[i]);
	if (survey->failing_count > told)
		line(report, CLAIR_PHRASE(report, CLAIR_STRING_K_RULES_MORE, CLAIR_NUMBER("n", survey->failing_count - told)));
}

static void
change_row(struct clair_report *report, const struct survey_site *site)
{
	put_clean(report, CLAIR_PHRASE(report, CLAIR_STRING_K_SINCE_ONE, CLAIR_NUMBER("mended", site->turns.mended),
	    CLAIR_NUMBER("fresh", site->turns.fresh)));
	clair_puts(report, "  ");
	put_clean(report, site->site.address);
	if (!site->same_rules) {
		clair_puts(report, "  (");
		put_clean(report, clair_string_of(report, CLAIR_STRING_K_OTHER_RULES));
		clair_puts(report, ")");
	}
	clair_puts(report, "\n");
}

static void
changes(struct clair_report *report, const struct clair_survey *survey)
{
	if (survey->before == 0)
		return;
	clair_puts(report, "\n");
	line(report, CLAIR_PHRASE(report, CLAIR_STRING_K_SINCE, CLAIR_NUMBER("n", survey->before)));
	survey_say_changes(report, survey, line);
	for (uint32_t i = 0; i < survey->site_count; i++) {
		if (survey->sites[i].in_both)
			change_row(report, &survey->sites[i]);
	}
}

void
survey_write_text(struct clair_report *report, const struct clair_survey *survey)
{
	if (!survey->results) {
		status(report, survey);
		return;
	}
	line(report, clair_string_of(report, CLAIR_STRING_K_HEADERS));
	for (uint32_t i = 0; i < survey->site_count; i++)
		site_row(report, &survey->sites[i]);
	rules(report, survey);
	changes(report, survey);
}
