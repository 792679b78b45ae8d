/*
 * A run held against what was known before. By fingerprint, on the page where it was, then on any; then, of one rule
 * and message, what stands at the same place, or is the only finding of a page and shows one of several elements.
 * What was not looked at on one side is neither new nor gone.
 */
#include "baseline/baseline.h"

#include "base/buf.h"

#include <string.h>

struct holding {
	struct clair_run *run;
	struct clair_baseline *baseline;
	struct clair_baseline_facts *facts;
	struct clair_map moved;    /* name of a page now, to what it was called then */
	uint32_t new_count;        /* findings that are not known so far */
	uint32_t *unlisted;        /* now, by rule */
	struct clair_buf key;      /* the one that is looked up */
	struct clair_arena mem;    /* dies with the holding */
};

/* --- Pages --------------------------------------------------------------------------------------- */

/* The only page with these words; `several` stands for more than one. */
static char several[] = "";

static void
add_words(struct clair_map *map, const char *content, const char *name)
{
	void **slot = content[0] == '\0' ? NULL : clair_map_at(map, content, strlen(content));

	if (slot != NULL)
		*slot = *slot == NULL ? (void *)(uintptr_t)name : several;
}

static struct clair_known_page *
known_page(const struct holding *holding, const char *name)
{
	return clair_map_get(&holding->baseline->pages, name, strlen(name));
}

static void
see_pages(struct holding *holding)
{
	for (uint32_t i = 0; i < holding->run->page_count; i++) {
		const struct clair_result *page = clair_run_page(holding->run, i);
		struct clair_known_page *known = known_page(holding, clair_baseline_page(holding->run, page));

		if (known != NULL && page->tested)
			known->seen = true;
	}
}

/* Pages that were tested then, and are not at their place now. */
static void
index_lost(struct holding *holding, struct clair_map *lost)
{
	const struct clair_baseline *baseline = holding->baseline;

	for (uint32_t i = 0; i < baseline->page_count; i++) {
		const struct clair_known_page *page = known_page(holding, baseline->page_names[i]);

		if (page->tested && !page->seen)
			add_words(lost, page->content, baseline->page_names[i]);
	}
}

static void
index_added(struct holding *holding, struct clair_map *added)
{
	for (uint32_t i = 0; i < holding->run->page_count; i++) {
		const struct clair_result *page = clair_run_page(holding->run, i);
		const char *name = clair_baseline_page(holding->run, page);
		char content[17];

		if (page->tested && known_page(holding, name) == NULL)
			add_words(added, clair_strdup(&holding->mem, clair_baseline_content(page, content)),
			    clair_strdup(&holding->mem, name));
	}
}

/* A page that only this run has is the one that it lacks, when they have the same words, and no other has. */
static void
pair_moved(struct holding *holding)
{
	struct clair_map lost;
	struct clair_map added;

	clair_map_init(&lost, &holding->mem);
	clair_map_init(&added, &holding->mem);
	index_lost(holding, &lost);
	index_added(holding, &added);
	for (uint32_t i = 0; i < holding->baseline->page_count; i++) {
		const char *before = holding->baseline->page_names[i];
		struct clair_known_page *page = known_page(holding, before);
		const char *now = clair_map_get(&added, page->content, strlen(page->content));
		void **slot;

		if (now == NULL || now == several ||
		    clair_map_get(&lost, page->content, strlen(page->content)) != before)
			continue;
		slot = clair_map_at(&holding->moved, now, strlen(now));
		if (slot != NULL)
			*slot = (void *)(uintptr_t)before;
		page->seen = true;
	}
}

/* What the baseline calls this page. */
static const char *
name_then(const struct holding *holding, const char *name)
{
	const char *then = clair_map_get(&holding->moved, name, strlen(name));

	return then == NULL ? name : then;
}

/* --- One finding --------------------------------------------------------------------------------- */

enum pass { BY_PAGE, BY_PRINT, BY_PLACE, BY_MESSAGE, BY_COUNT, PASSES };

/* A finding, and where it is. */
struct one {
	struct clair_finding *finding;
	const struct clair_finding *first; /* of its page */
	const char *page;                  /* as the baseline calls it */
};

