/*
 * Findings of one crawl in the other. On a page and its counterpart: by fingerprint, as many times as there
 * are; then, of one rule and message, what stands at the same place, or points at a page that has moved, or is
 * the only finding and shows one of several elements. What nobody can tell is set apart, and counted neither as new nor as gone.
 */
#include "compare/compare.h"

#include <string.h>

/* --- By key ------------------------------------------------------------------------------------ */

struct findings {
	struct clair_compared_finding *list;
	uint32_t count;
};

/* What two findings have in common; NULL: nothing can be said of this one. */
typedef const char *key_fn(
    struct clair_compare *compare, const struct clair_compared_finding *finding, bool is_old);

static const char *
by_fingerprint(struct clair_compare *compare, const struct clair_compared_finding *finding, bool is_old)
{
	(void)compare;
	(void)is_old;
	return finding->fingerprint;
}

static const char *
by_place(struct clair_compare *compare, const struct clair_compared_finding *finding, bool is_old)
{
	(void)is_old;
	if (finding->selector[0] == '\0')
		return NULL;
	return clair_asprintf(&compare->mem, "%s#%s\n%s", finding->rule, finding->message_key,
	    finding->selector);
}

enum { END_BYTES = 4 }; /* shorter ends of addresses stand everywhere */

/* The end of an address stands in the source in whatever way the link is written. */
static bool
points_at(const struct clair_compared_finding *finding, const struct clair_compared_page *page)
{
	const char *end = page->key + strlen(page->key);

	if (end > page->key && end[-1] == '/')
		end--;
	while (end > page->key && end[-1] != '/')
		end--;
	return strlen(end) >= END_BYTES && strstr(finding->excerpt, end) != NULL;
}

static const char *
by_moved_target(struct clair_compare *compare, const struct clair_compared_finding *finding, bool is_old)
{
	const struct clair_compared_side *old = &compare->old;

	for (uint32_t i = 0; i < old->page_count; i++) {
		const struct clair_compared_page *page = &old->pages[i];

		if (page->other == NULL || page->fate == CLAIR_FATE_KEPT ||
		    !points_at(finding, is_old ? page : page->other))
			continue;
		return clair_asprintf(&compare->mem, "%s#%s\n%s", finding->rule, finding->message_key, page->key);
	}
	return NULL;
}

/* Of the site: the page that it is about, as the new crawl calls it. */
static const char *
by_page(struct clair_compare *compare, const struct clair_compared_finding *finding, bool is_old)
{
	const struct clair_compared_side *side = is_old ? &compare->old : &compare->new;
	const char *key = clair_side_key(side, finding->url);
	const struct clair_compared_page *page = clair_side_page(side, key);

	if (is_old && page != NULL && page->other != NULL)
		key = page->other->key;
	else if (page != NULL)
		key = page->key;
	return clair_asprintf(&compare->mem, "%s#%s\n%s", finding->rule, finding->message_key, key);
}


static void
match(struct clair_compare *compare, struct findings old, struct findings new, key_fn *key_of)
{
	struct clair_arena mem;
	struct clair_map map;

	clair_arena_init(&mem, 0);
	clair_map_init(&map, &mem);
	for (uint32_t i = old.count; i-- > 0;) {
		const char *key = old.list[i].matched ? NULL : key_of(compare, &old.list[i], true);
		void **slot = key == NULL ? NULL : clair_map_at(&map, key, strlen(key));

		if (slot == NULL)
			continue;
		old.list[i].next = *slot;
		*slot = &old.list[i];
	}
	for (uint32_t i = 0; i < new.count; i++) {
		const char *key = new.list[i].matched ? NULL : key_of(compare, &new.list[i], false);
		void **slot = key == NULL || clair_map_get(&map, key, strlen(key)) == NULL
		    ? NULL
		    : clair_map_at(&map, key, strlen(key));
		struct clair_compared_finding *first = slot == NULL ? NULL : *slot;

		if (first == NULL)
			continue;
		first->matched = new.list[i].matched = true;
		*slot = first->next;
	}
	compare->mem.failed |= mem.failed;
	clair_arena_free(&mem);
}

static bool
same_message(const struct clair_compared_finding *one, const struct clair_compared_finding *other)
{
	return strcmp(one->rule, other->rule) == 0 && strcmp(one->message_key, other->message_key) == 0;
}

