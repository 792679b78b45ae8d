/* Constraint validation when the page is loaded: HTML 4.10.20. A `pattern` is not looked at. */
#include "style/selector_form.h"

/* --- Numbers and dates ------------------------------------------------------------------------ */

/* HTML 2.3.4.3 is a CSS number without + before. */
static bool
read_number(const char *value, double *number)
{
	struct clair_css_lexer lexer = {.source = value, .end = (uint32_t)strlen(value)};
	struct clair_css_token token;

	clair_css_next(&lexer, &token);
	*number = token.number;
	return token.type == CLAIR_TOKEN_NUMBER && token.length == lexer.end && value[0] != '+' &&
	    *number > -1e300 && *number < 1e300;
}

/* Dates of one form are ordered as their digits are. */
static bool
read_date(const char *pattern, const char *value, double *number)
{
	bool timed = strchr(pattern, ':') != NULL;

	*number = 0;
	for (; *pattern != '\0'; pattern++, value++) {
		if (*pattern == '9' ? *value < '0' || *value > '9' : *value != *pattern)
			return false;
		if (*pattern == '9')
			*number = *number * 10 + (*value - '0');
	}
	if (timed && value[0] == ':' && value[1] >= '0' && value[1] <= '5' && value[2] >= '0' &&
	    value[2] <= '9') {
		*number += ((value[1] - '0') * 10 + (value[2] - '0')) / 100.0;
		value += 3;
	}
	return *value == '\0';
}

bool
clair_input_number(const struct clair_input_type *type, const char *value, double *number)
{
	if (value == NULL)
		return false;
	return type->pattern != NULL ? read_date(type->pattern, value, number)
	                             : read_number(value, number);
}

/* --- Ranges ----------------------------------------------------------------------------------- */

struct range {
	double min, max;
	bool has_min, has_max;
};

static struct range
range_of(const struct clair_node *input, const struct clair_input_type *type)
{
	struct range range = {.min = 0, .max = 100};
	double number;

	if (clair_input_number(type, clair_attr(input, CLAIR_ATTR_MIN), &number)) {
		range.min = number;
		range.has_min = true;
	}
	if (clair_input_number(type, clair_attr(input, CLAIR_ATTR_MAX), &number)) {
		range.max = number;
		range.has_max = true;
	}
	return range;
}

/* A time may go past midnight: from 22:00 to 06:00. */
static bool
is_out_of(const struct range *range, const struct clair_input_type *type, double number)
{
	bool under = range->has_min && number < range->min;
	bool over = range->has_max && number > range->max;

	if (clair_is_keyword("time", type->name) && range->has_min && range->has_max &&
	    range->max < range->min)
		return under && over;
	return under || over;
}

/* The value of a slider is brought back between its bounds. */
static bool
is_slider(const struct clair_input_type *type)
{
	return (type->flags & (CLAIR_INPUT_RANGE | CLAIR_INPUT_WRITTEN)) == CLAIR_INPUT_RANGE;
}

static bool
leaves_range(const struct clair_node *input, const struct clair_input_type *type)
{
	struct range range = range_of(input, type);
	double number;

	return (type->flags & CLAIR_INPUT_RANGE) != 0 && !is_slider(type) &&
	    clair_input_number(type, clair_attr(input, CLAIR_ATTR_VALUE), &number) &&
	    is_out_of(&range, type, number);
}

/* HTML 4.10.20.1: not barred from validation. */
static bool
is_candidate(struct clair_match *match, const struct clair_node *node)
{
	bool is_input = clair_is_element(node, CLAIR_TAG_INPUT);
	unsigned flags = is_input ? clair_input_type(node)->flags : CLAIR_INPUT_WRITTEN;

	if (clair_is_element(node, CLAIR_TAG_BUTTON)) {
		if (!clair_is_submit(node))
			return false;
		flags = 0;
	} else if (clair_is_element(node, CLAIR_TAG_SELECT)) {
		flags = 0;
	} else if (!is_input && !clair_is_element(node, CLAIR_TAG_TEXTAREA)) {
		return false;
	}
	if ((flags & CLAIR_INPUT_BARRED) != 0 || clair_is_disabled(match, node) ||
	    clair_closest(node, CLAIR_TAG_DATALIST) != NULL)
		return false;
	return (flags & CLAIR_INPUT_WRITTEN) == 0 || !clair_has_attr(node, CLAIR_ATTR_READONLY);
}