static struct clair_known *
same_print(struct holding *holding, const struct one *one)
{
	clair_buf_clear(&holding->key);
	clair_buf_printf(&holding->key, "%s\n%s", one->finding->rule->id, one->finding->fingerprint);
	return clair_map_get(&holding->baseline->by_print, holding->key.bytes, holding->key.length);
}

static struct clair_known *
on_its_page(struct holding *holding, const struct one *one)
{
	struct clair_known *known = same_print(holding, one);

	return known != NULL && (known->pages > 1 || strcmp(known->page, one->page) == 0) ? known : NULL;
}

/* In a template, on any page. */
static struct clair_known *
same_place(struct holding *holding, const struct one *one)
{
	const struct clair_known_link *link;
	char place[17];

	if (!clair_baseline_place(one->finding, place))
		return NULL;
	for (link = clair_map_get(&holding->baseline->by_place, place, strlen(place)); link != NULL; link = link->next)
		if (link->known->left > 0 && (link->known->pages > 1 || strcmp(link->known->page, one->page) == 0))
			return link->known;
	return NULL;
}

/* A rule about a page shows one element of several, and a doubt is about several as well. */
static bool
shows_one_of_several(const struct clair_finding *finding)
{
	return finding->rule->scope == CLAIR_PAGE || finding->rule->scope == CLAIR_SITE ||
	    finding->outcome == CLAIR_REVIEW;
}

static bool
is_only_one(const struct one *one)
{
	for (const struct clair_finding *f = one->first; f != NULL; f = f->next)
		if (f != one->finding && f->rule == one->finding->rule && f->message == one->finding->message &&
		    f->page == one->finding->page)
			return false;
	return true;
}

static struct clair_known *
same_message(struct holding *holding, const struct one *one)
{
	const struct clair_known_link *link;

	if (!shows_one_of_several(one->finding) || !is_only_one(one))
		return NULL;
	clair_buf_clear(&holding->key);
	clair_buf_printf(&holding->key, "%s#%s\n%s", one->finding->rule->id,
	    clair_baseline_message(one->finding), one->page);
	link = clair_map_get(&holding->baseline->by_message, holding->key.bytes, holding->key.length);
	if (link == NULL || link->next != NULL || link->known->count != 1 ||
	    link->known->review != (one->finding->outcome == CLAIR_REVIEW))
		return NULL;
	return link->known;
}

/* Of a rule that found more than a report lists, which ones are listed is no news. */
static bool
was_not_listed(struct holding *holding, const struct one *one)
{
	const char *rule = one->finding->rule->id;
	uint32_t *left = clair_map_get(&holding->baseline->unlisted, rule, strlen(rule));

	if (left == NULL || *left == 0)
		return false;
	--*left;
	return true;
}

static bool
is_known(struct holding *holding, const struct one *one, enum pass pass)
{
	typedef struct clair_known *find_fn(struct holding *holding, const struct one *one);
	static find_fn *const find[] = {
	    [BY_PAGE] = on_its_page, [BY_PRINT] = same_print, [BY_PLACE] = same_place, [BY_MESSAGE] = same_message};
	struct clair_known *known;

	if (pass == BY_COUNT)
		return was_not_listed(holding, one);
	known = find[pass](holding, one);
	if (known == NULL || known->left == 0)
		return false;
	known->left--;
	return true;
}

/* Nobody had looked there. */
static bool
is_apart(const struct holding *holding, const struct one *one)
{
	const char *rule = one->finding->rule->id;
	const struct clair_known_page *page = known_page(holding, one->page);

	return clair_map_get(&holding->baseline->rules, rule, strlen(rule)) == NULL ||
	    (page != NULL && !page->tested);
}

