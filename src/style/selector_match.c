/* Matching of selectors on the nodes of a page: Selectors 4, section 18. */
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

/* --- Simple selectors ------------------------------------------------------------------------- */

static const char *
value_of(const struct clair_node *node, enum clair_attribute attribute)
{
	for (size_t i = 0; i < node->attribute_count; i++)
		if (node->attributes[i].id == attribute)
			return node->attributes[i].value;
	return NULL;
}

static bool
has_id(const struct clair_simple *simple, const struct clair_node *node)
{
	const char *id = value_of(node, CLAIR_ATTR_ID);

	return id != NULL && strlen(id) == simple->length &&
	    clair_css_same(id, simple->text, simple->length, simple->fold);
}

static bool
has_class(const struct clair_simple *simple, const struct clair_node *node)
{
	const char *classes = value_of(node, CLAIR_ATTR_CLASS);

	return classes != NULL &&
	    clair_selector_has_word(classes, simple->text, simple->length, simple->fold);
}

/* HTML 4.16.2: names of HTML elements are compared without case, those of SVG and MathML exactly. */
static bool
has_type(const struct clair_simple *simple, const struct clair_node *node)
{
	bool foreign = (node->flags & CLAIR_NODE_FOREIGN) != 0;

	if (!foreign && simple->id != CLAIR_TAG_OTHER)
		return node->tag == simple->id;
	return strlen(node->name) == simple->length &&
	    clair_css_same(node->name, simple->text, simple->length, !foreign);
}

static bool
meets(struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node)
{
	switch ((enum clair_simple_kind)simple->kind) {
	case CLAIR_SIMPLE_NEVER:
		return false;
	case CLAIR_SIMPLE_ID:
		return has_id(simple, node);
	case CLAIR_SIMPLE_CLASS:
		return has_class(simple, node);
	case CLAIR_SIMPLE_TAG:
		return has_type(simple, node);
	case CLAIR_SIMPLE_STATE:
		return (match->states & simple->detail) != 0;
	case CLAIR_SIMPLE_ATTRIBUTE:
		return clair_selector_attribute(simple, node);
	case CLAIR_SIMPLE_PSEUDO:
		return clair_selector_pseudo(match, (enum clair_pseudo_class)simple->detail, node);
	case CLAIR_SIMPLE_DIR:
		return clair_selector_dir(match, simple, node);
	case CLAIR_SIMPLE_LANG:
		return clair_selector_lang(match, simple, node);
	case CLAIR_SIMPLE_NTH:
		return clair_selector_nth(match, simple, node);
	case CLAIR_SIMPLE_IS:
	case CLAIR_SIMPLE_WHERE:
		return clair_selector_any(match, simple->list, node);
	case CLAIR_SIMPLE_NOT:
		return !clair_selector_any(match, simple->list, node) && !match->exhausted;
	case CLAIR_SIMPLE_HAS:
		return clair_selector_has(match, simple, node);
	}
	return false;
}

bool
clair_selector_fits(
    struct clair_match *match, const struct clair_compound *compound, const struct clair_node *node)
{
	if (!clair_selector_spend(match, 1))
		return false;
	for (const struct clair_simple *simple = compound->simples; simple != NULL;
	     simple = simple->next)
		if (!meets(match, simple, node))
			return false;
	return true;
}

/* --- Complex selectors ------------------------------------------------------------------------ */

/* A place to try again from: the compound, on what comes next after the node. */
struct retry {
	const struct clair_compound *compound;
	const struct clair_node *node;
};

/*
 * Walks from right to left with at most two places to come back to. What an ancestor makes fail fails
 * for all the siblings below it too, so that going up forgets the sibling to come back to. And a
 * compound that no ancestor meets leaves nothing to hope from a farther start.
 */
static bool
matches_chain(struct clair_match *match, const struct clair_compound *one,
    const struct clair_node *node)
{
	struct retry above = {NULL, NULL};
	struct retry before = {NULL, NULL};

	for (;;) {
		bool up;

		if (node != NULL && clair_selector_fits(match, one, node)) {
			if (one->left == NULL)
				return true;
			up = one->combinator == CLAIR_DESCENDANT || one->combinator == CLAIR_CHILD;
			if (up)
				before.compound = NULL;
			node = up ? clair_node_parent(node) : clair_selector_previous(match, node);
			if (one->combinator == CLAIR_DESCENDANT)
				above = (struct retry){one->left, node};
			else if (one->combinator == CLAIR_LATER_SIBLING)
				before = (struct retry){one->left, node};
			one = one->left;
		} else if (before.compound != NULL && before.node != NULL) {
			before.node = clair_selector_previous(match, before.node);
			one = before.compound;
			node = before.node;
			up = false;
		} else {
			if (above.compound == NULL)
				return false;
			before.compound = NULL;
			above.node = clair_node_parent(above.node);
			one = above.compound;
			node = above.node;
			up = true;
		}
		if ((up && node == NULL) || match->exhausted)
			return false;
	}
}

bool
clair_selector_matches_node(struct clair_match *match, const struct clair_css_selector *selector,
    const struct clair_node *node)
{
	return !selector->never && matches_chain(match, selector->rightmost, node);
}

/* Only elements are asked here, not their pseudo-elements. */
bool
clair_selector_any(struct clair_match *match, const struct clair_css_selector_list *list,
    const struct clair_node *node)
{
	for (uint32_t i = 0; i < list->count; i++)
		if (list->list[i].pseudo == CLAIR_PSEUDO_NONE &&
		    clair_selector_matches_node(match, &list->list[i], node))
			return true;
	return false;
}
