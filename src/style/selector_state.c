/* What a page says of its links and controls when it is loaded: HTML 4.16.3, "Pseudo-classes". */
#include "style/selector_form.h"

enum {
	TEXT = CLAIR_INPUT_WRITTEN | CLAIR_INPUT_REQUIRED,
	LINE = TEXT | CLAIR_INPUT_PLACEHOLDER,
	DATE = TEXT | CLAIR_INPUT_RANGE,
	CHECK = CLAIR_INPUT_REQUIRED | CLAIR_INPUT_CHECKED,
};

static const struct clair_input_type input_types[] = {
	{"text", LINE, NULL},
	{"button", CLAIR_INPUT_BARRED, NULL},
	{"checkbox", CHECK, NULL},
	{"color", 0, NULL},
	{"date", DATE, "9999-99-99"},
	{"datetime-local", DATE, "9999-99-99T99:99"},
	{"email", LINE, NULL},
	{"file", CLAIR_INPUT_REQUIRED, NULL},
	{"hidden", CLAIR_INPUT_BARRED, NULL},
	{"image", CLAIR_INPUT_SUBMIT | CLAIR_INPUT_BARRED, NULL},
	{"month", DATE, "9999-99"},
	{"number", LINE | CLAIR_INPUT_RANGE, NULL},
	{"password", LINE, NULL},
	{"radio", CHECK, NULL},
	{"range", CLAIR_INPUT_RANGE, NULL},
	{"reset", CLAIR_INPUT_BARRED, NULL},
	{"search", LINE, NULL},
	{"submit", CLAIR_INPUT_SUBMIT, NULL},
	{"tel", LINE, NULL},
	{"time", DATE, "99:99"},
	{"url", LINE, NULL},
	{"week", DATE, "9999-W99"},
};

bool
clair_is_keyword(const char *value, const char *keyword)
{
	size_t length = strlen(keyword);

	return value != NULL && strlen(value) == length && clair_css_same(value, keyword, length, true);
}

const struct clair_input_type *
clair_input_type(const struct clair_node *input)
{
	const char *type = clair_attr(input, CLAIR_ATTR_TYPE);

	for (size_t i = 1; type != NULL && i < sizeof(input_types) / sizeof(input_types[0]); i++)
		if (clair_is_keyword(type, input_types[i].name))
			return &input_types[i];
	return &input_types[0];
}

bool
clair_is_submit(const struct clair_node *node)
{
	const char *type = clair_attr(node, CLAIR_ATTR_TYPE);

	if (clair_is_element(node, CLAIR_TAG_INPUT))
		return (clair_input_type(node)->flags & CLAIR_INPUT_SUBMIT) != 0;
	return clair_is_element(node, CLAIR_TAG_BUTTON) && !clair_is_keyword(type, "button") &&
	    !clair_is_keyword(type, "reset");
}

/* --- Disabled --------------------------------------------------------------------------------- */

/* The first legend of a disabled fieldset is spared. */
static bool
is_first_legend(struct clair_match *match, const struct clair_node *child)
{
	const struct clair_node *before = child;

	if (!clair_is_element(child, CLAIR_TAG_LEGEND))
		return false;
	while ((before = clair_selector_previous(match, before)) != NULL)
		if (clair_is_element(before, CLAIR_TAG_LEGEND) || !clair_selector_spend(match, 1))
			return false;
	return true;
}

static bool
is_in_disabled_fieldset(struct clair_match *match, const struct clair_node *node)
{
	const struct clair_node *above;

	for (; (above = clair_node_parent(node)) != NULL; node = above)
		if (!clair_selector_spend(match, 1) ||
		    (clair_is_element(above, CLAIR_TAG_FIELDSET) &&
			clair_has_attr(above, CLAIR_ATTR_DISABLED) && !is_first_legend(match, node)))
			return true;
	return false;
}

static bool
can_be_disabled(const struct clair_node *node)
{
	if ((node->flags & CLAIR_NODE_FOREIGN) != 0)
		return false;
	switch (node->tag) {
	case CLAIR_TAG_BUTTON:
	case CLAIR_TAG_INPUT:
	case CLAIR_TAG_SELECT:
	case CLAIR_TAG_TEXTAREA:
	case CLAIR_TAG_FIELDSET:
	case CLAIR_TAG_OPTGROUP:
	case CLAIR_TAG_OPTION:
		return true;
	default:
		return false;
	}
}

