/* The file and the store of a campaign: see campaign.h. */
#include "cli/campaign.h"

#include "base/map.h"
#include "cli/say.h"
#include "net/url.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

int64_t
cli_campaign_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t
cli_campaign_told_now(void)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");

	return epoch == NULL ? cli_campaign_now() : strtoll(epoch, NULL, 10) * 1000;
}

static void
say_file_faults(const struct clair_campaign_file *file, enum clair_lang lang)
{
	const bool french = lang == CLAIR_FR;
	FILE *out = cli_say_stream();
	size_t untold = 0;
	size_t count = 0;
	const struct clair_campaign_fault *faults = clair_campaign_faults(file, &count, &untold);

	for (size_t i = 0; i < count; i++) {
		const struct clair_campaign_fault *fault = &faults[i];

		fputs(fault->path, out);
		if (fault->line != 0)
			fprintf(out, ":%u", fault->line);
		if (fault->column != 0)
			fprintf(out, ":%u", fault->column);
		fprintf(out, fault->is_remark ? (french ? " : remarque : %s\n" : ": remark: %s\n")
		                              : (french ? " : %s\n" : ": %s\n"), fault->text);
	}
	if (untold != 0)
		fprintf(out, french ? "et %zu autres\n" : "and %zu more\n", untold);
}

static bool
read_file(struct cli_campaign *campaign, const char *path)
{
	const struct clair_campaign_input input = {
	    .path = path,
	    .lang = campaign->options->lang,
	    .resolve = clair_url_resolve,
	    .site_of = clair_url_site,
	};
	enum clair_status status = clair_campaign_read(&campaign->file, &input);

	if (campaign->file == NULL) {
		cli_say(campaign->options->lang, "plus de mémoire", "out of memory");
		return false;
	}
	if (status != CLAIR_OK || !cli_flag(campaign->options, CLI_QUIET))
		say_file_faults(campaign->file, campaign->options->lang);
	campaign->campaign = clair_campaign_of(campaign->file);
	return status == CLAIR_OK;
}

static const char *
typed(const struct cli_options *options, enum cli_option option)
{
	return options->value[option].origin == CLI_FROM_LINE ? options->value[option].text : NULL;
}

/* --- Parts ----------------------------------------------------------------------------------------- */

struct shard {
	unsigned number, count; /* 1 of 1: all sites */
};

static bool
read_shard(const struct cli_options *options, struct shard *shard)
{
	const char *text = options->value[CLI_SHARD].text;
	int end = 0;

	*shard = (struct shard){1, 1};
	if (text == NULL)
		return true;
	if (strspn(text, "0123456789/") == strlen(text) && strlen(text) <= 13 &&
	    sscanf(text, "%u/%u%n", &shard->number, &shard->count, &end) == 2 && text[end] == '\0' &&
	    shard->number >= 1 && shard->number <= shard->count)
		return true;
	cli_say(options->lang, "--shard %s : un numéro de part, de 1 à N, puis N ; par exemple 1/4",
	    "--shard %s: the number of a part, from 1 to N, then N; 1/4 for example", text);
	return false;
}

/* The same on all machines and in all versions: 64-bit FNV-1a of the registered domain. */
static bool
is_in(const struct shard *shard, const struct clair_campaign_site *site)
{
	return clair_hash(site->host, strlen(site->host), CLAIR_HASH_SEED) % shard->count + 1 == shard->number;
}

/* Opt-outs stay whole: a site that no part has may be named there. */
static bool
take_part(struct cli_campaign *campaign, const struct shard *shard)
{
	const struct clair_campaign *all = campaign->campaign;
	struct clair_campaign_site *sites;

	if (shard->count == 1 || all == NULL)
		return true;
	sites = clair_alloc_array(&campaign->options->mem, all->site_count + 1, sizeof(*sites));
	if (sites == NULL)
		return false;
	campaign->part = *all;
	campaign->part.sites = sites;
	campaign->part.site_count = 0;
	for (uint32_t i = 0; i < all->site_count; i++) {
		if (is_in(shard, &all->sites[i]))
			sites[campaign->part.site_count++] = all->sites[i];
	}
	campaign->campaign = &campaign->part;
	return true;
}

/* sites.db becomes sites.2-of-4.db. */
static const char *
name_of_part(struct clair_arena *mem, const char *path, const struct shard *shard)
{
	const char *slash = strrchr(path, '/');
	const char *dot = strrchr(slash != NULL ? slash : path, '.');
	const int stem = dot == NULL ? (int)strlen(path) : (int)(dot - path);

	return shard->count == 1
	    ? path
	    : clair_asprintf(mem, "%.*s.%u-of-%u%s", stem, path, shard->number, shard->count, path + stem);
}

static bool
is_server(const char *address)
{
	return strstr(address, "://") != NULL;
}

/* What the command line names is taken as it is; else each part has its own. */
static bool
choose_places_of_part(struct cli_campaign *campaign, const struct shard *shard)
{
	const struct cli_options *options = campaign->options;

	if (shard->count == 1)
		return true;
	if (is_server(campaign->address)) {
		cli_say(options->lang, "--shard ne va pas avec un serveur : clairlint worker y prend sa part",
		    "--shard does not go with a server: clairlint worker takes its part there");
		return false;
	}
	if (typed(options, CLI_STORE) == NULL)
		campaign->address = name_of_part(&campaign->options->mem, campaign->address, shard);
	/* Sites have other numbers in each store, and archives are named so. */
	if (campaign->kept != NULL)
		campaign->kept = clair_asprintf(
		    &campaign->options->mem, "%s.%u-of-%u", campaign->kept, shard->number, shard->count);
	return true;
}

