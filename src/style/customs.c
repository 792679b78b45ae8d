/* See customs.h. Sections are those of CSS Variables Level 1. */
#include "style/customs.h"

#include "base/map.h"

#include <string.h>

enum { DERIVED_LIMIT = 16, COST = 32 /* bytes that one counts for */ };

struct custom {
	const char *name, *text;
	uint32_t name_length, text_length;
	uint32_t hash;
	bool valid;  /* not the guaranteed-invalid value */
	bool refers; /* var() is still to be replaced */
};

/* What was made from some customs by a list of declarations: the next element with the same list is
 * given the same. */
struct derived {
	const struct derived *next;
	const struct clair_css_declaration **list;
	size_t count;
	const struct clair_css_customs *customs;
};

struct memory {
	const struct derived *first;
	unsigned count;
};

struct clair_css_customs {
	const struct clair_css_customs *parent;
	struct clair_css_kept *kept;
	struct memory *memory;
	struct custom *own;
	uint32_t *slots; /* open hash: 1 + index in own, or 0 */
	uint32_t count, mask;
	uint64_t seen; /* a bit for each hash of own */
};

static uint32_t
hash_of(const char *name, size_t length)
{
	uint64_t hash = clair_hash(name, length, CLAIR_HASH_SEED);

	return (uint32_t)(hash ^ hash >> 32);
}

const struct clair_css_customs *
clair_css_customs_none(struct clair_arena *arena)
{
	struct clair_css_customs *none = clair_alloc(arena, sizeof(*none));
	struct memory *memory = clair_alloc(arena, sizeof(*memory));

	if (none == NULL || memory == NULL)
		return NULL;
	none->kept = clair_css_kept_new(arena);
	none->memory = memory;
	return none;
}

/* --- Lookup
 * ---------------------------------------------------------------------------------------- */

/* The slot of a name: its own, or the free one where it would go. */
static uint32_t *
slot_of(const struct clair_css_customs *customs, const char *name, uint32_t length, uint32_t hash)
{
	uint32_t at = hash & customs->mask;

	for (;; at = (at + 1) & customs->mask) {
		uint32_t index = customs->slots[at];
		const struct custom *custom = &customs->own[index - (index != 0)];

		if (index == 0 || (custom->hash == hash && custom->name_length == length &&
				      memcmp(custom->name, name, length) == 0))
			return &customs->slots[at];
	}
}

static struct custom *
own_of(const struct clair_css_customs *customs, const char *name, uint32_t length, uint32_t hash)
{
	uint32_t index;

	if ((customs->seen & UINT64_C(1) << (hash >> 26)) == 0)
		return NULL;
	index = *slot_of(customs, name, length, hash);
	return index != 0 ? &customs->own[index - 1] : NULL;
}

/* The chain is as long as elements that declare some are nested: no longer than the page is deep.
 */
static const struct custom *
find(const struct clair_css_customs *customs, const char *name, uint32_t length, uint32_t hash)
{
	for (; customs != NULL; customs = customs->parent) {
		const struct custom *custom = own_of(customs, name, length, hash);

		if (custom != NULL)
			return custom->valid ? custom : NULL;
	}
	return NULL;
}

bool
clair_css_custom(const struct clair_css_customs *customs, const char *name, uint32_t length,
    struct clair_css_span *value)
{
	const struct custom *custom = find(customs, name, length, hash_of(name, length));

	if (custom == NULL)
		return false;
	*value = (struct clair_css_span){custom->text, custom->text_length};
	return true;
}

bool
clair_css_customs_spent(const struct clair_css_customs *customs)
{
	return clair_css_kept_is_spent(clair_css_customs_kept(customs));
}

struct clair_css_kept *
clair_css_customs_kept(const struct clair_css_customs *customs)
{
	return customs != NULL ? customs->kept : NULL;
}

/* --- Keywords of the whole of CSS, 2.1
 * --------------------------------------------------------------- */

static bool
is_word(const struct custom *custom, const char *word)
{
	struct clair_css_token token = {.text = custom->text, .text_length = custom->text_length};

	return clair_css_is(&token, word);
}

