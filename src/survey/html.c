/* A campaign as one HTML file, in the style of the other reports: to be sent as it is to who decides. */
#include "report/history.h"
#include "report/html.h"
#include "survey/inside.h"

#include <stdio.h>
#include <string.h>

enum {
	ROW_LIMIT = 1000, /* sites told one by one */
	PART_ROWS = 20,   /* of them under one heading: past 300 words people lose their place (readability/few-headings) */
	LINK_LIMIT = 80,  /* past it addresses are texts: a page with more links drowns people (cognition/too-many-links) */
};

struct part {
	const char *id;
	enum clair_string title;
	void (*write)(struct clair_report *report, const struct clair_survey *survey);
};

static void
lead(struct clair_report *report, const char *sentence)
{
	clair_puts(report, "<p class=\"lead\">");
	clair_html_text(report, sentence);
	clair_puts(report, "</p>\n");
}

static void
number_cell(struct clair_report *report, uint64_t number)
{
	struct clair_buf words;

	clair_buf_init(&words, 0);
	clair_format_number(&words, report->lang, (double)number, 0);
	clair_puts(report, "<td class=\"n\">");
	clair_html_text(report, words.bytes);
	clair_puts(report, "</td>");
	report->failed |= words.failed;
	clair_buf_free(&words);
}

static void
address(struct clair_report *report, const struct survey_site *site, bool is_link)
{
	if (is_link)
		clair_html_link(report, site->site.address);
	else
		clair_html_text(report, site->site.address);
}

/* Names are French. */
static void
site_head(struct clair_report *report, const struct survey_site *site, bool is_link)
{
	clair_puts(report, "<tr><th class=\"page\" scope=\"row\">");
	if (site->site.organisation[0] != '\0') {
		clair_puts(report, report->lang == CLAIR_FR ? "<span>" : "<span lang=\"fr\">");
		clair_html_text(report, site->site.organisation);
		clair_puts(report, "</span><div class=\"address\">");
		address(report, site, is_link);
		clair_puts(report, "</div>");
	} else {
		address(report, site, is_link);
	}
	clair_puts(report, "</th>");
}

/* --- What to mend first --- */

static void
rule_row(struct clair_report *report, const struct survey_rule *rule)
{
	clair_puts(report, "<tr><th class=\"page\" scope=\"row\">");
	clair_html_text(report, survey_rule_title(report, rule));
	if (rule->shared != NULL) {
		clair_puts(report, "<div class=\"note\">");
		clair_html_text(report, CLAIR_PHRASE(report, CLAIR_STRING_K_SHARED, CLAIR_NUMBER("n", rule->shared->sites),
		    CLAIR_WORDS("text", survey_text(report, rule->shared->text_fr, rule->shared->text_en))));
		clair_puts(report, "</div>");
	}
	clair_puts(report, "</th>");
	number_cell(report, rule->sites);
	if (rule->pages > 0) {
		number_cell(report, rule->pages);
	} else {
		clair_puts(report, "<td>");
		clair_html_say(report, CLAIR_STRING_K_WHOLE_SITE);
		clair_puts(report, "</td>");
	}
	number_cell(report, rule->occurrences);
	clair_puts(report, "</tr>\n");
}

static void
rules(struct clair_report *report, const struct clair_survey *survey)
{
	static const enum clair_string headers[] = {CLAIR_STRING_K_RULE_COLUMN, CLAIR_STRING_K_SITES_COLUMN,
		CLAIR_STRING_K_PAGES_COLUMN, CLAIR_STRING_K_TIMES_COLUMN};
	const uint32_t told = survey_told_rules(survey);

	if (told == 0) {
		clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_K_NO_RULE));
		return;
	}
	lead(report, clair_string_of(report, CLAIR_STRING_K_FIRST));
	clair_html_table_open(report, "table-regles", CLAIR_STRING_K_RULES_CAPTION, headers, CLAIR_LEN(headers));
	for (uint32_t i = 0; i < told; i++)
		rule_row(report, survey->rules[i]);
	clair_html_table_close(report);
	if (survey->failing_count > told)
		clair_html_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_K_RULES_MORE, CLAIR_NUMBER("n", survey->failing_count - told)));
}

/* --- The sites --- */

