/* What the tables in Markdown share. Private to src/report/. */
#ifndef CLAIR_REPORT_MARKDOWN_H
#define CLAIR_REPORT_MARKDOWN_H

#include "report/report.h"

/* Adds words as they are to be read, on one line, whatever marks they hold. */
void clair_markdown_plain(struct clair_buf *out, const char *text);

/* What the program does for one row of a referential. */
struct clair_power {
	bool decides, proves, doubts, asks;
};
/* Adds what a rule is shown to say, of these messages. Gives whether it says any. */
bool clair_power_add(struct clair_power *power, const struct clair_rule *rule,
    const struct clair_rule_says *said, uint64_t messages);
bool clair_power_shows(struct clair_power power);

void clair_markdown_say(struct clair_report *report, enum clair_string id);
void clair_markdown_heading(struct clair_report *report, enum clair_string id); /* of the second level */
/* The title of the first level, then its paragraphs. */
void clair_markdown_title(struct clair_report *report, const char *title,
    const enum clair_string *paragraphs, size_t count);
/* "What the words mean", and a list. */
void clair_markdown_words(struct clair_report *report, const enum clair_string *words, size_t count);
/* The first two lines of a table. */
void clair_markdown_columns(
    struct clair_report *report, const enum clair_string *columns, size_t count);
/* The name of a rule in a list of rules. */
void clair_markdown_rule(struct clair_report *report, const struct clair_rule *rule, bool is_first);
void clair_markdown_item(struct clair_report *report, enum clair_string id);
/* A line of a list, with {n} and {all}. */
void clair_markdown_counted(
    struct clair_report *report, enum clair_string id, uint32_t n, uint32_t all);
/* The text of a cell: marks of Markdown are made plain, since a bar would end it. */
void clair_markdown_cell(struct clair_report *report, const struct clair_text *text);
/* `unseen` is said when the program does nothing. */
void clair_markdown_power(
    struct clair_report *report, struct clair_power power, enum clair_string unseen);

#endif
