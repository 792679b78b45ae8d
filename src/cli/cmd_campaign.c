/* clairlint campaign, clairlint worker: many sites, one round after the other. */
#include "cli/campaign.h"
#include "cli/commands.h"
#include "cli/say.h"

#include <string.h>

static int
run(struct cli_campaign *campaign)
{
	return cli_campaign_run(campaign, false);
}

static int
resume(struct cli_campaign *campaign)
{
	return cli_campaign_run(campaign, true);
}

struct action {
	const char *name;
	enum clair_store_mode mode;
	int (*act)(struct cli_campaign *campaign);
	bool takes_more; /* operands than the file */
	bool reports;    /* --format, and -o as of other reports */
};

static const struct action actions[] = {
    {"run", CLAIR_STORE_CREATE, run, false, false},
    {"prepare", CLAIR_STORE_CREATE, cli_campaign_prepare, false, false},
    {"resume", CLAIR_STORE_WRITE, resume, false, false},
    {"again", CLAIR_STORE_WRITE, cli_campaign_again, false, false},
    {"status", CLAIR_STORE_READ, cli_campaign_status, false, true},
    {"report", CLAIR_STORE_READ, cli_campaign_report, false, true},
    {"rank", CLAIR_STORE_READ, cli_campaign_rank, false, false},
    {"merge", CLAIR_STORE_CREATE, cli_campaign_merge, true, false},
};

/* False after saying what this action does not write. */
static bool
output_fits(const struct cli_options *options, const struct action *action)
{
	const bool has_folder = action->act == cli_campaign_rank;

	if (action->reports)
		return true;
	if (options->output_count > 0) {
		cli_say(options->lang, "campaign %s n’écrit pas de rapport : --format va avec report et status",
		    "campaign %s writes no report: --format goes with report and status", action->name);
		return false;
	}
	if (options->value[CLI_OUTPUT].text == NULL || has_folder)
		return true;
	cli_say(options->lang, "campaign %s n’écrit pas de fichier : -o va avec report, status et rank",
	    "campaign %s writes no file: -o goes with report, status and rank", action->name);
	return false;
}

int
cmd_campaign(struct cli_options *options)
{
	struct cli_campaign campaign;
	int status;

	for (size_t i = 0; options->operand_count >= 2 && i < sizeof(actions) / sizeof(actions[0]); i++) {
		if (strcmp(options->operands[0], actions[i].name) != 0 ||
		    (options->operand_count > 2 && !actions[i].takes_more))
			continue;
		if (!output_fits(options, &actions[i]))
			return CLI_EXIT_USAGE;
		if (!cli_campaign_open(&campaign, options, options->operands[1], actions[i].mode))
			return CLI_EXIT_USAGE;
		status = actions[i].act(&campaign);
		cli_campaign_close(&campaign);
		return status;
	}
	cli_say(options->lang,
	    "que faire ? Exemple : clairlint campaign run sites.csv (ou prepare, resume, again, status, report, rank, merge)",
	    "do what? Example: clairlint campaign run sites.csv (or prepare, resume, again, status, report, rank, merge)");
	return CLI_EXIT_USAGE;
}

int
cmd_worker(struct cli_options *options)
{
	struct cli_campaign campaign;
	int status;

	if (options->operand_count != 0) {
		cli_say(options->lang, "worker ne prend pas de fichier : la campagne est dans --store",
		    "worker takes no file: the campaign is in --store");
		return CLI_EXIT_USAGE;
	}
	if (!cli_campaign_open(&campaign, options, NULL, CLAIR_STORE_WRITE))
		return CLI_EXIT_USAGE;
	status = cli_campaign_run(&campaign, true);
	cli_campaign_close(&campaign);
	return status;
}
