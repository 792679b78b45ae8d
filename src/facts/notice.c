/* Legal notices, personal data, consent, recourse: see clairlint/legal.h. */
#include "facts/home.h"
#include "facts/outline.h"
#include "facts/text.h"

enum {
	BANNER_TEXT = 3000, /* bytes: more is a page about cookies */
	BANNER_CLIMB = 6,
};

unsigned
clair_notice_page(struct clair_ctx *ctx)
{
	const char *heading = clair_heading_or_title(ctx);
	unsigned kinds = 0;

	if (clair_matches(ctx, "notice-privacy", heading))
		kinds |= CLAIR_NOTICE_PRIVACY;
	if (clair_matches(ctx, "notice-legal", heading))
		kinds |= CLAIR_NOTICE_LEGAL;
	return kinds;
}

unsigned
clair_notice_said(struct clair_ctx *ctx)
{
	static const struct {
		const char *pattern;
		enum clair_notice flag;
	} notices[] = {
	    {"says-purpose", CLAIR_NOTICE_PURPOSE}, {"says-basis", CLAIR_NOTICE_BASIS},
	    {"says-duration", CLAIR_NOTICE_DURATION}, {"says-rights", CLAIR_NOTICE_RIGHTS},
	    {"says-officer", CLAIR_NOTICE_OFFICER}, {"says-authority", CLAIR_NOTICE_AUTHORITY},
	    {"says-no-data", CLAIR_NOTICE_NO_DATA}, {"says-publisher", CLAIR_NOTICE_PUBLISHER},
	    {"says-director", CLAIR_NOTICE_DIRECTOR}, {"says-host", CLAIR_NOTICE_HOST},
	};
	unsigned said = 0;

	for (const struct clair_block *block = clair_block_at(ctx, 0); block != NULL;
	    block = clair_block_next(ctx, block))
		for (size_t i = 0; clair_block_region(ctx, block) == CLAIR_IN_MAIN && i < CLAIR_LEN(notices); i++)
			if ((said & notices[i].flag) == 0 && clair_matches(ctx, notices[i].pattern, block->text))
				said |= notices[i].flag;
	return said;
}

/* --- Consent ------------------------------------------------------------------------------------------- */

static bool
is_control(const struct clair_node *node)
{
	enum clair_tag tag = clair_tag(node);

	return tag == CLAIR_TAG_BUTTON || tag == CLAIR_TAG_A ||
	    (tag == CLAIR_TAG_INPUT &&
	        (clair_attr_is(node, CLAIR_ATTR_TYPE, "button") || clair_attr_is(node, CLAIR_ATTR_TYPE, "submit")));
}

/* The nearest part around the control that speaks of trackers, when it is small. */
static const struct clair_node *
banner_of(struct clair_ctx *ctx, const struct clair_node *control)
{
	const struct clair_node *node = clair_parent(control);

	for (int i = 0; i < BANNER_CLIMB && node != NULL; i++, node = clair_parent(node)) {
		if (clair_outline_text(clair_outline_get(ctx), node) > BANNER_TEXT)
			return NULL;
		if (clair_matches(ctx, "consent-matter", clair_text_content(ctx, node)))
			return node;
	}
	return NULL;
}

static void
read_banner(struct clair_ctx *ctx, const struct clair_node *banner, struct clair_consent *consent)
{
	for (const struct clair_node *node = clair_next_inside(banner, banner); node != NULL;
	    node = clair_next_inside(banner, node)) {
		if (!is_control(node))
			continue;
		if (consent->refuse == NULL && clair_matches(ctx, "consent-refuse", clair_name(ctx, node)))
			consent->refuse = node;
		else if (consent->settings == NULL && clair_matches(ctx, "consent-settings", clair_name(ctx, node)))
			consent->settings = node;
	}
}

struct clair_consent
clair_consent(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_BUTTON, CLAIR_TAG_A, CLAIR_TAG_INPUT};
	struct clair_consent consent = {0};

	for (size_t t = 0; t < CLAIR_LEN(tags); t++) {
		for (size_t i = 0; i < clair_tag_count(ctx, tags[t]); i++) {
			const struct clair_node *control = clair_tag_at(ctx, tags[t], i);
			const struct clair_node *banner;

			if (!is_control(control) || !clair_exposed(ctx, control) ||
			    !clair_matches(ctx, "consent-accept", clair_name(ctx, control)))
				continue;
			banner = banner_of(ctx, control);
			if (banner == NULL)
				continue;
			consent.accept = control;
			read_banner(ctx, banner, &consent);
			return consent;
		}
	}
	return consent;
}