/* The only one of this rule and message; NULL when there are several, or none. */
static struct clair_compared_finding *
only_one(struct findings findings, const struct clair_compared_finding *like)
{
	struct clair_compared_finding *only = NULL;

	for (uint32_t i = 0; i < findings.count; i++) {
		if (!same_message(&findings.list[i], like))
			continue;
		if (only != NULL)
			return NULL;
		only = &findings.list[i];
	}
	return only;
}

/* A rule about the page shows one element of several, and a doubt is about several as well: which one comes
 * first is no news. */
static void
match_only_ones(struct findings old, struct findings new)
{
	for (uint32_t i = 0; i < new.count; i++) {
		struct clair_compared_finding *now = &new.list[i];
		struct clair_compared_finding *before;

		if (now->matched || (!now->of_page && now->failed) || only_one(new, now) != now)
			continue;
		before = only_one(old, now);
		if (before != NULL && !before->matched && before->failed == now->failed)
			before->matched = now->matched = true;
	}
}

static struct findings
of_page(const struct clair_compared_page *page)
{
	return (struct findings){page->findings, page->finding_count};
}

/* --- What is left -------------------------------------------------------------------------------- */

static json_int_t
tally(const struct clair_compared_page *page, const char *rule, const char *what)
{
	return json_integer_value(json_object_get(json_object_get(page->outcomes, rule), what));
}

/* Elements of the page that are not as the rule wants. */
static json_int_t
found(const struct clair_compared_page *page, const char *rule)
{
	return tally(page, rule, "failed") + tally(page, rule, "review");
}

static bool
was_asked(const struct clair_compared_side *side, const char *rule)
{
	return clair_map_get(&side->rules, rule, strlen(rule)) != NULL;
}

static enum clair_apart
apart_on_page(const struct clair_compared_page *page, const struct clair_compared_page *other, const char *rule)
{
	if (other == NULL)
		return page->fate == CLAIR_FATE_ADDED ? CLAIR_APART_NONE : CLAIR_APART_PAGE;
	if (tally(page, rule, "not_listed") + tally(other, rule, "not_listed") > 0)
		return found(page, rule) > found(other, rule) ? CLAIR_APART_NONE : CLAIR_APART_CUT;
	if (strcmp(page->note, "incomplete") == 0 || strcmp(other->note, "incomplete") == 0)
		return CLAIR_APART_INCOMPLETE;
	return CLAIR_APART_NONE;
}

static void
count(struct clair_finding_counts *counts, const struct clair_compared_finding *finding, bool is_old)
{
	if (finding->silenced)
		return;
	if (finding->matched)
		counts->same += !is_old;
	else if (finding->apart == CLAIR_APART_NONE)
		*(is_old ? &counts->gone : &counts->appeared) += 1;
}

static void
close_finding(struct clair_compare *compare, struct clair_compared_finding *finding,
    const struct clair_compared_page *page, bool is_old)
{
	if (!finding->matched) {
		if (!was_asked(is_old ? &compare->new : &compare->old, finding->rule))
			finding->apart = CLAIR_APART_RULE;
		else if (page != NULL)
			finding->apart = apart_on_page(page, page->other, finding->rule);
		if (!finding->silenced)
			(is_old ? compare->apart_before : compare->apart)[finding->apart]++;
	}
	count(finding->failed ? &compare->failed : &compare->review, finding, is_old);
}

static void
close_side(struct clair_compare *compare, struct clair_compared_side *side, bool is_old)
{
	for (uint32_t i = 0; i < side->page_count; i++)
		for (uint32_t f = 0; f < side->pages[i].finding_count; f++)
			close_finding(compare, &side->pages[i].findings[f], &side->pages[i], is_old);
	for (uint32_t f = 0; f < side->finding_count; f++)
		close_finding(compare, &side->findings[f], NULL, is_old);
}

void
clair_compare_findings(struct clair_compare *compare)
{
	const struct findings old = {compare->old.findings, compare->old.finding_count};
	const struct findings new = {compare->new.findings, compare->new.finding_count};
	static key_fn *const keys[] = {by_fingerprint, by_place, by_moved_target};

	for (uint32_t i = 0; i < compare->old.page_count; i++) {
		const struct clair_compared_page *page = &compare->old.pages[i];

		if (page->other == NULL)
			continue;
		for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++)
			match(compare, of_page(page), of_page(page->other), keys[k]);
		match_only_ones(of_page(page), of_page(page->other));
	}
	match(compare, old, new, by_fingerprint);
	match(compare, old, new, by_page);
	close_side(compare, &compare->old, true);
	close_side(compare, &compare->new, false);
}
