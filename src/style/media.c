/* See media.h. Sections are those of Media Queries Level 4. */
#include "style/media.h"

#include "style/condition.h"

#include <string.h>

/* --- Features ------------------------------------------------------------------------------------ */

enum feature_kind {
	LENGTH,
	RATIO,
	RESOLUTION, /* in dppx */
	NUMBER,
	INTEGER,
	KEYWORD,
};

/* Those that Chromium knows. */
enum feature_id {
	WIDTH, HEIGHT, DEVICE_WIDTH, DEVICE_HEIGHT, ASPECT_RATIO, DEVICE_ASPECT_RATIO, ORIENTATION,
	RESOLUTION_OF, PIXEL_RATIO, COLOR, COLOR_INDEX, MONOCHROME, GRID, SEGMENTS_ACROSS, SEGMENTS_DOWN,
	TRANSFORM_3D, HOVER, ANY_HOVER, POINTER, ANY_POINTER, SCRIPTING, UPDATE, OVERFLOW_BLOCK,
	OVERFLOW_INLINE, COLOR_GAMUT, DYNAMIC_RANGE, DISPLAY_MODE, POSTURE, COLOR_SCHEME, CONTRAST,
	REDUCED_MOTION, REDUCED_TRANSPARENCY, FORCED_COLORS,
};

/* What takes part in a query, and what the screen has when that never changes. */
struct feature {
	const char *name;
	enum feature_kind kind;
	bool is_range;        /* takes min-, max- and comparisons */
	const char *keywords; /* each with a space before and after */
	const char *keyword;
	double number;
};

static const struct feature features[] = {
	[WIDTH] = {"width", LENGTH, true},
	[HEIGHT] = {"height", LENGTH, true},
	[DEVICE_WIDTH] = {"device-width", LENGTH, true},
	[DEVICE_HEIGHT] = {"device-height", LENGTH, true},
	[ASPECT_RATIO] = {"aspect-ratio", RATIO, true},
	[DEVICE_ASPECT_RATIO] = {"device-aspect-ratio", RATIO, true},
	[ORIENTATION] = {"orientation", KEYWORD, false, " portrait landscape "},
	[RESOLUTION_OF] = {"resolution", RESOLUTION, true, .number = 1},
	[PIXEL_RATIO] = {"-webkit-device-pixel-ratio", NUMBER, true, .number = 1},
	[COLOR] = {"color", INTEGER, true, .number = 8},
	[COLOR_INDEX] = {"color-index", INTEGER, true, .number = 0},
	[MONOCHROME] = {"monochrome", INTEGER, true, .number = 0},
	[GRID] = {"grid", INTEGER, false, .number = 0},
	[SEGMENTS_ACROSS] = {"horizontal-viewport-segments", INTEGER, true, .number = 1},
	[SEGMENTS_DOWN] = {"vertical-viewport-segments", INTEGER, true, .number = 1},
	[TRANSFORM_3D] = {"-webkit-transform-3d", INTEGER, false, .number = 1},
	[HOVER] = {"hover", KEYWORD, false, " none hover ", "hover"},
	[ANY_HOVER] = {"any-hover", KEYWORD, false, " none hover ", "hover"},
	[POINTER] = {"pointer", KEYWORD, false, " none coarse fine ", "fine"},
	[ANY_POINTER] = {"any-pointer", KEYWORD, false, " none coarse fine ", "fine"},
	[SCRIPTING] = {"scripting", KEYWORD, false, " none initial-only enabled ", "none"},
	[UPDATE] = {"update", KEYWORD, false, " none slow fast ", "fast"},
	[OVERFLOW_BLOCK] = {"overflow-block", KEYWORD, false, " none scroll paged ", "scroll"},
	[OVERFLOW_INLINE] = {"overflow-inline", KEYWORD, false, " none scroll ", "scroll"},
	[COLOR_GAMUT] = {"color-gamut", KEYWORD, false, " srgb p3 rec2020 ", "srgb"},
	[DYNAMIC_RANGE] = {"dynamic-range", KEYWORD, false, " standard high ", "standard"},
	[DISPLAY_MODE] = {"display-mode", KEYWORD, false,
		" fullscreen standalone minimal-ui browser window-controls-overlay tabbed borderless"
		" picture-in-picture ", "browser"},
	[POSTURE] = {"device-posture", KEYWORD, false, " continuous folded ", "continuous"},
	[COLOR_SCHEME] = {"prefers-color-scheme", KEYWORD, false, " light dark ", "light"},
	[CONTRAST] = {"prefers-contrast", KEYWORD, false, " no-preference less more custom ",
		"no-preference"},
	[REDUCED_MOTION] = {"prefers-reduced-motion", KEYWORD, false, " no-preference reduce ",
		"no-preference"},
	[REDUCED_TRANSPARENCY] = {"prefers-reduced-transparency", KEYWORD, false,
		" no-preference reduce ", "no-preference"},
	[FORCED_COLORS] = {"forced-colors", KEYWORD, false, " none active ", "none"},
};

