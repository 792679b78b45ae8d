/* The forms of a page before and now: in their order on the page, then field by field, by their labels. */
#include "compare/compare.h"

#include <string.h>

/* One form before and now. */
struct pair {
	struct clair_compare *compare;
	const struct clair_compared_page *old_page, *new_page;
	const struct clair_compared_form *before, *now;
	bool *found_before, *found_now;
};

static void
add(const struct pair *pair, enum clair_change_kind kind, const char *before, const char *after)
{
	clair_change_add(pair->compare,
	    (struct clair_change){kind, pair->old_page, pair->new_page, before, after});
}

static const struct clair_compared_field *
take(struct pair *pair, const struct clair_compared_field *field, uint32_t *place)
{
	for (uint32_t i = 0; i < pair->now->field_count; i++) {
		if (pair->found_now[i] || strcmp(pair->now->fields[i].label, field->label) != 0)
			continue;
		pair->found_now[i] = true;
		*place = i;
		return &pair->now->fields[i];
	}
	return NULL;
}

/* Fields with the same label; says whether they kept their order. */
static bool
compare_known(struct pair *pair)
{
	uint32_t last = 0;
	bool in_order = true;

	for (uint32_t i = 0; i < pair->before->field_count; i++) {
		const struct clair_compared_field *field = &pair->before->fields[i];
		uint32_t place = 0;
		const struct clair_compared_field *now = take(pair, field, &place);

		if (now == NULL)
			continue;
		pair->found_before[i] = true;
		in_order &= place >= last;
		last = place;
		if (now->required != field->required)
			add(pair, now->required ? CLAIR_CHANGE_FIELD_REQUIRED : CLAIR_CHANGE_FIELD_OPTIONAL,
			    field->label, NULL);
	}
	return in_order;
}

/* A form with as many fields: what stands at the place of a label that is gone is its new name. */
static void
compare_unknown(struct pair *pair)
{
	const bool as_many = pair->before->field_count == pair->now->field_count;

	for (uint32_t i = 0; i < pair->before->field_count; i++) {
		if (pair->found_before[i])
			continue;
		if (as_many && !pair->found_now[i]) {
			pair->found_now[i] = true;
			add(pair, CLAIR_CHANGE_FIELD_RENAMED, pair->before->fields[i].label,
			    pair->now->fields[i].label);
		} else {
			add(pair, CLAIR_CHANGE_FIELD_GONE, pair->before->fields[i].label, NULL);
		}
	}
	for (uint32_t i = 0; i < pair->now->field_count; i++)
		if (!pair->found_now[i])
			add(pair, CLAIR_CHANGE_FIELD_ADDED, NULL, pair->now->fields[i].label);
}

static void
compare_form(struct pair *pair)
{
	struct clair_arena *mem = &pair->compare->mem;

	pair->found_before = clair_alloc_array(mem, pair->before->field_count + 1, sizeof(bool));
	pair->found_now = clair_alloc_array(mem, pair->now->field_count + 1, sizeof(bool));
	if (pair->found_before == NULL || pair->found_now == NULL)
		return;
	if (!compare_known(pair))
		add(pair, CLAIR_CHANGE_FIELD_ORDER, NULL, NULL);
	compare_unknown(pair);
	if (strcmp(pair->before->button, pair->now->button) != 0)
		add(pair, CLAIR_CHANGE_FORM_BUTTON, pair->before->button, pair->now->button);
}

static const char *
first_label(const struct clair_compared_form *form)
{
	return form->field_count == 0 ? "" : form->fields[0].label;
}

void
clair_compare_forms(struct clair_compare *compare, const struct clair_compared_page *old_page)
{
	const struct clair_compared_page *new_page = old_page->other;

	for (uint32_t i = 0; i < old_page->form_count || i < new_page->form_count; i++) {
		struct pair pair = {compare, old_page, new_page, NULL, NULL, NULL, NULL};

		if (i < old_page->form_count)
			pair.before = &old_page->forms[i];
		if (i < new_page->form_count)
			pair.now = &new_page->forms[i];
		if (pair.before != NULL && pair.now != NULL)
			compare_form(&pair);
		else if (pair.before != NULL)
			add(&pair, CLAIR_CHANGE_FORM_GONE, first_label(pair.before), NULL);
		else
			add(&pair, CLAIR_CHANGE_FORM_ADDED, NULL, first_label(pair.now));
	}
}
