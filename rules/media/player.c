/* The controls of a player work for everyone. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

enum { CONTROLS };

static const struct clair_message messages[] = {
	[CONTROLS] = {
		.key = "controls",
		.each = true,
		.fr = "Au clavier comme à la souris, peut-on lire, mettre en pause, régler le son et "
		    "afficher les sous-titres ?",
		.en = "With the keyboard as with the mouse, can one play, pause, set the sound and show "
		    "the captions?",
		.rgaa = CLAIR_IDS("4.11.1", "4.11.2", "4.11.3"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	if (medium->decor)
		return CLAIR_INAPPLICABLE;
	clair_review(ctx, medium->node, CONTROLS);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_player) = {
	.id = "media/player",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.finds_all = true,
	.who = CLAIR_BLIND | CLAIR_MOTOR | CLAIR_DEAF,
	.rgaa = CLAIR_IDS("4.11.1", "4.11.2", "4.11.3"),
	.wcag = CLAIR_IDS("2.1.1"),
	.falc = CLAIR_IDS("V15"),
	.title = {
		.fr = "Un lecteur de son ou de vidéo est utilisable par tous",
		.en = "A player of sound or film can be used by everyone",
	},
	.why = {
		.fr = "Un bouton de lecture que le clavier n’atteint pas ferme le média à beaucoup de "
		    "personnes.",
		.en = "A play button that the keyboard does not reach closes the medium to many people.",
	},
	.remedy = {
		.fr = "Préférer les commandes du navigateur (controls), ou un lecteur connu pour être "
		    "accessible.",
		.en = "Prefer the controls of the browser (controls), or a player known to be "
		    "accessible.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