const struct clair_screen clair_screen_desktop = {
	.width = 1280, .height = 1024, .landscape = true};

struct clair_screen
clair_screen_of_width(unsigned width)
{
	enum { PHONE_WIDTH = 600, PHONE_HEIGHT = 800 };
	struct clair_screen screen = clair_screen_desktop;

	if (width == 0)
		return screen;
	screen.width = (float)width;
	screen.phone = width <= PHONE_WIDTH;
	if (screen.phone)
		screen.height = PHONE_HEIGHT;
	screen.landscape = screen.width >= screen.height;
	return screen;
}

static const char *
keyword_on(enum feature_id id, const struct clair_screen *screen)
{
	switch (id) {
	case ORIENTATION:
		return screen->landscape ? "landscape" : "portrait";
	case HOVER:
	case ANY_HOVER:
		return screen->phone || screen->print ? "none" : "hover";
	case POINTER:
	case ANY_POINTER:
		return screen->print ? "none" : screen->phone ? "coarse" : "fine";
	case SCRIPTING:
		return screen->scripting ? "enabled" : "none";
	case UPDATE:
		return screen->print ? "none" : "fast";
	case OVERFLOW_BLOCK:
		return screen->print ? "paged" : "scroll";
	case OVERFLOW_INLINE:
		return screen->print ? "none" : "scroll";
	default:
		return features[id].keyword;
	}
}

static double
number_on(enum feature_id id, const struct clair_screen *screen)
{
	switch (id) {
	case WIDTH:
	case DEVICE_WIDTH:
		return (double)screen->width;
	case HEIGHT:
	case DEVICE_HEIGHT:
		return (double)screen->height;
	case ASPECT_RATIO:
	case DEVICE_ASPECT_RATIO:
		return (double)screen->width / (double)screen->height;
	default:
		return features[id].number;
	}
}

/* --- What is kept -------------------------------------------------------------------------------- */

enum comparison { NO_COMPARISON, LESS, AT_MOST, EQUAL, AT_LEAST, MORE };

struct media_value {
	enum feature_kind kind;
	bool is_zero; /* a bare 0, which is a length too */
	bool is_integer;
	double number;
	const char *keyword;
	uint32_t length;
};

/* One <media-feature>. Without comparison: asked alone, (hover). */
struct test {
	enum feature_id id;
	const char *keyword; /* KEYWORD with a value */
	uint32_t keyword_length;
	struct {
		enum comparison comparison; /* of the feature to the number */
		double number;
	} bounds[2];
};

enum medium { MEDIUM_ALL, MEDIUM_SCREEN, MEDIUM_PRINT, MEDIUM_OTHER };

struct query {
	enum medium medium;
	bool is_negated;
	const struct clair_logic_node *condition; /* NULL: none */
	struct query *next;
};

struct clair_media_list {
	struct query *first;
};

/* --- Values -------------------------------------------------------------------------------------- */

struct unit {
	const char *name;
	enum feature_kind kind;
	double factor;
};

/* 1.3: units relative to a font stand on the initial one: 16 px, of which ex and ch are half. */
static const struct unit units[] = {
	{"px", LENGTH, 1}, {"em", LENGTH, 16}, {"rem", LENGTH, 16}, {"ex", LENGTH, 8}, {"ch", LENGTH, 8},
	{"rex", LENGTH, 8}, {"rch", LENGTH, 8}, {"ic", LENGTH, 16}, {"in", LENGTH, 96},
	{"cm", LENGTH, 96 / 2.54}, {"mm", LENGTH, 96 / 25.4}, {"q", LENGTH, 96 / 101.6},
	{"pt", LENGTH, 96.0 / 72}, {"pc", LENGTH, 16}, {"dppx", RESOLUTION, 1}, {"x", RESOLUTION, 1},
	{"dpi", RESOLUTION, 1.0 / 96}, {"dpcm", RESOLUTION, 2.54 / 96},
};

