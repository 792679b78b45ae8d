/* One report, read. What is missing in it is empty: an older program wrote less. */
#include "compare/compare.h"

#include "base/address.h"

#include <string.h>

static const char *
text_of(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text == NULL ? "" : text;
}

static int
number_of(const json_t *object, const char *key, int without)
{
	const json_t *value = json_object_get(object, key);
	json_int_t number = json_integer_value(value);

	return !json_is_integer(value) || number < 0 || number > INT32_MAX ? without : (int)number;
}

static double
score_of(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);

	return json_is_number(value) ? json_number_value(value) : -1;
}

const char *
clair_side_key(const struct clair_compared_side *side, const char *url)
{
	return clair_address_within(side->url, url);
}

struct clair_compared_page *
clair_side_page(const struct clair_compared_side *side, const char *key)
{
	return clair_map_get(&side->by_key, key, strlen(key));
}

bool
clair_compared_is_procedure(const struct clair_compared_page *page)
{
	static const char *const kinds[] = {"procedure", "form", "appointment", "payment"};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(page->kind, kinds[i]) == 0)
			return true;
	return false;
}

/* --- Findings ---------------------------------------------------------------------------------- */

static void
read_finding(struct clair_compared_finding *finding, const json_t *json, const char *url)
{
	*finding = (struct clair_compared_finding){
		.rule = text_of(json, "rule"),
		.message = text_of(json, "message"),
		.message_key = text_of(json, "message_key"),
		.fingerprint = text_of(json, "fingerprint"),
		.selector = text_of(json, "selector"),
		.excerpt = text_of(json, "excerpt"),
		.severity = text_of(json, "severity"),
		.url = url != NULL ? url : text_of(json, "url"),
		.line = (uint32_t)number_of(json, "line", 0),
		.column = (uint32_t)number_of(json, "column", 0),
		.of_page = strcmp(text_of(json, "scope"), "page") == 0,
		.failed = strcmp(text_of(json, "outcome"), "failed") == 0,
		.silenced = json_is_object(json_object_get(json, "suppressed")),
	};
}

static struct clair_compared_finding *
read_findings(struct clair_arena *mem, const json_t *list, const char *url, uint32_t *count)
{
	struct clair_compared_finding *findings =
	    clair_alloc_array(mem, json_array_size(list) + 1, sizeof(*findings));

	*count = 0;
	for (size_t i = 0; findings != NULL && i < json_array_size(list); i++)
		read_finding(&findings[(*count)++], json_array_get(list, i), url);
	return findings;
}

/* --- Pages ------------------------------------------------------------------------------------- */

static void
read_form(struct clair_compared_form *form, const json_t *json, struct clair_arena *mem)
{
	const json_t *fields = json_object_get(json, "fields");

	form->button = text_of(json, "button");
	form->fields = clair_alloc_array(mem, json_array_size(fields) + 1, sizeof(*form->fields));
	for (size_t i = 0; form->fields != NULL && i < json_array_size(fields); i++) {
		const json_t *field = json_array_get(fields, i);

		form->fields[form->field_count++] = (struct clair_compared_field){
			text_of(field, "label"), json_is_true(json_object_get(field, "required"))};
	}
}

static void
read_trace(struct clair_compared_page *page, const json_t *trace, struct clair_arena *mem)
{
	const json_t *forms = json_object_get(trace, "forms");

	page->traced = json_is_object(trace);
	page->heading = text_of(trace, "heading");
	page->button = text_of(trace, "button");
	page->content = text_of(trace, "content");
	page->forms = clair_alloc_array(mem, json_array_size(forms) + 1, sizeof(*page->forms));
	for (size_t i = 0; page->forms != NULL && i < json_array_size(forms); i++)
		read_form(&page->forms[page->form_count++], json_array_get(forms, i), mem);
}

static void
read_page(struct clair_compared_side *side, struct clair_compared_page *page, const json_t *json,
    struct clair_arena *mem)
{
	page->url = text_of(json, "final_url");
	page->key = clair_side_key(side, page->url);
	page->asked_key = clair_side_key(side, text_of(json, "url"));
	page->kind = text_of(json, "kind");
	page->title = text_of(json, "title");
	page->note = text_of(json, "note");
	page->status = number_of(json, "http_status", 0);
	page->depth = number_of(json, "depth", -1);
	page->tested = json_is_true(json_object_get(json, "tested"));
	page->outcomes = json_object_get(json, "outcomes");
	page->findings = read_findings(mem, json_object_get(json, "findings"), page->url, &page->finding_count);
	for (uint32_t i = 0; i < page->finding_count; i++)
		page->failures += page->findings[i].failed && !page->findings[i].silenced;
	read_trace(page, json_object_get(json, "trace"), mem);
	side->tested += page->tested;
}

