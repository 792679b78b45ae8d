/* The summary of a disclosure has a name. */
#include "clairlint/rule.h"

enum { NO_NAME };

static const struct clair_message messages[] = {
	[NO_NAME] = {
		.key = "no-name",
		.fr = "Le bloc dépliable n’a pas d’intitulé.",
		.en = "The disclosure has no summary text.",
	},
};

/* Only the first summary that is a child of details opens it. */
static bool
opens_details(const struct clair_node *summary)
{
	const struct clair_node *parent = clair_parent(summary);

	if (parent == NULL || clair_tag(parent) != CLAIR_TAG_DETAILS)
		return false;
	while ((summary = clair_previous_sibling(summary)) != NULL) {
		if (clair_tag(summary) == CLAIR_TAG_SUMMARY)
			return false;
	}
	return true;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *summary)
{
	enum clair_role explicit = clair_explicit_role(ctx, summary);

	if (!opens_details(summary) || !clair_exposed(ctx, summary))
		return CLAIR_INAPPLICABLE;
	if (explicit != CLAIR_ROLE_NO_ROLE && explicit != CLAIR_ROLE_NONE)
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, summary)[0] != '\0')
		return CLAIR_PASS;

	clair_report(ctx, summary, NO_NAME);
	return CLAIR_FAIL;
}

CLAIR_RULE(scripts_summary_name) = {
	.id = "scripts/summary-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_SUMMARY),
	.rgaa = CLAIR_IDS("7.1.3"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("2t702h"),
	.title = {
		.fr = "L’intitulé d’un bloc dépliable n’est pas vide",
		.en = "The summary of a disclosure is not empty",
	},
	.why = {
		.fr = "Sans intitulé, on ne sait pas ce que le bloc contient avant de l’ouvrir.",
		.en = "Without a summary, nobody knows what the block holds before opening it.",
	},
	.remedy = {
		.fr = "Écrire un texte dans l’élément summary.",
		.en = "Write a text in the summary element.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
