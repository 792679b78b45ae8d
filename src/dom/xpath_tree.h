/* What an expression is once read. Private to src/dom/xpath*.c. */
#ifndef CLAIR_DOM_XPATH_TREE_H
#define CLAIR_DOM_XPATH_TREE_H

#include "dom/xpath.h"

enum xpath_operator {
	XPATH_OR, XPATH_AND,
	XPATH_EQUAL, XPATH_UNEQUAL, XPATH_LESS, XPATH_LESS_EQUAL, XPATH_MORE, XPATH_MORE_EQUAL,
	XPATH_ADD, XPATH_SUBTRACT, XPATH_MULTIPLY, XPATH_DIVIDE, XPATH_MODULO,
	XPATH_NEGATE, XPATH_UNION, XPATH_NUMBER, XPATH_LITERAL, XPATH_CALL, XPATH_PATH,
};

enum xpath_axis {
	XPATH_ANCESTOR, XPATH_ANCESTOR_OR_SELF, XPATH_ATTRIBUTE, XPATH_CHILD, XPATH_DESCENDANT,
	XPATH_DESCENDANT_OR_SELF, XPATH_FOLLOWING_SIBLING, XPATH_PARENT, XPATH_PRECEDING_SIBLING, XPATH_SELF,
};

enum xpath_test { XPATH_NAME, XPATH_ANY, XPATH_NODE, XPATH_TEXT, XPATH_COMMENT };

enum xpath_type { XPATH_IS_BOOLEAN, XPATH_IS_NUMBER, XPATH_IS_STRING, XPATH_IS_NODES };

/* FUNCTION(id, name, least, most arguments, type) */
#define XPATH_FUNCTIONS(FUNCTION) \
	FUNCTION(BOOLEAN, "boolean", 1, 1, XPATH_IS_BOOLEAN) \
	FUNCTION(CEILING, "ceiling", 1, 1, XPATH_IS_NUMBER) \
	FUNCTION(CONCAT, "concat", 2, 40, XPATH_IS_STRING) \
	FUNCTION(CONTAINS, "contains", 2, 2, XPATH_IS_BOOLEAN) \
	FUNCTION(COUNT, "count", 1, 1, XPATH_IS_NUMBER) \
	FUNCTION(FALSE, "false", 0, 0, XPATH_IS_BOOLEAN) \
	FUNCTION(FLOOR, "floor", 1, 1, XPATH_IS_NUMBER) \
	FUNCTION(LAST, "last", 0, 0, XPATH_IS_NUMBER) \
	FUNCTION(LOCAL_NAME, "local-name", 0, 1, XPATH_IS_STRING) \
	FUNCTION(NAME, "name", 0, 1, XPATH_IS_STRING) \
	FUNCTION(NORMALIZE, "normalize-space", 0, 1, XPATH_IS_STRING) \
	FUNCTION(NOT, "not", 1, 1, XPATH_IS_BOOLEAN) \
	FUNCTION(NUMBER, "number", 0, 1, XPATH_IS_NUMBER) \
	FUNCTION(POSITION, "position", 0, 0, XPATH_IS_NUMBER) \
	FUNCTION(ROUND, "round", 1, 1, XPATH_IS_NUMBER) \
	FUNCTION(STARTS, "starts-with", 2, 2, XPATH_IS_BOOLEAN) \
	FUNCTION(STRING, "string", 0, 1, XPATH_IS_STRING) \
	FUNCTION(LENGTH, "string-length", 0, 1, XPATH_IS_NUMBER) \
	FUNCTION(SUBSTRING, "substring", 2, 3, XPATH_IS_STRING) \
	FUNCTION(AFTER, "substring-after", 2, 2, XPATH_IS_STRING) \
	FUNCTION(BEFORE, "substring-before", 2, 2, XPATH_IS_STRING) \
	FUNCTION(SUM, "sum", 1, 1, XPATH_IS_NUMBER) \
	FUNCTION(TRANSLATE, "translate", 3, 3, XPATH_IS_STRING) \
	FUNCTION(TRUE, "true", 0, 0, XPATH_IS_BOOLEAN)

enum xpath_function {
#define FUNCTION(id, ...) XPATH_CALL_##id,
	XPATH_FUNCTIONS(FUNCTION)
#undef FUNCTION
	XPATH_FUNCTION_COUNT,
};

struct clair_xpath {
	enum xpath_operator operator;
	const struct clair_xpath *left, *right;      /* operands; of a path: what it starts from, NULL: the element */
	const struct clair_xpath *arguments;         /* of a call, a list */
	const struct clair_xpath *predicates;        /* of what a path starts from, a list */
	const struct clair_xpath *next;              /* in a list */
	const struct xpath_step *steps;
	enum xpath_function function;
	double number;
	const char *text;                            /* of a literal */
	size_t length;
};

struct xpath_step {
	enum xpath_axis axis;
	enum xpath_test test;
	const char *name;
	const struct clair_xpath *predicates;
	const struct xpath_step *next;
};

/* The type of its value, known from its shape. */
enum xpath_type clair_xpath_type(const struct clair_xpath *xpath);

/* A number written as XPath writes them, whatever the locale; not a number otherwise. */
double clair_xpath_read_number(const char *text, size_t length);

#endif
