/* The core functions of XPath 1.0 (4). */
#include "dom/xpath_answer.h"

#include <math.h>
#include <string.h>

static size_t
character_length(const char *at, size_t left)
{
	size_t length = 1;

	while (length < left && ((unsigned char)at[length] & 0xC0) == 0x80)
		length++;
	return length;
}

static size_t
characters(struct xpath_question *question, struct xpath_words words)
{
	size_t count = 0;

	if (!xpath_spend_bytes(question, words.length))
		return 0;
	for (size_t i = 0; i < words.length; i++)
		count += ((unsigned char)words.bytes[i] & 0xC0) != 0x80;
	return count;
}

struct xpath_words
xpath_squeeze(struct xpath_question *question, struct xpath_words words)
{
	struct xpath_words out = {"", 0};
	size_t at = 0;

	while (at < words.length && !question->work->stopped) {
		size_t start;

		while (at < words.length && xpath_is_space(words.bytes[at]))
			at++;
		start = at;
		while (at < words.length && !xpath_is_space(words.bytes[at]))
			at++;
		if (at > start && out.length != 0)
			xpath_add_bytes(question, &out, " ", 1);
		if (at > start)
			xpath_add_bytes(question, &out, words.bytes + start, at - start);
	}
	return xpath_keep_bytes(question, out);
}

static const char *
find(struct xpath_question *question, struct xpath_words words, struct xpath_words part)
{
	/* memmem is linear. */
	if (!xpath_spend_bytes(question, words.length + part.length))
		return NULL;
	return part.length == 0 ? words.bytes : memmem(words.bytes, words.length, part.bytes, part.length);
}

static struct xpath_words
before_or_after(struct xpath_question *question, struct xpath_words words, struct xpath_words part, bool after)
{
	const char *at = find(question, words, part);
	size_t before;

	if (at == NULL)
		return (struct xpath_words){"", 0};
	before = (size_t)(at - words.bytes);
	if (!after)
		return (struct xpath_words){words.bytes, before};
	return (struct xpath_words){at + part.length, words.length - before - part.length};
}

/* round() as XPath has it: halves go up. */
static double
round_up(double number)
{
	return isnan(number) || isinf(number) ? number : floor(number + 0.5);
}

/* 4.2: characters whose position is at least round(from), and less than that plus round(count). */
static struct xpath_words
substring(struct xpath_question *question, struct xpath_words words, double from, double count)
{
	double first = round_up(from);
	double end = first + round_up(count);
	size_t start = words.length;
	size_t stop = words.length;
	size_t position = 1;

	if (!xpath_spend_bytes(question, words.length))
		return (struct xpath_words){"", 0};
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
	return (struct xpath_words){words.bytes + start, stop - start};
}

/* Where a character stands among others, in characters; -1: nowhere. */
static long
place_of(struct xpath_words all, const char *character, size_t length)
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

static struct xpath_words
character_at(struct xpath_words all, long place)
{
	size_t i = 0;

	for (; i < all.length && place > 0; place--)
		i += character_length(all.bytes + i, all.length - i);
	if (i >= all.length)
		return (struct xpath_words){"", 0};
	return (struct xpath_words){all.bytes + i, character_length(all.bytes + i, all.length - i)};
}

static struct xpath_words
translate(struct xpath_question *question, struct xpath_words words, struct xpath_words from, struct xpath_words to)
{
	struct xpath_words out = {"", 0};

	for (size_t i = 0; i < words.length && !question->work->stopped;) {
		size_t length = character_length(words.bytes + i, words.length - i);
		long place = place_of(from, words.bytes + i, length);
		struct xpath_words other = place < 0 ? (struct xpath_words){words.bytes + i, length} : character_at(to, place);

		/* Sign by sign: slower than a copy. */
		xpath_spend_bytes(question, 4 * (from.length + to.length));
		xpath_add_bytes(question, &out, other.bytes, other.length);
		i += length;
	}
	return xpath_keep_bytes(question, out);
}

static struct xpath_words
concat(struct xpath_question *question, const struct clair_xpath *arguments)
{
	struct xpath_words parts[40];
	struct xpath_words out = {"", 0};
	size_t count = 0;

	for (; arguments != NULL && count < 40; arguments = arguments->next)
		parts[count++] = xpath_as_words(question, xpath_answer(question, arguments));
	for (size_t i = 0; i < count; i++)
		xpath_add_bytes(question, &out, parts[i].bytes, parts[i].length);
	return xpath_keep_bytes(question, out);
}

