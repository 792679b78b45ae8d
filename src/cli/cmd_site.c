/* clairlint site: a site, from link to link. */
#include "archive/archive.h"
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/session.h"
#include "net/url.h"

#include <stdlib.h>

/* Absolute addresses of what was typed, or NULL after saying what is wrong. */
static const char **
start_addresses(struct cli_options *options)
{
	const char **starts = clair_alloc_array(&options->mem, options->operand_count + 1, sizeof(*starts));

	for (size_t i = 0; starts != NULL && i < options->operand_count; i++) {
		char *address = clair_url_from_user(options->operands[i]);

		if (address == NULL) {
			cli_say(options->lang, "« %s » n’est pas une adresse http ou https",
			    "“%s” is not an http or https address", options->operands[i]);
			return NULL;
		}
		starts[i] = clair_strdup(&options->mem, address);
		free(address);
	}
	return starts;
}

/* An archive begins with the page where its crawl began. */
static bool
first_of_archive(const struct cli_session *session, const char **starts)
{
	starts[0] = clair_archive_first(session->archive);
	if (starts[0] != NULL)
		return true;
	cli_say(session->options->lang, "%s ne contient aucune page", "%s holds no page",
	    session->options->value[CLI_FROM_WARC].text);
	return false;
}

int
cmd_site(struct cli_options *options)
{
	struct clair_crawl_facts facts = {0};
	struct cli_session session;
	const char **starts;
	size_t count;

	if (options->operand_count == 0 && options->value[CLI_FROM_WARC].text == NULL) {
		cli_say(options->lang, "quel site ? Exemple : clairlint site https://www.exemple.fr",
		    "which site? Example: clairlint site https://www.example.fr");
		return CLI_EXIT_USAGE;
	}
	starts = start_addresses(options);
	if (starts == NULL || !cli_session_open(&session, options))
		return CLI_EXIT_USAGE;
	count = options->operand_count;
	if (count == 0 && !first_of_archive(&session, starts)) {
		cli_session_free(&session);
		return CLI_EXIT_USAGE;
	}
	if (!cli_session_crawl(&session, starts, count == 0 ? 1 : count, false, &facts)) {
		cli_session_free(&session);
		return CLI_EXIT_USAGE;
	}
	return cli_session_close(&session, &facts);
}
