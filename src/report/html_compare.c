/* A comparison as one HTML file, in the style of the other report. */
#include "report/compare.h"
#include "report/html.h"

enum { ROW_LIMIT = 1000 };

static const struct {
	const char *id;
	enum clair_string title;
} sections[] = {
	{"nouveaux", CLAIR_STRING_C_NEW_CAPTION},
	{"disparus", CLAIR_STRING_C_GONE_CAPTION},
	{"stabilite", CLAIR_STRING_C_STABLE},
	{"notes", CLAIR_STRING_C_SCORES},
	{"limites", CLAIR_STRING_H_LIMITS},
};

/* --- The frame --------------------------------------------------------------------------------- */

static void
head(struct clair_report *report, const struct clair_compare *compare)
{
	clair_html_open(report);
	clair_html_say(report, CLAIR_STRING_C_TITLE);
	clair_html_open_body(report);
	clair_html_say(report, CLAIR_STRING_C_TITLE);
	clair_puts(report, "</h1>\n");
	clair_html_paragraph(report, clair_side_sentence(report, CLAIR_STRING_C_BEFORE, &compare->old));
	clair_html_paragraph(report, clair_side_sentence(report, CLAIR_STRING_C_NOW, &compare->new));
	clair_puts(report, "</div></header>\n<div class=\"wrap\">\n<nav aria-label=\"");
	clair_html_say(report, CLAIR_STRING_H_NAV);
	clair_puts(report, "\"><ul>\n");
	for (size_t i = 0; i < CLAIR_LEN(sections); i++) {
		clair_putf(report, "<li><a href=\"#%s\">", sections[i].id);
		clair_html_say(report, sections[i].title);
		clair_puts(report, "</a></li>\n");
	}
	clair_puts(report, "</ul></nav>\n<main id=\"contenu\" tabindex=\"-1\">\n");
	clair_compare_remarks(report, compare, clair_html_paragraph);
}

static void
open_section(struct clair_report *report, size_t index)
{
	clair_putf(report, "<section id=\"%s\" aria-labelledby=\"%s-titre\">\n<h2 id=\"%s-titre\">",
	    sections[index].id, sections[index].id, sections[index].id);
	clair_html_say(report, sections[index].title);
	clair_puts(report, "</h2>\n");
}

static void
more(struct clair_report *report, uint32_t count, uint32_t shown)
{
	if (count > shown)
		clair_html_paragraph(
		    report, CLAIR_PHRASE(report, CLAIR_STRING_C_MORE, CLAIR_NUMBER("n", count - shown)));
}

/* --- Findings ---------------------------------------------------------------------------------- */

static void
finding_row(struct clair_report *report, const struct clair_compared_finding *finding, enum clair_lang lang)
{
	clair_puts(report, "<tr><th class=\"page\" scope=\"row\">");
	/* The message is in the language of its report. */
	if (lang != report->lang)
		clair_putf(report, "<span lang=\"%s\">", lang == CLAIR_FR ? "fr" : "en");
	clair_html_text(report, clair_compared_sentence(report, finding));
	clair_puts(report, lang != report->lang ? "</span></th><td>" : "</th><td>");
	clair_html_text(report, clair_compared_place(report, finding));
	clair_puts(report, "</td></tr>\n");
}

static void
findings(struct clair_report *report, const char *id, enum clair_string caption,
    const struct clair_compared_side *side, uint32_t count)
{
	static const enum clair_string headers[] = {CLAIR_STRING_C_WHAT, CLAIR_STRING_H_WHERE};
	const struct clair_compared_finding *finding;
	uint32_t page = 0;
	uint32_t index = 0;
	uint32_t shown = 0;

	if (count == 0)
		return;
	clair_html_table_open(report, id, caption, headers, CLAIR_LEN(headers));
	for (; shown < ROW_LIMIT && (finding = clair_compare_next(side, &page, &index, true)) != NULL; shown++)
		finding_row(report, finding, side->lang);
	clair_html_table_close(report);
	more(report, count, shown);
}

static void
appeared(struct clair_report *report, const struct clair_compare *compare)
{
	open_section(report, 0);
	clair_html_paragraph(
	    report, CLAIR_PHRASE(report, CLAIR_STRING_C_APPEARED, CLAIR_NUMBER("n", compare->failed.appeared)));
	if (compare->failed.appeared == 0)
		clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_C_NONE_APPEARED));
	findings(report, "table-nouveaux", CLAIR_STRING_C_NEW_TABLE, &compare->new, compare->failed.appeared);
	clair_html_paragraph(
	    report, CLAIR_PHRASE(report, CLAIR_STRING_C_SAME, CLAIR_NUMBER("n", compare->failed.same)));
	clair_html_paragraph(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_C_REVIEWS, CLAIR_NUMBER("appeared", compare->review.appeared),
	        CLAIR_NUMBER("gone", compare->review.gone), CLAIR_NUMBER("same", compare->review.same)));
	clair_compare_aparts(report, compare, clair_html_paragraph);
	clair_puts(report, "</section>\n");
}