static void
note_cell(struct clair_report *report, const struct survey_site *site)
{
	const char *why = survey_why_key(site);

	clair_puts(report, "<td>");
	if (why != NULL)
		clair_html_text(report, survey_why(report, why));
	else if (site->state != CLAIR_SITE_DONE)
		clair_html_capital(report, clair_string_of(report, survey_state_string(site->state)));
	clair_puts(report, "</td>");
}

static void
score_cell(struct clair_report *report, double score)
{
	clair_puts(report, "<td class=\"n\">");
	clair_html_score(report, score);
	clair_puts(report, "</td>");
}

static void
result_row(struct clair_report *report, const struct survey_site *site, bool is_link)
{
	site_head(report, site, is_link);
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		score_cell(report, site->axis[axis]);
	number_cell(report, site->tested);
	note_cell(report, site);
	clair_puts(report, "</tr>\n");
}

static void
state_row(struct clair_report *report, const struct survey_site *site, bool is_link)
{
	site_head(report, site, is_link);
	clair_puts(report, "<td>");
	clair_html_capital(report, clair_string_of(report, survey_state_string(site->state)));
	clair_puts(report, "</td>");
	number_cell(report, site->tested);
	clair_puts(report, "<td>");
	if (survey_why_key(site) != NULL)
		clair_html_text(report, survey_why(report, survey_why_key(site)));
	clair_puts(report, "</td></tr>\n");
}

/* A table of sites, cut in parts that have a heading each when it is long. */
struct site_table {
	const char *id;
	enum clair_string caption;
	const enum clair_string *headers;
	size_t header_count;
	void (*row)(struct clair_report *report, const struct survey_site *site, bool is_link);
	bool of_compared; /* with the round before, by the same rules; else of all */
};

static void
begin_part(struct clair_report *report, const struct site_table *table, uint32_t from, uint32_t all)
{
	const uint32_t to = all - from < PART_ROWS ? all : from + PART_ROWS;
	char id[32];

	if (all <= PART_ROWS) {
		clair_html_table_open(report, table->id, table->caption, table->headers, table->header_count);
		return;
	}
	clair_puts(report, "<h3>");
	clair_html_text(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_K_PART, CLAIR_NUMBER("from", from + 1), CLAIR_NUMBER("to", to)));
	clair_puts(report, "</h3>\n");
	snprintf(id, sizeof(id), "%s-%u", table->id, from / PART_ROWS + 1);
	/* Regions of one page have names of their own. */
	clair_html_table_named(report, id,
	    CLAIR_PHRASE(report, CLAIR_STRING_K_PART_CAPTION,
	        CLAIR_WORDS("title", clair_string_of(report, table->caption)), CLAIR_NUMBER("from", from + 1),
	        CLAIR_NUMBER("to", to)),
	    table->headers, table->header_count);
}

static void
site_tables(struct clair_report *report, const struct clair_survey *survey, const struct site_table *table)
{
	const uint32_t all = table->of_compared ? survey->compared : survey->site_count;
	const uint32_t told = all < ROW_LIMIT ? all : ROW_LIMIT;
	uint32_t shown = 0;

	for (uint32_t i = 0; i < survey->site_count && shown < told; i++) {
		if (table->of_compared && !survey_is_compared(&survey->sites[i]))
			continue;
		if (shown % PART_ROWS == 0)
			begin_part(report, table, shown, told);
		table->row(report, &survey->sites[i], survey->site_count <= LINK_LIMIT);
		shown++;
		if (shown % PART_ROWS == 0 || shown == told)
			clair_html_table_close(report);
	}
	if (all > told)
		clair_html_paragraph(report, CLAIR_PHRASE(report, CLAIR_STRING_K_SITES_MORE, CLAIR_NUMBER("n", all - told)));
}

