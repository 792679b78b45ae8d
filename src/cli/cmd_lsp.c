/* clairlint lsp: the server of editors on standard input and output. The network is not asked. */
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/session.h"
#include "cli/stop.h"
#include "base/buf.h"
#include "lsp/lsp.h"

#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

/* What one reading of the configuration makes. */
struct setup {
	struct cli_options options;
	struct cli_sheets sheets;
	struct clair_linter *linter;
};

struct editor {
	const struct cli_options *line;
	char *from;          /* the folder that the program was started in */
	struct setup *setup; /* NULL: none could be made */
	char *complaint;     /* or NULL */
};

/* --- The configuration ---------------------------------------------------------------------------- */

static void
free_setup(struct setup *setup)
{
	if (setup == NULL)
		return;
	clair_linter_free(setup->linter);
	cli_sheets_close(&setup->sheets);
	cli_options_free(&setup->options);
	free(setup);
}

/* NULL after saying why. */
static struct setup *
new_setup(const struct editor *editor, const char *locale, bool entered, bool with_file, bool with_rules)
{
	struct setup *setup = calloc(1, sizeof(*setup));
	struct cli_options *options;

	if (setup == NULL)
		return NULL;
	options = &setup->options;
	cli_options_init(options);
	options->no_rule_files = !with_rules;
	if (locale != NULL)
		options->lang = strncasecmp(locale, "en", 2) == 0 ? CLAIR_EN : CLAIR_FR;
	if (cli_options_read_again(options, editor->line, editor->from, with_file) &&
	    cli_sheets_open(&setup->sheets, NULL, &options->mem) &&
	    (!entered || cli_sheets_allow_folder(&setup->sheets, ".")))
		setup->linter = cli_linter_new(options, &setup->sheets);
	if (setup->linter != NULL)
		return setup;
	free_setup(setup);
	return NULL;
}

/* The configuration without the files of rules, else the program's own. */
static struct setup *
make_do(const struct editor *editor, const char *locale, bool entered)
{
	struct setup *setup = new_setup(editor, locale, entered, true, false);

	return setup != NULL ? setup : new_setup(editor, locale, entered, false, false);
}

/* What is wrong is said to `words`. The configuration stays as it was before. */
static void
set_up(struct editor *editor, const char *locale, bool entered, FILE *words)
{
	struct setup *setup;
	FILE *nowhere;

	cli_say_to(words);
	setup = new_setup(editor, locale, entered, true, true);
	if (setup == NULL && editor->setup == NULL) {
		/* It was said. */
		nowhere = fopen("/dev/null", "we");
		cli_say_to(nowhere == NULL ? words : nowhere);
		setup = make_do(editor, locale, entered);
		if (nowhere != NULL)
			fclose(nowhere);
	}
	cli_say_to(NULL);
	if (setup == NULL)
		return;
	free_setup(editor->setup);
	editor->setup = setup;
}

/* Closes the stream on `text`, whose last line break goes. */
static void
end_words(FILE *words, char **text, size_t *length)
{
	if (words != NULL)
		fclose(words);
	while (*length > 0 && (*text)[*length - 1] == '\n')
		(*text)[--*length] = '\0';
}

static void
configure(void *payload, const char *folder, const char *locale, struct clair_lsp_setting *setting)
{
	struct editor *editor = payload;
	bool entered = folder != NULL && chdir(folder) == 0;
	size_t length = 0;
	FILE *words;

	free(editor->complaint);
	editor->complaint = NULL;
	words = open_memstream(&editor->complaint, &length);
	set_up(editor, locale, entered, words);
	end_words(words, &editor->complaint, &length);
	*setting = (struct clair_lsp_setting){
	    .linter = editor->setup == NULL ? NULL : editor->setup->linter,
	    .lang = editor->setup == NULL ? editor->line->lang : editor->setup->options.lang,
	    .complaint = length == 0 ? NULL : editor->complaint,
	    .entered = entered,
	};
}

static void
allow(void *payload, const char *path)
{
	struct editor *editor = payload;

	if (editor->setup != NULL)
		(void)cli_sheets_allow_file(&editor->setup->sheets, path);
}

/* The examples are run with no other rule but those of the program. */
static char *
try_rules(void *payload, const struct clair_rule_file *file)
{
	const struct editor *editor = payload;
	struct cli_options options;
	enum clair_status status;
	size_t length = 0;
	char *text = NULL;
	FILE *words;

	if (editor->setup == NULL)
		return NULL;
	options = editor->setup->options;
	options.rule_count = 0;
	status = clair_rule_set_new(&options.rule_set, file, 1, options.lang);
	words = open_memstream(&text, &length);
	cli_say_to(words);
	if (status == CLAIR_OK)
		clair_linter_free(cli_linter_new(&options, NULL));
	else if (status == CLAIR_BAD_RULE)
		fputs(clair_rule_set_error(options.rule_set), cli_say_stream());
	cli_say_to(NULL);
	end_words(words, &text, &length);
	clair_rule_set_free(options.rule_set);
	return text;
}

