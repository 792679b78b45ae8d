/* Reads an expression of XPath 1.0 (section 3), by recursive descent, into a tree. */
#include "dom/xpath_tree.h"

#include <math.h>
#include <string.h>

enum token {
	END, NAME, NUMBER, LITERAL, SLASH, SLASHES, OPEN, CLOSE, OPEN_BRACKET, CLOSE_BRACKET, DOT, DOTS, AT, COMMA,
	COLONS, STAR, PLUS, MINUS, EQUAL, UNEQUAL, LESS, LESS_EQUAL, MORE, MORE_EQUAL, BAR, WRONG,
};

struct reader {
	const char *text;
	const char *at;      /* after the token */
	const char *start;   /* of the token */
	size_t length;       /* of the token; of a literal, without quotes */
	enum token token;
	unsigned depth;
	struct clair_arena *arena;
	struct clair_xpath_fault *fault;
	bool failed;
	struct clair_xpath no_node; /* without memory: written to, never read */
	struct xpath_step no_step;
};

static void
blame_at(struct reader *reader, const char *where, const char *fr, const char *en)
{
	if (reader->failed)
		return;
	reader->failed = true;
	*reader->fault = (struct clair_xpath_fault){(size_t)(where - reader->text), fr, en};
}

static void
blame(struct reader *reader, const char *fr, const char *en)
{
	blame_at(reader, reader->start, fr, en);
}

/* --- Tokens (3.7) --------------------------------------------------------------------------------- */

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool
starts_name(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_' ||
	    (unsigned char)byte >= 0x80;
}

static bool
continues_name(const char *at)
{
	/* a::b is an axis, a:b a name. */
	if (at[0] == ':')
		return starts_name(at[1]);
	return starts_name(*at) || is_digit(*at) || *at == '-' || *at == '.';
}

static void
take(struct reader *reader, enum token token, size_t length)
{
	reader->token = token;
	reader->length = length;
	reader->at = reader->start + length;
}

static void
take_literal(struct reader *reader)
{
	const char *end = strchr(reader->start + 1, *reader->start);

	if (end == NULL) {
		reader->token = WRONG;
		blame(reader, "guillemet jamais fermé", "quote that is never closed");
		return;
	}
	take(reader, LITERAL, (size_t)(end - reader->start) + 1);
	reader->length -= 2;
}

static void
take_number(struct reader *reader)
{
	const char *end = reader->start;

	while (is_digit(*end))
		end++;
	if (*end == '.')
		end++;
	while (is_digit(*end))
		end++;
	take(reader, NUMBER, (size_t)(end - reader->start));
}

static void
take_name(struct reader *reader)
{
	const char *end = reader->start;

	while (continues_name(end))
		end++;
	take(reader, NAME, (size_t)(end - reader->start));
}

static void
take_sign(struct reader *reader)
{
	static const struct {
		const char *text;
		enum token token;
	} signs[] = {{"//", SLASHES}, {"/", SLASH}, {"(", OPEN}, {")", CLOSE}, {"[", OPEN_BRACKET},
	    {"]", CLOSE_BRACKET}, {"..", DOTS}, {".", DOT}, {"@", AT}, {",", COMMA}, {"::", COLONS}, {"*", STAR},
	    {"+", PLUS}, {"-", MINUS}, {"=", EQUAL}, {"!=", UNEQUAL}, {"<=", LESS_EQUAL}, {"<", LESS},
	    {">=", MORE_EQUAL}, {">", MORE}, {"|", BAR}};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		if (strncmp(reader->start, signs[i].text, strlen(signs[i].text)) == 0) {
			take(reader, signs[i].token, strlen(signs[i].text));
			return;
		}
	}
	reader->token = WRONG;
	blame(reader, "signe inconnu", "unknown sign");
}

static void
next(struct reader *reader)
{
	reader->start = reader->at + strspn(reader->at, " \t\r\n");
	if (reader->failed || *reader->start == '\0')
		take(reader, END, 0);
	else if (*reader->start == '"' || *reader->start == '\'')
		take_literal(reader);
	else if (is_digit(reader->start[0]) || (reader->start[0] == '.' && is_digit(reader->start[1])))
		take_number(reader);
	else if (starts_name(*reader->start))
		take_name(reader);
	else
		take_sign(reader);
}