static bool
read_dimension(const struct clair_css_token *token, struct media_value *value)
{
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (!clair_css_is(token, units[i].name))
			continue;
		value->kind = units[i].kind;
		value->number = token->number * units[i].factor;
		return true;
	}
	return false;
}

/* A number, with or without unit. */
static bool
read_plain(struct clair_prelude *reader, struct media_value *value)
{
	const struct clair_css_token *token = &reader->token;

	*value = (struct media_value){.kind = NUMBER};
	if (token->type == CLAIR_TOKEN_DIMENSION) {
		if (!read_dimension(token, value))
			return false;
	} else if (token->type == CLAIR_TOKEN_NUMBER) {
		value->number = token->number;
		value->is_integer = token->is_integer;
		value->is_zero = token->number == 0;
	} else {
		return false;
	}
	clair_prelude_advance(reader);
	return true;
}

/* The operator of calc() or of a ratio at the token; '\0' when there is none. */
static char
operator_at(const struct clair_prelude *reader)
{
	const struct clair_css_token *token = &reader->token;
	char mark = token->type == CLAIR_TOKEN_DELIM ? token->delim : '\0';

	return mark != '\0' && strchr("+-*/", mark) != NULL ? mark : '\0';
}

static bool
combine(char operator, struct media_value *left, const struct media_value *right)
{
	bool both_numbers = left->kind == NUMBER && right->kind == NUMBER;

	switch (operator) {
	case '*':
		if (left->kind != NUMBER && right->kind != NUMBER)
			return false;
		left->number *= right->number;
		left->kind = left->kind == NUMBER ? right->kind : left->kind;
		break;
	case '/':
		if (right->kind != NUMBER || right->number == 0)
			return false;
		left->number /= right->number;
		break;
	default:
		if (left->kind != right->kind)
			return false;
		left->number += operator == '+' ? right->number : -right->number;
		break;
	}
	left->is_zero = false;
	left->is_integer = both_numbers && left->is_integer && right->is_integer && operator != '/';
	return true;
}

static bool read_sum(struct clair_prelude *reader, struct media_value *value, unsigned depth);

/* A number, or calc() and parentheses in it. */
static bool
read_calc(struct clair_prelude *reader, struct media_value *value, unsigned depth)
{
	enum { DEPTH = 16 };
	const struct clair_css_token *token = &reader->token;
	bool is_calc = token->type == CLAIR_TOKEN_FUNCTION && clair_css_is(token, "calc");

	if (!is_calc && (depth == 0 || token->type != CLAIR_TOKEN_OPEN_ROUND))
		return read_plain(reader, value);
	if (depth == DEPTH)
		return false;
	clair_prelude_advance(reader);
	return read_sum(reader, value, depth + 1) &&
	    clair_prelude_ends_with(reader, CLAIR_TOKEN_CLOSE_ROUND);
}

static bool
read_product(struct clair_prelude *reader, struct media_value *value, unsigned depth)
{
	char operator;

	if (!read_calc(reader, value, depth))
		return false;
	while ((operator = operator_at(reader)) == '*' || operator == '/') {
		struct media_value right;

		clair_prelude_advance(reader);
		if (!read_calc(reader, &right, depth) || !combine(operator, value, &right))
			return false;
	}
	return true;
}

static bool
read_sum(struct clair_prelude *reader, struct media_value *value, unsigned depth)
{
	char operator;

	if (!read_product(reader, value, depth))
		return false;
	while ((operator = operator_at(reader)) == '+' || operator == '-') {
		struct media_value right;

		clair_prelude_advance(reader);
		if (!read_product(reader, &right, depth) || !combine(operator, value, &right))
			return false;
	}
	return true;
}

