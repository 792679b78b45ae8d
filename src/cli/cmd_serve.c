/* clairlint serve FOLDER: the sample site on loopback, until it is stopped. Not in the help. */
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/session.h"
#include "cli/stop.h"
#include "net/serve.h"

#include <stdio.h>
#include <unistd.h>

int
cmd_serve(struct cli_options *options)
{
	struct clair_server *server = NULL;

	if (options->operand_count != 1) {
		cli_say(options->lang, "quel dossier ?", "which folder?");
		return CLI_EXIT_USAGE;
	}
	cli_stop_watch();
	if (clair_serve_start(&server, options->operands[0], 0) != CLAIR_OK) {
		cli_say(options->lang, "impossible de servir %s", "cannot serve %s", options->operands[0]);
		return CLI_EXIT_USAGE;
	}
	puts(clair_serve_url(server));
	fflush(stdout);
	while (!cli_stopped())
		pause();
	clair_serve_stop(server);
	return CLI_EXIT_FINE;
}
