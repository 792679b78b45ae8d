/* Answers an expression of XPath 1.0 about one element. Sections named are those of the recommendation. */
#include "dom/xpath_tree.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A node and, plus one, its attribute; as a number in document order. */
typedef uint64_t item;

struct set {
	item *items;
	size_t count;
};

struct words {
	const char *bytes; /* not ended by NUL */
	size_t length;
};

struct value {
	enum xpath_type type;
	bool boolean;
	double number;
	struct words words;
	struct set set;
};

struct question {
	struct clair_xpath_work *work;
	const struct clair_node *nodes;
	item item;
	size_t position, size;
};

static struct value answer(struct question *question, const struct clair_xpath *xpath);

/* --- Work ------------------------------------------------------------------------------------------ */

bool
clair_xpath_spend(struct clair_xpath_work *work, uint64_t steps)
{
	if (steps > work->steps)
		work->stopped = true;
	if (work->stopped)
		return false;
	work->steps -= steps;
	return true;
}

static void *
make_room(struct clair_xpath_work *work, size_t bytes)
{
	char *room = (char *)work->room + work->used;

	bytes = (bytes + 7) & ~(size_t)7;
	if (bytes > CLAIR_XPATH_ROOM - work->used)
		work->stopped = true;
	if (work->stopped)
		return NULL;
	work->used += bytes;
	return room;
}

/* Bytes that are read or written. */
static bool
spend_bytes(struct question *question, size_t bytes)
{
	return clair_xpath_spend(question->work, 1 + bytes / 16);
}

/* A text that grows at the end of the room: nothing else may be made until it is whole. */
static bool
add_bytes(struct question *question, struct words *words, const char *bytes, size_t length)
{
	char *room = (char *)question->work->room + question->work->used;

	if (!spend_bytes(question, length))
		return false;
	if (words->length + length + 1 > CLAIR_XPATH_ROOM - question->work->used) {
		question->work->stopped = true;
		return false;
	}
	memcpy(room + words->length, bytes, length);
	words->bytes = room;
	words->length += length;
	return true;
}

/* Ends it, with a NUL. */
static struct words
keep_bytes(struct question *question, struct words words)
{
	char *room = (char *)question->work->room + question->work->used;

	if (question->work->stopped || words.length == 0)
		return (struct words){"", 0};
	room[words.length] = '\0';
	make_room(question->work, words.length + 1);
	return words;
}

/* --- Values (4) ------------------------------------------------------------------------------------- */

static const struct clair_node *
node_of(const struct question *question, item one)
{
	return question->nodes + (one >> 32);
}

static const struct clair_attribute_value *
attribute_of(const struct question *question, item one)
{
	uint32_t attribute = (uint32_t)one;

	return attribute == 0 ? NULL : &node_of(question, one)->attributes[attribute - 1];
}

static item
item_of(const struct clair_node *node)
{
	return (item)node->index << 32;
}

/* 5: of an element, its texts one after the other. */
static struct words
words_of(struct question *question, item one)
{
	const struct clair_attribute_value *attribute = attribute_of(question, one);
	const struct clair_node *node = node_of(question, one);
	struct words words = {"", 0};

	if (!clair_xpath_spend(question->work, 1))
		return words;
	if (attribute != NULL)
		return (struct words){attribute->value, strlen(attribute->value)};
	if (node->kind != CLAIR_NODE_ELEMENT)
		return (struct words){node->text, node->text_length};
	for (uint32_t i = node->index + 1; i < node->end; i++) {
		const struct clair_node *inside = &question->nodes[i];

		if (inside->kind != CLAIR_NODE_TEXT) {
			if (!clair_xpath_spend(question->work, 1))
				break;
			continue;
		}
		if (node->end == node->index + 2)
			return (struct words){inside->text, inside->text_length};
		if (!add_bytes(question, &words, inside->text, inside->text_length))
			break;
	}
	return keep_bytes(question, words);
}

static struct words
write_number(struct question *question, double number)
{
	char written[40];
	struct words words = {"", 0};

	if (isnan(number))
		return (struct words){"NaN", 3};
	if (isinf(number))
		return number > 0 ? (struct words){"Infinity", 8} : (struct words){"-Infinity", 9};
	if (number == trunc(number) && fabs(number) < 1e15)
		snprintf(written, sizeof(written), "%.0f", number + 0.0);
	else
		snprintf(written, sizeof(written), "%.15g", number);
	add_bytes(question, &words, written, strlen(written));
	return keep_bytes(question, words);
}

