/* What starts on pressing can be cancelled. */
#include "clairlint/rule.h"

enum { DOWN };

static const struct clair_message messages[] = {
	[DOWN] = {
		.key = "down",
		.fr = "Une action part dès l’appui sur cet élément ({attribute}) : peut-on "
		    "l’annuler avant de relâcher, ou après ?",
		.en = "An action starts on pressing this element ({attribute}): can it be "
		    "cancelled before releasing, or after?",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *node)
{
	static const char *const attributes[] = {"onmousedown", "ontouchstart", "onpointerdown"};

	for (size_t i = 0; i < CLAIR_LEN(attributes); i++) {
		if (clair_attr_by_name(node, attributes[i]) == NULL)
			continue;
		clair_arg(clair_review(ctx, node, DOWN), "attribute", attributes[i]);
		return CLAIR_REVIEW;
	}
	return CLAIR_INAPPLICABLE;
}

CLAIR_RULE(consultation_down_event) = {
	.id = "consultation/down-event",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_MOTOR | CLAIR_LOW_VISION,
	.on_all = true, /* any element may have these attributes */
	.rgaa = CLAIR_IDS("13.11.1"),
	.wcag = CLAIR_IDS("2.5.2"),
	.title = {
		.fr = "Une action ne part pas dès l’appui",
		.en = "An action does not start on pressing",
	},
	.why = {
		.fr = "Qui tremble, ou vise mal, appuie à côté. L’action doit attendre le "
		    "relâchement.",
		.en = "Who trembles, or aims badly, presses beside. The action must wait for the "
		    "release.",
	},
	.remedy = {
		.fr = "Lancer l’action avec onclick, ou permettre de l’annuler.",
		.en = "Start the action with onclick, or let people cancel it.",
	},
	.limits = {
		.fr = "Les actions que les programmes (scripts) ajoutent ne sont pas vues ici.",
		.en = "Actions that scripts add are not seen here.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
