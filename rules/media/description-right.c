/* The audio description of a film says what is shown. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

enum { FILM, SILENT_FILM };

static const struct clair_message messages[] = {
	[FILM] = {
		.key = "film",
		.each = true,
		.fr = "L’audiodescription de cette vidéo dit-elle tout ce que l’image montre et que le "
		    "son ne dit pas ?",
		.en = "Does the audio description of this film say all that the picture shows and the "
		    "sound does not say?",
		.rgaa = CLAIR_IDS("4.6.2"),
	},
	[SILENT_FILM] = {
		.key = "silent-film",
		.each = true,
		.fr = "L’audiodescription de cette vidéo muette dit-elle tout ce que l’image montre ?",
		.en = "Does the audio description of this silent film say all that the picture shows?",
		.rgaa = CLAIR_IDS("4.6.1"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	if (medium->kind == CLAIR_MEDIUM_SOUND || (!medium->descriptions && medium->described == NULL))
		return CLAIR_INAPPLICABLE;
	clair_review(ctx, medium->node, medium->kind == CLAIR_MEDIUM_FILM ? FILM : SILENT_FILM);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_description_right) = {
	.id = "media/description-right",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.audit = true,
	.finds_all = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.rgaa = CLAIR_IDS("4.6.1", "4.6.2"),
	.wcag = CLAIR_IDS("1.2.5"),
	.title = {
		.fr = "L’audiodescription d’une vidéo est fidèle",
		.en = "The audio description of a film is faithful",
	},
	.why = {
		.fr = "Une description qui oublie un texte ou un geste laisse un trou dans l’histoire.",
		.en = "A description that forgets a text or a gesture leaves a hole in the story.",
	},
	.remedy = {
		.fr = "Écouter la version décrite les yeux fermés, puis compléter ce qui manque.",
		.en = "Listen to the described version with closed eyes, then complete what is missing.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
