/*
 * From the blocks that concern an element to its style: for each property the declaration that wins
 * (CSS Cascade 5, 6 and 7), then its computed value. Elements with the same blocks under the same
 * inherited values share one style.
 */
#include "style/cascade.h"

#include <string.h>

enum { FIRST_SHARED = 1024, FIRST_IDS = 64, LOOKS_FOR_A_STYLE = 64 };

/* A style by what made it. */
struct shared {
	uint64_t hash;
	const uint64_t *ids;
	uint32_t count;
	uint32_t traits;
	const struct clair_css_value *inherited;  /* those of the parent */
	const struct clair_css_customs *customs;
	const struct clair_style *parent;         /* when the style depends on the rest of it too */
	const struct clair_style *style;          /* NULL: it does: look again, with the parent */
};

struct winner {
	const struct clair_css_declaration *declaration;
	uint32_t sheet;
};

/* How far back a property reverts. */
struct reverted {
	uint32_t floor;    /* only levels below */
	uint32_t excluded; /* not this level */
};

struct clair_share {
	struct shared *slots;
	uint32_t count, mask;
	uint64_t *ids;
	size_t id_room;

	/* Of the style being made. */
	struct winner winners[CLAIR_PROPERTY_COUNT];
	uint64_t won[CLAIR_PROPERTY_WORDS];
	uint64_t reverting[CLAIR_PROPERTY_WORDS];
	struct reverted reverted[CLAIR_PROPERTY_COUNT];
	const struct clair_css_declaration **customs; /* the strongest first */
	size_t custom_count, custom_room;
	struct clair_css_value own[CLAIR_PROPERTY_COUNT];
	struct clair_css_value parent[CLAIR_PROPERTY_COUNT];
	const struct clair_style *expanded; /* whose values are in `parent` */
	struct clair_style_origin origins[CLAIR_PROPERTY_COUNT];
};

/* --- Winners -------------------------------------------------------------------------------------- */

static bool
is_reverted(const struct clair_share *share, unsigned property, uint32_t level)
{
	const struct reverted *reverted = &share->reverted[property];

	return clair_property_in(share->reverting, property) &&
	    (level >= reverted->floor || level == reverted->excluded);
}

/* CSS Cascade 5, 7.3.5 and 7.3.6. What the browser declares has nothing to go back to. */
static bool
reverts(struct clair_share *share, const struct clair_css_declaration *declaration, uint32_t level)
{
	struct reverted *reverted = &share->reverted[declaration->property];
	uint8_t kind = declaration->value.kind;

	if ((kind != CLAIR_VALUE_REVERT && kind != CLAIR_VALUE_REVERT_LAYER) ||
	    level == CLAIR_LEVEL_BROWSER)
		return false;
	if (!clair_property_in(share->reverting, declaration->property))
		*reverted = (struct reverted){.floor = UINT32_MAX, .excluded = UINT32_MAX};
	clair_property_add(share->reverting, declaration->property);
	if (kind == CLAIR_VALUE_REVERT)
		reverted->floor = CLAIR_LEVEL_HINT;
	else
		reverted->excluded = level;
	return true;
}

static void
take_custom(struct clair_cascade *cascade, const struct clair_css_declaration *declaration)
{
	struct clair_share *share = cascade->share;
	size_t room = share->custom_room * 2 + 64;
	const struct clair_css_declaration **list;

	if (share->custom_count == share->custom_room) {
		list = clair_alloc_array(cascade->arena, room, sizeof(*list));
		if (list == NULL)
			return;
		if (share->custom_count != 0)
			memcpy(list, share->customs, share->custom_count * sizeof(*list));
		share->customs = list;
		share->custom_room = room;
	}
	share->customs[share->custom_count++] = declaration;
}

