/*
 * The report for a terminal: what people meet, grouped by cause, worst first. With --plain, nothing is
 * drawn and each line reads well aloud.
 */
#include "report/changes.h"
#include "report/gate.h"
#include "report/history.h"
#include "report/indicator.h"
#include "report/report.h"
#include "report/sample.h"
#include "report/text.h"
#include "score/falc.h"

#include <string.h>

/* How much is told. */
enum {
	CAUSE_LIMIT = 20,      /* past them, of pages only the first is told in full */
	FULL = 1,
	LINES = 10,            /* causes told then */
	ADDRESS_LIMIT = 5,
	PLACE_LIMIT = 20,
	NOT_TESTED_LIMIT = 20,
	SHEET_LIMIT = 10,
	PROCEDURE_LIMIT = 5,
};
/* Columns. */
enum { BAR = 20, INDENT = 4, DRAWN_WIDTH = 70 };

/* "Qui : …", the label standing out, the rest aligned under the text. */
static void
labelled(struct clair_report *report, enum clair_string label, const char *text)
{
	const char *words = clair_string_of(report, label);

	if (text[0] == '\0')
		return;
	clair_text_spaces(report, INDENT);
	clair_text_style(report, clair_text_faint);
	clair_puts(report, words);
	clair_text_style(report, clair_text_normal);
	clair_text_wrap(report, text, INDENT + clair_columns(words), INDENT + 2);
}

/* No bars and no columns: for screen readers, and where they would not fit. */
static bool
is_plain(const struct clair_report *report)
{
	return report->options->plain || clair_text_width(report) < DRAWN_WIDTH;
}

static void
bar(struct clair_report *report, double score)
{
	const int full = (int)(score * BAR / 100 + 0.5);

	if (is_plain(report) || score < 0)
		return;
	for (int i = 0; i < BAR; i++)
		clair_puts(report, i < full ? "█" : "░");
	clair_puts(report, "  ");
}

static void
score_line(struct clair_report *report, const char *name, double score, int column, bool words)
{
	clair_text_spaces(report, 2);
	clair_puts(report, name);
	if (is_plain(report))
		clair_puts(report, report->lang == CLAIR_FR ? "\xC2\xA0: " : ": ");
	else
		clair_text_spaces(report, column - clair_columns(name) + 2);
	bar(report, score);
	if (score >= 0) {
		const char *number = clair_score_phrase(report, score);

		if (!is_plain(report))
			clair_text_spaces(report, 5 - clair_columns(number));
		clair_text_style(report, clair_text_bold);
		clair_puts(report, number);
		clair_text_style(report, clair_text_normal);
	}
	if (words) {
		clair_puts(report, score >= 0 ? " (" : "");
		clair_puts(report, clair_string_of(report, clair_report_band(report, score)));
		clair_puts(report, score >= 0 ? ")" : "");
	}
	clair_puts(report, "\n");
}

static int
widest(const struct clair_report *report, enum clair_string first, int count)
{
	int most = 0;

	for (int i = 0; i < count; i++) {
		const int columns = clair_columns(
		    clair_string_of(report, (enum clair_string)((int)first + i)));

		most = columns > most ? columns : most;
	}
	return most;
}

static void
reading(struct clair_report *report)
{
	const struct clair_run_readings *readings = &report->run->readings;

	if (readings->measured > 0) {
		clair_text_paragraph(report, clair_reading_phrase(report), 2);
		clair_text_paragraph(report, clair_string_of(report, CLAIR_STRING_READING_LEGEND), 2);
	}
	if (readings->too_short > 0)
		clair_text_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_READING_SHORT, CLAIR_NUMBER("n", readings->too_short)),
		    2);
}

static void
say_indented(struct clair_report *report, const char *sentence)
{
	clair_text_paragraph(report, sentence, 2);
}

