/* Causes in the HTML report: what, who, where, how to fix. */
#include "report/changes.h"
#include "report/gate.h"
#include "report/html.h"

#include <math.h>
#include <string.h>

enum { CAUSE_LIMIT = 200, REVIEW_LIMIT = 100, FIRST_CAUSES = 5, LINK_LIMIT = 30, ADDRESS_LIMIT = 5, PLACE_LIMIT = 20, CHANGE_LIMIT = 100, PLOT_LIMIT = 10 };

/* A shape beside the word, so that severity is neither colour nor shape alone. */
static const char *const shapes[CLAIR_SEVERITY_COUNT] = {
	[CLAIR_SEVERITY_REVIEW] = "?",
	[CLAIR_MINOR] = "◔",
	[CLAIR_MAJOR] = "◑",
	[CLAIR_BLOCKING] = "●",
};

static void
term(struct clair_report *report, enum clair_string id)
{
	clair_puts(report, "<dt>");
	clair_html_say(report, id);
	clair_puts(report, "</dt><dd>");
}

static void
who(struct clair_report *report, unsigned persons)
{
	if ((persons & CLAIR_EVERYONE) == CLAIR_EVERYONE) {
		clair_puts(report, "<p>");
		clair_html_capital(report, clair_string_of(report, CLAIR_STRING_EVERYONE));
		clair_puts(report, ".</p>\n");
		return;
	}
	clair_puts(report, "<ul class=\"who\">");
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		if ((persons & (1u << i)) == 0)
			continue;
		clair_puts(report, "<li>");
		clair_html_capital(report,
		    clair_string_of(report, clair_persona_string((enum clair_persona)i)));
		clair_puts(report, "</li>");
	}
	clair_puts(report, "</ul>\n");
}

/* As text: a page with hundreds of links is itself a barrier. */
static void
other_pages(struct clair_report *report, const struct clair_cause *cause)
{
	uint32_t shown = 0;

	if (cause->pages < 2 || cause->page_list == NULL)
		return;
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_ALSO));
	clair_puts(report, "<ul>\n");
	for (uint32_t i = 0; i < cause->pages && shown < ADDRESS_LIMIT; i++) {
		if (cause->page_list[i] == cause->example_page)
			continue;
		clair_puts(report, "<li>");
		clair_html_text(report, clair_report_url(report, cause->page_list[i]));
		clair_puts(report, "</li>\n");
		shown++;
	}
	if (cause->pages > shown + 1) {
		clair_puts(report, "<li>");
		clair_html_text(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_MORE_PAGES,
		        CLAIR_NUMBER("n", cause->pages - shown - 1)));
		clair_puts(report, "</li>\n");
	}
	clair_puts(report, "</ul>\n");
}

/* In the same text. */
static void
other_places(struct clair_report *report, const struct clair_cause *cause)
{
	const struct clair_finding *at = clair_report_same_cause(report, cause, NULL);
	uint32_t count = 0;

	if (at == NULL)
		return;
	clair_puts(report, "<ul>\n");
	for (; at != NULL; at = clair_report_same_cause(report, cause, at)) {
		if (++count > PLACE_LIMIT)
			continue;
		clair_puts(report, "<li>");
		clair_html_found(report, cause->example_page, clair_place_words_phrase(report, at));
		clair_puts(report, "</li>\n");
	}
	if (count > PLACE_LIMIT) {
		clair_puts(report, "<li>");
		clair_html_text(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_MORE_PLACES, CLAIR_NUMBER("n", count - PLACE_LIMIT)));
		clair_puts(report, "</li>\n");
	}
	clair_puts(report, "</ul>\n");
}

/* On pages: what stands at many places is told once. */
static void
changes(struct clair_report *report, const struct clair_cause *cause)
{
	struct clair_changes changes;

	if (!clair_has_changes_list(report, cause))
		return;
	clair_changes_of(report, cause, &changes);
	if (changes.count != 0) {
		clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_CHANGES));
		clair_puts(report, "<ul>\n");
		for (uint32_t i = 0; i < changes.count && i < CHANGE_LIMIT; i++) {
			clair_puts(report, "<li>");
			clair_html_found(report, cause->example_page, clair_change_phrase(report, &changes.list[i]));
			clair_puts(report, "</li>\n");
		}
		if (changes.count > CHANGE_LIMIT) {
			clair_puts(report, "<li>");
			clair_html_text(report,
			    CLAIR_PHRASE(report, CLAIR_STRING_MORE_CHANGES,
			        CLAIR_NUMBER("n", changes.count - CHANGE_LIMIT)));
			clair_puts(report, "</li>\n");
		}
		clair_puts(report, "</ul>\n");
	}
	clair_changes_free(&changes);
}