/* Browsers declare no custom property: what rolls back to them is as unset, and unset inherits. */
static void
obey_keyword(const struct clair_css_customs *parent, struct custom *custom)
{
	const struct custom *inherited;

	if (is_word(custom, "initial"))
		custom->valid = false;
	if (!is_word(custom, "inherit") && !is_word(custom, "unset") &&
	    !is_word(custom, "revert") && !is_word(custom, "revert-layer"))
		return;
	inherited = find(parent, custom->name, custom->name_length, custom->hash);
	custom->valid = inherited != NULL;
	if (inherited != NULL) {
		custom->text = inherited->text;
		custom->text_length = inherited->text_length;
	}
}

/* --- Cycles: 2.3, strongly connected components as Tarjan finds them
 * -------------------------------- */

struct visit {
	uint32_t order; /* 0: not yet */
	uint32_t low;
	uint32_t caller;              /* 1 + index of the one that asked, or 0 */
	uint32_t below;               /* 1 + index of the one below on the stack, or 0 */
	struct clair_css_lexer lexer; /* where its references have been read to */
	bool on_stack, loops;
};

struct search {
	struct clair_css_customs *customs;
	struct clair_arena *arena;
	struct visit *visits;
	uint32_t order;
	uint32_t top; /* of the stack: 1 + index */
};

static void
enter(struct search *search, uint32_t index, uint32_t caller)
{
	const struct custom *custom = &search->customs->own[index];

	search->order++;
	search->visits[index] = (struct visit){search->order, search->order, caller, search->top,
	    {custom->text, 0, custom->text_length, search->arena}, true, false};
	search->top = index + 1;
}

/* The next of our own that this one refers to, and that may refer itself. */
static bool
next_own(struct search *search, uint32_t index, uint32_t *found)
{
	struct clair_css_token name;

	while (clair_css_next_reference(&search->visits[index].lexer, &name)) {
		const struct custom *custom = own_of(search->customs, name.text, name.text_length,
		    hash_of(name.text, name.text_length));

		if (custom == NULL || !custom->refers)
			continue;
		*found = (uint32_t)(custom - search->customs->own);
		return true;
	}
	return false;
}

static void
replace(struct search *search, struct custom *custom)
{
	struct clair_css_span text = {custom->text, custom->text_length};

	custom->valid = clair_css_substitute(search->customs, text, search->arena, &text);
	if (!custom->valid)
		return;
	custom->text = text.text;
	custom->text_length = text.length;
	obey_keyword(search->customs->parent, custom);
}

/* All that one refers to has been left before: takes its component off the stack. */
static void
leave(struct search *search, uint32_t index)
{
	bool alone = search->top == index + 1 && !search->visits[index].loops;
	uint32_t member;

	do {
		struct custom *custom;

		member = search->top - 1;
		custom = &search->customs->own[member];
		search->top = search->visits[member].below;
		search->visits[member].on_stack = false;
		custom->refers = false;
		if (alone)
			replace(search, custom);
		else
			custom->valid = false;
	} while (member != index);
}

static void
lower(struct visit *visit, uint32_t low)
{
	if (low < visit->low)
		visit->low = low;
}

static void
visit_from(struct search *search, uint32_t index)
{
	struct visit *visits = search->visits;
	uint32_t found;

	enter(search, index, 0);
	for (;;) {
		struct visit *visit = &visits[index];

		if (next_own(search, index, &found)) {
			if (visits[found].order == 0) {
				enter(search, found, index + 1);
				index = found;
			} else if (visits[found].on_stack) {
				lower(visit, visits[found].order);
				visit->loops = visit->loops || found == index;
			}
			continue;
		}
		if (visit->low == visit->order)
			leave(search, index);
		if (visit->caller == 0)
			return;
		index = visit->caller - 1;
		lower(&visits[index], visit->low);
	}
}

static void
replace_all(struct clair_css_customs *customs, struct clair_arena *arena)
{
	struct search search = {.customs = customs, .arena = arena};

	for (uint32_t i = 0; i < customs->count; i++) {
		if (!customs->own[i].refers)
			continue;
		if (search.visits == NULL)
			search.visits =
			    clair_alloc_array(arena, customs->count, sizeof(*search.visits));
		if (search.visits == NULL)
			return;
		visit_from(&search, i);
	}
}

/* --- Adding
 * ---------------------------------------------------------------------------------------- */

