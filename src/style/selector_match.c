/* Matching of selectors on the nodes of a page: Selectors 4, section 18. */
#include "style/selector_caches.h"

/* --- Simple selectors ------------------------------------------------------------------------- */

/* A long value takes time to look at. */
enum { BYTES_A_STEP = 16 };

static const char *
value_of(struct clair_match *match, const struct clair_node *node, enum clair_attribute attribute)
{
	for (size_t i = 0; i < node->attribute_count; i++) {
		if (node->attributes[i].id != attribute)
			continue;
		clair_selector_spend(match, node->attributes[i].value_length / BYTES_A_STEP);
		return node->attributes[i].value;
	}
	return NULL;
}

static bool
has_id(struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node)
{
	const char *id = value_of(match, node, CLAIR_ATTR_ID);

	return id != NULL && strlen(id) == simple->length &&
	    clair_css_same(id, simple->text, simple->length, simple->fold);
}

static bool
has_class(struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node)
{
	const char *classes = value_of(match, node, CLAIR_ATTR_CLASS);

	return classes != NULL &&
	    clair_selector_has_word(classes, simple->text, simple->length, simple->fold);
}

static bool
has_attribute(
    struct clair_match *match, const struct clair_simple *simple, const struct clair_node *node)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < node->attribute_count && simple->detail != '\0'; i++)
		bytes += node->attributes[i].value_length;
	return clair_selector_spend(match, bytes / BYTES_A_STEP) && clair_selector_attribute(simple, node);
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
		return has_id(match, simple, node);
	case CLAIR_SIMPLE_CLASS:
		return has_class(match, simple, node);
	case CLAIR_SIMPLE_TAG:
		return has_type(simple, node);
	case CLAIR_SIMPLE_STATE:
		return (match->states & simple->detail) != 0;
	case CLAIR_SIMPLE_ATTRIBUTE:
		return has_attribute(match, simple, node);
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

enum { LONG_WALK = 64 };

enum outcome { GOES_ON, MATCHES, FAILS };

/* A place to try again from: the compound, on what comes next after the node. */
struct retry {
	const struct clair_compound *compound; /* NULL: none */
	const struct clair_node *node;
};

/*
 * From right to left, with at most two places to come back to. What an ancestor makes fail fails for all
 * the siblings below it too, so that going up forgets the sibling to come back to. And a compound that no
 * ancestor meets leaves nothing to hope from a farther start.
 */
struct walk {
	const struct clair_compound *one;
	const struct clair_node *node; /* to be tried; NULL: there is no such sibling */
	struct retry above;            /* by its ancestors */
	struct retry before;           /* by its earlier siblings */
	unsigned siblings;             /* tried since the last ~ */
};

static enum outcome
go_up(struct walk *walk, const struct clair_compound *one, const struct clair_node *from)
{
	walk->before.compound = NULL;
	walk->one = one;
	walk->node = clair_node_parent(from);
	return walk->node != NULL ? GOES_ON : FAILS;
}

static enum outcome
retry_above(struct walk *walk)
{
	const struct clair_node *from = walk->above.node;

	if (walk->above.compound == NULL)
		return FAILS;
	walk->above.node = clair_node_parent(from);
	return go_up(walk, walk->above.compound, from);
}

/* The node fits: to the compound on the left. */
static enum outcome
advance(struct clair_match *match, struct walk *walk)
{
	const struct clair_compound *one = walk->one;
	const struct clair_node *node = walk->node;
	enum outcome outcome;

	if (one->left == NULL)
		return MATCHES;
	if (one->combinator == CLAIR_DESCENDANT || one->combinator == CLAIR_CHILD) {
		outcome = go_up(walk, one->left, node);
		if (one->combinator == CLAIR_DESCENDANT)
			walk->above = (struct retry){one->left, walk->node};
		return outcome;
	}
	walk->one = one->left;
	walk->node = clair_selector_previous(match, node);
	if (one->combinator == CLAIR_LATER_SIBLING) {
		const uint64_t *after = clair_selector_after(match, one->left, false);

		if (after != NULL)
			return clair_has_bit(after, node->index) ? MATCHES : retry_above(walk);
		walk->before = (struct retry){one->left, walk->node};
		walk->siblings = 0;
	}
	return GOES_ON;
}

/* The node does not fit, or is not there. */
static enum outcome
retry(struct clair_match *match, struct walk *walk)
{
	const struct clair_node *node = walk->before.node;

	if (walk->before.compound == NULL || node == NULL)
		return retry_above(walk);
	if (++walk->siblings == LONG_WALK) {
		const uint64_t *after = clair_selector_after(match, walk->before.compound, true);

		if (after != NULL)
			return clair_has_bit(after, node->index) ? MATCHES : retry_above(walk);
	}
	walk->before.node = clair_selector_previous(match, node);
	walk->one = walk->before.compound;
	walk->node = walk->before.node;
	return GOES_ON;
}

bool
clair_selector_chain(struct clair_match *match, const struct clair_compound *rightmost,
    const struct clair_node *node)
{
	struct walk walk = {.one = rightmost, .node = node};
	enum outcome outcome = GOES_ON;

	while (outcome == GOES_ON && !match->exhausted)
		outcome = walk.node != NULL && clair_selector_fits(match, walk.one, walk.node)
		    ? advance(match, &walk)
		    : retry(match, &walk);
	return outcome == MATCHES && !match->exhausted;
}

bool
clair_selector_matches_node(struct clair_match *match, const struct clair_css_selector *selector,
    const struct clair_node *node)
{
	return !selector->never && clair_selector_chain(match, selector->rightmost, node);
}

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
