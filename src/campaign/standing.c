/* See standing.h. */
#include "campaign/standing.h"

#include "base/map.h"
#include "campaign/bootstrap.h"
#include "campaign/reader.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* As the report of a site says them: from 80 on, few obstacles; under 50, many. Two bands halve the ends. */
const uint32_t clair_band_floors[CLAIR_BANDS] = {90, 80, 65, 50, 0};

enum { LONGEST_NAME = 512 };

/* What is known of a site while ranks are made. */
struct working {
	struct clair_standing *standing;
	struct clair_losses before; /* of the round before; no page: not ranked then */
	double before_score[CLAIR_AXIS_COUNT];
	bool halved;
	struct clair_axis_standing half[2][CLAIR_AXIS_COUNT];
};

struct ranking {
	struct clair_standings standings;
	struct clair_arena mem;
	struct clair_standing *sites;
	struct working *working;
	struct clair_standing_point *points;
	struct clair_map by_key;  /* index, from 1 */
	struct clair_map texts;   /* each kept once */
	struct clair_map digests; /* of the last round: sites of each */
	uint32_t round_index;     /* of the round that is read */
	const char *before_digest; /* of most sites in the round before */
	double *drawn[2][CLAIR_AXIS_COUNT];
	uint64_t *room;           /* for as many pages as the largest site had so far */
	uint32_t room_pages;
};

static const char *const why_names[CLAIR_STANDING_WHY_COUNT] = {"ranked", "opted-out", "not-yet", "robots", "down",
	"not-testable", "failing", "few-pages", "few-tests", "other-rules"};

const char *
clair_standing_why_name(enum clair_standing_why why)
{
	return why_names[why];
}

char
clair_band_of(uint32_t points)
{
	int band = 0;

	while (points < clair_band_floors[band])
		band++;
	return (char)('A' + band);
}

/* The text, kept once and as long as the standings. */
static const char *
keep(struct ranking *ranking, const char *text)
{
	void **slot;

	if (text == NULL || text[0] == '\0')
		return "";
	slot = (void **)clair_map_get(&ranking->texts, text, strlen(text));
	if (slot != NULL)
		return (const char *)slot;
	text = clair_strdup(&ranking->mem, text);
	slot = clair_map_at(&ranking->texts, text, strlen(text));
	if (slot != NULL)
		*slot = (void *)(uintptr_t)text;
	return text;
}

/* --- Who is ranked --------------------------------------------------------------------------------------- */

static bool
is_one_of(const char *key, const char *const *keys)
{
	for (; *keys != NULL; keys++) {
		if (strcmp(*keys, key) == 0)
			return true;
	}
	return false;
}

/* Nothing was tested. */
static enum clair_standing_why
why_nothing(const struct clair_site_record *record)
{
	static const char *const refused[] = {"robots", NULL};
	static const char *const down[] = {"http-error", "http-status", "robots-unreachable", "unreachable", "timeout",
		"host-failing", "truncated", "bad-encoding", "protocol", "redirect-loop", "too-many-redirects", NULL};
	const char *key = record->start_failure != NULL ? record->start_failure : record->stopped_because;

	if (key == NULL)
		return CLAIR_STANDING_NOT_TESTABLE;
	if (is_one_of(key, refused))
		return CLAIR_STANDING_ROBOTS;
	/* tls, tls-expired and their like: see net/crawl.h. */
	if (is_one_of(key, down) || strncmp(key, "tls", 3) == 0)
		return CLAIR_STANDING_DOWN;
	return CLAIR_STANDING_NOT_TESTABLE;
}

/* Those that a key tells more of. */
static bool
has_key(enum clair_standing_why why)
{
	return why == CLAIR_STANDING_DOWN || why == CLAIR_STANDING_ROBOTS || why == CLAIR_STANDING_NOT_TESTABLE;
}

static bool
was_read_whole(const struct clair_site_record *record)
{
	return record->stopped_because != NULL && strcmp(record->stopped_because, "all-pages") == 0 &&
	    record->refused_by_robots == 0;
}

