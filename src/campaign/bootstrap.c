/* See bootstrap.h. */
#include "campaign/bootstrap.h"

#include "base/map.h"
#include "campaign/standing.h"

#include <math.h>
#include <string.h>

uint64_t
clair_splitmix(uint64_t *state)
{
	uint64_t mixed = *state += UINT64_C(0x9e3779b97f4a7c15);

	mixed = (mixed ^ (mixed >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	mixed = (mixed ^ (mixed >> 27)) * UINT64_C(0x94d049bb133111eb);
	return mixed ^ (mixed >> 31);
}

uint64_t
clair_bootstrap_seed(const char *key, uint32_t round)
{
	return (CLAIR_STANDING_SEED + round) ^ clair_hash(key, strlen(key), CLAIR_HASH_SEED);
}

static uint16_t
loss_of(double score)
{
	return score < 0 ? 0 : (uint16_t)(1000 - lround(fmin(score, 100) * 10));
}

/* Where the record does not tell it, what the scores show. */
static double
kept_of(const struct clair_site_record *record, const struct clair_losses *losses, unsigned axis)
{
	double pages = 0;

	if (record->site_kept[axis] >= 0)
		return fmin(record->site_kept[axis], 1);
	for (uint32_t i = 0; i < losses->count; i++)
		pages += 1000 - losses->page[i][axis];
	if (pages == 0 || record->axis[axis] < 0)
		return 1;
	return fmin(record->axis[axis] * 10 * losses->count / pages, 1);
}

struct clair_losses
clair_losses_of(const struct clair_site_record *record, struct clair_arena *mem)
{
	struct clair_losses losses = {0};

	if (record->page_count == 0)
		return losses;
	losses.page = clair_alloc_array(mem, record->page_count, sizeof(*losses.page));
	if (losses.page == NULL)
		return losses;
	losses.count = record->page_count;
	for (uint32_t i = 0; i < losses.count; i++) {
		for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
			losses.page[i][axis] = loss_of(record->pages[i].axis[axis]);
	}
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		losses.kept[axis] = kept_of(record, &losses, axis);
	return losses;
}

/* The losses of a page in one number, so that a draw is one addition: 21 bits each, which 2,000 pages do not fill. */
enum { LOSS_BITS = 21, DRAWS_AT_ONCE = 2000 };
_Static_assert(CLAIR_AXIS_COUNT * LOSS_BITS <= 64 && DRAWS_AT_ONCE % 2 == 0, "three losses in 64 bits");

static void
pack(const struct clair_losses *losses, uint64_t *packed)
{
	for (uint32_t i = 0; i < losses->count; i++) {
		packed[i] = 0;
		for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
			packed[i] |= (uint64_t)losses->page[i][axis] << (axis * LOSS_BITS);
	}
}

static uint64_t
draw(const uint64_t *packed, uint64_t pages, uint32_t draws, uint64_t *seed)
{
	uint64_t sum = 0;

	for (; draws >= 2; draws -= 2) {
		const uint64_t drawn = clair_splitmix(seed);

		sum += packed[((drawn >> 32) * pages) >> 32] + packed[((drawn & UINT32_MAX) * pages) >> 32];
	}
	if (draws > 0)
		sum += packed[((clair_splitmix(seed) >> 32) * pages) >> 32];
	return sum;
}

void
clair_bootstrap(const struct clair_losses *losses, uint64_t seed, uint32_t resamples, uint64_t *room,
    double *const scores[CLAIR_AXIS_COUNT])
{
	pack(losses, room);
	for (uint32_t i = 0; i < resamples; i++) {
		uint64_t sums[CLAIR_AXIS_COUNT] = {0};

		for (uint32_t done = 0; done < losses->count; done += DRAWS_AT_ONCE) {
			const uint32_t left = losses->count - done;
			const uint64_t sum =
			    draw(room, losses->count, left < DRAWS_AT_ONCE ? left : (uint32_t)DRAWS_AT_ONCE, &seed);

			for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
				sums[axis] += sum >> (axis * LOSS_BITS) & ((UINT64_C(1) << LOSS_BITS) - 1);
		}
		for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
			scores[axis][i] = losses->kept[axis] * (100 - (double)sums[axis] / losses->count / 10);
	}
}

/* Hoare's selection. Equal values are parted too, so that many of them cost no more. */
double
clair_select(double *values, uint32_t count, uint32_t index)
{
	int64_t low = 0;
	int64_t high = (int64_t)count - 1;

	while (low < high) {
		const double middle = values[(low + high) / 2];
		int64_t from = low;
		int64_t to = high;

		while (from <= to) {
			double kept;

			while (values[from] < middle)
				from++;
			while (values[to] > middle)
				to--;
			if (from > to)
				break;
			kept = values[from];
			values[from++] = values[to];
			values[to--] = kept;
		}
		if (to < (int64_t)index)
			low = from;
		if ((int64_t)index < from)
			high = to;
	}
	return values[index];
}
