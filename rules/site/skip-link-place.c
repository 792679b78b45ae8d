/* The skip link is the same on all the pages: its place, who sees it, where it leads. */
#include "rules/common/outcome.h"
#include "rules/common/place.h"
#include "rules/common/site.h"

enum { MOVED, REORDERED, OTHER_TARGET, NOT_SEEN };

static const struct clair_message messages[] = {
	[MOVED] = {
		.key = "moved",
		.fr = "Le lien d’accès rapide n’est pas dans la même partie de la page que sur {other}. Vérifier que c’est voulu.",
		.en = "The skip link is not in the same part of the page as on {other}. Check that this is meant.",
	},
	[REORDERED] = {
		.key = "reordered",
		.fr = "Dans le code, le lien d’accès rapide n’est pas au même rang que sur {other}.",
		.en = "In the code, the skip link does not have the same rank as on {other}.",
	},
	[OTHER_TARGET] = {
		.key = "other-target",
		.fr = "Le lien d’accès rapide ne mène pas au même endroit que sur les autres pages. Vérifier que c’est voulu.",
		.en = "The skip link does not lead to the same place as on the other pages. Check that this is meant.",
	},
	[NOT_SEEN] = {
		.key = "not-seen",
		.fr = "Le lien d’accès rapide semble rester caché quand il prend le focus, alors qu’il se voit sur d’autres pages.",
		.en = "The skip link seems to stay hidden when it takes the focus, while it is seen on other pages.",
	},
};

static uint64_t
target_of(const struct clair_page_summary *page, unsigned unused)
{
	(void)unused;
	return clair_summary_skip(page)->target;
}

static bool
is_seen(const struct clair_page_summary *page)
{
	const enum clair_sight sight = clair_summary_skip(page)->sight;

	return sight == CLAIR_SIGHT_ALWAYS || sight == CLAIR_SIGHT_FOCUSED;
}

static bool
is_seen_somewhere(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		if (is_seen(clair_site_page(ctx, i)))
			return true;
	}
	return false;
}

/* Of the pages that have the link: its target, its visibility. */
static enum clair_outcome
check_link(struct clair_ctx *ctx)
{
	const struct site_usual usual = site_usual(ctx, target_of, 0);
	const bool seen = is_seen_somewhere(ctx);
	enum clair_outcome outcome = CLAIR_PASS;

	if (usual.pages < SITE_PAGES_TO_COMPARE)
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_site_page_count(ctx); i++) {
		const struct clair_page_summary *page = clair_site_page(ctx, i);
		const struct clair_skip *skip = clair_summary_skip(page);

		if (skip->target != 0 && usual.value != 0 && skip->target != usual.value) {
			clair_review_site(ctx, page, OTHER_TARGET);
			outcome = CLAIR_REVIEW;
		}
		if (seen && skip->sight == CLAIR_SIGHT_NEVER) {
			clair_review_site(ctx, page, NOT_SEEN);
			outcome = CLAIR_REVIEW;
		}
	}
	return outcome;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const struct place_messages places = {MOVED, REORDERED};

	return rule_worse(
	    place_is_constant(ctx, CLAIR_REPEATED_SKIP_LINK, &places), check_link(ctx));
}

CLAIR_RULE(site_skip_link_place) = {
	.id = "site/skip-link-place",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_SITE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR | CLAIR_LOW_VISION,
	.rgaa = CLAIR_IDS("12.7.2"),
	.wcag = CLAIR_IDS("2.4.1", "3.2.3"),
	.needs = CLAIR_IDS("S-038"),
	.title = {
		.fr = "Le lien d’accès rapide est le même sur toutes les pages",
		.en = "The skip link is the same on all the pages",
	},
	.why = {
		.fr = "Ce lien évite de traverser le menu au clavier. S’il change d’une page à l’autre, on le perd.",
		.en = "This link spares keyboard users the whole menu. If it changes from page to page, it is lost.",
	},
	.remedy = {
		.fr = "Mettre le même lien, au même rang, vers le même endroit, et le montrer quand il prend le focus.",
		.en = "Put the same link, at the same rank, to the same place, and show it when it takes the focus.",
	},
	.limits = {
		.fr = "La règle compare les parties de la page et l’ordre du code, pas l’écran.",
		.en = "The rule compares the parts of the page and the order of the code, not the screen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.site = check,
};
