/* clair_compare_new: reads the two reports, then asks each module. See compare.h. */
#include "compare/compare.h"

#include <stdlib.h>
#include <string.h>

void
clair_change_add(struct clair_compare *compare, struct clair_change change)
{
	if (compare->change_count == compare->change_room) {
		uint32_t room = compare->change_room == 0 ? 64 : compare->change_room * 2;
		struct clair_change *more = clair_alloc_array(&compare->mem, room, sizeof(*more));

		if (more == NULL)
			return;
		if (compare->change_count != 0)
			memcpy(more, compare->changes, compare->change_count * sizeof(*more));
		compare->changes = more;
		compare->change_room = room;
	}
	compare->changes[compare->change_count++] = change;
}

/* --- Reading ----------------------------------------------------------------------------------- */

static json_int_t
schema_of(const json_t *root)
{
	return json_integer_value(json_object_get(json_object_get(root, "run"), "schema_version"));
}

static bool
is_report(const json_t *root)
{
	return json_is_object(json_object_get(root, "run")) && json_is_array(json_object_get(root, "pages")) &&
	    json_is_object(json_object_get(root, "site"));
}

static bool
read_side(struct clair_compare *compare, struct clair_compared_side *side,
    const struct clair_compare_input *input, struct clair_compare_fault *fault)
{
	json_error_t error;

	*fault = (struct clair_compare_fault){.name = input->name};
	side->name = input->name;
	side->root = json_loadb(input->bytes, input->length, 0, &error);
	if (side->root == NULL) {
		fault->why = json_error_code(&error) == json_error_out_of_memory ? CLAIR_COMPARE_NO_MEMORY
		                                                                 : CLAIR_COMPARE_NOT_JSON;
		fault->line = error.line < 0 ? 0 : (unsigned)error.line;
		fault->column = error.column < 0 ? 0 : (unsigned)error.column;
		return false;
	}
	fault->schema = (int)schema_of(side->root);
	if (!is_report(side->root))
		fault->why = CLAIR_COMPARE_NOT_REPORT;
	else if (fault->schema != CLAIR_SCHEMA_VERSION)
		fault->why = CLAIR_COMPARE_OTHER_SCHEMA;
	else if (!clair_side_read(side, &compare->mem))
		fault->why = CLAIR_COMPARE_NO_MEMORY;
	else if (side->tested == 0)
		fault->why = CLAIR_COMPARE_NOTHING_TESTED;
	return fault->why == CLAIR_COMPARE_FINE;
}

/* --- Rules ------------------------------------------------------------------------------------- */

