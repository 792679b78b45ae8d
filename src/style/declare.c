/* Declarations: from a name and a value to longhands. CSS Cascade 5, section 3; CSS Variables 1. */
#include "style/customs.h"
#include "style/declare.h"
#include "style/reader.h"

#include <stddef.h>
#include <string.h>

enum { LONGHANDS_MOST = 24 };

/* A declaration that is being read. */
struct declared {
	const struct clair_css_meaning *meaning;
	struct clair_css_lexer value;
	bool important;
	bool quirks;
	uint32_t offset;
};

/* --- What is in a value: CSS Variables 2 and 3 ---------------------------------------------------- */

enum { NESTED_MOST = 64 }; /* deeper, what closes is not matched with what opened */

struct contents {
	bool valid;
	bool has_var;   /* or env() */
	bool has_attr;
	bool has_block; /* { } at the top: only custom properties hold one */
	unsigned depth;
	uint8_t closers[NESTED_MOST];
};

/* var( <custom-property-name> , …? ) */
static bool
is_variable(struct clair_css_lexer lexer)
{
	struct clair_css_token token;

	do
		clair_css_next(&lexer, &token);
	while (token.type == CLAIR_TOKEN_SPACE);
	if (token.type != CLAIR_TOKEN_IDENT || token.text_length < 3 ||
	    memcmp(token.text, "--", 2) != 0)
		return false;
	do
		clair_css_next(&lexer, &token);
	while (token.type == CLAIR_TOKEN_SPACE);
	return token.type == CLAIR_TOKEN_COMMA || token.type == CLAIR_TOKEN_CLOSE_ROUND ||
	    token.type == CLAIR_TOKEN_EOF;
}

static void
note_opening(struct contents *contents, enum clair_css_token_type closer)
{
	if (contents->depth < NESTED_MOST)
		contents->closers[contents->depth] = (uint8_t)closer;
	contents->depth++;
}

static void
note_closing(struct contents *contents, uint8_t closer)
{
	if (contents->depth == 0)
		contents->valid = false;
	else if (--contents->depth < NESTED_MOST && contents->closers[contents->depth] != closer)
		contents->valid = false;
}

static void
note_function(struct contents *contents, const struct clair_css_lexer *lexer,
    const struct clair_css_token *token)
{
	if (clair_css_is(token, "var")) {
		contents->has_var = true;
		contents->valid = contents->valid && is_variable(*lexer);
	} else if (clair_css_is(token, "env")) {
		contents->has_var = true;
	} else if (clair_css_is(token, "attr")) {
		contents->has_attr = true;
	}
	note_opening(contents, CLAIR_TOKEN_CLOSE_ROUND);
}

static void
note_token(struct contents *contents, const struct clair_css_lexer *lexer,
    const struct clair_css_token *token)
{
	switch (token->type) {
	case CLAIR_TOKEN_FUNCTION:
		note_function(contents, lexer, token);
		break;
	case CLAIR_TOKEN_OPEN_CURLY:
		contents->has_block = contents->has_block || contents->depth == 0;
		note_opening(contents, CLAIR_TOKEN_CLOSE_CURLY);
		break;
	case CLAIR_TOKEN_OPEN_ROUND:
		note_opening(contents, CLAIR_TOKEN_CLOSE_ROUND);
		break;
	case CLAIR_TOKEN_OPEN_SQUARE:
		note_opening(contents, CLAIR_TOKEN_CLOSE_SQUARE);
		break;
	case CLAIR_TOKEN_CLOSE_ROUND:
	case CLAIR_TOKEN_CLOSE_SQUARE:
	case CLAIR_TOKEN_CLOSE_CURLY:
		note_closing(contents, token->type);
		break;
	case CLAIR_TOKEN_BAD_STRING:
	case CLAIR_TOKEN_BAD_URL:
		contents->valid = false;
		break;
	case CLAIR_TOKEN_SEMICOLON:
		contents->valid = contents->valid && contents->depth != 0;
		break;
	case CLAIR_TOKEN_DELIM:
		contents->valid = contents->valid && (contents->depth != 0 || token->delim != '!');
		break;
	default:
		break;
	}
}