/* All but the rules that it was judged with. */
static enum clair_standing_why
why_of(const struct clair_standings *standings, const struct clair_site_record *record)
{
	const uint32_t wanted = was_read_whole(record) && CLAIR_STANDING_MIN_WHOLE < standings->min_pages
	    ? CLAIR_STANDING_MIN_WHOLE
	    : standings->min_pages;

	if (record->state == CLAIR_SITE_EXCLUDED)
		return CLAIR_STANDING_OPTED_OUT;
	if (record->state != CLAIR_SITE_DONE)
		return CLAIR_STANDING_NOT_YET;
	if (record->tested == 0 || record->page_count == 0)
		return why_nothing(record);
	if (record->refused_by_robots > record->tested)
		return CLAIR_STANDING_ROBOTS;
	if (record->failed > record->tested)
		return CLAIR_STANDING_FAILING;
	if (record->tested < wanted)
		return CLAIR_STANDING_FEW_PAGES;
	if (record->tests_decided < standings->min_tests)
		return CLAIR_STANDING_FEW_TESTS;
	return CLAIR_STANDING_RANKED;
}

/* --- Reading the rounds ---------------------------------------------------------------------------------- */

static struct working *
working_of(struct ranking *ranking, const struct clair_site_record *record)
{
	const char *key = record->site->key;
	const uintptr_t index = (uintptr_t)clair_map_get(&ranking->by_key, key, strlen(key));

	return index == 0 ? NULL : &ranking->working[index - 1];
}

static void
count_digest(struct ranking *ranking, const char *digest)
{
	void **slot;

	slot = clair_map_at(&ranking->digests, digest, strlen(digest));
	if (slot != NULL)
		*slot = (void *)((uintptr_t)*slot + 1);
}

/* The most frequent one, the first in the order of bytes among equals; and the digests are forgotten. */
static const char *
main_digest(struct ranking *ranking)
{
	const struct clair_map_slot *best = NULL;

	for (size_t i = 0; i < ranking->digests.room; i++) {
		const struct clair_map_slot *slot = &ranking->digests.slots[i];
		const bool is_better = slot->key != NULL &&
		    (best == NULL || (uintptr_t)slot->value > (uintptr_t)best->value ||
		        (slot->value == best->value && strcmp(slot->key, best->key) < 0));

		best = is_better ? slot : best;
	}
	clair_map_init(&ranking->digests, &ranking->mem);
	return best == NULL ? "" : best->key;
}

/* A point of the trend. */
static struct clair_standing_point *
take_point(struct ranking *ranking, const struct working *working, const struct clair_site_record *record)
{
	const size_t site = (size_t)(working - ranking->working);
	struct clair_standing_point *point =
	    &ranking->points[site * ranking->standings.round_count + ranking->round_index];

	point->day = keep(ranking, record->day);
	point->why = why_of(&ranking->standings, record);
	if (point->why == CLAIR_STANDING_RANKED) {
		memcpy(point->axis, record->axis, sizeof(point->axis));
		point->rules_digest = keep(ranking, record->rules_digest);
		count_digest(ranking, point->rules_digest);
	}
	return point;
}

static bool
take_earlier(void *payload, const struct clair_site_record *record)
{
	struct ranking *ranking = payload;
	struct working *working = working_of(ranking, record);
	const bool is_before = ranking->round_index + 2 == ranking->standings.round_count;
	struct clair_standing_point *point;

	if (working == NULL)
		return true;
	point = take_point(ranking, working, record);
	if (is_before && point->why == CLAIR_STANDING_RANKED) {
		working->before = clair_losses_of(record, &ranking->mem);
		memcpy(working->before_score, record->axis, sizeof(working->before_score));
	}
	return !ranking->mem.failed;
}

/* --- Intervals ------------------------------------------------------------------------------------------- */

/* The ends that leave 2.5 % out on each side: the 25th from each end of 1,000. */
static void
ends_of(double *drawn, uint32_t resamples, double *low, double *high)
{
	const uint32_t out = resamples / 40;

	*low = clair_select(drawn, resamples, out - 1);
	*high = clair_select(drawn, resamples, resamples - out);
}

/* Outwards; what is whole but for an error of computing is whole. */
static double
down_to(double value, double step)
{
	return floor(value / step + 1e-9) * step;
}

static double
up_to(double value, double step)
{
	return ceil(value / step - 1e-9) * step;
}

