/* See summary.h. One pass over the links and one over the text give the flags. */
#include "facts/summary.h"
#include "clairlint/contact.h"
#include "facts/content.h"
#include "facts/facts.h"
#include "facts/home.h"
#include "facts/links.h"
#include "facts/outline.h"
#include "facts/repeated.h"
#include "facts/shared_field.h"
#include "facts/statement.h"

#include <string.h>
#include <strings.h>

enum { CHANNEL_WORDS = 120 /* bytes */ };

static const struct {
	const char *pattern;
	unsigned flag;
} link_patterns[] = {
	{"site-map-link", CLAIR_SUMMARY_SITE_MAP_LINK},
	{"accessibility-link", CLAIR_SUMMARY_ACCESSIBILITY_LINK},
	{"contact-link", CLAIR_SUMMARY_CONTACT_LINK},
	{"legal-link", CLAIR_SUMMARY_LEGAL_LINK},
	{"privacy-link", CLAIR_SUMMARY_PRIVACY_LINK},
	{"falc-link", CLAIR_SUMMARY_FALC_LINK},
	{"help-link", CLAIR_SUMMARY_HELP_LINK},
};

static unsigned
flags_of_words(struct clair_ctx *ctx, const char *words)
{
	unsigned flags = 0;

	if (words[0] == '\0')
		return 0;
	for (size_t i = 0; i < CLAIR_LEN(link_patterns); i++)
		if (clair_matches(ctx, link_patterns[i].pattern, words))
			flags |= link_patterns[i].flag;
	return flags;
}

static unsigned
flags_of_link(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);

	if (href == NULL || !clair_exposed(ctx, link))
		return 0;
	if (strncasecmp(href, "mailto:", 7) == 0)
		return CLAIR_SUMMARY_CONTACT_LINK;
	return flags_of_words(ctx, clair_name(ctx, link));
}

static unsigned
flags_of_links(struct clair_ctx *ctx, struct clair_spot *spots)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_A, CLAIR_TAG_AREA};
	unsigned all = 0;

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *link = clair_tag_at(ctx, tags[t], i);
			unsigned flags = flags_of_link(ctx, link);

			if (flags != 0)
				clair_spots_add_link(ctx, spots, link, flags);
			all |= flags;
		}
	}
	return all;
}

/* Help that a button opens is no link, and is found all the same. */
static unsigned
flags_of_buttons(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_BUTTON, CLAIR_TAG_SUMMARY};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *button = clair_tag_at(ctx, tags[t], i);

			if (clair_exposed(ctx, button) &&
			    clair_matches(ctx, "help-link", clair_name(ctx, button)))
				return CLAIR_SUMMARY_HELP_BUTTON;
		}
	}
	return 0;
}

/* A fax helps nobody who needs to talk. */
static unsigned
flags_of_phones(struct clair_ctx *ctx, struct clair_spot *spots)
{
	unsigned flags = 0;

	for (size_t i = 0; i < clair_phone_count(ctx); i++) {
		const struct clair_phone *phone = clair_phone_at(ctx, i);

		if (phone->is_fax)
			continue;
		flags = CLAIR_SUMMARY_PHONE;
		if (phone->is_link)
			clair_spots_add_link(
			    ctx, spots, clair_closest(phone->node, CLAIR_TAG_A), CLAIR_SUMMARY_PHONE);
	}
	return flags;
}

static unsigned
flags_of_menus(struct clair_ctx *ctx, struct clair_menu_words *words)
{
	unsigned flags = 0;

	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		const struct clair_menu *menu = clair_menu(ctx, i);

		if (menu->is_breadcrumb)
			flags |= CLAIR_SUMMARY_BREADCRUMB;
		if (menu->is_skip_links)
			flags |= CLAIR_SUMMARY_SKIP_LINK;
		if (menu->is_main)
			*words = clair_menu_words(ctx, menu);
	}
	return flags;
}

static void
keep_third_parties(struct clair_ctx *ctx, struct clair_page_summary *summary, struct clair_arena *arena)
{
	const size_t count = clair_third_party_count(ctx);

	summary->third_parties = clair_alloc_array(arena, count + 1, sizeof(*summary->third_parties));
	for (size_t i = 0; summary->third_parties != NULL && i < count; i++)
		summary->third_parties[summary->third_party_count++] =
		    clair_strdup(arena, clair_third_party(ctx, i));
}

