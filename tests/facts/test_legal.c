/* Mentions and statements of accessibility, on cases labelled by hand. */
#include "base/buf.h"
#include "clairlint/legal.h"
#include "facts/day.h"
#include "facts/text.h"
#include "tests/support/page.h"
#include "tests/support/read.h"
#include "tests/support/worded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* --- Mentions --------------------------------------------------------------------------------------- */

static void
say_mention(struct clair_ctx *ctx, struct clair_buf *said)
{
	static const char *const forms[] = {"missing", "near", "exact"};
	const struct clair_mention *mention = clair_mention(ctx);

	clair_buf_puts(said, forms[mention->form]);
	if (mention->form == CLAIR_MENTION_MISSING)
		return;
	clair_buf_printf(said, " %s", clair_conformity_name(mention->state));
	if (mention->href != NULL)
		clair_buf_printf(said, " %s", mention->href);
}

static void
put_spaced(struct clair_buf *buf, const char *html)
{
	for (; *html != '\0'; html++) {
		if (*html == '~')
			clair_buf_puts(buf, "\xC2\xA0");
		else
			clair_buf_putc(buf, *html);
	}
}

static bool
mention_is_right(char *line)
{
	char *expected = strrchr(line, '|');
	struct clair_buf html;
	struct clair_buf said;
	struct clair_ctx *ctx;
	bool right;

	*expected++ = '\0';
	expected += strspn(expected, " ");
	expected[strcspn(expected, "\n")] = '\0';
	clair_buf_init(&html, 0);
	clair_buf_init(&said, 0);
	clair_buf_puts(&html, "<!DOCTYPE html><html lang=fr>");
	put_spaced(&html, line);
	ctx = support_worded(html.bytes, "");
	say_mention(ctx, &said);
	right = strcmp(said.bytes, expected) == 0;
	if (!right)
		print_error("%s: “%s”, not “%s”\n", line, said.bytes, expected);
	support_page_free(ctx);
	clair_buf_free(&html);
	clair_buf_free(&said);
	return right;
}

static unsigned
wrong_mentions(const char *path, unsigned *cases)
{
	FILE *file = fopen(path, "r");
	char line[1000];
	unsigned wrong = 0;

	assert_non_null(file);
	for (*cases = 0; fgets(line, sizeof(line), file) != NULL;) {
		if (line[0] == '#' || strchr(line, '|') == NULL)
			continue;
		++*cases;
		wrong += !mention_is_right(line);
	}
	fclose(file);
	print_message("%s: %u of %u are read right\n", path, *cases - wrong, *cases);
	return wrong;
}

static void
test_mentions(void **state)
{
	unsigned cases;

	(void)state;
	assert_int_equal(wrong_mentions("tests/facts/mentions.txt", &cases), 0);
	assert_true(cases >= 40);
	assert_true(wrong_mentions("tests/facts/mentions_apart.txt", &cases) <= 1);
	assert_true(cases >= 15);
}

/* --- Statements --------------------------------------------------------------------------------------- */

struct flag_name {
	unsigned flag;
	const char *name;
};

static void
say_flags(struct clair_buf *said, unsigned flags, const struct flag_name *names, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if ((flags & names[i].flag) != 0)
			clair_buf_printf(said, "%s%s", said->length == 0 ? "" : " ", names[i].name);
}

static void
say_parts(const struct clair_statement *statement, struct clair_buf *said)
{
	static const struct flag_name names[] = {
	    {CLAIR_STATES_CONFORMITY, "state"}, {CLAIR_STATES_RESULTS, "results"}, {CLAIR_STATES_CONTENTS, "contents"},
	    {CLAIR_STATES_FAULTS, "faults"}, {CLAIR_STATES_BURDEN, "burden"}, {CLAIR_STATES_EXEMPT, "exempt"},
	    {CLAIR_STATES_ESTABLISHED, "established"}, {CLAIR_STATES_TECHNOLOGIES, "technologies"},
	    {CLAIR_STATES_ENVIRONMENT, "environment"}, {CLAIR_STATES_TOOLS, "tools"}, {CLAIR_STATES_PAGES, "pages"},
	    {CLAIR_STATES_CONTACT, "contact"}, {CLAIR_STATES_RECOURSE, "recourse"},
	};

	say_flags(said, statement->parts, names, CLAIR_LEN(names));
}