static struct contents
look_through(struct clair_css_lexer lexer)
{
	struct contents contents;
	struct clair_css_token token;

	memset(&contents, 0, offsetof(struct contents, closers));
	contents.valid = true;
	do {
		clair_css_next(&lexer, &token);
		note_token(&contents, &lexer, &token);
	} while (token.type != CLAIR_TOKEN_EOF && contents.valid);
	return contents;
}

/* --- The block ------------------------------------------------------------------------------------ */

static struct clair_css_declaration *
add(struct clair_css_block *block, struct clair_arena *arena)
{
	if (block->count == block->room) {
		uint32_t room = block->room != 0 ? block->room * 2 : 4;
		struct clair_css_declaration *list =
		    clair_alloc_array(arena, room, sizeof(*list));

		if (list == NULL)
			return NULL;
		if (block->count != 0)
			memcpy(list, block->list, block->count * sizeof(*list));
		block->list = list;
		block->room = room;
	}
	return &block->list[block->count++];
}

static void
add_longhand(struct clair_css_block *block, const struct declared *declared, uint8_t property,
    struct clair_css_value value)
{
	struct clair_css_declaration *added = add(block, declared->value.arena);

	if (added == NULL)
		return;
	added->property = property;
	added->important = declared->important;
	added->offset = declared->offset;
	added->value = value;
}

/* --- What a value is, whatever the property ------------------------------------------------------- */

/* The keywords of CSS Cascade 5, 7.3, when they are the whole value. */
static bool
read_wide(const struct clair_css_reader *reader, struct clair_css_value *value)
{
	static const struct {
		uint16_t keyword;
		uint8_t kind;
	} wide[] = {
	    {CLAIR_KW_INHERIT, CLAIR_VALUE_INHERIT},
	    {CLAIR_KW_INITIAL, CLAIR_VALUE_INITIAL},
	    {CLAIR_KW_UNSET, CLAIR_VALUE_UNSET},
	    {CLAIR_KW_REVERT, CLAIR_VALUE_REVERT},
	    {CLAIR_KW_REVERT_LAYER, CLAIR_VALUE_REVERT_LAYER},
	};
	struct clair_css_reader after = *reader;
	size_t i;

	for (i = 0; i < CLAIR_LEN(wide); i++)
		if (reader->keyword == wide[i].keyword)
			break;
	if (i == CLAIR_LEN(wide))
		return false;
	clair_css_advance(&after);
	memset(value, 0, sizeof(*value));
	value->kind = wide[i].kind;
	return clair_css_ended(&after);
}

static const uint8_t *
longhands_of(const struct clair_css_meaning *meaning, unsigned *count)
{
	*count = 1;
	if (!meaning->is_shorthand)
		return &meaning->target;
	return clair_css_longhands((enum clair_css_shorthand)meaning->target, count);
}

/* CSS Cascade 5, 3.2: `all` leaves these alone. */
static bool
is_spared(const struct clair_css_meaning *meaning, uint8_t longhand)
{
	return meaning->is_shorthand && meaning->target == CLAIR_SHORT_ALL &&
	    (longhand == CLAIR_CSS_DIRECTION || longhand == CLAIR_CSS_UNICODE_BIDI);
}

/* One value for all the longhands: `pending` gives each its own struct. */
static void
add_same(struct clair_css_block *block, const struct declared *declared,
    struct clair_css_value value, const struct clair_css_pending *pending)
{
	unsigned count;
	const uint8_t *longhands = longhands_of(declared->meaning, &count);
	struct clair_css_pending *each = NULL;
	unsigned i;

	if (pending != NULL) {
		each = clair_alloc_array(declared->value.arena, count, sizeof(*each));
		if (each == NULL)
			return;
	}
	for (i = 0; i < count; i++) {
		if (is_spared(declared->meaning, longhands[i]))
			continue;
		if (each != NULL) {
			each[i] = *pending;
			each[i].property = (enum clair_property)longhands[i];
			value.pending = &each[i];
		}
		add_longhand(block, declared, longhands[i], value);
	}
}

