/* The transcript of a sound or a film says it all. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

static const struct clair_message messages[] = {
	[CLAIR_MEDIUM_SOUND] = {
		.key = "sound",
		.each = true,
		.fr = "La transcription annoncée par « {text} » dit-elle tout ce que l’on entend ?",
		.en = "Does the transcript announced by \"{text}\" say all that is heard?",
		.rgaa = CLAIR_IDS("4.2.1"),
	},
	[CLAIR_MEDIUM_FILM] = {
		.key = "film",
		.each = true,
		.fr = "La transcription annoncée par « {text} » dit-elle tout ce que l’on voit et "
		    "entend ?",
		.en = "Does the transcript announced by \"{text}\" say all that is seen and heard?",
		.rgaa = CLAIR_IDS("4.2.3"),
	},
	[CLAIR_MEDIUM_SILENT_FILM] = {
		.key = "silent-film",
		.each = true,
		.fr = "La transcription annoncée par « {text} » dit-elle tout ce que l’on voit ?",
		.en = "Does the transcript announced by \"{text}\" say all that is seen?",
		.rgaa = CLAIR_IDS("4.2.2"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	if (medium->transcript == NULL)
		return CLAIR_INAPPLICABLE;
	clair_arg(clair_review(ctx, medium->node, medium->kind), "text", medium->transcript);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_transcript_right) = {
	.id = "media/transcript-right",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.finds_all = true,
	.who = CLAIR_BLIND | CLAIR_DEAF,
	.rgaa = CLAIR_IDS("4.2.1", "4.2.2", "4.2.3"),
	.wcag = CLAIR_IDS("1.2.1", "1.2.3"),
	.title = {
		.fr = "La transcription d’un média est fidèle",
		.en = "The transcript of a medium is faithful",
	},
	.why = {
		.fr = "Une transcription qui coupe ou résume prive de ce que les autres reçoivent.",
		.en = "A transcript that cuts or sums up takes away what others receive.",
	},
	.remedy = {
		.fr = "Relire la transcription en écoutant et en regardant, puis la compléter.",
		.en = "Read the transcript again while listening and watching, then complete it.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