static void
block_of_code(struct clair_report *report, const char *kind, const char *text)
{
	clair_putf(report, "<pre%s><code>", kind);
	clair_html_text(report, text);
	clair_puts(report, "</code></pre>\n");
}

static void
code_label(struct clair_report *report, enum clair_string label)
{
	clair_puts(report, "<p class=\"code\">");
	clair_html_say(report, label);
	clair_puts(report, "</p>\n");
}

/* The excerpt with the edits of the fix, when it is the source as written and holds them all. */
static bool
mended(struct clair_buf *after, const struct clair_finding *finding)
{
	const size_t length = strlen(finding->excerpt);
	size_t at = 0;

	if (finding->is_words || finding->fix.edits == NULL || length != finding->length)
		return false;
	for (const struct clair_edit *edit = finding->fix.edits; edit != NULL; edit = edit->next) {
		if (edit->offset < finding->offset + at || edit->offset - finding->offset + edit->length > length)
			return false;
		clair_buf_add(after, finding->excerpt + at, edit->offset - finding->offset - at);
		clair_buf_puts(after, edit->text);
		at = edit->offset - finding->offset + edit->length;
	}
	return clair_buf_puts(after, finding->excerpt + at) && after->length > 0;
}

/* As it is, and once mended when the fix is known. */
static void
code(struct clair_report *report, const struct clair_finding *example)
{
	struct clair_buf after;

	if (example->excerpt == NULL || example->excerpt[0] == '\0')
		return;
	clair_buf_init(&after, 0);
	if (mended(&after, example)) {
		code_label(report, CLAIR_STRING_H_CODE_BEFORE);
		block_of_code(report, " class=\"was\"", example->excerpt);
		code_label(report,
		    example->fix.safety == CLAIR_SAFE ? CLAIR_STRING_H_CODE_AFTER : CLAIR_STRING_H_CODE_CHOICE);
		block_of_code(report, " class=\"is\"", after.bytes);
	} else {
		block_of_code(report, "", example->excerpt);
	}
	report->failed |= after.failed;
	clair_buf_free(&after);
}

static void
selector(struct clair_report *report, const char *path)
{
	clair_puts(report, "<p>");
	clair_html_say(report, CLAIR_STRING_H_SELECTOR);
	clair_puts(report, " <code>");
	clair_html_text(report, path);
	clair_puts(report, "</code></p>\n");
}

static void
where(struct clair_report *report, const struct clair_cause *cause, bool linked)
{
	const struct clair_finding *example = cause->example;
	const char *change;

	term(report, CLAIR_STRING_H_WHERE);
	clair_puts(report, "<p>");
	if (linked)
		clair_html_link(report, clair_report_url(report, cause->example_page));
	else
		clair_html_text(report, clair_report_url(report, cause->example_page));
	if (example->line > 0) {
		clair_puts(report, "<br>");
		clair_html_text(report, clair_place_phrase(report, example));
	}
	clair_puts(report, "</p>\n");
	code(report, example);
	if (example->selector != NULL && example->selector[0] != '\0')
		selector(report, example->selector);
	change = clair_example_change_phrase(report, cause);
	if (change != NULL) {
		clair_puts(report, "<p>");
		clair_html_found(report, cause->example_page, change);
		clair_puts(report, "</p>\n");
	}
	other_places(report, cause);
	if (example->css.url != NULL)
		clair_html_paragraph(report, clair_css_phrase(report, example));
	other_pages(report, cause);
	clair_puts(report, "</dd>\n");
}

static void
list_ids(struct clair_report *report, enum clair_string id, const char *name,
    const char *const *list)
{
	struct clair_buf ids;
	unsigned count = 0;

	if (list == NULL || *list == NULL)
		return;
	clair_buf_init(&ids, 0);
	for (const char *const *at = list; *at != NULL; at++) {
		count++;
		clair_buf_puts(&ids, at == list ? "" : ", ");
		clair_buf_puts(&ids, *at);
	}
	clair_puts(report, "<br>");
	clair_html_text(report, CLAIR_PHRASE(report, id, CLAIR_WORDS(name, ids.bytes), CLAIR_NUMBER("n", count)));
	report->failed |= ids.failed;
	clair_buf_free(&ids);
}

