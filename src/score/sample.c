/* The sample of an audit: clair_run_sample of clairlint.h; docs/decisions/0019-sample.md says why so. */
#include "dict/dict.h"
#include "engine/run.h"
#include "facts/summary.h"

#include <string.h>

enum {
	RANDOM_PART = 10, /* RGAA: one page in ten at least is chosen at random */
	GROUP_LIMIT = 256, /* looks told apart */
	STEPS_PART = 2,   /* other processes than the first share half of the sample with it */
	NO_FIT = UINT8_MAX,
	NOWHERE = UINT32_MAX,
};

/* One page that may be chosen. */
struct candidate {
	const struct clair_page_summary *summary;
	const char *path;    /* its address, after what is that of the whole site */
	uint32_t slashes;    /* of the path: how deep it is filed */
	uint32_t process;    /* the first candidate of the same process; NOWHERE: it is a step of none */
	uint32_t steps;      /* of the process that it is the first of */
	bool chosen;
	double distance;     /* of looks, to the nearest page of the sample */
	uint32_t nearest;    /* that page, index in the sample */
	uint32_t group;      /* pages of the group of looks that it is the first of */
	uint64_t draw;       /* its number in the lottery */
};

struct choice {
	struct candidate *all;
	uint32_t count;
	struct clair_sample_page *pages;
	uint32_t *candidates; /* of the same index */
	struct clair_sample *sample;
	uint32_t room;       /* pages that are chosen for a reason */
	double look_limit;
};

/* --- Candidates ----------------------------------------------------------------------------------- */

/* The address from the folder that the run starts at: the same on the server of tests, on that of the public, and
 * on a disk, so that random choices are the same. */
static const char *
path_of(const struct clair_run *run, const struct clair_page_summary *summary)
{
	const size_t length = strlen(run->crawl.start);
	const bool is_folder = length > 0 && run->crawl.start[length - 1] == '/';

	if (length == 0 || strncmp(summary->url, run->crawl.start, length) != 0)
		return summary->url;
	if (is_folder)
		return summary->url + length;
	return summary->url[length] == '/' ? summary->url + length + 1 : summary->url;
}

static uint32_t
count_slashes(const char *path)
{
	uint32_t count = 0;

	for (; *path != '\0'; path++)
		count += *path == '/';
	return count;
}

