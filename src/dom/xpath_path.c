/* Paths of XPath 1.0 (2): which nodes they find. */
#include "dom/xpath_answer.h"

#include <stdlib.h>
#include <string.h>

static bool
attribute_fits(const struct xpath_step *step, const struct clair_attribute_value *attribute)
{
	if (step->test == XPATH_NAME)
		return strcmp(attribute->name, step->name) == 0;
	return step->test == XPATH_ANY || step->test == XPATH_NODE;
}

static bool
node_fits(const struct xpath_step *step, const struct clair_node *node)
{
	switch (step->test) {
	case XPATH_NODE:
		return true;
	case XPATH_TEXT:
		return node->kind == CLAIR_NODE_TEXT;
	case XPATH_COMMENT:
		return node->kind == CLAIR_NODE_COMMENT;
	case XPATH_ANY:
		return node->kind == CLAIR_NODE_ELEMENT;
	default:
		return node->kind == CLAIR_NODE_ELEMENT && strcmp(node->name, step->name) == 0;
	}
}

/* Nodes found, at the end of the room while they grow. */
struct harvest {
	struct xpath_question *question;
	const struct xpath_step *step;
	struct xpath_set set;
};

static void
harvest(struct harvest *harvest, xpath_item one)
{
	struct clair_xpath_work *work = harvest->question->work;

	if (work->used + (harvest->set.count + 1) * sizeof(xpath_item) > CLAIR_XPATH_ROOM) {
		work->stopped = true;
		return;
	}
	harvest->set.items[harvest->set.count++] = one;
}

/* False: no step is left. */
static bool
look_at(struct harvest *found, const struct clair_node *node)
{
	if (!clair_xpath_spend(found->question->work, 1))
		return false;
	if (node_fits(found->step, node))
		harvest(found, xpath_item_of(node));
	return true;
}

static void
walk_attributes(struct harvest *found, const struct clair_node *node)
{
	for (uint32_t i = 0; node->kind == CLAIR_NODE_ELEMENT && i < node->attribute_count; i++) {
		if (!clair_xpath_spend(found->question->work, 1))
			return;
		if (attribute_fits(found->step, &node->attributes[i]))
			harvest(found, xpath_item_of(node) + i + 1);
	}
}

static void
walk_up(struct harvest *found, const struct clair_node *node)
{
	while (node != NULL && look_at(found, node))
		node = clair_node_parent(node);
}

static void
walk_down(struct harvest *found, const struct clair_node *top, uint32_t first)
{
	uint32_t end = top->kind == CLAIR_NODE_ELEMENT ? top->end : top->index + 1;

	for (uint32_t i = first; i < end; i++) {
		if (!look_at(found, &found->question->nodes[i]))
			return;
	}
}

static void
walk_children(struct harvest *found, const struct clair_node *node)
{
	if (node->kind != CLAIR_NODE_ELEMENT)
		return;
	for (node = clair_node_first(node); node != NULL && look_at(found, node);)
		node = clair_node_next(node);
}

static void
walk_following(struct harvest *found, const struct clair_node *node)
{
	for (node = clair_node_next(node); node != NULL && look_at(found, node);)
		node = clair_node_next(node);
}

static void
turn_round(xpath_item *items, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		xpath_item kept = items[i];

		items[i] = items[--count];
		items[count] = kept;
	}
}

/* The array has no way back: from the first child, then turned round. */
static void
walk_preceding(struct harvest *found, const struct clair_node *node)
{
	const struct clair_node *parent = clair_node_parent(node);
	size_t start = found->set.count;

	if (parent == NULL)
		return;
	for (const struct clair_node *one = clair_node_first(parent); one != node && look_at(found, one);)
		one = clair_node_next(one);
	turn_round(found->set.items + start, found->set.count - start);
}

/* An attribute has no child and no sibling; itself it is of no kind but node(). */
static void
walk_from_attribute(struct harvest *found, xpath_item from)
{
	enum xpath_axis axis = found->step->axis;

	if ((axis == XPATH_SELF || axis == XPATH_ANCESTOR_OR_SELF || axis == XPATH_DESCENDANT_OR_SELF) &&
	    found->step->test == XPATH_NODE && clair_xpath_spend(found->question->work, 1))
		harvest(found, from);
	if (axis == XPATH_PARENT)
		look_at(found, xpath_node_of(found->question, from));
	if (axis == XPATH_ANCESTOR || axis == XPATH_ANCESTOR_OR_SELF)
		walk_up(found, xpath_node_of(found->question, from));
}

static void
walk_from_node(struct harvest *found, const struct clair_node *node)
{
	switch (found->step->axis) {
	case XPATH_ATTRIBUTE:
		walk_attributes(found, node);
		break;
	case XPATH_SELF:
		look_at(found, node);
		break;
	case XPATH_PARENT:
		if (clair_node_parent(node) != NULL)
			look_at(found, clair_node_parent(node));
		break;
	case XPATH_ANCESTOR:
		walk_up(found, clair_node_parent(node));
		break;
	case XPATH_ANCESTOR_OR_SELF:
		walk_up(found, node);
		break;
	case XPATH_CHILD:
		walk_children(found, node);
		break;
	case XPATH_DESCENDANT:
		walk_down(found, node, node->index + 1);
		break;
	case XPATH_DESCENDANT_OR_SELF:
		walk_down(found, node, node->index);
		break;
	case XPATH_FOLLOWING_SIBLING:
		walk_following(found, node);
		break;
	case XPATH_PRECEDING_SIBLING:
		walk_preceding(found, node);
		break;
	}
}