/* <mf-value>: a number, a dimension, a ratio or a keyword. */
static bool
read_value(struct clair_prelude *reader, struct media_value *value)
{
	struct media_value under;

	if (reader->token.type == CLAIR_TOKEN_IDENT) {
		*value = (struct media_value){.kind = KEYWORD, .keyword = reader->token.text,
			.length = reader->token.text_length};
		clair_prelude_advance(reader);
		return true;
	}
	if (!read_calc(reader, value, 0))
		return false;
	if (operator_at(reader) != '/')
		return true;
	clair_prelude_advance(reader);
	if (value->kind != NUMBER || !read_calc(reader, &under, 0) || under.kind != NUMBER ||
	    value->number < 0 || under.number < 0)
		return false;
	value->kind = RATIO;
	value->number = under.number != 0 || value->number != 0 ? value->number / under.number : 0;
	return true;
}

/* --- Features, read ------------------------------------------------------------------------------ */

static bool
same(const char *text, size_t length, const char *lower)
{
	const struct clair_css_token token = {.text = text, .text_length = (uint32_t)length};

	return clair_css_is(&token, lower);
}

/* `how` is EQUAL, or the comparison that min- and max- make. */
static bool
find_feature(const struct clair_css_token *token, enum feature_id *id, enum comparison *how)
{
	static const char webkit[] = "-webkit-";
	const char *text = token->text;
	size_t length = token->text_length;
	bool is_webkit = length > 8 && same(text, 8, webkit);
	size_t after = is_webkit ? 8 : 0;

	*how = EQUAL;
	if (length > after + 4 && same(text + after, 4, "min-"))
		*how = AT_LEAST;
	else if (length > after + 4 && same(text + after, 4, "max-"))
		*how = AT_MOST;
	if (*how != EQUAL)
		after += 4;
	for (size_t i = 0; i < sizeof(features) / sizeof(features[0]); i++) {
		const char *name = features[i].name;
		bool is_prefixed = name[0] == '-';

		if (is_prefixed != is_webkit || (*how != EQUAL && !features[i].is_range))
			continue;
		if (same(text + after, length - after, name + (is_prefixed ? 8 : 0))) {
			*id = (enum feature_id)i;
			return true;
		}
	}
	return false;
}

static bool
has_keyword(const struct feature *feature, const struct media_value *value)
{
	const char *at = feature->keywords;

	while (*++at != '\0') {
		size_t length = strcspn(at, " ");
		char word[32];

		memcpy(word, at, length);
		word[length] = '\0';
		if (same(value->keyword, value->length, word))
			return true;
		at += length;
	}
	return false;
}

/* 2.4.3: a value of another kind makes the whole unknown. */
static bool
fits(const struct feature *feature, const struct media_value *value)
{
	switch (feature->kind) {
	case KEYWORD:
		return value->kind == KEYWORD && has_keyword(feature, value);
	case LENGTH:
		return value->kind == LENGTH || (value->kind == NUMBER && value->is_zero);
	case RATIO:
		return value->kind == RATIO || (value->kind == NUMBER && value->number >= 0);
	case INTEGER:
		return value->kind == NUMBER && value->is_integer;
	default:
		return value->kind == feature->kind;
	}
}

static enum comparison
read_comparison(struct clair_prelude *reader)
{
	char mark = reader->token.type == CLAIR_TOKEN_DELIM ? reader->token.delim : '\0';
	uint32_t past = reader->token.offset + 1;
	bool or_equal;

	if (mark != '<' && mark != '>' && mark != '=')
		return NO_COMPARISON;
	clair_prelude_advance(reader);
	if (mark == '=')
		return EQUAL;
	or_equal = reader->token.type == CLAIR_TOKEN_DELIM && reader->token.delim == '=' &&
	    reader->token.offset == past;
	if (or_equal)
		clair_prelude_advance(reader);
	if (mark == '<')
		return or_equal ? AT_MOST : LESS;
	return or_equal ? AT_LEAST : MORE;
}

/* "400px <= width" says of the width that it is at least 400px. */
static enum comparison
turned(enum comparison comparison)
{
	return comparison == NO_COMPARISON ? NO_COMPARISON : (enum comparison)(MORE + LESS - comparison);
}

static bool
bound(struct test *test, unsigned which, enum comparison comparison, const struct media_value *value)
{
	if (comparison == NO_COMPARISON || !fits(&features[test->id], value))
		return false;
	test->bounds[which].comparison = comparison;
	test->bounds[which].number = value->number;
	test->keyword = value->keyword;
	test->keyword_length = value->length;
	return true;
}

