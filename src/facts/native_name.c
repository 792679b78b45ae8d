/* Names that HTML and SVG give: step 2E (HTML-AAM 4.1), and step 2C, values of controls. */
#include "facts/name.h"
#include "facts/token.h"
#include "facts/visible.h"

/* No field has more labels, save on pages made to harm. */
enum { LABELS_READ = 64 };

/* --- 2E: labels, captions, alternatives ---------------------------------------------------------
 */

static enum clair_name_from
given(bool any, enum clair_name_from from)
{
	return any ? from : CLAIR_NAME_NONE;
}

static bool
add_labels(struct clair_name_job *job, const struct clair_node *node)
{
	size_t count = clair_label_count(job->ctx, node);
	bool any = false;
	size_t i;

	for (i = 0; i < count && i < LABELS_READ; i++) {
		const struct clair_node *label = clair_label(job->ctx, node, i);
		unsigned flags = CLAIR_IN_LABEL;

		if (!clair_exposed(job->ctx, label))
			flags |= CLAIR_HIDDEN_TOO;
		clair_name_add_space(job);
		any = clair_name_add(job, label, flags) || any;
		clair_name_add_space(job);
	}
	return any;
}

bool
clair_name_add_child(
    struct clair_name_job *job, const struct clair_node *node, unsigned tag, unsigned flags)
{
	const struct clair_node *child = clair_first_child(node);

	while (child != NULL && child->tag != tag)
		child = clair_next_sibling(child);
	if (child == NULL)
		return false;
	flags |= CLAIR_IN_LABEL;
	if (!clair_exposed(job->ctx, child))
		flags |= CLAIR_HIDDEN_TOO;
	return clair_name_add(job, child, flags);
}

static enum clair_name_from
add_input(struct clair_name_job *job, const struct clair_node *node)
{
	const char *value = clair_attr(node, CLAIR_ATTR_VALUE);
	const char *words = NULL;

	if (clair_attr_is(node, CLAIR_ATTR_TYPE, "image"))
		return given(
		    clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_ALT)), CLAIR_NAME_ALT);
	/* The words that browsers in French put on a button without a value. */
	if (clair_attr_is(node, CLAIR_ATTR_TYPE, "submit"))
		words = "Envoyer";
	else if (clair_attr_is(node, CLAIR_ATTR_TYPE, "reset"))
		words = "Réinitialiser";
	else if (!clair_attr_is(node, CLAIR_ATTR_TYPE, "button"))
		return CLAIR_NAME_NONE;
	return given(clair_name_add_text(job, value != NULL ? value : words), CLAIR_NAME_VALUE);
}

static bool
is_labelable(const struct clair_node *node)
{
	switch (node->tag) {
	case CLAIR_TAG_BUTTON:
	case CLAIR_TAG_INPUT:
	case CLAIR_TAG_METER:
	case CLAIR_TAG_OUTPUT:
	case CLAIR_TAG_PROGRESS:
	case CLAIR_TAG_SELECT:
	case CLAIR_TAG_TEXTAREA:
		return true;
	default:
		return false;
	}
}

enum clair_name_from
clair_name_add_native(struct clair_name_job *job, const struct clair_node *node, unsigned flags)
{
	const enum clair_name_from native = CLAIR_NAME_NATIVE;

	if ((node->flags & CLAIR_NODE_FOREIGN) != 0)
		return given(clair_name_add_child(job, node, CLAIR_TAG_TITLE, flags), native);
	/* A label does not lead to another label, nor back to its own control. */
	if (is_labelable(node) && (flags & CLAIR_IN_LABEL) == 0 && add_labels(job, node))
		return native;
	switch (node->tag) {
	case CLAIR_TAG_INPUT:
		return add_input(job, node);
	case CLAIR_TAG_IMG:
	case CLAIR_TAG_AREA:
		return given(
		    clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_ALT)), CLAIR_NAME_ALT);
	case CLAIR_TAG_FIELDSET:
		return given(clair_name_add_child(job, node, CLAIR_TAG_LEGEND, flags), native);
	case CLAIR_TAG_FIGURE:
		return given(clair_name_add_child(job, node, CLAIR_TAG_FIGCAPTION, flags), native);
	case CLAIR_TAG_TABLE:
		return given(clair_name_add_child(job, node, CLAIR_TAG_CAPTION, flags), native);
	case CLAIR_TAG_OPTGROUP:
	case CLAIR_TAG_OPTION:
		return given(clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_LABEL)), native);
	default:
		return CLAIR_NAME_NONE;
	}
}

