/* How an expression is answered: values, and the parts that answer. Private to src/dom/xpath*.c. */
#ifndef CLAIR_DOM_XPATH_ANSWER_H
#define CLAIR_DOM_XPATH_ANSWER_H

#include "dom/xpath_tree.h"

/* A node and, plus one, its attribute; as a number in document order. */
typedef uint64_t xpath_item;

struct xpath_set {
	xpath_item *items;
	size_t count;
};

struct xpath_words {
	const char *bytes; /* not ended by NUL */
	size_t length;
};

struct xpath_value {
	enum xpath_type type;
	bool boolean;
	double number;
	struct xpath_words words;
	struct xpath_set set;
};

struct xpath_question {
	struct clair_xpath_work *work;
	const struct clair_node *nodes;
	xpath_item item;
	size_t position, size;
};

/* --- xpath_value.c --- */

/* NULL, and the work is stopped, when there is no room. */
void *xpath_make_room(struct clair_xpath_work *work, size_t bytes);
/* Bytes that are read or written. */
bool xpath_spend_bytes(struct xpath_question *question, size_t bytes);
/* A text that grows at the end of the room: nothing else may be made until it is whole. */
bool xpath_add_bytes(struct xpath_question *question, struct xpath_words *words, const char *bytes, size_t length);
/* Ends it, with a NUL. */
struct xpath_words xpath_keep_bytes(struct xpath_question *question, struct xpath_words words);
const struct clair_node *xpath_node_of(const struct xpath_question *question, xpath_item one);
const struct clair_attribute_value *xpath_attribute_of(const struct xpath_question *question, xpath_item one);
xpath_item xpath_item_of(const struct clair_node *node);
/* 5: of an element, its texts one after the other. */
struct xpath_words xpath_words_of(struct xpath_question *question, xpath_item one);
struct xpath_words xpath_as_words(struct xpath_question *question, struct xpath_value value);
bool xpath_is_space(char byte);
double xpath_number_of_words(struct xpath_words words);
double xpath_as_number(struct xpath_question *question, struct xpath_value value);
bool xpath_as_boolean(struct xpath_value value);
struct xpath_value xpath_boolean_value(bool boolean);
struct xpath_value xpath_number_value(double number);
struct xpath_value xpath_words_value(struct xpath_words words);
bool xpath_compare(struct xpath_question *question, enum xpath_operator operator, struct xpath_value left,
    struct xpath_value right);

/* --- xpath_path.c --- */

struct xpath_value xpath_answer_path(struct xpath_question *question, const struct clair_xpath *path);
struct xpath_value xpath_answer_union(struct xpath_question *question, const struct clair_xpath *xpath);

/* --- xpath_call.c --- */

struct xpath_words xpath_squeeze(struct xpath_question *question, struct xpath_words words);
struct xpath_value xpath_answer_call(struct xpath_question *question, const struct clair_xpath *call);

/* --- xpath.c --- */

struct xpath_value xpath_answer(struct xpath_question *question, const struct clair_xpath *xpath);

#endif
