/* See referential_table.h. */
#include "report/referential_table.h"

#include "engine/registry.h"

/* Adds what a rule does for the row, if anything. */
static bool
add(const struct clair_referential_table *table, const struct clair_referential_row *row,
    const struct clair_rule *rule, struct clair_power *power)
{
	struct clair_rule_says said;

	if (!table->form->has(rule, row))
		return false;
	said = table->says(rule);
	return clair_power_add(power, rule, &said, UINT64_MAX);
}

struct clair_power
clair_referential_power(
    const struct clair_referential_table *table, const struct clair_referential_row *row)
{
	struct clair_power power = {0};

	for (size_t i = 0; i < clair_rule_count(); i++)
		add(table, row, clair_rule_at(i), &power);
	return power;
}

static void
section(struct clair_referential_table *table, const struct clair_referential_row *row)
{
	const struct clair_text title = clair_referential_title(row);

	clair_putf(&table->report, "\n## %s. ", row->id);
	clair_markdown_cell(&table->report, &title);
	clair_puts(&table->report, "\n\n");
	clair_markdown_columns(&table->report, table->form->columns, table->form->column_count);
}

static void
line(struct clair_referential_table *table, const struct clair_referential_row *row)
{
	struct clair_report *report = &table->report;
	const struct clair_text title = clair_referential_title(row);
	struct clair_power power = {0};
	bool is_first = true;

	clair_putf(report, "| %s ", row->id);
	clair_markdown_cell(report, &title);
	clair_puts(report, " | ");
	table->form->cells(table, row);
	for (size_t i = 0; i < clair_rule_count(); i++) {
		if (!add(table, row, clair_rule_at(i), &power))
			continue;
		clair_markdown_rule(report, clair_rule_at(i), is_first);
		is_first = false;
	}
	clair_puts(report, " |\n");
}

enum clair_status
clair_referential_table_write(struct clair_referential_table *table)
{
	clair_report_open(&table->report);
	table->form->head(table);
	for (const struct clair_referential_row *row = NULL; (row = table->form->next(row)) != NULL;) {
		if (clair_referential_is_section(row))
			section(table, row);
		else
			line(table, row);
	}
	return clair_report_close(&table->report);
}