static void
place(struct clair_axis_standing *axis, double score, double *drawn, uint32_t resamples)
{
	double low, high;

	if (score < 0)
		return;
	ends_of(drawn, resamples, &low, &high);
	axis->score = score;
	axis->points = (uint32_t)floor(score + 0.5);
	axis->low = (uint32_t)down_to(fmin(low, score), 1);
	axis->high = (uint32_t)up_to(fmax(high, score), 1);
}

static void
resample(struct ranking *ranking, const struct clair_losses *losses, uint64_t seed, unsigned drawn)
{
	if (ranking->room_pages < losses->count) {
		ranking->room = clair_alloc_array(&ranking->mem, (size_t)losses->count * 2, sizeof(*ranking->room));
		ranking->room_pages = ranking->room == NULL ? 0 : losses->count * 2;
	}
	if (ranking->room != NULL)
		clair_bootstrap(losses, seed, ranking->standings.resamples, ranking->room, ranking->drawn[drawn]);
}

static void
draw_progress(struct ranking *ranking, const struct working *working, struct clair_standing *standing)
{
	const uint32_t resamples = ranking->standings.resamples;

	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		struct clair_progress *progress = &standing->progress[axis];
		double *now = ranking->drawn[0][axis];
		const double *before = ranking->drawn[1][axis];
		double low, high;

		if (standing->axis[axis].score < 0 || working->before_score[axis] < 0)
			continue;
		for (uint32_t i = 0; i < resamples; i++)
			now[i] -= before[i];
		ends_of(now, resamples, &low, &high);
		progress->state = CLAIR_PROGRESS_KNOWN;
		progress->points = round((standing->axis[axis].score - working->before_score[axis]) * 10) / 10;
		progress->low = down_to(fmin(low, progress->points), 0.1);
		progress->high = up_to(fmax(high, progress->points), 0.1);
	}
}

/* Ranked again from the one half of its pages, then from the other. */
static void
draw_halves(struct ranking *ranking, struct working *working, const struct clair_losses *losses, uint64_t seed)
{
	const struct clair_standing *standing = working->standing;
	uint32_t taken = 0;

	if (losses->count < 2 * CLAIR_STANDING_MIN_WHOLE)
		return;
	/* Fisher and Yates's shuffle. */
	for (uint32_t i = losses->count - 1; i > 0; i--) {
		const uint32_t other = (uint32_t)(((clair_splitmix(&seed) >> 32) * (i + 1)) >> 32);
		uint16_t page[CLAIR_AXIS_COUNT];

		memcpy(page, losses->page[i], sizeof(page));
		memcpy(losses->page[i], losses->page[other], sizeof(page));
		memcpy(losses->page[other], page, sizeof(page));
	}
	for (unsigned half = 0; half < 2; half++) {
		struct clair_losses part = *losses;

		part.page = losses->page + taken;
		part.count = half == 0 ? losses->count / 2 : losses->count - taken;
		taken += part.count;
		resample(ranking, &part, clair_splitmix(&seed), 0);
		for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
			double sum = 0;

			for (uint32_t i = 0; i < part.count; i++)
				sum += part.page[i][axis];
			working->half[half][axis].score = -1;
			if (standing->axis[axis].score >= 0)
				place(&working->half[half][axis], part.kept[axis] * (100 - sum / part.count / 10),
				    ranking->drawn[0][axis], ranking->standings.resamples);
		}
	}
	working->halved = true;
}

static void
draw(struct ranking *ranking, struct working *working, const struct clair_site_record *record)
{
	const uint32_t resamples = ranking->standings.resamples;
	const uint64_t seed = clair_bootstrap_seed(record->site->key, record->round);
	struct clair_standing *standing = working->standing;
	struct clair_arena mem;
	struct clair_losses losses;

	clair_arena_init(&mem, 0);
	losses = clair_losses_of(record, &mem);
	if (losses.page == NULL) {
		ranking->mem.failed = true;
		clair_arena_free(&mem);
		return;
	}
	resample(ranking, &losses, seed, 0);
	if (working->before.page != NULL)
		resample(ranking, &working->before,
		    clair_bootstrap_seed(record->site->key, ranking->standings.rounds[ranking->round_index - 1]), 1);
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++)
		place(&standing->axis[axis], record->axis[axis], ranking->drawn[0][axis], resamples);
	if (working->before.page != NULL)
		draw_progress(ranking, working, standing);
	draw_halves(ranking, working, &losses, seed + 1);
	clair_arena_free(&mem);
}

