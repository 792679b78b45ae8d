/* Reading of pseudo-classes and pseudo-elements: those that browsers know today. */
#include "style/selector_reader.h"

/* --- Names ------------------------------------------------------------------------------------ */

static const struct {
	const char *name;
	uint8_t kind;
	uint8_t detail;
} classes[] = {
	{"root", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_ROOT},
	{"scope", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_SCOPE},
	{"empty", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_EMPTY},
	{"defined", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_DEFINED},
	{"link", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_LINK},
	{"any-link", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_LINK},
	{"-webkit-any-link", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_LINK},
	{"open", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_OPEN},
	{"checked", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_CHECKED},
	{"indeterminate", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_INDETERMINATE},
	{"default", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_DEFAULT},
	{"enabled", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_ENABLED},
	{"disabled", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_DISABLED},
	{"required", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_REQUIRED},
	{"optional", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_OPTIONAL},
	{"read-write", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_READ_WRITE},
	{"read-only", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_READ_ONLY},
	{"placeholder-shown", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_PLACEHOLDER_SHOWN},
	{"in-range", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_IN_RANGE},
	{"out-of-range", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_OUT_OF_RANGE},
	{"valid", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_VALID},
	{"invalid", CLAIR_SIMPLE_PSEUDO, CLAIR_IS_INVALID},
	{"hover", CLAIR_SIMPLE_STATE, CLAIR_STATE_HOVER},
	{"focus", CLAIR_SIMPLE_STATE, CLAIR_STATE_FOCUS},
	{"focus-visible", CLAIR_SIMPLE_STATE, CLAIR_STATE_FOCUS},
	{"focus-within", CLAIR_SIMPLE_STATE, CLAIR_STATE_FOCUS},
	{"active", CLAIR_SIMPLE_STATE, CLAIR_STATE_ACTIVE},
	{"visited", CLAIR_SIMPLE_STATE, CLAIR_STATE_VISITED},
	{"first-child", CLAIR_SIMPLE_NTH, 0},
	{"last-child", CLAIR_SIMPLE_NTH, CLAIR_NTH_FROM_END},
	{"first-of-type", CLAIR_SIMPLE_NTH, CLAIR_NTH_OF_TYPE},
	{"last-of-type", CLAIR_SIMPLE_NTH, CLAIR_NTH_OF_TYPE | CLAIR_NTH_FROM_END},
};

/* What a stored page never has: shadow trees, media that play, a fragment in its address… */
static const char *const absent[] = {"target", "target-current", "user-valid", "user-invalid",
	"fullscreen", "-webkit-full-screen", "-webkit-full-screen-ancestor", "modal", "popover-open",
	"autofill", "-webkit-autofill", "-internal-autofill-selected", "picture-in-picture", "future",
	"past", "current", "host", "horizontal", "vertical", "window-inactive", "start", "end",
	"increment", "decrement", "single-button", "double-button", "no-button", "corner-present",
	"-webkit-drag", "xr-overlay", "active-view-transition", "interest-source", "interest-target",
	NULL};
static const char *const absent_functions[] = {
	"host", "host-context", "state", "active-view-transition-type", NULL};