/* 2.4: keeps, from `start` on, those that fit. A number is a position. The set stands at the end of the room, or
 * before it: what the predicate makes goes after it, and is forgotten. */
static void
filter(struct xpath_question *question, struct xpath_set *set, size_t start, const struct clair_xpath *predicates)
{
	struct clair_xpath_work *work = question->work;

	const char *end = (const char *)(set->items + set->count);
	const size_t used = work->used;
	const size_t after = (size_t)(end - (const char *)work->room);

	for (; predicates != NULL && !work->stopped; predicates = predicates->next) {
		size_t size = set->count - start;
		size_t kept = start;

		for (size_t i = 0; i < size && !work->stopped; i++) {
			struct xpath_question inner = *question;
			struct xpath_value value;

			inner.item = set->items[start + i];
			inner.position = i + 1;
			inner.size = size;
			work->used = used > after ? used : after;
			value = xpath_answer(&inner, predicates);
			work->used = used;
			if (value.type == XPATH_IS_NUMBER ? value.number == (double)(i + 1) : xpath_as_boolean(value))
				set->items[kept++] = inner.item;
		}
		set->count = kept;
	}
}

static int
by_place(const void *left, const void *right)
{
	xpath_item a = *(const xpath_item *)left;
	xpath_item b = *(const xpath_item *)right;

	return (a > b) - (a < b);
}

static bool
is_sorted(const struct xpath_set *set)
{
	for (size_t i = 1; i < set->count; i++) {
		if (set->items[i - 1] >= set->items[i])
			return false;
	}
	return true;
}

static void
sort_set(struct xpath_question *question, struct xpath_set *set)
{
	size_t kept = 0;

	if (!clair_xpath_spend(question->work, set->count) || is_sorted(set))
		return;
	/* Parents come nearest first. */
	turn_round(set->items, set->count);
	if (is_sorted(set) || !clair_xpath_spend(question->work, 8 * set->count))
		return;
	qsort(set->items, set->count, sizeof(xpath_item), by_place);
	for (size_t i = 0; i < set->count; i++) {
		if (i == 0 || set->items[i] != set->items[kept - 1])
			set->items[kept++] = set->items[i];
	}
	set->count = kept;
}

static struct xpath_set
take_step(struct xpath_question *question, const struct xpath_step *step, struct xpath_set from)
{
	struct clair_xpath_work *work = question->work;
	struct harvest found = {
	    .question = question,
	    .step = step,
	    .set = {(xpath_item *)(void *)((char *)work->room + work->used), 0},
	};

	for (size_t i = 0; i < from.count && !work->stopped; i++) {
		size_t start = found.set.count;

		if ((uint32_t)from.items[i] != 0)
			walk_from_attribute(&found, from.items[i]);
		else
			walk_from_node(&found, xpath_node_of(question, from.items[i]));
		filter(question, &found.set, start, step->predicates);
	}
	sort_set(question, &found.set);
	xpath_make_room(work, found.set.count * sizeof(xpath_item));
	return found.set;
}

struct xpath_value
xpath_answer_path(struct xpath_question *question, const struct clair_xpath *path)
{
	struct xpath_value value = {.type = XPATH_IS_NODES};

	if (path->left != NULL) {
		value = xpath_answer(question, path->left);
		filter(question, &value.set, 0, path->predicates);
	} else {
		value.set.items = xpath_make_room(question->work, sizeof(xpath_item));
		value.set.count = value.set.items != NULL;
		if (value.set.items != NULL)
			value.set.items[0] = question->item;
	}
	for (const struct xpath_step *step = path->steps; step != NULL && !question->work->stopped; step = step->next)
		value.set = take_step(question, step, value.set);
	return value;
}

struct xpath_value
xpath_answer_union(struct xpath_question *question, const struct clair_xpath *xpath)
{
	struct xpath_value left = xpath_answer(question, xpath->left);
	struct xpath_value right = xpath_answer(question, xpath->right);
	struct xpath_value both = {.type = XPATH_IS_NODES};

	both.set.items = xpath_make_room(question->work, (left.set.count + right.set.count) * sizeof(xpath_item));
	if (both.set.items == NULL)
		return both;
	if (left.set.count != 0)
		memcpy(both.set.items, left.set.items, left.set.count * sizeof(xpath_item));
	if (right.set.count != 0)
		memcpy(both.set.items + left.set.count, right.set.items, right.set.count * sizeof(xpath_item));
	both.set.count = left.set.count + right.set.count;
	sort_set(question, &both.set);
	return both;
}
