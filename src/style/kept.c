/* See kept.h. Both tables are open hashes; their order is never seen. */
#include "style/kept.h"

#include "base/map.h"

#include <string.h>

/* Real pages stay under 2 MiB. */
enum { BUDGET = 16 * 1024 * 1024, FIRST_ROOM = 256 };

struct value_slot {
	const struct clair_css_customs *customs;
	const struct clair_css_pending *pending; /* NULL: free */
	struct clair_css_value value;
};

struct text_slot {
	struct clair_css_text_source source; /* text NULL: free */
	const char *text;
};

struct clair_css_kept {
	size_t budget;
	bool spent;
	char *scratch;
	struct value_slot *values;
	size_t value_room, value_count;
	struct text_slot *texts;
	size_t text_room, text_count;
};

struct clair_css_kept *
clair_css_kept_new(struct clair_arena *arena)
{
	struct clair_css_kept *kept = clair_alloc(arena, sizeof(*kept));

	if (kept != NULL)
		kept->budget = BUDGET;
	return kept;
}

bool
clair_css_kept_spend(struct clair_css_kept *kept, size_t bytes)
{
	if (kept == NULL)
		return true;
	if (kept->budget < bytes) {
		kept->spent = true;
		return false;
	}
	kept->budget -= bytes;
	return true;
}

bool
clair_css_kept_is_spent(const struct clair_css_kept *kept)
{
	return kept != NULL && kept->spent;
}

char *
clair_css_kept_scratch(struct clair_css_kept *kept, struct clair_arena *arena)
{
	if (kept == NULL)
		return clair_alloc(arena, CLAIR_CUSTOM_LIMIT);
	if (kept->scratch == NULL)
		kept->scratch = clair_alloc(arena, CLAIR_CUSTOM_LIMIT);
	return kept->scratch;
}

static uint64_t
mixed(uint64_t hash, uint64_t more)
{
	hash = (hash ^ more) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 32;
}

/* --- Values
 * ----------------------------------------------------------------------------------------- */

static struct value_slot *
value_slot(const struct clair_css_kept *kept, const struct clair_css_customs *customs,
    const struct clair_css_pending *pending)
{
	size_t mask = kept->value_room - 1;
	size_t at = (size_t)mixed(mixed(0, (uintptr_t)customs), (uintptr_t)pending) & mask;

	while (kept->values[at].pending != NULL &&
	       (kept->values[at].pending != pending || kept->values[at].customs != customs))
		at = (at + 1) & mask;
	return &kept->values[at];
}

static bool
grow_values(struct clair_css_kept *kept, struct clair_arena *arena)
{
	struct clair_css_kept wider = *kept;

	wider.value_room = kept->value_room != 0 ? kept->value_room * 2 : FIRST_ROOM;
	wider.values = clair_alloc_array(arena, wider.value_room, sizeof(*wider.values));
	if (wider.values == NULL)
		return false;
	for (size_t i = 0; i < kept->value_room; i++)
		if (kept->values[i].pending != NULL)
			*value_slot(&wider, kept->values[i].customs, kept->values[i].pending) =
			    kept->values[i];
	*kept = wider;
	return true;
}

struct clair_css_value *
clair_css_kept_value(struct clair_css_kept *kept, const struct clair_css_customs *customs,
    const struct clair_css_pending *pending, struct clair_arena *arena)
{
	struct value_slot *slot;

	if (kept == NULL)
		return NULL;
	if (2 * kept->value_count >= kept->value_room && !grow_values(kept, arena))
		return NULL;
	slot = value_slot(kept, customs, pending);
	if (slot->pending == NULL) {
		kept->value_count++;
		*slot = (struct value_slot){customs, pending, {.kind = CLAIR_VALUE_PENDING}};
	}
	return &slot->value;
}

/* --- Texts
 * ------------------------------------------------------------------------------------------ */

static bool
is_same(const struct clair_css_text_source *one, const struct clair_css_text_source *other)
{
	return one->text == other->text && one->property == other->property &&
	       memcmp(&one->sizes, &other->sizes, sizeof(one->sizes)) == 0 &&
	       memcmp(&one->current, &other->current, sizeof(one->current)) == 0;
}

static struct text_slot *
text_slot(const struct clair_css_kept *kept, const struct clair_css_text_source *source)
{
	size_t mask = kept->text_room - 1;
	uint64_t hash = mixed((uint64_t)source->property, (uintptr_t)source->text);
	size_t at;

	hash = mixed(hash, clair_hash(&source->sizes, sizeof(source->sizes), CLAIR_HASH_SEED));
	hash = mixed(hash, clair_hash(&source->current, sizeof(source->current), CLAIR_HASH_SEED));
	at = (size_t)hash & mask;
	while (kept->texts[at].source.text != NULL && !is_same(&kept->texts[at].source, source))
		at = (at + 1) & mask;
	return &kept->texts[at];
}

static bool
grow_texts(struct clair_css_kept *kept, struct clair_arena *arena)
{
	struct clair_css_kept wider = *kept;

	wider.text_room = kept->text_room != 0 ? kept->text_room * 2 : FIRST_ROOM;
	wider.texts = clair_alloc_array(arena, wider.text_room, sizeof(*wider.texts));
	if (wider.texts == NULL)
		return false;
	for (size_t i = 0; i < kept->text_room; i++)
		if (kept->texts[i].source.text != NULL)
			*text_slot(&wider, &kept->texts[i].source) = kept->texts[i];
	*kept = wider;
	return true;
}

const char **
clair_css_kept_text(struct clair_css_kept *kept, const struct clair_css_text_source *source,
    struct clair_arena *arena)
{
	struct text_slot *slot;

	if (kept == NULL)
		return NULL;
	if (2 * kept->text_count >= kept->text_room && !grow_texts(kept, arena))
		return NULL;
	slot = text_slot(kept, source);
	if (slot->source.text == NULL) {
		kept->text_count++;
		slot->source = *source;
	}
	return &slot->text;
}
