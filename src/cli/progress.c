/* Where the run stands, on standard error. */
#include "cli/progress.h"

#include "cli/say.h"
#include "cli/stop.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

static const double TERMINAL_STEP = 0.2;
static const double FILE_STEP = 30;

double
cli_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void
cli_progress_start(struct cli_progress *progress, const struct cli_options *options)
{
	double now = cli_now();

	*progress = (struct cli_progress){
	    .options = options,
	    .terminal = isatty(STDERR_FILENO) == 1 && !cli_flag(options, CLI_PLAIN),
	    .started = now,
	    .last = now,
	};
}

static void
clear(struct cli_progress *progress)
{
	if (progress->shown)
		fputs("\r\033[K", stderr);
	progress->shown = false;
}

static void
print_step(const struct cli_progress *progress, uint32_t done, uint32_t known, double rate,
    double seconds_left, const char *url)
{
	bool french = progress->options->lang == CLAIR_FR;
	char address[61];

	fprintf(stderr, french ? "%u pages sur %u" : "%u of %u pages", done, known);
	if (rate >= 0.5)
		fprintf(stderr, french ? ", %.0f par seconde" : ", %.0f a second", rate);
	if (seconds_left >= 0)
		fprintf(stderr, french ? ", reste %d min %02d s" : ", %d min %02d s left",
		    (int)seconds_left / 60, (int)seconds_left % 60);
	if (url != NULL && progress->terminal)
		fprintf(stderr, " %s", cli_clean(address, sizeof(address), url));
}

/* True when it is time for a line, the one before being cleared. */
static bool
begin_line(struct cli_progress *progress)
{
	double now = cli_now();

	if (cli_flag(progress->options, CLI_QUIET))
		return false;
	if (cli_stopped() && !progress->told_stop) {
		clear(progress);
		cli_say(progress->options->lang, "arrêt demandé : les pages en cours se terminent",
		    "stop asked for: pages in flight are being finished");
		progress->told_stop = true;
	}
	if (now - progress->last < (progress->terminal ? TERMINAL_STEP : FILE_STEP))
		return false;
	progress->last = now;
	clear(progress);
	return true;
}

static void
end_line(struct cli_progress *progress)
{
	if (!progress->terminal)
		fputc('\n', stderr);
	progress->shown = progress->terminal;
}

void
cli_progress_step(struct cli_progress *progress, uint32_t done, uint32_t known, double rate,
    double seconds_left, const char *url)
{
	if (!begin_line(progress))
		return;
	print_step(progress, done, known, rate, seconds_left, url);
	end_line(progress);
}

void
cli_progress_sites(struct cli_progress *progress, uint32_t done, uint32_t active, uint32_t pages, double rate)
{
	if (!begin_line(progress))
		return;
	fprintf(stderr,
	    progress->options->lang == CLAIR_FR ? "%u sites finis, %u en cours, %u pages, %.1f par seconde"
	                                        : "%u sites done, %u being crawled, %u pages, %.1f a second",
	    done, active, pages, rate);
	end_line(progress);
}

void
cli_progress_end(struct cli_progress *progress)
{
	clear(progress);
}