static void
say_contact(const struct clair_statement *statement, struct clair_buf *said)
{
	static const struct flag_name names[] = {
	    {CLAIR_REACH_MAIL, "mail"}, {CLAIR_REACH_FORM, "form"}, {CLAIR_REACH_PHONE, "phone"},
	    {CLAIR_REACH_POST, "post"},
	};

	say_flags(said, statement->contact, names, CLAIR_LEN(names));
}

static void
say_ombudsman(const struct clair_statement *statement, struct clair_buf *said)
{
	static const struct flag_name names[] = {
	    {CLAIR_OMBUDSMAN_FORM, "form"}, {CLAIR_OMBUDSMAN_DELEGATES, "delegates"},
	    {CLAIR_OMBUDSMAN_ADDRESS, "address"}, {CLAIR_OMBUDSMAN_SEAT, "seat"},
	    {CLAIR_OMBUDSMAN_OUTDATED, "outdated"}, {CLAIR_OMBUDSMAN_PHONE, "phone"},
	};

	say_flags(said, statement->ombudsman, names, CLAIR_LEN(names));
	if (said->length == 0 && statement->ombudsman == CLAIR_OMBUDSMAN_NAMED)
		clair_buf_puts(said, "named");
}

static void
say_state(const struct clair_statement *statement, struct clair_buf *said)
{
	clair_buf_puts(said, clair_conformity_name(statement->state));
	for (int i = CLAIR_CONFORMITY_NONE; i < CLAIR_CONFORMITY_COUNT; i++)
		if ((statement->states & 1u << i) != 0 && i != (int)statement->state)
			clair_buf_printf(said, " %s", clair_conformity_name((enum clair_conformity)i));
}

static void
say_rate(const struct clair_statement *statement, struct clair_buf *said)
{
	static const char *const bases[] = {"", "criteria", "whole", "mean"};

	if (statement->rate_base != CLAIR_RATE_NONE)
		clair_buf_printf(said, "%g %s", statement->rate, bases[statement->rate_base]);
}

static void
say_day(struct clair_day day, struct clair_buf *said)
{
	if (day.year != 0)
		clair_buf_printf(said, "%04u-%02u", day.year, day.month);
	if (day.day != 0)
		clair_buf_printf(said, "-%02u", day.day);
}

static void
say_promised(const struct clair_promised *promised, struct clair_buf *said)
{
	if (promised->block == NULL)
		return;
	clair_buf_puts(said, promised->is_link ? "link" : "text");
	if (promised->from != 0)
		clair_buf_printf(said, " %u", promised->from);
	if (promised->to != promised->from)
		clair_buf_printf(said, "-%u", promised->to);
}

static const char *const keys[] = {"entity", "site", "address", "state", "rate", "referential", "established",
    "updated", "auditor", "audit", "parts", "contact", "ombudsman", "scheme", "plan", "unfilled"};

static void
say_field(const struct clair_statement *statement, const char *key, struct clair_buf *said)
{
	if (strcmp(key, "entity") == 0)
		clair_buf_puts(said, statement->entity);
	else if (strcmp(key, "site") == 0)
		clair_buf_puts(said, statement->site);
	else if (strcmp(key, "address") == 0)
		clair_buf_puts(said, statement->address);
	else if (strcmp(key, "state") == 0)
		say_state(statement, said);
	else if (strcmp(key, "rate") == 0)
		say_rate(statement, said);
	else if (strcmp(key, "referential") == 0)
		clair_buf_printf(said, "%s%s%s", statement->referential, statement->version[0] == '\0' ? "" : " ",
		    statement->version);
	else if (strcmp(key, "established") == 0)
		say_day(statement->established, said);
	else if (strcmp(key, "updated") == 0)
		say_day(statement->updated, said);
	else if (strcmp(key, "auditor") == 0)
		clair_buf_puts(said, statement->auditor);
	else if (strcmp(key, "audit") == 0)
		clair_buf_puts(said, statement->audit_absent ? "absent" : "");
	else if (strcmp(key, "parts") == 0)
		say_parts(statement, said);
	else if (strcmp(key, "contact") == 0)
		say_contact(statement, said);
	else if (strcmp(key, "ombudsman") == 0)
		say_ombudsman(statement, said);
	else if (strcmp(key, "scheme") == 0)
		say_promised(&statement->scheme, said);
	else if (strcmp(key, "plan") == 0)
		say_promised(&statement->plan, said);
	else
		clair_buf_puts(said, statement->unfilled);
}

