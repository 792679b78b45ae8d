/*
 * The findings of a run, for a later run to be held against: see docs/schema/baseline-1.schema.json. One line each,
 * in an order that depends on nothing but the findings, so that two of them are easily compared.
 */
#include "baseline/baseline.h"
#include "report/json.h"

#include <stdlib.h>
#include <string.h>

enum { HINT_BYTES = 60 };

struct entry {
	struct clair_known known;
	const char *excerpt;
	const char *last_page;  /* the one that counts so far */
	uint32_t on_last;
	const char *places[CLAIR_KNOWN_PLACES + 1];
	uint32_t place_count;
};

struct page {
	const char *name;
	const char *content;
	bool tested;
};

struct collection {
	const struct clair_run *run;
	struct clair_map by_print;
	struct clair_map by_name;
	struct entry **entries;
	uint32_t entry_count, entry_room;
	struct page **pages;
	uint32_t page_count;
	uint32_t *unlisted;     /* findings past the ceiling of a page, by rule */
	struct clair_buf key;
	struct clair_arena mem;
};

/* --- Collecting ---------------------------------------------------------------------------------- */

static void
add_place(struct collection *all, struct entry *entry, const struct clair_finding *finding)
{
	char place[17];

	if (entry->place_count > CLAIR_KNOWN_PLACES || !clair_baseline_place(finding, place))
		return;
	for (uint32_t i = 0; i < entry->place_count; i++)
		if (strcmp(entry->places[i], place) == 0)
			return;
	entry->places[entry->place_count++] = clair_strdup(&all->mem, place);
}

/* The start of a source, cut where a character begins. */
static const char *
hint(struct collection *all, const char *excerpt)
{
	size_t length = strlen(excerpt);

	if (length > HINT_BYTES)
		for (length = HINT_BYTES; length > 0 && ((unsigned char)excerpt[length] & 0xC0) == 0x80;)
			length--;
	return clair_strndup(&all->mem, excerpt, length);
}

static void
add_entry(struct collection *all, struct entry *entry)
{
	struct entry **more;

	if (all->entry_count == all->entry_room) {
		all->entry_room = all->entry_room == 0 ? 64 : all->entry_room * 2;
		more = clair_alloc_array(&all->mem, all->entry_room, sizeof(struct entry *));
		if (more == NULL)
			return;
		if (all->entry_count > 0)
			memcpy(more, all->entries, all->entry_count * sizeof(struct entry *));
		all->entries = more;
	}
	all->entries[all->entry_count++] = entry;
}

static struct entry *
entry_of(struct collection *all, const struct clair_finding *finding)
{
	struct entry *entry;
	const char *key;
	void **slot;

	clair_buf_clear(&all->key);
	clair_buf_printf(&all->key, "%s\n%s", finding->rule->id, finding->fingerprint);
	entry = clair_map_get(&all->by_print, all->key.bytes, all->key.length);
	if (entry != NULL)
		return entry;
	key = clair_strndup(&all->mem, all->key.bytes, all->key.length);
	slot = clair_map_at(&all->by_print, key, all->key.length);
	entry = clair_alloc(&all->mem, sizeof(*entry));
	if (slot == NULL || entry == NULL)
		return NULL;
	*slot = entry;
	entry->known.rule = finding->rule->id;
	entry->known.fingerprint = clair_strdup(&all->mem, finding->fingerprint);
	add_entry(all, entry);
	return entry;
}

/* The first page by name is the one that is shown: the order of a crawl may change. */
static void
add_finding(struct collection *all, const struct clair_finding *finding, const char *page)
{
	struct entry *entry = finding->suppressed != NULL ? NULL : entry_of(all, finding);

	if (entry == NULL)
		return;
	entry->known.count++;
	if (entry->last_page != page) {
		entry->last_page = page;
		entry->on_last = 0;
		entry->known.pages++;
	}
	if (++entry->on_last > entry->known.most)
		entry->known.most = entry->on_last;
	add_place(all, entry, finding);
	if (entry->known.page != NULL && strcmp(entry->known.page, page) <= 0)
		return;
	entry->known.page = page;
	entry->known.message = clair_baseline_message(finding);
	entry->known.review = finding->outcome == CLAIR_REVIEW;
	entry->excerpt = hint(all, finding->excerpt);
}