/* What is silenced uses up what was known of it, and is neither new nor known. */
static void
take(struct holding *holding, const struct one *one, enum pass pass)
{
	struct clair_finding *finding = one->finding;

	if (pass == BY_PAGE) {
		finding->baseline = is_apart(holding, one) ? CLAIR_BASELINE_NONE : CLAIR_BASELINE_NEW;
		holding->new_count += finding->baseline == CLAIR_BASELINE_NEW;
	}
	if (finding->baseline != CLAIR_BASELINE_NEW || !is_known(holding, one, pass))
		return;
	finding->baseline = CLAIR_BASELINE_KNOWN;
	holding->new_count--;
}

static void
take_all(struct holding *holding, enum pass pass)
{
	struct clair_run *run = holding->run;

	for (uint32_t i = 0; i < run->page_count; i++) {
		struct clair_result *page = clair_run_page(run, i);
		struct one one = {NULL, page->first, name_then(holding, clair_baseline_page(run, page))};

		for (one.finding = page->first; one.finding != NULL; one.finding = one.finding->next)
			take(holding, &one, pass);
	}
	for (struct clair_finding *f = run->site_findings; f != NULL; f = f->next) {
		const struct one one = {
		    f, run->site_findings, name_then(holding, clair_baseline_site_page(run, f))};

		take(holding, &one, pass);
	}
}

/* --- Counts -------------------------------------------------------------------------------------- */

static void
add_fresh(struct clair_map *causes, const struct clair_finding *finding)
{
	struct clair_cause *cause = clair_map_get(causes, finding->cause, strlen(finding->cause));

	if (cause != NULL)
		cause->fresh++;
}

static void
count_one(struct holding *holding, struct clair_map *causes, struct clair_finding *finding)
{
	struct clair_baseline_facts *facts = holding->facts;
	struct clair_baseline_counts *counts = finding->outcome == CLAIR_REVIEW ? &facts->review : &facts->failed;

	if (finding->suppressed != NULL) {
		finding->baseline = CLAIR_BASELINE_NONE;
		return;
	}
	facts->apart += finding->baseline == CLAIR_BASELINE_NONE;
	counts->known += finding->baseline == CLAIR_BASELINE_KNOWN;
	if (finding->baseline != CLAIR_BASELINE_NEW)
		return;
	counts->fresh++;
	facts->fresh[clair_finding_severity(holding->run->linter, finding)]++;
	add_fresh(causes, finding);
}

static void
count_found(struct holding *holding)
{
	struct clair_run *run = holding->run;
	struct clair_map causes;

	clair_map_init(&causes, &holding->mem);
	for (uint32_t i = 0; i < run->cause_count; i++) {
		void **slot = clair_map_at(&causes, run->causes[i].id, strlen(run->causes[i].id));

		if (slot != NULL)
			*slot = &run->causes[i];
	}
	for (uint32_t i = 0; i < run->page_count; i++)
		for (struct clair_finding *f = clair_run_page(run, i)->first; f != NULL; f = f->next)
			count_one(holding, &causes, f);
	for (struct clair_finding *f = run->site_findings; f != NULL; f = f->next)
		count_one(holding, &causes, f);
}

/* Of a template, at most as many as stood on one page are on each page that this run did not test. */
static uint32_t
not_looked_at(const struct holding *holding, const struct clair_known *known, uint32_t untested)
{
	const struct clair_known_page *page = known_page(holding, known->page);
	uint64_t most = (uint64_t)known->most * untested;

	if (known->pages == 1)
		return page != NULL && page->tested && !page->seen ? known->left : 0;
	return most < known->left ? (uint32_t)most : known->left;
}

static uint32_t
count_untested(const struct holding *holding)
{
	const struct clair_baseline *baseline = holding->baseline;
	uint32_t count = 0;

	for (uint32_t i = 0; i < baseline->page_count; i++) {
		const struct clair_known_page *page = known_page(holding, baseline->page_names[i]);

		count += page->tested && !page->seen;
	}
	return count;
}

