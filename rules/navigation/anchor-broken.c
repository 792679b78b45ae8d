/* A link inside the page leads to something. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { BROKEN };

static const struct clair_message messages[] = {
	[BROKEN] = {
		.key = "broken",
		.fr = "Le lien « {name} » vise #{target}, et rien dans la page n’a cet id.",
		.en = "The link \"{name}\" aims at #{target}, and nothing in the page has this "
		    "id.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);
	struct clair_finding *finding;

	if (href == NULL || href[0] != '#' || href[1] == '\0' || href[1] == '!' || href[1] == '/' ||
	    rule_same(href, "#top") || !clair_exposed(ctx, link) ||
	    clair_role(ctx, link) != CLAIR_ROLE_LINK)
		return CLAIR_INAPPLICABLE;
	if (clair_anchor(ctx, href + 1) != NULL)
		return CLAIR_PASS;

	finding = clair_review(ctx, link, BROKEN);
	clair_arg(finding, "name", clair_name(ctx, link));
	clair_arg(finding, "target", href + 1);
	return CLAIR_REVIEW;
}

CLAIR_RULE(navigation_anchor_broken) = {
	.id = "navigation/anchor-broken",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR | CLAIR_COGNITIVE,
	.advice = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A),
	.wcag = CLAIR_IDS("2.4.4"),
	.title = {
		.fr = "Un lien vers un endroit de la page y mène",
		.en = "A link to a place of the page leads there",
	},
	.why = {
		.fr = "Le lien ne fait rien : on croit que la page est en panne.",
		.en = "The link does nothing: people believe that the page is out of order.",
	},
	.remedy = {
		.fr = "Donner à l’élément d’arrivée l’id que vise le lien, ou corriger le lien.",
		.en = "Give the id to the target, or correct the link.",
	},
	.limits = {
		.fr = "Un script peut donner un autre effet au lien.",
		.en = "A script may give the link another effect.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
