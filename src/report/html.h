/*
 * The HTML report: one file, nothing fetched, whole without its small script. Four parts: what to decide, what
 * writers do, what developers do, what an audit takes. Every text goes through clair_html_text, which
 * escapes it for text and for attributes in double quotes. Private to src/report/html*.c and svg.c, and to src/survey.
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
/* Words of a page; then those that a rule found, in the language of the page. */
void clair_html_quote(struct clair_report *report, const char *text);
void clair_html_found(struct clair_report *report, const struct clair_result *page, const char *text);
/* An address: a link when it is http or https, text otherwise. */
void clair_html_link(struct clair_report *report, const char *url);
/* "55,8", or "non mesurée". */
void clair_html_score(struct clair_report *report, double score);

/* A table that may be wider than the screen: in a region that the keyboard can scroll. `headers` are
 * string ids; the first column has the row headers. */
void clair_html_table_open(struct clair_report *report, const char *id, enum clair_string caption,
    const enum clair_string *headers, size_t count);
/* The same, with a caption made for it. */
void clair_html_table_named(struct clair_report *report, const char *id, const char *caption,
    const enum clair_string *headers, size_t count);
void clair_html_table_close(struct clair_report *report);
/* <details>, with the words that unfold the table of a plot. */
void clair_html_unfold(struct clair_report *report, enum clair_string title);

/* One bar of a plot. */
struct clair_html_bar {
	const char *label;
	const char *value; /* as read: "55,8", "500 pages" */
	double share;      /* 0 to 1; negative: no bar */
	const char *more;  /* another value, of the table; or NULL */
	double mark;       /* a line across the bar, 0 to 1; 0: none */
};

/* What a plot is called and measures. */
struct clair_html_plot {
	const char *id;    /* unique in the document */
	enum clair_string title, column, value_column;
	enum clair_string more_column; /* asked only when the bars have more */
	double limits[2];  /* where bands end, drawn down the plot, 0 to 1; 0: none */
};

/* An inline SVG of horizontal bars, with its title and description, then the same figures as a table to unfold. */
void clair_svg_bars(struct clair_report *report, const struct clair_html_plot *plot,
    const struct clair_html_bar *bars, size_t count);

/* report.css and report.js, in lines ended by NULL, and what a Content-Security-Policy says of each: made by
 * ci/gen-assets.sh. */
extern const char *const clair_html_style[];
extern const char *const clair_html_script[];
extern const char clair_html_style_hash[];
extern const char clair_html_script_hash[];

/* What has a heading: <section>, named by it. `level` is of the heading. */
void clair_html_open_section(struct clair_report *report, const char *id, enum clair_string title, int level);
/* "● bloquant", "2 pages, 4 fois", "Accès : +3,2 points" */
void clair_html_tags(struct clair_report *report, const struct clair_cause *cause);
/* What a form.filter works on; drawn by the script alone. */
struct clair_html_filter {
	const char *id;
	const char *items; /* CSS selector */
	enum clair_string label;  /* of the search */
	enum clair_string legend; /* of the form */
	enum clair_string shown;  /* {n}, {all} */
	bool of_causes;    /* also by severity, person, and what is known of them */
};
void clair_html_filter(struct clair_report *report, const struct clair_html_filter *filter);

/* What became of the scores, when earlier runs are known; nothing otherwise. */
void clair_html_history(struct clair_report *report);
/* Above the causes: the five whose mending gives back most. */
void clair_html_first_causes(struct clair_report *report);
void clair_html_causes(struct clair_report *report);
/* The words and sentences to write again, page by page. */
void clair_html_texts(struct clair_report *report);
/* Too many pages for one file, and the caller opens others: what is said page by page stands there. */
bool clair_html_has_files(const struct clair_report *report);
/* These files, after the first one. */
void clair_html_files(struct clair_report *report);
/* The scores of the pages from one index to another, which is not among them. */
void clair_html_tested_table(
    struct clair_report *report, const char *id, const char *caption, uint32_t from, uint32_t to);
void clair_html_reviews(struct clair_report *report);
/* What an audit asks, by RGAA criterion and test; nothing when it asks nothing. */
void clair_html_questions(struct clair_report *report);
/* The sample of an audit; nothing when none was asked for. */
void clair_html_sample(struct clair_report *report);
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
