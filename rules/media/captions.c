/* A recorded film has captions. */
#include "clairlint/rule.h"

enum { NO_TRACK };

static const struct clair_message messages[] = {
	[NO_TRACK] = {
		.key = "no-track",
		.fr = "Cette vidéo n’a pas de piste de sous-titres : vérifier s’il en faut.",
		.en = "This film has no track of captions: check whether it needs one.",
	},
};

static bool
has_captions(const struct clair_node *video)
{
	const struct clair_node *node = video;

	while ((node = clair_next_inside(video, node)) != NULL) {
		if (clair_tag(node) == CLAIR_TAG_TRACK &&
		    (!clair_has_attr(node, CLAIR_ATTR_KIND) ||
		     clair_attr_is(node, CLAIR_ATTR_KIND, "captions") ||
		     clair_attr_is(node, CLAIR_ATTR_KIND, "subtitles")))
			return true;
	}
	return false;
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *video)
{
	/* A film that is always silent says nothing. */
	if (clair_has_attr(video, CLAIR_ATTR_MUTED) || !clair_visible(ctx, video))
		return CLAIR_INAPPLICABLE;
	if (has_captions(video))
		return CLAIR_PASS;

	clair_fix_other(clair_review(ctx, video, NO_TRACK), CLAIR_FIX_ADD_ELEMENT, "track");
	return CLAIR_REVIEW;
}

CLAIR_RULE(media_captions) = {
	.id = "media/captions",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_DEAF,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_VIDEO),
	.rgaa = CLAIR_IDS("4.3.1"),
	.wcag = CLAIR_IDS("1.2.2"),
	.title = {
		.fr = "Une vidéo a des sous-titres",
		.en = "A film has captions",
	},
	.why = {
		.fr = "Qui n’entend pas perd tout ce qui est dit.",
		.en = "Who cannot hear loses all that is said.",
	},
	.remedy = {
		.fr = "Ajouter un élément track kind=\"captions\", ou proposer une version "
		    "sous-titrée.",
		.en = "Add a track element with kind=\"captions\", or offer a captioned version.",
	},
	.limits = {
		.fr = "La règle ne sait ni si la vidéo parle, ni si elle est déjà sous-titrée "
		    "dans l’image.",
		.en = "The rule knows neither whether the film speaks, nor whether captions are "
		    "in the picture.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