static void
scores(struct clair_report *report)
{
	const struct clair_scores *all = &report->run->scores;
	int column = widest(report, CLAIR_STRING_AXIS_ACCESS, CLAIR_AXIS_COUNT);
	enum clair_persona order[CLAIR_PERSONA_COUNT];
	const size_t count = clair_report_personas(report, order);

	clair_text_heading(report, clair_string_of(report, CLAIR_STRING_T_SCORES));
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++) {
		if (clair_report_has_axis(report, (enum clair_axis)i))
			score_line(report,
			    clair_string_of(report, clair_axis_string((enum clair_axis)i)),
			    all->axis[i], column, true);
	}
	reading(report);
	clair_report_since(report, say_indented);
	if (count == 0)
		return;
	clair_text_heading(report, clair_string_of(report, CLAIR_STRING_T_PERSONAS));
	column = widest(report, CLAIR_STRING_PERSONA_BLIND, CLAIR_PERSONA_COUNT);
	for (size_t i = 0; i < count; i++)
		score_line(report, clair_string_of(report, clair_persona_string(order[i])),
		    all->persona[order[i]], column, false);
}

/* What the first pages that ask for something ask for. */
static void
procedures(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	uint32_t shown = 0;

	for (uint32_t i = 0; i < run->page_count && shown < PROCEDURE_LIMIT; i++) {
		const struct clair_result *page = clair_run_page(run, i);
		struct clair_buf needs;

		if (page->procedure == NULL || page->procedure->need_count == 0)
			continue;
		if (shown++ == 0)
			clair_text_heading(report, clair_string_of(report, CLAIR_STRING_H_PROCEDURES));
		clair_buf_init(&needs, 0);
		clair_buf_puts(&needs, clair_needs_phrase(report, page->procedure));
		clair_text_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_PROCEDURE_LINE,
		        CLAIR_WORDS("page", page->title[0] != '\0' ? page->title : clair_report_url(report, page)),
		        CLAIR_WORDS("needs", needs.failed ? "" : needs.bytes)),
		    2);
		report->failed |= needs.failed;
		clair_buf_free(&needs);
	}
}

static void
say_at_margin(struct clair_report *report, const char *sentence)
{
	clair_text_paragraph(report, sentence, 0);
}

static void
head(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	const char *site = clair_report_url(report, NULL);
	const enum clair_string why = clair_stop_string(run->crawl.stopped_because);

	clair_text_style(report, clair_text_bold);
	if (site[0] != '\0')
		clair_text_wrap(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_TITLE, CLAIR_WORDS("site", site)), 0, 0);
	else
		clair_text_wrap(report, clair_string_of(report, CLAIR_STRING_TITLE_FILES), 0, 0);
	clair_text_style(report, clair_text_normal);
	clair_text_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_PAGES_TESTED,
	        CLAIR_NUMBER("tested", run->tested_count), CLAIR_NUMBER("pages", run->page_count)),
	    0);
	if (run->tested_count == 0)
		clair_text_paragraph(report, clair_string_of(report, CLAIR_STRING_NOTHING_TESTED), 0);
	if (!run->crawl.is_site)
		return;
	/* "All pages found were read" misleads where the only page did not answer. */
	if (run->tested_count == 0 && why == CLAIR_STRING_STOP_ALL_PAGES)
		return;
	if (why != CLAIR_STRING_OTHER_REASON)
		clair_text_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_STOPPED,
		        CLAIR_WORDS("why", clair_string_of(report, why))),
		    0);
	else if (run->crawl.stopped_because != NULL)
		clair_text_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_STOPPED_KEY,
		        CLAIR_WORDS("key", run->crawl.stopped_because)),
		    0);
	if (run->crawl.known > run->crawl.requested)
		clair_text_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_LEFT,
		        CLAIR_NUMBER("left", run->crawl.known - run->crawl.requested)),
		    0);
}

static void
excerpt(struct clair_report *report, const char *text)
{
	struct clair_buf clean;
	size_t fits;

	if (text == NULL || text[0] == '\0')
		return;
	clair_buf_init(&clean, 0);
	clair_clean(&clean, text, strlen(text), true);
	fits = clair_fit(clean.bytes, clair_text_width(report) - INDENT - 3);
	clair_text_spaces(report, INDENT + 2);
	clair_put(report, clean.bytes, fits);
	clair_puts(report, fits < clean.length ? "…\n" : "\n");
	report->failed |= clean.failed;
	clair_buf_free(&clean);
}

