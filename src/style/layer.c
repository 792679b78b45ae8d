/*
 * Layers of all the sheets of a page in one order (CSS Cascade 5, 6.4.3), and the conditions of a sheet
 * on one screen.
 */
#include "style/cascade.h"

#include <string.h>

enum { DEPTH_LIMIT = 32 };

/* A name with its layers inside it, in the order they are first named. */
struct layer {
	struct layer *parent, *first, *last, *next;
	uint32_t level;
};

struct ranking {
	struct clair_cascade *cascade;
	struct clair_map map; /* struct layer * by full name */
	struct layer root;    /* what is in no layer */
};

static struct layer *
layer_at(struct ranking *ranking, struct layer *parent, const char *name, size_t length)
{
	void **slot = clair_map_at(&ranking->map, name, length);
	struct layer *layer;

	if (slot == NULL || *slot != NULL)
		return slot == NULL ? NULL : *slot;
	layer = clair_alloc(ranking->cascade->arena, sizeof(*layer));
	if (layer == NULL)
		return NULL;
	*slot = layer;
	layer->parent = parent;
	if (parent->last != NULL)
		parent->last->next = layer;
	else
		parent->first = layer;
	parent->last = layer;
	return layer;
}

/* The layer of a full name, "" being the root; those that hold it are named by it too. */
static struct layer *
layer_of(struct ranking *ranking, const char *name)
{
	struct layer *layer = &ranking->root;
	size_t length = 0;

	for (int depth = 1; layer != NULL && name[length] != '\0'; depth++) {
		length += name[length] == '.';
		length += depth < DEPTH_LIMIT ? strcspn(name + length, ".") : strlen(name + length);
		layer = layer_at(ranking, layer, name, length);
	}
	return layer;
}

/* Layers without a name are apart from those of the other links. */
static const char *
full_name(const struct ranking *ranking, const struct clair_sheet_use *use, const char *name)
{
	const char *anonymous = strchr(name, '\001');

	if (anonymous == NULL)
		return clair_asprintf(ranking->cascade->arena, "%s%s", use->layer_prefix, name);
	return clair_asprintf(ranking->cascade->arena, "%s%.*s\001%u:%s", use->layer_prefix,
	    (int)(anonymous - name), name, use->node != NULL ? use->node->index : 0, anonymous + 1);
}

/* The layer of the @import that brought the sheet: its prefix without the last dot. */
static struct layer *
layer_of_import(struct ranking *ranking, const struct clair_sheet_use *use)
{
	size_t length = strlen(use->layer_prefix);

	return layer_of(ranking, clair_strndup(ranking->cascade->arena, use->layer_prefix,
	    length != 0 ? length - 1 : 0));
}

static void
name_layers(struct ranking *ranking, const struct clair_sheet_use *use, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		layer_of(ranking, full_name(ranking, use, use->sheet->layers[i].name));
}

/* Imported sheets stand before the one that the link brought, but the layers that it names before its
 * imports come before theirs. */
static void
name_all(struct ranking *ranking)
{
	const struct clair_style_set *set = ranking->cascade->set;

	for (uint32_t i = 0; i < set->count; i++) {
		const struct clair_sheet_use *use = &set->uses[i];
		uint32_t top = i;

		if (i == 0 || set->uses[i - 1].node != use->node) {
			while (top + 1 < set->count && set->uses[top + 1].node == use->node)
				top++;
			name_layers(
			    ranking, &set->uses[top], set->uses[top].sheet->layers_before);
		}
		layer_of_import(ranking, use);
		name_layers(ranking, use, use->sheet->layer_count);
	}
}

/* What a layer holds comes before its own rules: post-order. */
static uint32_t
number(struct layer *root)
{
	uint32_t level = CLAIR_LEVEL_FIRST_LAYER;
	struct layer *layer = root;

	for (;;) {
		while (layer->first != NULL)
			layer = layer->first;
		for (;;) {
			layer->level = level++;
			if (layer == root)
				return root->level;
			if (layer->next != NULL)
				break;
			layer = layer->parent;
		}
		layer = layer->next;
	}
}

static void
give_levels(
    struct ranking *ranking, struct clair_cascade_sheet *sheet, const struct clair_sheet_use *use)
{
	struct clair_arena *arena = ranking->cascade->arena;
	uint32_t *levels = clair_alloc_array(arena, use->sheet->layer_count, sizeof(*levels));
	const struct layer *layer = layer_of_import(ranking, use);

	sheet->level = layer == NULL ? 0 : layer->level;
	sheet->levels = levels;
	for (uint32_t i = 0; i < use->sheet->layer_count && levels != NULL; i++) {
		layer = layer_of(ranking, full_name(ranking, use, use->sheet->layers[i].name));
		levels[i] = layer == NULL ? 0 : layer->level;
	}
}

bool
clair_cascade_rank_layers(struct clair_cascade *cascade)
{
	struct ranking ranking = {.cascade = cascade};

	clair_map_init(&ranking.map, cascade->arena);
	name_all(&ranking);
	cascade->top_level = number(&ranking.root);
	for (uint32_t i = 0; i < cascade->set->count; i++)
		give_levels(&ranking, &cascade->sheets[cascade->browser_count + i],
		    &cascade->set->uses[i]);
	return !cascade->arena->failed;
}

static enum clair_holds
holds_here(const struct clair_condition *condition, const struct clair_screen *screen)
{
	if (condition->kind != CLAIR_CONDITION_MEDIA)
		return CLAIR_UNKNOWN_IF_HOLDS;
	return clair_media_matches(condition->media, screen) ? CLAIR_HOLDS : CLAIR_FAILS;
}

const uint8_t *
clair_cascade_conditions(
    const struct clair_sheet *sheet, const struct clair_screen *screen, struct clair_arena *arena)
{
	uint8_t *holds = clair_alloc_array(arena, sheet->condition_count, sizeof(*holds));

	for (uint32_t i = 0; i < sheet->condition_count && holds != NULL; i++) {
		const struct clair_condition *condition = &sheet->conditions[i];

		holds[i] = (uint8_t)holds_here(condition, screen);
		if (condition->parent < i && holds[condition->parent] < holds[i])
			holds[i] = holds[condition->parent];
	}
	return holds;
}