static void
count_left(struct holding *holding, struct clair_known *known, uint32_t untested)
{
	struct clair_baseline_facts *facts = holding->facts;
	const struct clair_linter *linter = holding->run->linter;
	const struct clair_rule *rule = clair_linter_rule_find(linter, known->rule);
	uint32_t *unlisted = rule == NULL ? NULL : &holding->unlisted[clair_linter_rule_index(linter, rule)];
	uint32_t unseen = known->left;

	if (rule != NULL && clair_baseline_asks(holding->run, rule)) {
		unseen = not_looked_at(holding, known, untested);
		if (known->left - unseen >= *unlisted) {
			unseen += *unlisted;
			*unlisted = 0;
		} else {
			*unlisted -= known->left - unseen;
			unseen = known->left;
		}
	}
	facts->unseen += unseen;
	*(known->review ? &facts->review.gone : &facts->failed.gone) += known->left - unseen;
}

/* Findings past the ceiling that are told here, and whether they failed. */
static void
count_tallies(struct holding *holding, const struct clair_tally *tallies, bool *failed)
{
	for (size_t i = 0; tallies != NULL && i < clair_linter_rule_count(holding->run->linter); i++) {
		holding->unlisted[i] += tallies[i].untold;
		failed[i] |= tallies[i].untold > 0 && tallies[i].failed > 0;
	}
}

static void
count_gone(struct holding *holding)
{
	const struct clair_linter *linter = holding->run->linter;
	const size_t rules = clair_linter_rule_count(linter);
	const uint32_t untested = count_untested(holding);
	bool *failed = clair_alloc_array(&holding->mem, rules + 1, sizeof(*failed));

	holding->unlisted = clair_alloc_array(&holding->mem, rules + 1, sizeof(*holding->unlisted));
	if (failed == NULL || holding->unlisted == NULL)
		return;
	for (uint32_t i = 0; i < holding->run->page_count; i++) {
		const struct clair_result *page = clair_run_page(holding->run, i);

		count_tallies(holding, page->tested ? page->tallies : NULL, failed);
	}
	count_tallies(holding, holding->run->site_tallies, failed);
	for (uint32_t i = 0; i < holding->baseline->known_count; i++)
		count_left(holding, &holding->baseline->known[i], untested);
	for (size_t i = 0; i < rules; i++) {
		const struct clair_rule *rule = clair_linter_rule(linter, i);
		const uint32_t *then = clair_map_get(&holding->baseline->unlisted, rule->id, strlen(rule->id));
		const uint32_t known = then == NULL ? 0 : *then;
		const enum clair_severity severity =
		    failed[i] ? clair_linter_severity(linter, rule) : CLAIR_SEVERITY_REVIEW;

		if (holding->unlisted[i] > known &&
		    clair_map_get(&holding->baseline->rules, rule->id, strlen(rule->id)) != NULL)
			holding->facts->unlisted[severity] += holding->unlisted[i] - known;
	}
}

/* --- The run ------------------------------------------------------------------------------------- */

enum clair_status
clair_run_hold(struct clair_run *run, struct clair_baseline *baseline)
{
	struct holding holding = {.run = run, .baseline = baseline};
	bool failed;

	holding.facts = clair_alloc(&run->mem, sizeof(*holding.facts));
	if (holding.facts == NULL)
		return CLAIR_NO_MEMORY;
	clair_arena_init(&holding.mem, 0);
	clair_buf_init(&holding.key, 0);
	clair_map_init(&holding.moved, &holding.mem);
	holding.facts->name = clair_strdup(&run->mem, baseline->name);
	see_pages(&holding);
	pair_moved(&holding);
	for (int pass = 0; pass < PASSES && (pass == 0 || holding.new_count > 0); pass++)
		take_all(&holding, (enum pass)pass);
	count_found(&holding);
	count_gone(&holding);
	failed = holding.key.failed || holding.mem.failed || run->mem.failed || baseline->mem.failed;
	clair_buf_free(&holding.key);
	clair_arena_free(&holding.mem);
	run->baseline = holding.facts;
	return failed ? CLAIR_NO_MEMORY : CLAIR_OK;
}

uint32_t
clair_run_count_new(const struct clair_run *run, enum clair_severity at_least)
{
	uint32_t count = 0;

	for (int i = (int)at_least; run->baseline != NULL && i < CLAIR_SEVERITY_COUNT; i++)
		count += run->baseline->fresh[i] + run->baseline->unlisted[i];
	return count;
}