/* Options go with their group and, in browsers, with their list. */
bool
clair_is_disabled(struct clair_match *match, const struct clair_node *node)
{
	const struct clair_node *parent = clair_node_parent(node);
	const struct clair_node *select;

	if (!can_be_disabled(node))
		return false;
	if (clair_has_attr(node, CLAIR_ATTR_DISABLED))
		return true;
	if (node->tag != CLAIR_TAG_OPTION && node->tag != CLAIR_TAG_OPTGROUP)
		return is_in_disabled_fieldset(match, node);
	if (parent != NULL && clair_is_element(parent, CLAIR_TAG_OPTGROUP) &&
	    clair_has_attr(parent, CLAIR_ATTR_DISABLED))
		return true;
	select = clair_closest(node, CLAIR_TAG_SELECT);
	return select != NULL && (clair_has_attr(select, CLAIR_ATTR_DISABLED) ||
	    is_in_disabled_fieldset(match, select));
}

/* --- Written, required, shown ----------------------------------------------------------------- */

static bool
is_required(const struct clair_node *node)
{
	if (!clair_has_attr(node, CLAIR_ATTR_REQUIRED))
		return false;
	if (clair_is_element(node, CLAIR_TAG_INPUT))
		return (clair_input_type(node)->flags & CLAIR_INPUT_REQUIRED) != 0;
	return clair_is_element(node, CLAIR_TAG_SELECT) || clair_is_element(node, CLAIR_TAG_TEXTAREA);
}

static bool
is_optional(const struct clair_node *node)
{
	return (clair_is_element(node, CLAIR_TAG_INPUT) || clair_is_element(node, CLAIR_TAG_BUTTON) ||
		   clair_is_element(node, CLAIR_TAG_SELECT) ||
		   clair_is_element(node, CLAIR_TAG_TEXTAREA)) &&
	    !is_required(node);
}

static bool
is_editable(struct clair_match *match, const struct clair_node *node)
{
	for (; node != NULL && clair_selector_spend(match, 1); node = clair_node_parent(node)) {
		const char *value = clair_attr(node, CLAIR_ATTR_CONTENTEDITABLE);

		if (clair_is_keyword(value, "") || clair_is_keyword(value, "true") ||
		    clair_is_keyword(value, "plaintext-only"))
			return true;
		if (clair_is_keyword(value, "false"))
			return false;
	}
	return false;
}

static bool
is_writable(struct clair_match *match, const struct clair_node *node)
{
	bool is_input = clair_is_element(node, CLAIR_TAG_INPUT);

	if (!is_input && !clair_is_element(node, CLAIR_TAG_TEXTAREA))
		return is_editable(match, node);
	if (is_input && (clair_input_type(node)->flags & CLAIR_INPUT_WRITTEN) == 0)
		return false;
	return !clair_has_attr(node, CLAIR_ATTR_READONLY) && !clair_is_disabled(match, node);
}

static bool
shows_placeholder(const struct clair_node *node)
{
	const struct clair_node *text = clair_node_first(node);
	const char *value = clair_attr(node, CLAIR_ATTR_VALUE);
	const struct clair_input_type *type;
	double number;

	if (!clair_has_attr(node, CLAIR_ATTR_PLACEHOLDER))
		return false;
	if (clair_is_element(node, CLAIR_TAG_TEXTAREA))
		return text == NULL || text->kind != CLAIR_NODE_TEXT || text->text_length == 0;
	if (!clair_is_element(node, CLAIR_TAG_INPUT))
		return false;
	type = clair_input_type(node);
	if ((type->flags & CLAIR_INPUT_PLACEHOLDER) == 0)
		return false;
	return value == NULL || *value == '\0' ||
	    ((type->flags & CLAIR_INPUT_RANGE) != 0 && !clair_input_number(type, value, &number));
}

/* --- Links and the rest ----------------------------------------------------------------------- */

static bool
is_link(const struct clair_node *node)
{
	if (node->tag != CLAIR_TAG_A && node->tag != CLAIR_TAG_AREA)
		return false;
	if (clair_has_attr(node, CLAIR_ATTR_HREF))
		return true;
	return (node->flags & CLAIR_NODE_FOREIGN) != 0 &&
	    clair_has_attr(node, CLAIR_ATTR_XLINK_HREF);
}

static bool
is_empty(struct clair_match *match, const struct clair_node *node)
{
	const struct clair_node *child = clair_node_first(node);

	for (; child != NULL && clair_selector_spend(match, 1); child = clair_node_next(child))
		if (child->kind == CLAIR_NODE_ELEMENT ||
		    (child->kind == CLAIR_NODE_TEXT && child->text_length != 0))
			return false;
	return !match->exhausted;
}

/* HTML 4.13: without scripts a custom element stays undefined. The listed names are those of SVG and
 * MathML, that a custom element cannot take. */