/* --- In and out ----------------------------------------------------------------------------------- */

/* Answers wait here when the client does not read them: it may be writing to us meanwhile. */
struct wire {
	struct clair_buf out;
	size_t sent;
	bool is_there; /* the client may still write */
	bool failed;   /* nobody reads us */
};

enum { MOST_UNSENT = 16 << 20 }; /* more, and nothing new is done before it is read */

static bool
keep(void *payload, const char *bytes, size_t length)
{
	struct wire *wire = payload;

	return !wire->failed && clair_buf_add(&wire->out, bytes, length);
}

static size_t
unsent(const struct wire *wire)
{
	return wire->out.length - wire->sent;
}

/* As much as a pipe that is ready takes without making us wait. */
static void
send_some(struct wire *wire)
{
	size_t most = unsent(wire) < PIPE_BUF ? unsent(wire) : PIPE_BUF;
	ssize_t written = write(STDOUT_FILENO, wire->out.bytes + wire->sent, most);

	if (written > 0)
		wire->sent += (size_t)written;
	else if (written == 0 || (errno != EINTR && errno != EAGAIN))
		wire->failed = true;
	if (unsent(wire) > 0)
		return;
	clair_buf_clear(&wire->out);
	wire->sent = 0;
}

static int64_t
now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void
take_bytes(struct clair_lsp *lsp, struct wire *wire)
{
	char bytes[1 << 16];
	ssize_t length = read(STDIN_FILENO, bytes, sizeof(bytes));

	if (length > 0)
		clair_lsp_feed(lsp, bytes, (size_t)length);
	else if (length == 0 || (errno != EINTR && errno != EAGAIN))
		wire->is_there = false;
}

/* Waits until bytes can be taken or sent, at most so long (-1: as long as it takes), or until nobody reads us. */
static void
wait_for(struct clair_lsp *lsp, struct wire *wire, int milliseconds)
{
	bool takes = wire->is_there && !clair_lsp_is_full(lsp) && unsent(wire) < MOST_UNSENT;
	struct pollfd ends[] = {
	    {.fd = takes ? STDIN_FILENO : -1, .events = POLLIN},
	    {.fd = STDOUT_FILENO, .events = unsent(wire) > 0 ? POLLOUT : 0},
	};

	if (poll(ends, 2, milliseconds) <= 0)
		return;
	if ((ends[1].revents & POLLERR) != 0)
		wire->failed = true;
	else if (ends[1].revents != 0)
		send_some(wire);
	if (ends[0].revents != 0)
		take_bytes(lsp, wire);
}

static int
serve(struct clair_lsp *lsp, struct wire *wire)
{
	while (!cli_stopped() && !wire->failed) {
		int wait = unsent(wire) < MOST_UNSENT ? clair_lsp_step(lsp, now()) : -1;

		if (clair_lsp_status(lsp) >= 0 || (!wire->is_there && wait != 0))
			break;
		wait_for(lsp, wire, wait);
	}
	while (unsent(wire) > 0 && !wire->failed && !cli_stopped())
		send_some(wire);
	return wire->failed ? 1 : clair_lsp_end(lsp);
}

int
cmd_lsp(struct cli_options *options)
{
	struct editor editor = {.line = options, .from = getcwd(NULL, 0)};
	struct wire wire = {.is_there = true};
	const struct clair_lsp_host host = {&editor, keep, &wire, configure, allow, try_rules};
	struct clair_lsp *lsp = clair_lsp_new(&host);
	int status = CLI_EXIT_USAGE;

	if (options->operand_count != 0)
		cli_say(options->lang, "« lsp » ne prend pas de fichier : c’est un éditeur qui lui parle",
		    "“lsp” takes no file: an editor speaks with it");
	else if (lsp == NULL || editor.from == NULL)
		cli_say(options->lang, "plus de mémoire", "out of memory");
	else {
		cli_stop_watch();
		clair_buf_init(&wire.out, 0);
		status = serve(lsp, &wire);
		clair_buf_free(&wire.out);
	}
	clair_lsp_free(lsp);
	free_setup(editor.setup);
	free(editor.complaint);
	free(editor.from);
	return status;
}
