/*
 * The table of the RGAA tests, in Markdown: what the rules of the program do for each test. All of it comes
 * from the referential, the rules, and what the examples of the rules show that they say.
 */
#include "engine/registry.h"
#include "report/markdown.h"
#include "score/rgaa.h"

struct table {
	struct clair_report report;
	struct clair_rgaa rgaa;
	clair_rule_says_fn *says;
	struct clair_rule_says *said; /* of each rule */
};

static struct clair_power
power_of(const struct table *table, uint32_t test)
{
	const struct clair_rgaa *rgaa = &table->rgaa;
	struct clair_power power = {0};

	for (uint32_t v = rgaa->first_voice[test]; v < rgaa->first_voice[test + 1]; v++) {
		const struct clair_rgaa_voice *voice = &rgaa->voices[v];

		clair_power_add(
		    &power, rgaa->rules[voice->rule].rule, &table->said[voice->rule], voice->messages);
	}
	power.decides = power.proves && rgaa->tests[test].whole;
	return power;
}

struct counts {
	uint32_t decided, proven, shown; /* tests */
	uint32_t provable;               /* criteria */
};

static struct counts
count_all(const struct table *table)
{
	struct counts counts = {0};

	for (uint32_t c = 0, t = 0; c < table->rgaa.criterion_count; c++) {
		bool any = false;

		for (uint32_t end = t + table->rgaa.criteria[c].test_count; t < end; t++) {
			const struct clair_power power = power_of(table, t);

			counts.decided += power.decides;
			counts.proven += power.proves && !power.decides;
			counts.shown += clair_power_shows(power);
			any |= power.proves;
		}
		counts.provable += any;
	}
	return counts;
}

static void
head(struct table *table)
{
	static const enum clair_string paragraphs[] = {CLAIR_STRING_R_INTRO};
	static const enum clair_string words[] = {CLAIR_STRING_R_WORDS_1, CLAIR_STRING_R_WORDS_2,
		CLAIR_STRING_R_WORDS_3, CLAIR_STRING_R_WORDS_4};
	const struct counts counts = count_all(table);
	const uint32_t tests = table->rgaa.test_count;
	struct clair_report *report = &table->report;

	clair_markdown_title(report,
	    CLAIR_PHRASE(report, CLAIR_STRING_R_TITLE, CLAIR_WORDS("version", CLAIR_RGAA_VERSION)),
	    paragraphs, CLAIR_LEN(paragraphs));
	clair_markdown_heading(report, CLAIR_STRING_R_COUNTS);
	clair_markdown_counted(
	    report, CLAIR_STRING_R_PROVABLE, counts.provable, table->rgaa.criterion_count);
	clair_markdown_counted(report, CLAIR_STRING_R_SHOWN, counts.shown, tests);
	clair_markdown_counted(report, CLAIR_STRING_R_DECIDED, counts.decided, tests);
	clair_markdown_counted(report, CLAIR_STRING_R_PROVEN, counts.proven, tests);
	clair_markdown_counted(
	    report, CLAIR_STRING_R_DOUBTED, counts.shown - counts.proven - counts.decided, tests);
	clair_markdown_counted(report, CLAIR_STRING_R_LEFT, tests - counts.shown, tests);
	clair_markdown_words(report, words, CLAIR_LEN(words));
}

static void
what(struct clair_report *report, const struct clair_rgaa_test *test, struct clair_power power)
{
	clair_markdown_power(
	    report, power, test->drawn ? CLAIR_STRING_R_BROWSER : CLAIR_STRING_R_PERSON);
	if (!clair_power_shows(power) && test->method.fr[0] != '\0') {
		clair_puts(report, " ");
		clair_markdown_cell(report, &test->method);
	}
}

static void
test_row(struct table *table, uint32_t test)
{
	struct clair_report *report = &table->report;
	const struct clair_rgaa *rgaa = &table->rgaa;
	bool is_first = true;

	clair_putf(report, "| %s ", rgaa->tests[test].id);
	clair_markdown_cell(report, &rgaa->tests[test].title);
	clair_puts(report, " | ");
	what(report, &rgaa->tests[test], power_of(table, test));
	clair_puts(report, " | ");
	for (uint32_t v = rgaa->first_voice[test]; v < rgaa->first_voice[test + 1]; v++) {
		const struct clair_rule_says *said = &table->said[rgaa->voices[v].rule];

		if (((said->fails | said->reviews) & rgaa->voices[v].messages) == 0)
			continue;
		clair_markdown_rule(report, rgaa->rules[rgaa->voices[v].rule].rule, is_first);
		is_first = false;
	}
	clair_puts(report, " |\n");
}

static void
criterion(struct table *table, const struct clair_rgaa_criterion *criterion)
{
	struct clair_report *report = &table->report;
	static const enum clair_string columns[] = {
		CLAIR_STRING_R_TEST, CLAIR_STRING_R_WHAT, CLAIR_STRING_R_RULES};
	const uint32_t first = (uint32_t)(criterion->tests - table->rgaa.tests);

	clair_putf(report, "\n## %s ", criterion->id);
	clair_markdown_cell(report, &criterion->title);
	clair_puts(report, "\n\n");
	clair_markdown_columns(report, columns, CLAIR_LEN(columns));
	for (uint32_t i = 0; i < criterion->test_count; i++)
		test_row(table, first + i);
}

static bool
fill(struct table *table, struct clair_arena *mem, struct clair_score_rule *rules, size_t count)
{
	table->said = clair_alloc_array(mem, count + 1, sizeof(*table->said));
	if (rules == NULL || table->said == NULL)
		return false;
	for (size_t i = 0; i < count; i++) {
		rules[i] = (struct clair_score_rule){.rule = clair_rule_at(i), .enabled = true};
		table->said[i] = table->says(rules[i].rule);
	}
	return clair_rgaa_init(&table->rgaa, mem, rules, count);
}

enum clair_status
clair_rgaa_table_write(
    enum clair_lang lang, clair_rule_says_fn *says, clair_write_fn *write, void *payload)
{
	struct table table = {
		.report = {.lang = lang, .write = write, .payload = payload}, .says = says};
	const size_t count = clair_rule_count();
	enum clair_status status = CLAIR_NO_MEMORY;
	struct clair_arena mem;

	clair_arena_init(&mem, 0);
	if (fill(&table, &mem, clair_alloc_array(&mem, count + 1, sizeof(struct clair_score_rule)), count)) {
		clair_report_open(&table.report);
		head(&table);
		for (uint32_t i = 0; i < table.rgaa.criterion_count; i++)
			criterion(&table, &table.rgaa.criteria[i]);
		status = clair_report_close(&table.report);
	}
	clair_arena_free(&mem);
	return status;
}