static bool
is_word(const struct reader *reader, const char *word)
{
	return reader->token == NAME && reader->length == strlen(word) &&
	    memcmp(reader->start, word, reader->length) == 0;
}

static bool
skip(struct reader *reader, enum token token)
{
	if (reader->token != token)
		return false;
	next(reader);
	return true;
}

static void
expect(struct reader *reader, enum token token, const char *fr, const char *en)
{
	if (!skip(reader, token))
		blame(reader, fr, en);
}

/* --- Numbers ---------------------------------------------------------------------------------------- */

double
clair_xpath_read_number(const char *text, size_t length)
{
	const char *end = text + length;
	bool minus = text < end && *text == '-';
	double number = 0;
	double unit = 1;
	bool digits = false;

	for (text += minus; text < end && is_digit(*text); text++) {
		number = number * 10 + (*text - '0');
		digits = true;
	}
	if (text < end && *text == '.')
		text++;
	for (; text < end && is_digit(*text); text++) {
		number += (*text - '0') * (unit /= 10);
		digits = true;
	}
	if (!digits || text != end)
		return NAN;
	return minus ? -number : number;
}

/* --- Expressions (3) -------------------------------------------------------------------------------- */

static struct clair_xpath *read_or(struct reader *reader);

static struct clair_xpath *
new_node(struct reader *reader, enum xpath_operator operator)
{
	struct clair_xpath *node = clair_alloc(reader->arena, sizeof(*node));

	if (node == NULL) {
		reader->failed = true;
		return &reader->no_node;
	}
	node->operator = operator;
	return node;
}

/* What stands between brackets or parentheses. */
static struct clair_xpath *
nested(struct reader *reader)
{
	struct clair_xpath *read = &reader->no_node;

	if (++reader->depth <= CLAIR_XPATH_DEEPEST)
		read = read_or(reader);
	else
		blame(reader, "trop de parenthèses ou de crochets", "too many parentheses or brackets");
	reader->depth--;
	return read;
}

/* A list, in order, of what stands between brackets. */
static const struct clair_xpath *
read_predicates(struct reader *reader)
{
	const struct clair_xpath *first = NULL;
	const struct clair_xpath **last = &first;

	while (!reader->failed && skip(reader, OPEN_BRACKET)) {
		struct clair_xpath *read = nested(reader);

		expect(reader, CLOSE_BRACKET, "il manque un crochet fermant ]", "a closing bracket ] is missing");
		*last = read;
		last = &read->next;
	}
	return first;
}

static bool
find_axis(struct reader *reader, enum xpath_axis *axis)
{
	static const char *const names[] = {[XPATH_ANCESTOR] = "ancestor",
	    [XPATH_ANCESTOR_OR_SELF] = "ancestor-or-self", [XPATH_ATTRIBUTE] = "attribute",
	    [XPATH_CHILD] = "child", [XPATH_DESCENDANT] = "descendant",
	    [XPATH_DESCENDANT_OR_SELF] = "descendant-or-self",
	    [XPATH_FOLLOWING_SIBLING] = "following-sibling", [XPATH_PARENT] = "parent",
	    [XPATH_PRECEDING_SIBLING] = "preceding-sibling", [XPATH_SELF] = "self"};

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (is_word(reader, names[i])) {
			*axis = (enum xpath_axis)i;
			return true;
		}
	}
	blame(reader,
	    "cet axe n’existe pas ou n’est pas permis : une règle regarde un élément, ses parents, ses frères et ce qu’il contient",
	    "there is no such axis, or it is not allowed: a rule looks at an element, its parents, its siblings and what it holds");
	return false;
}

static void
read_kind_test(struct reader *reader, struct xpath_step *step)
{
	if (is_word(reader, "node"))
		step->test = XPATH_NODE;
	else if (is_word(reader, "text"))
		step->test = XPATH_TEXT;
	else if (is_word(reader, "comment"))
		step->test = XPATH_COMMENT;
	else
		blame(reader, "fonction au milieu d’un chemin", "function in the middle of a path");
	next(reader);
	next(reader);
	expect(reader, CLOSE, "il manque une parenthèse fermante", "a closing parenthesis is missing");
}