static void
fix_and_rule(struct clair_report *report, const struct clair_cause *cause)
{
	const struct clair_finding *example = cause->example;
	const struct clair_rule *rule = example->rule;
	const char *remedy = clair_text_of(report, &rule->remedy);

	if (remedy[0] != '\0') {
		term(report, CLAIR_STRING_H_FIX);
		clair_html_advice(report, remedy);
		changes(report, cause);
		clair_puts(report, "</dd>\n");
	}
	term(report, CLAIR_STRING_H_RULE);
	clair_puts(report, "<code>");
	clair_html_text(report, rule->id);
	clair_puts(report, "</code>");
	list_ids(report, CLAIR_STRING_T_TESTS, "tests", clair_message_tests(rule, example->message));
	list_ids(report, CLAIR_STRING_H_WCAG, "ids", rule->wcag);
	clair_puts(report, "</dd>\n");
}

static void
gain(struct clair_report *report, const struct clair_cause *cause)
{
	const char *axis = clair_string_of(report, clair_axis_string(clair_rule_axis(cause->example->rule)));
	const double points = round(cause->gain * 10) / 10;

	if (cause->gain <= 0)
		return;
	clair_puts(report, " <span class=\"gain\">");
	clair_html_text(report,
	    CLAIR_PHRASE(report, points > 0 ? CLAIR_STRING_H_GAIN : CLAIR_STRING_H_GAIN_LITTLE,
	        CLAIR_WORDS("axis", axis), CLAIR_NUMBER("n", points)));
	clair_puts(report, "</span>");
}

/* Beside the findings known before. A cause that nobody had looked for is neither new nor known. */
static const char *
state_of(const struct clair_report *report, const struct clair_cause *cause)
{
	if (report->run->baseline == NULL)
		return "";
	return cause->fresh > 0 ? "new" : cause->example->baseline == CLAIR_BASELINE_KNOWN ? "known" : "apart";
}

static void
state(struct clair_report *report, const struct clair_cause *cause)
{
	const char *is = state_of(report, cause);

	if (strcmp(is, "new") == 0) {
		clair_puts(report, " <span class=\"tag fresh\"><span aria-hidden=\"true\">★</span> ");
		if (cause->fresh < cause->occurrences)
			clair_html_text(report, CLAIR_PHRASE(report, CLAIR_STRING_H_NEW_TIMES, CLAIR_NUMBER("n", cause->fresh)));
		else
			clair_html_say(report, CLAIR_STRING_H_NEW);
		clair_puts(report, "</span>");
	} else if (strcmp(is, "known") == 0) {
		clair_puts(report, " <span>");
		clair_html_say(report, CLAIR_STRING_H_KNOWN);
		clair_puts(report, "</span>");
	}
}

static void
third_party(struct clair_report *report, const struct clair_cause *cause)
{
	if (cause->example->third_party == NULL)
		return;
	clair_puts(report, " <span class=\"others\">");
	clair_html_text(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_T_THIRD_PARTY,
	        CLAIR_WORDS("name", clair_third_party_name(cause->example->third_party))));
	clair_puts(report, "</span>");
}

void
clair_html_tags(struct clair_report *report, const struct clair_cause *cause)
{
	const enum clair_severity severity = clair_report_severity(report, cause->example);

	clair_putf(report,
	    "<p class=\"tags\"><span class=\"tag %s\"><span aria-hidden=\"true\">%s</span> ",
	    clair_severity_name(severity), shapes[severity]);
	clair_html_say(report, clair_severity_string(severity));
	clair_puts(report, "</span> <span>");
	if (cause->pages == 0)
		clair_html_say(report, CLAIR_STRING_OCCURRENCES_SITE);
	else
		clair_html_text(report,
		    CLAIR_PHRASE(report, CLAIR_STRING_OCCURRENCES,
		        CLAIR_NUMBER("pages", cause->pages),
		        CLAIR_NUMBER("times", cause->occurrences)));
	clair_puts(report, "</span>");
	state(report, cause);
	third_party(report, cause);
	gain(report, cause);
	clair_puts(report, "</p>\n");
}

/* What the filters ask of a cause. */
static void
data(struct clair_report *report, const struct clair_cause *cause, enum clair_severity severity)
{
	const unsigned persons = cause->example->rule->who;

	clair_putf(report, " data-severity=\"%s\" data-person=\"", clair_severity_name(severity));
	for (unsigned i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		if ((persons & (1u << i)) != 0)
			clair_putf(report, "%s ", clair_persona_name((enum clair_persona)i));
	}
	clair_putf(report, "\" data-part=\"%s\"", cause->example->third_party != NULL ? "others" : "ours");
	if (report->run->baseline != NULL)
		clair_putf(report, " data-state=\"%s\"", state_of(report, cause));
}

