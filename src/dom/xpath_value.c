/* Values of XPath 1.0 (4), what they cost, and how they compare (3.4). */
#include "dom/xpath_answer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

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

void *
xpath_make_room(struct clair_xpath_work *work, size_t bytes)
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
bool
xpath_spend_bytes(struct xpath_question *question, size_t bytes)
{
	return clair_xpath_spend(question->work, 1 + bytes / 16);
}

/* A text that grows at the end of the room: nothing else may be made until it is whole. */
bool
xpath_add_bytes(struct xpath_question *question, struct xpath_words *words, const char *bytes, size_t length)
{
	char *room = (char *)question->work->room + question->work->used;

	if (!xpath_spend_bytes(question, length))
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
struct xpath_words
xpath_keep_bytes(struct xpath_question *question, struct xpath_words words)
{
	char *room = (char *)question->work->room + question->work->used;

	if (question->work->stopped || words.length == 0)
		return (struct xpath_words){"", 0};
	room[words.length] = '\0';
	xpath_make_room(question->work, words.length + 1);
	return words;
}

/* --- Values (4) ------------------------------------------------------------------------------------- */

const struct clair_node *
xpath_node_of(const struct xpath_question *question, xpath_item one)
{
	return question->nodes + (one >> 32);
}

const struct clair_attribute_value *
xpath_attribute_of(const struct xpath_question *question, xpath_item one)
{
	uint32_t attribute = (uint32_t)one;

	return attribute == 0 ? NULL : &xpath_node_of(question, one)->attributes[attribute - 1];
}

xpath_item
xpath_item_of(const struct clair_node *node)
{
	return (xpath_item)node->index << 32;
}

/* 5: of an element, its texts one after the other. */
struct xpath_words
xpath_words_of(struct xpath_question *question, xpath_item one)
{
	const struct clair_attribute_value *attribute = xpath_attribute_of(question, one);
	const struct clair_node *node = xpath_node_of(question, one);
	struct xpath_words words = {"", 0};

	if (!clair_xpath_spend(question->work, 1))
		return words;
	if (attribute != NULL)
		return (struct xpath_words){attribute->value, strlen(attribute->value)};
	if (node->kind != CLAIR_NODE_ELEMENT)
		return (struct xpath_words){node->text, node->text_length};
	for (uint32_t i = node->index + 1; i < node->end; i++) {
		const struct clair_node *inside = &question->nodes[i];

		if (inside->kind != CLAIR_NODE_TEXT) {
			if (!clair_xpath_spend(question->work, 1))
				break;
			continue;
		}
		if (node->end == node->index + 2)
			return (struct xpath_words){inside->text, inside->text_length};
		if (!xpath_add_bytes(question, &words, inside->text, inside->text_length))
			break;
	}
	return xpath_keep_bytes(question, words);
}

static struct xpath_words
write_number(struct xpath_question *question, double number)
{
	char written[40];
	struct xpath_words words = {"", 0};

	if (isnan(number))
		return (struct xpath_words){"NaN", 3};
	if (isinf(number))
		return number > 0 ? (struct xpath_words){"Infinity", 8} : (struct xpath_words){"-Infinity", 9};
	if (number == trunc(number) && fabs(number) < 1e15)
		snprintf(written, sizeof(written), "%.0f", number + 0.0);
	else
		snprintf(written, sizeof(written), "%.15g", number);
	xpath_add_bytes(question, &words, written, strlen(written));
	return xpath_keep_bytes(question, words);
}

struct xpath_words
xpath_as_words(struct xpath_question *question, struct xpath_value value)
{
	switch (value.type) {
	case XPATH_IS_STRING:
		return value.words;
	case XPATH_IS_NUMBER:
		return write_number(question, value.number);
	case XPATH_IS_BOOLEAN:
		return value.boolean ? (struct xpath_words){"true", 4} : (struct xpath_words){"false", 5};
	default:
		return value.set.count == 0 ? (struct xpath_words){"", 0} : xpath_words_of(question, value.set.items[0]);
	}
}

bool
xpath_is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

double
xpath_number_of_words(struct xpath_words words)
{
	while (words.length > 0 && xpath_is_space(words.bytes[0])) {
		words.bytes++;
		words.length--;
	}
	while (words.length > 0 && xpath_is_space(words.bytes[words.length - 1]))
		words.length--;
	return clair_xpath_read_number(words.bytes, words.length);
}

double
xpath_as_number(struct xpath_question *question, struct xpath_value value)
{
	struct xpath_words words;

	if (value.type == XPATH_IS_NUMBER)
		return value.number;
	if (value.type == XPATH_IS_BOOLEAN)
		return value.boolean;
	words = xpath_as_words(question, value);
	return xpath_spend_bytes(question, words.length) ? xpath_number_of_words(words) : 0;
}

bool
xpath_as_boolean(struct xpath_value value)
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

struct xpath_value
xpath_boolean_value(bool boolean)
{
	return (struct xpath_value){.type = XPATH_IS_BOOLEAN, .boolean = boolean};
}

struct xpath_value
xpath_number_value(double number)
{
	return (struct xpath_value){.type = XPATH_IS_NUMBER, .number = number};
}

struct xpath_value
xpath_words_value(struct xpath_words words)
{
	return (struct xpath_value){.type = XPATH_IS_STRING, .words = words};
}

/* --- Comparisons (3.4) ------------------------------------------------------------------------------ */

static bool
same_words(struct xpath_question *question, struct xpath_words left, struct xpath_words right)
{
	if (left.length != right.length || !xpath_spend_bytes(question, left.length))
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
compare_plain(struct xpath_question *question, enum xpath_operator operator, struct xpath_value left,
    struct xpath_value right)
{
	bool equality = operator == XPATH_EQUAL || operator == XPATH_UNEQUAL;

	if (equality && (left.type == XPATH_IS_BOOLEAN || right.type == XPATH_IS_BOOLEAN))
		return (xpath_as_boolean(left) == xpath_as_boolean(right)) == (operator == XPATH_EQUAL);
	if (equality && left.type == XPATH_IS_STRING && right.type == XPATH_IS_STRING)
		return same_words(question, left.words, right.words) == (operator == XPATH_EQUAL);
	return compare_numbers(operator, xpath_as_number(question, left), xpath_as_number(question, right));
}

/* Of each node, what it is compared as; made once, since the other side may be a set too. */
static struct xpath_value *
plain_values(struct xpath_question *question, struct xpath_value value, size_t *count)
{
	struct xpath_value *list;

	*count = value.type == XPATH_IS_NODES ? value.set.count : 1;
	list = xpath_make_room(question->work, *count * sizeof(*list));
	if (list == NULL)
		*count = 0;
	for (size_t i = 0; i < *count; i++)
		list[i] = value.type == XPATH_IS_NODES ? xpath_words_value(xpath_words_of(question, value.set.items[i])) : value;
	return list;
}

bool
xpath_compare(struct xpath_question *question, enum xpath_operator operator, struct xpath_value left,
    struct xpath_value right)
{
	struct xpath_value *lefts;
	struct xpath_value *rights;
	size_t left_count, right_count;

	/* A set against a boolean is compared as a boolean. */
	if (left.type == XPATH_IS_BOOLEAN && right.type == XPATH_IS_NODES)
		right = xpath_boolean_value(xpath_as_boolean(right));
	if (right.type == XPATH_IS_BOOLEAN && left.type == XPATH_IS_NODES)
		left = xpath_boolean_value(xpath_as_boolean(left));
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