bool
clair_is_in_range(struct clair_match *match, const struct clair_node *input, bool wanted)
{
	const struct clair_input_type *type;
	struct range range;
	double number;

	if (!clair_is_element(input, CLAIR_TAG_INPUT) || !is_candidate(match, input))
		return false;
	type = clair_input_type(input);
	if ((type->flags & CLAIR_INPUT_RANGE) == 0)
		return false;
	if (leaves_range(input, type))
		return !wanted;
	range = range_of(input, type);
	/* Browsers say that an empty field is in range even when it has no bound. */
	return wanted && (range.has_min || range.has_max || is_slider(type) ||
	    !clair_input_number(type, clair_attr(input, CLAIR_ATTR_VALUE), &number));
}

/* --- Addresses -------------------------------------------------------------------------------- */

static bool
is_letter(char byte)
{
	byte = clair_css_lower(byte);
	return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/* One label of a domain: up to 63 letters and hyphens, no hyphen at an end. What is not ASCII will be
 * encoded. */
static size_t
label_length(const char *text, size_t length)
{
	size_t i = 0;

	while (i < length && (is_letter(text[i]) || text[i] == '-' || (unsigned char)text[i] >= 0x80))
		i++;
	return i != 0 && i <= 63 && text[0] != '-' && text[i - 1] != '-' ? i : 0;
}

/* HTML 4.10.5.1.5, "A valid email address". */
static bool
is_email(const char *text, size_t length)
{
	size_t at = 0;

	while (at < length &&
	    (is_letter(text[at]) ||
		(text[at] != '\0' && strchr(".!#$%&'*+/=?^_`{|}~-", text[at]) != NULL)))
		at++;
	if (at == 0 || at == length || text[at] != '@')
		return false;
	do {
		size_t label;

		at++;
		label = label_length(text + at, length - at);
		if (label == 0)
			return false;
		at += label;
	} while (at < length && text[at] == '.');
	return at == length;
}

/* Without the white space around. */
static const char *
trim(const char *text, size_t *length)
{
	while (*length != 0 && clair_css_is_space(*text)) {
		text++;
		(*length)--;
	}
	while (*length != 0 && clair_css_is_space(text[*length - 1]))
		(*length)--;
	return text;
}

static bool
are_emails(const char *value, bool multiple)
{
	for (;;) {
		size_t length = multiple ? strcspn(value, ",") : strlen(value);
		const char *next = value + length;
		const char *one = trim(value, &length);

		if (!is_email(one, length))
			return false;
		if (*next == '\0')
			return true;
		value = next + 1;
	}
}

/* An absolute address: a scheme, and a host after those that need one. */
static bool
is_address(const char *text, size_t length)
{
	static const char *const with_host[] = {"http", "https", "ws", "wss", "ftp"};
	size_t scheme = 0;

	while (scheme < length && (is_letter(text[scheme]) || strchr("+-.", text[scheme]) != NULL))
		scheme++;
	if (scheme == 0 || scheme == length || text[scheme] != ':' ||
	    (text[0] >= '0' && text[0] <= '9'))
		return false;
	for (size_t i = 0; i < sizeof(with_host) / sizeof(with_host[0]); i++) {
		size_t host = scheme + 1;

		if (strlen(with_host[i]) != scheme ||
		    !clair_css_same(text, with_host[i], scheme, true))
			continue;
		while (host < length && (text[host] == '/' || text[host] == '\\'))
			host++;
		return host < length && strchr("?#:", text[host]) == NULL;
	}
	return true;
}

static bool
is_of_type(const struct clair_node *input, const struct clair_input_type *type, const char *value)
{
	size_t length = strlen(value);
	const char *text = trim(value, &length);

	if (length == 0)
		return true;
	if (clair_is_keyword("email", type->name))
		return are_emails(value, clair_has_attr(input, CLAIR_ATTR_MULTIPLE));
	return !clair_is_keyword("url", type->name) || is_address(text, length);
}

/* --- Valid ------------------------------------------------------------------------------------ */

/* HTML 4.10.7: the first option, right in the list, without a value, says what to choose. */
static bool
is_missing_choice(struct clair_match *match, const struct clair_node *select)
{
	uint32_t chosen = clair_chosen_option(match, select);
	const struct clair_node *option;
	const char *value;

	if (!clair_has_attr(select, CLAIR_ATTR_REQUIRED))
		return false;
	if (chosen == CLAIR_NO_NODE)
		return true;
	option = &match->page->nodes[chosen];
	value = clair_attr(option, CLAIR_ATTR_VALUE);
	if (!clair_is_drop_down(select) || option->parent != select->index ||
	    (value != NULL ? *value != '\0' : !clair_selector_pseudo(match, CLAIR_IS_EMPTY, option)))
		return false;
	for (uint32_t i = select->index + 1; i < chosen; i++)
		if (clair_is_element(&match->page->nodes[i], CLAIR_TAG_OPTION))
			return false;
	return true;
}

static bool
is_missing(struct clair_match *match, const struct clair_node *node,
    const struct clair_input_type *type)
{
	bool required = clair_has_attr(node, CLAIR_ATTR_REQUIRED);
	const char *value = clair_attr(node, CLAIR_ATTR_VALUE);
	const struct clair_radio_group *group;
	double number;

	if (clair_is_keyword("radio", type->name)) {
		group = clair_radio_group(match, node);
		return group != NULL ? group->required && group->checked == CLAIR_NO_NODE
		                     : required && !clair_has_attr(node, CLAIR_ATTR_CHECKED);
	}
	if (!required || (type->flags & CLAIR_INPUT_REQUIRED) == 0)
		return false;
	if ((type->flags & CLAIR_INPUT_CHECKED) != 0)
		return !clair_has_attr(node, CLAIR_ATTR_CHECKED);
	return value == NULL || *value == '\0' || clair_is_keyword("file", type->name) ||
	    ((type->flags & CLAIR_INPUT_RANGE) != 0 && !clair_input_number(type, value, &number));
}

static bool
is_wrong(struct clair_match *match, const struct clair_node *node)
{
	const char *value = clair_attr(node, CLAIR_ATTR_VALUE);
	const struct clair_input_type *type;

	switch (node->tag) {
	case CLAIR_TAG_SELECT:
		return is_missing_choice(match, node);
	case CLAIR_TAG_TEXTAREA:
		return clair_has_attr(node, CLAIR_ATTR_REQUIRED) &&
		    clair_selector_pseudo(match, CLAIR_IS_EMPTY, node);
	case CLAIR_TAG_INPUT:
		type = clair_input_type(node);
		return is_missing(match, node, type) || leaves_range(node, type) ||
		    (value != NULL && !is_of_type(node, type, value));
	default:
		return false;
	}
}

/* Forms by ownership, fieldsets by descent. */
static void
find_invalid(struct clair_match *match, struct clair_form_facts *facts)
{
	const struct clair_page *page = match->page;
	uint64_t *bits = clair_selector_room(match, page->node_count / 64 + 1, sizeof(*bits));

	facts->invalid = bits;
	for (uint32_t i = 0; bits != NULL && i < page->node_count; i++) {
		const struct clair_node *node = &page->nodes[i];
		uint32_t form;

		if (node->kind != CLAIR_NODE_ELEMENT || !clair_selector_spend(match, 1) ||
		    !is_candidate(match, node) || !is_wrong(match, node))
			continue;
		form = clair_form_owner(match, facts, node);
		if (form != CLAIR_NO_NODE)
			clair_set_bit(bits, form);
		while ((node = clair_node_parent(node)) != NULL && clair_selector_spend(match, 1))
			if (clair_is_element(node, CLAIR_TAG_FIELDSET))
				clair_set_bit(bits, node->index);
	}
}

bool
clair_is_valid(struct clair_match *match, const struct clair_node *node, bool wanted)
{
	struct clair_form_facts *facts;

	if (!clair_is_element(node, CLAIR_TAG_FORM) && !clair_is_element(node, CLAIR_TAG_FIELDSET))
		return is_candidate(match, node) && is_wrong(match, node) != wanted;
	facts = clair_form_facts(match);
	if (facts != NULL && facts->invalid == NULL)
		find_invalid(match, facts);
	if (facts == NULL || facts->invalid == NULL)
		return false;
	return clair_has_bit(facts->invalid, node->index) != wanted;
}
