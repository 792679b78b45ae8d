/*
 * Which rules match an element, in the order of the cascade (CSS Cascade 5, section 6). Rules are found
 * by the id, the classes and the tag of the element; a counting Bloom filter of the names that its
 * ancestors have puts most of them aside before they are looked at.
 */
#include "style/cascade.h"

#include "base/clock.h"
#include "clairlint/rule.h"

#include <stdlib.h>
#include <string.h>

enum { FILTER_BITS = 12, FILTER_SIZE = 1 << FILTER_BITS, FILTER_FULL = UINT16_MAX };
enum { FIRST_ROOM = 16, SORTED_BY_HAND = 64, LOOKS_A_TICK = 4096, STEPS_A_TICK = 1 << 16,
	COMPARED_NAMES = 64 };

/* Steps of matching one page. An ordinary page of 1,500 elements takes some 50,000. */
static const uint64_t step_ceiling = 200000000;

/* The names that the ancestors of an element have, and those of the element itself. */
struct clair_filter {
	uint16_t counts[FILTER_SIZE];
	uint32_t *hashes;        /* of the ancestors, the nearest last */
	size_t count, room;
	size_t *starts;          /* where those of each ancestor start */
	size_t depth, depth_room;
};

/* Where the rules for one name are, in each sheet that has some. */
struct run {
	uint32_t sheet;
	struct clair_sheet_bucket bucket;
};
struct name {
	uint32_t hash;
	uint32_t from, count; /* in runs */
	bool known;
};
struct clair_name_memo {
	struct name *names;
	uint32_t count, mask;
	struct run *runs;
	uint32_t run_count, run_room;
	uint32_t *own; /* hashes of the names of the element being matched: tag, id, classes, attributes */
	size_t own_count, own_room;
	size_t filtered; /* how many come before the attributes */
};

/* Room for one more; the old list stays in the arena. NULL when it fails. */
static void *
grown(struct clair_arena *arena, void *list, size_t count, size_t *room, size_t size)
{
	void *larger;

	if (count < *room)
		return list;
	*room = *room != 0 ? *room * 2 : FIRST_ROOM;
	larger = clair_alloc_array(arena, *room, size);
	if (larger != NULL && count != 0)
		memcpy(larger, list, count * size);
	return larger;
}

/* --- The filter ----------------------------------------------------------------------------------- */

static void
filter_add(struct clair_filter *filter, uint32_t hash)
{
	uint16_t *one = &filter->counts[hash % FILTER_SIZE];
	uint16_t *other = &filter->counts[(hash >> FILTER_BITS) % FILTER_SIZE];

	*one = (uint16_t)(*one + (*one != FILTER_FULL));
	*other = (uint16_t)(*other + (*other != FILTER_FULL));
}

/* A count that was full is not known any more: it stays. */
static void
filter_remove(struct clair_filter *filter, uint32_t hash)
{
	uint16_t *one = &filter->counts[hash % FILTER_SIZE];
	uint16_t *other = &filter->counts[(hash >> FILTER_BITS) % FILTER_SIZE];

	*one = (uint16_t)(*one - (*one != FILTER_FULL));
	*other = (uint16_t)(*other - (*other != FILTER_FULL));
}

static inline bool
filter_rejects(const struct clair_filter *filter, const uint32_t ancestors[4])
{
	for (int i = 0; i < 4 && ancestors[i] != 0; i++) {
		if (filter->counts[ancestors[i] % FILTER_SIZE] == 0 ||
		    filter->counts[(ancestors[i] >> FILTER_BITS) % FILTER_SIZE] == 0)
			return true;
	}
	return false;
}

/* --- Names of an element -------------------------------------------------------------------------- */

static bool
is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

static void
add_own(struct clair_cascade *cascade, enum clair_selector_key kind, const char *text, size_t length)
{
	struct clair_name_memo *memo = cascade->names;
	bool fold = cascade->match.quirks;

	uint32_t hash = clair_selector_hash(kind, text, length, fold);

	for (size_t i = 0; i < memo->own_count && i < COMPARED_NAMES; i++) {
		if (memo->own[i] == hash)
			return;
	}
	memo->own = grown(
	    cascade->arena, memo->own, memo->own_count, &memo->own_room, sizeof(*memo->own));
	if (memo->own != NULL)
		memo->own[memo->own_count++] = hash;
	else
		memo->own_count = 0;
}