/* Declarations come from the strongest on: the first one of a property wins. */
static void
take(struct clair_cascade *cascade, const struct clair_matched *matched, bool important)
{
	struct clair_share *share = cascade->share;
	uint32_t level = (uint32_t)(matched->weight >> 32);

	for (uint32_t i = matched->block->count; i-- > 0;) {
		const struct clair_css_declaration *declaration = &matched->block->list[i];
		unsigned property = declaration->property;

		if (declaration->important != important)
			continue;
		if (property == CLAIR_PROPERTY_NONE) {
			take_custom(cascade, declaration);
			continue;
		}
		if (clair_property_in(share->won, property) ||
		    is_reverted(share, property, level) || reverts(share, declaration, level))
			continue;
		clair_property_add(share->won, property);
		share->winners[property] = (struct winner){
		    .declaration = declaration, .sheet = (uint32_t)(matched->id >> 32)};
	}
}

/* Important declarations: the browser's first, then the style attribute, then layers from the first
 * named to none; inside each the order is the ordinary one. */
static void
take_important_of(struct clair_cascade *cascade, const struct clair_matches *matches, uint32_t from,
    uint32_t end)
{
	for (uint32_t i = end; i-- > from;) {
		if ((matches->list[i].flags & CLAIR_RULE_IMPORTANT) != 0)
			take(cascade, &matches->list[i], true);
	}
}

static uint32_t
level_of(const struct clair_matched *matched)
{
	return (uint32_t)(matched->weight >> 32);
}

/* The end of the blocks of the same level as the one at `from`. */
static uint32_t
level_end(const struct clair_matches *matches, uint32_t from)
{
	uint32_t end = from;

	while (end < matches->count &&
	    level_of(&matches->list[end]) == level_of(&matches->list[from]))
		end++;
	return end;
}

static void
take_all_important(struct clair_cascade *cascade, const struct clair_matches *matches)
{
	uint32_t count = matches->count;
	uint32_t from = 0;

	if (level_of(&matches->list[0]) == CLAIR_LEVEL_BROWSER) {
		from = level_end(matches, 0);
		take_important_of(cascade, matches, 0, from);
	}
	if (count != 0 && level_of(&matches->list[count - 1]) > cascade->top_level)
		take_important_of(cascade, matches, --count, matches->count);
	while (from < count) {
		uint32_t end = level_end(matches, from);

		take_important_of(cascade, matches, from, end);
		from = end;
	}
}

static void
find_winners(struct clair_cascade *cascade, const struct clair_matches *matches)
{
	struct clair_share *share = cascade->share;
	unsigned flags = 0;

	memset(share->won, 0, sizeof(share->won));
	memset(share->reverting, 0, sizeof(share->reverting));
	share->custom_count = 0;
	for (uint32_t i = 0; i < matches->count; i++)
		flags |= matches->list[i].flags;
	if ((flags & CLAIR_RULE_IMPORTANT) != 0)
		take_all_important(cascade, matches);
	for (uint32_t i = matches->count; i-- > 0;)
		take(cascade, &matches->list[i], false);
}

/* --- Values --------------------------------------------------------------------------------------- */

static void
expand(struct clair_cascade *cascade, const struct clair_style *style)
{
	struct clair_share *share = cascade->share;
	uint32_t at = 0;

	if (style != NULL && style == share->expanded)
		return;
	memcpy(share->parent, cascade->initial, sizeof(share->parent));
	share->expanded = style;
	if (style == NULL)
		return;
	memcpy(share->parent, style->inherited,
	    CLAIR_INHERITED_COUNT * sizeof(*style->inherited));
	for (unsigned property = CLAIR_INHERITED_COUNT; property < CLAIR_PROPERTY_COUNT; property++) {
		if (clair_property_in(style->own, property))
			share->parent[property] = style->values[at++];
	}
}

/* Custom properties, the strongest last. */
static const struct clair_css_customs *
customs_of(struct clair_cascade *cascade, const struct clair_style *parent)
{
	struct clair_share *share = cascade->share;
	const struct clair_css_customs *inherited =
	    parent != NULL ? parent->customs : cascade->no_customs;

	if (share->custom_count == 0)
		return inherited;
	for (size_t i = 0, j = share->custom_count - 1; i < j; i++, j--) {
		const struct clair_css_declaration *swapped = share->customs[i];

		share->customs[i] = share->customs[j];
		share->customs[j] = swapped;
	}
	return clair_css_customs_add(
	    cascade->arena, inherited, share->customs, share->custom_count);
}

