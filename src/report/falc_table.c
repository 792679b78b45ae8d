/*
 * The table of the rules of the European standard for easy reading (FALC), in Markdown: which rules of the
 * program check each of them, or how a person does.
 */
#include "engine/registry.h"
#include "report/markdown.h"
#include "score/falc.h"

struct table {
	struct clair_report report;
	clair_rule_says_fn *says;
};

/* What the program does for a rule of the standard; its rules that say something are told to `name`. */
static struct clair_power
power_of(struct table *table, const struct clair_referential_row *row,
    void (*name)(struct clair_report *, const struct clair_rule *, bool is_first))
{
	struct clair_power power = {0};
	bool is_first = true;

	for (size_t i = 0; i < clair_rule_count(); i++) {
		const struct clair_rule *rule = clair_rule_at(i);
		struct clair_rule_says said;

		if (!clair_falc_has(rule, row))
			continue;
		said = table->says(rule);
		if (!clair_power_add(&power, rule, &said, UINT64_MAX))
			continue;
		if (name != NULL)
			name(&table->report, rule, is_first);
		is_first = false;
	}
	return power;
}

struct counts {
	uint32_t all, checked, proven, asked, left, not_web;
};

static struct counts
count_all(struct table *table)
{
	struct counts counts = {0};

	for (const struct clair_referential_row *row = NULL; (row = clair_falc_next(row)) != NULL;) {
		const struct clair_power power = power_of(table, row, NULL);

		if (clair_falc_is_section(row))
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
head(struct table *table)
{
	static const enum clair_string words[] = {
		CLAIR_STRING_F_WORDS_1, CLAIR_STRING_F_WORDS_2, CLAIR_STRING_F_WORDS_3, CLAIR_STRING_F_WORDS_4};
	const struct counts counts = count_all(table);
	struct clair_report *report = &table->report;

	clair_puts(report, "# ");
	clair_markdown_say(report, CLAIR_STRING_F_TITLE);
	clair_puts(report, "\n\n");
	clair_markdown_say(report, CLAIR_STRING_F_INTRO);
	clair_puts(report, "\n\n");
	clair_markdown_say(report, CLAIR_STRING_F_NEVER);
	clair_puts(report, "\n");
	clair_markdown_heading(report, CLAIR_STRING_R_COUNTS);
	clair_markdown_counted(report, CLAIR_STRING_F_CHECKED, counts.checked, counts.all);
	clair_markdown_counted(report, CLAIR_STRING_F_PROVEN, counts.proven, counts.all);
	clair_markdown_counted(
	    report, CLAIR_STRING_F_DOUBTED, counts.checked - counts.proven, counts.all);
	clair_markdown_counted(report, CLAIR_STRING_F_ASKED, counts.asked, counts.all);
	clair_markdown_counted(report, CLAIR_STRING_F_LEFT, counts.left, counts.all);
	clair_markdown_counted(report, CLAIR_STRING_F_NOT_WEB, counts.not_web, counts.all);
	clair_markdown_heading(report, CLAIR_STRING_R_WORDS);
	for (size_t i = 0; i < CLAIR_LEN(words); i++)
		clair_markdown_item(report, words[i]);
}

static void
section(struct clair_report *report, const struct clair_referential_row *row)
{
	const struct clair_text title = clair_falc_title(row);

	clair_putf(report, "\n## %s. ", row->id);
	clair_markdown_cell(report, &title);
	clair_puts(report, "\n\n| ");
	clair_markdown_say(report, CLAIR_STRING_F_RULE);
	clair_puts(report, " | RLS | ");
	clair_markdown_say(report, CLAIR_STRING_R_WHAT);
	clair_puts(report, " | ");
	clair_markdown_say(report, CLAIR_STRING_R_RULES);
	clair_puts(report, " |\n| --- | --- | --- | --- |\n");
}

static void
name_rule(struct clair_report *report, const struct clair_rule *rule, bool is_first)
{
	clair_putf(report, "%s`%s`", is_first ? "" : ", ", rule->id);
}

static void
rule_row(struct table *table, const struct clair_referential_row *row)
{
	struct clair_report *report = &table->report;
	const struct clair_text title = clair_falc_title(row);
	const struct clair_text method = clair_falc_method(row);

	clair_putf(report, "| %s ", row->id);
	clair_markdown_cell(report, &title);
	clair_putf(report, " | %s | ", row->wcag);
	clair_markdown_power(report, power_of(table, row, NULL),
	    clair_falc_is_of_web(row) ? CLAIR_STRING_R_PERSON : CLAIR_STRING_F_NONE);
	if (method.fr[0] != '\0') {
		clair_puts(report, " ");
		clair_markdown_cell(report, &method);
	}
	clair_puts(report, " | ");
	power_of(table, row, name_rule);
	clair_puts(report, " |\n");
}

enum clair_status
clair_falc_table_write(
    enum clair_lang lang, clair_rule_says_fn *says, clair_write_fn *write, void *payload)
{
	struct table table = {
		.report = {.lang = lang, .write = write, .payload = payload}, .says = says};

	clair_report_open(&table.report);
	head(&table);
	for (const struct clair_referential_row *row = NULL; (row = clair_falc_next(row)) != NULL;) {
		if (clair_falc_is_section(row))
			section(&table.report, row);
		else
			rule_row(&table, row);
	}
	return clair_report_close(&table.report);
}