/* The value of "-- key: value" among the lines of a case, "" when there is none. In `room`. */
static const char *
labelled(const char *labels, const char *key, char *room, size_t size)
{
	char start[40];
	const char *found;

	snprintf(start, sizeof(start), "-- %s: ", key);
	found = strstr(labels, start);
	if (found == NULL)
		return "";
	found += strlen(start);
	snprintf(room, size, "%.*s", (int)strcspn(found, "\n"), found);
	return room;
}

struct score {
	unsigned cases, fields, wrong;
};

static void
count_field(const char *name, const char *key, const char *said, const char *wanted, struct score *score)
{
	score->fields++;
	if (strcmp(said, wanted) == 0)
		return;
	score->wrong++;
	print_error("%s: %s is “%s”, not “%s”\n", name, key, said, wanted);
}

static void
judge_case(const char *name, const char *html, const char *labels, struct score *score)
{
	struct clair_ctx *ctx = support_worded(html, "");
	const struct clair_statement *statement = clair_statement(ctx);
	struct clair_buf said;
	char room[400];

	score->cases++;
	clair_buf_init(&said, 0);
	count_field(name, "none", statement == NULL ? "yes" : "", labelled(labels, "none", room, sizeof(room)), score);
	for (size_t i = 0; statement != NULL && i < CLAIR_LEN(keys); i++) {
		clair_buf_clear(&said);
		clair_buf_puts(&said, "");
		say_field(statement, keys[i], &said);
		count_field(name, keys[i], said.bytes, labelled(labels, keys[i], room, sizeof(room)), score);
	}
	clair_buf_free(&said);
	support_page_free(ctx);
}

enum { SHARED_LIMIT = 12 };

struct shared_lines {
	char names[SHARED_LIMIT][40];
	struct clair_buf lines[SHARED_LIMIT];
	size_t count;
};

/* The lines under "::: name" for ":name"; the line itself for another. */
static const char *
expanded(const struct shared_lines *shared, const char *line)
{
	for (size_t i = 0; line[0] == ':' && i < shared->count; i++)
		if (strncmp(line + 1, shared->names[i], strlen(shared->names[i])) == 0)
			return shared->lines[i].bytes;
	return line;
}

static void
start_shared(struct shared_lines *shared, const char *line)
{
	assert_true(shared->count < SHARED_LIMIT);
	snprintf(shared->names[shared->count], sizeof(shared->names[0]), "%.*s", (int)strcspn(line, "\n"), line);
	clair_buf_init(&shared->lines[shared->count++], 0);
}

struct reading {
	struct shared_lines *shared;
	struct clair_buf name, html, labels;
	enum { NOWHERE, IN_SHARED, IN_CASE } place;
	struct score *score;
};

static void
end_case(struct reading *reading)
{
	if (reading->place == IN_CASE)
		judge_case(reading->name.bytes, reading->html.bytes, reading->labels.bytes, reading->score);
	clair_buf_clear(&reading->name);
	clair_buf_clear(&reading->html);
	clair_buf_clear(&reading->labels);
}

