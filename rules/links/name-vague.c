/* The purpose of a link is clear from its name or context. */
#include "clairlint/rule.h"

enum { VAGUE, ALONE };

static const struct clair_message messages[] = {
	[VAGUE] = {
		.key = "vague",
		.fr = "Le lien « {name} » ne dit pas où il mène : vérifier que la phrase autour "
		    "le dit.",
		.en = "The link \"{name}\" does not say where it leads: check that the sentence "
		    "around it does.",
	},
	[ALONE] = {
		.key = "alone",
		.fr = "Le lien « {name} » ne dit pas où il mène, et rien autour de lui ne le dit.",
		.en = "The link \"{name}\" does not say where it leads, and nothing around it does.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *link)
{
	const char *name = clair_name(ctx, link);

	if (name[0] == '\0' || !clair_exposed(ctx, link))
		return CLAIR_INAPPLICABLE;
	if (clair_lookup(ctx, "liens-vagues", name) == NULL)
		return CLAIR_PASS;

	if (!clair_has_context(ctx, link)) {
		clair_arg(clair_report(ctx, link, ALONE), "name", name);
		return CLAIR_FAIL;
	}
	clair_arg(clair_review(ctx, link, VAGUE), "name", name);
	return CLAIR_REVIEW;
}

CLAIR_RULE(links_name_vague) = {
	.id = "links/name-vague",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_COGNITIVE,
	.on_text = true,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_LINK),
	.rgaa = CLAIR_IDS("6.1.1", "6.1.2", "6.1.3"),
	.wcag = CLAIR_IDS("2.4.4"),
	.act = CLAIR_IDS("5effbb"),
	.falc = CLAIR_IDS("E17"),
	.title = {
		.fr = "L’intitulé d’un lien dit où il mène",
		.en = "The name of a link says where it leads",
	},
	.why = {
		.fr = "Beaucoup de personnes parcourent les liens un à un, hors du texte : "
		    "« cliquez ici » ne dit rien.",
		.en = "Many people go through links one by one, out of the text: \"click here\" "
		    "says nothing.",
	},
	.remedy = {
		.fr = "Écrire dans le lien ce que l’on trouve au bout : « Télécharger le "
		    "dossier d’inscription ».",
		.en = "Write in the link what is at its end: \"Download the enrolment form\".",
	},
	.limits = {
		.fr = "Le texte autour du lien peut suffire : à vérifier.",
		.en = "The text around the link may be enough: to be checked.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
