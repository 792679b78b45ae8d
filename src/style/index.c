/* See index.h. One walk over the selectors counts those of each name, another puts them in place. */
#include "style/index.h"

#include <string.h>

static const struct clair_sheet_bucket empty_bucket;

static bool
is_seen(enum clair_property property)
{
	switch (property) {
	case CLAIR_CSS_DISPLAY:
	case CLAIR_CSS_VISIBILITY:
	case CLAIR_CSS_OPACITY:
	case CLAIR_CSS_CONTENT_VISIBILITY:
	case CLAIR_CSS_POSITION:
	case CLAIR_CSS_CLIP:
	case CLAIR_CSS_CLIP_PATH:
	case CLAIR_CSS_COLOR:
	case CLAIR_CSS_TEXT_FILL_COLOR:
	case CLAIR_CSS_BACKGROUND_COLOR:
	case CLAIR_CSS_BACKGROUND_IMAGE:
	case CLAIR_CSS_FONT_SIZE:
	case CLAIR_CSS_CONTENT:
	case CLAIR_CSS_OUTLINE_STYLE:
		return true;
	default:
		return false;
	}
}

uint8_t
clair_rule_flags(const struct clair_css_block *block)
{
	unsigned flags = 0;

	for (uint32_t i = 0; i < block->count; i++) {
		const struct clair_css_declaration *declaration = &block->list[i];

		if (declaration->important)
			flags |= CLAIR_RULE_IMPORTANT;
		if (declaration->property == CLAIR_PROPERTY_NONE)
			flags |= CLAIR_RULE_CUSTOM;
		else if (declaration->property == CLAIR_CSS_CONTENT)
			flags |= CLAIR_RULE_CONTENT;
		if (is_seen(declaration->property))
			flags |= CLAIR_RULE_SEEN;
	}
	return (uint8_t)flags;
}

/* Selectors that cannot match, and rules that declare nothing, are left out. */
static bool
is_kept(const struct clair_css_rule *rule, const struct clair_css_selector *selector)
{
	return rule->block.count != 0 && !selector->never &&
	    selector->pseudo != CLAIR_PSEUDO_OTHER;
}

/* Calls back for each place of each selector that is kept: one for each name it may be found by. */
struct place {
	const struct clair_css_rule *rule;
	uint32_t number; /* of the rule */
	const struct clair_css_selector *selector;
	uint32_t name;   /* 0: any */
};

static void
each_place(const struct clair_sheet *sheet, void (*call)(void *, const struct place *), void *payload)
{
	uint32_t names[CLAIR_SELECTOR_NAMES];

	for (uint32_t i = 0; i < sheet->rule_count; i++) {
		const struct clair_css_rule *rule = &sheet->rules[i];

		for (uint32_t j = 0; j < rule->selectors.count; j++) {
			struct place place = {rule, i, &rule->selectors.list[j], 0};
			size_t count;

			if (!is_kept(rule, place.selector))
				continue;
			count = clair_selector_names(place.selector, names);
			for (size_t k = 0; k < count; k++) {
				place.name = names[k];
				call(payload, &place);
			}
			if (count == 0)
				call(payload, &place);
		}
	}
}

static void
count_place(void *payload, const struct place *place)
{
	uint32_t *count = payload;

	(void)place;
	(*count)++;
}

struct build {
	struct clair_sheet_index *index;
	struct clair_sheet_bucket *buckets;
	struct clair_sheet_entry *entries;
	uint32_t *used; /* entries in each bucket so far; `any` is past the last */
	uint32_t flags_of;
	uint8_t flags;  /* of the rule of that number */
};

/* The bucket of a name in an open table with free places; a free one when the name is new. */
static struct clair_sheet_bucket *
bucket_of(struct build *build, uint32_t name)
{
	uint32_t mask = build->index->mask;
	uint32_t at = name & mask;

	if (name == 0)
		return &build->index->any;
	while (build->buckets[at].count != 0 && build->buckets[at].hash != name)
		at = (at + 1) & mask;
	return &build->buckets[at];
}

static void
count_name(void *payload, const struct place *place)
{
	struct build *build = payload;
	struct clair_sheet_bucket *bucket = bucket_of(build, place->name);

	bucket->hash = place->name;
	bucket->count++;
	build->index->states |= place->selector->states;
}

/* Gives each bucket its first place; `any` comes first. */
static void
share_out(struct build *build)
{
	uint32_t from = build->index->any.count;

	for (uint32_t i = 0; i <= build->index->mask; i++) {
		build->buckets[i].from = from;
		from += build->buckets[i].count;
	}
}

static uint8_t
flags_of(struct build *build, const struct place *place)
{
	if (build->flags_of != place->number) {
		build->flags_of = place->number;
		build->flags = clair_rule_flags(&place->rule->block);
	}
	return build->flags;
}

static void
add_entry(void *payload, const struct place *place)
{
	struct build *build = payload;
	struct clair_sheet_bucket *bucket = bucket_of(build, place->name);
	size_t rank = place->name == 0 ? build->index->mask + (size_t)1
	                               : (size_t)(bucket - build->buckets);
	struct clair_sheet_entry *entry = &build->entries[bucket->from + build->used[rank]++];

	*entry = (struct clair_sheet_entry){
	    .selector = place->selector,
	    .rule = place->number,
	    .condition = place->rule->condition,
	    .pseudo = place->selector->pseudo,
	    .flags = flags_of(build, place),
	};
	memcpy(entry->ancestors, place->selector->ancestors, sizeof(entry->ancestors));
}

static bool
asks_for_orientation(const struct clair_sheet *sheet)
{
	for (uint32_t i = 0; i < sheet->condition_count; i++) {
		const struct clair_condition *condition = &sheet->conditions[i];

		if (condition->kind == CLAIR_CONDITION_MEDIA &&
		    clair_media_names(condition->media, "orientation"))
			return true;
	}
	return false;
}

static uint32_t
room_for(uint32_t count)
{
	uint32_t room = 16;

	while (room < count + count / 2)
		room *= 2;
	return room;
}

void *
clair_sheet_index_new(struct clair_sheet *sheet)
{
	struct clair_arena *arena = &sheet->mem;
	struct clair_sheet_index *index = clair_alloc(arena, sizeof(*index));
	struct build build = {.index = index, .flags_of = UINT32_MAX};
	uint32_t count = 0;
	uint32_t room;

	each_place(sheet, count_place, &count);
	room = room_for(count);
	build.used = clair_alloc_array(arena, (size_t)room + 1, sizeof(*build.used));
	build.buckets = clair_alloc_array(arena, room, sizeof(*build.buckets));
	build.entries = clair_alloc_array(arena, count, sizeof(*build.entries));
	if (arena->failed)
		return NULL;
	index->mask = room - 1;
	index->count = count;
	index->buckets = build.buckets;
	index->entries = build.entries;
	index->orientation = asks_for_orientation(sheet);
	each_place(sheet, count_name, &build);
	share_out(&build);
	each_place(sheet, add_entry, &build);
	return index;
}

const struct clair_sheet_bucket *
clair_sheet_index_find(const struct clair_sheet_index *index, uint32_t hash)
{
	uint32_t at = hash & index->mask;

	while (index->buckets[at].count != 0) {
		if (index->buckets[at].hash == hash)
			return &index->buckets[at];
		at = (at + 1) & index->mask;
	}
	return &empty_bucket;
}
