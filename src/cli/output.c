/* Writes the reports of a run. */
#include "cli/output.h"

#include "cli/say.h"
#include "clairlint/history.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

const char *
cli_scratch_folder(void)
{
	const char *folder = getenv("TMPDIR");

	return folder != NULL && folder[0] != '\0' ? folder : "/var/tmp";
}

/* A device, a pipe: written where it is, since a file put in its place would take it away. */
static bool
is_special(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

/* A path that ends with a slash is a folder, where the report is its index. */
static const char *
in_folder(struct cli_options *options, const char *path)
{
	const size_t length = strlen(path);

	if (length == 0 || path[length - 1] != '/')
		return path;
	mkdir(path, 0777);
	return clair_asprintf(&options->mem, "%sindex.html", path);
}

/* Beside "rapport.html", its further files stand in "rapport-pages". */
static const char *
folder_of_more(struct cli_options *options, const char *path)
{
	const char *name = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;
	const char *dot = strrchr(name, '.');
	const size_t length = dot == NULL || dot == name ? strlen(path) : (size_t)(dot - path);

	return clair_asprintf(&options->mem, "%.*s-pages", (int)length, path);
}

static bool
open_sink(struct cli_sink *sink, struct cli_options *options)
{
	if (sink->path == NULL) {
		sink->file = stdout;
		return true;
	}
	sink->path = in_folder(options, sink->path);
	if (sink->path == NULL)
		return false;
	if (!is_special(sink->path))
		sink->more = folder_of_more(options, sink->path);
	if (!is_special(sink->path))
		sink->unfinished = clair_asprintf(&options->mem, "%s.partial", sink->path);
	sink->file = fopen(sink->unfinished != NULL ? sink->unfinished : sink->path, "we");
	if (sink->file == NULL)
		cli_say(options->lang, "impossible d’écrire %s : %s", "cannot write %s: %s", sink->path,
		    cli_reason(options->lang, errno));
	return sink->file != NULL;
}

/* A dry run says its fixes on standard output: no report goes there. */
static bool
choose_outputs(struct cli_options *options)
{
	size_t kept = 0;

	if (!cli_flag(options, CLI_DRY_RUN))
		return options->output_count > 0 ||
		    cli_output_add(options, clair_format_name(CLAIR_TEXT)) == NULL;
	for (size_t i = 0; i < options->output_count; i++) {
		if (options->outputs[i].path != NULL)
			options->outputs[kept++] = options->outputs[i];
	}
	options->output_count = kept;
	return true;
}

bool
cli_output_open(struct cli_sinks *sinks, struct cli_options *options)
{
	if (!choose_outputs(options))
		return false;
	sinks->count = 0;
	sinks->list = clair_alloc_array(&options->mem, options->output_count, sizeof(*sinks->list));
	if (sinks->list == NULL)
		return false;
	for (size_t i = 0; i < options->output_count; i++) {
		struct cli_sink *sink = &sinks->list[sinks->count++];

		sink->format = options->outputs[i].format;
		sink->path = options->outputs[i].path;
		if (open_sink(sink, options))
			continue;
		cli_output_drop(sinks);
		return false;
	}
	return true;
}

bool
cli_output_open_file(struct cli_sinks *sinks, struct cli_options *options, const char *path)
{
	sinks->count = 0;
	sinks->list = clair_alloc(&options->mem, sizeof(*sinks->list));
	if (sinks->list == NULL)
		return false;
	*sinks->list = (struct cli_sink){.format = CLAIR_TEXT, .path = path};
	sinks->count = open_sink(sinks->list, options);
	return sinks->count == 1;
}

void
cli_output_drop(struct cli_sinks *sinks)
{
	for (size_t i = 0; i < sinks->count; i++) {
		struct cli_sink *sink = &sinks->list[i];

		if (sink->path == NULL || sink->file == NULL)
			continue;
		fclose(sink->file);
		if (sink->unfinished != NULL)
			unlink(sink->unfinished);
		sink->file = NULL;
	}
}

/* SOURCE_DATE_EPOCH fixes the time; --reproducible takes it away. */
static const char *
started(const struct cli_options *options, char room[static 32])
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	time_t now = epoch == NULL ? 0 : (time_t)strtoll(epoch, &end, 10);
	struct tm fields;

	if (epoch == NULL || end == epoch || *end != '\0') {
		if (cli_flag(options, CLI_REPRODUCIBLE))
			return NULL;
		now = time(NULL);
	}
	if (gmtime_r(&now, &fields) == NULL || strftime(room, 32, "%Y-%m-%dT%H:%M:%SZ", &fields) == 0)
		return NULL;
	return room;
}