/* In the same text. */
static void
other_places(struct clair_report *report, const struct clair_cause *cause)
{
	const struct clair_finding *at = NULL;
	uint32_t count = 0;

	while ((at = clair_report_same_cause(report, cause, at)) != NULL) {
		if (++count <= PLACE_LIMIT)
			clair_text_paragraph(report, clair_place_words_phrase(report, at), INDENT + 2);
	}
	if (count > PLACE_LIMIT)
		clair_text_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_MORE_PLACES, CLAIR_NUMBER("n", count - PLACE_LIMIT)),
		    INDENT + 2);
}

/* On pages: what stands at many places is told once. */
static void
changes(struct clair_report *report, const struct clair_cause *cause)
{
	struct clair_changes changes;

	if (!clair_has_changes_list(report, cause))
		return;
	clair_changes_of(report, cause, &changes);
	if (changes.count != 0)
		clair_text_paragraph(report, clair_string_of(report, CLAIR_STRING_CHANGES), INDENT);
	for (uint32_t i = 0; i < changes.count && i < PLACE_LIMIT; i++) {
		clair_text_spaces(report, INDENT);
		clair_puts(report, "– ");
		clair_text_wrap(report, clair_change_phrase(report, &changes.list[i]), INDENT + 2, INDENT + 2);
	}
	if (changes.count > PLACE_LIMIT)
		clair_text_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_MORE_CHANGES,
		        CLAIR_NUMBER("n", changes.count - PLACE_LIMIT)),
		    INDENT + 2);
	clair_changes_free(&changes);
}

static void
first_place(struct clair_report *report, const struct clair_cause *cause)
{
	struct clair_buf place;

	clair_buf_init(&place, 0);
	clair_buf_puts(&place, clair_report_url(report, cause->example_page));
	if (cause->example->line > 0) {
		clair_buf_puts(&place, ", ");
		clair_buf_puts(&place, clair_place_phrase(report, cause->example));
	}
	labelled(report, CLAIR_STRING_T_WHERE, place.bytes);
	clair_buf_free(&place);
}

static void
places(struct clair_report *report, const struct clair_cause *cause)
{
	const char *change;
	uint32_t shown = 0;

	first_place(report, cause);
	excerpt(report, cause->example->excerpt);
	change = clair_example_change_phrase(report, cause);
	if (change != NULL)
		clair_text_paragraph(report, change, INDENT + 2);
	other_places(report, cause);
	if (cause->example->css.url != NULL)
		clair_text_paragraph(report, clair_css_phrase(report, cause->example), INDENT + 2);
	for (uint32_t i = 0; cause->page_list != NULL && i < cause->pages; i++) {
		if (cause->page_list[i] == cause->example_page)
			continue;
		if (++shown >= ADDRESS_LIMIT)
			break;
		clair_text_paragraph(report, clair_report_url(report, cause->page_list[i]), INDENT + 2);
	}
	if (cause->pages > ADDRESS_LIMIT)
		clair_text_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_MORE_PAGES,
		        CLAIR_NUMBER("n", cause->pages - ADDRESS_LIMIT)),
		    INDENT + 2);
}

