/* A text announces each sound and film. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

enum { NOTHING };

static const struct clair_message messages[] = {
	[NOTHING] = {
		.key = "nothing",
		.each = true,
		.fr = "Ce média n’a ni nom, ni légende, ni texte juste avant lui : rien ne dit de quoi "
		    "il parle.",
		.en = "This medium has neither name nor caption nor text just before it: nothing says "
		    "what it is about.",
		.rgaa = CLAIR_IDS("4.7.1"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	if (medium->decor || medium->announced[0] != '\0')
		return CLAIR_PASS;

	clair_review(ctx, medium->node, NOTHING);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_announced) = {
	.id = "media/announced",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.finds_all = true,
	.who = CLAIR_BLIND,
	.rgaa = CLAIR_IDS("4.7.1"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "Un texte annonce chaque son et chaque vidéo",
		.en = "A text announces each sound and each film",
	},
	.why = {
		.fr = "Sans titre à côté, il faut lancer le média pour savoir s’il intéresse.",
		.en = "Without a title beside it, one must play the medium to know whether it matters.",
	},
	.remedy = {
		.fr = "Écrire un titre ou une phrase juste avant : « Vidéo : les vœux du maire ».",
		.en = "Write a title or a sentence just before: \"Film: the mayor’s wishes\".",
	},
	.limits = {
		.fr = "La règle ne dit pas si le texte parle bien du média.",
		.en = "The rule does not say whether the text is truly about the medium.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
