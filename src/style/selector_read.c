/* Reading of selectors: Selectors 4, section 17 (grammar) and CSS Nesting 1, as browsers take them. */
#include "style/selector_reader.h"

enum { SELECTORS_LIMIT = 4096, DEPTH_LIMIT = 32, COMPOUNDS_LIMIT = 1024, SIMPLES_LIMIT = 1024,
	SPLICED_LIMIT = 32 };

void
clair_reader_advance(struct clair_selector_reader *reader)
{
	clair_css_next(&reader->lexer, &reader->token);
}

void
clair_reader_skip_space(struct clair_selector_reader *reader)
{
	while (reader->token.type == CLAIR_TOKEN_SPACE)
		clair_reader_advance(reader);
}

bool
clair_reader_fail(struct clair_selector_reader *reader, const char *expected)
{
	if (reader->expected == NULL) {
		reader->expected = expected;
		reader->error_at = reader->token.offset;
	}
	return false;
}

/* Past a ceiling even a forgiving list is not valid. */
static bool
too_much(struct clair_selector_reader *reader)
{
	reader->too_much = true;
	return clair_reader_fail(reader, "shorter selector");
}

static bool
is_delim(const struct clair_css_token *token, char delim)
{
	return token->type == CLAIR_TOKEN_DELIM && token->delim == delim;
}

struct clair_simple *
clair_reader_simple(struct clair_selector_reader *reader, enum clair_simple_kind kind)
{
	struct clair_simple *simple = clair_alloc(reader->lexer.arena, sizeof(*simple));

	if (simple != NULL)
		simple->kind = (uint8_t)kind;
	return simple;
}

/* After those that are as cheap. */
bool
clair_reader_add(struct clair_selector_reader *reader, struct clair_simple *simple)
{
	const struct clair_simple **place = &reader->now.compound->simples;

	if (simple == NULL)
		return false;
	if (++reader->now.simples > SIMPLES_LIMIT)
		return too_much(reader);
	while (*place != NULL && (*place)->kind <= simple->kind)
		place = (const struct clair_simple **)&((struct clair_simple *)*place)->next;
	simple->next = *place;
	*place = simple;
	return true;
}

static bool
add_named(struct clair_selector_reader *reader, enum clair_simple_kind kind)
{
	struct clair_simple *simple = clair_reader_simple(reader, kind);

	if (simple == NULL)
		return false;
	simple->text = reader->token.text;
	simple->length = reader->token.text_length;
	simple->fold = reader->options->quirks && kind != CLAIR_SIMPLE_TAG;
	if (kind == CLAIR_SIMPLE_TAG) {
		char lower[16];

		for (uint32_t i = 0; i < simple->length && i < sizeof(lower); i++)
			lower[i] = clair_css_lower(simple->text[i]);
		if (simple->length <= sizeof(lower))
			simple->id = (uint16_t)clair_tag_of(lower, simple->length);
	}
	clair_reader_advance(reader);
	return clair_reader_add(reader, simple);
}

/* --- Types ------------------------------------------------------------------------------------ */

/* Is the `|` at the token a namespace separator, that a name or * follows at once? */
static bool
is_prefix_end(const struct clair_selector_reader *reader, bool takes_star)
{
	struct clair_css_lexer ahead = reader->lexer;
	struct clair_css_token next;

	if (!is_delim(&reader->token, '|'))
		return false;
	clair_css_next(&ahead, &next);
	return next.type == CLAIR_TOKEN_IDENT || (takes_star && is_delim(&next, '*'));
}

/* [ prefix? '|' ]? [ name | '*' ]. No prefix is declared: HTML elements have a namespace, so that `|a`
 * matches nothing. */
static bool
read_type(struct clair_selector_reader *reader, bool *found)
{
	bool star = is_delim(&reader->token, '*');

	*found = true;
	if (is_prefix_end(reader, true)) {
		if (!clair_reader_add(reader, clair_reader_simple(reader, CLAIR_SIMPLE_NEVER)))
			return false;
		clair_reader_advance(reader);
		star = is_delim(&reader->token, '*');
	} else if (star || reader->token.type == CLAIR_TOKEN_IDENT) {
		struct clair_selector_reader after = *reader;

		clair_reader_advance(&after);
		if (is_prefix_end(&after, true)) {
			if (!star)
				return clair_reader_fail(reader, "name without prefix");
			clair_reader_advance(&after);
			*reader = after;
			star = is_delim(&reader->token, '*');
		}
	} else {
		*found = false;
		return true;
	}
	if (!star)
		return add_named(reader, CLAIR_SIMPLE_TAG);
	clair_reader_advance(reader);
	return true;
}

