/* clairlint try RULES [PAGES]: are the examples right, and what do the rules find? */
#include "cli/commands.h"
#include "cli/rule_text.h"
#include "cli/say.h"
#include "cli/session.h"

#include <stdio.h>

static void
print_examples(const struct cli_options *options)
{
	const struct clair_rule_set *set = options->rule_set;
	const bool french = options->lang == CLAIR_FR;

	for (size_t i = 0; i < clair_rule_set_count(set); i++)
		printf(french ? "%s : %zu exemples justes\n" : "%s: %zu examples right\n",
		    clair_rule_set_at(set, i)->id, clair_rule_set_examples(set, i));
	puts(french ? "\nPour voir ce que ces règles trouvent : clairlint try RÈGLES.regle PAGE.html"
	            : "\nTo see what these rules find: clairlint try RULES.regle PAGE.html");
}

static enum clair_status
write_tried(const void *run, enum clair_format format, const struct clair_write_options *options,
    clair_write_fn *write, void *payload)
{
	(void)format;
	return clair_tried_write(run, options->lang, write, payload);
}

/* No rule of the program: what is tried is seen alone. */
static bool
choose_rules(struct cli_options *options)
{
	return cli_rule_add(options, "*", false, -1) == NULL && cli_rule_add(options, "regle/*", true, -1) == NULL;
}

int
cmd_try(struct cli_options *options)
{
	struct clair_linter *linter;

	if (options->rule_set == NULL) {
		cli_say(options->lang, "quel fichier de règles ? Exemple : clairlint try regles.regle page.html",
		    "which file of rules? Example: clairlint try rules.regle page.html");
		return CLI_EXIT_USAGE;
	}
	if (options->operand_count > 0)
		return choose_rules(options) ? cmd_check_written(options, write_tried) : CLI_EXIT_USAGE;
	linter = cli_linter_new(options, NULL);
	if (linter == NULL)
		return CLI_EXIT_USAGE;
	print_examples(options);
	clair_linter_free(linter);
	return CLI_EXIT_FINE;
}