/* Of several that answered from one address, the one that was tested. */
static void
add_page(struct collection *all, const struct clair_result *result, const char *name)
{
	void **slot = clair_map_at(&all->by_name, name, strlen(name));
	struct page *page = slot == NULL ? NULL : *slot;
	char content[17];

	if (slot == NULL)
		return;
	if (page == NULL) {
		*slot = page = clair_alloc(&all->mem, sizeof(*page));
		if (page == NULL)
			return;
		*page = (struct page){.name = name, .content = ""};
		all->pages[all->page_count++] = page;
	}
	if (!result->tested || page->tested)
		return;
	page->tested = true;
	page->content = clair_strdup(&all->mem, clair_baseline_content(result, content));
}

static const char *
kept_name(struct collection *all, const char *name)
{
	const struct page *page = clair_map_get(&all->by_name, name, strlen(name));

	return page != NULL ? page->name : clair_strdup(&all->mem, name);
}

static void
add_unlisted(struct collection *all, const struct clair_tally *tallies)
{
	for (size_t i = 0; tallies != NULL && i < clair_linter_rule_count(all->run->linter); i++)
		all->unlisted[i] += tallies[i].untold;
}

static void
collect(struct collection *all)
{
	const struct clair_run *run = all->run;

	for (uint32_t i = 0; i < run->page_count; i++) {
		const struct clair_result *page = clair_run_page(run, i);
		const char *name = kept_name(all, clair_baseline_page(run, page));

		add_page(all, page, name);
		add_unlisted(all, page->tested ? page->tallies : NULL);
		for (const struct clair_finding *f = page->first; f != NULL; f = f->next)
			add_finding(all, f, name);
	}
	add_unlisted(all, run->site_tallies);
	for (const struct clair_finding *f = run->site_findings; f != NULL; f = f->next)
		add_finding(all, f, kept_name(all, clair_baseline_site_page(run, f)));
}

/* --- Order --------------------------------------------------------------------------------------- */

static int
by_rule(const void *one, const void *other)
{
	const struct entry *left = *(const struct entry *const *)one;
	const struct entry *right = *(const struct entry *const *)other;
	const int order = strcmp(left->known.rule, right->known.rule);

	return order != 0 ? order : strcmp(left->known.fingerprint, right->known.fingerprint);
}

static int
by_name(const void *one, const void *other)
{
	return strcmp((*(const struct page *const *)one)->name, (*(const struct page *const *)other)->name);
}

