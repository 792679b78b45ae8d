/* A heading has a text. */
#include "clairlint/rule.h"

enum { EMPTY };

static const struct clair_message messages[] = {
	[EMPTY] = {
		.key = "empty",
		.fr = "Ce titre de niveau {level} est vide.",
		.en = "This heading of level {level} is empty.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *heading)
{
	struct clair_finding *finding;

	if (!clair_exposed(ctx, heading))
		return CLAIR_INAPPLICABLE;
	if (clair_name(ctx, heading)[0] != '\0')
		return CLAIR_PASS;

	finding = clair_report(ctx, heading, EMPTY);
	clair_arg_num(finding, "level", clair_heading_level(ctx, heading));
	clair_fix_other(finding, CLAIR_FIX_REMOVE_ELEMENT, NULL);
	return CLAIR_FAIL;
}

CLAIR_RULE(structure_heading_name) = {
	.id = "structure/heading-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_text = true,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_HEADING),
	.rgaa = CLAIR_IDS("9.1.2"),
	.wcag = CLAIR_IDS("1.3.1", "2.4.6"),
	.act = CLAIR_IDS("ffd0e9"),
	.title = {
		.fr = "Un titre a un contenu",
		.en = "A heading has a content",
	},
	.why = {
		.fr = "Un lecteur d’écran liste les titres pour circuler : un titre vide égare.",
		.en = "A screen reader lists headings to move around: an empty one misleads.",
	},
	.remedy = {
		.fr = "Écrire le titre, ou retirer la balise vide.",
		.en = "Write the heading, or remove the empty element.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