static bool
take_last(void *payload, const struct clair_site_record *record)
{
	struct ranking *ranking = payload;
	struct working *working = working_of(ranking, record);
	struct clair_standing *standing;

	if (working == NULL)
		return true;
	standing = working->standing;
	if (clair_campaign_opt_out(ranking->standings.campaign, standing->site) != NULL) {
		standing->why = CLAIR_STANDING_OPTED_OUT;
		return true;
	}
	standing->why = take_point(ranking, working, record)->why;
	if (record->state != CLAIR_SITE_DONE)
		return true;
	if (has_key(standing->why))
		standing->why_key =
		    keep(ranking, record->start_failure != NULL ? record->start_failure : record->stopped_because);
	standing->pages = record->tested;
	standing->tests_decided = record->tests_decided;
	standing->tests = record->tests;
	standing->day = keep(ranking, record->day);
	standing->tool_version = keep(ranking, record->tool_version);
	standing->referential = keep(ranking, record->referential);
	standing->rules_digest = keep(ranking, record->rules_digest);
	if (standing->why == CLAIR_STANDING_RANKED)
		draw(ranking, working, record);
	return !ranking->mem.failed;
}

static enum clair_status
read_rounds(struct ranking *ranking, clair_record_each_fn *each, void *source)
{
	struct clair_standings *standings = &ranking->standings;

	for (uint32_t i = 0; i < standings->round_count; i++) {
		const bool is_last = i + 1 == standings->round_count;

		ranking->round_index = i;
		if (!each(source, standings->rounds[i], is_last ? take_last : take_earlier, ranking))
			return ranking->mem.failed ? CLAIR_NO_MEMORY : CLAIR_IO;
		if (ranking->mem.failed)
			return CLAIR_NO_MEMORY;
		if (i + 2 == standings->round_count)
			ranking->before_digest = main_digest(ranking);
		else if (is_last)
			standings->rules_digest = main_digest(ranking);
		else
			main_digest(ranking);
	}
	return CLAIR_OK;
}

/* --- Ranks ----------------------------------------------------------------------------------------------- */

/* Sites with so many points or more, for each number of points, in one of the figures of a standing. */
struct counts {
	uint32_t at_least[102];
};

static void
add_up(struct counts *counts)
{
	for (int i = 100; i >= 0; i--)
		counts->at_least[i] += counts->at_least[i + 1];
}

typedef struct clair_axis_standing *axis_fn(struct working *working, unsigned axis);

static struct clair_axis_standing *
whole_axis(struct working *working, unsigned axis)
{
	return &working->standing->axis[axis];
}

static struct clair_axis_standing *
first_half_axis(struct working *working, unsigned axis)
{
	return &working->half[0][axis];
}

static struct clair_axis_standing *
second_half_axis(struct working *working, unsigned axis)
{
	return &working->half[1][axis];
}

/* Competition ranks ("1224"), and those that the intervals allow. */
static uint32_t
rank_all(struct ranking *ranking, unsigned axis, bool halves, axis_fn *of)
{
	struct counts points = {0}, lows = {0}, highs = {0};
	uint32_t count = 0;

	for (uint32_t i = 0; i < ranking->standings.site_count; i++) {
		const struct clair_axis_standing *one = of(&ranking->working[i], axis);

		if (one->score < 0 || (halves && !ranking->working[i].halved))
			continue;
		points.at_least[one->points]++;
		lows.at_least[one->low]++;
		highs.at_least[one->high]++;
		count++;
	}
	add_up(&points);
	add_up(&lows);
	add_up(&highs);
	for (uint32_t i = 0; i < ranking->standings.site_count; i++) {
		struct clair_axis_standing *one = of(&ranking->working[i], axis);

		if (one->score < 0 || (halves && !ranking->working[i].halved))
			continue;
		one->rank = points.at_least[one->points + 1] + 1;
		one->tied = points.at_least[one->points] - points.at_least[one->points + 1];
		one->best = lows.at_least[one->high + 1] + 1;
		one->worst = highs.at_least[one->low];
	}
	return count;
}

