/* A long page has a list of its parts at the top. */
#include "clairlint/rule.h"

enum { LONG };

/* Links to parts of the page that make a list of contents. */
enum { ENOUGH = 3 };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.fr = "La page a {count} mots et pas de sommaire. Au-delà de {max} mots, un sommaire aide.",
		.en = "The page has {count} words and no list of contents. Past {max} words, such a list helps.",
	},
};

/* A link to a place of this page, outside headings: those carry the sign that copies their address. */
static bool
leads_inside(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *address = clair_attr(link, CLAIR_ATTR_HREF);

	if (address == NULL || !clair_visible(ctx, link))
		return false;
	while (*address != '\0' && *address != '#')
		address++;
	return *address == '#' && address[1] != '\0' &&
	    clair_closest_role(ctx, link, CLAIR_ROLE_HEADING) == NULL &&
	    clair_anchor(ctx, address + 1) != NULL &&
	    !clair_matches(ctx, "no-letter", clair_name(ctx, link)) &&
	    !clair_matches(ctx, "link-skip", clair_name(ctx, link)) &&
	    !clair_matches(ctx, "footnote-mark", clair_name(ctx, link));
}

static bool
has_contents(struct clair_ctx *ctx)
{
	uint32_t links = 0;

	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		if (clair_menu(ctx, i)->is_toc)
			return true;
	}
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A) && links < ENOUGH; i++)
		links += leads_inside(ctx, clair_tag_at(ctx, CLAIR_TAG_A, i));
	return links >= ENOUGH;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const double max = clair_threshold(ctx, "lisibilite.page.mots.max");
	const struct clair_readability *text = clair_readability(ctx);
	struct clair_finding *finding;

	if (text->words == 0)
		return CLAIR_INAPPLICABLE;
	if (text->words <= max)
		return CLAIR_PASS;
	if (has_contents(ctx))
		return CLAIR_PASS;
	finding = clair_report_page(ctx, LONG);
	clair_arg_num(finding, "count", text->words);
	clair_arg_num(finding, "max", max);
	return CLAIR_FAIL;
}

CLAIR_RULE(cognition_page_long) = {
	.id = "cognition/page-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_BLIND | CLAIR_PHONE_ONLY,
	.needs = CLAIR_IDS("S-012", "S-046"),
	.thresholds = CLAIR_IDS("lisibilite.page.mots.max"),
	.title = {
		.fr = "Une longue page a un sommaire",
		.en = "A long page has a list of contents",
	},
	.why = {
		.fr = "Peu de personnes vont au bout d’une longue page. Sans sommaire, elles ne savent pas ce qu’elles manquent.",
		.en = "Few people get to the end of a long page. Without a list of contents, they do not know what they miss.",
	},
	.remedy = {
		.fr = "Couper la page en plusieurs pages, ou mettre en haut des liens vers chaque partie.",
		.en = "Cut the page into several pages, or put links to each part at the top.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
