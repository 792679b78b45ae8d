/*
 * The HTML report: one file, no script, nothing fetched. Every text goes through clair_html_text, which
 * escapes it for text and for attributes in double quotes. Private to src/report/html*.c and svg.c.
 */
#ifndef CLAIR_REPORT_HTML_H
#define CLAIR_REPORT_HTML_H

#include "report/report.h"

/* Around the title, then around the first heading, which says what the report is; then the foot. Between the
 * last two stand the rest of the header, the contents and the main part: see html.c. */
void clair_html_open(struct clair_report *report);
void clair_html_open_body(struct clair_report *report);
void clair_html_close(struct clair_report *report);

void clair_html_text(struct clair_report *report, const char *text);
void clair_html_capital(struct clair_report *report, const char *text);
void clair_html_say(struct clair_report *report, enum clair_string id);
/* What was found; words of the page are marked as such, for they are not ours. */
void clair_html_message(struct clair_report *report, const struct clair_finding *finding);
/* <p>…</p> */
void clair_html_paragraph(struct clair_report *report, const char *text);
/* A text of a rule. */
void clair_html_advice(struct clair_report *report, const char *text);
/* Words of a page. */
void clair_html_quote(struct clair_report *report, const char *text);
/* An address: a link when it is http or https, text otherwise. */
void clair_html_link(struct clair_report *report, const char *url);
/* "55,8", or "non mesurée". */
void clair_html_score(struct clair_report *report, double score);

/* A table that may be wider than the screen: in a region that the keyboard can scroll. `headers` are
 * string ids; the first column has the row headers. */
void clair_html_table_open(struct clair_report *report, const char *id, enum clair_string caption,
    const enum clair_string *headers, size_t count);
void clair_html_table_close(struct clair_report *report);

/* One bar of a plot. */
struct clair_html_bar {
	const char *label;
	const char *value; /* as read: "55,8", "500 pages" */
	double share;      /* 0 to 1; negative: no bar */
};

/* An inline SVG of horizontal bars, with its title and description, then the same figures as a table
 * to unfold. `id` is unique in the document. */
void clair_svg_bars(struct clair_report *report, const char *id, enum clair_string title,
    enum clair_string column, enum clair_string value_column, const struct clair_html_bar *bars,
    size_t count);

/* In parts, since a compiler need not take a longer string. */
enum { CLAIR_STYLE_PARTS = 2 };
extern const char *const clair_html_style[CLAIR_STYLE_PARTS];

void clair_html_causes(struct clair_report *report);
void clair_html_reviews(struct clair_report *report);
/* What an audit asks, by RGAA criterion and test; nothing when it asks nothing. */
void clair_html_questions(struct clair_report *report);
/* Of a crawl; nothing otherwise. */
void clair_html_indicators(struct clair_report *report);
void clair_html_pages(struct clair_report *report);
/* The pages of a crawl as a tree: each under the first page that leads to it. */
void clair_html_tree(struct clair_report *report);
void clair_html_rgaa(struct clair_report *report);
/* A row of a table of what a person does: id, subject, how. */
void clair_html_method_row(struct clair_report *report, const char *id, const struct clair_text *title,
    const struct clair_text *method);
/* What only a person can check of the pages judged as easy-to-read texts. */
void clair_html_falc(struct clair_report *report);

#endif
