/* What --archive kept of a round: which file of the folder is that of a site. */
#ifndef CLI_CAMPAIGN_KEPT_H
#define CLI_CAMPAIGN_KEPT_H

#include "base/buf.h"
#include "cli/campaign.h"

struct cli_campaign_kept_file {
	uint32_t site, mark, begun; /* as in its name: see CLI_CAMPAIGN_KEPT and CLI_CAMPAIGN_ARCHIVE */
};

struct cli_campaign_kept {
	struct clair_buf files; /* cli_campaign_kept_file, in the order of its fields */
	uint32_t round, mark;   /* of the campaign */
};

/* Reads the folder, once: a file that goes away afterwards is a fault of the folder. False after saying why: it cannot
 * be read, has nothing of the round, or is that of several other campaigns. To be freed in any case. */
bool cli_campaign_kept_read(struct cli_campaign_kept *kept, const struct cli_campaign *campaign, uint32_t round);
void cli_campaign_kept_free(struct cli_campaign_kept *kept);

/* The file of the site that was begun last. One with the mark of the campaign goes first; another is taken when all
 * those of the site have the same mark: the store was moved, or a worker knew it by another address. Whether it is the
 * right one is for the caller to see. NULL: there is none. */
const struct cli_campaign_kept_file *cli_campaign_kept_find(const struct cli_campaign_kept *kept, uint32_t site);

#endif