static void
read_node_test(struct reader *reader, struct xpath_step *step)
{
	if (skip(reader, STAR)) {
		step->test = XPATH_ANY;
		return;
	}
	if (reader->token != NAME) {
		blame(reader, "il manque un nom d’élément ou d’attribut", "the name of an element or attribute is missing");
		return;
	}
	if (reader->at[strspn(reader->at, " \t\r\n")] == '(') {
		read_kind_test(reader, step);
		return;
	}
	step->test = XPATH_NAME;
	step->name = clair_strndup(reader->arena, reader->start, reader->length);
	next(reader);
}

static struct xpath_step *
new_step(struct reader *reader, enum xpath_axis axis, enum xpath_test test)
{
	struct xpath_step *step = clair_alloc(reader->arena, sizeof(*step));

	if (step == NULL) {
		reader->failed = true;
		return &reader->no_step;
	}
	step->axis = axis;
	step->test = test;
	return step;
}

static struct xpath_step *
read_step(struct reader *reader)
{
	struct xpath_step *step = new_step(reader, XPATH_CHILD, XPATH_NODE);
	const char *after = reader->at + strspn(reader->at, " \t\r\n");

	if (skip(reader, DOT)) {
		step->axis = XPATH_SELF;
		return step;
	}
	if (skip(reader, DOTS)) {
		step->axis = XPATH_PARENT;
		return step;
	}
	if (skip(reader, AT)) {
		step->axis = XPATH_ATTRIBUTE;
	} else if (reader->token == NAME && strncmp(after, "::", 2) == 0 && find_axis(reader, &step->axis)) {
		next(reader);
		next(reader);
	}
	read_node_test(reader, step);
	step->predicates = read_predicates(reader);
	return step;
}

static bool
asks_place(const struct clair_xpath *xpath)
{
	if (xpath == NULL)
		return false;
	if (xpath->operator == XPATH_CALL &&
	    (xpath->function == XPATH_CALL_LAST || xpath->function == XPATH_CALL_POSITION))
		return true;
	for (const struct clair_xpath *a = xpath->arguments; a != NULL; a = a->next) {
		if (asks_place(a))
			return true;
	}
	return asks_place(xpath->left) || asks_place(xpath->right);
}

static bool
depends_on_place(const struct clair_xpath *predicates)
{
	for (; predicates != NULL; predicates = predicates->next) {
		if (clair_xpath_type(predicates) == XPATH_IS_NUMBER || asks_place(predicates))
			return true;
	}
	return false;
}

/* x//y is x/descendant-or-self::node()/y (2.5), and where no place is asked for, x/descendant::y. */
static struct xpath_step *
read_deep_step(struct reader *reader)
{
	struct xpath_step *all = new_step(reader, XPATH_DESCENDANT_OR_SELF, XPATH_NODE);
	struct xpath_step *step = read_step(reader);

	if (step->axis == XPATH_CHILD && !depends_on_place(step->predicates)) {
		step->axis = XPATH_DESCENDANT;
		return step;
	}
	all->next = step;
	return all;
}

static const struct xpath_step *
read_steps(struct reader *reader, struct xpath_step *first)
{
	struct xpath_step *last = first;
	const struct xpath_step *start = first;

	while (!reader->failed && (reader->token == SLASH || reader->token == SLASHES)) {
		bool deep = reader->token == SLASHES;
		struct xpath_step *more;

		next(reader);
		more = deep ? read_deep_step(reader) : read_step(reader);
		if (last == NULL)
			start = more;
		else
			last->next = more;
		last = more;
		while (last->next != NULL)
			last = (struct xpath_step *)(uintptr_t)last->next;
	}
	return start;
}

static bool
starts_call(const struct reader *reader)
{
	if (reader->token != NAME || reader->at[strspn(reader->at, " \t\r\n")] != '(')
		return false;
	return !is_word(reader, "node") && !is_word(reader, "text") && !is_word(reader, "comment");
}

static unsigned
read_arguments(struct reader *reader, struct clair_xpath *call)
{
	const struct clair_xpath **last = &call->arguments;
	unsigned count = 0;

	if (reader->token == CLOSE)
		return 0;
	do {
		struct clair_xpath *read = nested(reader);

		*last = read;
		last = &read->next;
		count++;
	} while (!reader->failed && skip(reader, COMMA));
	return count;
}

