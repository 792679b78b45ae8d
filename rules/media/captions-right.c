/* The captions of a film say it all. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

enum { CAPTIONS };

static const struct clair_message messages[] = {
	[CAPTIONS] = {
		.key = "captions",
		.each = true,
		.fr = "Les sous-titres de cette vidéo disent-ils, au bon moment, toutes les paroles et "
		    "les bruits utiles ?",
		.en = "Do the captions of this film say, at the right time, all the words and the "
		    "useful sounds?",
		.rgaa = CLAIR_IDS("4.4.1"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	/* What a player of another site shows is not known. */
	if (medium->kind != CLAIR_MEDIUM_FILM ||
	    (medium->native && !medium->captions && medium->captioned == NULL))
		return CLAIR_INAPPLICABLE;
	clair_review(ctx, medium->node, CAPTIONS);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_captions_right) = {
	.id = "media/captions-right",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.finds_all = true,
	.who = CLAIR_DEAF,
	.rgaa = CLAIR_IDS("4.4.1"),
	.wcag = CLAIR_IDS("1.2.2"),
	.falc = CLAIR_IDS("V10"),
	.title = {
		.fr = "Les sous-titres d’une vidéo sont fidèles",
		.en = "The captions of a film are faithful",
	},
	.why = {
		.fr = "Des sous-titres faits par une machine se trompent de mots, et taisent qui parle "
		    "et les bruits.",
		.en = "Captions made by a machine get words wrong, and say neither who speaks nor the "
		    "sounds.",
	},
	.remedy = {
		.fr = "Relire les sous-titres en regardant la vidéo, puis les corriger.",
		.en = "Read the captions again while watching the film, then mend them.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