/* `followed`: pseudo-classes, or another pseudo-element, may come after. */
static const struct {
	const char *name;
	uint8_t pseudo;
	bool followed;
} elements[] = {
	{"before", CLAIR_PSEUDO_BEFORE, true},
	{"after", CLAIR_PSEUDO_AFTER, true},
	{"first-line", CLAIR_PSEUDO_OTHER, false},
	{"first-letter", CLAIR_PSEUDO_OTHER, false},
	{"placeholder", CLAIR_PSEUDO_PLACEHOLDER, false},
	{"marker", CLAIR_PSEUDO_MARKER, false},
	{"backdrop", CLAIR_PSEUDO_OTHER, false},
	{"selection", CLAIR_PSEUDO_OTHER, true},
	{"file-selector-button", CLAIR_PSEUDO_OTHER, true},
	{"cue", CLAIR_PSEUDO_OTHER, true},
	{"target-text", CLAIR_PSEUDO_OTHER, false},
	{"spelling-error", CLAIR_PSEUDO_OTHER, false},
	{"grammar-error", CLAIR_PSEUDO_OTHER, false},
	{"search-text", CLAIR_PSEUDO_OTHER, true},
	{"view-transition", CLAIR_PSEUDO_OTHER, true},
	{"details-content", CLAIR_PSEUDO_OTHER, true},
	{"picker-icon", CLAIR_PSEUDO_OTHER, true},
	{"checkmark", CLAIR_PSEUDO_OTHER, true},
	{"column", CLAIR_PSEUDO_OTHER, true},
	{"scroll-marker", CLAIR_PSEUDO_OTHER, true},
	{"scroll-marker-group", CLAIR_PSEUDO_OTHER, true},
};
static const char *const element_functions[] = {"part", "slotted", "cue", "highlight", "picker",
	"scroll-button", "view-transition-group", "view-transition-image-pair", "view-transition-old",
	"view-transition-new", NULL};

static bool
is_one_of(const struct clair_css_token *token, const char *const *names)
{
	for (; *names != NULL; names++)
		if (clair_css_is(token, *names))
			return true;
	return false;
}

static bool
starts_with(const struct clair_css_token *token, const char *start)
{
	size_t length = strlen(start);

	return token->text_length >= length && clair_css_same(token->text, start, length, true);
}

/* --- An+B: CSS Syntax 6 ----------------------------------------------------------------------- */

static int32_t
whole(double number)
{
	const double limit = 1 << 30;

	return (int32_t)(number < -limit ? -limit : number > limit ? limit : number);
}

/* B on its own after the sign: an integer without a sign. */
static bool
read_after_sign(struct clair_selector_reader *reader, int32_t sign, struct clair_nth *nth)
{
	clair_reader_skip_space(reader);
	if (reader->token.type != CLAIR_TOKEN_NUMBER || !reader->token.is_integer ||
	    reader->token.is_signed)
		return clair_reader_fail(reader, "number");
	nth->offset = sign * whole(reader->token.number);
	clair_reader_advance(reader);
	return true;
}

/* What follows the letter n: "" then perhaps B, "-" then B, or "-5". `rest` is in the token before. */
static bool
read_offset(struct clair_selector_reader *reader, const char *rest, uint32_t length,
    struct clair_nth *nth)
{
	int64_t digits = 0;
	const struct clair_css_token *token = &reader->token;

	if (length == 1 && rest[0] == '-')
		return read_after_sign(reader, -1, nth);
	for (uint32_t i = 0; i < length; i++) {
		if (i == 0 ? rest[i] != '-' : rest[i] < '0' || rest[i] > '9')
			return clair_reader_fail(reader, "number");
		if (i != 0 && digits < 1 << 30)
			digits = digits * 10 + (rest[i] - '0');
	}
	nth->offset = -whole((double)digits);
	if (length != 0)
		return true;
	clair_reader_skip_space(reader);
	if (token->type == CLAIR_TOKEN_NUMBER && token->is_integer && token->is_signed) {
		nth->offset = whole(token->number);
		clair_reader_advance(reader);
	} else if (token->type == CLAIR_TOKEN_DELIM && (token->delim == '+' || token->delim == '-')) {
		int32_t sign = token->delim == '+' ? 1 : -1;

		clair_reader_advance(reader);
		return read_after_sign(reader, sign, nth);
	}
	return true;
}

/* n, -n, n-5… in a name; 2n, 2n-5 in a dimension whose number is the step. */
static bool
read_step(struct clair_selector_reader *reader, int32_t step, struct clair_nth *nth)
{
	struct clair_css_token token = reader->token;
	bool negative = token.type == CLAIR_TOKEN_IDENT && token.text[0] == '-';
	uint32_t letter = negative ? 1 : 0;

	if (token.text_length <= letter || clair_css_lower(token.text[letter]) != 'n')
		return clair_reader_fail(reader, "An+B");
	nth->step = negative ? -step : step;
	clair_reader_advance(reader);
	return read_offset(reader, token.text + letter + 1, token.text_length - letter - 1, nth);
}

