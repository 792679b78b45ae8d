/* A link to another language leads to the same page in it. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { HOME };

static const struct clair_message messages[] = {
	[HOME] = {
		.key = "home",
		.fr = "Le lien vers une autre langue (« {name} ») mène à la page d’accueil, pas à la même page. Vérifier que ce texte existe dans cette langue.",
		.en = "The link to another language (“{name}”) leads to the home page, not to the same page. Check that this text exists in that language.",
	},
};

static bool
is_elsewhere(struct clair_ctx *ctx, const char *own, const char *href)
{
	return clair_address_host(ctx, href)[0] != '\0' && !clair_same_site(ctx, own, href);
}

static bool
names_other_language(struct clair_ctx *ctx, const struct clair_node *link)
{
	return clair_region(ctx, link) != CLAIR_IN_MAIN && clair_exposed(ctx, link) &&
	    clair_lookup(ctx, "noms-langues", clair_name(ctx, link)) != NULL;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const char *own = clair_page_address(ctx);
	bool seen = false;

	if (own == NULL || clair_is_home(ctx) || !clair_page_in_french(ctx) ||
	    clair_matches(ctx, "address-of-home", own))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);
		const char *href = clair_attr(link, CLAIR_ATTR_HREF);

		if (href == NULL || !names_other_language(ctx, link))
			continue;
		seen = true;
		if (!clair_matches(ctx, "address-of-home", href) || is_elsewhere(ctx, own, href))
			continue;
		clair_arg(clair_review(ctx, link, HOME), "name", clair_name(ctx, link));
		return CLAIR_REVIEW;
	}
	return seen ? CLAIR_PASS : CLAIR_INAPPLICABLE;
}

CLAIR_RULE(language_home_only) = {
	.id = "language/home-only",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_NEWCOMER | CLAIR_LOW_LITERACY,
	.needs = CLAIR_IDS("S-146"),
	.title = {
		.fr = "Un lien vers une autre langue mène à la même page dans cette langue",
		.en = "A link to another language leads to the same page in it",
	},
	.why = {
		.fr = "La personne était sur la bonne page. Elle se retrouve à l’accueil, et cherche tout de nouveau.",
		.en = "People were on the right page. They are back at the home page, and look for everything again.",
	},
	.remedy = {
		.fr = "Mener à la même page dans l’autre langue. Sinon, dire que seule l’entrée du site est traduite.",
		.en = "Lead to the same page in the other language. If not, say that only the front of the site is translated.",
	},
	.limits = {
		.fr = "La règle compare des adresses. Elle ne lit pas la page dans l’autre langue.",
		.en = "The rule compares addresses. It does not read the page in the other language.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
