/* A field does not change the page by itself. */
#include "clairlint/rule.h"
#include "rules/common/script.h"
#include "rules/common/text.h"

enum { ACTS };

static const struct clair_message messages[] = {
	[ACTS] = {
		.key = "acts",
		.fr = "Ce champ change de page ou envoie le formulaire de lui-même ({event}) : vérifier "
		    "qu’un texte prévient avant.",
		.en = "This field changes the page or sends the form by itself ({event}): check that a "
		    "text says so before.",
	},
};

/* The first action that changes the page, or else any. A list that acts when its choice changes has its own
 * rule. */
static bool
find_event(const struct clair_node *field, enum clair_attribute *event)
{
	static const enum clair_attribute events[] = {CLAIR_ATTR_ONFOCUS, CLAIR_ATTR_ONBLUR,
	    CLAIR_ATTR_ONCHANGE};
	size_t count = CLAIR_LEN(events) - (clair_tag(field) == CLAIR_TAG_SELECT);
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		if (rule_blank(clair_attr(field, events[i])))
			continue;
		any = true;
		*event = events[i];
		if (rule_changes_page(clair_attr(field, *event)))
			break;
	}
	return any;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *field)
{
	enum clair_attribute event;

	if (!clair_visible(ctx, field) || !find_event(field, &event))
		return CLAIR_INAPPLICABLE;
	if (!rule_changes_page(clair_attr(field, event)))
		return CLAIR_PASS;

	clair_arg(clair_review_attr(ctx, field, event, ACTS), "event", clair_attribute_names[event]);
	return CLAIR_REVIEW;
}

CLAIR_RULE(scripts_context_change) = {
	.id = "scripts/context-change",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_MOTOR | CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_INPUT, CLAIR_TAG_TEXTAREA, CLAIR_TAG_SELECT, CLAIR_TAG_A,
	    CLAIR_TAG_BUTTON),
	.rgaa = CLAIR_IDS("7.4.1"),
	.wcag = CLAIR_IDS("3.2.1", "3.2.2"),
	.title = {
		.fr = "Un champ ne change pas la page sans prévenir",
		.en = "A field does not change the page without notice",
	},
	.why = {
		.fr = "Qui parcourt la page au clavier se retrouve ailleurs sans l’avoir demandé.",
		.en = "Who goes through the page by keyboard ends up elsewhere without asking for it.",
	},
	.remedy = {
		.fr = "Agir seulement quand un bouton est activé, ou prévenir avant le champ.",
		.en = "Act only when a button is activated, or say so before the field.",
	},
	.limits = {
		.fr = "Les actions posées par un script à part ne sont pas vues.",
		.en = "Actions set by a script elsewhere are not seen.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
