/* The text near a medium says what it is. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

enum { TEXT };

static const struct clair_message messages[] = {
	[TEXT] = {
		.key = "text",
		.each = true,
		.fr = "Les mots « {text} » suffisent-ils à reconnaître ce son ou cette vidéo avant de "
		    "le lancer ?",
		.en = "Are the words \"{text}\" enough to know this sound or film before playing it?",
		.rgaa = CLAIR_IDS("4.7.1"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	if (medium->announced[0] == '\0')
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review(ctx, medium->node, TEXT), "text", medium->announced);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_announced_right) = {
	.id = "media/announced-right",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MINOR,
	.audit = true,
	.finds_all = true,
	.who = CLAIR_BLIND,
	.rgaa = CLAIR_IDS("4.7.1"),
	.wcag = CLAIR_IDS("1.1.1"),
	.title = {
		.fr = "Les mots près d’un média permettent de le reconnaître",
		.en = "The words near a medium let people know what it is",
	},
	.why = {
		.fr = "Qui ne voit pas l’aperçu n’a que ces mots pour savoir de quoi parle le média.",
		.en = "Who cannot see the preview has only these words to know what the medium is "
		    "about.",
	},
	.remedy = {
		.fr = "Écrire le sujet du média, et dire que c’est un son ou une vidéo.",
		.en = "Write what the medium is about, and say that it is a sound or a film.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
