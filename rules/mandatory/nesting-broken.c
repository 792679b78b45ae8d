/* Tags are nested and closed so that the page is what its author meant. */
#include "clairlint/rule.h"

enum { INTERACTIVE, SPREAD, SPILLED, SWALLOWED };

static const struct clair_message messages[] = {
	[INTERACTIVE] = {
		.key = "interactive",
		.fr = "{inner} est dans {outer} : un élément qui s’active ne peut pas en "
		    "contenir un autre.",
		.en = "{inner} is inside {outer}: an element that can be activated cannot "
		    "contain another one.",
	},
	[SPREAD] = {
		.key = "spread",
		.fr = "La balise de ce lien est mal fermée ou mal placée : le navigateur coupe le lien, "
		    "et en fait un autre de « {text} ».",
		.en = "The tag of this link is badly closed or badly placed: the browser cuts the link, "
		    "and makes another one of \"{text}\".",
	},
	[SPILLED] = {
		.key = "spilled",
		.fr = "« {text} » est écrit dans le tableau, mais hors de ses cellules : le "
		    "navigateur le place avant le tableau.",
		.en = "\"{text}\" is written in the table but out of its cells: the browser puts "
		    "it before the table.",
	},
	[SWALLOWED] = {
		.key = "swallowed",
		.fr = "La balise {element} n’est pas fermée : elle prend tout ce qui suit, « "
		    "{text} ».",
		.en = "The tag {element} is not closed: it takes all that follows, \"{text}\".",
	},
};

static bool
is_activated(struct clair_ctx *ctx, const struct clair_node *node)
{
	switch (clair_tag(node)) {
	case CLAIR_TAG_A:
		return clair_has_attr(node, CLAIR_ATTR_HREF);
	case CLAIR_TAG_INPUT:
		return !clair_attr_is(node, CLAIR_ATTR_TYPE, "hidden");
	default:
		return clair_tag(node) == CLAIR_TAG_BUTTON || clair_is_field(ctx, node);
	}
}

/* HTML 4.5.1, 4.10.6: the content models of a and button. */
static const struct clair_node *
outer_control(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (!is_activated(ctx, node) || !clair_rendered(ctx, node))
		return NULL;
	while ((node = clair_parent(node)) != NULL) {
		enum clair_tag tag = clair_tag(node);

		if ((tag == CLAIR_TAG_A || tag == CLAIR_TAG_BUTTON) && clair_is_html(node) &&
		    is_activated(ctx, node))
			return node;
	}
	return NULL;
}

static const char *
name_tag(const struct clair_node *node)
{
	static const struct {
		enum clair_tag tag;
		const char *name;
	} names[] = {{CLAIR_TAG_A, "<a>"}, {CLAIR_TAG_BUTTON, "<button>"}, {CLAIR_TAG_INPUT, "<input>"},
	    {CLAIR_TAG_SELECT, "<select>"}, {CLAIR_TAG_TEXTAREA, "<textarea>"}};

	for (size_t i = 0; i < CLAIR_LEN(names); i++) {
		if (names[i].tag == clair_tag(node))
			return names[i].name;
	}
	return clair_tag_name(node);
}

static enum clair_outcome
check_control(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *outer = outer_control(ctx, node);
	struct clair_finding *finding;

	if (outer == NULL)
		return CLAIR_PASS;
	finding = clair_report(ctx, node, INTERACTIVE);
	clair_arg(finding, "inner", name_tag(node));
	clair_arg(finding, "outer", name_tag(outer));
	return CLAIR_FAIL;
}

static enum clair_outcome
check_link(struct clair_ctx *ctx, const struct clair_node *link)
{
	const struct clair_node *again = clair_opened_again(ctx, link);

	if (again == NULL || !clair_has_attr(link, CLAIR_ATTR_HREF) ||
	    clair_visible_text(ctx, again)[0] == '\0')
		return check_control(ctx, link);
	clair_arg(clair_report(ctx, link, SPREAD), "text", clair_visible_text(ctx, again));
	return CLAIR_FAIL;
}

