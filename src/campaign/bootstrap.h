/* Scores made again from pages drawn anew. Private to src/campaign/. */
#ifndef CLAIR_CAMPAIGN_BOOTSTRAP_H
#define CLAIR_CAMPAIGN_BOOTSTRAP_H

#include "base/arena.h"
#include "campaign/record.h"

/* What the pages of a site lose on each axis, in tenths of a point: 0 to 1000. Where nothing was measured, 0. */
struct clair_losses {
	uint16_t (*page)[CLAIR_AXIS_COUNT];
	uint32_t count;
	double kept[CLAIR_AXIS_COUNT]; /* by the rules about the site as a whole: 0 to 1 */
};

/* In `mem`; `page` is NULL when there is no page, or no memory. */
struct clair_losses clair_losses_of(const struct clair_site_record *record, struct clair_arena *mem);

/* splitmix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
uint64_t clair_splitmix(uint64_t *state);
/* The seed of a site in a round. */
uint64_t clair_bootstrap_seed(const char *key, uint32_t round);

/* Draws `resamples` times as many pages as there are, at least one, the upper then the lower half of each number giving
 * a page. scores[axis][i] is what is left of each, 0 to 100. `room` is for one number a page. */
void clair_bootstrap(const struct clair_losses *losses, uint64_t seed, uint32_t resamples, uint64_t *room,
    double *const scores[CLAIR_AXIS_COUNT]);

/* The value that would stand at `index` were they sorted; they are moved. */
double clair_select(double *values, uint32_t count, uint32_t index);

#endif