/* The hashes of its tag, id and classes, then of its attributes. */
static void
name_element(struct clair_cascade *cascade, const struct clair_node *node)
{
	const char *id = clair_attr(node, CLAIR_ATTR_ID);
	const char *class = clair_attr(node, CLAIR_ATTR_CLASS);

	cascade->names->own_count = 0;
	add_own(cascade, CLAIR_KEY_TAG, node->name, strlen(node->name));
	if (id != NULL && id[0] != '\0')
		add_own(cascade, CLAIR_KEY_ID, id, strlen(id));
	while (class != NULL) {
		const char *start;

		while (is_space(*class))
			class++;
		if (*class == '\0')
			break;
		start = class;
		while (*class != '\0' && !is_space(*class))
			class++;
		add_own(cascade, CLAIR_KEY_CLASS, start, (size_t)(class - start));
	}
	cascade->names->filtered = cascade->names->own_count;
	for (uint16_t i = 0; i < node->attribute_count; i++)
		add_own(cascade, CLAIR_KEY_ATTRIBUTE, node->attributes[i].name,
		    strlen(node->attributes[i].name));
}

/* --- Rules by name -------------------------------------------------------------------------------- */

static struct name *
name_place(const struct clair_name_memo *memo, uint32_t hash)
{
	uint32_t at = hash & memo->mask;

	while (memo->names[at].known && memo->names[at].hash != hash)
		at = (at + 1) & memo->mask;
	return &memo->names[at];
}

static bool
make_room_for_name(struct clair_cascade *cascade)
{
	struct clair_name_memo *memo = cascade->names;
	struct clair_name_memo old = *memo;
	uint32_t room = (memo->mask + 1) * 2;

	if (memo->count < memo->mask / 2)
		return true;
	memo->names = clair_alloc_array(cascade->arena, room, sizeof(*memo->names));
	if (memo->names == NULL)
		return false;
	memo->mask = room - 1;
	for (uint32_t i = 0; i <= old.mask; i++) {
		if (old.names[i].known)
			*name_place(memo, old.names[i].hash) = old.names[i];
	}
	return true;
}

static bool
add_run(struct clair_cascade *cascade, uint32_t sheet, const struct clair_sheet_bucket *bucket)
{
	struct clair_name_memo *memo = cascade->names;
	size_t room = memo->run_room;

	memo->runs =
	    grown(cascade->arena, memo->runs, memo->run_count, &room, sizeof(*memo->runs));
	if (memo->runs == NULL)
		return false;
	memo->run_room = (uint32_t)room;
	memo->runs[memo->run_count++] = (struct run){.sheet = sheet, .bucket = *bucket};
	return true;
}

/* Looks for a name in all the sheets, once a page. NULL when the arena fails. */
static const struct name *
name_of(struct clair_cascade *cascade, uint32_t hash)
{
	struct clair_name_memo *memo = cascade->names;
	struct name *name = name_place(memo, hash);

	if (name->known)
		return name;
	if (!make_room_for_name(cascade))
		return NULL;
	name = name_place(memo, hash);
	*name = (struct name){.hash = hash, .from = memo->run_count, .known = true};
	memo->count++;
	for (uint32_t i = 0; i < cascade->sheet_count; i++) {
		const struct clair_sheet_bucket *bucket =
		    clair_sheet_index_find(cascade->sheets[i].index, hash);

		if (bucket->count != 0 && !add_run(cascade, i, bucket))
			return NULL;
	}
	name->count = memo->run_count - name->from;
	return name;
}

/* --- Matching ------------------------------------------------------------------------------------- */

void
clair_cascade_add(struct clair_cascade *cascade, enum clair_pseudo_element pseudo,
    const struct clair_matched *matched)
{
	struct clair_matches *matches = &cascade->found[pseudo];
	size_t room = matches->room;

	matches->list =
	    grown(cascade->arena, matches->list, matches->count, &room, sizeof(*matches->list));
	matches->room = (uint32_t)room;
	if (matches->list != NULL)
		matches->list[matches->count++] = *matched;
	else
		matches->count = 0;
}

bool
clair_cascade_is_over(struct clair_cascade *cascade)
{
	if (cascade->only_browser)
		return false;
	if (cascade->match.exhausted)
		return true;
	if (cascade->looked_at < LOOKS_A_TICK)
		return false;
	cascade->looked_at = 0;
	return clair_clock_is_past(&cascade->end);
}