/* --- Places ---------------------------------------------------------------------------------------- */

/* The command line, then the file, then beside the file. */
static bool
choose_places(struct cli_campaign *campaign, const char *path, const struct shard *shard)
{
	struct cli_options *options = campaign->options;
	const struct clair_campaign *said = campaign->campaign;
	const char *dot = path == NULL ? NULL : strrchr(path, '.');
	const int stem = path == NULL ? 0 : (int)(dot != NULL ? dot - path : (long)strlen(path));

	campaign->address = typed(options, CLI_STORE);
	if (campaign->address == NULL && said != NULL)
		campaign->address = said->store;
	if (campaign->address == NULL && path == NULL) {
		cli_say(options->lang, "quelle campagne ? Exemple : clairlint worker --store postgresql://serveur/campagne",
		    "which campaign? Example: clairlint worker --store postgresql://server/campaign");
		return false;
	}
	if (campaign->address == NULL)
		campaign->address = clair_asprintf(&options->mem, "%.*s.db", stem, path);
	campaign->kept = typed(options, CLI_ARCHIVE);
	if (campaign->kept == NULL && said != NULL)
		campaign->kept = said->archive;
	if (!choose_places_of_part(campaign, shard))
		return false;
	return !options->mem.failed;
}

/* Where the pages of sites under way lie: on the disk where they will be kept, and apart from those of any other
 * campaign. */
static bool
choose_pages(struct cli_campaign *campaign)
{
	struct clair_arena *mem = &campaign->options->mem;
	char real[PATH_MAX];
	const char *name = is_server(campaign->address) || realpath(campaign->address, real) == NULL
	    ? campaign->address : real;

	campaign->mark = (uint32_t)clair_hash(name, strlen(name), CLAIR_HASH_SEED);
	if (campaign->kept != NULL)
		campaign->pages = clair_asprintf(mem, "%s/%08x.pages", campaign->kept, campaign->mark);
	else if (is_server(campaign->address))
		campaign->pages = clair_asprintf(mem, "clairlint-%08x.pages", campaign->mark);
	else
		campaign->pages = clair_asprintf(mem, "%s.pages", campaign->address);
	return !mem->failed;
}

void
cli_campaign_say(const struct cli_campaign *campaign, const char *address, const struct clair_store_fault *fault)
{
	struct clair_buf text;

	clair_buf_init(&text, 0);
	clair_store_say(&text, campaign->options->lang, address, fault);
	if (!text.failed)
		cli_say(campaign->options->lang, "%s", "%s", text.bytes);
	clair_buf_free(&text);
}

void
cli_campaign_say_fault(const struct cli_campaign *campaign)
{
	cli_campaign_say(campaign, campaign->address, clair_store_fault(campaign->store));
}

bool
cli_campaign_folder(const struct cli_campaign *campaign, const char *folder)
{
	if (mkdir(folder, 0777) == 0 || errno == EEXIST)
		return true;
	cli_say(campaign->options->lang, "%s : %s", "%s: %s", folder, cli_reason(campaign->options->lang, errno));
	return false;
}

void
cli_campaign_put_away(const struct cli_campaign *campaign, const char *path)
{
	const enum clair_lang lang = campaign->options->lang;
	char place[PATH_MAX];

	if (campaign->kept == NULL) {
		unlink(path);
		return;
	}
	if (snprintf(place, sizeof(place), "%s/" CLI_CAMPAIGN_KEPT "%s", campaign->kept, campaign->mark, strrchr(path, '/') + 1) >=
	    (int)sizeof(place))
		errno = ENAMETOOLONG;
	else if (rename(path, place) == 0)
		return;
	cli_say(lang, "%s reste où il est : %s", "%s stays where it is: %s", path, cli_reason(lang, errno));
}

void
cli_campaign_clear_round(const struct cli_campaign *campaign, uint32_t round)
{
	DIR *folder = opendir(campaign->pages);
	const struct dirent *entry;
	unsigned of, site, again;

	while (folder != NULL && (entry = readdir(folder)) != NULL) {
		int end = 0;

		if (sscanf(entry->d_name, "%u-%u-%u.warc.gz%n", &of, &site, &again, &end) == 3 && end > 0 &&
		    entry->d_name[end] == '\0' && of == round)
			unlinkat(dirfd(folder), entry->d_name, 0);
	}
	if (folder != NULL)
		closedir(folder);
	rmdir(campaign->pages);
}

bool
cli_campaign_open(struct cli_campaign *campaign, struct cli_options *options, const char *path,
    enum clair_store_mode mode)
{
	struct clair_store_fault fault;
	struct shard shard;

	*campaign = (struct cli_campaign){.options = options};
	if (!read_shard(options, &shard) || (path != NULL && !read_file(campaign, path)) ||
	    !take_part(campaign, &shard) || !choose_places(campaign, path, &shard)) {
		cli_campaign_close(campaign);
		return false;
	}
	if (clair_store_open(&campaign->store, campaign->address, mode, &fault) != CLAIR_OK) {
		cli_campaign_say(campaign, campaign->address, &fault);
		cli_campaign_close(campaign);
		return false;
	}
	if (choose_pages(campaign))
		return true;
	cli_say(options->lang, "plus de mémoire", "out of memory");
	cli_campaign_close(campaign);
	return false;
}

void
cli_campaign_close(struct cli_campaign *campaign)
{
	clair_store_close(campaign->store);
	clair_campaign_free(campaign->file);
	campaign->store = NULL;
	campaign->file = NULL;
	campaign->campaign = NULL;
}
