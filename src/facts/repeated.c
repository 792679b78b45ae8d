/* See repeated.h. A link in the main content is part of the content: it is not repeated. */
#include "facts/repeated.h"
#include "base/map.h"

#include <string.h>

enum { SKIP_LINK_RANK = 4 /* among the links of the page */ };

static const struct {
	unsigned flag;
	enum clair_repeated what;
} of_links[] = {
	{CLAIR_SUMMARY_SITE_MAP_LINK, CLAIR_REPEATED_SITE_MAP},
	{CLAIR_SUMMARY_ACCESSIBILITY_LINK, CLAIR_REPEATED_ACCESSIBILITY},
	{CLAIR_SUMMARY_LEGAL_LINK, CLAIR_REPEATED_LEGAL},
	{CLAIR_SUMMARY_CONTACT_LINK, CLAIR_REPEATED_CONTACT},
	{CLAIR_SUMMARY_PHONE, CLAIR_REPEATED_PHONE},
	{CLAIR_SUMMARY_HELP_LINK, CLAIR_REPEATED_HELP},
};

static void
add(struct clair_spot *spot, const struct clair_node *node, enum clair_region region)
{
	spot->alone = spot->at == 0;
	if (spot->at == 0 || node->index < spot->at)
		spot->at = node->index;
	spot->regions |= (uint16_t)(1u << region);
}

static const struct clair_node *
main_landmark(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_landmark_count(ctx); i++) {
		if (clair_role(ctx, clair_landmark(ctx, i)) == CLAIR_ROLE_MAIN)
			return clair_landmark(ctx, i);
	}
	return NULL;
}

/* What stands before the main landmark without a region of its own is in the head of the page; what stands
 * after it, in the foot. */
static enum clair_region
place_of(struct clair_ctx *ctx, const struct clair_spot *spots, const struct clair_node *node)
{
	const enum clair_region region = clair_region(ctx, node);
	const uint32_t at = spots[CLAIR_REPEATED_MAIN].at;

	if (region != CLAIR_IN_MAIN || at == 0)
		return region;
	if (node->index < at)
		return CLAIR_IN_HEADER;
	return node->index >= (node - node->index + at)->end ? CLAIR_IN_FOOTER : CLAIR_IN_MAIN;
}

void
clair_spots_start(struct clair_ctx *ctx, struct clair_spot *spots)
{
	const struct clair_node *main = main_landmark(ctx);

	if (main != NULL)
		add(&spots[CLAIR_REPEATED_MAIN], main, CLAIR_IN_MAIN);
	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		const struct clair_menu *menu = clair_menu(ctx, i);

		if (menu->is_main)
			add(&spots[CLAIR_REPEATED_MENU], menu->node, CLAIR_IN_NAV);
	}
}

void
clair_spots_add_link(struct clair_ctx *ctx, struct clair_spot *spots,
    const struct clair_node *link, unsigned flags)
{
	const enum clair_region region = place_of(ctx, spots, link);

	if (region == CLAIR_IN_MAIN)
		return;
	for (size_t i = 0; i < CLAIR_LEN(of_links); i++) {
		if ((flags & of_links[i].flag) != 0)
			add(&spots[of_links[i].what], link, region);
	}
}

bool
clair_spots_add_search(struct clair_ctx *ctx, struct clair_spot *spots)
{
	bool any = false;

	for (size_t i = 0; i < clair_form_count(ctx); i++) {
		const struct clair_form *form = clair_form(ctx, i);
		enum clair_region region;

		if (!form->is_search)
			continue;
		any = true;
		region = place_of(ctx, spots, form->node);
		if (form->node->tag == CLAIR_TAG_FORM && region != CLAIR_IN_MAIN)
			add(&spots[CLAIR_REPEATED_SEARCH], form->node, region);
	}
	return any;
}

/* The first of the first links of the page that offers to lead over its head, or NULL. */
static const struct clair_node *
skip_link(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A) && i < SKIP_LINK_RANK; i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);

		if (clair_inner_fragment(ctx, link) != NULL && clair_exposed(ctx, link) &&
		    clair_matches(ctx, "link-skip", clair_name(ctx, link)))
			return link;
	}
	return NULL;
}

/* A link whose parents are out of sight may come with them: nothing is then known. */
static enum clair_sight
sight_of(struct clair_ctx *ctx, const struct clair_node *link)
{
	const struct clair_node *parent = clair_parent(link);

	if (clair_style_grade_when(ctx, link, CLAIR_WHEN_FOCUSED) > CLAIR_STATIC)
		return CLAIR_SIGHT_UNKNOWN;
	if (clair_visible(ctx, link))
		return CLAIR_SIGHT_ALWAYS;
	if (parent != NULL && !clair_visible(ctx, parent))
		return CLAIR_SIGHT_UNKNOWN;
	return clair_shown_when(ctx, link, CLAIR_WHEN_FOCUSED) ? CLAIR_SIGHT_FOCUSED
	                                                       : CLAIR_SIGHT_NEVER;
}

/* All that is the main landmark, holds it, or is its first content leads to the same. */
static uint32_t
target_of(struct clair_ctx *ctx, const char *fragment)
{
	const struct clair_node *target = clair_anchor(ctx, fragment);
	const struct clair_node *main = main_landmark(ctx);

	if (target != NULL && main != NULL &&
	    (clair_contains(target, main) || clair_contains(main, target)))
		return CLAIR_ROLE_MAIN;
	return (uint32_t)clair_hash(fragment, strlen(fragment), CLAIR_HASH_SEED);
}

bool
clair_spots_add_skip_link(
    struct clair_ctx *ctx, struct clair_spot *spots, struct clair_skip *skip)
{
	const struct clair_node *link = skip_link(ctx);

	if (link == NULL)
		return false;
	add(&spots[CLAIR_REPEATED_SKIP_LINK], link, place_of(ctx, spots, link));
	skip->target = target_of(ctx, clair_inner_fragment(ctx, link));
	skip->sight = sight_of(ctx, link);
	return true;
}