static void
rule_line(struct clair_report *report, const struct clair_cause *cause)
{
	const struct clair_rule *rule = cause->example->rule;
	const char *const *ids = clair_message_tests(rule, cause->example->message);
	struct clair_buf line;
	struct clair_buf tests;
	unsigned count = 0;

	clair_buf_init(&line, 0);
	clair_buf_init(&tests, 0);
	clair_buf_puts(&line, rule->id);
	for (const char *const *id = ids; id != NULL && *id != NULL; id++) {
		count++;
		clair_buf_puts(&tests, id == ids ? "" : ", ");
		clair_buf_puts(&tests, *id);
	}
	if (tests.length > 0) {
		clair_buf_puts(&line, ", ");
		clair_buf_puts(&line, CLAIR_PHRASE(report, CLAIR_STRING_T_TESTS,
		    CLAIR_WORDS("tests", tests.bytes), CLAIR_NUMBER("n", count)));
	}
	clair_buf_puts(&line, ". ");
	if (cause->example_page == NULL && cause->pages == 0)
		clair_buf_puts(&line, clair_string_of(report, CLAIR_STRING_OCCURRENCES_SITE));
	else
		clair_buf_puts(&line, CLAIR_PHRASE(report, CLAIR_STRING_OCCURRENCES,
		    CLAIR_NUMBER("pages", cause->pages),
		    CLAIR_NUMBER("times", cause->occurrences)));
	if (cause->example->third_party != NULL) {
		clair_buf_puts(&line, ", ");
		clair_buf_puts(&line, CLAIR_PHRASE(report, CLAIR_STRING_T_THIRD_PARTY,
		    CLAIR_WORDS("name", clair_third_party_name(cause->example->third_party))));
	}
	if (cause->fresh > 0) {
		clair_buf_puts(&line, ", ");
		clair_buf_puts(&line, CLAIR_PHRASE(report, CLAIR_STRING_CAUSE_FRESH, CLAIR_NUMBER("n", cause->fresh)));
	}
	clair_buf_puts(&line, ".");
	labelled(report, CLAIR_STRING_T_RULE, line.bytes);
	clair_buf_free(&tests);
	clair_buf_free(&line);
}

static void
cause_text(struct clair_report *report, const struct clair_cause *cause, uint32_t rank)
{
	const enum clair_severity severity = clair_report_severity(report, cause->example);
	const struct clair_rule *rule = cause->example->rule;
	struct clair_buf what;

	clair_buf_init(&what, 0);
	clair_finding_message(&what, report->lang, cause->example);
	clair_puts(report, "\n");
	clair_text_style(report, clair_text_bold);
	clair_text_wrap(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_T_CAUSE, CLAIR_NUMBER("i", rank),
	        CLAIR_WORDS("severity",
	            clair_string_of(report, clair_severity_string(severity))),
	        CLAIR_WORDS("message", what.bytes)),
	    0, INDENT);
	clair_text_style(report, clair_text_normal);
	clair_buf_clear(&what);
	clair_buf_puts(&what, clair_who_phrase(report, rule->who));
	clair_buf_puts(&what, ". ");
	clair_buf_puts(&what, clair_text_of(report, &rule->why));
	labelled(report, CLAIR_STRING_T_WHO, what.bytes);
	clair_buf_free(&what);
	places(report, cause);
	labelled(report, CLAIR_STRING_T_FIX, clair_text_of(report, &rule->remedy));
	changes(report, cause);
	rule_line(report, cause);
}

/* One of many: what, where, and the rule to ask for the rest. */
static void
cause_line(struct clair_report *report, const struct clair_cause *cause, uint32_t rank)
{
	struct clair_buf what;

	clair_buf_init(&what, 0);
	clair_finding_message(&what, report->lang, cause->example);
	clair_buf_printf(&what, " (%s, ", cause->example->rule->id);
	if (cause->pages == 0)
		clair_buf_puts(&what, clair_string_of(report, CLAIR_STRING_OCCURRENCES_SITE));
	else
		clair_buf_puts(&what,
		    CLAIR_PHRASE(report, CLAIR_STRING_OCCURRENCES, CLAIR_NUMBER("pages", cause->pages),
		        CLAIR_NUMBER("times", cause->occurrences)));
	clair_buf_puts(&what, ")");
	clair_text_wrap(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_T_CAUSE, CLAIR_NUMBER("i", rank),
	        CLAIR_WORDS("severity",
	            clair_string_of(
	                report, clair_severity_string(clair_report_severity(report, cause->example)))),
	        CLAIR_WORDS("message", what.bytes)),
	    0, INDENT);
	report->failed |= what.failed;
	clair_buf_free(&what);
	if (clair_kind_of(cause->example) == CLAIR_DEFECT)
		first_place(report, cause);
}