static enum clair_outcome
check_table(struct clair_ctx *ctx, const struct clair_node *table)
{
	const char *text = clair_text_out_of_table(ctx, table);

	if (text[0] == '\0')
		return CLAIR_PASS;
	clair_arg(clair_report(ctx, table, SPILLED), "text", text);
	return CLAIR_FAIL;
}

/* The first child that cannot stand in a line of text, with something to read. */
static const struct clair_node *
first_block(struct clair_ctx *ctx, const struct clair_node *node)
{
	static const bool blocks[CLAIR_TAG_COUNT] = {[CLAIR_TAG_ARTICLE] = true,
	    [CLAIR_TAG_DIV] = true, [CLAIR_TAG_DL] = true, [CLAIR_TAG_FOOTER] = true,
	    [CLAIR_TAG_FORM] = true, [CLAIR_TAG_MAIN] = true, [CLAIR_TAG_NAV] = true,
	    [CLAIR_TAG_OL] = true, [CLAIR_TAG_P] = true, [CLAIR_TAG_SECTION] = true,
	    [CLAIR_TAG_TABLE] = true, [CLAIR_TAG_UL] = true};

	for (node = clair_first_child(node); node != NULL; node = clair_next_sibling(node)) {
		if (blocks[clair_tag(node)] && clair_visible_text(ctx, node)[0] != '\0')
			return node;
	}
	return NULL;
}

/* A heading, a button or a label. */
static enum clair_outcome
check_phrase(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *taken = clair_has_end_tag(node) ? NULL : first_block(ctx, node);
	struct clair_finding *finding;

	if (taken == NULL || clair_is_implied(node))
		return CLAIR_PASS;
	finding = clair_report(ctx, node, SWALLOWED);
	clair_arg(finding, "element", clair_tag_name(node));
	clair_arg(finding, "text", clair_visible_text(ctx, taken));
	return CLAIR_FAIL;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	if (clair_is_implied(node) || !clair_is_html(node))
		return CLAIR_INAPPLICABLE;
	switch (clair_tag(node)) {
	case CLAIR_TAG_A:
		return check_link(ctx, node);
	case CLAIR_TAG_TABLE:
		return check_table(ctx, node);
	case CLAIR_TAG_INPUT:
	case CLAIR_TAG_SELECT:
	case CLAIR_TAG_TEXTAREA:
		return check_control(ctx, node);
	case CLAIR_TAG_BUTTON:
		if (check_control(ctx, node) == CLAIR_FAIL)
			return CLAIR_FAIL;
		return check_phrase(ctx, node);
	default:
		return check_phrase(ctx, node);
	}
}

CLAIR_RULE(mandatory_nesting_broken) = {
	.id = "mandatory/nesting-broken",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A, CLAIR_TAG_BUTTON, CLAIR_TAG_H1, CLAIR_TAG_H2, CLAIR_TAG_H3, CLAIR_TAG_H4,
	    CLAIR_TAG_H5, CLAIR_TAG_H6, CLAIR_TAG_INPUT, CLAIR_TAG_LABEL, CLAIR_TAG_SELECT,
	    CLAIR_TAG_TABLE, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("8.2.1"),
	.wcag = CLAIR_IDS("4.1.1"),
	.title = {
		.fr = "Les balises sont bien emboîtées et bien fermées",
		.en = "Tags are well nested and well closed",
	},
	.why = {
		.fr = "Le navigateur répare à sa façon : un lien ou un titre s’étend, un texte "
		    "change de place, un bouton ne s’atteint plus.",
		.en = "The browser mends in its own way: a link or a heading spreads, a text "
		    "moves, a button can no longer be reached.",
	},
	.remedy = {
		.fr = "Fermer la balise au bon endroit, ou sortir l’élément de celui qui le "
		    "contient.",
		.en = "Close the tag in the right place, or take the element out of the one that "
		    "contains it.",
	},
	.limits = {
		.fr = "Une mauvaise fermeture sans effet pour les personnes n’est pas comptée "
		    "ici. Un formulaire écrit dans un autre n’est pas vu.",
		.en = "Bad closing that changes nothing for people is not counted here. A form "
		    "written inside another one is not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