static bool
read_nth(struct clair_selector_reader *reader, struct clair_nth *nth)
{
	const struct clair_css_token *token = &reader->token;

	if (token->type == CLAIR_TOKEN_IDENT &&
	    (clair_css_is(token, "even") || clair_css_is(token, "odd"))) {
		nth->step = 2;
		nth->offset = clair_css_is(token, "odd");
		clair_reader_advance(reader);
		return true;
	}
	if (token->type == CLAIR_TOKEN_NUMBER && token->is_integer) {
		nth->offset = whole(token->number);
		clair_reader_advance(reader);
		return true;
	}
	if (token->type == CLAIR_TOKEN_DIMENSION && token->is_integer)
		return read_step(reader, whole(token->number), nth);
	if (token->type == CLAIR_TOKEN_DELIM && token->delim == '+') {
		clair_reader_advance(reader);
		if (token->type == CLAIR_TOKEN_IDENT && token->text[0] == '-')
			return clair_reader_fail(reader, "An+B");
	}
	return token->type == CLAIR_TOKEN_IDENT ? read_step(reader, 1, nth)
	                                        : clair_reader_fail(reader, "An+B");
}

/* --- Functions -------------------------------------------------------------------------------- */

static bool
close_function(struct clair_selector_reader *reader)
{
	clair_reader_skip_space(reader);
	if (reader->token.type == CLAIR_TOKEN_CLOSE_ROUND)
		clair_reader_advance(reader);
	else if (reader->token.type != CLAIR_TOKEN_EOF)
		return clair_reader_fail(reader, ")");
	return true;
}

static bool
read_nth_function(struct clair_selector_reader *reader, uint8_t flags)
{
	struct clair_simple *simple = clair_reader_simple(reader, CLAIR_SIMPLE_NTH);

	if (simple == NULL)
		return false;
	simple->detail = flags;
	clair_reader_skip_space(reader);
	if (!read_nth(reader, &simple->nth))
		return false;
	clair_reader_skip_space(reader);
	if ((flags & CLAIR_NTH_OF_TYPE) != 0 || reader->token.type != CLAIR_TOKEN_IDENT ||
	    !clair_css_is(&reader->token, "of"))
		return close_function(reader) && clair_reader_add(reader, simple);
	clair_reader_advance(reader);
	simple->nth.of = clair_reader_list(reader, (struct clair_list_kind){0});
	return simple->nth.of != NULL && clair_reader_add(reader, simple);
}

static bool
read_list_function(struct clair_selector_reader *reader, enum clair_simple_kind simple_kind,
    struct clair_list_kind kind)
{
	struct clair_simple *simple = clair_reader_simple(reader, simple_kind);

	if (simple == NULL)
		return false;
	simple->list = clair_reader_list(reader, kind);
	return simple->list != NULL && clair_reader_add(reader, simple);
}

/* :lang() and :dir(): one identifier, as browsers take them. */
static bool
read_word_function(struct clair_selector_reader *reader, enum clair_simple_kind kind)
{
	struct clair_simple *simple = clair_reader_simple(reader, kind);

	if (simple == NULL)
		return false;
	clair_reader_skip_space(reader);
	if (reader->token.type != CLAIR_TOKEN_IDENT)
		return clair_reader_fail(reader, "name");
	simple->text = reader->token.text;
	simple->length = reader->token.text_length;
	if (kind == CLAIR_SIMPLE_DIR && clair_css_is(&reader->token, "ltr"))
		simple->detail = 'l';
	else if (kind == CLAIR_SIMPLE_DIR && clair_css_is(&reader->token, "rtl"))
		simple->detail = 'r';
	clair_reader_advance(reader);
	return close_function(reader) && clair_reader_add(reader, simple);
}