/* Many causes are told in two screens: the first in full, some of the others in a line each. */
static void
causes(struct clair_report *report, enum clair_kind kind, enum clair_string title)
{
	const uint32_t count = clair_report_causes(report, kind);
	const bool many = count > CAUSE_LIMIT && !report->run->of_texts;
	const uint32_t whole = !many ? count : kind == CLAIR_DEFECT ? FULL : 0;
	const uint32_t limit = many ? LINES : CAUSE_LIMIT;
	uint32_t rank = 0;

	if (count == 0)
		return;
	clair_text_heading(report, CLAIR_PHRASE(report, title, CLAIR_NUMBER("n", count)));
	for (uint32_t i = 0; i < report->run->cause_count && rank < limit; i++) {
		const struct clair_cause *cause = clair_run_cause(report->run, i);

		if (clair_kind_of(cause->example) != kind)
			continue;
		if (++rank <= whole) {
			cause_text(report, cause, rank);
			continue;
		}
		if (rank == whole + 1 && whole > 0)
			clair_puts(report, "\n");
		cause_line(report, cause, rank);
	}
	if (count > rank) {
		clair_puts(report, "\n");
		clair_text_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_MORE_CAUSES,
		        CLAIR_NUMBER("n", count - rank)),
		    0);
	}
}

static uint32_t
questions_of(const struct clair_run *run, const struct clair_rule *rule)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < run->cause_count; i++)
		count += clair_run_cause(run, i)->example->rule == rule;
	return count;
}

/* Only how many for each rule: one by one they would hide the defects. */
static void
questions(struct clair_report *report)
{
	const uint32_t count = clair_report_causes(report, CLAIR_QUESTION);

	if (count == 0)
		return;
	clair_text_heading(report, CLAIR_PHRASE(report, CLAIR_STRING_T_QUESTIONS, CLAIR_NUMBER("n", count)));
	for (size_t i = 0; i < report->rule_count; i++) {
		const struct clair_rule *rule = report->rules[i].rule;
		const uint32_t asked = rule->audit ? questions_of(report->run, rule) : 0;

		if (asked == 0)
			continue;
		clair_text_spaces(report, 2);
		clair_text_wrap(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_T_QUESTION, CLAIR_NUMBER("n", asked),
		        CLAIR_OURS(report, "title", rule->title),
		        CLAIR_WORDS("rule", rule->id)),
		    2, INDENT);
	}
	clair_text_paragraph(report, clair_string_of(report, CLAIR_STRING_T_QUESTIONS_WHERE), 2);
}

static void
not_tested_line(struct clair_report *report, const struct clair_result *page)
{
	struct clair_buf line;

	clair_buf_init(&line, 0);
	clair_buf_puts(&line, clair_report_url(report, page));
	clair_buf_puts(&line, report->lang == CLAIR_FR ? "\xC2\xA0: " : ": ");
	clair_buf_puts(&line, clair_reason_phrase(report, page));
	clair_buf_puts(&line, ".");
	clair_text_spaces(report, 2);
	clair_text_wrap(report, line.bytes, 2, INDENT);
	report->failed |= line.failed;
	clair_buf_free(&line);
}

static void
not_tested(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	uint32_t count = 0;
	uint32_t shown = 0;

	for (uint32_t i = 0; i < run->page_count; i++)
		count += !clair_run_page(run, i)->tested;
	if (count == 0)
		return;
	clair_text_heading(report, CLAIR_PHRASE(report, CLAIR_STRING_T_NOT_TESTED, CLAIR_NUMBER("n", count)));
	for (uint32_t i = 0; i < run->page_count && shown < NOT_TESTED_LIMIT; i++) {
		const struct clair_result *page = clair_run_page(run, i);

		if (page->tested)
			continue;
		not_tested_line(report, page);
		shown++;
	}
	if (count > shown)
		clair_text_paragraph(report,
		    CLAIR_PHRASE(
		        report, CLAIR_STRING_MORE_PAGES, CLAIR_NUMBER("n", count - shown)),
		    2);
}

