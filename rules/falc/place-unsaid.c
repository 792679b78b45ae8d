/* A page says where it stands in the site. */
#include "rules/common/text.h"

enum { UNSAID };

static const struct clair_message messages[] = {
	[UNSAID] = {
		.key = "unsaid",
		.fr = "La page ne dit pas où elle est dans le site. Un fil d’Ariane, ou l’entrée du menu marquée, aide à s’y retrouver.",
		.en = "The page does not say where it stands in the site. A breadcrumb, or a marked menu entry, helps people find their way.",
	},
};

static bool
has_breadcrumb(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_menu_count(ctx); i++)
		if (clair_menu(ctx, i)->is_breadcrumb)
			return true;
	return false;
}

static bool
marks_an_entry(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const char *current = clair_attr(clair_tag_at(ctx, CLAIR_TAG_A, i), CLAIR_ATTR_ARIA_CURRENT);

		if (current != NULL && !rule_blank(current) && !rule_same(current, "false"))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!clair_wants_falc(ctx) || clair_is_home(ctx) || clair_menu_count(ctx) == 0)
		return CLAIR_INAPPLICABLE;
	if (has_breadcrumb(ctx) || marks_an_entry(ctx))
		return CLAIR_PASS;
	clair_review_page(ctx, UNSAID);
	return CLAIR_REVIEW;
}

CLAIR_RULE(falc_place_unsaid) = {
	.id = "falc/place-unsaid",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE | CLAIR_ELDERLY | CLAIR_DEAF,
	.falc = CLAIR_IDS("E08"),
	.title = {
		.fr = "La page dit où l’on est",
		.en = "The page says where people are",
	},
	.why = {
		.fr = "Sans repère, on ne sait ni où l’on est, ni comment revenir.",
		.en = "Without a mark, people know neither where they are nor how to go back.",
	},
	.remedy = {
		.fr = "Ajouter « Vous êtes ici », ou marquer l’entrée du menu avec aria-current.",
		.en = "Add “You are here”, or mark the menu entry with aria-current.",
	},
	.limits = {
		.fr = "La règle ne vaut que pour les pages jugées comme du facile à lire (FALC). Une entrée marquée par sa seule couleur n’est pas vue.",
		.en = "The rule holds only for pages judged as easy to read (FALC). An entry marked by its colour alone is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
