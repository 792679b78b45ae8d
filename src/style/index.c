/* See index.h. Two walks over the selectors: the first counts those of each name, the second puts
 * them in their place. */
#include "style/index.h"

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

static uint32_t
count_entries(const struct clair_sheet *sheet)
{
	uint32_t count = 0;

	for (uint32_t i = 0; i < sheet->rule_count; i++) {
		const struct clair_css_rule *rule = &sheet->rules[i];

		for (uint32_t j = 0; j < rule->selectors.count; j++)
			count += is_kept(rule, &rule->selectors.list[j]);
	}
	return count;
}

/* The bucket of a name in an open table with free places; a free one when the name is new. */
static struct clair_sheet_bucket *
place(struct clair_sheet_bucket *buckets, uint32_t mask, uint32_t hash)
{
	uint32_t at = hash & mask;

	while (buckets[at].count != 0 && buckets[at].hash != hash)
		at = (at + 1) & mask;
	return &buckets[at];
}

struct build {
	struct clair_sheet *sheet;
	struct clair_sheet_index *index;
	struct clair_sheet_bucket *buckets;
	struct clair_sheet_entry *entries;
};

static struct clair_sheet_bucket *
bucket_of(struct build *build, const struct clair_css_selector *selector)
{
	if (selector->key == CLAIR_KEY_ANY)
		return &build->index->any;
	return place(build->buckets, build->index->mask, selector->key_hash);
}

static void
count_names(struct build *build)
{
	const struct clair_sheet *sheet = build->sheet;

	for (uint32_t i = 0; i < sheet->rule_count; i++) {
		const struct clair_css_rule *rule = &sheet->rules[i];

		for (uint32_t j = 0; j < rule->selectors.count; j++) {
			const struct clair_css_selector *selector = &rule->selectors.list[j];
			struct clair_sheet_bucket *bucket;

			if (!is_kept(rule, selector))
				continue;
			bucket = bucket_of(build, selector);
			bucket->hash = selector->key_hash;
			bucket->count++;
			build->index->states |= selector->states;
		}
	}
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

static void
add_entries(struct build *build, uint32_t number, uint32_t *next)
{
	const struct clair_css_rule *rule = &build->sheet->rules[number];
	uint8_t flags = clair_rule_flags(&rule->block);

	for (uint32_t j = 0; j < rule->selectors.count; j++) {
		const struct clair_css_selector *selector = &rule->selectors.list[j];
		struct clair_sheet_bucket *bucket = bucket_of(build, selector);
		struct clair_sheet_entry *entry;
		size_t rank = bucket == &build->index->any ? 0 : (size_t)(bucket - build->buckets) + 1;

		if (!is_kept(rule, selector))
			continue;
		entry = &build->entries[bucket->from + next[rank]++];
		entry->selector = selector;
		entry->rule = number;
		entry->condition = rule->condition;
		for (int k = 0; k < 4; k++)
			entry->ancestors[k] = selector->ancestors[k];
		entry->pseudo = selector->pseudo;
		entry->flags = flags;
	}
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
	uint32_t count = count_entries(sheet);
	uint32_t room = room_for(count);
	struct build build = {.sheet = sheet, .index = index};
	uint32_t *next = clair_alloc_array(arena, (size_t)room + 1, sizeof(*next));

	build.buckets = clair_alloc_array(arena, room, sizeof(*build.buckets));
	build.entries = clair_alloc_array(arena, count, sizeof(*build.entries));
	if (arena->failed)
		return NULL;
	index->mask = room - 1;
	index->count = count;
	index->buckets = build.buckets;
	index->entries = build.entries;
	index->orientation = asks_for_orientation(sheet);
	count_names(&build);
	share_out(&build);
	for (uint32_t i = 0; i < sheet->rule_count; i++)
		add_entries(&build, i, next);
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