static void
lost_sheet_line(struct clair_report *report, const struct clair_lost_sheet *sheet)
{
	const enum clair_string why = clair_sheet_string(sheet->why);
	struct clair_buf line;

	clair_buf_init(&line, 0);
	clair_buf_puts(&line, sheet->url);
	clair_buf_puts(&line, report->lang == CLAIR_FR ? "\xC2\xA0: " : ": ");
	clair_buf_puts(&line, clair_string_of(report, why));
	if (why == CLAIR_STRING_SHEET_OTHER)
		clair_buf_printf(&line, " (%s)", sheet->why);
	if (report->run->page_count > 1)
		clair_buf_printf(&line, " (%s)",
		    CLAIR_PHRASE(report, CLAIR_STRING_SHEET_PAGES, CLAIR_NUMBER("n", sheet->pages)));
	clair_buf_puts(&line, ".");
	clair_text_spaces(report, INDENT);
	clair_text_wrap(report, line.bytes, INDENT, INDENT + 2);
	report->failed |= line.failed;
	clair_buf_free(&line);
}

static void
lost_sheets(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	uint32_t shown = 0;

	if (run->sheets_lost_count == 0)
		return;
	clair_text_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_SHEETS_LOST, CLAIR_NUMBER("n", run->sheets_lost_count)),
	    2);
	clair_text_paragraph(report,
	    CLAIR_PHRASE(
	        report, CLAIR_STRING_SHEETS_ASSUMED, CLAIR_NUMBER("n", run->sheets_lost_pages)),
	    2);
	for (; shown < run->sheets_lost_count && shown < SHEET_LIMIT; shown++)
		lost_sheet_line(report, &run->sheets_lost[shown]);
	if (shown < run->sheets_lost_count)
		clair_text_paragraph(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_SHEETS_MORE,
		        CLAIR_NUMBER("n", run->sheets_lost_count - shown)),
		    INDENT);
}

static void
remarks(struct clair_report *report)
{
	if (report->run->sheets_lost_count == 0 && !clair_report_has_spared(report))
		return;
	clair_text_heading(report, clair_string_of(report, CLAIR_STRING_T_NOTES));
	clair_report_spared(report, say_indented);
	lost_sheets(report);
}

static void
rgaa(struct clair_report *report)
{
	const struct clair_run *run = report->run;
	uint32_t counts[CLAIR_RGAA_C + 1] = {0};

	for (uint32_t i = 0; i < run->criterion_count; i++)
		counts[run->criteria[i].state]++;
	clair_text_heading(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_T_RGAA, CLAIR_WORDS("version", CLAIR_RGAA_VERSION)));
	clair_text_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_RGAA_DECIDED,
	        CLAIR_NUMBER("decided", run->rgaa_decided),
	        CLAIR_NUMBER("tests", run->rgaa_tests)),
	    2);
	clair_text_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_RGAA_COUNTS,
	        CLAIR_NUMBER("nc", counts[CLAIR_RGAA_NC]), CLAIR_NUMBER("c", counts[CLAIR_RGAA_C]),
	        CLAIR_NUMBER("na", counts[CLAIR_RGAA_NA]),
	        CLAIR_NUMBER("nt", counts[CLAIR_RGAA_NT])),
	    2);
	clair_text_paragraph(report, clair_string_of(report, CLAIR_STRING_NO_RATE), 2);
}

/* "3. mentions légales : titre", its address, what else it shows. */
static void
sample_page(struct clair_report *report, uint32_t index)
{
	const struct clair_sample_page *one = &report->run->sample->pages[index];
	const struct clair_result *page = clair_audited_page(report->run, index);
	struct clair_buf words;

	clair_buf_init(&words, 0);
	clair_sample_title(page, &words);
	clair_text_spaces(report, 2);
	clair_text_wrap(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_SAMPLE_LINE, CLAIR_NUMBER("i", index + 1),
	        CLAIR_WORDS("why", clair_string_of(report, clair_sample_string(one->why))),
	        CLAIR_WORDS("title", words.bytes)),
	    2, INDENT);
	clair_text_paragraph(report, clair_report_url(report, page), INDENT);
	clair_buf_clear(&words);
	clair_sample_kinds(report, one->also, &words);
	if (words.length > 0)
		clair_text_paragraph(
		    report, CLAIR_PHRASE(report, CLAIR_STRING_SAMPLE_ALSO, CLAIR_WORDS("list", words.bytes)), INDENT);
	if (one->alike > 0)
		clair_text_paragraph(
		    report, CLAIR_PHRASE(report, CLAIR_STRING_SAMPLE_ALIKE, CLAIR_NUMBER("n", one->alike)), INDENT);
	report->failed |= words.failed;
	clair_buf_free(&words);
}