/* name, name: value, name > value. */
static bool
read_name_first(struct clair_prelude *reader, struct test *test)
{
	enum comparison how;
	struct media_value value;

	if (!find_feature(&reader->token, &test->id, &how))
		return false;
	clair_prelude_advance(reader);
	if (reader->token.type == CLAIR_TOKEN_CLOSE_ROUND || reader->token.type == CLAIR_TOKEN_EOF)
		return how == EQUAL;
	if (reader->token.type == CLAIR_TOKEN_COLON) {
		clair_prelude_advance(reader);
		return read_value(reader, &value) && bound(test, 0, how, &value);
	}
	if (how != EQUAL || !features[test->id].is_range)
		return false;
	how = read_comparison(reader);
	return how != NO_COMPARISON && read_value(reader, &value) && bound(test, 0, how, &value);
}

/* value < name, value < name < value: both in the same direction. */
static bool
read_value_first(struct clair_prelude *reader, struct test *test)
{
	struct media_value first;
	struct media_value second;
	enum comparison left;
	enum comparison right;
	enum comparison how;

	if (!read_value(reader, &first))
		return false;
	left = turned(read_comparison(reader));
	if (reader->token.type != CLAIR_TOKEN_IDENT || !find_feature(&reader->token, &test->id, &how) ||
	    how != EQUAL || !features[test->id].is_range || !bound(test, 0, left, &first))
		return false;
	clair_prelude_advance(reader);
	right = read_comparison(reader);
	if (right == NO_COMPARISON)
		return true;
	if (left == EQUAL || right == EQUAL || (left > EQUAL) == (right > EQUAL))
		return false;
	return read_value(reader, &second) && bound(test, 1, right, &second);
}

static bool
read_test(struct clair_prelude *reader, void *data, const void **leaf)
{
	struct test *test = clair_alloc(reader->lexer.arena, sizeof(*test));

	(void)data;
	*leaf = test;
	if (test == NULL)
		return false;
	return reader->token.type == CLAIR_TOKEN_IDENT ? read_name_first(reader, test)
	                                               : read_value_first(reader, test);
}

/* --- Queries, read ------------------------------------------------------------------------------- */

/* A word that 3 reserves is no medium. */
static bool
read_medium(struct clair_prelude *reader, struct query *query)
{
	static const char *const reserved[] = {"only", "not", "and", "or", "layer"};

	if (reader->token.type != CLAIR_TOKEN_IDENT)
		return false;
	for (size_t i = 0; i < sizeof(reserved) / sizeof(reserved[0]); i++)
		if (clair_prelude_is_word(reader, reserved[i]))
			return false;
	query->medium = clair_prelude_is_word(reader, "all") ? MEDIUM_ALL
	    : clair_prelude_is_word(reader, "screen")        ? MEDIUM_SCREEN
	    : clair_prelude_is_word(reader, "print")         ? MEDIUM_PRINT
	                                       : MEDIUM_OTHER;
	clair_prelude_advance(reader);
	return true;
}

/* 3: <media-query>, up to a comma or the end. */
static bool
read_query(struct clair_prelude *reader, struct query *query)
{
	struct clair_logic_reader how = {.parenthesis = read_test};
	const struct clair_prelude start = *reader;
	bool is_not = clair_prelude_is_word(reader, "not");

	if (is_not || clair_prelude_is_word(reader, "only"))
		clair_prelude_advance(reader);
	if (read_medium(reader, query)) {
		query->is_negated = is_not;
		if (!clair_prelude_is_word(reader, "and"))
			return true;
		clair_prelude_advance(reader);
		how.no_or = true;
	} else {
		*reader = start;
	}
	query->condition = clair_logic_read(reader, &how);
	return query->condition != NULL;
}

static bool
is_end(const struct clair_prelude *reader)
{
	return reader->token.type == CLAIR_TOKEN_COMMA || reader->token.type == CLAIR_TOKEN_EOF;
}

/* 3.2: one that is not valid is "not all", and reading goes on after its comma. */
static void
read_or_deny(struct clair_prelude *reader, struct query *query)
{
	const struct clair_prelude start = *reader;

	if (read_query(reader, query) && is_end(reader))
		return;
	*query = (struct query){.medium = MEDIUM_ALL, .is_negated = true};
	*reader = start;
	while (!is_end(reader))
		clair_prelude_pass(reader);
}

