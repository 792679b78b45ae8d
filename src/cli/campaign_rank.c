/* clairlint campaign rank: the public site of a ranking. */
#include "campaign/standing.h"
#include "cli/campaign.h"
#include "cli/say.h"
#include "net/url.h"
#include "rank/rank.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The rounds that are over; a first one that goes on is better than none. The exit status. */
static int
list_rounds(struct cli_campaign *campaign, uint32_t **numbers, size_t *count)
{
	const enum clair_lang lang = campaign->options->lang;
	struct clair_arena *mem = &campaign->options->mem;
	struct clair_store_round *rounds;
	size_t all;

	*count = 0;
	if (clair_store_rounds(campaign->store, mem, &rounds, &all) != CLAIR_OK) {
		cli_campaign_say_fault(campaign);
		return CLI_EXIT_USAGE;
	}
	*numbers = clair_alloc_array(mem, all + 1, sizeof(**numbers));
	if (*numbers == NULL) {
		cli_say(lang, "plus de mémoire", "out of memory");
		return CLI_EXIT_USAGE;
	}
	for (size_t i = 0; i < all; i++) {
		if (rounds[i].ended != 0 || i == 0)
			(*numbers)[(*count)++] = rounds[i].number;
	}
	if (*count == 1 && rounds[0].ended == 0 && !cli_flag(campaign->options, CLI_QUIET))
		cli_say(lang, "le premier tour n’est pas fini : des sites manquent", "the first round goes on: sites are missing");
	if (*count != 0)
		return CLI_EXIT_FINE;
	cli_say(lang, "aucun tour n’a commencé : clairlint campaign run", "no round was begun: clairlint campaign run");
	return CLI_EXIT_UNTESTED;
}

static void
say_rank_fault(const struct cli_campaign *campaign, const char *folder, const struct clair_rank_told *told)
{
	const enum clair_lang lang = campaign->options->lang;

	switch (told->why) {
	case CLAIR_RANK_FINE:
		return;
	case CLAIR_RANK_NO_MEMORY:
		cli_say(lang, "plus de mémoire", "out of memory");
		return;
	case CLAIR_RANK_SOURCE:
		cli_campaign_say_fault(campaign);
		return;
	case CLAIR_RANK_NOT_OURS:
		cli_say(lang, "%s, ou %s.part ou %s.old à côté, contient autre chose : rien n’a été changé",
		    "%s, or %s.part or %s.old beside it, holds something else: nothing was changed", folder, folder, folder);
		return;
	case CLAIR_RANK_FILE:
		cli_say(lang, "%s : %s", "%s: %s", folder, cli_reason(lang, told->error));
		return;
	}
}

/* The address of a folder, malloc'd: it ends with a slash. */
static char *
folder_address(const char *typed)
{
	char *address = clair_url_from_user(typed);
	char *folder = NULL;

	if (address == NULL || address[strlen(address) - 1] == '/')
		return address;
	if (asprintf(&folder, "%s/", address) < 0)
		folder = NULL;
	free(address);
	return folder;
}

static int
write_site(struct cli_campaign *campaign, const struct clair_standings *standings, const char *folder)
{
	const struct cli_options *options = campaign->options;
	const char *typed = options->value[CLI_BASE].text;
	char *address = typed == NULL ? NULL : folder_address(typed);
	struct clair_rank_told told;
	enum clair_status status;

	if (typed != NULL && address == NULL) {
		cli_say(options->lang, "--base : « %s » n’est pas une adresse http ou https",
		    "--base: “%s” is not an http or https address", typed);
		return CLI_EXIT_USAGE;
	}
	status = clair_rank_write_folder(standings, clair_store_each, campaign->store, folder, true, address, &told);
	free(address);
	if (status != CLAIR_OK) {
		say_rank_fault(campaign, folder, &told);
		return CLI_EXIT_USAGE;
	}
	if (!cli_flag(options, CLI_QUIET))
		cli_say(options->lang, "%u fichiers écrits ; ouvrez %s/index.html", "%u files written; open %s/index.html",
		    told.files, folder);
	return CLI_EXIT_FINE;
}

/* Until the end, sites have rules of two kinds, and only those of most are ranked. */
static void
say_open(const struct cli_campaign *campaign)
{
	uint32_t round;
	uint32_t left;

	if (!cli_flag(campaign->options, CLI_QUIET) && clair_store_again_open(campaign->store, &round, &left) == CLAIR_OK)
		cli_say(campaign->options->lang, "le tour %u n’est pas jugé à nouveau jusqu’au bout (clairlint campaign again). "
		    "Sites qui restent : %u", "round %u is not judged again to its end (clairlint campaign again). Sites left: %u",
		    round, left);
}

int
cli_campaign_rank(struct cli_campaign *campaign)
{
	const struct cli_options *options = campaign->options;
	const char *folder = options->value[CLI_OUTPUT].text;
	struct clair_standings *standings = NULL;
	uint32_t *rounds;
	size_t count;
	enum clair_status status;
	int exit_status;

	if (folder == NULL) {
		cli_say(options->lang, "où écrire le classement ? Exemple : clairlint campaign rank sites.csv -o classement",
		    "where is the ranking to be written? Example: clairlint campaign rank sites.csv -o ranking");
		return CLI_EXIT_USAGE;
	}
	exit_status = list_rounds(campaign, &rounds, &count);
	if (exit_status != CLI_EXIT_FINE)
		return exit_status;
	say_open(campaign);
	exit_status = CLI_EXIT_USAGE;
	status = clair_standings_new(&standings, campaign->campaign, rounds, count, clair_store_each, campaign->store);
	if (status == CLAIR_OK)
		exit_status = write_site(campaign, standings, folder);
	else if (status == CLAIR_IO)
		cli_campaign_say_fault(campaign);
	else
		cli_say(options->lang, "plus de mémoire", "out of memory");
	clair_standings_free(standings);
	return exit_status;
}
