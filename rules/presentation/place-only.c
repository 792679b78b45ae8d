/* A part of the page is not told by its place alone. */
#include "clairlint/rule.h"

enum { UNNAMED, MAYBE_UNNAMED };

static const struct clair_message messages[] = {
	[UNNAMED] = {
		.key = "unnamed",
		.fr = "Le texte désigne « {part} » par sa place, et rien dans la page ne porte "
		    "ce nom.",
		.en = "The text tells of \"{part}\" by its place, and nothing in the page bears "
		    "this name.",
	},
	[MAYBE_UNNAMED] = {
		.key = "maybe-unnamed",
		.fr = "Le texte désigne « {part} » par sa place : vérifier que cette partie se "
		    "trouve aussi par un nom.",
		.en = "The text tells of \"{part}\" by its place: check that this part can also "
		    "be found by a name.",
	},
};

static bool
is_named(struct clair_ctx *ctx)
{
	unsigned menus = 0;

	for (size_t i = 0; i < clair_landmark_count(ctx); i++) {
		const struct clair_node *landmark = clair_landmark(ctx, i);

		menus += clair_role(ctx, landmark) == CLAIR_ROLE_NAVIGATION;
		if (clair_matches(ctx, "menu-word", clair_name(ctx, landmark)))
			return true;
	}
	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		if (clair_matches(ctx, "menu-word", clair_name(ctx, clair_heading(ctx, i))))
			return true;
	}
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_BUTTON); i++) {
		if (clair_matches(ctx, "menu-word", clair_name(ctx, clair_tag_at(ctx, CLAIR_TAG_BUTTON, i))))
			return true;
	}
	/* The only menu of a page needs no name to be found. */
	return menus == 1;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_block *block)
{
	const struct clair_node *node = clair_block_node(block);
	bool unsure = clair_page_may_change(ctx) || clair_style_grade(ctx, node) != CLAIR_STATIC;
	struct clair_finding *finding;
	size_t offset;
	size_t length;

	if (!clair_find_in_block(ctx, "menu-by-place", block, 0, &offset, &length) ||
	    !clair_visible(ctx, node) || !clair_exposed(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (is_named(ctx))
		return CLAIR_PASS;

	finding = unsure ? clair_review_part(ctx, block, offset, length, MAYBE_UNNAMED)
	                 : clair_report_part(ctx, block, offset, length, UNNAMED);
	clair_arg(finding, "part", clair_matches(ctx, "menu-word-navigation", clair_block_text(block))
	        ? "navigation" : "menu");
	return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
}

CLAIR_RULE(presentation_place_only) = {
	.id = "presentation/place-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_BLOCK,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_blocks = CLAIR_PROSE_BLOCKS | CLAIR_BLOCKS(CLAIR_BLOCK_HEADING),
	.rgaa = CLAIR_IDS("10.9.1"),
	.wcag = CLAIR_IDS("1.3.3"),
	.act = CLAIR_IDS("9bd38c"),
	.title = {
		.fr = "Une partie de la page n’est pas désignée par sa seule place",
		.en = "A part of the page is not told by its place alone",
	},
	.why = {
		.fr = "« À droite » ne veut rien dire pour qui écoute la page, ni sur un petit "
		    "écran.",
		.en = "\"On the right\" means nothing to who listens to the page, nor on a "
		    "small screen.",
	},
	.remedy = {
		.fr = "Donner un titre ou un nom à cette partie, et l’écrire dans la consigne.",
		.en = "Give this part a heading or a name, and write it in the instruction.",
	},
	.limits = {
		.fr = "Seuls les menus désignés par leur place sont cherchés.",
		.en = "Only menus told by their place are looked for.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.block = check,
};
