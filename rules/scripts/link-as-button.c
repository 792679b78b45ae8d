/* Links that start an action, to be judged by a person. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { ACTION };

static const struct clair_message messages[] = {
	[ACTION] = {
		.key = "action",
		.fr = "Le lien « {name} » semble lancer une action sur la page. Est-ce un bouton plutôt "
		    "qu’un lien ?",
		.en = "The link \"{name}\" seems to start an action on the page. Is it a button rather "
		    "than a link?",
	},
};

static bool
starts_action(const struct clair_node *link)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);

	if (href == NULL)
		return false;
	return rule_starts_with(href, "javascript:") || clair_attr_by_name(link, "data-toggle") != NULL ||
	    clair_attr_by_name(link, "data-bs-toggle") != NULL ||
	    (rule_same(href, "#") && !rule_blank(clair_attr(link, CLAIR_ATTR_ONCLICK)));
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	if (!clair_exposed(ctx, link) || clair_role(ctx, link) != CLAIR_ROLE_LINK ||
	    clair_name(ctx, link)[0] == '\0' || !starts_action(link))
		return CLAIR_INAPPLICABLE;

	clair_arg(clair_review(ctx, link, ACTION), "name", clair_name(ctx, link));
	return CLAIR_REVIEW;
}

CLAIR_RULE(scripts_link_as_button) = {
	.id = "scripts/link-as-button",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.audit = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A),
	.rgaa = CLAIR_IDS("7.1.3"),
	.wcag = CLAIR_IDS("4.1.2"),
	.title = {
		.fr = "Ce qui lance une action est un bouton, ce qui mène ailleurs est un lien",
		.en = "What starts an action is a button, what leads elsewhere is a link",
	},
	.why = {
		.fr = "On entend « lien » et l’on attend une autre page ; la touche Espace ne marche pas.",
		.en = "One hears \"link\" and expects another page; the Space key does not work.",
	},
	.remedy = {
		.fr = "Employer un button, ou ajouter role=\"button\" et répondre à la touche Espace.",
		.en = "Use a button, or add role=\"button\" and answer to the Space key.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
