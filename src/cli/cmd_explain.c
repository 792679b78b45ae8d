/* clairlint explain RULE: what, why, for whom, wrong, right, remedy, limits. */
#include "cli/commands.h"
#include "cli/fixtures.h"
#include "cli/rule_text.h"
#include "cli/say.h"
#include "cli/session.h"

#include <stdio.h>
#include <string.h>

static void
section(const char *title, const char *text)
{
	if (text != NULL && text[0] != '\0')
		printf("\n%s\n  %s\n", title, text);
}

static void
example(const char *title, const char *name, const char *html)
{
	const char *end;

	if (html == NULL)
		return;
	end = html + cli_example_length(html);
	printf("\n%s", title);
	if (name != NULL)
		printf(" : %s", name);
	printf("\n  ");
	for (; html < end; html++) {
		putchar(*html);
		if (*html == '\n' && html[1] != '\n' && html[1] != '\0')
			fputs("  ", stdout);
	}
	puts(*html == '\0' ? "" : " …");
}

static void
who(const struct clair_rule *rule, enum clair_lang lang)
{
	const char *between = "  ";

	if (rule->who == 0)
		return;
	printf("\n%s\n", lang == CLAIR_FR ? "Qui est gêné" : "Who is hindered");
	if (rule->who == CLAIR_EVERYONE) {
		puts(lang == CLAIR_FR ? "  tout le monde" : "  everyone");
		return;
	}
	for (int i = 0; i < CLAIR_PERSONA_COUNT; i++) {
		if ((rule->who & (1u << i)) == 0)
			continue;
		printf("%s%s", between, clair_persona_label((enum clair_persona)i, lang));
		between = ", ";
	}
	putchar('\n');
}

/* Of a rule of a file, the first of each kind that it gives. */
static void
examples_of_file(const struct cli_options *options, const struct clair_rule *rule)
{
	const bool french = options->lang == CLAIR_FR;

	for (size_t i = 0; i < clair_rule_set_count(options->rule_set); i++) {
		if (clair_rule_set_at(options->rule_set, i) != rule)
			continue;
		example(french ? "À ne pas faire" : "Wrong", NULL, clair_rule_set_example(options->rule_set, i, true));
		example(french ? "À faire" : "Right", NULL, clair_rule_set_example(options->rule_set, i, false));
	}
}

static void
explain(const struct cli_options *options, const struct clair_rule *rule)
{
	const enum clair_lang lang = options->lang;
	const struct cli_fixture *fixture = cli_fixture_find(rule->id);
	bool french = lang == CLAIR_FR;

	printf("%s\n%s\n\n  %s", rule->id, cli_text(&rule->title, lang),
	    cli_severity_text(rule->severity, lang));
	cli_print_ids(stdout, "RGAA", rule->rgaa);
	cli_print_ids(stdout, "WCAG", rule->wcag);
	cli_print_ids(stdout, "ACT", rule->act);
	cli_print_ids(stdout, "FALC", rule->falc);
	cli_print_ids(stdout, french ? "Seuils" : "Thresholds", rule->thresholds);
	putchar('\n');
	section(french ? "Pourquoi" : "Why", cli_text(&rule->why, lang));
	who(rule, lang);
	if (fixture != NULL) {
		example(french ? (fixture->fails ? "À ne pas faire" : "À vérifier")
		               : (fixture->fails ? "Wrong" : "To be checked"),
		    fixture->wrong_title, fixture->wrong);
		example(french ? "À faire" : "Right", fixture->right_title, fixture->right);
	}
	examples_of_file(options, rule);
	section(french ? "Comment réparer" : "How to mend", cli_text(&rule->remedy, lang));
	section(french ? "Ce que la règle ne voit pas" : "What the rule does not see",
	    cli_text(&rule->limits, lang));
	section(french ? "Règle du fichier" : "Rule of the file", rule->place);
}

int
cmd_explain(struct cli_options *options)
{
	bool fine = true;

	if (options->operand_count == 0) {
		cli_say(options->lang, "quelle règle ? La liste : clairlint rules",
		    "which rule? The list: clairlint rules");
		return CLI_EXIT_USAGE;
	}
	for (size_t i = 0; i < options->operand_count; i++) {
		/* A message is named images/alt-missing#no-alt in the reports. */
		const char *typed = options->operands[i];
		const char *id = clair_strndup(&options->mem, typed, strcspn(typed, "#"));
		const struct clair_rule *rule = cli_rule_find(options, id);

		if (i > 0)
			puts("");
		if (rule != NULL) {
			explain(options, rule);
			continue;
		}
		fine = false;
		if (cli_rule_check(options, id) != NULL)
			cli_say(options->lang, "%s", "%s", cli_rule_check(options, id));
		else
			cli_say(options->lang, "expliquez une règle à la fois, pas un thème",
			    "explain one rule at a time, not a theme");
	}
	return fine ? CLI_EXIT_FINE : CLI_EXIT_USAGE;
}