static void
trim(struct clair_css_lexer *value)
{
	while (value->at < value->end && memchr(" \t\n\r\f", value->source[value->at], 5) != NULL)
		value->at++;
	while (value->at < value->end && memchr(" \t\n\r\f", value->source[value->end - 1], 5) != NULL)
		value->end--;
}

static void
add_pending(struct clair_css_block *block, const struct declared *declared)
{
	struct clair_css_value value = {.kind = CLAIR_VALUE_PENDING};
	struct clair_css_lexer text = declared->value;
	struct clair_css_pending pending = {.name = clair_css_meaning_index(declared->meaning)};

	trim(&text);
	pending.text = text.source + text.at;
	pending.length = text.end - text.at;
	add_same(block, declared, value, &pending);
}

static bool
declare_custom(struct clair_css_block *block, const char *name, size_t length,
    struct clair_css_lexer value, bool important, uint32_t offset)
{
	struct clair_css_declaration *added;

	if (length < 3 || length > UINT32_MAX || !look_through(value).valid)
		return false;
	added = add(block, value.arena);
	if (added == NULL)
		return false;
	trim(&value);
	added->property = CLAIR_PROPERTY_NONE;
	added->important = important;
	added->offset = offset;
	added->custom.name = name;
	added->custom.name_length = (uint32_t)length;
	added->custom.text = value.source + value.at;
	added->custom.text_length = value.end - value.at;
	return true;
}

/* --- Reading -------------------------------------------------------------------------------------- */

/* The values of all the longhands, when they are the whole text. */
static bool
read_values(struct clair_css_reader *reader, const struct clair_css_meaning *meaning,
    struct clair_css_value *values)
{
	bool read;

	reader->quirks = reader->quirks && !meaning->follows_flow;
	read = meaning->is_shorthand
	    ? clair_css_read_shorthand(reader, (enum clair_css_shorthand)meaning->target, values)
	    : clair_css_read_longhand(reader, (enum clair_property)meaning->target, values);
	return read && clair_css_ended(reader);
}

static bool
declare_values(struct clair_css_block *block, const struct declared *declared)
{
	struct clair_css_value values[LONGHANDS_MOST];
	struct clair_css_reader reader;
	const uint8_t *longhands;
	unsigned count;
	unsigned i;

	clair_css_start(&reader, declared->value, declared->quirks);
	if (read_wide(&reader, &values[0])) {
		add_same(block, declared, values[0], NULL);
		return true;
	}
	longhands = longhands_of(declared->meaning, &count);
	if (count > LONGHANDS_MOST || !read_values(&reader, declared->meaning, values))
		return false;
	for (i = 0; i < count; i++)
		add_longhand(block, declared, longhands[i], values[i]);
	return true;
}

/* attr() that content does not read itself (CSS Values 5, 7.7). */
static bool
is_not_known(const struct contents *contents, const struct clair_css_meaning *meaning)
{
	return contents->has_attr &&
	    (meaning->is_shorthand || meaning->target != CLAIR_CSS_CONTENT);
}

static bool
may_refer(const struct clair_css_lexer *value)
{
	return clair_css_may_refer(value->source + value->at, value->end - value->at);
}

bool
clair_css_declare(struct clair_css_block *block, const char *name, size_t length,
    struct clair_css_lexer value, bool important, uint32_t offset, bool quirks)
{
	struct declared declared = {
	    .value = value, .important = important, .quirks = quirks, .offset = offset};
	struct contents contents;

	if (length >= 2 && name[0] == '-' && name[1] == '-')
		return declare_custom(block, name, length, value, important, offset);
	declared.meaning = clair_css_meaning_of(name, length);
	if (declared.meaning == NULL)
		return false;
	if (!may_refer(&value))
		return declare_values(block, &declared);
	contents = look_through(value);
	if (!contents.valid || contents.has_block)
		return false;
	if (contents.has_var)
		add_pending(block, &declared);
	else if (is_not_known(&contents, declared.meaning))
		add_same(block, &declared, (struct clair_css_value){.kind = CLAIR_VALUE_NOT_KNOWN}, NULL);
	else
		return declare_values(block, &declared);
	return true;
}

