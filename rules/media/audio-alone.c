/* A sound has a transcript. */
#include "clairlint/rule.h"

enum { NOTHING };

static const struct clair_message messages[] = {
	[NOTHING] = {
		.key = "nothing",
		.fr = "La page n’a ni texte ni lien à côté de ce son : il n’a pas de "
		    "transcription.",
		.en = "The page has neither text nor link beside this sound: it has no "
		    "transcript.",
	},
};

static bool
has_text(struct clair_ctx *ctx)
{
	for (size_t i = 0; i < clair_block_count(ctx); i++) {
		const struct clair_block *block = clair_block_at(ctx, i);
		const struct clair_node *node = clair_block_node(block);

		if (clair_block_kind(block) != CLAIR_BLOCK_TITLE && clair_visible(ctx, node) &&
		    clair_exposed(ctx, node))
			return true;
	}
	return false;
}

/* Where words of the sound may stand. */
static bool
has_other_content(struct clair_ctx *ctx)
{
	static const enum clair_tag tags[] = {CLAIR_TAG_A, CLAIR_TAG_BUTTON, CLAIR_TAG_EMBED, CLAIR_TAG_IFRAME,
	    CLAIR_TAG_IMG, CLAIR_TAG_OBJECT, CLAIR_TAG_SVG, CLAIR_TAG_TRACK, CLAIR_TAG_VIDEO};

	for (size_t i = 0; i < CLAIR_LEN(tags); i++) {
		if (clair_tag_count(ctx, tags[i]) > 0)
			return true;
	}
	return clair_page_may_change(ctx) || has_text(ctx);
}

static enum clair_outcome
check(struct clair_ctx *ctx, const struct clair_node *audio)
{
	if (!clair_has_attr(audio, CLAIR_ATTR_CONTROLS) || !clair_visible(ctx, audio) ||
	    clair_style_grade(ctx, audio) != CLAIR_STATIC)
		return CLAIR_INAPPLICABLE;
	if (has_other_content(ctx))
		return CLAIR_PASS;

	clair_report(ctx, audio, NOTHING);
	return CLAIR_FAIL;
}

CLAIR_RULE(media_audio_alone) = {
	.id = "media/audio-alone",
	.since = "0.1",
	.maturity = CLAIR_STABLE,
	.scope = CLAIR_ELEMENT,
	.severity = CLAIR_MAJOR,
	.who = CLAIR_DEAF | CLAIR_COGNITIVE,
	.on_tags = CLAIR_KINDS(CLAIR_TAG_AUDIO),
	.rgaa = CLAIR_IDS("4.1.1"),
	.wcag = CLAIR_IDS("1.2.1"),
	/* Without any text, neither a transcript nor a text that the sound stands for. */
	.act = CLAIR_IDS("2eb176", "afb423", "e7aa44"),
	.needs = CLAIR_IDS("S-008"),
	.title = {
		.fr = "Un son a une transcription",
		.en = "A sound has a transcript",
	},
	.why = {
		.fr = "Les personnes sourdes n’ont pas accès à ce qui est dit.",
		.en = "Deaf people have no access to what is said.",
	},
	.remedy = {
		.fr = "Écrire ce que dit le son, à côté ou dans une page liée.",
		.en = "Write what the sound says, beside it or in a linked page.",
	},
	.limits = {
		.fr = "La règle voit seulement qu’il n’y a rien : un texte présent n’est pas "
		    "comparé au son.",
		.en = "The rule only sees that there is nothing: a text that is there is not "
		    "held against the sound.",
	},
	.messages = messages,
	.message_count = CLAIR_LEN(messages),
	.check.element = check,
};