/* The span holds the word, in any case. */
static bool
holds_inherit(const char *text, uint32_t length)
{
	static const char word[] = "inherit";
	uint32_t matched = 0;

	for (uint32_t i = 0; i < length; i++) {
		char byte = (char)(text[i] | 0x20);

		matched = byte == word[matched] ? matched + 1 : byte == word[0];
		if (matched == sizeof(word) - 1)
			return true;
	}
	return false;
}

/* Its value comes from the parent though the property is not inherited. */
static bool
asks_parent(unsigned property, const struct clair_css_value *specified)
{
	if (property < CLAIR_INHERITED_COUNT)
		return false;
	if (specified->kind == CLAIR_VALUE_PENDING)
		return holds_inherit(specified->pending->text, specified->pending->length);
	return specified->kind == CLAIR_VALUE_INHERIT;
}

/* The value of an inherited property is that of the parent, as if nothing were declared. */
static bool
only_inherits(unsigned property, const struct clair_css_value *specified)
{
	return property < CLAIR_INHERITED_COUNT &&
	    (specified->kind == CLAIR_VALUE_INHERIT || specified->kind == CLAIR_VALUE_UNSET);
}

/* True when the style depends on what its parent does not hand down. */
static bool
compute_winners(struct clair_cascade *cascade, const struct clair_css_customs *customs)
{
	struct clair_share *share = cascade->share;
	bool depends = false;

	for (unsigned property = 0; property < CLAIR_PROPERTY_COUNT; property++) {
		const struct winner *winner = &share->winners[property];
		static const struct clair_css_value inherit = {.kind = CLAIR_VALUE_INHERIT};
		const struct clair_css_value *specified = &inherit;

		if (clair_property_in(share->won, property)) {
			bool asks = asks_parent(property, &winner->declaration->value);

			specified = &winner->declaration->value;
			depends = depends || asks;
			share->origins[property] = (struct clair_style_origin){
			    .sheet = asks || only_inherits(property, specified) ? CLAIR_FROM_PARENT
			                                                        : winner->sheet,
			    .offset = winner->declaration->offset & INT32_MAX,
			    .important = winner->declaration->important,
			};
		} else if (property != CLAIR_CSS_FONT_SIZE ||
		    !clair_property_in(share->won, CLAIR_CSS_FONT_FAMILY)) {
			continue;
		}
		share->own[property] = clair_css_compute((enum clair_property)property, specified,
		    share->own, share->parent, customs, &cascade->environment, cascade->arena);
	}
	return depends;
}

/* --- What some elements have for themselves --------------------------------------------------------- */

static void
set_keyword(struct clair_share *share, enum clair_property property, enum clair_keyword keyword)
{
	share->own[property] = (struct clair_css_value){
	    .kind = CLAIR_VALUE_KEYWORD, .keyword = (uint16_t)keyword};
}

static bool
has_keyword(const struct clair_css_value *value, enum clair_keyword keyword)
{
	return value->kind == CLAIR_VALUE_KEYWORD && value->keyword == keyword;
}

/* The text of a table is not aligned by <center> around it; in quirks mode it has the colour of the body. */
static void
adjust_table(struct clair_cascade *cascade, unsigned traits)
{
	struct clair_share *share = cascade->share;
	const struct clair_css_value *align = &share->own[CLAIR_CSS_TEXT_ALIGN];

	if (has_keyword(align, CLAIR_KW_WEBKIT_CENTER) || has_keyword(align, CLAIR_KW_WEBKIT_LEFT) ||
	    has_keyword(align, CLAIR_KW_WEBKIT_RIGHT))
		set_keyword(share, CLAIR_CSS_TEXT_ALIGN, CLAIR_KW_START);
	if ((traits & CLAIR_TRAIT_QUIRKS) != 0 && cascade->body != NULL &&
	    !clair_property_in(share->won, CLAIR_CSS_COLOR))
		share->own[CLAIR_CSS_COLOR] = cascade->body->inherited[CLAIR_CSS_COLOR];
}

