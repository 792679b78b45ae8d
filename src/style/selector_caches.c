/* What matching keeps of a page: see selector_caches.h. */
#include "style/selector_caches.h"

struct clair_selector_caches *
clair_selector_caches(struct clair_match *match)
{
	if (match->caches == NULL)
		match->caches = clair_alloc(match->arena, sizeof(struct clair_selector_caches));
	if (match->caches == NULL)
		match->exhausted = true;
	return match->caches;
}

bool
clair_selector_spend(struct clair_match *match, uint64_t steps)
{
	match->steps += steps;
	if (match->steps > match->ceiling)
		match->exhausted = true;
	return !match->exhausted;
}

void *
clair_selector_room(struct clair_match *match, size_t count, size_t size)
{
	struct clair_selector_caches *caches = clair_selector_caches(match);
	void *room = NULL;

	if (caches != NULL && count <= (CLAIR_CACHES_LIMIT - caches->bytes) / size) {
		caches->bytes += count * size;
		room = clair_alloc_array(match->arena, count, size);
	}
	if (room == NULL)
		match->exhausted = true;
	return room;
}

/* --- Memos ------------------------------------------------------------------------------------ */

static struct clair_selector_memo *
memo_slot(struct clair_selector_memo *memos, uint32_t room, const void *key)
{
	uint32_t at = (uint32_t)(((uintptr_t)key / 16)) * 2654435761u;

	for (;; at++) {
		struct clair_selector_memo *memo = &memos[at & (room - 1)];

		if (memo->key == NULL || memo->key == key)
			return memo;
	}
}

static bool
grow_memos(struct clair_match *match, struct clair_selector_caches *caches)
{
	uint32_t room = caches->memo_room == 0 ? 16 : caches->memo_room * 2;
	struct clair_selector_memo *memos = clair_selector_room(match, room, sizeof(*memos));

	if (memos == NULL)
		return false;
	for (uint32_t i = 0; i < caches->memo_room; i++)
		if (caches->memos[i].key != NULL)
			*memo_slot(memos, room, caches->memos[i].key) = caches->memos[i];
	caches->memos = memos;
	caches->memo_room = room;
	return true;
}

bool
clair_selector_recall(struct clair_match *match, const void *key, const void **data)
{
	struct clair_selector_caches *caches = clair_selector_caches(match);
	const struct clair_selector_memo *memo;

	if (caches == NULL || caches->memo_room == 0)
		return false;
	memo = memo_slot(caches->memos, caches->memo_room, key);
	*data = memo->data;
	return memo->key != NULL;
}

void
clair_selector_remember(
    struct clair_match *match, const void *key, const void *data)
{
	struct clair_selector_caches *caches = clair_selector_caches(match);
	struct clair_selector_memo *memo;

	if (caches == NULL || (caches->memo_count * 2 >= caches->memo_room && !grow_memos(match, caches)))
		return;
	memo = memo_slot(caches->memos, caches->memo_room, key);
	caches->memo_count += memo->key == NULL;
	*memo = (struct clair_selector_memo){key, data};
}

/* --- Siblings --------------------------------------------------------------------------------- */

static bool
find_previous(struct clair_match *match, struct clair_selector_caches *caches)
{
	const struct clair_page *page = match->page;
	uint32_t *previous = clair_selector_room(match, page->node_count, sizeof(*previous));
	uint32_t *last = clair_selector_room(match, page->node_count, sizeof(*last));

	if (previous == NULL || last == NULL || !clair_selector_spend(match, page->node_count))
		return false;
	memset(last, 0xFF, page->node_count * sizeof(*last));
	for (uint32_t i = 0; i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];

		previous[i] = CLAIR_NO_NODE;
		if (node->kind != CLAIR_NODE_ELEMENT || node->parent == CLAIR_NO_NODE)
			continue;
		previous[i] = last[node->parent];
		last[node->parent] = i;
	}
	caches->previous = previous;
	return true;
}

const struct clair_node *
clair_selector_previous(struct clair_match *match, const struct clair_node *node)
{
	struct clair_selector_caches *caches = clair_selector_caches(match);
	uint32_t previous;

	if (caches == NULL || (caches->previous == NULL && !find_previous(match, caches)))
		return NULL;
	previous = caches->previous[node->index];
	return previous != CLAIR_NO_NODE ? &match->page->nodes[previous] : NULL;
}


/* --- Later siblings --------------------------------------------------------------------------- */

static uint64_t *
find_after(struct clair_match *match, const struct clair_compound *compound)
{
	const struct clair_page *page = match->page;
	uint64_t *after = clair_selector_room(match, page->node_count / 64 + 1, sizeof(*after));

	for (uint32_t i = 0; after != NULL && i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		const struct clair_node *before = node->kind == CLAIR_NODE_ELEMENT
		    ? clair_selector_previous(match, node)
		    : NULL;

		if (before != NULL && (clair_has_bit(after, before->index) ||
			clair_selector_chain(match, compound, before)))
			clair_set_bit(after, i);
	}
	return match->exhausted ? NULL : after;
}

/* From left to right, so that none is looked for while another one is made. */
static void
find_all_after(struct clair_match *match, const struct clair_compound *compound)
{
	const struct clair_compound *first;

	do {
		const struct clair_compound *right = NULL;

		first = NULL;
		for (const struct clair_compound *one = compound; one != NULL; one = one->left) {
			const void *known;

			if ((right == NULL || right->combinator == CLAIR_LATER_SIBLING) &&
			    !clair_selector_recall(match, one, &known))
				first = one;
			right = one;
		}
		if (first != NULL)
			clair_selector_remember(match, first, find_after(match, first));
	} while (first != NULL && first != compound && !match->exhausted);
}

const uint64_t *
clair_selector_after(
    struct clair_match *match, const struct clair_compound *compound, bool make)
{
	const void *after = NULL;

	if (make)
		find_all_after(match, compound);
	return clair_selector_recall(match, compound, &after) ? after : NULL;
}
