/* An entry of the main menu is recognised, not read. */
#include "clairlint/rule.h"

enum { LONG };

static const struct clair_message messages[] = {
	[LONG] = {
		.key = "long",
		.each = true,
		.fr = "L’entrée de menu « {name} » a {count} mots. Le maximum conseillé est {max}.",
		.en = "The menu entry “{name}” has {count} words. The advised maximum is {max}.",
	},
};

static uint32_t
words(const char *text)
{
	uint32_t count = 0;

	for (; *text != '\0'; text++)
		count += *text != ' ' && (text[1] == ' ' || text[1] == '\0');
	return count;
}

/* Mega-menus also hold news and their headlines, in lists further on. */
static const struct clair_node *
first_list(const struct clair_node *menu)
{
	for (const struct clair_node *node = menu; node != NULL; node = clair_next_inside(menu, node)) {
		if (clair_tag(node) == CLAIR_TAG_UL || clair_tag(node) == CLAIR_TAG_OL)
			return node;
	}
	return NULL;
}

static bool
is_entry_of(const struct clair_node *link, const struct clair_node *list)
{
	const struct clair_node *item = clair_closest(link, CLAIR_TAG_LI);

	return item != NULL && clair_parent(item) == list;
}

static enum clair_outcome
check_menu(struct clair_ctx *ctx, const struct clair_node *menu)
{
	const double max = clair_threshold(ctx, "menus.entree.mots.max");
	const struct clair_node *list = first_list(menu);
	enum clair_outcome outcome = CLAIR_INAPPLICABLE;

	if (list == NULL)
		return CLAIR_INAPPLICABLE;
	for (const struct clair_node *link = clair_next_inside(menu, menu); link != NULL;
	     link = clair_next_inside(menu, link)) {
		const char *text;
		struct clair_finding *finding;

		if (clair_tag(link) != CLAIR_TAG_A || !clair_visible(ctx, link) ||
		    !is_entry_of(link, list))
			continue;
		text = clair_text_content(ctx, link);
		if (words(text) <= max) {
			if (outcome == CLAIR_INAPPLICABLE)
				outcome = CLAIR_PASS;
			continue;
		}
		finding = clair_report(ctx, link, LONG);
		clair_arg(finding, "name", text);
		clair_arg_num(finding, "count", words(text));
		clair_arg_num(finding, "max", max);
		outcome = CLAIR_FAIL;
	}
	return outcome;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_menu_count(ctx); i++) {
		if (clair_menu(ctx, i)->is_main)
			return check_menu(ctx, clair_menu(ctx, i)->node);
	}
	return CLAIR_INAPPLICABLE;
}

CLAIR_RULE(menus_entry_long) = {
	.id = "menus/entry-long",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_BLIND,
	.thresholds = CLAIR_IDS("menus.entree.mots.max"),
	.title = {
		.fr = "Les entrées du menu principal sont courtes",
		.en = "The entries of the main menu are short",
	},
	.why = {
		.fr = "Dans un menu, on cherche un mot connu. Une longue entrée oblige à lire.",
		.en = "In a menu, people look for a known word. A long entry forces them to read.",
	},
	.remedy = {
		.fr = "Garder le mot que les gens cherchent. Mettre le reste dans le titre de la page.",
		.en = "Keep the word that people look for. Put the rest in the heading of the page.",
	},
	.limits = {
		.fr = "La règle lit le premier niveau du menu.",
		.en = "The rule reads the first level of the menu.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