static void
scroll_what_is_visible(struct clair_share *share, enum clair_property overflow)
{
	if (has_keyword(&share->own[overflow], CLAIR_KW_VISIBLE))
		set_keyword(share, overflow, CLAIR_KW_AUTO);
}

/* What the system draws has neither the borders nor the line height of the page. */
static void
adjust_drawn(struct clair_cascade *cascade, unsigned traits)
{
	struct clair_share *share = cascade->share;

	if (has_keyword(&share->own[CLAIR_CSS_APPEARANCE], CLAIR_KW_NONE))
		return;
	if ((traits & CLAIR_TRAIT_SELECT) != 0) {
		set_keyword(share, CLAIR_CSS_LINE_HEIGHT, CLAIR_KW_NORMAL);
		return;
	}
	for (unsigned side = 0; side < 4; side++) {
		share->own[CLAIR_CSS_PADDING_TOP + side] = cascade->initial[CLAIR_CSS_PADDING_TOP + side];
		share->own[CLAIR_CSS_BORDER_TOP_STYLE + side] =
		    cascade->initial[CLAIR_CSS_BORDER_TOP_STYLE + side];
		share->own[CLAIR_CSS_BORDER_TOP_WIDTH + side] =
		    cascade->initial[CLAIR_CSS_BORDER_TOP_WIDTH + side];
		share->own[CLAIR_CSS_BORDER_TOP_COLOR + side] =
		    cascade->initial[CLAIR_CSS_BORDER_TOP_COLOR + side];
	}
}

/* As Chromium does. A th is centred only under a text-align that nobody set. */
static void
adjust(struct clair_cascade *cascade, unsigned traits)
{
	struct clair_share *share = cascade->share;

	if ((traits & CLAIR_TRAIT_HEADER_CELL) != 0 &&
	    !clair_property_in(share->won, CLAIR_CSS_TEXT_ALIGN) &&
	    has_keyword(&share->parent[CLAIR_CSS_TEXT_ALIGN], CLAIR_KW_START))
		set_keyword(share, CLAIR_CSS_TEXT_ALIGN, CLAIR_KW_CENTER);
	if ((traits & CLAIR_TRAIT_TABLE) != 0)
		adjust_table(cascade, traits);
	if ((traits & CLAIR_TRAIT_TEXTAREA) != 0) {
		scroll_what_is_visible(share, CLAIR_CSS_OVERFLOW_X);
		scroll_what_is_visible(share, CLAIR_CSS_OVERFLOW_Y);
	}
	if ((traits & (CLAIR_TRAIT_SELECT | CLAIR_TRAIT_CHECK)) != 0)
		adjust_drawn(cascade, traits);
	if ((traits & CLAIR_TRAIT_REPLACED) != 0 &&
	    has_keyword(&share->own[CLAIR_CSS_DISPLAY], CLAIR_KW_CONTENTS))
		set_keyword(share, CLAIR_CSS_DISPLAY, CLAIR_KW_NONE);
}

static bool
differs(const struct clair_css_value *one, const struct clair_css_value *other)
{
	return memcmp(one, other, sizeof(*one)) != 0;
}

/* The display of the box around, as far as it changes that of the element. */
static enum clair_keyword
display_around(unsigned traits)
{
	if ((traits & CLAIR_TRAIT_IN_RUBY) != 0)
		return CLAIR_KW_RUBY;
	return (traits & CLAIR_TRAIT_ITEM) != 0 ? CLAIR_KW_FLEX : CLAIR_KW_BLOCK;
}

static void
settle(struct clair_cascade *cascade, unsigned traits)
{
	struct clair_share *share = cascade->share;

	clair_css_settle(share->own, (traits & CLAIR_TRAIT_ROOT) != 0, display_around(traits));
	for (unsigned property = CLAIR_INHERITED_COUNT; property < CLAIR_PROPERTY_COUNT; property++) {
		if (clair_property_in(share->won, property) ||
		    !differs(&share->own[property], &cascade->initial[property]))
			continue;
		clair_property_add(share->won, property);
		share->origins[property] = (struct clair_style_origin){.sheet = CLAIR_FROM_NOBODY};
	}
}

