/*
 * A campaign as the commands see it: its file, its store, how its sites are crawled. What the file says gives way to
 * the command line, and goes before the configuration.
 */
#ifndef CLI_CAMPAIGN_H
#define CLI_CAMPAIGN_H

#include "campaign/campaign.h"
#include "cli/options.h"
#include "cli/session.h"
#include "store/store.h"

struct cli_campaign {
	struct cli_options *options;
	struct clair_campaign_file *file;     /* NULL: a worker, that knows the store only */
	const struct clair_campaign *campaign; /* or NULL */
	struct clair_campaign part;           /* of the file: what --shard leaves */
	struct clair_store *store;
	const char *address;                  /* of the store */
	const char *pages;                    /* folder of the archives of sites that are not done */
	const char *kept;                     /* folder where they are kept; NULL: they are not */
	uint32_t mark;                        /* of the campaign, in the names of what it keeps */
};

/* Reads the file, when `path` is not NULL, and opens the store. False after saying what is wrong. */
bool cli_campaign_open(struct cli_campaign *campaign, struct cli_options *options, const char *path,
    enum clair_store_mode mode);
void cli_campaign_close(struct cli_campaign *campaign);

/* Says what a call on the store of this address found wrong. */
void cli_campaign_say(const struct cli_campaign *campaign, const char *address, const struct clair_store_fault *fault);
/* The same, of the last call on the own store. */
void cli_campaign_say_fault(const struct cli_campaign *campaign);

/* Makes the folder when it is not there. False after saying what is wrong. */
bool cli_campaign_folder(const struct cli_campaign *campaign, const char *folder);

/* Of one site in one round: the round, the number of the site, how often the file was begun. */
#define CLI_CAMPAIGN_ARCHIVE "%u-%06u-%u.warc.gz"
/* Before it, once it is kept: the mark. */
#define CLI_CAMPAIGN_KEPT "%08x-"
/* What is done needs no archive: it goes, or it goes where archives are kept. */
void cli_campaign_put_away(const struct cli_campaign *campaign, const char *path);
/* Once a round is over: those that a kill left are no more of use. They may be of a site that asked to be left alone:
 * they are not kept. */
void cli_campaign_clear_round(const struct cli_campaign *campaign, uint32_t round);

/* Milliseconds since 1970: of the machine; or as SOURCE_DATE_EPOCH says, for what is written down. */
int64_t cli_campaign_now(void);
int64_t cli_campaign_told_now(void);

/* campaign_run.c. `resume`: goes on with the open round, begins none. Exit statuses of the program. */
int cli_campaign_run(struct cli_campaign *campaign, bool resume);
/* Begins the round, or looks whether the open one is alike, and leaves the work to workers. */
int cli_campaign_prepare(struct cli_campaign *campaign);
/* The sites of the file and who asked to be left alone, into the store. */
CLAIR_MUST_USE enum clair_status cli_campaign_sync(struct cli_campaign *campaign);
/* campaign_again.c: a round that is over, judged by the rules of today from what --archive kept. */
int cli_campaign_again(struct cli_campaign *campaign);
/* campaign_merge.c: the stores that the operands name, into that of the file. */
int cli_campaign_merge(struct cli_campaign *campaign);
/* campaign_report.c */
int cli_campaign_status(struct cli_campaign *campaign);
int cli_campaign_report(struct cli_campaign *campaign);
/* campaign_rank.c */
int cli_campaign_rank(struct cli_campaign *campaign);

#endif
