/* Ranks among siblings: Selectors 4, section 13. Computed once for the whole page. */
#include "style/selector_caches.h"

/* Among the children of one parent, or those of them that have one name: the last one seen. */
struct groups {
	struct clair_match *match;
	uint32_t *last; /* by parent, or a table by parent and name; 0 is empty, since <html> is alone */
	uint32_t room;  /* 0: by parent */
};

static bool
same_type(const struct clair_node *one, const struct clair_node *other)
{
	if (one->parent != other->parent || one->tag != other->tag ||
	    ((one->flags ^ other->flags) & CLAIR_NODE_FOREIGN) != 0)
		return false;
	return one->tag != CLAIR_TAG_OTHER || strcmp(one->name, other->name) == 0;
}

static uint32_t *
group_of(struct groups *groups, const struct clair_node *node)
{
	const struct clair_node *nodes = groups->match->page->nodes;
	uint32_t at = node->parent;

	if (groups->room == 0)
		return &groups->last[at];
	at = (at * CLAIR_TAG_COUNT + node->tag) * 2654435761u;
	if (node->tag == CLAIR_TAG_OTHER)
		at ^= clair_selector_hash(CLAIR_KEY_TAG, node->name, strlen(node->name), true);
	for (;; at++) {
		uint32_t *slot = &groups->last[at & (groups->room - 1)];

		if (*slot == 0 || same_type(&nodes[*slot], node))
			return slot;
		if (!clair_selector_spend(groups->match, 1))
			return NULL;
	}
}

static bool
start_groups(struct groups *groups, bool of_type)
{
	const struct clair_page *page = groups->match->page;
	size_t count = page->node_count;

	if (of_type) {
		for (groups->room = 16; groups->room < page->element_count * 2;)
			groups->room *= 2;
		count = groups->room;
	}
	groups->last = clair_selector_room(groups->match, count, sizeof(*groups->last));
	return groups->last != NULL && clair_selector_spend(groups->match, page->node_count);
}

/* The rank of each element: 1 for the first, from the start or from the end. */
static uint32_t *
compute_ranks(struct clair_match *match, uint8_t flags, const struct clair_css_selector_list *of)
{
	const struct clair_page *page = match->page;
	struct groups groups = {.match = match};
	uint32_t *ranks = clair_selector_room(match, page->node_count, sizeof(*ranks));

	if (ranks == NULL || !start_groups(&groups, (flags & CLAIR_NTH_OF_TYPE) != 0))
		return NULL;
	for (uint32_t i = 0; i < page->node_count; i++) {
		uint32_t at = (flags & CLAIR_NTH_FROM_END) != 0 ? page->node_count - 1 - i : i;
		const struct clair_node *node = &page->nodes[at];
		uint32_t *group;

		if (node->kind != CLAIR_NODE_ELEMENT ||
		    (of != NULL && !clair_selector_any(match, of, node)))
			continue;
		if (node->parent == CLAIR_NO_NODE) {
			ranks[at] = 1;
			continue;
		}
		group = group_of(&groups, node);
		if (group == NULL || match->exhausted)
			return NULL;
		ranks[at] = *group != 0 ? ranks[*group] + 1 : 1;
		*group = at;
	}
	return ranks;
}

static const uint32_t *
ranks_of(struct clair_match *match, const struct clair_simple *simple)
{
	struct clair_selector_caches *caches = clair_selector_caches(match);
	const void *ranks = NULL;

	if (caches == NULL)
		return NULL;
	if (simple->nth.of == NULL) {
		if (caches->ranks[simple->detail] == NULL)
			caches->ranks[simple->detail] = compute_ranks(match, simple->detail, NULL);
		return caches->ranks[simple->detail];
	}
	if (!clair_selector_recall(match, simple, &ranks)) {
		ranks = compute_ranks(match, simple->detail, simple->nth.of);
		clair_selector_remember(match, simple, ranks);
	}
	return ranks;
}

/* step × k + offset, for some k ≥ 0. */
static bool
is_in_series(const struct clair_nth *nth, int64_t rank)
{
	int64_t away = rank - nth->offset;

	if (nth->step == 0)
		return away == 0;
	return away % nth->step == 0 && away / nth->step >= 0;
}

/* First and last children, the most asked, need no ranks. */
static bool
is_at_end(const struct clair_node *node, bool from_end)
{
	const struct clair_node *nodes = node - node->index;
	uint32_t at = node->index;

	if (node->parent == CLAIR_NO_NODE)
		return true;
	if (!from_end) {
		while (--at != node->parent)
			if (nodes[at].kind == CLAIR_NODE_ELEMENT || nodes[at].parent != node->parent)
				return false;
		return true;
	}
	for (at = node->end; at < nodes[node->parent].end; at++)
		if (nodes[at].kind == CLAIR_NODE_ELEMENT)
			return false;
	return true;
}

bool
clair_selector_nth(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node)
{
	const uint32_t *ranks;
	uint32_t rank;

	if (simple->detail <= CLAIR_NTH_FROM_END && simple->nth.of == NULL &&
	    simple->nth.step == 0 && simple->nth.offset == 1)
		return is_at_end(node, simple->detail == CLAIR_NTH_FROM_END);
	ranks = ranks_of(match, simple);
	if (ranks == NULL)
		return false;
	rank = ranks[node->index];
	return rank != 0 && is_in_series(&simple->nth, rank);
}
