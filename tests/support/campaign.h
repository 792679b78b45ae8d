/* A campaign made up, with its records over several rounds: for tests and tools. The same every time. */
#ifndef CLAIR_TESTS_CAMPAIGN_H
#define CLAIR_TESTS_CAMPAIGN_H

#include "base/arena.h"
#include "campaign/campaign.h"

struct made_campaign {
	struct clair_campaign campaign;
	struct clair_campaign_site *sites;
	uint32_t pages;   /* of a site, about */
	uint32_t last;    /* round */
	struct clair_arena mem;
};

/* So many sites, of all kinds and fates; the first ones have names made to hurt. */
void made_campaign_new(struct made_campaign *made, uint32_t sites, uint32_t pages, uint32_t rounds);
void made_campaign_free(struct made_campaign *made);
/* A clair_record_each_fn, whose source is the campaign. */
bool made_campaign_each(void *source, uint32_t round, clair_record_take_fn *take, void *payload);

#endif
