/* See select.h. */
#include "dom/select.h"

#include "clairlint/rule.h"

#include <string.h>

enum condition_kind { HAS_ID, HAS_CLASS, HAS_ATTRIBUTE, IS_NTH };

struct condition {
	enum condition_kind kind;
	char operator; /* of an attribute: '\0' (there), '=', '~', '|', '^', '$', '*' */
	bool any_case;
	const char *name;
	const char *value;
	size_t nth;
	struct condition *next;
};

struct compound {
	const char *type; /* NULL: any */
	struct condition *conditions;
	struct compound *left; /* NULL: the first */
	bool is_child;         /* of what `left` matches; else a descendant */
};

/* One of a list separated by commas, from its right end. */
struct clair_selector {
	struct compound *last;
	struct clair_selector *next;
};

struct parser {
	struct clair_arena *arena;
	const char *text;
	const char *at;
	const char *error;
};

static bool
is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r';
}

static bool
is_name_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	    (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || (unsigned char)byte >= 0x80;
}

static char
lower(char byte)
{
	return (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

static void
skip_space(struct parser *parser)
{
	while (is_space(*parser->at))
		parser->at++;
}

static void *
fail(struct parser *parser, const char *expected)
{
	if (parser->error == NULL)
		parser->error = clair_asprintf(parser->arena, "character %zu: %s expected",
		    (size_t)(parser->at - parser->text) + 1, expected);
	return NULL;
}

/* A name; a backslash keeps the next character as it is. */
static char *
name(struct parser *parser, const char *expected)
{
	char *copy = clair_strdup(parser->arena, parser->at);
	size_t length = 0;

	if (parser->arena->failed)
		return NULL;
	while (is_name_byte(*parser->at) || (*parser->at == '\\' && parser->at[1] != '\0')) {
		parser->at += *parser->at == '\\';
		copy[length++] = *parser->at++;
	}
	copy[length] = '\0';
	return length != 0 ? copy : fail(parser, expected);
}

static char *
quoted(struct parser *parser)
{
	char quote = *parser->at++;
	const char *close = strchr(parser->at, quote);
	char *copy;

	if (close == NULL)
		return fail(parser, "closing quote");
	copy = clair_strndup(parser->arena, parser->at, (size_t)(close - parser->at));
	parser->at = close + 1;
	return copy;
}

static bool
attribute(struct parser *parser, struct condition *condition)
{
	char *own;

	condition->kind = HAS_ATTRIBUTE;
	parser->at++;
	skip_space(parser);
	own = name(parser, "name of an attribute");
	if (own == NULL)
		return false;
	condition->name = own;
	for (; *own != '\0'; own++)
		*own = lower(*own);
	skip_space(parser);
	if (*parser->at != '\0' && strchr("~|^$*", *parser->at) != NULL && parser->at[1] == '=')
		condition->operator = *parser->at++;
	if (*parser->at == '=') {
		if (condition->operator == '\0')
			condition->operator = '=';
		parser->at++;
		skip_space(parser);
		condition->value = *parser->at == '"' || *parser->at == '\'' ? quoted(parser)
		                                                          : name(parser, "value");
		if (condition->value == NULL)
			return false;
		skip_space(parser);
		if (lower(*parser->at) == 'i') {
			condition->any_case = true;
			parser->at++;
			skip_space(parser);
		}
	}
	if (*parser->at != ']')
		return fail(parser, "]") != NULL;
	parser->at++;
	return true;
}

static bool
nth(struct parser *parser, struct condition *condition)
{
	static const char written[] = ":nth-of-type(";

	if (strncmp(parser->at, written, sizeof(written) - 1) != 0)
		return fail(parser, ":nth-of-type(NUMBER)") != NULL;
	parser->at += sizeof(written) - 1;
	condition->kind = IS_NTH;
	for (; *parser->at >= '0' && *parser->at <= '9' && condition->nth < UINT32_MAX; parser->at++)
		condition->nth = condition->nth * 10 + (size_t)(*parser->at - '0');
	if (condition->nth == 0 || *parser->at != ')')
		return fail(parser, "number and )") != NULL;
	parser->at++;
	return true;
}

static bool
condition(struct parser *parser, struct compound *compound)
{
	struct condition *one = clair_alloc(parser->arena, sizeof(*one));

	if (one == NULL)
		return false;
	one->next = compound->conditions;
	compound->conditions = one;
	switch (*parser->at) {
	case '#':
	case '.':
		one->kind = *parser->at++ == '#' ? HAS_ID : HAS_CLASS;
		one->value = name(parser, "name");
		return one->value != NULL;
	case '[':
		return attribute(parser, one);
	default:
		return nth(parser, one);
	}
}

static struct compound *
parse_compound(struct parser *parser)
{
	struct compound *compound = clair_alloc(parser->arena, sizeof(*compound));
	const char *from = parser->at;

	if (compound == NULL)
		return NULL;
	if (*parser->at == '*') {
		parser->at++;
	} else if (is_name_byte(*parser->at) || *parser->at == '\\') {
		compound->type = name(parser, "selector");
		if (compound->type == NULL)
			return NULL;
	}
	while (*parser->at != '\0' && strchr("#.[:", *parser->at) != NULL)
		if (!condition(parser, compound))
			return NULL;
	return parser->at != from ? compound : fail(parser, "selector");
}

static struct compound *
parse_chain(struct parser *parser)
{
	struct compound *last = NULL;
	bool is_child = false;

	for (;;) {
		struct compound *compound = parse_compound(parser);

		if (compound == NULL)
			return NULL;
		compound->left = last;
		compound->is_child = is_child;
		last = compound;
		skip_space(parser);
		if (*parser->at == '\0' || *parser->at == ',')
			return last;
		is_child = *parser->at == '>';
		parser->at += is_child;
		skip_space(parser);
	}
}

struct clair_selector *
clair_selector_parse(struct clair_arena *arena, const char *text, const char **error)
{
	struct parser parser = {arena, text, text, NULL};
	struct clair_selector *first = NULL;

	*error = NULL;
	for (;;) {
		struct clair_selector *selector = clair_alloc(arena, sizeof(*selector));

		skip_space(&parser);
		if (selector == NULL || (selector->last = parse_chain(&parser)) == NULL) {
			*error = parser.error;
			return NULL;
		}
		selector->next = first;
		first = selector;
		if (*parser.at == '\0')
			return first;
		parser.at++;
	}
}

/* --- Matching ---------------------------------------------------------------------------------- */

static bool
same(const char *a, const char *b, size_t length, bool any_case)
{
	for (size_t i = 0; i < length; i++)
		if (any_case ? lower(a[i]) != lower(b[i]) : a[i] != b[i])
			return false;
	return true;
}

static bool
has_word(const char *text, const char *word, bool any_case)
{
	size_t wanted = strlen(word);

	while (*text != '\0') {
		size_t length = strcspn(text, " \t\n\f\r");

		if (length == wanted && length != 0 && same(text, word, length, any_case))
			return true;
		text += length;
		text += strspn(text, " \t\n\f\r");
	}
	return false;
}

static bool
contains(const char *text, size_t length, const char *part, size_t wanted, bool any_case)
{
	for (size_t i = 0; i + wanted <= length; i++)
		if (same(text + i, part, wanted, any_case))
			return true;
	return false;
}

static bool
attribute_is(const struct condition *condition, const char *text)
{
	const char *value = condition->value;
	size_t length = strlen(text);
	size_t wanted = value != NULL ? strlen(value) : 0;
	bool any_case = condition->any_case;

	switch (condition->operator) {
	case '\0':
		return true;
	case '=':
		return length == wanted && same(text, value, wanted, any_case);
	case '~':
		return has_word(text, value, any_case);
	case '|':
		return length >= wanted && same(text, value, wanted, any_case) &&
		    (text[wanted] == '\0' || text[wanted] == '-');
	case '^':
		return wanted != 0 && length >= wanted && same(text, value, wanted, any_case);
	case '$':
		return wanted != 0 && length >= wanted &&
		    same(text + length - wanted, value, wanted, any_case);
	default:
		return wanted != 0 && contains(text, length, value, wanted, any_case);
	}
}

static bool
is_nth(const struct clair_node *node, size_t nth)
{
	const struct clair_node *before = node;
	size_t rank = 1;

	while (rank <= nth && (before = clair_previous_sibling(before)) != NULL)
		rank += strcmp(before->name, node->name) == 0;
	return rank == nth;
}

static bool
meets(const struct condition *condition, const struct clair_node *node)
{
	const char *text;

	switch (condition->kind) {
	case HAS_ID:
		text = clair_attr(node, CLAIR_ATTR_ID);
		return text != NULL && strcmp(text, condition->value) == 0;
	case HAS_CLASS:
		text = clair_attr(node, CLAIR_ATTR_CLASS);
		return text != NULL && has_word(text, condition->value, false);
	case HAS_ATTRIBUTE:
		text = clair_attr_by_name(node, condition->name);
		return text != NULL && attribute_is(condition, text);
	default:
		return is_nth(node, condition->nth);
	}
}

static bool
fits(const struct compound *compound, const struct clair_node *node)
{
	if (compound->type != NULL &&
	    (strlen(compound->type) != strlen(node->name) ||
	        !same(compound->type, node->name, strlen(node->name), true)))
		return false;
	for (const struct condition *one = compound->conditions; one != NULL; one = one->next)
		if (!meets(one, node))
			return false;
	return true;
}

/* Compounds tied by `>` from `*compound` leftwards, matched from `*node` upwards. On success both are
 * moved to what is left to match. */
static bool
fits_children(const struct compound **compound, const struct clair_node **node)
{
	const struct compound *one = *compound;
	const struct clair_node *at = *node;

	for (; at != NULL && fits(one, at); at = clair_node_parent(at), one = one->left) {
		if (one->is_child)
			continue;
		*compound = one->left;
		*node = clair_node_parent(at);
		return true;
	}
	return false;
}

/* The nearest ancestor that fits leaves the most ancestors for the rest: no going back is needed. */
static bool
matches_chain(const struct compound *compound, const struct clair_node *node)
{
	if (!fits_children(&compound, &node))
		return false;
	while (compound != NULL) {
		while (node != NULL && !fits_children(&compound, &node))
			node = clair_node_parent(node);
		if (compound != NULL && node == NULL)
			return false;
	}
	return true;
}

bool
clair_selector_matches(const struct clair_selector *selector, const struct clair_node *node)
{
	for (; selector != NULL; selector = selector->next)
		if (matches_chain(selector->last, node))
			return true;
	return false;
}
