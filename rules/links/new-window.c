/* A link that opens a new window says so. */
#include "clairlint/rule.h"

enum { UNSAID };

static const struct clair_message messages[] = {
	[UNSAID] = {
		.key = "unsaid",
		.fr = "Le lien « {name} » ouvre une nouvelle fenêtre sans le dire.",
		.en = "The link \"{name}\" opens a new window and does not say so.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *name = clair_name(ctx, link);
	struct clair_finding *finding;

	if (!clair_attr_is(link, CLAIR_ATTR_TARGET, "_blank") ||
	    clair_role(ctx, link) != CLAIR_ROLE_LINK || name[0] == '\0' || !clair_exposed(ctx, link))
		return CLAIR_INAPPLICABLE;
	if (clair_matches(ctx, "new-window", name) ||
	    clair_matches(ctx, "new-window", clair_description(ctx, link)))
		return CLAIR_PASS;

	finding = clair_review(ctx, link, UNSAID);
	clair_arg(finding, "name", name);
	clair_fix_remove_attr(finding, CLAIR_CHOICE, CLAIR_ATTR_TARGET);
	return CLAIR_REVIEW;
}

CLAIR_RULE(links_new_window) = {
	.id = "links/new-window",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_COGNITIVE | CLAIR_ELDERLY,
	.advice = true,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A, CLAIR_TAG_AREA),
	.wcag = CLAIR_IDS("3.2.5"),
	.title = {
		.fr = "Un lien qui ouvre une nouvelle fenêtre le dit",
		.en = "A link that opens a new window says so",
	},
	.why = {
		.fr = "Une fenêtre qui s’ouvre sans prévenir désoriente, et le bouton Retour ne "
		    "marche plus.",
		.en = "A window that opens without notice is disorienting, and the Back button "
		    "no longer works.",
	},
	.remedy = {
		.fr = "Retirer target, ou écrire « (nouvelle fenêtre) » dans le lien.",
		.en = "Remove target, or write \"(new window)\" in the link.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