/* --- Attributes ------------------------------------------------------------------------------- */

static bool
read_attribute_name(struct clair_selector_reader *reader, struct clair_simple *simple)
{
	char lower[32];

	if (is_delim(&reader->token, '*') || is_delim(&reader->token, '|')) {
		simple->any_namespace = is_delim(&reader->token, '*');
		if (simple->any_namespace)
			clair_reader_advance(reader);
		if (!is_prefix_end(reader, false))
			return clair_reader_fail(reader, "name of an attribute");
		clair_reader_advance(reader);
	}
	if (reader->token.type != CLAIR_TOKEN_IDENT)
		return clair_reader_fail(reader, "name of an attribute");
	simple->name = reader->token.text;
	simple->name_length = reader->token.text_length;
	for (uint32_t i = 0; i < simple->name_length && i < sizeof(lower); i++)
		lower[i] = clair_css_lower(simple->name[i]);
	if (simple->name_length <= sizeof(lower)) {
		simple->id = (uint16_t)clair_attribute_of(lower, simple->name_length);
		simple->folds_html = clair_selector_folds(lower, simple->name_length);
	}
	clair_reader_advance(reader);
	if (is_prefix_end(reader, false))
		return clair_reader_fail(reader, "name without prefix");
	return true;
}

static bool
read_operator(struct clair_selector_reader *reader, struct clair_simple *simple)
{
	char first = reader->token.type == CLAIR_TOKEN_DELIM ? reader->token.delim : '\0';

	if (first == '\0' || strchr("=~|^$*", first) == NULL)
		return clair_reader_fail(reader, "]");
	simple->detail = (uint8_t)first;
	clair_reader_advance(reader);
	if (first == '=')
		return true;
	if (!is_delim(&reader->token, '=') || reader->token.offset == 0 ||
	    reader->lexer.source[reader->token.offset - 1] != first)
		return clair_reader_fail(reader, "=");
	clair_reader_advance(reader);
	return true;
}

/* The operator, the value and `i`. Browsers do not know `s` yet. */
static bool
read_attribute_value(struct clair_selector_reader *reader, struct clair_simple *simple)
{
	if (!read_operator(reader, simple))
		return false;
	clair_reader_skip_space(reader);
	if (reader->token.type != CLAIR_TOKEN_IDENT && reader->token.type != CLAIR_TOKEN_STRING)
		return clair_reader_fail(reader, "value");
	simple->text = reader->token.text;
	simple->length = reader->token.text_length;
	clair_reader_advance(reader);
	clair_reader_skip_space(reader);
	if (reader->token.type == CLAIR_TOKEN_IDENT && clair_css_is(&reader->token, "i")) {
		simple->fold = true;
		clair_reader_advance(reader);
		clair_reader_skip_space(reader);
	}
	return true;
}

static bool
read_attribute(struct clair_selector_reader *reader)
{
	struct clair_simple *simple = clair_reader_simple(reader, CLAIR_SIMPLE_ATTRIBUTE);

	if (simple == NULL)
		return false;
	clair_reader_advance(reader);
	clair_reader_skip_space(reader);
	if (!read_attribute_name(reader, simple))
		return false;
	clair_reader_skip_space(reader);
	if (reader->token.type != CLAIR_TOKEN_CLOSE_SQUARE && reader->token.type != CLAIR_TOKEN_EOF &&
	    !read_attribute_value(reader, simple))
		return false;
	if (reader->token.type == CLAIR_TOKEN_CLOSE_SQUARE)
		clair_reader_advance(reader);
	else if (reader->token.type != CLAIR_TOKEN_EOF)
		return clair_reader_fail(reader, "]");
	return clair_reader_add(reader, simple);
}

/* --- Compounds -------------------------------------------------------------------------------- */

/* Does the first compound of a nested selector stand for a single parent, that has no more than a few
 * compounds? Then the parent's own are taken in its place, which says the same and is matched faster. */
static bool
can_splice(const struct clair_selector_reader *reader)
{
	const struct clair_css_selector_list *parent = reader->options->parent;
	const struct clair_compound *one;
	int compounds = 0;

	if (reader->depth != 0 || reader->now.led || reader->now.compound->left != NULL ||
	    parent->count != 1 || parent->list[0].pseudo != CLAIR_PSEUDO_NONE)
		return false;
	for (one = parent->list[0].rightmost; one != NULL; one = one->left)
		compounds++;
	return compounds <= SPLICED_LIMIT;
}

