/*
 * The table of what reports on digital exclusion ask of public sites, in Markdown: which rules of the program,
 * or which other part of the product, serve each demand; or why nothing does.
 */
#include "report/referential_table.h"
#include "score/needs.h"

#include <string.h>

/* How the demands of one kind are served. */
struct counts {
	uint32_t all, by_rule, by_part, left;
};

static bool
is_served_by_rule(
    const struct clair_referential_table *table, const struct clair_referential_row *row)
{
	const struct clair_power power = clair_referential_power(table, row);

	return power.proves || power.doubts;
}

static void
count(struct counts *counts, const struct clair_referential_table *table,
    const struct clair_referential_row *row)
{
	const bool by_rule = is_served_by_rule(table, row);
	const bool by_part = clair_needs_has_part(row);

	counts->all++;
	counts->by_rule += by_rule;
	counts->by_part += by_part && !by_rule;
	counts->left += !by_part && !by_rule;
}

static void
say_counts(struct clair_report *report, const struct counts *counts, enum clair_string served)
{
	clair_markdown_counted(report, served, counts->by_rule + counts->by_part, counts->all);
	clair_markdown_counted(report, CLAIR_STRING_D_BY_RULE, counts->by_rule, counts->all);
	clair_markdown_counted(report, CLAIR_STRING_D_BY_PART, counts->by_part, counts->all);
	clair_markdown_counted(report, CLAIR_STRING_D_LEFT, counts->left, counts->all);
}

static void
head(struct clair_referential_table *table)
{
	static const enum clair_string paragraphs[] = {CLAIR_STRING_D_INTRO, CLAIR_STRING_D_WORTH};
	static const enum clair_string words[] = {
		CLAIR_STRING_D_WORDS_1, CLAIR_STRING_D_WORDS_2, CLAIR_STRING_D_WORDS_3, CLAIR_STRING_D_WORDS_4};
	struct counts all = {0};
	struct counts of_crawl = {0};
	struct clair_report *report = &table->report;

	for (const struct clair_referential_row *row = NULL; (row = clair_needs_next(row)) != NULL;) {
		if (clair_referential_is_section(row))
			continue;
		count(&all, table, row);
		if (clair_needs_is_of_crawl(row) && !clair_needs_is_of_reports(row))
			count(&of_crawl, table, row);
	}
	clair_markdown_title(report, clair_string_of(report, CLAIR_STRING_D_TITLE), paragraphs,
	    CLAIR_LEN(paragraphs));
	clair_markdown_heading(report, CLAIR_STRING_D_COUNTS_CRAWL);
	say_counts(report, &of_crawl, CLAIR_STRING_D_SERVED_CRAWL);
	clair_markdown_heading(report, CLAIR_STRING_D_COUNTS_ALL);
	say_counts(report, &all, CLAIR_STRING_D_SERVED_ALL);
	clair_markdown_words(report, words, CLAIR_LEN(words));
}

/* What it takes to know: the parts of the class. */
static void
takes(struct clair_report *report, const char *class)
{
	static const struct {
		const char *part;
		enum clair_string id;
	} parts[] = {
		{"HTML", CLAIR_STRING_D_TAKES_HTML},
		{"CSS", CLAIR_STRING_D_TAKES_CSS},
		{"SITE", CLAIR_STRING_D_TAKES_SITE},
		{"CRAWLS", CLAIR_STRING_D_TAKES_CRAWLS},
		{"BROWSER", CLAIR_STRING_D_TAKES_BROWSER},
		{"HUMAN", CLAIR_STRING_D_TAKES_HUMAN},
	};
	const char *comma = "";

	for (const char *at = class; *at != '\0'; at += *at == '+') {
		const size_t length = strcspn(at, "+");

		for (size_t i = 0; i < CLAIR_LEN(parts); i++) {
			if (strlen(parts[i].part) != length || strncmp(at, parts[i].part, length) != 0)
				continue;
			clair_puts(report, comma);
			clair_markdown_say(report, parts[i].id);
			comma = ", ";
		}
		at += length;
	}
}

static void
cells(struct clair_referential_table *table, const struct clair_referential_row *row)
{
	struct clair_report *report = &table->report;
	const struct clair_text method = clair_referential_method(row);
	const bool by_rule = is_served_by_rule(table, row);
	const bool by_part = clair_needs_has_part(row);

	takes(report, row->class);
	clair_puts(report, " | ");
	if (by_rule)
		clair_markdown_power(
		    report, clair_referential_power(table, row), CLAIR_STRING_D_NOTHING);
	if (by_rule && by_part)
		clair_puts(report, " ");
	if (by_part || !by_rule) {
		clair_markdown_say(report, by_part ? CLAIR_STRING_D_PART : CLAIR_STRING_D_NOTHING);
		clair_puts(report, " ");
		clair_markdown_cell(report, &method);
	}
	clair_puts(report, " | ");
}

enum clair_status
clair_needs_table_write(
    enum clair_lang lang, clair_rule_says_fn *says, clair_write_fn *write, void *payload)
{
	static const enum clair_string columns[] = {CLAIR_STRING_D_NEED, CLAIR_STRING_D_TAKES,
		CLAIR_STRING_R_WHAT, CLAIR_STRING_R_RULES};
	static const struct clair_referential_form form = {
		clair_needs_next, clair_needs_has, head, cells, columns, CLAIR_LEN(columns)};
	struct clair_referential_table table = {
		.report = {.lang = lang, .write = write, .payload = payload}, .says = says, .form = &form};

	return clair_referential_table_write(&table);
}