bool
clair_css_declare_pending(struct clair_css_value *out, const struct clair_css_pending *pending,
    const char *text, uint32_t length, bool quirks, struct clair_arena *arena)
{
	const struct clair_css_meaning *meaning = clair_css_meaning_at(pending->name);
	struct clair_css_lexer lexer = {.source = text, .end = length, .arena = arena};
	struct clair_css_value values[LONGHANDS_MOST];
	struct clair_css_reader reader;
	const uint8_t *longhands;
	unsigned count;
	unsigned i = 0;

	*out = (struct clair_css_value){.kind = CLAIR_VALUE_NOT_KNOWN};
	if (may_refer(&lexer)) {
		struct contents contents = look_through(lexer);

		if (contents.has_var || is_not_known(&contents, meaning))
			return true;
	}
	clair_css_start(&reader, lexer, quirks);
	if (read_wide(&reader, out))
		return true;
	longhands = longhands_of(meaning, &count);
	if (count > LONGHANDS_MOST || !read_values(&reader, meaning, values))
		return false;
	while (i + 1 < count && longhands[i] != pending->property)
		i++;
	*out = values[i];
	return true;
}

/* --- Style attributes: CSS Syntax 5.4.3 to 5.4.6 -------------------------------------------------- */

static void
next_of_text(struct clair_css_lexer *lexer, struct clair_css_token *token)
{
	do
		clair_css_next(lexer, token);
	while (token->type == CLAIR_TOKEN_SPACE);
}

/* Up to the semicolon or the end. Says whether "! important" ends the value, and where the value does. */
static bool
past_value(struct clair_css_lexer *lexer, uint32_t *end)
{
	struct clair_css_token token;
	uint32_t mark = 0;
	bool marked = false;
	bool important = false;

	for (;;) {
		*end = lexer->at;
		clair_css_skip(lexer, &token);
		if (token.type == CLAIR_TOKEN_EOF || token.type == CLAIR_TOKEN_SEMICOLON)
			break;
		if (token.type == CLAIR_TOKEN_SPACE)
			continue;
		important = marked && token.type == CLAIR_TOKEN_IDENT &&
		    clair_css_is(&token, "important");
		marked = token.type == CLAIR_TOKEN_DELIM && token.delim == '!';
		if (marked)
			mark = token.offset;
	}
	if (important)
		*end = mark;
	return important;
}

/* 5.4.3: up to the semicolon, or past the block. */
static void
past_at_rule(struct clair_css_lexer *lexer)
{
	struct clair_css_token token;

	do
		clair_css_skip(lexer, &token);
	while (token.type != CLAIR_TOKEN_EOF && token.type != CLAIR_TOKEN_SEMICOLON &&
	    token.type != CLAIR_TOKEN_OPEN_CURLY);
}

void
clair_css_declare_all(struct clair_css_block *block, const char *text, size_t length, bool quirks,
    struct clair_arena *arena)
{
	struct clair_css_lexer lexer = {.source = text, .arena = arena};
	struct clair_css_token name;

	lexer.end = length < UINT32_MAX ? (uint32_t)length : UINT32_MAX;
	while (lexer.at < lexer.end) {
		struct clair_css_token colon;
		struct clair_css_lexer value;
		bool important;

		next_of_text(&lexer, &name);
		if (name.type == CLAIR_TOKEN_AT_KEYWORD)
			past_at_rule(&lexer);
		if (name.type == CLAIR_TOKEN_AT_KEYWORD || name.type == CLAIR_TOKEN_SEMICOLON)
			continue;
		value = lexer;
		next_of_text(&value, &colon);
		if (name.type != CLAIR_TOKEN_IDENT || colon.type != CLAIR_TOKEN_COLON) {
			lexer.at = name.offset;
			past_value(&lexer, &value.end);
			continue;
		}
		lexer.at = value.at;
		important = past_value(&lexer, &value.end);
		clair_css_declare(
		    block, name.text, name.text_length, value, important, name.offset, quirks);
	}
}