/* An argument that is not looked at: something up to the parenthesis. */
static bool
skip_argument(struct clair_selector_reader *reader)
{
	clair_reader_skip_space(reader);
	if (reader->token.type == CLAIR_TOKEN_CLOSE_ROUND || reader->token.type == CLAIR_TOKEN_EOF)
		return clair_reader_fail(reader, "something in the parentheses");
	while (reader->token.type != CLAIR_TOKEN_CLOSE_ROUND && reader->token.type != CLAIR_TOKEN_EOF) {
		reader->lexer.at = reader->token.offset;
		clair_css_skip(&reader->lexer, &reader->token);
		clair_reader_advance(reader);
	}
	return close_function(reader);
}

static bool
read_class_function(struct clair_selector_reader *reader)
{
	struct clair_css_token name = reader->token;

	clair_reader_advance(reader);
	if (clair_css_is(&name, "is"))
		return read_list_function(
		    reader, CLAIR_SIMPLE_IS, (struct clair_list_kind){.forgiving = true});
	if (clair_css_is(&name, "where"))
		return read_list_function(
		    reader, CLAIR_SIMPLE_WHERE, (struct clair_list_kind){.forgiving = true});
	if (clair_css_is(&name, "not"))
		return read_list_function(reader, CLAIR_SIMPLE_NOT, (struct clair_list_kind){0});
	if (clair_css_is(&name, "-webkit-any"))
		return read_list_function(
		    reader, CLAIR_SIMPLE_IS, (struct clair_list_kind){.compound = true});
	if (clair_css_is(&name, "has") && !reader->kind.in_has)
		return read_list_function(reader, CLAIR_SIMPLE_HAS,
		    (struct clair_list_kind){.relative = true, .in_has = true});
	if (clair_css_is(&name, "nth-child"))
		return read_nth_function(reader, 0);
	if (clair_css_is(&name, "nth-last-child"))
		return read_nth_function(reader, CLAIR_NTH_FROM_END);
	if (clair_css_is(&name, "nth-of-type"))
		return read_nth_function(reader, CLAIR_NTH_OF_TYPE);
	if (clair_css_is(&name, "nth-last-of-type"))
		return read_nth_function(reader, CLAIR_NTH_OF_TYPE | CLAIR_NTH_FROM_END);
	if (clair_css_is(&name, "lang"))
		return read_word_function(reader, CLAIR_SIMPLE_LANG);
	if (clair_css_is(&name, "dir"))
		return read_word_function(reader, CLAIR_SIMPLE_DIR);
	if (is_one_of(&name, absent_functions))
		return skip_argument(reader) &&
		    clair_reader_add(reader, clair_reader_simple(reader, CLAIR_SIMPLE_NEVER));
	reader->token = name;
	return clair_reader_fail(reader, "pseudo-class that browsers know");
}

/* --- Pseudo-elements -------------------------------------------------------------------------- */

static bool
set_element(struct clair_selector_reader *reader, enum clair_pseudo_element pseudo, bool followed)
{
	/* A pseudo-element of a pseudo-element is one that nobody asks. */
	reader->now.pseudo =
	    reader->now.pseudo == CLAIR_PSEUDO_NONE ? pseudo : CLAIR_PSEUDO_OTHER;
	reader->now.followed = followed;
	clair_reader_advance(reader);
	return true;
}

static bool
read_element_name(struct clair_selector_reader *reader)
{
	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
		if (clair_css_is(&reader->token, elements[i].name))
			return set_element(reader, elements[i].pseudo, elements[i].followed);
	if (starts_with(&reader->token, "-webkit-"))
		return set_element(reader, CLAIR_PSEUDO_OTHER, true);
	return clair_reader_fail(reader, "pseudo-element that browsers know");
}

