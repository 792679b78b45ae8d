/* A recorded film has captions. */
#include "clairlint/rule.h"
#include "rules/common/media.h"

enum { NO_TRACK, PLAYER, INSERTED };

static const struct clair_message messages[] = {
	[NO_TRACK] = {
		.key = "no-track",
		.each = true,
		.fr = "Cette vidéo n’a pas de piste de sous-titres : vérifier s’il en faut.",
		.en = "This film has no track of captions: check whether it needs one.",
		.rgaa = CLAIR_IDS("4.3.1"),
	},
	[PLAYER] = {
		.key = "player",
		.each = true,
		.fr = "Cette vidéo est lue par {player}. Vérifier qu’elle a des sous-titres, relus par "
		    "une personne.",
		.en = "This film is played by {player}. Check that it has captions, read again by a "
		    "person.",
		.rgaa = CLAIR_IDS("4.3.1"),
	},
	[INSERTED] = {
		.key = "inserted",
		.each = true,
		.fr = "Cette vidéo est insérée sans élément video. Vérifier qu’elle a des sous-titres, "
		    "relus par une personne.",
		.en = "This film is inserted without a video element. Check that it has captions, read "
		    "again by a person.",
		.rgaa = CLAIR_IDS("4.3.1"),
	},
};

static enum clair_outcome
check_one(struct clair_ctx *ctx, const struct clair_medium *medium)
{
	/* A film that is always silent says nothing. */
	if (medium->kind != CLAIR_MEDIUM_FILM)
		return CLAIR_INAPPLICABLE;
	if (medium->captions || medium->captioned != NULL)
		return CLAIR_PASS;
	if (medium->native) {
		clair_fix_other(
		    clair_review(ctx, medium->node, NO_TRACK), CLAIR_FIX_ADD_ELEMENT, "track");
		return CLAIR_REVIEW;
	}
	clair_arg(clair_review(ctx, medium->node, medium->player[0] == '\0' ? INSERTED : PLAYER), "player",
	    medium->player);
	return CLAIR_REVIEW;
}

static enum clair_outcome
check(struct clair_ctx *ctx)
{
	return rule_each_medium(ctx, check_one);
}

CLAIR_RULE(media_captions) = {
	.id = "media/captions",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_PAGE,
	.severity = CLAIR_MAJOR,
	.finds_all = true,
	.who = CLAIR_DEAF,
	.rgaa = CLAIR_IDS("4.3.1", "4.4.1"),
	.wcag = CLAIR_IDS("1.2.2"),
	.act = CLAIR_IDS("eac66b", "f51b46"),
	.falc = CLAIR_IDS("V10"),
	.needs = CLAIR_IDS("S-008"),
	.title = {
		.fr = "Une vidéo a des sous-titres",
		.en = "A film has captions",
	},
	.why = {
		.fr = "Qui n’entend pas perd tout ce qui est dit.",
		.en = "Who cannot hear loses all that is said.",
	},
	.remedy = {
		.fr = "Ajouter un élément track kind=\"captions\", ou proposer une version sous-titrée.",
		.en = "Add a track element with kind=\"captions\", or offer a captioned version.",
	},
	.limits = {
		.fr = "La règle ne sait ni si la vidéo parle, ni si elle est déjà sous-titrée dans "
		    "l’image.",
		.en = "The rule knows neither whether the film speaks, nor whether captions are in the "
		    "picture.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.page = check,
};
