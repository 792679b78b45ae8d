/* See campaign_kept.h. */
#include "cli/campaign_kept.h"

#include "cli/say.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static size_t
count_of(const struct cli_campaign_kept *kept)
{
	return kept->files.length / sizeof(struct cli_campaign_kept_file);
}

static const struct cli_campaign_kept_file *
files_of(const struct cli_campaign_kept *kept)
{
	return (const struct cli_campaign_kept_file *)(const void *)kept->files.bytes;
}

static int
compare(const void *a, const void *b)
{
	const struct cli_campaign_kept_file *one = a;
	const struct cli_campaign_kept_file *other = b;

	if (one->site != other->site)
		return one->site < other->site ? -1 : 1;
	if (one->mark != other->mark)
		return one->mark < other->mark ? -1 : 1;
	return (one->begun > other->begun) - (one->begun < other->begun);
}

/* False: errno. */
static bool
list(struct cli_campaign_kept *kept, const char *path)
{
	DIR *folder = opendir(path);
	const struct dirent *entry;
	unsigned mark, round, site, begun;
	int error;

	if (folder == NULL)
		return false;
	while (errno = 0, (entry = readdir(folder)) != NULL) {
		int end = 0;

		if (sscanf(entry->d_name, "%8x-%u-%u-%u.warc.gz%n", &mark, &round, &site, &begun, &end) == 4 && end > 0 &&
		    entry->d_name[end] == '\0' && round == kept->round)
			clair_buf_add(&kept->files, &(struct cli_campaign_kept_file){site, mark, begun},
			    sizeof(struct cli_campaign_kept_file));
	}
	error = kept->files.failed ? ENOMEM : errno;
	closedir(folder);
	errno = error;
	return error == 0;
}

/* Nothing has our mark, and some site has two others: whose is it? */
static bool
is_of_others(const struct cli_campaign_kept *kept)
{
	const struct cli_campaign_kept_file *files = files_of(kept);
	bool several = false;

	for (size_t i = 0; i < count_of(kept); i++) {
		if (files[i].mark == kept->mark)
			return false;
		several = several || (i > 0 && files[i].site == files[i - 1].site && files[i].mark != files[i - 1].mark);
	}
	return several;
}

bool
cli_campaign_kept_read(struct cli_campaign_kept *kept, const struct cli_campaign *campaign, uint32_t round)
{
	const enum clair_lang lang = campaign->options->lang;

	clair_buf_init(&kept->files, 0);
	kept->round = round;
	kept->mark = campaign->mark;
	if (!list(kept, campaign->kept)) {
		cli_say(lang, "%s : %s", "%s: %s", campaign->kept, cli_reason(lang, errno));
		return false;
	}
	if (count_of(kept) == 0) {
		cli_say(lang, "%s : aucune page du tour %u de cette campagne n’y a été gardée",
		    "%s: no page of round %u of this campaign was kept there", campaign->kept, round);
		return false;
	}
	qsort(kept->files.bytes, count_of(kept), sizeof(struct cli_campaign_kept_file), compare);
	if (!is_of_others(kept))
		return true;
	cli_say(lang, "%s : des pages du tour %u sont de plusieurs campagnes, et aucune n’est celle de la base",
	    "%s: pages of round %u are of several campaigns, and none is that of the store", campaign->kept, round);
	return false;
}

void
cli_campaign_kept_free(struct cli_campaign_kept *kept)
{
	clair_buf_free(&kept->files);
}

const struct cli_campaign_kept_file *
cli_campaign_kept_find(const struct cli_campaign_kept *kept, uint32_t site)
{
	const struct cli_campaign_kept_file *files = files_of(kept);
	const struct cli_campaign_kept_file *own = NULL;
	const struct cli_campaign_kept_file *last = NULL;
	bool several = false;
	const size_t count = count_of(kept);
	size_t low = 0;

	for (size_t high = count; low < high;) {
		const size_t middle = low + (high - low) / 2;

		if (files[middle].site < site)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < count && files[low].site == site; low++) {
		if (files[low].mark == kept->mark)
			own = &files[low];
		several = several || (last != NULL && last->mark != files[low].mark);
		last = &files[low];
	}
	if (own != NULL)
		return own;
	return several ? NULL : last;
}