static bool
is_defined(const struct clair_node *node)
{
	static const char *const taken[] = {"annotation-xml", "color-profile", "font-face",
		"font-face-src", "font-face-uri", "font-face-format", "font-face-name",
		"missing-glyph"};

	if ((node->flags & CLAIR_NODE_FOREIGN) != 0)
		return true;
	if (clair_has_attr(node, CLAIR_ATTR_IS))
		return false;
	if (node->tag != CLAIR_TAG_OTHER || strchr(node->name, '-') == NULL)
		return true;
	for (size_t i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
		if (strcmp(node->name, taken[i]) == 0)
			return true;
	return node->name[0] < 'a' || node->name[0] > 'z';
}

static bool
is_open(const struct clair_node *node)
{
	return (clair_is_element(node, CLAIR_TAG_DETAILS) ||
		   clair_is_element(node, CLAIR_TAG_DIALOG)) &&
	    clair_has_attr(node, CLAIR_ATTR_OPEN);
}

/* --- Checked ---------------------------------------------------------------------------------- */

static bool
is_radio(const struct clair_node *node)
{
	return clair_is_element(node, CLAIR_TAG_INPUT) &&
	    clair_is_keyword(clair_attr(node, CLAIR_ATTR_TYPE), "radio");
}

static bool
has_checked(const struct clair_node *node)
{
	return clair_is_element(node, CLAIR_TAG_INPUT) && clair_has_attr(node, CLAIR_ATTR_CHECKED) &&
	    (clair_input_type(node)->flags & CLAIR_INPUT_CHECKED) != 0;
}

static bool
is_checked(struct clair_match *match, const struct clair_node *node)
{
	const struct clair_radio_group *group;

	if (clair_is_element(node, CLAIR_TAG_OPTION))
		return clair_is_chosen(match, node);
	if (!has_checked(node))
		return false;
	group = is_radio(node) ? clair_radio_group(match, node) : NULL;
	return group == NULL || group->checked == node->index;
}

static bool
is_indeterminate(struct clair_match *match, const struct clair_node *node)
{
	const struct clair_radio_group *group;

	if (clair_is_element(node, CLAIR_TAG_PROGRESS))
		return !clair_has_attr(node, CLAIR_ATTR_VALUE);
	if (!is_radio(node) || clair_has_attr(node, CLAIR_ATTR_CHECKED))
		return false;
	group = clair_radio_group(match, node);
	return group == NULL || group->checked == CLAIR_NO_NODE;
}

static bool
is_default(struct clair_match *match, const struct clair_node *node)
{
	struct clair_form_facts *facts;
	uint32_t form;

	if (clair_is_element(node, CLAIR_TAG_OPTION))
		return clair_has_attr(node, CLAIR_ATTR_SELECTED);
	if (!clair_is_submit(node))
		return has_checked(node);
	facts = clair_form_facts(match);
	if (facts == NULL)
		return false;
	form = clair_form_owner(match, facts, node);
	return form != CLAIR_NO_NODE && facts->submits[form] == node->index;
}

bool
clair_selector_pseudo(
    struct clair_match *match, enum clair_pseudo_class pseudo, const struct clair_node *node)
{
	switch (pseudo) {
	case CLAIR_IS_ROOT:
		return node->parent == CLAIR_NO_NODE;
	case CLAIR_IS_ANY:
		return true;
	case CLAIR_IS_SCOPE:
		return match->scope != NULL ? node == match->scope : node->parent == CLAIR_NO_NODE;
	case CLAIR_IS_EMPTY:
		return is_empty(match, node);
	case CLAIR_IS_DEFINED:
		return is_defined(node);
	case CLAIR_IS_LINK:
		return is_link(node);
	case CLAIR_IS_OPEN:
		return is_open(node);
	case CLAIR_IS_CHECKED:
		return is_checked(match, node);
	case CLAIR_IS_INDETERMINATE:
		return is_indeterminate(match, node);
	case CLAIR_IS_DEFAULT:
		return is_default(match, node);
	case CLAIR_IS_ENABLED:
		return can_be_disabled(node) && !clair_is_disabled(match, node);
	case CLAIR_IS_DISABLED:
		return clair_is_disabled(match, node);
	case CLAIR_IS_REQUIRED:
		return is_required(node);
	case CLAIR_IS_OPTIONAL:
		return is_optional(node);
	case CLAIR_IS_READ_WRITE:
		return is_writable(match, node);
	case CLAIR_IS_READ_ONLY:
		return (node->flags & CLAIR_NODE_FOREIGN) == 0 && !is_writable(match, node);
	case CLAIR_IS_PLACEHOLDER_SHOWN:
		return shows_placeholder(node);
	case CLAIR_IS_IN_RANGE:
	case CLAIR_IS_OUT_OF_RANGE:
		return clair_is_in_range(match, node, pseudo == CLAIR_IS_IN_RANGE);
	case CLAIR_IS_VALID:
	case CLAIR_IS_INVALID:
		return clair_is_valid(match, node, pseudo == CLAIR_IS_VALID);
	}
	return false;
}