static void
page_counts(struct clair_report *report, const struct clair_compare *compare)
{
	static const enum clair_string headers[] = {
		CLAIR_STRING_H_PAGE, CLAIR_STRING_C_SUBJECT_BEFORE, CLAIR_STRING_C_SUBJECT_NOW};
	struct clair_compared_count counts[CLAIR_COUNTS_SHOWN];
	const size_t count = clair_compare_counts(compare, counts);

	if (count == 0)
		return;
	clair_puts(report, "<h3>");
	clair_html_say(report, CLAIR_STRING_C_PAGES);
	clair_puts(report, "</h3>\n");
	clair_html_table_open(report, "table-pages", CLAIR_STRING_C_PAGES_CAPTION, headers, CLAIR_LEN(headers));
	for (size_t i = 0; i < count; i++) {
		clair_puts(report, "<tr><th class=\"page\" scope=\"row\">");
		clair_html_text(report, counts[i].page->url);
		clair_putf(report, "</th><td class=\"n\">%u</td><td class=\"n\">%u</td></tr>\n", counts[i].before,
		    counts[i].now);
	}
	clair_html_table_close(report);
}

static void
gone(struct clair_report *report, const struct clair_compare *compare)
{
	open_section(report, 1);
	clair_html_paragraph(
	    report, CLAIR_PHRASE(report, CLAIR_STRING_C_GONE, CLAIR_NUMBER("n", compare->failed.gone)));
	if (compare->failed.gone == 0)
		clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_C_NONE_GONE));
	findings(report, "table-disparus", CLAIR_STRING_C_GONE_TABLE, &compare->old, compare->failed.gone);
	page_counts(report, compare);
	clair_puts(report, "</section>\n");
}

/* --- Changes ----------------------------------------------------------------------------------- */

static void
page_change_row(struct clair_report *report, const struct clair_change *change)
{
	clair_puts(report, "<tr><th class=\"page\" scope=\"row\">");
	if (clair_change_is_of_procedure(change))
		clair_html_say(report, CLAIR_STRING_C_PROCEDURE);
	clair_html_text(report, clair_change_url(change));
	clair_puts(report, "</th><td>");
	clair_html_text(report, clair_change_sentence(report, change));
	clair_puts(report, "</td></tr>\n");
}

static void
page_changes(struct clair_report *report, const struct clair_compare *compare)
{
	static const enum clair_string headers[] = {CLAIR_STRING_H_PAGE, CLAIR_STRING_C_CHANGE};
	const uint32_t count = clair_compare_changes(compare, false);
	uint32_t shown = 0;

	if (count == 0)
		return;
	clair_html_table_open(
	    report, "table-changements", CLAIR_STRING_C_CHANGES_CAPTION, headers, CLAIR_LEN(headers));
	for (uint32_t i = 0; i < compare->change_count && shown < ROW_LIMIT; i++) {
		if (clair_change_is_of_menu(&compare->changes[i]))
			continue;
		page_change_row(report, &compare->changes[i]);
		shown++;
	}
	clair_html_table_close(report);
	more(report, count, shown);
}

static void
menu_changes(struct clair_report *report, const struct clair_compare *compare)
{
	const uint32_t count = clair_compare_changes(compare, true);

	if (count == 0)
		return;
	clair_puts(report, "<h3>");
	clair_html_say(report, CLAIR_STRING_C_MENU_CAPTION);
	clair_puts(report, "</h3>\n<ul>\n");
	for (uint32_t i = 0; i < compare->change_count; i++) {
		if (!clair_change_is_of_menu(&compare->changes[i]))
			continue;
		clair_puts(report, "<li>");
		clair_html_text(report, clair_change_sentence(report, &compare->changes[i]));
		clair_puts(report, "</li>\n");
	}
	clair_puts(report, "</ul>\n");
}

static void
stable(struct clair_report *report, const struct clair_compare *compare)
{
	open_section(report, 2);
	clair_compare_stable(report, compare, clair_html_paragraph);
	if (compare->change_count == 0)
		clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_C_NO_CHANGE));
	menu_changes(report, compare);
	page_changes(report, compare);
	clair_puts(report, "</section>\n");
}

/* --- Scores ------------------------------------------------------------------------------------ */

static void
score_row(struct clair_report *report, enum clair_string name, double before, double after)
{
	if (before < 0 && after < 0)
		return;
	clair_puts(report, "<tr><th scope=\"row\">");
	clair_html_capital(report, clair_string_of(report, name));
	clair_puts(report, "</th><td class=\"n\">");
	clair_html_score(report, before);
	clair_puts(report, "</td><td class=\"n\">");
	clair_html_score(report, after);
	clair_puts(report, "</td></tr>\n");
}

static void
scores(struct clair_report *report, const struct clair_compare *compare)
{
	static const enum clair_string headers[] = {
		CLAIR_STRING_H_SUBJECT, CLAIR_STRING_C_SUBJECT_BEFORE, CLAIR_STRING_C_SUBJECT_NOW};

	open_section(report, 3);
	if (!compare->scores_compare)
		clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_C_SCORES_DIFFER));
	clair_html_table_open(report, "table-notes", CLAIR_STRING_C_SCORES_CAPTION, headers, CLAIR_LEN(headers));
	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		score_row(
		    report, clair_axis_string((enum clair_axis)i), compare->old.axis[i], compare->new.axis[i]);
	for (int i = 0; i < CLAIR_PERSONA_COUNT; i++)
		score_row(report, clair_persona_string((enum clair_persona)i), compare->old.persona[i],
		    compare->new.persona[i]);
	clair_html_table_close(report);
	clair_puts(report, "</section>\n");
}

void
clair_compare_html(struct clair_report *report, const struct clair_compare *compare)
{
	head(report, compare);
	appeared(report, compare);
	gone(report, compare);
	stable(report, compare);
	scores(report, compare);
	open_section(report, 4);
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_C_LIMITS));
	clair_html_paragraph(report, clair_string_of(report, CLAIR_STRING_H_LIMITS_1));
	clair_puts(report, "</section>\n");
	clair_html_close(report);
}