static struct clair_xpath *
read_call(struct reader *reader)
{
	static const struct {
		const char *name;
		unsigned least, most;
	} functions[] = {
#define FUNCTION(id, name, least, most, type) {name, least, most},
	    XPATH_FUNCTIONS(FUNCTION)
#undef FUNCTION
	};
	struct clair_xpath *call = new_node(reader, XPATH_CALL);
	const char *start = reader->start;
	unsigned function = 0;
	unsigned count;

	while (function < XPATH_FUNCTION_COUNT && !is_word(reader, functions[function].name))
		function++;
	if (function == XPATH_FUNCTION_COUNT) {
		blame(reader, "fonction inconnue", "unknown function");
		return call;
	}
	call->function = (enum xpath_function)function;
	next(reader);
	next(reader);
	count = read_arguments(reader, call);
	expect(reader, CLOSE, "il manque une parenthèse fermante", "a closing parenthesis is missing");
	if (count < functions[function].least || count > functions[function].most)
		blame_at(reader, start, "la fonction n’a pas le bon nombre de valeurs", "the function has a wrong number of values");
	if ((call->function == XPATH_CALL_COUNT || call->function == XPATH_CALL_SUM) && !reader->failed &&
	    clair_xpath_type(call->arguments) != XPATH_IS_NODES)
		blame_at(reader, start, "cette fonction attend un chemin", "this function takes a path");
	return call;
}

static struct clair_xpath *
read_primary(struct reader *reader)
{
	struct clair_xpath *node;

	if (starts_call(reader))
		return read_call(reader);
	if (skip(reader, OPEN)) {
		node = nested(reader);
		expect(reader, CLOSE, "il manque une parenthèse fermante", "a closing parenthesis is missing");
		return node;
	}
	if (reader->token == LITERAL) {
		node = new_node(reader, XPATH_LITERAL);
		node->text = clair_strndup(reader->arena, reader->start + 1, reader->length);
		node->length = reader->length;
	} else {
		node = new_node(reader, XPATH_NUMBER);
		node->number = clair_xpath_read_number(reader->start, reader->length);
	}
	next(reader);
	return node;
}

/* 3.3: a primary expression, with predicates and steps; or a path from the element. */
static struct clair_xpath *
read_path(struct reader *reader)
{
	struct clair_xpath *path = new_node(reader, XPATH_PATH);
	struct clair_xpath *start;

	if (reader->token == SLASH || reader->token == SLASHES) {
		blame(reader,
		    "chemin depuis la racine : une règle regarde un élément à la fois. Écrivez .// pour ce qu’il contient",
		    "path from the root: a rule looks at one element at a time. Write .// for what it holds");
		return path;
	}
	if (!starts_call(reader) && reader->token != OPEN && reader->token != LITERAL && reader->token != NUMBER) {
		path->steps = read_steps(reader, read_step(reader));
		return path;
	}
	start = read_primary(reader);
	path->left = start;
	path->predicates = read_predicates(reader);
	path->steps = read_steps(reader, NULL);
	if (reader->failed || (path->predicates == NULL && path->steps == NULL))
		return start;
	if (clair_xpath_type(start) != XPATH_IS_NODES)
		blame(reader, "seul un chemin peut être suivi de [ ou de /", "only a path may be followed by [ or /");
	return path;
}

static struct clair_xpath *
join(struct reader *reader, enum xpath_operator operator, const struct clair_xpath *left,
    const struct clair_xpath *right)
{
	struct clair_xpath *node = new_node(reader, operator);

	node->left = left;
	node->right = right;
	return node;
}

static struct clair_xpath *
read_union(struct reader *reader)
{
	struct clair_xpath *left = read_path(reader);

	while (!reader->failed && reader->token == BAR) {
		const char *bar = reader->start;

		next(reader);
		left = join(reader, XPATH_UNION, left, read_path(reader));
		if (!reader->failed && (clair_xpath_type(left->left) != XPATH_IS_NODES ||
		                           clair_xpath_type(left->right) != XPATH_IS_NODES))
			blame_at(reader, bar, "| réunit deux chemins", "| joins two paths");
	}
	return left;
}