static int
by_id(const void *one, const void *other)
{
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* Rules of one side that the other does not have, by id. */
static const char **
only_in(struct clair_compare *compare, const struct clair_compared_side *side,
    const struct clair_compared_side *other, uint32_t *count)
{
	const char **only = clair_alloc_array(&compare->mem, side->rule_count + 1, sizeof(*only));

	for (uint32_t i = 0; only != NULL && i < side->rule_count; i++)
		if (clair_map_get(&other->rules, side->rule_list[i], strlen(side->rule_list[i])) == NULL)
			only[(*count)++] = side->rule_list[i];
	if (only != NULL)
		qsort(only, *count, sizeof(*only), by_id);
	return only;
}

/* --- Pages ------------------------------------------------------------------------------------- */

static void
tell_place(struct clair_compare *compare, const struct clair_compared_page *page)
{
	struct clair_change change = {.old_page = page, .new_page = page->other, .before = page->url};

	if (page->fate == CLAIR_FATE_DEAD)
		change.kind = CLAIR_CHANGE_DEAD;
	else if (page->fate == CLAIR_FATE_GONE)
		change.kind = CLAIR_CHANGE_GONE;
	else if (page->fate == CLAIR_FATE_MOVED)
		change.kind = CLAIR_CHANGE_MOVED;
	else if (page->fate == CLAIR_FATE_REDIRECTED)
		change.kind = CLAIR_CHANGE_REDIRECTED;
	else
		return;
	change.after = page->other == NULL ? NULL : page->other->url;
	clair_change_add(compare, change);
}

static const char *
clicks(struct clair_compare *compare, const struct clair_compared_page *page)
{
	return clair_asprintf(&compare->mem, "%d", page->depth);
}

/* The main button is that of a form, which is told with the form. */
static bool
sends_a_form(const struct clair_compared_page *page)
{
	for (uint32_t i = 0; i < page->form_count; i++)
		if (strcmp(page->forms[i].button, page->button) == 0)
			return true;
	return false;
}

static void
tell_page(struct clair_compare *compare, const struct clair_compared_page *page)
{
	const struct clair_compared_page *now = page->other;

	tell_place(compare, page);
	if (now == NULL)
		return;
	if (page->depth >= 0 && now->depth >= 0 && page->depth != now->depth)
		clair_change_add(compare,
		    (struct clair_change){CLAIR_CHANGE_DEPTH, page, now, clicks(compare, page), clicks(compare, now)});
	if (!page->traced || !now->traced)
		return;
	if (strcmp(page->button, now->button) != 0 && !sends_a_form(page))
		clair_change_add(compare,
		    (struct clair_change){CLAIR_CHANGE_BUTTON, page, now, page->button, now->button});
	clair_compare_forms(compare, page);
}

/* Procedures first: they are what people come for. */
static void
tell_pages(struct clair_compare *compare)
{
	for (int procedures = 1; procedures >= 0; procedures--) {
		for (uint32_t i = 0; i < compare->old.page_count; i++) {
			const struct clair_compared_page *page = &compare->old.pages[i];

			if (page->tested && clair_compared_is_procedure(page) == (procedures != 0))
				tell_page(compare, page);
		}
	}
	for (uint32_t i = 0; i < compare->new.page_count; i++) {
		const struct clair_compared_page *page = &compare->new.pages[i];

		if (page->fate == CLAIR_FATE_ADDED)
			clair_change_add(compare,
			    (struct clair_change){CLAIR_CHANGE_ADDED, NULL, page, NULL, page->url});
	}
}

/* --- Stability --------------------------------------------------------------------------------- */

/* The address of before still leads there. */
static bool
is_kept(const struct clair_compared_page *page)
{
	return page->fate == CLAIR_FATE_KEPT || page->fate == CLAIR_FATE_REDIRECTED;
}

static void
measure_stability(struct clair_compare *compare)
{
	struct clair_stability *stability = &compare->stability;
	uint32_t all;

	for (uint32_t i = 0; i < compare->old.page_count; i++) {
		const struct clair_compared_page *page = &compare->old.pages[i];

		if (!page->tested || !clair_compared_is_procedure(page) || page->fate == CLAIR_FATE_UNREAD)
			continue;
		stability->addresses++;
		stability->addresses_kept += is_kept(page);
	}
	all = stability->entries + stability->addresses;
	stability->value = -1;
	if (all != 0)
		stability->value = 100.0 * (stability->entries_kept + stability->addresses_kept) / all;
	else
		stability->reason = compare->old.has_menus && compare->new.has_menus ? "nothing-to-compare" : "not-told";
}

static void
compare_all(struct clair_compare *compare)
{
	compare->rules_before = only_in(compare, &compare->old, &compare->new, &compare->rules_before_count);
	compare->rules_now = only_in(compare, &compare->new, &compare->old, &compare->rules_now_count);
	compare->scores_compare = compare->old.formula == compare->new.formula &&
	    strcmp(compare->old.version, compare->new.version) == 0 && compare->rules_before_count == 0 &&
	    compare->rules_now_count == 0;
	clair_compare_pages(compare);
	clair_compare_findings(compare);
	tell_pages(compare);
	clair_compare_menus(compare);
	measure_stability(compare);
}

enum clair_status
clair_compare_new(struct clair_compare **out, const struct clair_compare_options *options,
    struct clair_compare_fault *fault)
{
	struct clair_compare *compare = calloc(1, sizeof(*compare));

	*fault = (struct clair_compare_fault){.why = CLAIR_COMPARE_NO_MEMORY};
	*out = compare;
	if (compare == NULL)
		return CLAIR_NO_MEMORY;
	clair_arena_init(&compare->mem, 0);
	compare->menu_change_limit = options->menu_change_limit;
	if (read_side(compare, &compare->old, &options->old, fault) &&
	    read_side(compare, &compare->new, &options->new, fault)) {
		compare_all(compare);
		if (!compare->mem.failed)
			return CLAIR_OK;
		fault->why = CLAIR_COMPARE_NO_MEMORY;
	}
	clair_compare_free(compare);
	*out = NULL;
	return fault->why == CLAIR_COMPARE_NO_MEMORY ? CLAIR_NO_MEMORY : CLAIR_BAD_INPUT;
}

void
clair_compare_free(struct clair_compare *compare)
{
	if (compare == NULL)
		return;
	json_decref(compare->old.root);
	json_decref(compare->new.root);
	clair_arena_free(&compare->mem);
	free(compare);
}

uint32_t
clair_compare_new_failures(const struct clair_compare *compare)
{
	return compare->failed.appeared;
}
