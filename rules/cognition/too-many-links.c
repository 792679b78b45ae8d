/* The main content does not drown people in links. */
#include "clairlint/rule.h"

enum { MANY };

static const struct clair_message messages[] = {
	[MANY] = {
		.key = "many",
		.fr = "Le contenu de la page a {count} liens. Le maximum conseillé est {max}.",
		.en = "The content of the page has {count} links. The advised maximum is {max}.",
	},
};

static bool
has_main(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_landmark_count(ctx); i++) {
		if (clair_role(ctx, clair_landmark(ctx, i)) == CLAIR_ROLE_MAIN)
			return true;
	}
	return false;
}

/* The empty links of lines of code drown no one. */
static bool
shows_something(struct clair_ctx *ctx, const struct clair_node *link)
{
	return clair_first_child(link) != NULL || clair_own_text(ctx, link)[0] != '\0';
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "cognition.liens.max");
	const struct clair_node *first = NULL;
	struct clair_finding *finding;
	uint32_t links = 0;
	bool sure;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);

		if (!clair_has_attr(link, CLAIR_ATTR_HREF) || !shows_something(ctx, link) ||
		    !clair_visible(ctx, link) || clair_region(ctx, link) != CLAIR_IN_MAIN)
			continue;
		if (links++ == 0)
			first = link;
	}
	if (first == NULL)
		return CLAIR_INAPPLICABLE;
	clair_measure(ctx, "links_in_main", links);
	if (links <= max)
		return CLAIR_PASS;
	/* Without a main landmark, where the content starts and ends is a guess. */
	sure = has_main(ctx);
	finding = sure ? clair_report(ctx, first, MANY) : clair_review(ctx, first, MANY);
	clair_arg_num(finding, "count", links);
	clair_arg_num(finding, "max", max);
	return sure ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(cognition_too_many_links) = {
	.id = "cognition/too-many-links",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_BLIND | CLAIR_MOTOR,
	.falc = CLAIR_IDS("E13"),
	.needs = CLAIR_IDS("S-012"),
	.thresholds = CLAIR_IDS("cognition.liens.max"),
	.title = {
		.fr = "Le contenu d’une page a un nombre raisonnable de liens",
		.en = "The content of a page has a reasonable number of links",
	},
	.why = {
		.fr = "Chaque lien est un choix à faire. Trop de choix égare, et le lien utile ne se voit plus.",
		.en = "Each link is a choice to make. Too many choices confuse, and the useful link is lost.",
	},
	.remedy = {
		.fr = "Garder les liens utiles à cette page. Grouper les autres sous des titres, dans d’autres pages.",
		.en = "Keep the links useful for this page. Group the others under headings, in other pages.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
