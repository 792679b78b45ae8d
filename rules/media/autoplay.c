/* No sound starts by itself without a way to stop it. */
#include "clairlint/rule.h"

enum { NO_CONTROL, MAYBE_CONTROL };

static const struct clair_message messages[] = {
	[NO_CONTROL] = {
		.key = "no-control",
		.fr = "Cet élément {element} lance un son sans aucune commande pour l’arrêter.",
		.en = "This {element} element starts a sound with no control to stop it.",
	},
	[MAYBE_CONTROL] = {
		.key = "maybe-control",
		.fr = "Cet élément {element} lance un son sans commande d’origine : vérifier "
		    "que la page permet de l’arrêter.",
		.en = "This {element} element starts a sound without native controls: check "
		    "that the page lets people stop it.",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *medium)
{
	bool scripted = clair_page_may_change(ctx);

	if (!clair_has_attr(medium, CLAIR_ATTR_AUTOPLAY) || clair_has_attr(medium, CLAIR_ATTR_MUTED))
		return CLAIR_INAPPLICABLE;
	if (clair_has_attr(medium, CLAIR_ATTR_CONTROLS))
		return CLAIR_PASS;

	/* Short sounds are allowed: only a loop surely lasts more than three seconds. */
	scripted = scripted || !clair_has_attr(medium, CLAIR_ATTR_LOOP);
	clair_arg(scripted ? clair_review(ctx, medium, MAYBE_CONTROL)
	                   : clair_report(ctx, medium, NO_CONTROL),
	    "element", clair_tag_name(medium));
	return scripted ? CLAIR_REVIEW : CLAIR_FAIL;
}

CLAIR_RULE(media_autoplay) = {
	.id = "media/autoplay",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_BLIND | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_VIDEO, CLAIR_TAG_AUDIO),
	.rgaa = CLAIR_IDS("4.10.1"),
	.wcag = CLAIR_IDS("1.4.2"),
	.falc = CLAIR_IDS("A09"),
	.needs = CLAIR_IDS("S-045"),
	.title = {
		.fr = "Un son lancé seul peut être arrêté",
		.en = "A sound that starts by itself can be stopped",
	},
	.why = {
		.fr = "Le son couvre la voix du lecteur d’écran : on ne peut plus lire la page.",
		.en = "The sound covers the voice of the screen reader: the page can no longer "
		    "be read.",
	},
	.remedy = {
		.fr = "Retirer autoplay, ou ajouter muted, ou donner les commandes avec "
		    "controls.",
		.en = "Remove autoplay, or add muted, or give the controls with controls.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