const struct clair_media_list *
clair_media_read(struct clair_css_lexer lexer, struct clair_arena *arena)
{
	struct clair_media_list *list = clair_alloc(arena, sizeof(*list));
	struct clair_prelude reader = {.lexer = lexer};
	struct query **last;

	if (list == NULL)
		return NULL;
	reader.lexer.arena = arena;
	last = &list->first;
	clair_prelude_advance(&reader);
	if (reader.token.type == CLAIR_TOKEN_EOF)
		return list;
	for (;;) {
		struct query *query = clair_alloc(arena, sizeof(*query));

		if (query == NULL)
			return NULL;
		*last = query;
		last = &query->next;
		read_or_deny(&reader, query);
		if (reader.token.type == CLAIR_TOKEN_EOF)
			return list;
		clair_prelude_advance(&reader);
	}
}

/* --- Answers ------------------------------------------------------------------------------------- */

static bool
compare(double one, enum comparison comparison, double other)
{
	switch (comparison) {
	case LESS:
		return one < other;
	case AT_MOST:
		return one <= other;
	case EQUAL:
		return one == other;
	case AT_LEAST:
		return one >= other;
	case MORE:
		return one > other;
	default:
		return true;
	}
}

/* 2.4.2: asked alone, a feature is true when it has something: not 0, not none. */
static bool
has_some(enum feature_id id, const struct clair_screen *screen)
{
	const char *keyword;

	if (features[id].kind != KEYWORD)
		return number_on(id, screen) != 0;
	keyword = keyword_on(id, screen);
	return strcmp(keyword, "none") != 0 && strcmp(keyword, "no-preference") != 0;
}

static enum clair_truth
test_holds(const void *leaf, const void *data)
{
	const struct test *test = leaf;
	const struct clair_screen *screen = data;
	bool holds = true;

	if (test->bounds[0].comparison == NO_COMPARISON)
		holds = has_some(test->id, screen);
	else if (features[test->id].kind == KEYWORD)
		holds = same(test->keyword, test->keyword_length, keyword_on(test->id, screen));
	else
		for (unsigned i = 0; i < 2; i++)
			holds = holds && compare(number_on(test->id, screen), test->bounds[i].comparison,
			    test->bounds[i].number);
	return holds ? CLAIR_TRUE : CLAIR_FALSE;
}

static bool
query_matches(const struct query *query, const struct clair_screen *screen)
{
	enum medium medium = screen->print ? MEDIUM_PRINT : MEDIUM_SCREEN;
	bool is_medium = query->medium == MEDIUM_ALL || query->medium == medium;
	enum clair_truth truth = is_medium ? CLAIR_TRUE : CLAIR_FALSE;

	if (is_medium && query->condition != NULL)
		truth = clair_logic_holds(query->condition, test_holds, screen, CLAIR_UNKNOWN);
	return query->is_negated ? truth == CLAIR_FALSE : truth == CLAIR_TRUE;
}

bool
clair_media_matches(const struct clair_media_list *list, const struct clair_screen *screen)
{
	if (list->first == NULL)
		return true;
	for (const struct query *query = list->first; query != NULL; query = query->next)
		if (query_matches(query, screen))
			return true;
	return false;
}

/* As deep as the condition, which clair_logic_read bounds. */
static bool
logic_names(const struct clair_logic_node *node, const char *feature)
{
	if (node->logic == CLAIR_LOGIC_LEAF) {
		const struct test *test = node->leaf;

		return test != NULL && strcmp(features[test->id].name, feature) == 0;
	}
	for (node = node->child; node != NULL; node = node->next)
		if (logic_names(node, feature))
			return true;
	return false;
}

bool
clair_media_names(const struct clair_media_list *list, const char *feature)
{
	static const char *const media[] = {"all", "screen", "print", ""};

	for (const struct query *query = list->first; query != NULL; query = query->next) {
		if (query->medium != MEDIUM_ALL && strcmp(media[query->medium], feature) == 0)
			return true;
		if (query->condition != NULL && logic_names(query->condition, feature))
			return true;
	}
	return false;
}
