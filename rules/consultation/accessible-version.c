/* The accessible version of a document says the same. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { SAME };

static const struct clair_message messages[] = {
	[SAME] = {
		.key = "same",
		.fr = "« {name} » est une version accessible : donne-t-elle la même information "
		    "que le document ?",
		.en = "\"{name}\" is an accessible version: does it give the same information as "
		    "the document?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *href = clair_attr(link, CLAIR_ATTR_HREF);
	const char *name = clair_name(ctx, link);

	if (href == NULL || !rule_contains(name, "version") || !rule_contains(name, "accessible") ||
	    !clair_exposed(ctx, link))
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review(ctx, link, SAME), "name", name);
	return CLAIR_REVIEW;
}

CLAIR_RULE(consultation_accessible_version) = {
	.id = "consultation/accessible-version",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A),
	.rgaa = CLAIR_IDS("13.4.1"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "La version accessible d’un document dit la même chose",
		.en = "The accessible version of a document says the same",
	},
	.why = {
		.fr = "Une version plus courte ou plus ancienne prive des personnes d’une "
		    "information.",
		.en = "A shorter or older version deprives people of information.",
	},
	.remedy = {
		.fr = "Mettre à jour la version accessible en même temps que le document.",
		.en = "Update the accessible version together with the document.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