/* --- 2C: the value of a control in a label -------------------------------------------------------
 */

static void
add_all_text(struct clair_name_job *job, const struct clair_node *node)
{
	const struct clair_node *nodes = node - node->index;
	uint32_t i;

	for (i = node->index; i < node->end && job->allowed != 0; i++, job->allowed--)
		if (nodes[i].kind == CLAIR_NODE_TEXT)
			clair_name_add_text(job, nodes[i].text);
}

/* The chosen options; the first one of a drop-down when none is said to be. */
static void
add_selected_options(struct clair_name_job *job, const struct clair_node *select)
{
	const struct clair_node *first = NULL;
	const struct clair_node *node = select;
	bool any = false;

	while ((node = clair_next_inside(select, node)) != NULL && job->allowed != 0) {
		job->allowed--;
		if (node->tag != CLAIR_TAG_OPTION)
			continue;
		if (first == NULL)
			first = node;
		if (!clair_has_attr(node, CLAIR_ATTR_SELECTED))
			continue;
		add_all_text(job, node);
		any = true;
	}
	if (!any && first != NULL && clair_role(job->ctx, select) != CLAIR_ROLE_LISTBOX)
		add_all_text(job, first);
}

static void
add_selected_roles(struct clair_name_job *job, const struct clair_node *list)
{
	const struct clair_node *node = list;

	while ((node = clair_next_inside(list, node)) != NULL && job->allowed != 0) {
		job->allowed--;
		if (clair_attr_is(node, CLAIR_ATTR_ARIA_SELECTED, "true") &&
		    clair_role(job->ctx, node) == CLAIR_ROLE_OPTION)
			add_all_text(job, node);
	}
}

static void
add_text_value(struct clair_name_job *job, const struct clair_node *node)
{
	if (node->tag == CLAIR_TAG_INPUT)
		clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_VALUE));
	else
		add_all_text(job, node);
}

static void
add_range_value(struct clair_name_job *job, const struct clair_node *node)
{
	if (clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_ARIA_VALUETEXT)) ||
	    clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_ARIA_VALUENOW)))
		return;
	clair_name_add_text(job, clair_attr(node, CLAIR_ATTR_VALUE));
}

bool
clair_name_add_value(struct clair_name_job *job, const struct clair_node *node)
{
	switch (clair_role(job->ctx, node)) {
	case CLAIR_ROLE_TEXTBOX:
	case CLAIR_ROLE_SEARCHBOX:
		add_text_value(job, node);
		return true;
	case CLAIR_ROLE_COMBOBOX:
	case CLAIR_ROLE_LISTBOX:
		if (node->tag == CLAIR_TAG_SELECT)
			add_selected_options(job, node);
		else if (clair_role(job->ctx, node) == CLAIR_ROLE_LISTBOX)
			add_selected_roles(job, node);
		else
			add_text_value(job, node);
		return true;
	case CLAIR_ROLE_METER:
	case CLAIR_ROLE_PROGRESSBAR:
	case CLAIR_ROLE_SCROLLBAR:
	case CLAIR_ROLE_SLIDER:
	case CLAIR_ROLE_SPINBUTTON:
		add_range_value(job, node);
		return true;
	default:
		return false;
	}
}
