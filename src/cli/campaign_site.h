/* One site of a campaign, from its claim to the store. */
#ifndef CLI_CAMPAIGN_SITE_H
#define CLI_CAMPAIGN_SITE_H

#include "cli/campaign.h"
#include "cli/campaign_mark.h"
#include "net/fleet.h"

/* What all sites of a run share. */
struct cli_campaign_work {
	struct cli_campaign *campaign;
	const struct clair_linter *linter;
	struct clair_fleet *fleet;
	struct clair_store_worker worker;
	struct clair_crawl_options crawl; /* of each site, but for what is its own */
	unsigned hosts;                   /* at a time */
	struct cli_marks marks;
};

struct cli_campaign_site;

/* Begins the crawl of what was claimed, which it takes over. NULL after saying why, the claim being freed. */
struct cli_campaign_site *cli_campaign_site_begin(struct cli_campaign_work *work, struct clair_store_claim *claim);

/* Begins to judge a site again, from its archive, which is only read. Takes over both. NULL after saying why. */
struct cli_campaign_site *cli_campaign_site_again(struct cli_campaign_work *work, struct clair_store_claim *claim,
    const struct clair_store_crawled *crawled, struct clair_archive *archive);

/* The site of a report that clair_fleet_ended gave. */
struct cli_campaign_site *cli_campaign_site_of(struct clair_crawl_report *report);

/* False: another worker has taken its host. */
bool cli_campaign_site_is_held(const struct cli_campaign_site *site);

/* A site whose pages kill the program: done, with the start failure worker-lost. The claim is freed. False after
 * saying why. */
bool cli_campaign_site_set_aside(struct cli_campaign_work *work, struct clair_store_claim *claim);

enum cli_campaign_end {
	CLI_CAMPAIGN_DONE,
	CLI_CAMPAIGN_STOPPED, /* by the user: given back, its archive stays */
	CLI_CAMPAIGN_TAKEN,   /* another worker has it, or it was excluded */
	CLI_CAMPAIGN_BROKEN,  /* no memory, no room on the disk: said, and given back */
	CLI_CAMPAIGN_WAITING, /* the store does not answer: the site is as it was, to be ended later */
};
/* Writes what was found into the store. Frees the site, but when it is WAITING. `*pages`: tested. */
enum cli_campaign_end cli_campaign_site_end(struct cli_campaign_site *site, uint32_t *pages);
/* What came of a site that was judged again. */
struct cli_campaign_judged {
	char address[161];     /* as it can be shown */
	uint32_t pages;        /* tested */
	uint32_t not_archived; /* links that are followed now, and were not in the crawl */
	bool lacks_pages;      /* the archive does not lead to all the pages: the results stay */
	bool unreadable;       /* the archive could be opened, and not read to its end: nothing was written */
};
/* Writes it into the store. Frees the site. Never WAITING. */
enum cli_campaign_end cli_campaign_site_end_again(
    struct cli_campaign_site *site, const struct clair_store_round *rules, struct cli_campaign_judged *judged);
/* Nothing is written. */
void cli_campaign_site_drop(struct cli_campaign_site *site);

#endif