/* --- One style ------------------------------------------------------------------------------------ */

static uint32_t
count_own(const uint64_t own[CLAIR_PROPERTY_WORDS])
{
	int count = 0;

	for (int i = 0; i < CLAIR_PROPERTY_WORDS; i++)
		count += __builtin_popcountll(own[i]);
	return (uint32_t)count;
}

static const struct clair_css_value *
pack_inherited(struct clair_cascade *cascade)
{
	const struct clair_share *share = cascade->share;
	struct clair_css_value *values =
	    clair_alloc_array(cascade->arena, CLAIR_INHERITED_COUNT, sizeof(*values));

	if (values != NULL)
		memcpy(values, share->own, CLAIR_INHERITED_COUNT * sizeof(*values));
	return values;
}

static struct clair_style *
pack(struct clair_cascade *cascade, const struct clair_style *parent)
{
	const struct clair_share *share = cascade->share;
	struct clair_arena *arena = cascade->arena;
	uint32_t count = count_own(share->won);
	struct clair_style *style = clair_alloc(arena, sizeof(*style));
	struct clair_css_value *values = clair_alloc_array(arena, count, sizeof(*values));
	struct clair_style_origin *origins = clair_alloc_array(arena, count, sizeof(*origins));
	uint32_t at = 0;
	uint32_t value_at = 0;

	if (style == NULL || values == NULL || origins == NULL)
		return NULL;
	for (unsigned property = 0; property < CLAIR_PROPERTY_COUNT; property++) {
		if (!clair_property_in(share->won, property))
			continue;
		origins[at++] = share->origins[property];
		if (property >= CLAIR_INHERITED_COUNT)
			values[value_at++] = share->own[property];
	}
	memcpy(style->own, share->won, sizeof(style->own));
	style->values = values;
	style->origins = origins;
	style->initial = cascade->initial;
	if (parent != NULL && memcmp(share->own, parent->inherited,
	                          CLAIR_INHERITED_COUNT * sizeof(*share->own)) == 0)
		style->inherited = parent->inherited;
	else
		style->inherited = pack_inherited(cascade);
	return style->inherited == NULL ? NULL : style;
}

static struct clair_style *
make(struct clair_cascade *cascade, const struct clair_matches *matches,
    const struct clair_style *parent, unsigned traits, bool *depends)
{
	struct clair_share *share = cascade->share;
	const struct clair_css_customs *customs;
	struct clair_style *style;

	cascade->looked_at += LOOKS_FOR_A_STYLE;
	find_winners(cascade, matches);
	expand(cascade, parent);
	customs = customs_of(cascade, parent);
	memcpy(share->own, share->parent, CLAIR_INHERITED_COUNT * sizeof(*share->own));
	memcpy(share->own + CLAIR_INHERITED_COUNT, cascade->initial + CLAIR_INHERITED_COUNT,
	    (CLAIR_PROPERTY_COUNT - CLAIR_INHERITED_COUNT) * sizeof(*share->own));
	*depends = compute_winners(cascade, customs);
	adjust(cascade, traits);
	settle(cascade, traits);
	style = pack(cascade, parent);
	if (style == NULL)
		return NULL;
	style->customs = customs;
	style->unsure = (traits & CLAIR_TRAIT_UNSURE) != 0;
	return style;
}

/* --- Sharing -------------------------------------------------------------------------------------- */

bool
clair_share_init(struct clair_cascade *cascade)
{
	struct clair_share *share = clair_alloc(cascade->arena, sizeof(*share));

	cascade->share = share;
	cascade->no_customs = clair_css_customs_none(cascade->arena);
	if (share == NULL)
		return false;
	share->slots = clair_alloc_array(cascade->arena, FIRST_SHARED, sizeof(*share->slots));
	share->mask = FIRST_SHARED - 1;
	share->id_room = FIRST_IDS;
	share->ids = clair_alloc_array(cascade->arena, FIRST_IDS, sizeof(*share->ids));
	return share->slots != NULL && share->ids != NULL;
}

static uint64_t
mix(uint64_t hash, uint64_t more)
{
	hash = (hash ^ more) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 29;
}