static uint64_t
weigh(const struct clair_cascade_sheet *sheet, const struct clair_sheet_entry *entry)
{
	uint32_t layer = sheet->sheet->rules[entry->rule].layer;
	uint32_t level = layer == CLAIR_NO_LAYER ? sheet->level : sheet->levels[layer];

	return (uint64_t)level << 32 | entry->selector->specificity;
}

static void
consider(struct clair_cascade *cascade, uint32_t number, const struct clair_sheet_entry *entry,
    const struct clair_node *node)
{
	const struct clair_cascade_sheet *sheet = &cascade->sheets[number];
	enum clair_holds holds = CLAIR_HOLDS;

	if (cascade->filter != NULL && filter_rejects(cascade->filter, entry->ancestors))
		return;
	if (entry->condition != CLAIR_NO_CONDITION)
		holds = sheet->holds[entry->condition];
	if (holds == CLAIR_FAILS ||
	    !clair_selector_matches_node(&cascade->match, entry->selector, node))
		return;
	if (holds == CLAIR_UNKNOWN_IF_HOLDS) {
		cascade->unsure = cascade->unsure || (entry->flags & CLAIR_RULE_SEEN) != 0;
		return;
	}
	clair_cascade_add(cascade, entry->pseudo,
	    &(struct clair_matched){
	        .weight = weigh(sheet, entry),
	        .id = (uint64_t)number << 32 | entry->rule,
	        .block = &sheet->sheet->rules[entry->rule].block,
	        .flags = entry->flags,
	    });
}

static bool
is_late(struct clair_cascade *cascade)
{
	cascade->steps_seen = cascade->match.steps;
	return !cascade->only_browser && clair_clock_is_past(&cascade->end);
}

static void
consider_run(struct clair_cascade *cascade, uint32_t number,
    const struct clair_sheet_bucket *bucket, const struct clair_node *node)
{
	const struct clair_cascade_sheet *sheet = &cascade->sheets[number];
	bool is_foreign = (node->flags & CLAIR_NODE_FOREIGN) != 0;

	if (sheet->is_browser ? sheet->is_foreign != is_foreign : cascade->only_browser)
		return;
	cascade->looked_at += bucket->count;
	for (uint32_t i = 0; i < bucket->count && !cascade->match.exhausted; i++) {
		if (i % LOOKS_A_TICK == LOOKS_A_TICK - 1 ||
		    cascade->match.steps - cascade->steps_seen > STEPS_A_TICK)
			cascade->match.exhausted = is_late(cascade);
		consider(cascade, number, &sheet->index->entries[bucket->from + i], node);
	}
}

static int
compare(const void *left, const void *right)
{
	const struct clair_matched *one = left, *other = right;

	if (one->weight != other->weight)
		return one->weight < other->weight ? -1 : 1;
	if (one->id != other->id)
		return one->id < other->id ? -1 : 1;
	return 0;
}

/* The weakest first. A rule that matches by several selectors keeps the strongest place. */
static void
sort(struct clair_matches *matches)
{
	if (matches->count > SORTED_BY_HAND) {
		qsort(matches->list, matches->count, sizeof(*matches->list), compare);
		return;
	}
	for (uint32_t i = 1; i < matches->count; i++) {
		struct clair_matched moved = matches->list[i];
		uint32_t at = i;

		for (; at > 0 && compare(&matches->list[at - 1], &moved) > 0; at--)
			matches->list[at] = matches->list[at - 1];
		matches->list[at] = moved;
	}
}

void
clair_cascade_match(struct clair_cascade *cascade, const struct clair_node *node)
{
	struct clair_name_memo *memo = cascade->names;

	for (int i = 0; i < CLAIR_PSEUDO_OTHER; i++)
		cascade->found[i].count = 0;
	cascade->unsure = false;
	cascade->looked_at++;
	name_element(cascade, node);
	for (uint32_t i = 0; i < cascade->sheet_count; i++)
		consider_run(cascade, i, &cascade->sheets[i].index->any, node);
	for (size_t i = 0; i < memo->own_count; i++) {
		const struct name *name = name_of(cascade, memo->own[i]);

		for (uint32_t j = 0; name != NULL && j < name->count; j++) {
			const struct run *run = &memo->runs[name->from + j];

			consider_run(cascade, run->sheet, &run->bucket, node);
		}
	}
	if (!cascade->only_browser) {
		clair_cascade_add_hints(cascade, node);
		clair_cascade_add_attribute(cascade, node);
	}
	for (int i = 0; i < CLAIR_PSEUDO_OTHER; i++)
		sort(&cascade->found[i]);
}