static void
sites(struct clair_report *report, const struct clair_survey *survey)
{
	static const enum clair_string headers[] = {CLAIR_STRING_K_SITE_COLUMN, CLAIR_STRING_AXIS_ACCESS,
		CLAIR_STRING_AXIS_COMPREHENSION, CLAIR_STRING_AXIS_JOURNEY, CLAIR_STRING_K_TESTED_COLUMN,
		CLAIR_STRING_K_NOTE_COLUMN};
	static const enum clair_string state_headers[] = {CLAIR_STRING_K_SITE_COLUMN, CLAIR_STRING_K_STATE_COLUMN,
		CLAIR_STRING_K_TESTED_COLUMN, CLAIR_STRING_K_NOTE_COLUMN};
	static const struct site_table of_results = {"table-sites", CLAIR_STRING_K_SITES_CAPTION, headers,
		CLAIR_LEN(headers), result_row, false};
	static const struct site_table of_states = {"table-sites", CLAIR_STRING_K_STATES_CAPTION, state_headers,
		CLAIR_LEN(state_headers), state_row, false};

	site_tables(report, survey, survey->results ? &of_results : &of_states);
}

/* --- What was not tested --- */

static void
failures(struct clair_report *report, const struct clair_survey *survey)
{
	static const enum clair_string headers[] = {CLAIR_STRING_K_WHY_COLUMN, CLAIR_STRING_K_SITES_COLUMN};
	const struct clair_store_status *status = &survey->status;

	if (status->failure_count == 0) {
		clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_K_NO_FAILURE));
		return;
	}
	clair_html_table_open(report, "table-raisons", CLAIR_STRING_K_FAILURES_CAPTION, headers, CLAIR_LEN(headers));
	for (size_t i = 0; i < status->failure_count; i++) {
		clair_puts(report, "<tr><th class=\"page\" scope=\"row\">");
		clair_html_text(report, survey_why(report, status->failures[i].name));
		clair_puts(report, "</th>");
		number_cell(report, status->failures[i].count);
		clair_puts(report, "</tr>\n");
	}
	clair_html_table_close(report);
}

/* --- Since the round before --- */

static void
turned_cell(struct clair_report *report, uint32_t causes, uint32_t on_sites)
{
	clair_puts(report, "<td>");
	clair_html_text(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_K_ON_SITES, CLAIR_NUMBER("n", causes), CLAIR_NUMBER("sites", on_sites)));
	clair_puts(report, "</td>");
}

static void
turned_rules(struct clair_report *report, const struct clair_survey *survey)
{
	static const enum clair_string headers[] = {
		CLAIR_STRING_K_RULE_COLUMN, CLAIR_STRING_K_MENDED_COLUMN, CLAIR_STRING_K_FRESH_COLUMN};
	const uint32_t told = survey_told_turned(survey);

	if (told == 0)
		return;
	clair_html_table_open(report, "table-changements", CLAIR_STRING_K_TURNED_CAPTION, headers, CLAIR_LEN(headers));
	for (uint32_t i = 0; i < told; i++) {
		const struct survey_rule *rule = survey->turned[i];

		clair_puts(report, "<tr><th class=\"page\" scope=\"row\">");
		clair_html_text(report, survey_rule_title(report, rule));
		clair_puts(report, "</th>");
		turned_cell(report, rule->mended, rule->mended_sites);
		turned_cell(report, rule->fresh, rule->fresh_sites);
		clair_puts(report, "</tr>\n");
	}
	clair_html_table_close(report);
}

/* "47,2 → 51,0" */
static void
pair_cell(struct clair_report *report, double before, double after)
{
	clair_puts(report, "<td class=\"n\">");
	clair_html_score(report, before);
	clair_puts(report, " \xE2\x86\x92 ");
	clair_html_score(report, after);
	clair_puts(report, "</td>");
}

static void
change_row(struct clair_report *report, const struct survey_site *site, bool is_link)
{
	(void)is_link; /* it is one in the table of sites */
	site_head(report, site, false);
	number_cell(report, site->turns.mended);
	number_cell(report, site->turns.fresh);
	number_cell(report, site->turns.kept);
	for (int axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		pair_cell(report, site->before[axis], site->axis[axis]);
	clair_puts(report, "</tr>\n");
}

static void
changes(struct clair_report *report, const struct clair_survey *survey)
{
	static const enum clair_string headers[] = {CLAIR_STRING_K_SITE_COLUMN, CLAIR_STRING_K_MENDED_SHORT,
		CLAIR_STRING_K_FRESH_SHORT, CLAIR_STRING_K_KEPT_COLUMN, CLAIR_STRING_AXIS_ACCESS,
		CLAIR_STRING_AXIS_COMPREHENSION, CLAIR_STRING_AXIS_JOURNEY};
	static const struct site_table table = {"table-compares", CLAIR_STRING_K_CHANGES_CAPTION, headers,
		CLAIR_LEN(headers), change_row, true};

	survey_say_changes(report, survey, clair_html_paragraph);
	if (survey->compared == 0)
		return;
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_K_CAUSE_IS));
	turned_rules(report, survey);
	site_tables(report, survey, &table);
}

