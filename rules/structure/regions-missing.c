/* Header, navigation and footer are marked up. */
#include "clairlint/rule.h"

enum { MISSING };

static const struct clair_message messages[] = {
	[MISSING] = {
		.key = "missing",
		.each = true,
		.fr = "La page n’a pas d’élément {element} : si elle a cette zone, la baliser.",
		.en = "The page has no {element} element: if it has this region, mark it up.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_HEADER, CLAIR_TAG_NAV, CLAIR_TAG_FOOTER};
	enum clair_outcome outcome = CLAIR_PASS;

	/* RGAA 9.2 asks nothing of a page that is not HTML 5. */
	if (clair_tag_count(ctx, CLAIR_TAG_BODY) == 0 || !clair_page_is_html5(ctx) || clair_is_shell(ctx))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < CLAIR_LEN(tags); i++) {
		if (clair_tag_count(ctx, tags[i]) > 0)
			continue;
		clair_arg(clair_review_page(ctx, MISSING), "element", clair_tag_names[tags[i]]);
		outcome = CLAIR_REVIEW;
	}
	return outcome;
}

CLAIR_RULE(structure_regions_missing) = {
	.id = "structure/regions-missing",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.rgaa = CLAIR_IDS("9.2.1"),
	.wcag = CLAIR_IDS("1.3.1"),
	.title = {
		.fr = "L’en-tête, la navigation et le pied de page sont balisés",
		.en = "Header, navigation and footer are marked up",
	},
	.why = {
		.fr = "Ces zones servent de repères pour circuler dans la page sans la voir.",
		.en = "These regions are marks by which people move in the page without seeing "
		    "it.",
	},
	.remedy = {
		.fr = "Employer les éléments « header », « nav » et « footer » pour ces zones.",
		.en = "Use the header, nav and footer elements for these regions.",
	},
	.limits = {
		.fr = "Une page peut ne pas avoir ces zones.",
		.en = "A page may not have these regions.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
