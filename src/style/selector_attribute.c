/* Attributes of selectors: Selectors 4, section 6. */
#include "style/selector_parts.h"

/* HTML 4.16.2, "Case-sensitivity of selectors", in order. */
static const char *const folded[] = {"accept", "accept-charset", "align", "alink", "axis", "bgcolor",
	"charset", "checked", "clear", "codetype", "color", "compact", "declare", "defer", "dir",
	"direction", "disabled", "enctype", "face", "frame", "hreflang", "http-equiv", "lang",
	"language", "link", "media", "method", "multiple", "nohref", "noresize", "noshade", "nowrap",
	"readonly", "rel", "rev", "rules", "scope", "scrolling", "selected", "shape", "target", "text",
	"type", "valign", "valuetype", "vlink"};

bool
clair_selector_folds(const char *name, size_t length)
{
	size_t low = 0;
	size_t high = sizeof(folded) / sizeof(folded[0]);

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = strncmp(name, folded[middle], length);

		if (order == 0 && folded[middle][length] == '\0')
			return true;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

bool
clair_selector_has_word(const char *text, const char *word, size_t length, bool fold)
{
	if (length == 0)
		return false;
	for (;;) {
		const char *start;

		while (clair_css_is_space(*text))
			text++;
		if (*text == '\0')
			return false;
		for (start = text; *text != '\0' && !clair_css_is_space(*text); text++)
			;
		if ((size_t)(text - start) == length && clair_css_same(start, word, length, fold))
			return true;
	}
}

static bool
contains(const char *text, size_t length, const char *part, size_t wanted, bool fold)
{
	if (!fold)
		return memmem(text, length, part, wanted) != NULL;
	for (size_t i = 0; i + wanted <= length; i++)
		if (clair_css_same(text + i, part, wanted, true))
			return true;
	return false;
}

static bool
value_is(const struct clair_simple *simple, const char *text, bool fold)
{
	size_t wanted = simple->length;
	size_t length = strlen(text);

	if (simple->detail == '~')
		return clair_selector_has_word(text, simple->text, wanted, fold);
	if (length < wanted)
		return false;
	switch (simple->detail) {
	case '=':
		return length == wanted && clair_css_same(text, simple->text, wanted, fold);
	case '|':
		return clair_css_same(text, simple->text, wanted, fold) &&
		    (text[wanted] == '\0' || text[wanted] == '-');
	case '^':
		return wanted != 0 && clair_css_same(text, simple->text, wanted, fold);
	case '$':
		return wanted != 0 &&
		    clair_css_same(text + length - wanted, simple->text, wanted, fold);
	default:
		return wanted != 0 && contains(text, length, simple->text, wanted, fold);
	}
}

/* Names of HTML elements' attributes are compared without case. Those of SVG and MathML have their own
 * case, and those with a prefix stand in a namespace, that only *| reaches. */
static bool
is_named(const struct clair_simple *simple, const struct clair_attribute_value *attribute,
    bool foreign)
{
	const char *name = attribute->name;
	const char *colon = foreign ? strchr(name, ':') : NULL;

	if (!foreign && simple->id != CLAIR_ATTR_OTHER)
		return attribute->id == simple->id;
	if (colon != NULL) {
		if (!simple->any_namespace)
			return false;
		name = colon + 1;
	}
	return strlen(name) == simple->name_length &&
	    clair_css_same(name, simple->name, simple->name_length, !foreign);
}

bool
clair_selector_attribute(const struct clair_simple *simple, const struct clair_node *node)
{
	bool foreign = (node->flags & CLAIR_NODE_FOREIGN) != 0;
	bool fold = simple->fold || (simple->folds_html && !foreign);

	for (size_t i = 0; i < node->attribute_count; i++) {
		const struct clair_attribute_value *attribute = &node->attributes[i];

		if (is_named(simple, attribute, foreign) &&
		    (simple->detail == '\0' || value_is(simple, attribute->value, fold)))
			return true;
	}
	return false;
}
