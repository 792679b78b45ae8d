/* See condition.h. */
#include "style/condition.h"

enum { DEPTH = 32 };

void
clair_prelude_advance(struct clair_prelude *reader)
{
	do
		clair_css_next(&reader->lexer, &reader->token);
	while (reader->token.type == CLAIR_TOKEN_SPACE);
}

void
clair_prelude_pass(struct clair_prelude *reader)
{
	reader->lexer.at = reader->token.offset;
	clair_css_skip(&reader->lexer, &reader->token);
	clair_prelude_advance(reader);
}

bool
clair_prelude_ends_with(struct clair_prelude *reader, enum clair_css_token_type type)
{
	if (reader->token.type != type && reader->token.type != CLAIR_TOKEN_EOF)
		return false;
	clair_prelude_advance(reader);
	return true;
}

static struct clair_logic_node *
new_node(struct clair_prelude *reader, enum clair_logic logic)
{
	struct clair_logic_node *node = clair_alloc(reader->lexer.arena, sizeof(*node));

	if (node != NULL)
		node->logic = (uint8_t)logic;
	return node;
}

bool
clair_prelude_is_word(const struct clair_prelude *reader, const char *word)
{
	return reader->token.type == CLAIR_TOKEN_IDENT && clair_css_is(&reader->token, word);
}

static struct clair_logic_node *read_condition(
    struct clair_prelude *reader, const struct clair_logic_reader *how, bool no_or, unsigned depth);

/* <general-enclosed>: any block that is well formed. */
static struct clair_logic_node *
read_enclosed(struct clair_prelude *reader)
{
	clair_prelude_pass(reader);
	return new_node(reader, CLAIR_LOGIC_LEAF);
}

static struct clair_logic_node *
read_parenthesis(
    struct clair_prelude *reader, const struct clair_logic_reader *how, unsigned depth)
{
	const struct clair_prelude start = *reader;
	struct clair_prelude inside;
	struct clair_logic_node *node;
	const void *leaf;

	clair_prelude_advance(reader);
	inside = *reader;
	if (how->parenthesis(reader, how->data, &leaf) &&
	    clair_prelude_ends_with(reader, CLAIR_TOKEN_CLOSE_ROUND)) {
		node = new_node(reader, CLAIR_LOGIC_LEAF);
		if (node != NULL)
			node->leaf = leaf;
		return node;
	}
	*reader = inside;
	node = depth < DEPTH ? read_condition(reader, how, false, depth + 1) : NULL;
	if (node != NULL && clair_prelude_ends_with(reader, CLAIR_TOKEN_CLOSE_ROUND))
		return node;
	*reader = start;
	return read_enclosed(reader);
}

static struct clair_logic_node *
read_operand(struct clair_prelude *reader, const struct clair_logic_reader *how, unsigned depth)
{
	const struct clair_prelude start = *reader;
	struct clair_logic_node *node;
	const void *leaf;

	if (reader->token.type == CLAIR_TOKEN_OPEN_ROUND)
		return read_parenthesis(reader, how, depth);
	if (reader->token.type != CLAIR_TOKEN_FUNCTION)
		return NULL;
	if (how->function == NULL || !how->function(reader, how->data, &leaf)) {
		*reader = start;
		return read_enclosed(reader);
	}
	node = new_node(reader, CLAIR_LOGIC_LEAF);
	if (node != NULL)
		node->leaf = leaf;
	return node;
}

static struct clair_logic_node *
read_not(struct clair_prelude *reader, const struct clair_logic_reader *how, unsigned depth)
{
	struct clair_logic_node *node = new_node(reader, CLAIR_LOGIC_NOT);

	clair_prelude_advance(reader);
	if (node == NULL || (node->child = read_operand(reader, how, depth)) == NULL)
		return NULL;
	return node;
}

static struct clair_logic_node *
read_condition(struct clair_prelude *reader, const struct clair_logic_reader *how, bool no_or,
    unsigned depth)
{
	struct clair_logic_node *last;
	struct clair_logic_node *node;
	const char *word;

	if (clair_prelude_is_word(reader, "not"))
		return read_not(reader, how, depth);
	last = read_operand(reader, how, depth);
	word = clair_prelude_is_word(reader, "and") ? "and" : "or";
	if (last == NULL || !clair_prelude_is_word(reader, word) || (no_or && word[0] == 'o'))
		return last;
	node = new_node(reader, word[0] == 'a' ? CLAIR_LOGIC_AND : CLAIR_LOGIC_OR);
	if (node != NULL)
		node->child = last;
	while (node != NULL && clair_prelude_is_word(reader, word)) {
		struct clair_logic_node *operand;

		clair_prelude_advance(reader);
		operand = read_operand(reader, how, depth);
		if (operand == NULL)
			return NULL;
		last->next = operand;
		last = operand;
	}
	return node;
}

const struct clair_logic_node *
clair_logic_read(struct clair_prelude *reader, const struct clair_logic_reader *how)
{
	return read_condition(reader, how, how->no_or, 0);
}

/* Its depth is that of the reading: at most DEPTH. */
enum clair_truth
clair_logic_holds(const struct clair_logic_node *node, clair_leaf_holds holds, const void *data,
    enum clair_truth otherwise)
{
	static const enum clair_truth opposite[] = {CLAIR_TRUE, CLAIR_FALSE, CLAIR_UNKNOWN};
	enum clair_truth decides = node->logic == CLAIR_LOGIC_AND ? CLAIR_FALSE : CLAIR_TRUE;
	enum clair_truth truth = opposite[decides];

	if (node->logic == CLAIR_LOGIC_LEAF)
		return node->leaf != NULL ? holds(node->leaf, data) : otherwise;
	if (node->logic == CLAIR_LOGIC_NOT)
		return opposite[clair_logic_holds(node->child, holds, data, otherwise)];
	for (node = node->child; node != NULL; node = node->next) {
		enum clair_truth one = clair_logic_holds(node, holds, data, otherwise);

		if (one == decides)
			return one;
		if (one == CLAIR_UNKNOWN)
			truth = CLAIR_UNKNOWN;
	}
	return truth;
}
