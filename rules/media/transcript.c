/* What is said or shown in a sound or a film can be read. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

static const struct clair_message messages[] = {
	[CLAIR_MEDIUM_SOUND] = {
		.key = "sound",
		.each = true,
		.fr = "Aucune transcription n’est annoncée près de ce son. Vérifier qu’on peut lire ce "
		    "qui y est dit.",
		.en = "No transcript is announced near this sound. Check that what it says can be read.",
		.rgaa = CLAIR_IDS("4.1.1"),
	},
	[CLAIR_MEDIUM_FILM] = {
		.key = "film",
		.each = true,
		.fr = "Ni transcription ni audiodescription n’est annoncée près de cette vidéo. "
		    "Vérifier qu’elle en a une.",
		.en = "Neither a transcript nor an audio description is announced near this film. Check "
		    "that it has one.",
		.rgaa = CLAIR_IDS("4.1.3"),
	},
	[CLAIR_MEDIUM_SILENT_FILM] = {
		.key = "silent-film",
		.each = true,
		.fr = "Aucune transcription n’est annoncée près de cette vidéo muette. Vérifier qu’on "
		    "peut lire ce qu’elle montre.",
		.en = "No transcript is announced near this silent film. Check that what it shows can "
		    "be read.",
		.rgaa = CLAIR_IDS("4.1.2"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	if (medium->decor || medium->transcript != NULL)
		return CLAIR_PASS;
	if (medium->kind != CLAIR_MEDIUM_SOUND && (medium->descriptions || medium->described != NULL))
		return CLAIR_PASS;

	clair_review(ctx, medium->node, medium->kind);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_transcript) = {
	.id = "media/transcript",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.finds_all = true,
	.who = CLAIR_BLIND | CLAIR_DEAF,
	.rgaa = CLAIR_IDS("4.1.1", "4.1.2", "4.1.3", "4.2.1", "4.2.2", "4.2.3"),
	.wcag = CLAIR_IDS("1.2.1", "1.2.3"),
	.act = CLAIR_IDS("e7aa44", "2eb176", "c5a4ea", "c3232f"),
	.falc = CLAIR_IDS("A08"),
	.needs = CLAIR_IDS("S-008"),
	.title = {
		.fr = "Un son ou une vidéo a une transcription",
		.en = "A sound or a film has a transcript",
	},
	.why = {
		.fr = "Qui n’entend pas perd le son. Qui ne voit pas perd l’image.",
		.en = "Who cannot hear loses the sound. Who cannot see loses the picture.",
	},
	.remedy = {
		.fr = "Mettre à côté une transcription, ou un lien vers elle : tout ce qui est dit et "
		    "tout ce qui est montré.",
		.en = "Put a transcript beside it, or a link to it: all that is said and all that is "
		    "shown.",
	},
	.limits = {
		.fr = "Un média qu’un script ajoute n’est pas vu. Près du média, seuls quelques mots "
		    "sont cherchés.",
		.en = "A medium that a script adds is not seen. Near the medium, only a few words are "
		    "looked for.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
