/*
 * The table of the rules of the European standard for easy reading (FALC), in Markdown: which rules of the
 * program check each of them, or how a person does.
 */
#include "report/referential_table.h"
#include "score/falc.h"

struct counts {
	uint32_t all, checked, proven, asked, left, not_web;
};

static struct counts
count_all(const struct clair_referential_table *table)
{
	struct counts counts = {0};

	for (const struct clair_referential_row *row = NULL; (row = clair_falc_next(row)) != NULL;) {
		const struct clair_power power = clair_referential_power(table, row);

		if (clair_referential_is_section(row))
			continue;
		counts.all++;
		counts.checked += power.proves || power.doubts;
		counts.proven += power.proves;
		counts.asked += power.asks && !power.proves && !power.doubts;
		counts.left += clair_falc_is_of_web(row) && !clair_power_shows(power);
		counts.not_web += !clair_falc_is_of_web(row);
	}
	return counts;
}

static void
head(struct clair_referential_table *table)
{
	static const enum clair_string paragraphs[] = {CLAIR_STRING_F_INTRO, CLAIR_STRING_F_NEVER};
	static const enum clair_string words[] = {
		CLAIR_STRING_F_WORDS_1, CLAIR_STRING_F_WORDS_2, CLAIR_STRING_F_WORDS_3, CLAIR_STRING_F_WORDS_4};
	const struct counts counts = count_all(table);
	struct clair_report *report = &table->report;

	clair_markdown_title(report, clair_string_of(report, CLAIR_STRING_F_TITLE), paragraphs,
	    CLAIR_LEN(paragraphs));
	clair_markdown_heading(report, CLAIR_STRING_R_COUNTS);
	clair_markdown_counted(report, CLAIR_STRING_F_CHECKED, counts.checked, counts.all);
	clair_markdown_counted(report, CLAIR_STRING_F_PROVEN, counts.proven, counts.all);
	clair_markdown_counted(
	    report, CLAIR_STRING_F_DOUBTED, counts.checked - counts.proven, counts.all);
	clair_markdown_counted(report, CLAIR_STRING_F_ASKED, counts.asked, counts.all);
	clair_markdown_counted(report, CLAIR_STRING_F_LEFT, counts.left, counts.all);
	clair_markdown_counted(report, CLAIR_STRING_F_NOT_WEB, counts.not_web, counts.all);
	clair_markdown_words(report, words, CLAIR_LEN(words));
}

static void
cells(struct clair_referential_table *table, const struct clair_referential_row *row)
{
	struct clair_report *report = &table->report;
	const struct clair_text method = clair_referential_method(row);

	clair_putf(report, "%s | ", row->wcag);
	clair_markdown_power(report, clair_referential_power(table, row),
	    clair_falc_is_of_web(row) ? CLAIR_STRING_R_PERSON : CLAIR_STRING_F_NONE);
	if (method.fr[0] != '\0') {
		clair_puts(report, " ");
		clair_markdown_cell(report, &method);
	}
	clair_puts(report, " | ");
}

enum clair_status
clair_falc_table_write(
    enum clair_lang lang, clair_rule_says_fn *says, clair_write_fn *write, void *payload)
{
	static const enum clair_string columns[] = {
		CLAIR_STRING_F_RULE, CLAIR_STRING_F_RLS, CLAIR_STRING_R_WHAT, CLAIR_STRING_R_RULES};
	static const struct clair_referential_form form = {
		clair_falc_next, clair_falc_has, head, cells, columns, CLAIR_LEN(columns)};
	struct clair_referential_table table = {
		.report = {.lang = lang, .write = write, .payload = payload}, .says = says, .form = &form};

	return clair_referential_table_write(&table);
}