/* A page that was asked for there goes before one that another address led there. */
static void
index_pages(struct clair_compared_side *side)
{
	for (int final = 0; final < 2; final++) {
		for (uint32_t i = 0; i < side->page_count; i++) {
			const char *key = final ? side->pages[i].key : side->pages[i].asked_key;
			void **slot = clair_map_at(&side->by_key, key, strlen(key));

			if (slot != NULL && *slot == NULL)
				*slot = &side->pages[i];
		}
	}
}

/* --- Rules, menus, scores ------------------------------------------------------------------------ */

static void
add_rules(struct clair_compared_side *side, const json_t *outcomes)
{
	const char *id;
	json_t *tally;

	json_object_foreach((json_t *)(uintptr_t)outcomes, id, tally) {
		void **slot = clair_map_at(&side->rules, id, strlen(id));

		if (slot == NULL || *slot != NULL)
			continue;
		*slot = tally;
		side->rule_list[side->rule_count++] = id;
	}
}

static void
read_rules(struct clair_compared_side *side, const json_t *site, struct clair_arena *mem)
{
	const json_t *of_site = json_object_get(site, "outcomes");
	size_t most = json_object_size(of_site);

	for (uint32_t i = 0; i < side->page_count; i++)
		most += json_object_size(side->pages[i].outcomes);
	side->rule_list = clair_alloc_array(mem, most + 1, sizeof(*side->rule_list));
	if (side->rule_list == NULL)
		return;
	add_rules(side, of_site);
	for (uint32_t i = 0; i < side->page_count; i++)
		add_rules(side, side->pages[i].outcomes);
}

static const json_t *
most_common(const json_t *menus)
{
	const json_t *best = NULL;

	for (size_t i = 0; i < json_array_size(menus); i++) {
		const json_t *menu = json_array_get(menus, i);

		if (best == NULL || number_of(menu, "pages", 0) > number_of(best, "pages", 0))
			best = menu;
	}
	return best;
}

static uint32_t
parent_of(const struct clair_compared_side *side, uint32_t entry)
{
	for (uint32_t i = entry; i-- > 0;)
		if (side->entries[i].level < side->entries[entry].level)
			return i;
	return CLAIR_NO_ENTRY;
}

static void
read_menu(struct clair_compared_side *side, const json_t *site, struct clair_arena *mem)
{
	const json_t *menus = json_object_get(site, "menus");
	const json_t *entries = json_object_get(most_common(menus), "entries");

	side->has_menus = json_is_array(menus);
	side->entries = clair_alloc_array(mem, json_array_size(entries) + 1, sizeof(*side->entries));
	for (size_t i = 0; side->entries != NULL && i < json_array_size(entries); i++) {
		const json_t *json = json_array_get(entries, i);
		const char *url = json_string_value(json_object_get(json, "url"));
		struct clair_compared_entry *entry = &side->entries[side->entry_count++];

		entry->level = (uint32_t)number_of(json, "level", 1);
		entry->words = text_of(json, "words");
		entry->key = url == NULL ? NULL : clair_side_key(side, url);
		entry->parent = parent_of(side, (uint32_t)i);
	}
}

static void
read_scores(struct clair_compared_side *side, const json_t *site)
{
	const json_t *scores = json_object_get(site, "scores");
	const json_t *personas = json_object_get(site, "personas");

	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		side->axis[i] = score_of(scores, clair_axis_name((enum clair_axis)i));
	for (int i = 0; i < CLAIR_PERSONA_COUNT; i++)
		side->persona[i] = score_of(personas, clair_persona_name((enum clair_persona)i));
}

bool
clair_side_read(struct clair_compared_side *side, struct clair_arena *mem)
{
	const json_t *run = json_object_get(side->root, "run");
	const json_t *site = json_object_get(side->root, "site");
	const json_t *pages = json_object_get(side->root, "pages");

	clair_map_init(&side->by_key, mem);
	clair_map_init(&side->rules, mem);
	side->version = text_of(json_object_get(run, "tool"), "version");
	side->rgaa = text_of(json_object_get(run, "referential"), "rgaa");
	side->started = text_of(run, "started");
	side->lang = strcmp(text_of(run, "lang"), "en") == 0 ? CLAIR_EN : CLAIR_FR;
	side->formula = number_of(run, "score_formula", 0);
	side->url = text_of(site, "url");
	side->stopped_because = text_of(site, "stopped_because");
	side->complete = strcmp(side->stopped_because, "all-pages") == 0;
	side->pages = clair_alloc_array(mem, json_array_size(pages) + 1, sizeof(*side->pages));
	for (size_t i = 0; side->pages != NULL && i < json_array_size(pages); i++)
		read_page(side, &side->pages[side->page_count++], json_array_get(pages, i), mem);
	index_pages(side);
	side->findings =
	    read_findings(mem, json_object_get(site, "findings"), NULL, &side->finding_count);
	read_rules(side, site, mem);
	read_menu(side, site, mem);
	read_scores(side, site);
	return !mem->failed;
}
