/* The names that the elements a selector matches have: what the rules of a sheet are found by. */
#include "style/selector_parts.h"

/* One that all of them have, of the rightmost compound itself; 0 when there is none. */
static uint32_t
own_name(const struct clair_css_selector *selector)
{
	if (selector->key != CLAIR_KEY_ANY)
		return selector->key_hash;
	for (const struct clair_simple *simple = selector->rightmost->simples; simple != NULL;
	     simple = simple->next) {
		if (simple->kind == CLAIR_SIMPLE_ATTRIBUTE && !simple->any_namespace)
			return clair_selector_hash(
			    CLAIR_KEY_ATTRIBUTE, simple->name, simple->name_length, true);
		if (simple->kind == CLAIR_SIMPLE_PSEUDO && simple->detail == CLAIR_IS_ROOT)
			return clair_selector_hash(CLAIR_KEY_TAG, "html", strlen("html"), true);
	}
	return 0;
}

/* Those of the alternatives of :is() or :where(). 0 when one has none, or they are too many. */
static size_t
names_of_list(const struct clair_css_selector_list *list, uint32_t names[CLAIR_SELECTOR_NAMES])
{
	size_t count = 0;

	for (uint32_t i = 0; i < list->count; i++) {
		uint32_t name;

		if (list->list[i].never)
			continue;
		name = own_name(&list->list[i]);
		if (name == 0 || count == CLAIR_SELECTOR_NAMES)
			return 0;
		names[count++] = name;
	}
	return count;
}

size_t
clair_selector_names(
    const struct clair_css_selector *selector, uint32_t names[CLAIR_SELECTOR_NAMES])
{
	size_t count;

	names[0] = own_name(selector);
	if (names[0] != 0)
		return 1;
	for (const struct clair_simple *simple = selector->rightmost->simples; simple != NULL;
	     simple = simple->next) {
		if (simple->kind != CLAIR_SIMPLE_IS && simple->kind != CLAIR_SIMPLE_WHERE)
			continue;
		count = names_of_list(simple->list, names);
		if (count != 0)
			return count;
	}
	return 0;
}
