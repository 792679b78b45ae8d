/* A link that opens a new window says so. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { UNSAID };

static const struct clair_message messages[] = {
	[UNSAID] = {
		.key = "unsaid",
		.fr = "{count} {count|lien ouvre|liens ouvrent} une nouvelle fenêtre sans le "
		    "dire. Le premier est « {name} ».",
		.en = "{count} {count|link opens|links open} a new window and {count|does|do} "
		    "not say so. The first one is \"{name}\".",
	},
};

/* A letter or a call opens another program, not a window of the browser. */
static bool
leaves_browser(const struct clair_node *link)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);

	return href != NULL &&
	    (rule_starts_with(href, "mailto:") || rule_starts_with(href, "tel:") || rule_starts_with(href, "sms:"));
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *first = NULL;
	struct clair_finding *finding;
	double unsaid = 0;
	bool met = false;

	for (size_t i = 0; i < clair_tag_count(ctx, CLAIR_TAG_A); i++) {
		const struct clair_node *link = clair_tag_at(ctx, CLAIR_TAG_A, i);

		if (!clair_attr_is(link, CLAIR_ATTR_TARGET, "_blank") || leaves_browser(link) ||
		    clair_name(ctx, link)[0] == '\0' || !clair_exposed(ctx, link))
			continue;
		met = true;
		if (clair_matches(ctx, "new-window", clair_name(ctx, link)) ||
		    clair_matches(ctx, "new-window", clair_description(ctx, link)))
			continue;
		if (first == NULL)
			first = link;
		unsaid++;
	}
	if (first == NULL)
		return met ? CLAIR_PASS : CLAIR_INAPPLICABLE;

	finding = clair_review(ctx, first, UNSAID);
	clair_arg_num(finding, "count", unsaid);
	clair_arg(finding, "name", clair_name(ctx, first));
	return CLAIR_REVIEW;
}

CLAIR_RULE(links_new_window) = {
	.id = "links/new-window",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION | CLAIR_COGNITIVE | CLAIR_ELDERLY,
	.advice = true,
	.wcag = CLAIR_IDS("3.2.5"),
	.falc = CLAIR_IDS("E11"),
	.needs = CLAIR_IDS("S-043"),
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
	.limits = {
		.fr = "Un pictogramme peut annoncer la fenêtre : la règle ne voit que les mots.",
		.en = "An icon may announce the window: the rule sees only words.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