static bool
splice(struct clair_selector_reader *reader, const struct clair_compound *parent)
{
	for (const struct clair_simple *one = parent->simples; one != NULL; one = one->next) {
		struct clair_simple *copy =
		    clair_reader_simple(reader, (enum clair_simple_kind)one->kind);

		if (copy == NULL)
			return false;
		*copy = *one;
		if (!clair_reader_add(reader, copy))
			return false;
	}
	reader->now.compound->left = parent->left;
	reader->now.compound->combinator = parent->combinator;
	return true;
}

/* :is() of selectors that were read before. */
static bool
add_known(struct clair_selector_reader *reader, const struct clair_css_selector_list *list)
{
	struct clair_simple *simple = clair_reader_simple(reader, CLAIR_SIMPLE_IS);

	if (simple == NULL)
		return false;
	simple->list = list;
	if (list->depth + reader->depth >= DEPTH_LIMIT)
		return too_much(reader);
	return clair_reader_add(reader, simple);
}

/* CSS Nesting 3.1: & is :is() of the parent's selectors; without a parent, :scope. In a scope it weighs
 * nothing (Cascade 6, 2.5.2), as the list of roots says: it is not spliced. */
static bool
add_nesting(struct clair_selector_reader *reader)
{
	const struct clair_css_selector_list *parent = reader->options->parent;
	struct clair_simple *simple;

	reader->now.saw_nesting = true;
	if (parent != NULL && parent != reader->options->scope && can_splice(reader))
		return splice(reader, parent->list[0].rightmost);
	if (parent != NULL)
		return add_known(reader, parent);
	simple = clair_reader_simple(reader, CLAIR_SIMPLE_PSEUDO);
	if (simple == NULL)
		return false;
	simple->detail = CLAIR_IS_SCOPE;
	simple->weightless = true;
	return clair_reader_add(reader, simple);
}

/* The roots, whose list weighs nothing, with the weight of a pseudo-class. Named within a function, as in
 * :not(:scope), they do not keep the rest from being inside them. */
bool
clair_reader_scope(struct clair_selector_reader *reader)
{
	const struct clair_css_selector_list *scope = reader->options->scope;
	struct clair_simple *weight;

	if (reader->depth == 0 && scope == reader->options->parent)
		reader->now.saw_nesting = true;
	weight = clair_reader_simple(reader, CLAIR_SIMPLE_PSEUDO);
	if (weight == NULL)
		return false;
	weight->detail = CLAIR_IS_ANY;
	return clair_reader_add(reader, weight) && add_known(reader, scope);
}

static bool
read_simple(struct clair_selector_reader *reader, bool *found)
{
	const struct clair_css_token *token = &reader->token;

	*found = true;
	if (reader->now.pseudo != CLAIR_PSEUDO_NONE && token->type != CLAIR_TOKEN_COLON) {
		*found = false;
		return true;
	}
	switch (token->type) {
	case CLAIR_TOKEN_HASH:
		return token->is_id ? add_named(reader, CLAIR_SIMPLE_ID)
		                    : clair_reader_fail(reader, "name");
	case CLAIR_TOKEN_OPEN_SQUARE:
		return read_attribute(reader);
	case CLAIR_TOKEN_COLON:
		return clair_reader_pseudo(reader);
	case CLAIR_TOKEN_DELIM:
		if (token->delim == '.') {
			clair_reader_advance(reader);
			return token->type == CLAIR_TOKEN_IDENT ? add_named(reader, CLAIR_SIMPLE_CLASS)
			                                        : clair_reader_fail(reader, "name");
		}
		if (token->delim == '&') {
			clair_reader_advance(reader);
			return add_nesting(reader);
		}
		break;
	default:
		break;
	}
	*found = false;
	return true;
}

static struct clair_compound *
new_compound(struct clair_selector_reader *reader, const struct clair_compound *left,
    enum clair_combinator combinator)
{
	struct clair_compound *compound = clair_alloc(reader->lexer.arena, sizeof(*compound));

	if (compound == NULL)
		return NULL;
	if (++reader->now.compounds > COMPOUNDS_LIMIT) {
		too_much(reader);
		return NULL;
	}
	compound->left = left;
	compound->combinator = (uint8_t)combinator;
	reader->now.compound = compound;
	return compound;
}

