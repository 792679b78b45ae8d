/* clairlint rules: the list. */
#include "cli/commands.h"
#include "cli/fixtures.h"
#include "cli/rule_text.h"
#include "cli/say.h"
#include "cli/session.h"

#include <stdio.h>
#include <string.h>

static void
print_rule(const struct clair_rule *rule, enum clair_lang lang)
{
	const struct cli_fixture *fixture = cli_fixture_find(rule->id);

	printf("%s\n    %s\n  ", rule->id, cli_text(&rule->title, lang));
	printf("  %s", cli_severity_text(rule->severity, lang));
	if (fixture != NULL && fixture->reviews)
		printf(fixture->fails ? ", %s" : " (%s)",
		    cli_severity_text(CLAIR_SEVERITY_REVIEW, lang));
	if (rule->advice)
		printf(", %s", lang == CLAIR_FR ? "conseil" : "advice");
	cli_print_ids(stdout, "RGAA", rule->rgaa);
	cli_print_ids(stdout, "WCAG", rule->wcag);
	cli_print_ids(stdout, "ACT", rule->act);
	cli_print_ids(stdout, "FALC", rule->falc);
	puts("\n");
}

/* Bits of the messages whose keys are in the list, each between spaces. */
static uint64_t
bits_of(const struct clair_rule *rule, const char *list)
{
	uint64_t bits = 0;

	for (unsigned i = 0; i < rule->message_count; i++) {
		char key[80];

		snprintf(key, sizeof(key), " %s ", rule->messages[i].key);
		if (strstr(list, key) != NULL)
			bits |= (uint64_t)1 << i;
	}
	return bits;
}

static struct clair_rule_says
says(const struct clair_rule *rule)
{
	const struct cli_fixture *fixture = cli_fixture_find(rule->id);

	if (fixture == NULL)
		return (struct clair_rule_says){0};
	return (struct clair_rule_says){
	    .fails = bits_of(rule, fixture->failing), .reviews = bits_of(rule, fixture->reviewing)};
}

static bool
print_bytes(void *payload, const char *bytes, size_t length)
{
	return fwrite(bytes, 1, length, payload) == length;
}

typedef enum clair_status table_writer(
    enum clair_lang lang, clair_rule_says_fn *says, clair_write_fn *write, void *payload);

static int
print_table(const struct cli_options *options, table_writer *writer)
{
	const bool fine = writer(options->lang, says, print_bytes, stdout) == CLAIR_OK;

	return fflush(stdout) == 0 && fine ? CLI_EXIT_FINE : CLI_EXIT_USAGE;
}

int
cmd_rules(struct cli_options *options)
{
	enum clair_lang lang = options->lang;
	const struct clair_rule *rule;
	size_t count = 0;

	if (options->operand_count > 0) {
		cli_say(lang, "« rules » n’attend rien de plus. Pour une règle : clairlint explain %s",
		    "“rules” takes nothing more. For one rule: clairlint explain %s",
		    options->operands[0]);
		return CLI_EXIT_USAGE;
	}
	if (cli_flag(options, CLI_RGAA))
		return print_table(options, clair_rgaa_table_write);
	if (cli_flag(options, CLI_FALC))
		return print_table(options, clair_falc_table_write);
	if (cli_flag(options, CLI_NEEDS))
		return print_table(options, clair_needs_table_write);
	for (; (rule = cli_rule_at(options, count)) != NULL; count++)
		print_rule(rule, lang);
	printf(lang == CLAIR_FR ? "%zu règles. Pour en comprendre une : clairlint explain RÈGLE\n"
	                        : "%zu rules. To understand one: clairlint explain RULE\n",
	    count);
	return CLI_EXIT_FINE;
}
