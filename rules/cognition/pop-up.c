/* Nothing opens over the page by itself. */
#include "clairlint/rule.h"

enum { OPEN };

static const struct clair_message messages[] = {
	[OPEN] = {
		.key = "open",
		.fr = "Une fenêtre s’ouvre dès l’arrivée sur la page. Vérifier qu’elle est utile et se ferme facilement.",
		.en = "A window opens as soon as people arrive on the page. Check that it is useful and easy to close.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *dialog)
{
	if (!clair_has_attr(dialog, CLAIR_ATTR_OPEN) || !clair_visible(ctx, dialog))
		return CLAIR_PASS;
	clair_review(ctx, dialog, OPEN);
	return CLAIR_REVIEW;
}

CLAIR_RULE(cognition_pop_up) = {
	.id = "cognition/pop-up",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.advice = true,
	.who = CLAIR_COGNITIVE | CLAIR_LOW_LITERACY | CLAIR_NEWCOMER | CLAIR_ELDERLY | CLAIR_BLIND | CLAIR_LOW_VISION,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_DIALOG),
	.falc = CLAIR_IDS("E11"),
	.needs = CLAIR_IDS("S-045"),
	.title = {
		.fr = "Aucune fenêtre ne s’ouvre seule",
		.en = "No window opens by itself",
	},
	.why = {
		.fr = "La fenêtre cache ce que la personne venait lire. Certaines personnes ne savent pas la fermer.",
		.en = "The window hides what people came to read. Some do not know how to close it.",
	},
	.remedy = {
		.fr = "Mettre le message dans la page. Ouvrir une fenêtre seulement après un clic.",
		.en = "Put the message in the page. Open a window only after a click.",
	},
	.limits = {
		.fr = "La règle voit l’attribut open de dialog, pas les fenêtres que des scripts ouvrent.",
		.en = "The rule sees the open attribute of dialog, not windows opened by scripts.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