/* SplitMix64 (Steele, Lea, Flood, 2014). */
static uint64_t
mix(uint64_t state)
{
	state += UINT64_C(0x9E3779B97F4A7C15);
	state = (state ^ state >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	state = (state ^ state >> 27) * UINT64_C(0x94D049BB133111EB);
	return state ^ state >> 31;
}

/* Each page draws a number of its own: those of a site that gains a page stay what they were. */
static uint64_t
draw(uint32_t seed, const char *path)
{
	return mix(mix(seed) ^ clair_hash(path, strlen(path), CLAIR_HASH_SEED));
}

/* What the steps of a process share: their folder, or the path before a query. Digits are left out, so that
 * "demande/etape-2/" and "demande/etape-3/" share "demande/". NULL: out of memory. */
static const char *
process_of(struct clair_arena *mem, const char *path)
{
	size_t length = strcspn(path, "?#");
	char *key = clair_alloc(mem, length + 1);
	size_t kept = 0;

	if (key == NULL)
		return NULL;
	if (path[length] != '?') {
		if (length > 0 && path[length - 1] == '/')
			length--;
		while (length > 0 && path[length - 1] != '/')
			length--;
	}
	for (size_t i = 0; i < length; i++)
		if (path[i] < '0' || path[i] > '9')
			key[kept++] = path[i];
	return key;
}

static bool
find_processes(struct choice *choice, struct clair_arena *mem)
{
	struct clair_map first;

	clair_map_init(&first, mem);
	for (uint32_t i = 0; i < choice->count; i++) {
		struct candidate *one = &choice->all[i];
		const char *key;
		void **slot;

		if ((one->summary->flags & CLAIR_SUMMARY_IS_STEP) == 0)
			continue;
		key = process_of(mem, one->path);
		slot = key == NULL ? NULL : clair_map_at(&first, key, strlen(key));
		if (slot == NULL)
			return false;
		if (*slot == NULL)
			*slot = one;
		one->process = (uint32_t)((struct candidate *)*slot - choice->all);
		choice->all[one->process].steps++;
	}
	return true;
}

static bool
list_candidates(struct choice *choice, const struct clair_run *run, struct clair_arena *mem)
{
	choice->all = clair_alloc_array(mem, run->tested_count + 1, sizeof(*choice->all));
	if (choice->all == NULL)
		return false;
	for (; run->summaries[choice->count] != NULL; choice->count++) {
		const struct clair_page_summary *summary = run->summaries[choice->count];
		const char *path = path_of(run, summary);

		choice->all[choice->count] = (struct candidate){.summary = summary, .path = path,
			.slashes = count_slashes(path), .process = NOWHERE, .distance = 2,
			.draw = draw(choice->sample->seed, path)};
	}
	return find_processes(choice, mem);
}

/* --- Kinds ---------------------------------------------------------------------------------------- */

/* What shows a kind: first what is sure, then what will do when there is nothing better. */
static const struct sign {
	enum clair_page_kind kind; /* OTHER: any */
	unsigned flags;            /* all of them */
} signs[CLAIR_SAMPLE_KINDS][2] = {
	[CLAIR_SAMPLE_HOME] = {{.kind = CLAIR_PAGE_HOME}},
	[CLAIR_SAMPLE_CONTACT] = {{.kind = CLAIR_PAGE_CONTACT}},
	[CLAIR_SAMPLE_LEGAL] = {{CLAIR_PAGE_LEGAL, CLAIR_SUMMARY_IS_LEGAL_NOTICE}},
	[CLAIR_SAMPLE_STATEMENT] = {{.flags = CLAIR_SUMMARY_IS_STATEMENT}, {.kind = CLAIR_PAGE_STATEMENT}},
	[CLAIR_SAMPLE_HELP] = {{.flags = CLAIR_SUMMARY_IS_HELP}},
	[CLAIR_SAMPLE_SITE_MAP] = {{.flags = CLAIR_SUMMARY_IS_SITE_MAP}},
	[CLAIR_SAMPLE_SEARCH] = {{.flags = CLAIR_SUMMARY_IS_SEARCH}},
	[CLAIR_SAMPLE_LOGIN] = {{.kind = CLAIR_PAGE_LOGIN}},
	[CLAIR_SAMPLE_STEP] = {{.flags = CLAIR_SUMMARY_IS_STEP}},
	[CLAIR_SAMPLE_MENU] = {{.kind = CLAIR_PAGE_MENU}},
	[CLAIR_SAMPLE_PROCEDURE] = {{.kind = CLAIR_PAGE_PROCEDURE}},
	[CLAIR_SAMPLE_APPOINTMENT] = {{.kind = CLAIR_PAGE_APPOINTMENT}},
	[CLAIR_SAMPLE_PAYMENT] = {{.kind = CLAIR_PAGE_PAYMENT}},
	[CLAIR_SAMPLE_FORM] = {{.kind = CLAIR_PAGE_FORM}, {.flags = CLAIR_SUMMARY_FORM}},
	[CLAIR_SAMPLE_NEWS] = {{.kind = CLAIR_PAGE_NEWS}},
	[CLAIR_SAMPLE_DATA_TABLE] = {{.flags = CLAIR_SUMMARY_DATA_TABLE}},
	[CLAIR_SAMPLE_MEDIA] = {{.flags = CLAIR_SUMMARY_MEDIA}},
	[CLAIR_SAMPLE_DOWNLOAD] = {{.flags = CLAIR_SUMMARY_DOWNLOAD}},
};

static bool
shows(const struct sign *sign, const struct clair_page_summary *summary)
{
	if (sign->kind == CLAIR_PAGE_OTHER && sign->flags == 0)
		return false;
	return (sign->kind == CLAIR_PAGE_OTHER || summary->kind == sign->kind) &&
	    (summary->flags & sign->flags) == sign->flags;
}

static bool
is_first_of_all(const struct candidate *one)
{
	return one->summary->is_home || strcmp(one->path, "index.html") == 0 || strcmp(one->path, "index.htm") == 0;
}

/* The table of cookies and the statement to print are poor examples of what a site shows. */
static bool
is_poor_example(enum clair_sample_why kind, const struct clair_page_summary *summary)
{
	return kind >= CLAIR_SAMPLE_DATA_TABLE && kind <= CLAIR_SAMPLE_DOWNLOAD &&
	    (summary->kind == CLAIR_PAGE_LEGAL || summary->kind == CLAIR_PAGE_STATEMENT);
}

/* How well a page is an example of a kind: 0, well; more, less; NO_FIT, it is none. */
static unsigned
fit(const struct candidate *one, enum clair_sample_why kind)
{
	const struct clair_page_summary *summary = one->summary;

	if (kind == CLAIR_SAMPLE_HOME && is_first_of_all(one))
		return 0;
	if (kind == CLAIR_SAMPLE_MENU && (summary->flags & CLAIR_SUMMARY_IS_SITE_MAP) != 0)
		return NO_FIT;
	if (shows(&signs[kind][0], summary))
		return 1 + is_poor_example(kind, summary);
	return shows(&signs[kind][1], summary) ? 2 : NO_FIT;
}

static unsigned
best_fit(const struct choice *choice, enum clair_sample_why kind, bool of_sample)
{
	unsigned best = NO_FIT;

	for (uint32_t i = 0; i < choice->count; i++) {
		const unsigned own = of_sample && !choice->all[i].chosen ? NO_FIT : fit(&choice->all[i], kind);

		best = own < best ? own : best;
	}
	return best;
}

/* --- Choices -------------------------------------------------------------------------------------- */

static void
choose(struct choice *choice, uint32_t index, enum clair_sample_why why)
{
	const uint32_t at = choice->sample->count++;
	const struct clair_look *look = &choice->all[index].summary->look;

	choice->pages[at] = (struct clair_sample_page){.page = choice->all[index].summary->page, .why = why};
	choice->candidates[at] = index;
	choice->all[index].chosen = true;
	for (uint32_t i = 0; i < choice->count; i++) {
		struct candidate *one = &choice->all[i];
		const double distance = clair_look_distance(&one->summary->look, look);

		if (distance >= one->distance)
			continue;
		one->distance = distance;
		one->nearest = at;
	}
}

static bool
has_room(const struct choice *choice)
{
	return choice->sample->count < choice->room;
}

/* Of two that fit as well: the one that fewer clicks lead to, then the one that is filed higher. */
static bool
is_before(const struct candidate *one, const struct candidate *other)
{
	const unsigned depth = (unsigned)one->summary->depth;
	const unsigned other_depth = (unsigned)other->summary->depth;

	return depth != other_depth ? depth < other_depth : one->slashes < other->slashes;
}

/* One page of the kind, unless the sample has one that is as good. */
static void
choose_kind(struct choice *choice, enum clair_sample_why kind)
{
	const unsigned best = best_fit(choice, kind, false);
	uint32_t found = NOWHERE;

	if (best == NO_FIT || !has_room(choice) || best_fit(choice, kind, true) == best)
		return;
	for (uint32_t i = 0; i < choice->count; i++)
		if (fit(&choice->all[i], kind) == best &&
		    (found == NOWHERE || is_before(&choice->all[i], &choice->all[found])))
			found = i;
	choose(choice, found, kind);
}

static void
choose_steps(struct choice *choice, uint32_t process)
{
	for (uint32_t i = process; i < choice->count; i++) {
		if (choice->all[i].process != process || choice->all[i].chosen)
			continue;
		if (has_room(choice))
			choose(choice, i, CLAIR_SAMPLE_STEP);
		else
			choice->sample->steps_left++;
	}
}

/* The first process, whole; gives its steps. */
static uint32_t
choose_first_process(struct choice *choice)
{
	for (uint32_t i = 0; i < choice->count; i++) {
		if (choice->all[i].steps == 0)
			continue;
		choose_steps(choice, i);
		return choice->all[i].steps;
	}
	return 0;
}

/* Those that fit whole, as long as processes have no more than half of the sample; `used`: steps of the first. */
static void
choose_other_processes(struct choice *choice, uint32_t used)
{
	bool is_first = true;

	for (uint32_t i = 0; i < choice->count; i++) {
		const uint32_t steps = choice->all[i].steps;

		if (steps == 0)
			continue;
		if (is_first) {
			is_first = false;
			continue;
		}
		if (used + steps > choice->room / STEPS_PART || choice->sample->count + steps > choice->room) {
			choice->sample->steps_left += steps;
			continue;
		}
		choose_steps(choice, i);
		used += steps;
	}
}

/* Leader clustering (Hartigan, 1975) of the pages that look like none of the sample: in order, a page joins the
 * first group whose first page it looks like, or begins one. */
static void
group_looks(struct choice *choice)
{
	uint32_t leaders[GROUP_LIMIT];
	uint32_t count = 0;

	for (uint32_t i = 0; i < choice->count; i++) {
		const struct clair_look *look = &choice->all[i].summary->look;
		uint32_t group = 0;

		if (choice->all[i].chosen || choice->all[i].distance < choice->look_limit)
			continue;
		while (group < count &&
		    clair_look_distance(&choice->all[leaders[group]].summary->look, look) >= choice->look_limit)
			group++;
		if (group == GROUP_LIMIT)
			continue;
		if (group == count)
			leaders[count++] = i;
		choice->all[leaders[group]].group++;
	}
}

/* The page whose look most pages share, or else the one whose look is the least like those of the sample (Gonzalez,
 * 1985), among those that look like none of it; NOWHERE: each looks like some. */
static uint32_t
next_look(const struct choice *choice, bool widest)
{
	uint32_t best = NOWHERE;

	for (uint32_t i = 0; i < choice->count; i++) {
		const struct candidate *one = &choice->all[i];
		const struct candidate *other = best == NOWHERE ? NULL : &choice->all[best];

		if (one->chosen || one->distance < choice->look_limit)
			continue;
		if (other == NULL || (widest ? one->group > other->group : one->distance > other->distance))
			best = i;
	}
	return best;
}

/* In turn: the first alone would leave out what is rare, the second would only show that. */
static void
choose_looks(struct choice *choice)
{
	bool widest = true;

	group_looks(choice);
	for (; has_room(choice); widest = !widest) {
		const uint32_t next = next_look(choice, widest);

		if (next == NOWHERE)
			return;
		choose(choice, next, CLAIR_SAMPLE_LOOK);
	}
}

static void
choose_random(struct choice *choice)
{
	struct clair_sample *sample = choice->sample;
	uint32_t left = (sample->count + RANDOM_PART - 2) / (RANDOM_PART - 1);

	for (; left > 0 && sample->count < sample->limit && sample->count < choice->count; left--) {
		uint32_t drawn = NOWHERE;

		for (uint32_t i = 0; i < choice->count; i++)
			if (!choice->all[i].chosen &&
			    (drawn == NOWHERE || choice->all[i].draw < choice->all[drawn].draw))
				drawn = i;
		choose(choice, drawn, CLAIR_SAMPLE_RANDOM);
	}
}

/* --- What is told --------------------------------------------------------------------------------- */

static void
tell_kinds(struct choice *choice)
{
	struct clair_sample *sample = choice->sample;

	for (unsigned kind = 0; kind < CLAIR_SAMPLE_KINDS; kind++) {
		const uint32_t bit = UINT32_C(1) << kind;
		uint32_t examples = 0;

		for (uint32_t i = 0; i < sample->count; i++) {
			if (fit(&choice->all[choice->candidates[i]], kind) == NO_FIT)
				continue;
			examples++;
			if (choice->pages[i].why != kind)
				choice->pages[i].also |= bit;
		}
		if (best_fit(choice, kind, false) == NO_FIT)
			sample->missing |= bit;
		else if (examples == 0)
			sample->no_room |= bit;
	}
}

static void
tell_looks(struct choice *choice)
{
	for (uint32_t i = 0; i < choice->count; i++) {
		const struct candidate *one = &choice->all[i];

		if (one->chosen)
			continue;
		if (one->distance < choice->look_limit)
			choice->pages[one->nearest].alike++;
		else
			choice->sample->looks_left++;
	}
}

static bool
choose_all(struct choice *choice, struct clair_run *run, struct clair_arena *mem)
{
	const struct clair_threshold *threshold =
	    clair_dict_threshold(clair_linter_dict(run->linter), "echantillon.aspect.min");
	struct clair_sample *sample = choice->sample;
	uint32_t steps;

	choice->pages = clair_alloc_array(&run->mem, sample->limit, sizeof(*choice->pages));
	choice->candidates = clair_alloc_array(mem, sample->limit, sizeof(*choice->candidates));
	if (choice->pages == NULL || choice->candidates == NULL || !list_candidates(choice, run, mem))
		return false;
	sample->pages = choice->pages;
	choice->look_limit = threshold == NULL ? 1 : threshold->value / 100;
	choice->room = sample->limit - (sample->limit > 1 ? (sample->limit + RANDOM_PART - 1) / RANDOM_PART : 0);
	for (unsigned kind = 0; kind < CLAIR_SAMPLE_STEP; kind++)
		choose_kind(choice, kind);
	steps = choose_first_process(choice);
	for (unsigned kind = CLAIR_SAMPLE_STEP + 1; kind < CLAIR_SAMPLE_KINDS; kind++)
		choose_kind(choice, kind);
	choose_other_processes(choice, steps);
	choose_looks(choice);
	choose_random(choice);
	tell_kinds(choice);
	tell_looks(choice);
	return true;
}

enum clair_status
clair_run_sample(struct clair_run *run, uint32_t limit, uint32_t seed)
{
	struct choice choice = {0};
	struct clair_arena mem;
	bool fine;

	if (run->tested_count == 0)
		return CLAIR_OK;
	choice.sample = clair_alloc(&run->mem, sizeof(*choice.sample));
	if (choice.sample == NULL)
		return CLAIR_NO_MEMORY;
	*choice.sample = (struct clair_sample){.limit = limit > 0 ? limit : 1, .seed = seed};
	clair_arena_init(&mem, 0);
	fine = choose_all(&choice, run, &mem);
	clair_arena_free(&mem);
	run->sample = fine ? choice.sample : NULL;
	return fine ? CLAIR_OK : CLAIR_NO_MEMORY;
}

uint32_t
clair_run_sampled(const struct clair_run *run)
{
	return run->sample == NULL ? 0 : run->sample->count;
}

bool
clair_run_in_sample(const struct clair_run *run, const struct clair_finding *finding)
{
	if (run->sample == NULL || finding->page == NULL)
		return true;
	for (uint32_t i = 0; i < run->sample->count; i++)
		if (run->sample->pages[i].page == finding->page->page)
			return true;
	return false;
}