static bool
wants_color(const struct cli_options *options, const struct cli_sink *sink)
{
	enum { AUTO, ALWAYS, NEVER };
	const char *no_color = getenv("NO_COLOR");
	const char *term = getenv("TERM");
	int choice = (int)options->value[CLI_COLOR].number;

	if (choice != AUTO || cli_flag(options, CLI_PLAIN))
		return choice == ALWAYS && !cli_flag(options, CLI_PLAIN);
	if (no_color != NULL && no_color[0] != '\0')
		return false;
	return sink->path == NULL && isatty(STDOUT_FILENO) == 1 && term != NULL &&
	    strcmp(term, "dumb") != 0;
}

static int
width_of(const struct cli_sink *sink)
{
	struct winsize size;

	if (sink->path != NULL || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

/* A report on its way: its first file, then one of those beside it. */
struct way_out {
	const struct cli_sink *sink;
	FILE *file;     /* NULL: the first one */
	unsigned count; /* of those beside it */
	enum clair_lang lang;
	char path[PATH_MAX], unfinished[PATH_MAX + 8];
};

static bool
write_bytes(void *payload, const char *bytes, size_t length)
{
	struct way_out *out = payload;

	return fwrite(bytes, 1, length, out->file != NULL ? out->file : out->sink->file) == length;
}

/* Puts the file beside the first in its place; without one, nothing. */
static bool
end_file(struct way_out *out, bool fine)
{
	if (out->file == NULL)
		return fine;
	fine = fclose(out->file) == 0 && fine && rename(out->unfinished, out->path) == 0;
	out->file = NULL;
	if (!fine)
		unlink(out->unfinished);
	return fine;
}

/* A regular file that an earlier report of ours left there. */
static bool
is_ours(const char *path)
{
	char start[sizeof(CLAIR_FILE_MARK)] = "";
	struct stat status;
	FILE *file = lstat(path, &status) == 0 && S_ISREG(status.st_mode) ? fopen(path, "re") : NULL;
	const size_t length = file == NULL ? 0 : fread(start, 1, sizeof(start) - 1, file);

	if (file != NULL)
		fclose(file);
	return length == sizeof(start) - 1 && strcmp(start, CLAIR_FILE_MARK) == 0;
}

static bool
is_free(const struct way_out *out)
{
	struct stat status;

	if (lstat(out->path, &status) != 0 || is_ours(out->path))
		return true;
	cli_say(out->lang, "%s n’est pas un fichier de rapport : il reste. Donnez un autre nom au rapport",
	    "%s is no file of a report: it stays. Give the report another name", out->path);
	return false;
}

static bool
begin_file(void *payload, const char *name)
{
	struct way_out *out = payload;

	if (!end_file(out, true))
		return false;
	out->count++;
	if (snprintf(out->path, sizeof(out->path), "%s/%s", out->sink->more, name) >= (int)sizeof(out->path))
		return false;
	snprintf(out->unfinished, sizeof(out->unfinished), "%s.partial", out->path);
	if (mkdir(out->sink->more, 0777) != 0 && errno != EEXIST)
		return false;
	if (!is_free(out))
		return false;
	out->file = fopen(out->unfinished, "we");
	return out->file != NULL;
}

/* The numbered file of a folder; false when the path is too long. */
static bool
numbered(char path[static PATH_MAX], const char *folder, unsigned number)
{
	return snprintf(path, PATH_MAX, "%s/%u.html", folder, number) < PATH_MAX;
}

/* Files that an earlier, longer report left after the first `count`; the last one first, so that none is forgotten
 * when this is stopped. The folder goes with its last file. */
static void
remove_older(const char *folder, unsigned count)
{
	char path[PATH_MAX];
	unsigned last = count;

	while (numbered(path, folder, last + 1) && is_ours(path))
		last++;
	for (unsigned i = last; i > count && numbered(path, folder, i); i--)
		unlink(path);
	if (count == 0 && last > 0)
		rmdir(folder);
}

/* The name alone: the first file and the folder beside it are neighbours. */
static const char *
name_of(const char *path)
{
	const char *slash = path == NULL ? NULL : strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

static bool
write_sink(struct cli_sink *sink, const struct cli_options *options, cli_writer_fn *writer,
    const void *matter, int exit_status)
{
	char room[32];
	char *folder = getcwd(NULL, 0);
	char back[NAME_MAX + 4] = "";
	struct way_out *out = calloc(1, sizeof(*out));
	struct clair_write_options write = {
	    .lang = options->lang,
	    .folder = folder,
	    .source_maps = options->source_maps,
	    .source_map_count = options->source_map_count,
	    .scratch = cli_scratch_folder(),
	    .started = started(options, room),
	    .threshold = options->value[CLI_FAIL_ON].text,
	    .exit_status = exit_status,
	    .color = wants_color(options, sink),
	    .plain = cli_flag(options, CLI_PLAIN),
	    .width = width_of(sink),
	    .open = sink->more != NULL ? begin_file : NULL,
	    .open_folder = name_of(sink->more),
	    .open_back = back,
	};
	bool fine = out != NULL;
	unsigned count = 0;

	if (sink->more != NULL)
		snprintf(back, sizeof(back), "../%s", name_of(sink->path));
	if (fine) {
		out->sink = sink;
		out->lang = options->lang;
		fine = end_file(out, writer(matter, sink->format, &write, write_bytes, out) == CLAIR_OK);
		count = out->count;
	}
	free(out);
	free(folder);
	if (sink->path == NULL)
		return fflush(stdout) == 0 && fine;
	fine = fclose(sink->file) == 0 && fine;
	sink->file = NULL;
	if (sink->unfinished == NULL)
		return fine;
	if (!fine || rename(sink->unfinished, sink->path) != 0) {
		unlink(sink->unfinished);
		return false;
	}
	if (sink->format == CLAIR_HTML)
		remove_older(sink->more, count);
	if (!cli_flag(options, CLI_QUIET))
		cli_say(options->lang, "rapport écrit : %s", "report written: %s", sink->path);
	return true;
}

bool
cli_output_write_with(struct cli_sinks *sinks, const struct cli_options *options, cli_writer_fn *writer,
    const void *matter, int exit_status)
{
	bool fine = true;

	for (size_t i = 0; i < sinks->count; i++) {
		if (write_sink(&sinks->list[i], options, writer, matter, exit_status))
			continue;
		fine = false;
		cli_say(options->lang, "le rapport n’a pas pu être écrit : %s",
		    "the report could not be written: %s",
		    sinks->list[i].path == NULL ? "stdout" : sinks->list[i].path);
	}
	return fine;
}

struct told {
	const struct clair_run *run;
	const struct clair_history *history;
};

static enum clair_status
write_run(const void *matter, enum clair_format format, const struct clair_write_options *options,
    clair_write_fn *write, void *payload)
{
	const struct told *told = matter;
	struct clair_write_options with = *options;

	if (told->history != NULL)
		clair_history_show(told->history, &with);
	return clair_run_write(told->run, format, &with, write, payload);
}

bool
cli_output_write(struct cli_sinks *sinks, const struct cli_options *options,
    const struct clair_run *run, const struct clair_history *history, int exit_status)
{
	return cli_output_write_with(sinks, options, write_run, &(struct told){run, history}, exit_status);
}
