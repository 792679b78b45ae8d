/* An attribute is written once on an element. */
#include "clairlint/rule.h"

enum { REPEATED };

static const struct clair_message messages[] = {
	[REPEATED] = {
		.key = "repeated",
		.fr = "L’attribut {attribute} est écrit deux fois sur cette balise : seul le "
		    "premier compte.",
		.en = "The attribute {attribute} is written twice in this tag: only the first "
		    "one counts.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	struct clair_finding *finding;
	const char *repeated;

	if (clair_attr_count(node) == 0)
		return CLAIR_INAPPLICABLE;
	repeated = clair_repeated_attribute(ctx, node);
	if (repeated == NULL)
		return CLAIR_PASS;

	finding = clair_report(ctx, node, REPEATED);
	clair_arg(finding, "attribute", repeated);
	clair_fix_remove_copies(
	    finding, clair_copies_are_idle(ctx, node) ? CLAIR_SAFE : CLAIR_CHOICE, repeated);
	return CLAIR_FAIL;
}

CLAIR_RULE(mandatory_attribute_duplicate) = {
	.id = "mandatory/attribute-duplicate",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND,
	.on_all = true, /* any start tag may repeat an attribute */
	.rgaa = CLAIR_IDS("8.2.1"),
	.wcag = CLAIR_IDS("4.1.1"),
	.title = {
		.fr = "Un attribut n’est écrit qu’une fois par balise",
		.en = "An attribute is written once in a tag",
	},
	.why = {
		.fr = "Le navigateur ne garde que le premier : une alternative ou un nom peut "
		    "être perdu.",
		.en = "The browser keeps only the first one: an alternative or a name may be "
		    "lost.",
	},
	.remedy = {
		.fr = "Réunir les deux attributs en un seul.",
		.en = "Merge both attributes into one.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
