/*
 * :has(): Selectors 4, section 4.5. Each argument is answered once for the whole page, from right to
 * left: the elements that fit the last compound, then what stands in the right place before them, and so
 * on up to the anchors. That is linear in the page, whoever asks.
 */
#include "style/selector_caches.h"

#include "clairlint/rule.h"

enum { NAMES_BITS = 16 };

/* --- Names that the page has ------------------------------------------------------------------ */

static void
add_name(uint64_t *names, enum clair_selector_key kind, const char *text, size_t length, bool fold)
{
	clair_set_bit(names, clair_selector_hash(kind, text, length, fold) >> (32 - NAMES_BITS));
}

static void
add_names_of(struct clair_match *match, uint64_t *names, const struct clair_node *node)
{
	const char *id = clair_attr(node, CLAIR_ATTR_ID);
	const char *class = clair_attr(node, CLAIR_ATTR_CLASS);

	add_name(names, CLAIR_KEY_TAG, node->name, strlen(node->name), true);
	if (id != NULL)
		add_name(names, CLAIR_KEY_ID, id, strlen(id), match->quirks);
	while (class != NULL && *class != '\0') {
		size_t length = strcspn(class, " \t\n\f\r");

		if (length != 0)
			add_name(names, CLAIR_KEY_CLASS, class, length, match->quirks);
		class += length;
		class += strspn(class, " \t\n\f\r");
	}
}

static const uint64_t *
find_names(struct clair_match *match)
{
	struct clair_selector_caches *caches = clair_selector_caches(match);
	const struct clair_page *page = match->page;

	if (caches == NULL || caches->names != NULL)
		return caches != NULL ? caches->names : NULL;
	caches->names =
	    clair_selector_room(match, (1 << NAMES_BITS) / 64, sizeof(*caches->names));
	if (caches->names == NULL || !clair_selector_spend(match, page->node_count))
		return NULL;
	for (uint32_t i = 0; i < page->node_count; i++)
		if (page->nodes[i].kind == CLAIR_NODE_ELEMENT)
			add_names_of(match, caches->names, &page->nodes[i]);
	return caches->names;
}

/* May the selector match something, by the names that it asks for? */
static bool
names_are_there(const uint64_t *names, const struct clair_css_selector *selector)
{
	for (const struct clair_compound *one = selector->rightmost; one != NULL; one = one->left)
		for (const struct clair_simple *simple = one->simples;
		     simple != NULL && simple->kind <= CLAIR_SIMPLE_TAG; simple = simple->next)
			if (!clair_has_bit(names,
				clair_selector_hash(clair_selector_key_of(simple), simple->text,
				    simple->length, simple->fold) >> (32 - NAMES_BITS)))
				return false;
	return true;
}

/* --- Anchors ---------------------------------------------------------------------------------- */

struct sets {
	struct clair_match *match;
	uint64_t *from; /* elements that fit what was read so far */
	uint64_t *to;   /* elements in the right place before one of them */
};

static size_t
words_of(const struct clair_page *page)
{
	return page->node_count / 64 + 1;
}

/* Marks what the combinator finds to the left of one element. A run that is already marked has been
 * walked before. */
static bool
mark(struct sets *sets, uint8_t combinator, const struct clair_node *node)
{
	bool up = combinator == CLAIR_DESCENDANT || combinator == CLAIR_CHILD;
	bool all = combinator == CLAIR_DESCENDANT || combinator == CLAIR_LATER_SIBLING;

	do {
		node = up ? clair_node_parent(node) : clair_selector_previous(sets->match, node);
		if (node == NULL || (all && clair_has_bit(sets->to, node->index)))
			return true;
		clair_set_bit(sets->to, node->index);
	} while (all && clair_selector_spend(sets->match, 1));
	return !sets->match->exhausted;
}

/* `from` becomes what stands before its elements. False when that is nothing. */
static bool
step_left(struct sets *sets, uint8_t combinator)
{
	const struct clair_page *page = sets->match->page;
	uint64_t *from = sets->from;
	bool any = false;

	memset(sets->to, 0, words_of(page) * sizeof(*sets->to));
	for (uint32_t i = 0; i < page->node_count; i++)
		if (clair_has_bit(from, i) && !mark(sets, combinator, &page->nodes[i]))
			return false;
	sets->from = sets->to;
	sets->to = from;
	for (size_t i = 0; i < words_of(page); i++)
		any = any || sets->from[i] != 0;
	return any && clair_selector_spend(sets->match, words_of(page));
}

/* Keeps of `from` what fits. */
static bool
keep_fitting(struct sets *sets, const struct clair_compound *compound)
{
	const struct clair_page *page = sets->match->page;
	bool any = false;

	for (uint32_t i = 0; i < page->node_count; i++) {
		if (!clair_has_bit(sets->from, i))
			continue;
		if (clair_selector_fits(sets->match, compound, &page->nodes[i]))
			any = true;
		else
			sets->from[i / 64] &= ~(UINT64_C(1) << i % 64);
	}
	return any && !sets->match->exhausted;
}

static void
set_elements(struct sets *sets)
{
	const struct clair_page *page = sets->match->page;

	memset(sets->from, 0, words_of(page) * sizeof(*sets->from));
	for (uint32_t i = 0; i < page->node_count; i++)
		if (page->nodes[i].kind == CLAIR_NODE_ELEMENT)
			clair_set_bit(sets->from, i);
}

static void
add_anchors(struct sets *sets, const struct clair_css_selector *selector, uint64_t *anchors)
{
	set_elements(sets);
	for (const struct clair_compound *one = selector->rightmost; one != NULL; one = one->left)
		if (!keep_fitting(sets, one) || !step_left(sets, one->combinator))
			return;
	for (size_t i = 0; i < words_of(sets->match->page); i++)
		anchors[i] |= sets->from[i];
}

static uint64_t *
find_anchors(struct clair_match *match, const struct clair_css_selector_list *list)
{
	size_t words = words_of(match->page);
	uint64_t *anchors = clair_selector_room(match, words, sizeof(*anchors));
	const uint64_t *names = find_names(match);
	struct sets sets = {.match = match};

	if (anchors == NULL || names == NULL)
		return NULL;
	sets.from = clair_selector_room(match, words, sizeof(*sets.from));
	sets.to = clair_selector_room(match, words, sizeof(*sets.to));
	for (uint32_t i = 0; i < list->count && sets.from != NULL && sets.to != NULL; i++)
		if (!list->list[i].never && names_are_there(names, &list->list[i]))
			add_anchors(&sets, &list->list[i], anchors);
	return match->exhausted ? NULL : anchors;
}

bool
clair_selector_has(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node)
{
	const void *anchors = NULL;

	if (!clair_selector_recall(match, simple, &anchors)) {
		anchors = find_anchors(match, simple->list);
		clair_selector_remember(match, simple, anchors);
	}
	return anchors != NULL && clair_has_bit(anchors, node->index);
}