static void
cause_html(struct clair_report *report, const struct clair_cause *cause, const char *prefix,
    uint32_t rank, int level)
{
	const struct clair_finding *example = cause->example;
	const enum clair_severity severity = clair_report_severity(report, example);

	clair_putf(report, "<article class=\"cause %s%s\" id=\"%s-%u\" aria-labelledby=\"%s-%u-titre\"",
	    clair_severity_name(severity), rank > 10 ? " skipped" : "", prefix, rank, prefix, rank);
	data(report, cause, severity);
	clair_putf(report, ">\n<h%d id=\"%s-%u-titre\">%u. ", level, prefix, rank, rank);
	clair_html_message(report, example);
	clair_putf(report, "</h%d>\n", level);
	clair_html_tags(report, cause);
	clair_puts(report, "<dl>\n");
	term(report, CLAIR_STRING_H_WHO);
	who(report, example->rule->who);
	clair_puts(report, "<p>");
	clair_html_advice(report, clair_text_of(report, &example->rule->why));
	clair_puts(report, "</p>\n");
	clair_puts(report, "</dd>\n");
	where(report, cause, rank <= LINK_LIMIT);
	fix_and_rule(report, cause);
	clair_puts(report, "</dl>\n</article>\n");
}

static void
list_causes(struct clair_report *report, enum clair_kind kind, const char *prefix,
    uint32_t limit, int level)
{
	const uint32_t count = clair_report_causes(report, kind);
	uint32_t rank = 0;

	for (uint32_t i = 0; i < report->run->cause_count && rank < limit; i++) {
		const struct clair_cause *cause = clair_run_cause(report->run, i);

		if (clair_kind_of(cause->example) == kind)
			cause_html(report, cause, prefix, ++rank, level);
	}
	if (count > rank)
		clair_html_paragraph(report,
		    CLAIR_PHRASE(
		        report, CLAIR_STRING_MORE_CAUSES, CLAIR_NUMBER("n", count - rank)));
}

struct ranked {
	const struct clair_cause *cause;
	uint32_t rank; /* number of the cause in the list */
};

static double
gain_of(const struct clair_cause *cause)
{
	return cause->gain;
}

static double
times_of(const struct clair_cause *cause)
{
	return cause->pages == 0 ? 0 : cause->occurrences;
}

/* The defects with most of something; equal ones stay in the order of the list, and 0 too is something where
 * `zero`. */
static size_t
choose(const struct clair_report *report, struct ranked *top, size_t limit,
    double (*measure)(const struct clair_cause *), bool zero)
{
	size_t count = 0;
	uint32_t rank = 0;

	for (uint32_t i = 0; i < report->run->cause_count; i++) {
		const struct clair_cause *cause = clair_run_cause(report->run, i);
		size_t at;

		if (cause->example->outcome != CLAIR_FAIL)
			continue;
		rank++;
		if (!zero && measure(cause) <= 0)
			continue;
		for (at = count; at > 0 && measure(top[at - 1].cause) < measure(cause); at--) {
			if (at < limit)
				top[at] = top[at - 1];
		}
		if (at < limit)
			top[at] = (struct ranked){cause, rank};
		if (count < limit)
			count++;
	}
	return count;
}

void
clair_html_first_causes(struct clair_report *report)
{
	struct ranked top[FIRST_CAUSES];
	const size_t count = choose(report, top, FIRST_CAUSES, gain_of, true);

	if (count == 0) {
		if (report->run->tested_count > 0)
			clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_NO_CAUSE));
		return;
	}
	clair_puts(report, "<h3>");
	clair_html_say(report, CLAIR_STRING_H_FIRST);
	clair_puts(report, "</h3>\n");
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_FIRST_WHY));
	clair_puts(report, "<div class=\"panel\"><ol class=\"first\">\n");
	for (size_t i = 0; i < count; i++) {
		if (top[i].rank <= CAUSE_LIMIT)
			clair_putf(report, "<li><a href=\"#cause-%u\">", top[i].rank);
		else
			clair_puts(report, "<li>");
		clair_html_message(report, top[i].cause->example);
		clair_puts(report, top[i].rank <= CAUSE_LIMIT ? "</a>\n" : "\n");
		clair_html_tags(report, top[i].cause);
		clair_puts(report, "</li>\n");
	}
	clair_puts(report, "</ol></div>\n");
}