static double
stability_of(struct ranking *ranking, unsigned axis)
{
	uint32_t count = rank_all(ranking, axis, true, first_half_axis);
	uint32_t meet = 0;

	rank_all(ranking, axis, true, second_half_axis);
	for (uint32_t i = 0; i < ranking->standings.site_count; i++) {
		const struct working *working = &ranking->working[i];
		const struct clair_axis_standing *one = &working->half[0][axis];
		const struct clair_axis_standing *other = &working->half[1][axis];

		meet += working->halved && one->score >= 0 && one->best <= other->worst && other->best <= one->worst;
	}
	return count == 0 ? -1 : 100.0 * meet / count;
}

/* --- Orders ---------------------------------------------------------------------------------------------- */

struct ordering {
	const struct clair_standing *sites;
	unsigned axis;
};

static int
compare_names(const struct clair_standing *one, const struct clair_standing *other)
{
	const int names = strcmp(one->folded, other->folded);

	return names != 0 ? names : strcmp(one->site->key, other->site->key);
}

static int
by_name(const void *a, const void *b, void *payload)
{
	const struct ordering *ordering = payload;

	return compare_names(&ordering->sites[*(const uint32_t *)a], &ordering->sites[*(const uint32_t *)b]);
}

static int
by_rank(const void *a, const void *b, void *payload)
{
	const struct ordering *ordering = payload;
	const struct clair_standing *one = &ordering->sites[*(const uint32_t *)a];
	const struct clair_standing *other = &ordering->sites[*(const uint32_t *)b];
	const uint32_t rank = one->axis[ordering->axis].rank;
	const uint32_t other_rank = other->axis[ordering->axis].rank;

	return rank != other_rank ? (rank < other_rank ? -1 : 1) : compare_names(one, other);
}

static int
by_progress(const void *a, const void *b, void *payload)
{
	const struct ordering *ordering = payload;
	const struct clair_standing *one = &ordering->sites[*(const uint32_t *)a];
	const struct clair_standing *other = &ordering->sites[*(const uint32_t *)b];
	const double low = one->progress[ordering->axis].low;
	const double other_low = other->progress[ordering->axis].low;

	return low != other_low ? (low > other_low ? -1 : 1) : compare_names(one, other);
}

typedef bool keeps_fn(const struct clair_standing *standing, unsigned axis);

static bool
keeps_all(const struct clair_standing *standing, unsigned axis)
{
	(void)standing;
	(void)axis;
	return true;
}

static bool
keeps_ranked(const struct clair_standing *standing, unsigned axis)
{
	return standing->axis[axis].rank != 0;
}

static bool
keeps_progressed(const struct clair_standing *standing, unsigned axis)
{
	return standing->progress[axis].state == CLAIR_PROGRESS_KNOWN && standing->progress[axis].low > 0;
}

static uint32_t *
order_of(struct ranking *ranking, unsigned axis, keeps_fn *keeps, int (*compare)(const void *, const void *, void *),
    uint32_t *count)
{
	struct ordering ordering = {ranking->sites, axis};
	uint32_t *order;

	*count = 0;
	for (uint32_t i = 0; i < ranking->standings.site_count; i++)
		*count += keeps(&ranking->sites[i], axis);
	order = clair_alloc_array(&ranking->mem, *count + 1, sizeof(*order));
	if (order == NULL)
		return NULL;
	*count = 0;
	for (uint32_t i = 0; i < ranking->standings.site_count; i++) {
		if (keeps(&ranking->sites[i], axis))
			order[(*count)++] = i;
	}
	qsort_r(order, *count, sizeof(*order), compare, &ordering);
	return order;
}

static void
rank_progress(struct ranking *ranking, unsigned axis)
{
	struct clair_standings *standings = &ranking->standings;
	const uint32_t *order = standings->progressed[axis];

	for (uint32_t i = 0; order != NULL && i < standings->progressed_count[axis]; i++) {
		struct clair_progress *one = &ranking->sites[order[i]].progress[axis];
		const struct clair_progress *above = i == 0 ? NULL : &ranking->sites[order[i - 1]].progress[axis];

		one->rank = above != NULL && above->low == one->low ? above->rank : i + 1;
	}
}

/* --- All of it ------------------------------------------------------------------------------------------- */

static void
forget_axes(struct clair_standing *standing)
{
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		standing->axis[axis] = (struct clair_axis_standing){.score = -1};
		standing->progress[axis] = (struct clair_progress){.state = CLAIR_PROGRESS_NOT_BOTH};
	}
}

