/* The links of the site map lead where they say. */
#include "clairlint/rule.h"

enum { ASK };

static const struct clair_message messages[] = {
	[ASK] = {
		.key = "ask",
		.fr = "Page « {title} » : chaque lien du plan mène-t-il à la page que dit son texte ?",
		.en = "Page “{title}”: does each link of the map lead to the page that its text tells?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *heading = clair_heading(ctx, 0);

	if (!clair_is_site_map(ctx) || clair_is_home(ctx))
		return CLAIR_INAPPLICABLE;
	clair_arg(heading == NULL ? clair_review_page(ctx, ASK) : clair_review(ctx, heading, ASK),
	    "title", heading == NULL ? clair_page_title(ctx) : clair_name(ctx, heading));
	return CLAIR_REVIEW;
}

CLAIR_RULE(navigation_site_map_links) = {
	.id = "navigation/site-map-links",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.audit = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_BLIND | CLAIR_ELDERLY,
	.rgaa = CLAIR_IDS("12.3.3"),
	.wcag = CLAIR_IDS("2.4.5"),
	.needs = CLAIR_IDS("S-038"),
	.title = {
		.fr = "Les liens du plan du site mènent où ils le disent",
		.en = "The links of the site map lead where they say",
	},
	.why = {
		.fr = "Un lien qui mène ailleurs que prévu égare les personnes déjà perdues.",
		.en = "A link that leads elsewhere than expected misleads people who are already lost.",
	},
	.remedy = {
		.fr = "Ouvrir chaque lien, puis comparer son texte et le titre de la page. Corriger l’adresse ou le texte.",
		.en = "Open each link and compare its text with the title of the page. Correct the address or the text.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
