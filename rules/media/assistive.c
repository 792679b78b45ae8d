/* A player speaks to assistive technology. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

enum { ASSISTIVE };

static const struct clair_message messages[] = {
	[ASSISTIVE] = {
		.key = "assistive",
		.each = true,
		.fr = "Un lecteur d’écran dit-il le nom et l’état de chaque commande ? Sinon, une autre "
		    "version est-elle tout près ?",
		.en = "Does a screen reader say the name and the state of each control? If not, is "
		    "another version close by?",
		.rgaa = CLAIR_IDS("4.13.1", "4.13.2"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	if (medium->decor)
		return CLAIR_INAPPLICABLE;
	clair_review(ctx, medium->node, ASSISTIVE);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_assistive) = {
	.id = "media/assistive",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.who = CLAIR_BLIND | CLAIR_MOTOR | CLAIR_DEAF,
	.rgaa = CLAIR_IDS("4.13.1", "4.13.2"),
	.wcag = CLAIR_IDS("4.1.2"),
	.title = {
		.fr = "Un lecteur de son ou de vidéo parle aux aides techniques",
		.en = "A player of sound or film speaks to assistive technology",
	},
	.why = {
		.fr = "Un bouton sans nom ou sans état laisse dans le doute : le média est-il lancé, coupé, "
		    "fini ?",
		.en = "A button without a name or a state leaves one in doubt: is the medium playing, muted, "
		    "over?",
	},
	.remedy = {
		.fr = "Préférer les commandes du navigateur (controls), ou mettre une autre version juste à "
		    "côté.",
		.en = "Prefer the controls of the browser (controls), or put another version just beside.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