static int
by_text(const void *one, const void *other)
{
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* --- Writing ------------------------------------------------------------------------------------- */

static json_t *
line_of(struct clair_report *report, const char *type)
{
	json_t *line = json_object();

	clair_json_set(report, line, "type", json_string(type));
	return line;
}

static void
write_head(struct clair_report *report)
{
	json_t *line = line_of(report, "baseline");
	json_t *scores = json_object();

	for (int i = 0; i < CLAIR_AXIS_COUNT; i++)
		clair_json_set(report, scores, clair_axis_name((enum clair_axis)i),
		    clair_json_score(report->run->scores.axis[i]));
	clair_json_set(report, line, "version", json_integer(CLAIR_BASELINE_VERSION));
	clair_json_set(report, line, "tool", json_string("clairlint " CLAIR_VERSION));
	clair_json_set(report, line, "scores", scores);
	clair_json_emit(report, line, "\n");
}

/* One line a theme: rules that come with a new version change few lines. */
static void
write_rules(struct clair_report *report)
{
	json_t *line = NULL;
	json_t *ids = NULL;
	const char *theme = "";
	size_t length = 0;

	for (size_t i = 0; i < clair_linter_rule_count(report->run->linter); i++) {
		const struct clair_rule *rule = clair_linter_rule(report->run->linter, i);

		if (!clair_baseline_asks(report->run, rule))
			continue;
		if (line == NULL || strncmp(rule->id, theme, length + 1) != 0) {
			if (line != NULL)
				clair_json_emit(report, line, "\n");
			theme = rule->id;
			length = strcspn(theme, "/");
			line = line_of(report, "rules");
			clair_json_set(report, line, "theme", json_stringn(theme, length));
			clair_json_set(report, line, "ids", ids = json_array());
		}
		clair_json_append(report, ids, clair_json_words(rule->id + length + 1));
	}
	if (line != NULL)
		clair_json_emit(report, line, "\n");
}

static void
write_pages(struct clair_report *report, const struct collection *all)
{
	for (uint32_t i = 0; i < all->page_count && !report->failed; i++) {
		json_t *line = line_of(report, "page");

		clair_json_set(report, line, "page", clair_json_words(all->pages[i]->name));
		if (!all->pages[i]->tested)
			clair_json_set(report, line, "tested", json_false());
		if (all->pages[i]->content[0] != '\0')
			clair_json_set(report, line, "content", clair_json_words(all->pages[i]->content));
		clair_json_emit(report, line, "\n");
	}
}

static void
write_unlisted(struct clair_report *report, const struct collection *all)
{
	for (size_t i = 0; i < clair_linter_rule_count(report->run->linter); i++) {
		const uint32_t count = all->unlisted[i];
		json_t *line;

		if (count == 0)
			continue;
		line = line_of(report, "unlisted");
		clair_json_set(report, line, "rule", clair_json_words(clair_linter_rule(report->run->linter, i)->id));
		clair_json_set(report, line, "count", json_integer(count));
		clair_json_emit(report, line, "\n");
	}
}

static void
write_budgets(struct clair_report *report)
{
	for (uint32_t i = 0; i < report->run->budget_count; i++) {
		const struct clair_budget_result *budget = &report->run->budgets[i];
		json_t *line;

		if (budget->value < 0 || !budget->budget->not_worse)
			continue;
		line = line_of(report, "budget");
		clair_json_set(report, line, "budget", clair_json_words(budget->name));
		clair_json_set(report, line, "value", clair_json_score(budget->value));
		clair_json_emit(report, line, "\n");
	}
}

static void
write_places(struct clair_report *report, json_t *line, struct entry *entry)
{
	json_t *places;

	if (entry->place_count == 0 || entry->place_count > CLAIR_KNOWN_PLACES)
		return;
	qsort(entry->places, entry->place_count, sizeof(*entry->places), by_text);
	places = json_array();
	for (uint32_t i = 0; i < entry->place_count; i++)
		clair_json_append(report, places, clair_json_words(entry->places[i]));
	clair_json_set(report, line, "places", places);
}

static void
write_finding(struct clair_report *report, struct entry *entry)
{
	const struct clair_known *known = &entry->known;
	json_t *line = line_of(report, "finding");

	clair_json_set(report, line, "rule", clair_json_words(known->rule));
	clair_json_set(report, line, "fingerprint", clair_json_words(known->fingerprint));
	clair_json_set(report, line, "count", json_integer(known->count));
	if (known->pages > 1) {
		clair_json_set(report, line, "pages", json_integer(known->pages));
		clair_json_set(report, line, "most", json_integer(known->most));
	}
	clair_json_set(report, line, "page", clair_json_words(known->page));
	clair_json_set(report, line, "message", clair_json_words(known->message));
	if (known->review)
		clair_json_set(report, line, "review", json_true());
	write_places(report, line, entry);
	if (entry->excerpt[0] != '\0')
		clair_json_set(report, line, "excerpt", clair_json_words(entry->excerpt));
	clair_json_emit(report, line, "\n");
}

static void
write_all(struct clair_report *report, struct collection *all)
{
	json_t *line;

	qsort(all->entries, all->entry_count, sizeof(*all->entries), by_rule);
	qsort(all->pages, all->page_count, sizeof(*all->pages), by_name);
	write_head(report);
	write_rules(report);
	write_pages(report, all);
	write_unlisted(report, all);
	write_budgets(report);
	for (uint32_t i = 0; i < all->entry_count && !report->failed; i++)
		write_finding(report, all->entries[i]);
	line = line_of(report, "end");
	clair_json_set(report, line, "pages", json_integer(all->page_count));
	clair_json_set(report, line, "findings", json_integer(all->entry_count));
	clair_json_emit(report, line, "\n");
}

static bool
fill(struct collection *all)
{
	clair_arena_init(&all->mem, 0);
	all->mem.shelf = all->run->shelf;
	clair_buf_init(&all->key, 0);
	clair_map_init(&all->by_print, &all->mem);
	clair_map_init(&all->by_name, &all->mem);
	all->pages = clair_alloc_array(&all->mem, all->run->page_count + 1, sizeof(struct page *));
	all->entries = clair_alloc_array(&all->mem, 1, sizeof(struct entry *));
	all->unlisted = clair_alloc_array(
	    &all->mem, clair_linter_rule_count(all->run->linter) + 1, sizeof(*all->unlisted));
	if (!all->mem.failed)
		collect(all);
	return !all->mem.failed && !all->key.failed;
}

enum clair_status
clair_baseline_write(const struct clair_run *run, clair_write_fn *write, void *payload)
{
	struct clair_report report = {.run = run, .write = write, .payload = payload};
	struct collection all = {.run = run};
	enum clair_status status = CLAIR_NO_MEMORY;

	if (run->tested_count == 0)
		return CLAIR_NOT_FOUND;
	if (fill(&all)) {
		clair_report_open(&report);
		write_all(&report, &all);
		status = clair_report_close(&report);
	}
	clair_buf_free(&all.key);
	clair_arena_free(&all.mem);
	return status;
}
