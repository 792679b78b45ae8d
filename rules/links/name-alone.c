/* Links are clear by their names alone: advice, one finding a page. */
#include "clairlint/rule.h"

enum { VAGUE };

static const struct clair_message messages[] = {
	[VAGUE] = {
		.key = "vague",
		.fr = "{count} {count|lien a|liens ont} un nom qui ne dit rien hors de son "
		    "contexte, comme « {name} ».",
		.en = "{count} {count|link has a name that says|links have names that say} nothing "
		    "out of context, such as \"{name}\".",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	const struct clair_node *root = clair_root(ctx);
	const struct clair_node *node = root;
	const struct clair_node *first = NULL;
	struct clair_finding *finding;
	double links = 0;
	double vague = 0;

	while ((node = clair_next_inside(root, node)) != NULL) {
		if (clair_role(ctx, node) != CLAIR_ROLE_LINK || !clair_exposed(ctx, node))
			continue;
		links++;
		if (clair_lookup(ctx, "liens-vagues", clair_name(ctx, node)) == NULL)
			continue;
		vague++;
		first = first == NULL ? node : first;
	}
	if (links == 0)
		return CLAIR_INAPPLICABLE;
	if (first == NULL)
		return CLAIR_PASS;

	finding = clair_report(ctx, first, VAGUE);
	clair_arg_num(finding, "count", vague);
	clair_arg(finding, "name", clair_name(ctx, first));
	return CLAIR_FAIL;
}

CLAIR_RULE(links_name_alone) = {
	.id = "links/name-alone",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE | CLAIR_LOW_LITERACY,
	.advice = true,
	.wcag = CLAIR_IDS("2.4.9"),
	.act = CLAIR_IDS("aizyf1"),
	.falc = CLAIR_IDS("E17"),
	.title = {
		.fr = "Le nom d’un lien suffit à dire où il mène",
		.en = "The name of a link alone says where it leads",
	},
	.why = {
		.fr = "Dans une liste de liens, « En savoir plus » revient dix fois : "
		    "choisir demande de relire la page.",
		.en = "In a list of links, \"Read more\" comes ten times: to choose means reading the page "
		    "again.",
	},
	.remedy = {
		.fr = "Nommer la cible dans le lien : « En savoir plus sur la carte d’identité ».",
		.en = "Name the target in the link: \"Read more about identity cards\".",
	},
	.limits = {
		.fr = "Ce conseil va plus loin que le RGAA, qui admet un lien éclairé par son "
		    "contexte.",
		.en = "This advice goes further than RGAA, which accepts a link made clear by its "
		    "context.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