/* What an element is known by. The ids are in a list that the next key overwrites. */
static struct shared
key_of(struct clair_cascade *cascade, const struct clair_matches *matches,
    const struct clair_style *parent, unsigned traits)
{
	struct clair_share *share = cascade->share;
	struct shared key = {.count = matches->count, .traits = traits};

	if (matches->count > share->id_room) {
		share->id_room = (size_t)matches->count * 2;
		share->ids = clair_alloc_array(cascade->arena, share->id_room, sizeof(*share->ids));
	}
	if (share->ids == NULL)
		return (struct shared){.traits = traits};
	if (parent != NULL) {
		key.inherited = parent->inherited;
		key.customs = parent->customs;
	}
	key.hash = mix(mix(mix(CLAIR_HASH_SEED, traits), (uintptr_t)key.inherited),
	    (uintptr_t)key.customs);
	for (uint32_t i = 0; i < matches->count; i++) {
		share->ids[i] = matches->list[i].id;
		key.hash = mix(key.hash, share->ids[i]);
	}
	key.ids = share->ids;
	return key;
}

static bool
same_key(const struct shared *one, const struct shared *other)
{
	return one->hash == other->hash && one->count == other->count &&
	    one->traits == other->traits && one->inherited == other->inherited &&
	    one->customs == other->customs && one->parent == other->parent &&
	    memcmp(one->ids, other->ids, one->count * sizeof(*one->ids)) == 0;
}

static struct shared *
slot_of(const struct clair_share *share, const struct shared *key)
{
	uint32_t at = (uint32_t)key->hash & share->mask;

	while (share->slots[at].ids != NULL && !same_key(&share->slots[at], key))
		at = (at + 1) & share->mask;
	return &share->slots[at];
}

static bool
make_room(struct clair_cascade *cascade)
{
	struct clair_share *share = cascade->share;
	struct shared *old = share->slots;
	uint32_t old_mask = share->mask;

	if (share->count < old_mask / 2)
		return true;
	share->slots = clair_alloc_array(
	    cascade->arena, ((size_t)old_mask + 1) * 2, sizeof(*share->slots));
	if (share->slots == NULL) {
		share->slots = old;
		return false;
	}
	share->mask = old_mask * 2 + 1;
	for (uint32_t i = 0; i <= old_mask; i++) {
		if (old[i].ids != NULL)
			*slot_of(share, &old[i]) = old[i];
	}
	return true;
}

static void
keep(struct clair_cascade *cascade, const struct shared *key)
{
	uint64_t *ids = clair_alloc_array(cascade->arena, (size_t)key->count + 1, sizeof(*ids));
	struct shared *slot;

	if (ids == NULL || !make_room(cascade))
		return;
	slot = slot_of(cascade->share, key);
	if (slot->ids != NULL)
		return;
	memcpy(ids, key->ids, key->count * sizeof(*ids));
	*slot = *key;
	slot->ids = ids;
	cascade->share->count++;
}

/* The key with the parent in it, for what depends on all of the parent. */
static void
bind_to_parent(struct shared *key, const struct clair_style *parent)
{
	key->parent = parent;
	key->hash = mix(key->hash, (uintptr_t)parent);
}

const struct clair_style *
clair_cascade_apply(struct clair_cascade *cascade, const struct clair_matches *matches,
    const struct clair_style *parent, unsigned traits)
{
	struct shared key = key_of(cascade, matches, parent, traits);
	const struct shared *slot;
	bool depends;

	if (cascade->arena->failed)
		return NULL;
	slot = slot_of(cascade->share, &key);
	if (slot->ids != NULL && slot->style == NULL) {
		bind_to_parent(&key, parent);
		slot = slot_of(cascade->share, &key);
	}
	if (slot->ids != NULL)
		return slot->style;
	key.style = make(cascade, matches, parent, traits, &depends);
	if (key.style == NULL)
		return NULL;
	if (depends && key.parent == NULL) {
		struct shared marker = key;

		marker.style = NULL;
		keep(cascade, &marker);
		bind_to_parent(&key, parent);
	}
	keep(cascade, &key);
	return key.style;
}
