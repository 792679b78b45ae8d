/* What a film shows without saying it is described. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

enum { FILM, SILENT_FILM };

static const struct clair_message messages[] = {
	[FILM] = {
		.key = "film",
		.each = true,
		.fr = "Aucune audiodescription n’est annoncée près de cette vidéo. Vérifier que la "
		    "bande son dit tout ce qui compte à l’image.",
		.en = "No audio description is announced near this film. Check that the sound says all "
		    "that matters in the picture.",
		.rgaa = CLAIR_IDS("4.5.2"),
	},
	[SILENT_FILM] = {
		.key = "silent-film",
		.each = true,
		.fr = "Aucune audiodescription n’est annoncée près de cette vidéo muette. Vérifier que "
		    "ce qu’elle montre peut être entendu.",
		.en = "No audio description is announced near this silent film. Check that what it "
		    "shows can be heard.",
		.rgaa = CLAIR_IDS("4.5.1"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	if (medium->kind == CLAIR_MEDIUM_SOUND)
		return CLAIR_INAPPLICABLE;
	if (medium->decor || medium->descriptions || medium->described != NULL)
		return CLAIR_PASS;

	clair_review(ctx, medium->node, medium->kind == CLAIR_MEDIUM_FILM ? FILM : SILENT_FILM);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_description) = {
	.id = "media/description",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.finds_all = true,
	.who = CLAIR_BLIND | CLAIR_LOW_VISION,
	.rgaa = CLAIR_IDS("4.5.1", "4.5.2", "4.6.1", "4.6.2"),
	.wcag = CLAIR_IDS("1.2.5"),
	.act = CLAIR_IDS("1ec09b", "1ea59c"),
	.falc = CLAIR_IDS("V14"),
	.needs = CLAIR_IDS("S-008"),
	.title = {
		.fr = "Une vidéo a une audiodescription quand il en faut",
		.en = "A film has an audio description when it needs one",
	},
	.why = {
		.fr = "Un texte à l’écran, un geste, un graphique : ce qui n’est pas dit est perdu pour "
		    "qui ne voit pas.",
		.en = "A text on the screen, a gesture, a chart: what is not said is lost for who "
		    "cannot see.",
	},
	.remedy = {
		.fr = "Dire à voix haute ce que l’on montre, ou proposer une version audiodécrite.",
		.en = "Say aloud what is shown, or offer an audio-described version.",
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