static bool
read_element(struct clair_selector_reader *reader)
{
	enum clair_pseudo_element before = reader->now.pseudo;
	bool own = before == CLAIR_PSEUDO_BEFORE || before == CLAIR_PSEUDO_AFTER;
	struct clair_simple *never;

	if (!reader->kind.elements)
		return clair_reader_fail(reader, "selector of an element");
	if (own && !clair_css_is(&reader->token, "marker"))
		return clair_reader_fail(reader, "end of the selector");
	if (reader->token.type == CLAIR_TOKEN_IDENT)
		return read_element_name(reader);
	if (reader->token.type != CLAIR_TOKEN_FUNCTION ||
	    !is_one_of(&reader->token, element_functions))
		return clair_reader_fail(reader, "pseudo-element that browsers know");
	never = clair_reader_simple(reader, CLAIR_SIMPLE_NEVER);
	if (never == NULL)
		return false;
	never->weightless = true;
	return set_element(reader, CLAIR_PSEUDO_OTHER, true) && skip_argument(reader) &&
	    clair_reader_add(reader, never);
}

/* CSS 2 wrote these four with one colon. */
static bool
is_old_element(const struct clair_css_token *token)
{
	return clair_css_is(token, "before") || clair_css_is(token, "after") ||
	    clair_css_is(token, "first-line") || clair_css_is(token, "first-letter");
}

/* --- Pseudo-classes --------------------------------------------------------------------------- */

static bool
add_class(struct clair_selector_reader *reader, size_t entry)
{
	struct clair_simple *simple = clair_reader_simple(reader, classes[entry].kind);

	if (simple == NULL)
		return false;
	simple->detail = classes[entry].detail;
	simple->nth.offset = classes[entry].kind == CLAIR_SIMPLE_NTH;
	return clair_reader_add(reader, simple);
}

/* :only-child is :first-child:last-child. */
static bool
add_only(struct clair_selector_reader *reader, uint8_t flags)
{
	for (uint8_t end = 0; end < 2; end++) {
		struct clair_simple *simple = clair_reader_simple(reader, CLAIR_SIMPLE_NTH);

		if (simple == NULL)
			return false;
		simple->detail = flags | (end != 0 ? CLAIR_NTH_FROM_END : 0);
		simple->nth.offset = 1;
		simple->weightless = end != 0;
		if (!clair_reader_add(reader, simple))
			return false;
	}
	return true;
}

static bool
read_class(struct clair_selector_reader *reader)
{
	struct clair_css_token name = reader->token;

	clair_reader_advance(reader);
	if (reader->options->scope != NULL && clair_css_is(&name, "scope"))
		return clair_reader_scope(reader);
	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
		if (clair_css_is(&name, classes[i].name))
			return add_class(reader, i);
	if (clair_css_is(&name, "only-child"))
		return add_only(reader, 0);
	if (clair_css_is(&name, "only-of-type"))
		return add_only(reader, CLAIR_NTH_OF_TYPE);
	if (is_one_of(&name, absent))
		return clair_reader_add(reader, clair_reader_simple(reader, CLAIR_SIMPLE_NEVER));
	reader->token = name;
	return clair_reader_fail(reader, "pseudo-class that browsers know");
}

bool
clair_reader_pseudo(struct clair_selector_reader *reader)
{
	const struct clair_css_token *token = &reader->token;
	bool after = reader->now.pseudo != CLAIR_PSEUDO_NONE;
	bool own = reader->now.pseudo == CLAIR_PSEUDO_BEFORE ||
	    reader->now.pseudo == CLAIR_PSEUDO_AFTER;

	clair_reader_advance(reader);
	if (after && !reader->now.followed)
		return clair_reader_fail(reader, "end of the selector");
	if (token->type == CLAIR_TOKEN_COLON) {
		clair_reader_advance(reader);
		return read_element(reader);
	}
	if (token->type == CLAIR_TOKEN_IDENT && is_old_element(token))
		return read_element(reader);
	if (own)
		return clair_reader_fail(reader, "end of the selector");
	if (token->type == CLAIR_TOKEN_IDENT)
		return read_class(reader);
	if (token->type == CLAIR_TOKEN_FUNCTION)
		return read_class_function(reader);
	return clair_reader_fail(reader, "name of a pseudo-class");
}