static struct clair_xpath *
read_unary(struct reader *reader)
{
	struct clair_xpath *number;
	bool minus = false;

	if (reader->token != MINUS)
		return read_union(reader);
	while (skip(reader, MINUS))
		minus = !minus;
	number = join(reader, XPATH_NEGATE, read_union(reader), NULL);
	return minus ? number : join(reader, XPATH_NEGATE, number, NULL);
}

struct level {
	struct {
		enum token token;
		const char *word;
		enum xpath_operator operator;
	} signs[5];
};

/* From the loosest to the tightest (3.4, 3.5). */
static const struct level levels[] = {
	{{{WRONG, "or", XPATH_OR}}},
	{{{WRONG, "and", XPATH_AND}}},
	{{{EQUAL, NULL, XPATH_EQUAL}, {UNEQUAL, NULL, XPATH_UNEQUAL}}},
	{{{LESS, NULL, XPATH_LESS}, {LESS_EQUAL, NULL, XPATH_LESS_EQUAL}, {MORE, NULL, XPATH_MORE},
	    {MORE_EQUAL, NULL, XPATH_MORE_EQUAL}}},
	{{{PLUS, NULL, XPATH_ADD}, {MINUS, NULL, XPATH_SUBTRACT}}},
	{{{STAR, NULL, XPATH_MULTIPLY}, {WRONG, "div", XPATH_DIVIDE}, {WRONG, "mod", XPATH_MODULO}}},
};

static bool
at_operator(const struct reader *reader, const struct level *level, enum xpath_operator *operator)
{
	for (size_t i = 0; i < 5 && (level->signs[i].token != END || level->signs[i].word != NULL); i++) {
		if (level->signs[i].word != NULL ? is_word(reader, level->signs[i].word)
						 : reader->token == level->signs[i].token) {
			*operator = level->signs[i].operator;
			return true;
		}
	}
	return false;
}

static struct clair_xpath *
read_level(struct reader *reader, size_t level)
{
	struct clair_xpath *left;
	enum xpath_operator operator;

	if (level == sizeof(levels) / sizeof(*levels))
		return read_unary(reader);
	left = read_level(reader, level + 1);
	while (!reader->failed && at_operator(reader, &levels[level], &operator)) {
		next(reader);
		left = join(reader, operator, left, read_level(reader, level + 1));
	}
	return left;
}

static struct clair_xpath *
read_or(struct reader *reader)
{
	return read_level(reader, 0);
}

enum xpath_type
clair_xpath_type(const struct clair_xpath *xpath)
{
	static const enum xpath_type types[] = {
#define FUNCTION(id, name, least, most, type) type,
	    XPATH_FUNCTIONS(FUNCTION)
#undef FUNCTION
	};

	switch (xpath->operator) {
	case XPATH_ADD:
	case XPATH_SUBTRACT:
	case XPATH_MULTIPLY:
	case XPATH_DIVIDE:
	case XPATH_MODULO:
	case XPATH_NEGATE:
	case XPATH_NUMBER:
		return XPATH_IS_NUMBER;
	case XPATH_LITERAL:
		return XPATH_IS_STRING;
	case XPATH_UNION:
	case XPATH_PATH:
		return XPATH_IS_NODES;
	case XPATH_CALL:
		return types[xpath->function];
	default:
		return XPATH_IS_BOOLEAN;
	}
}

const struct clair_xpath *
clair_xpath_read(const char *text, struct clair_arena *arena, struct clair_xpath_fault *fault)
{
	struct reader reader = {.text = text, .at = text, .start = text, .arena = arena, .fault = fault};
	const struct clair_xpath *xpath;

	*fault = (struct clair_xpath_fault){0};
	if (strlen(text) > CLAIR_XPATH_LONGEST) {
		blame(&reader, "expression trop longue", "expression too long");
		return NULL;
	}
	next(&reader);
	xpath = read_or(&reader);
	if (reader.token != END)
		blame(&reader, "la fin de l’expression n’est pas comprise", "the end of the expression is not understood");
	return reader.failed || arena->failed ? NULL : xpath;
}