static void
name_site(struct ranking *ranking, struct clair_standing *standing)
{
	char folded[LONGEST_NAME];

	standing->name = standing->site->organisation[0] != '\0' ? standing->site->organisation : standing->site->address;
	clair_campaign_fold(folded, sizeof(folded), standing->name, ' ');
	standing->folded = clair_strdup(&ranking->mem, folded);
	standing->why_key = standing->day = standing->tool_version = standing->referential = standing->rules_digest = "";
}

static bool
begin(struct ranking *ranking, const struct clair_campaign *campaign, const uint32_t *rounds, uint32_t count)
{
	struct clair_standings *standings = &ranking->standings;
	uint32_t *kept;

	standings->campaign = campaign;
	standings->site_count = campaign->site_count;
	standings->round_count = count;
	standings->min_pages = campaign->min_pages != 0 ? campaign->min_pages : CLAIR_STANDING_MIN_PAGES;
	standings->min_tests = campaign->min_tests != 0 ? campaign->min_tests : CLAIR_STANDING_MIN_TESTS;
	standings->resamples = CLAIR_STANDING_RESAMPLES;
	standings->rules_digest = ranking->before_digest = "";
	kept = clair_alloc_array(&ranking->mem, count + 1, sizeof(*kept));
	ranking->sites = clair_alloc_array(&ranking->mem, campaign->site_count + 1, sizeof(*ranking->sites));
	ranking->working = clair_alloc_array(&ranking->mem, campaign->site_count + 1, sizeof(*ranking->working));
	ranking->points =
	    clair_alloc_array(&ranking->mem, (size_t)campaign->site_count * count + 1, sizeof(*ranking->points));
	for (unsigned i = 0; i < 2 * CLAIR_AXIS_COUNT; i++)
		ranking->drawn[i / CLAIR_AXIS_COUNT][i % CLAIR_AXIS_COUNT] =
		    clair_alloc_array(&ranking->mem, standings->resamples, sizeof(double));
	if (ranking->mem.failed)
		return false;
	memcpy(kept, rounds, count * sizeof(*kept));
	standings->rounds = kept;
	standings->sites = ranking->sites;
	return true;
}

static void
begin_sites(struct ranking *ranking)
{
	const struct clair_standings *standings = &ranking->standings;

	for (uint32_t i = 0; i < standings->site_count; i++) {
		struct clair_standing *standing = &ranking->sites[i];
		void **slot;

		standing->site = &standings->campaign->sites[i];
		standing->why = CLAIR_STANDING_NOT_YET;
		standing->trend = &ranking->points[(size_t)i * standings->round_count];
		name_site(ranking, standing);
		forget_axes(standing);
		ranking->working[i].standing = standing;
		slot = clair_map_at(&ranking->by_key, standing->site->key, strlen(standing->site->key));
		if (slot != NULL)
			*slot = (void *)(uintptr_t)(i + 1);
		for (uint32_t j = 0; j < standings->round_count; j++)
			ranking->points[(size_t)i * standings->round_count + j] = (struct clair_standing_point){
				.round = standings->rounds[j], .day = "", .why = CLAIR_STANDING_NOT_YET, .rules_digest = "", .axis = {-1, -1, -1}};
	}
}

/* What is known once all rounds are read: the rules that ranks go by, and what has others. */
static void
hold_rules(struct ranking *ranking)
{
	struct clair_standings *standings = &ranking->standings;
	const uint32_t rounds = standings->round_count;

	standings->same_rules = rounds < 2 || ranking->before_digest[0] == '\0' ||
	    strcmp(ranking->before_digest, standings->rules_digest) == 0;
	for (size_t i = 0; i < (size_t)standings->site_count * rounds; i++)
		ranking->points[i].same_rules = strcmp(ranking->points[i].rules_digest, standings->rules_digest) == 0;
	for (uint32_t i = 0; i < standings->site_count; i++) {
		struct clair_standing *standing = &ranking->sites[i];

		if (standing->why != CLAIR_STANDING_RANKED || standing->trend[rounds - 1].same_rules)
			continue;
		standing->why = CLAIR_STANDING_OTHER_RULES;
		ranking->points[(size_t)i * rounds + rounds - 1].why = CLAIR_STANDING_OTHER_RULES;
		ranking->working[i].halved = false;
		forget_axes(standing);
	}
}

