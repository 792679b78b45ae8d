/* What is made to be activated has the role of a control. */
#include "clairlint/rule.h"
#include "rules/common/text.h"

enum { NO_ROLE };

static const struct clair_message messages[] = {
	[NO_ROLE] = {
		.key = "no-role",
		.fr = "L’élément {element} s’atteint au clavier et réagit au clic, mais n’a pas de rôle "
		    "de commande.",
		.en = "The element {element} can be reached by keyboard and answers to a click, but has "
		    "no role of a control.",
	},
};

enum { NODES_READ = 200 };

/* A box around controls may only hear their clicks. Too large to be read: the same. */
static bool
holds_control(struct clair_ctx *ctx, const struct clair_node *node)
{
	const struct clair_node *inside = node;

	for (unsigned i = 0; i < NODES_READ; i++) {
		inside = clair_next_inside(node, inside);
		if (inside == NULL)
			return false;
		if (clair_focusable(ctx, inside) || clair_role_is_widget(clair_role(ctx, inside)))
			return true;
	}
	return true;
}

static bool
is_control(enum clair_role role)
{
	return clair_role_is_widget(role) || role == CLAIR_ROLE_LINK;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	const char *action = clair_attr(node, CLAIR_ATTR_ONCLICK);

	if (rule_blank(action) || rule_starts_with(action, "event.") || !clair_exposed(ctx, node) ||
	    !clair_tabbable(ctx, node) || holds_control(ctx, node))
		return CLAIR_INAPPLICABLE;
	/* A role that we do not know is another rule's matter. */
	if (is_control(clair_role(ctx, node)) || clair_has_attr(node, CLAIR_ATTR_ROLE))
		return CLAIR_PASS;

	clair_arg(clair_report(ctx, node, NO_ROLE), "element", clair_tag_name(node));
	return CLAIR_FAIL;
}

CLAIR_RULE(scripts_control_role) = {
	.id = "scripts/control-role",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_MOTOR,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_DIV, CLAIR_TAG_SPAN, CLAIR_TAG_P, CLAIR_TAG_LI, CLAIR_TAG_TD,
	    CLAIR_TAG_I, CLAIR_TAG_IMG),
	.rgaa = CLAIR_IDS("7.1.1"),
	.wcag = CLAIR_IDS("4.1.2"),
	.title = {
		.fr = "Ce qui s’active a le rôle d’une commande",
		.en = "What is activated has the role of a control",
	},
	.why = {
		.fr = "Un lecteur d’écran lit un simple texte : rien ne dit que l’on peut l’activer.",
		.en = "A screen reader reads a simple text: nothing says that it can be activated.",
	},
	.remedy = {
		.fr = "Employer un button ou un lien. Ou bien ajouter role=\"button\" et répondre aux "
		    "touches Entrée et Espace.",
		.en = "Use a button or a link. Or else add role=\"button\" and answer to Enter and "
		    "Space.",
	},
	.limits = {
		.fr = "Les actions posées par un script à part ne sont pas vues.",
		.en = "Actions set by a script elsewhere are not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