/* What names the channel on the page; a form and a script have no words. */
static const char *
words_of_channel(struct clair_ctx *ctx, enum clair_channel channel)
{
	const struct clair_channel_proof *proof = clair_channel(ctx, channel, CLAIR_CHANNEL_IN_MAIN);

	if (proof == NULL)
		proof = clair_channel(ctx, channel, CLAIR_CHANNEL_ON_PAGE);
	if (proof == NULL)
		return NULL;
	return proof->block == NULL
	    ? clair_name(ctx, proof->node)
	    : clair_strndup(&ctx->page->mem, clair_block_text(proof->block) + proof->from, proof->length);
}

static void
keep_channels(struct clair_ctx *ctx, struct clair_page_summary *summary, struct clair_arena *arena)
{
	for (int place = 0; place < CLAIR_CHANNEL_PLACES; place++)
		summary->channels[place] = (uint16_t)clair_channels(ctx, place);
	for (int channel = 0; channel < CLAIR_CHANNEL_COUNT; channel++) {
		const char *words = words_of_channel(ctx, channel);

		if (words != NULL && strlen(words) <= CHANNEL_WORDS)
			summary->channel_words[channel] = clair_strdup(arena, words);
	}
	summary->alternative = clair_alternative(ctx);
}

static uint8_t
prerequisites_of(struct clair_ctx *ctx)
{
	const struct clair_procedure_label *label = clair_procedure_label(ctx);

	return label == NULL ? CLAIR_NOT_A_PROCEDURE : label->need_count;
}

static void
keep_accessibility(struct clair_ctx *ctx, struct clair_page_summary *summary)
{
	const struct clair_mention *mention = clair_mention(ctx);

	if (mention->form == CLAIR_MENTION_EXACT)
		summary->flags |= CLAIR_SUMMARY_ACCESSIBILITY_MENTION;
	else if (mention->form == CLAIR_MENTION_NEAR)
		summary->flags |= CLAIR_SUMMARY_MENTION_NEAR;
	summary->mention_state = (uint8_t)mention->state;
	if (!clair_is_statement(ctx))
		return;
	summary->flags |= CLAIR_SUMMARY_IS_STATEMENT;
	summary->declared_state = (uint8_t)clair_statement(ctx)->state;
}

struct clair_page_summary *
clair_summary_new(struct clair_ctx *ctx, struct clair_arena *arena)
{
	struct clair_page_summary *summary = clair_alloc(arena, sizeof(*summary));

	if (summary == NULL)
		return NULL;
	summary->url = clair_strdup(arena, clair_page_url(ctx));
	summary->title = clair_strdup(arena, clair_page_title(ctx));
	summary->lang = clair_strdup(arena, clair_lang_of(ctx, clair_root(ctx)));
	summary->depth = ctx->page->click_depth;
	summary->is_home = clair_is_home(ctx);
	summary->kind = (uint8_t)clair_page_kind(ctx).kind;
	summary->prerequisites = prerequisites_of(ctx);
	clair_spots_start(ctx, summary->spots);
	summary->flags = flags_of_links(ctx, summary->spots) |
	    flags_of_buttons(ctx) | flags_of_phones(ctx, summary->spots) |
	    flags_of_menus(ctx, &summary->menu);
	if (clair_tag_count(ctx, CLAIR_TAG_SVG) > 0)
		summary->flags |= CLAIR_SUMMARY_DRAWINGS;
	if (clair_page_may_change(ctx))
		summary->flags |= CLAIR_SUMMARY_SCRIPTS;
	if (clair_spots_add_search(ctx, summary->spots))
		summary->flags |= CLAIR_SUMMARY_SEARCH;
	if (clair_spots_add_skip_link(ctx, summary->spots, &summary->skip))
		summary->flags |= CLAIR_SUMMARY_SKIP_LINK;
	keep_accessibility(ctx, summary);
	summary->flags |= clair_content_flags(ctx);
	summary->look = clair_look_of(ctx);
	if (clair_fits_phone(ctx))
		summary->flags |= CLAIR_SUMMARY_FITS_PHONE;
	if (clair_personal_field(ctx) != NULL)
		summary->flags |= CLAIR_SUMMARY_PERSONAL;
	keep_third_parties(ctx, summary, arena);
	keep_channels(ctx, summary, arena);
	clair_labels_keep(ctx, arena, summary->labels);
	if (clair_is_site_map(ctx))
		summary->flags |= CLAIR_SUMMARY_IS_SITE_MAP;
	summary->links = clair_links_out(ctx, arena, &summary->link_count);
	if (summary->is_home || (summary->flags & CLAIR_SUMMARY_IS_SITE_MAP) != 0)
		summary->link_parts = clair_link_parts(ctx, arena, summary->links, summary->link_count);
	summary->canonical = clair_canonical_of(ctx, arena);
	return arena->failed ? NULL : summary;
}
