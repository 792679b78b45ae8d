/* Site rules, and what they may ask: the summaries of the pages. */
#include "engine/site.h"

#include "base/map.h"
#include "base/shelf.h"
#include "engine/judge.h"
#include "facts/summary.h"

#include <string.h>

bool
clair_run_judge_site(struct clair_run *run)
{
	struct clair_judge judge = {.linter = run->linter, .mem = &run->mem, .url = ""};
	struct clair_ctx ctx = {
	    .dict = run->linter->dict,
	    .today = run->linter->options.today,
	    .judge = &judge,
	    .site = run,
	};

	run->site_tallies =
	    clair_alloc_array(&run->mem, run->linter->rule_count + 1, sizeof(*run->site_tallies));
	judge.kept = clair_alloc_array(&run->mem, run->linter->rule_count + 1, sizeof(*judge.kept));
	if (run->site_tallies == NULL || judge.kept == NULL)
		return false;
	for (size_t r = 0; r < run->linter->rule_count; r++) {
		const struct clair_rule *rule = run->linter->rules[r];

		if (!run->linter->enabled[r] || rule->scope != CLAIR_SITE)
			continue;
		judge.rule = rule;
		judge.rule_index = r;
		judge.tally = &run->site_tallies[r];
		judge.reported = 0;
		judge.silenced = 0;
		clair_judge_count(&judge, rule->check.site(&ctx));
		clair_tally_close(judge.tally);
	}
	run->site_findings = clair_findings_sort(judge.first, judge.finding_count, &run->mem);
	run->site_finding_count = judge.finding_count;
	return !run->mem.failed;
}

size_t
clair_site_page_count(struct clair_ctx *ctx)
{
	return ctx->site->tested_count;
}

const struct clair_page_summary *
clair_site_page(struct clair_ctx *ctx, size_t index)
{
	if (index >= ctx->site->tested_count)
		return NULL;
	/* Its links will be read. */
	clair_shelf_touched(ctx->site->shelf, ctx->site->summaries[index]->held);
	return ctx->site->summaries[index];
}

const struct clair_page_summary *
clair_site_find(struct clair_ctx *ctx, const char *url)
{
	return clair_map_get(&ctx->site->by_url, url, strlen(url));
}

int
clair_site_refusal(struct clair_ctx *ctx, const char *url)
{
	return (int)(uintptr_t)clair_map_get(&ctx->site->refused, url, strlen(url));
}

const struct clair_page_summary *
clair_site_first_titled(struct clair_ctx *ctx, const struct clair_page_summary *page)
{
	return clair_map_get(&ctx->site->by_title, page->title, strlen(page->title));
}

const char *
clair_summary_url(const struct clair_page_summary *page)
{
	return page->url;
}

const char *
clair_summary_title(const struct clair_page_summary *page)
{
	return page->title;
}

const char *
clair_summary_lang(const struct clair_page_summary *page)
{
	return page->lang;
}

int
clair_summary_depth(const struct clair_page_summary *page)
{
	return page->depth;
}

uint8_t
clair_summary_prerequisites(const struct clair_page_summary *page)
{
	return page->prerequisites;
}

bool
clair_summary_is_home(const struct clair_page_summary *page)
{
	return page->is_home;
}

enum clair_page_kind
clair_summary_kind(const struct clair_page_summary *page)
{
	return (enum clair_page_kind)page->kind;
}

uint64_t
clair_summary_menu(const struct clair_page_summary *page)
{
	return page->menu.in_order;
}

bool
clair_summary_same_entries(const struct clair_page_summary *one, const struct clair_page_summary *other)
{
	return one->menu.in_any_order == other->menu.in_any_order;
}

enum clair_conformity
clair_summary_mention(const struct clair_page_summary *page)
{
	return (enum clair_conformity)page->mention_state;
}

enum clair_conformity
clair_summary_declared(const struct clair_page_summary *page)
{
	return (enum clair_conformity)page->declared_state;
}

unsigned
clair_summary_flags(const struct clair_page_summary *page)
{
	return page->flags;
}

unsigned
clair_summary_channels(const struct clair_page_summary *page, enum clair_channel_place place)
{
	return page->channels[place];
}

const struct clair_spot *
clair_summary_spot(const struct clair_page_summary *page, enum clair_repeated what)
{
	return &page->spots[what];
}

const struct clair_skip *
clair_summary_skip(const struct clair_page_summary *page)
{
	return &page->skip;
}

const struct clair_shared_label *
clair_summary_label(const struct clair_page_summary *page, enum clair_shared_field field)
{
	return &page->labels[field];
}

size_t
clair_summary_third_parties(const struct clair_page_summary *page)
{
	return page->third_party_count;
}

const char *
clair_summary_third_party(const struct clair_page_summary *page, size_t index)
{
	return index < page->third_party_count ? page->third_parties[index] : NULL;
}

size_t
clair_summary_link_count(const struct clair_page_summary *page)
{
	return page->link_count;
}

const char *
clair_summary_link(const struct clair_page_summary *page, size_t index)
{
	return index < page->link_count ? page->links[index] : NULL;
}

unsigned
clair_summary_link_parts(const struct clair_page_summary *page, size_t index)
{
	return page->link_parts != NULL && index < page->link_count ? page->link_parts[index] : 0;
}

/* The pages judged that the links of one part of a page lead to, by their order. */
static bool *
pages_led_to(struct clair_ctx *ctx, const struct clair_page_summary *from, unsigned parts)
{
	bool *led = clair_alloc_array(ctx->judge->mem, ctx->site->tested_count, sizeof(*led));

	for (uint32_t i = 0; led != NULL && i < from->link_count; i++) {
		const struct clair_page_summary *to = clair_site_find(ctx, from->links[i]);

		if (to != NULL && (clair_summary_link_parts(from, i) & parts) != 0)
			led[to->order] = true;
	}
	return led;
}

size_t
clair_site_left_out(struct clair_ctx *ctx, const struct clair_page_summary *home,
    const struct clair_page_summary *map, const struct clair_page_summary **first)
{
	const bool *in_menu = pages_led_to(ctx, home, CLAIR_LINK_IN_MENU);
	const bool *in_map = pages_led_to(ctx, map, CLAIR_LINK_IN_CONTENT);
	size_t count = 0;

	for (uint32_t i = 0; in_menu != NULL && in_map != NULL && i < ctx->site->tested_count; i++) {
		const struct clair_page_summary *page = ctx->site->summaries[i];

		if (!in_menu[i] || in_map[i] || page == home || page == map)
			continue;
		if (count++ == 0)
			*first = page;
	}
	return count;
}