static double
sum(struct xpath_question *question, struct xpath_set set)
{
	double total = 0;

	for (size_t i = 0; i < set.count && !question->work->stopped; i++)
		total += xpath_number_of_words(xpath_words_of(question, set.items[i]));
	return total;
}

static struct xpath_words
name_of(const struct xpath_question *question, struct xpath_set set, bool local)
{
	const struct clair_attribute_value *attribute;
	const char *name = "";
	const char *colon;

	if (set.count != 0) {
		attribute = xpath_attribute_of(question, set.items[0]);
		if (attribute != NULL)
			name = attribute->name;
		else if (xpath_node_of(question, set.items[0])->kind == CLAIR_NODE_ELEMENT)
			name = xpath_node_of(question, set.items[0])->name;
	}
	colon = local ? strchr(name, ':') : NULL;
	if (colon != NULL)
		name = colon + 1;
	return (struct xpath_words){name, strlen(name)};
}

/* The argument, or the element itself where the function allows to leave it out. */
static struct xpath_value
argument_or_self(struct xpath_question *question, const struct clair_xpath *call)
{
	static const struct clair_xpath self = {.operator = XPATH_PATH};

	return xpath_answer(question, call->arguments != NULL ? call->arguments : &self);
}

struct xpath_value
xpath_answer_call(struct xpath_question *question, const struct clair_xpath *call)
{
	const struct clair_xpath *second = call->arguments == NULL ? NULL : call->arguments->next;
	struct xpath_value first = {.type = XPATH_IS_STRING, .words = {"", 0}};
	struct xpath_words words = {"", 0};
	struct xpath_words other = {"", 0};

	switch (call->function) {
	case XPATH_CALL_TRUE:
	case XPATH_CALL_FALSE:
		return xpath_boolean_value(call->function == XPATH_CALL_TRUE);
	case XPATH_CALL_LAST:
		return xpath_number_value((double)question->size);
	case XPATH_CALL_POSITION:
		return xpath_number_value((double)question->position);
	case XPATH_CALL_CONCAT:
		return xpath_words_value(concat(question, call->arguments));
	default:
		first = argument_or_self(question, call);
		break;
	}
	switch (call->function) {
	case XPATH_CALL_BOOLEAN:
		return xpath_boolean_value(xpath_as_boolean(first));
	case XPATH_CALL_NOT:
		return xpath_boolean_value(!xpath_as_boolean(first));
	case XPATH_CALL_COUNT:
		return xpath_number_value((double)first.set.count);
	case XPATH_CALL_SUM:
		return xpath_number_value(sum(question, first.set));
	case XPATH_CALL_NUMBER:
		return xpath_number_value(xpath_as_number(question, first));
	case XPATH_CALL_FLOOR:
		return xpath_number_value(floor(xpath_as_number(question, first)));
	case XPATH_CALL_CEILING:
		return xpath_number_value(ceil(xpath_as_number(question, first)));
	case XPATH_CALL_ROUND:
		return xpath_number_value(round_up(xpath_as_number(question, first)));
	case XPATH_CALL_NAME:
	case XPATH_CALL_LOCAL_NAME:
		return xpath_words_value(name_of(question, first.set, call->function == XPATH_CALL_LOCAL_NAME));
	default:
		words = xpath_as_words(question, first);
		break;
	}
	if (second != NULL && call->function != XPATH_CALL_SUBSTRING)
		other = xpath_as_words(question, xpath_answer(question, second));
	switch (call->function) {
	case XPATH_CALL_STRING:
		return xpath_words_value(words);
	case XPATH_CALL_LENGTH:
		return xpath_number_value((double)characters(question, words));
	case XPATH_CALL_NORMALIZE:
		return xpath_words_value(xpath_squeeze(question, words));
	case XPATH_CALL_CONTAINS:
		return xpath_boolean_value(find(question, words, other) != NULL);
	case XPATH_CALL_STARTS:
		return xpath_boolean_value(xpath_spend_bytes(question, other.length) && other.length <= words.length &&
		    memcmp(words.bytes, other.bytes, other.length) == 0);
	case XPATH_CALL_BEFORE:
		return xpath_words_value(before_or_after(question, words, other, false));
	case XPATH_CALL_AFTER:
		return xpath_words_value(before_or_after(question, words, other, true));
	case XPATH_CALL_TRANSLATE:
		return xpath_words_value(translate(question, words, other,
		    xpath_as_words(question, xpath_answer(question, second->next))));
	default:
		return xpath_words_value(substring(question, words, xpath_as_number(question, xpath_answer(question, second)),
		    second->next == NULL ? (double)INFINITY
		                         : xpath_as_number(question, xpath_answer(question, second->next))));
	}
}
