/* The parts of a campaign (--shard), into its store. */
#include "cli/campaign.h"

#include "cli/say.h"

static enum clair_lang
lang_of(const struct cli_campaign *campaign)
{
	return campaign->options->lang;
}

static bool
merge_one(struct cli_campaign *campaign, const char *path)
{
	struct clair_store_fault fault;
	struct clair_store_merged told;
	struct clair_store *part;
	enum clair_status status;

	if (clair_store_open(&part, path, CLAIR_STORE_READ, &fault) != CLAIR_OK) {
		cli_campaign_say(campaign, path, &fault);
		return false;
	}
	status = clair_store_merge(campaign->store, part, &told);
	clair_store_close(part);
	if (status != CLAIR_OK) {
		cli_campaign_say(campaign, path, clair_store_fault(campaign->store));
		cli_say(lang_of(campaign), "rien n’est pris de %s", "nothing is taken from %s", path);
		return false;
	}
	if (!cli_flag(campaign->options, CLI_QUIET))
		cli_say(lang_of(campaign), "%s : sites réunis, %u ; déjà là, %u",
		    "%s: sites brought in, %u; already there, %u", path, told.sites, told.already);
	return true;
}

/* A part that was forgotten is seen. */
static int
say_missing(struct cli_campaign *campaign)
{
	struct clair_store_status status;
	enum clair_status got = clair_store_status(campaign->store, 0, 0, &campaign->options->mem, &status);

	if (got == CLAIR_NOT_FOUND) {
		cli_say(lang_of(campaign), "ces parts n’ont commencé aucun tour", "these parts have begun no round");
		return CLI_EXIT_UNTESTED;
	}
	if (got != CLAIR_OK) {
		cli_campaign_say_fault(campaign);
		return CLI_EXIT_USAGE;
	}
	if (status.pending != 0)
		cli_say(lang_of(campaign), "il manque %u sites au tour %u : une autre part les a, ou doit les parcourir",
		    "%u sites are missing in round %u: another part has them, or is to crawl them", status.pending,
		    status.round.number);
	return CLI_EXIT_FINE;
}

/* The file gives the order of the sites, before, and tells which are no longer there, after. */
int
cli_campaign_merge(struct cli_campaign *campaign)
{
	const struct cli_options *options = campaign->options;
	bool done;

	if (options->operand_count < 3 || options->value[CLI_SHARD].text != NULL) {
		cli_say(options->lang,
		    "merge réunit les parts qu’on lui nomme. Exemple : clairlint campaign merge sites.csv sites.*-of-4.db",
		    "merge brings together the parts that are named. Example: clairlint campaign merge sites.csv "
		    "sites.*-of-4.db");
		return CLI_EXIT_USAGE;
	}
	done = cli_campaign_sync(campaign) == CLAIR_OK;
	if (!done)
		cli_campaign_say_fault(campaign);
	for (size_t i = 2; done && i < options->operand_count; i++)
		done = merge_one(campaign, options->operands[i]);
	if (!done)
		return CLI_EXIT_USAGE;
	if (cli_campaign_sync(campaign) == CLAIR_OK)
		return say_missing(campaign);
	cli_campaign_say_fault(campaign);
	return CLI_EXIT_USAGE;
}
