/* The entries of the main menu are named after needs, not after the chart of the body. */
#include "clairlint/rule.h"

enum { CHART };

static const struct clair_message messages[] = {
	[CHART] = {
		.key = "chart",
		.fr = "{count} entrées du menu sur {total} portent le nom d’une partie de l’organisme, comme « {entry} ». Vérifier que chacun trouve son besoin sans connaître l’organigramme.",
		.en = "{count} of the {total} menu entries are named after a part of the body, such as “{entry}”. Check that people find what they need without knowing its chart.",
	},
};

enum { ENTRIES_LEAST = 3 };

static enum clair_outcome
check_menu(struct clair_ctx *ctx, const struct clair_menu *menu)
{
	const double max = clair_threshold(ctx, "menus.organisation.part.max");
	const struct clair_node *first = NULL;
	struct clair_finding *finding;
	uint32_t count = 0;

	if (menu->label_count < ENTRIES_LEAST)
		return CLAIR_INAPPLICABLE;
	for (uint32_t i = 0; i < menu->label_count; i++) {
		if (!clair_matches(ctx, "menu-organisation", clair_name(ctx, menu->labels[i])))
			continue;
		if (count++ == 0)
			first = menu->labels[i];
	}
	if (100.0 * count <= max * menu->label_count)
		return CLAIR_PASS;
	finding = clair_review(ctx, menu->node, CHART);
	clair_arg_num(finding, "count", count);
	clair_arg_num(finding, "total", menu->label_count);
	clair_arg(finding, "entry", clair_name(ctx, first));
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	if (!clair_page_in_french(ctx))
		return CLAIR_INAPPLICABLE;
	for (size_t i = 0; i < clair_menu_count(ctx); i++)
		if (clair_menu(ctx, i)->is_main)
			return check_menu(ctx, clair_menu(ctx, i));
	return CLAIR_INAPPLICABLE;
}

CLAIR_RULE(menus_organisation_labels) = {
	.id = "menus/organisation-labels",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY,
	.needs = CLAIR_IDS("S-041"),
	.thresholds = CLAIR_IDS("menus.organisation.part.max"),
	.title = {
		.fr = "Le menu suit les besoins, et non l’organigramme",
		.en = "The menu follows needs, not the chart of the body",
	},
	.why = {
		.fr = "Les personnes savent ce qu’elles veulent faire. Elles ne savent pas quel service s’en occupe.",
		.en = "People know what they want to do. They do not know which department deals with it.",
	},
	.remedy = {
		.fr = "Nommer les entrées par ce que l’on vient faire : « Demander un acte », « Je déménage », « Payer ».",
		.en = "Name the entries after what people come to do: “Ask for a certificate”, “I am moving”, “Pay”.",
	},
	.limits = {
		.fr = "La règle connaît les mots courants des organigrammes, et non les sigles.",
		.en = "The rule knows the usual words of charts, not acronyms.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