static void
read_line(struct reading *reading, const char *line)
{
	if (strncmp(line, "::: ", 4) == 0) {
		reading->place = IN_SHARED;
		start_shared(reading->shared, line + 4);
	} else if (strncmp(line, "=== ", 4) == 0) {
		end_case(reading);
		reading->place = IN_CASE;
		clair_buf_add(&reading->name, line + 4, strcspn(line + 4, "\n"));
		clair_buf_puts(&reading->html, "<!DOCTYPE html><html lang=fr><main>");
	} else if (reading->place == IN_SHARED) {
		clair_buf_puts(&reading->shared->lines[reading->shared->count - 1], line);
	} else if (reading->place == IN_CASE) {
		clair_buf_puts(strncmp(line, "-- ", 3) == 0 ? &reading->labels : &reading->html,
		    expanded(reading->shared, line));
	}
}

static struct score
read_statements(const char *path, struct shared_lines *shared)
{
	FILE *file = fopen(path, "r");
	struct score score = {0};
	struct reading reading = {.shared = shared, .score = &score};
	char line[2000];

	assert_non_null(file);
	clair_buf_init(&reading.name, 0);
	clair_buf_init(&reading.html, 0);
	clair_buf_init(&reading.labels, 0);
	while (fgets(line, sizeof(line), file) != NULL)
		if (line[0] != '#')
			read_line(&reading, line);
	end_case(&reading);
	clair_buf_free(&reading.name);
	clair_buf_free(&reading.html);
	clair_buf_free(&reading.labels);
	fclose(file);
	print_message("%s: %u of %u fields of %u cases are read right\n", path, score.fields - score.wrong,
	    score.fields, score.cases);
	return score;
}

static void
test_statements(void **state)
{
	struct shared_lines shared = {.count = 0};
	struct score score = read_statements("tests/facts/statements.txt", &shared);
	struct score apart = read_statements("tests/facts/statements_apart.txt", &shared);

	(void)state;
	for (size_t i = 0; i < shared.count; i++)
		clair_buf_free(&shared.lines[i]);
	assert_true(score.cases >= 40);
	assert_int_equal(score.wrong, 0);
	assert_true(apart.cases >= 15);
	assert_true(apart.wrong * 20 <= apart.fields);
}

/* --- Days ---------------------------------------------------------------------------------------------- */

static void
test_days(void **state)
{
	static const struct {
		const char *text, *day;
	} days[] = {
	    {"12 mars 2024", "2024-03-12"}, {"1er février 2023", "2023-02-01"}, {"Août 2022", "2022-08"},
	    {"08/08/2022", "2022-08-08"}, {"4.8.24", "2024-08-04"}, {"2025-12-31", "2025-12-31"},
	    {"12\xC2\xA0mars\xC2\xA0" "2024", "2024-03-12"}, {"32/01/2024", ""}, {"12/13/2024", ""},
	};
	struct clair_ctx *ctx = support_worded("<p>", "");

	(void)state;
	for (size_t i = 0; i < CLAIR_LEN(days); i++) {
		struct clair_buf said;

		clair_buf_init(&said, 0);
		clair_buf_puts(&said, "");
		say_day(clair_day_read(ctx, days[i].text, strlen(days[i].text)), &said);
		assert_string_equal(said.bytes, days[i].day);
		clair_buf_free(&said);
	}
	support_page_free(ctx);
}

static void
test_months(void **state)
{
	struct clair_day march = {.year = 2023, .month = 3, .day = 15};

	(void)state;
	assert_int_equal(clair_months_between(march, (struct clair_day){.year = 2026, .month = 3, .day = 15}), 36);
	assert_int_equal(clair_months_between(march, (struct clair_day){.year = 2026, .month = 3, .day = 14}), 35);
	assert_int_equal(clair_months_between(march, (struct clair_day){.year = 2023, .month = 3, .day = 14}), 0);
	assert_int_equal(
	    clair_months_between((struct clair_day){.year = 2023, .month = 3}, (struct clair_day){.year = 2023, .month = 4, .day = 1}), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_mentions),
	    cmocka_unit_test(test_statements),
	    cmocka_unit_test(test_days),
	    cmocka_unit_test(test_months),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