static struct clair_compound *
read_compound(struct clair_selector_reader *reader, const struct clair_compound *left,
    enum clair_combinator combinator)
{
	struct clair_compound *compound = new_compound(reader, left, combinator);
	bool any;
	bool found = true;

	if (compound == NULL || !read_type(reader, &any))
		return NULL;
	while (found) {
		if (!read_simple(reader, &found))
			return NULL;
		any = any || found;
	}
	if (!any) {
		clair_reader_fail(reader, "selector");
		return NULL;
	}
	return compound;
}

/* --- Complex selectors ------------------------------------------------------------------------ */

static enum clair_combinator
read_combinator(struct clair_selector_reader *reader)
{
	bool space = reader->token.type == CLAIR_TOKEN_SPACE;
	enum clair_combinator combinator = CLAIR_NO_COMBINATOR;

	clair_reader_skip_space(reader);
	if (is_delim(&reader->token, '>'))
		combinator = CLAIR_CHILD;
	else if (is_delim(&reader->token, '+'))
		combinator = CLAIR_NEXT_SIBLING;
	else if (is_delim(&reader->token, '~'))
		combinator = CLAIR_LATER_SIBLING;
	else
		return space ? CLAIR_DESCENDANT : CLAIR_NO_COMBINATOR;
	clair_reader_advance(reader);
	clair_reader_skip_space(reader);
	return combinator;
}

static bool
is_end(const struct clair_selector_reader *reader)
{
	return reader->token.type == CLAIR_TOKEN_EOF || reader->token.type == CLAIR_TOKEN_COMMA ||
	    (reader->depth != 0 && reader->token.type == CLAIR_TOKEN_CLOSE_ROUND);
}

/* What & stands for, at the left of a nested selector that does not name it. */
static bool
imply_nesting(struct clair_selector_reader *reader, struct clair_compound *first)
{
	if (!reader->now.led)
		first->combinator = CLAIR_DESCENDANT;
	reader->now.led = false;
	first->left = new_compound(reader, NULL, CLAIR_NO_COMBINATOR);
	return first->left != NULL && add_nesting(reader);
}

static struct clair_compound *
read_chain(struct clair_selector_reader *reader, enum clair_combinator leading,
    struct clair_compound **first)
{
	struct clair_compound *compound = NULL;
	enum clair_combinator combinator = leading;

	do {
		compound = read_compound(reader, compound, combinator);
		if (compound == NULL)
			return NULL;
		if (*first == NULL)
			*first = compound;
		combinator = read_combinator(reader);
		if (is_end(reader) && combinator <= CLAIR_DESCENDANT)
			return compound;
		if (reader->now.pseudo != CLAIR_PSEUDO_NONE)
			break;
	} while (combinator != CLAIR_NO_COMBINATOR);
	clair_reader_fail(reader, "selector");
	return NULL;
}

/* <complex-selector>, or <relative-selector> when the list takes them. CSS Nesting 3.1: one that starts
 * with a combinator has & before it, even if & is also inside. */
static bool
read_complex(struct clair_selector_reader *reader, struct clair_css_selector *selector)
{
	const struct clair_list_kind *kind = &reader->kind;
	struct clair_compound *first = NULL;
	enum clair_combinator leading;

	reader->now = (struct clair_complex_state){
	    .saw_nesting = reader->depth != 0 && reader->now.saw_nesting};
	leading = read_combinator(reader);
	reader->now.led = leading > CLAIR_DESCENDANT;
	if (reader->now.led && !kind->relative)
		return clair_reader_fail(reader, "selector");
	if (!reader->now.led)
		leading = kind->relative && !kind->nested ? CLAIR_DESCENDANT : CLAIR_NO_COMBINATOR;
	selector->rightmost = read_chain(reader, leading, &first);
	if (selector->rightmost == NULL)
		return false;
	selector->pseudo = (uint8_t)reader->now.pseudo;
	if (kind->compound && selector->rightmost->left != NULL)
		return clair_reader_fail(reader, "selector without combinator");
	if (kind->nested && (reader->now.led || !reader->now.saw_nesting))
		return imply_nesting(reader, first);
	return true;
}

/* --- Lists ------------------------------------------------------------------------------------ */