/* --- Workers, and limits --- */

static void
workers(struct clair_report *report, const struct clair_survey *survey)
{
	survey_say_workers(report, survey, clair_html_paragraph);
}

static void
limits(struct clair_report *report, const struct clair_survey *survey)
{
	(void)survey;
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_LIMITS_1));
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_LIMITS_2));
}

/* --- The frame --- */

static void
title(struct clair_report *report, const struct clair_survey *survey)
{
	if (survey->title != NULL)
		clair_html_text(report, survey->title);
	else
		clair_html_text(report, CLAIR_PHRASE(report, CLAIR_STRING_K_CAMPAIGN, CLAIR_WORDS("name", survey->name)));
}

static void
days(struct clair_report *report, const struct clair_survey *survey)
{
	struct clair_buf first, last;

	if (survey->first_day[0] == '\0')
		return;
	clair_buf_init(&first, 0);
	clair_buf_init(&last, 0);
	clair_add_day(report, survey->first_day, &first);
	clair_add_day(report, survey->last_day, &last);
	clair_html_paragraph(report, strcmp(survey->first_day, survey->last_day) == 0
	    ? CLAIR_PHRASE(report, CLAIR_STRING_K_DAY, CLAIR_WORDS("day", first.bytes))
	    : CLAIR_PHRASE(report, CLAIR_STRING_K_DAYS, CLAIR_WORDS("from", first.bytes), CLAIR_WORDS("to", last.bytes)));
	report->failed |= first.failed || last.failed;
	clair_buf_free(&first);
	clair_buf_free(&last);
}

static void
head(struct clair_report *report, const struct clair_survey *survey, const struct part *parts, size_t count)
{
	clair_html_open(report);
	title(report, survey);
	clair_puts(report, " - ");
	clair_html_text(report, survey_round_phrase(report, survey));
	clair_html_open_body(report);
	title(report, survey);
	clair_puts(report, "</h1>\n");
	clair_html_paragraph(report, survey_round_phrase(report, survey));
	days(report, survey);
	survey_say_counts(report, survey, clair_html_paragraph);
	clair_puts(report, "</div></header>\n<div class=\"wrap\">\n<nav aria-label=\"");
	clair_html_say(report, CLAIR_STRING_H_NAV);
	clair_puts(report, "\"><ul>\n");
	for (size_t i = 0; i < count; i++) {
		clair_putf(report, "<li><a href=\"#%s\">", parts[i].id);
		clair_html_say(report, parts[i].title);
		clair_puts(report, "</a></li>\n");
	}
	clair_puts(report, "</ul></nav>\n<main id=\"contenu\" tabindex=\"-1\">\n");
}

void
survey_write_html(struct clair_report *report, const struct clair_survey *survey)
{
	static const struct part of_results[] = {
		{"regles", CLAIR_STRING_K_RULES, rules},
		{"changements", CLAIR_STRING_K_CHANGES, changes},
		{"sites", CLAIR_STRING_K_SITES, sites},
		{"raisons", CLAIR_STRING_K_FAILURES, failures},
		{"limites", CLAIR_STRING_H_LIMITS, limits},
	};
	static const struct part of_status[] = {
		{"raisons", CLAIR_STRING_K_FAILURES, failures},
		{"sites", CLAIR_STRING_K_SITES, sites},
		{"travailleurs", CLAIR_STRING_K_WORKERS, workers},
	};
	const struct part *parts = survey->results ? of_results : of_status;
	size_t count = survey->results ? CLAIR_LEN(of_results) : CLAIR_LEN(of_status);

	if (!survey->results && survey->status.holder_count == 0)
		count--; /* nobody works */
	head(report, survey, parts, count);
	for (size_t i = 0; i < count; i++) {
		clair_html_open_section(report, parts[i].id, parts[i].title, 2);
		parts[i].write(report, survey);
		clair_puts(report, "</section>\n");
	}
	clair_html_close(report);
}
