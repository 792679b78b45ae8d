/* Forms, groups of radio buttons and selected options: HTML 4.10. Computed once for the page. */
#include "style/selector_form.h"

/* --- Owners ----------------------------------------------------------------------------------- */

uint32_t
clair_form_owner(struct clair_match *match, struct clair_form_facts *facts,
    const struct clair_node *control)
{
	const char *id = clair_attr(control, CLAIR_ATTR_FORM);
	const struct clair_node *form;

	if (id != NULL) {
		form = clair_map_get(&facts->forms, id, strlen(id));
		return form != NULL ? form->index : CLAIR_NO_NODE;
	}
	for (form = control; form != NULL && clair_selector_spend(match, 1);
	     form = clair_node_parent(form))
		if (clair_is_element(form, CLAIR_TAG_FORM))
			return form->index;
	return CLAIR_NO_NODE;
}

static struct clair_radio_group *
group_of(struct clair_match *match, struct clair_form_facts *facts, const struct clair_node *radio)
{
	const char *name = clair_attr(radio, CLAIR_ATTR_NAME);
	const char *key;
	void **place;

	if (name == NULL || *name == '\0')
		return NULL;
	key = clair_asprintf(
	    match->arena, "%u %s", (unsigned)clair_form_owner(match, facts, radio), name);
	place = clair_map_at(&facts->groups, key, strlen(key));
	if (place != NULL && *place == NULL) {
		*place = clair_alloc(match->arena, sizeof(struct clair_radio_group));
		if (*place != NULL)
			((struct clair_radio_group *)*place)->checked = CLAIR_NO_NODE;
	}
	return place != NULL ? *place : NULL;
}

/* --- One pass over the page ------------------------------------------------------------------- */

static void
note_radio(struct clair_match *match, struct clair_form_facts *facts, const struct clair_node *input)
{
	struct clair_radio_group *group;

	if (!clair_is_keyword(clair_attr(input, CLAIR_ATTR_TYPE), "radio"))
		return;
	group = group_of(match, facts, input);
	if (group == NULL)
		return;
	if (clair_has_attr(input, CLAIR_ATTR_CHECKED))
		group->checked = input->index;
	group->required = group->required || clair_has_attr(input, CLAIR_ATTR_REQUIRED);
}

static void
note_control(
    struct clair_match *match, struct clair_form_facts *facts, const struct clair_node *node)
{
	uint32_t form;

	if (clair_is_element(node, CLAIR_TAG_INPUT))
		note_radio(match, facts, node);
	if (!clair_is_submit(node))
		return;
	form = clair_form_owner(match, facts, node);
	if (form != CLAIR_NO_NODE && facts->submits[form] == 0)
		facts->submits[form] = node->index;
}

static void
note_form(struct clair_form_facts *facts, struct clair_node *form)
{
	const char *id = clair_attr(form, CLAIR_ATTR_ID);
	void **place = id != NULL ? clair_map_at(&facts->forms, id, strlen(id)) : NULL;

	if (place != NULL && *place == NULL)
		*place = form;
}

struct clair_form_facts *
clair_form_facts(struct clair_match *match)
{
	struct clair_selector_caches *caches = clair_selector_caches(match);
	const struct clair_page *page = match->page;
	struct clair_form_facts *facts;

	if (caches == NULL || caches->forms != NULL)
		return caches != NULL ? caches->forms : NULL;
	facts = clair_selector_room(match, 1, sizeof(*facts));
	if (facts == NULL)
		return NULL;
	facts->submits = clair_selector_room(match, page->node_count, sizeof(*facts->submits));
	if (facts->submits == NULL || !clair_selector_spend(match, page->node_count))
		return NULL;
	clair_map_init(&facts->forms, match->arena);
	clair_map_init(&facts->groups, match->arena);
	for (uint32_t i = 0; i < page->tag_count[CLAIR_TAG_FORM]; i++)
		note_form(facts, &page->nodes[page->by_tag[CLAIR_TAG_FORM][i]]);
	for (uint32_t i = 0; i < page->node_count && !match->exhausted; i++)
		note_control(match, facts, &page->nodes[i]);
	caches->forms = facts;
	return facts;
}

struct clair_radio_group *
clair_radio_group(struct clair_match *match, const struct clair_node *radio)
{
	struct clair_form_facts *facts = clair_form_facts(match);

	return facts != NULL ? group_of(match, facts, radio) : NULL;
}

/* --- Options ---------------------------------------------------------------------------------- */

/* HTML 4.10.7: its display size is 1. */
bool
clair_is_drop_down(const struct clair_node *select)
{
	const char *size = clair_attr(select, CLAIR_ATTR_SIZE);

	if (clair_has_attr(select, CLAIR_ATTR_MULTIPLE))
		return false;
	while (size != NULL && clair_css_is_space(*size))
		size++;
	if (size == NULL || *size < '0' || *size > '9')
		return true;
	while (*size == '0')
		size++;
	return *size < '1' || *size > '9' || (size[0] == '1' && (size[1] < '0' || size[1] > '9'));
}

static bool
is_barred(const struct clair_node *option)
{
	const struct clair_node *parent = clair_node_parent(option);

	return clair_has_attr(option, CLAIR_ATTR_DISABLED) ||
	    (parent != NULL && clair_is_element(parent, CLAIR_TAG_OPTGROUP) &&
		clair_has_attr(parent, CLAIR_ATTR_DISABLED));
}

/* The last one with `selected`; without any, the first one that can be chosen. */
static uint32_t
find_chosen(struct clair_match *match, const struct clair_node *select)
{
	uint32_t first = CLAIR_NO_NODE;
	uint32_t chosen = CLAIR_NO_NODE;

	for (uint32_t i = select->index + 1; i < select->end && clair_selector_spend(match, 1); i++) {
		const struct clair_node *option = &match->page->nodes[i];

		if (!clair_is_element(option, CLAIR_TAG_OPTION))
			continue;
		if (clair_has_attr(option, CLAIR_ATTR_SELECTED))
			chosen = i;
		if (first == CLAIR_NO_NODE && !is_barred(option))
			first = i;
	}
	return chosen != CLAIR_NO_NODE || !clair_is_drop_down(select) ? chosen : first;
}

/* Options of one list are asked in a row: the answer of the last list is kept. */
uint32_t
clair_chosen_option(struct clair_match *match, const struct clair_node *select)
{
	struct clair_selector_caches *caches = clair_selector_caches(match);

	if (caches == NULL)
		return CLAIR_NO_NODE;
	if (caches->select != select) {
		caches->chosen = find_chosen(match, select);
		caches->select = select;
	}
	return caches->chosen;
}

bool
clair_is_chosen(struct clair_match *match, const struct clair_node *option)
{
	const struct clair_node *select = clair_closest(option, CLAIR_TAG_SELECT);

	if (select == NULL || clair_has_attr(select, CLAIR_ATTR_MULTIPLE))
		return clair_has_attr(option, CLAIR_ATTR_SELECTED);
	return clair_chosen_option(match, select) == option->index;
}