static void
set(const struct clair_css_customs *parent, struct custom *custom,
    const struct clair_css_declaration *declaration)
{
	custom->text = declaration->custom.text;
	custom->text_length = declaration->custom.text_length;
	custom->valid = true;
	custom->refers = clair_css_may_refer(custom->text, custom->text_length);
	obey_keyword(parent, custom);
}

static void
add(struct clair_css_customs *customs, const struct clair_css_declaration *declaration)
{
	const char *name = declaration->custom.name;
	uint32_t length = declaration->custom.name_length;
	uint32_t hash = hash_of(name, length);
	uint32_t *slot = slot_of(customs, name, length, hash);
	struct custom *custom;

	if (*slot == 0) {
		*slot = ++customs->count;
		customs->own[*slot - 1] =
		    (struct custom){.name = name, .name_length = length, .hash = hash};
		customs->seen |= UINT64_C(1) << (hash >> 26);
	}
	custom = &customs->own[*slot - 1];
	set(customs->parent, custom, declaration);
}

static struct clair_css_customs *
make(struct clair_arena *arena, const struct clair_css_customs *parent, size_t count)
{
	struct clair_css_customs *customs = clair_alloc(arena, sizeof(*customs));
	size_t room = 4;

	if (customs == NULL || count > UINT32_MAX / 4)
		return NULL;
	while (room < 2 * count)
		room *= 2;
	customs->own = clair_alloc_array(arena, count, sizeof(*customs->own));
	customs->slots = clair_alloc_array(arena, room, sizeof(*customs->slots));
	customs->memory = clair_alloc(arena, sizeof(*customs->memory));
	customs->mask = (uint32_t)room - 1;
	customs->parent = parent;
	customs->kept = parent->kept;
	return arena->failed ? NULL : customs;
}

/* Nothing has another value than in the parent: "* { --a: 0 }" makes one for the whole page. */
static bool
is_same(const struct clair_css_customs *customs)
{
	for (uint32_t i = 0; i < customs->count; i++) {
		const struct custom *own = &customs->own[i];
		const struct custom *other =
		    find(customs->parent, own->name, own->name_length, own->hash);

		if (own->valid != (other != NULL))
			return false;
		if (other != NULL && (other->text_length != own->text_length ||
					 (other->text != own->text && memcmp(other->text, own->text,
									  own->text_length) != 0)))
			return false;
	}
	return true;
}

static const struct clair_css_customs *
remembered(const struct clair_css_customs *parent, const struct clair_css_declaration *const *list,
    size_t count)
{
	for (const struct derived *derived = parent->memory->first; derived != NULL;
	     derived = derived->next)
		if (derived->count == count &&
		    memcmp(derived->list, list, count * sizeof(*list)) == 0)
			return derived->customs;
	return NULL;
}

static void
remember(struct clair_arena *arena, struct memory *memory,
    const struct clair_css_declaration *const *list, size_t count,
    const struct clair_css_customs *customs)
{
	struct derived *derived;

	if (memory->count == DERIVED_LIMIT)
		return;
	derived = clair_alloc(arena, sizeof(*derived));
	if (derived == NULL)
		return;
	derived->list = clair_alloc_array(arena, count, sizeof(*derived->list));
	if (derived->list == NULL)
		return;
	memcpy(derived->list, list, count * sizeof(*list));
	derived->count = count;
	derived->customs = customs;
	derived->next = memory->first;
	memory->first = derived;
	memory->count++;
}

const struct clair_css_customs *
clair_css_customs_add(struct clair_arena *arena, const struct clair_css_customs *parent,
    const struct clair_css_declaration *const *list, size_t count)
{
	const struct clair_css_customs *result;
	struct clair_css_customs *customs;

	if (count == 0)
		return parent;
	if (parent == NULL)
		parent = clair_css_customs_none(arena);
	if (parent == NULL)
		return NULL;
	result = remembered(parent, list, count);
	if (result != NULL)
		return result;
	if (!clair_css_kept_spend(parent->kept, count * COST))
		return parent;
	customs = make(arena, parent, count);
	if (customs == NULL)
		return parent;
	for (size_t i = 0; i < count; i++)
		add(customs, list[i]);
	replace_all(customs, arena);
	result = is_same(customs) ? parent : customs;
	remember(arena, parent->memory, list, count, result);
	return result;
}