static struct clair_css_selector *
grow(struct clair_selector_reader *reader, struct clair_css_selector_list *list, uint32_t *room)
{
	struct clair_css_selector *larger;

	if (++reader->selectors > SELECTORS_LIMIT) {
		too_much(reader);
		return NULL;
	}
	if (list->count == *room) {
		*room = *room == 0 ? 1 : *room * 2;
		larger = clair_alloc_array(reader->lexer.arena, *room, sizeof(*larger));
		if (larger == NULL)
			return NULL;
		if (list->count != 0)
			memcpy(larger, list->list, list->count * sizeof(*larger));
		list->list = larger;
	}
	memset(&list->list[list->count], 0, sizeof(*list->list));
	return &list->list[list->count];
}

/* Up to the comma or the end that the wrong selector runs to. */
static void
skip_wrong(struct clair_selector_reader *reader, const struct clair_selector_reader *start)
{
	reader->lexer = start->lexer;
	reader->token = start->token;
	reader->expected = NULL;
	while (!is_end(reader)) {
		reader->lexer.at = reader->token.offset;
		clair_css_skip(&reader->lexer, &reader->token);
		clair_reader_advance(reader);
	}
}

static bool
read_list(struct clair_selector_reader *reader, struct clair_css_selector_list *list)
{
	uint32_t room = 0;

	clair_reader_skip_space(reader);
	if (reader->kind.forgiving && is_end(reader) &&
	    reader->token.type != CLAIR_TOKEN_COMMA)
		return true;
	for (;;) {
		struct clair_selector_reader start = *reader;
		struct clair_css_selector *selector = grow(reader, list, &room);

		if (selector == NULL)
			return false;
		if (read_complex(reader, selector)) {
			clair_selector_weigh(selector);
			clair_selector_list_add(list);
		} else if (reader->kind.forgiving && !reader->too_much && !reader->lexer.arena->failed) {
			skip_wrong(reader, &start);
		} else {
			return false;
		}
		if (reader->token.type != CLAIR_TOKEN_COMMA)
			return true;
		if (reader->kind.single)
			return clair_reader_fail(reader, ")");
		clair_reader_advance(reader);
		clair_reader_skip_space(reader);
	}
}

const struct clair_css_selector_list *
clair_reader_list(struct clair_selector_reader *reader, struct clair_list_kind kind)
{
	struct clair_css_selector_list *list = clair_alloc(reader->lexer.arena, sizeof(*list));
	const struct clair_list_kind outer_kind = reader->kind;
	struct clair_complex_state outer = reader->now;
	bool good;

	if (list == NULL)
		return NULL;
	if (reader->depth == DEPTH_LIMIT) {
		too_much(reader);
		return NULL;
	}
	kind.in_has = kind.in_has || outer_kind.in_has;
	reader->depth++;
	reader->kind = kind;
	good = read_list(reader, list);
	reader->depth--;
	reader->kind = outer_kind;
	outer.saw_nesting = reader->now.saw_nesting;
	reader->now = outer;
	if (good && reader->token.type == CLAIR_TOKEN_CLOSE_ROUND)
		clair_reader_advance(reader);
	else if (good && reader->token.type != CLAIR_TOKEN_EOF)
		good = clair_reader_fail(reader, ")");
	return good ? list : NULL;
}

static bool
read_whole(struct clair_selector_reader *reader, struct clair_css_selector_list *out)
{
	*out = (struct clair_css_selector_list){0};
	clair_reader_advance(reader);
	return read_list(reader, out) && !reader->lexer.arena->failed;
}

bool
clair_selector_read(struct clair_css_selector_list *out, struct clair_css_lexer lexer,
    const struct clair_selector_options *options, struct clair_arena *arena)
{
	struct clair_selector_reader reader = {.lexer = lexer, .options = options};

	reader.lexer.arena = arena;
	reader.kind = (struct clair_list_kind){.relative = options->relative, .nested = options->relative, .elements = true};
	return read_whole(&reader, out);
}

const char *
clair_selector_read_text(
    struct clair_css_selector_list *out, const char *text, struct clair_arena *arena)
{
	const struct clair_selector_options options = {0};
	struct clair_selector_reader reader = {.options = &options};
	size_t character = 1;

	reader.lexer = (struct clair_css_lexer){
	    .source = text, .end = (uint32_t)strlen(text), .arena = arena};
	if (read_whole(&reader, out))
		return NULL;
	if (reader.expected == NULL)
		return "no memory";
	for (uint32_t i = 0; i < reader.error_at; i++)
		character += ((unsigned char)text[i] & 0xC0) != 0x80;
	return clair_asprintf(arena, "character %zu: %s expected", character, reader.expected);
}