static struct words
as_words(struct question *question, struct value value)
{
	switch (value.type) {
	case XPATH_IS_STRING:
		return value.words;
	case XPATH_IS_NUMBER:
		return write_number(question, value.number);
	case XPATH_IS_BOOLEAN:
		return value.boolean ? (struct words){"true", 4} : (struct words){"false", 5};
	default:
		return value.set.count == 0 ? (struct words){"", 0} : words_of(question, value.set.items[0]);
	}
}

static bool
is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static double
number_of_words(struct words words)
{
	while (words.length > 0 && is_space(words.bytes[0])) {
		words.bytes++;
		words.length--;
	}
	while (words.length > 0 && is_space(words.bytes[words.length - 1]))
		words.length--;
	return clair_xpath_read_number(words.bytes, words.length);
}

static double
as_number(struct question *question, struct value value)
{
	struct words words;

	if (value.type == XPATH_IS_NUMBER)
		return value.number;
	if (value.type == XPATH_IS_BOOLEAN)
		return value.boolean;
	words = as_words(question, value);
	return spend_bytes(question, words.length) ? number_of_words(words) : 0;
}

static bool
as_boolean(struct value value)
{
	switch (value.type) {
	case XPATH_IS_STRING:
		return value.words.length != 0;
	case XPATH_IS_NUMBER:
		return value.number != 0 && !isnan(value.number);
	case XPATH_IS_BOOLEAN:
		return value.boolean;
	default:
		return value.set.count != 0;
	}
}

static struct value
boolean_value(bool boolean)
{
	return (struct value){.type = XPATH_IS_BOOLEAN, .boolean = boolean};
}

static struct value
number_value(double number)
{
	return (struct value){.type = XPATH_IS_NUMBER, .number = number};
}

static struct value
words_value(struct words words)
{
	return (struct value){.type = XPATH_IS_STRING, .words = words};
}

/* --- Comparisons (3.4) ------------------------------------------------------------------------------ */

static bool
same_words(struct question *question, struct words left, struct words right)
{
	if (left.length != right.length || !spend_bytes(question, left.length))
		return false;
	return memcmp(left.bytes, right.bytes, left.length) == 0;
}

static bool
compare_numbers(enum xpath_operator operator, double left, double right)
{
	switch (operator) {
	case XPATH_EQUAL:
		return left == right;
	case XPATH_UNEQUAL:
		return left != right;
	case XPATH_LESS:
		return left < right;
	case XPATH_LESS_EQUAL:
		return left <= right;
	case XPATH_MORE:
		return left > right;
	default:
		return left >= right;
	}
}

/* Neither is a set of nodes. */
static bool
compare_plain(struct question *question, enum xpath_operator operator, struct value left, struct value right)
{
	bool equality = operator == XPATH_EQUAL || operator == XPATH_UNEQUAL;

	if (equality && (left.type == XPATH_IS_BOOLEAN || right.type == XPATH_IS_BOOLEAN))
		return (as_boolean(left) == as_boolean(right)) == (operator == XPATH_EQUAL);
	if (equality && left.type == XPATH_IS_STRING && right.type == XPATH_IS_STRING)
		return same_words(question, left.words, right.words) == (operator == XPATH_EQUAL);
	return compare_numbers(operator, as_number(question, left), as_number(question, right));
}

/* Of each node, what it is compared as; made once, since the other side may be a set too. */
static struct value *
plain_values(struct question *question, struct value value, size_t *count)
{
	struct value *list;

	*count = value.type == XPATH_IS_NODES ? value.set.count : 1;
	list = make_room(question->work, *count * sizeof(*list));
	if (list == NULL)
		*count = 0;
	for (size_t i = 0; i < *count; i++)
		list[i] = value.type == XPATH_IS_NODES ? words_value(words_of(question, value.set.items[i])) : value;
	return list;
}