static void
hold_progress(struct ranking *ranking)
{
	const uint32_t rounds = ranking->standings.round_count;

	for (uint32_t i = 0; i < ranking->standings.site_count; i++) {
		struct clair_standing *standing = &ranking->sites[i];

		for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
			struct clair_progress *progress = &standing->progress[axis];

			if (rounds < 2)
				progress->state = CLAIR_PROGRESS_FIRST;
			else if (progress->state == CLAIR_PROGRESS_KNOWN && !standing->trend[rounds - 2].same_rules)
				*progress = (struct clair_progress){.state = CLAIR_PROGRESS_OTHER_RULES};
		}
	}
}

/* Of the sites that go by the rules of most. */
static void
tell_versions(struct ranking *ranking)
{
	struct clair_standings *standings = &ranking->standings;

	standings->tool_version = standings->referential = standings->first_day = standings->last_day = "";
	for (uint32_t i = 0; i < standings->site_count; i++) {
		const struct clair_standing *one = &ranking->sites[i];

		standings->why[one->why]++;
		if (one->day[0] != '\0' && (standings->first_day[0] == '\0' || strcmp(one->day, standings->first_day) < 0))
			standings->first_day = one->day;
		if (strcmp(one->day, standings->last_day) > 0)
			standings->last_day = one->day;
		if (standings->tool_version[0] == '\0' && strcmp(one->rules_digest, standings->rules_digest) == 0) {
			standings->tool_version = one->tool_version;
			standings->referential = one->referential;
		}
	}
}

static void
finish(struct ranking *ranking)
{
	struct clair_standings *standings = &ranking->standings;
	uint32_t all;

	hold_rules(ranking);
	hold_progress(ranking);
	tell_versions(ranking);
	standings->by_name = order_of(ranking, 0, keeps_all, by_name, &all);
	for (unsigned axis = 0; axis < CLAIR_AXIS_COUNT; axis++) {
		rank_all(ranking, axis, false, whole_axis);
		standings->order[axis] = order_of(ranking, axis, keeps_ranked, by_rank, &standings->ranked[axis]);
		standings->progressed[axis] =
		    order_of(ranking, axis, keeps_progressed, by_progress, &standings->progressed_count[axis]);
		rank_progress(ranking, axis);
		standings->stability[axis] = stability_of(ranking, axis);
	}
}

enum clair_status
clair_standings_new(struct clair_standings **out, const struct clair_campaign *campaign, const uint32_t *rounds,
    size_t count, clair_record_each_fn *each, void *source)
{
	struct ranking *ranking = calloc(1, sizeof(*ranking));
	enum clair_status status = CLAIR_NO_MEMORY;

	*out = NULL;
	if (ranking == NULL)
		return CLAIR_NO_MEMORY;
	clair_arena_init(&ranking->mem, 0);
	clair_map_init(&ranking->by_key, &ranking->mem);
	clair_map_init(&ranking->texts, &ranking->mem);
	clair_map_init(&ranking->digests, &ranking->mem);
	if (begin(ranking, campaign, rounds, (uint32_t)count)) {
		begin_sites(ranking);
		status = read_rounds(ranking, each, source);
	}
	if (status == CLAIR_OK)
		finish(ranking);
	if (status == CLAIR_OK && ranking->mem.failed)
		status = CLAIR_NO_MEMORY;
	*out = &ranking->standings;
	if (status != CLAIR_OK) {
		clair_standings_free(*out);
		*out = NULL;
	}
	return status;
}

/* The standings are the first member. */
void
clair_standings_free(struct clair_standings *standings)
{
	struct ranking *ranking = (struct ranking *)standings;

	if (ranking == NULL)
		return;
	clair_arena_free(&ranking->mem);
	free(ranking);
}

const struct clair_standing *
clair_standing_of(const struct clair_standings *standings, const struct clair_site_record *record)
{
	const struct ranking *ranking = (const struct ranking *)standings;
	const char *key = record->site->key;
	const uintptr_t index = (uintptr_t)clair_map_get(&ranking->by_key, key, strlen(key));

	return index == 0 ? NULL : &ranking->sites[index - 1];
}
