/* Links with the same name lead to the same place. */
#include "clairlint/rule.h"

enum { AMBIGUOUS };

static const struct clair_message messages[] = {
	[AMBIGUOUS] = {
		.key = "ambiguous",
		.fr = "Un autre lien « {name} » mène ailleurs : vérifier que le texte autour "
		    "les distingue.",
		.en = "Another link \"{name}\" leads elsewhere: check that the text around "
		    "tells them apart.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *name = clair_name(ctx, link);

	/* A vague name has its own rule. */
	if (name[0] == '\0' || !clair_has_attr(link, CLAIR_ATTR_HREF) || !clair_exposed(ctx, link) ||
	    clair_lookup(ctx, "liens-vagues", name) != NULL)
		return CLAIR_INAPPLICABLE;
	if (clair_link_namesake(ctx, link) == NULL)
		return CLAIR_PASS;

	clair_arg(clair_review(ctx, link, AMBIGUOUS), "name", name);
	return CLAIR_REVIEW;
}

CLAIR_RULE(links_same_name) = {
	.id = "links/same-name",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_LINK),
	.rgaa = CLAIR_IDS("6.1.1"),
	.wcag = CLAIR_IDS("2.4.4"),
	.title = {
		.fr = "Des liens de même nom mènent au même endroit",
		.en = "Links with the same name lead to the same place",
	},
	.why = {
		.fr = "Dans une liste de liens, rien ne distingue deux liens qui ont le même "
		    "nom.",
		.en = "In a list of links, nothing tells apart two links with the same name.",
	},
	.remedy = {
		.fr = "Compléter le nom de chaque lien pour dire où il mène.",
		.en = "Complete the name of each link to say where it leads.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