static bool
compare(struct question *question, enum xpath_operator operator, struct value left, struct value right)
{
	struct value *lefts;
	struct value *rights;
	size_t left_count, right_count;

	/* A set against a boolean is compared as a boolean. */
	if (left.type == XPATH_IS_BOOLEAN && right.type == XPATH_IS_NODES)
		right = boolean_value(as_boolean(right));
	if (right.type == XPATH_IS_BOOLEAN && left.type == XPATH_IS_NODES)
		left = boolean_value(as_boolean(left));
	if (left.type != XPATH_IS_NODES && right.type != XPATH_IS_NODES)
		return compare_plain(question, operator, left, right);
	lefts = plain_values(question, left, &left_count);
	rights = plain_values(question, right, &right_count);
	for (size_t i = 0; i < left_count; i++) {
		for (size_t j = 0; j < right_count; j++) {
			if (!clair_xpath_spend(question->work, 1))
				return false;
			if (compare_plain(question, operator, lefts[i], rights[j]))
				return true;
		}
	}
	return false;
}

/* --- Paths (2) -------------------------------------------------------------------------------------- */

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
	struct question *question;
	const struct xpath_step *step;
	struct set set;
};

static void
harvest(struct harvest *harvest, item one)
{
	struct clair_xpath_work *work = harvest->question->work;

	if (work->used + (harvest->set.count + 1) * sizeof(item) > CLAIR_XPATH_ROOM) {
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
		harvest(found, item_of(node));
	return true;
}

static void
walk_attributes(struct harvest *found, const struct clair_node *node)
{
	for (uint32_t i = 0; node->kind == CLAIR_NODE_ELEMENT && i < node->attribute_count; i++) {
		if (!clair_xpath_spend(found->question->work, 1))
			return;
		if (attribute_fits(found->step, &node->attributes[i]))
			harvest(found, item_of(node) + i + 1);
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
turn_round(item *items, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		item kept = items[i];

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
walk_from_attribute(struct harvest *found, item from)
{
	enum xpath_axis axis = found->step->axis;

	if ((axis == XPATH_SELF || axis == XPATH_ANCESTOR_OR_SELF || axis == XPATH_DESCENDANT_OR_SELF) &&
	    found->step->test == XPATH_NODE && clair_xpath_spend(found->question->work, 1))
		harvest(found, from);
	if (axis == XPATH_PARENT)
		look_at(found, node_of(found->question, from));
	if (axis == XPATH_ANCESTOR || axis == XPATH_ANCESTOR_OR_SELF)
		walk_up(found, node_of(found->question, from));
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
filter(struct question *question, struct set *set, size_t start, const struct clair_xpath *predicates)
{
	struct clair_xpath_work *work = question->work;

	const char *end = (const char *)(set->items + set->count);
	const size_t used = work->used;
	const size_t after = (size_t)(end - (const char *)work->room);

	for (; predicates != NULL && !work->stopped; predicates = predicates->next) {
		size_t size = set->count - start;
		size_t kept = start;

		for (size_t i = 0; i < size && !work->stopped; i++) {
			struct question inner = *question;
			struct value value;

			inner.item = set->items[start + i];
			inner.position = i + 1;
			inner.size = size;
			work->used = used > after ? used : after;
			value = answer(&inner, predicates);
			work->used = used;
			if (value.type == XPATH_IS_NUMBER ? value.number == (double)(i + 1) : as_boolean(value))
				set->items[kept++] = inner.item;
		}
		set->count = kept;
	}
}

static int
by_place(const void *left, const void *right)
{
	item a = *(const item *)left;
	item b = *(const item *)right;

	return (a > b) - (a < b);
}

static bool
is_sorted(const struct set *set)
{
	for (size_t i = 1; i < set->count; i++) {
		if (set->items[i - 1] >= set->items[i])
			return false;
	}
	return true;
}

static void
sort_set(struct question *question, struct set *set)
{
	size_t kept = 0;

	if (!clair_xpath_spend(question->work, set->count) || is_sorted(set))
		return;
	/* Parents come nearest first. */
	turn_round(set->items, set->count);
	if (is_sorted(set) || !clair_xpath_spend(question->work, 8 * set->count))
		return;
	qsort(set->items, set->count, sizeof(item), by_place);
	for (size_t i = 0; i < set->count; i++) {
		if (i == 0 || set->items[i] != set->items[kept - 1])
			set->items[kept++] = set->items[i];
	}
	set->count = kept;
}

static struct set
take_step(struct question *question, const struct xpath_step *step, struct set from)
{
	struct clair_xpath_work *work = question->work;
	struct harvest found = {
	    .question = question,
	    .step = step,
	    .set = {(item *)(void *)((char *)work->room + work->used), 0},
	};

	for (size_t i = 0; i < from.count && !work->stopped; i++) {
		size_t start = found.set.count;

		if ((uint32_t)from.items[i] != 0)
			walk_from_attribute(&found, from.items[i]);
		else
			walk_from_node(&found, node_of(question, from.items[i]));
		filter(question, &found.set, start, step->predicates);
	}
	sort_set(question, &found.set);
	make_room(work, found.set.count * sizeof(item));
	return found.set;
}

static struct value
answer_path(struct question *question, const struct clair_xpath *path)
{
	struct value value = {.type = XPATH_IS_NODES};

	if (path->left != NULL) {
		value = answer(question, path->left);
		filter(question, &value.set, 0, path->predicates);
	} else {
		value.set.items = make_room(question->work, sizeof(item));
		value.set.count = value.set.items != NULL;
		if (value.set.items != NULL)
			value.set.items[0] = question->item;
	}
	for (const struct xpath_step *step = path->steps; step != NULL && !question->work->stopped; step = step->next)
		value.set = take_step(question, step, value.set);
	return value;
}

static struct value
answer_union(struct question *question, const struct clair_xpath *xpath)
{
	struct value left = answer(question, xpath->left);
	struct value right = answer(question, xpath->right);
	struct value both = {.type = XPATH_IS_NODES};

	both.set.items = make_room(question->work, (left.set.count + right.set.count) * sizeof(item));
	if (both.set.items == NULL)
		return both;
	if (left.set.count != 0)
		memcpy(both.set.items, left.set.items, left.set.count * sizeof(item));
	if (right.set.count != 0)
		memcpy(both.set.items + left.set.count, right.set.items, right.set.count * sizeof(item));
	both.set.count = left.set.count + right.set.count;
	sort_set(question, &both.set);
	return both;
}

/* --- Functions (4) ---------------------------------------------------------------------------------- */

static size_t
character_length(const char *at, size_t left)
{
	size_t length = 1;

	while (length < left && ((unsigned char)at[length] & 0xC0) == 0x80)
		length++;
	return length;
}

static size_t
characters(struct question *question, struct words words)
{
	size_t count = 0;

	if (!spend_bytes(question, words.length))
		return 0;
	for (size_t i = 0; i < words.length; i++)
		count += ((unsigned char)words.bytes[i] & 0xC0) != 0x80;
	return count;
}

static struct words
squeeze(struct question *question, struct words words)
{
	struct words out = {"", 0};
	size_t at = 0;

	while (at < words.length && !question->work->stopped) {
		size_t start;

		while (at < words.length && is_space(words.bytes[at]))
			at++;
		start = at;
		while (at < words.length && !is_space(words.bytes[at]))
			at++;
		if (at > start && out.length != 0)
			add_bytes(question, &out, " ", 1);
		if (at > start)
			add_bytes(question, &out, words.bytes + start, at - start);
	}
	return keep_bytes(question, out);
}

static const char *
find(struct question *question, struct words words, struct words part)
{
	/* memmem is linear. */
	if (!spend_bytes(question, words.length + part.length))
		return NULL;
	return part.length == 0 ? words.bytes : memmem(words.bytes, words.length, part.bytes, part.length);
}

static struct words
before_or_after(struct question *question, struct words words, struct words part, bool after)
{
	const char *at = find(question, words, part);
	size_t before;

	if (at == NULL)
		return (struct words){"", 0};
	before = (size_t)(at - words.bytes);
	if (!after)
		return (struct words){words.bytes, before};
	return (struct words){at + part.length, words.length - before - part.length};
}

/* round() as XPath has it: halves go up. */
static double
round_up(double number)
{
	return isnan(number) || isinf(number) ? number : floor(number + 0.5);
}

/* 4.2: characters whose position is at least round(from), and less than that plus round(count). */
static struct words
substring(struct question *question, struct words words, double from, double count)
{
	double first = round_up(from);
	double end = first + round_up(count);
	size_t start = words.length;
	size_t stop = words.length;
	size_t position = 1;

	if (!spend_bytes(question, words.length))
		return (struct words){"", 0};
	for (size_t i = 0; i < words.length; position++) {
		bool inside = (double)position >= first && (double)position < end;

		if (inside && start == words.length)
			start = i;
		if (!inside && start != words.length) {
			stop = i;
			break;
		}
		i += character_length(words.bytes + i, words.length - i);
	}
	return (struct words){words.bytes + start, stop - start};
}

/* Where a character stands among others, in characters; -1: nowhere. */
static long
place_of(struct words all, const char *character, size_t length)
{
	long place = 0;

	for (size_t i = 0; i < all.length; place++) {
		size_t other = character_length(all.bytes + i, all.length - i);

		if (other == length && memcmp(all.bytes + i, character, length) == 0)
			return place;
		i += other;
	}
	return -1;
}

static struct words
character_at(struct words all, long place)
{
	size_t i = 0;

	for (; i < all.length && place > 0; place--)
		i += character_length(all.bytes + i, all.length - i);
	if (i >= all.length)
		return (struct words){"", 0};
	return (struct words){all.bytes + i, character_length(all.bytes + i, all.length - i)};
}

static struct words
translate(struct question *question, struct words words, struct words from, struct words to)
{
	struct words out = {"", 0};

	for (size_t i = 0; i < words.length && !question->work->stopped;) {
		size_t length = character_length(words.bytes + i, words.length - i);
		long place = place_of(from, words.bytes + i, length);
		struct words other = place < 0 ? (struct words){words.bytes + i, length} : character_at(to, place);

		/* Sign by sign: slower than a copy. */
		spend_bytes(question, 4 * (from.length + to.length));
		add_bytes(question, &out, other.bytes, other.length);
		i += length;
	}
	return keep_bytes(question, out);
}

static struct words
concat(struct question *question, const struct clair_xpath *arguments)
{
	struct words parts[40];
	struct words out = {"", 0};
	size_t count = 0;

	for (; arguments != NULL && count < 40; arguments = arguments->next)
		parts[count++] = as_words(question, answer(question, arguments));
	for (size_t i = 0; i < count; i++)
		add_bytes(question, &out, parts[i].bytes, parts[i].length);
	return keep_bytes(question, out);
}

static double
sum(struct question *question, struct set set)
{
	double total = 0;

	for (size_t i = 0; i < set.count && !question->work->stopped; i++)
		total += number_of_words(words_of(question, set.items[i]));
	return total;
}

static struct words
name_of(const struct question *question, struct set set, bool local)
{
	const struct clair_attribute_value *attribute;
	const char *name = "";
	const char *colon;

	if (set.count != 0) {
		attribute = attribute_of(question, set.items[0]);
		if (attribute != NULL)
			name = attribute->name;
		else if (node_of(question, set.items[0])->kind == CLAIR_NODE_ELEMENT)
			name = node_of(question, set.items[0])->name;
	}
	colon = local ? strchr(name, ':') : NULL;
	if (colon != NULL)
		name = colon + 1;
	return (struct words){name, strlen(name)};
}

/* The argument, or the element itself where the function allows to leave it out. */
static struct value
argument_or_self(struct question *question, const struct clair_xpath *call)
{
	static const struct clair_xpath self = {.operator = XPATH_PATH};

	return answer(question, call->arguments != NULL ? call->arguments : &self);
}

static struct value
answer_call(struct question *question, const struct clair_xpath *call)
{
	const struct clair_xpath *second = call->arguments == NULL ? NULL : call->arguments->next;
	struct value first = {.type = XPATH_IS_STRING, .words = {"", 0}};
	struct words words = {"", 0};
	struct words other = {"", 0};

	switch (call->function) {
	case XPATH_CALL_TRUE:
	case XPATH_CALL_FALSE:
		return boolean_value(call->function == XPATH_CALL_TRUE);
	case XPATH_CALL_LAST:
		return number_value((double)question->size);
	case XPATH_CALL_POSITION:
		return number_value((double)question->position);
	case XPATH_CALL_CONCAT:
		return words_value(concat(question, call->arguments));
	default:
		first = argument_or_self(question, call);
		break;
	}
	switch (call->function) {
	case XPATH_CALL_BOOLEAN:
		return boolean_value(as_boolean(first));
	case XPATH_CALL_NOT:
		return boolean_value(!as_boolean(first));
	case XPATH_CALL_COUNT:
		return number_value((double)first.set.count);
	case XPATH_CALL_SUM:
		return number_value(sum(question, first.set));
	case XPATH_CALL_NUMBER:
		return number_value(as_number(question, first));
	case XPATH_CALL_FLOOR:
		return number_value(floor(as_number(question, first)));
	case XPATH_CALL_CEILING:
		return number_value(ceil(as_number(question, first)));
	case XPATH_CALL_ROUND:
		return number_value(round_up(as_number(question, first)));
	case XPATH_CALL_NAME:
	case XPATH_CALL_LOCAL_NAME:
		return words_value(name_of(question, first.set, call->function == XPATH_CALL_LOCAL_NAME));
	default:
		words = as_words(question, first);
		break;
	}
	if (second != NULL && call->function != XPATH_CALL_SUBSTRING)
		other = as_words(question, answer(question, second));
	switch (call->function) {
	case XPATH_CALL_STRING:
		return words_value(words);
	case XPATH_CALL_LENGTH:
		return number_value((double)characters(question, words));
	case XPATH_CALL_NORMALIZE:
		return words_value(squeeze(question, words));
	case XPATH_CALL_CONTAINS:
		return boolean_value(find(question, words, other) != NULL);
	case XPATH_CALL_STARTS:
		return boolean_value(spend_bytes(question, other.length) && other.length <= words.length &&
		    memcmp(words.bytes, other.bytes, other.length) == 0);
	case XPATH_CALL_BEFORE:
		return words_value(before_or_after(question, words, other, false));
	case XPATH_CALL_AFTER:
		return words_value(before_or_after(question, words, other, true));
	case XPATH_CALL_TRANSLATE:
		return words_value(translate(question, words, other,
		    as_words(question, answer(question, second->next))));
	default:
		return words_value(substring(question, words, as_number(question, answer(question, second)),
		    second->next == NULL ? (double)INFINITY
		                         : as_number(question, answer(question, second->next))));
	}
}

/* --- Expressions (3) -------------------------------------------------------------------------------- */

static double
calculate(enum xpath_operator operator, double left, double right)
{
	switch (operator) {
	case XPATH_ADD:
		return left + right;
	case XPATH_SUBTRACT:
		return left - right;
	case XPATH_MULTIPLY:
		return left * right;
	case XPATH_DIVIDE:
		return left / right;
	default:
		return fmod(left, right);
	}
}

static struct value
answer_pair(struct question *question, const struct clair_xpath *xpath)
{
	struct value left = answer(question, xpath->left);
	struct value right;

	if (xpath->operator == XPATH_OR && as_boolean(left))
		return boolean_value(true);
	if (xpath->operator == XPATH_AND && !as_boolean(left))
		return boolean_value(false);
	right = answer(question, xpath->right);
	if (xpath->operator == XPATH_OR || xpath->operator == XPATH_AND)
		return boolean_value(as_boolean(right));
	if (xpath->operator >= XPATH_EQUAL && xpath->operator <= XPATH_MORE_EQUAL)
		return boolean_value(compare(question, xpath->operator, left, right));
	return number_value(
	    calculate(xpath->operator, as_number(question, left), as_number(question, right)));
}

static struct value
answer(struct question *question, const struct clair_xpath *xpath)
{
	if (!clair_xpath_spend(question->work, 1))
		return (struct value){.type = clair_xpath_type(xpath), .words = {"", 0}};
	switch (xpath->operator) {
	case XPATH_NUMBER:
		return number_value(xpath->number);
	case XPATH_LITERAL:
		return words_value((struct words){xpath->text, xpath->length});
	case XPATH_NEGATE:
		return number_value(-as_number(question, answer(question, xpath->left)));
	case XPATH_UNION:
		return answer_union(question, xpath);
	case XPATH_PATH:
		return answer_path(question, xpath);
	case XPATH_CALL:
		return answer_call(question, xpath);
	default:
		return answer_pair(question, xpath);
	}
}

static struct question
ask(const struct clair_node *node, struct clair_xpath_work *work)
{
	work->used = 0;
	return (struct question){
	    .work = work,
	    .nodes = node - node->index,
	    .item = item_of(node),
	    .position = 1,
	    .size = 1,
	};
}

bool
clair_xpath_test(
    const struct clair_xpath *xpath, const struct clair_node *node, struct clair_xpath_work *work)
{
	struct question question = ask(node, work);
	bool boolean = as_boolean(answer(&question, xpath));

	return boolean && !work->stopped;
}

double
clair_xpath_number(
    const struct clair_xpath *xpath, const struct clair_node *node, struct clair_xpath_work *work)
{
	struct question question = ask(node, work);

	return as_number(&question, answer(&question, xpath));
}

const char *
clair_xpath_text(const struct clair_node *node, struct clair_xpath_work *work)
{
	struct question question = ask(node, work);
	struct words words = squeeze(&question, words_of(&question, question.item));

	return work->stopped ? "" : words.bytes;
}
