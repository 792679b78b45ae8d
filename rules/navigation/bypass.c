/* The blocks that pages repeat can be passed over. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_WAY, MAYBE_NO_WAY };

static const struct clair_message messages[] = {
	[NO_WAY] = {
		.key = "no-way",
		.fr = "Rien ne permet d’atteindre le contenu sans parcourir ce qui le précède : ni "
		    "zone balisée, ni titre, ni lien d’accès rapide.",
		.en = "Nothing lets people reach the content without going through what stands before: "
		    "no landmark, no heading, no skip link.",
	},
	[MAYBE_NO_WAY] = {
		.key = "maybe-no-way",
		.fr = "Le contenu n’a ni zone balisée, ni titre, ni lien d’accès rapide : vérifier qu’un "
		    "programme (script) permet de l’atteindre.",
		.en = "The content has no landmark, no heading and no skip link: check that a script "
		    "lets people reach it.",
	},
};

/* What pages of a site have in common before their content: a footer comes after it. */
static bool
is_passed_over(struct clair_ctx *ctx, const struct clair_node *node)
{
	return clair_closest_role(ctx, node, CLAIR_ROLE_CONTENTINFO) == NULL;
}

static bool
is_repeated(struct clair_ctx *ctx, const struct clair_node *landmark)
{
	switch (clair_role(ctx, landmark)) {
	case CLAIR_ROLE_BANNER:
	case CLAIR_ROLE_COMPLEMENTARY:
	case CLAIR_ROLE_NAVIGATION:
		return true;
	default:
		return false;
	}
}

struct landmarks {
	bool repeated, content;
};

static struct landmarks
look_at_landmarks(struct clair_ctx *ctx)
{
	struct landmarks seen = {.repeated = false};

	for (size_t i = 0; i < clair_menu_count(ctx); i++)
		seen.repeated = seen.repeated || is_passed_over(ctx, clair_menu(ctx, i)->node);
	for (size_t i = 0; i < clair_landmark_count(ctx); i++) {
		const struct clair_node *landmark = clair_landmark(ctx, i);

		if (!is_passed_over(ctx, landmark))
			continue;
		if (is_repeated(ctx, landmark))
			seen.repeated = true;
		else if (clair_exposed(ctx, landmark))
			seen.content = true;
	}
	return seen;
}

/* ACT 047fe0: both seen and exposed. */
static bool
has_content_heading(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_heading_count(ctx); i++) {
		const struct clair_node *heading = clair_heading(ctx, i);

		if (clair_region(ctx, heading) == CLAIR_IN_MAIN &&
		    (clair_visible(ctx, heading) || clair_style_grade(ctx, heading) != CLAIR_STATIC))
			return true;
	}
	return false;
}

/* An empty target may stand at the end of what is passed over. */
static bool
has_skip_link(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);
		const char *fragment = clair_inner_fragment(ctx, link);
		const struct clair_node *target;

		if (fragment == NULL || !clair_exposed(ctx, link))
			continue;
		target = clair_anchor(ctx, fragment);
		if (target != NULL && (clair_region(ctx, target) == CLAIR_IN_MAIN ||
		    rule_blank(clair_text_content(ctx, target))))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	struct landmarks landmarks = look_at_landmarks(ctx);
	bool unsure = clair_page_may_change(ctx) || clair_tag_count(ctx, CLAIR_TAG_DETAILS) > 0;

	if (clair_is_shell(ctx) || !landmarks.repeated)
		return CLAIR_INAPPLICABLE;
	if (landmarks.content || has_content_heading(ctx) || has_skip_link(ctx))
		return CLAIR_PASS;

	if (unsure)
		clair_review_page(ctx, MAYBE_NO_WAY);
	else
		clair_fix_other(clair_report_page(ctx, NO_WAY), CLAIR_FIX_ADD_ELEMENT, "main");
	return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
}

CLAIR_RULE(navigation_bypass) = {
	.id = "navigation/bypass",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.rgaa = CLAIR_IDS("12.6.1"),
	.wcag = CLAIR_IDS("2.4.1"),
	/* Without any of the ways, each rule about one of them fails too. */
	.act = CLAIR_IDS("cf77f2", "047fe0", "3e12e1", "b40fd1", "ye5d6e"),
	.needs = CLAIR_IDS("S-038"),
	.title = {
		.fr = "On peut passer les zones répétées d’une page à l’autre",
		.en = "The zones that pages repeat can be passed over",
	},
	.why = {
		.fr = "Au clavier ou au lecteur d’écran, il faut relire le menu à chaque page avant "
		    "d’arriver au contenu.",
		.en = "By keyboard or screen reader, one must go through the menu again on each page "
		    "before the content.",
	},
	.remedy = {
		.fr = "Mettre le contenu dans un élément main, avec un titre, et un lien « Aller au "
		    "contenu » en haut de la page.",
		.en = "Put the content in a main element, with a heading, and a link \"Skip to content\" "
		    "at the top of the page.",
	},
	.limits = {
		.fr = "Ce qui se répète est deviné sur une seule page : en-tête, menus, "
		    "compléments.",
		.en = "What is repeated is guessed on one page: header, menus, asides.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
