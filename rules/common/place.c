/*
 * See place.h. The screen is not known: the place is the part of the page (header, navigation, aside,
 * footer). The order in the source is told by what stands in the same part, and by the landmarks.
 */
#include "rules/common/place.h"

#include "rules/common/outcome.h"
#include "rules/common/site.h"

static uint64_t
regions_of(const struct clair_page_summary *page, unsigned what)
{
	return clair_summary_spot(page, (enum clair_repeated)what)->regions;
}

static bool
is_landmark(enum clair_repeated what)
{
	return what == CLAIR_REPEATED_MAIN || what == CLAIR_REPEATED_MENU;
}

/* The order of two things is sure when each is found once, and one of them marks a part of the page or both
 * stand in the same part. */
static bool
has_order(const struct clair_page_summary *page, enum clair_repeated what, enum clair_repeated other)
{
	const struct clair_spot *a = clair_summary_spot(page, what);
	const struct clair_spot *b = clair_summary_spot(page, other);

	return a->alone && b->alone && a->at != b->at &&
	    (is_landmark(other) || a->regions == b->regions);
}

static bool
is_before(const struct clair_page_summary *page, enum clair_repeated what, enum clair_repeated other)
{
	return clair_summary_spot(page, what)->at < clair_summary_spot(page, other)->at;
}

/* The order of two things on most pages. */
struct habit {
	enum clair_repeated other;
	size_t before, after;                   /* pages */
	const struct clair_page_summary *model; /* a page that is as most are */
};

static bool
is_model(const struct habit *habit, const struct clair_page_summary *page, enum clair_repeated what)
{
	return is_before(page, what, habit->other) == (habit->before > habit->after);
}

static struct habit
habit_of(struct clair_ctx *ctx, enum clair_repeated what, enum clair_repeated other, uint64_t regions)
{
	struct habit habit = {.other = other};

	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);

		if (regions_of(page, what) == regions && has_order(page, what, other))
			(*(is_before(page, what, other) ? &habit.before : &habit.after))++;
	}
	for (size_t i = 0; habit.model == NULL && i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);

		if (regions_of(page, what) == regions && has_order(page, what, other) &&
		    is_model(&habit, page, what))
			habit.model = page;
	}
	return habit;
}

static bool
is_clear(const struct habit *habit)
{
	const size_t most = habit->before > habit->after ? habit->before : habit->after;
	const size_t least = habit->before + habit->after - most;

	return most >= SITE_PAGES_TO_COMPARE && least < most;
}

/* The same menu is the sign of the same template; the home page often has one of its own. */
static bool
is_alike(const struct clair_page_summary *page, const struct clair_page_summary *model)
{
	return clair_summary_menu(page) != 0 &&
	    clair_summary_menu(page) == clair_summary_menu(model) && !clair_summary_is_home(page) &&
	    !clair_summary_is_home(model);
}

static void
tell(struct clair_ctx *ctx, const struct clair_page_summary *page,
    const struct clair_page_summary *model, unsigned message, bool sure)
{
	struct clair_finding *finding =
	    sure ? clair_report_site(ctx, page, message) : clair_review_site(ctx, page, message);

	clair_arg(finding, "other", clair_summary_url(model));
}

struct habits {
	struct habit list[CLAIR_REPEATED_COUNT]; /* those that are clear */
	size_t count;
};

static struct habits
habits_of(struct clair_ctx *ctx, enum clair_repeated what, uint64_t regions)
{
	struct habits habits = {.count = 0};

	for (int other = 0; other < CLAIR_REPEATED_COUNT; other++) {
		struct habit habit;

		if (other == (int)what)
			continue;
		habit = habit_of(ctx, what, (enum clair_repeated)other, regions);
		if (is_clear(&habit))
			habits.list[habits.count++] = habit;
	}
	return habits;
}

/* The habit that a page does not follow, or NULL. Where it stands as usual among most of its neighbours, it is
 * the other one that has moved; among half of them, nobody knows. */
static const struct habit *
broken_habit(const struct habits *habits, const struct clair_page_summary *page,
    enum clair_repeated what, bool *sure)
{
	const struct habit *broken = NULL;
	size_t against = 0;
	size_t with = 0;

	for (size_t i = 0; i < habits->count; i++) {
		const struct habit *habit = &habits->list[i];

		if (!has_order(page, what, habit->other))
			continue;
		if (is_model(habit, page, what)) {
			with += !is_landmark(habit->other);
			continue;
		}
		*sure = true;
		if (is_landmark(habit->other))
			return habit;
		against++;
		if (broken == NULL)
			broken = habit;
	}
	*sure = against > with;
	return against >= with ? broken : NULL;
}

/* At most one finding a page. */
static enum clair_outcome
check_order(struct clair_ctx *ctx, const struct habits *habits,
    const struct clair_page_summary *page, enum clair_repeated what, unsigned message)
{
	bool sure = false;
	const struct habit *broken = broken_habit(habits, page, what, &sure);

	if (broken == NULL)
		return CLAIR_PASS;
	sure &= is_alike(page, broken->model);
	tell(ctx, page, broken->model, message, sure);
	return sure ? CLAIR_FAIL : CLAIR_REVIEW;
}

static const struct clair_page_summary *
page_with(struct clair_ctx *ctx, enum clair_repeated what, uint64_t regions)
{
	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		if (regions_of(clair_site_page(ctx, i), what) == regions)
			return clair_site_page(ctx, i);
	}
	return NULL;
}

enum clair_outcome
place_is_constant(
    struct clair_ctx *ctx, enum clair_repeated what, const struct place_messages *messages)
{
	const struct site_usual usual = site_usual(ctx, regions_of, what);
	enum clair_outcome outcome = CLAIR_PASS;
	struct habits habits;

	if (usual.pages < SITE_PAGES_TO_COMPARE || usual.value == 0)
		return CLAIR_INAPPLICABLE;
	habits = habits_of(ctx, what, usual.value);
	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);
		const uint64_t regions = regions_of(page, what);
		enum clair_outcome one = CLAIR_PASS;

		if (regions != 0 && (regions & usual.value) == 0) {
			tell(ctx, page, page_with(ctx, what, usual.value), messages->moved, false);
			one = CLAIR_REVIEW;
		} else if (regions == usual.value) {
			one = check_order(ctx, &habits, page, what, messages->reordered);
		}
		outcome = rule_worse(outcome, one);
	}
	return outcome;
}
