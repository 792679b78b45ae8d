/* A widget whose content is presentational holds nothing that takes the focus. */
#include "clairlint/rule.h"

enum { FOCUSABLE, MAY_FOCUS };

static const struct clair_message messages[] = {
	[FOCUSABLE] = {
		.key = "focusable",
		.fr = "Ce composant de rôle {role} contient un élément {element} qui prend le "
		    "focus.",
		.en = "This widget whose role is {role} holds an element {element} that takes "
		    "the focus.",
	},
	[MAY_FOCUS] = {
		.key = "may-focus",
		.fr = "Ce composant de rôle {role} contient un élément {element} avec "
		    "tabindex=\"-1\" : vérifier qu’aucun script ne lui donne le focus.",
		.en = "This widget whose role is {role} holds an element {element} with "
		    "tabindex=\"-1\": check that no script gives it the focus.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *widget)
{
	const struct clair_node *reached = NULL;
	const struct clair_node *node = widget;
	struct clair_finding *finding;
	bool tabbable = false;

	if (!clair_exposed(ctx, widget) ||
	    !clair_role_has_presentational_children(clair_role(ctx, widget)))
		return CLAIR_INAPPLICABLE;
	while (!tabbable && (node = clair_next_inside(widget, node)) != NULL) {
		if (!clair_focusable(ctx, node))
			continue;
		tabbable = clair_tabbable(ctx, node);
		if (tabbable || reached == NULL)
			reached = node;
	}
	if (reached == NULL)
		return CLAIR_PASS;

	finding = tabbable ? clair_report(ctx, widget, FOCUSABLE)
	                   : clair_review(ctx, widget, MAY_FOCUS);
	clair_arg(finding, "role", clair_role_names[clair_role(ctx, widget)]);
	clair_arg(finding, "element", clair_tag_name(reached));
	return tabbable ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(scripts_presentational_children) = {
	.id = "scripts/presentational-children",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_BUTTON, CLAIR_ROLE_CHECKBOX, CLAIR_ROLE_GRAPHICS_SYMBOL,
	    CLAIR_ROLE_IMG, CLAIR_ROLE_MENUITEMCHECKBOX, CLAIR_ROLE_MENUITEMRADIO,
	    CLAIR_ROLE_METER, CLAIR_ROLE_OPTION, CLAIR_ROLE_PROGRESSBAR, CLAIR_ROLE_RADIO,
	    CLAIR_ROLE_SCROLLBAR, CLAIR_ROLE_SEPARATOR, CLAIR_ROLE_SLIDER, CLAIR_ROLE_SWITCH,
	    CLAIR_ROLE_TAB),
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.act = CLAIR_IDS("307n5z"),
	.title = {
		.fr = "Un bouton, une case ou un onglet ne contient pas d’autre commande",
		.en = "A button, a checkbox or a tab holds no other control",
	},
	.why = {
		.fr = "Le lecteur d’écran tait ce que le composant contient : la touche Tab y "
		    "mène sans rien annoncer.",
		.en = "The screen reader is silent on what the widget holds: the Tab key leads "
		    "there and nothing is announced.",
	},
	.remedy = {
		.fr = "Sortir le lien ou le bouton du composant, et les mettre côte à côte.",
		.en = "Take the link or the button out of the widget, and put them side by side.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
