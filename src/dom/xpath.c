/* Answers an expression of XPath 1.0 about one element. Sections named are those of the recommendation. */
#include "dom/xpath_answer.h"

#include <math.h>

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

static struct xpath_value
answer_pair(struct xpath_question *question, const struct clair_xpath *xpath)
{
	struct xpath_value left = xpath_answer(question, xpath->left);
	struct xpath_value right;

	if (xpath->operator == XPATH_OR && xpath_as_boolean(left))
		return xpath_boolean_value(true);
	if (xpath->operator == XPATH_AND && !xpath_as_boolean(left))
		return xpath_boolean_value(false);
	right = xpath_answer(question, xpath->right);
	if (xpath->operator == XPATH_OR || xpath->operator == XPATH_AND)
		return xpath_boolean_value(xpath_as_boolean(right));
	if (xpath->operator >= XPATH_EQUAL && xpath->operator <= XPATH_MORE_EQUAL)
		return xpath_boolean_value(xpath_compare(question, xpath->operator, left, right));
	return xpath_number_value(
	    calculate(xpath->operator, xpath_as_number(question, left), xpath_as_number(question, right)));
}

struct xpath_value
xpath_answer(struct xpath_question *question, const struct clair_xpath *xpath)
{
	if (!clair_xpath_spend(question->work, 1))
		return (struct xpath_value){.type = clair_xpath_type(xpath), .words = {"", 0}};
	switch (xpath->operator) {
	case XPATH_NUMBER:
		return xpath_number_value(xpath->number);
	case XPATH_LITERAL:
		return xpath_words_value((struct xpath_words){xpath->text, xpath->length});
	case XPATH_NEGATE:
		return xpath_number_value(-xpath_as_number(question, xpath_answer(question, xpath->left)));
	case XPATH_UNION:
		return xpath_answer_union(question, xpath);
	case XPATH_PATH:
		return xpath_answer_path(question, xpath);
	case XPATH_CALL:
		return xpath_answer_call(question, xpath);
	default:
		return answer_pair(question, xpath);
	}
}

static struct xpath_question
ask(const struct clair_node *node, struct clair_xpath_work *work)
{
	work->used = 0;
	return (struct xpath_question){
	    .work = work,
	    .nodes = node - node->index,
	    .item = xpath_item_of(node),
	    .position = 1,
	    .size = 1,
	};
}

bool
clair_xpath_test(
    const struct clair_xpath *xpath, const struct clair_node *node, struct clair_xpath_work *work)
{
	struct xpath_question question = ask(node, work);
	bool boolean = xpath_as_boolean(xpath_answer(&question, xpath));

	return boolean && !work->stopped;
}

double
clair_xpath_number(
    const struct clair_xpath *xpath, const struct clair_node *node, struct clair_xpath_work *work)
{
	struct xpath_question question = ask(node, work);

	return xpath_as_number(&question, xpath_answer(&question, xpath));
}

const char *
clair_xpath_text(const struct clair_node *node, struct clair_xpath_work *work)
{
	struct xpath_question question = ask(node, work);
	struct xpath_words words = xpath_squeeze(&question, xpath_words_of(&question, question.item));

	return work->stopped ? "" : words.bytes;
}