/* Defects told of all causes on pages. */
static double
all_times(const struct clair_report *report)
{
	double all = 0;

	for (uint32_t i = 0; i < report->run->cause_count; i++) {
		const struct clair_cause *cause = clair_run_cause(report->run, i);

		if (cause->example->outcome == CLAIR_FAIL)
			all += times_of(cause);
	}
	return all;
}

/* Pareto's: the causes of most defects first, each with the share of all defects that it and those before make. */
static void
plot(struct clair_report *report)
{
	struct ranked top[PLOT_LIMIT];
	struct clair_html_bar bars[PLOT_LIMIT];
	struct clair_buf rooms[PLOT_LIMIT][3];
	const size_t count = choose(report, top, PLOT_LIMIT, times_of, false);
	const double all = all_times(report);
	double sum = 0;

	if (count < 2)
		return;
	for (size_t i = 0; i < count; i++) {
		const struct clair_cause *cause = top[i].cause;

		for (int r = 0; r < 3; r++)
			clair_buf_init(&rooms[i][r], 0);
		sum += times_of(cause);
		clair_buf_printf(&rooms[i][0], "%u. %s", top[i].rank, cause->example->rule->id);
		clair_format_number(&rooms[i][1], report->lang, cause->occurrences, 0);
		clair_buf_puts(&rooms[i][2],
		    CLAIR_PHRASE(report, CLAIR_STRING_H_CUMULATED_VALUE, CLAIR_NUMBER("pages", cause->pages),
		        CLAIR_NUMBER("share", round(100 * sum / all))));
		bars[i] = (struct clair_html_bar){.label = rooms[i][0].bytes, .value = rooms[i][1].bytes,
			.more = rooms[i][2].bytes, .share = times_of(cause) / all, .mark = sum / all};
		report->failed |= rooms[i][0].failed || rooms[i][1].failed || rooms[i][2].failed;
	}
	clair_puts(report, "<div class=\"panel\">\n<h3>");
	clair_html_say(report, CLAIR_STRING_H_BY_PAGES);
	clair_puts(report, "</h3>\n");
	clair_html_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_H_BY_PAGES_WHY, CLAIR_NUMBER("n", (double)count),
	        CLAIR_NUMBER("share", round(100 * sum / all))));
	clair_svg_bars(report,
	    &(struct clair_html_plot){.id = "causes-pages", .title = CLAIR_STRING_H_BY_PAGES,
	        .column = CLAIR_STRING_H_CAUSE, .value_column = CLAIR_STRING_H_DEFECTS,
	        .more_column = CLAIR_STRING_H_CUMULATED},
	    bars, count);
	clair_puts(report, "</div>\n");
	for (size_t i = 0; i < count; i++) {
		for (int r = 0; r < 3; r++)
			clair_buf_free(&rooms[i][r]);
	}
}

void
clair_html_causes(struct clair_report *report)
{
	static const struct clair_html_filter filter = {"filtre-causes", "#causes article.cause",
		CLAIR_STRING_H_SEARCH_CAUSES, CLAIR_STRING_H_FILTER_CAUSES, CLAIR_STRING_H_SHOWN_CAUSES, true};
	const uint32_t count = clair_report_causes(report, CLAIR_DEFECT);

	clair_html_open_section(report, "causes", CLAIR_STRING_H_CAUSES, 2);
	clair_html_paragraph(
	    report, CLAIR_PHRASE(report, CLAIR_STRING_H_CAUSE_COUNT, CLAIR_NUMBER("n", count)));
	if (count > 0) {
		clair_html_paragraph(
		    report, clair_string_of(report, CLAIR_STRING_H_CAUSE_ONE_EDIT));
		plot(report);
		if (count > 1)
			clair_html_filter(report, &filter);
		list_causes(report, CLAIR_DEFECT, "cause", CAUSE_LIMIT, 3);
	}
	clair_puts(report, "</section>\n");
}

void
clair_html_reviews(struct clair_report *report)
{
	const bool any = clair_report_causes(report, CLAIR_DOUBT) > 0;

	clair_html_open_section(report, "verifier", CLAIR_STRING_H_REVIEW, 3);
	clair_html_paragraph(report,
	    clair_string_of(
	        report, any ? CLAIR_STRING_H_REVIEW_WHY : CLAIR_STRING_H_REVIEW_NONE));
	list_causes(report, CLAIR_DOUBT, "verifier", REVIEW_LIMIT, 4);
	clair_puts(report, "</section>\n");
}
