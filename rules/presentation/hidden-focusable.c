/* Hidden content cannot take the focus. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { FOCUSABLE, MAY_BE_FOCUSABLE };

static const struct clair_message messages[] = {
	[FOCUSABLE] = {
		.key = "focusable",
		.fr = "L’élément {element} est caché aux aides techniques "
		    "(aria-hidden=\"true\") mais reste atteint par la touche Tab.",
		.en = "The element {element} is hidden from assistive technology "
		    "(aria-hidden=\"true\") but is still reached by the Tab key.",
	},
	[MAY_BE_FOCUSABLE] = {
		.key = "may-be-focusable",
		.fr = "L’élément {element} est dans un bloc aria-hidden=\"true\" : vérifier que "
		    "la touche Tab ne l’atteint pas quand le bloc est masqué.",
		.en = "The element {element} is in an aria-hidden=\"true\" block: check that "
		    "the Tab key does not reach it while the block is hidden.",
	},
};

static const struct clair_node *
find_tabbable(struct clair_ctx *ctx, const struct clair_node *hidden)
{
	const struct clair_node *node = hidden;

	do {
		if (clair_tabbable(ctx, node))
			return node;
	} while ((node = clair_next_inside(hidden, node)) != NULL);
	return NULL;
}

static bool
is_inside_hidden(const struct clair_node *node)
{
	while ((node = clair_parent(node)) != NULL) {
		if (clair_attr_is(node, CLAIR_ATTR_ARIA_HIDDEN, "true"))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	bool unsure =
	    clair_style_grade(ctx, node) != CLAIR_STATIC || clair_page_has_scripts(ctx);
	const struct clair_node *reached;
	struct clair_finding *finding;

	/* The outermost hidden element answers for those inside. */
	if (!clair_attr_is(node, CLAIR_ATTR_ARIA_HIDDEN, "true") || is_inside_hidden(node))
		return CLAIR_INAPPLICABLE;
	reached = find_tabbable(ctx, node);
	if (reached == NULL)
		return CLAIR_PASS;

	finding = unsure ? clair_review(ctx, reached, MAY_BE_FOCUSABLE)
	                 : clair_report(ctx, reached, FOCUSABLE);
	clair_arg(finding, "element", clair_tag_name(reached));
	return unsure ? CLAIR_REVIEW : CLAIR_FAIL;
}

CLAIR_RULE(presentation_hidden_focusable) = {
	.id = "presentation/hidden-focusable",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND,
	.on_all = true, /* any element may be hidden by aria-hidden */
	.rgaa = CLAIR_IDS("10.8.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("6cfa84"),
	.title = {
		.fr = "Un contenu caché aux aides techniques ne prend pas le focus",
		.en = "Content hidden from assistive technology does not take the focus",
	},
	.why = {
		.fr = "La touche Tab mène sur un élément que le lecteur d’écran tait : la "
		    "personne est perdue.",
		.en = "The Tab key leads to an element on which the screen reader is silent: "
		    "the person is lost.",
	},
	.remedy = {
		.fr = "Retirer aria-hidden, ou retirer l’élément du parcours au clavier "
		    "(tabindex=\"-1\", disabled).",
		.en = "Remove aria-hidden, or take the element out of the tab order "
		    "(tabindex=\"-1\", disabled).",
	},
	.limits = {
		.fr = "Un programme (script) ou une feuille de style qui manque peut aussi "
		    "masquer le contenu : la règle demande alors de vérifier.",
		.en = "A script or a missing style sheet may hide the content as well: the rule "
		    "then asks to check.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