static void
sample_kinds(struct clair_report *report, const char *sentence, uint32_t kinds)
{
	clair_text_paragraph(report, sentence, 2);
	for (unsigned kind = 0; kind < CLAIR_SAMPLE_KINDS; kind++)
		if ((kinds >> kind & 1) != 0)
			clair_text_paragraph(report, clair_string_of(report, clair_sample_string(kind)), INDENT);
}

static void
sample(struct clair_report *report)
{
	clair_text_heading(report, clair_string_of(report, CLAIR_STRING_SAMPLE_TITLE));
	clair_text_paragraph(report, clair_sample_method(report), 2);
	for (uint32_t i = 0; i < report->run->sample->count; i++)
		sample_page(report, i);
	clair_sample_limits(report, sample_kinds, say_indented);
}

static void
falc_line(struct clair_report *report, const struct clair_referential_row *row)
{
	clair_text_spaces(report, 2);
	clair_text_wrap(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_F_LINE, CLAIR_WORDS("id", row->id),
	        CLAIR_OURS(report, "title", clair_referential_title(row))),
	    2, INDENT);
}

static void
falc(struct clair_report *report)
{
	const uint32_t pages = clair_report_falc_pages(report);

	if (pages == 0)
		return;
	clair_text_heading(report, clair_string_of(report, CLAIR_STRING_F_SECTION));
	clair_text_paragraph(report, CLAIR_PHRASE(report, CLAIR_STRING_F_PAGES, CLAIR_NUMBER("n", pages)), 2);
	clair_text_paragraph(report, clair_string_of(report, CLAIR_STRING_F_NEVER), 2);
	clair_text_paragraph(report, clair_string_of(report, CLAIR_STRING_F_PERSON), 2);
	for (const struct clair_referential_row *row = NULL; (row = clair_falc_next(row)) != NULL;)
		if (clair_falc_asks_person(row) && !clair_falc_is_of_media(row))
			falc_line(report, row);
	clair_text_paragraph(report, clair_string_of(report, CLAIR_STRING_F_HOW), 2);
}

static void
indicators(struct clair_report *report)
{
	struct clair_buf value;

	if (!clair_report_has_indicators(report))
		return;
	clair_text_heading(report, clair_string_of(report, CLAIR_STRING_I_TITLE));
	for (uint32_t i = 0; i < report->run->indicator_count; i++) {
		const struct clair_indicator *indicator = &report->run->indicators[i];

		clair_buf_init(&value, 0);
		clair_buf_puts(&value, clair_indicator_phrase(report, indicator));
		clair_text_spaces(report, 2);
		clair_text_wrap(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_I_LINE, CLAIR_WORDS("id", indicator->id),
		        CLAIR_WORDS("title", clair_string_of(report, clair_indicator_title(indicator))),
		        CLAIR_WORDS("value", value.failed ? "" : value.bytes)),
		    2, INDENT);
		report->failed |= value.failed;
		clair_buf_free(&value);
	}
}

void
clair_report_text(struct clair_report *report)
{
	const struct clair_run *run = report->run;

	head(report);
	clair_report_gate(report, say_at_margin);
	if (run->tested_count > 0)
		scores(report);
	causes(report, CLAIR_DEFECT, CLAIR_STRING_T_CAUSES);
	if (run->tested_count > 0 && clair_report_causes(report, CLAIR_DEFECT) == 0) {
		clair_puts(report, "\n");
		clair_text_paragraph(report, clair_string_of(report, CLAIR_STRING_NO_CAUSE), 0);
	}
	causes(report, CLAIR_DOUBT, CLAIR_STRING_T_REVIEW);
	if (clair_report_only_asks(report))
		causes(report, CLAIR_QUESTION, CLAIR_STRING_T_QUESTIONS);
	else
		questions(report);
	procedures(report);
	falc(report);
	indicators(report);
	not_tested(report);
	remarks(report);
	if (run->sample != NULL)
		sample(report);
	if (run->criterion_count > 0)
		rgaa(report);
}