void
clair_cascade_enter(struct clair_cascade *cascade)
{
	struct clair_filter *filter = cascade->filter;
	const struct clair_name_memo *memo = cascade->names;

	filter->starts = grown(cascade->arena, filter->starts, filter->depth, &filter->depth_room,
	    sizeof(*filter->starts));
	if (filter->starts == NULL)
		return;
	filter->starts[filter->depth++] = filter->count;
	for (size_t i = 0; i < memo->filtered; i++) {
		filter->hashes = grown(cascade->arena, filter->hashes, filter->count,
		    &filter->room, sizeof(*filter->hashes));
		if (filter->hashes == NULL)
			return;
		filter->hashes[filter->count++] = memo->own[i];
		filter_add(filter, memo->own[i]);
	}
}

void
clair_cascade_leave(struct clair_cascade *cascade)
{
	struct clair_filter *filter = cascade->filter;
	size_t start = filter->starts[--filter->depth];

	while (filter->count > start)
		filter_remove(filter, filter->hashes[--filter->count]);
}

/* --- Start ---------------------------------------------------------------------------------------- */

static void
add_sheet(struct clair_cascade *cascade, const struct clair_sheet *sheet, bool is_foreign)
{
	struct clair_cascade_sheet *place = &cascade->sheets[cascade->sheet_count++];

	place->sheet = sheet;
	place->index = sheet->index;
	place->holds = clair_cascade_conditions(sheet, &cascade->set->screen, cascade->arena);
	place->is_browser = cascade->sheet_count <= cascade->browser_count;
	place->is_foreign = is_foreign;
	place->level = CLAIR_LEVEL_BROWSER;
}

static bool
add_sheets(struct clair_cascade *cascade)
{
	const struct clair_style_set *set = cascade->set;
	const struct clair_browser_style *browser = set->browser;
	uint32_t count = 0;

	if (browser != NULL)
		count = cascade->page->quirks ? 3 : 2;
	cascade->browser_count = count;
	cascade->sheets = clair_alloc_array(
	    cascade->arena, (size_t)set->count + count, sizeof(*cascade->sheets));
	if (cascade->sheets == NULL)
		return false;
	if (browser != NULL) {
		add_sheet(cascade, browser->html, false);
		add_sheet(cascade, browser->foreign, true);
		if (cascade->page->quirks)
			add_sheet(cascade, browser->quirks, false);
	}
	for (uint32_t i = 0; i < set->count; i++)
		add_sheet(cascade, set->uses[i].sheet, false);
	return clair_cascade_rank_layers(cascade);
}

static void
set_environment(struct clair_cascade *cascade)
{
	struct clair_css_environment *environment = &cascade->environment;

	cascade->initial = clair_css_initial(cascade->arena);
	if (cascade->initial == NULL)
		return;
	environment->viewport_width = cascade->set->screen.width;
	environment->viewport_height = cascade->set->screen.height;
	environment->initial = cascade->initial;
	environment->root_font_size = cascade->initial[CLAIR_CSS_FONT_SIZE].number;
	environment->root_line_height = clair_css_line_height(cascade->initial);
	environment->quirks = cascade->page->quirks;
}

bool
clair_cascade_init(struct clair_cascade *cascade, const struct clair_page *page,
    const struct clair_style_set *set, struct clair_arena *arena, unsigned milliseconds)
{
	enum { NAMES = 256 };
	struct clair_name_memo *memo = clair_alloc(arena, sizeof(*memo));

	*cascade = (struct clair_cascade){.page = page, .set = set, .arena = arena};
	cascade->end = clair_clock_after(milliseconds);
	cascade->match = (struct clair_match){
	    .page = page, .quirks = page->quirks, .arena = arena, .ceiling = step_ceiling};
	cascade->names = memo;
	cascade->filter = clair_alloc(arena, sizeof(*cascade->filter));
	if (memo == NULL || cascade->filter == NULL || !add_sheets(cascade))
		return false;
	memo->names = clair_alloc_array(arena, NAMES, sizeof(*memo->names));
	memo->mask = NAMES - 1;
	set_environment(cascade);
	return clair_cascade_init_hints(cascade) && clair_share_init(cascade) && !arena->failed;
}
