/*
 * Which page of the new crawl is which page of the old one. First by address, through redirects. Then, for what
 * is left on both sides, by the words of its main content; then by its title and its heading together. Words
 * that several pages share tell nothing.
 */
#include "compare/compare.h"

#include <string.h>

static void
pair(struct clair_compared_page *old_page, struct clair_compared_page *new_page, enum clair_fate fate)
{
	old_page->fate = new_page->fate = fate;
	old_page->other = new_page;
	new_page->other = old_page;
}

/* An address that leads to a page that another address gave already is read once: the page is there. */
static struct clair_compared_page *
page_at_end(const struct clair_compared_side *side, struct clair_compared_page *page)
{
	struct clair_compared_page *end;

	if (page->tested)
		return page;
	end = clair_side_page(side, page->key);
	return end != NULL && end->tested ? end : page;
}

static void
pair_in_place(struct clair_compare *compare, struct clair_compared_page *page)
{
	struct clair_compared_page *asked = clair_side_page(&compare->new, page->key);
	struct clair_compared_page *end = asked == NULL ? NULL : page_at_end(&compare->new, asked);

	if (end != NULL && end->tested && strcmp(end->key, page->key) == 0)
		pair(page, end, CLAIR_FATE_KEPT);
}

static void
pair_by_redirect(struct clair_compare *compare, struct clair_compared_page *page)
{
	struct clair_compared_page *asked = clair_side_page(&compare->new, page->key);
	struct clair_compared_page *end;

	if (asked == NULL) {
		page->fate = compare->new.complete ? CLAIR_FATE_GONE : CLAIR_FATE_UNREAD;
		return;
	}
	end = page_at_end(&compare->new, asked);
	if (end->tested && end->other == NULL)
		pair(page, end, CLAIR_FATE_REDIRECTED);
	else if (end->tested)
		page->fate = CLAIR_FATE_REDIRECTED;
	else
		page->fate = asked->status >= 400 ? CLAIR_FATE_DEAD : CLAIR_FATE_UNREAD;
}

static bool
is_lost(const struct clair_compared_page *page)
{
	return page->tested && page->other == NULL && page->fate != CLAIR_FATE_REDIRECTED;
}

/* NULL: the page has no such words. */
typedef const char *words_fn(struct clair_compare *compare, const struct clair_compared_page *page);

static const char *
content(struct clair_compare *compare, const struct clair_compared_page *page)
{
	(void)compare;
	return page->content[0] == '\0' ? NULL : page->content;
}

static const char *
title_and_heading(struct clair_compare *compare, const struct clair_compared_page *page)
{
	if (page->title[0] == '\0' || page->heading[0] == '\0')
		return NULL;
	return clair_asprintf(&compare->mem, "%s\n%s", page->title, page->heading);
}

/* The only lost page with these words; `several` stands for more than one. */
static struct clair_compared_page several;

static void
index_lost(struct clair_compare *compare, struct clair_compared_side *side, struct clair_map *map,
    words_fn *words)
{
	clair_map_init(map, &compare->mem);
	for (uint32_t i = 0; i < side->page_count; i++) {
		struct clair_compared_page *page = &side->pages[i];
		const char *key = is_lost(page) ? words(compare, page) : NULL;
		void **slot = key == NULL ? NULL : clair_map_at(map, key, strlen(key));

		if (slot != NULL)
			*slot = *slot == NULL ? page : &several;
	}
}

static void
pair_by_words(struct clair_compare *compare, words_fn *words)
{
	struct clair_map before;
	struct clair_map now;

	index_lost(compare, &compare->old, &before, words);
	index_lost(compare, &compare->new, &now, words);
	for (uint32_t i = 0; i < compare->old.page_count; i++) {
		struct clair_compared_page *page = &compare->old.pages[i];
		const char *key = is_lost(page) ? words(compare, page) : NULL;
		struct clair_compared_page *other;

		if (key == NULL || clair_map_get(&before, key, strlen(key)) != page)
			continue;
		other = clair_map_get(&now, key, strlen(key));
		if (other != NULL && other != &several)
			pair(page, other, CLAIR_FATE_MOVED);
	}
}

/* A page that only the new crawl has: it was added, if the old crawl read all there was. */
static void
name_added(struct clair_compare *compare)
{
	for (uint32_t i = 0; i < compare->new.page_count; i++) {
		struct clair_compared_page *page = &compare->new.pages[i];
		const bool was_met = clair_side_page(&compare->old, page->key) != NULL;

		if (page->tested && page->other == NULL)
			page->fate = was_met || !compare->old.complete ? CLAIR_FATE_UNREAD : CLAIR_FATE_ADDED;
	}
}

void
clair_compare_pages(struct clair_compare *compare)
{
	for (uint32_t i = 0; i < compare->old.page_count; i++)
		if (compare->old.pages[i].tested)
			pair_in_place(compare, &compare->old.pages[i]);
	for (uint32_t i = 0; i < compare->old.page_count; i++)
		if (compare->old.pages[i].tested && compare->old.pages[i].other == NULL)
			pair_by_redirect(compare, &compare->old.pages[i]);
	pair_by_words(compare, content);
	pair_by_words(compare, title_and_heading);
	name_added(compare);
}
