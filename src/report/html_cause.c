/* Causes in the HTML report: what, who, where, how to fix. */
#include "report/changes.h"
#include "report/html.h"

enum { CAUSE_LIMIT = 50, REVIEW_LIMIT = 30, ADDRESS_LIMIT = 5, PLACE_LIMIT = 20, CHANGE_LIMIT = 100, PLOT_LIMIT = 10 };

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
		clair_html_text(report, clair_place_words_phrase(report, at));
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
			clair_html_text(report, clair_change_phrase(report, &changes.list[i]));
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
where(struct clair_report *report, const struct clair_cause *cause)
{
	const struct clair_finding *example = cause->example;
	const char *change;

	term(report, CLAIR_STRING_H_WHERE);
	clair_puts(report, "<p>");
	clair_html_link(report, clair_report_url(report, cause->example_page));
	if (example->line > 0) {
		clair_puts(report, "<br>");
		clair_html_text(report, clair_place_phrase(report, example));
	}
	clair_puts(report, "</p>\n");
	if (example->excerpt != NULL && example->excerpt[0] != '\0') {
		clair_puts(report, "<pre><code>");
		clair_html_text(report, example->excerpt);
		clair_puts(report, "</code></pre>\n");
	}
	change = clair_example_change_phrase(report, cause);
	if (change != NULL)
		clair_html_paragraph(report, change);
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
tags(struct clair_report *report, const struct clair_cause *cause, enum clair_severity severity)
{
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
	clair_puts(report, "</span></p>\n");
}

static void
cause_html(struct clair_report *report, const struct clair_cause *cause, const char *prefix,
    uint32_t rank)
{
	const struct clair_finding *example = cause->example;
	const enum clair_severity severity = clair_report_severity(report, example);

	clair_putf(report,
	    "<article class=\"cause %s\" id=\"%s-%u\" aria-labelledby=\"%s-%u-titre\">\n"
	    "<h3 id=\"%s-%u-titre\">%u. ",
	    clair_severity_name(severity), prefix, rank, prefix, rank, prefix, rank, rank);
	clair_html_message(report, example);
	clair_puts(report, "</h3>\n");
	tags(report, cause, severity);
	clair_puts(report, "<dl>\n");
	term(report, CLAIR_STRING_H_WHO);
	who(report, example->rule->who);
	clair_puts(report, "<p>");
	clair_html_advice(report, clair_text_of(report, &example->rule->why));
	clair_puts(report, "</p>\n");
	clair_puts(report, "</dd>\n");
	where(report, cause);
	fix_and_rule(report, cause);
	clair_puts(report, "</dl>\n</article>\n");
}

static void
list_causes(struct clair_report *report, enum clair_kind kind, const char *prefix,
    uint32_t limit)
{
	const uint32_t count = clair_report_causes(report, kind);
	uint32_t rank = 0;

	for (uint32_t i = 0; i < report->run->cause_count && rank < limit; i++) {
		const struct clair_cause *cause = clair_run_cause(report->run, i);

		if (clair_kind_of(cause->example) == kind)
			cause_html(report, cause, prefix, ++rank);
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

/* The failed causes on most pages; equal ones stay in the order of the list. */
static size_t
most_pages(const struct clair_report *report, struct ranked top[static PLOT_LIMIT])
{
	size_t count = 0;
	uint32_t rank = 0;

	for (uint32_t i = 0; i < report->run->cause_count; i++) {
		const struct clair_cause *cause = clair_run_cause(report->run, i);
		size_t at;

		if (cause->example->outcome != CLAIR_FAIL)
			continue;
		rank++;
		if (cause->pages == 0)
			continue;
		for (at = count; at > 0 && top[at - 1].cause->pages < cause->pages; at--) {
			if (at < PLOT_LIMIT)
				top[at] = top[at - 1];
		}
		if (at < PLOT_LIMIT)
			top[at] = (struct ranked){cause, rank};
		if (count < PLOT_LIMIT)
			count++;
	}
	return count;
}

static void
plot(struct clair_report *report)
{
	struct ranked top[PLOT_LIMIT];
	struct clair_html_bar bars[PLOT_LIMIT];
	struct clair_buf labels[PLOT_LIMIT];
	struct clair_buf values[PLOT_LIMIT];
	const size_t count = most_pages(report, top);

	if (count == 0)
		return;
	for (size_t i = 0; i < count; i++) {
		clair_buf_init(&labels[i], 0);
		clair_buf_init(&values[i], 0);
		clair_buf_printf(&labels[i], "%u. %s", top[i].rank, top[i].cause->example->rule->id);
		clair_format_number(&values[i], report->lang, top[i].cause->pages, 0);
		bars[i] = (struct clair_html_bar){labels[i].bytes, values[i].bytes,
			(double)top[i].cause->pages / report->run->tested_count};
		report->failed |= labels[i].failed || values[i].failed;
	}
	clair_puts(report, "<h3>");
	clair_html_say(report, CLAIR_STRING_H_BY_PAGES);
	clair_puts(report, "</h3>\n<div class=\"panel\">\n");
	clair_svg_bars(report, "causes-pages", CLAIR_STRING_H_BY_PAGES, CLAIR_STRING_H_CAUSE,
	    CLAIR_STRING_H_PAGE_COUNT, bars, count);
	clair_puts(report, "</div>\n");
	for (size_t i = 0; i < count; i++) {
		clair_buf_free(&labels[i]);
		clair_buf_free(&values[i]);
	}
}

void
clair_html_causes(struct clair_report *report)
{
	const uint32_t count = clair_report_causes(report, CLAIR_DEFECT);

	clair_puts(report, "<section id=\"causes\" aria-labelledby=\"causes-titre\">\n"
	                   "<h2 id=\"causes-titre\">");
	clair_html_say(report, CLAIR_STRING_H_CAUSES);
	clair_puts(report, "</h2>\n");
	clair_html_paragraph(
	    report, CLAIR_PHRASE(report, CLAIR_STRING_H_CAUSE_COUNT, CLAIR_NUMBER("n", count)));
	if (count > 0) {
		clair_html_paragraph(
		    report, clair_string_of(report, CLAIR_STRING_H_CAUSE_ONE_EDIT));
		list_causes(report, CLAIR_DEFECT, "cause", CAUSE_LIMIT);
		plot(report);
	}
	clair_puts(report, "</section>\n");
}

void
clair_html_reviews(struct clair_report *report)
{
	const bool any = clair_report_causes(report, CLAIR_DOUBT) > 0;

	clair_puts(report, "<section id=\"verifier\" aria-labelledby=\"verifier-titre\">\n"
	                   "<h2 id=\"verifier-titre\">");
	clair_html_say(report, CLAIR_STRING_H_REVIEW);
	clair_puts(report, "</h2>\n");
	clair_html_paragraph(report,
	    clair_string_of(
	        report, any ? CLAIR_STRING_H_REVIEW_WHY : CLAIR_STRING_H_REVIEW_NONE));
	list_causes(report, CLAIR_DOUBT, "verifier", REVIEW_LIMIT);
	clair_puts(report, "</section>\n");
}
