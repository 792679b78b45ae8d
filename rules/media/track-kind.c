/* The captions of a film are declared as such. */
#include "clairlint/rule.h"

enum { SUBTITLES_ONLY };

static const struct clair_message messages[] = {
	[SUBTITLES_ONLY] = {
		.key = "subtitles-only",
		.fr = "La vidéo a des sous-titres, mais aucune piste n’a kind=\"captions\".",
		.en = "The film has subtitles, but no track has kind=\"captions\".",
	},
};

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *video)
{
	const struct clair_node *node = video;
	const struct clair_node *subtitles = NULL;

	if (!clair_visible(ctx, video))
		return CLAIR_INAPPLICABLE;
	while ((node = clair_next_inside(video, node)) != NULL) {
		if (clair_tag(node) != CLAIR_TAG_TRACK)
			continue;
		if (clair_attr_is(node, CLAIR_ATTR_KIND, "captions"))
			return CLAIR_PASS;
		if (subtitles == NULL && (!clair_has_attr(node, CLAIR_ATTR_KIND) ||
		    clair_attr_is(node, CLAIR_ATTR_KIND, "subtitles")))
			subtitles = node;
	}
	if (subtitles == NULL)
		return CLAIR_INAPPLICABLE;

	clair_fix_attr(clair_report(ctx, subtitles, SUBTITLES_ONLY), CLAIR_CHOICE, CLAIR_ATTR_KIND,
	    "captions");
	return CLAIR_FAIL;
}

CLAIR_RULE(media_track_kind) = {
	.id = "media/track-kind",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MINOR,
	.who = CLAIR_DEAF,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_VIDEO),
	.rgaa = CLAIR_IDS("4.3.2"),
	.wcag = CLAIR_IDS("1.2.2"),
	.title = {
		.fr = "Les sous-titres d’une vidéo sont déclarés comme tels",
		.en = "The captions of a film are declared as such",
	},
	.why = {
		.fr = "Une piste de traduction n’est pas proposée à qui demande des sous-titres "
		    "pour sourds.",
		.en = "A track of translation is not offered to who asks for captions.",
	},
	.remedy = {
		.fr = "Écrire kind=\"captions\" sur la piste qui a aussi les bruits et qui "
		    "parle.",
		.en = "Write kind=\"captions\" on the track that also has sounds and speakers.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
