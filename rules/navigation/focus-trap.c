/* The focus can leave an element by keyboard. */
#include "clairlint/rule.h"

enum { TRAP, MAYBE_TRAP };

static const struct clair_message messages[] = {
	[TRAP] = {
		.key = "trap",
		.fr = "« {name} » reprend le focus dès qu’il le perd : au clavier, on n’en sort "
		    "plus.",
		.en = "\"{name}\" takes the focus back as soon as it loses it: by keyboard "
		    "there is no way out.",
	},
	[MAYBE_TRAP] = {
		.key = "maybe-trap",
		.fr = "« {name} » reprend le focus quand il le perd : vérifier que l’on en sort "
		    "au clavier.",
		.en = "\"{name}\" takes the focus back when it loses it: check that the "
		    "keyboard leads out of it.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *handler = clair_attr_by_name(node, "onblur");
	const char *name = clair_name(ctx, node);
	bool sure = clair_attr_by_name(node, "onkeydown") == NULL &&
	    clair_attr_by_name(node, "onkeyup") == NULL && clair_attr_by_name(node, "onkeypress") == NULL &&
	    !clair_page_has_scripts(ctx);

	if (handler == NULL || !clair_tabbable(ctx, node))
		return CLAIR_INAPPLICABLE;
	if (!clair_matches(ctx, "focus-kept", handler))
		return CLAIR_PASS;

	clair_arg(sure ? clair_report(ctx, node, TRAP) : clair_review(ctx, node, MAYBE_TRAP), "name",
	    name[0] != '\0' ? name : clair_tag_name(node));
	return sure ? CLAIR_FAIL : CLAIR_REVIEW;
}

CLAIR_RULE(navigation_focus_trap) = {
	.id = "navigation/focus-trap",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_BLOCKING,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	/* Those that may take the focus. */
	.on_tags = CLAIR_KINDS(CLAIR_TAG_A, CLAIR_TAG_BUTTON, CLAIR_TAG_DIV, CLAIR_TAG_INPUT, CLAIR_TAG_SELECT,
	    CLAIR_TAG_SPAN, CLAIR_TAG_TEXTAREA),
	.rgaa = CLAIR_IDS("12.9.1"),
	.wcag = CLAIR_IDS("2.1.2"),
	.act = CLAIR_IDS("80af7b", "a1b64e", "ebe86a"),
	.needs = CLAIR_IDS("S-135"),
	.title = {
		.fr = "Le focus n’est pas retenu",
		.en = "The focus is not held back",
	},
	.why = {
		.fr = "Qui se sert du clavier reste enfermé sur l’élément et ne peut plus rien "
		    "faire de la page.",
		.en = "Who uses the keyboard stays locked on the element and can do nothing "
		    "more with the page.",
	},
	.remedy = {
		.fr = "Retirer l’appel à focus() de l’attribut onblur.",
		.en = "Remove the call of focus() from the onblur attribute.",
	},
	.limits = {
		.fr = "Les pièges posés par un programme (script) ne sont pas vus.",
		.en = "Traps set by a script are not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
