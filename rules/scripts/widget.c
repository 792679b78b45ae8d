/* Widgets, to be tried with a screen reader. */
#include "clairlint/rule.h"

enum { NAMED, UNNAMED, OPENS };

static const struct clair_message messages[] = {
	[NAMED] = {
		.key = "named",
		.fr = "Ce composant a le rôle {role} et le nom « {name} ». Un lecteur d’écran le dit-il, "
		    "et dit-il ses changements ?",
		.en = "This widget has the role {role} and the name \"{name}\". Does a screen reader say "
		    "it, and its changes?",
	},
	[UNNAMED] = {
		.key = "unnamed",
		.fr = "Ce composant a le rôle {role} et pas de nom. Un lecteur d’écran dit-il ce que "
		    "c’est, et ses changements ?",
		.en = "This widget has the role {role} and no name. Does a screen reader say what it is, "
		    "and its changes?",
	},
	[OPENS] = {
		.key = "opens",
		.fr = "Le bouton « {name} » dit son état par {state}. Cet état change-t-il quand on "
		    "l’active ?",
		.en = "The button \"{name}\" says its state by {state}. Does that state change when it "
		    "is activated?",
	},
};

static bool
find_state(const struct clair_node *button, enum clair_attribute *state)
{
	static const enum clair_attribute states[] = {CLAIR_ATTR_ARIA_EXPANDED, CLAIR_ATTR_ARIA_PRESSED};

	for (size_t i = 0; i < CLAIR_LEN(states); i++) {
		*state = states[i];
		if (clair_has_attr(button, *state))
			return true;
	}
	return false;
}

static enum clair_outcome
check_button(struct clair_ctx *ctx, const struct clair_node *button)
{
	struct clair_finding *finding;
	enum clair_attribute state;

	if (!find_state(button, &state) || clair_name(ctx, button)[0] == '\0')
		return CLAIR_INAPPLICABLE;
	finding = clair_review(ctx, button, OPENS);
	clair_arg(finding, "name", clair_name(ctx, button));
	clair_arg(finding, "state", clair_attribute_names[state]);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *widget)
{
	enum clair_role role = clair_role(ctx, widget);
	const char *name = clair_name(ctx, widget);
	struct clair_finding *finding;

	if (!clair_exposed(ctx, widget))
		return CLAIR_INAPPLICABLE;
	if (role == CLAIR_ROLE_BUTTON)
		return check_button(ctx, widget);
	/* What HTML makes by itself is told by the browser. */
	if (role == clair_implicit_role(ctx, widget))
		return CLAIR_INAPPLICABLE;

	finding = clair_review(ctx, widget, name[0] != '\0' ? NAMED : UNNAMED);
	clair_arg(finding, "role", clair_role_names[role]);
	if (name[0] != '\0')
		clair_arg(finding, "name", name);
	return CLAIR_REVIEW;
}

CLAIR_RULE(scripts_widget) = {
	.id = "scripts/widget",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.audit = true,
	.on_roles = CLAIR_KINDS(CLAIR_ROLE_BUTTON, CLAIR_ROLE_CHECKBOX, CLAIR_ROLE_COMBOBOX, CLAIR_ROLE_DIALOG,
	    CLAIR_ROLE_ALERTDIALOG, CLAIR_ROLE_GRID, CLAIR_ROLE_LISTBOX, CLAIR_ROLE_MENU,
	    CLAIR_ROLE_MENUBAR, CLAIR_ROLE_RADIOGROUP, CLAIR_ROLE_SLIDER,
	    CLAIR_ROLE_SPINBUTTON, CLAIR_ROLE_SWITCH, CLAIR_ROLE_TABLIST,
	    CLAIR_ROLE_TOOLBAR, CLAIR_ROLE_TREE, CLAIR_ROLE_TREEGRID),
	.rgaa = CLAIR_IDS("7.1.2"),
	.wcag = CLAIR_IDS("4.1.2"),
	.title = {
		.fr = "Un composant fait par script est dit par les lecteurs d’écran",
		.en = "A widget made by script is told by screen readers",
	},
	.why = {
		.fr = "Un rôle écrit dans le code ne suffit pas : si le script n’en change pas l’état, "
		    "on est trompé.",
		.en = "A role in the code is not enough: if the script does not change its state, one is "
		    "deceived.",
	},
	.remedy = {
		.fr = "Suivre le motif ARIA du composant, ou employer l’élément HTML qui fait la même "
		    "chose.",
		.en = "Follow the ARIA pattern of the widget, or use the HTML element that does the same.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
